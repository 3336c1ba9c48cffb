"""Buying and not buying in Brazilian Portuguese: how many, which one, and what is no purchase."""

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
    pays_by,
    picks,
    read,
    row,
    talks,
    understood,
    wants_another,
)

CHECK_OUT = understood(Intent.PURCHASE_INTENT, wish=Wish.CHECK_OUT)

WANTING = (
    row(TEE, "quero comprar", expected=buys()),
    row(TEE, "vou levar", expected=buys()),
    row(TEE, "quero essa camiseta", expected=buys()),
    row(TEE, "Quero duas no tamanho G, por favor", expected=buys(quantity=2, **of_size("L"))),
    row(TEE, "QUERO DUAS NO TAMANHO G", expected=buys(quantity=2, **of_size("L"))),
    row(TEE, "me vê duas G pfv", expected=buys(quantity=2, **of_size("L"))),
    row(TEE, "qro 2 tbm", expected=buys(quantity=2)),
    row(TEE, "manda 2 p/ mim", expected=buys(quantity=2)),
    row(TEE, "coloca 2 no carrinho", expected=buys(quantity=2)),
    row(TEE, "adiciona mais um", expected=buys(quantity=1, more=True)),
    row(TEE, "quero a camiseta no tamanho GG", expected=buys(**of_size("XL"))),
    row(TEE, "quero uma caneca", expected=wants_another("caneca")),
    row(JUICE, "quero suco de laranja", expected=wants_another("suco de laranja")),
    row(JUICE, "quero o suco", expected=buys()),
    row(POLO, "quero duas azuis", expected=buys(quantity=2, options=(("color", "Blue"),), variant_ids=("v0", "v1"))),
    row(None, "queria um moletom azul", expected=wants_another("moletom azul")),
    row(
        TEE,
        "como faço para comprar?",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.ASK, topic=Topic.PAYMENT),
    ),
)  # fmt: skip

REFUSING = (
    row(TEE, "sim", expected=talks(yes=True)),
    row(TEE, "ok", expected=talks(yes=True)),
    row(TEE, "isso", expected=talks(yes=True)),
    row(TEE, "quero", expected=talks(yes=True)),
    row(TEE, "não quero", expected=talks(yes=False)),
    row(TEE, "n quero", expected=talks(yes=False)),
    row(TEE, "não vou comprar agora", expected=talks(yes=False)),
    row(TEE, "só tô olhando", expected=talks(yes=False)),
    row(TEE, "vou comprar amanhã", expected=talks(yes=False)),
    row(TEE, "preciso pensar", expected=talks()),
    row(TEE, "minha irmã comprou duas", expected=talks(quantity=2)),
    row(TEE, "comprei uma dessas ano passado", expected=talks()),
    row(TEE, "queria pedir uma informação", expected=talks()),
    row(TEE, "me manda uma foto", expected=talks()),
    row(TEE, "quero nota fiscal", expected=talks(wish=Wish.ASK, topic=Topic.INVOICE)),
    row(TEE, "talvez eu compre depois", expected=asks(Topic.OTHER)),
    row(TEE, "se eu levar 2 tem desconto?", expected=asks(Topic.PROMOTIONS, quantity=2)),
    row(TEE, "não", offered=Offered.BUY, expected=talks(yes=False)),
    row(TEE, "ok, não", offered=Offered.BUY, expected=talks(yes=False)),
    row(TEE, "ainda não", offered=Offered.BUY, expected=talks(yes=False)),
    row(TEE, "um momento", offered=Offered.BUY, expected=talks()),
    row(TEE, "sim, mas quanto é o frete?", offered=Offered.BUY, expected=asks(Topic.DELIVERY)),
)

