"""What is said of goods that are on the screen: which one is meant, which of them is more so, and others."""

from __future__ import annotations

from agentpay_plugin.language.portuguese.fragments import PLEASE

_NO_GOODS = r"(?! (?:vez|vezes|compra|compras|pedido|semana|parcela|via|mao|feira|linha|coisa|pessoa|data|pergunta|mensagem|hora|cor)\b)"
_ONE = r"(?:produto|item|opcao|peca|modelo)"
_THE = r"(?:a|o|as|os|da|do|na|no|de a|de o|em a|em o|essa|esse|aquela|aquele|pela|pelo|por a|por o|ao|a o)"
_LEAST = r"mais (?:barat[oa]s?|em conta|baratinh[oa]s?|economic[oa]s?|acessive(?:l|is))"
_MOST = r"mais car[oa]s?"
_ENDS = r"(?= \||$| (?:por|entao|e|em|no|na|mesmo|tambem|tem|das|dos|delas|deles|de|quanto|mas|eu|vem)\b)"
_SHOW = r"(?:(?:me )?(?:mostra|mostre|mostrar|ve|ver|manda)(?: me)? |(?:voces? )?(?:tem|teriam|teria) |quero ver |queria ver |posso ver |pode mostrar |nao tem |ha |existe |quais (?:as |os )?)"
_LEAD = r"^(?:(?:ok|e|mas|entao|ai|hum|ah|beleza|por favor|so|certo) )*"
_OF_THEM = r"(?:del[ea]s|dos? (?:dois|tres)|das? (?:duas|tres)|de (?:ess[ea]s|est[ea]s)|d[ao]s|entre (?:el[ea]s|os dois|as duas))"


def _place(*names: str) -> tuple[str, ...]:
    """Return how one is called by its place: names of it in words and in figures."""
    name = rf"(?:{'|'.join(names)})"
    return (
        rf"{_THE} {name}(?: {_ONE})?{_NO_GOODS}",
        rf"{name} {_ONE}",
        rf"^{PLEASE}{name}(?: por favor)?$",
    )


def _number(figure: int, word: str) -> tuple[str, ...]:
    named = rf"(?:numero|opcao|produto|item) (?:{figure}|{word})"
    return (
        rf"(?:{_THE} )?{named}",
        rf"(?<!\d ){_THE} {figure}(?= \||$| (?:tem|vem|custa|quanto|em|por)\b)",
    )


