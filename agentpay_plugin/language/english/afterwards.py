"""What is said about payments, orders and returns, and to people."""

from __future__ import annotations

from agentpay_plugin.language.english.fragments import GOODS

AFTERWARDS: dict[str, tuple[str, ...]] = {
    "says_paid": (
        r"(?:i|we|have|has|already|just|am|was|has been|it is|is) (?:have |has |had |just |already |now |all |am |been |successfully )*(?:paid|payed)",
        r"^(?:yes |ok |all |done |just |already )*(?:paid|payed)(?: (?:already|now|it|for it|just now|by card|via \w+|the \w+|successfully|with \w+|done))*$",
        r"(?:payment|transfer|transaction|paying) (?:is |was |has been |should be |went |are )?(?:done|made|complete|completed|successful|succeeded|finished|sent|through|went through|processed)",
        r"(?:i|we) (?:have |just |had |already |did )*(?:made|completed|done|sent|finished|did|transferred) (?:\w+ )?(?:\w+ )?(?:payment|transfer|transaction|money|funds|pix)",
        r"it (?:\w+ )?(?:went|gone) through",
        r"(?:is|was|has) (?:it|that|everything|(?:my|the) order) (?:been |already )?paid",
        r"(?:done|finished|completed) (?:paying|the payment|with (?:the )?payment|payment)",
    ),
    "not_paid": (
        r"(?:not|never) (?:yet )?(?:been )?(?:paid|made the payment|payed)",
        r"(?:have|had|did|was|has) not (?:\w+ )?(?:paid|pay|payed|made)",
        r"(?:will|going to|want to|after|once|when|if|until|before) (?:i )?(?:have |be )?(?:paid|pay)",
    ),
    "payment_state": (
        r"(?:did|has|have|was|is|were|why|when|where|check|confirm|if|whether|status of)(?: \w+){0,6} (?:payment|payments|transaction|transfer|money|card)(?: \w+){0,6} (?:go|gone|goes|went|come|came|arrive|arrived|received|receive|accepted|pending|declined|failed|processed|processing|confirmed|through|complete|completed|status|canceled|rejected|ok|successful|showing|made|get|got)",
        r"(?:receive|received|get|got|gotten|see|confirm|check|decline|reject) (?:\w+ )?(?:\w+ )?(?:payment|payments|transfer|pix)",
        r"(?:payment|transaction|transfer|card|money|funds)(?: \w+){0,6} (?:pending|declined|failed|rejected|deducted|debited|stuck|not (?:going|go|gone|arrived|received|showing|working|processed|been)|is not|has not|have not|did not|does not|lost|still|status|canceled|cancellation|error|issue|problem|go through|gone through|waiting)",
        r"(?:pending|declined|failed|rejected|deducted|debited)(?: \w+){0,6} (?:payment|transaction|transfer|card|money|funds|account)",
        r"(?:account|card|bank|i) (?:\w+ )?(?:got |was |has been |have been |is )?(?:debited|charged|deducted)",
        r"(?:sent|transferred|made|wired) (?:\w+ )?(?:\w+ )?(?:funds|money|payment|transaction|transfer)",
        r"(?:payment|payments) (?:related )?(?:status|query|queries|confirmation|issue|problem)",
        r"(?:know|question|questions) about my (?:payment|payments)",
        r"charged (?:me|us|my \w+)(?: \w+){0,3} (?:twice|two times|double|again|wrong|wrongly|extra|too much|\w+ times)",
        r"(?:two|2|double|duplicate|three|3|multiple|unknown|unrecognized|unrecognised|strange) (?:charges|charge|debits|debit)",
        r"charge(?: \w+){0,6} (?:i|we) (?:do|did|can) not (?:recognize|recognise|know|make|authorize|authorise)",
        r"waiting for (?:a |the |my )?payment",
        r"(?:did|has) it go(?:ne)? through",
    ),
    "cancels_payment": (
        r"(?:cancel|stop|abort|close|void) (?:\w+ )?(?:payment|transaction|charge|paying|pix|checkout|check out)",
        r"(?:do|did) not (?:want|wish) to pay",
        r"^(?:please )?(?:cancel|abort)(?: (?:it|this|that|please))*$",
    ),
    "cancels_order": (
        r"(?:cancel|abort) (?:everything|all of it|it all)(?: please)?$",
        r"(?:cancel|canceling|cancelation|cancellation)(?: \w+)? (?:\w+ )?(?:order|orders|ordered|ordr|purchase)",
        r"(?:how|want|like|need|can|could|please)(?: \w+){0,6} cancel",
    ),
    "order_status": (
        rf"where (?:is|are|can i (?:find|see)|in the world is|has|did) (?:my |the |our )?(?:\w+ )?{GOODS}",
        r"(?:track|tracking|trace|locate|monitor (?:my|the|our|a))(?: \w+)?(?: (?:my|the|our|a|package|order|parcel|number|id|details|link|code|info|information|delivery|shipment))*",
        rf"(?:status|state|progress|update|updates|whereabouts|location)(?: (?:of|on|for|about|regarding))(?: \w+){{0,6}} (?:it|{GOODS})",
        r"^(?:\w+ )?(?:need|want|check|order|delivery|shipping|shipment|my order|my)?(?: \w+)? ?status(?: please)?$",
        r"(?:my|order|orders|delivery|shipment|package|purchase|parcel)(?: \w+)? (?:status|state|progress|updates?)",
        rf"(?:my|our|the|last|online|recent) (?:\w+ )?(?:\w+ )?{GOODS} (?:is |was |has |be |will |did |have |been |still |not |yet |ever |already |also |very |so |too |get |got )*(?:late|delayed|delay|arrive|arrived|here|delivered|deliver|shipped|ship|coming|lost|received|distributed|sent|dispatched|processed|on its way|on the way|placed|reached|missing|stuck|confirmed|reach|come|en route|currently|now|in transit)",
        rf"(?:not|never|yet to|when will i|when can i|when do i|expect to|will i)(?: \w+)? (?:receive|received|get|got|gotten|expect)(?: \w+)? (?:my|the|any) (?:\w+ )?{GOODS}",
        r"(?:when|will|has|is|was|did)(?: \w+)? (?:my|our) (?:\w+ )?(?:order|package|parcel|delivery|shipment|purchase|product)",
        r"(?:when|where) (?:is|will|can|do|does|did) (?:\w+ ){0,6}(?:my|the) (?:order|package|parcel|shipment|purchase)",
        r"(?:i|we) (?:have |had |just |already |recently |has )*(?:ordered|placed an order|placed the order|put in my order|submitted my order|submitted)",
        r"(?:order|orders|package|parcel|delivery|shipment|product) (?:was |is |has |have |did |were )?(?:not|never|late|delayed|undelivered)",
        r"(?:not|never) (?:been |yet )?(?:delivered|shipped|arrived|received|dispatched)",
        r"(?:has|have|is|was|were|did) (?:it|they|my \w+|this) (?:\w+ )?(?:been )?(?:shipped|arrived|dispatched|arrive|on its way|on the way|sent out)(?: yet| already)?",
        r"(?:did|have|has) (?:you|they|the shop) (?:already |not )?(?:send|sent|ship|shipped|dispatch|dispatched|post|posted) (?:it|them|my \w+)(?: out)?(?: already| yet)?",
        r"(?:when|may i know when) (?:it |will it |they |will they )(?:be |will be |is |get )*(?:delivered|shipped|here|arrive)",
        r"(?:find|see|locate|about|check) my (?:order|package|parcel|purchase|shipment)",
        r"(?:order|ordered) on (?:\w+ )?(?:\d+|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)",
        r"(?:updates?|news) (?:on|about|for) (?:my|the) (?:order|package|delivery)",
        r"(?:been|is|was) delayed",
        r"expect my (?:order|delivery|package|parcel)",
        r"why is (?:my )?(?:\w+ )?(?:delivery|parcel|package|order|shipping)(?: \w+){0,6} (?:late|long|slow|delayed)",
        r"what about my order",
    ),
    "not_order_status": (
        r"(?:if|before|once) (?:i|we) (?:\w+ )?(?:order|buy|purchase|take|ordered)",
        r"where can i (?:buy|order|find the|find your|find a)",
        r"(?:to|for) place",
    ),
    "returns_goods": (
        r"(?:want|need|like|please|i would|trying)(?: to)?(?: \w+)? (?:return|refund|exchange|replace|send back)(?: (?:my|the|it|this|last|\w+))*(?: (?:order|product|item|purchase))?",
        r"^(?:return|refund|exchange|replace) (?:my|the|this|it)",
        r"(?:want|give me) my money back",
    ),
    "came_wrong": (
        r"(?:arrived|came|delivered|turned up|received|got|is|was|are|were|it|they)(?: \w+){0,4} (?:broken|damaged|cracked|smashed|crushed|torn|ripped|dented|leaking|defective|faulty|shattered|moldy|mouldy|rotten|expired|used) (?:on arrival|already|when (?:it|they) (?:came|arrived))",
        r"(?:arrived|came|delivered|turned up|received|got (?:it|them|mine|one))(?: \w+){0,8} (?:broken|damaged|cracked|smashed|crushed|torn|ripped|dented|leaking|defective|faulty|shattered|moldy|mouldy|rotten|expired)",
        r"(?:received|got|sent(?: me| us)?|delivered|shipped(?: me| us)?)(?: \w+){0,2} (?:wrong|incorrect|damaged|broken|defective|faulty) \w+",
        r"(?:wrong|incorrect|damaged|broken|defective|faulty) (?:\w+ ){1,2}(?:was |were |has been )?(?:delivered|received|arrived|sent|came|shipped)",
    ),
    "wants_person": (
        r"(?:talk|speak|chat|connect|connected|transfer|transferred|put|pass|contact|call|reach)(?: \w+)?(?: (?:to|with|me|through|over|directly|by))*(?: (?:a|an|the|your|some|any|real|live|actual|you))* (?:human|person|agent|agents|someone|somebody|representative|rep|operator|advisor|executive|manager|people|support|staff|team|salesperson|seller|employee|supervisor|customer care|customer service|customer support|phone)",
        r"(?:human|real person|live agent|live chat|customer care|customer support|customer service|helpline|call center|help desk)(?: (?:please|number|now|to answer|support|agent|helpline|contact))*$",
        r"(?:i|we) (?:\w+ )?(?:want|need|like) (?:to )?(?:a |an |some |your )?(?:talk|human|agent|person|operator|representative|customer support|customer care|support|executive|manager)",
        r"(?:someone|somebody|anyone|anybody|a person|a human)(?: \w+){0,4} (?:i|we) (?:can|could|may) (?:talk|chat|speak|write)",
        r"(?:human|agent|person|someone|somebody|anyone|anybody) (?:\w+ ){0,3}(?:to|who can|that can|who could) (?:answer|help|talk|call|contact|assist|serve)",
        r"(?:have|want|like|need) a word with",
        r"ask (?:for )?(?:a|an|the|some|your|any) (?:real |actual )?(?:human|person|people|agent|operator|representative|manager)",
        r"^(?:please )?(?:call|contact) (?:me|us)",
        r"(?:can|could) (?:you|someone|somebody) (?:call|contact) me",
        r"(?:raise|file|make|register) (?:a |my )?complaint",
        r"(?:i|we) (?:want|need|would like|wish) to (?:complain|make a complaint|speak up)",
        r"^(?:\w+ )?(?:human|agent|operator|representative|person)(?: please)?$",
    ),
    "greets": (
        r"^(?:hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|welcome|howdy|namaste|hola|yo|sup|ssup|(?:is )?(?:anybody|anyone|somebody|someone) (?:there|here))(?: (?:there|sir|madam|maam|everyone|team|all|guys|you|how are you|how is it going))*$",
    ),
    "thanks": (
        r"(?:thanks|thank you|thank|appreciate it|appreciated|gratitude|(?:big|great|real) help)",
    ),
    "parts_with": (
        r"^(?:ok )?(?:good )?(?:\w+ )?(?:bye|goodbye|bye bye|see you|see ya|good bye|signing off|good night)(?: \w+){0,6}$",
    ),
    "yes": (
        r"^(?:yes|ok|try again|let us try again|try it again|retry|sure|of course|certainly|absolutely|definitely|please|please do|go ahead|go on|you bet|by all means|let us go|yes that one|that one please|that one|go for it|do it|do that|sounds good|sounds great|perfect|great|fine|alright|all right|correct|right|exactly|agreed|deal|that is fine|that is right|that works|why not|yes please|ok please|let us do (?:it|that)|i agree|i confirm|confirm|confirmed|that would be (?:great|good|nice)|good|cool|i do|i would|i am|i will)(?: (?:yes|please|thanks|thank you|sure|sir|then|ok|great|go ahead|do it|do that|add it|i do|of course|that is fine|good|perfect|fine|with that|now))*$",
    ),
    "no": (
        r"^(?:no|not|no thanks|no thank you|nope|never|no way|not now|not yet|not really|not today|do not|nothing|never mind|nevermind|maybe later|later|wait|stop|go back|back|cancel)(?: (?:thanks|thank you|please|sir|yet|now|today|ok|i am good|it is ok|no|for now|it|that|this|really))*$",
    ),
}
