"""What is said to buy, or not to buy, and to change the cart."""

from __future__ import annotations

from agentpay_plugin.language.english.fragments import (
    ASK_YOU,
    BUY,
    I_WE,
    PLEASE,
    SURELY_BUY,
    THIS,
    WANT,
    WOULD,
)

_TAKE = rf"^{PLEASE}(?:(?:i will|i would|we will|i|we|can i|could i|may i|let me|let us|like|want|need|to|take|have|get|give me|get me|make it|add|order|buy|put in|just|only|then) )*"
_TO_BE_HAD = r"(?:(?:that|of|them|those|the|these|it|ones|pieces|i) )*(?:you have|you have got|you got|there is|there are|is left|are left|left|available|possible|i can|you can|can)(?: (?:left|in stock|there|then|please|get|be|have|had|of (?:it|them|those)|in (?:\w+ )?\w+))*"

BUYING: dict[str, tuple[str, ...]] = {
    "buys": (
        rf"^{PLEASE}{SURELY_BUY}(?! status| number| id| history| details| details| state| query| related| not| is| was| has| issue)(?: (?:me|us|now|this|it|that|the|a|an|some|one|two|three|more|\d+|please|these|those|for me|in|size|grass|something|\w+))?",
        rf"{I_WE} {WOULD}{WANT} (?:to |on |in )?(?:\w+ )?{SURELY_BUY}",
        rf"^{PLEASE}(?:want|need|like|love|ready|interested|looking|wish|trying) (?:to |in )?(?:\w+ )?(?:buy|buying|purchase|purchasing|order|ordering|book)",
        r"(?<!you )(?:interested in|ready to|like to|want to|need to|looking to|love to|going to|keen on|want|wish to) (?:\w+ )?(?:buying|buy|purchasing|purchase|ordering|order|reorder|book(?: (?:it|this|now))?)",
        rf"{ASK_YOU}(?:\w+ (?:to )?)?(?:\w+ )?{SURELY_BUY}",
        rf"(?:need|want|like) you to (?:{SURELY_BUY}|get|add)",
        rf"{ASK_YOU}(?:\w+ )?add",
        r"(?:place|make|do|put|put in) (?:an|a|the|my|this) (?:order|purchase)",
        r"so i can buy",
        rf"^{PLEASE}add \w+(?: \w+){{0,3}} (?:too|also|as well)$",
        r"(?:i|we) (?:still |also |just )*(?:need|want|have|would like) to (?:also )?add (?:a|an|another|some|one|two|three|\d+|the|this|that|it)",
        rf"^{PLEASE}(?:please )?add (?:to (?:my |the )?(?:cart|basket|bag)|{THIS}|\d+|a|an|another|some|one|two|three|four|five|six)",
        r"(?:add|put) (?:\w+ ){0,6}(?:to|in|into) (?:my |the )?(?:cart|basket|bag|order|trolley)",
        rf"(?:i will|i would|we will|will|let me|let us|i) (?:\w+ )?(?:take|grab|go (?:for|with)) (?:{THIS}|\d+|a|an|two|three|four|five|six|another|some|the)",
        r"sign me up",
        r"let us (?:buy|order|get|take) \w+",
        r"(?:i|we) will have (?:it|this|that|these|those|one|two|three|\d+|the|a)",
        r"(?:i|we) would love (?:one|it|this|that|two|to have (?:it|this|one))$",
        r"(?:let us|i will|we will) go (?:with|for) \w+",
        rf"^{PLEASE}(?:i will take|take|grab|get me|give me|send me|bring me|get|reserve|book) (?:{THIS}|\d+|a|an|two|three|four|five|six|some|another|me|the)",
        rf"{ASK_YOU}(?:\w+ )?(?:get|give|send|bring) me (?:\d+|a|an|two|three|four|five|six|some|one|the|this|it|that)",
        r"^want (?:it|this|this one|that one)$",
        rf"^{PLEASE}(?:i|we) (?:want|need|would like)(?: to have)? another(?: one)?(?: please)?$",
        r"(?:i|we) (?:(?:will |also |just |really )*(?:want|need)|(?:would|will) (?:also |really )?(?:like|have))(?: to (?:have|get|take))? (?:it|this one|that one|this|these|those|them)$",
        r"(?:can|could|may) (?:i|we) (?:please |also )?(?:get|have|take|buy|order|purchase) (?:\d+|two|three|four|five|six|some)",
        rf"(?:can|could|may) (?:i|we) (?:please |also )?{SURELY_BUY} (?:it|this|that|these|those|them|one|the|a|an)",
        r"(?:i|we) (?:(?:really |also |just )*(?:want|will have)|would (?:really |also )*like)(?: to (?:have|get|take))? (?:this|these) (?!info|information|refund|invoice|receipt|discount|help|answer|service|number|address|to |for |in |by |on |done|way)\w+(?: \w+)?(?: please)?$",
        r"^(?:i take|i will buy|i buy|buy it|sold|shut up and take my money|deal)(?: \w+){0,6}$",
        r"want (?:to )?buy (?:now )?(?:your product)?",
    ),
    "buys_what": (
        rf"{I_WE} {WOULD}{WANT} (?:to |on |in )?(?:\w+ )?{SURELY_BUY} (?P<what>.{{1,80}})",
        r"(?<!you )(?:interested in|ready to|like to|want to|need to|looking to|love to|going to|want|wish to) (?:buying|buy|purchasing|purchase|ordering|order|reorder) (?P<what>.{1,80})",
        rf"{ASK_YOU}(?:\w+ (?:to )?)?{SURELY_BUY} (?P<what>.{{1,80}})",
        rf"(?:need|want|like) you to (?:{SURELY_BUY}|get|add) (?P<what>.{{1,80}})",
        r"(?:place|make) (?:an|a|the|my) (?:order|purchase) (?:for|of) (?P<what>.{1,80})",
        rf"(?:can|could|may) (?:i|we) (?:please |also )?{BUY} (?P<what>.{{1,80}})",
        r"so i can buy (?P<what>.{1,80})",
        r"(?:add|put) (?P<what>.{1,80}) (?:to|in|into) (?:my |the )?(?:cart|basket|bag|order|trolley)",
        r"(?:add|put) (?!(?:it |this |that |them )?(?:to|in|into) (?:my |the )?(?:cart|basket|bag|order|trolley))(?P<what>.{1,80})",
        rf"^{PLEASE}{SURELY_BUY} (?P<what>.{{1,80}})",
        r"(?:take|grab|go for|go with|get me|give me|send me|bring me|reserve|book|get) (?P<what>.{1,80})",
        r"(?:like|want|need) to (?:have|get|take|build) (?P<what>.{1,80})",
    ),
    "wants_what": (
        r"(?:i|we) (?:(?:also |really |just |still |do |would )*(?:want|need|require)|would (?:also |really )*like)(?! to (?!have|get|take|build))(?: to (?:have|get|take|build))? (?P<what>.{1,80})",
        rf"^{PLEASE}(?:want|need|require) (?:also )?(?P<what>.{{1,80}})",
        rf"^{PLEASE}(?:i will have|i will go for) (?P<what>.{{1,80}})",
    ),
    "how_to_buy": (
        r"how (?:and where |can |could |do |to |should |would |will |may )*(?:i |we |you |one |a customer )?(?:\w+ )?(?:buy|purchase|order|place (?:an|a|my|the)? ?order|make (?:a|an) (?:order|purchase))(?! status)",
        r"where (?:is|are|can|do|to|could|should) (?:i |we |the )?(?:buy|purchase|order|place (?:an|my|the|a) order)",
        rf"(?:can|could|may) (?:i|we) (?:still |now |already )?(?:{SURELY_BUY}|place (?:an|a|my) order)",
        r"(?:buy|purchase|order) (?:option|button|link|page)",
    ),
    "cannot_buy": (
        r"(?:can not|can not able|unable|not able|not allowing|not letting|could not|not possible) (?:\w+ ){0,6}(?:buy|order|purchase|add|place|checkout|check out)",
    ),
    "takes_rest": (rf"{_TAKE}(?:what|whatever) {_TO_BE_HAD}$",),
    # It is said to be taken, and nothing is told of it: "all you have is blue" buys none.
    "takes_all": (
        rf"{_TAKE}(?:all|as many as|as much as) {_TO_BE_HAD}$",
        rf"{_TAKE}(?:every|every single) (?:one|piece)(?: (?:you|that you|there|that) \w+(?: \w+)?)?(?: then| please)*$",
        rf"{_TAKE}(?:the rest|all of them|all of those|all of it|that many|what is left|them all|the lot|the max|the maximum|the most i can)(?: (?:then|please|(?:you|i|that) (?:have|can|got|there is|there are|is left|are left|get)(?: left)?))*$",
    ),
    # What can be had of goods that are scarce, and nothing else beside it.
    "settles_for": (
        r"^(?:(?:ok|okay|well|fine|alright|then|so|oh|hm|yes|sure|just|only|i will take|i take|take|give me|make it|let us do|let us take|i guess|in that case|the) )*(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: (?:then|please|is fine|is ok|will do|it is|of them|will have to do))*$",
    ),
    "doubles": (
        r"(?:double|duplicate) (?:it|that|them|this|those|the (?:order|quantity|amount|number))(?: please| actually)*$",
        r"(?:double|duplicate) (?:up on )?(?:the )?(?P<what>.{1,60})",
        r"(?:twice (?:that|as many|as much)|make (?:it|that|them) (?:double|twice as many))(?: please)?$",
    ),
    "triples": (
        r"(?:triple (?:it|that|them|this|those)|three times (?:that|as many))(?: please)?$",
    ),
    "fewer": (
        r"(?:make (?:it|that) )?(?:one|two|three|four|five|\d+) (?:less|fewer)(?: (?:of )?(?P<what>.{1,60}))?",
        r"(?:remove|drop|delete|put back) (?:just |only )?(?:one|two|three|\d+)(?: of (?:them|those|these|it))?(?: (?:out|off|away|back))?(?: please)?$",
        r"(?:take|put) (?:just |only )?(?:one|two|three|\d+)(?: of (?:them|those|these|it))? (?:out|off|away|back)(?: please)?$",
    ),
    "some_more": (
        r"(?:a few|some|a couple|several|many) more(?: of (?:them|those|it|these))?(?: please)?$",
    ),
    "of_each": (
        r"(?:one|1) (?:of|in|from|for) (?:each|every|all)(?: (?:of )?(?:the |them |those )*(?:color|colors|size|sizes|flavor|kind|type|one|ones))?",
        r"(?:one|1) each|each (?:color|size|flavor|kind)|all (?:the )?(?:\w+ )?(?:colors|flavors)",
    ),
    "all_shown": (
        r"(?:ok |so |then |well |i will take |i want |give me |add |yes )*(?:all|both|all (?:of )?(?:them|these|those)|all (?:of )?(?:the )?(?:two|three|four|five|six|\d)(?: of them)?|both of them|each of them|every one|one of each|one each|(?:both|all)(?: the)? (?:scents|colors|sizes|flavors|kinds|types|versions|models|ones))(?: then| please)*",
    ),
    "ranges_over": (r"(?:or|either|between|which)",),
    "like_the_last": (r"(?:the |in the )?same(?: (?:one|size|color|thing|kind|model|again))?",),
    "of_those": (r"of (?:them|those|these|the)",),
    "all_of_several": (r"(?:all|both|every|each)",),
    "instead": (r"(?:instead|actually|in total|altogether|after all)",),
    "how_to_check_out": (
        r"(?:how|where) (?:\w+ ){0,5}check out",
        r"(?:can|could|may) (?:i|we) (?:pay|check out)(?: now| please| it| for it| already)*$",
    ),
    "adds_more": (
        r"^(?:(?:and|ok|oh|also|please|actually|yes|hm|can i (?:get|have|add)|could i (?:get|have)|add|give me|i want|i need|i will take|i would like|make it|let us do|just|maybe) )*(?:one|\d+|two|three|four|five|six) more(?: of (?:it|them|these|those|the same|that))?(?: (?:piece|pieces|pair|pairs|bottle|bottles|pack|packs|bag|bags|box|boxes|copy|copies|set|sets|can|cans|item))?(?: like (?:it|that)| too)?(?: please)?$",
        r"^(?:(?:and|ok|oh|also|please|actually|yes|can i (?:get|have|add)|could i (?:get|have)|add|give me|i want|i need|i will take|i would like) )*(?:another(?: (?:two|three|four|five|six|\d+))?|a second|an additional|an extra|one extra)(?: one| piece| pair| bottle| pack| box| bag| copy| set| of (?:those|these|them|the same|it))*(?: too)?(?: please)?$",
        r"^(?:(?:and|the) )*same (?:again|once more|one again)(?: please)?$",
    ),
    "refuses": (
        rf"(?:do|did|does|will|would|should|could|can|am|is|please|have) not (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:{BUY}|add|buying|ordering|purchasing|put|want|need|bought|decided|ready|interested|pay|checkout|check out)",
        rf"(?:not|never) (?:\w+ )?(?:{SURELY_BUY}|buying|ordering|purchasing|interested|ready|now|today|yet|add|add it|this time|sure)",
        r"^(?:ok )?(?:no|no no|nothing|never mind|nevermind|no need|no need to \w+|no way|forget it|leave it|maybe later|later|another time|some other time|not really|stop)(?: (?:thanks|thank you|sir|please|i am good|for now|now|it is ok))*$",
        r"(?:want|need|buy|take) nothing",
        r"(?:just|only) (?:looking|browsing|asking|checking|curious|wondering)",
        r"no (?:thanks|thank you)",
    ),
    "postpones": (
        r"(?:tomorrow|later|tonight|next (?:week|month|year|time|\w+day)|another (?:day|time)|some other time|in a few days|after (?:work|payday)|once i|when i get)",
    ),
    "removes": (
        rf"^{PLEASE}(?:{ASK_YOU}|(?:i|we) (?:would |do |just )*(?:want|like|need) to )?(?:remove|delete|drop|discard|take out|take off|throw out|get rid of)(?: (?P<what>.{{1,80}}))?",
        r"(?:take|leave|throw|put) (?P<what>.{1,80}?) (?:(?<!check )out|off|away|(?<!is )(?<!are )back)(?: of| from)?(?: (?:my|the))?(?: (?:cart|basket|bag|order))?",
        r"(?:do|did) not (?:want|need) (?P<what>.{1,80}) (?:any ?more|anymore|any longer)",
        r"(?:do|did) not (?:want|need) (?P<what>.{1,80}) in (?:my|the) (?:cart|basket|bag)",
        r"(?:empty|clear) (?:my |the )?(?:cart|basket|bag)",
        rf"^{PLEASE}(?:remove|delete) (?P<what>.{{1,80}}) from (?:my|the) (?:cart|basket|bag|order)",
    ),
    "all_but": (
        rf"^{PLEASE}(?:{ASK_YOU})?(?:remove|delete|drop|discard|cancel|clear|scrap|take out|throw out|get rid of) (?:everything|everything else|all(?: of (?:it|them))?) (?:but|except|besides|other than|apart from|save)(?: for)? (?P<what>.{{1,60}})$",
    ),
    "drops_line": (
        r"(?:(?:do|will) not (?:want|need|take|buy)|forget|skip|lose|scratch|ditch|dump|kill|cut|nix|cancel|without|minus|leave out|never mind|no(?! (?:the|this|that|these|those|my))) (?:about )?(?P<what>.{1,60}?)(?: after all| any ?more| any longer| please| then| thanks)*$",
        r"^(?P<what>.{1,60}?) (?:can go|has to go|is not needed|is not for me|can come out)(?: \w+)?$",
    ),
    "keeps_only": (
        rf"^{PLEASE}(?:only keep|just keep|just|only|keep only|keep just|leave only|leave just|i only want|i just want|i will only take|i will just take) (?P<what>.{{1,60}}?)(?: please| then| now| after all)*$",
    ),
    "changes_quantity": (
        r"make (?:it|that|this|them|those) (?:\w+ )?(?P<what>\w+)",
        r"make (?:the|my) (?P<what>.{1,60}?) (?:one|two|three|four|five|six|\d+)$",
        r"(?:change|set|update|increase|decrease|reduce|raise|lower|adjust|edit|bring) (?P<what>.{0,80}?)(?:quantity|amount|number)?(?: of (?P<what>.{1,80}?))? ?to (?:\w+)",
        r"(?:change|update|edit|increase|decrease|reduce|lower) (?:the |my )?(?:quantity|amount|number)",
        r"quantity (?:to |of |is )?\w+",
        r"^(?:no )?(?:actually|wait|rather|on second thought) (?:\| )?(?:i |we )?(?:only |just )?(?:want|need|take|would like)? ?(?:to have )?(?:one|two|three|four|five|six|\d+)(?: copies| pieces| pairs| units)?(?: of (?:them|those|these|it))?(?: please| instead)*$",
        r"^(?:i |we )?(?:want|need|would like)? ?(?:one|two|three|four|five|six|\d+) (?:of (?:them|those|these) )?in total(?: please)?$",
        r"(?:i )?(?:want|need|take|order|have|like) (?:\w+ )?(?:\w+ )?instead",
        r"(?:one|two|three|four|five|six|\d+) instead(?: of \w+)?",
    ),
    "only_quantity": (
        r"(?:one|\d+|two|three|four|five|six) (?:\w+ ){0,2}(?:in total|altogether|actually|after all)(?: please)?$",
        r"(?:in total|altogether) (?:\w+ ){0,4}(?:one|\d+|two|three|four|five|six)(?: please)?$",
        rf"^{PLEASE}(?:no |hm |wait )*(?:i |we )?(?:just|only) (?:i |we )?(?:want |need |take )?(?:one|\d+|two|three|four|five|six|a single|a)(?: please| of them| piece| of those| of it| item| then| actually| instead| after all| now| thanks)*$",
        rf"^{PLEASE}(?:just |only )?(?:one|\d+|two|three|four|five|six) (?:of them |pieces? )?(?:is|are|will be|would be|will) (?:enough|plenty|fine|do|all i need)(?: \w+)?$",
    ),
    "shows_cart": (
        r"(?:show|see|view|open|display|check|look at|go to|what is in|what do i have in|what have i got in|whats in|review|list)(?: me)? (?:my |the )?(?:\w+ )?(?:cart|basket|bag|trolley)",
        r"^(?:my |the )?(?:cart|basket|total)(?: please)?$",
        r"how much (?:is|does) (?:everything|it all|all of it|it cost in total)$",
        r"where is (?:my|the) (?:cart|basket|bag)",
        r"what is (?:my|the) (?:\w+ )?(?:total|subtotal|sum)",
        r"(?:my |the )?(?:total so far|cart total|order total)",
        r"(?:in|inside) my (?:cart|basket|bag)$",
    ),
    "checks_out": (
        r"^pay (?:with|by|via|using) \w+",
        r"(?:can|could|may) (?:i|we) (?:pay|check out)(?: now| please| it| for it| already)*$",
        r"(?:how|where) (?:\w+ ){0,5}check out",
        r"(?:proceed|go|continue|head|move|take me|ready|want|like|let us|let me|now|please|going|bring me)(?: \w+)? ?(?:to|with|on to)? ?(?:the )?(?:check out|cash desk)",
        r"^(?:\w+ )?check out(?: now| please| my cart| the cart)*$",
        r"(?:want|like|ready|need|going|let me|let us|i will|wish|proceed|how about i|i would)(?: like)?(?: to)?(?: \w+)? ?(?:pay|make (?:the|a|my) payment|complete (?:the|my) (?:order|purchase|payment)|finish (?:the|my) (?:order|purchase)|finalize (?:the|my) (?:order|purchase))",
        r"^(?:ok )?(?:please )?(?:pay|pay now|pay please|payment|payment link|finish order|complete (?:the |my )?(?:order|purchase)|finalize)(?: please| now)*$",
        r"(?:give|send|show)(?: me)? (?:the |a |my )?(?:payment link|payment|bill|link to pay|pay link)",
        r"(?:back|return|go back) to (?:my |the )?(?:order|check out|payment)$",
        r"proceed(?: to)?(?: the)?(?: (?:payment|pay|checkout|order))?$",
    ),
    "by_card": (
        r"(?:pay|paying|check out|buy|buying|purchase) (?:\w+ ){0,3}(?:by|with|via|using|on) (?:my |a |the )?(?:credit |debit |bank )?(?:card|visa|mastercard|amex)",
        r"^(?:rather |then |ok |yes |please |instead |no |actually |i |we |would |will |prefer |want |like |to |let us |let me |can i |could i |do |use |make it |switch to |change to |change it to |pay |paying |it )*(?:by |with |via |using |on )?(?:my |a |the )?(?:credit |debit |bank )?(?:card|visa|mastercard|amex)(?: please| instead| then| now| today)*$",
    ),
    "by_pix": (
        r"(?:pay|paying|check out|buy|buying|purchase) (?:\w+ ){0,3}(?:by|with|via|using|on|in) (?:a |the )?pix",
        r"^(?:rather |then |ok |yes |please |instead |no |actually |i |we |would |will |prefer |want |like |to |let us |let me |can i |could i |do |use |make it |switch to |change to |change it to |pay |paying |it )*(?:by |with |via |using |on |in )?(?:a |the )?pix(?: code| key)?(?: please| instead| then| now| today)*$",
        r"(?:give|send|show|generate|make|create|get)(?: me)? (?:a |the |my )?pix(?: code| key)?",
    ),
    "is_done": (
        r"(?:i am|we are|that is|thats|i have) (?:done|all|everything|finished|ready|it)(?: (?:thanks|thank you|for now|please|shopping|now))*$",
        r"(?:nothing else|no more items|that will be all|that would be all)",
        rf"^{PLEASE}all (?:done|finished)(?: (?:thanks|thank you|for now|please|shopping|now))*$",
    ),
}
