"""Several people doing things at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from agentpay_plugin.errors import ShopRefused


def at_once(*things: Callable[[], object]) -> None:
    """Do all of it at the same time. Raises what the first of them raised, once all are done."""
    with ThreadPoolExecutor(len(things)) as hands:
        doing = [hands.submit(thing) for thing in things]
    for one in doing:
        with suppress(ShopRefused):
            one.result()
