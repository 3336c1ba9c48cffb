"""Sentences that say something was done or stands so: paid, ordered, sent, added, taken out, reserved, given back.

Each is true only if the shop said so in this turn. Matched against folded text, as in topics.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agentpay_plugin.conversation.facts import Deed
from agentpay_plugin.language import topics

_DONE = re.compile(
    r"\b(?:went (?:through|well)|gone through|go(?:es)? through|approved|confirm(?:ed|s)|complet(?:e|ed)|received|arrived|got|accepted|success\w*|done|(?:was|been|have|has) made|placed|finali[sz]ed"
    r"|cleared|processed|settled|in place|taken care|all set|good to go"
    r"|aprovad\w+|confirmad\w+|confirmei|caiu|conclu\w+|receb(?:emos|i|ido|ida)|chegou|finalizad\w+|finalizei|efetuad\w+|realizad\w+|feit[oa]s?|aceit[oa]|processad\w+|deu certo|com sucesso|registrad\w+|compensad\w+"
    r"|aprobad\w+|complet(?:ad\w+|o|a)|recibi(?:mos|do|da)|llego|llegado|terminad\w+|exito|hech[oa]s?|aceptad\w+|procesad\w+|efectuad\w+|acreditad\w+|entro|entrado)\b"
)
_FAILED = re.compile(
    r"\b(?:declined|refused|rejected|failed|bounced|recusad\w+|negad\w+|falhou|rejeitad\w+|rechazad\w+|denegad\w+|fallo|fallado)\b"
)
_PAID = re.compile(
    r"\b(?:(?:i|we)(?:'ve| have| just| already)* charged|(?:was|were|been|is|are) charged|(?:all|already|been|is|are|was|have|you|you've|fully) paid|paid (?:for|in full|\W*\d)|billed|debited"
    r"|cobrei|cobramos|cobrad[oa]s?|debitad\w+|debitei|(?:esta|foi|ja|tudo) pag[oa]s?|(?:voce|ja) pagou|quitad[oa] o"
    r"|cobrado|cobre\b|(?:esta|ya|todo) pagad[oa]|(?:ha|has|fue) (?:sido )?pagad[oa]|ya pagaste)\b"
)
_SENT = re.compile(
    r"\b(?:on (?:its|the|their) way|(?:has|have|been|was|were|is|are|'s|it's|already) (?:just |already )?(?:sent|shipped|dispatched|posted|handed|out)|handed over|left (?:our|the)|in transit|out for|(?:we|i) (?:have )?(?:sent|shipped|dispatched)"
    r"|saiu|enviad[oa]s?|enviei|enviamos|a caminho|despachad\w+|despachamos|postad\w+|em transito"
    r"|en camino|salio|ha salido|enviado|enviada|expedid\w+|despachado|en transito|va en)\b"
)
_DELIVERED = re.compile(
    r"\b(?:(?:was|been|is|were) delivered|delivered (?:yesterday|today|on|last)|has arrived|arrived yesterday|entregue|entregamos|foi entregue|chegou|se entrego|entregad[oa]|llego|ha llegado)\b"
)
# Said of whatever is at hand: "everything went through", "the bank approved it", "it's yours".
_WELL = re.compile(
    r"\b(?:went through|gone through|put (?:it|that|this) through|approved|succeeded|all set|checked out|good to go|consider it done|it's (?:all )?yours|thanks? for (?:shopping|your (?:order|purchase))"
    r"|aprovad[oa]s?|aprovou|deu tudo certo|obrigad[oa] pela (?:compra|preferencia)|aprobad[oa]s?|aprobo|salio bien|gracias por (?:tu|su) (?:compra|pedido))\b"
)
_IS_THERE = re.compile(
    r"\b(?:(?:was|been|were) delivered|has arrived|foi entregue|(?:ja|pedido) chegou|se entrego|ha llegado|ya llego|fue entregad[oa]|te llego|reached you|chegou (?:ontem|na semana|semana))\b"
)
_CANCELLED = re.compile(
    r"\b(?:cancell?ed|cancelei|cancelad[oa]s?|cancelamos|cancele|anulad[oa]s?|anule|voided|called off)\b"
)
_REFUNDED = re.compile(
    r"\b(?:refunded|refund(?= (?:has|is|was|went|will|should))|(?:money|it) back to you|given back|reembolsad\w+|reembolsei|reembolsamos|estorn(?:ei|ad\w+|amos|o(?= (?:ja|foi|esta|saiu)))"
    r"|reembolso(?= (?:ya|fue|esta|ha|ja|foi))|reembolse|devuelto el|devolvi o)\b"
)
_ADDED = re.compile(
    r"\b(?:added|(?:i|we)(?:'ve| have| just)* put|(?<!to )(?<!can )(?<!could )put (?:it|them|\d+|two|one) (?:in|into)|adicionei|adicionad[oa]s?|coloquei|colocad[oa]s?|botei|pus|incluid[oa]s? no|acrescentei"
    r"|anadi|anadid[oa]s?|agregue|agregad[oa]s?|puest[oa]s?|puse|metid[oa]s?|meti)\b"
)
_REMOVED = re.compile(
    r"\b(?:removed|deleted|emptied|took (?:\w+ ){0,4}out|taken (?:\w+ ){0,3}out|tirei|tirad[oa]s?|removi|removid[oa]s?|retirei|exclui|esvaziei|esvaziad[oa]"
    r"|quite|quitad[oa]s?|elimine|eliminad[oa]s?|saque|sacad[oa]s?|vacie|vaciad[oa])\b"
)
_RESERVED = re.compile(
    r"\b(?:reserv(?:e|ed|ing|ei|ad[oa]s?|amos|ar)|set (?:\w+ ){0,3}aside|put (?:\w+ ){0,3}aside|hold(?:ing)? (?:it|one|them|this)|ke(?:pt|ep|eping) (?:\w+ )?(?:for|aside|back)|sav(?:ed|ing|e) (?:it|one|this) (?:for|back)|on hold"
    r"|separei(?! (?:\w+ ){0,3}?(?:ideia|opcoes|opcao|suges|modelo|alternativa)\w*)|separad[oa]s? (?:pra|para|um|uma)|separo|guardei|guardad[oa] (?:pra|para)|apartad[oa]|aparte|aparto|guarde(?! (?:com|bem|isso|o numero|esse|este)\b)|te (?:lo|la) guardo|segur(?:ei|o) (?:pra|para|uma?))\b"
)
_APPLIED = re.compile(
    r"\b(?:applied|redeemed|activated|apliquei|aplicad[oa]s?|ativei|ativad[oa]|aplique|active|canjead[oa]|activad[oa])\b"
)
_MAKING = re.compile(
    r"\b(?:(?:being|getting) (?:made|packed|prepared|processed)|pack(?:ed|ing)|embal\w+|prepar(?:ando|ad[oa]|amos)|empac\w+|empaquet\w+|sendo (?:feito|preparado|separado)|separando)\b"
)
_EMPTY = re.compile(r"\b(?:empty|vazi[oa]|vaci[oa])\b")
_CARD = re.compile(r"\b(?:card|cartao|tarjeta)\b")
_PERSON = re.compile(
    r"\b(?:(?:asked|called|notified|informed|told) (?:a |the |our |somebody|someone)|chamei|avisei|(?:he )?avisad[oa] a|avise|llame a)\b"
)
_PERSON_TOLD = re.compile(
    r"\b(?:(?:let|'ve let|have let) (?:the|our|my|a) \w+(?: \w+)? know|(?:contacted|alerted|messaged|e-?mailed|reached out to|spoke (?:to|with)|spoken (?:to|with)|checked with|talked to) (?:the|our|my|a) \w+"
    r"|(?:passed|forwarded|escalated|flagged) (?:it|this|that|your|the)|(?:will|'ll) (?:call|phone|ring|text) you"
    r"|(?:falei|conversei|confirmei|verifiquei) com (?:o|a|nosso|nossa)|(?:informei|notifiquei|repassei|encaminhei|contatei)|passei (?:o seu|seu|a sua|sua|para o|para a|isso)|(?:vao|vai) te (?:ligar|chamar)|te liga\w*"
    r"|he (?:informado|contactado|notificado|hablado|pasado|trasladado|consultado con)|(?:hable|consulte) con (?:el|la|nuestro)|(?:le|les) pase (?:tu|su)|te llamar\w+)\b"
)
# Mails and messages go out from the shop's system, which tells of none.
_MESSAGED = re.compile(
    r"\b(?:(?:e-?mailed|texted|messaged|mailed) (?:you|it|them|a|the|over)|sent (?:you|over|out|it|them|a|an|the)(?: \w+){0,5} (?:e-?mail|inbox|text|message|sms|whatsapp|copy|confirmation|link|receipt|invoice|code)|(?:in|check) your (?:inbox|e-?mail)"
    r"|(?:mandei|acabei de (?:te |lhe )?(?:mandar|enviar|passar)|(?:te|lhe) mand(?:ei|amos|o)|(?:na|sua|tua) caixa de entrada)"
    r"|te (?:he|hemos|acabo de|acabamos de) (?:mandad\w+|escrit\w+|mandar|enviar|escribir)|te (?:mande|mandamos|mando)|(?:en|tu) bandeja de entrada)\b"
)
_SWAPPED = re.compile(
    r"\b(?:(?:i|we)(?:'ve| have| just| already)* (?:swapped|switched|changed|updated|exchanged|replaced)|(?:troquei|mudei|alterei|atualizei|substitui)|(?:he|hemos) (?:cambiado|actualizado|sustituido|modificado)|(?:cambie|actualice) )\b"
)
# Done by nobody: no tool of the assistant's does it.
_UNDOABLE = re.compile(
    r"\b(?:(?:i|we)(?:'ve| have|'d)?(?: just| already| also| gone ahead and)* (?:arranged|scheduled|booked|upgraded|extended|waived|unlocked|registered|signed you up|subscribed|secured|locked in|requested|negotiated|rescheduled|approved|expedited|prioriti[sz]ed)"
    r"|(?:agendei|programei|liberei|prorroguei|cadastrei|consegui (?:um|uma|para|pra|\d)|negociei|solicitei|garanti|priorizei|antecipei|isentei)"
    r"|(?:te |le |lo |la )?(?:he|hemos) (?:programado|agendado|gestionado|solicitado|ampliado|registrado|conseguido|negociado|asegurado|desbloqueado|priorizado|adelantado|tramitado))\b"
)
# What the assistant cannot do, nor say that it will.
_NOT_OURS = re.compile(
    r"\b(?:i|we)(?:'ll| will| can| could|'m going to) (?:\w+ )?(?:refund|cancel|reserve|hold|charge|ship|send it|set)\b|\b(?:vou|vamos|posso|podemos) (?:\w+ )?(?:reembolsar|estornar|cancelar|reservar|separar|cobrar|enviar o|guardar)\b"
    r"|\b(?:voy a|vamos a|puedo|podemos) (?:\w+ )?(?:reembols\w+|cancelar\w*|reservar\w*|apartar\w*|cobrar\w*|guardar\w*)\b|\bte (?:lo|la) (?:reservo|aparto|guardo)\b"
)

_SUCCESS = frozenset((Deed.PAID, Deed.PLACED))
_CARTED = frozenset((Deed.ADDED, Deed.CHANGED, Deed.IN_CART))


@dataclass(frozen=True, slots=True)
class Said:
    """A deed that a clause tells: any one of `deeds` bears it; none bears it where that is empty."""

    deeds: frozenset[Deed]
    is_of_cart: bool = False


def told_in(clause: str) -> Iterator[Said]:
    """Yield what a clause says was done."""
    is_payment, is_order = topics.PAYMENT.search(clause), topics.ORDER.search(clause)
    is_done = _DONE.search(clause)
    if _NOT_OURS.search(clause):
        yield Said(frozenset())
    if _RESERVED.search(clause):
        yield Said(frozenset((Deed.HELD,) if _CARD.search(clause) else ()))
    if _REFUNDED.search(clause):
        yield Said(frozenset((Deed.REFUNDED,)))
    if _CANCELLED.search(clause):
        yield Said(frozenset((Deed.CANCELLED,) if is_order else (Deed.STOPPED, Deed.CANCELLED)))
    if _FAILED.search(clause) and (is_payment or is_order):
        yield Said(frozenset((Deed.FAILED,)))
    if _PAID.search(clause) or (is_payment and is_done and not _is_order_alone(clause)):
        yield Said(frozenset((Deed.PAID,)))
    elif (is_order and _DELIVERED.search(clause)) or (not is_payment and _IS_THERE.search(clause)):
        yield Said(frozenset())
    elif is_order and is_done:
        yield Said(frozenset((Deed.PLACED,)))
    if _WELL.search(clause):
        yield Said(_SUCCESS | _CARTED | {Deed.CODE})
    if _MAKING.search(clause) and (is_order or is_payment):
        yield Said(_SUCCESS)
    if _SENT.search(clause) and not (is_payment and not is_order):
        yield Said(frozenset((Deed.SENT,)))
    if _ADDED.search(clause):
        yield Said(_CARTED - {Deed.IN_CART}, is_of_cart=True)
    elif _EMPTY.search(clause) and topics.CART.search(clause):
        yield Said(frozenset((Deed.EMPTY,)), is_of_cart=True)
    if _REMOVED.search(clause):
        yield Said(frozenset((Deed.REMOVED,)), is_of_cart=True)
    if _APPLIED.search(clause) and topics.DISCOUNT.search(clause):
        yield Said(frozenset((Deed.CODE,)))
    if _PERSON.search(clause) or _PERSON_TOLD.search(clause):
        yield Said(frozenset((Deed.PERSON,)))
    if _SWAPPED.search(clause):
        yield Said(frozenset((Deed.CHANGED, Deed.REMOVED, Deed.SAVED)), is_of_cart=True)
    if _MESSAGED.search(clause) or _UNDOABLE.search(clause):
        yield Said(frozenset())


WORDS = "|".join(
    one.pattern
    for one in (
        _FAILED, _PAID, _SENT, _CANCELLED, _REFUNDED, _ADDED, _REMOVED, _RESERVED, _APPLIED, _MAKING, _NOT_OURS, _PERSON,
        _WELL, _IS_THERE, _PERSON_TOLD, _MESSAGED, _UNDOABLE, _SWAPPED,
    )
)  # fmt: skip


def _is_order_alone(clause: str) -> bool:
    """ "Your purchase is complete" is said of an order."""
    return topics.ORDER.search(clause) is not None and not re.search(
        r"\b(?:pay\w*|paid|card|money|pix|pag(?:amento|o|ou)|cartao|tarjeta|dinheiro|dinero)\b",
        clause,
    )
