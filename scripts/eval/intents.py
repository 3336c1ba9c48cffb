"""Part `intents`: how well messages are understood, by our own sets and by a file that INTENTS names."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from agentpay_plugin.language.predict import predict
from scripts.eval.cost import cost
from scripts.eval.figures import INTENTS, Outcome, figures
from scripts.eval.messages import KINDS, LANGUAGES, Message, external, own
from scripts.eval.slots import slots

BUILD = Path(__file__).parents[2] / "build"


def main(arguments: Sequence[str]) -> int:  # noqa: ARG001 it takes none
    """Measure everything, print a table, and keep the figures in build/eval-intents.json."""
    sets = {f"{kind} {one}": own(kind, one) for kind in KINDS for one in LANGUAGES}
    sets |= _external()
    measured = {name: figures(outcomes(messages)) for name, messages in sets.items()}
    _show(measured)
    told = slots()
    for language, result in told.items():
        print(f"slots {language}: {result['right']} of {result['slots']} right")
    costs = cost([one for messages in sets.values() for one in messages])
    print(", ".join(f"{name} {value}" for name, value in costs.items()))
    _keep({"sets": measured, "slots": told, "cost": costs})
    return 0


def _keep(told: dict[str, object]) -> None:
    BUILD.mkdir(exist_ok=True)
    file = BUILD / "eval-intents.json"
    file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
    print(f"kept in {file.relative_to(BUILD.parent)}")


def _external() -> dict[str, list[Message]]:
    """Return the messages of the file that the variable INTENTS names, by language and tier."""
    named = os.environ.get("INTENTS")
    found: dict[str, list[Message]] = {}
    for one in external(Path(named)) if named else ():
        found.setdefault(f"{one.tier} {one.language}", []).append(one)
    return found


def outcomes(messages: Sequence[Message]) -> list[Outcome]:
    """Return what is said of each message."""
    found = []
    for one in messages:
        said = predict(one.text, one.language, one.before)
        confidence = float(str(said["confidence"]))
        found.append(Outcome(one.intent, str(said["intent"]), confidence, str(said["step"])))
    return found


def _show(measured: Mapping[str, Mapping[str, object]]) -> None:
    head = ("messages", "macro_f1", "accuracy", "calibration_error", "sure", "right_where_sure")
    print(f"{'':22}" + "".join(f"{name:>18}" for name in head))
    for name, told in measured.items():
        print(f"{name:22}" + "".join(f"{told[each]!s:>18}" for each in head))
    for name, told in measured.items():
        print(f"\n{name}: read as (columns)" + "".join(f"{each[:9]:>11}" for each in INTENTS))
        for wanted, row in dict(told["confusion"]).items():  # type: ignore[call-overload]
            print(f"  {wanted:28}" + "".join(f"{row[each]:>11}" for each in INTENTS))
