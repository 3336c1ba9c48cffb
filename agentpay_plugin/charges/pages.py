"""The page a shopper comes back to from the provider's. It asks the provider, and says how it stands.

Self-contained, without scripts. It links nowhere but to the address that was checked when the charge
was opened.
"""

from __future__ import annotations

import re
from contextlib import suppress
from http import HTTPStatus

from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from agentpay_plugin.charges import view, words
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.conversation.state import ChargeState
from agentpay_plugin.errors import AgentPayError
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


@outside_transactions
def return_page(desk: Desk, return_id: str, accept_language: str) -> tuple[int, str]:
    """Return the status and the HTML of the page behind a return address."""
    known = _RETURN_ID.fullmatch(return_id)
    charge = Charge.objects.filter(return_id=return_id).first() if known else None
    if charge is None:
        return HTTPStatus.NOT_FOUND, _page(words.UNKNOWN_PAGE, accept_language, "", False)
    with suppress(AgentPayError):  # what is known is shown; the charge is due again by itself
        settle(desk, charge.pk)
    charge.refresh_from_db()
    state = view.view(charge).state
    waiting = state in _WAITING
    return HTTPStatus.OK, _page(words.PAGE[state], accept_language, charge.return_url, waiting)


def _page(said: words.Words, accept_language: str, link: str, waiting: bool) -> str:
    language = words.language_of(accept_language)
    with translation.override(language):
        return format_html(
            _PAGE,
            language=language,
            direction="rtl" if translation.get_language_bidi() else "ltr",
            refresh=mark_safe('<meta http-equiv="refresh" content="5">') if waiting else "",
            style=mark_safe(_STYLE),  # noqa: S308 a constant
            title=said.title,
            text=said.text,
            back=_back(link),
        )


def _back(link: str) -> SafeString:
    return format_html('<p><a href="{}">{}</a></p>', link, words.BACK) if link else SafeString("")
