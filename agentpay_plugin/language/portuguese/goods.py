"""Common goods in Portuguese, and the English that shops name their products with."""

from __future__ import annotations

# Nouns as `plurals` leaves them.
GOODS: dict[str, str] = {
    **dict.fromkeys(("camiseta", "camisa", "blusa", "tee", "tshirt"), "shirt"),
    **dict.fromkeys(("moletom", "moleton", "blusao"), "hoodie"),
    **dict.fromkeys(("teni", "sapato", "sneaker", "plimsoll"), "shoe"),
    **dict.fromkeys(("calca", "trouser"), "pant"),
    **dict.fromkeys(("bone", "gorro", "beanie"), "cap"),
    **dict.fromkeys(("caneca", "xicara"), "mug"),
    "suco": "juice",
    **dict.fromkeys(("livro", "audiolivro", "audiobook"), "book"),
    **dict.fromkeys(("bolsa", "mochila", "backpack"), "bag"),
    "meia": "sock",
    **dict.fromkeys(("almofada", "travesseiro", "pillow"), "cushion"),
    "oculo": "glasse",
    "jaqueta": "jacket",
    "vestido": "dress",
    "relogio": "watch",
    "vela": "candle",
    "luva": "glove",
    "bota": "boot",
    "sandalia": "sandal",
    "cerveja": "beer",
    "vinho": "wine",
    "tinta": "paint",
}
PAIRED = frozenset(
    [
        "teni",
        "sapato",
        "shoe",
        "sapatilha",
        "bota",
        "boot",
        "sandalia",
        "sandal",
        "chinelo",
        "meia",
        "sock",
        "luva",
        "glove",
        "brinco",
        "earring",
    ]
)
