"""Every phrase the conversation can say, by key. The words are in language/phrases.py.

The comment of a key lists its parameters. `count` picks singular or plural; `total`, `price`, `before`,
`old`, `new` are Money, as are `least` and `most` of a price; `variants` and `values` are lists of texts.
"""

from __future__ import annotations

from enum import StrEnum


class Say(StrEnum):
    """A key of the phrase table."""

    # --- opening
    GREETING = "greeting"
    GREETING_OWN = "greeting_own"  # words
    GREETING_PRODUCT = "greeting_product"  # product
    CART_FOUND = "cart_found"
    PRODUCT_NOT_HERE = "product_not_here"

    # --- small talk
    HELLO = "hello"
    WELCOME = "welcome"
    GOODBYE = "goodbye"
    ABOUT_ME = "about_me"
    NOT_UNDERSTOOD = "not_understood"
    SORRY = "sorry"
    SORRY_TROUBLE = "sorry_trouble"
    OFF_TOPIC = "off_topic"
    LANGUAGES = "languages"
    ABOUT_DATA = "about_data"
    NO_SECRETS = "no_secrets"
    BUTTONS = "buttons"
    NO_BARGAIN = "no_bargain"
    NO_CALLS = "no_calls"
    CARD_IN_CHAT = "card_in_chat"
    ANYTHING_ELSE = "anything_else"
    NO_PROBLEM = "no_problem"
    AS_YOU_LIKE = "as_you_like"
    NOTHING_CHARGED = "nothing_charged"

    # --- the assistant
    ASSISTANT_SAYS = "assistant_says"  # words
    ASSISTANT_SEE_CARDS = "assistant_see_cards"
    ASSISTANT_NOT_SURE = "assistant_not_sure"
    ASSISTANT_RESTS = "assistant_rests"
    ASSISTANT_STOPPED = "assistant_stopped"

    # --- products
    FOUND = "found"  # count
    FOUND_IN_GROUP = "found_in_group"  # name
    FOUND_NEAREST = "found_nearest"  # count
    TAKEN_FOR = "taken_for"  # words
    NONE_IN_COLOR = "none_in_color"  # words
    NONE_IN_SIZE = "none_in_size"  # words
    NONE_OF_IT_FITS = "none_of_it_fits"  # words
    NONE_IN_STOCK = "none_in_stock"
    NONE_SO_CHEAP = "none_so_cheap"  # most
    NONE_SO_DEAR = "none_so_dear"  # least
    NONE_BETWEEN = "none_between"  # least, most
    OTHER_CURRENCY = "other_currency"  # currency
    NOTHING_FOUND = "nothing_found"  # words
    NO_MORE = "no_more"
    NONE_REDUCED = "none_reduced"
    NONE_CHEAPER = "none_cheaper"
    NOTHING_LIKE = "nothing_like"
    NOTHING_BESIDE = "nothing_beside"
    CHEAPEST_FIRST = "cheapest_first"
    DEAREST_FIRST = "dearest_first"
    REDUCED_NOW = "reduced_now"
    WHAT_TO_LOOK_FOR = "what_to_look_for"
    WHICH_PRODUCT = "which_product"
    WHICH_OF_THESE = "which_of_these"
    PRODUCT_GONE = "product_gone"  # product
    NOT_ON_SCREEN = "not_on_screen"

    # --- choosing
    WHICH_VARIANT = "which_variant"
    WHICH_VARIANT_IN_STOCK = "which_variant_in_stock"  # variants
    UNKNOWN_OPTION = "unknown_option"  # product, option, variants
    NO_SUCH_COMBINATION = "no_such_combination"  # product, variants
    OUT_OF_STOCK = "out_of_stock"  # item
    OUT_OF_STOCK_OTHERS = "out_of_stock_others"  # item, variants
    SOLD_OUT = "sold_out"  # product
    NOT_SOLD_HERE = "not_sold_here"  # item
    TOO_MANY = "too_many"  # count, item
    ALL_IN_CART = "all_in_cart"  # item, count
    LIMIT_PER_CUSTOMER = "limit_per_customer"  # count, item
    LIMIT_REACHED = "limit_reached"  # count, item
    QUANTITY_OUT_OF_RANGE = "quantity_out_of_range"  # least, most
    HOW_MANY = "how_many"

    # --- offers
    OFFER_BUY = "offer_buy"  # item, price
    OFFER_BUY_ANY = "offer_buy_any"  # product
    OFFER_CHECK_OUT = "offer_check_out"

    # --- cart
    ADDED = "added"  # count, item
    QUANTITY_SET = "quantity_set"  # count, item
    REMOVED = "removed"  # item
    YOUR_CART = "your_cart"
    CART_EMPTY = "cart_empty"
    CART_GONE = "cart_gone"
    CART_RENEWED = "cart_renewed"
    WHICH_LINE = "which_line"
    NOT_IN_CART = "not_in_cart"
    LINE_SHORT = "line_short"  # count, item
    LINE_OUT = "line_out"  # item
    WHICH_CODE = "which_code"
    WHICH_CODE_OUT = "which_code_out"  # values
    NO_CODE = "no_code"
    PROMO_APPLIED = "promo_applied"  # code
    PROMO_REMOVED = "promo_removed"  # code
    PROMO_REFUSED = "promo_refused"  # code, reason
    PROMO_REFUSED_PLAIN = "promo_refused_plain"  # code
    PROMO_NOT_USED = "promo_not_used"  # code
    PROMO_INVALID = "promo_invalid"  # code
    PROMO_KEPT = "promo_kept"  # code
    PROMO_KEPT_DELIVERY = "promo_kept_delivery"  # code
    PROMO_KEPT_DETAILS = "promo_kept_details"  # code
    PROMO_KEPT_REASON = "promo_kept_reason"  # code, reason
    PROMO_KEPT_EMPTY = "promo_kept_empty"  # code
    PROMO_FORGOTTEN = "promo_forgotten"  # code
    PROMO_TOOK_EFFECT = "promo_took_effect"  # code
    PROMO_REPLACED = "promo_replaced"  # code, other
    PROMO_DROPPED = "promo_dropped"  # code
    PROMO_GONE = "promo_gone"  # code
    PROMO_NOT_IN_TOTAL = "promo_not_in_total"  # code
    PROMO_SPOILED = "promo_spoiled"  # code
    GIFT_CARDS_NOT_TAKEN = "gift_cards_not_taken"  # code
    GIFT_CARD_COVERS = "gift_card_covers"  # code, price, total
    GIFT_CARD_COVERS_ALL = "gift_card_covers_all"  # code
    GIFT_CARD_EMPTY = "gift_card_empty"  # code
    GIFT_CARD_AGAIN = "gift_card_again"  # values
    GIFT_CARD_HOW = "gift_card_how"
    TAX_IN_TOTAL = "tax_in_total"  # price
    TAX_AT_END = "tax_at_end"
    DETAILS_AT_CHECK_OUT = "details_at_check_out"
    DETAILS_IN_FORM_ALONE = "details_in_form_alone"
    DETAILS_FOR_BILLING = "details_for_billing"
    INSTALLMENTS_NOT_KNOWN = "installments_not_known"
    CART_PROBLEM = "cart_problem"
    NOT_ENOUGH = "not_enough"  # item

    # --- contact and addresses
    ASK_DETAILS = "ask_details"
    ASK_BILLING = "ask_billing"
    ASK_BILLING_ALONE = "ask_billing_alone"
    ASK_EMAIL = "ask_email"
    STILL_DETAILS = "still_details"
    DETAILS_WRONG = "details_wrong"
    EMAIL_SAVED = "email_saved"
    EMAIL_LATER = "email_later"
    EMAIL_NOT_CHANGED = "email_not_changed"
    FIELD_REQUIRED = "field_required"
    FIELD_INVALID = "field_invalid"
    FIELD_EMAIL = "field_email"
    FIELD_COUNTRY = "field_country"
    DETAILS_NOT_NOW = "details_not_now"
    DETAILS_IN_FORM = "details_in_form"

    # --- delivery
    ASK_DELIVERY = "ask_delivery"
    DELIVERY_CHOSEN = "delivery_chosen"  # option
    COLLECTION_CHOSEN = "collection_chosen"  # option
    DELIVERY_ONLY_ONE = "delivery_only_one"  # option, price
    DELIVERY_ONLY_ONE_FREE = "delivery_only_one_free"  # option
    NO_DELIVERY = "no_delivery"
    DELIVERY_AGAIN = "delivery_again"

    # --- quote and payment
    QUOTE = "quote"  # total
    QUOTE_FREE = "quote_free"
    PAY_HINT = "pay_hint"  # total
    CONFIRM_HINT = "confirm_hint"
    PRICE_CHANGED = "price_changed"  # old, new
    CART_CHANGED = "cart_changed"
    QUOTE_OLD = "quote_old"
    METHOD_CLOSED = "method_closed"
    PAYMENTS_CLOSED = "payments_closed"
    TOTAL_TOO_SMALL = "total_too_small"  # total, least
    TOTAL_TOO_LARGE = "total_too_large"  # total, most
    GIFT_CARD_PART = "gift_card_part"
    TOTAL_NOT_TAKEN = "total_not_taken"  # total
    PAY_PAGE_READY = "pay_page_ready"  # total
    PIX_READY = "pix_ready"  # total
    PIX_OPEN = "pix_open"  # total
    PIX_WAITING = "pix_waiting"  # total
    ASK_TAX_ID = "ask_tax_id"
    TAX_ID_WRONG = "tax_id_wrong"
    TAX_ID_NOT_NOW = "tax_id_not_now"
    PAYMENT_OPEN = "payment_open"  # total
    PAYMENT_WAITING = "payment_waiting"  # total
    PAYMENT_PROCESSING = "payment_processing"  # total
    PAYMENT_ARRIVED = "payment_arrived"  # total
    PAYMENT_IS_IN = "payment_is_in"  # total
    PAYMENT_RESERVED = "payment_reserved"  # total
    PAYMENT_ARRIVED_CHANGE = "payment_arrived_change"  # total
    PAYMENT_ARRIVED_EARLIER = "payment_arrived_earlier"  # total
    ORDER_BEING_MADE = "order_being_made"
    PAYMENT_CLOSED_FOR_CHANGE = "payment_closed_for_change"
    PAYMENT_NOT_CLOSED = "payment_not_closed"
    PAYMENT_CANCELLED = "payment_cancelled"
    PAYMENT_EXPIRED = "payment_expired"
    PAYMENT_REFUSED = "payment_refused"
    PAYMENT_UNKNOWN = "payment_unknown"
    PAYMENT_UNASKED = "payment_unasked"
    PAYMENT_HELD = "payment_held"  # total
    PAYMENT_REFUNDED = "payment_refunded"  # total
    PAYMENT_DOUBLE = "payment_double"  # total
    PAYMENT_ON_ITS_WAY = "payment_on_its_way"
    DIFFERENCE_REFUNDED = "difference_refunded"  # total
    RESERVED_UNTIL_SENT = "reserved_until_sent"  # total
    RESERVED_CHARGED = "reserved_charged"  # total
    RESERVED_LET_GO = "reserved_let_go"  # total
    RESERVED_NO_ORDER = "reserved_no_order"  # total
    RESERVED_DOUBLE = "reserved_double"  # total
    REFUNDED_SO_FAR = "refunded_so_far"  # total
    REFUND_NOT_MADE = "refund_not_made"
    NO_PAYMENT = "no_payment"

    # --- orders
    ORDER_PLACED = "order_placed"  # number
    ORDER_PLACED_PLAIN = "order_placed_plain"
    ORDER_STATUS = "order_status"  # number
    NO_ORDER = "no_order"
    ORDER_NOT_HERE = "order_not_here"
    ORDER_CHANGE_ASKED = "order_change_asked"
    ORDER_NOT_FOUND = "order_not_found"
    PERSON_ASKED = "person_asked"
    PERSON_WRITES_WHERE = "person_writes_where"
    EMAIL_FOR_PERSON = "email_for_person"
    OFFER_PERSON = "offer_person"

    # --- answers
    PRICE_IS = "price_is"  # item, price
    PRICE_REDUCED = "price_reduced"  # item, price, before
    PRICE_RANGE = "price_range"  # product, least, most
    IN_STOCK = "in_stock"  # item
    FEW_LEFT = "few_left"  # item, count
    ENOUGH_IN_STOCK = "enough_in_stock"  # count, item
    NOT_ENOUGH_IN_STOCK = "not_enough_in_stock"  # count, item
    STOCK_LIST = "stock_list"  # variants
    OPTIONS_ARE = "options_are"  # name, values
    VARIANTS_ARE = "variants_are"  # variants
    ONE_KIND = "one_kind"  # product
    ATTRIBUTE_IS = "attribute_is"  # name, values
    DESCRIPTION_IS = "description_is"  # words
    DESCRIPTION_SAYS = "description_says"  # words
    NOT_KNOWN = "not_known"
    NOT_SAID = "not_said"  # product
    PAGE_SAYS = "page_says"  # title, words
    SHOP_SAYS = "shop_says"  # words
    WE_SELL = "we_sell"  # values
    OUR_COLLECTIONS = "our_collections"  # values
    NOT_REDUCED = "not_reduced"  # product
    NO_GROUPS = "no_groups"
    OTHERS_IN_STOCK = "others_in_stock"
    OTHERS_LIKE = "others_like"
    MAY_GO_WITH = "may_go_with"  # product
    SUGGESTED = "suggested"
    COMPARED = "compared"
    COMPARED_CHEAPEST = "compared_cheapest"  # product, price, before
    COMPARED_DEAREST = "compared_dearest"  # product, price
    COMPARED_SAME_PRICE = "compared_same_price"
    COMPARED_UNTOLD = "compared_untold"
    DESCRIBED = "described"  # product, words
    COMPARED_ROW = "compared_row"  # name, values
    COMPARED_SAME = "compared_same"  # name, values
    DELIVERY_HERE = "delivery_here"
    DELIVERY_TO = "delivery_to"  # country
    DELIVERY_NOT_TO = "delivery_not_to"  # country
    DELIVERY_COSTS = "delivery_costs"  # option, price
    DELIVERY_FREE = "delivery_free"  # option
    DELIVERY_COSTS_DAYS = "delivery_costs_days"  # option, price, least, most
    DELIVERY_FREE_DAYS = "delivery_free_days"  # option, least, most
    DELIVERY_COSTS_IN = "delivery_costs_in"  # option, price, count
    DELIVERY_FREE_IN = "delivery_free_in"  # option, count
    DELIVERY_COSTS_WITHIN = "delivery_costs_within"  # option, price, count
    DELIVERY_FREE_WITHIN = "delivery_free_within"  # option, count
    DELIVERY_COSTS_TODAY = "delivery_costs_today"  # option, price
    DELIVERY_FREE_TODAY = "delivery_free_today"  # option
    DELIVERY_NOT_KNOWN = "delivery_not_known"
    NOTHING_SHIPPED = "nothing_shipped"  # product
    PAYMENT_AT_END = "payment_at_end"
    PAYMENT_BY_CARD = "payment_by_card"
    METHOD_NOT_HERE = "method_not_here"
    PAYMENT_BY_PIX = "payment_by_pix"

    # --- labels of quick replies
    LABEL_BUY = "label_buy"
    LABEL_OPTIONS = "label_options"
    LABEL_DELIVERY = "label_delivery"
    LABEL_YES = "label_yes"
    LABEL_CHECK_OUT = "label_check_out"
    LABEL_SHOW_CART = "label_show_cart"
    LABEL_PAY_CARD = "label_pay_card"  # total
    LABEL_PAY_PIX = "label_pay_pix"  # total
    LABEL_PAY_OTHER = "label_pay_other"  # total, method
    LABEL_PLACE_ORDER = "label_place_order"
    LABEL_CHECK_PAYMENT = "label_check_payment"
    LABEL_CANCEL_PAYMENT = "label_cancel_payment"
    LABEL_TRY_AGAIN = "label_try_again"
    LABEL_PERSON = "label_person"

    # --- cards as plain text
    CARD_NAME = "card_name"  # item
    CARD_PRODUCT = "card_product"  # item, price
    CARD_PRODUCT_RANGE = "card_product_range"  # item, least, most
    CARD_LINE = "card_line"  # quantity, item, price
    CARD_SUBTOTAL = "card_subtotal"  # price
    CARD_DELIVERY = "card_delivery"  # price
    CARD_DELIVERY_BY = "card_delivery_by"  # option, price
    CARD_COLLECTION = "card_collection"  # option, price
    CARD_DISCOUNT = "card_discount"  # price
    CARD_GIFT_CARDS = "card_gift_cards"  # price
    CARD_TAX = "card_tax"  # price
    CARD_TOTAL = "card_total"  # total
    CARD_OPTION = "card_option"  # option, price
    CARD_PAYMENT = "card_payment"  # total, address
    CARD_PIX = "card_pix"  # total, code
    CARD_RECEIPT = "card_receipt"  # number, total
    CARD_RECEIPT_RESERVED = "card_receipt_reserved"  # number, total
    CARD_ORDER = "card_order"  # number, status
    CARD_TRACKING = "card_tracking"  # values
    STATUS_UNCONFIRMED = "status_unconfirmed"
    STATUS_UNFULFILLED = "status_unfulfilled"
    STATUS_PARTIALLY_FULFILLED = "status_partially_fulfilled"
    STATUS_FULFILLED = "status_fulfilled"
    STATUS_PARTIALLY_RETURNED = "status_partially_returned"
    STATUS_RETURNED = "status_returned"
    STATUS_CANCELED = "status_canceled"

    # --- problems
    SHOP_FAILED = "shop_failed"
    SHOP_REFUSED = "shop_refused"
    SHOP_CLOSED = "shop_closed"
