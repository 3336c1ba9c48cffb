"""What goods are like, in words that can be held against what people wrote of them: proof against water, how they are washed and fit,
what they are made of.

Of praise ("soft", "a good choice") nobody can tell whether it is so; it is not here. Matched against folded text, as in topics.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agentpay_plugin.language import topics

_SENTENCE = re.compile(r"(?<=[.!?…;])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Property:
    """`said` is met by a sentence that ascribes it to goods, `written` by a text that proves it."""

    said: re.Pattern[str]
    written: re.Pattern[str]


def _property(*alternatives: str) -> Property:
    pattern = re.compile(rf"\b(?:{'|'.join(alternatives)})\b")
    return Property(pattern, pattern)


_MATERIALS = (
    r"cotton|algodao|algodon",
    r"wool\w*|merino|lana|la (?:merino|pura|de (?:ovelha|carneiro))|la(?=\s*[.!,]|\s*$)|cashmere|caxemira|cachemira|cachemir",
    r"linen|linho|lino",
    r"silk|seda",
    r"leather|couro|cuero|piel|suede|camurca|ante",
    r"polyester|poliester|polyamide|poliamida|nylon|nailon|acrylic|acrilic[oa]|viscose|viscos[ae]|synthetics?|sintetic[oa]s?",
    r"denim|jeans|vaquer[oa]|flannel|flanela|franela|velvet|veludo|terciopelo|corduroy|pana|bamboo|bambu|hemp|canhamo|canamo",
    r"(?:stainless )?steel|aco|acero|inox\w*|alumini?um|aluminio|brass|latao|laton|silver|prata|plata|gold|ouro|oro|metal",
    r"wood\w*|oak|madeira|madera|roble|carvalho|glass|vidro|vidrio|cristal|ceramic\w*|porcelain|porcelana|plastic\w*|rubber|borracha|caucho|silicone?|silicona",
)  # fmt: skip
# "made of", "it is pure": only so is a word for a material said of goods, and all that are joined to it.
_MADE = (
    r"(?:(?:made|woven|knitted|cut|sewn|crafted|lined|filled|blend|mix)(?: \w+){0,2}? (?:of|from|in|with|out of)(?: \w+){0,2}? "
    r"|(?:(?:it|they|this|that|these|the \w+)(?:'s|'re| is| are)|pure|real|genuine|100 ?%)(?: (?:pure|all|real|genuine|\w+ly|an?|100 ?%))* (?:of )?"
    r"|(?:feit|fabricad|confeccionad|tecid|forrad)[oa]s?(?: \w+){0,2}? (?:de|em|com)(?: \w+){0,2}? |(?:mistura|mezcla) de |(?<=\w )(?:e|sao) (?:de |em )?(?:pur[oa] )?"
    r"|(?:hech|fabricad|confeccionad|tejid|forrad)[oa]s?(?: \w+){0,2}? (?:de|en|con)(?: \w+){0,2}? |(?:es|son) (?:de )?(?:pur[oa] )?|(?:pura?|puro|100 ?%) )"
    rf"(?:(?:{'|'.join(_MATERIALS)})(?: and| y| e| con| com| with|,|/)+ ?(?:\d+ ?% )?)*"
)


def _material(names: str) -> Property:
    return Property(re.compile(rf"\b{_MADE}(?:{names})\b"), re.compile(rf"\b(?:{names})\b"))


PROPERTIES = (
    _property(
        r"water[- ]?(?:proof\w*|resist\w+|repell\w+|tight)|(?:rain|splash|weather)[- ]?proof|shower[- ]?proof|keeps? (?:the )?(?:rain|water) out"
        r"|impermeave\w*|impermeabl\w+|(?:a )?prova d\W?\s?agua|resist\w+ a agua|repele\w* (?:a |el )?agua|a prueba de (?:agua|lluvia)|waterproof"
    ),
    _property(
        r"(?:machine|hand)[- ]?wash\w*|washable|wash (?:it|them|this|that)|(?:washing )?machine|in the wash|washes|be washed"
        r"|lavar|lava[- ]se|lavave\w*|lavad[oa]s?|lava bem|(?:na|a) maquina|lavable\w*|lavarl\w+|lavars\w+|lavadora"
    ),
    _property(
        r"tumble\w*|dryer|dry[- ]?safe|secadora|secar a maquina|secarl\w+ a maquina",
    ),
    _property(r"dry[- ]?clean\w*|lavagem a seco|lavar a seco|lavad\w+ en seco|en seco|a seco"),
    _property(
        r"iron(?:ed|ing)?(?: it)?|no[- ]iron|(?:wrinkle|crease)[- ]?(?:free|resist\w+|proof)|(?:wrinkles?|creases?)|passar a ferro|(?:precisa|sem) passar(?! (?:o|a|no|na|em|pel[oa]|seu|sua|por|para)\b)|nao amassa\w*|amassa\w*|amarrota\w*|planch\w+|arruga\w*"
    ),
    _property(
        r"shr[iu]nks?|shrunk|shrinking|pre-?shrunk|encolh\w+|encog\w+|enco[jg]\w+",
    ),
    _property(
        r"(?:colou?rs? )?(?:fade[sd]?|fading|bleeds?)|colou?r-?fast|(?:lose|loses|perde|pierde\w?) (?:(?:its|a|el|la|su) )?(?:colou?rs?|cor|color)|desbot\w+|desting\w+|destin\w+|destiñ\w+|solta tinta"
    ),
    _property(
        r"pill(?:s|ing)\b(?! box)|lose its shape|keeps? (?:its|their) shape|perde a forma|deforma\w*|pierde la forma|(?:faz|cria) bolinhas?|(?:hace|saca) bolitas"
    ),
    _property(
        r"runs? (?:\w+ ){0,2}(?:small|tight|narrow|short)|size up|(?:one|a|1) size (?:up|bigger|larger)"
        r"|forma (?:\w+ )?pequena|(?:veste|fica) (?:\w+ )?(?:pequen|justo|justa|apertad)\w*|(?:numero|tamanho) (?:maior|acima)"
        r"|tall?a (?:\w+ )?pequen\w+|(?:viene|queda) (?:\w+ )?(?:pequen|just|estrech)\w+|(?:una |1 )?talla (?:mas|mayor)"
    ),
    _property(
        r"runs? (?:\w+ ){0,2}(?:large|big|wide|loose|long)|size down|(?:one|a|1) size (?:down|smaller)|over-?sized?"
        r"|forma (?:\w+ )?grande|veste (?:\w+ )?(?:grande|larg)\w*|(?:numero|tamanho) (?:menor|abaixo)"
        r"|tall?a (?:\w+ )?grande|viene (?:\w+ )?(?:grande|anch)\w*|(?:una |1 )?talla menos"
    ),
    _property(
        r"true to size|fits? as expected|your (?:usual|normal|regular) size|tamanho (?:real|normal|de sempre|habitual)|fiel ao tamanho|veste o tamanho"
        r"|tallaje (?:normal|real|fiel)|talla normal|(?:tu|su) talla (?:habitual|normal|de siempre)|fiel a la talla"
    ),
    _property(
        r"(?:slim|regular|loose|relaxed|boxy|snug|tailored|tight)[- ]?(?:fit(?:s|ted|ting)?|cut)|fits? (?:\w+ )?(?:snug\w*|loose\w*|tight\w*|slim|close)"
        r"|modelagem|caimento|corte (?:\w+ )?(?:slim|reto|recto|amplo|amplio|ajustado|justo|holgado|entallado|solto)|(?:queda|sienta) (?:\w+ )?(?:holgad|ajustad|entallad)\w+"
    ),
    _property(
        r"stretch\w*|elastic\w*|elastan\w*|spandex|lycra|estica\w*|elastic[oa]s?|elastano",
    ),
    _property(
        r"fleece\w*|(?:fully |warmly )?lined|lining|padded|padding|insulated|brushed|perchad\w+|felpad\w+|forr(?:o|ad[oa]s?)|flanelad\w+|peluciad\w+|acolchoad\w+|acolchad\w+|afelpad\w+|felpud\w+|polar"
    ),
    _property(r"see-?through|sheer|opaque|transparen\w+|translucid\w+|opac[oa]s?"),
    _property(
        r"dries (?:\w+ )?(?:quick\w*|fast)|quick[- ]?dry\w*|fast[- ]?dry\w*|seca (?:\w+ )?rapid\w*|secado rapido|secagem rapida"
    ),
    _property(r"breath(?:es|able|ability)|wick\w*|respirave\w*|transpirabl\w+|transpira\w*|deixa a pele respirar"),
    _property(
        r"organic(?:ally)?|organic[oa]s?|ecologic[oa]s?|gots|certified|certificad[oa]s?",
    ),
    _property(r"recycled|reciclad[oa]s?|recyclable|reciclave\w*|reciclabl\w+|sustainabl[ey]|sustentave\w*|sostenibl\w+"),
    _property(r"vegan[oa]?s?|cruelty[- ]free|animal[- ]free"),
    _property(r"hypo-?allergenic|hipo-?alergenic[oa]s?|antialergic[oa]s?|antialergenic[oa]s?|sensitive skins?|peles? sensive\w+|piel(?:es)? sensibles?"),
    _property(r"fair[- ]?trade|comercio justo|handmade|hand-?made|hand-?(?:knit\w*|sewn|stitched)|(?:made|knit\w*|woven|sewn|stitched|crafted|feit|hech|hizo|cosi|costur|tricot|teji|tejid|bord)\w*(?: \w+)? (?:by hand|a mano|a mao)|artesanal\w*|artesanai\w*"),
    _property(
        r"made in (?!(?:sizes?|colou?rs?|\w{1,3}\b))\w+|feit[oa]s? (?:aqui )?(?:no|na) \w+|feit[oa]s? em (?:portugal|china|minas|sao|\w+ia)|(?:fabricad|produzid)[oa]s? (?:aqui )?(?:em|no|na) \w+|importad[oa]s?|imported|(?:fabricad|producid)[oa]s? en \w+|hech[oa]s? en (?:espana|portugal|italia|china|europa|mexico|\w+ia|\w+al)"
    ),
    _property(r"(?:dishwasher|microwave|oven|freezer)[- ]?(?:safe|proof)|in the (?:dishwasher|microwave|oven)|lava[- ]?loucas|lavavajillas|micro-?ondas|microondas"),
    _property(r"scratch[- ]?(?:proof|resist\w+)|(?:a )?prova de riscos|resist\w+ a (?:riscos|arranhoes|aranazos)|unbreakable|shatter\w*|inquebra\w+|irrompible\w*"),
    _property(r"(?:stain|wind|odou?r)[- ]?(?:proof|resist\w+|repell\w+)|keeps? (?:the )?wind out|corta[- ]?(?:o |el )?(?:vento|viento)\w*|antimanchas?|a prueba de viento|uv|protecao solar|proteccion solar"),
    _property(r"batter(?:y|ies)|bateria\w*|pilhas?|pilas?"),
    _property(
        r"(?:bpa|gluten|lactose|sugar|lead|nut)[- ]?free|sem (?:bpa|gluten|lactose|acucar)|sin (?:bpa|gluten|lactosa|azucar)"
    ),
    _property(r"pockets?|bolsillos?|bolsos? (?:na frente|lateral|laterais|frontal)|hood(?:ed)?(?= (?:is|can|comes|has|detach)\w*)|capuz|capucha|zip(?:s|per|ped)?|ziper|cremallera"),
    _property(
        r"best[- ]?sell\w+|bestseller\w*|most popular|top[- ]?sell\w+|customer favou?rites?|(?:our|a|the) (?:big |real |huge )?(?:hit|favou?rite)|most[- ]loved|everyone(?:'s| is)? (?:loves?|buying)|customers love|(?:top|highly|best)[- ]rated|(?:selling|going) (?:\w+ )?(?:fast|out|quickly)|fl(?:y|ies|ying) (?:off|out)|in (?:high|big|great) demand|(?:won't|will not) (?:last|be (?:here|around)) long|\d+[- ]?stars?"
        r"|mais vendid\w+|queridinh\w+|saindo (?:muito|rapido|que nem|igual|bem)|vendendo (?:muito|rapido|bem)|voa(?:ndo)? d[aoe]s?|muita procura|(?:super )?procurad[oa]s?|sucesso de vendas|campea\w* de vendas|bem avaliad\w+|\d+ estrelas|(?:os )?clientes (?:adoram|amam)"
        r"|mas vendid\w+|superventas|se (?:esta )?(?:vende|vendiendo|agota)n? (?:\w+ )?(?:mucho|rapido|pronto|enseguida|volando|como)|vuelan?(?= *(?:[.,!]|$|de las|del))|mucha demanda|mas popular\w*|(?:nuestros |los )?clientes (?:adoran|aman)|mejor valorad\w+|\d+ estrellas|exito de ventas"
    ),
    *map(_material, _MATERIALS),
)  # fmt: skip

WORDS = "|".join(one.said.pattern for one in PROPERTIES)

# Who searches, offers to, says what nobody wrote or takes up what the shopper wished ascribes nothing.
_CLAIMS_NOTHING = re.compile(
    r"\bi(?:'ll| will| can| could|'d|'m going to) (?:\w+ )?(?:look|search|find|check|see|show|ask)\b|\b(?:found|find|see|have) (?:nothing|none|no)\b|\blet me\b|\btell me\b"
    r"|\b(?:does|do|did|is|are)(?:n't| not) (?:say|mention|state|list|specif|tell|told|given|stated|mentioned|listed)\w*|\bno (?:information|mention|details?|word)\b"
    r"|\b(?:vou|posso|podemos|vamos) (?:\w+ )?(?:ver|procurar|buscar|mostrar|olhar|verificar|conferir|perguntar)\b|\bnao (?:achei|encontrei|vi|diz|informa|menciona|especifica|consta|tem informac\w+)\b|\bme (?:diga|diz|fala|conta)\b"
    r"|\b(?:voy a|puedo|vamos a|podemos) (?:\w+ )?(?:ver|buscar|mostrar\w*|mirar|comprobar|preguntar)\b|\bno (?:he )?(?:encontr|vist|dic|indic|mencion|especific|consta|pone)\w*|\bdime\b"
    r"|^(?:an? [\w-]+ (?:is|would|might|can)|(?:uma?|una?) [\w-]+ (?:e|es|seria|faria|puede|pode)) \w+|\bwould (?:be|do|suit|work)\b|\bseria\b"
    r"|\bif (?:you|it|they)\b|\b(?:your|seu|sua|tu) (?:usual )?(?:size|tamanho|talla)\s*\?"
)


def claimed_in(clause: str) -> tuple[Property, ...]:
    """Return the properties that a clause ascribes to goods."""
    if _CLAIMS_NOTHING.search(clause):
        return ()
    return tuple(one for one in PROPERTIES if one.said.search(clause))


def is_written(claimed: Property, clause: str, texts: Iterable[str]) -> bool:
    """Tell whether a sentence of folded texts ascribes it, or denies it, as the clause does."""
    is_no = _is_no(clause)
    return any(
        claimed.written.search(sentence) and _is_no(sentence) == is_no
        for text in texts
        for sentence in _SENTENCE.split(text)
    )


def _is_no(folded: str) -> bool:
    return topics.NEGATED.search(folded) is not None
