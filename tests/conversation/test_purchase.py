"""A whole purchase, event by event: what is said and what the shell is asked to do."""

from __future__ import annotations

from agentpay_plugin.conversation.commands import (
    ChooseDelivery,
    OpenCharge,
    PlaceFreeOrder,
    ReadAddressRules,
    ReadCart,
    ReadDelivery,
    ReadProduct,
    ReadQuote,
    SetAddresses,
    SetContact,
    SetQuantity,
)
from agentpay_plugin.conversation.events import (
    AddressRulesRead,
    CartRead,
    ChargeChanged,
    CheckOutAsked,
    DeliveryChosen,
    DeliveryRead,
    DetailsGiven,
    Opened,
    OrderPlaced,
    ProductRead,
    QuoteConfirmed,
    QuoteRead,
    VariantChosen,
)
from agentpay_plugin.conversation.parts import (
    CartSummary,
    DeliveryPicker,
    DetailsForm,
    PaymentRequest,
    Phrase,
    ProductCard,
    QuickReply,
    Quote,
    Receipt,
    Tap,
    VariantPicker,
)
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.reading import Intent, Offered, Topic, Wish
from agentpay_plugin.conversation.replies import (
    ASK_DELIVERY,
    ASK_OPTIONS,
    CANCEL_PAYMENT,
    CHECK_OUT,
    CHECK_PAYMENT,
    FREE,
    WANT_IT,
    YES,
    quick,
    text,
)
from agentpay_plugin.conversation.state import Action, Conversation, Stage
from tests.builders import (
    CARD,
    a_cart,
    a_charge,
    a_delivery,
    a_download,
    a_line,
    a_product,
    a_ready_cart,
    an_address,
    an_order,
    us_rules,
    usd,
)
from tests.conversation.play import NOW, play, step, words

FRESH = Conversation(id="conversation-1", channel="default-channel", locale="en")
TEE = a_product()


