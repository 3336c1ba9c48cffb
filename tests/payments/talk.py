"""Plain calls of Stripe's API, by nobody's library."""

from __future__ import annotations

from typing import Any

import requests

from agentpay_plugin.demo.stripe.lookalike import LookAlike

KEY = "sk_test_look12345678"


def form(stripe: LookAlike, **changes: str | None) -> dict[str, str]:
    values = {
        "mode": "payment",
        "line_items[0][price_data][currency]": "usd",
        "line_items[0][price_data][unit_amount]": "1000",
        "line_items[0][price_data][product_data][name]": "Shirt",
        "line_items[0][quantity]": "2",
        "success_url": "https://shop.example/done",
    }
    return {name: value for name, value in (values | changes).items() if value is not None}


def post(
    stripe: LookAlike, path: str, data: Any = None, key: str = KEY, **headers: str
) -> requests.Response:
    return requests.post(
        f"{stripe.url}/v1/{path}",
        data=data,
        headers={"Authorization": f"Bearer {key}"} | headers,
        timeout=10,
    )


def get(stripe: LookAlike, path: str, params: Any = None, key: str = KEY) -> requests.Response:
    return requests.get(
        f"{stripe.url}/v1/{path}",
        params=params,
        headers={"Authorization": f"Bearer {key}"},
        timeout=10,
    )


def create(stripe: LookAlike, **changes: str | None) -> requests.Response:
    return post(stripe, "checkout/sessions", form(stripe, **changes))
