"""Questions, the cart, paying, orders, people and talk in Brazilian Portuguese."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Intent, Pick, Subject, Topic, Wish
from tests.language.reader import (
    JUICE,
    POLO,
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
    row(TEE, "quanto custa?", expected=asks(Topic.PRICE)),
    row(TEE, "qto custa", expected=asks(Topic.PRICE)),
    row(TEE, "qual o preço da G?", expected=asks(Topic.PRICE, **of_size("L"))),
    row(TEE, "tem no tamanho M?", expected=asks(Topic.STOCK, **of_size("M"))),
    row(TEE, "vc tem na P", expected=asks(Topic.STOCK, **of_size("S"))),
    row(POLO, "tem verde?", expected=asks(Topic.STOCK, unknown_option="verde")),
    row(TEE, "quais tamanhos tem?", expected=asks(Topic.OPTIONS, attribute="size")),
    row(TEE, "tem outras cores?", expected=asks(Topic.OPTIONS, attribute="color")),
    row(TEE, "é de algodão?", expected=asks(Topic.ATTRIBUTE, attribute="material")),
    row(TEE, "qual a marca", expected=asks(Topic.ATTRIBUTE, attribute="brand")),
    row(TEE, "tem garantia?", expected=asks(Topic.ATTRIBUTE, attribute="warranty")),
    row(TEE, "vocês entregam em Recife?", expected=asks(Topic.DELIVERY, city="Recife")),
    row(TEE, "voces entregam na alemanha", expected=asks(Topic.DELIVERY, country="DE")),
    row(TEE, "entrega nos EUA?", expected=asks(Topic.DELIVERY, country="US")),
    row(TEE, "qual o prazo de entrega", expected=asks(Topic.DELIVERY)),
    row(TEE, "se eu pagar hoje quando chega?", expected=asks(Topic.DELIVERY)),
    row(TEE, "aceita pix?", expected=asks(Topic.PAYMENT, method="pix")),
    row(TEE, "posso pagar no boleto?", expected=asks(Topic.PAYMENT, method="other")),
    row(TEE, "parcela em 3x?", expected=asks(Topic.INSTALLMENTS)),
    row(TEE, "posso parcelar minha compra?", expected=asks(Topic.INSTALLMENTS)),
    row(TEE, "aceita transferência?", expected=asks(Topic.PAYMENT, method="other")),
    row(TEE, "minha compra tem garantia?", expected=asks(Topic.ATTRIBUTE, attribute="warranty")),
    row(JUICE, "posso retirar na loja?", expected=asks(Topic.DELIVERY, pick=Pick.COLLECT)),
    row(TEE, "posso trocar se não servir?", expected=asks(Topic.RETURNS)),
    row(TEE, "tem desconto?", expected=asks(Topic.PROMOTIONS)),
    row(TEE, "lava na máquina?", expected=asks(Topic.ATTRIBUTE, attribute="care")),
    row(TEE, "me fala mais sobre ela", expected=asks(Topic.DESCRIPTION)),
    row(None, "vocês têm tênis de corrida?", expected=looks_for("tênis de corrida")),
    row(None, "procuro um moletom azul", expected=looks_for("moletom azul")),
    row(
        None,
        "quanto custa a caneca preta?",
        expected=looks_for("caneca preta", topic=Topic.PRICE),
    ),
)

IN_THE_CART = (
    row(JUICE, "tira o suco", expected=talks(wish=Wish.REMOVE, product_mention="Apple Juice", variant_ids=("v0",))),
    row(JUICE, "não quero mais o suco", expected=talks(wish=Wish.REMOVE, product_mention="Apple Juice", variant_ids=("v0",))),
    row(JUICE, "tira um", expected=talks(wish=Wish.REMOVE, quantity=1)),
    row(JUICE, "muda para 3", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHANGE_QUANTITY, quantity=3)),
    row(JUICE, "só um", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHANGE_QUANTITY, quantity=1)),
    row(JUICE, "ver meu carrinho", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.SHOW_CART)),
    row(JUICE, "é só isso", expected=CHECK_OUT),
    row(JUICE, "finalizar compra", expected=CHECK_OUT),
    row(JUICE, "quero pagar com pix", expected=pays_by("pix")),
    row(JUICE, "me manda o link de pagamento", expected=CHECK_OUT),
    row(JUICE, "cancela o pagamento", expected=talks(wish=Wish.CANCEL_PAYMENT)),
    row(JUICE, "quero cancelar meu pedido", expected=talks(wish=Wish.CANCEL_PAYMENT)),
)  # fmt: skip

AFTERWARDS = (
    row(TEE, "já paguei", expected=PAID),
    row(TEE, "paguei o pix", expected=PAID),
    row(TEE, "acabei de fazer a transferência", expected=PAID),
    row(TEE, "o pix caiu?", expected=PAID),
    row(TEE, "meu cartão foi recusado", expected=PAID),
    row(TEE, "ainda não paguei", expected=talks()),
    row(TEE, "cadê meu pedido", expected=ORDER),
    row(TEE, "kd meu pedido", expected=ORDER),
    row(TEE, "quando chega minha encomenda?", expected=ORDER),
    row(TEE, "meu pedido ainda não chegou", expected=ORDER),
    row(TEE, "quero rastrear meu pedido", expected=ORDER),
    row(TEE, "quero devolver", expected=talks(wish=Wish.TROUBLE, topic=Topic.RETURNS)),
    row(TEE, "quero meu dinheiro de volta", expected=talks(wish=Wish.TROUBLE, topic=Topic.RETURNS)),
)

CODES = (
    row(None, "cupom VOLTEI", expected=gives_code("VOLTEI")),
    row(None, "meu cupom é natal20", expected=gives_code("natal20")),
    row(None, "usar o código PROMO-20", expected=gives_code("PROMO-20")),
    row(None, "tenho um vale-presente: GC-12AB", expected=gives_code("GC-12AB")),
    row(None, "meu CEP é 01310-100", expected=talks(postal_code="01310-100")),
    row(
        None,
        "tenho um cupom de desconto",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.APPLY_PROMO, promo_code=""),
    ),
)  # fmt: skip

TALKING = (
    row(None, "oi tudo bem?", expected=talks(wish=Wish.GREET)),
    row(None, "boa noite", expected=talks(wish=Wish.GREET)),
    row(None, "vlw", expected=talks(wish=Wish.THANK)),
    row(None, "quero falar com um atendente", expected=talks(wish=Wish.PERSON)),
    row(None, "vc é um robô?", expected=talks(wish=Wish.HELP)),
    row(
        None,
        "vcs têm loja física?",
        expected=talks(wish=Wish.ASK, topic=Topic.LOCATION),
    ),
    row(None, "como está o tempo hoje?", expected=talks_of(Subject.WORLD)),
    row(None, "meu email é Ana.Lima@exemplo.com.br", expected=talks(email="Ana.Lima@exemplo.com.br")),
)  # fmt: skip


@pytest.mark.parametrize("each", ASKING + IN_THE_CART + AFTERWARDS + CODES + TALKING, ids=str)
def test_reads(each: Row) -> None:
    assert read(each, "pt-BR") == each.expected
