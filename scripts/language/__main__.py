"""`python -m scripts.language`: train the local model anew and write its weights into the package."""

from __future__ import annotations

import argparse
import time

from scripts.language.fitting import fit
from scripts.language.training import samples, train, write


def main() -> None:
    """Make the sentences, fit the model, write the file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--each", type=int, default=60_000, help="sentences of each language")
    options.add_argument("--ridge", type=float, default=1e-5)
    options.add_argument("--rounds", type=int, default=4)
    options.add_argument("--seed", type=int, default=20260101)
    options.add_argument(
        "--fit", action="store_true", help="fit anew how far rules and model are trusted"
    )
    chosen, began = options.parse_args(), time.monotonic()
    rows = samples(chosen.each, chosen.seed)
    print(f"{len(rows)} sentences, {len({row.text for row in rows})} of them different")
    size = write(train(rows, chosen.ridge, chosen.rounds))
    if chosen.fit:
        print(fit())
    print(f"weights.bin: {size / 1000:.0f} kB, after {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
