"""Books, electronics and gift vouchers of the demo."""

from __future__ import annotations

from agentpay_plugin.shop.sandbox.assortment.making import Option, Value, fact, product
from agentpay_plugin.shop.sandbox.assortment.words import (
    AUDIO,
    BOOKS,
    ELECTRONICS,
    GIFTS,
    color,
    size,
)
from agentpay_plugin.shop.sandbox.goods import Drawing, SampleAttribute, Text

_BINDING = Option(
    "binding",
    Text("Binding", "Encadernação", "Encuadernación"),
    (
        Value("paperback", Text("Paperback", "Brochura", "Tapa blanda")),
        Value("hardcover", Text("Hardcover", "Capa dura", "Tapa dura"), 900, 3000),
    ),
)
_AMOUNT = Option(
    "amount",
    Text("Amount", "Valor", "Importe"),
    (
        Value("small", Text("Small", "Pequeno", "Pequeño")),
        Value("medium", Text("Medium", "Médio", "Mediano"), 2500, 10000),
        Value("large", Text("Large", "Grande", "Grande"), 7500, 40000),
    ),
)


def _author(name: str) -> SampleAttribute:
    return fact("author", Text("Author", "Autoria", "Autoría"), Text(name))


def _battery(en: str, pt: str, es: str) -> SampleAttribute:
    return fact("battery", Text("Battery", "Bateria", "Batería"), Text(en, pt, es))


TO_READ = (
    product(
        "quiet-harbor",
        Text("The Quiet Harbor", "O Porto Silencioso", "El Puerto Silencioso"),
        Text(
            "A novel. A lighthouse keeper answers letters that were never meant for her. 312 pages.",
            "Romance. Uma faroleira responde a cartas que nunca foram para ela. 312 páginas.",
            "Novela. Una farera contesta cartas que nunca fueron para ella. 312 páginas.",
        ),
        BOOKS,
        (1500, 5490),
        Drawing("book", "#2f6f8f", "#f4e3b5"),
        _BINDING,
        facts=(_author("M. Oliveira"),),
    ),
    product(
        "bread-without-hurry",
        Text("Bread Without Hurry", "Pão sem Pressa", "Pan sin Prisa"),
        Text(
            "Sixty recipes for people with one oven and a job. With a chapter on rescuing the burnt ones.",
            "Sessenta receitas para quem tem um forno e um emprego. Com um capítulo para salvar os queimados.",
            "Sesenta recetas para quien tiene un horno y un trabajo. Con un capítulo para salvar los quemados.",
        ),
        BOOKS,
        (2400, 8990),
        Drawing("book", "#c77a3a", "#f7f1e3"),
        _BINDING,
        facts=(_author("I. Kowalska"),),
        left={"hardcover": 0},
    ),
    product(
        "small-birds",
        Text("Small Birds of the City", "Passarinhos da Cidade", "Pájaros de la Ciudad"),
        Text(
            "A field guide to 80 birds you already live with, drawn from life. Fits a coat pocket.",
            "Guia de campo de 80 aves com que você já convive, desenhadas ao vivo. Cabe no bolso.",
            "Guía de campo de 80 aves con las que ya convives, dibujadas del natural. Cabe en el bolsillo.",
        ),
        BOOKS,
        (1800, 6490),
        Drawing("book", "#4f8a5b", "#f0d9a8"),
        facts=(_author("T. Brandt"),),
    ),
    product(
        "quiet-harbor-audiobook",
        Text(
            "The Quiet Harbor (audiobook)",
            "O Porto Silencioso (audiolivro)",
            "El Puerto Silencioso (audiolibro)",
        ),
        Text(
            "Nine hours, read by the author. A download; nothing is shipped.",
            "Nove horas, na voz da autora. Download: nada é enviado pelo correio.",
            "Nueve horas, leído por la autora. Descarga: no se envía nada por correo.",
        ),
        AUDIO,
        (1200, 3990),
        Drawing("audiobook", "#2f6f8f", "#f4e3b5"),
        facts=(_author("M. Oliveira"),),
        stock=1000,
        ships=False,
    ),
)

