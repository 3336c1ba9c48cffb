"""Buying and not buying in Spanish: how many, which one, and what is no purchase."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Intent, Offered, Topic, Wish
from tests.language.reader import (
    JUICE,
    POLO,
    SHOE,
    TEE,
    Row,
    asks,
    buys,
    of_size,
    picks,
    read,
    row,
    talks,
    understood,
    wants_another,
)

CHECK_OUT = understood(Intent.PURCHASE_INTENT, wish=Wish.CHECK_OUT)

WANTING = (
    row(TEE, "quiero comprar", expected=buys()),
    row(TEE, "me lo llevo", expected=buys()),
    row(TEE, "lo quiero", expected=buys()),
    row(TEE, "sí lo compro", expected=buys()),
    row(TEE, "quiero esta camiseta", expected=buys()),
    row(TEE, "Quiero dos en talla L, por favor", expected=buys(quantity=2, **of_size("L"))),
    row(TEE, "dame dos L porfa", expected=buys(quantity=2, **of_size("L"))),
    row(TEE, "xfa dame 2", expected=buys(quantity=2)),
    row(TEE, "kiero 2 tmb", expected=buys(quantity=2)),
    row(TEE, "ponme dos", expected=buys(quantity=2)),
    row(TEE, "agregame dos al carrito", expected=buys(quantity=2)),
    row(TEE, "podrías agregar dos al carrito?", expected=buys(quantity=2)),
    row(TEE, "agrega uno más", expected=buys(quantity=1, more=True)),
    row(TEE, "la quiero en talla mediana", expected=buys(**of_size("M"))),
    row(TEE, "quiero una taza", expected=wants_another("taza")),
    row(JUICE, "quiero jugo de naranja", expected=wants_another("jugo de naranja")),
    row(JUICE, "quiero el jugo", expected=buys()),
    row(POLO, "quiero dos azules", expected=buys(quantity=2, options=(("color", "Blue"),), variant_ids=("v0", "v1"))),
    row(None, "quisiera una sudadera azul", expected=wants_another("sudadera azul")),
    row(None, "me puedes enviar las pizzas", expected=wants_another("pizzas")),
    row(
        TEE,
        "cómo hago para comprar?",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.ASK, topic=Topic.PAYMENT),
    ),
)  # fmt: skip

REFUSING = (
    row(TEE, "sí", expected=talks(yes=True)),
    row(TEE, "ok", expected=talks(yes=True)),
    row(TEE, "vale", expected=talks(yes=True)),
    row(TEE, "quiero", expected=talks(yes=True)),
    row(TEE, "no quiero", expected=talks(yes=False)),
    row(TEE, "no voy a comprar ahora", expected=talks(yes=False)),
    row(TEE, "no me interesa", expected=talks(yes=False)),
    row(TEE, "solo estoy mirando", expected=talks(yes=False)),
    row(TEE, "lo compro mañana", expected=talks(yes=False)),
    row(TEE, "tengo que pensarlo", expected=talks(yes=False)),
    row(TEE, "mi hermana compró dos", expected=talks(quantity=2)),
    row(TEE, "compré una el año pasado", expected=talks()),
    row(TEE, "llevo dos semanas esperando", expected=talks()),
    row(TEE, "quería pedir información", expected=talks()),
    row(TEE, "me mandas una foto", expected=talks()),
    row(TEE, "quiero factura", expected=talks(wish=Wish.ASK, topic=Topic.INVOICE)),
    row(TEE, "quizás lo compre después", expected=asks(Topic.OTHER)),
    row(TEE, "si llevo 2 hay descuento?", expected=asks(Topic.OTHER, quantity=2)),
    row(TEE, "no", offered=Offered.BUY, expected=talks(yes=False)),
    row(TEE, "no, gracias", offered=Offered.BUY, expected=talks(yes=False)),
    row(TEE, "ok, no", offered=Offered.BUY, expected=talks(yes=False)),
    row(TEE, "todavía no", offered=Offered.BUY, expected=talks(yes=False)),
    row(TEE, "un momento", offered=Offered.BUY, expected=talks()),
    row(TEE, "sí, pero cuánto es el envío?", offered=Offered.BUY, expected=asks(Topic.DELIVERY)),
)

ANSWERING = (
    row(TEE, "sí", offered=Offered.BUY, expected=buys(yes=True)),
    row(TEE, "vale", offered=Offered.BUY, expected=buys(yes=True)),
    row(TEE, "dale", offered=Offered.BUY, expected=buys(yes=True)),
    row(TEE, "claro que sí", offered=Offered.BUY, expected=buys(yes=True)),
    row(TEE, "sí, dos por favor", offered=Offered.BUY, expected=buys(quantity=2)),
    row(TEE, "sí, en M", offered=Offered.BUY, expected=buys(**of_size("M"))),
    row(TEE, "no, la M", offered=Offered.BUY, expected=buys(**of_size("M"))),
    row(TEE, "dos", offered=Offered.BUY, expected=buys(quantity=2)),
    row(TEE, "sí", offered=Offered.CHECK_OUT, expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHECK_OUT, yes=True)),
    row(TEE, "adelante", offered=Offered.PAY, expected=picks(yes=True)),
)  # fmt: skip

OPTIONS = (
    row(TEE, "L", expected=picks(**of_size("L"))),
    row(TEE, "talla l", expected=picks(**of_size("L"))),
    row(TEE, "la mediana", expected=picks(**of_size("M"))),
    row(TEE, "talle grande", expected=picks(**of_size("L"))),
    row(TEE, "tamaño chico", expected=picks(**of_size("S"))),
    row(TEE, "talla XXXL", expected=picks(unknown_option="XXXL")),
    row(TEE, "quiero la L, no la M", expected=buys(**of_size("L"))),
    row(TEE, "cambia la M por la L", expected=picks(**of_size("L"))),
    row(POLO, "la roja M", expected=picks(options=(("color", "Red"), ("size", "M")), variant_ids=("v3",))),
    row(POLO, "azul marino", expected=picks(options=(("color", "Navy Blue"),), variant_ids=("v4", "v5"))),
    row(POLO, "morada", expected=picks(unknown_option="morada")),
    row(POLO, "no quiero la azul", expected=talks(yes=False)),
    row(POLO, "la azul no", expected=talks(yes=False)),
    row(SHOE, "calzo 41", expected=picks(options=(("shoe-size", "41"),), variant_ids=("v2",))),
    row(SHOE, "número 42", expected=picks(options=(("shoe-size", "42"),), variant_ids=("v3",))),
)  # fmt: skip

COUNTING = (
    row(TEE, "media docena por favor", expected=picks(quantity=6)),
    row(TEE, "una docena", expected=picks(quantity=12)),
    row(TEE, "un par", expected=picks(quantity=2)),
    row(SHOE, "un par de la 42", expected=buys(quantity=1, options=(("shoe-size", "42"),), variant_ids=("v3",))),
    row(SHOE, "2 pares talla 42", expected=buys(quantity=2, options=(("shoe-size", "42"),), variant_ids=("v3",))),
    row(TEE, "quiero 2, no, 3", expected=buys(quantity=3)),
    row(TEE, "quiero dos, digo, tres", expected=buys(quantity=3)),
    row(TEE, "quiero 2, no 3", expected=talks()),
    row(TEE, "dos o tres", expected=talks()),
    row(
        TEE,
        "quiero 2 L y 1 M",
        expected=buys(quantity=2, **of_size("L"), words="quiero 2 L", also=("1 M",), ordering=True),
    ),
    row(TEE, "tengo 2 hijos", expected=talks()),
    row(TEE, "vivo en la calle Falsa 123", expected=talks(wish=Wish.CHANGE_DETAILS, topic=Topic.DETAILS)),
    row(TEE, "quiero pagar en 3 cuotas", expected=CHECK_OUT),
)  # fmt: skip


@pytest.mark.parametrize("each", WANTING + REFUSING + ANSWERING + OPTIONS + COUNTING, ids=str)
def test_reads(each: Row) -> None:
    assert read(each, "es") == each.expected
