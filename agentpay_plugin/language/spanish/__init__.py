"""The Spanish words, of Latin America and Spain. Data only; English has the same fields."""

from __future__ import annotations

from agentpay_plugin.conversation.reading import Topic
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.sizes import SIZES
from agentpay_plugin.language.spanish.afterwards import AFTERWARDS
from agentpay_plugin.language.spanish.asking import ASKING
from agentpay_plugin.language.spanish.buying import BUYING
from agentpay_plugin.language.spanish.checking_out import CHECKING_OUT
from agentpay_plugin.language.spanish.cues import CUES
from agentpay_plugin.language.spanish.goods import GOODS, PAIRED
from agentpay_plugin.language.spanish.guiding import GUIDING
from agentpay_plugin.language.spanish.numbers import NUMBER_PHRASES, NUMBERS
from agentpay_plugin.language.spanish.options import COLOURS, SIZE_ALIASES
from agentpay_plugin.language.spanish.shop import SHOP
from agentpay_plugin.language.spanish.showing import SHOWING
from agentpay_plugin.language.spanish.spelling import SPELLINGS
from agentpay_plugin.language.spanish.talking import TALKING
from agentpay_plugin.language.spanish.topics import ATTRIBUTE_QUESTIONS, TOPICS


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OPTIONS: dict[str, tuple[str, ...]] = {
    "not_quantity": (
        r"(?:yo|el|ella|nosotros) (?:soy|es|tengo|estoy)",
        r"mi \w+ (?:es|son)(?: el| la)?",
        r"(?:pedido|orden|factura|telefono|casa|departamento|depto|piso|puerta|cuenta) (?:no|n|es)",
        r"(?<!deja )(?<!dejalo )(?<!pon )en",
        r"(?:hasta|cuotas de|dividir\w*(?: en)?|(?<!asi )que|menos|por|las|hace|de|entre|desde|x)",
    ),
    "conditional": (
        r"(?:^si (?!quiero|gracias|por|claro|ese|esa|este|esta|dos|una?|\d)\w+|solo si|pero si|y si|siempre que|en caso|depende|de ser asi)",
    ),
    "negations": (
        r"(?:no|nunca|muy|demasiado|sin|menos|excepto|salvo|ni|todo menos|en vez de|en lugar de|que no sea)"
        r"(?: (?:la|el|los|las|lo|una|un|en|talla|color|quiero|quisiera|me|gusta|necesito|llevo|voy|a|es|de|del|que|sea|ser|muy|comprar|llevar|ese|esa|este|esta|mas))*",
    ),
}

