"""How much the chat takes, all in one place. Counted in the database, so that no Redis is needed."""

from __future__ import annotations

from datetime import timedelta

LONGEST_TEXT = 2000
LONGEST_CLIENT_ID = 100
LONGEST_VISITOR_ID = 64
LONGEST_LOCALE = 35
LONGEST_ARM = 20
LONGEST_ID = 255  # ids, slugs, codes: what the columns and Saleor's own hold
LONGEST_ADDRESS_FIELD = 256
LONGEST_EMAIL = 254
LONGEST_PROPERTIES = 2000
LONGEST_PAGE_URL = 500
MOST_OF_A_VARIANT = 999
MOST_HANDOVERS = 50
MESSAGES_OF_A_HANDOVER = 50

Limit = tuple[int, timedelta]

SENDS_PER_CONVERSATION = (30, timedelta(minutes=1))
CHATS_PER_ADDRESS = (20, timedelta(minutes=10))
VISITS_PER_ADDRESS = (120, timedelta(minutes=10))
# Turns with a language model, each beside the money it may cost.
MODEL_TURNS_PER_CONVERSATION = (30, timedelta(hours=1))
MODEL_TURNS_PER_SHOPPER = (100, timedelta(days=1))  # a day of UTC, in all chats
MODEL_TURNS_PER_ADDRESS = (40, timedelta(minutes=10))
MODEL_TURNS_PER_CHANNEL = (300, timedelta(minutes=10))
LONGEST_WINDOW = timedelta(minutes=10)
