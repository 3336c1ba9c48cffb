"""English words of talk, products, choosing, cart and answers."""

# ruff: noqa: RUF001 typographic signs are meant

from __future__ import annotations

from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.language.msgids import Words, gettext_noop, ngettext

SHOPPING: dict[Say, Words] = {
    # --- opening
    Say.GREETING: gettext_noop("Hi! Ask me anything, or tell me what you would like to buy."),
    Say.GREETING_OWN: gettext_noop("{words}"),
    Say.GREETING_PRODUCT: gettext_noop(
        "This is {product}. Ask me about it, or tell me that you would like to buy it."
    ),
    Say.CART_FOUND: gettext_noop("Your cart is still here."),
    Say.PRODUCT_NOT_HERE: gettext_noop(
        "I cannot find that product in this shop. Tell me what you are looking for."
    ),
    # --- the assistant
    Say.ASSISTANT_SAYS: gettext_noop("{words}"),
    Say.ASSISTANT_SEE_CARDS: gettext_noop("The exact figures are on the cards here."),
    Say.ASSISTANT_NOT_SURE: gettext_noop(
        "I cannot promise that. Ask me about a product and I look up what the shop says."
    ),
    Say.ASSISTANT_RESTS: gettext_noop(
        "I can only give simple answers at the moment. Ask for a person if you need more."
    ),
    Say.ASSISTANT_STOPPED: gettext_noop("Stopped. What else can I do for you?"),
    # --- small talk
    Say.HELLO: gettext_noop("Hello! How can I help?"),
    Say.SORRY: gettext_noop(
        "I am sorry that you are not happy. Tell me what you need, or ask for a person from the shop."
    ),
    Say.SORRY_TROUBLE: gettext_noop("I am sorry about that."),
    Say.OFF_TOPIC: gettext_noop(
        "I only know about this shop, so I cannot help with that. Ask me about a product, its price or its delivery, or tell me what you are looking for."
    ),
    Say.LANGUAGES: gettext_noop("You can write to me in English, Portuguese or Spanish."),
    Say.ABOUT_DATA: gettext_noop(
        "This chat keeps what you write here and what an order needs, for this shop; it keeps no numbers of cards. If you want to know more, or have it deleted, ask for a person from the shop."
    ),
    Say.NO_SECRETS: gettext_noop(
        "I cannot do that: I tell nobody about other people, and prices, payments and orders are not mine to change. I gladly help you to find or buy something."
    ),
    Say.BUTTONS: gettext_noop(
        "You can write to me instead of using the buttons; only paying needs one, so that no message alone ever charges you. On a keyboard the Tab key goes from button to button and Enter presses one. If that does not work, ask for a person from the shop."
    ),
    Say.NO_BARGAIN: gettext_noop("The prices are the shop's, I cannot change them."),
    Say.NO_CALLS: gettext_noop(
        "I can only write here, I can neither call nor send messages to a telephone. If somebody from the shop is to get in touch with you, ask for a person."
    ),
    Say.CARD_IN_CHAT: gettext_noop(
        "Please do not write the number of a card here. I have not kept it, and nothing was charged: you enter it on the secure page when you pay."
    ),
    Say.WELCOME: gettext_noop("You are welcome!"),
    Say.GOODBYE: gettext_noop("Goodbye! Come back whenever you like."),
    # Translators: “check out” is what a shopper may write; choose words that are understood.
    Say.ABOUT_ME: gettext_noop(
        "I am this shop’s assistant, a program and not a person. Tell me what you are looking for and I show you what there is; ask about a product, its price or its delivery; or say check out to buy. I can also ask a person from the shop."
    ),
    Say.NOT_UNDERSTOOD: gettext_noop(
        "I am not sure what you mean. You can ask me about a product, tell me what you would like to buy, or ask for a person."
    ),
    Say.ANYTHING_ELSE: gettext_noop("Is there anything else I can do for you?"),
    Say.NO_PROBLEM: gettext_noop("No problem. Ask me anything, whenever you like."),
    Say.AS_YOU_LIKE: gettext_noop(
        # Translators: “check out” is what a shopper may write; choose words that are understood.
        "As you like. Your cart stays as it is; say check out when you are ready."
    ),
    Say.NOTHING_CHARGED: gettext_noop(
        "No problem, nothing has been charged. You can change your cart, or pay later."
    ),
    # --- products
    Say.FOUND: ngettext(
        "I found this:",
        "I found {count} products. Tap the one you would like to see.",
    ),
    Say.NOTHING_FOUND: gettext_noop(
        "I found nothing for “{words}”. Try other words, or ask for a person."
    ),
    Say.WHAT_TO_LOOK_FOR: gettext_noop("What are you looking for?"),
    Say.WHICH_PRODUCT: gettext_noop(
        "Which product do you mean? Tell me its name and I will look it up."
    ),
    Say.PRODUCT_GONE: gettext_noop(
        "{product} is not in the shop any more. Tell me what else you are looking for."
    ),
    Say.NOT_ON_SCREEN: gettext_noop(
        "I cannot tell which product that is any more. Tell me its name and I will look it up."
    ),
    # --- choosing
    Say.WHICH_VARIANT: gettext_noop("Which one would you like?"),
    Say.WHICH_VARIANT_IN_STOCK: gettext_noop(
        # Translators: {variants} is a list in the shop's words, such as “Blue / M, Blue / L”.
        "Which one would you like? These are in stock: {variants}."
    ),
    Say.UNKNOWN_OPTION: gettext_noop(
        # Translators: {option} is what the shopper wrote, such as XXXL.
        "{product} does not come in “{option}”. There is: {variants}."
    ),
    Say.NO_SUCH_COMBINATION: gettext_noop(
        "{product} does not come in that combination. There is: {variants}."
    ),
    # Translators: {item} is a product with its variant, of any gender and number: “Tee (Blue / M)”.
    Say.OUT_OF_STOCK: gettext_noop("{item} is out of stock right now."),
    Say.OUT_OF_STOCK_OTHERS: gettext_noop(
        "{item} is out of stock right now. In stock are: {variants}."
    ),
    Say.SOLD_OUT: gettext_noop(
        "{product} is sold out right now. I can look for something else for you."
    ),
    Say.NOT_SOLD_HERE: gettext_noop(
        "{item} is not for sale in this shop right now. I can look for something else for you."
    ),
    Say.TOO_MANY: ngettext(
        "You can order only {count} of {item} right now. Shall I put it in your cart?",
        "You can order at most {count} of {item} right now. Shall I make it {count}?",
    ),
    Say.ALL_IN_CART: ngettext(
        "All that can be ordered of {item} right now is in your cart already ({count}).",
        "All that can be ordered of {item} right now are in your cart already ({count}).",
    ),
    Say.LIMIT_PER_CUSTOMER: ngettext(
        "Each customer can buy only {count} of {item}. Shall I put it in your cart?",
        "Each customer can buy at most {count} of {item}. Shall I make it {count}?",
    ),
    Say.LIMIT_REACHED: ngettext(
        "Each customer can buy only {count} of {item}, and it is in your cart already.",
        "Each customer can buy at most {count} of {item}, and they are in your cart already.",
    ),
    Say.QUANTITY_OUT_OF_RANGE: gettext_noop(
        "I can take from {least} to {most} of one thing. How many would you like?"
    ),
    Say.HOW_MANY: gettext_noop("How many would you like?"),
    # --- offers
    Say.OFFER_BUY: gettext_noop("Would you like {item} for {price}? I can put it in your cart."),
    Say.OFFER_BUY_ANY: gettext_noop("Would you like to buy {product}? Just tell me which one."),
    Say.OFFER_CHECK_OUT: gettext_noop("Shall we check out? You can also go on shopping."),
    # --- cart
    Say.ADDED: ngettext(
        "I put {count} × {item} in your cart.",
        "I put {count} × {item} in your cart.",
    ),
    Say.QUANTITY_SET: ngettext(
        "Your cart now holds {count} × {item}.",
        "Your cart now holds {count} × {item}.",
    ),
    Say.REMOVED: gettext_noop("I took {item} out of your cart."),
    Say.YOUR_CART: gettext_noop("This is in your cart:"),
    Say.CART_EMPTY: gettext_noop("Your cart is empty. Tell me what you would like to buy."),
    Say.CART_GONE: gettext_noop(
        "The shop does not hold your cart any more. Tell me what you would like and I will start a new one."
    ),
    Say.CART_RENEWED: gettext_noop(
        "The shop did not hold your cart any more, so I started a new one."
    ),
    Say.WHICH_LINE: gettext_noop(
        "Which of these do you mean? Tell me its name, or change it in the cart."
    ),
    Say.NOT_IN_CART: gettext_noop("That is not in your cart. This is what it holds:"),
    Say.LINE_SHORT: ngettext(
        "Only {count} of {item} can still be had. Please make it fewer or take it out before you pay.",
        "Only {count} of {item} can still be had. Please make it fewer or take it out before you pay.",
    ),
    Say.LINE_OUT: gettext_noop(
        "{item} cannot be had any more. Please take it out of your cart before you pay."
    ),
    Say.GIFT_CARD_HOW: gettext_noop(
        "You can pay with a gift card or a promo code of this shop: write its code here, and I take it off your total."
    ),
    Say.TAX_IN_TOTAL: gettext_noop(
        "Tax is included: {price} of your cart’s total. The total that you confirm holds everything."
    ),
    Say.TAX_AT_END: gettext_noop(
        "You see the tax with the total, before you confirm anything: nothing comes on top of that total."
    ),
    Say.DETAILS_AT_CHECK_OUT: gettext_noop(
        "I ask for your address and e-mail address in a form, once you check out: an order has to know where it goes."
    ),
    Say.DETAILS_IN_FORM_ALONE: gettext_noop(
        "Please write your address into the form: I cannot take it from a message."
    ),
    Say.DETAILS_FOR_BILLING: gettext_noop(
        "Nothing has to be shipped, so I only ask for your e-mail address and billing details, in a form at the check-out."
    ),
    Say.INSTALLMENTS_NOT_KNOWN: gettext_noop(
        "I know of no instalments here: the total is paid at once. A person from the shop can tell you more."
    ),
    Say.WHICH_CODE: gettext_noop("Which code would you like to use? Write it as you got it."),
    Say.WHICH_CODE_OUT: gettext_noop(
        "Which code shall I take out? There is: {values}. Write “remove” and the code."
    ),
    Say.NO_CODE: gettext_noop("No code is used in your cart."),
    Say.PROMO_APPLIED: gettext_noop("The code {code} is applied."),
    Say.PROMO_REMOVED: gettext_noop("The code {code} is removed."),
    # Translators: {reason} is a whole sentence of the shop's, perhaps in another language.
    Say.PROMO_REFUSED: gettext_noop("The shop did not take the code {code}: {reason}"),
    Say.PROMO_REFUSED_PLAIN: gettext_noop(
        "The shop did not take the code {code}. Please check it and try again."
    ),
    Say.PROMO_NOT_USED: gettext_noop("The code {code} is not used in this cart."),
    Say.PROMO_INVALID: gettext_noop(
        "The shop does not take the code {code}: it does not know it, or it is not valid any more or not valid here. Please check it."
    ),
    Say.PROMO_KEPT: gettext_noop(
        "The code {code} cannot be used for this cart: it may ask for a larger amount, more pieces or certain products. I keep it, and try it again when your cart changes."
    ),
    Say.PROMO_KEPT_DELIVERY: gettext_noop(
        "The shop does not take the code {code} yet. I keep it, and try it again when the delivery is chosen or your cart changes."
    ),
    Say.PROMO_KEPT_DETAILS: gettext_noop(
        "The shop does not take the code {code} yet. I keep it, and try it again when I have your details or your cart changes."
    ),
    Say.PROMO_KEPT_REASON: gettext_noop(
        "The shop does not take the code {code} yet: {reason} I keep it, and try it again when your cart changes."
    ),
    Say.PROMO_KEPT_EMPTY: gettext_noop(
        "I keep the code {code}, and use it as soon as there is something in your cart."
    ),
    Say.PROMO_FORGOTTEN: gettext_noop(
        "I do not keep the code {code} any longer: an order can use only one such code."
    ),
    Say.PROMO_TOOK_EFFECT: gettext_noop("Your code {code}, which I kept, is applied now."),
    Say.PROMO_REPLACED: gettext_noop(
        "{code} takes the place of {other}: an order can use only one such code."
    ),
    Say.PROMO_DROPPED: gettext_noop(
        "The code {code} does not apply to your cart as it is now, so the shop took it out. I keep it, and try it again when your cart changes."
    ),
    Say.PROMO_GONE: gettext_noop("The code {code} is not used in your cart any more."),
    Say.PROMO_NOT_IN_TOTAL: gettext_noop(
        "The code {code} is not part of this total: the shop does not take it for this order. I keep it in case you change your cart."
    ),
    Say.PROMO_SPOILED: gettext_noop(
        "The code {code} is not valid for this order any more, so I take it out. The total changes."
    ),
    Say.GIFT_CARDS_NOT_TAKEN: gettext_noop(
        "This shop does not take gift cards here, so I cannot use {code}."
    ),
    Say.GIFT_CARD_COVERS: gettext_noop(
        "The gift card {code} is applied. Gift cards cover {price}; {total} is left to pay."
    ),
    Say.GIFT_CARD_COVERS_ALL: gettext_noop(
        "The gift card {code} is applied, and there is nothing left to pay."
    ),
    Say.GIFT_CARD_EMPTY: gettext_noop(
        "There is nothing left on the gift card {code}, so it does not change what you pay."
    ),
    Say.GIFT_CARD_AGAIN: gettext_noop(
        "Please give me your gift card ending in {values} again for the new cart."
    ),
    Say.CART_PROBLEM: gettext_noop(
        "Something in your cart cannot be had as it stands. Nothing was charged. Please look at it:"
    ),
    Say.NOT_ENOUGH: gettext_noop(
        "The shop does not have enough of {item} right now. Please take fewer, or ask me for something else."
    ),
    # --- answers
    Say.PRICE_IS: gettext_noop("{item} costs {price}."),
    # Translators: {before} is the former price.
    Say.PRICE_REDUCED: gettext_noop("{item} costs {price} now, down from {before}."),
    Say.PRICE_RANGE: gettext_noop(
        "{product} costs from {least} to {most}, depending on which one you choose."
    ),
    Say.IN_STOCK: gettext_noop("Yes, {item} is in stock."),
    Say.FEW_LEFT: ngettext(
        "{item} is in stock, but only {count} is left.",
        "{item} is in stock, but only {count} are left.",
    ),
    Say.ENOUGH_IN_STOCK: ngettext(
        "Yes, you can have {count} of {item}.",
        "Yes, you can have {count} of {item}.",
    ),
    Say.NOT_ENOUGH_IN_STOCK: ngettext(
        "You can order only {count} of {item} right now.",
        "You can order at most {count} of {item} right now.",
    ),
    Say.STOCK_LIST: gettext_noop("In stock are: {variants}."),
    Say.OPTIONS_ARE: gettext_noop("{name}: {values}."),
    Say.VARIANTS_ARE: gettext_noop("There is: {variants}."),
    Say.ONE_KIND: gettext_noop("{product} comes in one kind only."),
    # Translators: a fact of a product: “Material: cotton.”
    Say.ATTRIBUTE_IS: gettext_noop("{name}: {values}."),
    Say.DESCRIPTION_IS: gettext_noop("{words}"),
    Say.DESCRIPTION_SAYS: gettext_noop("The description says: “{words}”"),
    Say.NOT_KNOWN: gettext_noop("I don’t know that. I can ask a person from the shop for you."),
    Say.DELIVERY_HERE: gettext_noop("These are the ways to get it:"),
    Say.DELIVERY_TO: gettext_noop("These are the ways to get it there ({country}):"),
    Say.DELIVERY_NOT_TO: gettext_noop("I see no way to deliver it there ({country}), sorry."),
    # Translators: {option} is the name of a way of delivery, in the shop's words.
    Say.DELIVERY_COSTS: gettext_noop("{option}: {price}."),
    Say.DELIVERY_FREE: gettext_noop("{option}: free of charge."),
    Say.DELIVERY_COSTS_DAYS: gettext_noop("{option}: {price}, {least} to {most} days."),
    Say.DELIVERY_FREE_DAYS: gettext_noop("{option}: free of charge, {least} to {most} days."),
    Say.DELIVERY_COSTS_IN: ngettext(
        "{option}: {price}, in {count} day.",
        "{option}: {price}, in {count} days.",
    ),
    Say.DELIVERY_FREE_IN: ngettext(
        "{option}: free of charge, in {count} day.",
        "{option}: free of charge, in {count} days.",
    ),
    Say.DELIVERY_COSTS_WITHIN: ngettext(
        "{option}: {price}, within {count} day.",
        "{option}: {price}, within {count} days.",
    ),
    Say.DELIVERY_FREE_WITHIN: ngettext(
        "{option}: free of charge, within {count} day.",
        "{option}: free of charge, within {count} days.",
    ),
    Say.DELIVERY_COSTS_TODAY: gettext_noop("{option}: {price}, on the same day."),
    Say.DELIVERY_FREE_TODAY: gettext_noop("{option}: free of charge, on the same day."),
    Say.DELIVERY_NOT_KNOWN: gettext_noop(
        "I cannot see ways to deliver it yet. I will show them once you have given an address."
    ),
    Say.NOTHING_SHIPPED: gettext_noop("{product} does not have to be shipped."),
    Say.PAYMENT_AT_END: gettext_noop(
        "You see the whole total and the ways to pay at the end, and pay on a secure page. Nothing is charged before you confirm it."
    ),
    Say.METHOD_NOT_HERE: gettext_noop("That way to pay is not offered here."),
    Say.PAYMENT_BY_CARD: gettext_noop("You can pay by card, on a secure page."),
    Say.PAYMENT_BY_PIX: gettext_noop("You can pay by PIX."),
}