ELECTRIC = (
    product(
        "drift-earbuds",
        Text("Drift Wireless Earbuds", "Fones sem Fio Drift", "Auriculares Inalámbricos Drift"),
        Text(
            "Small, light and quiet: they cancel the train, not the music.",
            "Pequenos, leves e silenciosos: cancelam o trem, não a música.",
            "Pequeños, ligeros y silenciosos: cancelan el tren, no la música.",
        ),
        ELECTRONICS,
        (8900, 34990),
        Drawing("earbuds", "#eceae4", "#3f8f6a"),
        color("white", "black"),
        facts=(
            _battery(
                "8 hours, 32 with the case",
                "8 horas, 32 com o estojo",
                "8 horas, 32 con el estuche",
            ),
        ),
        left={"black": 2},
    ),
    product(
        "hush-headphones",
        Text("Hush Headphones", "Headphones Hush", "Auriculares Hush"),
        Text(
            "Over-ear headphones with soft cushions and a button for everything, so that nothing needs an app.",
            "Fones de concha com almofadas macias e um botão para tudo: nada precisa de aplicativo.",
            "Auriculares de diadema con almohadillas suaves y un botón para todo: nada necesita una app.",
        ),
        ELECTRONICS,
        (14900, 59990),
        Drawing("headphones", "#2f3437", "#c77a3a"),
        color("black", "sand"),
        facts=(_battery("40 hours", "40 horas", "40 horas"),),
        stock=7,
    ),
    product(
        "pebble-speaker",
        Text(
            "Pebble Bluetooth Speaker", "Caixa de Som Bluetooth Pebble", "Altavoz Bluetooth Pebble"
        ),
        Text(
            "Loud for its size, and not afraid of rain.",
            "Alta para o tamanho, e sem medo de chuva.",
            "Potente para su tamaño, y sin miedo a la lluvia.",
        ),
        ELECTRONICS,
        (6400, 24990),
        Drawing("speaker", "#3f6fb5", "#26375f"),
        color("blue", "red", "black"),
        facts=(_battery("16 hours", "16 horas", "16 horas"),),
        left={"red": 0},
    ),
    product(
        "brick-powerbank",
        Text("Brick Power Bank", "Carregador Portátil Brick", "Batería Externa Brick"),
        Text(
            "10,000 mAh: two full phones in a pocket. USB-C in and out.",
            "10.000 mAh: dois celulares cheios no bolso. Entrada e saída USB-C.",
            "10.000 mAh: dos móviles llenos en el bolsillo. Entrada y salida USB-C.",
        ),
        ELECTRONICS,
        (3900, 14990),
        Drawing("powerbank", "#3f8f8a", "#f4e04d"),
        color("green", "black"),
    ),
    product(
        "orbit-watch",
        Text("Orbit Smartwatch", "Relógio Inteligente Orbit", "Reloj Inteligente Orbit"),
        Text(
            "Tells the time first. Then steps, sleep and who is calling.",
            "Primeiro mostra as horas. Depois passos, sono e quem está ligando.",
            "Primero da la hora. Luego pasos, sueño y quién llama.",
        ),
        ELECTRONICS,
        (17900, 74990),
        Drawing("watch", "#b8bec6", "#f2a541"),
        color("silver", "black"),
        size("40 mm", "44 mm"),
        facts=(_battery("5 days", "5 dias", "5 días"),),
        stock=4,
        left={"black-44mm": 0},
    ),
    product(
        "leaf-ereader",
        Text("Leaf E-Reader", "Leitor Digital Leaf", "Lector Electrónico Leaf"),
        Text(
            "A page that needs no lamp, and a library that weighs 170 g. More are on their way.",
            "Uma página que dispensa luminária e uma biblioteca de 170 g. Novas unidades a caminho.",
            "Una página que no necesita lámpara y una biblioteca de 170 g. Hay más en camino.",
        ),
        ELECTRONICS,
        (12900, 54990),
        Drawing("ereader", "#3a3f4a", "#f7f1e3"),
        facts=(_battery("6 weeks", "6 semanas", "6 semanas"),),
        stock=0,
    ),
)

TO_GIVE = (
    product(
        "gift-voucher",
        Text("Gift Voucher", "Vale-Presente", "Tarjeta Regalo"),
        Text(
            "For when you know them, but not their size. Sent by e-mail; nothing is shipped.",
            "Para quando você conhece a pessoa, mas não o tamanho. Enviado por e-mail; nada vai pelo correio.",
            "Para cuando conoces a la persona, pero no su talla. Se envía por correo electrónico.",
        ),
        GIFTS,
        (2500, 10000),
        Drawing("giftcard", "#c8443c", "#f0d9a8"),
        _AMOUNT,
        stock=1000,
        ships=False,
        limit=5,
    ),
)
