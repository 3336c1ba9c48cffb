"""The English words. Data only; how they are used stands in rules.py and its neighbours."""

from __future__ import annotations

from agentpay_plugin.conversation.reading import Topic
from agentpay_plugin.language.lexicon import Lexicon

_NOT = {
    f"{auxiliary}{ending}": f"{auxiliary} not"
    for auxiliary in "do does did is are was were have has had could would should must".split()
    for ending in ("n't", "nt")
}
_WILL = {
    f"{who}{end}": f"{who} {word}"
    for who in "i you he she we they it that this what where how when who there".split()
    for end, word in (
        ("'ll", "will"),
        ("'d", "would"),
        ("'re", "are"),
        ("'ve", "have"),
        ("'s", "is"),
    )
}
_SPELLINGS = {
    **_NOT,
    **_WILL,
    **{"i'm": "i am", "im": "i am", "let's": "let us", "lets": "let us", "ive": "i have"},
    **{"can't": "can not", "cant": "can not", "cannot": "can not", "won't": "will not"},
    **{"wont": "will not", "wan't": "want", "ain't": "is not", "shan't": "shall not"},
    **{"whats": "what is", "wheres": "where is", "hows": "how is", "thats": "that is"},
    **{"wanna": "want to", "gonna": "going to", "gimme": "give me", "lemme": "let me"},
    **{"dunno": "do not know", "gotta": "have to", "doesnot": "does not", "didnot": "did not"},
    **{"u": "you", "ur": "your", "r": "are", "y": "why", "ya": "yes", "yaa": "yes"},
    **dict.fromkeys(("pls", "plz", "plss", "pleas", "kindly", "plese"), "please"),
    **dict.fromkeys(("wants", "wanted", "wanting", "wnt"), "want"),
    **dict.fromkeys(("thx", "tnx", "ty", "thankyou", "thanku", "thankuhh", "cheers"), "thanks"),
    **dict.fromkeys(("hii", "hiii", "hiiii", "hy", "hlo", "hlw", "hloo", "helo"), "hi"),
    **dict.fromkeys(("hellow", "helloo", "hellooo", "xhlo", "heyy", "heya"), "hi"),
    **dict.fromkeys(("yeah", "yep", "yup", "yess", "yea", "👍"), "yes"),
    **dict.fromkeys(("nope", "nah", "noo", "👎"), "no"),
    **dict.fromkeys(("okay", "okey", "ohk", "okk", "k", "okie"), "ok"),
    **dict.fromkeys(("ordr", "oder", "oredr"), "order"),
    **dict.fromkeys(("orderd", "orderred", "ordred"), "ordered"),
    **dict.fromkeys(("deliverd", "dilivered", "delivred", "delievered"), "delivered"),
    **dict.fromkeys(("delivary", "delievery", "dilivery"), "delivery"),
    **dict.fromkeys(("recieve", "recive", "receve"), "receive"),
    **dict.fromkeys(("recieved", "recived", "receved"), "received"),
    **dict.fromkeys(("prise", "prize", "prices", "pricing", "proce"), "price"),
    **dict.fromkeys(("availanle", "availble", "avail", "avaliable", "avaible"), "available"),
    **dict.fromkeys(("availability", "availabilities", "instock"), "availability"),
    **dict.fromkeys(("purchse", "purchace"), "purchase"),
    **dict.fromkeys(("paiment", "payement"), "payment"),
    **dict.fromkeys(("diffrence", "differnce", "differance"), "difference"),
    **dict.fromkeys(("colour", "colours", "colors", "colur", "colure"), "color"),
    **dict.fromkeys(("flavour", "flavours", "flavors"), "flavor"),
    **dict.fromkeys(("t-shirt", "tshirt", "tshirts"), "t shirt"),
    **dict.fromkeys(("qty", "quantities"), "quantity"),
    **{"knw": "know", "kno": "know", "abt": "about", "bcoz": "because", "msg": "message"},
    **{"checkout": "check out", "hav": "have", "hv": "have", "wat": "what", "wen": "when"},
    **{"thankful": "thanks", "grey": "gray", "cancelled": "canceled", "cancelling": "canceling"},
}

_THIS = (
    r"(?:it|this|that|these|those|them|(?:the|this|that|these|your|those|one) (?:\w+ )?\w+|1|one)"
)
_PLEASE = r"(?:(?:please|hi|hello|hey|ok|yes|so|and|also|but|then|well|sir|sure|actually|just|now|no|great|perfect|cool|good|alright|right|fine) )*"
_I = r"(?:i(?: i)?|we|me)"
_WOULD = r"(?:(?:would|will|do|really|just|also|actually|definitely|went|am|are|have|now|still) )*"
_WANT = (
    r"(?:want|need|wish|like|love|prefer|require|going|go|ready|willing|planning|interested|happy)"
)
_ASK_YOU = r"(?:can|could|will|would) you (?:please |also |just |maybe |kindly )*"
_BUY = r"(?:buy|purchase|order|reorder|repurchase|book|get|take|grab|have)"
_SURELY_BUY = r"(?:buy|purchase|order|reorder|repurchase)"
_GOODS = r"(?:order|orders|package|packages|parcel|parcels|shipment|purchase|delivery|product|products|item|items|stuff|goods|things|mattress)"