SPANISH = Lexicon(
    cues=CUES,
    comes_in=_set(
        "viene vienen disponible disponibles venden muestra muestrame solamente solo algo algun alguna tenes hay mismo misma pero y"
    ),
    this_one="ese",
    least=_set("s pequeno pequena chico chica menor"),
    greatest=_set("l grande mayor"),
    before_price=_set("de por la el"),
    waits=_set("espera ay uy ah eh perdon"),
    takes_back=(
        r"(?:ay |uy |ah |eh )?(?:(?:no|noo)[,\s]+)?(?:espera|esperate|espere|perdon|disculpa|digo|quiero decir|quise decir|en realidad|mejor dicho|mejor|mas bien|o sea)(?:,? (?:no|digo|mejor|quiero|en realidad|que sea))*",
        r"(?<=,) ?no,",
    ),
    joining=_set("y e más mas también tambien pero además ademas ah"),
    code_words=(
        r"(?:c[oó]digo|cup[oó]n|tarjeta regalo)",
        r"(?:usa|usar|aplica|aplicar|aplícame) (?:el )?[A-Z][A-Z0-9_-]{3,}",
    ),
    counts_one=_set("un una uno unos unas otro otra"),
    goods_too=_set(
        "bolsa bolsas cesta cestas canasta basura payaso payasos expres express estandar economico economica mensajeria "
        "accesorio accesorios look conjunto atuendo collar celular sueter blazer alfiler poster"
    ),
    locale="es",
    spellings=SPELLINGS,
    topics=TOPICS,
    attribute_questions=ATTRIBUTE_QUESTIONS,
    expressions=BUYING | CHECKING_OUT | ASKING | AFTERWARDS | GUIDING | SHOP | SHOWING | _OPTIONS,
    talk=TALKING,
    endings=(),
    plurals=(("ces", "z"), ("ss", "ss"), ("es", ""), ("s", ""), ("e", "")),
    stop=_set(
        "el la los las lo un una unos unas uno y o u e pero si que de del en por para con sin hasta "
        "a al yo tu vos usted ustedes ella ellos ellas nosotros me te le les se nos mi mis su sus "
        "ese esa esos esas este esta estos estas eso esto aquel aquella ser soy es era fue son seria "
        "estoy estaba estan tener tiene tienen tienes tengo tenia haber hay ha he va voy vamos puede "
        "puedo pueden quiero queria quisiera gustaria necesito comprar llevar pedir ver no ya solo "
        "tambien muy mas menos mismo aqui ahi ahora hoy aun todavia como cuando donde cual cuales "
        "cuanto cuanta cuantos cuantas quien entonces gracias favor algun alguna otro otra todo toda bien buen bueno buena"
    ),
    polite=_set(
        "por favor gracias hola buenas buenos buen dia dias tardes noches que tal ok si senor senora "
        "amigo amiga gente che bueno bien pues y entonces ah hum eh perfecto genial listo vale dale "
        "va claro solo el la un una en mi para ahora tambien me yo eso muchas mil oye mira perdon "
        "disculpa venga"
    ),
    objects=_set("ella ellos ellas eso lo"),
    pronouns=_set(
        "ella ellos ellas eso esto ese esa esos esas este esta estos estas aquel aquella mismo misma "
        "ambos ambas todos todas lo la los las"
    ),
    numbers=NUMBERS,
    number_phrases=NUMBER_PHRASES,
    units=_set(
        "x pieza piezas pza pzas pz unidad unidades uds u par pares paquete paquetes caja cajas "
        "botella botellas lata latas copia copias ejemplar ejemplares kit kits conjunto conjuntos juego "
        "juegos articulo articulos mas de cada frasco frascos bolsa bolsas cantidad"
    ),
    measures=_set(
        "dia dias semana semanas mes meses ano anos hora horas hs h minuto minutos min kg kgs kilo "
        "kilos g gramo gramos mg ml l litro litros cm mm m metro metros pulgada pulgadas km gb mb tb "
        "hz ghz w watts v volts estrella estrellas persona personas pesos dolar dolares "
        "euros euro soles cuotas cuota plazos veces mensualidades hijos hijas capsulas pastillas "
        "grados puertas"
    ),
    number_names=_set(
        "calle avenida av departamento depto dpto piso casa bloque puerta cp telefono tel celular "
        "movil numero n version v modelo edad iphone dia las hace hasta desde despues antes enero "
        "febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre dni rfc "
        "rut cuit pedido orden cuenta talla talle por menos ref codigo km galaxy"
    ),
    streets=_set(
        "calle avenida av carrera cra plaza paseo carretera barrio colonia piso departamento depto "
        "dpto puerta bloque cp street road"
    ),
    quantity_names=_set("cantidad x veces total"),
    corrections=frozenset({"no"}),
    gives_up=frozenset(
        tuple(words.split())
        for words in (
            "a",
            "a la",
            "a el",
            "por",
            "por la",
            "por el",
            "| no |",
            "| no",
            "| digo",
            "| digo |",
            "| mejor",
            "| mejor |",
            "| mejor la",
            "| mejor el",
            "| mejor dicho",
            "| mejor dicho |",
            "| o mejor",
            "| perdon",
            "| perdon |",
            "| disculpa |",
            "| en realidad",
            "| quise decir",
            "| ups |",
            "| ay no |",
            "| no | quiero",
            "| no | la",
            "no |",
        )
    ),
    articles=_set("a en la el los las lo un una uno de del con y o u e"),
    inside=_set("en"),
    option_cues=_set(
        "en la el los las lo talla tallas talle talles tamano numero num un una uno y o color de del "
        "quiero quisiera queria necesito llevo llevar uso usar calzo prefiero soy es seria ser manda "
        "mandame dame ponme con solo para mas comprar agrega anade por favor gustaria tienen tienes "
        "tenes hay hasta mejor 1 2 3 4 5 6 7 8 9 10 dos tres cuatro cinco seis |"
    ),
    option_aliases=SIZE_ALIASES | COLOURS,
    states=_set("disponible disponibles aun todavia ahora hoy"),
    sizes=SIZES,
    colours=frozenset(COLOURS.values()) | frozenset(COLOURS),
    before_one=_set(
        "quiero queria quisiera necesito llevo llevar solo solamente nomas mas agrega agregar agregame "
        "anade anadir anademe pon poner ponme poneme dame deme mandame manda comprar compro pedir pido "
        "quita quitar quitame saca sacar elimina eliminar ser es y seria gustaria con si puedo por "
        "separa reserva deja dejame dejalo ok encargar favor me llevare quedo tomo"
    ),
    one_of=_set("un uno una modelo version color opcion tambien mismo misma por"),
    attributes={
        "material": _set("material materiales tela tejido composicion fabric"),
        "color": _set("color colores tono tonalidad colour"),
        "size": _set("talla tallas talle talles tamano tamanos numeracion size"),
        "flavor": _set("sabor sabores aroma flavor flavour"),
        "brand": _set("marca marcas fabricante brand"),
        "volume": _set("volumen capacidad volume"),
        "weight": _set("peso weight"),
        "dimensions": _set("medida medidas dimensiones altura ancho largo dimensions"),
        "author": _set("autor autora escritor artista author"),
        "publisher": _set("editorial publisher"),
        "format": _set("formato formatos format medium"),
        "ingredients": _set("ingrediente ingredientes ingredients"),
        "care": _set("cuidado cuidados lavado limpieza"),
        "warranty": _set("garantia warranty"),
        "origin": _set("origen procedencia origin"),
        "expiry": _set("caducidad vencimiento expiry"),
    },
    vague=_set(
        "otro otra otros otras diferente mismo misma correcto correcta equivocado mayor menor mas "
        "proximo nuevo nueva mi su cualquier cualquiera que cual mejor todo toda estandar normal buen "
        "bueno buena bonito bonita talla tallas tamano tamanos primero primera segundo segunda ultimo "
        "ultima favorito favorita unico unica todos todas cada algun alguna ese esa este esta "
        "disponible solo ideal exacto exacta ambos oscuro oscura claro clara"
    ),
    ranges=_set("o u a hasta"),
    sure_topics=frozenset({Topic.PRICE, Topic.STOCK, Topic.OPTIONS, Topic.OTHER, Topic.PAYMENT}),
    not_goods=_set(
        "numero numeros total realidad precio precios minuto minutito momento momentito segundo instante tiempo link enlace factura boleta recibo dinero plata "
        "descuento descuentos reembolso entrega envio mesa descanso oportunidad cuidado informacion "
        "info detalles tienda tiendas politica politicas programa empleo trabajo hobby pasatiempo idea "
        "chiste chistes afiliado franquicia aplicacion app sitio web telefono numero correo email "
        "cuenta contrasena registro agente asesor humano persona alguien hora horas idioma idiomas "
        "clima receta recetas noticia noticias musica pelicula peliculas recordatorio alarma fecha "
        "nombre edad opinion proteccion saldo queja reclamo dieta ayuda ayudar soporte servicio "
        "servicios direccion contacto consejo plan planes manera foto fotos video videos catalogo "
        "respuesta duda dudas presupuesto comprobante pago codigo cupon promocional promocion rastreo "
        "whatsapp favor pregunta consulta problema cambio devolucion cancelacion paciencia saber "
        "usted ustedes beso abrazo nada reunion tarjeta verdad mensaje mensajes cancion canciones playlist lista radio podcast "
        "barbero peluquero dentista medico medica plomero fontanero abogado mecanico psicologo restaurante restaurantes hotel hoteles"
    ),
    pointers=_set("ese esa esos esas este esta estos estas aquel aquella"),
    definite=_set("el la los las del"),
    mention_ends=_set(
        "| con en para que quien si porque por y o u pero ahora online a al cuando donde entonces gracias "
        "via usando hasta sin antes despues tambien hoy manana aqui ahi hay tienen tienes ustedes "
        "disponible disponibles aun todavia esta estan no ya cuesta cuestan me yo sale favor"
    ),
    mention_fillers=_set(
        "son es seria el la los las lo un una unos unas uno algun alguna algunos algunas mas otro otra otros otras "
        "de del mi mis su sus dos tres cuatro cinco seis siete ocho nueve diez once doce por favor "
        "solo solamente par pares nuevo nueva botella botellas pieza piezas paquete paquetes caja cajas "
        "kit tipo tipos todo toda todos todas disponible stock ahi aqui mismo mucho comprar llevar pedir "
        "ese esa esos esas este esta estos estas eso esto aquel aquella ella buen bueno buena mejor "
        "barato barata proximo algo cosa cosas cualquier producto productos articulo articulos opcion "
        "opciones similar parecido igual como talla tallas talle tamano tamanos numero color colores "
        "aun ahora todavia quiero unidad unidades cantidad docena media con en tambien modelo modelos "
        "entonces existencia ver vez"
    ),
    promo=(
        r"\b(?:cup[oó]n|tarjeta[ -]?(?:de )?regalo|gift[ -]?card|vale|voucher|bono"
        r"|c[oó]digo(?:\s+(?:promocional|promo|de descuento|de cup[oó]n|del cup[oó]n|de promoci[oó]n))?)(?:\s+de descuento)?"
        r"\s*(?:es\s+el\s+|es\s+|:\s*|=\s*|#\s*|llamado\s+)(?P<code>[A-Za-z0-9][A-Za-z0-9_-]{2,31})\b",
        r"\b(?:cup[oó]n|tarjeta[ -]?(?:de )?regalo|gift[ -]?card|vale|voucher|bono|promo"
        r"|c[oó]digo(?:\s+(?:promocional|promo|de descuento|de cup[oó]n|del cup[oó]n|de promoci[oó]n))?)(?:\s+de descuento)?\s+"
        r"(?P<code1>(?=[A-Za-z_-]*[0-9])(?=[0-9_-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_-]{2,31}"
        r"|(?-i:[A-Z][A-Z0-9_-]{3,31}))\b",
        r"\b(?:aplica|aplicar|apl[ií]came|aplique|canjear|canjea|usar|usa|use)\s+(?:el\s+)?"
        r"(?P<code2>(?=[A-Za-z_-]*[0-9])(?=[0-9_-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_-]{3,31})\b",
        r"\b(?-i:[Aa]plica|[Aa]plicar|[Aa]pl[ií]came|[Aa]plique|[Cc]anjea|[Cc]anjear|[Uu]sa|[Uu]sar|[Uu]se)\s+(?:el |mi |este )?(?P<bare>(?-i:[A-Z][A-Z0-9_-]{3,31}))\b",
        r"^\W*(?:aplica|aplicar|apl[ií]came|aplique|canjea|canjear|usa|usar|use|agrega|añade|pon)\s+(?:el |mi |este )?(?:cup[oó]n|vale|voucher|bono|c[oó]digo|tarjeta(?: de)? regalo)"
        r"(?: (?:promocional|de desconto|de descuento))? (?P<bare1>[a-z][a-z0-9_-]{3,31})[\s.!]*$",
    ),
    adjectives_follow=True,
    agreement=(("os", "o"), ("as", "o"), ("a", "o")),
    refused_after=frozenset({"no"}),
    accented={"sí": "si |"},  # yes; "si" may be: if
    only=_set("solo solamente unicamente nomas"),
    size_numbers=_set("numero num n calzo calza uso usa"),
    pairs=frozenset({"un par", "el par"}),
    paired=PAIRED,
    goods=GOODS,
)
