"""Contract suites report failed assertions as tests do."""

import pytest

pytest.register_assert_rewrite("tests.shop.contract")
