"""A shopper's way from the product's page to the order's status, turn by turn, as the widget goes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import requests
from recording import answered, request

from agentpay_plugin.shop.documents import document

CHANNEL = "default-channel"
ADDRESS = {
    "firstName": "Ada", "lastName": "Lovelace", "streetAddress1": "1 Main Street", "city": "New York",
    "postalCode": "10001", "country": "US", "countryArea": "NY", "phone": "+12125550123",
}  # fmt: skip
Call = tuple[str, Mapping[str, Any]]
_numbers = count(1)


@dataclass
class Shopper:
    """One conversation, with what the widget keeps of it."""

    address: str
    token: str = ""
    chat_id: str = ""
    seen: int = 0
    parts: list[dict[str, Any]] = field(default_factory=list)

    def heard(self, name: str, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """Keep what an answer brought, and return it. Raises AssertionError for errors."""
        answer: Mapping[str, Any] = data[name]
        assert not answer.get("errors"), answer["errors"]
        if name == "chatStart":
            self.token, self.chat_id = answer["token"], answer["chat"]["id"]
        chat = answer.get("chat") or answer
        for message in chat.get("messages", ()):
            self.seen = max(self.seen, message["sequence"])
            self.parts += message["parts"]
        return answer

    def look(self) -> None:
        """Hear what a worker said, untimed."""
        data, _ = answered(document("chat", "widget"), self.looking(), request(self.address))
        self.heard("chat", data)

    def looking(self) -> dict[str, Any]:
        """Return what a poll is asked with."""
        return {"token": self.token, "after": self.seen}

    def last(self, typename: str) -> dict[str, Any]:
        """Return the newest part of a kind."""
        found = [part for part in self.parts if part["__typename"] == typename]
        assert found, f"no {typename}: {self.parts[-3:]}"
        return found[-1]

    def after(self, step: Step) -> None:
        """Do untimed what comes before the next step, and see that this one came to what it should."""
        self.look()
        if step.brings:
            self.last(step.brings)
        self.parts = self.parts if step.keeps else self.parts[-12:]
        if step.then:
            step.then(self)


@dataclass(frozen=True, slots=True)
class Step:
    """A kind of turn; `brings` names a part that must have come by then."""

    kind: str
    call: Callable[[Shopper], Call]
    brings: str = ""
    then: Callable[[Shopper], None] | None = None
    keeps: bool = True


def say(text: str) -> Callable[[Shopper], Call]:
    """Return a step's call: a text is sent."""

    def call(shopper: Shopper) -> Call:
        return "chatMessageSend", {"token": shopper.token, "text": text, "clientId": _client_id()}

    return call


def tap(action: Callable[[Shopper], dict[str, Any]]) -> Callable[[Shopper], Call]:
    """Return a step's call: something is tapped."""

    def call(shopper: Shopper) -> Call:
        given = {"token": shopper.token, "action": action(shopper), "clientId": _client_id()}
        return "chatActionSubmit", given

    return call


def _client_id() -> str:
    return f"bench-{next(_numbers)}"


def _start(_: Shopper) -> Call:
    given = {"channel": CHANNEL, "locale": "en", "product": {"slug": "ascii-tee"}}
    return "chatStart", {"input": given}


def _line(shopper: Shopper) -> dict[str, Any]:
    line: dict[str, Any] = shopper.last("ChatCartSummary")["cart"]["lines"][0]
    return line


def _pay_at_the_provider(shopper: Shopper) -> None:
    page = shopper.last("ChatPaymentRequest")["payment"]["pageUrl"]
    requests.post(
        page, data={"action": "pay"}, allow_redirects=False, timeout=30
    ).raise_for_status()


def _delivery(shopper: Shopper) -> dict[str, Any]:
    return {"optionId": shopper.last("ChatDeliveryPicker")["options"][0]["id"]}


def _pay(shopper: Shopper) -> dict[str, Any]:
    return {"method": "card", "quoteVersion": shopper.last("ChatQuote")["version"]}


STEPS = (
    Step("chat opened with a product", _start, "ChatProductCard"),
    Step("question about the product", say("What is it made of?"), "ChatTextPart"),
    Step("variant chosen in words", say("I'd like one in M please"), "ChatCartSummary"),
    Step(
        "quantity changed",
        tap(lambda s: {"setQuantity": {"variantId": _line(s)["variantId"], "quantity": 2}}),
        "ChatCartSummary",
    ),
    Step("cart shown", tap(lambda _: {"showCart": True}), "ChatCartSummary"),
    Step("another product asked for", say("do you have apple juice?"), "ChatProductCard"),
    Step("poll without news", lambda s: ("chat", s.looking())),
    Step("checkout begun", tap(lambda _: {"checkOut": True}), "ChatDetailsForm"),
    Step(
        "details with address",
        tap(lambda _: {"giveDetails": {"email": "ada@example.com", "shippingAddress": ADDRESS}}),
        "ChatDeliveryPicker",
    ),
    Step(
        "delivery chosen, total quoted",
        tap(lambda s: {"chooseDelivery": _delivery(s)}),
        "ChatQuote",
    ),
    Step("payment opened", tap(lambda s: {"pay": _pay(s)}), "ChatPaymentRequest"),
    Step(
        "payment checked, still open",
        tap(lambda _: {"checkPayment": True}),
        then=_pay_at_the_provider,
    ),
    Step("payment checked, paid: order placed", tap(lambda _: {"checkPayment": True}), "ChatReceipt"),
    Step("order's status", say("where is my order?"), "ChatOrderStatus"),
)  # fmt: skip
