"""Things for the home, coffee and tea of the demo."""

from __future__ import annotations

from agentpay_plugin.shop.sandbox.assortment.making import Option, Value, fact, product
from agentpay_plugin.shop.sandbox.assortment.words import (
    COFFEE,
    DRINKS,
    HOME,
    MUGS,
    WOOL_WASH,
    color,
    material,
    size,
)
from agentpay_plugin.shop.sandbox.goods import Drawing, SampleAttribute, Text

_WEIGHT = Option(
    "weight",
    Text("Weight", "Peso", "Peso"),
    (Value("250g", Text("250 g")), Value("1kg", Text("1 kg"), 2600, 8900)),
)
_GRIND = Option(
    "grind",
    Text("Grind", "Moagem", "Molienda"),
    (
        Value("beans", Text("Whole beans", "Em grãos", "En grano")),
        Value("ground", Text("Ground", "Moído", "Molido")),
    ),
)
_SCENT = Option(
    "scent",
    Text("Scent", "Aroma", "Aroma"),
    (
        Value("fig", Text("Fig", "Figo", "Higo")),
        Value("cedar", Text("Cedar", "Cedro", "Cedro")),
    ),
)
_DISHWASHER = fact(
    "care",
    Text("Care", "Cuidados", "Cuidados"),
    Text("Dishwasher safe", "Pode ir à lava-louças", "Apto para lavavajillas"),
)


def _origin(en: str, pt: str = "", es: str = "") -> SampleAttribute:
    return fact("origin", Text("Origin", "Origem", "Origen"), Text(en, pt, es))


FOR_HOME = (
    product(
        "camp-mug",
        Text("Enamel Camp Mug", "Caneca Esmaltada", "Taza Esmaltada"),
        Text(
            "The mug for campfires and desks, 350 ml. Drop it: it only gets a story.",
            "A caneca para fogueiras e escritórios, 350 ml. Se cair, ganha uma história.",
            "La taza para hogueras y escritorios, 350 ml. Si se cae, gana una historia.",
        ),
        MUGS,
        (1600, 5490),
        Drawing("mug", "#c8443c", "#f7f1e3"),
        color("red", "white", "blue"),
        facts=(material("enamel"), _DISHWASHER),
        left={"white": 0},
    ),
    product(
        "dipped-mug",
        Text("Dipped Stoneware Mug", "Caneca de Cerâmica", "Taza de Gres"),
        Text(
            "Thrown by hand and dipped in glaze, so that no two are alike. Two sizes.",
            "Torneada à mão e mergulhada no esmalte: não há duas iguais. Dois tamanhos.",
            "Torneada a mano y bañada en esmalte: no hay dos iguales. Dos tamaños.",
        ),
        MUGS,
        (2200, 7990),
        Drawing("stoneware", "#5f7a61", "#f0e4cc"),
        color("green", "sand"),
        size("250 ml", "400 ml"),
        facts=(material("stoneware"), _DISHWASHER),
    ),
    product(
        "espresso-cups",
        Text("Espresso Cups, set of two", "Xícaras de Espresso, par", "Tazas de Espresso, par"),
        Text(
            "Two small cups with saucers. Sold out faster than we can fire them.",
            "Duas xícaras pequenas com pires. Esgotam mais rápido do que conseguimos queimá-las no forno.",
            "Dos tazas pequeñas con platillo. Se agotan antes de que podamos hornearlas.",
        ),
        MUGS,
        (2600, 9490),
        Drawing("cups", "#3f6fb5", "#5b3a29"),
        color("blue"),
        facts=(material("stoneware"), _DISHWASHER),
        stock=0,
    ),
    product(
        "dusk-lamp",
        Text("Dusk Table Lamp", "Luminária de Mesa Dusk", "Lámpara de Mesa Dusk"),
        Text(
            "A warm light for evenings, dimmed by pulling its string. LED bulb included.",
            "Luz quente para a noite, regulada ao puxar o cordão. Lâmpada LED inclusa.",
            "Luz cálida para la noche, se regula tirando del cordón. Bombilla LED incluida.",
        ),
        HOME,
        (7900, 29990),
        Drawing("lamp", "#e5ae2b", "#5a4a3a"),
        color("yellow", "red"),
        facts=(material("steel"),),
        stock=5,
    ),
    product(
        "cabin-throw",
        Text("Cabin Throw", "Manta Cabin", "Manta Cabin"),
        Text(
            "A wool throw of 130 by 180 cm with fringes, for sofas, trains and picnics.",
            "Manta de lã de 130 por 180 cm com franjas, para sofás, trens e piqueniques.",
            "Manta de lana de 130 por 180 cm con flecos, para sofás, trenes y picnics.",
        ),
        HOME,
        (9800, 37990),
        Drawing("blanket", "#7b2d43", "#f0d9a8"),
        color("burgundy", "grey"),
        facts=(material("wool"), WOOL_WASH),
        stock=6,
    ),
    product(
        "slow-candle",
        Text("Slow Candle", "Vela Slow", "Vela Slow"),
        Text(
            "Soy wax in a glass you will keep. Burns for about 40 hours.",
            "Cera de soja em um copo que você vai guardar. Queima por cerca de 40 horas.",
            "Cera de soja en un vaso que guardarás. Arde unas 40 horas.",
        ),
        HOME,
        (2400, 8490),
        Drawing("candle", "#d9a5a0", "#f7f1e3"),
        _SCENT,
        facts=(material("wax"),),
    ),
    product(
        "terra-pot",
        Text("Terra Plant Pot", "Vaso Terra", "Maceta Terra"),
        Text(
            "A pot with a saucer and a hole where it should be. The plant is not included.",
            "Vaso com prato e furo onde deve ser. A planta não está inclusa.",
            "Maceta con plato y agujero donde debe. La planta no está incluida.",
        ),
        HOME,
        (2800, 9990),
        Drawing("pot", "#b9653f", "#f7f1e3"),
        size("12 cm", "18 cm"),
        facts=(material("stoneware"),),
    ),
    product(
        "oak-board",
        Text("Oak Cutting Board", "Tábua de Carvalho", "Tabla de Roble"),
        Text(
            "One piece of oak, oiled, 35 by 25 cm. Cuts bread, carries cheese.",
            "Uma só peça de carvalho, oleada, 35 por 25 cm. Corta pão, serve queijo.",
            "Una sola pieza de roble, aceitada, 35 por 25 cm. Corta pan, sirve queso.",
        ),
        HOME,
        (4200, None),
        Drawing("board", "#c8995c", "#f7f1e3"),
        facts=(material("oak"),),
    ),
)

