"""Finding one's way by words: help, codes without a name, another address, one of several, goods alone."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Offered, Pick, Reading, ReadingContext, Wish
from agentpay_plugin.language.rules import RulesLanguage
from tests.builders import a_cart, a_line
from tests.language.reader import POLO, TEE

BLUE_L = a_cart(a_line("v0", product_name=POLO.name))


def read(
    text: str, locale: str = "en", product: object = None, offered: Offered = Offered.NOTHING
) -> Reading:
    """Read it with a polo in the cart, if one is spoken of."""
    context = ReadingContext(
        locale,
        product,  # type: ignore[arg-type]
        BLUE_L if product else None,
        offered,
    )
    return RulesLanguage().read(text, context)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "help"),
        ("en", "what can you do?"),
        ("en", "who are you"),
        ("en", "how does this work"),
        ("pt-BR", "ajuda"),
        ("pt-BR", "é um robô?"),
        ("es", "¿qué puedes hacer?"),
        ("es", "¿quién eres?"),
        ("es", "¿cómo funciona?"),
    ],
)
def test_asks_what_one_can_do(locale: str, text: str) -> None:
    assert read(text, locale).wish is Wish.HELP


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en", "thanks bye"), ("pt-BR", "obrigado, tchau"), ("es", "adiós")],
)
def test_says_goodbye(locale: str, text: str) -> None:
    assert read(text, locale).wish is Wish.GOODBYE


@pytest.mark.parametrize(
    ("locale", "text", "code"),
    [
        ("en", "apply FREESHIP", "FREESHIP"),
        ("en", "use BIGSPENDER instead", "BIGSPENDER"),
        ("en", "add promo freeship", "freeship"),
        ("en", "use coupon freeship", "freeship"),
        ("en", "apply promo code DISCOUNT", "DISCOUNT"),
        ("en", "GIFT-25-USD", "GIFT-25-USD"),
        ("pt-BR", "aplica FREESHIP", "FREESHIP"),
        ("pt-BR", "usa o cupom freeship", "freeship"),
        ("es", "aplica FREESHIP", "FREESHIP"),
        ("es", "usa el cupón freeship", "freeship"),
        ("pt-BR", "aplica o cupom DESCONTO", "DESCONTO"),
        ("es", "aplica el cupón DESCUENTO", "DESCUENTO"),
        ("en", "I have a coupon", ""),
        ("en", "apply this code", ""),
        ("en", "where do I enter my promo code?", ""),
        ("pt-BR", "tenho um cupom", ""),
        ("es", "tengo un cupón de descuento", ""),
    ],
)
def test_gives_a_code_in_other_words(locale: str, text: str, code: str) -> None:
    reading = read(text, locale)

    assert (reading.wish, reading.promo_code) == (Wish.APPLY_PROMO, code)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "APPLY DISCOUNT"),
        ("en", "use PAYPAL"),
        ("en", "do you have any coupons?"),
        ("en", "the discount code does not work"),
        ("en", "MUG-R-250"),
        ("pt-BR", "usar PIX"),
        ("pt-BR", "tem cupom?"),
        ("es", "usar VISA"),
    ],
)
def test_gives_no_code(locale: str, text: str) -> None:
    reading = read(text, locale)

    assert (reading.promo_code, reading.wish is Wish.APPLY_PROMO) == (None, False)


@pytest.mark.parametrize(
    ("text", "code"), [("freeship", "freeship"), ("FREESHIP", "FREESHIP"), ("yes", None)]
)
def test_one_word_is_the_code_that_was_asked_for(text: str, code: str | None) -> None:
    assert read(text, offered=Offered.CODE).promo_code == code
    assert read("freeship").promo_code is None


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "remove the promo code"),
        ("en", "take off the coupon"),
        ("en", "remove the gift card"),
        ("pt-BR", "tirar o cupom"),
        ("pt-BR", "tira o desconto"),
        ("pt-BR", "tira o vale-presente"),
        ("es", "quita el cupón"),
        ("es", "elimina el código promocional"),
        ("es", "quita la tarjeta de regalo"),
    ],
)
def test_takes_out_a_code_and_not_a_line(locale: str, text: str) -> None:
    reading = read(text, locale)

    assert (reading.wish, reading.promo_code, reading.product_mention) == (Wish.REMOVE, "", None)


def test_a_voucher_that_is_bought_is_a_line() -> None:
    cart = a_cart(a_line("v0", product_name="Gift Voucher"))
    context = ReadingContext("en", None, cart, Offered.NOTHING)

    reading = RulesLanguage().read("remove the gift voucher", context)

    assert (reading.wish, reading.promo_code) == (Wish.REMOVE, None)
    assert reading.product_mention == "Gift Voucher"


@pytest.mark.parametrize(
    ("locale", "text", "wish"),
    [
        ("en", "empty the cart", Wish.EMPTY_CART),
        ("en", "remove everything", Wish.EMPTY_CART),
        ("en", "can i change the address?", Wish.CHANGE_DETAILS),
        ("en", "I want a different delivery", Wish.CHANGE_DELIVERY),
        ("en", "change delivery to express", Wish.CHANGE_DELIVERY),
        ("pt-BR", "limpa o carrinho", Wish.EMPTY_CART),
        ("pt-BR", "posso mudar o endereço?", Wish.CHANGE_DETAILS),
        ("pt-BR", "quero outra entrega", Wish.CHANGE_DELIVERY),
        ("es", "vacía el carrito", Wish.EMPTY_CART),
        ("es", "quiero cambiar la dirección", Wish.CHANGE_DETAILS),
        ("es", "cambia el envío", Wish.CHANGE_DELIVERY),
        ("en", "change it to red", Wish.CHANGE_OPTION),
        ("en", "actually red", Wish.CHANGE_OPTION),
        ("en", "no, size M", Wish.CHANGE_OPTION),
        ("pt-BR", "na verdade vermelha", Wish.CHANGE_OPTION),
        ("pt-BR", "troca o tamanho pra M", Wish.CHANGE_OPTION),
        ("es", "mejor roja", Wish.CHANGE_OPTION),
        ("es", "cambia la talla a M", Wish.CHANGE_OPTION),
        ("en", "I want the red one too", Wish.BUY),
        ("en", "is there a red one instead?", Wish.ASK),
        ("en", "make it 3", Wish.CHANGE_QUANTITY),
        ("en", "make the red ones 3", Wish.CHANGE_QUANTITY),
    ],
)
def test_wants_something_to_be_another(locale: str, text: str, wish: Wish) -> None:
    assert read(text, locale, POLO).wish is wish


@pytest.mark.parametrize(
    ("locale", "text", "pick"),
    [
        ("en", "the first one", Pick.FIRST),
        ("en", "I'll take the second one", Pick.SECOND),
        ("en", "the cheapest one", Pick.CHEAPEST),
        ("en", "I'd rather pick it up", Pick.COLLECT),
        ("pt-BR", "o primeiro", Pick.FIRST),
        ("pt-BR", "a mais barata", Pick.CHEAPEST),
        ("pt-BR", "retirar na loja", Pick.COLLECT),
        ("es", "el segundo", Pick.SECOND),
        ("es", "la más rápida", Pick.FASTEST),
        ("es", "recoger en tienda", Pick.COLLECT),
        ("en", "can I pick it up?", Pick.COLLECT),
        ("en", "where can I pick it up?", None),
        ("en", "is this your first shop?", None),
    ],
)
def test_calls_one_by_its_place_or_merit(locale: str, text: str, pick: Pick | None) -> None:
    assert read(text, locale).pick is pick


@pytest.mark.parametrize(
    ("locale", "text", "goods"),
    [
        ("en", "mugs", "mugs"),
        ("en", "also a mug please", "mug"),
        ("en", "what about sneakers", "sneakers"),
        ("en", "the trail runners", "trail runners"),
        ("en", "shoes size 42", "shoes"),
        ("pt-BR", "e fones?", "fones"),
        ("pt-BR", "e uma caneca também", "caneca"),
        ("es", "¿y auriculares?", "auriculares"),
        ("es", "y también una taza", "taza"),
        ("es", "zapatillas talla 42", "zapatillas"),
        ("en", "my zip is 78701", None),
        ("en", "ana@example.com", None),
        ("en", "give me a minute", None),
        ("en", "hmm", None),
        ("en", "sim", None),
        ("pt-BR", "preciso pensar", None),
    ],
)
def test_words_alone_may_be_goods(locale: str, text: str, goods: str | None) -> None:
    reading = read(text, locale)

    assert (reading.product_mention, reading.wish) == (goods, Wish.NONE)


@pytest.mark.parametrize(
    ("locale", "text", "wish"),
    [
        ("es", "¿ha llegado el pago?", Wish.SAY_PAID),
        ("es", "me han rechazado la tarjeta", Wish.SAY_PAID),
        ("es", "quiero comprar otra vez", Wish.BUY),
        ("en", "sim", Wish.NONE),
        ("en", "I want another one", Wish.BUY),
        ("pt-BR", "quero outra", Wish.BUY),
        ("es", "quiero otra", Wish.BUY),
        ("en", "I want to complain", Wish.PERSON),
        ("pt-BR", "como recebo?", Wish.ASK),
        ("es", "¿cómo lo recibo?", Wish.ASK),
        ("pt-BR", "cadê minhas coisas", Wish.ORDER_STATUS),
        ("es", "dónde están mis cosas", Wish.ORDER_STATUS),
        ("en", "obrigado", Wish.THANK),
        ("en", "total?", Wish.SHOW_CART),
        ("es", "¿cuánto es todo?", Wish.SHOW_CART),
        ("es", "donde esta mi carrito", Wish.SHOW_CART),
        ("pt-BR", "cade meu carrinho", Wish.SHOW_CART),
        ("pt-BR", "quanto da tudo?", Wish.SHOW_CART),
        ("en", "how much is everything", Wish.SHOW_CART),
        ("es", "¿cuántas tallas hay?", Wish.ASK),
        ("en", "is anybody there", Wish.GREET),
        ("es", "¿hay alguien?", Wish.GREET),
        ("pt-BR", "eae", Wish.GREET),
    ],
)
def test_everyday_words_are_known(locale: str, text: str, wish: Wish) -> None:
    context = ReadingContext(locale, TEE, None, Offered.NOTHING)

    assert RulesLanguage().read(text, context).wish is wish


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en", "try again"), ("pt-BR", "tentar de novo"), ("es", "intentar de nuevo")],
)
def test_label_of_a_new_try_agrees_to_it(locale: str, text: str) -> None:
    assert read(text, locale, offered=Offered.RETRY_PAYMENT).yes is True


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "you lot are a bunch of crooks"),
        ("en", "this chat is a scam"),
        ("en", "this is useless"),
        ("en", "stupid machine"),
        ("pt-BR", "bando de golpistas"),
        ("pt-BR", "que porcaria de atendimento"),
        ("pt-BR", "isso é um golpe"),
        ("es", "menudos estafadores"),
        ("es", "vaya basura de servicio"),
        ("es", "sois unos payasos"),
    ],
)
def test_anger_names_no_goods(locale: str, text: str) -> None:
    reading = read(text, locale)

    assert (reading.wish, reading.product_mention) == (Wish.COMPLAIN, None)


@pytest.mark.parametrize(
    ("locale", "text", "wish"),
    [
        ("en", "where is my order you crooks", Wish.ORDER_STATUS),
        ("pt-BR", "cadê meu pedido, seus ladrões", Wish.ORDER_STATUS),
        ("es", "quiero hablar con una persona, inútiles", Wish.PERSON),
    ],
)
def test_what_is_wanted_in_anger_is_answered(locale: str, text: str, wish: Wish) -> None:
    assert read(text, locale).wish is wish


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "I'll take what you have"),
        ("en", "whatever is left then"),
        ("pt-BR", "leva o que tiver"),
        ("es", "dame los que haya"),
    ],
)
def test_what_there_is_answers_how_many_there_are(locale: str, text: str) -> None:
    offered = read(text, locale, TEE, Offered.ANOTHER_QUANTITY)
    otherwise = read(text, locale, TEE)

    assert offered.yes is True
    assert otherwise.yes is None
