"""What only shows across the reports of one batch."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from harmledger.collect.collect import Collected
from harmledger.errors import InputError


def refuse_clashes(items: Iterable[Collected | InputError]) -> Iterator[Collected | InputError]:
    """The items in order, an exact duplicate once, the second of two different reports with one id as an InputError.

    In a later batch the same id with another text is a revision; within one batch nobody can say which came later.
    Keeps some 150 bytes a report, whatever the reports' length.
    """
    seen: dict[str, tuple[bytes, str]] = {}
    for item in items:
        if isinstance(item, InputError):
            yield item
            continue
        report, raw = item.report, item.raw
        held = repr((report.text, report.title, report.published, report.publisher, report.url)).encode(
            "utf-8", "replace"
        )
        mark = blake2b(held, digest_size=16).digest()
        at = raw.address if raw.line is None else f"{raw.address} (line {raw.line})"
        known = seen.get(report.id)
        if known is None:
            seen[report.id] = (mark, at)
            yield item
        elif known[0] != mark:
            yield InputError(
                f"a report with the id {report.id!r} was already given by {known[1]}, with other content",
                where=raw.address,
                line=raw.line,
                remedy="Give each report an id of its own; give a revision in a later run",
            )
