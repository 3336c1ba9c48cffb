"""What becomes of sentences in a chat: slips of the finger, short forms, no accents, no signs."""

from __future__ import annotations

import random
import re
import unicodedata

_NEAR = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo",
    "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "mb", "o": "ip", "p": "o", "q": "w", "r": "et",
    "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "x",
}  # fmt: skip
_SHORT: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "you": ("u", "ya"), "your": ("ur",), "are": ("r",), "please": ("pls", "plz", "plss"), "the": ("d", "teh", ""),
        "to": ("2", ""), "for": ("4",), "what": ("wat", "wht"), "is": ("", "iz"), "order": ("ordr", "oder"),
        "have": ("hv", "hav"), "want": ("wnt", "wants", "wan"), "my": ("me", ""), "product": ("prodct", "prdct"),
        "price": ("prise", "prize"), "available": ("avail", "avlbl", "availble"), "delivered": ("deliverd", "dilivered"),
        "received": ("recieved", "recived"), "receive": ("recieve",), "when": ("wen",), "does": ("do", "dose"),
        "it": ("", "this"), "a": ("", "an"), "i": ("", "I"), "and": ("n", "&"), "how": ("hw",), "thanks": ("thx", "tnx"),
        "delivery": ("delivary", "dilivery"), "good": ("gud",), "because": ("bcoz",), "about": ("abt",), "this": ("ths", "dis"),
    },
    "pt": {
        "você": ("vc", "voce", "ce"), "vocês": ("vcs", "voces"), "que": ("q",), "não": ("nao", "n", "ñ"), "porque": ("pq",),
        "por": ("p",), "quanto": ("qto", "qnto"), "quando": ("qdo", "qnd"), "também": ("tb", "tbm"), "tá": ("ta", "está"),
        "está": ("ta", "tá", "esta"), "para": ("pra", "p", "pro"), "pra": ("p", "para"), "é": ("e", "eh"), "beleza": ("blz",),
        "qual": ("ql", "qal"), "cadê": ("cade", "kd"), "obrigado": ("obg", "brigado"), "hoje": ("hj",), "estou": ("to", "tou"),
        "quero": ("qro", "kero"), "comprar": ("compra", "compr"), "um": ("1", ""), "uma": ("", "1"), "o": ("",), "a": ("",),
        "de": ("d", ""), "meu": ("", "o meu"), "mesmo": ("msm",), "produto": ("prod",), "pedido": ("pedid", "peddo"), "tem": ("te", "tm"),
        "tudo": ("td",), "agora": ("agr",), "com": ("c",), "mais": ("+",), "chegou": ("chego",), "já": ("ja",), "recebi": ("receby",),
    },
    "es": {
        "que": ("q", "k"), "qué": ("q", "que", "ke"), "por": ("x",), "porque": ("pq", "xq"), "también": ("tmb", "tb"), "para": ("pa", "xa"),
        "favor": ("fa",), "está": ("ta", "esta"), "estoy": ("toy",), "quiero": ("qiero", "kiero", "kero"), "cuánto": ("cuanto", "cto"),
        "cuándo": ("cuando", "cdo"), "dónde": ("donde", "dnd"), "tiene": ("tine", "tien"), "tienen": ("tien", "tinen"), "es": ("s", ""),
        "el": ("", "l"), "la": ("",), "un": ("", "1"), "una": ("",), "de": ("d", ""), "no": ("n",), "pedido": ("pedio", "pedid"),
        "mensaje": ("msj",), "bien": ("bn",), "gracias": ("grax", "grcs"), "hay": ("ay", "ahi"), "llega": ("yega", "lega"), "hacer": ("aser",),
        "llegó": ("llego", "yego"), "mi": ("", "el"), "voy": ("boy",), "envío": ("envio", "embio"), "comprar": ("conprar", "compra"), "ya": ("",),
    },
}  # fmt: skip


def noisy(text: str, language: str, dice: random.Random) -> str:
    """Return the sentence as somebody in a hurry might write it; often as it was."""
    if dice.random() < 0.45:
        text = _shortened(text, language, dice)
    if dice.random() < 0.55:
        text = _without_accents(text)
    if dice.random() < 0.25:
        text = _slipped(text, dice)
    for chance, least in ((0.35, 4), (0.2, 6)):
        if dice.random() < chance:
            text = _word_lost(text, least, dice)
    return _styled(text, dice)


def _shortened(text: str, language: str, dice: random.Random) -> str:
    short = _SHORT[language]
    words = [
        dice.choice(short[word]) if word in short and dice.random() < 0.3 else word
        for word in text.split()
    ]
    return " ".join(word for word in words if word) or text


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _slipped(text: str, dice: random.Random) -> str:
    """One slip: a neighbour's key, a letter lost, doubled, or swapped."""
    places = [at for at, letter in enumerate(text) if letter.isalpha()]
    if len(places) < 6:
        return text
    at = dice.choice(places)
    letter, kind = text[at], dice.randrange(4)
    if kind == 0:
        return text[:at] + dice.choice(_NEAR.get(letter.lower(), letter)) + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at + 1 :]
    if kind == 2:
        return text[:at] + letter * 2 + text[at + 1 :]
    return text[:at] + text[at + 1 : at + 2] + letter + text[at + 2 :]


def _word_lost(text: str, least: int, dice: random.Random) -> str:
    """No one word may decide alone."""
    words = text.split()
    if len(words) >= least:
        del words[dice.randrange(len(words))]
    return " ".join(words)


def _styled(text: str, dice: random.Random) -> str:
    kind = dice.random()
    if kind < 0.3:
        text = text[:1].upper() + text[1:]
    elif kind < 0.34:
        text = text.upper()
    elif kind < 0.38:
        text = text.title()
    if dice.random() < 0.4:
        text = re.sub(r"[?!.,]", "", text)
    elif dice.random() < 0.25:
        text = text.rstrip("?!.") + dice.choice(("?", ".", "!", " ?", "??", "...", "!!", " .."))
    return text.strip() or "ok"
