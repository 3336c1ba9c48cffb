"""The provider in the tests: our look-alike of Stripe, paid on its own page by real requests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests

from agentpay_plugin.demo.stripe.lookalike import LookAlike


@dataclass
class Bank:
    """What a shopper and the provider's staff can do."""

    stripe: LookAlike

    def pay(self, page_url: str, follow: bool = False) -> requests.Response:
        """Press Pay on the provider's page; `follow` goes back to the shop as a browser does."""
        return self._press(page_url, "pay", follow)

    def decline(self, page_url: str) -> requests.Response:
        """Try a card that is declined; the page stays open."""
        return self._press(page_url, "decline", False)

    def leave(self, page_url: str, follow: bool = False) -> requests.Response:
        return self._press(page_url, "leave", follow)

    def session_of(self, page_url: str) -> dict[str, Any]:
        wanted = page_url.split("#")[0].rsplit("/", 1)[-1]
        (session,) = [one for one in self.stripe.sessions if one["id"] == wanted]
        return dict(session)

    def sessions_of(self, email: str) -> list[dict[str, Any]]:
        return [dict(s) for s in self.stripe.sessions if s.get("customer_email") == email]

    def paid_sessions(self, email: str) -> list[dict[str, Any]]:
        return [s for s in self.sessions_of(email) if s["payment_status"] == "paid"]

    def webhooks_done(self) -> None:
        """Wait until everything that was to be delivered is delivered."""
        assert self.stripe.flush()

    def _press(self, page_url: str, button: str, follow: bool) -> requests.Response:
        answer = requests.post(
            page_url, data={"action": button}, allow_redirects=follow, timeout=30
        )
        assert answer.status_code < 400, answer.text[:500]
        return answer
