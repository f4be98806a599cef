"""The stages in their order, for one report: collect, mark, read, locate."""

import gc
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from harmledger import __version__
from harmledger.adapters.engines.gazetteer import SqliteGazetteer
from harmledger.adapters.fetch.words import chrome, date_words
from harmledger.adapters.lexicons import languages, load, origins
from harmledger.collect.collect import collect
from harmledger.collect.headline import Headed
from harmledger.collect.passages import languages as tongues
from harmledger.collect.passages import only
from harmledger.collect.raw import Raw
from harmledger.errors import ConfigError, InputError
from harmledger.locate.locate import locate
from harmledger.locate.places import Mention, resolve
from harmledger.mark.marker import mark
from harmledger.model.account import Reading
from harmledger.model.codec import encode
from harmledger.model.codes import IssueCode
from harmledger.model.ids import digest
from harmledger.model.issue import Issue
from harmledger.model.log import capture_id
from harmledger.model.report import Report
from harmledger.model.source import Source
from harmledger.model.span import Span
from harmledger.pipeline.digests import package_digest, versions
from harmledger.pipeline.read import Located, Outcome, Read, crashed, refusal
from harmledger.read.explain import explain
from harmledger.read.reader import read as reader
from harmledger.read.renamed import renamed
from harmledger.text.keys import key
from harmledger.text.lexicon import Lexicon
from harmledger.text.listed import canonical, listed, names
from harmledger.text.roll import Roll
from harmledger.text.sketch import sketch

CODE = (
    "model", "text", "geo", "collect", "mark", "read", "locate", "adapters/lexicons.py",
    "adapters/engines/gazetteer.py", "adapters/engines/gazetteer_romanised.toml", "adapters/fetch/words.py",
    "pipeline/stages.py",
)  # fmt: skip
PACKAGES = ("datasketch", "py3langid", "pypdfium2", "trafilatura")
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class StagePlan:
    """What to read with: the gazetteer's file, and the languages to read (empty: every one that has a lexicon).

    `sketched`: whether reports get the sketches by which a ledger knows copies; what makes them takes a second to load.
    `explains`: whether each claim is told with what made it. `sources`: whose names are words of every language.
    """

    gazetteer: Path
    languages: tuple[str, ...] = ()
    sketched: bool = True
    explains: bool = False
    sources: tuple[Source, ...] = ()

    def open(self) -> "Stages":
        """The stages, with their own gazetteer open."""
        return Stages(self)

    def spoken(self) -> tuple[str, ...]:
        """The languages that are read.

        Raises:
            ConfigError: one is asked for that has no lexicon.
        """
        there = languages()
        unknown = [code for code in self.languages if code not in there]
        if unknown:
            raise ConfigError(f"there is no lexicon for {', '.join(unknown)}. There are: {', '.join(there)}")
        return self.languages or there

    def basis(self) -> dict[str, str]:
        """What a reading depends on besides its report, each by digest."""
        gazetteer = SqliteGazetteer(self.gazetteer)
        try:
            places = gazetteer.meta.get("digest", "")
        finally:
            gazetteer.close()
        return {
            "version": __version__,
            "code": package_digest(*CODE),
            "lexicons": package_digest("lexicon"),
            "languages": " ".join(self.spoken()),
            "gazetteer": places,
            "packages": versions(*PACKAGES),
            "sources": digest(encode([(s.name, s.aliases, s.kind) for s in self.sources])),
        }


