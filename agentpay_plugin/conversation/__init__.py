"""The conversation's engine: pure, standard library only. This is its public face."""

from agentpay_plugin.conversation.codec import (
    UnreadableState,
    decode,
    decode_event,
    encode,
    encode_event,
)
from agentpay_plugin.conversation.engine import advance
from agentpay_plugin.conversation.state import Action, ChargeState, Conversation, Stage, Step

__all__ = [
    "Action",
    "ChargeState",
    "Conversation",
    "Stage",
    "Step",
    "UnreadableState",
    "advance",
    "decode",
    "decode_event",
    "encode",
    "encode_event",
]
