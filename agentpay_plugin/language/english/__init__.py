"""The English words. Data only; how they are used stands in rules.py and its neighbours."""

from __future__ import annotations

from agentpay_plugin.conversation.reading import Topic
from agentpay_plugin.language.english.afterwards import AFTERWARDS
from agentpay_plugin.language.english.asking import ASKING
from agentpay_plugin.language.english.buying import BUYING
from agentpay_plugin.language.english.checking_out import CHECKING_OUT
from agentpay_plugin.language.english.cues import CUES
from agentpay_plugin.language.english.guiding import GUIDING
from agentpay_plugin.language.english.shop import SHOP
from agentpay_plugin.language.english.showing import SHOWING
from agentpay_plugin.language.english.spelling import SPELLINGS
from agentpay_plugin.language.english.talking import TALKING
from agentpay_plugin.language.english.topics import ATTRIBUTE_QUESTIONS, TOPICS
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.sizes import CODES, SIZES


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OPTIONS: dict[str, tuple[str, ...]] = {
    "not_quantity": (
        r"(?:i|he|she|they|we|you) (?:am|is|are)",
        r"my \w+ is(?: a)?",
        r"(?:order|bill|invoice|phone|room|house|tracking|account|article|item) no",
        r"(?:than|minus)",
    ),
    "conditional": (
        r"(?:if|unless|whether|provided|depending|otherwise|in case|as long as|only when)",
    ),
    "negations": (
        r"(?:not|never|no|too|without|except|but not|anything but|instead of|rather than)"
        r"(?: (?:the|a|an|in|size|color|any|want|like|need|take|get|it|that|this|be|to|buy|order|really|one|have|come))*",
    ),
}

