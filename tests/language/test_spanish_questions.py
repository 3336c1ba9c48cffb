"""Questions, the cart, paying, orders, people and talk in Spanish."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Intent, Subject, Topic, Wish
from tests.language.reader import (
    JUICE,
    POLO,
    SHOE,
    TEE,
    Row,
    asks,
    gives_code,
    looks_for,
    of_size,
    pays_by,
    read,
    row,
    talks,
    talks_of,
    understood,
)

CHECK_OUT = understood(Intent.PURCHASE_INTENT, wish=Wish.CHECK_OUT)
PAID = understood(Intent.PAYMENT_CONFIRMATION, wish=Wish.SAY_PAID)
ORDER = understood(Intent.PAYMENT_CONFIRMATION, wish=Wish.ORDER_STATUS)

ASKING = (
    row(TEE, "¿cuánto cuesta?", expected=asks(Topic.PRICE)),
    row(TEE, "cuanto sale", expected=asks(Topic.PRICE)),
    row(TEE, "precio?", expected=asks(Topic.PRICE)),
    row(TEE, "la tienes en M?", expected=asks(Topic.STOCK, **of_size("M"))),
    row(TEE, "la tenés en S?", expected=asks(Topic.STOCK, **of_size("S"))),
    row(TEE, "hay en talla L", expected=asks(Topic.STOCK, **of_size("L"))),
    row(SHOE, "tienen la 42?", expected=asks(Topic.STOCK, options=(("shoe-size", "42"),), variant_ids=("v3",))),
    row(POLO, "tienen verde?", expected=asks(Topic.STOCK, unknown_option="verde")),
    row(TEE, "qué tallas hay?", expected=asks(Topic.OPTIONS, attribute="size")),
    row(TEE, "tienen otros colores?", expected=asks(Topic.OPTIONS, attribute="color")),
    row(TEE, "es de algodón?", expected=asks(Topic.ATTRIBUTE, attribute="material")),
    row(TEE, "de qué marca es", expected=asks(Topic.ATTRIBUTE, attribute="brand")),
    row(TEE, "tiene garantía?", expected=asks(Topic.ATTRIBUTE, attribute="warranty")),
    row(TEE, "¿envían a México?", expected=asks(Topic.DELIVERY, country="MX")),
    row(TEE, "envian a mexico", expected=asks(Topic.DELIVERY, country="MX")),
    row(TEE, "envían a EEUU?", expected=asks(Topic.DELIVERY, country="US")),
    row(TEE, "para cuándo llega si compro hoy?", expected=asks(Topic.DELIVERY)),
    row(TEE, "el envío es gratis?", expected=asks(Topic.DELIVERY)),
    row(TEE, "aceptan mercadopago?", expected=asks(Topic.PAYMENT)),
    row(TEE, "puedo pagar en cuotas?", expected=asks(Topic.INSTALLMENTS)),
    row(TEE, "es seguro pagar aquí?", expected=asks(Topic.PAYMENT)),
    row(TEE, "puedo pagar mi compra en cuotas?", expected=asks(Topic.INSTALLMENTS)),
    row(TEE, "reciben transferencia?", expected=asks(Topic.PAYMENT, method="other")),
    row(TEE, "se puede devolver?", expected=asks(Topic.RETURNS)),
    row(TEE, "hay descuento?", expected=asks(Topic.PROMOTIONS)),
    row(TEE, "encoge al lavar?", expected=asks(Topic.ATTRIBUTE, attribute="care")),
    row(TEE, "cuéntame más sobre ella", expected=asks(Topic.DESCRIPTION)),
    row(None, "tienen zapatillas negras?", expected=looks_for("zapatillas negras")),
    row(None, "busco una sudadera azul", expected=looks_for("sudadera azul")),
    row(None, "cuánto cuesta la taza negra?", expected=looks_for("taza negra", topic=Topic.PRICE)),
)  # fmt: skip

IN_THE_CART = (
    row(JUICE, "quita el jugo", expected=talks(wish=Wish.REMOVE, product_mention="Apple Juice", variant_ids=("v0",))),
    row(JUICE, "ya no quiero el jugo", expected=talks(wish=Wish.REMOVE, product_mention="Apple Juice", variant_ids=("v0",))),
    row(JUICE, "quítalo", expected=talks(wish=Wish.REMOVE)),
    row(JUICE, "cambia a 3", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHANGE_QUANTITY, quantity=3)),
    row(JUICE, "solo uno", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHANGE_QUANTITY, quantity=1)),
    row(JUICE, "ver mi carrito", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.SHOW_CART)),
    row(JUICE, "eso es todo", expected=CHECK_OUT),
    row(JUICE, "finalizar compra", expected=CHECK_OUT),
    row(JUICE, "quiero pagar con tarjeta", expected=pays_by("card")),
    row(JUICE, "mándame el link de pago", expected=CHECK_OUT),
    row(JUICE, "cancela el pago", expected=talks(wish=Wish.CANCEL_PAYMENT)),
    row(JUICE, "quiero cancelar mi pedido", expected=talks(wish=Wish.CANCEL_PAYMENT)),
)  # fmt: skip

AFTERWARDS = (
    row(TEE, "ya pagué", expected=PAID),
    row(TEE, "acabo de hacer la transferencia", expected=PAID),
    row(TEE, "les llegó mi pago?", expected=PAID),
    row(TEE, "mi tarjeta fue rechazada", expected=PAID),
    row(TEE, "todavía no pagué", expected=talks()),
    row(TEE, "dónde está mi pedido", expected=ORDER),
    row(TEE, "cuándo llega mi paquete?", expected=ORDER),
    row(TEE, "todavía no me llegó el pedido", expected=ORDER),
    row(TEE, "quiero rastrear mi pedido", expected=ORDER),
    row(TEE, "quiero devolverlo", expected=talks(wish=Wish.TROUBLE, topic=Topic.RETURNS)),
    row(TEE, "quiero que me devuelvan mi dinero", expected=talks(wish=Wish.TROUBLE, topic=Topic.RETURNS)),
)  # fmt: skip

CODES = (
    row(None, "código PROMO20", expected=gives_code("PROMO20")),
    row(None, "tengo un cupón: BIENVENIDO10", expected=gives_code("BIENVENIDO10")),
    row(None, "mi cupon es verano20", expected=gives_code("verano20")),
    row(None, "tarjeta de regalo GC-12AB", expected=gives_code("GC-12AB")),
    row(None, "mi código postal es 28001", expected=talks(postal_code="28001")),
    row(
        None,
        "tengo un cupón de descuento",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.APPLY_PROMO, promo_code=""),
    ),
)  # fmt: skip

TALKING = (
    row(None, "hola que tal?", expected=talks(wish=Wish.GREET)),
    row(None, "buenos días", expected=talks(wish=Wish.GREET)),
    row(None, "grax", expected=talks(wish=Wish.THANK)),
    row(None, "quiero hablar con una persona", expected=talks(wish=Wish.PERSON)),
    row(None, "eres un robot?", expected=talks(wish=Wish.HELP)),
    row(
        None,
        "tienen tienda física?",
        expected=talks(wish=Wish.ASK, topic=Topic.LOCATION),
    ),
    row(None, "cómo está el clima hoy?", expected=talks_of(Subject.WORLD)),
    row(None, "mi correo es ana@ejemplo.com", expected=talks(email="ana@ejemplo.com")),
)


@pytest.mark.parametrize("each", ASKING + IN_THE_CART + AFTERWARDS + CODES + TALKING, ids=str)
def test_reads(each: Row) -> None:
    assert read(each, "es") == each.expected
