"""Records a purchase in the demo, in each language, as the widget's states are made from it.

build/venv-browser/bin/python -m tests.widget.record
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.demo.demo import Demo
from tests.saleor.client import ADDRESS, Shopper

FOLDER = Path(__file__).parents[2] / "storefront_widget" / "dev" / "recorded"
AUGUSTA = {
    "firstName": "Ana", "lastName": "Souza", "streetAddress1": "Rua Augusta, 100",
    "cityArea": "Consolação", "city": "São Paulo", "postalCode": "01305-000", "country": "BR",
    "countryArea": "SP", "phone": "+5511987654321",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Purchase:
    """What is said, and where it goes."""

    channel: str
    options: str
    buy: str
    status: str
    address: dict[str, str]


PURCHASES = {
    "en": Purchase(
        "default-channel", "Which options are there?", "I would like to buy it",
        "Where is my order?", ADDRESS,
    ),
    "pt-BR": Purchase(
        "brazil", "Quais são as opções?", "Quero comprar", "Onde está meu pedido?", AUGUSTA
    ),
    "es": Purchase(
        "default-channel", "¿Qué opciones hay?", "Quiero comprarlo", "¿Dónde está mi pedido?", ADDRESS
    ),
}  # fmt: skip


def recorded(demo: Demo, locale: str, purchase: Purchase) -> dict[str, Any]:
    """Return the whole conversation of a purchase."""
    shopper = Shopper(demo, purchase.channel, locale)  # type: ignore[arg-type] it has the same `graphql`
    shopper.start(product={"slug": "essential-tee"})
    shopper.say(purchase.options)
    shopper.say(purchase.buy)
    picker = shopper.last("ChatVariantPicker")
    assert picker, shopper.messages[-1]
    shopper.tap(chooseVariant={"variantId": picker["variantIds"][0], "quantity": 2})
    shopper.tap(applyPromoCode={"code": "WELCOME10"})
    shopper.tap(checkOut=True)
    wrong = purchase.address | {"streetAddress1": "", "postalCode": "1"}
    shopper.details(email="ada@example", shippingAddress=wrong)
    shopper.details(shippingAddress=purchase.address)
    deliveries = shopper.last("ChatDeliveryPicker")
    assert deliveries, shopper.messages[-1]
    quote = shopper.deliver(deliveries["options"][0]["name"])
    shopper.confirm(quote)
    payment = shopper.wait_for_part("ChatPaymentRequest")["payment"]
    assert demo.press(payment["pageUrl"], "pay").status_code == 200
    shopper.wait_for_part("ChatReceipt")
    shopper.say(purchase.status)
    shopper.wait_for_part("ChatOrderStatus")
    shopper.seen = 0
    return shopper.look()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        demo = Demo(Path(folder))
        demo.start()
        try:
            for locale, purchase in PURCHASES.items():
                chat = recorded(demo, locale, purchase)
                text = json.dumps(chat, indent=1, ensure_ascii=False)
                (FOLDER / f"{locale}.json").write_text(f"{text}\n")
                print(f"{locale}: {len(chat['messages'])} messages")
        finally:
            demo.end()


if __name__ == "__main__":
    main()
