"""One who talks to the demo's shop in words, and taps what must be tapped."""

from __future__ import annotations

from typing import Any

from agentpay_plugin.chat.operations import Sent
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.assortment import assortment
from tests.chat.world import ADDRESS, EMAIL, ChatWorld, texts, the_card

CHANNELS = {"en": "default-channel", "es": "default-channel", "pt-BR": "brazil"}
AT_HOME = {
    "en": ADDRESS,
    "pt-BR": {
        "firstName": "Ana",
        "lastName": "Souza",
        "streetAddress1": "Av. Paulista, 1000",
        "city": "São Paulo",
        "postalCode": "01310-100",
        "country": "BR",
        "countryArea": "SP",
    },
    "es": ADDRESS,
}


class Shopper:
    """One who talks to the demo's shop."""

    def __init__(self, locale: str = "en", product: str | None = "essential-tee") -> None:
        shop, channel = SandboxShop(assortment()), CHANNELS[locale]
        self.world, self.locale = ChatWorld(shop=shop), locale
        self.world.refusing(
            catalogue=shop.catalogue(channel, locale), carts=shop.carts(channel, locale)
        )
        self.token = self.world.start(product, channel=channel, locale=locale)

    def says(self, *messages: str) -> Sent:
        return [self.world.say(self.token, text) for text in messages][-1]

    def taps(self, **action: Any) -> Sent:
        return self.world.tap(self.token, **action)

    def gives_details(self) -> Sent:
        self.taps(checkOut=True)
        return self.taps(giveDetails={"email": EMAIL, "shippingAddress": AT_HOME[self.locale]})

    def pays(self, quoted: Sent) -> Sent:
        version = the_card(quoted.messages, "ChatQuote")["version"]
        return self.taps(pay={"method": "card", "quoteVersion": version})

    def cart(self) -> list[tuple[str, int]]:
        view = self.world.look(self.token)
        lines = view.cart["lines"] if view.cart else []
        return [(line["variantId"].removeprefix("variant-"), line["quantity"]) for line in lines]


def read(sent: Sent) -> list[str]:
    return "\n".join(texts(sent.messages)).replace("\xa0", " ").splitlines()
