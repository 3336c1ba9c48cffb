"""What is asked on the way to an order: tax, the total with delivery, the address, gift cards, instalments."""

from __future__ import annotations

import pytest

from tests.chat.shopper import Shopper, read
from tests.chat.world import the_card

pytestmark = pytest.mark.django_db(transaction=True)

BUYS = {"en": "one blue in M", "pt-BR": "quero uma azul M", "es": "quiero una azul M"}


@pytest.mark.parametrize(
    ("locale", "words", "told"),
    [
        ("en", "is tax included?", "Tax is included: $1.77 of your cart"),
        ("pt-BR", "já tem imposto incluso?", "Os impostos já estão incluídos: R$ 13,06 do total"),
        ("es", "¿el IVA está incluido?", "Los impuestos ya están incluidos: 1,77 US$ del total"),
        ("en", "do you need my address for that?", "I ask for your address"),
        ("pt-BR", "precisa de endereço?", "Peço seu endereço"),
        ("es", "¿hace falta la dirección?", "Te pido la dirección"),
        ("en", "can I pay with a gift card?", "You can pay with a gift card"),
        ("pt-BR", "posso pagar com um vale-presente?", "Você pode pagar com um vale-presente"),
        ("es", "¿puedo usar una tarjeta regalo?", "Puedes pagar con una tarjeta regalo"),
        ("en", "can i pay in 3 installments?", "I know of no instalments here"),
        ("pt-BR", "parcela em quantas vezes?", "Não sei de parcelamento aqui"),
        ("es", "¿se puede pagar en cuotas?", "No sé de pagos a plazos aquí"),
    ],
)
def test_is_answered(locale: str, words: str, told: str) -> None:
    shopper = Shopper(locale)
    shopper.says(BUYS[locale])

    assert read(shopper.says(words))[0].startswith(told)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "how much is it with shipping?"),
        ("pt-BR", "quanto fica com o frete?"),
        ("es", "¿cuánto es con el envío?"),
    ],
)
def test_the_total_is_told_with_what_delivery_costs(locale: str, words: str) -> None:
    shopper = Shopper(locale)
    shopper.says(BUYS[locale])

    told = shopper.says(words)

    assert the_card(told.messages, "ChatCartSummary")
    ways = {
        "en": "Standard: $5.00",
        "pt-BR": "Entrega econômica: R$ 19,90",
        "es": "Envío estándar: 5,00 US$",
    }
    assert any(line.startswith(ways[locale]) for line in read(told))


def test_for_what_is_not_shipped_only_billing_details_are_asked() -> None:
    shopper = Shopper(product="quiet-harbor-audiobook")

    told = shopper.says("do I have to give you an address?")

    assert read(told)[0].startswith("Nothing has to be shipped")


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "1 Main Street, Austin TX 78701"),
        ("pt-BR", "Av. Paulista, 1000, São Paulo, 01310-100"),
        ("es", "Calle Mayor 5, 28013 Madrid"),
    ],
)
def test_an_address_in_a_message_leads_to_the_form(locale: str, words: str) -> None:
    shopper = Shopper(locale)
    shopper.says(BUYS[locale])

    led = shopper.says(words)

    assert the_card(led.messages, "ChatDetailsForm")


@pytest.mark.parametrize(
    ("locale", "first", "then", "way"),
    [
        ("en", "the fast one", "actually the cheapest one", "Brooklyn store"),
        ("en", "standard", "no wait, express", "Express"),
        ("pt-BR", "a econômica", "na verdade a mais rápida", "Entrega expressa"),
        ("es", "estándar", "no, el más rápido", "Envío exprés"),
    ],
)
def test_delivery_is_chosen_anew_at_the_total(locale: str, first: str, then: str, way: str) -> None:
    shopper = Shopper(locale)
    shopper.says(BUYS[locale])
    shopper.gives_details()

    quoted = shopper.says(first, then)

    assert the_card(quoted.messages, "ChatQuote")["cart"]["delivery"]["name"] == way


def test_a_code_in_small_letters_is_tried_once_codes_were_spoken_of() -> None:
    shopper = Shopper()
    shopper.says("one blue in M", "promo SUMMER99")

    taken = shopper.says("what about welcome10 then")

    assert read(taken)[0] == "The code WELCOME10 is applied."


@pytest.mark.parametrize(
    ("locale", "words", "price", "way"),
    [
        ("en", "how much is it with shipping?", "Essential Tee costs $24.00.", "Standard: $5.00"),
        ("pt-BR", "quanto fica com o frete?", "custa R$ 89,90.", "R$ 19,90"),
        ("es", "¿cuánto es con el envío?", "cuesta 24,00 US$.", "5,00 US$"),
    ],
)
def test_before_anything_is_bought_the_price_is_told_beside_delivery(
    locale: str, words: str, price: str, way: str
) -> None:
    told = read(Shopper(locale).says(words))

    assert price in told[0]
    assert any(way in one for one in told[1:])
