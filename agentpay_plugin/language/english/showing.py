"""What is said of goods that are on the screen: which one is meant, which of them is more so, and others."""

from __future__ import annotations

from agentpay_plugin.language.english.fragments import PLEASE

_NO_GOODS = r"(?! (?:time|times|order|orders|purchase|day|days|week|weeks|month|year|half|step|class|floor|name|line|address|payment|hand|thing|size|color|thought|thoughts|price|delivery|message|question|floor|mail|and last)\b)"
_ONE = r"(?:one|product|item|option|result|choice)"
_LEAST = r"(?:cheapest|cheaper|least expensive|less expensive|lowest priced|most affordable)"
_MOST = r"(?:most expensive|dearest|priciest|highest priced|most costly)"
_ENDS = r"(?= \||$| (?:please|then|and|in|of|as|for|though|thanks|actually|i)\b)"
_SHOW = r"(?:(?:can|could|would) you |do you have |have you got |you got |got |show me |show |give me |let me |see |i want to |i would like to |are there |is there |what )"
_OF_THEM = r"of (?:them|these|those|the two|the three|both|all of them|the others)"


def _place(*names: str) -> tuple[str, ...]:
    """Return how one is called by its place: names of it in words and in figures."""
    name = rf"(?:{'|'.join(names)})"
    return (
        rf"(?:the|that|this|your) (?:very )?{name}(?: {_ONE})?{_NO_GOODS}",
        rf"{name} {_ONE}",
        rf"(?:number|option|item|product|result) {name}{_NO_GOODS}",
        rf"^{PLEASE}{name}(?: please)?$",
    )


