"""Everything AgentPay stores. The shop's ids are texts, not foreign keys: the shop may delete its rows.

Money is in ISO 4217 minor units beside its currency. Times are UTC. A column that can hold personal
data says so, and `chat/erase.py` clears it.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone


class LeasedRow(models.Model):
    """A row that one worker at a time may carry forward (see lease.py)."""

    lease_owner = models.CharField(max_length=40, default="", blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class Conversation(LeasedRow):
    """One chat. `state` is the engine's JSON (nothing personal); the token is stored hashed only.

    `channel` is the channel's key, which stays when the merchant renames the slug.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    channel = models.CharField(max_length=255)
    locale = models.CharField(max_length=35)
    visitor_id = models.CharField(max_length=64, default="", blank=True)  # personal
    user_id = models.CharField(max_length=255, default="", blank=True)  # personal
    ip_address = models.CharField(max_length=45, default="", blank=True)  # personal
    page_url = models.TextField(default="", blank=True)  # personal
    state = models.JSONField()
    last_sequence = models.PositiveIntegerField(default=0)
    checkout_id = models.CharField(max_length=255, default="", blank=True, db_index=True)
    wants_person_at = models.DateTimeField(null=True, blank=True)
    ordered_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)
    abandoned_at = models.DateTimeField(null=True, blank=True)
    assistant_micros = models.BigIntegerField(default=0)  # US dollars / 1,000,000, kept or spent
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        indexes = [
            models.Index(fields=["channel", "created_at"], name="agentpay_conversation_opened"),
            models.Index(
                fields=["channel", "wants_person_at"],
                name="agentpay_handovers",
                condition=models.Q(wants_person_at__isnull=False),
            ),
        ]


class Knock(models.Model):
    """A call that is counted to keep floods out; cleared by the sweep once its window is over.

    `mark` is a keyed hash of the address and of what was called: it outlives an erased conversation.
    """

    id = models.BigAutoField(primary_key=True)
    mark = models.CharField(max_length=64)
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["mark", "created_at"], name="agentpay_knocks")]


class Turn(models.Model):
    """Something that happened to a conversation and is to be worked off, in order of `id`.

    `client_id` makes a send idempotent; turns of our own (a charge changed) carry a made-up one.
    `opened_cart_id` is the cart an earlier, killed try of this turn opened: the next one goes on with it.
    `written` are the quantities by variant that an earlier try set: the next one sets the same.

    `needs_model`: the assistant is to answer it. `model_asked_at`: when a model was first asked; `calls` are
    what it called since, and a later try does that again without asking it. `answered_by` is who answered
    a shopper's words (chat/advancing.py); tokens and cost are those of the language model that was asked.
    """

    class State(models.TextChoices):
        QUEUED = "queued"
        DONE = "done"
        FAILED = "failed"

    id = models.BigAutoField(primary_key=True)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="turns")
    client_id = models.CharField(max_length=100)
    kind = models.CharField(max_length=40)
    payload = models.JSONField()  # personal until done, then emptied
    payload_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    needs_worker = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    opened_cart_id = models.CharField(max_length=255, default="", blank=True)
    written = models.JSONField(default=dict, blank=True)
    needs_model = models.BooleanField(default=False)
    model_asked_at = models.DateTimeField(null=True, blank=True, db_index=True)
    stop_asked_at = models.DateTimeField(null=True, blank=True)
    calls = models.JSONField(default=list, blank=True)  # personal until done, then emptied
    answered_by = models.CharField(max_length=10, default="", blank=True)
    tokens_sent = models.PositiveIntegerField(default=0)
    tokens_received = models.PositiveIntegerField(default=0)
    cost_micros = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "client_id"], name="agentpay_turn_once_per_client_id"
            )
        ]
        indexes = [models.Index(fields=["state", "created_at"], name="agentpay_turn_waiting")]


class AssistantDay(models.Model):
    """What a channel's assistant costs on a day (UTC), in US dollars / 1,000,000: spent, and kept for what is asked.

    `is_spent`: a call did not fit any more, under the limit of `spent_limit`: a higher one holds at once.
    `paused_until`: the provider refused or asked for a pause; `problem` is why, by a stable key.
    """

    id = models.BigAutoField(primary_key=True)
    channel = models.CharField(max_length=255)
    day = models.DateField()
    micros = models.BigIntegerField(default=0)
    turns = models.PositiveIntegerField(default=0)
    is_spent = models.BooleanField(default=False)
    spent_limit = models.BigIntegerField(null=True, blank=True)
    paused_until = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=30, default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["channel", "day"], name="agentpay_assistant_day")
        ]


