"""Commands that take reports: read, locate, run."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

import typer

from harmledger.cli.explain import page, record
from harmledger.cli.gazetteer import ensured
from harmledger.cli.options import Agreements, Explain, How, Inputs, Jobs, Ledger, Sources
from harmledger.cli.output import Format, chosen, emit, say, write_line
from harmledger.cli.progress import progress
from harmledger.cli.settings import settings, with_ledger

if TYPE_CHECKING:
    from harmledger.model.issue import Issue
    from harmledger.pipeline.filing import Summary

# What differs from one refusal to the next of the same kind: a bracket's words, an id, numbers of messages.
_DETAIL = re.compile(r" \(.*\)\Z| '[^']*'(?= was already given).*|, after \d+ messages\Z", re.DOTALL)
_NOTHING = "nothing to read"


def read(inputs: Inputs, sources: Sources = None, how: How = None, jobs: Jobs = None, explain: Explain = False) -> None:
    """Says what reports claim, and keeps nothing.

    Figures with their words, days, places, parties, speakers. A report gives a line of JSON; a table or csv has a
    line for each figure. What could not be understood stands among a report's issues. With - standard input holds a
    report a line as JSON, of which only "text" is needed, or one plain text.
    """
    from harmledger.pipeline.look import explain_inputs, read_inputs

    if explain and how is Format.CSV:
        raise typer.BadParameter("an explanation is no row of a csv; take --format table or jsonl with --explain")
    config = ensured(settings(sources=sources, jobs=jobs))
    if explain:
        _explain(inputs, lambda tick: explain_inputs(inputs, config, _stdin(inputs), tick), how)
        return
    _print("reading", inputs, lambda tick: read_inputs(inputs, config, _stdin(inputs), tick), how)


def locate(inputs: Inputs, how: How = None, jobs: Jobs = None) -> None:
    """Says which places reports name, and keeps nothing.

    A line for each mention, also where nothing happened and where a people's name (`Syrian`) tells the country. A
    place that the gazetteer does not know keeps its words, without a point.
    """
    from harmledger.pipeline.look import locate_inputs

    config = ensured(settings(jobs=jobs))
    _print("mention", inputs, lambda tick: locate_inputs(inputs, config, _stdin(inputs), tick), how)


def run(
    inputs: Inputs,
    ledger: Ledger = None,
    agreements: Agreements = None,
    sources: Sources = None,
    jobs: Jobs = None,
    how: How = None,
) -> None:
    """Reads reports into a ledger and reckons incidents.

    The whole job. It can be repeated and interrupted: what is in the ledger already is not added again. The originals
    are kept beside the ledger. What an agreements or sources file says is kept in it and need not be named again.
    """
    from harmledger.pipeline.wiring import run_inputs

    config = ensured(with_ledger(ledger, agreements=agreements, sources=sources, jobs=jobs))
    with progress("reports") as tick:
        done = run_inputs(inputs, config, _stdin(inputs), tick)
    for refusal in done.refusals:
        say(f"refused: {refusal.message}")
    if chosen(how) is Format.TABLE:
        typer.echo(_told(done))
    else:
        emit("summary", [done], how)
    _end(inputs, done.seen, Counter(_problem(r) for r in done.refusals))


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    for command in (read, locate, run):
        app.command()(command)


def _print(kind: str, inputs: Sequence[str], source: Any, how: Format | None) -> None:
    """Prints what came of inputs and tells each refused one on standard error."""
    met = _Met()
    if chosen(how) is Format.TABLE:
        with progress("reports") as tick:
            records = list(met.read(source(tick)))
        emit(kind, records, how)
    elif sys.stdout.isatty():  # a bar would run through the lines
        emit(kind, met.read(source(None)), how)
    else:
        with progress("reports") as tick:
            emit(kind, met.read(source(tick)), how)
    _end(inputs, met.seen, met.refused, "no place is named" if kind == "mention" else _NOTHING)


def _explain(inputs: Sequence[str], source: Any, how: Format | None) -> None:
    """Prints readings with what made each claim: as pages of text, or as records."""
    met = _Met()
    for explained in met.read(source(None)):
        if chosen(how) is Format.JSONL:
            write_line(record(explained))
        else:
            typer.echo(page(explained), nl=False)
    _end(inputs, met.seen, met.refused)


class _Met:
    """What came of inputs so far."""

    def __init__(self) -> None:
        self.seen = 0
        self.refused: Counter[str] = Counter()

    def read(self, records: Iterable[Any]) -> Iterator[Any]:
        """The records that are none of a refused input, which are told."""
        from harmledger.model.issue import Issue

        for one in records:
            self.seen += 1
            if isinstance(one, Issue):
                self.refused[_problem(one)] += 1
                say(f"refused: {one.message}")
            else:
                yield one


def _problem(refusal: "Issue") -> str:
    """What is wrong with a refused input, in the words that others of its kind share."""
    return _DETAIL.sub("", refusal.words)


def _end(inputs: Sequence[str], seen: int, refused: Counter[str], nothing: str = _NOTHING) -> None:
    """Says what no single line says, several refusals summed up, and how the command ends."""
    if not seen:
        say(f"{nothing} in {', '.join(inputs)}")
    if refused.total() > 1:
        kinds = "; ".join(
            f"{number} {problem}" for problem, number in sorted(refused.items(), key=lambda r: (-r[1], r))
        )
        say(f"refused in all: {refused.total()} of {seen} ({kinds})")
    if refused:
        raise typer.Exit(1)


def _stdin(inputs: Sequence[str]) -> BinaryIO | None:
    return sys.stdin.buffer if "-" in inputs else None


def _told(done: "Summary") -> str:
    """What a run did, as a sentence."""
    parts = [f"{done.added} added", f"{done.unchanged} there already"]
    more = {"revised": done.revised, "refused": done.refused, "read anew": done.reread}
    parts += [f"{number} {what}" for what, number in more.items() if number]
    issues = f"; {done.issues} issues to look at (harmledger issues)" if done.issues else ""
    return f"{done.seen} reports: {', '.join(parts)}{issues}"
