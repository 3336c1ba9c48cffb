"""python -m agentpay_plugin.demo [start | reset]"""

from __future__ import annotations

import os
import sys

import django


def main(arguments: list[str]) -> int:
    """Start the demo, or forget what happened in it. Returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agentpay_plugin.demo.settings")
    django.setup()
    from agentpay_plugin.demo import server  # it needs Django's settings

    match arguments:
        case [] | ["start"]:
            return server.start()
        case ["reset"]:
            return server.reset()
    print("say start or reset", file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
