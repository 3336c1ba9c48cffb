"""Finding goods by a shopper's words: what is meant, what is required, what fits. Pure; knows no shop.

Both shops, Saleor and the sandbox, gather what may fit and leave the rest to `seek`.
"""

from __future__ import annotations

from agentpay_plugin.shop.search.beside import alike, beside, wanted_beside
from agentpay_plugin.shop.search.groups import called, meant
from agentpay_plugin.shop.search.needs import Needs, needs_of
from agentpay_plugin.shop.search.ranking import Entry, chosen, entry
from agentpay_plugin.shop.search.search import Search, search_of
from agentpay_plugin.shop.search.terms import Term, any_of

__all__ = [
    "Entry",
    "Needs",
    "Search",
    "Term",
    "alike",
    "any_of",
    "beside",
    "called",
    "chosen",
    "entry",
    "meant",
    "needs_of",
    "search_of",
    "wanted_beside",
]
