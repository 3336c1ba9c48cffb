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

SENDS_PER_CONVERSATION = (30, timedelta(minutes=1))
CHATS_PER_ADDRESS = (20, timedelta(minutes=10))
VISITS_PER_ADDRESS = (120, timedelta(minutes=10))
LONGEST_WINDOW = timedelta(minutes=10)
