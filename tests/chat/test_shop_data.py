"""Questions of all kinds in the demo's shop, answered from its own data, in three languages, by few calls."""

from __future__ import annotations

from typing import Any

import pytest

from agentpay_plugin.chat.operations import Sent
from agentpay_plugin.demo.answers import ANSWERS
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.assortment import assortment
from tests.chat.world import ChatWorld, texts

pytestmark = pytest.mark.django_db(transaction=True)

CHANNELS = {"en": "default-channel", "es": "default-channel", "pt-BR": "brazil"}


class Asking:
    """A shopper who asks, and how often the shop was asked for it."""

    def __init__(self, locale: str, product: str | None) -> None:
        shop, channel = SandboxShop(assortment()), CHANNELS[locale]
        self.shop, self.world = shop, ChatWorld(shop=shop)
        self.world.with_settings(answers=ANSWERS)
        self.world.refusing(catalogue=shop.catalogue(channel, locale))
        self.token = self.world.start(product, channel=channel, locale=locale)

    def says(self, words: str) -> tuple[str, list[str]]:
        before = len(self.shop.calls)
        sent: Sent = self.world.say(self.token, words)
        return "\n".join(texts(sent.messages)).replace("\xa0", " "), self.shop.calls[before:]


def goods(locale: str, words: str, *expected: str, product: str | None = None) -> Any:
    return pytest.param(locale, product, words, expected, ["catalogue.search"], id=words)


def quoted(locale: str, words: str, *expected: str, product: str | None = None) -> Any:
    return pytest.param(locale, product, words, expected, ["library.passages"], id=words)


def told(locale: str, product: str | None, words: str, *expected: str, calls: int = 0) -> Any:
    return pytest.param(locale, product, words, expected, ["?"] * calls, id=words)


@pytest.mark.parametrize(
    ("locale", "product", "words", "expected", "calls"),
    [
        # goods, by other words and within what is required
        goods("en", "do you have soft drinks?", "Mountain Green Tea", "Cold Brew"),
        goods("en", "do you sell sweaters?", "Fjord", "Harbor Hoodie"),
        goods("en", "any hoddies?", "I looked for “hoodie”", "Harbor Hoodie"),
        goods("en", "show me blue shirts under 60", "Linen Shirt", "Oxford Shirt"),
        goods("en", "mugs under 10", "I found none for $10.00 or less.", "Enamel Camp Mug"),
        goods("en", "what's in summer picks?", "In Summer picks there is:", "Garden Dress"),
        goods("en", "something for my dad under 30", "How about one of these?", "Essential Tee"),
        goods("pt-BR", "tem camisetas até 100 reais?", "Camiseta Essencial: R$ 89,90"),
        goods("pt-BR", "vocês têm fones de ouvido?", "Fones sem Fio Drift"),
        goods("pt-BR", "tem mochila preta?", "Mochila"),
        goods("pt-BR", "um presente para minha mãe até 100 reais", "Que tal um destes?"),
        goods("es", "¿tienen zapatillas por menos de 60 dólares?", "No he encontrado ninguno por 60,00 US$", "Zapatillas Court"),
        goods("es", "¿qué hay en selección de verano?", "En Selección de verano hay:", "Taza Esmaltada"),
        goods("es", "busco auriculares", "Auriculares"),
        # what the shop is, and what it wrote
        pytest.param("en", None, "what do you sell?", ("T-shirts, Shirts", "Summer picks and Gifts for readers"), ["catalogue.groups"], id="en-groups"),
        pytest.param("pt-BR", None, "o que vocês vendem?", ("Camisetas, Camisas", "Seleção de verão"), ["catalogue.groups"], id="pt-groups"),
        pytest.param("es", None, "¿qué venden?", ("Camisetas, Camisas", "Selección de verano"), ["catalogue.groups"], id="es-groups"),
        quoted("en", "can I return it?", "From the page “Returns & refunds”", "30 days", product="linen-shirt"),
        quoted("en", "when are you open?", "Monday to Saturday"),
        quoted("en", "where is your store?", "25 Jay Street", product="linen-shirt"),
        quoted("en", "which size should I take?", "From the page “Size guide”", "Chest", product="linen-shirt"),
        quoted("en", "is there a warranty?", "two years", product="commuter-backpack"),
        quoted("en", "do you gift wrap?", "brown paper"),
        quoted("pt-BR", "posso trocar se não servir?", "Da página “Trocas e devoluções”", product="linen-shirt"),
        quoted("pt-BR", "qual o horário de funcionamento?", "segunda a sábado"),
        quoted("pt-BR", "tem garantia?", "dois anos", product="linen-shirt"),
        quoted("es", "¿puedo devolverlo?", "De la página «Cambios y devoluciones»", product="linen-shirt"),
        quoted("es", "¿cómo los contacto?", "hola@shop.example"),
        # the product's own data
        told("en", "linen-shirt", "how do I wash it?", "Care: Machine wash at 30 °C."),
        told("en", "breton-tee", "is it on sale?", "costs $32.00 now, down from $40.00"),
        told("pt-BR", "linen-shirt", "como lavo essa camisa?", "Cuidados: Lavar à máquina a 30 °C."),
        told("es", "linen-shirt", "¿de qué material es?", "Material: Lino"),
        told("en", "hibiscus-tea", "is it in stock?", "is sold out", "This is in stock and comes near:", "Mountain Green Tea", calls=1),
        # side by side
        told("en", None, "which is better, the linen shirt or the oxford shirt?", "Oxford Shirt costs least: $54.00, against $59.00.", "Material: Linen (Linen Shirt) and Cotton (Oxford Shirt).", calls=2),
        told("pt-BR", "linen-shirt", "qual a diferença entre a camisa de linho e a camiseta essencial?", "O mais barato é Camiseta Essencial: R$ 89,90, contra R$ 219,90.", calls=1),
        # what nobody wrote down
        quoted("en", "is it bulletproof?", "The shop does not say that of Linen Shirt. I can ask a person for you.", product="linen-shirt"),
    ],
)  # fmt: skip
def test_a_question_is_answered_from_the_shops_data(
    locale: str, product: str | None, words: str, expected: tuple[str, ...], calls: list[str]
) -> None:
    answer, asked = Asking(locale, product).says(words)

    for piece in expected:
        assert piece in answer
    assert len(asked) == len(calls)
    assert asked == calls or "?" in calls
