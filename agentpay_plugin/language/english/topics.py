"""What a question about a product is about, by the words in it; the first that fits counts."""

from __future__ import annotations

from agentpay_plugin.conversation.reading import Topic
from agentpay_plugin.language.english.fragments import THIS

TOPICS: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    (
        Topic.PAYMENT,
        (
            r"(?:you|u)(?: guys)? (?:accept|take|support)(?: \w+){0,3} (?:apple pay|google pay|paypal|venmo|zelle|card|cards|cash|crypto|klarna|bank transfer)",
            r"how long (?:do|have) i (?:have|got)? ?to pay|(?:until when|when) (?:can|must|should) i pay|when does (?:it|the payment|the link) expire",
            r"(?:another|other|different|alternative) (?:way|ways|method|methods|option|options) (?:to|of|for) (?:pay|paying|payment)|pay (?:in )?(?:another|a different|some other) way|pay differently",
            r"(?:how|where) (?:can|do|could|should|to|would|will|may) (?:i |we |you |one )?(?:pay|make (?:a|the) payment)",
            r"(?:can|could|may|do|should|must) i (?:\w+ )?pay (?:by|with|in|via|using|on|at|when|through|after|later|cash|it|for|upon)",
            r"(?:payment|pay) (?:method|methods|option|options|mode|modes|type|types|plan|plans)",
            r"(?:do|can|would|will) you (?:guys )?(?:accept|take|support) (?:\w+ ){0,6}(?:card|cards|visa|mastercard|amex|paypal|pix|cash|money|check|checks|crypto|bitcoin|upi|pay|payment|payments|klarna)",
            r"(?:accept|accepts|accepted|take) (?:\w+ )?(?:card|cards|visa|mastercard|amex|paypal|pix|cash|crypto|bitcoin)",
            r"(?:cash on delivery|emi|installment|installments|instalments|in rates)",
            r"(?:is|can) (?:it|this|paying|check out|the check out|the site|the shop|payment|the payment|my card|my data) (?:really |totally |completely |100 |all |even )?(?:safe|secure|secured)(?: (?:to pay|payment|here|by|with)(?: \w+){0,6})?",
            r"(?:is )?(?:apple pay|google pay|paypal|pix|credit card|debit card|card|cash|cod|visa) (?:ok|accepted|possible|available|allowed|payment|payments)",
            r"which cards",
            r"(?:possible|able|allowed) to pay (?:with|by|via|using|in|on|cash)",
        ),
    ),
    (
        Topic.RETURNS,
        (
            r"(?:return|returns|returned|returnable|returning|refund|refunds|refundable|refunded|exchange|exchanges|exchanged|exchangeable|replacement)",
            r"(?:money back|send (?:it|them|this) back|give (?:it|them) back|change my mind)",
        ),
    ),
    (
        Topic.DELIVERY,
        (
            r"(?:deliver|delivers|delivery|deliveries|deliverable|shipping|ships|postage)",
            r"(?:do|does|can|could|will|would|are|is) (?:you|it|this|they|these|that) (?:\w+ ){0,6}(?:ship|shipped|shipping|delivered|send|sent|arrive|post)",
            r"(?:ship|send|delivered) (?:\w+ ){0,6}(?:to|in|within|by|at|abroad|internationally|overseas|worldwide)",
            r"(?:how (?:long|soon|fast|quickly|many days)|when|how much time) (?:\w+ ){0,6}(?:arrive|arrives|get (?:it|them|here|to|my)|receive|reach|reaches|come|be here|take)",
            r"(?:pin code|pin codes|pincode|pick up|pickup|collect it|collection point|pick it up)",
        ),
    ),
    (
        Topic.OPTIONS,
        (
            r"(?:what|which|how many|any|all|other|different|more|the|available) (?:\w+ )?(?:sizes|color|flavor|options|variants|versions|formats|kinds|types|styles|models)",
            r"(?:what|which|any other|another|different) (?:\w+ )?(?:size|color|flavor|format|variant|version)(?! (?:chart|guide))",
            r"^(?:the )?(?:sizes|size|color|flavor|options|variants|formats|flavors)(?: (?:and|or) \w+)?(?: please)?$",
            r"(?:sizes|colors|flavors|options|variants)",
            r"(?:come|comes|available) in (?:what|which|other|different|more|any)",
            r"(?:what|how) about (?:the )?(?:size|sizes|color|flavor)",
            r"(?:sizes|color|flavor) (?:do|does|are|is|you)",
        ),
    ),
    (
        Topic.STOCK,
        (
            r"(?:in stock|out of stock|sold out|availability|available|stock|restock|restocked|unavailable|back in)",
            r"how many (?:can|could|may) (?:i|we|you|one) (?:buy|order|get|have|take|add)",
            r"how many (?:\w+ ){0,6}(?:left|have|are there|in stock|remain|remaining)",
            r"(?:any|some|many) (?:\w+ )?(?:left|remaining)",
            rf"(?:do|does|have) (?:you|u|they|it) (?:guys )?(?:still |also )?(?:have|got|come|comes) (?:{THIS}|in|size)",
            r"(?:is|are) (?:there|this|it|they|these) (?:a|an|any|still|one)?(?: \w+)? ?(?:left|there)",
            r"does it (?:also )?come in",
        ),
    ),
    (
        Topic.PRICE,
        (
            r"how much(?: money)? (?:is|are|was|does|do|would|will|for|it|this|that|these|those|they|the|cost|costs|in total|you|a|an|1|2|3|\|)(?! \w+ (?:weigh|hold|take|last|contain))",
            r"^(?:\w+ )?how much(?: please| sir)?$",
            r"(?:price|cost|costs|costing|cheaper|cheapest|how expensive|how cheap|(?:is|are) (?:it|this|they) (?:expensive|cheap))",
            r"(?:how many|what is the) (?:cost|price|prices|rate|charge)",
            r"^(?:the )?rate(?: please)?$",
            r"what (?:do|does|would|will) (?:you|it|this|they) (?:charge|cost)",
            r"fees",
            r"(?:set|sets) me back|what is the (?:damage|going rate|tag|price tag)|(?:pricey|pricy)",
            r"what (?:are you|do you|are they|do they) (?:asking|ask|want|charging)(?: me)? for",
            r"(?:how many|how much|what) (?:\w+ ){0,2}(?:bucks|do i owe(?: you)?|would i owe(?: you)?|would i (?:be )?pay(?:ing)?)",
            r"how much \d+ \w+(?: price)?",
        ),
    ),
    (
        Topic.OTHER,
        (
            r"(?:discount|discounts|offer|offers|sale|promotion|promotions|coupon|coupons|deal|deals|\d+ ?off)",
            r"(?:side effect|side effects|dosage|dose|benefit|benefits|ingredients|genuine|authentic|authenticity|original|halal|vegan|organic|gluten|allergen|allergens|compatible|compatibility|waterproof|washable|dishwasher|machine washable|suitable|safe|durable|original)",
            r"(?:difference|differences|differ|different|compare|comparison|versus|vs) (?:\w+ ){0,6}(?:between|from|and|with|to|in)",
            r"which (?:one |product |is |are |\w+ )?(?:is |are |product )?(?:the )?(?:better|best|good)",
            r"(?:what|which) (?:is|are) (?:the )?(?:best|better)",
            r"(?:how (?:to|do i|do you|should i|can i) (?:use|wash|clean|take|wear|assemble|install|consume|care|apply|store|check|fit)|wash care|care instructions|instructions)",
        ),
    ),
    (
        Topic.DESCRIPTION,
        (
            r"(?:tell|show|give|send|share|provide)(?: me| us)? (?:\w+ )?(?:more|about|details|information|info|description|specs|specifications)(?: (?:about|on|of|for) (?:\w+ ){0,6}\w+)?",
            r"(?:more|some|any|the|full) (?:\w+ )?(?:details|information|info|description|specs|specifications)",
            r"(?:describe|description|specs|specification|specifications|features|details)",
            r"what (?:is|are) (?:this|it|these|they)(?: (?:about|like|for|exactly|product|thing))?$",
            r"(?:how does (?:it|this) (?:look|work)|what does (?:it|this) (?:look like|do))",
        ),
    ),
)