SHOWING: dict[str, tuple[str, ...]] = {
    "place_1": (*_place("primeir[oa]s?", "1[oa]"), *_number(1, "um")),
    "place_2": (*_place("segund[oa]s?", "2[oa]"), *_number(2, "dois")),
    "place_3": (*_place("terceir[oa]s?", "3[oa]"), *_number(3, "tres")),
    "place_4": (*_place("quart[oa]", "4[oa]"), *_number(4, "quatro")),
    "place_5": (*_place("quint[oa]", "5[oa]"), *_number(5, "cinco")),
    "place_last": (
        rf"{_THE} ultim[oa](?: {_ONE})?{_NO_GOODS}",
        rf"ultim[oa] {_ONE}",
        rf"^{PLEASE}ultim[oa](?: por favor)?$",
    ),
    "other_one": (
        rf"{_THE} outr[oa](?: {_ONE})?(?= \||$| (?:por|entao|tem|quanto|em|custa|mesmo)\b)",
    ),
    "least_one": (
        rf"{_THE} {_LEAST}(?: (?:{_ONE}|{_OF_THEM}))+",
        rf"{_THE} {_LEAST}{_ENDS}",
        rf"^{PLEASE}{_LEAST}(?: por favor)?$",
    ),
    "most_one": (
        rf"{_THE} {_MOST}(?: (?:{_ONE}|{_OF_THEM}))+",
        rf"{_THE} {_MOST}{_ENDS}",
    ),
    "kind_one": (r"(?:a|o|da|do|na|no|essa|esse|aquela|aquele) de (?P<what>\w+)",),
    "least_price": (_LEAST, r"menor preco"),
    "most_price": (_MOST, r"maior preco"),
    "goods_by_price": (
        rf"(?:(?:qual|quais|quero|queria|busco|procuro|me|mostra|mostre|ver|e|sao|tem|a|o|as|os|que|voces) )*(?P<what>(?:\w+ ){{1,4}}?)(?:{_LEAST}|{_MOST})",
        rf"(?:{_LEAST}|{_MOST}) (?:da|de a|de essa|na|em a|de) (?P<what>loja)",
    ),
    "any_goods": (r"(?:produto|produtos|coisa|coisas|item|itens)",),
    "sorts": (
        r"(?:ordena|ordenar|ordene|organiza|organizar|classifica|classificar|coloca|lista|listar|por ordem)(?: \w+){0,3} (?:por|por o|de|em ordem de) (?:ordem de )?(?:menor |maior )?preco",
        r"(?:do|de o|de|dos) (?:mais barat[oa]s?|menor(?: preco)?) (?:para|ao|a|a o|aos)(?: [oa]s?)? (?:mais car[oa]s?|maior(?: preco)?)",
        r"(?:do|de o|de|dos) (?:mais car[oa]s?|maior(?: preco)?) (?:para|ao|a|a o|aos)(?: [oa]s?)? (?:mais barat[oa]s?|menor(?: preco)?)",
        rf"(?:{_LEAST}|{_MOST}|menor preco|maior preco) primeiro",
        rf"^{PLEASE}por (?:ordem de )?preco$",
    ),
    # The things compared stand on the screen.
    "compares_shown": (
        r"(?:qual|quais|que|tem|ha|muita)(?: (?:e|sao|seria))?(?: (?:a|as|o|os))? diferencas?(?: (?:entre|de|del[ea]s|dos|das|d[oa]|as|os|el[ea]s|dois|duas|tres|ess[ea]s?|est[ea]s?|para|outr[oa]s?|um|uma))*$",
        r"^diferencas?(?: (?:entre|de|del[ea]s|dos|das|as|os|el[ea]s|dois|duas|tres|ess[ea]s|est[ea]s))*$",
        r"(?:compara|comparar|compare|comparacao)(?: (?:entre|me|de|del[ea]s|dos|das|as|os|el[ea]s|dois|duas|tres|ess[ea]s|est[ea]s|para mim))*$",
        rf"(?:qual|quais)(?: {_OF_THEM})*(?: (?:dois|duas|tres))?(?: \w+){{0,2}}? (?:[oa]s? )?(?:mais|menos|melhor|maior|menor|recomenda|recomendam|indica|indicam|sugere|compensa)(?: .{{1,50}})?$",
        r"(?:qual|quais) (?:del[ea]s|dos dois|das duas|de ess[ea]s|dess[ea]s) .{1,60}",
        r"^(?:e |mas )*(?:qual|quais) (?:cabe|cabem|serve|servem|vem|aguenta|dura|pega|suporta|combina|esquenta|e|sao|tem|lava|da) .{1,60}",
        r"(?:algum|alguma) del[ea]s .{1,60}",
    ),
    "compares_all": (
        r"(?:diferencas?|compara|comparar|compare|comparacao|melhor|recomenda|recomendam|indica|indicam|sugere|compensa)",
    ),
    "asks_of_it": (r"(?:el[ea]s?|ess[ea]s?|est[ea]s?|isso) (?:tem|vem|teem|possui)",),
    "of_all": (
        r"(?:da|de a|na|em a|dessa|de essa|nessa|em essa) loja|que (?:voces? )?(?:tem|teem|vendem?|ha)(?: .{1,20})?$|de tudo|de todos",
    ),
    "asks_more": (
        rf"{_LEAD}{_SHOW}+(?:algum |alguma |alguns |algumas |um |uma |as |os )*(?:mais(?: (?:algum|alguma|opcoes|modelos|produtos|itens|ideias|coisas?|alternativas|tipos))*|outr[oa]s?(?: (?:opcoes|opcao|modelos?|produtos?|itens|tipos?|ideias|coisas?))?|o resto|os outros|as outras|demais)(?: (?:por favor|ai|disponiveis|como ess[ea]))*$",
        rf"{_LEAD}(?:os |as )?outr[oa]s$",
        rf"{_LEAD}(?:mais|outr[oa]s) (?:opcoes|modelos|produtos|ideias|alternativas|tipos)(?: por favor)?$",
        rf"{_LEAD}(?:o )?que mais(?: (?:voces?|tem|ha|a loja|vende|vendem|ai|aqui))*$",
    ),
    "asks_like": (
        r"(?:algo|alguma coisa|tem|teria|outr[oa]s?|mais|produtos?|um|uma|uns|umas|opcoes|algum|alguma|modelos?|coisas?|mostra) (?:\w+ )?(?:parecid[oa]s?|similar(?:es)?|semelhantes?|nesse estilo|em esse estilo|desse tipo|de esse tipo|desse estilo|de esse estilo)",
        r"(?:outr[oa]s?|algo|mais|alguma coisa|alguns|algumas)(?: \w+)? (?:como|igual a|iguais a|tipo) (?:ess[ea]s?|est[ea]s?|isso|el[ea])",
        rf"^{PLEASE}(?:voces? )?(?:tem |teria |quero |queria |mostra |preciso de )*(?:algo|alguma coisa|um|uma|outr[oa]|algum|alguma)(?: \w+)? (?:menor(?:zinh[oa])?|maior(?:zinh[oa])?|mais (?:leve|quente|pesad[oa]|gross[oa]|fin[oa]|larg[oa]|comprid[oa]|curt[oa]|maci[oa]|bonit[oa]|escur[oa]|clar[oa]|forte|fresc[oa])|diferente)(?: por favor)?$",
        r"(?:alguma|outra|qual|que) alternativas?|alternativas? (?:a|para|de) (?:ess[ea]|isso|el[ea])",
    ),
    "asks_beside": (
        r"(?:combina|combinam|combinaria|vai bem|fica bem|fica bom|orna|casa|usar|uso|vestir|cai bem|vao bem)(?: \w+)? (?:com|junto com|junto) (?:el[ea]s?|ess[ea]s?|est[ea]s?|isso|a|o)(?: \w+){0,2}$",
        r"(?:o )?que (?:e que )?(?:combina|combinar|posso combinar|da para combinar|usar|posso usar|vai bem|orna|fica bem)(?: (?:junto|bem))*$",
        r"(?:o )?que (?:usar|vestir) (?:junto|com)",
        r"com (?:o )?que (?:\w+ )?(?:combina|combinam|uso|usar|vai bem|fica bem)",
        r"completar? (?:o )?(?:look|visual|conjunto)",
        r"acessorios? para (?:el[ea]|ess[ea]|isso)",
    ),
    "asks_cheaper": (
        rf"(?:algo|alguma coisa|algum|alguma|tem|teria|um|uma|uns|umas|outr[oa]s?|so que|mas|quero|queria|mostra|preciso|opcao|opcoes|modelos?|parecid[oa]|similar)(?: \w+){{0,3}} {_LEAST}(?! (?:que|do que|de que))(?: (?:por favor|entao|que ess[ea]|parecid[oa]|ai))*$",
        rf"^{PLEASE}{_LEAST}(?: que ess[ea]s?)?(?: por favor)?$",
    ),
    # Said, not asked.
    "finds_dear": (
        r"(?:achei|ach[oa]|esta|ficou|muito|bem|meio|tao|um pouco|e) (?:\w+ )?(?:car[oa]s?|salgad[oa]s?)(?: (?:para mim|demais))?$",
        r"^(?:mas |ah |poxa |nossa )*(?:que )?car[oa]s?(?: demais)?$|fora do (?:meu )?orcamento|nao cabe no (?:meu )?bolso",
    ),
    # Asked, not said.
    "asks_if_all": (
        r"(?:so|somente|apenas) (?:tem |ha |tem so )?(?:ess[ea]s?|est[ea]s?|isso|um|uma)(?: (?:mesmo|opcao|modelo|ai))?$",
    ),
    "anything_that": (
        rf"^{PLEASE}(?:voces? )?(?:tem |teria |ha |existe |quero |queria |preciso de |procuro |busco |mostra |me mostra )*(?:algo|alguma coisa|coisas?|algum produto|produtos)(?: (?:que seja|que e|que|bem|de))? (?!mais|menos|como|parecid|similar|para (?:meu|minha|mim)|outr)(?P<what>(?:\w+ ){{0,3}}\w+)$",
    ),
    # Whatever there is but for what is named.
    "avoids_all": (
        r"(?:qualquer (?:coisa|um|uma|outr[oa]|cor|tipo|presente|produto)|algo|alguma coisa|tudo|outra coisa|coisas?|presentes?|um|uma|opcao|qualquer)(?: (?:que|mas|so))* (?:menos|exceto|fora|tirando|sem ser|alem de|nao (?:seja|sejam|e|for))(?: (?:de|um|uma|o|a|os|as|em))* (?P<what>.{1,40})",
        rf"^{PLEASE}(?:nada de|sem|nao|nao quero|chega de)(?: (?:mais|um|uma|o|a|de))* (?P<what>.{{1,40}}?)(?: por favor)?(?: \|)?(?: (?:mas|quero|so|tem))* (?:outra coisa|algo diferente|algo mais|alguma outra coisa)",
    ),
    "avoids": (
        r"(?:mas|e|so|desde que) (?:nao|sem|menos)(?: (?:seja|em|de|o|a))* (?P<what>.{1,40})",
        rf"^{PLEASE}(?:menos|exceto|tirando|sem ser|que nao (?:seja|sejam)|nada de|chega de|mas (?:nao|sem)|nem)(?: (?:de|mais|um|uma|o|a|os|as|em))* (?P<what>.{{1,40}})",
        r"nao (?:gosta|gosto|bebe|bebo|toma|tomo|usa|uso|come|curte|curto|quero|quer)(?! \w+(?:ar|er|ir) )(?: (?:mais|de|um|uma|o|a|nada|nenhum|nenhuma))* (?P<what>.{1,40})",
        r"(?:ja (?:tem|tenho)|esta cheio de|odeia|detesta|enjoou de)(?: (?:um|uma|muit[oa]s?|varios|varias|bastante|de|tantos|tantas))* (?P<what>.{1,40})",
        rf"^{PLEASE}(?P<what>\w+(?: \w+)?) nao$",
    ),
}
