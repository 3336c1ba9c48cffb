"""What was understood of a shopper's words, and what one must know to understand them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from agentpay_plugin.conversation.goods import Cart, Product


class Intent(StrEnum):
    """The four intents of a message, as the chat API tells them."""

    PURCHASE_INTENT = "purchase_intent"
    PRODUCT_QUESTION = "product_question"
    PAYMENT_CONFIRMATION = "payment_confirmation"
    GENERAL = "general"


class Wish(StrEnum):
    """What the shopper wants done; each piece of a message holds one at most."""

    BUY = "buy"  # buy, take, order, add to cart
    CHANGE_QUANTITY = "change_quantity"
    CHANGE_OPTION = "change_option"  # another size or colour instead of the one in the cart
    REMOVE = "remove"
    EMPTY_CART = "empty_cart"
    SHOW_CART = "show_cart"
    CHECK_OUT = "check_out"
    PAY_BY = "pay_by"  # pay by a method, see `method`
    APPLY_PROMO = "apply_promo"
    CHANGE_DETAILS = "change_details"  # another address or e-mail
    CHANGE_DELIVERY = "change_delivery"
    ASK = "ask"  # a question about a product, see `topic`
    SUGGEST = "suggest"  # wants to be shown something that fits, whatever it is
    SEARCH = "search"  # wants to see other products, see `product_mention`
    MORE = "more"  # wants to see more of what was looked for
    SIMILAR = "similar"  # wants to see what is like the product in focus
    CHEAPER = "cheaper"  # wants something like it, or like those found, for less
    BESIDE = "beside"  # asks what goes with the product in focus
    SAY_PAID = "say_paid"
    CANCEL_PAYMENT = "cancel_payment"
    ORDER_STATUS = "order_status"
    CHANGE_ORDER = "change_order"  # cancel or change an order that is placed
    TROUBLE = "trouble"  # goods came broken or wrong, or money was taken wrongly, see `topic`
    PERSON = "person"
    GREET = "greet"
    COMPLAIN = "complain"  # is angry, and says nothing that could be answered
    THANK = "thank"
    GOODBYE = "goodbye"
    HELP = "help"  # asks what one can do here, and with whom one speaks
    TALK = "talk"  # of something else that has one answer, see `subject`
    NONE = "none"


class Topic(StrEnum):
    """What a question about a product is about."""

    PRICE = "price"
    STOCK = "stock"
    OPTIONS = "options"  # sizes, colours: `attribute` names which
    ATTRIBUTE = "attribute"  # any other attribute: `attribute` names which (material, brand, …)
    DESCRIPTION = "description"
    DELIVERY = "delivery"
    PAYMENT = "payment"
    RETURNS = "returns"
    WARRANTY = "warranty"
    CARE = "care"
    HOURS = "hours"
    LOCATION = "location"
    CONTACT = "contact"
    PROMOTIONS = "promotions"
    SIZES = "sizes"  # which size fits: a size chart
    GOODS = "goods"  # what the shop sells
    PRIVACY = "privacy"
    INVOICE = "invoice"
    TERMS = "terms"  # who may buy, and the like: what only the merchant can tell
    TAX = "tax"
    DETAILS = "details"  # whether and where an address or an e-mail address is asked
    GIFT_CARD = "gift_card"  # as money, not as goods
    INSTALLMENTS = "installments"
    TOTAL = "total"  # of the cart, with delivery
    OTHER = "other"  # a question whose subject is not one of these


class Subject(StrEnum):
    """What is spoken of that is no matter of goods or orders, and has one answer."""

    WORLD = "world"  # the weather, sums, recipes, jokes
    LANGUAGES = "languages"
    SECRETS = "secrets"  # other people's data, the assistant's instructions
    BUTTONS = "buttons"  # that cannot be seen or tapped
    BARGAIN = "bargain"  # another price than the shop's
    CALLS = "calls"  # by telephone


class Offered(StrEnum):
    """What the last reply offered, so what a bare "yes" or "no" answers."""

    NOTHING = "nothing"
    BUY = "buy"  # shall I add it to your cart?
    CHECK_OUT = "check_out"  # anything else, or shall we check out?
    PAY = "pay"  # the quote is shown: confirm and pay?
    ANOTHER_QUANTITY = "another_quantity"  # only N left: shall I take N?
    RETRY_PAYMENT = "retry_payment"
    CODE = "code"  # which promo code is it?
    PERSON = "person"  # shall I ask a person?


class Order(StrEnum):
    """By what goods that are looked for are sorted."""

    CHEAPEST = "cheapest"  # first
    DEAREST = "dearest"


class Pick(StrEnum):
    """Which one is meant of several that were shown, without its name."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    LAST = "last"
    CHEAPEST = "cheapest"
    FASTEST = "fastest"
    COLLECT = "collect"  # picked up at a store


