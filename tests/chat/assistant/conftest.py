"""The world of the chat's shell, for turns with a language model."""

from __future__ import annotations

import pytest

from tests.chat.world import ChatWorld


@pytest.fixture
def world() -> ChatWorld:
    return ChatWorld()
