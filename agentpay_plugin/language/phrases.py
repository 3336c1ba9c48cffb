"""The English words of every phrase key; translations come from gettext catalogues under these msgids."""

from __future__ import annotations

from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.language.msgids import Words
from agentpay_plugin.language.phrases_cards import CARDS
from agentpay_plugin.language.phrases_finding import FINDING
from agentpay_plugin.language.phrases_paying import PAYING
from agentpay_plugin.language.phrases_shopping import SHOPPING

PHRASES: dict[Say, Words] = SHOPPING | FINDING | PAYING | CARDS

__all__ = ["PHRASES", "Words"]
