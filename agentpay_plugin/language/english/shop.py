"""What is said to ask of the shop itself: what it sells, when and where it is open, how to reach it."""

from __future__ import annotations

_SHOP = r"(?:you|you guys|u|this shop|this store|the shop|the store|your shop|your store|your shops|your stores|your company|your business)"

SHOP: dict[str, tuple[str, ...]] = {
    "asks_goods": (
        rf"what (?:all |else |kind of things |kinds of things |sort of things |things |products |goods |items )?(?:do|does) {_SHOP} (?:sell|offer|have|carry|stock)(?: here| in stock| for sale| in (?:this|the|your) (?:shop|store))*$",
        r"(?:what|which) (?:categories|departments|collections|product lines|kinds of products|types of products) (?:do you have|are there|do you sell|do you offer|have you got)$",
        r"(?:show|list)(?: me)? (?:all )?(?:your |the )?(?:categories|departments|collections|whole catalog|whole catalogue)$",
        r"what (?:is|can i (?:find|buy|get)) (?:here|in (?:this|the|your) (?:shop|store))$",
    ),
    "asks_hours": (
        rf"(?:when|what time|which days|until when|till when|how late) (?:do|does|are|is|can) (?:{_SHOP} )?(?:open|opens|opened|close|closes|closed|shop open|store open)",
        rf"(?:are|is) {_SHOP} (?:also |still )?(?:open|closed)",
        r"(?:opening|business|working|store|shop|office|closing|trading) (?:hours|times|time|days)",
        r"open (?:on|at|over) (?:the )?(?:weekend|weekends|sunday|sundays|saturday|saturdays|holidays|christmas|easter|night|monday|mondays)",
    ),
    "asks_location": (
        rf"where (?:is|are|can i find) {_SHOP}(?: \w+)?(?: located| based| situated)?$",
        r"where (?:are you|is your \w+|is the \w+) (?:located|based|situated)",
        r"(?:do|does) (?:you|u|the shop) (?:guys )?have (?:a |any )?(?:physical |real |local |brick and mortar )?(?:store|stores|shop|shops|showroom|showrooms|outlet|outlets|branch|branches)(?: near \w+| in \w+(?: \w+)?| i can visit)?$",
        r"(?:store|shop|company|physical) (?:address|location|locations)",
        r"(?:can|could|may) i (?:visit|come to|drop by|come by|go to) (?:you|your|the|a)(?: \w+)?(?: store| shop| showroom)?$",
        r"how (?:do|can) i get to (?:you|your|the)(?: \w+)?",
    ),
    "asks_contact": (
        r"(?:how|where) (?:can|do|could|should) (?:i|we) (?:contact|reach|call|phone|email|write to|write|get in touch with) (?:you|the shop|the store|customer service|support)",
        r"(?:what is|do you have|give me|send me|can i have|could i have) (?:a |your |the |an )?(?:contact|phone|telephone|whatsapp|email|mail|customer service|support)(?: (?:number|address|details|info|information|mail))*(?: please)?$",
        r"(?:your|the shop's) (?:phone number|telephone number|whatsapp|email address|contact details|contact information)",
        r"^(?:contact|contact details|contact information|phone number|whatsapp)(?: please)?$",
    ),
    "asks_promotions": (
        r"(?:is|are) (?:it|this|that|they|these|any of them) (?:\w+ )?(?:on sale|on offer|discounted|reduced|on promotion|in the sale)",
        r"(?:do you have|are there|have you got|got|is there) (?:any |some |a )*(?:\w+ )?(?:discounts|promotions|promos|offers|deals|sales|coupons|discount|promotion|sale)(?: (?:now|today|right now|at the moment|running|going on|available|currently|this week|for me|for new customers|for students))*$",
        r"(?:what|which) (?:is|are|products are|items are) (?:on sale|on offer|discounted|reduced|the current promotions|the current offers|your offers|your promotions)",
        r"(?:anything|something|what) (?:\w+ )?(?:on offer|on sale|discounted|reduced|in the sale)(?: (?:now|today|right now|at the moment))*$",
        r"^any (?:\w+ )?(?:discounts|promotions|promos|offers|deals|sales|coupons|sale)(?: (?:now|today|right now|at the moment|going on|available))*$",
    ),
    "names_group": (
        r"what (?:is|do you have) in (?:the |your )?(?P<what>.{1,60}?)(?: collection| category| section| department)?$",
        r"(?:show me |see |browse |open )(?:the |your )?(?P<what>.{1,60}?) (?:collection|category|section|department)$",
    ),
    "asks_sizes": (
        r"(?:size|sizing|measurement|measurements) (?:chart|guide|table)",
        r"(?:which|what) size (?:do|should|would|will|is|fits|am)(?: \w+)* (?:i|me|need|take|get|order|wear|right|fit)",
        r"what (?:is|would be) my size",
        r"(?:which|what) size (?:for (?:me|him|her|someone|a \w+)|would (?:suit|fit)|fits)",
        r"(?:i am|he is|she is|is|my height is) (?:about |around )?\d[.,]?\d*(?: ?m| ?cm| ?meters| tall)?(?: .{1,40})? (?:what|which) size",
        r"(?:do|does) (?:it|they|this|these) (?:run|fit) (?:small|large|big|true to size|tight|loose|wide|narrow)",
    ),
    "asks_suggestion": (
        r"(?:what|which one|anything) (?:do|can|would|could) you (?:recommend|suggest|advise)(?: \w+){0,8}$",
        r"(?:recommend|suggest)(?: me| us)? (?:something|anything|a gift|a present|some gifts|some presents|some ideas)",
        r"(?:any|some|give me|need|want|looking for|have you|do you have)(?: \w+)? (?:recommendations|recommendation|suggestions|suggestion|gift ideas|ideas)",
        r"(?:something|anything|ideas?) (?:nice |else )?(?:to give|as a (?:gift|present))",
        r"(?:best ?sellers?|best selling|most popular|trending|new arrivals|top rated|what is popular|popular (?:products|items|things))",
        r"^gift ideas?(?: \w+){0,6}$",
        r"(?:something|anything|a gift|a present|gift|present|gifts|presents) for (?:my |a |an |the |his |her )*(?:dad|father|mom|mum|mother|brother|sister|wife|husband|boyfriend|girlfriend|partner|son|daughter|friend|friends|kid|kids|child|children|baby|grandma|grandpa|grandmother|grandfather|uncle|aunt|boss|colleague|teacher|man|woman|men|women|him|her|myself|birthday|christmas|wedding|anniversary|couple|family)",
        r"^(?:i (?:need|want|am looking for) )?(?:a |some )?(?:gift|present|gifts|presents)(?: please)?$",
        r"(?:looking for|need|want) (?:a |some )?(?:gift|present|gifts|presents)(?: please)?$",
    ),
}
