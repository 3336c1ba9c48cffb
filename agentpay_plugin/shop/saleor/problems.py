"""What the Dashboard shows beside our app among the extensions, for a person of the merchant's to act on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agentpay_plugin.shop.saleor.execute import Execute, accepted


def show(execute_as_app: Execute, wanted: Mapping[str, str], prefixes: tuple[str, ...]) -> None:
    """Make our app's problems whose key begins with one of `prefixes` exactly `wanted`: key to message.

    One that is there stays as it is, also when a person cleared it: nobody is told twice.
    Raises ShopRefused and ShopUnavailable.
    """
    node = execute_as_app("app_problems", {})["app"]
    there = [one for one in node["problems"] if one["key"].startswith(prefixes)]
    known = {one["key"] for one in there if _stays(one)}
    for key in wanted:
        if key not in known:
            variables = {"key": key, "message": wanted[key]}
            accepted(execute_as_app("app_problem_create", variables)["appProblemCreate"])
    over = sorted({one["key"] for one in there if not one["dismissed"]} - wanted.keys())
    if over:
        accepted(execute_as_app("app_problem_dismiss", {"keys": over})["appProblemDismiss"])


def _stays(problem: Mapping[str, Any]) -> bool:
    return problem["dismissed"] is None or problem["dismissed"]["by"] == "USER"
