"""AgentPay: selling inside a chat, on the shop's own page, with Saleor's own commerce engine."""

__version__ = "0.1.0"
