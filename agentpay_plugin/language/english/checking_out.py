"""What is asked on the way to an order: tax, what is due, the address, gift cards as money, instalments."""

from __future__ import annotations

_GIFT = r"(?:gift (?:card|cards|voucher|vouchers|certificate|certificates)|vouchers?|giftcards?|store credit)"

CHECKING_OUT: dict[str, tuple[str, ...]] = {
    "asks_tax": (
        r"(?:is|are|does|do|with|without|plus|including|incl|before|after|any|what about|how about|and|how much (?:is|are)|pay) (?:\w+ ){0,4}(?:sales )?(?:tax|taxes|vat)(?: (?:included|extra|added|in (?:that|it|the price)|on (?:that|it|top)|come on top))*",
        r"(?:tax|taxes|vat) (?:\w+ ){0,2}(?:incl|included|extra|added|on top)",
    ),
    "asks_details": (
        r"(?:do|does|will|would|why do|why does) (?:you|i|we|it|u) (?:\w+ ){0,3}(?:need|have|want|require|ask)(?: \w+){0,4} (?:address|e mail|email|mail|phone|phone number|zip|name|details)",
        r"(?:where|how|when) (?:do|can|should|will|to|would) (?:i |we |you )?(?:\w+ )?(?:put|give|enter|type|write|fill in|fill|tell|send|provide|add|ask for|set)(?: you)? (?:in )?(?:my |the |an |a )?(?:\w+ )?(?:address|email|mail|details|phone|zip)",
        r"(?:is|are) (?:my |an |a |the )(?:\w+ )?(?:address|details|email) (?:needed|necessary|required)",
    ),
    "asks_gift_card": (
        rf"(?:can|could|may|do|is it possible to|possible to|able to) (?:i |we |you |one )?(?:\w+ )?(?:pay|use|redeem|apply|take|accept|buy|split)(?: \w+){{0,5}} (?:with |by |using )?(?:a |another |my |the |some |your )?{_GIFT}",
        rf"(?:how|where) (?:do|can|to|does|would) (?:\w+ ){{0,2}}(?:use|redeem|apply|enter|pay with|put|work) (?:a |my |the |one of )?{_GIFT}",
        rf"(?:pay|paying) (?:\w+ ){{0,3}}(?:with|by|using) (?:a |another |my |the )?{_GIFT}$",
    ),
    "asks_installments": (
        r"(?:installment|installments|instalment|instalments|klarna|afterpay|buy now pay later)",
        r"(?:pay|split|spread) (?:\w+ ){0,4}(?:in|over|into) (?:\d+|two|three|four|five|six|ten|twelve|several|multiple|monthly) ?(?:payments|months|parts|times|rates)?$",
        r"(?:pay|paying) (?:it )?(?:monthly|by the month|in rates|in parts)",
    ),
    "with_delivery": (r"(?:shipping|delivery|postage|everything)",),
    "asks_due": (
        r"(?:how much|what) (?:do|will|would|must|should) i (?:owe|have to pay|need to pay|pay|be paying)(?: (?:you|now|in total|altogether|in all|then|for (?:it|this|that|everything|all)))*$",
        r"(?:how much|what) (?:is|does|would|will|s) (?:it|that|everything|all|all that|this|the whole thing|it all)(?: \w+){0,4}(?: \|)? (?:with|including|incl|plus|and) (?:the )?(?:shipping|delivery|tax|postage|everything)$",
        r"(?:how much|what) (?:is it|does it|will it|would it|does that|is that|is everything|does everything) (?:\w+ )?(?:come to|add up to|in total|altogether|all together|in all)(?: \w+){0,2}$",
        r"(?:is|are) (?:that|it|this|those) (?:\w+ )?(?:with|including|without) (?:the )?(?:shipping|delivery|postage)(?: (?:and|or) \w+)?$",
        r"(?:grand total|final price|final total|total amount)",
        r"total (?:\w+ )?(?:with|including|incl|plus|and) (?:the )?(?:shipping|delivery|tax|postage|everything)$",
    ),
    "asks_trust": (
        r"(?:how (?:do|can|would|could) i (?:know|be sure|trust|tell)|^is|^are|^so is|^are not|^can i|^should i)(?: \w+){0,6} (?:scam|scams|scammers?|fraud|fake (?:site|shop|store|website)|real (?:site|shop|store|website)|legit|legitimate|trustworthy|trusted|reputable)(?: \w+){0,2}$",
        r"(?:safe|secure) to (?:buy|order|shop|pay|purchase|enter|give)(?: \w+){0,6}$",
        r"(?:can|should|could|how can|how do|why should) i (?:really )?trust (?:you|this|the|your)(?: \w+){0,4}$",
    ),
    "asks_of_way": (
        r"how (?:fast|quick|quickly|soon|slow|reliable) (?:\w+ ){1,3}(?:express|standard|economy|courier|parcel)(?: \w+){0,2}",
        r"(?:is|are) (?:the )?(?:express|standard|economy|courier) (?:\w+ )?(?:worth|faster|reliable|safe|tracked|better)(?: it)?",
    ),
    "extra_fees": (r"(?:hidden|extra|additional|other|more|surprise) (?:fees?|costs?|charges?)",),
}
