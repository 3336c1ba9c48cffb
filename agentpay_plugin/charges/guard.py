"""The one place that keeps the money shell out of database transactions."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from agentpay_plugin.calling import refuse_open_transaction

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


def outside_transactions(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Let `function` raise OpenTransaction, with nothing done, when this thread has a transaction open."""

    @wraps(function)
    def guarded(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        refuse_open_transaction()
        return function(*args, **kwargs)

    return guarded
