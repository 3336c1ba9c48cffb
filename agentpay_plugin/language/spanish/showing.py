"""What is said of goods that are on the screen: which one is meant, which of them is more so, and others."""

from __future__ import annotations

from agentpay_plugin.language.spanish.fragments import PLEASE

_NO_GOODS = r"(?! (?:vez|veces|compra|compras|pedido|semana|cuota|mano|linea|cosa|persona|fecha|pregunta|mensaje|hora|color|parte)\b)"
_ONE = r"(?:producto|articulo|opcion|modelo|prenda)"
_THE = r"(?:la|el|lo|los|las|de la|de el|del|a la|al|a el|con la|con el|esa|ese|aquella|aquel|por la|por el)"
_LEAST = r"mas (?:barat[oa]s?|economic[oa]s?|baratit[oa]s?|accesibles?)"
_MOST = r"mas car[oa]s?"
_ENDS = (
    r"(?= \||$| (?:por|entonces|y|en|mismo|misma|tambien|de|pero|viene|tiene|cuanto|hay|yo|para)\b)"
)
_SHOW = r"(?:(?:me )?(?:muestra|muestrame|mostrame|muestreme|muestras|mostrar|ver|ensename|puedes mostrar|puedo ver|dame)(?: me)? |(?:ustedes )?(?:tienes|tienen|tenes|tendran|hay|no hay|no tienen|no tienes) |quiero ver |quisiera ver )"
_LEAD = r"^(?:(?:ok|y|pero|entonces|bueno|ah|dale|vale|por favor|solo) )*"
_OF_THEM = r"(?:de (?:ell[oa]s|l[oa]s (?:dos|tres)|est[oa]s|es[oa]s|tod[oa]s)|entre (?:ell[oa]s|l[oa]s dos))"


def _place(*names: str) -> tuple[str, ...]:
    """Return how one is called by its place: names of it in words and in figures."""
    name = rf"(?:{'|'.join(names)})"
    return (
        rf"{_THE} {name}(?: {_ONE})?{_NO_GOODS}",
        rf"{name} {_ONE}",
        rf"^{PLEASE}{name}(?: por favor)?$",
    )


def _number(figure: int, word: str) -> tuple[str, ...]:
    named = rf"(?:numero|opcion|producto|articulo) (?:{figure}|{word})"
    return (
        rf"(?:{_THE} )?{named}",
        rf"(?<!\d ){_THE} {figure}(?= \||$| (?:tiene|viene|hay|cuesta|cuanto|en|por)\b)",
    )


