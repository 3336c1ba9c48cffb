"""English words of details, delivery, quote, payment, orders, buttons and problems."""

from __future__ import annotations

from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.language.msgids import Words, gettext_noop

PAYING: dict[Say, Words] = {
    # --- contact and addresses
    Say.ASK_DETAILS: gettext_noop("Where shall it go? Please fill in your details."),
    Say.ASK_BILLING: gettext_noop(
        "Please fill in your billing details. Nothing has to be shipped."
    ),
    Say.ASK_BILLING_ALONE: gettext_noop("Please fill in your billing address."),
    Say.ASK_EMAIL: gettext_noop("Which e-mail address shall the order go to?"),
    Say.STILL_DETAILS: gettext_noop("To go on, I need your details."),
    Say.DETAILS_WRONG: gettext_noop("Something in your details needs another look."),
    Say.EMAIL_SAVED: gettext_noop("Thank you, I noted your e-mail address."),
    Say.EMAIL_LATER: gettext_noop(
        "Thank you. I will ask for your e-mail address when we check out."
    ),
    Say.EMAIL_NOT_CHANGED: gettext_noop(
        "The shop did not take this e-mail address. Please check it."
    ),
    Say.FIELD_REQUIRED: gettext_noop("Please fill this in."),
    Say.FIELD_INVALID: gettext_noop("Please check this."),
    Say.FIELD_EMAIL: gettext_noop("Please write an e-mail address, such as name@example.com."),
    Say.FIELD_COUNTRY: gettext_noop("The shop does not deliver to this country."),
    Say.DETAILS_NOT_NOW: gettext_noop("There is nothing to fill in right now."),
    Say.DETAILS_IN_FORM: gettext_noop(
        "I am not sure what you mean. If these are your details, please write them into the form: I cannot take them from a message."
    ),
    # --- delivery
    Say.ASK_DELIVERY: gettext_noop("How would you like to get it?"),
    # Translators: {option} is the name of a way of delivery, or of a store to collect at.
    Say.DELIVERY_CHOSEN: gettext_noop("You will get it by {option}."),
    # Translators: {option} is the name of a store to collect at.
    Say.COLLECTION_CHOSEN: gettext_noop("You will collect it at: {option}."),
    Say.DELIVERY_ONLY_ONE: gettext_noop("It comes by {option}, for {price}."),
    Say.DELIVERY_ONLY_ONE_FREE: gettext_noop("It comes by {option}, free of charge."),
    Say.NO_DELIVERY: gettext_noop(
        "The shop does not deliver this cart to that address. You can give another address, or change your cart."
    ),
    Say.DELIVERY_AGAIN: gettext_noop(
        "That way of delivery cannot be had any more. Please choose again."
    ),
    # --- quote and payment
    Say.QUOTE: gettext_noop(
        "Your total is {total}. Please check it, then choose how to pay. Nothing is charged before that."
    ),
    Say.QUOTE_FREE: gettext_noop(
        "There is nothing to pay. Please check your order and confirm it."
    ),
    Say.PAY_HINT: gettext_noop(
        "Your total is {total}. To pay, please tap the button: I never charge anything on a message alone."
    ),
    Say.CONFIRM_HINT: gettext_noop(
        "There is nothing to pay. To place the order, please tap the button."
    ),
    Say.PRICE_CHANGED: gettext_noop(
        "The total has changed from {old} to {new} since you saw it. Nothing was charged. Here is the new one."
    ),
    Say.CART_CHANGED: gettext_noop(
        "Your cart has changed since you saw the total. Nothing was charged. Here is the new one."
    ),
    Say.QUOTE_OLD: gettext_noop("That total is out of date. Here is the current one."),
    Say.METHOD_CLOSED: gettext_noop(
        "This way to pay is not open right now. Please choose another."
    ),
    Say.PAYMENTS_CLOSED: gettext_noop(
        "Payments are not open right now. Your cart is kept; please try again later, or ask for a person."
    ),
    Say.TOTAL_TOO_SMALL: gettext_noop(
        "Your total of {total} is too small to be paid here: it must be at least {least}. Your cart is kept; you can add something to it, or ask for a person."
    ),
    Say.TOTAL_TOO_LARGE: gettext_noop(
        "Your total of {total} is too large to be paid here at once: it can be at most {most}. Your cart is kept; you can take something out of it, or ask for a person."
    ),
    Say.GIFT_CARD_PART: gettext_noop(
        "In this shop a gift card must cover everything. Take the gift card out of your cart to pay in another way; nothing is taken from it."
    ),
    Say.TOTAL_NOT_TAKEN: gettext_noop(
        "A total of {total} cannot be paid here, and nothing was charged. Your cart is kept; you can change it, or ask for a person."
    ),
    Say.PAY_PAGE_READY: gettext_noop(
        "Your payment page is ready: {total}. I will tell you here as soon as the payment arrives."
    ),
    Say.PIX_READY: gettext_noop(
        "Your PIX of {total} is ready. Open your bank's app, choose Pix, and scan the code or paste it (Pix copia e cola). I will tell you here as soon as the payment arrives."
    ),
    Say.PIX_OPEN: gettext_noop(
        "Your PIX of {total} is still open. Scan its code or paste it in your bank's app, or choose another way to pay."
    ),
    Say.PIX_WAITING: gettext_noop(
        "The PIX of {total} has not arrived yet. If you have just paid, please give it a moment; if not, its code can still be scanned or pasted in your bank's app."
    ),
    Say.ASK_TAX_ID: gettext_noop(
        "To pay by PIX I need the CPF or CNPJ of whoever pays. Please write it here: I pass it on to the payment service, and forget it once the payment is over."
    ),
    Say.TAX_ID_WRONG: gettext_noop(
        "The digits of this CPF or CNPJ do not check out. Please look at them again: a CPF has 11 digits, a CNPJ 14."
    ),
    Say.TAX_ID_NOT_NOW: gettext_noop(
        "I do not need a CPF or CNPJ right now, and have not kept it. I ask for it when you choose to pay by PIX."
    ),
    Say.PAYMENT_OPEN: gettext_noop(
        "Your payment of {total} is still open. You can pay it on the page, or cancel it."
    ),
    Say.PAYMENT_WAITING: gettext_noop(
        "The payment of {total} has not arrived yet. If you have just paid, please give it a moment; if it did not work, you can try again on the page, also with another card, or cancel the payment."
    ),
    Say.PAYMENT_PROCESSING: gettext_noop(
        "Your payment of {total} is on its way. I will tell you here as soon as it has arrived."
    ),
    Say.PAYMENT_ARRIVED: gettext_noop("We have your payment of {total}. Your order is being made."),
    Say.PAYMENT_IS_IN: gettext_noop("Your payment of {total} has arrived."),
    Say.PAYMENT_RESERVED: gettext_noop(
        "{total} is reserved on your card. Your order is being made; you are charged when the shop sends it."
    ),
    Say.PAYMENT_ARRIVED_CHANGE: gettext_noop(
        "Your payment of {total} has just arrived, so I left your order as it was. It is being made now."
    ),
    Say.PAYMENT_ARRIVED_EARLIER: gettext_noop(
        "Another payment of yours, {total}, has arrived. I will tell you here what becomes of it."
    ),
    Say.ORDER_BEING_MADE: gettext_noop(
        "Your payment has arrived and your order is being made. One moment, please."
    ),
    Say.PAYMENT_CLOSED_FOR_CHANGE: gettext_noop(
        "I closed the open payment, so that nothing wrong is paid."
    ),
    Say.PAYMENT_NOT_CLOSED: gettext_noop(
        "I could not close the open payment, so I left your cart as it was. Please try again in a moment."
    ),
    Say.PAYMENT_CANCELLED: gettext_noop(
        "The payment is cancelled, nothing was charged. Would you like to pay in another way, or try again?"
    ),
    Say.PAYMENT_EXPIRED: gettext_noop(
        "The time to pay is over, nothing was charged. Would you like to try again?"
    ),
    Say.PAYMENT_REFUSED: gettext_noop(
        "The payment could not be opened, nothing was charged. Shall we try again?"
    ),
    Say.PAYMENT_UNKNOWN: gettext_noop(
        "The payment service did not answer, nothing was charged. Shall we try again?"
    ),
    Say.PAYMENT_UNASKED: gettext_noop(
        "The payment service does not answer right now, so I cannot tell whether you have paid. I will tell you here as soon as I know."
    ),
    Say.PAYMENT_HELD: gettext_noop(
        "A person from the shop has to look at your payment of {total} before the order can be made. Your money is safe."
    ),
    Say.PAYMENT_REFUNDED: gettext_noop(
        "The order could not be made, so your {total} is on its way back to you."
    ),
    Say.PAYMENT_DOUBLE: gettext_noop(
        "Your order was paid already, so this second payment of {total} is on its way back to you."
    ),
    Say.PAYMENT_ON_ITS_WAY: gettext_noop(
        "A payment for this cart is on its way already, so I opened no second one. I will tell you here as soon as it has arrived."
    ),
    Say.DIFFERENCE_REFUNDED: gettext_noop("{total} of your payment is on its way back to you."),
    Say.RESERVED_UNTIL_SENT: gettext_noop(
        "{total} is reserved on your card, and charged when the shop sends your order."
    ),
    Say.RESERVED_CHARGED: gettext_noop(
        "News of your order: the shop has charged {total} of what was reserved on your card."
    ),
    Say.RESERVED_LET_GO: gettext_noop(
        "News of your order: the {total} that was reserved on your card is free again. Nothing was charged."
    ),
    Say.RESERVED_NO_ORDER: gettext_noop(
        "The order could not be made, so the {total} that was reserved on your card is free again. Nothing was charged."
    ),
    Say.RESERVED_DOUBLE: gettext_noop(
        "Your order was paid already, so the {total} of this second payment is free again on your card. Nothing was charged for it."
    ),
    Say.REFUNDED_SO_FAR: gettext_noop(
        "News of your order: in all, {total} of your payment has been given back or is on its way back to you."
    ),
    Say.REFUND_NOT_MADE: gettext_noop(
        "The money that was on its way back to you could not be given back after all. Please ask for a person, who can look into it."
    ),
    Say.NO_PAYMENT: gettext_noop("There is no payment open in this chat."),
    # --- orders
    Say.ORDER_PLACED: gettext_noop("Thank you! Your order {number} is placed."),
    Say.ORDER_PLACED_PLAIN: gettext_noop("Thank you! Your order is placed."),
    Say.ORDER_STATUS: gettext_noop("This is your order {number}:"),
    Say.NO_ORDER: gettext_noop(
        "There is no order in this chat yet, and I can only see orders that were made here. The shop's e-mails about your order tell how it stands."
    ),
    Say.ORDER_NOT_HERE: gettext_noop("I can only show orders that were made in this chat."),
    Say.ORDER_CHANGE_ASKED: gettext_noop(
        "I cannot change or cancel an order that is placed, so I have asked a person from the shop to look at this chat. You can go on here meanwhile."
    ),
    Say.ORDER_NOT_FOUND: gettext_noop(
        "I cannot see that order right now. You can ask for a person."
    ),
    Say.PERSON_ASKED: gettext_noop(
        "I have asked a person from the shop to look at this chat. You can go on here meanwhile."
    ),
    Say.PERSON_WRITES_WHERE: gettext_noop(
        "If they should answer by e-mail, just write your address here."
    ),
    Say.EMAIL_FOR_PERSON: gettext_noop(
        "Thank you. The person from the shop sees your address in this chat and can write to you."
    ),
    Say.OFFER_PERSON: gettext_noop("A person from the shop can look into it: shall I ask one?"),
    # --- labels of quick replies
    # Translators: a button whose words are sent as the shopper's own, as are the next two and “Yes, please”.
    Say.LABEL_BUY: gettext_noop("I would like to buy it"),
    Say.LABEL_OPTIONS: gettext_noop("Which options are there?"),
    Say.LABEL_DELIVERY: gettext_noop("How is it delivered?"),
    Say.LABEL_YES: gettext_noop("Yes, please"),
    Say.LABEL_CHECK_OUT: gettext_noop("Check out"),
    Say.LABEL_SHOW_CART: gettext_noop("Show cart"),
    Say.LABEL_PAY_CARD: gettext_noop("Pay {total} by card"),
    Say.LABEL_PAY_PIX: gettext_noop("Pay {total} by PIX"),
    Say.LABEL_PAY_OTHER: gettext_noop("Pay {total} ({method})"),
    Say.LABEL_PLACE_ORDER: gettext_noop("Place the order"),
    Say.LABEL_CHECK_PAYMENT: gettext_noop("I have paid"),
    Say.LABEL_CANCEL_PAYMENT: gettext_noop("Cancel payment"),
    Say.LABEL_TRY_AGAIN: gettext_noop("Try again"),
    Say.LABEL_PERSON: gettext_noop("Ask a person"),
    # --- problems
    Say.SHOP_FAILED: gettext_noop(
        "The shop does not answer right now, so I could not do that. Nothing was lost; please try again in a moment."
    ),
    Say.SHOP_CLOSED: gettext_noop(
        "I cannot sell anything here at the moment. You can still ask me about your payment or your order, or ask for a person."
    ),
    Say.SHOP_REFUSED: gettext_noop(
        "The shop did not accept that. Please try something else, or ask for a person."
    ),
}
