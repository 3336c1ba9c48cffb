"""What goes wrong with calls of a provider: the look-alikes' kinds of faults, and the plan's words for them."""

from __future__ import annotations

WORDS = {
    "error_500": "500",
    "error_500_after_work": "500 after work",
    "error_500_kept": "500 kept",
    "rate_limit": "429",
    "forbidden": "403",
    "drop": "no answer",
    "drop_after_work": "no answer after work",
    "timeout_after_work": "timeout after work",
    "slow": "slow",
    "slow_body": "slow body",
    "not_json": "not JSON",
    "hold": "answer held back",
}
KINDS = {words: kind for kind, words in WORDS.items()}