ANSWERING = (
    row(TEE, "sim", offered=Offered.BUY, expected=buys(yes=True)),
    row(TEE, "pode ser", offered=Offered.BUY, expected=buys(yes=True)),
    row(TEE, "blz", offered=Offered.BUY, expected=buys(yes=True)),
    row(TEE, "isso mesmo", offered=Offered.BUY, expected=buys(yes=True)),
    row(TEE, "sim, duas por favor", offered=Offered.BUY, expected=buys(quantity=2)),
    row(TEE, "sim, na M", offered=Offered.BUY, expected=buys(**of_size("M"))),
    row(TEE, "não, a M", offered=Offered.BUY, expected=buys(**of_size("M"))),
    row(TEE, "dois", offered=Offered.BUY, expected=buys(quantity=2)),
    row(TEE, "claro", offered=Offered.CHECK_OUT, expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHECK_OUT, yes=True)),
    row(TEE, "pode ser", offered=Offered.PAY, expected=picks(yes=True)),
)  # fmt: skip

OPTIONS = (
    row(TEE, "G", expected=picks(**of_size("L"))),
    row(TEE, "tamanho g", expected=picks(**of_size("L"))),
    row(TEE, "a grande", expected=picks(**of_size("L"))),
    row(TEE, "tamanho médio", expected=picks(**of_size("M"))),
    row(TEE, "XG", expected=picks(**of_size("XXL"))),
    row(TEE, "tamanho XXG", expected=picks(unknown_option="XXG")),
    row(TEE, "quero a G, não a M", expected=buys(**of_size("L"))),
    row(TEE, "troca M por G", expected=picks(**of_size("L"))),
    row(POLO, "a vermelha M", expected=picks(options=(("color", "Red"), ("size", "M")), variant_ids=("v3",))),
    row(POLO, "azul marinho", expected=picks(options=(("color", "Navy Blue"),), variant_ids=("v4", "v5"))),
    row(POLO, "roxa", expected=picks(unknown_option="roxa")),
    row(POLO, "não quero a azul", expected=talks(yes=False)),
    row(POLO, "a azul não", expected=talks(yes=False)),
    row(POLO, "a azul não, a vermelha", expected=picks(options=(("color", "Red"),), variant_ids=("v2", "v3"))),
    row(SHOE, "calço 41", expected=picks(options=(("shoe-size", "41"),), variant_ids=("v2",))),
    row(SHOE, "número 42", expected=picks(options=(("shoe-size", "42"),), variant_ids=("v3",))),
)  # fmt: skip

COUNTING = (
    row(TEE, "meia dúzia por favor", expected=picks(quantity=6)),
    row(TEE, "duas dúzias", expected=picks(quantity=24)),
    row(TEE, "um par", expected=picks(quantity=2)),
    row(SHOE, "um par do 42", expected=buys(quantity=1, options=(("shoe-size", "42"),), variant_ids=("v3",))),
    row(SHOE, "2 pares 42", expected=buys(quantity=2, options=(("shoe-size", "42"),), variant_ids=("v3",))),
    row(TEE, "quero 2, não, 3", expected=buys(quantity=3)),
    row(TEE, "quero dois, digo, três", expected=buys(quantity=3)),
    row(TEE, "quero 2, não 3", expected=talks()),
    row(TEE, "dois ou três", expected=talks()),
    row(
        TEE,
        "quero 2 G e 1 M",
        expected=buys(quantity=2, **of_size("L"), words="quero 2 G", also=("1 M",), ordering=True),
    ),
    row(TEE, "quero uma camiseta, 3 unidades", expected=buys(quantity=3)),
    row(TEE, "tenho 2 filhos", expected=talks()),
    row(TEE, "moro na rua das Flores, 120", expected=talks(wish=Wish.CHANGE_DETAILS, topic=Topic.DETAILS)),
    row(TEE, "em 3x no cartão", expected=talks()),
    row(TEE, "quero pagar em 3x no cartão", expected=pays_by("card")),
)  # fmt: skip


@pytest.mark.parametrize("each", WANTING + REFUSING + ANSWERING + OPTIONS + COUNTING, ids=str)
def test_reads(each: Row) -> None:
    assert read(each, "pt-BR") == each.expected