ENGLISH = Lexicon(
    locale="en",
    spellings=_SPELLINGS,
    endings=("'s", "'"),
    plurals=(("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("ss", "ss"), ("s", "")),
    stop=frozenset(
        "a an the this that these those it its they them he she we i you me my your our their his her "
        "is are was were be been being am do does did have has had can could will would shall should "
        "may might must of to in on at for from by with without about into as and or but if so than "
        "then not no yes ok there here what which who when where why how please thanks want need like "
        "get take buy order some any one ones more other also too just only really very all both "
        "still now new".split()
    ),
    polite=frozenset(
        "please thanks thank you hi hello hey ok yes no sir madam maam guys bro friend so and then "
        "well just hmm um oh great cool perfect only the in a an i would like want take will it one "
        "me for now sure alright too also".split()
    ),
    pronouns=frozenset("it this that these those them one ones same both all".split()),
    numbers={
        word: number
        for number, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve".split()
        )
    },
    number_phrases={
        "half a dozen": 6,
        "half dozen": 6,
        "a dozen": 12,
        "one dozen": 12,
        "two dozen": 24,
        "dozen": 12,
        "a couple": 2,
        "couple": 2,
        "both": 2,
    },
    units=frozenset(
        "x piece pieces pc pcs unit units item items pair pairs pack packs packet packets bottle "
        "bottles box boxes copy copies can cans bag bags set sets nos qty quantity times more of "
        "each tin tins jar jars case cases".split()
    ),
    measures=frozenset(
        "day days week weeks month months year years yr yrs hour hours hrs minute minutes min am pm "
        "kg kgs g gram grams lb lbs pound pounds oz ounce ounces mg mcg ml l liter liters litre litres "
        "cm mm m meter meters metre metres inch inches in ft feet foot km mile miles gb mb tb hz ghz "
        "watt watts w v volt volts amp amps star stars st nd rd th old people person players percent "
        "dollar dollars euro euros usd eur pln brl zloty star o'clock degrees capsules tablets tabs "
        "user users thread installments times".split()
    ),
    number_names=frozenset(
        "order number no room apartment apt flat floor street st zip code postcode postal pin phone "
        "tel version v model type age aged iphone area building house box mail on since after before "
        "until till by at am pm march april may june july january february august september october "
        "november december size in # is are was for street".split()
    ),
    streets=frozenset(
        "street st road rd avenue ave way lane ln drive boulevard blvd square court place strasse "
        "str platz rua calle avenida via rue building floor".split()
    ),
    quantity_names=frozenset("quantity amount count x times".split()),
    not_quantity=(r"(?:i|he|she|they|we|you) (?:am|is|are)", r"my \w+ is(?: a)?", r"than", r"minus"),
    negations=(
        r"(?:not|never|no|without|except|but not|anything but|instead of|rather than)"
        r"(?: (?:the|a|an|in|size|color|any|want|like|need|take|get|it|that|this|be|to|buy|order|really|one|have|come))*",
    ),
    gives_up=frozenset(
        tuple(words.split())
        for words in ("to", "| no", "| no |", "| sorry |", "no |", "| actually", "| i mean", "| or rather")
    ),
    articles=frozenset("in a an the with".split()),
    inside=frozenset({"in"}),
    option_cues=frozenset(
        "in size sizes a an the and or number color colour of want take need have get like prefer "
        "is wear wearing x about to make it choose pick order add buy please 1 2 3 4 5 6 7 8 9 10 "
        "one two three four five six |".split()
    ),
    option_aliases={
        **dict.fromkeys(("extraextrasmall", "doubleextrasmall", "2xs"), "xxs"),
        **dict.fromkeys(("extrasmall", "xsmall", "xsm"), "xs"),
        **dict.fromkeys(("small", "sm", "smal"), "s"),
        **dict.fromkeys(("medium", "med", "mediun"), "m"),
        **dict.fromkeys(("large", "lg", "lrg"), "l"),
        **dict.fromkeys(("extralarge", "xlarge", "xlg"), "xl"),
        **dict.fromkeys(("2xl", "2x", "doublexl", "extraextralarge", "xxlarge", "2xlarge"), "xxl"),
        **dict.fromkeys(("3xl", "3x", "triplexl", "xxxlarge", "3xlarge"), "xxxl"),
        **dict.fromkeys(("4xl", "4x", "xxxxlarge"), "xxxxl"),
        **dict.fromkeys(("5xl", "5x"), "xxxxxl"),
        "gray": "grey",
        "1size": "onesize",
    },
    sizes=frozenset("xxs xs s m l xl xxl xxxl xxxxl xxxxxl".split()),
    colours=frozenset(
        "black white red blue green yellow orange purple pink brown gray grey beige navy turquoise "
        "teal violet magenta maroon burgundy gold golden silver khaki olive cream ivory lilac mint "
        "cyan bronze copper charcoal lavender coral tan indigo".split()
    ),
    before_one=frozenset(
        "take add want need just only buy order get like have give me send purchase be is make it "
        "to please with quantity yes ok prefer for".split()
    ),
    one_of=frozenset("one ones version colour color variant option model please too also".split()),
    attributes={
        "material": frozenset("material materials fabric textile cloth composition".split()),
        "color": frozenset("color colour shade".split()),
        "size": frozenset("size sizes sizing".split()),
        "flavor": frozenset("flavor flavour taste".split()),
        "brand": frozenset("brand brands manufacturer maker vendor label".split()),
        "volume": frozenset("volume capacity".split()),
        "weight": frozenset("weight".split()),
        "dimensions": frozenset("dimension dimensions measurements width height length".split()),
        "author": frozenset("author writer artist".split()),
        "publisher": frozenset("publisher".split()),
        "format": frozenset("format formats medium".split()),
        "ingredients": frozenset("ingredients ingredient nutrition".split()),
        "warranty": frozenset("warranty guarantee".split()),
        "origin": frozenset("origin country".split()),
        "expiry": frozenset("expiry expiration".split()),
    },
    attribute_questions=(
        (r"made (?:of|from|out of|with|up of)|what (?:is|are) (?:it|this|they|these) of", "material"),
        (r"(?:material|materials|fabric|fabrics|textile|composition)", "material"),
        (r"(?:made in|made at|come from|comes from|where .{0,20}made|manufactured)", "origin"),
        (r"(?:brand|brands|who (?:makes|made|produces|is the manufacturer)|manufacturer)", "brand"),
        (r"(?:color|shade|shades)", "color"),
        (r"(?:size|sizes|sizing)", "size"),
        (r"(?:flavor|taste|tastes)", "flavor"),
        (r"(?:volume|capacity|how many (?:ml|milliliters|liters|litres)|how much (?:does|do) (?:it|they) hold)", "volume"),
        (r"(?:weight|weigh|weighs|how heavy)", "weight"),
        (r"(?:dimension|dimensions|measurement|measurements|how (?:big|tall|wide|long|large|high) (?:is|are)|width|height|length)", "dimensions"),
        (r"(?:author|writer|artist|who wrote|written by)", "author"),
        (r"(?:publisher|published by)", "publisher"),
        (r"(?:format|formats|medium)", "format"),
        (r"(?:ingredient|ingredients|nutrition|nutritional|calories|contain|contains)", "ingredients"),
        (r"(?:warranty|warranties|guarantee|guaranteed)", "warranty"),
        (r"(?:expiry|expire|expires|expired|expiration|shelf life|best before|pull date)", "expiry"),
    ),
    vague=frozenset(
        "other another different same right wrong correct bigger smaller larger next new my your any "
        "which what best whole standard regular exact good nice common size sizes first second last "
        "favorite favourite perfect full normal usual particular specific certain every each all two "
        "more some that this available only".split()
    ),
    pair=frozenset({"pair"}),
    ranges=frozenset({"or"}),
    topics=(
        (
            Topic.PAYMENT,
            (
                r"(?:how|where) (?:can|do|could|should|to|would|will|may) (?:i |we |you |one )?(?:pay|make (?:a|the) payment)",
                r"(?:can|could|may|do|should|must) i (?:\w+ )?pay (?:by|with|in|via|using|on|at|when|through|after|later|cash|it|for|upon)",
                r"(?:payment|pay) (?:method|methods|option|options|mode|modes|type|types|plan|plans)",
                r"(?:do|can|would|will) you (?:guys )?(?:accept|take|support) (?:\w+ ){0,6}(?:card|cards|visa|mastercard|amex|paypal|pix|cash|money|check|checks|crypto|bitcoin|upi|pay|payment|payments|klarna)",
                r"(?:accept|accepts|accepted|take) (?:\w+ )?(?:card|cards|visa|mastercard|amex|paypal|pix|cash|crypto|bitcoin)",
                r"(?:cash on delivery|emi|installment|installments|instalments|in rates)",
                r"(?:is|can) (?:it|this|paying|payment|the payment|my card|my data) (?:\w+ )?(?:safe|secure|secured)(?: (?:to pay|payment|here|by|with)(?: \w+){0,6})?",
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
                rf"(?:do|does|have) (?:you|u|they|it) (?:guys )?(?:still |also )?(?:have|got|come|comes) (?:{_THIS}|in|size)",
                r"(?:is|are) (?:there|this|it|they|these) (?:a|an|any|still|one)?(?: \w+)? ?(?:left|there)",
                r"does it (?:also )?come in",
            ),
        ),
        (
            Topic.PRICE,
            (
                r"how much(?: money)? (?:is|are|was|does|do|would|will|for|it|this|that|these|those|they|the|cost|costs|in total|you|a|an|1|2|3|\|)(?! \w+ (?:weigh|hold|take|last|contain))",
                r"^(?:\w+ )?how much(?: please| sir)?$",
                r"(?:price|cost|costs|costing|expensive|cheap|cheaper|cheapest)",
                r"(?:how many|what is the) (?:cost|price|prices|rate|charge)",
                r"^(?:the )?rate(?: please)?$",
                r"what (?:do|does|would|will) (?:you|it|this|they) (?:charge|cost)",
                r"fees",
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
    ),
    sure_topics=frozenset({Topic.PRICE, Topic.STOCK, Topic.OPTIONS, Topic.OTHER, Topic.PAYMENT}),
    asks=(
        rf"^{_PLEASE}(?:what|which|when|where|why|how|who|whose|is|are|was|were|does|do|did|can|could|will|would|shall|should|may|has|have|had|any|am)",
        r"(?:what|which|when|where|how|whether|why) (?:\w+ ){0,6}(?:is|are|do|does|can|will|would|should|to|much|many|long)",
    ),
    wonders=(
        r"(?:may|can|could|want|like|need|have|please|let me|you|i) (?:i |to |me )?know",
        r"(?:let me know|wondering|wonder|curious|question|questions|queries|query|ask about|asking|interested to know|any idea|tell (?:me|us)|details|information|info)",
        r"(?:available|availability) ?(?:or not)?$",
        r"or not$",
    ),
    about_goods=(
        r"(?:it|this|these|those|they|them|that|its|one|product|products|item|items|model|version|brand)",
        r"(?:fit|fits|fitting|last|lasts|battery|replaceable|removable|removed|replaced|adjustable|useful|helpful|appropriate|required|recommended|included|includes|contain|contains|work|works|wash|washed|surface|sturdy|soft|thick|thin|heavy|light|strong|better|best)",
        r"\w+ or \w+$",
        r"(?:which|what) (?:one )?(?:to|should i) (?:choose|take|buy|get)",
        r"(?:i|we|my \w+) (?:\w+ ){0,6}(?:use|wear|wash|fit|take|consume|choose|need|order|buy)",
        r"(?:difference|warranty|ingredients|washable|waterproof|dishwasher|compatible|genuine|original|authentic|dosage|expiry|suitable|cotton|leather|wool|size|material)",
        r"how to (?:use|wash|clean|wear|take|check|assemble|choose|consume)",
    ),
    requests=(rf"{_ASK_YOU}\w+", r"(?:can|could|may) (?:i|we) (?:please )?\w+"),
    conditions=(
        r"(?:if|before|after|when|once|unless|until) (?:i|we|you) (?:\w+ )?(?:buy|order|purchase|take|get|pay|buying|ordering|paying)",
        r"(?:before|after|without) (?:buying|ordering|purchasing|paying)",
        r"(?:should|shall|which|what) (?:\w+ ){0,6}(?:i|we) (?:should )?(?:buy|order|purchase|take|get|choose)",
        r"(?:about|thinking (?:about|of)|considering|worth|regret|before|safe to) (?:buying|ordering|purchasing|buy|order|purchase|getting)",
        r"(?:who|people|anyone|others|customers|everyone|somebody|did you|have you) (?:\w+ )?(?:purchase|purchased|buy|bought|order|ordered)",
        r"would you (?:\w+ )?(?:buy|take|choose) (?:it|this|that|one|these|those)",
        r"(?:might|may|maybe|perhaps) (?:i )?(?:\w+ )?(?:buy|order|purchase|take)",
        r"(?:not sure|unsure|undecided|do not know|not decided|have not decided)",
    ),
    buys=(
        rf"^{_PLEASE}{_SURELY_BUY}(?! status| number| id| history| details| details| state| query| related| not| is| was| has| issue)(?: (?:me|us|now|this|it|that|the|a|an|some|one|two|three|more|\d+|please|these|those|for me|in|size|grass|something|\w+))?",
        rf"{_I} {_WOULD}{_WANT} (?:to |on |in )?(?:\w+ )?{_SURELY_BUY}",
        rf"^{_PLEASE}(?:want|need|like|love|ready|interested|looking|wish|trying) (?:to |in )?(?:\w+ )?(?:buy|buying|purchase|purchasing|order|ordering|book)",
        r"(?<!you )(?:interested in|ready to|like to|want to|need to|looking to|love to|going to|keen on|want|wish to) (?:\w+ )?(?:buying|buy|purchasing|purchase|ordering|order|reorder|book(?: (?:it|this|now))?)",
        rf"{_ASK_YOU}(?:\w+ (?:to )?)?(?:\w+ )?{_SURELY_BUY}",
        rf"(?:need|want|like) you to (?:{_SURELY_BUY}|get|add)",
        rf"{_ASK_YOU}(?:\w+ )?add",
        r"(?:place|make|do|put|put in) (?:an|a|the|my|this) (?:order|purchase)",
        r"so i can buy",
        rf"^{_PLEASE}(?:please )?add (?:to (?:my |the )?(?:cart|basket|bag)|{_THIS}|\d+|a|an|another|some|one|two|three|four|five|six)",
        r"(?:add|put) (?:\w+ ){0,6}(?:to|in|into) (?:my |the )?(?:cart|basket|bag|order|trolley)",
        rf"(?:i will|i would|we will|will|let me|let us|i) (?:\w+ )?(?:take|grab|go (?:for|with)) (?:{_THIS}|\d+|a|an|two|three|four|five|six|another|some|the)",
        r"sign me up",
        rf"^{_PLEASE}(?:i will take|take|grab|get me|give me|send me|bring me|get|reserve|book) (?:{_THIS}|\d+|a|an|two|three|four|five|six|some|another|me|the)",
        rf"{_ASK_YOU}(?:\w+ )?(?:get|give|send|bring) me (?:\d+|a|an|two|three|four|five|six|some|one|the|this|it|that)",
        r"(?:i|we) (?:would |will |also |just |really )*(?:like|want|need|have)(?: to (?:have|get|take))? (?:it|this one|that one|this|these|those|them)$",
        r"(?:can|could|may) (?:i|we) (?:please |also )?(?:get|have|take|buy|order|purchase) (?:\d+|two|three|four|five|six|some)",
        rf"(?:can|could|may) (?:i|we) (?:please |also )?{_SURELY_BUY} (?:it|this|that|these|those|them|one|the|a|an)",
        r"^(?:i take|i will buy|i buy|buy it|sold|shut up and take my money|deal)(?: \w+){0,6}$",
        r"want (?:to )?buy (?:now )?(?:your product)?",
    ),
    buys_what=(
        rf"{_I} {_WOULD}{_WANT} (?:to |on |in )?(?:\w+ )?{_SURELY_BUY} (?P<what>.{{1,80}})",
        rf"(?<!you )(?:interested in|ready to|like to|want to|need to|looking to|love to|going to|want|wish to) (?:buying|buy|purchasing|purchase|ordering|order|reorder) (?P<what>.{{1,80}})",
        rf"{_ASK_YOU}(?:\w+ (?:to )?)?{_SURELY_BUY} (?P<what>.{{1,80}})",
        rf"(?:need|want|like) you to (?:{_SURELY_BUY}|get|add) (?P<what>.{{1,80}})",
        r"(?:place|make) (?:an|a|the|my) (?:order|purchase) (?:for|of) (?P<what>.{1,80})",
        rf"(?:can|could|may) (?:i|we) (?:please |also )?{_BUY} (?P<what>.{{1,80}})",
        r"so i can buy (?P<what>.{1,80})",
        r"(?:add|put) (?P<what>.{1,80}) (?:to|in|into) (?:my |the )?(?:cart|basket|bag|order|trolley)",
        r"(?:add|put) (?P<what>.{1,80})",
        rf"^{_PLEASE}{_SURELY_BUY} (?P<what>.{{1,80}})",
        r"(?:take|grab|go for|go with|get me|give me|send me|bring me|reserve|book|get) (?P<what>.{1,80})",
        r"(?:like|want|need) to (?:have|get|take|build) (?P<what>.{1,80})",
    ),
    wants_what=(
        rf"(?:i|we) (?:also |really |just |still |do |would |might )*(?:want|need|require|like)(?! to (?:see|look|browse|know|ask|hear|find|compare|learn|understand))(?: to (?:have|get|take|build))? (?P<what>.{{1,80}})",
        rf"^{_PLEASE}(?:want|need|require) (?:also )?(?P<what>.{{1,80}})",
        rf"^{_PLEASE}(?:i will have|i will go for) (?P<what>.{{1,80}})",
    ),
    how_to_buy=(
        rf"how (?:and where |can |could |do |to |should |would |will |may )*(?:i |we |you |one |a customer )?(?:\w+ )?(?:buy|purchase|order|place (?:an|a|my|the)? ?order|make (?:a|an) (?:order|purchase))(?! status)",
        r"where (?:is|are|can|do|to|could|should) (?:i |we |the )?(?:buy|purchase|order|place (?:an|my|the|a) order)",
        rf"(?:can|could|may) (?:i|we) (?:still |now |already )?(?:{_SURELY_BUY}|place (?:an|a|my) order)",
        r"(?:buy|purchase|order) (?:option|button|link|page)",
    ),
    cannot_buy=(
        r"(?:can not|can not able|unable|not able|not allowing|not letting|could not|not possible) (?:\w+ ){0,6}(?:buy|order|purchase|add|place|checkout|check out)",
    ),
    adds_more=(
        r"(?:one|\d+|two|three|four|five|six) more(?: of (?:it|them|these|those))?(?: (?:piece|pieces|pair|pairs|bottle|bottles|pack|packs))?(?: please)?",
        r"another(?: one| piece| pair| bottle| pack| box)?(?: please)?",
    ),
    refuses=(
        rf"(?:do|did|does|will|would|should|could|can|am|is|please|have) not (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:{_BUY}|add|buying|ordering|purchasing|put|want|need|bought|decided|ready|interested|pay|checkout|check out)",
        rf"(?:not|never) (?:\w+ )?(?:{_SURELY_BUY}|buying|ordering|purchasing|interested|ready|now|today|yet|add|add it|this time|sure)",
        r"^(?:ok )?(?:no|no no|nothing|never mind|nevermind|no need|no need to \w+|no way|forget it|leave it|maybe later|later|another time|some other time|not really|stop)(?: (?:thanks|thank you|sir|please|i am good|for now|now|it is ok))*$",
        r"(?:want|need|buy|take) nothing",
        r"(?:just|only) (?:looking|browsing|asking|checking|curious|wondering)",
        r"no (?:thanks|thank you)",
    ),
    removes=(
        rf"^{_PLEASE}(?:{_ASK_YOU}|(?:i|we) (?:would |do |just )*(?:want|like|need) to )?(?:remove|delete|drop|discard|take out|throw out|get rid of)(?: (?P<what>.{{1,80}}))?",
        r"(?:take|leave|throw|put) (?P<what>.{1,80}?) (?:out|off|away|back)(?: of| from)?(?: (?:my|the))?(?: (?:cart|basket|bag|order))?",
        r"(?:do|did) not (?:want|need) (?P<what>.{1,80}) (?:any ?more|anymore|any longer)",
        r"(?:do|did) not (?:want|need) (?P<what>.{1,80}) in (?:my|the) (?:cart|basket|bag)",
        r"(?:empty|clear) (?:my |the )?(?:cart|basket|bag)",
        rf"^{_PLEASE}(?:remove|delete) (?P<what>.{{1,80}}) from (?:my|the) (?:cart|basket|bag|order)",
    ),
    changes_quantity=(
        r"make (?:it|that|this|them|those) (?:\w+ )?(?P<what>\w+)",
        r"(?:change|set|update|increase|decrease|reduce|raise|lower|adjust|edit|bring) (?P<what>.{0,80}?)(?:quantity|amount|number)?(?: of (?P<what>.{1,80}?))? ?to (?:\w+)",
        r"(?:change|update|edit|increase|decrease|reduce|lower) (?:the |my )?(?:quantity|amount|number)",
        r"quantity (?:to |of |is )?\w+",
        r"(?:i )?(?:want|need|take|order|have|like) (?:\w+ )?(?:\w+ )?instead",
        r"(?:one|two|three|four|five|six|\d+) instead(?: of \w+)?",
    ),
    only_quantity=(
        r"^(?:no )?(?:ok )?(?:just|only) (?:i )?(?:want |need |take )?(?:one|\d+|two|three|four|five|six|a single|a)(?: please| of them| piece| of those| of it| item| then)*$",
    ),
    postpones=(
        r"(?:tomorrow|later|tonight|next (?:week|month|year|time|\w+day)|another (?:day|time)|some other time|in a few days|after (?:work|payday)|once i|when i get)",
    ),
    shows_cart=(
        r"(?:show|see|view|open|display|check|look at|go to|what is in|what do i have in|what have i got in|whats in|review|list)(?: me)? (?:my |the )?(?:\w+ )?(?:cart|basket|bag|trolley)",
        r"^(?:my |the )?(?:cart|basket)(?: please)?$",
        r"what is (?:my|the) (?:\w+ )?(?:total|subtotal|sum)",
        r"(?:my |the )?(?:total so far|cart total|order total)",
        r"(?:in|inside) my (?:cart|basket|bag)$",
    ),
    checks_out=(
        r"(?:proceed|go|continue|head|move|take me|ready|want|like|let us|let me|now|please|going|bring me)(?: \w+)? ?(?:to|with|on to)? ?(?:the )?(?:check out|cash desk)",
        r"^(?:\w+ )?check out(?: now| please| my cart| the cart)*$",
        rf"(?:want|like|ready|need|going|let me|let us|i will|wish|proceed|how about i|i would)(?: like)?(?: to)?(?: \w+)? ?(?:pay|make (?:the|a|my) payment|complete (?:the|my) (?:order|purchase|payment)|finish (?:the|my) (?:order|purchase)|finalize (?:the|my) (?:order|purchase))",
        r"^(?:ok )?(?:please )?(?:pay|pay now|pay please|payment|payment link|finish order|complete (?:the |my )?(?:order|purchase)|finalize)(?: please| now)*$",
        r"(?:give|send|show)(?: me)? (?:the |a |my )?(?:payment link|payment|bill|link to pay|pay link)",
        r"proceed(?: to)?(?: the)?(?: (?:payment|pay|checkout|order))?$",
    ),
    is_done=(
        r"(?:i am|we are|that is|thats|i have) (?:done|all|everything|finished|ready|it)(?: (?:thanks|thank you|for now|please|shopping|now))*$",
        r"(?:nothing else|no more items|that will be all|that would be all)",
    ),
    searches=(
        r"(?:looking|searching|search|look) for (?P<what>.{1,80})",
        r"(?:show|find|recommend|suggest)(?: me| us)? (?P<what>.{1,80})",
        r"(?:do|does|did) (?:you|they|u) (?:guys |all |also |still |even |happen to )*(?:have|sell|stock|carry|offer|got|keep) (?P<what>.{1,80})",
        rf"^{_PLEASE}you (?:guys |also )?(?:have|sell|stock|carry|got) (?P<what>.{{1,80}})",
        r"(?:like|want|love) to (?:see|look at|browse) (?P<what>.{1,80})",
        r"have you (?:guys )?(?:got|any) (?P<what>.{1,80})",
        r"(?:is|are) there (?:any |some |a |an )(?P<what>.{1,80})",
        r"got any (?P<what>.{1,80})",
        rf"^{_PLEASE}any (?P<what>.{{1,80}})",
        r"(?:what|which) (?P<what>.{1,80}?) (?:do you (?:have|sell|stock|carry|offer)|are there|have you got)",
        rf"^{_PLEASE}(?:is|are) (?:there )?(?P<what>.{{1,80}}?) (?:is )?(?:available|in stock)(?: or not)?",
        rf"^{_PLEASE}(?P<what>(?:\w+ ){{1,7}}?)(?:is |are )?available(?: or not)?$",
        rf"(?:what is |how much is |tell |need |the )*(?:price|cost|price range) (?:of|for) (?P<what>.{{1,80}})",
        r"what else do you (?:have|sell)(?P<what>)",
        r"(?:show|see|browse)(?: me)? (?:your |all |the |other )*(?:products|items|catalog|catalogue|collection|goods)(?P<what>)",
    ),
    has_goods=(
        r"(?:looking|searching|search|look) for \w+",
        r"(?:show|find|recommend|suggest)(?: me| us)? \w+",
        r"(?:do|does|did) (?:you|they|u) (?:guys |all |also |still |even |happen to )*(?:have|sell|stock|carry|offer|got|keep) \w+",
        rf"^{_PLEASE}you (?:guys |also )?(?:have|sell|stock|carry|got) \w+",
        r"(?:like|want|love) to (?:see|look at|browse) \w+",
        r"have you (?:guys )?(?:got|any) \w+",
        r"got any \w+",
        r"(?:what|which) \w+(?: \w+)? (?:do you (?:have|sell|stock|carry|offer)|have you got)",
        r"what else do you (?:have|sell)",
        r"(?:show|see|browse)(?: me)? (?:your |all |the |other )*(?:products|items|catalog|catalogue|collection|goods)",
        rf"^{_PLEASE}any (?:other )?\w+",
    ),
    not_goods=frozenset(
        "store stores shop shops office offices outlet branch location policy policies programme "
        "program programs job jobs career vacancy hobby hobbies idea joke jokes affiliate franchise "
        "app website phone number email mail account agent executive human person someone time "
        "languages language weather recipe recipes news music song movie reminder reminders alarm "
        "timer traffic date pets family name age feelings opinion protection balance complaint "
        "help support service address contact diet advice plan way".split()
    ),
    pointers=frozenset("this that these those such".split()),
    definite=frozenset({"the"}),
    mention_ends=frozenset(
        "| in for with from that which who on at if because and or but please now online to by as "
        "is are when where so then thanks using via under over less into without before after "
        "instead again also too today tomorrow here there".split()
    ),
    mention_fillers=frozenset(
        "a an the some any more another also other of your my our me us one two three four five six "
        "seven eight nine ten eleven twelve please just pair pairs couple new bottle bottles piece "
        "pieces pack packs box boxes set kind kinds type types sort all available stock left there "
        "really to have get buy order this that these those it them nice good best cheap cheaper "
        "first next something anything everything thing things stuff product products item items "
        "options option similar else like for size sizes color still back currently order place "
        "purchase book take want need now quantity amount number".split()
    ),
    elsewhere=(
        r"(?:my|your) (?:hobby|hobbies|age|name|friend|friends|house|phone|alarm|flight|bank|credit|goals|agent|agents)",
        r"(?:weather|traffic|joke|jokes|recipe|recipes|alarm|timer|reminder|reminders|remind|meeting|meetings|overdraft|movie|song|vacation|flight|hobby|hobbies|store|stores|franchise|affiliate|language|languages|company|office|located|headquarters|a text|text message|what time|the time|the date|how is it going|how are you|how do you do)",
        r"(?:are you|am i (?:talking|speaking|chatting)|who (?:are|made|created|designed|built) you|who you are|your age|you born|you were|you understand|i am saying)",
        r"(?:i|we) (?:want|would like|like|need) to (?:sell|return|complain|talk|speak|raise|open|work|sign)",
    ),
    says_paid=(
        r"(?:i|we|have|has|already|just|am|was|has been|it is|is) (?:have |has |had |just |already |now |all |am |been |successfully )*(?:paid|payed)",
        r"^(?:yes |ok |all |done |just |already )*(?:paid|payed)(?: (?:already|now|it|for it|just now|by card|via \w+|the \w+|successfully|with \w+|done))*$",
        r"(?:payment|transfer|transaction|paying) (?:is |was |has been |should be |went |are )?(?:done|made|complete|completed|successful|succeeded|finished|sent|through|went through|processed)",
        r"(?:i|we) (?:have |just |had |already |did )*(?:made|completed|done|sent|finished|did|transferred) (?:\w+ )?(?:\w+ )?(?:payment|transfer|transaction|money|funds|pix)",
        r"it (?:\w+ )?(?:went|gone) through",
        r"(?:is|was|has) (?:it|that|everything|(?:my|the) order) (?:been |already )?paid",
        r"(?:done|finished|completed) (?:paying|the payment|with (?:the )?payment|payment)",
    ),
    not_paid=(
        r"(?:not|never) (?:yet )?(?:been )?(?:paid|made the payment|payed)",
        r"(?:have|had|did|was|has) not (?:\w+ )?(?:paid|pay|payed|made)",
        r"(?:will|going to|want to|after|once|when|if|until|before) (?:i )?(?:have |be )?(?:paid|pay)",
    ),
    payment_state=(
        r"(?:did|has|have|was|is|were|why|when|where|check|confirm|if|whether|status of)(?: \w+){0,6} (?:payment|payments|transaction|transfer|money|card)(?: \w+){0,6} (?:go|gone|goes|went|come|came|arrive|arrived|received|receive|accepted|pending|declined|failed|processed|processing|confirmed|through|complete|completed|status|canceled|rejected|ok|successful|showing|made|get|got)",
        r"(?:receive|received|get|got|gotten|see|confirm|check|decline|reject) (?:\w+ )?(?:\w+ )?(?:payment|payments|transfer|pix)",
        r"(?:payment|transaction|transfer|card|money|funds)(?: \w+){0,6} (?:pending|declined|failed|rejected|deducted|debited|stuck|not (?:going|go|gone|arrived|received|showing|working|processed|been)|is not|has not|have not|did not|does not|lost|still|status|canceled|cancellation|error|issue|problem|go through|gone through|waiting)",
        r"(?:pending|declined|failed|rejected|deducted|debited)(?: \w+){0,6} (?:payment|transaction|transfer|card|money|funds|account)",
        r"(?:account|card|bank|i) (?:\w+ )?(?:got |was |has been |have been |is )?(?:debited|charged|deducted)",
        r"(?:sent|transferred|made|wired) (?:\w+ )?(?:\w+ )?(?:funds|money|payment|transaction|transfer)",
        r"(?:payment|payments) (?:related )?(?:status|query|queries|confirmation|issue|problem)",
        r"(?:know|question|questions) about my (?:payment|payments)",
        r"waiting for (?:a |the |my )?payment",
        r"(?:did|has) it go(?:ne)? through",
    ),
    cancels_payment=(
        r"(?:cancel|stop|abort|close|void) (?:\w+ )?(?:payment|transaction|charge|paying|pix|checkout|check out)",
        r"(?:do|did) not (?:want|wish) to pay",
        r"^(?:please )?(?:cancel|abort)(?: (?:it|this|that|please))*$",
    ),
    cancels_order=(
        r"(?:cancel|canceling|cancelation|cancellation)(?: \w+)? (?:\w+ )?(?:order|orders|ordered|ordr|purchase)",
        r"(?:how|want|like|need|can|could|please)(?: \w+){0,6} cancel",
    ),
    order_status=(
        rf"where (?:is|are|can i (?:find|see)|in the world is|has|did) (?:my |the |our )?(?:\w+ )?{_GOODS}",
        rf"(?:track|tracking|trace|locate|monitor (?:my|the|our|a))(?: \w+)?(?: (?:my|the|our|a|package|order|parcel|number|id|details|link|code|info|information|delivery|shipment))*",
        rf"(?:status|state|progress|update|updates|whereabouts|location)(?: (?:of|on|for|about|regarding))(?: \w+){{0,6}} (?:it|{_GOODS})",
        r"^(?:\w+ )?(?:need|want|check|order|delivery|shipping|shipment|my order|my)?(?: \w+)? ?status(?: please)?$",
        rf"(?:my|order|orders|delivery|shipment|package|purchase|parcel)(?: \w+)? (?:status|state|progress|updates?)",
        rf"(?:my|our|the|last|online|recent) (?:\w+ )?(?:\w+ )?{_GOODS} (?:is |was |has |be |will |did |have |been |still |not |yet |ever |already |also |very |so |too |get |got )*(?:late|delayed|delay|arrive|arrived|here|delivered|deliver|shipped|ship|coming|lost|received|distributed|sent|dispatched|processed|on its way|on the way|placed|reached|missing|stuck|confirmed|reach|come|en route|currently|now|in transit)",
        rf"(?:not|never|yet to|when will i|when can i|when do i|expect to|will i)(?: \w+)? (?:receive|received|get|got|gotten|expect)(?: \w+)? (?:my|the|any) (?:\w+ )?{_GOODS}",
        r"(?:when|will|has|is|was|did)(?: \w+)? (?:my|our) (?:\w+ )?(?:order|package|parcel|delivery|shipment|purchase|product)",
        r"(?:when|where) (?:is|will|can|do|does|did) (?:\w+ ){0,6}(?:my|the) (?:order|package|parcel|shipment|purchase)",
        r"(?:i|we) (?:have |had |just |already |recently |has )*(?:ordered|placed an order|placed the order|put in my order|submitted my order|submitted)",
        rf"(?:order|orders|package|parcel|delivery|shipment|product|mattress) (?:was |is |has |have |did |were )?(?:not|never|late|delayed|undelivered)",
        r"(?:not|never) (?:been |yet )?(?:delivered|shipped|arrived|received|dispatched)",
        r"(?:has|have|is|was|were|did) (?:it|they|my \w+|this) (?:\w+ )?(?:been )?(?:shipped|arrived|dispatched|arrive|on its way|on the way|sent out)(?: yet| already)?",
        r"(?:when|may i know when) (?:it |will it |they |will they )(?:be |will be |is |get )*(?:delivered|shipped|here|arrive)",
        r"(?:find|see|locate|about|check) my (?:order|package|parcel|purchase|shipment)",
        r"(?:order|ordered) on (?:\w+ )?(?:\d+|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)",
        r"we order last",
        r"(?:updates?|news) (?:on|about|for) (?:my|the) (?:order|package|delivery)",
        r"(?:been|is|was) delayed",
        r"expect my (?:order|delivery|package|parcel)",
        r"why is (?:my )?(?:\w+ )?(?:delivery|parcel|package|order|shipping)(?: \w+){0,6} (?:late|long|slow|delayed)",
        r"what about my order",
    ),
    not_order_status=(
        r"(?:if|before|once) (?:i|we) (?:\w+ )?(?:order|buy|purchase|take|ordered)",
        r"where can i (?:buy|order|find the|find your|find a)",
        r"(?:to|for) place",
    ),
    returns_goods=(
        r"(?:want|need|like|please|i would|trying)(?: to)?(?: \w+)? (?:return|refund|exchange|replace|send back|change)(?: (?:my|the|it|this|last|\w+))*(?: (?:order|product|item|purchase))?",
        r"^(?:return|refund|exchange|replace) (?:my|the|this|it)",
        r"(?:wrong address|address is wrong|change (?:\w+ )?address)",
    ),
    wants_person=(
        r"(?:talk|speak|chat|connect|connected|transfer|transferred|put|pass|contact|call|reach)(?: \w+)?(?: (?:to|with|me|through|over|directly|by))*(?: (?:a|an|the|your|some|any|real|live|actual|you))* (?:human|person|agent|agents|someone|somebody|representative|rep|operator|advisor|executive|manager|people|support|staff|team|salesperson|seller|employee|supervisor|customer care|customer service|customer support|phone)",
        r"(?:human|real person|live agent|live chat|customer care|customer support|customer service|helpline|call center|help desk)(?: (?:please|number|now|to answer|support|agent|helpline|contact))*$",
        r"(?:i|we) (?:\w+ )?(?:want|need|like) (?:to )?(?:a |an |some |your )?(?:talk|human|agent|person|operator|representative|customer support|customer care|support|executive|manager)",
        r"(?:human|agent|person|someone|somebody) to (?:answer|help|talk|call|contact|assist)",
        r"^(?:please )?(?:call|contact) (?:me|us)",
        r"(?:can|could) (?:you|someone|somebody) (?:call|contact) me",
        r"(?:raise|file|make|register) (?:a |my )?complaint",
        r"^(?:\w+ )?(?:human|agent|operator|representative|person)(?: please)?$",
    ),
    promo=(
        r"(?:promo(?:tion(?:al)?)?|discount|coupon|voucher|gift[ -]?card|offer)(?:[ -]?(?:code|card|number))?"
        r"\s*(?:is\s+|:\s*|=\s*|#\s*|called\s+)(?P<code>[A-Za-z0-9][A-Za-z0-9_-]{2,31})\b",
        r"\b(?:promo(?:tion(?:al)?)?|discount|coupon|voucher|gift[ -]?card|my|the|this|a|use|apply|redeem|enter|add|with|have)\s+code\s*(?::|=|is\s|was\s)?\s*"
        r"(?P<code1>(?=[A-Za-z0-9_-]*[0-9A-Z])[A-Za-z0-9][A-Za-z0-9_-]{2,31})\b",
        r"\b(?:promo(?:tion(?:al)?)?[ -]?code|discount[ -]?code|coupon(?:[ -]?code)?|voucher(?:[ -]?code)?|gift[ -]?card(?:[ -]?code)?|promo)\s+"
        r"(?P<code2>(?=[A-Za-z0-9_-]*[0-9])[A-Za-z0-9][A-Za-z0-9_-]{2,31})\b",
        r"(?<!zip )(?<!postal )(?<!pin )(?<!post )(?<!area )(?<!qr )(?<!country )\bcode\s+"
        r"(?P<code5>(?=[A-Za-z_-]*[0-9])(?=[0-9_-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_-]{2,31})\b",
        r"^\s*code\s*:?\s+(?P<code3>(?=[A-Za-z0-9_-]*[0-9A-Z])[A-Za-z0-9][A-Za-z0-9_-]{2,31})\b",
        r"\b(?:apply|redeem)\s+(?P<code4>(?=[A-Za-z0-9_-]*[0-9])[A-Za-z0-9][A-Za-z0-9_-]{2,31})\b",
    ),
    greets=(
        r"^(?:hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|welcome|howdy|namaste|hola|yo|sup|ssup)(?: (?:there|sir|madam|maam|everyone|team|all|guys|you|how are you|how is it going))*$",
    ),
    thanks=(
        r"(?:thanks|thank you|thank|appreciate it|appreciated|gratitude|(?:big|great|real) help)",
    ),
    parts_with=(
        r"^(?:ok )?(?:good )?(?:\w+ )?(?:bye|goodbye|bye bye|see you|see ya|good bye|signing off|good night)(?: \w+){0,6}$",
    ),
    yes=(
        rf"^(?:yes|ok|sure|of course|certainly|absolutely|definitely|please|please do|go ahead|go for it|do it|do that|sounds good|sounds great|perfect|great|fine|alright|all right|correct|right|exactly|agreed|deal|that is fine|that is right|that works|why not|yes please|ok please|let us do (?:it|that)|i agree|i confirm|confirm|confirmed|that would be (?:great|good|nice)|good|cool|i do|i would|i am|i will)(?: (?:yes|please|thanks|thank you|sure|sir|then|ok|great|go ahead|do it|do that|add it|i do|of course|that is fine|good|perfect|fine|with that|now))*$",
    ),
    no=(
        r"^(?:no|not|no thanks|no thank you|nope|never|no way|not now|not yet|not really|not today|do not|nothing|never mind|nevermind|maybe later|later|wait|stop|cancel)(?: (?:thanks|thank you|please|sir|yet|now|today|ok|i am good|it is ok|no|for now|it|that|this|really))*$",
    ),
)
