"""The page a shopper comes back to from the provider's. It asks the provider, and says how it stands.

Self-contained, without scripts. It links nowhere but to the address that was checked when the charge
was opened, or to the shop's own page that the payment was asked for on.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import timedelta
from http import HTTPStatus

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from agentpay_plugin.charges import view, words
from agentpay_plugin.charges.checks import is_allowed_link
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.refund_rows import ALREADY_PAID
from agentpay_plugin.charges.reserve import Reserve
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.states import State
from agentpay_plugin.conversation.state import ChargeState
from agentpay_plugin.errors import AgentPayError
from agentpay_plugin.language.say import babel_locale, render_words
from agentpay_plugin.models import Charge

_RETURN_ID = re.compile(r"[A-Za-z0-9_-]{16,64}")
_WAITING = (ChargeState.OPEN, ChargeState.PROCESSING, ChargeState.PAID)
_STYLE = (
    "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1.5rem;"
    "text-align:center}:root{color-scheme:light dark}h1{font-size:1.5rem}"
)
_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
{refresh}<title>{title}</title><style>{style}</style></head>
<body><main><h1>{title}</h1><p role="status">{text}</p>{back}</main></body></html>
"""


# How often an open page looks again by itself, in seconds: ever more seldom, for ten minutes in all.
_LOOKS = (5, 10, 20, 40, *[60] * 9)
# Reloading must not become as many questions to the provider.
_ASK_EVERY = timedelta(seconds=15)
_ASKING = (State.RESERVED, State.OPEN, State.PROCESSING, State.EXPIRED, State.CANCELLED)


@outside_transactions
def return_page(
    desk: Desk, return_id: str, accept_language: str, looks: int = 0, shop_page: str = ""
) -> tuple[int, str]:
    """Return the status and the HTML of the page behind a return address.

    `looks`: how often it has looked again by itself, as its own address says (`?looks=2`).
    `shop_page`: where the browser says that it came from; linked to if the shop allows links there.
    """
    known = _RETURN_ID.fullmatch(return_id)
    charge = Charge.objects.filter(return_id=return_id).first() if known else None
    if charge is None:
        return HTTPStatus.NOT_FOUND, _page(words.UNKNOWN_PAGE, accept_language, "", "")
    if not _was_just_asked(desk, charge):
        with suppress(AgentPayError):  # what is known is shown; the charge is due again by itself
            settle(desk, charge.pk)
    charge.refresh_from_db()
    again = _again(looks) if view.told_as(charge) in _WAITING else ""
    link = charge.return_url or (shop_page if is_allowed_link(desk, shop_page) else "")
    return HTTPStatus.OK, _page(_said(charge), accept_language, link, again)


def _was_just_asked(desk: Desk, charge: Charge) -> bool:
    asked = charge.asked_at if State(charge.state) in _ASKING else None
    return asked is not None and desk.clock() - asked < _ASK_EVERY


def _said(charge: Charge) -> words.Said:
    """Return the words for how a charge stands, and why."""
    told = view.told_as(charge)
    if charge.reserve == Reserve.STANDS and told in words.RESERVED:
        return words.RESERVED[told]
    if told is ChargeState.REFUNDED and view.let_go(charge) and not view.refunded(charge):
        return words.LET_GO
    if told is ChargeState.REFUNDED and charge.reason == ALREADY_PAID:
        return words.PAID_TWICE
    if told is ChargeState.UNKNOWN and State(charge.state) is State.HELD:
        return words.UNCERTAIN
    return words.PAGE[told]


def _again(looks: int) -> SafeString | str:
    if not 0 <= looks < len(_LOOKS):
        return ""
    return format_html(
        '<meta http-equiv="refresh" content="{};url=?looks={}">', _LOOKS[looks], looks + 1
    )


def _page(said: words.Said, accept_language: str, link: str, again: str) -> str:
    language = words.language_of(accept_language)
    return format_html(
        _PAGE,
        language=language,
        direction=babel_locale(language).text_direction,
        refresh=again,
        style=mark_safe(_STYLE),  # noqa: S308 a constant
        title=render_words(said.title, language),
        text=render_words(said.text, language),
        back=_back(link, language),
    )


def _back(link: str, language: str) -> SafeString:
    if not link:
        return SafeString("")
    return format_html('<p><a href="{}">{}</a></p>', link, render_words(words.BACK, language))
