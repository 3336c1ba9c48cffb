"""Counts the funnel in one of two ways, and tells the answer with its time and memory as JSON.

funnel_counts.py fill <events> | database | python
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from agentpay_plugin.analytics.funnel import funnel  # noqa: E402
from agentpay_plugin.models import AnalyticsEvent, Conversation, Turn  # noqa: E402

CHANNEL = "id:1"
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
END = BEGIN + timedelta(days=31)
# Of a hundred conversations so many have it; the rest of the events are visits.
SHARES = {
    "chat_opened": 100, "message_sent": 60, "intent_detected": 60, "purchase_intent_detected": 30,
    "payment_link_generated": 12, "payment_initiated": 8, "payment_completed": 5,
}  # fmt: skip
EVENTS_OF_A_CONVERSATION = 4  # visits with it
STATE_BYTES = 1500

Answer = tuple[int, list[int]]


def fill(events: int) -> None:
    """Store so many events of as many conversations as they would have, spread over the time asked for."""
    call_command("migrate", "agentpay_plugin", verbosity=0)
    conversations = events // EVENTS_OF_A_CONVERSATION
    visits = events - conversations * sum(SHARES.values()) // 100
    when = "%(begin)s::timestamptz + (i %% 2678400) * interval '1 second'"
    with connection.cursor() as cursor:
        given = {
            "channel": CHANNEL, "begin": BEGIN, "conversations": conversations, "visits": visits,
            "state": STATE_BYTES // 32,
        }  # fmt: skip
        cursor.execute(
            f"""INSERT INTO agentpay_plugin_conversation (id, token_hash, channel, locale, visitor_id, user_id,
              ip_address, page_url, state, last_sequence, checkout_id, created_at, updated_at, lease_owner)
            SELECT md5(i::text)::uuid, i, %(channel)s, 'en', i, '', '', '', jsonb_build_object('state',
              repeat(md5(i::text), %(state)s)), 4, '', {when}, {when}, ''
            FROM generate_series(1, %(conversations)s) i""",
            given,
        )
        for kind, share in (("opened", 100), ("said", 60)):
            cursor.execute(
                f"""INSERT INTO agentpay_plugin_turn (conversation_id, client_id, kind, payload, payload_hash,
                  state, needs_worker, tries, opened_cart_id, written, created_at)
                SELECT md5(i::text)::uuid, %(kind)s, %(kind)s, '{{}}', '', 'done', false, 1, '', '{{}}', {when}
                FROM generate_series(1, %(conversations)s) i WHERE i %% 100 < %(share)s""",
                given | {"kind": kind, "share": share},
            )
        event = (
            "INSERT INTO agentpay_plugin_analyticsevent"
            " (name, channel, conversation_id, visitor_id, arm, properties, once_key, created_at)"
        )
        for name, share in SHARES.items():
            cursor.execute(
                f"""{event} SELECT %(name)s, %(channel)s, md5(i::text)::uuid, i, '', '{{}}',
                  %(name)s || ':' || i, {when}
                FROM generate_series(1, %(conversations)s) i WHERE i %% 100 < %(share)s""",
                given | {"name": name, "share": share},
            )
        cursor.execute(
            f"""{event} SELECT 'chat_visit', %(channel)s, NULL, i, '', '{{}}', 'chat_visit:' || i, {when}
            FROM generate_series(1, %(visits)s) i""",
            given,
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def in_database() -> Answer:
    """Ask as the report does."""
    found = funnel(CHANNEL, BEGIN, END)
    return found.visits, [step.conversations for step in found.steps]


def in_python() -> Answer:
    """Load the columns that matter of the same rows, and count here."""
    opened = Conversation.objects.filter(channel=CHANNEL, created_at__gte=BEGIN, created_at__lt=END)
    ordered = dict(opened.values_list("pk", "ordered_at"))
    wrote = list(
        Turn.objects.filter(conversation__in=opened, kind__in=("said", "tapped")).values_list(
            "conversation_id", flat=True
        )
    )
    told = list(
        AnalyticsEvent.objects.filter(
            channel=CHANNEL, created_at__gte=BEGIN, created_at__lt=END
        ).values_list("name", "conversation_id")
    )
    ranks = {
        "purchase_intent_detected": 2, "payment_link_generated": 3, "payment_initiated": 4,
        "payment_completed": 5,
    }  # fmt: skip
    furthest = {key: 5 if when else 0 for key, when in ordered.items()}
    for key in wrote:
        furthest[key] = max(furthest[key], 1)
    visits = 0
    for name, key in told:
        if name == "chat_visit":
            visits += 1
        elif name in ranks and key in furthest:
            furthest[key] = max(furthest[key], ranks[name])
    return visits, [sum(rank >= first for rank in furthest.values()) for first in range(6)]


def memory(field: str) -> int:
    """Return a field of this process's status, in KB."""
    found = re.search(rf"^{field}:\s+(\d+) kB", Path("/proc/self/status").read_text(), re.M)
    return int(found[1]) if found else 0


def measured(count: Callable[[], Answer]) -> dict[str, object]:
    """Return an answer with its milliseconds and the megabytes that it took on top at its peak."""
    connection.ensure_connection()
    Path("/proc/self/clear_refs").write_text("5")  # forgets the peak so far
    before, begin = memory("VmRSS"), time.perf_counter()
    visits, steps = count()
    seconds = time.perf_counter() - begin
    return {
        "ms": seconds * 1000,
        "mb": max(memory("VmHWM") - before, 0) / 1024,
        "answer": {"visits": visits, "steps": steps},
    }


def main() -> None:
    """Do what is asked for."""
    match sys.argv[1:]:
        case ["fill", events]:
            fill(int(events))
            told: dict[str, object] = {}
        case ["database"]:
            told = measured(in_database)
        case _:
            told = measured(in_python)
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
