"""What is said to have something done to the cart or the order, in words that the rules are not sure of. Data only.

Over plain words, one clause at a time. A verb counts where an order can stand: at the beginning, or behind words that
ask for it ("could you", "quero", "me gustaría"), so that neither a past tense nor a plain question is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from agentpay_plugin.conversation.asked import Deed


@dataclass(frozen=True)
class DeedWords:
    """`fillers` may stand before an order, `asking` lead to one wherever they stand. `deeds` follow either, `phrases`
    stand anywhere. `refusing` before a deed takes it back, as a clause
    that `cancels` does with all before it; `later` puts it off, `polite` are
    conditions that are none. `tells` begin what
    somebody tells or asks, `either` parts two proposals. `verbs` are those that a slip is mended to.
    `unwanted`, over the text as written but for accents, stands before what is to go: the name behind it is named.
    """

    fillers: str
    asking: str
    deeds: Mapping[Deed, str]
    phrases: Mapping[Deed, str]
    refusing: str
    cancels: str
    polite: str
    tells: str
    either: str
    later: str
    verbs: frozenset[str]
    unwanted: str


def _verbs(words: str) -> frozenset[str]:
    return frozenset(words.split())


_EN_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen)"
_EN_OWN = r"(?:address|e ?mail|email|mail|details?|phone|name|zip|postcode|contact|form)"
_EN_OUT = r"(?:\w+ ){0,5}(?:(?<!check )out|off|away|back)"
_EN_TAKE = rf"(?:(?:add|put|throw|toss|pop|stick|chuck|include|buy|order|purchase|get|grab|take|have|book|reserve|pick|choose)(?! {_EN_OUT}(?: |$))(?! (?:\w+ ){{0,3}}{_EN_OWN}\b)(?! (?:\w+ ){{1,4}}to {_EN_NUMBER}\b)(?! (?:simply|rid|care|me to|a look|help|to know|back|status|number|an? (?:question|look|discount|refund))\b)|go (?:with|for)|(?:give|get|send|bring|hand|grab|buy|order|pass) (?:me|us)(?! (?:\w+ )?(?:discount|minute|moment|second|details|info|information|help|hand|break|link|refund|advice|idea|call)\b))"

ENGLISH = DeedWords(
    fillers=r"h+m+|u+m+|uh|oh|ah|ok|okay|yes|yeah|yep|no|sure|please|then|so|well|just|also|now|alright|all right|right|great|good|fine|cool|perfect|nice|hey|hi|hello|actually|maybe|perhaps|kindly|thanks|thank you|too|instead|quickly|simply|dude|mate|man|bro|sir|go ahead and|go on and|go ahead|i think|i guess|you can|you may|you know|in that case|first|next|let us say|probably|definitely|really|rather|only|possibly|for (?:me|him|her|us|them|my \w+|the \w+)|with that",
    asking=r"ill|ready to|(?:can|could|would|will) (?:you|we)|(?:can|could|may) i(?= (?:\w+ )?(?:have|get|take|order|buy)\b)|(?:i|we) (?:(?:would|will|do|really|also|just|still|only|am|are|now) )*(?:want|need|like|love|prefer|wish|ready|happy|going) (?:you )?to|(?<!if )(?<!when )(?<!once )(?:i|we) (?:will|shall|would)|let (?:me|us)|(?:kind|nice) (?:enough to|and|to|as to)|please|so",
    deeds={
        Deed.ADD: _EN_TAKE,
        Deed.MORE: rf"(?:add|put|take|get|have|want|give me) (?:in )?(?:\w+ )?(?:more|another)|{_EN_NUMBER} more|another(?: one| of (?:it|them|those|these)| please| too)*$",
        Deed.CHANGE: rf"(?:make|change|set|update|adjust|increase|raise|reduce|lower|decrease|cut)(?= (?:\w+ ){{0,6}}(?:to |up to |down to )?(?:just |only )?{_EN_NUMBER}\b)(?! (?:\w+ ){{0,5}}(?:by|in|into)\b)|(?:put|bump|bring|turn)(?= (?:\w+ ){{1,6}}to (?:just |only )?{_EN_NUMBER}\b)|(?:just|only) {_EN_NUMBER}",
        Deed.SWAP: r"(?:swap|switch|exchange|replace|trade|change)(?= (?:\w+ ){1,8}(?:for|to|with|by|into)\b)|(?:change|swap|switch) to",
        Deed.REMOVE: rf"(?:remove|delete|drop|discard|scrap|ditch|lose|dump|exclude|get rid of)(?! in\b)|(?:take|throw|leave|put|get|kick) {_EN_OUT}|(?:forget|skip|scratch|lose)(?= (?:about )?(?:the|that|those|my)\b)|cancel (?:the|that|those)(?! (?:order|payment))|without the|(?:reduce|decrease|lower|cut) (?:\w+ ){{0,4}}by",
        Deed.CHECK_OUT: r"check out|pay(?! (?:for )?(?:shipping|attention|tax)\b)|proceed|(?:finish|complete|place|finalize|close|confirm|submit) (?:the |my |this |an )?(?:order|purchase|payment)|ring (?:\w+ )?up|(?:take|bring|lead) (?:me|us) to (?:the )?(?:check out|payment|till|cash\w*)|go (?:on )?to (?:the )?(?:check out|payment)|order(?! (?:status|number)\b)|settle up|buy (?:\w+ )?now",
        Deed.DETAILS: rf"(?:change|update|edit|correct|enter|fill|give|write|type|add|put|use|set|send|show)(?= (?:\w+ ){{0,4}}{_EN_OWN}\b)|(?:ship|send|deliver) (?:it|this|them|everything|that)? ?to (?:another|a different|my|the)",
        Deed.PROMO: r"(?:apply|use|redeem|enter|add|put|try|take|check)(?= (?:\w+ ){0,4}(?:code|coupon|voucher|promo|card|it|that|this)\b)",
    },
    phrases={
        Deed.ADD: rf"(?:this|that) one please|(?:would you|do you|you) mind (?:\w+ )?(?:adding|putting|ordering|getting|including|throwing in)|(?:i|we) (?:(?:would|will|do|really|also|just|still|only) )*(?:want|need|take|love)(?= (?:the|that|this|these|those|it|them|an?|one|another|{_EN_NUMBER})\b)|^want (?=(?:the|that|this|it|{_EN_NUMBER})\b)|(?:i|we) (?:would )?(?:like|love)(?= (?:the|that|this|these|those|an?|one|another|{_EN_NUMBER})\b)",
        Deed.CHANGE: rf"(?:i|we) (?:(?:would|do|really|actually|just) )*(?:only|just) (?:want|need)(?= {_EN_NUMBER}\b)|{_EN_NUMBER} (?:is|are|will be) enough|{_EN_NUMBER} (?:instead|in total)",
        Deed.REMOVE: r"(?:do|does) not (?:want|need)(?= (?:\w+ ){0,5}(?:any ?more|any longer|after all)(?: |$))|no longer (?:want|need)(?! to)|(?:would you|do you) mind (?:removing|deleting|taking out)",
        Deed.ALL: r"everything|it all|all (?:of )?(?:it|them|items|my)|both|all the|empty|clear (?:my |the )?(?:cart|basket|bag)",
        Deed.CHECK_OUT: r"how about (?:i|we) (?:pay|check out)",
        Deed.DETAILS: r"^(?:\w+ ){0,2}(?:where|how) (?:do|can|could|should|may|to)(?: (?:i|we))? (?:enter|put|write|type|give|fill|change|update|edit)\b",
    },
    refusing=r"not|never|no need|rather not|without|nothing|none|no longer|stop|instead of|rather than|can not|refuse",
    cancels=r"not (?:now|yet|today|really)|never mind|on second thought|wait|no(?: no| thanks| thank you)?",
    polite=r"when you are(?: ready)?|if (?:you|that is|it is|that works|possible|i may|you can|there)[^|]*",
    tells=r"(?:what|which|when|where|why|how(?! about (?:i|we)\b)|who|whose|is|are|was|were|does|do|did|has|have|had|should|shall|am)|(?:i|we|he|she|they|you|\w+) (?:already|was|were|had|have|did|went|used|thought|told|said)",
    either=r"or",
    later=r"(?:if|before|after|when|once|unless|until) (?:i|we|you)|thinking (?:about|of)|considering|about to|yesterday|last (?:week|month|night|time)|ago",
    unwanted=r"(?:do(?:es)?n'?t|do(?:es)? not|no longer) (?:want|need)|without",
    verbs=_verbs("remove delete discard order purchase checkout include reserve choose"),
)

_PT_NUMBER = r"(?:\d+|um|uma|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez)"
_PT_OWN = r"(?:enderecos?|e ?mail|email|dados|telefone|cep|nome|formulario|cadastro|cpf)"
_PT_NO_GOODS = rf"(?! (?:\w+ ){{0,4}}{_PT_OWN}\b)(?! (?:um |uma )?(?:desconto|minuto|momento|informac\w+|ajuda|link|olhada|dica|ideia|reembolso|duvida|pergunta)\b)(?! se\b)"

PORTUGUESE = DeedWords(
    fillers=r"h+u*m+|ah|oh|oi|ola|ok|sim|isso|entao|bem|bom|por favor|so|tambem|agora|ja|ai|la|certo|beleza|otimo|legal|na verdade|talvez|obrigad[oa]|acho que|eu|me|a gente|nos|pois|claro|pronto|perfeito|fechado|aqui|logo|primeiro|mesmo|de|a|que|voce|ate|gentilmente|podia|para (?:mim|ele|ela|o|a|meu \w+|minha \w+)",
    asking=r"(?:pode|poderia|podia|podem|consegue|quer|da|daria|tem como|favor|dava)(?: para)?|(?:quero|queria|queremos|gostaria de|gostaria|preciso|desejo|vou|vamos|adoraria|prefiro|bora|deixa|deixe|pront[oa] para)|por favor|entao|faz favor de|(?<!se )eu",
    deeds={
        Deed.ADD: rf"(?:adicion(?:a|e|ar|em|o)|acrescent(?:a|e|ar)|coloc(?:a|ar|o)|coloque|poe|ponha|por(?= (?:um|uma|o|a|mais|dois|duas|\d))|bot(?:a|e|ar)|jog(?:a|ue|ar)|inclu(?:i|a|ir)|met(?:e|er)|mand(?:a|e|ar)|traz|traga|trazer|separ(?:a|e|ar)|reserv(?:a|e|ar)|compr(?:a|e|ar|o)|ped(?:e|ir)|peca|encomend(?:a|e|ar|o)|peg(?:a|ar|o|ue)|lev(?:a|ar|o|e)|aceito|escolho|(?:ve|da|de)(?= (?:um|uma|o|a|dois|duas|tres|{_PT_NUMBER})\b)|fi(?:co|car) com|ficar com|de(?= (?:azul|pret\w+|\w+) \w+$)|fech(?:o|ar) com|querer|quer(?:o|ia|emos|iamos)|precis(?:o|a|amos) de)(?! (?:saber|pagar|pensar|ver|mudar|tirar|trocar|cancelar|finalizar|fechar|remover|que)\b){_PT_NO_GOODS}",
        Deed.MORE: rf"mais {_PT_NUMBER}|outr[oa](?: (?:dess\w+|dest\w+|igual|por favor|tambem))*$|(?:poe|coloca|adiciona|bota|quero|queria) (?:mais|outr[oa])|{_PT_NUMBER} (?:\w+ )?a mais",
        Deed.CHANGE: rf"(?:mud(?:a|e|ar)|alter(?:a|e|ar)|deix(?:a|e|ar)|aument(?:a|e|ar)|diminu(?:i|a|ir)|reduz(?:a|ir)?|sob(?:e|ir)|suba|baix(?:a|e|ar)|atualiz(?:a|e|ar)|ajust(?:a|e|ar)|corrig\w+|faz|faca|pass(?:a|e|ar)|fic(?:a|ar))(?= (?:\w+ ){{0,5}}(?:para |em |so |apenas |com )*{_PT_NUMBER}\b)(?! (?:\w+ ){{0,3}}mais\b)|(?:coloc(?:a|ar)|coloque|poe)(?= (?:\w+ ){{0,4}}(?:para|em|so|apenas) {_PT_NUMBER}\b)|(?:so|apenas|somente) (?:quero |preciso |de )*{_PT_NUMBER}|(?:quero|preciso|queria) (?:so|apenas|somente) (?:de )?{_PT_NUMBER}",
        Deed.SWAP: r"(?:troc(?:a|ar)|troque|substitu(?:i|a|ir)|mud(?:a|e|ar))(?= (?:\w+ ){1,8}(?:por|pel[oa]|para (?:o|a)?)\b)",
        Deed.REMOVE: r"(?:remov(?:a|e|er)|tir(?:a|e|ar)|exclu(?:i|a|ir)|apag(?:a|ue|ar)|delet(?:a|e|ar)|elimin(?:a|e|ar)|descart(?:a|e|ar)|sac(?:a|ar)|esvazi(?:a|e|ar))(?! (?:uma )?duvida)|retir(?:a|e|ar)(?! (?:na|no|em|ai|pessoalmente|hoje|amanha))|cancel(?:a|e|ar) (?:o|a|os|as)(?! (?:pedido|pagamento|compra))|esque(?:ce|ca) (?:o|a|os|as)|sem (?:o|a|os|as)",
        Deed.CHECK_OUT: r"pag(?:ar|o|ue)(?! (?:o )?(?:frete|imposto)\b)|finaliz(?:a|e|ar|o)|(?:fech(?:a|e|ar|o)|conclu(?:i|a|ir)|encerr(?:a|e|ar)|termin(?:a|e|ar)|confirm(?:a|e|ar))(?: (?:o|a|meu|minha))? (?:pedido|compra|conta|carrinho|pagamento)|ir para o (?:pagamento|caixa)|check out|passar no caixa|ped(?:e|ir)(?! (?:informac|ajuda|desconto))",
        Deed.DETAILS: rf"(?:mud(?:a|e|ar)|alter(?:a|e|ar)|troc(?:a|ar)|atualiz(?:a|e|ar)|corrig\w+|coloc(?:a|ar)|inform(?:a|ar)|preench\w+|digit(?:a|ar)|escrev\w+|pass(?:a|ar)|dar)(?= (?:\w+ ){{0,4}}{_PT_OWN}\b)|(?:entreg(?:a|ue|ar)|mand(?:a|e|ar)|envi(?:a|e|ar)) (?:\w+ )?(?:em|para) (?:outro|meu)",
        Deed.PROMO: r"(?:aplic(?:a|ar)|aplique|us(?:a|e|ar)|coloc(?:a|ar)|adicion(?:a|e|ar)|inser(?:e|ir)|ativ(?:a|e|ar)|test(?:a|e|ar))(?= (?:\w+ ){0,4}(?:cupom|codigo|vale|ele|esse|isso)\b)",
    },
    phrases={
        Deed.ADD: r"ess[ae] por favor|(?:pode|podia) ser (?:a|o|um|uma|os|as)",
        Deed.REMOVE: r"nao (?:quero|preciso|vou (?:querer|levar)) mais(?= \w+)(?! (?:saber|nada|comprar|pagar|receber|falar|info\w+))",
        Deed.ALL: r"tudo|todos|todas|ambos|ambas|os dois|as duas|esvazi\w+|limp(?:a|e|ar) (?:o |meu )?carrinho",
        Deed.DETAILS: r"^(?:\w+ ){0,2}(?:onde|como) (?:eu |que eu |posso )?(?:coloco|escrevo|preencho|informo|digito|ponho|mudo|passo|colocar|escrever|preencher|mudar|alterar)\b(?= (?:\w+ ){0,3}(?:endereco|dados|email|e mail|nome|telefone|cep|isso|formulario)\b)",
    },
    refusing=r"nao|nunca|jamais|nem|sem|nada|em vez de|ao inves de",
    cancels=r"agora nao|nao agora|ainda nao|hoje nao|deixa(?: para la)?|nao(?: obrigad[oa])?",
    polite=r"se (?:puder|der|possivel|for possivel|tiver|nao (?:for|se))[^|]*",
    tells=r"(?:o )?que|qual|quais|quando|onde|por que|porque|como|quem|quanto|sera(?! que (?:voce|da)\b)|tem|e|esta|devo|deveria|ja \w+ei|ja \w+i|(?:eu|ele|ela|eles|elas|meu \w+|minha \w+|as pessoas) (?:ja )?(?:\w+ou|\w+aram|\w+ei|tinha|ia|fui|foi)",
    either=r"ou",
    later=r"(?:se|caso|quando|antes de|depois de) (?:eu )?\w+(?:ar|er|ir|o)|pensando em|ontem|anteontem|semana passada|mes passado",
    unwanted=r"nao (?:quero|preciso|vou (?:querer|levar))(?: de)?(?: mais)?(?: d[eo])?|sem",
    verbs=_verbs(
        "adiciona adicionar adicione acrescenta coloca colocar coloque inclui incluir retira retirar remove remover exclui excluir elimina eliminar finaliza finalizar compra comprar"
    ),
)

_ES_NUMBER = r"(?:\d+|un|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)"
_ES_IT = r"(?:me|te|se|nos|le|les)?(?:lo|la|los|las)?"
_ES_OWN = r"(?:direccion|correo|e ?mail|email|datos|telefono|nombre|formulario|codigo postal)"
_ES_NO_GOODS = rf"(?! (?:\w+ ){{0,4}}{_ES_OWN}\b)(?! (?:un |una )?(?:descuento|minuto|momento|informacion|info|ayuda|link|enlace|vistazo|idea|reembolso|duda|pregunta|favor)\b)(?! si\b)"

SPANISH = DeedWords(
    fillers=r"h+m+|e+h+|ah|oh|ay|hola|ok|si|vale|dale|bueno|bien|entonces|por favor|porfa|solo|tambien|ahora|ya|claro|perfecto|listo|genial|pues|mira|oye|gracias|creo que|yo|me|te|se|lo|la|los|las|nos|le|quiza|quizas|tal vez|mejor|en realidad|primero|asi que|a|que|de acuerdo|venga|para (?:mi|el|ella|mi \w+)",
    asking=r"(?:puedes|podes|puede|pueden|podrias|podria|podrian|quieres|serias tan amable de)|(?:quiero|quisiera|queria|querria|necesito|deseo|voy a|vamos a|me gustaria|nos gustaria|me encantaria|prefiero|deja|dejame|list[oa] para)|por favor|asi que|(?<!si )yo|me(?= \w+s\b)",
    deeds={
        Deed.ADD: rf"(?!\w*aste\b)(?:agreg(?:a|ar|ue|as|uen|o){_ES_IT}|anad(?:e|ir|a|es|o){_ES_IT}|pon(?:e|er|ga|es|go)?{_ES_IT}|met(?:e|er|a|es|o){_ES_IT}|sum(?:a|ar|e|as){_ES_IT}|ech(?:a|ar|e|as){_ES_IT}|inclu(?:ye|ir|ya|yes){_ES_IT}|mand(?:a|ar|e|as){_ES_IT}|tra(?:e|er|iga){_ES_IT}|d(?:a|e)(?:me|nos){_ES_IT}|separ(?:a|ar|e){_ES_IT}|apart(?:a|ar|e){_ES_IT}|reserv(?:a|ar|e){_ES_IT}|compr(?:a|ar|e|o){_ES_IT}|pid(?:e|o){_ES_IT}|pedir{_ES_IT}|encarg(?:a|ar|o){_ES_IT}|llev(?:o|ar){_ES_IT}|tomo|escojo|elijo|qued(?:o|ar(?:me)?) con|qu(?:iero|isiera|eria|eremos|isieramos)|necesit(?:o|amos)|me das)(?! (?:saber|pagar|pensar\w*|ver|cambiar|quitar|cancelar|finalizar|cerrar|terminar|eliminar|sacar|que)\b){_ES_NO_GOODS}",
        Deed.MORE: rf"{_ES_NUMBER} mas|otr[oa](?: (?:de es\w+|igual|mas|por favor|tambien))*$|mas {_ES_NUMBER}|(?:agrega|anade|pon|ponme|quiero|suma)\w* (?:{_ES_NUMBER} mas|otr[oa]s?)|{_ES_NUMBER} (?:\w+ )?mas",
        Deed.CHANGE: rf"(?:cambi(?:a|ar|e){_ES_IT}|modific\w+|dej(?:a|ar|e){_ES_IT}|aument(?:a|ar|e){_ES_IT}|disminuy\w+|reduc(?:e|ir){_ES_IT}|sub(?:e|ir|a){_ES_IT}|baj(?:a|ar|e){_ES_IT}|actualiz\w+|ajust\w+|corrig\w+|haz|pas(?:a|ar|e){_ES_IT}|que sean)(?= (?:\w+ ){{0,5}}(?:a |en |solo |con )*{_ES_NUMBER}\b)(?! (?:\w+ ){{0,3}}mas\b)|pon(?:er|ga)?(?:lo|la|los|las)?(?= (?:\w+ ){{0,4}}(?:a|en|solo) {_ES_NUMBER}\b)|(?:solo|solamente|unicamente) (?:quiero |necesito )?{_ES_NUMBER}|(?:quiero|necesito) (?:solo|solamente) {_ES_NUMBER}",
        Deed.SWAP: rf"(?:cambi(?:a|ar|e|ame){_ES_IT}|sustitu\w+|reemplaz\w+)(?= (?:\w+ ){{1,8}}(?:por|a la|al|para)\b)",
        Deed.REMOVE: rf"(?!\w*aste\b)(?:quit(?:a|ar|e|as|o){_ES_IT}|elimin(?:a|ar|e|as|o){_ES_IT}|sac(?:a|ar|as|o){_ES_IT}|saque{_ES_IT}|borr(?:a|ar|e|as){_ES_IT}|remuev\w+|remover{_ES_IT}|descart(?:a|ar|e){_ES_IT}|vaci(?:a|ar|e){_ES_IT})(?! (?:una )?duda)|retir(?:a|ar|e){_ES_IT}(?! (?:en|por|hoy|manana|personalmente))|cancel(?:a|ar|e) (?:el|la|los|las)(?! (?:pedido|pago|compra|orden))|olvida (?:el|la|los|las)|sin (?:el|la|los|las)",
        Deed.CHECK_OUT: rf"pag(?:ar|o|ue){_ES_IT}(?! (?:el )?(?:envio|impuesto)\b)|finaliz(?:a|ar|e|o){_ES_IT}|(?:cerr(?:ar|emos)|cierr(?:a|e|o)|termin(?:a|ar|e)|complet(?:a|ar|e)|confirm(?:a|ar|e)|tramit(?:a|ar|e)|conclu(?:ye|ir))(?: (?:la|el|mi))? (?:pedido|compra|orden|cuenta|pago)|ir (?:a la caja|al pago|a pagar)|check out|pasar por caja|cobra\w*|pid(?:e|o){_ES_IT}|pedir{_ES_IT}(?! (?:informacion|ayuda|descuento))",
        Deed.DETAILS: rf"(?:cambi(?:a|ar|e)|modific\w+|actualiz\w+|corrig\w+|corregir|pon(?:er)?|agreg(?:a|ar)|escrib\w+|complet\w+|rellen\w+|dar(?:te|les)?)(?= (?:\w+ ){{0,4}}{_ES_OWN}\b)|(?:envi\w+|mand\w+|entreg\w+) (?:\w+ )?a (?:otra|mi)",
        Deed.PROMO: rf"(?:aplic(?:a|ar){_ES_IT}|aplique|us(?:a|ar|e){_ES_IT}|pon(?:er)?{_ES_IT}|agreg(?:a|ar){_ES_IT}|canje\w+|activ(?:a|ar)|prueba)(?= (?:\w+ ){{0,4}}(?:cupon|codigo|vale|tarjeta|ese|eso)\b)",
    },
    phrases={
        Deed.ADD: r"es[ae] por favor|hacen? falta|puede ser (?:la|el|un|una|los|las)",
        Deed.REMOVE: r"ya no (?:quiero|necesito|voy a llevar)(?= \w+)(?! (?:saber|nada|comprar|pagar|recibir|hablar|info\w+))",
        Deed.ALL: r"todo|todos|todas|ambos|ambas|los dos|las dos|vaci\w+|limpi\w+ (?:el |mi )?carrito",
        Deed.DETAILS: r"^(?:\w+ ){0,2}(?:donde|como) (?:puedo |podria )?(?:pongo|escribo|relleno|cambio|doy|poner|escribir|rellenar|cambiar|meto|meter)\b(?= (?:\w+ ){0,3}(?:direccion|datos|correo|email|nombre|telefono|eso|formulario)\b)",
    },
    refusing=r"no|nunca|jamas|tampoco|ni|sin|nada|en vez de|en lugar de",
    cancels=r"ahora no|no ahora|todavia no|hoy no|dejalo|no(?: gracias)?",
    polite=r"si (?:puedes|puede|es posible|se puede|no (?:te|le) (?:importa|molesta)|te parece)[^|]*",
    tells=r"que(?! sean?\b)|cual|cuales|cuando|donde|por que|como|quien|cuanto|hay|es|esta|debo|deberia|ya \w+e|ya puse|ya di|(?:yo|el|ella|ellos|ellas|mi \w+|la gente) (?:ya )?(?:\w+aron|habia|iba|fui|fue|compra|lleva)",
    either=r"o",
    later=r"(?:ayer|anteayer|anoche|(?:semana|mes) pasad[oa])|(?:cuando|antes de|despues de) \w+|pensando en|si (?:yo )?(?:me )?(?:lo |la |los |las )?(?:compro|llevo|pago|agrego|pido|quito|tomo)",
    unwanted=r"(?:ya )?no (?:quiero|necesito|voy a llevar)(?: mas)?|sin",
    verbs=_verbs(
        "agrega agregar agregue agregame anade anadir incluye incluir quita quitar elimina eliminar finaliza finalizar compra comprar borra borrar"
    ),
)

DEED_WORDS: Mapping[str, DeedWords] = {"en": ENGLISH, "pt": PORTUGUESE, "es": SPANISH}
