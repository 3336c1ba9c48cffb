"""What is said to ask about goods and to look for them."""

from __future__ import annotations

from agentpay_plugin.language.english.fragments import ASK_YOU, PLEASE

ASKING: dict[str, tuple[str, ...]] = {
    "asks": (
        r"^(?:the )?(?:delivery|shipping) (?:time|times|cost|costs|fee|fees|charge|charges|options|price|date|policy)(?: please)?$",
        rf"^{PLEASE}(?:what|which|when|where|why|how|who|whose|is|are|was|were|does|do|did|can|could|will|would|shall|should|may|has|have|had|any|am)",
        r"(?:what|which|when|where|how|whether|why) (?:\w+ ){0,6}(?:is|are|do|does|can|will|would|should|to|much|many|long)",
    ),
    "inquires": (
        rf"^{PLEASE}(?:what|which|when|where|why|how|who|whose|is|are|was|were|does|do|did|has|should|shall|am)",
    ),
    "wonders": (
        r"(?:may|can|could|want|like|need|have|please|let me|you|i) (?:i |to |me )?know",
        r"(?:let me know|wondering|wonder|curious|question|questions|queries|query|ask about|asking|interested to know|any idea|tell (?:me|us)|details|information|info)",
        r"(?:available|availability) ?(?:or not)?$",
        r"or not$",
    ),
    "about_goods": (
        r"(?:it|this|these|those|they|them|that|its|one|product|products|item|items|model|version|brand)",
        r"(?:fit|fits|fitting|last|lasts|battery|replaceable|removable|removed|replaced|adjustable|useful|helpful|appropriate|required|recommended|included|includes|contain|contains|work|works|wash|washed|surface|sturdy|soft|thick|thin|heavy|light|strong|better|best)",
        r"\w+ or \w+$",
        r"(?:which|what) (?:one )?(?:to|should i) (?:choose|take|buy|get)",
        r"(?:i|we|my \w+) (?:\w+ ){0,6}(?:use|wear|wash|fit|take|consume|choose|need|order|buy)",
        r"(?:difference|warranty|ingredients|washable|waterproof|dishwasher|compatible|genuine|original|authentic|dosage|expiry|suitable|cotton|leather|wool|size|material)",
        r"how to (?:use|wash|clean|wear|take|check|assemble|choose|consume)",
    ),
    "requests": (rf"{ASK_YOU}\w+", r"(?:can|could|may) (?:i|we) (?:please )?\w+"),
    "conditions": (
        r"(?:if|before|after|when|once|unless|until) (?:i|we|you) (?:\w+ )?(?:buy|order|purchase|take|get|pay|buying|ordering|paying)",
        r"(?:before|after|without) (?:buying|ordering|purchasing|paying)",
        r"(?:should|shall|which|what) (?:\w+ ){0,6}(?:i|we) (?:should )?(?:buy|order|purchase|take|get|choose)",
        r"(?:about|thinking (?:about|of)|considering|worth|regret|before|safe to) (?:buying|ordering|purchasing|buy|order|purchase|getting)",
        r"(?:who|people|anyone|others|customers|everyone|somebody|did you|have you) (?:\w+ )?(?:purchase|purchased|buy|bought|order|ordered)",
        r"(?:buy|take|order|purchase) (?:\w+ ){0,4}if",
        r"but (?:it is |that is |this is )?(?:too|so) (?:expensive|much|big|small|late)",
        r"would you (?:\w+ )?(?:buy|take|choose) (?:it|this|that|one|these|those)",
        r"(?:might|may|maybe|perhaps) (?:i )?(?:\w+ )?(?:buy|order|purchase|take)",
        r"(?:not sure|unsure|undecided|do not know|not decided|have not decided)",
    ),
    "lists_goods": (
        r"(?:what|which) (?P<what>\w+(?: \w+)?) (?:do you (?:have|sell|stock|carry|offer)|have you got|you got)(?: in stock)?$",
    ),
    "searches": (
        r"(?:looking|searching|search|look) for (?P<what>.{1,80})",
        r"(?:show|find|recommend|suggest)(?: me| us)? (?P<what>.{1,80})",
        r"(?:do|does|did) (?:you|they|u) (?:guys |all |also |still |even |happen to )*(?:have|sell|stock|carry|offer|got|keep) (?P<what>.{1,80})",
        rf"^{PLEASE}you (?:guys |also )?(?:have|sell|stock|carry|got) (?P<what>.{{1,80}})",
        r"(?:like|want|love) to (?:see|look at|browse) (?P<what>.{1,80})",
        r"have you (?:guys )?(?:got|any) (?P<what>.{1,80})",
        r"(?:is|are) there (?:any |some |a |an )(?P<what>.{1,80})",
        r"got any (?P<what>.{1,80})",
        rf"^{PLEASE}any (?P<what>.{{1,80}})",
        r"(?:what|which) (?P<what>.{1,80}?) (?:do you (?:have|sell|stock|carry|offer)|are there|have you got)",
        rf"^{PLEASE}(?:is|are) (?:there )?(?P<what>.{{1,80}}?) (?:is )?(?:available|in stock)(?: or not)?",
        rf"^{PLEASE}(?P<what>(?:\w+ ){{1,7}}?)(?:is |are )?available(?: or not)?$",
        r"(?:what is |how much is |tell |need |the )*(?:price|cost|price range) (?:of|for) (?P<what>.{1,80})",
        r"what else do you (?:have|sell)(?P<what>)",
        r"(?:show|see|browse)(?: me)? (?:your |all |the |other )*(?:products|items|catalog|catalogue|collection|goods)(?P<what>)",
    ),
    "has_goods": (
        r"(?:looking|searching|search|look) for \w+",
        r"(?:show|find|recommend|suggest)(?: me| us)? \w+",
        r"(?:do|does|did) (?:you|they|u) (?:guys |all |also |still |even |happen to )*(?:have|sell|stock|carry|offer|got|keep) \w+",
        rf"^{PLEASE}you (?:guys |also )?(?:have|sell|stock|carry|got) \w+",
        r"(?:like|want|love) to (?:see|look at|browse) \w+",
        r"have you (?:guys )?(?:got|any) \w+",
        r"got any \w+",
        r"(?:what|which) \w+(?: \w+)? (?:do you (?:have|sell|stock|carry|offer)|have you got)",
        r"what else do you (?:have|sell)",
        r"(?:show|see|browse)(?: me)? (?:your |all |the |other )*(?:products|items|catalog|catalogue|collection|goods)",
        rf"^{PLEASE}any (?:other )?\w+",
    ),
    "elsewhere": (
        r"(?:my|your) (?:hobby|hobbies|age|name|friend|friends|house|phone|alarm|flight|bank|credit|goals|agent|agents)",
        r"(?:weather|traffic|joke|jokes|recipe|recipes|alarm|timer|reminder|reminders|remind|meeting|meetings|overdraft|movie|song|vacation|flight|hobby|hobbies|store|stores|franchise|affiliate|language|languages|company|office|located|headquarters|a text|text message|what time|the time|the date|how is it going|how are you|how do you do)",
        r"(?:i|we) (?:want|would like|like|need) to (?:sell|return|complain|talk|speak|raise|open|work|sign)",
    ),
    "about_us": (
        r"(?:are you|am i (?:talking|speaking|chatting)|who (?:are|made|created|designed|built) you|who you are|your age|you born|you were|you understand|i am saying)",
    ),
}
