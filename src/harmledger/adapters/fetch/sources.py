"""A sources file: who speaks and publishes, by which names, and on which side.

Each `[[source]]` has `name` and `kind`, and may have `aliases` (in any script), `side` (a party to the conflict, or
whom it speaks for), `credible` (the reason why it counts as credible; without one it does not) and `country`.
Any other key is an error.
"""

from pathlib import Path

from harmledger.adapters.fetch.tables import entries
from harmledger.model.codes import SourceKind
from harmledger.model.source import Source
from harmledger.text.normal import fold

_KEYS = ("name", "aliases", "kind", "side", "credible", "country")


def load_sources(path: Path | str) -> tuple[Source, ...]:
    """The sources of a file, in its order.

    Raises:
        InputError: the file or an entry of it is wrong, or two sources share a name; names file, line, entry and key.
    """
    found: list[Source] = []
    taken: dict[str, str] = {}
    for entry in entries(Path(path), "source"):
        entry.only(_KEYS)
        if isinstance(entry.values.get("credible"), bool):
            raise entry.refuse("'credible' is no reason", 'Write credible = "why", or leave it out')
        source = Source(
            name=str(entry.text("name", required=True)),
            kind=entry.one_of("kind", SourceKind),
            aliases=entry.texts("aliases"),
            side=entry.text("side"),
            credible=entry.text("credible"),
            country=entry.text("country"),
        )
        for name in dict.fromkeys(map(fold, (source.name, *source.aliases))):
            if name in taken:
                raise entry.refuse(f"{name!r} is a name of {taken[name]!r} too", "Let each name stand for one source")
            taken[name] = source.name
        found.append(source)
    return tuple(found)
