"""Saleor's settings with sudden death at the checkpoints of a payment; for `make faults SALEOR=1` only."""

from saleor.settings import *  # noqa: F403

AGENTPAY_CHECKPOINT_LISTENER = "faults_dying.reached"
