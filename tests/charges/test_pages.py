"""The page a shopper comes back to."""

from __future__ import annotations

import re

import pytest

from agentpay_plugin.charges.pages import return_page
from agentpay_plugin.models import Charge
from tests.charges.world import World

pytestmark = pytest.mark.django_db(transaction=True)

LINK = "https://shop.example/thanks?a=1&b=%22x%22"


def page(world: World, language: str = "en") -> str:
    status, html = return_page(world.desk, Charge.objects.get().return_id, language)
    assert status == 200
    return html


def title(html: str) -> str:
    return re.findall(r"<h1>(.*?)</h1>", html)[0]


def test_waiting_page_looks_again_by_itself(world: World) -> None:
    world.opened()

    html = page(world)

    assert title(html) == "Waiting for your payment"
    assert '<meta http-equiv="refresh" content="5;url=?looks=1">' in html
    assert '<html lang="en" dir="ltr">' in html
    assert "<a " not in html


def test_paid_page_makes_the_order(world: World) -> None:
    view = world.opened()
    world.pay(view.id)

    html = page(world)

    assert title(html) == "Thank you, your order is placed"
    assert "refresh" not in html
    assert len(world.shop.placed) == 1


def test_storefront_is_linked_back_to(world: World) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99", returnUrl=LINK)
    world.pay(str(Charge.objects.get().pk))

    html = page(world)

    assert title(html) == "Thank you, your payment has arrived"
    assert re.findall(r'href="(.*?)"', html) == ["https://shop.example/thanks?a=1&amp;b=%22x%22"]


def test_address_is_escaped(world: World) -> None:
    world.opened()
    Charge.objects.update(return_url='https://shop.example/"><script>alert(1)</script>')

    html = page(world)

    assert "<script" not in html
    assert html.count("<a ") == 1


def test_expired_page(world: World) -> None:
    world.opened()
    world.provider.expire("cs_fake_1")

    html = page(world)

    assert title(html) == "This payment page has expired"
    assert "refresh" not in html


def test_silent_provider_leaves_the_page_waiting(world: World) -> None:
    view = world.opened()
    world.pay(view.id)
    world.provider.fail_next("unavailable_before")

    html = page(world)

    assert title(html) == "Waiting for your payment"
    assert world.reports() == []


@pytest.mark.parametrize("return_id", ["", "x" * 43, "'; DROP TABLE", "\x00"])
def test_unknown_page(world: World, return_id: str) -> None:
    world.opened()

    status, html = return_page(world.desk, return_id, "en")

    assert (status, title(html)) == (404, "There is no such payment")
    assert world.asked("read") == 0


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("pt-BR,pt;q=0.9", "pt-br"),
        ("pt-PT", "pt-br"),
        ("es-MX,en;q=0.5", "es"),
        ("de, es;q=0.5, en;q=0.3", "es"),
        ("en-GB, pt", "en"),
        ("de", "en"),
        ("ar", "en"),
        ("xx, *", "en"),
        ("", "en"),
        ('"><script>', "en"),
        ("a" * 5000, "en"),
    ],
)
def test_language(world: World, header: str, language: str) -> None:
    world.opened()

    html = page(world, header)

    assert f'<html lang="{language}" dir="ltr">' in html


def test_page_looks_again_ever_more_seldom_and_stops(world: World) -> None:
    world.opened()
    charge = Charge.objects.get()
    waits = []
    for looks in range(20):
        _, html = return_page(world.desk, charge.return_id, "en", looks)
        waits += re.findall(rf'content="(\d+);url=\?looks={looks + 1}"', html)

    assert waits == ["5", "10", "20", "40", *["60"] * 9]
    assert return_page(world.desk, charge.return_id, "en", -1)[1].count("refresh") == 0


def test_reloading_does_not_ask_the_provider_each_time(world: World) -> None:
    world.opened()
    for _ in range(5):
        page(world)
    at_once = world.asked("read")
    world.later(seconds=15)

    page(world)

    assert (at_once, world.asked("read")) == (1, 2)


@pytest.mark.parametrize(
    ("language", "said", "text", "link"),
    [
        (
            "en",
            "Thank you, your payment has arrived",
            "Your order is being placed now. You can close this page.",
            "Back to the shop",
        ),
        (
            "pt-BR,pt;q=0.9",
            "Obrigado, seu pagamento chegou",
            "Seu pedido está sendo registrado agora. Você já pode fechar esta página.",
            "Voltar para a loja",
        ),
        (
            "es-ES,es;q=0.9",
            "Gracias, tu pago ha llegado",
            "Estamos registrando tu pedido. Ya puedes cerrar esta página.",
            "Volver a la tienda",
        ),
    ],
)
def test_page_speaks_the_shoppers_language(
    world: World, language: str, said: str, text: str, link: str
) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99", returnUrl=LINK)
    world.pay(str(Charge.objects.get().pk))

    html = page(world, language)

    assert title(html) == said
    assert f'<p role="status">{text}</p>' in html
    assert f">{link}</a>" in html


@pytest.mark.parametrize(
    ("shop_page", "links"),
    [
        ("https://shop.example/products/tee", ["https://shop.example/products/tee"]),
        ("https://elsewhere.example/", []),
        ("javascript:alert(1)", []),
        ("", []),
    ],
)
def test_chat_is_led_back_to_the_page_it_was_on_if_that_is_the_shops(
    world: World, shop_page: str, links: list[str]
) -> None:
    world.opened()

    _, html = return_page(world.desk, Charge.objects.get().return_id, "en", shop_page=shop_page)

    assert re.findall(r'href="(.*?)"', html) == links


def test_a_reserved_payment_is_told_as_that(world: World) -> None:
    world.with_settings(captures_manually=True)
    view = world.opened()
    world.pay(view.id)

    html = page(world)

    assert title(html) == "Thank you, your order is placed"
    assert "reserved on your card, and charged when the shop sends your order" in html
    assert "Your payment has arrived" not in html


def test_one_that_is_let_go_says_that_nothing_was_charged(world: World) -> None:
    world.with_settings(captures_manually=True)
    view = world.opened()
    world.pay(view.id)
    world.shop.refuse_completion("INSUFFICIENT_STOCK")
    world.settle_twice(view.id)

    html = page(world)

    assert title(html) == "Nothing was charged"
    assert "being returned" not in html
