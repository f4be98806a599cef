"""How the explanation of a reading is printed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from harmledger.cli.cells import figure, line, quoted, tame
from harmledger.model.codec import plain

if TYPE_CHECKING:
    from harmledger.model.explain import Entry
    from harmledger.pipeline.look import Explained


def record(explained: "Explained") -> dict[str, Any]:
    """The reading as `read` prints it, each claim with a field `explain` more."""
    row: dict[str, Any] = plain(explained.reading)
    why = {e.claim: plain(e) for e in explained.explanations}
    for account in row["accounts"]:
        for claim in account["claims"]:
            held = why[claim["id"]]
            claim["explain"] = {"letters": held["letters"], "entries": held["entries"]}
    return row


def page(explained: "Explained") -> str:
    """The claims of a report, under each what made it. Empty where there is none."""
    row = plain(explained.reading)
    why = {e.claim: e for e in explained.explanations}
    lines: list[str] = []
    for account in row["accounts"]:
        for claim in account["claims"]:
            held = why[claim["id"]]
            lines += ["", _head(claim), *_entries(held.entries, held.letters)]
    return tame("\n".join([f"Report {row['report']}", *lines])) + "\n\n" if lines else ""


def _head(claim: dict[str, Any]) -> str:
    who = " ".join(str(v) for v in claim["group"].values() if v)
    counted = " ".join(word for word in (figure(claim["count"]), who, claim["outcome"]) if word)
    said = f"{claim['speaker']['name']} {claim['stance']}" if claim["speaker"] else f"the publisher {claim['stance']}"
    return f"  [{claim['id']}] {said}: {counted}: {quoted(claim['span'])}"


def _entries(entries: "tuple[Entry, ...]", letters: str) -> Iterator[str]:
    part = ""
    for entry in entries:
        label = "" if entry.part == part else entry.part
        part = entry.part
        at = f"{entry.file}:{entry.line} [{entry.table}] {entry.entry}" if entry.file else entry.table
        read_as = f" as {letters}" if entry.part == "pattern" else ""
        yield f'    {label:<8} "{line(entry.words)}"{read_as}: {at}'
