"""A shop's own page in the tests: another origin than Saleor's, with AgentPay's script tag on it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from agentpay_plugin.hosting.urls import widget_path
from tests.saleor.shop import Shop

_PAGE = """<!doctype html><html lang="{locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{slug}</title></head>
<body><main data-product-slug="{slug}"><h1>{slug}</h1><p>A page of the shop's own.</p></main>
<script async src="{script}" {data}></script></body></html>"""


@contextmanager
def storefront(shop: Shop, *, socket: bool) -> Iterator[str]:
    """Serve pages `/<channel>/<locale>/<product's slug>` and yield their origin. `socket`: they know the gateway."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.count("/") != 3:  # what a browser looks for by itself, such as an icon
                self.send_error(404)
                return
            channel, locale, slug = self.path.strip("/").split("/")
            told = {"api-url": f"{shop.url}/graphql/", "channel": channel, "locale": locale}
            if socket:
                told["socket-url"] = f"ws://127.0.0.1:{shop.gateway_port}/graphql/"
            page = _PAGE.format(
                locale=locale,
                slug=escape(slug),
                script=shop.url + widget_path(),
                data=" ".join(f'data-{name}="{escape(value)}"' for name, value in told.items()),
            )
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
