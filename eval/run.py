"""Scores the reader against labelled data that you have, and holds the figures against the floors.

    python -m eval.run FOLDER

Every labelled .jsonl of the folder is read by the real command. A set with the digest that floors.json names is gated:
exit 1 if a figure is below its floor. Any other set is scored only. README.md tells what the files look like.
"""

import argparse
import json
import math
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from eval.kinds import kind_of
from eval.score import UNGATED, Figures

from harmledger.errors import InputError

FLOORS = Path(__file__).with_name("floors.json")
HARMLEDGER = str(Path(sys.executable).with_name("harmledger"))
JOBS = 2
STEP = 0.005
REMEDY = "eval/README.md tells what a labelled file looks like"


@dataclass(frozen=True)
class Floor:
    """The corpus that floors were measured on, by digest, and the floors by figure."""

    sha256: str
    floors: Mapping[str, float]


@dataclass(frozen=True)
class Scored:
    """A set's figures; `floors` is empty where the set is not the one that they were measured on."""

    name: str
    reports: int
    figures: Figures
    floors: Mapping[str, float]
    note: str = ""

    @property
    def below(self) -> list[str]:
        """Names of floors that are not reached, also by a figure that is missing."""
        return [name for name, floor in self.floors.items() if self.figures.get(name, 0.0) < floor]


def load_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """Floors by name of set."""
    return {name: Floor(**one) for name, one in json.loads(path.read_text(encoding="utf8")).items()}


def labelled(path: Path) -> list[dict[str, Any]]:
    """The labelled reports of a file; none where its lines have no `gold`.

    Raises:
        InputError: a line is no report with an id and a label.
    """
    found: list[dict[str, Any]] = []
    with path.open(encoding="utf8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                report = json.loads(line)
            except ValueError as e:
                raise InputError("is no JSON", where=str(path), line=number, remedy=REMEDY) from e
            if not isinstance(report, dict) or not isinstance(report.get("gold"), dict):
                if not found:
                    return []
                raise InputError("has no object `gold`", where=str(path), line=number, remedy=REMEDY)
            if not isinstance(report.get("id"), str):
                raise InputError("has no text `id`", where=str(path), line=number, remedy=REMEDY)
            found.append(report)
    return found


def printed(command: str, path: Path) -> list[dict[str, Any]]:
    """What `harmledger read` or `locate` prints for a file; its warnings go to standard error.

    Raises:
        subprocess.CalledProcessError: it failed, or refused a report.
    """
    asked = [HARMLEDGER, command, str(path), "--format", "jsonl", "--jobs", str(JOBS)]
    done = subprocess.run(asked, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def scored(path: Path, floors: Mapping[str, Floor]) -> Scored | None:
    """A set's figures; None for a file that holds no labels that anything here scores."""
    gold = labelled(path)
    kind = kind_of(gold[0]["gold"]) if gold else None
    if kind is None:
        return None
    figures = kind.score(gold, printed(kind.command, path))
    floor = floors.get(path.stem)
    if floor is None:
        return Scored(path.stem, len(gold), figures, {}, "no floors for a set of this name")
    if floor.sha256 != sha256(path.read_bytes()).hexdigest():
        return Scored(path.stem, len(gold), figures, {}, "not gated: this is not the text that the floors are for")
    return Scored(path.stem, len(gold), figures, floor.floors)


def told(one: Scored) -> str:
    """A set's figures, each with its floor."""
    lines = [f"{one.name}: {one.reports} reports{'; ' + one.note if one.note else ''}"]
    for name, figure in one.figures.items():
        floor = f"  floor {one.floors[name]:.3f}" if name in one.floors else ""
        lines.append(f"  {name:22}{figure:7.3f}{floor}{'  BELOW' if name in one.below else ''}")
    lines += [f"  {name:22}missing  BELOW" for name in one.below if name not in one.figures]
    return "\n".join(lines)


def floors_from(path: Path, one: Scored) -> dict[str, Any]:
    """Floors just below what was measured, for floors.json."""
    gated = {name: figure for name, figure in one.figures.items() if name not in UNGATED}
    steps = {name: max(0.0, (math.ceil(figure / STEP) - 1) * STEP) for name, figure in gated.items()}
    floors = {name: round(floor, 3) for name, floor in steps.items()}
    return {"sha256": sha256(path.read_bytes()).hexdigest(), "floors": floors}


def main() -> None:
    """Prints the figures; exits 1 where one is below its floor, 2 where there is nothing to score."""
    options = argparse.ArgumentParser(prog="python -m eval.run", description="Scores harmledger on labelled data.")
    options.add_argument("folder", type=Path)
    options.add_argument(
        "--print-floors", action="store_true", help="print what floors.json would hold for these figures, as JSON"
    )
    asked = options.parse_args()
    if not asked.folder.is_dir():
        options.error(f"{asked.folder} is no folder. {REMEDY}")
    known, done = load_floors(), []
    for path in sorted(asked.folder.glob("*.jsonl")):
        try:
            one = scored(path, known)
        except (InputError, subprocess.CalledProcessError) as e:
            sys.exit(str(e))
        if one is None:
            print(f"{path.name}: left out, nothing here scores it", file=sys.stderr)
            continue
        done.append((path, one))
        print(told(one), file=sys.stderr if asked.print_floors else sys.stdout, flush=True)
    if not done:
        options.error(f"{asked.folder} holds no labelled .jsonl. {REMEDY}")
    if absent := [name for name in known if name not in {one.name for _, one in done}]:
        print(f"not there, so not gated: {', '.join(absent)}", file=sys.stderr)
    if asked.print_floors:
        print(json.dumps({one.name: floors_from(path, one) for path, one in done}, indent=2))
    elif any(one.below for _, one in done):
        sys.exit(1)


if __name__ == "__main__":
    main()
