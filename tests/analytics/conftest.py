"""The world each test of the reports begins with: conversations with a shop and a provider around them."""

from __future__ import annotations

import pytest

from tests.chat.world import ChatWorld


@pytest.fixture
def world() -> ChatWorld:
    return ChatWorld()
