"""What the demo says on the terminal once it is ready."""

from __future__ import annotations

from agentpay_plugin.demo import settings

_READY = """
  AgentPay's demo is ready.

  Shop            {url}/                         in dollars, English
                  {url}/brazil/pt-BR/            in reais, Portuguese
                  {url}/default-channel/es/      Spanish
  For merchants   {url}/merchant/
  GraphiQL        {url}/graphql/                 HTTP and subscriptions on the same address

  Open a product, press "Ask or buy in the chat", and try
    "Do you have it in M?"   "I'd take two"   "check out"   "Where is my order?"
  PIX             in the shop in reais, by {pix}
  Test cards      any number, or none, pays; 4000 0000 0000 0002 is declined. No money moves.
  Promo codes     WELCOME10   BIGSPENDER (from 150 USD or 750 BRL)   FREESHIP (once a delivery is chosen)
  Gift cards      GIFT-25-USD   GIFT-500-USD   GIFT-100-BRL
  Staff           chatFunnel, chatHandovers answer with the header  Authorization: Bearer demo-merchant

  {how}
  Ctrl-C ends it and keeps the data; `make demo-reset` forgets it.
"""

_PIX = {
    "asaas": "Asaas's look-alike (a CPF is 529.982.247-25); the page offers a phone to pay with",
    "pix": "a bank's look-alike; the page offers a phone to pay with",
    "stripe": "Stripe's look-alike, on its page",
}


def ready() -> str:
    """Return the block that names what to open and to try."""
    how = (
        "PostgreSQL and Redis: now start the worker and beat (docs/demo.md)."
        if settings.HAS_WORKERS
        else f"Everything is in this one process; data in {settings.DEMO_DIR}."
    )
    return _READY.format(url=settings.PUBLIC_URL, how=how, pix=_PIX[settings.PIX_PROVIDER])