TO_DRINK = (
    product(
        "house-espresso",
        Text("House Espresso", "Café Espresso da Casa", "Café Espresso de la Casa"),
        Text(
            "Our everyday coffee: chocolate, hazelnut, no bitterness. Roasted every Tuesday.",
            "Nosso café de todo dia: chocolate, avelã e nada de amargor. Torrado toda terça-feira.",
            "Nuestro café de cada día: chocolate, avellana y nada de amargor. Tostado cada martes.",
        ),
        COFFEE,
        (1250, 3990),
        Drawing("coffee", "#6b3f2a", "#f0d9a8"),
        _WEIGHT,
        _GRIND,
        facts=(_origin("Brazil and Colombia", "Brasil e Colômbia", "Brasil y Colombia"),),
        stock=60,
        left={"1kg-ground": 0},
    ),
    product(
        "minas-coffee",
        Text("Minas Single Origin", "Café Minas, Origem Única", "Café Minas, Origen Único"),
        Text(
            "From one farm in Minas Gerais, 1,100 m up: caramel, red apple, a long finish.",
            "De uma só fazenda em Minas Gerais, a 1.100 m: caramelo, maçã vermelha, final longo.",
            "De una sola finca en Minas Gerais, a 1.100 m: caramelo, manzana roja, final largo.",
        ),
        COFFEE,
        (1690, 4690),
        Drawing("coffee", "#2f6b4f", "#f4e3b5"),
        _WEIGHT,
        _GRIND,
        facts=(_origin("Minas Gerais, Brazil", "Minas Gerais, Brasil", "Minas Gerais, Brasil"),),
        stock=25,
    ),
    product(
        "evening-decaf",
        Text("Evening Decaf", "Café Descafeinado", "Café Descafeinado"),
        Text(
            "Decaffeinated with water alone. All of the evening, none of the ceiling.",
            "Descafeinado só com água. A noite inteira, sem olhar para o teto.",
            "Descafeinado solo con agua. Toda la noche, nada de mirar el techo.",
        ),
        COFFEE,
        (1390, 4290),
        Drawing("coffee", "#37508a", "#f7f1e3"),
        _GRIND,
        facts=(_origin("Peru", "Peru", "Perú"),),
    ),
    product(
        "mountain-green-tea",
        Text("Mountain Green Tea", "Chá Verde da Montanha", "Té Verde de Montaña"),
        Text(
            "Loose leaves, 100 g, hand-picked in spring. Grassy, sweet, good for three brews.",
            "Folhas soltas, 100 g, colhidas à mão na primavera. Fresco, doce, rende três infusões.",
            "Hojas sueltas, 100 g, recogidas a mano en primavera. Fresco, dulce, da tres infusiones.",
        ),
        DRINKS,
        (1480, 4890),
        Drawing("tea", "#5d8f58", "#f4ecd2"),
        facts=(_origin("Taiwan"),),
    ),
    product(
        "hibiscus-tea",
        Text("Hibiscus Infusion", "Infusão de Hibisco", "Infusión de Hibisco"),
        Text(
            "Red, tart and without caffeine; wonderful over ice. Back in stock after the harvest.",
            "Vermelha, azedinha e sem cafeína; ótima com gelo. Volta ao estoque depois da colheita.",
            "Roja, ácida y sin cafeína; estupenda con hielo. Vuelve después de la cosecha.",
        ),
        DRINKS,
        (1180, 3890),
        Drawing("tea", "#a83250", "#f7dfd6"),
        facts=(_origin("Egypt", "Egito", "Egipto"),),
        stock=0,
    ),
    product(
        "cold-brew-cans",
        Text("Cold Brew, six cans", "Cold Brew, seis latas", "Cold Brew, seis latas"),
        Text(
            "Coffee steeped cold for 18 hours, 250 ml each. No sugar, no milk, no hurry.",
            "Café extraído a frio por 18 horas, 250 ml cada. Sem açúcar, sem leite, sem pressa.",
            "Café infusionado en frío 18 horas, 250 ml cada una. Sin azúcar, sin leche, sin prisa.",
        ),
        DRINKS,
        (1990, None),
        Drawing("cans", "#26375f", "#f2a541"),
        facts=(_origin("Ethiopia", "Etiópia", "Etiopía"),),
        limit=4,
    ),
)
