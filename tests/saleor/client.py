"""A shopper in the tests: the chat over HTTP, by the same documents that the widget sends."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.saleor.processes import until

if TYPE_CHECKING:
    from tests.saleor.shop import Shop

DOCUMENTS = Path(__file__).parents[2] / "graphql" / "widget"
ADDRESS = {
    "firstName": "Ada", "lastName": "Lovelace", "streetAddress1": "1 Main Street", "city": "New York",
    "postalCode": "10001", "country": "US", "countryArea": "NY", "phone": "+12125550123",
}  # fmt: skip
_numbers = itertools.count(1)


@cache
def document(name: str) -> str:
    """Return an operation with the fragments it needs."""
    fragments = {
        re.match(r"fragment (\w+)", text)[1]: text  # type: ignore[index]
        for text in re.findall(
            r"^fragment .*?^}", (DOCUMENTS / "fragments.graphql").read_text(), re.M | re.S
        )
    }
    wanted, texts = {name}, {name: (DOCUMENTS / f"{name}.graphql").read_text()}
    while wanted:
        spread = {used for part in wanted for used in re.findall(r"\.\.\.(\w+)", texts[part])}
        wanted = spread - texts.keys()
        texts |= {part: fragments[part] for part in wanted}
    return "\n".join(texts.values())


@dataclass
class Shopper:
    """One conversation. Each call returns the messages it brought, our own left out."""

    shop: Shop
    channel: str = "default-channel"
    locale: str = "en"
    token: str = ""
    seen: int = 0
    bearer: str | None = None
    # Each shopper calls from a place of their own: chats per address are limited.
    address: str = field(
        default_factory=lambda: f"10.7.{next(_numbers) // 250}.{next(_numbers) % 250}"
    )
    messages: list[dict[str, Any]] = field(default_factory=list)

    def start(self, **given: Any) -> list[dict[str, Any]]:
        variables = {"input": {"channel": self.channel, "locale": self.locale, **given}}
        answer = self._call("chatStart", **variables)["chatStart"]
        assert answer["errors"] == [], answer["errors"]
        self.token = answer["token"]
        return self._new(answer["chat"]["messages"])

    def say(self, text: str) -> list[dict[str, Any]]:
        answer = self._call(
            "chatMessageSend", token=self.token, text=text, clientId=self.client_id()
        )
        return self._brought(answer["chatMessageSend"])

    def tap(self, **action: Any) -> list[dict[str, Any]]:
        answer = self._call(
            "chatActionSubmit", token=self.token, action=action, clientId=self.client_id()
        )
        return self._brought(answer["chatActionSubmit"])

    def look(self) -> dict[str, Any]:
        """Ask for what is new, as the widget does when it polls."""
        chat = self._call("chat", token=self.token, after=self.seen)["chat"]
        self._new(chat["messages"])
        return dict(chat)

    def wait_for_part(self, typename: str, seconds: float = 30) -> dict[str, Any]:
        """Poll until a part of this type has come, and return the newest."""

        def newest() -> dict[str, Any] | None:
            self.look()
            return self.last(typename)

        return dict(until(newest, f"a {typename} in the chat", seconds))

    def wait_for_stage(self, stage: str, seconds: float = 30) -> dict[str, Any]:
        def there() -> dict[str, Any] | None:
            chat = self.look()
            return chat if chat["stage"] == stage else None

        return dict(until(there, f"stage {stage}", seconds))

    def last(self, typename: str) -> dict[str, Any] | None:
        parts = [part for message in self.messages for part in message["parts"]]
        found = [part for part in parts if part["__typename"] == typename]
        return found[-1] if found else None

    def parts(self, typename: str) -> list[dict[str, Any]]:
        return [p for m in self.messages for p in m["parts"] if p["__typename"] == typename]

    def details(self, **more: Any) -> list[dict[str, Any]]:
        given = {"email": "ada@example.com", "shippingAddress": ADDRESS, **more}
        return self.tap(giveDetails={k: v for k, v in given.items() if v is not None})

    def go_to_quote(self, email: str, delivery: str = "Default") -> dict[str, Any]:
        """Check out what is in the cart, by the named way of delivery, and return the quote."""
        self.tap(checkOut=True)
        self.details(email=email)
        return self.deliver(delivery)

    def deliver(self, name: str) -> dict[str, Any]:
        """Tap the first way of this name in the newest picker and return the quote."""
        picker = self.last("ChatDeliveryPicker")
        assert picker, self.messages[-1]
        option = next(option for option in picker["options"] if option["name"] == name)
        self.tap(chooseDelivery={"optionId": option["id"]})
        quote = self.last("ChatQuote")
        assert quote, self.messages[-1]
        return quote

    def confirm(self, quote: dict[str, Any], method: str = "card") -> list[dict[str, Any]]:
        return self.tap(pay={"method": method, "quoteVersion": quote["version"]})

    def client_id(self) -> str:
        return f"test-{next(_numbers)}"

    def _call(self, name: str, **variables: Any) -> dict[str, Any]:
        return self.shop.graphql(
            document(name), bearer=self.bearer, address=self.address, **variables
        )

    def _brought(self, answer: dict[str, Any]) -> list[dict[str, Any]]:
        assert answer["errors"] == [], answer["errors"]
        new = self._new(answer["messages"])
        if answer["pending"]:
            return new
        return [message for message in new if message["author"] == "ASSISTANT"]

    def _new(self, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        fresh = [message for message in messages if message["sequence"] > self.seen]
        if fresh:
            self.seen = max(message["sequence"] for message in fresh)
        self.messages += fresh
        return fresh