SHOWING: dict[str, tuple[str, ...]] = {
    "place_1": (*_place("primer(?:[oa]s?)?", "1[oa]"), *_number(1, "uno")),
    "place_2": (*_place("segund[oa]s?", "2[oa]"), *_number(2, "dos")),
    "place_3": (*_place("tercer(?:[oa]s?)?", "3[oa]"), *_number(3, "tres")),
    "place_4": (*_place("cuart[oa]", "4[oa]"), *_number(4, "cuatro")),
    "place_5": (*_place("quint[oa]", "5[oa]"), *_number(5, "cinco")),
    "place_last": (
        rf"{_THE} ultim[oa](?: {_ONE})?{_NO_GOODS}",
        rf"ultim[oa] {_ONE}",
        rf"^{PLEASE}ultim[oa](?: por favor)?$",
    ),
    "other_one": (
        rf"{_THE} otr[oa](?: {_ONE})?(?= \||$| (?:por|entonces|tiene|cuanto|en|cuesta|viene|mejor)\b)",
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
    "kind_one": (r"(?:la|el|esa|ese|aquella|aquel) de (?P<what>\w+)",),
    "least_price": (_LEAST, r"menor precio"),
    "most_price": (_MOST, r"mayor precio"),
    "goods_by_price": (
        rf"(?:(?:cual|cuales|quiero|quisiera|busco|muestrame|mostrame|ver|es|son|tienen|tienes|la|el|las|los|lo|que) )*(?P<what>(?:\w+ ){{1,4}}?)(?:{_LEAST}|{_MOST})",
        rf"(?:{_LEAST}|{_MOST}) (?:de la|en la|que) (?P<what>tienda|tienen|tienes|venden|hay)",
    ),
    "any_goods": (r"(?:producto|productos|cosa|cosas|articulo|articulos)",),
    "sorts": (
        r"(?:ordena|ordenar|ordenalos|ordenalas|ordenalo|ordename|ordene|organiza|clasifica|pon|ponlos|ponlas|lista)(?: \w+){0,3} (?:por|de) (?:orden de )?(?:menor |mayor )?precio",
        r"(?:de|del|de el|de la|de lo) (?:mas barat[oa]s?|menor(?: precio)?) a(?: el| la| lo|l)? (?:mas car[oa]s?|mayor(?: precio)?)",
        r"(?:de|del|de el|de la|de lo) (?:mas car[oa]s?|mayor(?: precio)?) a(?: el| la| lo|l)? (?:mas barat[oa]s?|menor(?: precio)?)",
        rf"(?:{_LEAST}|{_MOST}|menor precio|mayor precio) primero",
        rf"^{PLEASE}por (?:orden de )?precio$",
    ),
    # The things compared stand on the screen.
    "compares_shown": (
        r"(?:cual|cuales|que|hay|mucha)(?: (?:es|son|seria))?(?: (?:la|las|el|los))? diferencias?(?: (?:hay|entre|de|ell[oa]s|l[oa]s|el|la|dos|tres|est[oa]s?|es[oa]s?|existe|tienen|un[oa]|y|otr[oa]s?|con|tod[oa]s))*$",
        r"^diferencias?(?: (?:entre|de|ell[oa]s|l[oa]s|dos|tres|est[oa]s|es[oa]s))*$",
        r"(?:compara|comparar|compare|comparalos|comparalas|comparame|comparacion)(?: (?:entre|de|ell[oa]s|l[oa]s|dos|tres|est[oa]s|es[oa]s))*$",
        rf"cual(?:es)?(?: {_OF_THEM})?(?: \w+){{0,2}}? (?:[el][la] |l[oa]s? )?(?:mas|menos|mejor|mayor|menor|recomiendas|recomienda|recomiendan|recomendas|sugieres|conviene)(?: .{{1,50}})?$",
        rf"cual(?:es)? {_OF_THEM} .{{1,60}}",
        r"^(?:y |pero )*cual(?:es)? (?:cabe|sirve|sirven|viene|vienen|aguanta|dura|abriga|es|son|tiene|tienen|lleva) .{1,60}",
        r"(?:algun[oa]|hay algun[oa]) de (?:ell[oa]s|es[oa]s|est[oa]s) .{1,60}",
    ),
    "compares_all": (
        r"(?:diferencias?|compara\w*|comparacion|mejor|recomiendas|recomienda|recomiendan|recomendas|sugieres|conviene)",
    ),
    "asks_of_it": (
        r"^(?:y |pero |tambien )*(?:tiene|trae)(?! usted)",
        r"(?:es[ea]s?|esos?|est[ea]s?|estos?) (?:tiene|tienen|trae|traen)",
    ),
    "of_all": (
        r"(?:de|en) (?:la|su|tu|esta) tienda|que (?:ustedes )?(?:tienes|tienen|tenes|venden|vendes|hay)(?: .{1,20})?$|de todo",
    ),
    "asks_more": (
        rf"{_LEAD}{_SHOW}+(?:algun |alguna |algunos |algunas |un |una |las |los )*(?:mas(?: (?:opciones|modelos|productos|articulos|ideas|cosas?|alternativas|tipos))?|otr[oa]s?(?: (?:opciones|opcion|modelos?|productos?|articulos?|tipos?|ideas|cosas?))?|el resto|l[oa]s demas)(?: (?:por favor|disponibles))*$",
        rf"{_LEAD}(?:los |las )?otr[oa]s$",
        rf"{_LEAD}(?:mas|otr[oa]s) (?:opciones|modelos|productos|ideas|alternativas|tipos)(?: por favor)?$",
        rf"{_LEAD}que (?:mas|otras? cosas?)(?: (?:tienen|tienes|tenes|hay|venden|ustedes|aqui))*$",
    ),
    "asks_like": (
        r"(?:algo|alguna cosa|tienes|tienen|tenes|hay|otr[oa]s?|mas|productos?|un[oa]?|unos|unas|opciones|algun|alguna|modelos?|cosas?) (?:\w+ )?(?:parecid[oa]s?|similar(?:es)?|semejantes?|por el estilo|de ese tipo|de ese estilo|del estilo)",
        r"(?:otr[oa]s?|algo|mas|alguna cosa|algunos|algunas)(?: \w+)? (?:como|igual a|iguales a|tipo) (?:es[ea]s?|esos?|est[ea]s?|estos?|eso|esto)",
        r"(?:otr[oa]s?|mas|algo) asi",
        rf"^{PLEASE}(?:tienen |tienes |tenes |hay |quiero |quisiera |busco |necesito )*(?:algo|alguna cosa|un[oa]?|otr[oa]|algun|alguna)(?: \w+)? (?:menor|mayor|mas (?:pequen[oa]|chic[oa]|grande|liger[oa]|livian[oa]|abrigad[oa]|calient[eo]|pesad[oa]|grues[oa]|fin[oa]|anch[oa]|larg[oa]|cort[oa]|suave|bonit[oa]|oscur[oa]|clar[oa]|fuerte|fresc[oa])|diferente|distint[oa])(?: por favor)?$",
        r"(?:alguna|otra|que) alternativas?|alternativas? (?:a|para) (?:es[ea]|est[ea]|eso)",
    ),
    "asks_beside": (
        r"(?:combina|combinan|combinaria|va bien|queda bien|pega|usar|uso|vestir|ponerme|van bien)(?: \w+)? (?:con|junto a|junto con) (?:es[ea]s?|esos?|est[ea]s?|eso|esto|ell[oa]s?|el|la)(?: \w+){0,2}$",
        r"que (?:le |les |me )?(?:combina|combinan|combinaria|pega|va bien|queda bien|iria bien|puedo combinar)(?: (?:bien|con))*$",
        r"con que (?:\w+ )?(?:lo |la |los |las )?(?:combino|combina|uso|puedo combinar|me pongo|se combina)",
        r"con que (?:puedo )?(?:combinarl[oa]s?|usarl[oa]s?|ponermel[oa])",
        r"completar? (?:el |mi )?(?:look|conjunto|atuendo)",
        r"accesorios? para (?:es[ea]|est[ea]|eso)",
    ),
    "asks_cheaper": (
        rf"(?:algo|alguna cosa|algun|alguna|tienes|tienen|tenes|hay|un[oa]?|unos|unas|otr[oa]s?|pero|quiero|quisiera|muestrame|necesito|opcion|opciones|modelos?|parecid[oa]|similar)(?: \w+){{0,3}} {_LEAST}(?! que)(?: (?:por favor|entonces|que es[ea]|parecid[oa]))*$",
        rf"^{PLEASE}{_LEAST}(?: que es[ea]s?)?(?: por favor)?$",
    ),
    # Said, not asked.
    "finds_dear": (
        r"(?:muy|bastante|demasiado|tan|un poco|algo|esta|estan|me parece|me parecen|lo veo|la veo|es|son) (?:\w+ )?car[oa]s?(?: para mi)?$",
        r"^(?:pero |uy |ah )*(?:que )?car[oa]s?$|fuera de (?:mi )?presupuesto|se (?:me )?pasa de (?:mi )?presupuesto",
    ),
    # Asked, not said.
    "asks_if_all": (
        r"(?:solo|solamente|nada mas) (?:tienes |tienen |hay )?(?:es[ea]s?|esos?|est[ea]s?|estos?|eso|un[oa]?)(?: (?:opcion|modelo))?$",
    ),
    "anything_that": (
        rf"^{PLEASE}(?:tienen |tienes |tenes |hay |quiero |quisiera |necesito |busco |muestrame |ustedes )*(?:algo|alguna cosa|cosas?|algun producto|productos)(?: (?:que sea|que|bien|muy|de))? (?!mas|menos|como|asi|parecid|similar|para (?:mi|mis)\b|otr)(?P<what>(?:\w+ ){{0,3}}\w+)$",
    ),
    # Whatever there is but for what is named.
    "avoids_all": (
        r"(?:cualquier (?:cosa|otra cosa|otr[oa]|color|tipo|regalo|producto)|cualquiera|algo|alguna cosa|todo|otra cosa|cosas?|regalos?|un|una|opcion)(?: (?:que|pero|solo))* (?:menos|excepto|salvo|quitando|que no sea|que no sean|no sea|no sean|no es|distinto (?:de|a)|ademas de|aparte de)(?: (?:de|un|una|el|la|los|las|en))* (?P<what>.{1,40})",
        rf"^{PLEASE}(?:nada de|sin|no|no quiero|basta de)(?: (?:mas|un|una|el|la|de))* (?P<what>.{{1,40}}?)(?: por favor)?(?: \|)?(?: (?:pero|quiero|mejor|hay))* (?:otra cosa|algo diferente|algo distinto|alguna otra cosa)",
    ),
    "avoids": (
        r"(?:pero|y|solo|siempre que) (?:no|menos)(?: (?:sea|en|de|el|la))* (?P<what>.{1,40})",
        rf"^{PLEASE}(?:menos|excepto|salvo|quitando|que no (?:sea|sean)|nada de|basta de|pero (?:no|sin)|ni)(?: (?:de|mas|un|una|el|la|los|las|en))* (?P<what>.{{1,40}})",
        r"no (?:le gusta|le gustan|me gusta|me gustan|bebe|bebo|toma|tomo|usa|uso|come|quiero|quiere)(?! \w+(?:ar|er|ir) )(?: (?:mas|un|una|el|la|los|las|de|nada|ningun|ninguna))* (?P<what>.{1,40})",
        r"(?:ya (?:tiene|tengo|tienen)|odia|detesta|esta hart[oa] de)(?: (?:un|una|much[oa]s?|vari[oa]s|bastantes?|de|tant[oa]s))* (?P<what>.{1,40})",
        rf"^{PLEASE}(?P<what>\w+(?: \w+)?) no$",
    ),
}
