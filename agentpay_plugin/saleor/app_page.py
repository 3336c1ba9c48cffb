"""The page behind "AgentPay" among the Dashboard's extensions: the way to the settings and to the storefront, and the
chats that wait for a person.

The Dashboard lists only plugins that are on in some channel, so without it nobody could switch us on. The page is the
same for everybody and tells nothing by itself: its script (app_page.js) asks the shop's API for the chats with the token
that the Dashboard hands it over its App Bridge, the rights of whoever is logged in there.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files

from django.http import HttpRequest, HttpResponse
from django.utils.html import escape

_PATH = re.compile(r"/?app/?")
_STYLE = (
    "body{font:1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1.5rem}"
    "button{font:inherit;font-weight:600;padding:.6rem 1.2rem;border:0;border-radius:.3rem;background:#112033;"
    "color:#fff;cursor:pointer}h1{font-size:1.4rem}code{overflow-wrap:anywhere}pre{white-space:pre-wrap}"
    "h2{font-size:1.1rem;margin-top:2rem}"
    "details{border:1px solid #8888;border-radius:.3rem;padding:.5rem 1rem;margin:.5rem 0}summary{cursor:pointer}"
    "details p{margin:.5rem 0;padding:.4rem .7rem;border-radius:.3rem;background:#8881;white-space:pre-wrap;"
    "overflow-wrap:anywhere}details p.shopper{background:#5a92}details p.person{background:#36c2}details small{display:block;opacity:.7}"
    "textarea{font:inherit;width:100%;box-sizing:border-box;margin:.5rem 0;padding:.4rem .7rem;border:1px solid #8888;"
    "border-radius:.3rem;background:transparent;color:inherit}button.quiet{background:none;color:inherit}"
    "button+button{margin-left:.5rem}"
    "body.dark{color:#eee}body.dark button:not(.quiet){background:#eee;color:#112033}"
)
_SCRIPT = files("agentpay_plugin.saleor").joinpath("app_page.js").read_text("utf-8")
_HTML = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>AgentPay</title><style>{_STYLE}</style></head>
<body><main><h1>AgentPay</h1>
<p>Sells inside a chat on your storefront: from the question to the paid order.</p>
<h2>Shoppers who ask for a person</h2>
<p id="status" role="status">Open this page in your Dashboard to see them.</p>
<div id="handovers"></div>
<h2>Settings</h2>
<ol>
<li>Open the settings and choose a channel on the left.</li>
<li>Under Authorization press Create and paste the channel's Stripe secret key.</li>
<li>For PIX, beside cards or alone, fill in who takes it and what that one needs.</li>
<li>Tick Active and save. AgentPay tries the keys and sets the webhooks up.</li>
<li>Put the chat on your storefront's pages, with the slug of their channel:<pre><code>@tag@</code></pre></li>
</ol>
<p><button id="settings" type="button">Open the settings</button></p>
<p>In the Dashboard's address they are <code>/extensions/plugin/agentpay</code>.</p>
</main><script>{_SCRIPT}</script></body></html>
"""
_TAG = """<script async src="{script}"
  data-api-url="{api}" data-channel="…"></script>"""
_HASH = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()


def is_for(path: str) -> bool:
    """Whether a path below our address is this page's."""
    return _PATH.fullmatch(path) is not None


def answer(request: HttpRequest, script: str, api: str) -> HttpResponse:
    """Answer with the page. Any Dashboard may frame it: without the token of one it shows and changes nothing of the shop's.

    `script` and `api`: the addresses of the chat's script and of the shop's GraphQL.
    """
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
    return HttpResponse(
        _HTML.replace("@tag@", escape(_TAG.format(script=script, api=api))),
        headers={
            "Content-Security-Policy": f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{_HASH}';"
            " connect-src 'self'",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        },
    )