class AssistantShopper(models.Model):
    """What the assistant cost in all chats of one shopper and channel on a day (UTC), and its turns.

    `mark` is a keyed hash of the visitor's or the user's id: neither a new chat nor an erased one makes room.
    """

    id = models.BigAutoField(primary_key=True)
    mark = models.CharField(max_length=64)
    day = models.DateField(db_index=True)
    micros = models.BigIntegerField(default=0)
    turns = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mark", "day"], name="agentpay_assistant_shopper")
        ]


class Message(models.Model):
    """A message as shown. `sequence` counts within the conversation from 1, without gaps."""

    class Author(models.TextChoices):
        SHOPPER = "shopper"
        ASSISTANT = "assistant"
        PERSON = "person"  # of the shop's

    id = models.BigAutoField(primary_key=True)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages"
    )
    turn = models.ForeignKey(Turn, on_delete=models.SET_NULL, null=True, related_name="messages")
    sequence = models.PositiveIntegerField()
    author = models.CharField(max_length=10, choices=Author.choices)
    text = models.TextField(default="", blank=True)  # personal
    parts = models.JSONField(default=list)  # personal
    intent = models.CharField(max_length=30, default="", blank=True)
    confidence = models.DecimalField(max_digits=4, decimal_places=3, null=True, blank=True)
    action = models.CharField(max_length=30, default="none")
    client_id = models.CharField(max_length=100, default="", blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "sequence"], name="agentpay_message_sequence"
            )
        ]


class Charge(LeasedRow):
    """One try to take one amount of money. See charges/states.py for its states and moves.

    `next_check_at` None: nothing is left to do. `kept_minor` is what of the amount its order keeps;
    `complete_after` is set once the shop's books have the payment; `told_state` is the state that
    whoever listens was told last. `refusals` counts how often the shop refused an order in this state;
    `blind_since` is set while the provider cannot be asked (no keys, or not accepted); `asked_at` is when
    it was asked last. `reserve` says how far money that is not taken at once has come (charges/reserve.py).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    provider = models.CharField(max_length=20)
    method = models.CharField(max_length=20)
    state = models.CharField(max_length=20, db_index=True)
    reason = models.CharField(max_length=60, default="", blank=True)
    channel = models.CharField(max_length=255)
    conversation_id = models.UUIDField(null=True, blank=True, db_index=True)
    attempt = models.PositiveIntegerField(null=True, blank=True)
    source_kind = models.CharField(max_length=10)
    source_id = models.CharField(max_length=255, db_index=True)
    fingerprint = models.CharField(max_length=64, default="", blank=True)
    transaction_id = models.CharField(max_length=255, default="", blank=True, db_index=True)
    transaction_key = models.CharField(max_length=512, unique=True)
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    provider_key = models.CharField(max_length=255, unique=True)
    provider_ref = models.CharField(max_length=255, null=True, blank=True, unique=True)
    payment_ref = models.CharField(max_length=255, default="", blank=True, db_index=True)
    external_url = models.TextField(default="", blank=True)
    request = models.JSONField(null=True, blank=True)  # personal; emptied when paid or final
    page_url = models.TextField(default="", blank=True)
    pix_code = models.TextField(default="", blank=True)  # emptied when final
    return_id = models.CharField(max_length=64, unique=True)
    return_url = models.TextField(default="", blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    order_id = models.CharField(max_length=255, default="", blank=True)
    kept_minor = models.BigIntegerField(default=0)
    complete_after = models.DateTimeField(null=True, blank=True)
    next_check_at = models.DateTimeField(null=True, blank=True, db_index=True)
    told_state = models.CharField(max_length=20, default="", blank=True)
    tries = models.PositiveIntegerField(default=0)
    refusals = models.PositiveIntegerField(default=0)
    reserve = models.CharField(max_length=10, default="", blank=True)
    blind_since = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    state_since = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conversation_id", "attempt"], name="agentpay_charge_once_per_attempt"
            )
        ]
        indexes = [models.Index(fields=["state_since", "state"], name="agentpay_charge_looked_at")]


class PaidOrder(models.Model):
    """How much of our charges' money an order keeps: what comes on top of its total is given back.

    The one row that two charges of an order meet at, so that they cannot both think they came second.
    `gone_minor` is what it kept once, and what the merchant gave back or lost since.
    """

    order_id = models.CharField(max_length=255, primary_key=True)
    currency = models.CharField(max_length=3)
    kept_minor = models.BigIntegerField(default=0)
    gone_minor = models.BigIntegerField(default=0)


class Refund(models.Model):
    """Money given back from a charge. `state`: requested, asked, pending, succeeded, failed, reported, dropped.

    One that the merchant made at the provider has the reason `at_provider` (see charges/at_provider.py).
    One that was asked for in the shop carries the name of that request (charges/refund_requests.py). With `is_release`
    it lets go of what was only reserved.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="refunds")
    reason = models.CharField(max_length=60)
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    provider_key = models.CharField(max_length=255, unique=True)
    provider_ref = models.CharField(max_length=255, null=True, blank=True, unique=True)
    request_id = models.CharField(max_length=255, null=True, blank=True, unique=True)
    is_release = models.BooleanField(default=False)
    state = models.CharField(max_length=20, db_index=True)
    created_at = models.DateTimeField(default=timezone.now)


