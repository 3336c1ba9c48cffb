"""Whether a shopper's own words ask for something to be done to the cart or the order, and the numbers in them."""

from __future__ import annotations

import re

from agentpay_plugin.conversation.reading import Reading, Wish
from agentpay_plugin.language.rules import LEXICONS
from agentpay_plugin.language.words import fold, tokens

_ACTING = (
    Wish.BUY,
    Wish.CHANGE_QUANTITY,
    Wish.CHANGE_OPTION,
    Wish.REMOVE,
    Wish.EMPTY_CART,
    Wish.CHECK_OUT,
    Wish.PAY_BY,
    Wish.APPLY_PROMO,
    Wish.CHANGE_DETAILS,
    Wish.CHANGE_DELIVERY,
)
# Said to an assistant these ask for a deed, in whatever sentence they stand; folded. A word that says other things as
# well in one of our languages ("quite", "level") is not here.
_DEEDS = re.compile(
    r"\b(?:add|put|(?<!in )(?<!my )(?<!the )order|buy|take (?:it|this|that|these|those|the|one|two|three|\d+)|get me|give me"
    r"|i'?ll have|remove|drop|delete|swap|check ?out|ring (?:it|this) up|(?:let me|want to|like to|can i) pay|pay now"
    r"|adicion(?:a|ar|e|o)|coloc(?:a|ar|o)|coloque|poe|compr(?:a|ar|o|e|aria)|lev(?:a|ar|o|aria)|peg(?:a|ar|o|ue)"
    r"|retir(?:a|ar|e)|tir(?:a|ar)|remov(?:a|er)|troc(?:a|ar)|troque|finaliz(?:a|ar|e)|fechar (?:o )?pedido"
    r"|agreg(?:a|ar|ame|alo|ala|ue)|anad(?:e|ir|eme)|pon(?:me|er|lo|ga)?|llev(?:o|ar|arme|aria)|dame"
    r"|quit(?:a|ar|ame|alo|ala)|elimin(?:a|ar|e)|cambi(?:a|ar|ame|e)|quiero pagar|quero pagar)\b"
)


def acts(text: str, reading: Reading) -> bool:
    """Tell whether the words ask for a deed: then a model may do one for them, else it may only offer it."""
    names_pieces = bool(reading.variant_ids) and reading.quantity is not None
    return (
        reading.wish in _ACTING
        or reading.yes is True
        or names_pieces
        or _DEEDS.search(fold(text)) is not None
    )


def numbers_in(text: str) -> frozenset[int]:
    """Return the whole numbers that stand in a text, in figures or in the words of our languages."""
    figures = {int(found) for found in re.findall(r"(?<![\d.,])\d{1,4}(?![\d.,]*\d)", text)}
    words = tokens(text)
    named = {
        number
        for lexicon in LEXICONS.values()
        for word, number in lexicon.numbers.items()
        if word in words
    }
    return frozenset(figures | named)
