"""What waits for the merchant, as problems of our app in Saleor's Dashboard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.shop.saleor import problems


class Dashboard:
    """Saleor's side: the problems it has, and what it was sent."""

    def __init__(self, *there: tuple[str, str | None], errors: list[dict[str, str]] | None = None):
        self.there = [{"key": key, "dismissed": by and {"by": by}} for key, by in there]
        self.errors = errors or []
        self.sent: list[tuple[str, Mapping[str, object]]] = []

    def __call__(self, name: str, variables: Mapping[str, object]) -> Mapping[str, Any]:
        if name == "app_problems":
            return {"app": {"problems": self.there}}
        self.sent.append((name, variables))
        mutation = {
            "app_problem_create": "appProblemCreate",
            "app_problem_dismiss": "appProblemDismiss",
        }
        return {mutation[name]: {"errors": self.errors}}


def test_new_one_is_shown_and_one_that_is_over_goes() -> None:
    dashboard = Dashboard(("payment-old", None), ("payment-kept", None), ("other", None))

    problems.show(
        dashboard, {"payment-kept": "Kept.", "payment-new": "New."}, ("payment-", "stuck-")
    )

    assert dashboard.sent == [
        ("app_problem_create", {"key": "payment-new", "message": "New."}),
        ("app_problem_dismiss", {"keys": ["payment-old"]}),
    ]


def test_one_that_a_person_cleared_is_not_shown_again() -> None:
    dashboard = Dashboard(("payment-1", "USER"))

    problems.show(dashboard, {"payment-1": "Still waits."}, ("payment-", "stuck-"))
    problems.show(dashboard, {}, ("payment-", "stuck-"))

    assert dashboard.sent == []


def test_one_that_was_over_and_waits_again_is_shown_again() -> None:
    dashboard = Dashboard(("payment-1", "APP"))

    problems.show(dashboard, {"payment-1": "Waits again."}, ("payment-", "stuck-"))

    assert dashboard.sent == [
        ("app_problem_create", {"key": "payment-1", "message": "Waits again."})
    ]


def test_refusal_is_told() -> None:
    dashboard = Dashboard(errors=[{"field": "key", "code": "INVALID", "message": "too long"}])

    with pytest.raises(ShopRefused) as refused:
        problems.show(dashboard, {"payment-1": "Waits."}, ("payment-", "stuck-"))

    assert refused.value.shop_code == "INVALID"
