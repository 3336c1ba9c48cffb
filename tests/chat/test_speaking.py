"""A chat goes on in the language that its shopper writes in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from agentpay_plugin.chat.desk import Ports
from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.ports import Catalogue, ProductRef
from agentpay_plugin.conversation.wanted import Found, Wanted
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.goods import Text
from agentpay_plugin.shop.sandbox.small import MUG, SMALL, TEE
from tests.chat.world import ChatWorld

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> ChatWorld:
    return ChatWorld()


def test_replies_follow_the_shopper_and_stay_there(world: ChatWorld) -> None:
    token = world.start()

    spanish = world.say(token, "hola, quiero hablar con una persona de la tienda").messages[-1]
    short = world.say(token, "gracias").messages[-1]

    assert spanish.text.startswith("He pedido a una persona de la tienda")
    assert short.text == "¡De nada!"
    assert world.look(token).locale == "es"
    back = world.say(token, "sorry, can you answer me in english please?").messages[-1]
    assert world.look(token).locale == "en"
    assert "ñ" not in back.text


def test_prices_and_offers_are_in_the_language_they_are_asked_in(world: ChatWorld) -> None:
    token = world.start()

    told = world.say(token, "você tem essa camiseta em azul no tamanho L?").messages[-1]
    bought = world.say(token, "quero duas da azul no tamanho L").messages[-1]

    assert world.look(token).locale == "pt-BR"
    assert told.text == (
        "Sim, AgentPay Tee (Blue / L) está em estoque.\n"
        "Você quer AgentPay Tee (Blue / L) por US$\xa020,00? Posso colocar no seu carrinho."
    )
    assert bought.action == "cart_changed"
    (line,) = world.look(token).cart["lines"]
    assert (line["variantId"], line["quantity"]) == ("variant-tee-blue-l", 2)


def test_a_few_foreign_words_change_nothing(world: ChatWorld) -> None:
    token = world.start()

    told = world.say(token, "muchas gracias").messages[-1]

    assert told.text == "You are welcome!"
    assert world.look(token).locale == "en"


def test_shop_that_does_not_answer_leaves_the_language_for_now(world: ChatWorld) -> None:
    token = world.start()
    world.shop.fail_next(1)

    told = world.say(token, "quiero hablar con una persona de la tienda").messages[-1]

    assert told.text.startswith("I have asked a person from the shop")
    assert world.look(token).locale == "en"
    again = world.say(token, "quiero hablar con una persona de la tienda").messages[-1]
    assert again.text.startswith("He pedido a una persona")


def test_language_is_told_with_the_send_though_a_model_makes_the_reply(world: ChatWorld) -> None:
    world.assisted()
    token = world.start()

    sent = world.say(token, "bueno, mi tío y una tarde de lluvia, ya sabes cómo es eso")

    assert sent.pending is True
    assert sent.chat is not None
    assert sent.chat.locale == "es"


def test_product_is_read_once_for_a_new_language_however_often_the_turn_is_tried(
    world: ChatWorld,
) -> None:
    read: list[str] = []

    def counting(ports: Ports) -> Ports:
        return replace(ports, catalogue=CountingCatalogue(ports.catalogue, read))

    world.assisted()
    token = world.start()
    world.around = counting

    world.ask(token, "bueno, mi tío y una tarde de lluvia, ya sabes cómo es eso")

    assert read.count("product-tee") == 1
    assert world.look(token).locale == "es"


@pytest.mark.parametrize("slug", ["enamel-mug", "agentpay-tee"])
def test_name_of_goods_in_another_language_changes_nothing(slug: str) -> None:
    goods = (TEE, replace(MUG, name=Text("Have a nice day mug")))
    world = ChatWorld(shop=SandboxShop(replace(SMALL, products=goods)))
    token = world.start(slug, locale="pt-BR")

    world.say(token, "have a nice day mug")

    assert world.look(token).locale == "pt-BR"
    world.say(token, "how much is the have a nice day mug?")
    assert world.look(token).locale == "en"


def test_no_card_number_is_looked_for_among_the_goods(world: ChatWorld) -> None:
    token = world.start()
    read: list[str] = []
    world.around = lambda ports: replace(ports, catalogue=CountingCatalogue(ports.catalogue, read))

    world.say(token, "quero pagar com o meu cartão 4242 4242 4242 4242")

    assert world.look(token).locale == "pt-BR"
    assert read
    assert "4242 4242" not in str(read)


@dataclass
class CountingCatalogue:
    """Notes what is read and looked for in the catalogue that it passes everything on to."""

    inner: Catalogue
    read: list[str]

    def product(self, ref: ProductRef) -> Product | None:
        self.read.append(ref.id or "")
        return self.inner.product(ref)

    def search(self, wanted: Wanted, limit: int) -> Found:
        self.read.append(wanted.words)
        return self.inner.search(wanted, limit)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)
