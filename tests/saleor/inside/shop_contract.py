"""A real Saleor keeps the contract of a shop. Runs in Saleor's own python (tests/saleor/test_shop_contract.py)."""

from tests.saleor.inside.saleor_world import *  # noqa: F403
from tests.shop.contract_books import *  # noqa: F403
from tests.shop.contract_carts import *  # noqa: F403
from tests.shop.contract_catalogue import *  # noqa: F403
from tests.shop.contract_library import *  # noqa: F403
from tests.shop.contract_orders import *  # noqa: F403
from tests.shop.contract_search import *  # noqa: F403
