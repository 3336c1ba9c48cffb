"""How the demo tells look-alikes in processes of their own where their webhooks go."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from agentpay_plugin.demo.asaas.server import running as asaas
from agentpay_plugin.demo.pix.server import running as pix
from agentpay_plugin.demo.stripe.server import running as stripe
from agentpay_plugin.demo.webhooks import register
from agentpay_plugin.payments import ProviderName

SHOP = "https://shop.example"
WEBHOOKS = f"{SHOP}/plugins/global/agentpay-gateway/webhooks"
SECRET = "the-demo-keeps-no-secret-demoReais"


@pytest.mark.parametrize(
    ("provider", "running", "urls"),
    [
        (ProviderName.STRIPE, stripe, [f"{WEBHOOKS}/stripe/{number}/" for number in range(1, 6)]),
        (ProviderName.ASAAS, asaas, [f"{WEBHOOKS}/asaas/{number}/" for number in range(2, 6)]),
        (
            ProviderName.PIX,
            pix,
            [
                f"{WEBHOOKS}/pix/{number}/?hmac={SECRET}{number if number > 2 else ''}&ignorar=/pix"
                for number in range(2, 6)
            ],
        ),
    ],
)
def test_each_is_told_once_however_often_the_demo_starts(
    provider: ProviderName, running: Any, urls: list[str]
) -> None:
    with running() as like:
        like.listen("https://of.a.demo.before/", "secret")

        told = [register(provider, like.url, SHOP) for _ in range(2)]

        assert told == [True, True]
        assert [one["url"] for one in like.endpoints] == urls


def test_one_that_does_not_answer_is_named_with_what_starts_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with socket.socket() as taken:  # bound, and nobody listens
        taken.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{taken.getsockname()[1]}"

        assert register(ProviderName.ASAAS, base, SHOP) is False

    assert capsys.readouterr().err == (
        f"demo: the look-alike that belongs at {base} does not answer."
        " Start it: python -m agentpay_plugin.demo.asaas\n"
    )
