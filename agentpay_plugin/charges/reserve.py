"""How far money has come that is reserved first and taken later, and what may be done about it. Asks nobody outside.

What is taken of it is a row `Capture`, what is let go a row `Refund` that is a release.
"""

from __future__ import annotations

from enum import StrEnum

from django.db.models import QuerySet

from agentpay_plugin.models import Capture, Charge


class Reserve(StrEnum):
    NONE = ""  # taken at once
    ASKED = "asked"  # to be reserved when the shopper pays
    STANDS = "stands"  # reserved for us at the provider
    OVER = "over"  # captured or let go


class Taking(StrEnum):
    """The steps of a capture."""

    REQUESTED = "requested"
    ASKED = "asked"  # the provider is being asked, or was when the worker died
    SUCCEEDED = "succeeded"
    REPORTED = "reported"
    FAILED = "failed"


_OVER = (Taking.REPORTED.value, Taking.FAILED.value)


def is_reserved(charge: Charge) -> bool:
    """Say whether a charge's money is only reserved, as it is now."""
    stands = Charge.objects.filter(pk=charge.pk, reserve=Reserve.STANDS.value)
    return stands.exists()


def unfinished(charge: Charge) -> QuerySet[Capture]:
    """Return the captures of a charge that are not over."""
    return charge.captures.exclude(state__in=_OVER)


def store(capture: Capture, step: Taking, target: Taking) -> Taking:
    """Move a capture from `step` to `target`, if it is still there; returns where it is now."""
    if Capture.objects.filter(pk=capture.pk, state=step.value).update(state=target.value):
        return target
    return Taking(Capture.objects.get(pk=capture.pk).state)
