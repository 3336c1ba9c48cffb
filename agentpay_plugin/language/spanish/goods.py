"""Common goods in Spanish, and the English that shops name their products with."""

from __future__ import annotations

# Nouns as `plurals` leaves them.
GOODS: dict[str, str] = {
    **dict.fromkeys(("camiseta", "camisa", "blusa", "te", "tshirt"), "shirt"),
    **dict.fromkeys(("sudadera", "buzo", "hoodi"), "hoodi"),
    **dict.fromkeys(("zapatilla", "zapato", "teni", "sneaker", "plimsoll", "sho"), "shoe"),
    **dict.fromkeys(("pantalon", "trouser"), "pant"),
    **dict.fromkeys(("gorra", "gorro", "beani"), "cap"),
    **dict.fromkeys(("taza", "tazon"), "mug"),
    **dict.fromkeys(("jugo", "zumo", "juic"), "juice"),
    **dict.fromkeys(("libro", "audiolibro", "audiobook"), "book"),
    **dict.fromkeys(("bolso", "mochila", "backpack"), "bag"),
    **dict.fromkeys(("calcetin", "media"), "sock"),
    **dict.fromkeys(("cojin", "almohada", "pillow"), "cushion"),
    **dict.fromkeys(("gafa", "lent", "anteojo", "glass"), "glasse"),
    **dict.fromkeys(("chaqueta", "campera", "chamarra"), "jacket"),
    "vestido": "dress",
    "reloj": "watch",
    "vela": "candl",
    "guant": "glov",
    "bota": "boot",
    "sandalia": "sandal",
    "cerveza": "beer",
    "vino": "win",
    "pintura": "paint",
}
PAIRED = frozenset(
    [
        "zapato",
        "zapatilla",
        "shoe",
        "teni",
        "bota",
        "boot",
        "sandalia",
        "sandal",
        "chancla",
        "pantufla",
        "calcetin",
        "pant",
        "vaquero",
        "jean",
        "auricular",
        "audifono",
        "sock",
        "guant",
        "glov",
        "aret",
        "pendient",
        "zarcillo",
        "earring",
    ]
)
