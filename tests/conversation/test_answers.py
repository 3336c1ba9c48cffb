"""Product questions, at every stage, from the shop's data alone."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.commands import (
    AskCharge,
    AskPerson,
    ReadAddressRules,
    ReadDelivery,
    ReadOrder,
    ReadProduct,
    SearchProducts,
)
from agentpay_plugin.conversation.events import (
    AddressRulesRead,
    ChargeChanged,
    DeliveryRead,
    Opened,
    OrderRead,
    PersonAsked,
    ProductChosen,
    ProductRead,
)
from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.parts import (
    Country,
    DeliveryPicker,
    DetailsForm,
    OrderStatus,
    Part,
    PaymentRequest,
    ProductCard,
    Text,
    VariantPicker,
)
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.reading import Offered, Topic, Wish
from agentpay_plugin.conversation.replies import (
    CANCEL_PAYMENT,
    CHECK_OUT,
    CHECK_PAYMENT,
    PERSON,
    YES,
    info,
    pay_replies,
    problem,
    quick,
    text,
)
from agentpay_plugin.conversation.state import Action, Conversation, Stage
from agentpay_plugin.conversation.wanted import Wanted
from tests.builders import (
    CARD,
    a_cart,
    a_charge,
    a_delivery,
    a_download,
    a_line,
    a_product,
    a_ready_cart,
    a_variant,
    an_order,
    us_rules,
    usd,
)
from tests.conversation.play import a_conversation, play, step, words

TEE = a_product()
TEE_NAME = "Monospace Tee"
EBOOK = a_download()
NOT_KNOWN = (text(Say.NOT_KNOWN), quick(PERSON))
NOT_SAID = (
    text(Say.NOT_SAID, product=TEE_NAME),
    text(Say.DESCRIPTION_SAYS, words=TEE.description),
    text(Say.ATTRIBUTE_IS, name="Material", values=("Cotton",)),
    quick(PERSON),
)
REDUCED = a_product(
    variants=(a_variant("v-m", "M", price=usd(1500)), a_variant("v-l", "L", price=usd(2500)))
)
RETURNS = "Returns are free within 30 days."


@pytest.mark.parametrize(
    ("product", "reading", "answer"),
    [
        (TEE, {"topic": Topic.PRICE}, (text(Say.PRICE_IS, item=TEE_NAME, price=usd(2000)),)),
        (
            TEE,
            {"topic": Topic.PRICE, "variant_ids": ("v-l",)},
            (text(Say.PRICE_IS, item="Monospace Tee (L)", price=usd(2000)),),
        ),
        (
            REDUCED,
            {"topic": Topic.PRICE},
            (text(Say.PRICE_RANGE, product=TEE_NAME, least=usd(1500), most=usd(2500)),),
        ),
        (
            REDUCED,
            {"topic": Topic.PRICE, "variant_ids": ("v-m",)},
            (
                text(
                    Say.PRICE_REDUCED,
                    item="Monospace Tee (M)",
                    price=usd(1500),
                    before=usd(2000),
                ),
            ),
        ),
        (
            a_download(variants=(a_variant("v-e", None, price=None),)),
            {"topic": Topic.PRICE},
            (problem(Say.NOT_SOLD_HERE, item="E-book"),),
        ),
        (TEE, {"topic": Topic.STOCK}, (text(Say.STOCK_LIST, variants=("M", "L")),)),
        (
            TEE,
            {"topic": Topic.STOCK, "variant_ids": ("v-m",)},
            (text(Say.IN_STOCK, item="Monospace Tee (M)"),),
        ),
        (
            TEE,
            {"topic": Topic.STOCK, "variant_ids": ("v-l",)},
            (text(Say.FEW_LEFT, count=3, item="Monospace Tee (L)"),),
        ),
        (
            TEE,
            {"topic": Topic.STOCK, "variant_ids": ("v-l",), "quantity": 3},
            (text(Say.ENOUGH_IN_STOCK, count=3, item="Monospace Tee (L)"),),
        ),
        (
            TEE,
            {"topic": Topic.STOCK, "variant_ids": ("v-l",), "quantity": 4},
            (text(Say.NOT_ENOUGH_IN_STOCK, count=3, item="Monospace Tee (L)"),),
        ),
        (
            TEE,
            {"topic": Topic.STOCK, "unknown_option": "XXXL"},
            (
                problem(
                    Say.UNKNOWN_OPTION,
                    product=TEE_NAME,
                    option="XXXL",
                    variants=("M", "L", "XL"),
                ),
            ),
        ),
        (
            TEE,
            {"topic": Topic.OPTIONS, "attribute": "size"},
            (text(Say.OPTIONS_ARE, name="Size", values=("M", "L", "XL")),),
        ),
        (
            TEE,
            {"topic": Topic.OPTIONS},
            (text(Say.OPTIONS_ARE, name="Size", values=("M", "L", "XL")),),
        ),
        (EBOOK, {"topic": Topic.OPTIONS}, (text(Say.ONE_KIND, product="E-book"),)),
        (TEE, {"topic": Topic.OPTIONS, "attribute": "colour"}, NOT_SAID),
        (
            TEE,
            {"topic": Topic.ATTRIBUTE, "attribute": "material"},
            (text(Say.ATTRIBUTE_IS, name="Material", values=("Cotton",)),),
        ),
        (TEE, {"topic": Topic.ATTRIBUTE, "attribute": "brand"}, NOT_SAID),
        (
            TEE,
            {"topic": Topic.DESCRIPTION},
            (text(Say.DESCRIPTION_IS, words="A soft tee. Washable at 30 degrees."),),
        ),
        (EBOOK, {"topic": Topic.DESCRIPTION}, NOT_KNOWN),
        (EBOOK, {"topic": Topic.DELIVERY}, (text(Say.NOTHING_SHIPPED, product="E-book"),)),
        (TEE, {"topic": Topic.PAYMENT}, (text(Say.PAYMENT_AT_END),)),
        (TEE, {"topic": Topic.RETURNS}, NOT_KNOWN),
        (
            a_product(description=f"Soft. {RETURNS}"),
            {"topic": Topic.RETURNS},
            (text(Say.DESCRIPTION_SAYS, words=RETURNS),),
        ),
        (TEE, {"topic": Topic.OTHER}, NOT_SAID),
    ],
)
def test_each_question_is_answered_from_the_data(
    product: Product, reading: dict[str, object], answer: tuple[Part, ...]
) -> None:
    about = a_conversation(product=product)

    told = step(about, words("Can I return it?", wish=Wish.ASK, **reading))

    assert told.parts[: len(answer)] == answer
    assert told.commands == ()
    assert told.action == Action.QUESTION_ANSWERED
    assert told.conversation.stage == Stage.BROWSING


def test_an_answer_about_a_variant_offers_that_variant() -> None:
    told = step(
        a_conversation(), words("price of L?", wish=Wish.ASK, topic="price", variant_ids=("v-l",))
    )

    assert told.parts[1:] == (
        text(Say.OFFER_BUY, item="Monospace Tee (L)", price=usd(2000)),
        quick(YES),
    )
    assert told.conversation.offered == Offered.BUY
    assert told.conversation.offered_variant_id == "v-l"


def test_a_question_about_something_sold_out_is_followed_by_no_offer() -> None:
    gone = a_product(variants=(a_variant("v-m", "M", available=0),))

    told = step(a_conversation(product=gone), words("price?", wish=Wish.ASK, topic="price"))

    assert told.parts == (text(Say.PRICE_IS, item=TEE_NAME, price=usd(2000)),)
    assert told.conversation.offered == Offered.NOTHING


def test_delivery_is_read_before_it_is_told() -> None:
    options = (
        a_delivery(),
        a_delivery("d-2", name="Post", price=usd(0)),
        a_delivery("d-3", name="Van", minimum_days=None),
        a_delivery("d-4", name="Bike", price=usd(0), maximum_days=None),
        a_delivery("d-5", name="Taxi", minimum_days=1, maximum_days=1),
    )

    asked = step(a_conversation(), words("delivery?", wish=Wish.ASK, topic=Topic.DELIVERY))
    told = step(asked.conversation, DeliveryRead(options, "US"))

    assert asked.commands == (ReadDelivery(None, None),)
    assert told.parts[:6] == (
        text(Say.DELIVERY_TO, country=Country("US")),
        text(Say.DELIVERY_COSTS_DAYS, option="DHL", price=usd(500), least=2, most=4),
        text(Say.DELIVERY_FREE_DAYS, option="Post", least=2, most=4),
        text(Say.DELIVERY_COSTS, option="Van", price=usd(500)),
        text(Say.DELIVERY_FREE, option="Bike"),
        text(Say.DELIVERY_COSTS_IN, option="Taxi", price=usd(500), count=1),
    )
    assert told.action == Action.QUESTION_ANSWERED
    assert step(asked.conversation, DeliveryRead((), None)).parts[0] == text(Say.DELIVERY_NOT_KNOWN)


def test_delivery_to_a_country_is_answered_for_that_country() -> None:
    to_brazil = words("ship to Brazil?", wish=Wish.ASK, topic=Topic.DELIVERY, country="BR")
    asked = step(a_conversation(cart=a_ready_cart()), to_brazil)

    assert asked.commands == (ReadDelivery(None, "BR"),)
    assert step(asked.conversation, DeliveryRead((), "BR")).parts[0] == text(
        Say.DELIVERY_NOT_TO, country=Country("BR")
    )


def test_a_product_that_was_found_is_chosen_by_its_name() -> None:
    found = (a_product(id="p-1", name="Blue Hoodie"), a_product(id="p-2", name="White Hoodie"))
    conversation = a_conversation(product=None, found=found)

    assert step(conversation, words("the blue hoodie")).commands == (
        ReadProduct(ProductRef(id="p-1")),
    )
    assert step(conversation, words("the hoodie")).commands == ()


CART = a_cart(a_line("v-m", 1))
READY = a_ready_cart()
POST = (a_delivery(), a_delivery("d-2", name="Post"))
PRICE = text(Say.PRICE_IS, item=TEE_NAME, price=usd(2000))


@pytest.mark.parametrize(
    ("changes", "reminder"),
    [
        (
            {"stage": Stage.CHOOSING, "narrowed": ("v-m", "v-l")},
            (
                text(Say.WHICH_VARIANT_IN_STOCK, variants=("M", "L")),
                VariantPicker(TEE, ("v-m", "v-l"), 1),
            ),
        ),
        (
            {"stage": Stage.SHOPPING, "cart": CART},
            (text(Say.OFFER_CHECK_OUT), quick(CHECK_OUT)),
        ),
        (
            {"stage": Stage.DELIVERY, "cart": CART, "deliveries": POST},
            (text(Say.ASK_DELIVERY), DeliveryPicker(POST)),
        ),
        (
            {
                "stage": Stage.QUOTED,
                "cart": READY,
                "methods": (CARD,),
                "quoted_version": "ready",
            },
            (text(Say.PAY_HINT, total=usd(2500)), pay_replies(READY, (CARD,))),
        ),
        (
            {"stage": Stage.PAYING, "cart": READY, "charge": a_charge()},
            (
                text(Say.PAYMENT_OPEN, total=usd(2500)),
                PaymentRequest(a_charge()),
                quick(CHECK_PAYMENT, CANCEL_PAYMENT),
            ),
        ),
        (
            {"stage": Stage.PAID, "cart": READY, "charge": a_charge("paid")},
            (info(Say.ORDER_BEING_MADE),),
        ),
    ],
)
def test_a_question_at_any_stage_comes_back_to_it(
    changes: dict[str, object], reminder: tuple[Part, ...]
) -> None:
    before = a_conversation(**changes)

    told = step(before, words("how much is it?", wish=Wish.ASK, topic=Topic.PRICE))

    assert told.parts == (PRICE, *reminder)
    assert told.commands == ()
    assert told.conversation.stage == before.stage
    assert told.conversation.cart == before.cart
    assert told.conversation.quoted_version == before.quoted_version


def test_a_question_while_details_are_asked_comes_back_to_the_form() -> None:
    asked = step(
        a_conversation(stage=Stage.DETAILS, cart=CART),
        words("how much is it?", wish=Wish.ASK, topic=Topic.PRICE),
    )
    form = step(asked.conversation, AddressRulesRead(us_rules()))

    assert asked.parts == (PRICE,)
    assert asked.commands == (ReadAddressRules("US"),)
    assert asked.action == Action.QUESTION_ANSWERED
    assert form.parts == (text(Say.STILL_DETAILS), DetailsForm(us_rules(), True, True))
    assert form.action == Action.NONE
    assert form.conversation.stage == Stage.DETAILS


def test_a_question_about_another_product_searches_it() -> None:
    asked = step(
        a_conversation(),
        words("is the mug blue?", wish=Wish.ASK, topic=Topic.OTHER, product_mention="mug"),
    )

    assert asked.commands == (SearchProducts(Wanted("mug", "is the mug blue?")),)


def test_without_a_product_it_is_asked_which_is_meant() -> None:
    asked = step(a_conversation(product=None), words("price?", wish=Wish.ASK, topic=Topic.PRICE))

    assert asked.parts == (text(Say.WHICH_PRODUCT),)


# --- greeting, talk, people, orders -------------------------------------------------------------------


def test_the_merchants_own_words_greet() -> None:
    fresh = Conversation(id="c", channel="default-channel", locale="en")

    opened = step(fresh, Opened(ProductRef(slug="tee"), greeting="Ahoy!"))
    shown = step(opened.conversation, ProductRead(TEE, ProductRef(slug="tee")))

    assert opened.parts == (text(Say.GREETING_OWN, words="Ahoy!"),)
    assert shown.parts[0] == ProductCard(TEE)


def test_a_page_without_a_product_or_with_one_not_sold_here_is_greeted() -> None:
    fresh = Conversation(id="c", channel="default-channel", locale="en")

    plain = step(fresh, Opened())
    unknown = play(fresh, Opened(ProductRef(slug="x")), ProductRead(None, ProductRef(slug="x")))

    assert plain.parts == (text(Say.GREETING),)
    assert plain.commands == ()
    assert unknown.parts == (text(Say.GREETING), info(Say.PRODUCT_NOT_HERE))


@pytest.mark.parametrize(
    ("wish", "say"),
    [
        (Wish.GREET, Say.HELLO),
        (Wish.THANK, Say.WELCOME),
        (Wish.NONE, Say.NOT_UNDERSTOOD),
    ],
)
def test_small_talk_is_answered(wish: Wish, say: Say) -> None:
    assert step(a_conversation(), words("…", wish=wish)).parts[0] == text(say)


def test_a_person_is_asked_for() -> None:
    tapped = step(a_conversation(), PersonAsked("help me"))
    wrote = step(a_conversation(), words("a human please", wish=Wish.PERSON))

    assert tapped.parts == (info(Say.PERSON_ASKED), text(Say.PERSON_WRITES_WHERE))
    assert tapped.commands == (AskPerson("help me"),)
    assert tapped.action == Action.HANDOVER
    assert wrote.commands == (AskPerson("a human please"),)


def test_a_found_product_is_read_again_when_it_is_chosen() -> None:
    found = a_conversation(product=None, found=(TEE,))

    shown = play(found, ProductChosen("p-tee"), ProductRead(TEE, ProductRef(id="p-tee")))

    assert shown.parts[0] == ProductCard(TEE)
    assert shown.conversation.product == TEE
    assert shown.action == Action.PRODUCT_SHOWN
    assert step(found, ProductChosen("p-other")).parts == (problem(Say.NOT_ON_SCREEN),)


def test_the_order_of_this_conversation_is_told() -> None:
    order = an_order(id="o-2", number="1002")

    asked = step(a_conversation(order_ids=("o-1", "o-2")), words("?", wish=Wish.ORDER_STATUS))
    told = step(asked.conversation, OrderRead(order))

    assert asked.commands == (ReadOrder("o-2"),)
    assert told.parts == (text(Say.ORDER_STATUS, number="1002"), OrderStatus(order))
    assert told.action == Action.ORDER_STATUS
    assert step(asked.conversation, OrderRead(None)).parts[0] == problem(Say.ORDER_NOT_FOUND)


def test_without_an_order_the_payment_is_asked_about() -> None:
    none = step(a_conversation(product=None), words("?", wish=Wish.ORDER_STATUS))
    paying = a_conversation(stage=Stage.PAYING, cart=READY, charge=a_charge())
    asked = step(paying, words("?", wish=Wish.ORDER_STATUS))
    paid = step(asked.conversation, ChargeChanged(a_charge("paid")))

    assert none.parts == (info(Say.NO_ORDER), text(Say.OFFER_PERSON), quick(PERSON))
    assert none.conversation.offered is Offered.PERSON
    assert none.commands == ()
    assert asked.parts == ()  # there is one in a moment, if the payment has arrived
    assert asked.commands == (AskCharge("c-1"),)
    assert paid.parts == (text(Say.PAYMENT_ARRIVED, total=usd(2500)),)


@pytest.mark.parametrize(
    ("price", "most", "told"),
    [
        (500, 1, text(Say.DELIVERY_COSTS_WITHIN, option="Rider", price=usd(500), count=1)),
        (0, 2, text(Say.DELIVERY_FREE_WITHIN, option="Rider", count=2)),
        (500, 0, text(Say.DELIVERY_COSTS_TODAY, option="Rider", price=usd(500))),
        (0, 0, text(Say.DELIVERY_FREE_TODAY, option="Rider")),
    ],
)
def test_what_may_come_today_is_not_told_in_zero_days(price: int, most: int, told: Text) -> None:
    rider = a_delivery(name="Rider", price=usd(price), minimum_days=0, maximum_days=most)
    asked = step(a_conversation(), words("?", wish=Wish.ASK, topic=Topic.DELIVERY))

    answered = step(asked.conversation, DeliveryRead((rider,), None))

    assert answered.parts[:2] == (text(Say.DELIVERY_HERE), told)
