"""Contract suites report failed assertions as tests do."""

import pytest

for name in ("catalogue", "carts", "books", "orders"):
    pytest.register_assert_rewrite(f"tests.shop.contract_{name}")
pytest.register_assert_rewrite("tests.shop.steps")
