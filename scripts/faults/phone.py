"""What the roads by PIX have alike: a phone pays a code, and nobody declines or disputes that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scripts.faults.levers import TIMEOUT, Levers


class PhoneBank(Levers):
    """The common half of a Bank. `things` and `name`: what the look-alike calls its charges, and their ids.

    `late` is what lets one be paid whose time is over, `end` what ends one there.
    """

    things: str
    name: str
    late: Mapping[str, Any]
    end: str

    def press(self, payment: Mapping[str, Any], button: str) -> str:
        """Pay on the phone's page, as a bank's app does; what is paid later is paid by `end_delayed`."""
        if button == "pay" and (pix := payment.get("pix")):
            self.caller.post(f"{self.url}/phone", data={"code": pix["code"]}, timeout=TIMEOUT)
        elif button == "pay":
            self.work(payment, "pay")
        return ""

    def pay_late(self, payment: Mapping[str, Any]) -> None:
        self.work(payment, "pay", **self.late)

    def end_delayed(self, payment: Mapping[str, Any], *, well: bool) -> None:
        if well:
            self.pay_late(payment)

    def expire(self, payment: Mapping[str, Any]) -> None:
        self.work(payment, self.end)

    def give_back(self, payment: Mapping[str, Any], minor: int | None) -> bool:
        return self.work(payment, "give_back", amount=minor)

    def dispute(self, *_: object, **__: object) -> bool:
        return False

    def end_disputes(self, *, lose_every: int) -> None:
        """There are none."""

    def work(self, payment: Mapping[str, Any], what: str, **body: Any) -> bool:
        """Do something to the newest charge of a payment; False when it is refused."""
        found = self.found(str(payment["chargeId"]))
        path = f"{self.things}/{(found or {}).get(self.name)}/{what}"
        return found is not None and self.attempt(path, **body)
