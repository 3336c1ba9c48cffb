"""The demo's categories, colours, sizes and materials."""

from __future__ import annotations

from agentpay_plugin.shop.sandbox.assortment.making import Category, Option, Value, fact
from agentpay_plugin.shop.sandbox.goods import SampleAttribute, Text

TEES = Category(Text("T-shirts", "Camisetas", "Camisetas"), "tee playera remera polera top")
SHIRTS = Category(Text("Shirts", "Camisas", "Camisas"), "blouse blusa camisa social")
SWEATERS = Category(
    Text("Sweatshirts & knitwear", "Moletons e tricôs", "Sudaderas y punto"),
    "hoodie sweater jumper pullover suéter moletom jersey buzo",
)
TROUSERS = Category(Text("Trousers", "Calças", "Pantalones"), "pants jeans chinos vaqueros")
DRESSES = Category(Text("Dresses", "Vestidos", "Vestidos"), "gown")
JACKETS = Category(
    Text("Jackets", "Jaquetas", "Chaquetas"), "coat raincoat casaco capa abrigo campera impermeable"
)
ACCESSORIES = Category(
    Text("Accessories", "Acessórios", "Accesorios"), "cap hat socks gorra calcetines"
)
SHOES = Category(
    Text("Shoes", "Calçados", "Calzado"),
    "footwear",
)
BAGS = Category(Text("Bags", "Bolsas e mochilas", "Bolsos y mochilas"), "backpack rucksack bolsa")
MUGS = Category(Text("Mugs & cups", "Canecas e xícaras", "Tazas"), "mug cup xícara taza tazón")
HOME = Category(
    Text("Home", "Casa", "Hogar"), "house decor decoração decoración kitchen cozinha cocina"
)
COFFEE = Category(Text("Coffee", "Café", "Café"), "beans espresso grãos granos")
DRINKS = Category(
    Text("Tea & drinks", "Chás e bebidas", "Tés y bebidas"), "tea chá té drink bebida"
)
BOOKS = Category(Text("Books", "Livros", "Libros"), "novel reading leitura lectura")
AUDIO = Category(
    Text("Audiobooks", "Audiolivros", "Audiolibros"), "audio book livro libro listen download"
)
ELECTRONICS = Category(
    Text("Electronics", "Eletrônicos", "Electrónica"), "gadget tech tecnologia tecnología"
)
GIFTS = Category(
    Text("Gift vouchers", "Vales-presente", "Tarjetas regalo"),
    "gift card present presente regalo vale cupom",
)

_COLORS = {
    "black": Text("Black", "Preto", "Negro"),
    "white": Text("White", "Branco", "Blanco"),
    "blue": Text("Blue", "Azul", "Azul"),
    "navy": Text("Navy", "Azul-marinho", "Azul marino"),
    "green": Text("Green", "Verde", "Verde"),
    "red": Text("Red", "Vermelho", "Rojo"),
    "grey": Text("Grey", "Cinza", "Gris"),
    "sand": Text("Sand", "Areia", "Arena"),
    "brown": Text("Brown", "Marrom", "Marrón"),
    "yellow": Text("Yellow", "Amarelo", "Amarillo"),
    "burgundy": Text("Burgundy", "Vinho", "Burdeos"),
    "silver": Text("Silver", "Prata", "Plata"),
}
_MATERIALS = {
    "cotton": Text("Cotton", "Algodão", "Algodón"),
    "organic": Text("Organic cotton", "Algodão orgânico", "Algodón orgánico"),
    "linen": Text("Linen", "Linho", "Lino"),
    "wool": Text("Merino wool", "Lã merino", "Lana merino"),
    "polyester": Text("Recycled polyester", "Poliéster reciclado", "Poliéster reciclado"),
    "denim": Text("Denim", "Jeans", "Denim"),
    "leather": Text("Leather", "Couro", "Cuero"),
    "canvas": Text("Canvas", "Lona", "Lona"),
    "rubber": Text("Natural rubber", "Borracha natural", "Caucho natural"),
    "stoneware": Text("Stoneware", "Cerâmica", "Gres"),
    "enamel": Text("Enamelled steel", "Aço esmaltado", "Acero esmaltado"),
    "oak": Text("Oak", "Carvalho", "Roble"),
    "steel": Text("Powder-coated steel", "Aço com pintura a pó", "Acero lacado"),
    "wax": Text("Soy wax", "Cera de soja", "Cera de soja"),
}
_SIZE = Text("Size", "Tamanho", "Talla")


def color(*keys: str) -> Option:
    values = tuple(Value(key, _COLORS[key]) for key in keys)
    return Option("color", Text("Color", "Cor", "Color"), values)


def size(*names: str) -> Option:
    """Return sizes by their own names, such as S, 42 or 350 ml."""
    values = tuple(Value(name.lower().replace(" ", ""), Text(name)) for name in names)
    return Option("size", _SIZE, values)


def numbers(first: int, last: int) -> Option:
    """Return numeric sizes, both ends included."""
    return size(*(str(number) for number in range(first, last + 1)))


def material(*keys: str) -> SampleAttribute:
    name = Text("Material", "Material", "Material")
    return fact("material", name, *(_MATERIALS[key] for key in keys))


def care(en: str, pt: str, es: str) -> SampleAttribute:
    return fact("care", Text("Care", "Cuidados", "Cuidados"), Text(en, pt, es))


WASH_30 = care("Machine wash at 30 °C", "Lavar à máquina a 30 °C", "Lavar a máquina a 30 °C")
WASH_40 = care("Machine wash at 40 °C", "Lavar à máquina a 40 °C", "Lavar a máquina a 40 °C")
WOOL_WASH = care(
    "Hand wash, dry flat", "Lavar à mão, secar na horizontal", "Lavar a mano, secar en plano"
)
LETTERS = size("S", "M", "L", "XL")
