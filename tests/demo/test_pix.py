"""Purchases by PIX in the widget, in Portuguese: by every road that a merchant can choose, with their endings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
import requests
from playwright.sync_api import BrowserContext, Locator, Page, expect

from agentpay_plugin import qr
from tests.demo.browsing import ANA, Pointer, card, opened, quoted
from tests.demo.buying import paying
from tests.demo.demo import Demo
from tests.demo.test_purchase import BRAZILIAN
from tests.saleor.client import Shopper

TEE = "/brazil/pt-BR/essential-tee/"
TOTAL = re.compile(r"R\$\s109,80")
CPF, WRONG_CPF = "529.982.247-25", "529.982.247-26"
with_codes = pytest.mark.parametrize("demo", ["asaas", "pix"], indirect=True)


@pytest.fixture(scope="module")
def demo(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Demo]:
    """A demo that takes PIX by the road of the test."""
    one = Demo(tmp_path_factory.mktemp("demo"))
    clock = one.folder / "clock"
    one.settings |= {"DEMO_PIX": request.param, "DEMO_CLOCK": str(clock)}
    one.start()
    yield one
    if one.process is not None:
        one.end()


def by_pix(hand: Pointer, tax_id: str = CPF) -> None:
    """Confirm the newest quote, to pay by PIX; name who pays where that is asked."""
    hand.press(card(hand.page, "quote").get_by_test_id("pay-button").first)
    field = card(hand.page, "quote").get_by_label("CPF ou CNPJ")
    shown = hand.page.get_by_test_id("payment-button")
    expect(field.or_(shown)).to_be_visible()
    if field.is_visible():
        hand.enter(field, tax_id)
        hand.press(card(hand.page, "quote").get_by_test_id("pay-button").first)


def code_of(page: Page) -> str:
    code = card(page, "payment").get_by_label("Pix copia e cola").input_value()
    assert code.startswith("000201")
    return code


def by_phone(hand: Pointer) -> Page:
    """Follow the demo's link to the phone, and pay there; returns the phone's page."""
    with hand.page.context.expect_page() as coming:
        hand.press(hand.page.get_by_role("link", name="Demo: pague este código com um celular"))
    screen = coming.value
    expect(screen.get_by_role("heading")).to_have_text("Pay R$ 109.80")
    expect(screen.locator("dd").first).to_have_text("LOJA DEMO")
    hand_of_phone = Pointer(screen)
    hand_of_phone.press(screen.get_by_role("button", name="Pay"))
    expect(screen.get_by_role("heading")).to_have_text("Paid")
    return screen


def receipt(page: Page) -> Locator:
    return page.get_by_test_id("receipt")


@with_codes
def test_from_the_product_to_the_receipt(context: BrowserContext, demo: Demo) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    hand = Pointer(page)
    quoted(hand, TEE, ANA)
    assert page.locator("[data-phone]").is_hidden()

    by_pix(hand)

    code = code_of(page)
    side, path = qr.path(code)
    image = card(page, "payment").get_by_role("img")
    expect(image).to_be_visible()
    expect(image).to_have_attribute("viewBox", f"0 0 {side} {side}")
    expect(image.locator("path").last).to_have_attribute("d", path)
    hand.press(page.get_by_test_id("payment-button"))
    expect(page.get_by_test_id("payment-button")).to_have_text("Código copiado")
    assert page.evaluate("navigator.clipboard.readText()") == code

    by_phone(hand)

    expect(receipt(page)).to_contain_text("Obrigado pelo seu pedido")
    expect(receipt(page)).to_contain_text(TOTAL)
    expect(page.get_by_test_id("payment-button")).to_be_hidden()
    expect(page.locator("[data-phone]")).to_be_hidden()
    demo.bank("webhooks/flush", provider(demo), timeout=20)
    assert demo.bank("deliveries", provider(demo))[-1]["fate"] == "delivered"


@pytest.mark.parametrize("demo", ["asaas"], indirect=True)
def test_wrong_cpf_is_refused_before_anything_is_asked(context: BrowserContext, demo: Demo) -> None:
    before = demo.bank("payments", "asaas")
    page = context.new_page()
    hand = Pointer(page)
    quoted(hand, TEE, ANA)

    by_pix(hand, WRONG_CPF)

    expect(page.get_by_role("alert")).to_have_text(re.compile("não conferem"))
    assert page.get_by_test_id("payment-button").count() == 0
    assert demo.bank("payments", "asaas") == before
    hand.enter(card(page, "quote").get_by_label("CPF ou CNPJ"), CPF)
    hand.press(card(page, "quote").get_by_test_id("pay-button").first)
    expect(page.get_by_test_id("payment-button")).to_be_visible()
    page.get_by_role("button", name="Cancelar pagamento").click()
    expect(card(page, "quote")).to_be_visible()


@pytest.mark.parametrize("demo", ["stripe"], indirect=True)
def test_on_the_page_of_stripe(context: BrowserContext, demo: Demo) -> None:
    page = context.new_page()
    hand = Pointer(page)
    quoted(hand, TEE, ANA)
    by_pix(hand)
    expect(page.locator("[data-phone]")).to_have_count(0)

    with context.expect_page() as coming:
        hand.press(page.get_by_test_id("payment-button"))
    expect(coming.value.get_by_text("By PIX")).to_be_visible()
    coming.value.locator("button[value=pay]").click()

    expect(receipt(page)).to_contain_text(TOTAL)


@with_codes
def test_expired_code_leads_to_the_quote_and_card_pays(context: BrowserContext, demo: Demo) -> None:
    page = context.new_page()
    hand = Pointer(page)
    quoted(hand, TEE, ANA)
    by_pix(hand)
    code = code_of(page)

    clock = demo.folder / "clock"
    clock.write_text(str(16 * 60))
    try:
        expect(page.locator(".card.payment.past")).to_contain_text(re.compile("[Ee]xpirad"))

        assert demo.page(phone(demo, code)).status_code == 409  # its code pays nothing any more
        pay_page = opened(hand)
        pay_page.locator("button[value=pay]").click()
        expect(receipt(page)).to_contain_text(TOTAL)
    finally:
        clock.unlink()


@with_codes
def test_rather_by_card(context: BrowserContext, demo: Demo) -> None:
    page = context.new_page()
    hand = Pointer(page)
    quoted(hand, TEE, ANA)
    by_pix(hand)
    code = code_of(page)

    page.get_by_test_id("chat-input").fill("prefiro pagar com cartão")
    page.get_by_test_id("chat-send").click()
    page.locator(".card.payment.past").wait_for()

    assert demo.page(phone(demo, code)).status_code == 409
    pay_page = opened(hand)
    pay_page.locator("button[value=pay]").click()
    expect(receipt(page)).to_contain_text(TOTAL)


@with_codes
def test_merchant_gives_it_back_and_the_chat_says_so(context: BrowserContext, demo: Demo) -> None:
    page = context.new_page()
    hand = Pointer(page)
    quoted(hand, TEE, ANA)
    by_pix(hand)
    by_phone(hand)
    expect(receipt(page)).to_be_visible()

    office = context.new_page()
    office.goto("/merchant/")
    row = office.get_by_role("row").filter(has_text=f"pix, {provider(demo)}").first
    before = demo.bank("refunds", provider(demo))
    row.get_by_role("button", name="Refund").click()

    expect(page.locator(".card.payment").last).to_contain_text(TOTAL)
    expect(
        page.get_by_test_id("chat-widget").get_by_text(re.compile("devolvemos|devolvido")).last
    ).to_be_visible()
    office.goto("/merchant/")
    expect(row).to_contain_text("R$109.80")
    assert row.get_by_role("button").count() == 0
    assert len(demo.bank("refunds", provider(demo))) == len(before) + 1


@with_codes
def test_by_the_api_over_a_restart(demo: Demo) -> None:
    shopper = Shopper(demo, channel="brazil", locale="pt-BR")  # type: ignore[arg-type]
    payment = paying(shopper, BRAZILIAN, method="pix", taxId=CPF)

    assert demo.end() == 0
    demo.start()

    screen = demo.page(phone(demo, payment["pix"]["code"]))
    assert (screen.status_code, "Pay R$ 199.70" in screen.text) == (200, True)
    requests.post(
        f"{demo.url}/{provider(demo)}/phone", data={"code": payment["pix"]["code"]}, timeout=30
    )
    assert shopper.wait_for_part("ChatReceipt")["paid"] == payment["amount"]


def provider(demo: Demo) -> str:
    return demo.settings["DEMO_PIX"]


def phone(demo: Demo, code: str) -> str:
    """Return the path of the phone's page for a code."""
    return f"/{provider(demo)}/phone?code={quote(code)}"