def test_from_the_page_to_the_order() -> None:
    ref = ProductRef(slug="tee")
    opened = step(FRESH, Opened(ref))
    assert opened.parts == ()
    assert opened.commands == (ReadProduct(ref),)

    greeted = step(opened.conversation, ProductRead(TEE, ref))
    assert greeted.parts == (
        text(Say.GREETING_PRODUCT, product="Monospace Tee"),
        ProductCard(TEE),
        quick(WANT_IT, ASK_OPTIONS, ASK_DELIVERY),
    )
    assert greeted.action == Action.PRODUCT_SHOWN
    assert greeted.conversation.stage == Stage.BROWSING

    asked = step(
        greeted.conversation,
        words("what is it made of?", wish=Wish.ASK, topic=Topic.ATTRIBUTE, attribute="material"),
    )
    assert asked.parts == (
        text(Say.ATTRIBUTE_IS, name="Material", values=("Cotton",)),
        text(Say.OFFER_BUY_ANY, product="Monospace Tee"),
        quick(YES),
    )
    assert asked.commands == ()
    assert asked.action == Action.QUESTION_ANSWERED

    wanted = step(asked.conversation, words("2 please", wish=Wish.BUY, quantity=2))
    assert wanted.parts == (
        text(Say.WHICH_VARIANT_IN_STOCK, variants=("M", "L")),
        VariantPicker(TEE, ("v-m", "v-l"), 2),
    )
    assert wanted.conversation.stage == Stage.CHOOSING

    chosen = step(
        wanted.conversation, words("in L", options=(("size", "L"),), variant_ids=("v-l",))
    )
    assert chosen.parts == ()
    assert chosen.commands == (SetQuantity(None, "v-l", 2),)

    cart = a_cart(a_line("v-l", 2))
    added = step(chosen.conversation, CartRead(cart))
    assert added.parts == (
        text(Say.ADDED, count=2, item="Monospace Tee (L)"),
        CartSummary(cart),
        text(Say.OFFER_CHECK_OUT),
        quick(CHECK_OUT),
    )
    assert added.action == Action.CART_CHANGED
    assert added.conversation.stage == Stage.SHOPPING
    assert added.conversation.wanted_quantity is None

    agreed = step(added.conversation, words("yes", yes=True))
    assert agreed.commands == (ReadCart("cart-1"),)

    asking = step(agreed.conversation, CartRead(cart))
    assert asking.commands == (ReadAddressRules("US"),)

    form = step(asking.conversation, AddressRulesRead(us_rules()))
    assert form.parts == (
        text(Say.ASK_DETAILS),
        DetailsForm(us_rules(), needs_email=True, needs_shipping=True),
    )
    assert form.conversation.stage == Stage.DETAILS
    assert form.action == Action.DETAILS_ASKED

    given = DetailsGiven("ada@example.com", an_address(), None)
    checking = step(form.conversation, given)
    assert checking.commands == (ReadAddressRules("US"),)

    contact = step(checking.conversation, AddressRulesRead(us_rules()))
    assert contact.commands == (SetContact("cart-1", "ada@example.com"),)

    addresses = step(contact.conversation, CartRead(a_cart(a_line("v-l", 2), has_email=True)))
    assert addresses.commands == (SetAddresses("cart-1", an_address(), an_address()),)

    addressed = a_cart(
        a_line("v-l", 2), has_email=True, has_shipping_address=True, has_billing_address=True
    )
    located = step(addresses.conversation, CartRead(addressed))
    assert located.commands == (ReadDelivery("cart-1", None),)

    options = (a_delivery(), a_delivery("d-2", name="Post"))
    picking = step(located.conversation, DeliveryRead(options, "US"))
    assert picking.parts == (text(Say.ASK_DELIVERY), DeliveryPicker(options))
    assert picking.conversation.stage == Stage.DELIVERY
    assert picking.action == Action.DELIVERY_ASKED

    picked = step(picking.conversation, DeliveryChosen("d-2"))
    assert picked.commands == (ChooseDelivery("cart-1", options[1]),)

    ready = a_ready_cart(a_line("v-l", 2))
    quoting = step(picked.conversation, CartRead(ready))
    assert quoting.parts == (text(Say.DELIVERY_CHOSEN, option="Post"),)
    assert quoting.commands == (ReadQuote("cart-1"),)

    quoted = step(quoting.conversation, QuoteRead(ready, (CARD,)))
    assert quoted.parts == (
        text(Say.QUOTE, total=usd(4500)),
        Quote(ready, (CARD,)),
        quick(QuickReply(Phrase(Say.LABEL_PAY_CARD, {"total": usd(4500)}), Tap.PAY, "card")),
    )
    assert quoted.conversation.stage == Stage.QUOTED
    assert quoted.action == Action.QUOTE_SHOWN

    confirmed = step(quoted.conversation, QuoteConfirmed("card", "ready"))
    assert confirmed.parts == ()
    assert confirmed.commands == (OpenCharge("cart-1", "ready", "card", 1),)
    assert confirmed.conversation.stage == Stage.OPENING

    charge = a_charge("open", amount=usd(4500))
    paying = step(confirmed.conversation, ChargeChanged(charge))
    assert paying.parts == (
        text(Say.PAY_PAGE_READY, total=usd(4500)),
        PaymentRequest(charge),
        quick(CHECK_PAYMENT, CANCEL_PAYMENT),
    )
    assert paying.conversation.stage == Stage.PAYING
    assert paying.action == Action.PAYMENT

    paid = step(paying.conversation, ChargeChanged(a_charge("paid", amount=usd(4500))))
    assert paid.parts == (text(Say.PAYMENT_ARRIVED, total=usd(4500)),)
    assert paid.conversation.stage == Stage.PAID

    order = an_order(total=usd(4500))
    placed = ChargeChanged(a_charge("ordered", amount=usd(4500), order_id="o-1"), order)
    done = step(paid.conversation, placed)
    assert done.parts == (text(Say.ORDER_PLACED, number="1001"), Receipt(order, usd(4500)))
    assert done.commands == ()
    assert done.action == Action.ORDER_PLACED
    assert done.conversation.stage == Stage.ORDERED
    assert done.conversation.order_ids == ("o-1",)
    assert done.conversation.cart is None


