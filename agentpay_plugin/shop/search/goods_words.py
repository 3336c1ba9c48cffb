"""What goods are called: words for the same thing in English, Portuguese and Spanish, and what is a kind of what.

A row names a thing by its first word. Shops name their goods in one language; shoppers ask in theirs.
"""

from __future__ import annotations

# Words for the same thing: English; Portuguese; Spanish.
SAME = """
tshirt, tee; camiseta, blusinha; camiseta, remera, playera, polera
shirt, blouse; camisa, blusa, camisa social; camisa, blusa
polo, polo shirt; polo, camisa polo; polo, camisa polo
sweatshirt, sweater, jumper, pullover, knitwear; moletom, blusa de frio, suéter; sudadera, jersey, suéter, buzo
hoodie; moletom com capuz, casaco de moletom; sudadera con capucha, buzo con capucha
jacket, coat, blazer; jaqueta, casaco, blusão; chaqueta, abrigo, campera, cazadora
raincoat; capa de chuva, impermeável; impermeable, chubasquero, piloto
vest, gilet; colete; chaleco
trousers, pants, chinos, slacks; calça, calças; pantalón, pantalones
jeans, denim; jeans, calça jeans; vaqueros, jeans, tejanos
shorts; bermuda, shorts; pantalón corto, bermuda, shorts
skirt; saia; falda, pollera
dress, gown; vestido; vestido
suit; terno; traje
underwear, briefs, boxers, lingerie; cueca, calcinha, roupa íntima; ropa interior, calzoncillos, bragas
sock; meia; calcetín, calcetines, medias
pyjamas, pajamas, sleepwear; pijama; pijama
swimwear, swimsuit, bikini; maiô, biquíni, sunga; bañador, traje de baño, bikini
hat; chapéu; sombrero
cap; boné; gorra
beanie, winter hat, bobble hat; gorro, touca; gorro
scarf, neck warmer, snood; cachecol, lenço; bufanda, pañuelo
glove; luva; guante
belt; cinto; cinturón
tie; gravata; corbata
sunglasses, sunnies; óculos de sol, óculos escuros; gafas de sol, lentes de sol
glasses, eyewear; óculos; gafas, lentes
watch; relógio; reloj
jewellery, jewelry, necklace, bracelet, earring, ring; joia, colar, pulseira, brinco, anel; joya, collar, pulsera, pendiente, anillo
bag, handbag, tote; bolsa; bolso, cartera
backpack, rucksack; mochila; mochila
wallet, purse; carteira; cartera, billetera
suitcase, luggage; mala; maleta, valija
shoe, footwear; calçado, sapato; zapato, calzado
sneaker, trainer, plimsoll, running shoe, tennis shoe; tênis; zapatilla, tenis, deportiva
boot; bota; bota
sandal, flip flop; sandália, chinelo; sandalia, chancla, ojota
slipper; pantufa; pantufla, zapatilla de casa
mug, cup; caneca, xícara; taza, tazón
glass, tumbler; copo; vaso
bottle; garrafa, squeeze; botella
plate, dish; prato; plato
bowl; tigela; cuenco, bol
cutlery, knife, fork, spoon; talher, faca, garfo, colher; cubierto, cuchillo, tenedor, cuchara
pan, pot, saucepan; panela, frigideira; olla, sartén, cacerola
cutting board, chopping board; tábua; tabla de cortar
towel; toalha; toalla
blanket; manta, cobertor; manta, cobija
cushion, pillow; almofada, travesseiro; cojín, almohada
bedding, sheet, duvet; roupa de cama, lençol, edredom; ropa de cama, sábana, edredón
rug, carpet; tapete; alfombra
curtain; cortina; cortina
lamp; luminária, abajur, lâmpada; lámpara
candle; vela; vela
vase; vaso de flores, jarro; florero, jarrón
plant; planta; planta
poster, print, picture; pôster, quadro; póster, cuadro, lámina
furniture; móvel; mueble
chair; cadeira; silla
table, desk; mesa, escrivaninha; mesa, escritorio
sofa, couch; sofá; sofá
homeware, decor, decoration; decoração, artigos para casa; decoración, menaje, artículos para el hogar
coffee, espresso; café; café
tea; chá; té
juice; suco, sumo; zumo, jugo
soda, cola, lemonade, fizzy drink; refrigerante; refresco, gaseosa
water; água; agua
beer; cerveja; cerveza
wine; vinho; vino
spirit, liquor, whisky, gin, vodka, rum; destilado, cachaça; licor, destilado
drink, beverage; bebida; bebida
chocolate; chocolate; chocolate
sweet, candy; doce, bala; dulce, caramelo
snack; salgadinho, petisco; aperitivo, botana
grocery, food; comida, alimento, mantimento; comida, alimento, comestible
book, novel; livro, romance; libro, novela
ebook; livro digital, e-book; libro electrónico, libro digital
audiobook; audiolivro; audiolibro
magazine, comic; revista, quadrinho; revista, cómic
notebook, journal; caderno; cuaderno, libreta
pen, pencil; caneta, lápis; bolígrafo, lápiz
music, record, vinyl; música, disco, vinil; música, disco, vinilo
game, board game, puzzle; jogo, quebra-cabeça; juego, rompecabezas
toy; brinquedo; juguete
ball; bola; pelota, balón
bicycle, bike; bicicleta, bike; bicicleta
camping, tent; acampamento, barraca; acampada, carpa, tienda de campaña
phone, smartphone, mobile; celular, telefone; teléfono, móvil, celular
laptop, computer; notebook, computador; portátil, ordenador, computadora
tablet; tablet; tableta
ereader; leitor digital, e-reader; lector electrónico, e-reader
headphone, earphone, earbud, headset; fone, fone de ouvido; auricular, audífono
speaker, loudspeaker; caixa de som; altavoz, bocina, parlante
charger, power bank, cable; carregador, cabo; cargador, cable
keyboard; teclado; teclado
camera; câmera; cámara
electronics, gadget, tech; eletrônico, tecnologia; electrónica, tecnología
perfume, fragrance; perfume; perfume, colonia
soap; sabonete, sabão; jabón
cream, lotion; creme, hidratante; crema, loción
makeup, cosmetics, lipstick; maquiagem, batom; maquillaje, labial
shampoo; xampu, shampoo; champú
umbrella; guarda-chuva; paraguas
gift card, gift voucher; cartão-presente, vale-presente; tarjeta regalo, tarjeta de regalo, vale de regalo
gift, present; presente, lembrança; regalo, obsequio
accessory; acessório; accesorio
clothing, clothes, apparel, garment, fashion; roupa, vestuário, moda; ropa, indumentaria, moda
headwear, headware; chapelaria; sombrerería
sport, fitness; esporte, fitness; deporte, fitness
kitchen; cozinha; cocina
home, house; casa, lar; hogar, casa
garden; jardim; jardín
pet; animal de estimação, pet; mascota
baby; bebê; bebé
child, kid, son, daughter; criança, infantil, filho, filha; niño, infantil, hijo, hija
man, men, dad, father, husband, hubby, boyfriend, bf, brother, grandpa, grandfather, granddad, uncle, nephew; homem, masculino, pai, marido, namorado, irmão, avô, vô, vovô, tio, sobrinho; hombre, caballero, padre, papá, marido, novio, hermano, abuelo, tío, sobrino
woman, women, lady, mum, mom, mother, wife, girlfriend, gf, sister, grandma, grandmother, granny, gran, aunt, auntie, niece; mulher, feminino, mãe, esposa, namorada, irmã, avó, vó, vovó, tia, sobrinha, sogra; mujer, dama, madre, mamá, esposa, novia, hermana, abuela, tía, sobrina, suegra
person, friend, teacher, coworker, colleague, boss, neighbor, neighbour, parents, family, couple; pessoa, amigo, amiga, professor, professora, colega, chefe, vizinho, família, casal; persona, amigo, amiga, profesor, profesora, maestro, colega, jefe, vecino, familia, pareja
summer; verão; verano
winter; inverno; invierno
sale, clearance; promoção, liquidação; rebaja, oferta
new, new in; novidade, lançamento; novedad
cotton; algodão; algodón
linen; linho; lino
wool; lã; lana
leather; couro; cuero
silk; seda; seda
"""

