"""What a provider's refusal means for us: one table of HTTP statuses for all providers of models."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from agentpay_plugin.errors import ModelRefused, ModelUnavailable

_TRY_LATER = frozenset({408, 409, 425, 429, 499})


def failure(
    who: str, status: int, code: str = "", retry_after: float | None = None
) -> ModelRefused | ModelUnavailable:
    """Return the error for an answer that is no success; `code` is the provider's own word for why.

    Its message is left out: it may tell what the shopper wrote, or the key. Nobody waits for `retry_after` here.
    """
    known = code if re.fullmatch(r"[a-z0-9_.]{1,60}", code) else ""
    words = f"{who} answered {status} {known}".strip()
    # A paid-up account is no matter of waiting, though it comes with the status for haste.
    if known == "insufficient_quota" or not (status in _TRY_LATER or status >= 500):
        return ModelRefused(words)
    return ModelUnavailable(words, retry_after)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a provider asks to wait; None when it does not say."""
    text = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", text):
        return float(text)
    try:
        return max(parsedate_to_datetime(text).timestamp() - time.time(), 0.0)
    except (TypeError, ValueError):
        return None
