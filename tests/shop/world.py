"""What a contract suite needs of a shop: its ports, what it is known to sell, and switches to change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from agentpay_plugin.charges.ports import Books
from agentpay_plugin.conversation.goods import Address
from agentpay_plugin.conversation.library import own_answers
from agentpay_plugin.conversation.ports import Carts, Catalogue, Library, Orders
from agentpay_plugin.money import Money

NEW_YORK = Address(
    first_name="Ada",
    last_name="Lovelace",
    street_address_1="1 Main Street",
    city="NEW YORK",
    country="US",
    postal_code="10001",
    country_area="NY",
)


ANSWERS = own_answers("When are you open?\nFrom 9 to 18.")


@dataclass(frozen=True)
class Sold:
    """A product as the suite knows it; `word` is a search that must find it."""

    slug: str
    variant_id: str
    price: Money
    sku: str | None = None
    word: str = ""


@dataclass(frozen=True)
class World:
    """Two channels (dollars and zlotys) of one shop.

    `sized` comes in several sizes and materials, `single` is one variant without SKU, `digital` needs no
    shipping. `scarce` is sold out by its test; `colored` is blue; its word finds it in other colours, too. `category` is an upmost one, `collection`
    holds `collected`. `voucher` takes something off a cart of at least ten `sized`; `gift_card` is worth
    `gift_balance`, `big_gift_card` more than any cart here.
    """

    catalogue: Catalogue
    library: Library
    carts: Carts
    orders: Orders
    books: Books
    polish_catalogue: Catalogue
    polish_carts: Carts
    sized: Sold
    single: Sold
    digital: Sold
    doomed: Sold
    scarce: Sold
    colored: Sold
    colored_word: str
    category: str
    collection: str
    collected: Sold
    voucher: str
    gift_card: str
    gift_balance: Money
    big_gift_card: str
    unknown_cart_id: str
    unknown_order_id: str
    unknown_transaction_id: str
    sell_out: Callable[[str], None]
    switch_app: Callable[[bool], None]
    after_thread: Callable[[], None]
