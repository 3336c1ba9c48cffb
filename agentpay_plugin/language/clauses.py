"""A sentence cut into clauses, and in which mood each is said: a statement claims something, a question or "I do not know" does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from agentpay_plugin.language.numerals import WORDS, in_digits
from agentpay_plugin.language.words import fold


class Mood(Enum):
    """STATED claims what it says. GUIDED tells the shopper what they can do, or what the assistant is going to look at.

    ASKED is a question, a condition, or what somebody may want to know; DENIED says that the assistant does not know or cannot.
    """

    STATED = "stated"
    GUIDED = "guided"
    ASKED = "asked"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Clause:
    """`written` as the model wrote it, `folded` with its numbers in figures."""

    written: str
    folded: str
    mood: Mood


_BREAK = re.compile(r"(?:[;:,]|\s[-\u2013\u2014])\s+|[.!?…]+[\"'»”)\]*_]*\s+|(?=¿)|(?<=\?)|\n+")
_TURN = re.compile(
    r",?\s+(?=(?:but|mas|pero|porém|aunque|although|though|while|enquanto|mientras|however|because|porque|so)\s)",
    re.I,
)
_AND = re.compile(r"\s+(?=(?:and|or|e|ou|y)\s)", re.I)
_CENTS = re.compile(
    r"\w+ (?:\w+ (?:e |y )?){1,2}(?:cents?|centavos?|c[eé]ntimos?)\b|\w+ \w+[.!]?$", re.I
)
_WHETHER = re.compile(r"(?:se|si) ")
_LEAD = 40  # characters
_ITEM = 3  # words
# "For delivery times, tell me the country."
_ABOUT = re.compile(
    r"(?:for|about|regarding|as for|sobre|em relacao|para|respecto|en cuanto|quanto a) "
)
_YES = re.compile(r"sí\b", re.I)
# The rule of the house, which is always true.
_UNTIL_THEN = re.compile(
    r"\b(?:nothing|nada|no se|nao se)\b.{0,20}\b(?:charg|pa[iy]|cobr|pag)\w*.{0,20}\b(?:until|before|antes|hasta|ate)\b"
)
_DOES_NOT_KNOW = re.compile(r"\bno (?:lo )?sé\b", re.I)
# "With DHL, it comes to $25": one clause.
_WITH = re.compile(r"(?:with|com|con)\s", re.I)
_JOINT = re.compile(
    r"^(?:and|or|but|so|then|well|yes|no|ok(?:ay)?|sure|e|ou|mas|entao|sim|nao|claro|y|o|pero|entonces|bueno|pues)[,\s]+"
)

_DENIAL = re.compile(
    r"\bi(?: do| can| could| am| have| had| would|'m|'d)? ?(?:n't|not|cannot|unable)(?: \w+){0,3}? (?:know|tell|say|see|find|found|confirm|promise|guarantee|give|offer|change|check|sure|able|pay|look|seen|access|information|certain|make|do|allowed|help)\b"
    r"|\bi (?:can't|cannot|don't|couldn't|haven't|won't|am unable to|'m unable to|'m afraid i can't)(?: \w+){0,3}? (?:know|tell|say|see|find|found|confirm|promise|guarantee|give|offer|change|check|able|pay|look|seen|access|have information|make|do)\b"
    r"|\bi(?:'m| am) not (?:sure|able|certain|allowed)\b|\bi have no (?:information|data|details?|way|access|answer|idea)\b|\bno idea\b|\bup to the (?:shop|store|team)\b|\b(?:cabe a|depende da) loja\b|\bdepende de la tienda\b"
    r"|\bnao (?:sei|consigo|posso|tenho (?:essa |esta |as |a |como |acesso |nenhuma )?(?:informac\w+|dados|detalhes|acesso|certeza|autoriz\w+|dizer|saber|como)|tenho como|encontrei|achei|estou cert\w+|da (?:pra|para) (?:saber|dizer)|prometo|garanto)\b"
    r"|\bno (?:puedo|tengo (?:esa |esta |la |los |acceso |ningun\w? )?(?:informac\w+|datos|detalles|acceso|autoriz\w+|forma|manera)|encontre|he encontrado|estoy segur\w+|prometo|garantizo)"
)
_BOASTS = re.compile(
    r"\b(?:can't|cannot|couldn't|not) (?:be|get|go|find (?:a )?(?:better|cheaper|lower))\b|\b(?:duvida|duda|doubt)\b"
)
_CONDITION = re.compile(
    r"^(?:if|once|when|whenever|as soon as|unless|after|before|until|whether|in case|how (?:much|long|many|soon)"
    r"|se (?:voce|quiser|precisar|preferir|for|tiver|nao|o|a|me|der|gostar|houver|ainda|seu|sua|eu|algo)|quando|assim que|caso|depois que|antes que|antes de (?:pagar|comprar|finalizar|fechar|confirmar)|quanto|quantos|quantas"
    r"|si|cuando|en cuanto|una vez que|despues de que|antes de que|hasta que|cuanto|cuantos|cuantas)\b"
)
# What the shopper wishes is theirs to say: taken up it claims nothing.
_WISH = re.compile(
    r"^(?:you (?:\w+ )?(?:want|need(?! to\b)|prefer|mentioned|asked|said|like)|you(?:'d| would) (?:\w+ )?(?:like|prefer)|you(?:'re| are|'ve been| have been) (?:\w+ )?(?:after|looking for|searching for|hoping for|thinking of)"
    r"|(?:voce|vc) (?:\w+ )?(?:quer|queria|precisa d[eoa]|procura|busca|gostaria|prefere|pediu|disse|falou|mencionou|esta (?:procurando|buscando|atras|querendo))"
    r"|(?:tu )?(?:buscas|buscabas|necesitas|quieres|querias|prefieres|pediste|dijiste|mencionaste|estas buscando|te gustaria))\b"
)
_IN_QUESTION = re.compile(
    r"\b(?:know|see|tell me|told|say|sure|check|look up|find out|saber|sei|ver|veja|dizer|diga|se|verificar|mire|mirar|decir|dime|digas|averiguar)"
    r" (?:if|whether|how (?:much|long|many|soon)|what|when|which|where|se|quanto|quando|qual|quais|onde|como|si|cuanto|cuando|cual|donde|que)\b"
)
_OPENER = re.compile(
    r"^(?:would|do|does|did|is|are|was|were|can|could|will|shall|should|may|might|have|has|want|need|like|any|anything|something|what|which|how|when|where|who|why|what's|or"
    r"|quer|queres|gostaria|deseja|prefere|posso|podemos|vamos|precisa|qual|quais|quanto|quantos|quantas|quando|como|onde|o que|que|e para|em que|de que|voce (?:quer|prefere|gostaria|precisa|deseja|busca|procura)|tem (?:algum|alguma|interesse)|te(?:m|ns) (?:um|uma)"
    r"|¿)"
)
_PUTS_OVER = re.compile(
    r"\b(?:did you know|do you know that|sabia que|sabias que|isn't it|aren't they|right|verdad|ne|nao e)\b"
)
_GUIDE = re.compile(
    r"\b(?:you|shoppers?|customers?|one) (?:can|could|may|need to|have to|will see|will find|should|must|would)\b|\b(?:please|let me|let's|feel free|i(?:'ll| will| would| can| could|'d| am going to|'m going to| want to) (?:\w+ )?(?:look|check|show|search|find|see|tell|ask|help|add|put|open|go|take|explain|compare|need|suggest|recommend|narrow|have a look))\b"
    r"|\b(?:here (?:is|are|it is|they are|you)|here's|these are|see|shown|shows?|appears?|depends?|below|above|button|form|(?:the|this|that|secure) (?:card|page|link)|on the cards|be (?:glad|happy) to(?! (?:say|tell|report|confirm|inform|let))|choose|tap|check out|fill|pick|tell me|look at|come back)\b"
    r"|\b(?:voce|voces|cliente) (?:pode|podem|precisa|vai ver|deve)\b|\b(?:por favor|vou|vamos|posso|podemos|deixe?-?me|me (?:diga|fale|conta|avise)|fique|aqui (?:esta|estao)|estes sao|estas sao|veja|confira|escolha|toque|clique|use|preencha|diga|mostro|mostra|aparec\w+|depend\w+|abaixo|acima|botao|formulario|pagina|cartao abaixo|nos cartoes|(?:fico|ficaria) feliz em|me (?:passa|passe|informa|informe|manda|mande))\b"
    r"|\b(?:puedes|puede|pueden|debes|podras|tienes que|por favor|voy a|vamos a|puedo|dejame|dime|digame|aqui (?:esta|estan|tienes)|estas son|estos son|mira|revisa|elige|elija|toca|pulsa|usa|rellena|muestro|muestra|aparece[n]?|depende[n]?|abajo|arriba|boton|en las tarjetas|formulario|pagina|te (?:muestro|enseno|busco|cuento))\b"
)


def clauses_of(sentence: str, is_risky: Callable[[str], bool]) -> Iterator[Clause]:
    """Yield the clauses of a sentence. Words joined by "and" are cut where both sides touch a topic."""
    is_question = sentence.rstrip().rstrip("\"'»”)]*_").endswith("?")
    parts = [one for one in _cut(sentence, is_risky) if one.strip()]
    before = Mood.STATED
    for at, written in enumerate(parts):
        folded = in_digits(fold(written)).strip()
        is_lead = at + 1 < len(parts) and len(folded) < _LEAD and _ABOUT.match(folded)
        mood = Mood.ASKED if is_lead else _mood(folded, written, is_question=is_question)
        if mood is Mood.STATED and before in (Mood.GUIDED, Mood.ASKED) and _is_item(folded):
            mood = Mood.GUIDED
        # "Se encolhe, eu não sei": asked by what follows, a reflexive elsewhere.
        if mood is Mood.STATED and _WHETHER.match(folded) and _is_denied(parts[at + 1 :]):
            mood = Mood.ASKED
        before = mood
        yield Clause(written, folded, mood)


def _is_denied(following: list[str]) -> bool:
    return (
        bool(following)
        and _mood(in_digits(fold(following[0])).strip(), following[0], is_question=False)
        is Mood.DENIED
    )


def _is_item(folded: str) -> bool:
    """Tell whether it is one more of a list: "sizes, materials and delivery"."""
    return len(folded.split()) <= _ITEM and not re.search(r"\d", folded)


def _cut(sentence: str, is_risky: Callable[[str], bool]) -> Iterator[str]:
    for part in _with_its_lead(_BREAK.split(sentence)):
        for each in _TURN.split(part):
            yield from _cut_at_and(each, is_risky)


def _with_its_lead(parts: Iterable[str]) -> Iterator[str]:
    lead = ""
    for part in parts:
        whole = f"{lead}, {part}" if lead else part
        is_lead = not lead and len(part) < _LEAD and _WITH.match(part)
        lead = part if is_lead else ""
        if not is_lead:
            yield whole
    if lead:
        yield lead


def _cut_at_and(text: str, is_risky: Callable[[str], bool]) -> Iterator[str]:
    start = 0
    for joint in _AND.finditer(text):
        before, after = text[start : joint.start()], text[joint.end() :]
        if is_risky(before) and is_risky(after) and not _is_one_number(before, after):
            yield before
            start = joint.end()
    yield text[start:]


def _is_one_number(before: str, after: str) -> bool:
    """Tell whether a number goes on behind the "and": "trinta e dois", "nove reais e noventa"."""
    last, words = fold(before).split()[-1:], fold(after).split()
    first = words[1].strip(".,!?") if len(words) > 1 else ""
    if not last or first not in WORDS:
        return False
    return last[0] in WORDS or bool(_CENTS.match(after))


def _mood(folded: str, written: str, *, is_question: bool) -> Mood:
    bare = folded
    while (joint := _JOINT.match(bare)) and joint.end() < len(bare):
        bare = bare[joint.end() :]
    if _BOASTS.search(folded):
        return Mood.STATED
    if _UNTIL_THEN.search(folded):
        return Mood.DENIED
    if _DENIAL.search(folded) or _DOES_NOT_KNOW.search(written):
        return Mood.DENIED
    if (_CONDITION.match(bare) and not _YES.match(written.strip())) or _IN_QUESTION.search(folded):
        return Mood.ASKED
    if _WISH.search(bare):
        return Mood.ASKED
    is_opened = _OPENER.match(bare) or folded.startswith("¿") or "¿" in folded
    if is_question and is_opened and not _PUTS_OVER.search(folded):
        return Mood.ASKED
    return Mood.GUIDED if _GUIDE.search(folded) else Mood.STATED