class Capture(models.Model):
    """Money taken of a charge that was reserved. `state`: requested, asked, succeeded, reported, failed.

    Of one that was asked for in the shop `request_id` is the name of that request; without one it was captured at
    the provider.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="captures")
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    provider_key = models.CharField(max_length=255, unique=True)
    request_id = models.CharField(max_length=255, null=True, blank=True, unique=True)
    state = models.CharField(max_length=20, db_index=True)
    created_at = models.DateTimeField(default=timezone.now)


class Dispute(models.Model):
    """A dispute of the shopper's bank about a charge. `state`: open, won, lost; `told_state` is what the shop
    heard last. Lost money is gone for good."""

    provider_ref = models.CharField(max_length=255, primary_key=True)
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="disputes")
    state = models.CharField(max_length=10, db_index=True)
    told_state = models.CharField(max_length=10, default="", blank=True)
    reason = models.CharField(max_length=60, default="", blank=True)
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    answer_by = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)


class ProviderNotice(LeasedRow):
    """The inbox: one authentic webhook, stored before it is answered, handled once, later.

    Only what is needed to handle it is kept (ids and type), not the body: bodies hold personal data.
    """

    id = models.BigAutoField(primary_key=True)
    provider = models.CharField(max_length=20)
    channel = models.CharField(max_length=255)
    event_id = models.CharField(max_length=255)
    type = models.CharField(max_length=100)
    charge_ref = models.CharField(max_length=255, default="", blank=True)
    payment_ref = models.CharField(max_length=255, default="", blank=True)
    reference = models.CharField(max_length=255, default="", blank=True)
    about_refund = models.BooleanField(default=False)
    about_dispute = models.BooleanField(default=False)
    decline = models.CharField(max_length=100, default="", blank=True)
    handled_at = models.DateTimeField(null=True, blank=True, db_index=True)
    tries = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(db_index=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "channel", "event_id"], name="agentpay_notice_once"
            )
        ]


class AnalyticsEvent(models.Model):
    """What the merchant's reports are made of. `once_key` makes an event count as often as it should."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=40)
    channel = models.CharField(max_length=255)
    conversation_id = models.UUIDField(null=True, blank=True)
    charge_id = models.UUIDField(null=True, blank=True)
    visitor_id = models.CharField(max_length=64, default="", blank=True)  # personal
    arm = models.CharField(max_length=20, default="", blank=True)
    properties = models.JSONField(default=dict)
    once_key = models.CharField(max_length=200, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            models.Index(fields=["channel", "name", "created_at"], name="agentpay_event_report"),
            models.Index(fields=["conversation_id", "name"], name="agentpay_event_conversation"),
            models.Index(fields=["visitor_id"], name="agentpay_event_visitor"),
        ]


class Pulse(models.Model):
    """When a periodic work last ran; one row per work (see charges/sweep.py)."""

    name = models.CharField(max_length=40, primary_key=True)
    last_run_at = models.DateTimeField()
