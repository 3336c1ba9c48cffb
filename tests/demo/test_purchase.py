"""A purchase in the demo by its GraphQL API, in its languages and with its endings."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.demo.buying import paying
from tests.demo.demo import Demo
from tests.saleor.client import Shopper

BRAZILIAN = {
    "firstName": "Ana",
    "lastName": "Souza",
    "streetAddress1": "Rua Augusta, 100",
    "city": "São Paulo",
    "cityArea": "Consolação",
    "postalCode": "01305-000",
    "country": "BR",
    "countryArea": "SP",
}


@pytest.mark.parametrize(
    ("channel", "locale", "address", "words", "paid"),
    [
        ("default-channel", "en", None, "Thank you! Your order", "$53.00"),
        ("brazil", "pt-BR", BRAZILIAN, "Obrigado!", "R$\xa0199,70"),
        ("default-channel", "es", None, "¡Gracias!", "53,00\xa0US$"),
    ],
)
def test_ends_in_a_receipt(
    demo: Demo, channel: str, locale: str, address: dict[str, str], words: str, paid: str
) -> None:
    shopper = Shopper(demo, channel=channel, locale=locale)  # type: ignore[arg-type]
    payment = paying(shopper, address)

    page = demo.press(payment["pageUrl"], "pay")

    receipt = shopper.wait_for_part("ChatReceipt")
    assert page.url.startswith(f"{demo.url}/plugins/global/agentpay-gateway/return/")
    assert receipt["paid"]["text"] == paid
    assert receipt["order"]["chargeStatus"] == "FULL"
    assert shopper.messages[-1]["text"].startswith(words)
    assert shopper.look()["payment"]["state"] == "ORDERED"


@pytest.mark.parametrize("provider", ["asaas", "pix", "stripe"])
def test_pix_by_each_road_in_a_channel_of_its_own(demo: Demo, provider: str) -> None:
    shopper = Shopper(demo, channel=f"brazil-{provider}", locale="pt-BR")  # type: ignore[arg-type]
    payment = paying(shopper, BRAZILIAN, "blue-l", method="pix", taxId="529.982.247-25")

    if payment["pix"]:
        code = {"code": payment["pix"]["code"]}
        requests.post(f"{demo.url}/{provider}/phone", data=code, timeout=30)
    else:
        demo.press(payment["pageUrl"], "pay")

    assert shopper.wait_for_part("ChatReceipt")["paid"]["text"] == "R$\xa0199,70"
    assert bool(payment["pix"]) is (provider != "stripe")
    assert demo.bank("deliveries", provider)[-1]["url"].startswith(
        f"{demo.url}/plugins/global/agentpay-gateway/webhooks/{provider}/"
    )


def test_can_be_asked_for_in_words(shopper: Shopper) -> None:
    shopper.start(product={"slug": "essential-tee"})

    shopper.say("I'd take two in blue M")

    lines = shopper.look()["cart"]["lines"]
    assert [(line["variantName"], line["quantity"]) for line in lines] == [("Blue / M", 2)]


def test_declined_card_leaves_the_page_open(demo: Demo, shopper: Shopper) -> None:
    payment = paying(shopper)

    declined = demo.press(payment["pageUrl"], "pay", card="4000 0000 0000 0002")

    assert declined.url == f"{payment['pageUrl']}?declined=1"
    assert "Your card was declined" in declined.text
    assert shopper.look()["payment"]["state"] == "OPEN"
    demo.press(payment["pageUrl"], "pay")
    assert shopper.wait_for_part("ChatReceipt")["paid"] == payment["amount"]


def test_expired_page_is_told_and_nothing_is_taken(demo: Demo, shopper: Shopper) -> None:
    payment = paying(shopper)

    demo.bank("clock", advance=32 * 60)

    shopper.wait_for_stage("QUOTED")
    demo.bank("clock", at=None)
    assert shopper.look()["payment"]["state"] == "EXPIRED"
    assert shopper.parts("ChatReceipt") == []
    assert "has expired" in demo.press(payment["pageUrl"], "pay").text


def test_cancelled_payment_cannot_be_paid(demo: Demo, shopper: Shopper) -> None:
    payment = paying(shopper)

    shopper.tap(cancelPayment=True)

    shopper.wait_for_stage("QUOTED")
    assert shopper.look()["payment"]["state"] == "CANCELLED"
    assert "has expired" in demo.press(payment["pageUrl"], "pay").text
    assert shopper.parts("ChatReceipt") == []


def test_paid_after_the_tab_was_closed(demo: Demo, shopper: Shopper) -> None:
    payment = paying(shopper)
    session = payment["pageUrl"].rpartition("/")[2]

    demo.bank(f"sessions/{session}/pay")  # nobody comes back to the shop, and nobody polls
    demo.bank("webhooks/flush", timeout=20)

    returned = Shopper(demo, token=shopper.token)  # type: ignore[arg-type]
    assert returned.wait_for_part("ChatReceipt")["paid"] == payment["amount"]


def test_gift_card_that_covers_all_needs_no_payment(demo: Demo, shopper: Shopper) -> None:
    shopper.start(product={"slug": "quiet-harbor-audiobook"})
    shopper.tap(chooseVariant={"variantId": "variant-quiet-harbor-audiobook", "quantity": 1})
    shopper.tap(applyPromoCode={"code": "GIFT-500-USD"})
    shopper.tap(checkOut=True)
    shopper.details(shippingAddress=None, billingAddress=US)

    version = shopper.last("ChatQuote")["version"]  # type: ignore[index]
    shopper.tap(pay={"method": "free", "quoteVersion": version})

    assert shopper.wait_for_part("ChatReceipt")["paid"]["amount"] == "0.00"


US = {
    "firstName": "Ada",
    "lastName": "Lovelace",
    "streetAddress1": "1 Main Street",
    "city": "New York",
    "postalCode": "10001",
    "country": "US",
    "countryArea": "NY",
}


def test_look_alike_refuses_live_keys(demo: Demo) -> None:
    answer = requests.get(
        f"{demo.url}/stripe/v1/refunds", auth=("sk_live_12345678", ""), timeout=30
    )

    assert answer.status_code == 401


def test_goods_are_called_in_the_language_that_the_shopper_writes_in(demo: Demo) -> None:
    shopper = Shopper(demo, channel="brazil", locale="en")  # type: ignore[arg-type]
    shopper.start(product={"slug": "camp-mug"})
    assert "Enamel Camp Mug" in shopper.messages[0]["text"]

    shopper.say("quanto custa essa caneca de vocês?")

    assert shopper.look()["locale"] == "pt-BR"
    assert "Caneca Esmaltada custa R$\xa054,90" in shopper.messages[-1]["text"]


FUNNEL = """query Funnel($from: String!, $to: String!) {
  chatFunnel(channel: "default-channel", from: $from, to: $to) {
    errors { message } visits chatToPaymentRate steps { name conversations }
  }
}"""
EVER = {"from": "2020-01-01", "to": "2100-01-01"}


def test_funnel_is_for_staff(demo: Demo) -> None:
    answer = demo.answer(FUNNEL, **EVER)

    assert answer["data"] == {"chatFunnel": None}
    assert answer["errors"][0]["message"] == "You need the permission MANAGE_ORDERS."


def test_funnel_counts_a_purchase(demo: Demo, shopper: Shopper) -> None:
    before = demo.graphql(FUNNEL, bearer="demo-merchant", **EVER)["chatFunnel"]

    demo.press(paying(shopper)["pageUrl"], "pay")
    shopper.wait_for_part("ChatReceipt")

    after = demo.graphql(FUNNEL, bearer="demo-merchant", **EVER)["chatFunnel"]
    assert after["errors"] == []
    assert steps(after) == {name: count + 1 for name, count in steps(before).items()}


def steps(funnel: dict[str, Any]) -> dict[str, int]:
    return {step["name"]: step["conversations"] for step in funnel["steps"]}
