"""`python -m scripts.eval [part …]`: measures each part and keeps its figures in build/eval-<part>.json."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from scripts.eval import intents

PARTS: Mapping[str, Callable[[], dict[str, object]]] = {"intents": intents.run}
BUILD = Path(__file__).parents[2] / "build"


def main() -> None:
    """Run the parts that are named, or all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("parts", nargs="*", help="all, if none is named")
    for part in options.parse_args().parts or PARTS:
        told = PARTS[part]()
        file = BUILD / f"eval-{part}.json"
        BUILD.mkdir(exist_ok=True)
        file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
        print(f"kept in {file.relative_to(BUILD.parent)}")


if __name__ == "__main__":
    main()
