"""The key to a conversation: 256 random bits, of which only a hash is kept.

A plain SHA-256 is enough: nobody can guess a random 256-bit token, so there is nothing for a slow
hash to slow down. The lookup goes by the hash, so its timing tells nothing about the token.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from agentpay_plugin.errors import NotFound
from agentpay_plugin.models import Conversation

LONGEST = 100


def new() -> str:
    """Return a fresh token, safe in URLs."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """Return what is stored of a token: 64 hexadecimal digits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def conversation_of(token: str) -> Conversation:
    """Return the conversation that `token` opens.

    Raises NotFound for a token that is wrong, over-long or of an erased conversation: not told apart.
    """
    mark = hashed(token[:LONGEST])
    found = Conversation.objects.filter(token_hash=mark, erased_at__isnull=True).first()
    if found is None or len(token) > LONGEST or not hmac.compare_digest(found.token_hash, mark):
        raise NotFound("no such conversation")
    return found
