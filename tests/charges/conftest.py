"""The world each test of the money shell begins with."""

from __future__ import annotations

import pytest

from tests.charges.world import World


@pytest.fixture
def world() -> World:
    return World()