# What is a kind of what, by first words: who asks for the left is shown the right, too.
KINDS = """
shirt: tshirt, polo
sweatshirt: hoodie
jacket: raincoat, vest
trousers: jeans, shorts
hat: cap, beanie
headwear: hat, cap, beanie, scarf
clothing: tshirt, shirt, polo, sweatshirt, hoodie, jacket, raincoat, vest, trousers, jeans, shorts, skirt, dress, suit, underwear, sock, pyjamas, swimwear
accessory: hat, cap, beanie, scarf, glove, belt, tie, sunglasses, watch, jewellery, bag, wallet
shoe: sneaker, boot, sandal, slipper
bag: backpack, suitcase
glasses: sunglasses
drink: juice, soda, beer, wine, spirit, coffee, tea
soft drink: soda, juice, drink
alcohol: beer, wine, spirit
grocery: juice, soda, coffee, tea, chocolate, sweet, snack, drink
homeware: mug, glass, plate, bowl, cutlery, pan, towel, blanket, cushion, bedding, rug, curtain, lamp, candle, vase, poster
home: homeware, mug, cushion, lamp, candle, rug, blanket, vase
kitchen: mug, glass, plate, bowl, cutlery, pan, cutting board
book: ebook, audiobook
electronics: phone, laptop, tablet, ereader, headphone, speaker, charger, keyboard, camera
furniture: chair, table, sofa
gift: gift card
"""

# Names of kinds that are no goods themselves: English; Portuguese; Spanish.
ONLY_KINDS = """
soft drink, refreshment; bebida sem álcool, bebida não alcoólica; bebida sin alcohol, refresco
alcohol, booze; bebida alcoólica, álcool; bebida alcohólica, alcohol
"""

# Rows that say for whom goods are, and name none.
PEOPLE = frozenset(["man", "woman", "person", "child", "baby"])

# Rows that say what for, when or of what, and name no goods either.
PURPOSES = frozenset(
    [
        "gift",
        "accessory",
        "sport",
        "kitchen",
        "home",
        "garden",
        "pet",
        "summer",
        "winter",
        "sale",
        "new",
        "cotton",
        "linen",
        "wool",
        "leather",
        "silk",
        "camping",
        "clothing",
    ]
)
