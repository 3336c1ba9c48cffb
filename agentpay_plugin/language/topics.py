"""The words by which prose touches what only the shop can tell: broad stems of our three languages, and the plainest ones of
German, French and Italian, into which a model may be talked.

All of it is matched against folded text (lower case, no accents) with its numbers in figures. Another language is more words here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from agentpay_plugin.language.claims import CURRENCY, PERCENT


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")


# --- prices -----------------------------------------------------------------------------------------

PRICE = _words(
    r"pric\w+|costs?|costing|charges?|worth|expensive|afford\w*|cheap\w*|pricey|pay|pays|fees?|budget|steal|bucks?|break the bank|inexpensive|value for money|(?:great|good) value",
    r"precos?|precinho|cust(?:a|am|ou|ava|avam|ar|aria)|valor(?:es)?|car[oa]s?|barat\w+|pag(?:a|am|ar|ue|uei|ou)|baratinh\w+|em conta|custo[- ]beneficio|por apenas|por so|taxas?",
    r"precios?|cuest\w+|cost(?:o|aba|aban|ar|aria)|vale[ns]?(?![- ](?:presente|regalo))|por solo|tarifas?|pagas|pagar\w*|gastos",
    r"preis\w*|kostet|prix|coute\w*|prezz\w+|costano",
)
# Directly before a number these make it a price, whatever else stands in the sentence.
BEFORE_A_PRICE = re.compile(
    r"(?:\bcosts?(?: you)?|\bprice (?:is|of|to)|\bpriced at|\bpay(?: only| just)?|\bfor(?: just| only)?|\bonly|\bjust|\bsells? (?:it )?(?:for|at)"
    r"|\bcomes? to|\bgoes for|\baround|\bunder|\bat|\bcust(?:a|am|ava)|\bpreco (?:e|de)|\bpor(?: apenas| so| solo)?|\bpag(?:a|ar|ue|as)|\bapenas"
    r"|\bsai por|\bfica (?:em|por)|\bcuest\w+|\bcostaba|\bprecio (?:es|de)(?: de)?|\bvalen?|\bsale por|\bqueda en|\bsolo|\btotal (?:is|of|e|de|es)"
    r"|\b(?:is|it's|its|son|sao|es|e) (?:de )?)(?: (?:just|only|apenas|solo|so|about|de|is|e|es|uns|unos|around))?\s*[:=]?\s*$"
)
TOTAL = _words(
    r"totals?|subtotal|altogether|together|in all|cart|basket|order|payment|paid|charged|bill|sum|checkout",
    r"carrinho|sacola|pedido|pagamento|pago|juntos|juntas|compra|cobrad\w+|soma|conta",
    r"carrito|cesta|importe|suma|cuenta|comprar",
)
COMPARED = _words(
    r"cheaper|cheapest|less expensive|dearer|more expensive|most expensive|least expensive|costs? (?:\w+ )?(?:bit |lot )?(?:less|more)|pay less|(?:more|most|less|least) (?:affordable|economical)|pricier|priciest|better value|best value|lower[- ]priced|higher[- ]priced|budget[- ]friendl\w+|sav(?:e|es|ing) (?:\w+ ){0,3}(?:by|if you)",
    r"mais (?:barat|car|economic)\w+|mais em conta|custa\w? (?:\w+ )?(?:menos|mais)|sai\w? (?:mais|menos)(?= (?:em conta|car|barat))|(?:menor|maior) (?:preco|valor)|pague menos|melhor custo|economiza\w* (?:\w+ ){0,3}(?:indo|levando|com|se)",
    r"mas (?:barat|car[oa]|economic|asequible)\w*|cuesta\w? (?:\w+ )?(?:menos|mas)|(?:menor|mayor) (?:precio|coste)|paga menos|mejor relacion|ahorra\w* (?:\w+ ){0,3}(?:si|con|llevando)",
)
DEARER = _words(
    r"dearer|more expensive|most expensive|costs? (?:\w+ )?(?:bit |lot )?more|pricier|priciest|higher[- ]priced|(?:less|least) (?:affordable|economical)|mais car\w+|custa\w? (?:\w+ )?mais|mas car[oa]s?|cuesta\w? (?:\w+ )?mas|(?:maior|mayor) (?:preco|valor|precio|coste)"
)
BEFORE = _words(
    r"was|were|before|used to|instead of|regular\w*|normal\w*|old|original\w*|from|reduced|previously|formerly",
    r"antes|era|costava|custava|custavam|de r\$|em vez de|baixou|antig\w+|normalmente|caiu|cairam|desceu|foi de",
    r"costaba|costaban|bajado|bajo de|en vez de|en lugar de|rebajad\w+|anterior\w*",
)
RANGE = _words(
    r"from|between|starting|start|range|up to|prices|they|each|both",
    r"de (?:r\$ ?)?\d\S* a|entre|a partir|ate|precos|cada|ambos|ambas",
    r"desde|hasta|precios|cada",
)

# --- what costs nothing, or less --------------------------------------------------------------------

FREE = re.compile(
    r"(?<!feel )(?<!-)\bfree\b(?! (?:to(?! (?:ship|send|return|post|deliver|exchange))|time|size|of (?!charge)))(?!-)|\bfreebie\b|\bcomplimentary\b|\bon us\b|\bon the house\b|\bour treat\b"
    r"|\bno (?:\w+ )?(?:charges?|costs?|fees?|postage)\b|\bno (?:shipping|delivery)(?= (?:charge|cost|fee|to pay)|[.!]?$)"
    r"|\b(?:costs?|pay|charge\w*|for) (?:you )?(?:absolutely )?nothing\b|\b(?:won't|doesn't|does not|will not|don't|do not) (?:cost|charge|pay)\b(?! more| less)"
    r"|\bwithout (?:any |extra |paying )*(?:charge|cost|fee|postage)\w*|\bat no\b|\bwe (?:'ll )?cover\b|\b(?:0|zero) (?:\w+ )?(?:costs?|fees?|charges?|shipping|delivery|postage|frete|taxas?|custo)\b"
    r"|\b(?:shipping|delivery|postage|frete|taxas?|envio|portes?|entrega|custo) (?:(?:is|e|es|de) )?(?:0|zero|cero)\b(?![.,]?\d)"
    r"|\b(?:shipping|delivery|postage|frete|envio|portes?|transporte|entrega)\b.{0,25}\binclu\w+|\binclu\w+ (?:\w+ )?(?:shipping|delivery|postage|frete|entrega|envio|portes)\b"
    r"|\b(?:(?:we|i)(?:'ll| will)? (?:\w+ )?(?:add|include|slip|pop|give|send)|you(?:'ll| will)? (?:\w+ )?(?:get|receive)|comes? with) (?:\w+ ){0,4}?(?:gifts?|goodie\w*|treats?|surprise)\b(?! (?:card|idea|wrap))|\bthrow(?:s|ing)? in (?:a|an|some|the)\b"
    r"|\bganh\w+ (?:o |um |uma |de )?(?:frete|envio|brinde|mimo|presente|presentinho|agrado)\b|\b(?:(?:vamos|a gente|nos) (?:te |lhe )?(?:mand|inclu|coloc|envi|d)\w*|vem com|vai com) um (?:present|mimo|brinde|lembranc|agrad)\w*|\b(?:hacemos|damos|regalamos|incluimos|metemos|mandamos|enviamos|ponemos|llevas|recibes|viene con) un (?:\w+ )?(?:detalle|regal|obsequio)\w*|\b(?:de regalo con|consigues? (?:el )?envio)\b"
    r"|\b(?:shipping|delivery|postage|frete|envio|entrega|portes)\b.{0,20}\b(?:covered|paid for|taken care|cobert[oa]|cubiert[oa])\b|\bgratis\b|\bgratuit\w*\b|\bde graca\b|\bcortesia\b|\bbrinde\b|\b(?:por|de|a) (?:nossa|nuestra) (?:conta|cuenta)\b|\bpor conta da (?:casa|loja)\b|\bcuenta de la (?:casa|tienda)\b"
    r"|\bsem (?:custos?|cobrancas?|taxas?|frete)\b|\bsin (?:costos?|cargos?|costes?|gastos|portes)\b|\bisent\w+|\bexent\w+"
    r"|\b(?:nao|no|nada)(?: (?:te|se|lhe|vai|precisa|tienes que|hay que))* (?:custa\w?|cuesta\w?|cobr(?:a|amos|an|am)|pag(?:a|as|an|am|ara|aras)|custar\w?|costar\w?)\b"
    r"|\b(?:custa|cuesta|paga|pagas|por) nada\b|\bte (?:lo|la) regalamos\b"
    r"|\b(?:kostenlos\w*|kostenfrei\w*|umsonst|offert\w*)\b"
)
# Nothing that the shop tells ever reads like this: a promise of a bargain is the model's own.
BARGAIN = re.compile(
    r"\bhalf[ -](?:price|off)\b|\bbuy 1\b|\bbuy one\b|\bbogo\b|\b2 for (?:1|one|the price)\b|\b[234] ?(?:for|x) ?[123]\b|\b2 por (?:1|uno|um)\b"
    r"|\bprice[ -]match\w*|\bmatch (?:any|every|their)\b|\bcobrimos (?:qualquer|a oferta)|\bigualamos\b|\bmoney[ -]back\b|\b(?:full|instant) refund\b|\brefund you\b|\blowest price\b|\bknock \w+ off\b|\bknock off\b"
    r"|\b(?:dollars|euros|bucks|reais) back\b|\bcash ?back\b|\bspecial price\b|\b(?:better|best) price\b|\bsteal\b|\bfor pennies\b"
    r"|\bmetade do preco\b|\blev[ae]\w* (?:\w+ ){1,3}(?:e )?pag(?:a|ue)\b|\bdinheiro de volta\b|\breembolso (?:total|integral)\b|\bdevolvemos (?:o )?(?:seu )?dinheiro\b"
    r"|\bprecinho\b|\bpreco (?:especial|melhor)\b|\bmelhor preco\b|\bganh(?:a|e) (?:r\$ ?)?\d|\bprecio especial\b|\bmejor precio\b|\bregalamos\b"
    r"|\bpela metade\b|\ba mitad\b|\bhalf (?:the|of the|what)\b|\bhalben preis\b|\bmoitie prix\b|\bmeta prezzo\b|\bgeld zuruck\b|\bmitad de precio\b|\blleva\w* (?:\w+ ){1,3}(?:y )?paga\w*"
    r"|\bdevolucion del dinero\b|\b(?:devolvemos|devolveremos) (?:el|tu|su) dinero\b|\breembolso (?:total|completo)\b"
)
DISCOUNT = _words(
    r"discount\w*|off(?= today| for| your| everything| the|[.!,]|$)|reduc(?:ed|tion)\w*|(?:on|flash|clearance|summer|a|our|the|big) sale|sale price|(?:on|special|limited|an) offers?|coupons?|vouchers?"
    r"|promo\w*|codes?|deals?|bargain\w*|sav(?:e|es|ing|ings)(?! your| the| it)|(?:price )?(?:dropped|lowered)|marked down|(?:\w+ )?percent less",
    r"descont\w+|promocao|promocoes|ofertas?|liquidac\w+|cupom|cupons|codigos?|economiz\w+|baixou|abat\w+",
    r"descuent\w+|promocion\w*|rebaj\w+|cupon\w*|ahorr\w+|bajado|bonific\w+|chollo|ganga",
    r"rabatt\w*|remise|reduction|sconto",
    rf"\d+ ?{PERCENT} (?:less|menos|off|mais barat\w+)",
)
INSTALMENTS = _words(
    r"instal?lments?|interest|split (?:it|the|your)|half now|(?:metade agora|mitad ahora)|pay (?:over|later|monthly)|(?:per|a|every) month|monthly|buy now|\d+ (?:[\w-]+ )?payments|pay in (?:\d+|thirds|halves|parts)|(?:em|en|por|in) (?:(?:\d+|dos|duas) )?part(?:e?s)",
    r"parcelinh\w+|parcel(?:a|as|ado|ada|amos|ar|amento|e|em|ou)|juros|prestac\w+|(?:em|ate|de|pag\w+) \d+ ?vezes|\d+ ?vezes (?:sem|com|no|de|iguais|fix)\w*|crediario|por mes|mensal\w*",
    r"cuotas?|plazos|intereses|mensualidad\w*|(?:en|hasta|de|pag\w+) \d+ ?veces|\d+ ?veces (?:sin|con|de)|\d+ ?pagos|financ\w+|mensualmente|al mes",
    r"\d+ ?x(?! \w)|\d+ ?x (?:sem|sin|de|without|with|no|interest)",
)
SERVICE = _words(
    r"gift[ -]?wrap\w*|wrapping|engrav\w*|repairs?|alterations?|installations?|assembly"
    r"|embrulh\w*|embalage\w*|gravac\w*|consertos?|reparos?|instalac\w*|montagem"
    r"|envoltorios?|envoltura|grabados?|reparacion\w*|arreglos?|instalacion\w*|montaje"
)
PROMISE = _words(
    r"returns?|returned|returning|returnable|refund\w*|exchang\w+|warrant\w+|guarante\w+|(?:send|sending|sent|sends|give|bring|takes?|taking) (?:\w+ )?back|keep your money|(?:we|they|shop)(?:'ll| will)? (?:\w+ )?(?:replace|repair|fix|swap) (?:it|them)",
    r"devol\w+|reembols\w+|garant\w+|trocas?|estorn\w+|arrepend\w+|(?:a gente|nos|loja) (?:\w+ )?(?:troca|repoe|conserta)\w*",
    r"devuelv\w+|cambios|cambiarl[oa]s?|(?:el|un|tu|su) cambio (?:por|de|es|siempre)|(?:te|le) (?:l[oa]s? )?(?:cambiamos|cambian|reponemos|reparamos|arreglamos|reemplazamos)|retract\w+|desist\w+",
)

# --- stock ------------------------------------------------------------------------------------------

OUT_OF_STOCK = _words(
    r"(?:out of|no) stock|sold out|unavailable|(?:not|n't|no longer|isn't|aren't) (?:\w+ ){0,2}(?:available|in stock|for sale|carry|have|sell|sold|make)"
    r"|no longer (?:\w+ )?(?:made|produced|sold|offered)|none (?:are |is )?left|nothing left|r[au]n out|all gone|(?:is|are|it's|that's) gone|discontinued|no more(?: of)?",
    r"esgotad\w+|esgotou|esgotaram|indisponive\w+|sem estoque|fora de (?:estoque|linha)|saiu de linha|em falta|acabou|acabaram|nao e mais \w+|sem unidades|zerad\w+"
    r"|nao (?:esta |estao |ha |se )?(?:mais )?(?:disponive\w+|em estoque|a venda|vende\w*)|nao te(?:mos|m|nho)(?: mais)?(?! (?:problema|pressa|como|nada|duvida|custo|taxa|frete|juros))|ja nao (?:temos|ha|tem)|nao (?:resta\w?|sobrou)",
    r"agotad\w+|agoto|agotaron|sin (?:stock|existencias)|se (?:acabo|acabaron|termino|terminaron|agoto)|descatalogad\w+"
    r"|no (?:esta |estan |hay )?(?:disponible\w*|en stock)|(?:ya )?no (?:nos |me |se )?(?:queda\w?|tenemos|fabrica\w?|hace\w?|produce\w?|hay(?! (?:prisa|problema|de que|nada|duda|gastos|coste))|vende\w?)|fuera de stock|que faltan?|no (?:ha|han) quedado|no quedo",
    r"ausverkauft|rupture|epuise\w*|esaurit\w+",
)
IN_STOCK = _words(
    r"in stock|available|stock|(?:\w+ )?left (?:in|at|of)|left|remain\w*|ready to (?:ship|go)|plenty|(?<!the \d )pieces|inventory|supply|warehouse|(?:loads|tons|lots|heaps) (?:of (?:them|it|these|stock)|left|in stock)|back in|got (?:it|one|them|some|plenty)|in your size|no (?:seu|teu) tamanho|en (?:tu|su) talla",
    r"(?:we|i)(?: still| do| also)? have (?:it|them|this|that|these|one|some|plenty|many|lots|several|\d+|an?|the|your size|all)|(?:still|do) have|can still|we've got|(?<!^)(?<!please )(?<!can )(?<!you )comes? back",
    r"disponive(?:l|is)|estoque|a venda|for sale|restam?|sobr(?:ou|aram|am)|ainda (?:temos|tem|ha)|temos|tem (?:so|apenas|no|na|em|sim|bastante|sobrando|muit\w+)|pronta entrega|unidades?|(?<!as \d )(?<!os \d )pecas|deposito|de sobra|aos montes",
    r"disponibles?|existencias|qued(?:a|an)|tenemos|(?<!no )hay|a la venta|almacen|list[oa]s? para|esta en (?=\w{1,3}\b)|(?<!las \d )piezas|unidad|de sobra|un monton de (?:ell[oa]s|unidades)",
    r"auf lager|lieferbar|vorratig|disponibil[ei]",
)
SCARCE = _words(
    r"last (?:one|ones|piece|pieces|few|item|items|pair|chance)|(?:hardly|barely|scarcely) any|(?:stock|supply|supplies|quantities) (?:is|are|getting|running)(?: \w+)? (?:low|limited|thin|short)|handful(?: \w+){0,3} left|single digits|only (?:have |got |has )?(?:\d+|one|a few|a couple) more(?= (?:in|of|left)\b|[.!,]|$)|flying out|almost (?:gone|out)|nearly (?:gone|out|sold out)|sell\w* (?:\w+ )?(?:fast|out|quickly)|few (?:\w+ )?left|(?<!no )hurry|(?:running|going) (?:out|low|fast)"
    r"|last \d+(?= (?:of|in|left|pieces?|items?|ones?|units?)\b|[.!,]|$)|down to (?:the|our|my) (?:last|final)|low (?:on|in) (?:stock|supply|them|these|this)|fl(?:y|ies|ying) off|snapped up|limited (?:stock|supply|quantit\w+|edition)|(?:won't|will not) (?:last|be (?:here|around)) long|while (?:stocks?|supplies) lasts?|in high demand",
    r"ultim[oa]s? (?:peca|unidade|par|unidad|pieza|disponi)\w*|acabando|corra|corre\b(?! de)|poucas? (?:pecas|unidades)|quase (?:esgotad|esgotand|acab)\w+|esgotando|ultim[oa]s? \d+|(?:prestes|proximo|proxima) a (?:esgotar|acabar)|vai (?:acabar|esgotar)|quase nao (?:tem|ha|temos|resta)|estoque (?:\w+ ){0,2}(?:baixo|limitado)|saindo (?:muito|rapido|que nem|igual)|vendendo (?:muito|rapido|bem)|voa\w* d[aoe]s?|nas ultimas|(?:so|apenas) (?:temos|tem|ha|resta) mais (?:\d+|uma?)|como pao quente|(?:so |tem |restam |ha )pouquinh\w+|tem pouc[oa]s|enquanto dura\w*|edicao limitada|muita procura",
    r"se estan? (?:acabando|agotando)|date prisa|apurate|casi agotad\w+|quedan? (?:muy )?poc\w+|pocas unidades|agotandose|ultim[oa]s \d+|a punto de (?:agotar|acabar|terminar)\w*|se (?:agotan?|acaban?|vende\w?) (?:\w+ )?(?:rapido|pronto|enseguida|volando)|(?:volando|pan caliente|como rosquillas)|poquisim\w+|queda (?:muy )?poc[oa]|solo (?:tenemos|hay|queda) (?:\d+|una?) mas|vuelan?(?= *(?:[.,!]|$|de las|del))|casi no (?:queda\w?|hay|tenemos)|stock (?:\w+ ){0,2}(?:bajo|limitado)|existencias limitadas|hasta fin de existencias|edicion limitada|mucha demanda",
)
# Of a variant that is out this may be said, and its price; anything else offers it.
NO_OFFER = _words(
    r"comes?|sizes|between|if|wear\w*|usual\w*|vem|tamanhos|entre|usa|vest\w+|vienen?|tallas|hablamos|exists?|existe[nm]?|largest|smallest|maior|menor|mayor"
)
VERY_LAST = _words(r"last (?:one|piece|item|pair|chance)|ultim[oa] \w+")
RESTOCK = _words(
    r"back in(?:to)? stock|(?:be|is|are|come|comes|coming|gets?) in again|entr\w+ (?:de novo|novamente|otra vez|de nuevo)|restock\w*|(?<!^)(?<!please )(?<!can )(?<!you )come back|coming back|new (?:stock|batch|shipment)|(?:is|be|are|'ll be) back (?:in|on|soon|next|by|this)|due (?:back|in again)|comes? back (?:in|on|soon|next|by)"
    r"|volta\w* (?:ao estoque|em|na|no|dia|semana|amanha|hoje|a ter|a vender)|reposic\w+|repor|repo(?:e|em|mos|sta|sto)|novo lote|nova (?:remessa|leva)|chega\w* (?:mais|novas?|novos?)"
    r"|vuelv\w+ (?:a (?:estar|haber|tener|entrar|llegar)|el (?!\w*(?:rato|momento))|en \w+|manana|pronto a)|repon\w+|reposicion|nuevo lote|nueva remesa|llega\w* (?:mas|nuevas?|nuevos?)"
)

# --- delivery ---------------------------------------------------------------------------------------

DELIVERY = _words(
    r"deliver\w*|arriv\w+|ship\w*|dispatch\w*|postage|posted|courier|reach\w*|be there|(?:at|on|to) your door\w*|doorstep|get(?:s)? (?:it |them |there |here )?(?:to you|by|in|within)|(?<!e-)(?<!e )mail\w*",
    r"entreg\w+|frete|cheg\w+|envi\w+|despach\w+|postad\w+|transportadora|correios?|sedex|motoboy",
    r"llega\w*|repart\w+|mensajer\w+|porte|portes|transport\w+|paqueteria|por correo(?! electronico)|correos",
    r"liefer\w+|geliefert|versand\w*|livraison\w*|consegn\w+|spediz\w+",
)
# Of what a price of nothing, or a fee, may be said once the shop tells one.
FREE_DELIVERY = _words(
    r"deliver\w*|ship\w*|post(?:age)?|courier|collect\w*|pick(?:ing|ed)?(?: it| them)?[ -]?up|store|express|standard",
    r"entreg\w+|frete|envi\w+|retir\w+|loja|correios?|recog\w+|recolec\w+|tienda|despacho|portes?|transporte",
)
COLLECTED = _words(
    r"collect\w*|pick(?:ing|ed)?(?: it| them)?[ -]?up|retir(?:ar|ada|e|ando)|buscar na loja|recog\w+|recolec\w+"
)
# Having it in one's hands: with a day it is a promise of a delivery.
RECEIVED = _words(
    r"have it|have them|with you|at your place|get (?:it|them)|receiv\w+|expect (?:it|them)|yours|in your hands|at home|leaves?|goes? out|takes|(?:it|'ll|will|may|might|could) take",
    r"receb\w+|com voce|na sua (?:casa|porta)|em casa|em maos|deix(?:ar|amos) (?:ai|na|em)|lev(?:a|am)|demora\w?|saem?|sai d[oe]",
    r"recib\w+|tendra\w*|tien(?:e|es) en|en (?:tu|su) (?:casa|puerta)|en casa|contigo|llevartel\w+|te l[oa]s? (?:llevamos|llevan|dejamos|dejan)|tard(?:a|an)|sale",
)
WHEN = _words(
    r"today|tonight|tomorrow|overnight|same[ -]day|next[ -](?:day|week)|this (?:week|afternoon|evening)|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|christmas|right away|immediately|at once",
    r"hoje|amanha|(?:no )?mesmo dia|proxim\w+ (?:dia|semana)|semana que vem|fi(?:m|ns) de semana|segundas?|tercas?|quartas?|quintas?|sextas?|sabados?|domingos?|natal|na hora|imediat\w+",
    r"hoy|manana|(?:el )?mismo dia|semana que viene|fin de semana|finde|lunes|martes|miercoles|jueves|viernes|navidad|enseguida|inmediat\w+",
    r"(?:before|by|around|until|till|at) (?:lunch\w*|noon|midday|breakfast|dinner|midnight)|(?:in|during) the (?:morning|afternoon|evening)|(?:this|every|that) (?:morning|afternoon|evening)|first thing|(?:end|middle) of (?:the|this|next) (?:day|week|month)|mid-?(?:month|week)|next (?:month|week)|in time for|on time for|well before|later today"
    r"|(?:antes d[oe]l?|ate o|(?:na|a) hora do?|depois d[oe]) (?:almoco|meio[- ]dia|jantar|cafe|fim do (?:dia|mes))|meio[- ]dia|(?:de|pela|na parte da) (?:manha|manhazinha|tarde|noite)|(?:hoje|amanha) cedo|(?:fim|final|meio|meados|comeco) d[oae] (?:dia|semana|mes)|(?:esta|nesta|hoje a) (?:noite|tarde|semana)|a tempo (?:de|do|da|para|pro|pra)|bem antes"
    r"|(?:antes d[oe]l?|a|al|hasta el) (?:mediodia|almuerzo|comer|cenar|medianoche)|mediodia|(?:por|en|de|a) la (?:manana|tarde|noche)|antes de la (?:cena|comida|noche)|a primera hora|(?:fin|final|finales|mitad|mediados|principios) de(?:l| la)? (?:dia|semana|mes)|esta (?:noche|tarde|semana)|a tiempo (?:para|de)|mucho antes|mes que viene|proxim\w+ mes"
    r"|yesterday|last (?:night|week)|ontem|ayer|anteayer|semana pasada|semana passada",
    r"morgen|heute|demain|aujourd|domani|oggi",
)
# A day by which something comes, whatever is said to come.
SOON = re.compile(
    r"\b(?:a few|a couple of|several|some) (?:business |working )?(?:days?|hours?|weeks?)\b|\b(?:in no time|very soon|quickly|in a (?:flash|jiffy)|super[- ]?fast|lightning[- ]fast|fast (?:shipping|delivery)|(?:ships|arrives|delivers) (?:\w+ )?(?:fast|soon))\b"
    r"|\b(?:poucos|poucas|alguns|algumas|uns|umas|pocos|pocas|unos|unas|algunos|algunas) (?:dias|horas|semanas)\b|\brapid(?:inho|issimo|ito)\b|\b(?:entrega|chega|envio|llega)\w* (?:\w+ )?(?:rapid\w+|voando|volando|logo|pronto)\b"
)
TAX = _words(
    r"tax(?:es)?|vat|customs|duties|impostos?|tributos?|alfandega|impuestos?|iva|aduana\w*"
)
ON_A_DAY = re.compile(
    r"\b(?:by|before|until|on|this|next) (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|tomorrow|tonight|christmas|morning)\b|\btomorrow\b"
    r"|\b(?:ate|na|no|pela|nesta|neste) (?:o |a )?(?:segunda|terca|quarta|quinta|sexta|sabado|domingo|fim de semana|natal)\b|\bamanha\b"
    r"|\b(?:el|este|antes del?|para el) (?:proximo )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|fin de semana|finde)\b|(?<!la )\bmanana\b"
)
# What no text that was written once can promise.
RELATIVE = _words(
    r"today|tonight|tomorrow|overnight|hoje|amanha|hoy|manana|morgen|heute|demain|aujourd|domani|oggi"
)
# What a rule hangs on: who repeats the rule has to repeat it.
CONDITION = _words(
    r"only|except|unless|if|members?|subscribers?|apenas|so|somente|exceto|salvo|se|membros?|assinantes?"
    r"|solo|solamente|excepto|si|socios?|suscriptores?"
)

# --- cart, payment, order ---------------------------------------------------------------------------

CART = _words(r"cart|basket|shopping bag|carrinho|sacola|carrito|cesta|canasta")
PAYMENT = _words(
    r"pay|pays|paid|payments?|paying|charg(?:e|ed|es|ing)|(?<!gift )cards?|money|pix|purchase|billed|transaction|debit\w*|unpaid",
    r"pag(?:amento|amentos|o|os|ou|uei|a|ar|ando|ue)|cartao(?![ -]presente)|cobr\w+|dinheiro|compra|debit\w+|transacao|transferencia|valor caiu",
    r"pag(?:aste|ado|ada|aron|as)|tarjeta(?! (?:de )?regalo)|dinero|importe|transaccion|valor",
)
ORDER = _words(
    r"orders?|ordered|parcel|parcels|package|purchase|shipment|pedidos?|compra|pacote|encomenda|orden|ordenes|paquete"
)
# Looking for something says nothing of it.
SEEKS = _words(
    r"(?:i(?:'ll| will| can| could)|let me|shall i) (?:\w+ )?(?:look|search|find|check|see|show)"
    r"|(?:vou|posso|deixa eu|deixe-me|me deixa) (?:\w+ )?(?:procurar|buscar|ver|olhar|checar|verificar|consultar|mostrar|achar)"
    r"|(?:voy a|puedo|dejame) (?:\w+ )?(?:buscar\w*|ver|mirar|comprobar|consultar|mostrar\w*|ensenar\w*)"
)
# Ways to pay by their names, under the ids of ours; any other is `OTHER_METHOD`.
METHODS: Mapping[str, re.Pattern[str]] = {
    "card": _words(
        r"(?:by|with|using|accept|take)(?: an?| your| the)?(?: credit)? cards?|(?:com|no|pelo|aceita\w*)(?: o)? cartao|(?:con|acepta\w*)(?: la)? tarjeta"
    ),
    "pix": _words("pix"),
}
OTHER_METHOD = _words(
    r"paypal|klarna|afterpay|clearpay|sezzle|affirm|apple ?pay|google ?pay|amazon ?pay|shop ?pay|venmo|zelle|cash ?app|crypto\w*|bitcoin|ideal(?= (?:or|and|is))|sofort|sepa"
    r"|visa|mastercard|amex|american express|maestro|elo|hipercard|diners|debit cards?|bank transfer|wire transfer|che(?:que|ck)(?= (?:or|and|is|works))|(?:in|with|by|pay|accept|take) cash|cash (?:on|upon|when|is|works)"
    r"|boletos?|mercado ?pago|pic ?pay|(?:em|no) dinheiro|dinheiro vivo|cartao de debito|transferencia(?: bancaria)?|cripto\w*|na entrega"
    r"|bizum|oxxo|efectivo|contra ?(?:re)?embolso|contra ?entrega|tarjeta de debito|nequi|yape|plin|al recibirlo"
)
NEGATED = _words(
    r"not|n't|\w+n't|nothing|no|never|nobody|none|without|cannot|yet to|neither|nao|nunca|nada|nenhum\w*|sem|jamais|ningun\w*|sin|tampoco|todavia no"
)

# What a shop has rules of its own about.
RULES: Mapping[str, re.Pattern[str]] = {
    "delivery": re.compile(f"{DELIVERY.pattern}|{FREE_DELIVERY.pattern}"),
    "promise": PROMISE,
    "service": SERVICE,
    "instalments": INSTALMENTS,
}
ADDRESS = re.compile(
    r"https?:|hxxp|www\.|\bdot (?:com|net|org|io|shop)\b|\[\.\]|\]\(|\S@\S"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|co|app|dev|shop|store|xyz|info|biz|me|ai|link|site|online|top|br|mx|es|uk|de|eu|ly|gl)\b"
)
CODE_LIKE = re.compile(r"[{}<>\\]|\b[a-z]+_[a-z_]+\b|```")
MONEY_OR_SHARE = re.compile(rf"{CURRENCY}|{PERCENT}")