class Stages:
    """Reads one Raw. A fault of a stage leaves the report with what it is, and an Issue."""

    def __init__(self, plan: StagePlan) -> None:
        self._gazetteer = SqliteGazetteer(plan.gazetteer)
        self._spoken = plan.spoken()
        self._sketched, self._explains = plan.sketched, plan.explains
        self._sources = plan.sources
        self._lexicons: dict[str, Lexicon] = {}
        self._rolls: dict[str, Roll] = {}

    def __call__(self, raw: Raw, latest: date) -> Outcome:
        """As `read.Reader`."""
        try:
            collected = collect(raw, date_words(), latest, chrome())
        except InputError as e:
            return Outcome(refused=refusal(e))
        # The accounts' ids hang on the capture: these bytes as a text of this report.
        report = replace(collected.report, capture=capture_id(collected.report.id, digest(raw.data)))
        blank = Reading(report.id, report.published, report.language, issues=collected.issues)
        headed = self.headed(report)
        read = Read(headed.report, replace(blank, issues=()))
        try:
            for tongue in tongues(headed.report):
                read = self._with(read, tongue, raw, headed.shift)
            reading = headed.own(read.reading)
            reading = replace(reading, issues=collected.issues + reading.issues)
            read = replace(read, report=report, reading=reading, explained=headed.own(read.explained))
        except Exception as e:
            issues = (*collected.issues, crashed(raw.address, raw.line, e))
            return Outcome(Read(report, replace(blank, issues=issues), whole=False))
        if self._sketched and read.reading.accounts:
            read = replace(read, sketch=sketch(only(report, report.language).text))
        return Outcome(read)

    def headed(self, report: Report) -> Headed:
        """The report as it is read."""
        return Headed.of(report)

    def _with(self, read: Read, tongue: str | None, raw: Raw, above: int) -> Read:
        """What was read, and beside it what the report's passages in that language say."""
        language = tongue or FALLBACK
        if language in self._spoken:
            return self.told(only(read.report, tongue), read, self.lexicon(language), above)
        said = f"{raw.address}: kept, but there are no words of the language {language!r} yet"
        passage = next((p for p in read.report.passages if tongue and p.language == tongue), None)
        span = Span.of(read.report.text, passage.start, passage.end) if passage else None
        unread = Issue(IssueCode.LANGUAGE_UNREAD, language, span, said, raw.address, raw.line)
        return replace(read, reading=replace(read.reading, issues=(*read.reading.issues, unread)))

    def lexicon(self, language: str) -> Lexicon:
        """A language's words, the sources' names among them."""
        if language not in self._lexicons:
            plain, keys = load(language), {name: key(name) for name, _ in names(self._sources)}
            places = self._gazetteer.lookup(set(keys.values()))
            taken = {name for name, under in keys.items() if under in places}
            self._lexicons[language] = listed(plain, self._sources, taken)
            self._rolls[language] = canonical(plain, self._sources)
            gc.freeze()  # words live as long as the process: the collector need not walk through them time and again
        return self._lexicons[language]

    def told(self, part: Report, read: Read, lexicon: Lexicon, above: int) -> Read:
        """What was read, and beside it what `part` says: the report with all but the lexicon's language blanked.

        `above`: so many code points of it are the headline put above its text.
        """
        marks = mark(part, lexicon, above)
        said, spoken = reader(part, marks, lexicon)
        found = locate(said, marks, part, self._gazetteer, lexicon, spoken)
        held, new = read.reading, renamed(found, self._rolls[lexicon.language])
        reading = replace(
            held,
            accounts=held.accounts + new.accounts,
            agreements=held.agreements + new.agreements,
            positions=held.positions + new.positions,
            evidence=held.evidence + new.evidence,
            issues=held.issues + new.issues,
        )
        why = explain(part, marks, found, lexicon, origins(lexicon.language)) if self._explains else ()
        return replace(read, reading=reading, explained=read.explained + why)


@dataclass(frozen=True, slots=True)
class PlacesPlan(StagePlan):
    """As StagePlan, for the places that reports tell of and nothing else."""

    def open(self) -> Stages:
        """The stages that find places."""
        return _Places(self)


class _Places(Stages):
    def headed(self, report: Report) -> Headed:
        return Headed(report)  # a place told of is one of the text, whose offsets are given

    def told(self, part: Report, read: Read, lexicon: Lexicon, above: int) -> Read:
        mentions, issues = resolve(mark(part, lexicon, above), part, self._gazetteer, lexicon)
        places = (*read.places, *(_located(part.id, m) for m in mentions))
        return replace(
            read,
            reading=replace(read.reading, issues=read.reading.issues + issues),
            places=tuple(sorted(places, key=lambda p: p.start)),
        )


def _located(report: str, mention: Mention) -> Located:
    place, words = mention.place, mention.candidate
    known = place.place_id is not None or place.geoname_id is not None
    return Located(
        report, words.start, words.end, words.words, place.name if known else None, place.geoname_id, place.lat,
        place.lon, place.precision, place.country, place.admin1, place.match, mention.confident,
    )  # fmt: skip
