"""The hosted page that a shopper pays on, as plain HTML."""

from __future__ import annotations

from html import escape
from urllib.parse import parse_qs, quote

from agentpay_plugin.demo.lookalikes.web import Request, Response, html_response, redirect
from agentpay_plugin.demo.stripe.currencies import places
from agentpay_plugin.demo.stripe.ledger import Ledger, Record
from agentpay_plugin.demo.stripe.objects import Thing
from agentpay_plugin.demo.stripe.problems import Problem

# Stripe's own test cards that are declined.
DECLINED_CARDS = {
    "4000000000000002": "generic_decline",
    "4000000000009995": "insufficient_funds",
    "4000000000009987": "lost_card",
    "4000000000000069": "expired_card",
}

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem}}
table{{width:100%;border-collapse:collapse}}td{{padding:.3rem 0;border-bottom:1px solid #ddd}}
td:last-child{{text-align:right;white-space:nowrap;padding-left:1rem}}tr:last-child{{font-weight:600}}
button{{font:inherit;padding:.6rem 1.2rem;margin:1.2rem .5rem 0 0;border:1px solid #635bff;border-radius:.5rem;background:#fff;color:#4038c9;cursor:pointer}}
button[value=pay]{{background:#635bff;color:#fff;font-weight:600}}
label{{display:block;margin-top:1rem}}input,select{{box-sizing:border-box;font:inherit;width:100%;padding:.55rem;border:1px solid #aab;border-radius:.5rem}}
.note{{background:#fff3cd;padding:.5rem 1rem}}</style></head>
<body><p class="note">Test page: no money moves here.</p>{body}</body></html>"""

_BY_CARD = """<label>Card number (optional) <input name="card" inputmode="numeric" autocomplete="off"></label>
<label>Pay by <select name="method"><option value="card">card</option>
<option value="delayed">something that takes days</option></select></label>
"""
_BY_PIX = "<p>By PIX: the button below stands for a bank's app.</p>"


def answer(ledger: Ledger, request: Request) -> Response:
    """Show the page of a session, or take what the shopper does on it."""
    session_id = request.path.removeprefix("/c/pay/")
    ledger.expire_due()
    try:
        record = ledger.find("checkout.session", session_id)
    except Problem:
        return _notice(404, "There is no such page.")
    session = record.thing
    if session["status"] == "complete":
        return _notice(200, "You have paid already. You may close this page.")
    if session["status"] == "expired":
        return _notice(200, "This page has expired. Go back to the shop to try again.")
    if request.method == "GET":
        return html_response(200, _form(record, "declined" in parse_qs(request.query)))
    try:
        return _act(ledger, session, request)
    except Problem as problem:
        return _notice(409, str(problem))


def _act(ledger: Ledger, session: Thing, request: Request) -> Response:
    form = parse_qs(request.body.decode("utf-8", "replace"))
    action = form.get("action", [""])[0]
    card = "".join(form.get("card", [""])[0].split())
    if action == "leave":
        return redirect(_filled(session["cancel_url"] or session["success_url"], session["id"]))
    if action == "decline" or card in DECLINED_CARDS:
        ledger.decline(session["id"], DECLINED_CARDS.get(card, "generic_decline"))
        return redirect(f"{request.path}?declined=1")
    if action != "pay":
        return _notice(400, "There is no such button.")
    email = form.get("email", [""])[0] or None
    ledger.pay(session["id"], email, delayed=form.get("method") == ["delayed"])
    return redirect(_filled(session["success_url"], session["id"]))


def _form(record: Record, declined: bool) -> str:
    session = record.thing
    rows = "".join(
        f"<tr><td>{escape(line['description'])} &times; {line['quantity']}</td>"
        f"<td>{_price(line['amount_total'], line['currency'])}</td></tr>"
        for line in record.extra["lines"]
    )
    total = _price(session["amount_total"], session["currency"])
    note = '<p class="note" role="alert">Your card was declined. Try again.</p>' if declined else ""
    email = escape(session["customer_email"] or "", quote=True)
    locked = "readonly" if email else ""
    ways = _BY_PIX if session["payment_method_types"] == ["pix"] else _BY_CARD
    body = f"""{note}<h1>Pay {total}</h1><table>{rows}<tr><td>Total</td><td>{total}</td></tr></table>
<form method="post"><label>E-mail <input name="email" type="email" value="{email}" {locked}></label>
{ways}<button name="action" value="pay">Pay</button><button name="action" value="decline">Decline</button>
<button name="action" value="leave">Leave</button></form>"""
    return _PAGE.format(title="Pay", body=body)


def _notice(status: int, text: str) -> Response:
    return html_response(status, _PAGE.format(title="Pay", body=f"<h1>{escape(text)}</h1>"))


def _price(units: int, currency: str) -> str:
    digits = str(units).rjust(places(currency) + 1, "0")
    cut = len(digits) - places(currency)
    amount = digits[:cut] + (f".{digits[cut:]}" if places(currency) else "")
    return escape(f"{amount} {currency.upper()}")


def _filled(url: str, session_id: str) -> str:
    return url.replace("{CHECKOUT_SESSION_ID}", quote(session_id))
