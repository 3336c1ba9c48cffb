"""Why a call is refused: a stable code, and words that name the mend, in the caller's language."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from uuid import UUID

from agentpay_plugin.chat.faults import fault
from agentpay_plugin.errors import InvalidInput, NotFound, ShopUnavailable
from agentpay_plugin.language.catalogues import ENGLISH
from agentpay_plugin.language.msgids import Words, gettext_noop
from agentpay_plugin.language.say import render_words

logger = logging.getLogger(__name__)


class Why(StrEnum):
    """Every reason for which the chat API refuses a call."""

    EMPTY = "empty"
    MISSING = "missing"
    TOO_LONG = "too_long"
    UNSTORABLE = "unstorable"
    OUT_OF_RANGE = "out_of_range"
    ONE_ACTION = "one_action"
    NOT_TRUE = "not_true"
    NO_COUNTRY = "no_country"
    NO_DETAILS = "no_details"
    NO_OBJECT = "no_object"
    TAX_ID_WRONG = "tax_id_wrong"
    NO_CHARGE = "no_charge"
    NO_CHANNEL = "no_channel"
    NO_MOMENT = "no_moment"
    BACKWARDS = "backwards"
    KEPT_CLIENT_ID = "kept_client_id"
    CLIENT_ID_REUSED = "client_id_reused"
    TOO_MANY_SENDS = "too_many_sends"
    TOO_MANY_CHATS = "too_many_chats"
    TOO_MANY_VISITS = "too_many_visits"
    CHAT_CLOSED = "chat_closed"
    NOT_FOUND = "not_found"
    SHOP_UNAVAILABLE = "shop_unavailable"
    INTERNAL = "internal"
    TURN_FAILED = "turn_failed"
    NEWS_FAILED = "news_failed"


# The code of the chat API and the English words; the words are translated like the phrases.
WORDS: Mapping[Why, tuple[str, Words]] = {
    Why.EMPTY: ("REQUIRED", gettext_noop("Write something first.")),
    Why.MISSING: ("REQUIRED", gettext_noop("This is needed.")),
    Why.TOO_LONG: ("TOO_LONG", gettext_noop("At most {most} characters, please.")),
    Why.UNSTORABLE: (
        "INVALID",
        gettext_noop("This holds characters that cannot be stored; leave them out."),
    ),
    Why.OUT_OF_RANGE: ("INVALID", gettext_noop("Give a whole number from {least} to {most}.")),
    Why.ONE_ACTION: ("INVALID", gettext_noop("Set exactly one field of the action.")),
    Why.NOT_TRUE: ("INVALID", gettext_noop("Set this to true, or choose another action.")),
    Why.NO_COUNTRY: (
        "INVALID",
        gettext_noop("Give the country's code of two letters, such as US."),
    ),
    Why.NO_DETAILS: ("REQUIRED", gettext_noop("Give an e-mail address or a postal address.")),
    Why.NO_OBJECT: (
        "INVALID",
        gettext_noop("Give a JSON object whose values are texts, numbers, true, false or null."),
    ),
    Why.TAX_ID_WRONG: (
        "INVALID",
        gettext_noop("The digits of this CPF or CNPJ do not check out. Look at them again."),
    ),
    Why.NO_CHARGE: ("INVALID", gettext_noop("Name a payment of this conversation as chargeId.")),
    Why.NO_CHANNEL: ("NOT_FOUND", gettext_noop("There is no channel of this slug.")),
    Why.NO_MOMENT: (
        "INVALID",
        gettext_noop("Give a date or a moment, such as 2026-11-01 or 2026-11-01T09:30:00Z."),
    ),
    Why.BACKWARDS: ("INVALID", gettext_noop("This is before the beginning.")),
    Why.KEPT_CLIENT_ID: (
        "INVALID",
        gettext_noop("Choose an id that does not begin with chat: or charge:."),
    ),
    Why.CLIENT_ID_REUSED: (
        "CLIENT_ID_REUSED",
        gettext_noop("This id was used for something else; use a new one."),
    ),
    Why.TOO_MANY_SENDS: (
        "TOO_MANY_REQUESTS",
        gettext_noop("That was a lot at once. Wait a minute and try again."),
    ),
    Why.TOO_MANY_CHATS: (
        "TOO_MANY_REQUESTS",
        gettext_noop("Many chats were opened from here just now. Try again in ten minutes."),
    ),
    Why.TOO_MANY_VISITS: (
        "TOO_MANY_REQUESTS",
        gettext_noop("Many visits were counted from here just now. Try again in ten minutes."),
    ),
    Why.CHAT_CLOSED: ("CHAT_CLOSED", gettext_noop("The chat is closed at the moment.")),
    Why.NOT_FOUND: ("NOT_FOUND", gettext_noop("This conversation does not exist (any more).")),
    Why.SHOP_UNAVAILABLE: (
        "SHOP_UNAVAILABLE",
        gettext_noop("The shop does not answer at the moment. Try again soon."),
    ),
    Why.INTERNAL: (
        "INTERNAL",
        gettext_noop("Something went wrong on our side. Try again in a moment."),
    ),
    Why.NEWS_FAILED: (
        "INTERNAL",
        gettext_noop(
            "There is news about your payment, but I cannot show it right now. Ask me whether it has arrived,"
            " or ask for a person."
        ),
    ),
    Why.TURN_FAILED: (
        "INTERNAL",
        gettext_noop(
            "Something went wrong on our side, so I could not do that. Please try it in another way, or ask for"
            " a person."
        ),
    ),
}


class Refused(InvalidInput):
    """A call that is refused with nothing done; `field` is a path in the call's input, or empty."""

    def __init__(self, why: Why, field: str = "", **params: int) -> None:
        super().__init__(field, words(why, ENGLISH, **params), WORDS[why][0])
        self.why = why
        self.params = params


@dataclass(frozen=True, slots=True)
class Problem:
    """What the caller is told of a refusal."""

    message: str
    code: str
    field: str | None = None


class Answering:
    """A door: what goes wrong in its block becomes `problems`, and the caller sees nothing else of it.

    `locale` and `conversation_id` are set as soon as they are known.
    """

    def __init__(self, locale: str = ENGLISH) -> None:
        self.problems: tuple[Problem, ...] = ()
        self.locale = locale
        self.conversation_id: UUID | None = None

    def __enter__(self) -> Answering:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if not isinstance(error, Exception):
            return False
        self.problems = (self._problem(error),)
        return True

    def _problem(self, error: Exception) -> Problem:
        match error:
            case Refused(why=why, field=field, params=params):
                return _problem(why, self.locale, field, **params)
            case NotFound():
                return _problem(Why.NOT_FOUND, self.locale, "token")
            case ShopUnavailable():
                return _problem(Why.SHOP_UNAVAILABLE, self.locale)
        logger.error("chat call failed in %s: %s", self.conversation_id, fault(error))
        return _problem(Why.INTERNAL, self.locale)


def words(why: Why, locale: str, **params: int) -> str:
    """Return the words of a reason in a language."""
    return render_words(WORDS[why][1], locale, params)


def _problem(why: Why, locale: str, field: str = "", **params: int) -> Problem:
    return Problem(words(why, locale, **params), WORDS[why][0], field or None)
