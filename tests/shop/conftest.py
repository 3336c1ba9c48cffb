"""Contract suites report failed assertions as tests do; the sandbox shop keeps its state in both places."""

import pytest

from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.database import DatabaseStore
from agentpay_plugin.shop.sandbox.store import MemoryStore

for name in ("catalogue", "search", "library", "carts", "books", "orders"):
    pytest.register_assert_rewrite(f"tests.shop.contract_{name}")
pytest.register_assert_rewrite("tests.shop.steps")


@pytest.fixture(
    params=[
        MemoryStore,
        pytest.param(DatabaseStore, marks=pytest.mark.django_db(transaction=True)),
    ]
)
def shop(request: pytest.FixtureRequest) -> SandboxShop:
    return SandboxShop(
        store=request.param(), gateway=lambda call: {"pspReference": "cs_1", "data": call.data}
    )