ENGLISH = Lexicon(
    cues=CUES,
    comes_in=_set(
        "come comes got there ones show available just only it them same stock anything something"
    ),
    this_one="it",
    least=_set("s small smaller smallest little mini"),
    greatest=_set("l big bigger biggest large larger largest"),
    before_price=_set("for of worth the"),
    waits=_set("wait hold hm hmm oh ah oops actually"),
    size_numbers=_set("wears takes"),
    takes_back=(
        r"(?:oh |oops |whoops |hm |ah )?(?:(?:no|nope)[,\s]+)?(?:wait|hold on|hang on|sorry|scratch that|strike that|i mean|i meant|make that|rather|or rather|actually|better|let me think)(?:,? (?:no|wait|actually|sorry|make (?:it|that)|i mean|rather|i want|i will take|i'll take|better))*",
        r"(?<=,) ?no,",
    ),
    joining=_set("and n also plus but then oh btw"),
    code_words=(
        r"(?:promo|discount code|coupon|voucher|gift[ -]?card|code)",
        r"(?:use|apply|redeem) [A-Z][A-Z0-9_-]{3,}",
    ),
    counts_one=_set("a an one another some"),
    goods_too=_set(
        "bag bags basket baskets piece trash garbage rubbish express standard economy courier priority overnight case pop swing short down scratch "
        "accessories outfit look set"
    ),
    spellings=SPELLINGS,
    topics=TOPICS,
    attribute_questions=ATTRIBUTE_QUESTIONS,
    expressions=BUYING | CHECKING_OUT | ASKING | AFTERWARDS | GUIDING | SHOP | SHOWING | _OPTIONS,
    talk=TALKING,
    locale="en",
    endings=("'s", "'"),
    plurals=(("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("ss", "ss"), ("s", "")),
    stop=_set(
        "a an the this that these those it its they them he she we i you me my your our their "
        "his her is are was were be been being am do does did have has had can could will "
        "would shall should may might must of to in on at for from by with without about into "
        "as and or but if so than then not no yes ok there here what which who when where why "
        "how please thanks want need like get take buy order some any one ones more other "
        "also too just only really very all both still now new"
    ),
    polite=_set(
        "please thanks thank you hi hello hey ok yes sir madam maam guys bro friend so and "
        "then well just hmm um oh great cool perfect only the in a an i would like want take "
        "will it one me for now sure alright too also"
    ),
    objects=_set("it them"),
    pronouns=_set("it this that these those them one ones same both all"),
    numbers={
        word: number
        for number, word in enumerate(
            [
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
                "twenty",
            ]
        )
    }
    | {"thirty": 30, "forty": 40, "fifty": 50},
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
        **dict.fromkeys(("another copy", "another piece", "another pair", "another pack"), 1),
    },
    units=_set(
        "x piece pieces pc pcs unit units item items pair pairs pack packs packet packets "
        "bottle bottles box boxes copy copies can cans bag bags set sets nos qty quantity "
        "times more of each tin tins jar jars case cases"
    ),
    measures=_set(
        "day days week weeks month months year years yr yrs hour hours hrs minute minutes min "
        "am pm kg kgs g gram grams lb lbs pound pounds oz ounce ounces mg mcg ml l liter "
        "liters litre litres cm mm m meter meters metre metres inch inches in ft feet foot km "
        "mile miles gb mb tb hz ghz watt watts w v volt volts amp amps star stars st nd rd th "
        "old people person players percent dollar dollars euro euros usd eur pln brl zloty "
        "star o'clock degrees capsules tablets tabs user users thread installments times"
    ),
    number_names=_set(
        "number room apartment apt flat floor street st zip code postcode postal pin "
        "phone tel version v model type age aged iphone area building house box mail on since "
        "after before until till by at am pm march april may june july january february "
        "august september october november december size in # is are was for street"
    ),
    streets=_set(
        "street st road rd avenue ave way lane ln drive boulevard blvd square court place "
        "strasse str platz rua calle avenida via rue building floor"
    ),
    quantity_names=_set("quantity amount count x times"),
    corrections=frozenset({"no"}),
    gives_up=frozenset(
        tuple(words.split())
        for words in (
            "to",
            "| no",
            "| no |",
            "| sorry |",
            "no |",
            "| actually",
            "| i mean",
            "| or rather",
        )
    ),
    articles=_set("in a an the with"),
    inside=frozenset({"in"}),
    option_cues=_set(
        "in size sizes a an the and or number color colour of want take need have get like "
        "prefer is wear wearing x about to make it choose pick order add buy please 1 2 3 4 5 "
        "6 7 8 9 10 one two three four five six |"
    ),
    option_aliases=CODES
    | {
        **dict.fromkeys(("extraextrasmall", "doubleextrasmall"), "xxs"),
        **dict.fromkeys(("extrasmall", "xsmall", "xsm"), "xs"),
        **dict.fromkeys(("small", "sm", "smal"), "s"),
        **dict.fromkeys(("medium", "med", "mediun"), "m"),
        **dict.fromkeys(("large", "lg", "lrg"), "l"),
        **dict.fromkeys(("extralarge", "xlarge", "xlg"), "xl"),
        **dict.fromkeys(("doublexl", "extraextralarge", "xxlarge", "2xlarge", "2x"), "xxl"),
        **dict.fromkeys(("triplexl", "xxxlarge", "3xlarge", "3x"), "xxxl"),
        "xxxxlarge": "xxxxl",
        "4x": "xxxxl",
        "5x": "xxxxxl",
        "1size": "onesize",
        "gray": "grey",
    },
    states=_set("available left still now today instead back again"),
    sizes=SIZES,
    colours=_set(
        "black white red blue green yellow orange purple pink brown gray grey beige navy "
        "turquoise teal violet magenta maroon burgundy gold golden silver khaki olive cream "
        "ivory lilac mint cyan bronze copper charcoal lavender coral tan indigo"
    ),
    before_one=_set(
        "take add remove want need just only buy order get like have give me send purchase be "
        "is make it to please with quantity yes ok prefer for"
    ),
    one_of=_set("one ones version colour color variant option model please too also"),
    attributes={
        "material": _set("material materials fabric textile cloth composition"),
        "color": _set("color colour shade"),
        "size": _set("size sizes sizing"),
        "flavor": _set("flavor flavour taste"),
        "brand": _set("brand brands manufacturer maker vendor label"),
        "volume": _set("volume capacity"),
        "weight": _set("weight"),
        "dimensions": _set("dimension dimensions measurements width height length"),
        "author": _set("author writer artist"),
        "publisher": _set("publisher"),
        "format": _set("format formats medium"),
        "ingredients": _set("ingredients ingredient nutrition"),
        "care": _set("care washing wash cleaning laundry"),
        "warranty": _set("warranty guarantee"),
        "origin": _set("origin country"),
        "expiry": _set("expiry expiration"),
    },
    vague=_set(
        "other another different same right wrong correct bigger smaller larger next new my "
        "your any which what best whole standard regular exact good nice common size sizes "
        "first second last favorite favourite perfect full normal usual particular specific "
        "certain every each all two more some that this available only"
    ),
    ranges=frozenset({"or"}),
    sure_topics=frozenset({Topic.PRICE, Topic.STOCK, Topic.OPTIONS, Topic.OTHER, Topic.PAYMENT}),
    not_goods=_set(
        "actually total price prices cost minute moment second link invoice receipt money discount refund delivery shipping table ride seat break quiet look chance care information details store stores shop shops office offices outlet branch location policy policies "
        "programme program programs job jobs career vacancy hobby hobbies idea joke jokes "
        "affiliate franchise app website phone number email mail account agent executive "
        "human person someone time languages language weather recipe recipes news music song "
        "movie reminder reminders alarm timer traffic date pets family name age feelings "
        "opinion protection balance complaint help support service address contact diet "
        "advice plan way barber hairdresser dentist doctor plumber lawyer mechanic therapist restaurant "
        "restaurants hotel hotels"
    ),
    pointers=_set("this that these those such"),
    definite=frozenset({"the"}),
    mention_ends=_set(
        "| in for with from that which who on at if because and or but please now online to "
        "by as is are when where so then thanks using via under over less into without before "
        "after instead again also too today tomorrow here there below above between"
    ),
    mention_fillers=_set(
        "worth a an the some any more another also other of your my our me us one two three four "
        "five six seven eight nine ten eleven twelve please just pair pairs couple new bottle "
        "bottles piece pieces pack packs box boxes set kind kinds type types sort all "
        "available stock left there really to have get buy order this that these those it "
        "them nice good best cheap cheaper first next something anything everything thing "
        "things stuff product products item items options option similar else like for size "
        "sizes color still back currently order place purchase book take want need now "
        "quantity amount number dozen couple half hundred thousand both"
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
        r"\b(?-i:[Aa]pply|[Rr]edeem|[Uu]se|[Ee]nter)\s+(?:the |my )?(?P<bare>(?-i:[A-Z][A-Z0-9_-]{3,31}))\b",
        r"\b(?:use|apply|redeem|enter|try)\s+(?:the |my )?(?P<bare2>[a-z]{3,24}\d{1,4})\b",
        r"^\W*(?:please )?(?:add|apply|use|redeem|enter|try) (?:the |my |a |this )?"
        r"(?:(?:promo|coupon|voucher|discount|gift card)(?: code)?|code) (?P<bare1>[a-z][a-z0-9_-]{3,31})[\s.!]*$",
    ),
)
