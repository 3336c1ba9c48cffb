"""A shopper of the run: the chat over HTTP by the widget's own documents, as patient as a widget is."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests

from agentpay_plugin.shop.documents import document
from scripts.faults.levers import caller

_TIMEOUT = 30  # seconds of one call
_PAUSE = 0.4  # seconds between two tries
# Seconds between two looks, while a reply is being made and else, as the widget waits.
_WHILE_PENDING = 1.2
_ELSE = 3.0
_PASSING = ("INTERNAL", "SHOP_UNAVAILABLE", "TOO_MANY_REQUESTS")
_ADDRESSES: Mapping[str, Mapping[str, str]] = {
    "default-channel": {
        "firstName": "Ada", "lastName": "Lovelace", "streetAddress1": "1 Main Street", "city": "New York",
        "postalCode": "10001", "country": "US", "countryArea": "NY", "phone": "+12125550123",
    },
    "brazil": {
        "firstName": "Ada", "lastName": "Lovelace", "streetAddress1": "Avenida Paulista, 1000",
        "cityArea": "Bela Vista", "city": "São Paulo", "postalCode": "01310-100", "country": "BR",
        "countryArea": "SP", "phone": "+5511912345678",
    },
}  # fmt: skip
_numbers = itertools.count(1)


def address_in(channel: str) -> Mapping[str, str]:
    """Return where a shopper of a channel lives; every road of PIX has a channel like Brazil's."""
    return _ADDRESSES["brazil" if channel.startswith("brazil") else channel]


class GaveUp(Exception):  # noqa: N818 what a shopper does is no error
    """The shopper walked away."""


class ClosedTab(GaveUp):
    """They had done all that was theirs to do, and did not wait for the confirmation."""


@dataclass
class Shopper:
    """One person, at an address of their own. `patience` is how many seconds they try to do one thing.

    `looks`: how often they look for what is new, in times of what a demo can bear.
    """

    url: str
    channel: str
    locale: str
    email: str
    address: str
    looks: float = 1.0
    patience: float = 60.0
    token: str = ""
    conversations: list[str] = field(default_factory=list)
    chat: dict[str, Any] = field(default_factory=dict)
    messages: dict[int, dict[str, Any]] = field(default_factory=dict)
    browser: requests.Session = field(default_factory=caller)

    # --- the chat

    def start(self, slug: str) -> None:
        given = {"channel": self.channel, "locale": self.locale, "product": {"slug": slug}}
        answer = self._call("chatStart", lambda found: found["token"], input=given)
        self.token = answer["token"]
        self.conversations.append(answer["chat"]["id"])
        self._take(answer["chat"])

    def tap(self, **action: Any) -> None:
        """Tap, once however often it has to be sent, and wait for the reply."""
        self.send(**action)
        self.until(lambda: not self.chat["pending"], "a reply")

    def send(self, **action: Any) -> None:
        """Tap without waiting for the reply."""
        mark = f"faults-{next(_numbers)}"
        self._call("chatActionSubmit", token=self.token, action=action, clientId=mark)
        self.look()

    def look(self) -> dict[str, Any]:
        """Ask for what is new."""
        newest = max(self.messages, default=0)
        self._take(self._call("chat", token=self.token, after=newest))
        return self.chat

    def last(self, typename: str) -> dict[str, Any] | None:
        """Return the newest card of a type."""
        parts = (
            part for number in sorted(self.messages) for part in self.messages[number]["parts"]
        )
        found = [part for part in parts if part["__typename"] == typename]
        return found[-1] if found else None

    def until(self, done: Callable[[], object], what: str, seconds: float | None = None) -> None:
        """Look until something is so. Raises GaveUp."""
        end = time.monotonic() + (seconds or self.patience)
        while not done():
            if time.monotonic() > end:
                raise GaveUp(f"no {what} at stage {self.chat.get('stage')}")
            time.sleep(self.looks * (_WHILE_PENDING if self.chat.get("pending") else _ELSE))
            self.look()

    # --- a purchase, by whatever the chat asks next

    def go_to_quote(self, variant_id: str, quantity: int, code: str = "") -> str:
        """Answer what is asked until there is a quote; return its version. Raises GaveUp."""
        self.look()
        for _ in range(20):
            match self.chat["stage"]:
                case "QUOTED":
                    return str((self.last("ChatQuote") or {})["version"])
                case "SHOPPING" if self.chat["cart"] and self.chat["cart"]["lines"]:
                    if code:
                        self.tap(applyPromoCode={"code": code})
                        code = ""
                    self.tap(checkOut=True)
                case "BROWSING" | "CHOOSING" | "SHOPPING":
                    self.tap(chooseVariant={"variantId": variant_id, "quantity": quantity})
                case "DETAILS":
                    address = address_in(self.channel)
                    self.tap(giveDetails={"email": self.email, "shippingAddress": address})
                case "DELIVERY":
                    options = (self.last("ChatDeliveryPicker") or {})["options"]
                    self.tap(chooseDelivery={"optionId": options[0]["id"]})
                case stage:
                    raise GaveUp(f"no quote at stage {stage}")
        raise GaveUp("no quote after twenty answers")

    def wait_for_page(self) -> dict[str, Any] | None:
        """Return the open payment; None when the chat went back to the cart instead. Raises GaveUp."""

        def there() -> bool:
            payment = self.chat["payment"] or {}
            is_open = self.chat["stage"] == "PAYING" and payment.get("state") == "OPEN"
            return is_open or self._is_over()

        self.until(there, "page to pay on")
        return None if self._is_over() else dict(self.chat["payment"])

    def _is_over(self) -> bool:
        return not self.chat["pending"] and self.chat["stage"] not in ("OPENING", "PAYING")

    # --- inside

    def _take(self, chat: Mapping[str, Any]) -> None:
        self.chat = dict(chat)
        self.messages |= {message["sequence"]: message for message in chat["messages"]}

    def _call(
        self,
        name: str,
        is_good: Callable[[Mapping[str, Any]], object] = lambda found: not found.get("errors"),
        **variables: Any,
    ) -> Any:
        """Send an operation until it is answered: the same again, as the widget does. Raises GaveUp."""
        query = {"query": document(name, "widget"), "variables": variables}
        end = time.monotonic() + self.patience
        while True:
            answer = self._answer(name, query)
            if answer is not None and is_good(answer):
                return answer
            wrong = (answer or {}).get("errors") or ()
            if any(one["code"] not in _PASSING for one in wrong):
                raise GaveUp(f"{name}: {wrong[0]['code']} {wrong[0]['field']}")
            if time.monotonic() > end:
                raise GaveUp(f"no answer to {name}")
            time.sleep(_PAUSE)

    def _answer(self, name: str, query: Mapping[str, Any]) -> Any:
        try:
            answer = self.browser.post(
                f"{self.url}/graphql/",
                json=query,
                headers={"X-Forwarded-For": self.address},
                timeout=_TIMEOUT,
            )
            found = answer.json() if answer.status_code == 200 else {}
        except (requests.RequestException, ValueError):
            return None
        return None if found.get("errors") else (found.get("data") or {}).get(name)
