"""The shop adapter on a real Saleor, inside its own python: the contract suites, rights, our account."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

pytestmark = pytest.mark.saleor


def test_a_real_saleor_keeps_the_contract_of_a_shop(contract: Future[str]) -> None:
    printed = contract.result()

    assert not printed, printed
