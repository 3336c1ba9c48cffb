"""A whole purchase in Portuguese and in Spanish, as its shopper reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from agentpay_plugin.chat import operations
from agentpay_plugin.chat.opening import StartInput
from agentpay_plugin.chat.refusals import Problem
from agentpay_plugin.models import Charge
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.assortment import assortment
from tests.charges.world import SETTINGS
from tests.chat.world import ANYBODY, ChatWorld, texts, the_card

pytestmark = pytest.mark.django_db(transaction=True)

BRAZILIAN = {
    "firstName": "Ana",
    "lastName": "Souza",
    "streetAddress1": "Av. Paulista, 1000",
    "city": "São Paulo",
    "postalCode": "01310-100",
    "country": "BR",
    "countryArea": "SP",
}
SPANISH = {
    "firstName": "Ana",
    "lastName": "Ruiz",
    "streetAddress1": "Calle Mayor 1",
    "city": "Madrid",
    "postalCode": "28013",
    "country": "ES",
    "countryArea": "Madrid",
}


def opened(channel: str, locale: str) -> tuple[ChatWorld, str]:
    """A chat about the essential tee, in a shop that speaks the shopper's language."""
    shop = SandboxShop(assortment())
    world = ChatWorld(shop=shop)
    world.refusing(catalogue=shop.catalogue(channel, locale), carts=shop.carts(channel, locale))
    return world, world.start("essential-tee", channel=channel, locale=locale)


def read(sent: operations.Sent) -> list[str]:
    """The lines of the answer, with plain blanks."""
    return "\n".join(texts(sent.messages)).replace("\xa0", " ").splitlines()


def labels(sent: operations.Sent) -> list[str]:
    replies = the_card(sent.messages, "ChatQuickReplies")["replies"]
    return [reply["label"].replace("\xa0", " ") for reply in replies]


def pay(world: ChatWorld, token: str, quoted: operations.Sent) -> operations.Sent:
    version = the_card(quoted.messages, "ChatQuote")["version"]
    return world.tap(token, pay={"method": "card", "quoteVersion": version})


def form(sent: operations.Sent) -> dict[str, Any]:
    return the_card(sent.messages, "ChatDetailsForm")


def test_purchase_in_brazilian_portuguese() -> None:
    world, token = opened("brazil", "pt-BR")

    greeted = world.look(token).messages
    asked = world.say(token, "De que material é?")
    which = world.say(token, "Quero duas, tamanho M")
    added = world.say(token, "azul")
    shipping = world.say(token, "Quanto é o frete?")
    details = world.say(token, "finalizar a compra")
    wrong = world.tap(
        token, giveDetails={"email": "ana@", "shippingAddress": BRAZILIAN | {"city": ""}}
    )
    ways = world.tap(token, giveDetails={"email": "ana@example.com", "shippingAddress": BRAZILIAN})
    quoted = world.tap(token, chooseDelivery={"optionId": "delivery-economica"})
    paying = pay(world, token, quoted)
    early = world.say(token, "já paguei")
    world.pay(str(Charge.objects.get().pk))
    paid = world.say(token, "já paguei")
    status = world.say(token, "cadê meu pedido?")

    assert texts(greeted)[0].replace("\xa0", " ").splitlines() == [
        "Este produto é: Camiseta Essencial. Pergunte sobre ele ou diga que quer comprar.",
        "Camiseta Essencial: R$ 89,90",
    ]
    assert read(asked)[0] == "Material: Algodão orgânico."
    assert read(which)[0] == (
        "Qual você prefere? Há em estoque: Azul / M, Preto / M, Branco / M e Verde / M."
    )
    assert read(added) == [
        "Coloquei 2 × Camiseta Essencial (Azul / M) no seu carrinho.",  # noqa: RUF001
        "2 × Camiseta Essencial (Azul / M): R$ 179,80",  # noqa: RUF001
        "Total: R$ 179,80",
        "Vamos finalizar a compra? Você também pode continuar comprando.",
    ]
    assert "Entrega econômica: R$ 19,90, de 5 a 9 dias." in read(shipping)
    assert read(details) == ["Para onde enviamos? Preencha seus dados, por favor."]
    assert (form(details)["countryName"], form(details)["countryAreaLabel"]) == ("Brasil", "Estado")
    assert form(details)["postalCodeLabel"] == "CEP"
    assert read(wrong)[0] == "Há algo nos seus dados que precisa ser revisto."
    assert form(wrong)["errors"] == [
        {"field": "email", "message": "Escreva um e-mail, como nome@example.com."},
        {"field": "city", "message": "Preencha este campo."},
    ]
    assert read(ways)[0] == "Como você prefere receber?"
    assert read(quoted) == [
        "Entrega escolhida: Entrega econômica.",
        "Seu total é R$ 199,70. Confira e escolha como pagar. Nada é cobrado antes disso.",
        "2 × Camiseta Essencial (Azul / M): R$ 179,80",  # noqa: RUF001
        "Subtotal: R$ 179,80",
        "Entrega (Entrega econômica): R$ 19,90",
        "Total: R$ 199,70",
        "Impostos incluídos: R$ 29,01",
    ]
    assert labels(quoted) == ["Pagar R$ 199,70 com PIX", "Pagar R$ 199,70 com cartão"]
    assert read(paying)[0] == (
        "Sua página de pagamento está pronta: R$ 199,70. Aviso aqui assim que o pagamento chegar."
    )
    assert labels(paying) == ["Já paguei", "Cancelar pagamento"]
    assert read(early)[0] == (
        "O pagamento de R$ 199,70 ainda não chegou. Se você acabou de pagar, espere um instante;"
        " se não deu certo, tente de novo na página, também com outro cartão, ou cancele o pagamento."
    )
    assert read(paid) == [
        "Obrigado! Seu pedido 1 foi feito.",
        "Pedido 1: R$ 199,70 pagos",
        "2 × Camiseta Essencial (Azul / M): R$ 179,80",  # noqa: RUF001
    ]
    assert read(status) == ["Este é seu pedido 1:", "Pedido 1: em preparação"]


