"""The world each test of the chat's shell begins with."""

from __future__ import annotations

import pytest

from tests.chat.world import ChatWorld


@pytest.fixture
def world() -> ChatWorld:
    return ChatWorld()