def test_a_confirmation_played_twice_opens_the_same_attempt() -> None:
    quoted = play(
        FRESH_WITH_CART, CheckOutAsked(), CartRead(READY), QuoteRead(READY, (CARD,))
    ).conversation

    first = step(quoted, QuoteConfirmed("card", "ready"))
    second = step(quoted, QuoteConfirmed("card", "ready"))

    assert first == second
    assert first.commands == (OpenCharge("cart-1", "ready", "card", 1),)


def test_what_is_not_shipped_needs_a_billing_address_alone() -> None:
    cart = a_cart(a_line("v-e", 1), requires_shipping=False, country=None)
    shopping = Conversation(
        id="c", channel="default-channel", locale="en", stage=Stage.SHOPPING, cart=cart
    )

    form = play(shopping, CheckOutAsked(), CartRead(cart), AddressRulesRead(us_rules()))

    assert form.parts == (
        text(Say.ASK_BILLING),
        DetailsForm(us_rules(), needs_email=True, needs_shipping=False),
    )

    saving = play(
        form.conversation,
        DetailsGiven("ada@example.com", None, an_address()),
        AddressRulesRead(us_rules()),
        CartRead(cart),
    )
    billed = a_ready_cart(
        a_line("v-e", 1), requires_shipping=False, has_shipping_address=False, delivery=None
    )
    quoting = step(saving.conversation, CartRead(billed))

    assert saving.commands == (SetAddresses("cart-1", None, an_address()),)
    assert quoting.commands == (ReadQuote("cart-1"),)


def test_a_single_variant_without_sku_is_bought_straight() -> None:
    about = Conversation(
        id="c",
        channel="default-channel",
        locale="en",
        product=a_download(),
        product_read_at=NOW,
    )

    bought = step(about, words("I'll take it", wish=Wish.BUY, intent=Intent.PURCHASE_INTENT))
    added = step(bought.conversation, CartRead(a_cart(a_line("v-e", 1))))

    assert bought.commands == (SetQuantity(None, "v-e", 1),)
    assert added.parts[0] == text(Say.ADDED, count=1, item="E-book")


def test_nothing_to_pay_places_the_order_by_a_tap() -> None:
    free = a_ready_cart(total=usd(0), version="free")

    quoted = play(FRESH_WITH_CART, CheckOutAsked(), CartRead(free), QuoteRead(free, (CARD,)))
    hint = step(quoted.conversation, words("yes", yes=True))
    confirmed = step(hint.conversation, QuoteConfirmed("free", "free"))
    order = an_order(total=usd(0))
    placed = step(confirmed.conversation, OrderPlaced(order))

    button = quick(QuickReply(Phrase(Say.LABEL_PLACE_ORDER), Tap.PAY, "free"))
    assert quoted.parts == (text(Say.QUOTE_FREE), Quote(free, (FREE,)), button)
    assert hint.parts == (text(Say.CONFIRM_HINT), button)
    assert hint.commands == ()
    assert confirmed.commands == (PlaceFreeOrder("cart-1", "free"),)
    assert placed.parts == (text(Say.ORDER_PLACED, number="1001"), Receipt(order, usd(0)))
    assert placed.conversation.stage == Stage.ORDERED


def test_after_an_order_the_next_purchase_begins_with_a_new_cart() -> None:
    ordered = Conversation(
        id="c",
        channel="default-channel",
        locale="en",
        stage=Stage.ORDERED,
        order_ids=("o-1",),
        charge=a_charge("ordered"),
        product=TEE,
        product_read_at=NOW,
    )

    bought = step(ordered, VariantChosen("v-m", 1))
    added = step(bought.conversation, CartRead(a_cart(a_line("v-m", 1), id="cart-2")))

    assert bought.commands == (SetQuantity(None, "v-m", 1),)
    assert added.conversation.stage == Stage.SHOPPING
    assert added.conversation.offered == Offered.CHECK_OUT


READY = a_ready_cart()
FRESH_WITH_CART = Conversation(
    id="conversation-1",
    channel="default-channel",
    locale="en",
    stage=Stage.SHOPPING,
    cart=READY,
)
