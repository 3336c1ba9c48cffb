"""A bank's app as a page: paste a PIX code, see whom and how much, pay."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from urllib.parse import parse_qs

from agentpay_plugin.demo.lookalikes.levers import Refused
from agentpay_plugin.demo.lookalikes.web import Request, Response, html_response
from agentpay_plugin.payments import brcode

PATH = "/phone"

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Pay by PIX</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:2rem auto;padding:0 1rem}}
textarea{{box-sizing:border-box;font:inherit;width:100%;height:9rem;padding:.55rem;border:1px solid #aab;border-radius:.5rem}}
button{{font:inherit;font-weight:600;padding:.6rem 1.2rem;margin:1.2rem 0 0;border:1px solid #00857a;border-radius:.5rem;background:#00857a;color:#fff;cursor:pointer}}
dt{{color:#556}}dd{{margin:0 0 .6rem;font-weight:600}}.note{{background:#fff3cd;padding:.5rem 1rem}}</style></head>
<body><p class="note">Test page: no money moves here.</p>{body}</body></html>"""

_PASTE = """<h1>Pay by PIX</h1>{note}<form method="get" action="{action}"><label>PIX code
<textarea name="code" required autocomplete="off"></textarea></label><button>Go on</button></form>"""

_CONFIRM = """<h1>Pay {amount}</h1><dl><dt>To</dt><dd>{receiver}</dd><dt>City</dt><dd>{city}</dd></dl>
<form method="post" action="{action}"><input type="hidden" name="code" value="{code}"><button>Pay</button></form>"""


def answer(
    request: Request, action: str, amount_of: Callable[[str], str], pay: Callable[[str], object]
) -> Response:
    """Show what a code asks for, or pay it. `amount_of` and `pay` take a code and raise Refused."""
    text = request.query if request.method == "GET" else request.body.decode("utf-8", "replace")
    code = parse_qs(text).get("code", [""])[0].strip()
    if not code:
        return _page(200, _PASTE.format(note="", action=escape(action)))
    try:
        read = brcode.parse(code)
        if request.method == "POST":
            pay(code)
            return _page(200, "<h1>Paid</h1><p>You may close this page.</p>")
        amount = amount_of(code)
    except (brcode.BadBrCode, Refused) as problem:
        note = f'<p class="note" role="alert">{escape(str(problem)) or "It cannot be paid."}</p>'
        return _page(409, _PASTE.format(note=note, action=escape(action)))
    shown = _CONFIRM.format(
        amount=escape(amount),
        receiver=escape(read.receiver),
        city=escape(read.city),
        code=escape(code, quote=True),
        action=escape(action),
    )
    return _page(200, shown)


def _page(status: int, body: str) -> Response:
    return html_response(status, _PAGE.format(body=body))