SHOWING: dict[str, tuple[str, ...]] = {
    "place_1": (*_place("first", "1st"), r"(?:number|option|item|product|result) (?:1|one)"),
    "place_2": (*_place("second", "2nd"), r"(?:number|option|item|product|result) (?:2|two)"),
    "place_3": (*_place("third", "3rd"), r"(?:number|option|item|product|result) (?:3|three)"),
    "place_4": (*_place("fourth", "4th"), r"(?:number|option|item|product|result) (?:4|four)"),
    "place_5": (*_place("fifth", "5th"), r"(?:number|option|item|product|result) (?:5|five)"),
    "place_last": (
        rf"(?:the|that|this|your) last(?: {_ONE})?{_NO_GOODS}",
        rf"last {_ONE}",
        rf"^{PLEASE}last(?: please)?$",
    ),
    "other_one": (r"the other(?: one)?(?= \||$| (?:please|then|in|instead|costs?|cost|have)\b)",),
    "least_one": (
        rf"(?:the|that) {_LEAST}(?: (?:{_ONE}|{_OF_THEM}))+",
        rf"(?:the|that) {_LEAST}{_ENDS}",
        rf"^{PLEASE}{_LEAST}(?: {_ONE})?(?: please)?$",
    ),
    "most_one": (
        rf"(?:the|that) {_MOST}(?: (?:{_ONE}|{_OF_THEM}))+",
        rf"(?:the|that) {_MOST}{_ENDS}",
    ),
    "kind_one": (r"(?:the|that) (?P<what>\w+) one",),
    "least_price": (_LEAST,),
    "most_price": (_MOST, r"(?:highest(?: priced?)?|expensive(?: ones)?) first|high to low"),
    "goods_by_price": (rf"(?:the |your )?(?:{_LEAST}|{_MOST}) (?P<what>.{{1,60}})",),
    "any_goods": (r"(?:thing|things|product|products|item|items)",),
    "sorts": (
        r"(?:sort|sorted|order|ordered|rank|arrange)(?: (?:it|them|these|those|the|results|products|list))* by (?:the )?price",
        rf"(?:{_LEAST}|{_MOST}|lowest(?: price| priced)?|highest(?: price| priced)?) (?:ones )?first",
        r"(?:cheapest|cheap|low|lowest|least expensive) to (?:most )?(?:expensive|high|highest|dearest)|high to low",
        rf"^{PLEASE}by price$",
    ),
    # The things compared stand on the screen.
    "compares_shown": (
        r"(?:difference|differences|differ|compare|compared|comparison)(?: (?:is|are|there|between|of|among|for|me|do|does))*(?: (?:the|these|those|all|two|three|both|them|of|ones|2|3|other|each|others|products|items|from|to|with))*$",
        rf"which(?: (?:one|ones|product))?(?: {_OF_THEM})? (?:is|are|has|have|holds|lasts|weighs|costs|looks|feels|would|will|do|does|should|can|runs|keeps|gives|works|sells) .{{1,60}}",
        rf"which(?: one)?(?: {_OF_THEM})? (?:the )?(?:better|best|\w+er|\w+est)(?: .{{1,40}})?$",
        rf"(?:is|are|do|does|has|have) (?:any|one|either|some) {_OF_THEM} .{{1,60}}",
        rf"what is the {_LEAST}(?: {_ONE}| {_OF_THEM})*$",
        rf"what is the {_MOST}(?: {_ONE}| {_OF_THEM})*$",
    ),
    "compares_all": (
        r"(?:difference|differences|differ|compare|compared|comparison|better|best|recommend|suggest|choose|pick|prefer|should i)",
    ),
    "asks_of_it": (
        r"(?:do|does|did) (?:it|they|this|these|those) (?:really |also |even |actually )?(?:have|come)",
    ),
    "of_all": (
        r"(?:you (?:have|sell|offer|got)|in (?:the|your|this) (?:shop|store)|of (?:the|your) (?:whole )?(?:shop|store)|of everything)",
    ),
    "asks_more": (
        rf"^(?:(?:ok|okay|and|well|so|but|hmm|please) )*{_SHOW}+(?:some |any |the |a few )*(?:more|others|other|rest|next|different)(?: (?:of (?:them|those|these)|ones|options|models|products|items|kinds|types|styles|choices|ideas|stuff|please|do you have|have you got|you have|available|to choose from))*$",
        r"^(?:(?:ok|okay|and|well|so|but|hmm|please) )*(?:any|some) (?:more|others|other) ?(?:ones|options|models|choices|ideas|styles|kinds|types)?(?: please)?$",
        r"^(?:(?:ok|okay|and|well|so|but|hmm) )*others?$",
        r"^(?:(?:ok|okay|and|well|so|but|hmm) )*(?:more|other) (?:options|models|choices|ideas|ones|please|results)(?: please)?$",
        r"^(?:(?:ok|okay|and|well|so|but|hmm) )*(?:what|anything|something) else(?: (?:do you have|have you got|is there|you have|you got|in stock|please))*$",
        r"^(?:is that|are these|are those) (?:all|everything)(?: you (?:have|got))?$",
    ),
    "asks_like": (
        r"(?:something|anything|some|any|one|ones|others?|more|products?|items?|options?|have|got|show me|a|what is|what are|is there|are there|find me) (?:\w+ )?similar",
        r"(?:others|other ones|other|something|anything|more|ones|one|else|stuff|any|products|items|things) (?:just |exactly )?like (?:this|it|that|these|those|them)(?: one)?",
        r"(?:any|an|other|some|what) alternatives?|alternatives? (?:to|for) (?:this|it|that)",
        rf"^{PLEASE}(?:do you have |have you got |got |is there |show me |i want |i need )*(?:anything|something|one|any|a)(?: \w+)? (?:smaller|bigger|larger|lighter|heavier|warmer|thicker|thinner|wider|longer|shorter|softer|nicer|better|different|darker|brighter|stronger)(?: (?:one|ones))?(?: please)?$",
        rf"^{PLEASE}(?:smaller|bigger|larger|lighter|warmer|different) (?:one|ones)(?: please)?$",
    ),
    "asks_beside": (
        r"(?:what|which|anything|something|does|do|will|would) (?:\w+ ){0,5}(?:go|goes|pair|pairs|match|matches|wear|fits|work|works|combine|combines) (?:well |nicely |best |good )?with (?:it|this|that|these|them|those)(?: \w+)?$",
        r"(?:what|something|anything) (?:to|can i|should i|could i|do i|would you) (?:wear|combine|pair|match|style)(?: (?:it|this|that|these|them))?(?: with)?",
        r"(?:complete|finish) (?:the |my |this )?(?:look|outfit|set)",
        r"accessories (?:for|to) (?:it|this|that|these)",
    ),
    "asks_cheaper": (
        rf"(?:anything|something|any|got|have|is there|are there|show me|what about|need|want|find|looking for|but|similar)(?: \w+){{0,3}} (?:cheaper|less expensive|more affordable|less pricey|lower priced)(?! than)(?: (?:{_ONE}|ones|options|please|then|maybe|alternatives?|models?|version|similar|like (?:this|that|it)))*$",
        rf"^{PLEASE}(?:(?:a bit|a little|bit|maybe|something) )*(?:cheaper|less expensive)(?: ones| options)?(?: please)?$",
        r"(?:is|are) (?:this|it|that|these|those|they) (?:really )?the cheapest(?: (?:one|ones|you have))?$",
    ),
    # Said, not asked.
    "finds_dear": (
        r"(?:too|very|bit|rather|quite|so|it is|they are|bit too) (?:expensive|pricey|dear)(?: for me)?$",
        r"(?:too much|above my budget|over my budget|out of my budget|can not afford (?:it|that|this|them))$",
    ),
    # Asked, not said.
    "asks_if_all": (r"(?:only|just) (?:this|these|those|that|this one|that one|one|two)$",),
    "anything_that": (
        rf"^{PLEASE}(?:do you have |have you got |you got |got |is there |are there |i need |i want |i am looking for |looking for |show me |find me )*(?:anything|something|stuff|things)(?: (?:that is|that are|which is|that|really|very|nice and))? (?!else|more|other|like|similar|for my|for me)(?P<what>(?:\w+ ){{0,3}}\w+)$",
        rf"^{PLEASE}(?:any )?(?P<what>\w{{4,}}) (?:stuff|things|products|items)$",
    ),
    # Whatever there is but for what is named.
    "avoids_all": (
        r"(?:anything|something|everything|whatever|stuff|things|gifts?|presents?|any|any (?:color|size|kind|other)|all)(?: (?:else|that|which))? (?:but|except|except for|excluding|other than|besides|apart from|is not|are not|not|no|rather than|instead of)(?: (?:a|an|any|more|the|too|for))* (?P<what>.{1,40})",
        rf"^{PLEASE}(?:no|not)(?: (?:more|any|a|an|the))* (?P<what>.{{1,40}}?)(?: please)?(?: \|)?(?: (?:but|rather|maybe|just|show me))* (?:something|anything) (?:else|different|other)",
    ),
    "avoids": (
        r"(?:but|and|just|only|please) (?:not|no|nothing)(?: (?:a|an|any|in|more|the))* (?P<what>.{1,40})",
        rf"^{PLEASE}(?:no|not|except|except for|excluding|anything but|but not|but no|and not|and no|nothing with|just not|just no)(?! (?:i|we|he|she|it|they|you|this|that|these|those|just|only|let|make|show|give|the) )(?: (?:a|an|any|more|the|another))* (?P<what>.{{1,40}})",
        r"(?:do|does|did) not (?:want|like|drink|eat|wear|fancy|use)(?: (?:a|an|any|more|the|another|to drink|to wear))* (?P<what>.{1,40})",
        r"(?:already (?:has|have|got|owns?)|(?:has|have) (?:got )?enough|sick of|tired of|hates?|is not into|is not a fan of)(?: (?:a|an|any|enough|lots of|many|so many|of|too many))* (?P<what>.{1,40})",
    ),
}
