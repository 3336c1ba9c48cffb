"""The look-alikes inside the demo's own process, each below a path of its own. What they hold is kept in files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol, cast

from agentpay_plugin.demo.asaas import control as asaas_control
from agentpay_plugin.demo.asaas.lookalike import LookAlike as Asaas
from agentpay_plugin.demo.lookalikes.doors import door
from agentpay_plugin.demo.lookalikes.web import Dropped, Request, Response
from agentpay_plugin.demo.pix import control as pix_control
from agentpay_plugin.demo.pix.lookalike import LookAlike as PixBank
from agentpay_plugin.demo.stripe import doors as stripe_doors
from agentpay_plugin.demo.stripe.lookalike import LookAlike as Stripe
from agentpay_plugin.demo.webhooks import hooks
from agentpay_plugin.payments import ProviderName, exact_json

BODY_LIMIT = 1_000_000  # bytes


class LookAlike(Protocol):
    """What the demo needs of a look-alike."""

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def listen(self, url: str, secret: str, *, account: str) -> object: ...

    def kept(self) -> list[Any]: ...

    def take_over(self, kept: list[Any]) -> None: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """How a provider's look-alike is made for its URL, and what answers its requests."""

    make: Callable[[str], Any]
    answer: Callable[[Any, Request], Response]


KINDS = {
    ProviderName.STRIPE: Kind(Stripe, stripe_doors.answer),
    ProviderName.ASAAS: Kind(Asaas, door(asaas_control.LEVERS)),
    ProviderName.PIX: Kind(PixBank, door(pix_control.LEVERS)),
}


class Bank:
    """One provider's look-alike, with a webhook endpoint for each channel that has its keys."""

    def __init__(self, provider: ProviderName, public_url: str, folder: Path) -> None:
        kind = KINDS[provider]
        self.prefix = f"/{provider}"
        self.like = cast("LookAlike", kind.make(public_url + self.prefix))
        self._answer = kind.answer
        self._file = folder / f"{provider}.json"
        self._is_changed = False
        if self._file.exists():
            self.like.take_over(exact_json.loads(self._file.read_text(encoding="utf-8")))
        for hook in hooks(provider, public_url):
            self.like.listen(**asdict(hook))

    def answer(self, request: Request) -> Response | None:
        """Answer a request; None when it is to get no answer."""
        try:
            response = self._answer(self.like, request)
        except Dropped:
            return None
        finally:
            # What happens by the clock alone happens again after a start.
            self._is_changed |= request.method != "GET"
        location = response.headers.get("Location", "")
        if location.startswith("/"):
            moved = {**response.headers, "Location": self.prefix + location}
            return Response(response.status, response.body, moved)
        return response

    def keep(self) -> None:
        """Write down what it holds, if anything was done to it."""
        if not self._is_changed:
            return
        self._is_changed = False  # first: what is done from now on is written down by the next call
        fresh = self._file.with_suffix(".new")
        fresh.write_text(exact_json.dumps(self.like.kept()), encoding="utf-8")
        fresh.replace(self._file)


def banks(public_url: str, folder: Path) -> list[Bank]:
    """Return a look-alike of every provider; what they hold lies in the folder."""
    return [Bank(provider, public_url, folder) for provider in ProviderName]
