"""What is said that is no matter of goods, of placed orders that are to change, and of money taken wrongly."""

from __future__ import annotations

_LANGUAGE = r"(?:english|portuguese|spanish|french|german|italian|polish|dutch|chinese|japanese|arabic|russian|hindi)"
_OTHERS = r"(?:(?:other|another|all|any|your|some|of|the|every) )+(?:customer|customers|user|users|client|clients|buyer|buyers|people|person|shopper|shoppers)"
_THEIRS = r"(?:order|orders|data|details|address|addresses|email|emails|mail|mails|name|names|phone|phones|numbers|information|info|purchases|list|database)"
_MINE = r"(?:(?:all|any|of|my|our|the|this) )*"

TALKING: dict[str, tuple[str, ...]] = {
    "talks_secrets": (
        r"(?:ignore|disregard|forget|override) (?:(?:all|any|the|your|my|of|these|those) )*(?:previous|prior|above|earlier|system|existing)? ?(?:instructions|instruction|rules|prompts|prompt|guidelines)",
        r"(?:system|hidden|initial|original|secret|your) (?:prompt|instructions|instruction)",
        r"(?:you are|act as|pretend to be|pretend you are|behave as|act like)(?: now)? (?:(?:a|an|the|my|in|shop|store|system) )*(?:admin|administrator|root|developer|owner|manager|hacker|dan|god mode|developer mode)",
        r"(?:developer|admin|debug|god|jailbreak) mode|api keys?",
        rf"{_THEIRS} (?:of|from|for) {_OTHERS}",
        rf"{_OTHERS} {_THEIRS}",
        rf"(?:list|show|give|tell)(?: me)? {_OTHERS}$",
        r"(?:set|change|make|put) (?:the |its |my )?(?:price|total|amount)(?: \w+){0,3} (?:to|at|for|is)(?: \w+)?$",
        r"what (?:did|do|have|does) (?:(?:the|other|your|last|previous|another|next) )+(?:customer|customers|person|user|users|client|clients|shopper)(?: \w+)? (?:buy|bought|order|ordered|purchase|ask|write|say to you)",
        r"(?:admin|administrator|root|system|staff) (?:password|access|rights|login|panel|credentials)",
        r"(?:mark|set|flag)(?: \w+){0,4} as (?:paid|free|shipped)",
    ),
    "talks_languages": (
        rf"(?:do|can|could|does|are) (?:you|anyone|anybody|it|they|someone)(?: \w+)? (?:speak|speaks|understand|write|talk|chat|answer|reply)(?: \w+){{0,2}} {_LANGUAGE}",
        rf"(?:speak|talk|write|answer|reply|chat|switch|continue)(?: to me| with me)? (?:in|to) {_LANGUAGE}",
        rf"^(?:in |is there |do you have )?{_LANGUAGE}(?: please)?$",
        r"(?:what|which|how many) languages? (?:do|can|does|are)",
    ),
    "talks_buttons": (
        r"(?:can not|cannot|do not|not|could not|unable to|hard to)(?: \w+)? (?:see|find|read|press|tap|click|use|hit|reach)(?: (?:the|any|your|a|those|these|this|on|that|pay|payment))* (?:buttons?|screen|links)",
        r"(?:buttons?|screen)(?: \w+)? (?:does not|do not|is not|are not|will not|not|did not|is|are)(?: \w+)? (?:work|working|respond|responding|show|showing|appear|loading|there|visible|broken|gone|missing|dead|stuck)",
        r"(?:i am|am)(?: \w+)? (?:blind|visually impaired|partially sighted|color blind|dyslexic)",
        r"(?:screen reader|screenreader|voiceover|talkback|nvda)",
        r"^(?:there (?:is|are) )?(?:no|where (?:is|are) the) (?:pay |payment )?buttons?(?: \w+){0,3}$",
    ),
    "talks_calls": (
        r"my (?:phone|phone number|cell|cell phone|mobile|telephone|whatsapp)(?: number)? (?:is|no)(?: \w+){0,5}$",
        r"^(?:please |can you |could you |just )*(?:text|sms|whatsapp) (?:me|us|it to me|the \w+ to me)(?: \w+){0,6}$",
        r"(?:can|could|may|want to|like to) (?:i )?(?:order|buy|pay|purchase)(?: \w+){0,2} (?:by|over the|on the|via|through) (?:phone|telephone|whatsapp)$",
    ),
    "talks_bargain": (
        r"(?:give|make|do|offer)(?: me| us)?(?: (?:a|an|some|the|any|it|this|that|little|small|big|good|better|more|extra|special|nice))* (?:discount|off|better price|lower price|best price|special price|better deal|good price)(?: (?:please|on this|on it|for me|today|then|and i \w+(?: \w+){0,3}))*$",
        r"(?:lower|drop|reduce|negotiate|bargain|haggle|match)(?: on| down)? (?:the |your |this |that |my )?price",
        r"(?:best|lowest|your final) price(?: you can \w+)?(?: please)?$",
        r"price match(?:ing)?|(?:match|beat) prices",
        r"(?:owner|boss|manager|friend|colleague|someone|somebody|you|he|she|they|shop|support)(?: \w+){0,3} (?:said|told|promised|says)(?: \w+){0,6} (?:free|discount|off|half price|for nothing|gratis)(?: \w+){0,3}$",
        r"(?:competitor|competitors|competition|amazon|ebay|walmart|other shops?|others|elsewhere|another shop)(?: \w+){0,5} (?:cheaper|for less|lower price|half the price)(?: \w+){0,3}$|cheaper (?:on amazon|elsewhere|somewhere else|at \w+|in another (?:shop|store))$",
        r"(?:ship|send|give|let me have|hand)(?: \w+){0,4} (?:for free|free of charge|for nothing)$",
    ),
    # Beside an amount alone.
    "offers_amount": (
        r"(?:would|will|can|could) you (?:take|accept|do)(?: it| this| that)?(?: for)?(?: \d{2,})?(?: for (?:it|this|that))?$",
        r"(?:make|do|sell|give|let)(?: me)? (?:it|this|that)(?: to me| go)? for(?: \d+)?(?: less| cheaper| free)?$",
        r"(?:i|we) (?:will|can|would|only) (?:pay|give you|offer you|offer)(?: (?:only|just|max))?(?: \d+)?(?: for (?:it|this|that|both))?$",
    ),
    "talks_world": (
        r"(?:what is|how is|tell me|check) the weather(?: \w+){0,4}|weather (?:today|tomorrow|forecast)",
        r"(?:will|is|does) it (?:going to |gonna )?(?:rain|raining|snow|snowing|sunny)(?: \w+){0,3}$",
        r"(?:tell|know|say|make)(?: me| us)?(?: (?:a|an|any|another|some|good|funny|one))* (?:joke|jokes)(?: (?:please|now|about|for|to|me|us|\w+)){0,3}$",
        r"(?:give|send|share|know|want|need|tell|have)(?: me)?(?: (?:a|an|the|some|any|good|your|best))* (?:recipe|recipes)(?! (?:book|books|card|cards|box|binder|holder|journal|tin)\b)(?: \w+){0,6}$",
        r"^(?:recipe|recipes) for(?: \w+){1,5}$",
        r"who (?:won|wins|will win|is winning|is going to win)(?: \w+){0,6}",
        r"who (?:is|was) (?:the )?(?:\w+ )?(?:president|prime minister|pope|mayor|richest)(?: \w+){0,5}",
        r"(?:write|sing|compose|tell)(?: me| us)? (?:a|an|the|some)(?: \w+)? (?:poem|song|story|essay|code|script|haiku|letter)(?: \w+){0,8}",
        r"(?:what time is it|what is the time|what (?:day|date|year) is (?:it|today)|what is (?:the|today's|today) date)(?: \w+){0,4}$",
        r"what is the (?:capital|population|meaning) of(?: \w+){1,5}",
        r"(?:translate|translation)(?: \w+){0,6} (?:to|into) \w+",
        r"(?:help|helping)(?: me)? with (?:my |the )?(?:homework|math|essay|assignment|taxes)(?: \w+){0,3}$|do my homework(?: \w+)?$",
    ),
    "asks_privacy": (
        rf"(?:delete|erase|remove|wipe|forget|clear) {_MINE}(?:\w+ )?(?:data|information|account|chat|chats|conversation|history|messages|profile)(?: \w+){{0,4}}$",
        r"what (?:\w+ )?(?:do|does|have|has) (?:you|they|it|this shop|the shop) (?:\w+ )?(?:know|have|store|keep|got|collect|collected|stored|saved)(?: \w+){0,3} (?:about|on|of) (?:me|us)",
        r"(?:is|are|was|will) (?:this|the|my|our)(?: \w+)? (?:chat|chats|conversation|messages|data|information|info|card|call)(?: \w+){0,3} (?:recorded|stored|saved|kept|logged|private|shared|sold|encrypted|protected|confidential|tracked|safe with you)",
        r"(?:do|does|did|will|are|is) (?:you|it|they|the shop|this shop|anyone)(?: guys)?(?: \w+)? (?:save|store|keep|record|recording|remember|log|share|sell|collect|storing|saving|tracking|track|read)(?: (?:or|and|save|store|sell|share))* (?:(?:my|our|any|personal|credit|this|the|bank) )+(?:data|information|info|card|cards|chat|chats|conversation|messages|details|address|email)",
        r"(?:privacy|gdpr|lgpd|data protection)(?: \w+){0,3}$",
        r"(?:unsubscribe|opt me out|stop (?:sending|emailing) me)(?: \w+){0,6}$",
        r"(?:what happens|what do you do|what will you do) (?:with|to) (?:my|our) (?:\w+ )?(?:data|details|information|info|card|address|email)(?: \w+){0,3}$",
        r"(?:can|could|do|will) you (?:\w+ )?(?:remember|save|keep|store) (?:my|the) (?:\w+ )?(?:card|details|data|address)(?: \w+){0,4}$",
        r"who (?:can|else can|will) (?:see|read)(?: \w+){0,4} (?:write|chat|messages|data|conversation)",
    ),
    "asks_invoice": (
        r"(?:need|want|get|send|have|issue|give|where is|request|forward|email|find|download|see|print)(?: \w+){0,5} (?:invoice|invoices|tax receipt|vat receipt|receipt|proof of purchase)(?: \w+){0,6}$",
        r"^(?:an? |the |my )?(?:invoice|receipt)(?: please)?$",
        r"(?:invoice|receipt) (?:with|for|to|in the name of)(?: \w+){1,6}$",
    ),
    "asks_terms": (
        r"(?:do|must|does|should|have)(?: \w+){0,2} (?:need to |have to )?be (?:(?:over|at least|older than) )?(?:\d+|an adult|of age|over age)(?: \w+){0,5}$",
        r"(?:minimum age|age (?:limit|restriction|requirement|check)|how old (?:do|must|should) i)(?: \w+){0,5}",
        r"(?:i am|am|he is|she is)(?: \w+){0,2} (?:\d{1,2}|underage|under age|a minor|a kid|a child)(?: years old| yrs old| yo)?(?: \|)?(?: \w+){0,2} (?:can|may|am|could) (?:i|he|she)",
        r"(?:underage|under age|a minor)(?: \w+){0,5}$",
        r"my (?:mom|mum|mother|dad|father|parents|grandma|husband|wife) (?:will|can|is going to|wants to|could) pay(?: \w+){0,4}",
    ),
    "goods_missing": (
        r"(?:item|items|one|something|part|parts|piece|pieces|product|half|accessory)(?: \w+){0,3} (?:is|are|was|were) missing(?: \w+){0,5}$",
        r"(?:is|am|are|was|were) missing (?:(?:a|an|one|two|some|my|the|\d+) )?(?:\w+ )?(?:item|items|piece|pieces|part|parts|product|products|thing|things)(?: \w+){0,5}$",
        r"(?:courier|driver|someone|somebody|neighbor|neighbour|they|he)(?: \w+)? stole (?:it|my \w+|the \w+)|(?:was|got|has been) stolen(?: \w+){0,5}$",
    ),
    # Ways to pay that AgentPay has not.
    "by_other": (
        r"(?:paypal|apple ?pay|google ?pay|venmo|zelle|cash app|klarna|afterpay|cash|cheque|check by mail|bank transfer|wire transfer|bitcoin|crypto|bizum|boleto)",
    ),
    "checks_number": (r"(?:check|track|find|look up|see|look for|trace|show)(?: \w+)? order",),
    "complains": (
        r"(?:driver|courier|delivery guy|delivery man|postman|mailman|staff|employee|employees|seller|guy|people|agent)(?: \w+){0,4} (?:rude|unfriendly|impolite|awful|horrible|terrible|disrespectful|unprofessional)(?: \w+){0,4}$",
        r"(?:nobody|no one|noone|you never|you do not|they never|they do not|you guys never|does not anyone)(?: \w+)? (?:answer|answers|answering|reply|replies|respond|responds|pick|picks|cares?)(?: \w+){0,5}$",
        r"(?:i am|we are|am)(?: \w+){0,2} (?:disappointed|frustrated|angry|upset|fed up|furious|unhappy|disgusted|annoyed|pissed)(?: \w+){0,5}$",
        r"(?:terrible|horrible|awful|worst|poor|disgusting|lousy|bad|pathetic) (?:\w+ )?(?:service|experience|customer service|support|shop|store|company)(?: \w+){0,3}$",
        r"(?:never|not) (?:going to |gonna |ever )*(?:buy|buying|order|shop|shopping)(?: \w+){0,3} (?:here|from you|again)(?: \w+){0,3}$",
        r"(?:going to|will|gonna|want to) (?:report|sue) (?:you|this|your \w+)(?: \w+){0,4}$|(?:hear|hearing) from my lawyer",
        r"(?:this|that|it|which) is (?:\w+ )?(?:unacceptable|ridiculous|outrageous|a disgrace|disrespectful|a joke)(?: \w+){0,3}$",
    ),
    "charged_wrong": (
        r"charged (?:me|us|my \w+)(?: \w+){0,3} (?:twice|two times|double|again|wrong|wrongly|extra|too much|\w+ times)",
        r"(?:i|we|card|account|am|was|were|been|got)(?: \w+){0,4} (?:charged|billed|debited)(?: \w+){0,3} (?:twice|two times|double|again|wrongly|extra|too much)",
        r"(?:paid|pay|payed)(?: \w+){0,3} (?:twice|two times|double)",
        r"(?:two|2|double|duplicate|three|3|multiple|unknown|unrecognized|unrecognised|strange) (?:charges|charge|debits|debit|payments)",
        r"charge(?: \w+){0,6} (?:i|we) (?:do|did|can) not (?:recognize|recognise|know|make|authorize|authorise)",
        r"(?:double|twice) charged",
    ),
    "changes_order": (
        r"(?:change|edit|update|amend|modify|correct|fix|switch) (?:(?:my|our|the|an|existing|placed) )+(?:order|purchase)",
        r"(?:change|edit|update|correct|fix|modify|switch|get|different|wrong|new|other)(?: \w+){0,5} (?:of|on|in|for|from|with|to) (?:my|our|the|that) (?:\w+ )?(?:order|purchase)",
        r"(?:add|include|put)(?: \w+){0,6} (?:to|in|into|on) (?:my|our|the|that) (?:\w+ )?order(?: \w+){0,3}$",
        r"(?:picked|chose|ordered|selected|bought|took) (?:the |a )?wrong (?:size|color|one|item|product|model|variant)(?: \w+){0,3}$",
        r"(?:stop|hold|pause|undo|withdraw) (?:my|the|that|this) (?:\w+ )?(?:order|purchase)",
    ),
    "changes_address": (
        r"(?:change|edit|update|correct|fix) (?:(?:my|the|our|delivery|shipping) )*address",
        r"(?:wrong|incorrect|old) (?:\w+ )?address (?:on|in|for|to|when)|(?:gave|entered|put|typed|wrote|used)(?: \w+){0,3} (?:wrong|old) (?:\w+ )?(?:address|email|name|zip|size|color)",
        r"(?:ship|send|deliver) (?:it|my order|the order|them) (?:to )?(?:another|a different|my other|a new)(?: \w+)? (?:address|place)",
        r"(?:wrong|mistake in|typo in)(?: \w+){0,2} (?:house number|zip code|street|postcode)",
    ),
}
