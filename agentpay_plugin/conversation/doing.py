"""What a conversation waits for while a command is carried out; never kept between turns.

Some of these hold what the shopper typed (addresses): `advance` drops them as soon as nothing is awaited.
"""

from __future__ import annotations

from dataclasses import dataclass

from agentpay_plugin.conversation.commands import Command
from agentpay_plugin.conversation.events import (
    DetailsGiven,
    QuantitySet,
    Said,
    ShopperEvent,
    VariantChosen,
)
from agentpay_plugin.conversation.goods import AddressRules, DeliveryOption, Product
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Topic


@dataclass(frozen=True, slots=True)
class Starting:
    """The page's product, then the storefront's cart, are read. `greeted`: the merchant's words were said."""

    cart_id: str | None
    greeted: bool


@dataclass(frozen=True, slots=True)
class Showing:
    """A product is read to be shown."""


@dataclass(frozen=True, slots=True)
class Refreshing:
    """What is known of a product is old: it is read again, and taken into focus, before the event is answered."""

    event: Said | VariantChosen
    name: str = ""


@dataclass(frozen=True, slots=True)
class Recounting:
    """The storefront's page may have changed the cart: it is read before the event changes a quantity."""

    event: Said | VariantChosen | QuantitySet


@dataclass(frozen=True, slots=True)
class Rejoining:
    """The storefront's cart could not be read when the chat was opened: it is, before the event is answered."""

    event: ShopperEvent


@dataclass(frozen=True, slots=True)
class Restocking:
    """The shop had too few: the product is read to tell how many there are."""

    variant_id: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Searching:
    """Products are searched; `quantity` is how many the shopper would take.

    `buys`: the only one that fits is put into the cart. `guess`: it may be no goods. `otherwise`: what is asked
    when nothing is found. `unmet`: all that is said where nothing keeps what is required. `avoids`: the words say
    what is not wanted, and nothing else. `rather`: what the words mean unless they name other goods than those in focus.
    """

    quantity: int | None
    guess: bool = False
    otherwise: Say | None = None
    unmet: Say | None = None
    buys: bool = False
    avoids: bool = False
    rather: Said | None = None


@dataclass(frozen=True, slots=True)
class Comparing:
    """Products are searched by `names` to be compared; `products` were found, `missing` were not.

    `question` and `topic` are in what they are to be compared; `shown`: all of them are on the screen already.
    """

    names: tuple[str, ...]
    question: str = ""
    topic: Topic | None = None
    shown: bool = False
    products: tuple[Product, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggesting:
    """What is like a product is read to be shown; `otherwise`: what is said where there is nothing. None: it was not asked for."""

    otherwise: Say | None = None
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """How the shop sorts its goods is read to be told."""


@dataclass(frozen=True, slots=True)
class Consulting:
    """The merchant's own words are read to answer a question. `unclear`: it may be none, and `mention` goods. `method`: a way to pay it names.

    `is_trouble`: it is no question, but something that went wrong.
    """

    question: str
    topic: Topic | None
    unclear: bool
    method: str | None = None
    mention: str | None = None
    is_trouble: bool = False


@dataclass(frozen=True, slots=True)
class Adding:
    """`quantity` more of a variant go into the cart, perhaps in the place of another variant."""

    variant_id: str
    quantity: int
    item: str
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """The cart is made to hold `quantity` of a variant."""

    variant_id: str
    quantity: int
    item: str


@dataclass(frozen=True, slots=True)
class Emptying:
    """The lines are taken out of the cart, one after the other, `but` for the variants that stay."""

    but: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ApplyingPromo:
    """A code is tried; `guess`: it may be goods that are not found."""

    code: str
    guess: bool = False


@dataclass(frozen=True, slots=True)
class RemovingPromo:
    code: str


@dataclass(frozen=True, slots=True)
class TryingCode:
    """A kept code is tried again; `then` is what was done to the cart before."""

    code: str
    then: Doing


@dataclass(frozen=True, slots=True)
class SavingEmail:
    """An e-mail address alone is set."""


@dataclass(frozen=True, slots=True)
class AskingDetails:
    """Address rules are read to show the form. `address`: an address is asked though there is one."""

    address: bool = False
    reminder: bool = False


@dataclass(frozen=True, slots=True)
class CheckingDetails:
    """Given details are held to the rules of their countries; `rules` are those of the first."""

    given: DetailsGiven
    rules: AddressRules | None = None


@dataclass(frozen=True, slots=True)
class SavingContact:
    """The e-mail address is set, the addresses follow."""

    given: DetailsGiven
    rules: AddressRules


@dataclass(frozen=True, slots=True)
class SavingAddresses:
    given: DetailsGiven
    rules: AddressRules


@dataclass(frozen=True, slots=True)
class PickingDelivery:
    """The ways to deliver are read to choose one."""


@dataclass(frozen=True, slots=True)
class AnsweringDelivery:
    """The ways to deliver are read to answer a question."""


@dataclass(frozen=True, slots=True)
class AnsweringPayment:
    """The ways to pay are read to answer a question, perhaps about one `method`."""

    method: str | None


@dataclass(frozen=True, slots=True)
class ChoosingDelivery:
    """`alone`: there was no other way, it was chosen for the shopper."""

    option: DeliveryOption
    alone: bool


@dataclass(frozen=True, slots=True)
class ShowingCart:
    pass


@dataclass(frozen=True, slots=True)
class CheckingOut:
    """The cart is read to go on with what is missing for the quote."""


@dataclass(frozen=True, slots=True)
class Quoting:
    pass


@dataclass(frozen=True, slots=True)
class PlacingOrder:
    pass


@dataclass(frozen=True, slots=True)
class OpeningCharge:
    """A charge is opened for a quote: this cart in this version."""

    cart_id: str
    version: str


@dataclass(frozen=True, slots=True)
class AskingCharge:
    """The shopper wants to know how the payment stands."""


@dataclass(frozen=True, slots=True)
class Closing:
    """A charge is closed. `commands` were held back until it is, `then` is what waits for them."""

    commands: tuple[Command, ...] = ()
    then: Doing | None = None


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """The newest order is read. `asked`: the number of an order that was asked for."""

    asked: str | None = None


Doing = (
    Starting
    | Showing
    | Refreshing
    | Recounting
    | Rejoining
    | Restocking
    | Searching
    | Comparing
    | Suggesting
    | Listing
    | Consulting
    | Adding
    | Setting
    | Emptying
    | ApplyingPromo
    | RemovingPromo
    | TryingCode
    | SavingEmail
    | AskingDetails
    | CheckingDetails
    | SavingContact
    | SavingAddresses
    | PickingDelivery
    | AnsweringDelivery
    | AnsweringPayment
    | ChoosingDelivery
    | ShowingCart
    | CheckingOut
    | Quoting
    | PlacingOrder
    | OpeningCharge
    | AskingCharge
    | Closing
    | ReadingOrder
)
