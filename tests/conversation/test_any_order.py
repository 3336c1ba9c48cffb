"""Whatever happens in whatever order: nothing raises, and no charge opens without its confirmed quote."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from agentpay_plugin.conversation.commands import (
    ApplyPromoCode,
    AskCharge,
    AskPerson,
    ChooseDelivery,
    CloseCharge,
    Command,
    OpenCharge,
    PlaceFreeOrder,
    ReadAddressRules,
    ReadCart,
    ReadDelivery,
    ReadGroups,
    ReadLibrary,
    ReadMethods,
    ReadOrder,
    ReadProduct,
    ReadQuote,
    ReadSimilar,
    RemovePromoCode,
    SearchProducts,
    SetAddresses,
    SetContact,
    SetQuantity,
)
from agentpay_plugin.conversation.events import (
    AddressRulesRead,
    CartAsked,
    CartJoined,
    CartRead,
    CartRefused,
    ChargeChanged,
    CheckOutAsked,
    CountryChosen,
    DeliveryChosen,
    DeliveryRead,
    DetailsGiven,
    Event,
    GroupsRead,
    LibraryRead,
    MethodsRead,
    Opened,
    OrderPlaced,
    OrderRead,
    PaidSaid,
    PaymentCancelled,
    PersonAsked,
    ProductChosen,
    ProductRead,
    ProductsFound,
    PromoCodeApplied,
    PromoCodeRemoved,
    QuantitySet,
    QuoteConfirmed,
    QuoteRead,
    Said,
    ShopFailed,
    SimilarFound,
    VariantChosen,
)
from agentpay_plugin.conversation.goods import DeliveryKind, LineProblem
from agentpay_plugin.conversation.library import Passage, Source
from agentpay_plugin.conversation.parts import Quote
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import PayMethod, ProductRef
from agentpay_plugin.conversation.reading import Intent, Offered, Topic, Wish
from agentpay_plugin.conversation.state import Action, ChargeState, Conversation, Stage, Step
from agentpay_plugin.conversation.wanted import Found, Groups, Need
from tests.builders import (
    CARD,
    CPF,
    PIX,
    a_cart,
    a_charge,
    a_delivery,
    a_download,
    a_line,
    a_product,
    a_reading,
    a_ready_cart,
    a_variant,
    an_address,
    an_order,
    us_rules,
    usd,
)
from tests.conversation.play import NOW, a_conversation, phrases, step, words

LIMITED = a_product(
    id="p-limited",
    name="Poster",
    variants=(a_variant("v-p", None, limit_per_customer=2), a_variant("v-q", "Q", price=None)),
)
PRODUCTS = (
    a_product(),
    a_download(),
    LIMITED,
    a_product(id="p-none", variants=()),
    a_product(id="p-closed", available_for_purchase=False),
)
VARIANT_IDS = ("v-m", "v-l", "v-xl", "v-e", "v-p", "v-q", "v-unknown")
SHORT = a_line("v-l", 9, problem=LineProblem.INSUFFICIENT_STOCK, available=3)
CARTS = (
    a_cart(),
    a_cart(a_line("v-m", 1)),
    a_cart(SHORT),
    a_cart(a_line("v-e", 1), requires_shipping=False),
    a_cart(a_line("v-m", 1), has_email=True, has_shipping_address=True, has_billing_address=True),
    a_ready_cart(),
    a_ready_cart(),
    a_ready_cart(version="ready-2", total=usd(2600)),
    a_ready_cart(version="free", total=usd(0)),
    a_ready_cart(id="cart-2", promo_code="SAVE"),
)
OPTIONS = (
    (),
    (a_delivery(),),
    (a_delivery("d-2", kind=DeliveryKind.COLLECTION, name="Shop"),),
    (a_delivery(), a_delivery("d-3", name="Post", price=usd(0), minimum_days=None)),
)
CODES = (
    "INSUFFICIENT_STOCK",
    "QUANTITY_GREATER_THAN_LIMIT",
    "UNAVAILABLE_VARIANT_IN_CHANNEL",
    "VOUCHER_NOT_APPLICABLE",
    "INVALID",
    "REQUIRED",
    "NOT_FOUND",
    "NO_LINES",
    "INVALID_SHIPPING_METHOD",
    "BILLING_ADDRESS_NOT_SET",
    "TAX_ERROR",
)
POLISH = us_rules(country="PL", country_name="Poland", country_areas=(), required=("city",))

products = st.sampled_from(PRODUCTS)
carts = st.sampled_from(CARTS)
cart_or_none = st.one_of(carts, carts, carts, st.none())
charges = st.builds(
    a_charge,
    st.sampled_from([*ChargeState]).map(str),
    st.sampled_from(["c-1", "c-1", "c-2", "c-3"]),
    amount=st.sampled_from([usd(2500), usd(2500), usd(2600)]),
    refunded=st.sampled_from([None, None, usd(100)]),
    order_id=st.sampled_from([None, "o-1"]),
)
orders = st.sampled_from([an_order(), an_order(id="o-2", number="1002")])
addresses = st.sampled_from(
    [an_address(), an_address(city=""), an_address(country="PL"), an_address(country_area="ZZ")]
)
readings = st.builds(
    a_reading,
    intent=st.sampled_from(Intent),
    wish=st.sampled_from([*Wish, Wish.NONE, Wish.NONE, Wish.BUY, Wish.BUY, Wish.CHECK_OUT]),
    topic=st.one_of(st.none(), st.sampled_from(Topic)),
    attribute=st.sampled_from([None, "size", "material", "colour"]),
    options=st.sampled_from([(), (), (("size", "M"),)]),
    unknown_option=st.sampled_from([None, None, None, "XXXL"]),
    variant_ids=st.sampled_from([(), (), ("v-m",), ("v-l", "v-m"), ("v-xl",)]),
    quantity=st.sampled_from([None, None, 1, 2, 0, -1, 1000, 10**12]),
    email=st.sampled_from([None, None, None, "ada@example.com"]),
    promo_code=st.sampled_from([None, "SAVE"]),
    product_mention=st.sampled_from([None, None, "tee", "mug"]),
    yes=st.sampled_from([None, None, True, True, False]),
)
texts = st.sampled_from(["", "yes", "DHL please", "is it washable", "{0} {words} %s"])
taps = st.one_of(
    st.builds(Said, texts, readings),
    st.builds(
        Opened,
        st.sampled_from([None, ProductRef(slug="tee")]),
        st.sampled_from([None, "cart-9"]),
        st.sampled_from([None, "Ahoy {you}"]),
    ),
    st.builds(VariantChosen, st.sampled_from(VARIANT_IDS), st.sampled_from([None, 1, 5, 0, 2000])),
    st.builds(ProductChosen, st.sampled_from(["p-tee", "p-e", "p-unknown"])),
    st.builds(QuantitySet, st.sampled_from(VARIANT_IDS), st.integers(-1, 1001)),
    st.builds(PromoCodeApplied, st.sampled_from(["SAVE", "save", "MORE", " "])),
    st.builds(PromoCodeRemoved, st.sampled_from(["SAVE", "MORE", "OTHER"])),
    st.just(CheckOutAsked()),
    st.just(CheckOutAsked()),
    st.just(CartAsked()),
    st.builds(CartJoined, st.sampled_from(["cart-1", "cart-9"])),
    st.builds(CountryChosen, st.sampled_from(["PL", "XX", ""])),
    st.builds(
        DetailsGiven,
        st.sampled_from([None, "ada@example.com", "ada", ""]),
        st.one_of(st.none(), addresses),
        st.one_of(st.none(), addresses),
    ),
    st.builds(DeliveryChosen, st.sampled_from(["d-1", "d-2", "d-unknown"])),
    st.builds(
        QuoteConfirmed,
        st.sampled_from(["card", "card", "free", "pix"]),
        st.sampled_from(["ready", "ready", "ready-2", "free", "1"]),
    ),
    st.just(PaidSaid()),
    st.just(PaymentCancelled()),
    st.just(PersonAsked("help")),
)
refusals = st.builds(
    CartRefused,
    st.sampled_from(CODES),
    st.sampled_from(["", "Saleor says no"]),
    st.sampled_from([None, "postal_code", "email"]),
)
charge_news = st.builds(ChargeChanged, charges, st.one_of(st.none(), orders))
writes = st.one_of(st.builds(CartRead, cart_or_none), st.builds(CartRead, carts), refusals)
TAX_IDS = [words(tax_id="529.982.247-25"), words(tax_id="529.982.247-26")]
methods = st.sampled_from([(), (CARD,), (CARD,), (CARD, PIX, PayMethod("other"))])


def findings() -> st.SearchStrategy[Found]:
    """Return what a search can bring."""
    found = st.lists(products, max_size=6, unique_by=lambda one: one.id).map(tuple)
    unmet = st.lists(st.sampled_from(list(Need)), max_size=2, unique=True).map(tuple)
    text = st.sampled_from(["", "blue"])
    return st.builds(Found, found, unmet, text, text, st.just(("v-m",)), text, text)


def results_of(command: Command) -> st.SearchStrategy[Event]:
    """Return what a command can bring."""
    match command:
        case ReadProduct(ref):
            return st.builds(ProductRead, st.one_of(products, products, st.none()), st.just(ref))
        case SearchProducts(wanted):
            return st.builds(ProductsFound, st.just(wanted), findings())
        case ReadSimilar():
            return st.builds(SimilarFound, findings())
        case ReadGroups():
            names = st.sampled_from([(), ("Mugs",)])
            return st.builds(GroupsRead, st.builds(Groups, names, names))
        case ReadLibrary():
            passage = st.builds(
                Passage, st.just("Returns"), st.just("30 days."), st.sampled_from(Source)
            )
            return st.builds(LibraryRead, st.lists(passage, max_size=2).map(tuple))
        case ReadDelivery():
            return st.builds(DeliveryRead, st.sampled_from(OPTIONS), st.just("US"))
        case ReadAddressRules():
            return st.builds(AddressRulesRead, st.sampled_from([us_rules(), us_rules(), POLISH]))
        case ReadCart():
            return st.builds(CartRead, cart_or_none)
        case ReadQuote():
            return st.builds(QuoteRead, cart_or_none, methods)
        case ReadMethods():
            return st.builds(MethodsRead, methods)
        case PlaceFreeOrder():
            return st.one_of(st.builds(OrderPlaced, orders), writes)
        case OpenCharge(_, _, _, attempt, _):
            opened = st.builds(ChargeChanged, st.just(a_charge("open", f"c-{attempt}")))
            changed = st.builds(CartRead, cart_or_none)
            return st.one_of(opened, opened, opened, charge_news, changed, refusals)
        case CloseCharge() | AskCharge():
            return charge_news
        case ReadOrder():
            return st.builds(OrderRead, st.one_of(orders, st.none()))
        case (
            SetQuantity()
            | SetContact()
            | SetAddresses()
            | ChooseDelivery()
            | ApplyPromoCode()
            | RemovePromoCode()
        ):
            return writes
        case AskPerson():
            raise AssertionError("brings nothing")


def apt(conversation: Conversation) -> st.SearchStrategy[Event]:
    """Return what a shopper who wants to buy does at this stage."""
    match conversation.stage:
        case Stage.BROWSING | Stage.CHOOSING | Stage.ORDERED:
            return st.just(VariantChosen("v-m", 1))
        case Stage.SHOPPING:
            return st.just(CheckOutAsked())
        case Stage.DETAILS:
            return st.just(DetailsGiven("ada@example.com", an_address(), None))
        case Stage.DELIVERY:
            return st.just(DeliveryChosen("d-1"))
        case Stage.QUOTED:
            version = conversation.quoted_version or "ready"
            confirming = [QuoteConfirmed(one, version) for one in ("card", "free", "pix")]
            by_code = [QuoteConfirmed("pix", version, CPF), *TAX_IDS]
            return st.sampled_from(confirming + by_code)
        case _:
            changes = st.sampled_from([QuantitySet("v-m", 3), PaidSaid(), PaymentCancelled()])
            return st.one_of(changes, charge_news)


@settings(max_examples=500, deadline=None, database=None)
@given(st.data())
def test_no_story_breaks_the_rules(data: st.DataObject) -> None:
    start = data.draw(st.sampled_from([_at_quote, _at_payment, a_conversation]))
    conversation, now = start(), NOW
    commands: tuple[Command, ...] = ()
    shown: Quote | None = None
    confirmed: QuoteConfirmed | None = None
    if conversation.cart is not None:
        shown = Quote(conversation.cart, conversation.methods)
    for _ in range(data.draw(st.integers(5, 25))):
        awaited = [one for one in commands if not isinstance(one, AskPerson)]
        if awaited and data.draw(st.integers(0, 9)) > 0:
            event = data.draw(
                st.one_of(results_of(awaited[0]), results_of(awaited[0]), st.just(ShopFailed()))
            )
        else:
            happenings = st.one_of(apt(conversation), apt(conversation), taps, charge_news)
            event = data.draw(happenings)
            # A tap that still needs the payer's tax id stays confirmed while that is asked.
            kept = confirmed if conversation.tax_id_for else None
            confirmed = event if isinstance(event, QuoteConfirmed) else kept
        now += data.draw(st.sampled_from([0, 5, 400]))

        after = step(conversation, event, now)

        check_codes(conversation, after)
        conversation, commands = after.conversation, after.commands
        shown = next((one for one in reversed(after.parts) if isinstance(one, Quote)), shown)
        for command in commands:
            if isinstance(command, OpenCharge):
                assert confirmed is not None
                assert shown is not None
                assert conversation.cart is not None
                assert conversation.cart.total == shown.cart.total
                assert command.cart_version == shown.cart.version == confirmed.cart_version
                assert command.method == confirmed.method
                assert command.method in [one.id for one in shown.methods]
                assert (command.tax_id is not None) == (command.method == "pix")


def check_codes(before: Conversation, after: Step) -> None:
    """No code is lost without a word; those of a cart that is bought are spent."""
    conversation = after.conversation
    if conversation.stage == Stage.ORDERED or after.action == Action.ORDER_PLACED:
        return
    known = {one.code for one in before.kept}
    if before.cart and before.cart.promo_code:
        known.add(before.cart.promo_code)
    remaining = {one.code.casefold() for one in conversation.kept}
    if conversation.cart and conversation.cart.promo_code:
        remaining.add(conversation.cart.promo_code.casefold())
    named = {str(one).casefold() for each in phrases(after.parts) for one in each.params.values()}
    held = (
        before.cart is not None
        and conversation.cart is None
        and Say.PAYMENT_HELD in {each.say for each in phrases(after.parts)}
    )
    assert held or {code.casefold() for code in known} <= remaining | named


def _at_quote() -> Conversation:
    quoting = step(a_conversation(cart=a_ready_cart()), CheckOutAsked())
    read = step(quoting.conversation, CartRead(a_ready_cart()))
    quoted = step(read.conversation, QuoteRead(a_ready_cart(), (CARD,)))
    assert quoted.conversation.offered == Offered.PAY
    return quoted.conversation


def _at_payment() -> Conversation:
    opening = step(_at_quote(), QuoteConfirmed("card", "ready"))
    paying = step(opening.conversation, ChargeChanged(a_charge("open", "c-1")))
    assert paying.conversation.stage == Stage.PAYING
    return paying.conversation
