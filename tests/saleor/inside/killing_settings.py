"""Saleor's settings with a listener at the checkpoints of a payment; for fault tests only."""

from saleor.settings import *  # noqa: F403

AGENTPAY_CHECKPOINT_LISTENER = "kill_at.reached"