def test_purchase_in_spanish() -> None:
    world, token = opened("default-channel", "es")

    greeted = world.look(token).messages
    asked = world.say(token, "¿De qué material es?")
    which = world.say(token, "Quiero dos, talla L")
    added = world.say(token, "azul")
    shipping = world.say(token, "¿Cuánto cuesta el envío a España?")
    details = world.say(token, "finalizar la compra")
    spain = world.tap(token, chooseCountry={"country": "ES"})
    wrong = world.tap(token, giveDetails={"email": "", "shippingAddress": SPANISH | {"city": ""}})
    ways = world.tap(token, giveDetails={"email": "ana@example.com", "shippingAddress": SPANISH})
    quoted = world.tap(token, chooseDelivery={"optionId": "delivery-europe"})
    paying = pay(world, token, quoted)
    cancelled = world.say(token, "cancelar el pago")
    paying_again = pay(world, token, cancelled)
    world.pay(str(Charge.objects.get(state="open").pk))
    paid = world.say(token, "ya he pagado")
    status = world.say(token, "¿dónde está mi pedido?")

    assert texts(greeted)[0].replace("\xa0", " ").splitlines() == [
        "Este producto es: Camiseta Esencial. Pregúntame lo que quieras o dime que quieres comprarlo.",
        "Camiseta Esencial: 24,00 US$",
    ]
    assert read(asked)[0] == "Material: Algodón orgánico."
    assert read(which)[0] == (
        "¿Cuál prefieres? Hay disponibles: Azul / L, Negro / L, Blanco / L y Verde / L."
    )
    assert read(added) == [
        "He puesto 2 × Camiseta Esencial (Azul / L) en tu carrito.",  # noqa: RUF001
        "2 × Camiseta Esencial (Azul / L): 48,00 US$",  # noqa: RUF001
        "Total: 48,00 US$",
        "¿Finalizamos la compra? También puedes seguir comprando.",
    ]
    assert read(shipping)[:2] == [
        "Estas son las formas de entrega para este destino (España):",
        "Paquete a Europa: 12,00 US$, de 4 a 8 días.",
    ]
    assert read(details) == ["¿A dónde lo enviamos? Rellena tus datos, por favor."]
    assert (form(details)["countryName"], form(details)["postalCodeLabel"]) == (
        "Estados Unidos",
        "Código ZIP",
    )
    assert (form(spain)["countryName"], form(spain)["countryAreaLabel"]) == ("España", "Provincia")
    assert form(spain)["postalCodeLabel"] == "Código postal"
    assert {"value": "BI", "label": "Biscaia / Bizkaia / Vizcaya"} in form(spain)["countryAreas"]
    assert read(wrong)[0] == "Hay algo en tus datos que conviene revisar."
    assert form(wrong)["errors"][-1] == {"field": "city", "message": "Rellena este campo."}
    assert read(ways)[0] == "¿Cómo prefieres recibirlo?"
    assert read(quoted) == [
        "Entrega elegida: Paquete a Europa.",
        "Tu total es 60,00 US$. Revísalo y elige cómo pagar. No se cobra nada antes.",
        "2 × Camiseta Esencial (Azul / L): 48,00 US$",  # noqa: RUF001
        "Subtotal: 48,00 US$",
        "Entrega (Paquete a Europa): 12,00 US$",
        "Total: 60,00 US$",
        "Impuestos incluidos: 4,44 US$",
    ]
    assert labels(quoted) == ["Pagar 60,00 US$ con tarjeta"]
    assert read(paying)[0] == (
        "Tu página de pago está lista: 60,00 US$. Te aviso aquí en cuanto llegue el pago."
    )
    assert read(cancelled)[0] == (
        "El pago está cancelado, no se cobró nada. ¿Quieres pagar de otra forma o intentarlo de nuevo?"
    )
    assert labels(paying_again) == ["Ya he pagado", "Cancelar pago"]
    assert read(paid) == [
        "¡Gracias! Tu pedido 1 está hecho.",
        "Pedido 1: 60,00 US$ pagados",
        "2 × Camiseta Esencial (Azul / L): 48,00 US$",  # noqa: RUF001
    ]
    assert read(status) == ["Este es tu pedido 1:", "Pedido 1: en preparación"]


@pytest.mark.parametrize(
    ("locale", "message"),
    [
        ("pt-BR", "O chat está fechado no momento."),
        ("pt-PT", "O chat está fechado no momento."),
        ("es-MX", "El chat está cerrado en este momento."),
        ("fr", "The chat is closed at the moment."),
        ("no language", "The chat is closed at the moment."),
    ],
)
def test_refusal_speaks_the_callers_language(world: ChatWorld, locale: str, message: str) -> None:
    world.settings = replace(SETTINGS, active=False)

    started = operations.start(world.chat_desk, ANYBODY, StartInput("default-channel", locale))

    assert started.errors == (Problem(message, "CHAT_CLOSED", "input.channel"),)


@pytest.mark.parametrize(
    ("locale", "message"),
    [
        ("en", "At most 2,000 characters, please."),
        ("pt-BR", "Use no máximo 2.000 caracteres."),
        ("es", "Usa como máximo 2.000 caracteres."),
    ],
)
def test_later_refusals_speak_the_conversations_language(
    world: ChatWorld, locale: str, message: str
) -> None:
    token = world.start(locale=locale)

    refused = world.say(token, "x" * 2001)

    assert refused.errors == (Problem(message, "TOO_LONG", "text"),)
