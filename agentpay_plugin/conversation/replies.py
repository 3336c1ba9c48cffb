"""Short makers of the parts that most replies are built of."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.goods import Cart
from agentpay_plugin.conversation.parts import (
    Notice,
    NoticeKind,
    Param,
    Part,
    Phrase,
    QuickReplies,
    QuickReply,
    Tap,
    Text,
)
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import PayMethod
from agentpay_plugin.conversation.state import Action, Step

FREE = PayMethod("free")  # of a quote that leaves nothing to pay

CHECK_OUT = QuickReply(Phrase(Say.LABEL_CHECK_OUT), Tap.CHECK_OUT)
TRY_AGAIN = QuickReply(Phrase(Say.LABEL_TRY_AGAIN), Tap.CHECK_OUT)
SHOW_CART = QuickReply(Phrase(Say.LABEL_SHOW_CART), Tap.SHOW_CART)
CHECK_PAYMENT = QuickReply(Phrase(Say.LABEL_CHECK_PAYMENT), Tap.CHECK_PAYMENT)
CANCEL_PAYMENT = QuickReply(Phrase(Say.LABEL_CANCEL_PAYMENT), Tap.CANCEL_PAYMENT)
PERSON = QuickReply(Phrase(Say.LABEL_PERSON), Tap.ASK_PERSON)
# A tap on a text reply sends its label as the shopper's words.
YES = QuickReply(Phrase(Say.LABEL_YES), Tap.TEXT)
WANT_IT = QuickReply(Phrase(Say.LABEL_BUY), Tap.TEXT)
ASK_OPTIONS = QuickReply(Phrase(Say.LABEL_OPTIONS), Tap.TEXT)
ASK_DELIVERY = QuickReply(Phrase(Say.LABEL_DELIVERY), Tap.TEXT)

_PAY_LABELS = {"card": Say.LABEL_PAY_CARD, "pix": Say.LABEL_PAY_PIX}


def text(say: Say, **params: Param) -> Text:
    return Text(Phrase(say, params))


def info(say: Say, **params: Param) -> Notice:
    return Notice(NoticeKind.INFO, Phrase(say, params))


def problem(say: Say, **params: Param) -> Notice:
    return Notice(NoticeKind.PROBLEM, Phrase(say, params))


def quick(*replies: QuickReply) -> QuickReplies:
    return QuickReplies(replies)


def pay_replies(cart: Cart, methods: tuple[PayMethod, ...]) -> QuickReplies:
    """Return one button per way to pay; its argument is the method."""
    return QuickReplies(tuple(_pay_reply(cart, method) for method in methods))


def _pay_reply(cart: Cart, method: PayMethod) -> QuickReply:
    if method == FREE:
        return QuickReply(Phrase(Say.LABEL_PLACE_ORDER), Tap.PAY, method.id)
    if method.id in _PAY_LABELS:
        label = Phrase(_PAY_LABELS[method.id], {"total": cart.total})
        return QuickReply(label, Tap.PAY, method.id)
    label = Phrase(Say.LABEL_PAY_OTHER, {"total": cart.total, "method": method.id})
    return QuickReply(label, Tap.PAY, method.id)


def after(parts: tuple[Part, ...], step: Step, action: Action | None = None) -> Step:
    """Return `step` with `parts` said before its own, and its action replaced if one is given."""
    return replace(step, parts=parts + step.parts, action=step.action if action is None else action)