ATTRIBUTE_QUESTIONS: tuple[tuple[str, str], ...] = (
    (
        r"(?:wash|washed|washing|washable|clean|cleaned|cleaning|care instructions|iron|ironed|tumble dry|dishwasher|washer|look after|laundry)",
        "care",
    ),
    (
        r"made (?:of|from|out of|with|up of)|what (?:is|are) (?:it|this|they|these) of",
        "material",
    ),
    (r"(?:material|materials|fabric|fabrics|textile|composition)", "material"),
    (r"(?:made in|made at|come from|comes from|where .{0,20}made|manufactured)", "origin"),
    (r"(?:brand|brands|who (?:makes|made|produces|is the manufacturer)|manufacturer)", "brand"),
    (r"(?:color|shade|shades)", "color"),
    (r"(?:size|sizes|sizing)", "size"),
    (r"(?:flavor|taste|tastes)", "flavor"),
    (
        r"(?:volume|capacity|how many (?:ml|milliliters|liters|litres)|how much (?:does|do) (?:it|they) hold)",
        "volume",
    ),
    (r"(?:weight|weigh|weighs|how heavy)", "weight"),
    (
        r"(?:dimension|dimensions|measurement|measurements|how (?:big|tall|wide|long|large|high) (?:is|are)|width|height|length)",
        "dimensions",
    ),
    (r"(?:author|writer|artist|who wrote|written by)", "author"),
    (r"(?:publisher|published by)", "publisher"),
    (r"(?:format|formats|medium)", "format"),
    (
        r"(?:ingredient|ingredients|nutrition|nutritional|calories|contain|contains)",
        "ingredients",
    ),
    (r"(?:warranty|warranties|guarantee|guaranteed)", "warranty"),
    (
        r"(?:expiry|expire|expires|expired|expiration|shelf life|best before|pull date)",
        "expiry",
    ),
)
