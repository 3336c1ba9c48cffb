"""What is said to find one's way: help, codes without a name, other details, one of several."""

from __future__ import annotations

from agentpay_plugin.language.english.fragments import PLEASE

_CODE = r"(?:(?:promo|promotion|promotional|discount|coupon|voucher|gift) ?(?:code|codes|card|cards)?|code|codes|coupons|vouchers)"
_ONE = r"(?: (?:one|product|item|option|result))?(?: please)?$"
_IT = r"(?:i will take |i take |take |give me |show me |i want |i would like |i like |let us go with |go with |choose )?"

GUIDING: dict[str, tuple[str, ...]] = {
    "asks_help": (
        rf"^{PLEASE}(?:i )?(?:need )?help(?: me| us)?(?: please| out)*$",
        rf"^{PLEASE}(?:can|could) you help(?: me| us)?(?: please| out)*$",
        r"what (?:can|could) you (?:do|help)(?: (?:for me|here|me with|me))*$",
        r"(?:who|what) are you$",
        r"are you (?:a |an |really |just )*(?:bot|robot|human|real|person|machine|ai|chatbot|computer)(?: \w+){0,4}$",
        r"am i (?:talking|speaking|chatting) (?:to|with) (?:a |an |some )?(?:real )?(?:bot|robot|human|person|machine|ai|computer)$",
        r"how (?:does|do) (?:this chat|the chat|the bot|you) work$",
        r"(?:what is|tell me|do you have|have you got) (?:your|a) name(?: please)?$|what (?:do|should|can) i call you$",
        r"(?:do not|not) (?:\w+ )?(?:know |sure |understand )?how (?:to (?:use|do|work)|i (?:use|do)|does) (?:this|it|that|the chat)(?: \w+){0,3}$",
        r"are you (?:a |an |the |really |just |some |like )*(?:chatgpt|chat gpt|gpt|claude|siri|alexa|gemini|assistant|male|female|man|woman|boy|girl|single|married|alive|sentient)(?: \w+){0,3}$",
        r"who (?:made|created|built|programmed|trained|designed|owns) you(?: \w+)?$|how old are you$|where (?:are you from|do you live)$",
    ),
    "insults": (
        r"(?:thieves|thief|crooks?|scammers?|swindlers?|liars?|idiots?|morons?|imbeciles?|jerks?|assholes?|bastards?|bullshit|shit|shitty|fuck\w*|go to hell|damn you|stupid|you suck)",
        r"screw (?:you|this)",
        r"(?:useless )?piece of (?:junk|crap|garbage|trash)|worst (?:shop|store|bot|service|chat)",
        r"(?:this|it|you|that)(?: \w+)? (?:is|are) (?:all |just |a |an |such a )*(?:scam|fraud|rip off|ripoff|disgrace|pathetic|useless|rubbish|garbage|trash|dumb)$",
    ),
    "asks_how": (r"how (?:does|do) (?:this|it|that) work$",),
    "code_words": (rf"{_CODE}",),
    "has_code": (
        rf"^{PLEASE}(?:i|we) (?:also |still |just |do )*(?:have|got|have got)(?: got)? (?:a|an|my|the|this|some) {_CODE}(?: but (?:i )?(?:can not|do not|cannot) (?:find|remember|have|know) (?:it|which|which one)| too| also| here| for this| i want to use)*$",
        rf"^{PLEASE}(?:(?:i|we|can i|could i|let me) (?:would like to |want to |need to |like to )?)?(?:use|apply|enter|redeem) (?:a|an|my|the|this) {_CODE}(?: please| here| too)*$",
        rf"(?:where|how) (?:do|can|should|to) (?:i )?(?:put|enter|use|apply|redeem|add|type)(?: in)? (?:a|an|my|the|this) {_CODE}$",
    ),
    "empties_cart": (
        r"(?:empty|clear) (?:my |the |out )*(?:cart|basket|bag)",
        r"(?:remove|delete|take out|clear|scrap|drop|undo) (?:everything|all|it all|them all|the whole (?:thing|order|cart))(?: of (?:it|them|that))?(?: (?:from|in) (?:my|the) (?:cart|basket|bag))?(?: please| out)*$",
        r"^(?:(?:let us|i want to|can we|can i|please|ok|no|actually) )*(?:start|begin) (?:over|again|afresh|from (?:scratch|zero|the beginning))(?: please)?$",
    ),
    "cancels_all": (
        r"(?:cancel|forget|abort|scrap) (?:everything|all|it all|all of it|all of this|the whole (?:thing|order|cart))(?: please)?$",
    ),
    "changes_details": (
        r"(?:change|edit|update|correct|fix) (?:my |the |our )?(?:\w+ )?(?:address|details|mail|email|name|zip|postcode|phone)",
        r"(?:wrong|different|another|new|other) (?:\w+ )?address",
        r"address (?:is|was) (?:wrong|not right|incorrect)",
    ),
    "changes_delivery": (
        r"(?:change|switch|edit) (?:the |my |to )*(?:\w+ )?(?:delivery|shipping|shipment)(?: method| option| way)?",
        r"(?:different|another|other) (?:\w+ )?(?:delivery|shipping)",
        r"(?:make it|make that|send it|ship it|use|switch|change|upgrade|go with|go for|rather have|prefer)(?: \w+){0,3} (?:delivery|shipping|shipment|express|standard|economy|courier|priority|overnight)(?! (?:is|are|was|cost|costs))",
    ),
    "changes_option": (
        r"(?:change|switch|swap|exchange|replace|make) (?:it|that|this|them|those|the|my|to|for)",
        r"(?:one|a) size (?:up|down|bigger|larger|smaller)",
        r"^(?:no|no wait|wait|sorry) \|",
        r"(?:instead|actually|rather|i meant|i mean|meant to|on second thought|second thoughts|(?:changed|change) my mind|i prefer|better in|would be better|oops|whoops|wrong (?:size|color|one)|by mistake|mistaken)",
    ),
    "adds_also": (
        r"(?:also|too(?! small| big| large| tight| loose| short| long)|another|more(?! of an? )|add|as well|both|plus|(?:a|the) second (?!thought)\w+|and (?:a|an|one|two|three|\d+|the|some))",
    ),
    "adds_goods": (
        rf"^{PLEASE}(?:and|also|plus|as well as|along with)(?: \|)?(?: (?:also|then|please|add|i want|i need|i will take|give me))* (?P<what>.{{1,60}})",
    ),
    "goods_alone": (
        rf"^{PLEASE}(?:and |also |what about |how about |maybe |any |something for |something |a )*(?P<what>.{{1,60}}?)(?: (?:in )?size \w+)?$",
    ),
    "first": (rf"^{PLEASE}{_IT}(?:the |number |no )?(?:first|1st){_ONE}",),
    "second": (rf"^{PLEASE}{_IT}(?:the |number |no )?(?:second|2nd){_ONE}",),
    "third": (rf"^{PLEASE}{_IT}(?:the |number |no )?(?:third|3rd){_ONE}",),
    "last": (rf"^{PLEASE}{_IT}(?:the )?last{_ONE}",),
    "cheapest": (
        rf"^{PLEASE}{_IT}(?:the )?(?:cheapest|cheaper|free)(?: delivery| shipping| way)?{_ONE}",
    ),
    "fastest": (
        rf"^{PLEASE}{_IT}(?:the )?(?:fastest|quickest|faster|fast|quick|soonest|soonest)(?: delivery| shipping| way)?{_ONE}",
        r"(?:need|want|get|have|would like|prefer|send|ship) (?:it |them |this |to have it |to get it )?(?:a bit |much |way |as )?(?:sooner|faster|quicker|earlier|asap|soon as possible|fast as possible|quickly as possible)",
        r"(?:as (?:soon|fast|quickly|quick) as possible|in a hurry|(?:it is|kind of|quite|pretty) urgent|the quicker the better|(?:whatever|whichever|what|which)(?: one)? is (?:the )?(?:fastest|quickest|soonest)|whichever (?:one )?(?:gets here|comes|arrives) (?:first|faster|fastest|soonest))",
    ),
    # Looked at only while the ways to deliver are on the screen: there these words mean little else.
    "collect": (
        r"(?:collect|collecting|pickup|collection|pick up|in store|store|shop)$",
        r"(?:collect|collecting|pickup|pick up|picking up|fetch)(?: it| them| this)?(?: up)?(?: \w+){0,6}$",
        r"(?:pick|picking|grab|fetch|collect|get) (?:it|them|this|that|mine)(?: \w+){0,4} (?:up|myself|in person|store|shop|place|counter|from you)",
        r"(?:come|coming|go|going|drop|swing|stop|stopping|pass|passing|walk|pop|be) (?:\w+ ){0,2}(?:by|over|past|round|around|along|get|store|shop)",
        r"(?:can|could|will|let me|like to|rather|prefer to) (?:\w+ )?(?:come|go) (?:and |to )?(?:get|take|fetch|collect|pick)",
        r"take (?:it|them) with me",
        r"(?:no|without|skip the) (?:delivery|shipping|shipment)",
        r"(?:in person|myself)(?: please| instead| then)*$",
    ),
}
