"""Questions of the shop itself, wishes for a suggestion, and collections, in three languages."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.reading import Offered, Reading, ReadingContext, Topic, Wish
from agentpay_plugin.language.rules import RulesLanguage
from tests.language.reader import TEE


def read(locale: str, text: str, product: Product | None = None) -> Reading:
    return RulesLanguage().read(text, ReadingContext(locale, product, None, Offered.NOTHING))


@pytest.mark.parametrize(
    ("locale", "text", "topic"),
    [
        ("en", "what do you sell?", Topic.GOODS),
        ("en", "what categories do you have?", Topic.GOODS),
        ("en", "what kind of things do you have in the shop", Topic.GOODS),
        ("en", "when are you open?", Topic.HOURS),
        ("en", "opening hours", Topic.HOURS),
        ("en", "what time do you close on sundays?", Topic.HOURS),
        ("en", "where are you located?", Topic.LOCATION),
        ("en", "do you have a physical store?", Topic.LOCATION),
        ("en", "how can I contact you?", Topic.CONTACT),
        ("en", "what's your phone number?", Topic.CONTACT),
        ("en", "do you have any discounts right now?", Topic.PROMOTIONS),
        ("en", "is it on sale?", Topic.PROMOTIONS),
        ("en", "anything on offer?", Topic.PROMOTIONS),
        ("pt-BR", "tem algo em promoção?", Topic.PROMOTIONS),
        ("es", "¿hay algo en oferta?", Topic.PROMOTIONS),
        ("en", "do you have a size chart?", Topic.SIZES),
        ("en", "which size should I take?", Topic.SIZES),
        ("pt-BR", "o que vocês vendem?", Topic.GOODS),
        ("pt-BR", "quais categorias vocês têm?", Topic.GOODS),
        ("pt-BR", "que horas vocês abrem?", Topic.HOURS),
        ("pt-BR", "qual o horário de funcionamento?", Topic.HOURS),
        ("pt-BR", "onde fica a loja?", Topic.LOCATION),
        ("pt-BR", "vocês têm loja física?", Topic.LOCATION),
        ("pt-BR", "como entro em contato com vocês?", Topic.CONTACT),
        ("pt-BR", "qual o telefone de vocês?", Topic.CONTACT),
        ("pt-BR", "tem alguma promoção hoje?", Topic.PROMOTIONS),
        ("pt-BR", "tem tabela de medidas?", Topic.SIZES),
        ("es", "¿qué venden?", Topic.GOODS),
        ("es", "¿qué categorías tienen?", Topic.GOODS),
        ("es", "¿a qué hora abren?", Topic.HOURS),
        ("es", "horario de atención", Topic.HOURS),
        ("es", "¿dónde queda la tienda?", Topic.LOCATION),
        ("es", "¿tienen tienda física?", Topic.LOCATION),
        ("es", "¿cómo puedo contactarlos?", Topic.CONTACT),
        ("es", "¿cuál es su teléfono?", Topic.CONTACT),
        ("es", "¿tienen descuentos?", Topic.PROMOTIONS),
        ("es", "¿tienen guía de tallas?", Topic.SIZES),
    ],
)
def test_a_question_of_the_shop_is_read(locale: str, text: str, topic: Topic) -> None:
    for product in (None, TEE):
        reading = read(locale, text, product)
        assert (reading.wish, reading.topic) == (Wish.ASK, topic)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "what do you recommend?"),
        ("en", "gift ideas"),
        ("en", "something for my dad under 50"),
        ("en", "I need a gift for my mom"),
        ("pt-BR", "o que você recomenda?"),
        ("pt-BR", "um presente para minha mãe"),
        ("pt-BR", "algo para meu pai até 100 reais"),
        ("es", "¿qué me recomiendas?"),
        ("es", "un regalo para mi padre"),
        ("es", "necesito ideas"),
    ],
)
def test_a_wish_for_a_suggestion_is_read(locale: str, text: str) -> None:
    assert read(locale, text).wish is Wish.SUGGEST


@pytest.mark.parametrize(
    ("locale", "text", "mention"),
    [
        ("en", "what's in summer picks?", "summer picks"),
        ("pt-BR", "o que tem na seleção de verão?", "seleção de verão"),
        ("es", "¿qué hay en selección de verano?", "selección de verano"),
    ],
)
def test_a_collection_is_looked_for(locale: str, text: str, mention: str) -> None:
    reading = read(locale, text)

    assert (reading.wish, reading.product_mention) == (Wish.SEARCH, mention)


@pytest.mark.parametrize(
    ("locale", "text", "wish"),
    [
        ("en", "I'll take it as a gift for my dad", Wish.BUY),
        ("en", "where is my order?", Wish.ORDER_STATUS),
        ("en", "I want to talk to a person", Wish.PERSON),
        ("pt-BR", "onde está meu pedido?", Wish.ORDER_STATUS),
        ("es", "¿dónde está mi pedido?", Wish.ORDER_STATUS),
        ("es", "quiero comprar esta camiseta", Wish.BUY),
    ],
)
def test_other_wishes_stay_what_they_are(locale: str, text: str, wish: Wish) -> None:
    reading = read(locale, text, TEE)

    assert reading.wish is wish
    assert reading.topic not in (Topic.LOCATION, Topic.HOURS, Topic.CONTACT, Topic.GOODS)
