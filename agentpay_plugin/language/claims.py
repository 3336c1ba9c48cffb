"""The words by which prose claims a price, a discount, a stock or a delivery time: in our three languages, and the
plainest ones of German, French and Italian, into which a model may be talked.

All of it is matched against folded text (lower case, no accents). Another language is more words here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

CURRENCY = (
    r"(?:us\$|r\$|a\$|c\$|mx\$|[$€£¥₹₽₩₺]|\b(?:usd|eur|gbp|brl|pln|mxn|cop|ars|clp|cad|aud|jpy|chf|dollars?|bucks?|euros?"
    r"|pounds?|pence|cents?|reais|pesos?|centavos?|dolar(?:es)?|libras?|zloty\w*|soles|yen|quid)\b)"
)
UNIT_OF_TIME = (
    r"\b(?:(?:business |working |calendar )?days?|weeks?|hours?|hrs?|minutes?|mins?|months?|nights?|years?"
    r"|tagen?|wochen?|stunden?|jours?|semaines?|heures?|giorni|settimane|ore|dias?(?: uteis| habiles| laborables)?|semanas?|horas?|minutos?|mes(?:es)?|noites?|anos?)\b"
)
PERCENT = r"(?:%|\bper ?cent\b|\bpor ?cento\b|\bpor ?ciento\b)"

PRICE = re.compile(
    r"\b(?:prices?|priced|costs?|pay|paid|charged?|worth|totals?|discount\w*|(?:for|at) (?:just|only)|only for|deal"
    r"|precos?|cust(?:a|am|ou)|pag\w+|por apenas|por so|descont\w+|promocao|oferta"
    r"|precios?|cuest\w+|vale|valen|por solo|descuent\w+|rebaj\w+)\b"
)
# Directly before a number these make it a price, whatever else stands in the sentence.
BEFORE_A_PRICE = re.compile(
    r"(?:\bcosts?(?: you)?|\bprice (?:is|of|to)|\bpriced at|\bpay(?: only| just)?|\bfor (?:just|only)|\bonly|\bjust"
    r"|\bcust(?:a|am)|\bpreco (?:e|de)|\bpor (?:apenas|so|solo)|\bpag(?:a|ar|ue|as)|\bapenas"
    r"|\bcuest\w+|\bprecio (?:es|de)|\bvalen?|\bsolo|\btotal (?:is|of|e|de|es))"
    r"(?: (?:just|only|apenas|solo|so|about|de|is|e|es))?\s*[:=]?\s*$"
)
FREE = re.compile(
    r"(?<!-)\bfree (?:of charge|shipping|delivery|return\w*|gift\w*)\b|\b(?:for|is|are|it'?s|be|completely|totally|get\w*"
    r"|yours) free\b(?! to)|\bno (?:charge|cost|extra cost)\b|\bon the house\b|\bcomplimentary\b|\bat no\b"
    r"|\bgratis\b|\bgratuit[oa]s?\b|\bde graca\b|\bsem (?:custo|cobranca)\b|\bsin (?:costo|cargo|coste)\b"
    r"|\b(?:kostenlos\w*|kostenfrei\w*|umsonst|gratuit\w*|offert\w*)\b"
)
# Nothing that the shop tells ever reads like this: a promise of a bargain is the model's own.
BARGAIN = re.compile(
    r"\bhalf[ -](?:price|off)\b|\bbuy one\b|\bbogo\b|\btwo for (?:one|the price)\b|\b[234] ?(?:for|x) ?[123]\b"
    r"|\bprice[ -]match\w*|\bmoney[ -]back\b|\b(?:full|instant) refund\b|\brefund you\b|\blowest price\b"
    r"|\bmetade do preco\b|\bleve \w+ (?:e )?pague\b|\bdinheiro de volta\b|\breembolso (?:total|integral)\b"
    r"|\bhalben preis\b|\bmoitie prix\b|\bmeta prezzo\b|\bgeld zuruck\b|\bmitad de precio\b|\bdos por uno\b|\bdevolucion del dinero\b|\breembolso (?:total|completo)\b"
)
DISCOUNT = re.compile(
    r"\b(?:discount\w*|off|reduc\w+|sale|cheaper|coupon|voucher|descont\w+|barat\w+|promocao|cupom|descuent\w+"
    r"|rebaj\w+|cupon|rabatt\w*|remise|reduction|sconto)\b"
)
OUT_OF_STOCK = re.compile(
    r"\b(?:out of stock|sold out|unavailable|(?:not|n'?t|no longer|isn'?t|aren'?t) (?:\w+ ){0,2}(?:available|in stock)"
    r"|none left|esgotad\w+|indisponive\w+|sem estoque|fora de estoque|nao (?:esta |estao |ha )?(?:disponive\w+|em estoque)"
    r"|ausverkauft|rupture|epuise\w*|esaurit\w+|agotad\w+|sin (?:stock|existencias)|no (?:esta |estan |hay )?(?:disponible\w*|en stock)|no quedan?)\b"
)
IN_STOCK = re.compile(
    r"\b(?:in stock|available|(?:\w+ )?left (?:in|at|of)|(?:only|just) \w+ left|ready to ship"
    r"|disponive(?:l|is)|em estoque|no estoque|restam?|temos \w+ unidades|a pronta entrega"
    r"|auf lager|lieferbar|vorratig|disponibil[ei]|disponibles?|en stock|quedan?|hay existencias|hay \w+ unidades)\b"
)
DELIVERY = re.compile(
    r"\b(?:deliver\w*|arriv\w+|ship\w*|dispatch\w*|get (?:it|them)|receive\w*|reach\w*|be there|at your door"
    r"|entreg\w+|cheg\w+|envi\w+|receb\w+|despach\w+|llega\w*|recib\w+"
    r"|liefer\w+|geliefert|versand\w*|livr\w+|consegn\w+|spediz\w+)\b"
)
PROMISE = re.compile(
    r"\b(?:return\w*|refund\w*|exchange\w*|warrant\w+|guarante\w+|devol\w+|reembols\w+|garant\w+|troca\w*|cambios?)\b"
)
WHEN = re.compile(
    r"\b(?:today|tonight|tomorrow|overnight|same[ -]day|next[ -](?:day|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|hoje|amanha|no mesmo dia|proxim\w+ (?:dia|semana)|segunda|terca|quarta|quinta|sexta|sabado|domingo"
    r"|hoy|manana|el mismo dia|lunes|martes|miercoles|jueves|viernes|morgen|heute|demain|aujourd|domani|oggi)\b"
)
# What a rule hangs on: who repeats the rule has to repeat it.
CONDITION = re.compile(
    r"\b(?:only|except|unless|if|members?|subscribers?|apenas|so|somente|exceto|salvo|se|membros?|assinantes?"
    r"|solo|solamente|excepto|si|socios?|suscriptores?)\b"
)
# What no text that was written once can promise.
RELATIVE = re.compile(
    r"\b(?:today|tonight|tomorrow|overnight|hoje|amanha|hoy|manana|morgen|heute|demain|aujourd|domani|oggi)\b"
)
# Of what a price of nothing, or a fee, may be said once the shop tells one.
FREE_DELIVERY = re.compile(
    r"\b(?:deliver\w*|ship\w*|post(?:age)?|courier|collect\w*|pick(?:ed)?[ -]?up|store|express|standard"
    r"|entreg\w+|frete|envi\w+|retir\w+|loja|correios?|recog\w+|recolec\w+|tienda|despacho)\b"
)
SERVICE = re.compile(
    r"\b(?:gift[ -]?wrap\w*|wrapping|engrav\w*|repairs?|alterations?|installations?|assembly"
    r"|embrulh\w*|embalage\w*|gravac\w*|consertos?|reparos?|instalac\w*|montagem"
    r"|envoltorios?|envoltura|grabados?|reparacion\w*|arreglos?|instalacion\w*|montaje)\b"
)
# What a shop has rules of its own about.
TOPICS: Mapping[str, re.Pattern[str]] = {
    "delivery": re.compile(f"{DELIVERY.pattern}|{FREE_DELIVERY.pattern}"),
    "promise": PROMISE,
    "service": SERVICE,
}
ADDRESS = re.compile(
    r"https?:|hxxp|www\.|\bdot (?:com|net|org|io|shop)\b|\[\.\]|\]\(|\S@\S"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|co|app|dev|shop|store|xyz|info|biz|me|ai|link|site|online|top|br|mx|es|uk|de|eu|ly|gl)\b"
)
CODE_LIKE = re.compile(r"[{}<>\\]|\b[a-z]+_[a-z_]+\b|```")

# Which currencies a sign or a word can mean; what is not here can mean any.
CURRENCIES: Mapping[str, tuple[str, ...]] = {
    r"r\$|\b(?:reais|brl)\b": ("BRL",),
    r"€|\b(?:euros?|eur)\b": ("EUR",),
    r"£|\b(?:gbp|pounds?|quid|pence)\b": ("GBP",),
    r"us\$|\busd\b": ("USD",),
    r"\b(?:dollars?|bucks?|dolar(?:es)?)\b": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"),
    r"\b(?:pln|zloty\w*)\b": ("PLN",),
    r"mx\$|\bmxn\b": ("MXN",),
    r"\bpesos?\b": ("MXN", "COP", "ARS", "CLP", "UYU", "DOP", "PHP"),
    r"[¥]|\bjpy\b|\byen\b": ("JPY", "CNY"),
}

# A sign that many currencies have, though not these.
_DOLLAR, _NOT_DOLLARS = "$", ("BRL", "EUR", "GBP", "PLN")
_UNITS = (
    ("minute", r"min"),
    ("hour", r"h(?:ou)?rs?|hora|stunde|heure|ore$"),
    ("day", r"day|dia|tage|jour|giorn"),
    ("night", r"night|noite"),
    ("week", r"week|seman|woche|semaine|settiman"),
    ("month", r"month|mes"),
    ("year", r"year|ano"),
)

NUMBER = re.compile(r"\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*")

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
    "um": 1, "uma": 1, "dois": 2, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8,
    "nove": 9, "dez": 10, "onze": 11, "doze": 12, "quinze": 15, "vinte": 20, "trinta": 30, "quarenta": 40,
    "cinquenta": 50, "sessenta": 60, "setenta": 70, "oitenta": 80, "noventa": 90, "cem": 100, "mil": 1000,
    "uno": 1, "una": 1, "un": 1, "dos": 2, "cuatro": 4, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11,
    "doce": 12, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60,
    "setenta y": 70, "ochenta": 80, "noventa y": 90, "cien": 100, "ciento": 100, "half": 0, "couple of": 2, "a": 1,
}  # fmt: skip
NUMBER_WORD = re.compile(
    rf"\b({'|'.join(sorted(map(re.escape, _SMALL), key=len, reverse=True))})\b"
)


def value_of_word(word: str) -> Decimal:
    """Return the number that a word names."""
    return Decimal(_SMALL[word])


def meant_by(sign: str) -> tuple[str, ...] | None:
    """Return the currencies that a sign or a word can mean; None for one that can mean any."""
    found = (meant for pattern, meant in CURRENCIES.items() if sign and re.fullmatch(pattern, sign))
    return next(found, None)


def is_same_currency(one: str, other: str) -> bool:
    """Tell whether two signs or words mean the same currency, or may: a dollar sign may be any dollars or pesos."""
    if one == other:
        return True
    meant, meant_too = meant_by(one), meant_by(other)
    if meant is not None and meant_too is not None:
        return not set(meant).isdisjoint(meant_too)
    named = meant or meant_too
    return _DOLLAR in (one, other) and named is not None and set(named).isdisjoint(_NOT_DOLLARS)


def unit_of(words: str) -> str:
    """Return the unit of time that words name, the same for all languages; empty for none."""
    return next((name for name, pattern in _UNITS if re.search(rf"\b(?:{pattern})", words)), "")


def values_of(written: str) -> frozenset[Decimal]:
    """Return the values that a number may have as it is written: 1.234 is a thousand here, a fraction there."""
    bare = "".join(one for one in written if one not in "\u00a0\u202f ")
    marks = [one for one in bare if one in ".,"]
    if not marks:
        return frozenset((Decimal(bare),))
    whole, _, fraction = bare.rpartition(marks[-1])
    plain = Decimal("".join(one for one in bare if one.isdigit()))
    decimal = Decimal(f"{''.join(one for one in whole if one.isdigit())}.{fraction}")
    if len(set(marks)) == 2:
        return frozenset((decimal,))
    if len(marks) > 1:
        return frozenset((plain,))
    return frozenset((plain, decimal)) if len(fraction) == 3 else frozenset((decimal,))