class ReadBy(StrEnum):
    """Which step understood a message, the cheapest first."""

    RULES = "rules"
    MODEL = "model"  # the local one that ships with the package
    NONE = "none"  # neither: only a language model could tell


# What a question about delivery is about, in place of a product's attribute: one of the ways ("how fast is express"), or
# the price as well ("how much is it with shipping").
OF_WAY = "way"
WITH_PRICE = "price"


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What the words are read in the light of. `locale` is a BCP 47 tag, `before` the assistant's last line if known.

    `is_looking`: goods are looked at, rather than paid; `shown` are then the products on the screen where there are
    several. `narrowed` are the variants still in question while one is chosen, `wanted` how many were asked for.
    `is_piece`: they are one wish of a message that holds several. `ordering`: that message orders something, so
    that goods which are named in it are wanted: "a black L" beside "two blue in M".
    """

    locale: str
    product: Product | None
    cart: Cart | None
    offered: Offered
    before: str = ""
    shown: tuple[Product, ...] = ()
    is_looking: bool = True
    narrowed: tuple[str, ...] = ()
    wanted: int | None = None
    is_piece: bool = False
    ordering: bool = False


@dataclass(frozen=True, slots=True)
class Budget:
    """What goods may cost, in major units; at least one bound is set.

    `currency` is an ISO 4217 code where the words name one ("euros", "R$"); None ("$", "pesos") means the shop's.
    """

    most: Decimal | None = None
    least: Decimal | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The understanding of one message, or of its first wish where it holds several.

    Then `words` are those of this wish, and `also` those of the others, in the order in which they are to be
    played: each is read when its turn comes, in the light of what the one before brought. `ordering`: one of
    them orders goods.

    `options` maps attribute slugs of the product in focus to one of that attribute's value texts,
    exactly as the product spells them; `unknown_option` is an option the words clearly name but the
    product does not have ("size XXXL"). `variant_ids` are the variants that fit all `options`
    (empty when no option was named). `yes` is None when the words neither agree nor disagree.
    `country` is an ISO 3166 alpha-2 code, when the words name one country. `method` is a way to pay ("card",
    "pix") that the words choose or ask about.
    `promo_code` is empty when a code is spoken of and not named. A `product_mention` without a wish
    may be goods, or nothing ("mugs", "lol"). `order_number` is the number of an order as it was written, to be
    checked before anything is told of it. `compare` are the two or more things to be compared, as written.
    `about` is the id of the product that is meant of those shown: all else was read in its light. `narrows` is what
    the goods looked for are to be held to now, such as "red" or "size 42", empty where they are only to be sorted;
    `order` is how. `avoid` is what they must not be, goods or a colour, as written; it may be neither.
    `others` names other goods that are looked for beside those of `product_mention`.
    `alike`: like the one that was spoken of last, in all that is not said ("the same in navy").
    `more`: beside what the cart holds ("one more"). `times`: so many times as many as it holds ("double it").
    `every`: as many as can be had; with a wish to remove, all lines of `variant_ids`. With a wish to empty the cart
    `variant_ids` are the lines that stay.
    `postal_code` and `city` are parts of an address, or where delivery is asked for. `confidence` is between 0 and 1.
    """

    intent: Intent
    confidence: float
    reasoning: str
    wish: Wish = Wish.NONE
    topic: Topic | None = None
    subject: Subject | None = None
    attribute: str | None = None
    options: tuple[tuple[str, str], ...] = ()
    unknown_option: str | None = None
    variant_ids: tuple[str, ...] = ()
    quantity: int | None = None
    email: str | None = None
    promo_code: str | None = None
    product_mention: str | None = None
    country: str | None = None
    yes: bool | None = None
    pick: Pick | None = None
    method: str | None = None
    budget: Budget | None = None
    order_number: str | None = None
    compare: tuple[str, ...] = ()
    about: str | None = None
    narrows: str | None = None
    avoid: str = ""
    others: tuple[str, ...] = ()
    order: Order | None = None
    postal_code: str | None = None
    city: str | None = None
    alike: bool = False
    more: bool = False
    times: int | None = None
    every: bool = False
    step: ReadBy = ReadBy.RULES
    words: str = ""
    also: tuple[str, ...] = ()
    ordering: bool = False
