"""The stages in their order, for one report: collect, mark, read, locate."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from harmledger import __version__
from harmledger.adapters.engines.gazetteer import SqliteGazetteer
from harmledger.adapters.fetch.words import date_words
from harmledger.adapters.lexicons import languages, load, origins
from harmledger.collect.collect import collect
from harmledger.collect.raw import Raw
from harmledger.errors import ConfigError, InputError
from harmledger.locate.locate import locate
from harmledger.locate.places import Mention, resolve
from harmledger.mark.marker import mark
from harmledger.model.account import Reading
from harmledger.model.codes import IssueCode
from harmledger.model.ids import digest
from harmledger.model.issue import Issue
from harmledger.model.log import capture_id
from harmledger.model.report import Report
from harmledger.pipeline.digests import package_digest, versions
from harmledger.pipeline.read import Located, Outcome, Read, crashed, refusal
from harmledger.read.explain import explain
from harmledger.read.reader import read
from harmledger.text.lexicon import Lexicon
from harmledger.text.sketch import sketch

CODE = (
    "model", "text", "geo", "collect", "mark", "read", "locate", "adapters/lexicons.py",
    "adapters/engines/gazetteer.py", "adapters/fetch/words.py", "pipeline/stages.py",
)  # fmt: skip
PACKAGES = ("datasketch", "py3langid", "pypdfium2", "trafilatura")
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class StagePlan:
    """What to read with: the gazetteer's file, and the languages to read (empty: every one that has a lexicon).

    `sketched`: whether reports get the sketches by which a ledger knows copies; what makes them takes a second to load.
    `explains`: whether each claim is told with what made it.
    """

    gazetteer: Path
    languages: tuple[str, ...] = ()
    sketched: bool = True
    explains: bool = False

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
        }


class Stages:
    """Reads one Raw. A fault of a stage leaves the report with what it is, and an Issue."""

    def __init__(self, plan: StagePlan) -> None:
        self._gazetteer = SqliteGazetteer(plan.gazetteer)
        self._spoken = plan.spoken()
        self._sketched, self._explains = plan.sketched, plan.explains

    def __call__(self, raw: Raw, latest: date) -> Outcome:
        """As `read.Reader`."""
        try:
            collected = collect(raw, date_words(), latest)
        except InputError as e:
            return Outcome(refused=refusal(e))
        # The accounts' ids hang on the capture: these bytes as a text of this report.
        report = replace(collected.report, capture=capture_id(collected.report.id, digest(raw.data)))
        blank = Reading(report.id, report.published, report.language, issues=collected.issues)
        language = report.language or FALLBACK
        if language not in self._spoken:
            said = f"{raw.address}: kept, but there are no words of the language {language!r} yet"
            unread = Issue(IssueCode.LANGUAGE_UNREAD, language, None, said, raw.address, raw.line)
            return Outcome(Read(report, replace(blank, issues=(*collected.issues, unread))))
        try:
            return Outcome(self.told(report, blank, load(language)))
        except Exception as e:
            issues = (*collected.issues, crashed(raw.address, raw.line, e))
            return Outcome(Read(report, replace(blank, issues=issues), whole=False))

    def told(self, report: Report, blank: Reading, lexicon: Lexicon) -> Read:
        """What a report in a known language says; `blank` is its reading before anything was read."""
        marks = mark(report, lexicon)
        said, spoken = read(report, marks, lexicon)
        reading = locate(said, marks, report, self._gazetteer, lexicon, spoken)
        reading = replace(reading, issues=blank.issues + reading.issues)
        why = explain(report, marks, reading, lexicon, origins(lexicon.language)) if self._explains else ()
        sketched = sketch(report.text) if self._sketched and reading.accounts else ()
        return Read(report, reading, sketched, explained=why)


@dataclass(frozen=True, slots=True)
class PlacesPlan(StagePlan):
    """As StagePlan, for the places that reports tell of and nothing else."""

    def open(self) -> Stages:
        """The stages that find places."""
        return _Places(self)


class _Places(Stages):
    def told(self, report: Report, blank: Reading, lexicon: Lexicon) -> Read:
        mentions, issues = resolve(mark(report, lexicon), report, self._gazetteer, lexicon)
        places = tuple(_located(report.id, m) for m in mentions)
        return Read(report, replace(blank, issues=blank.issues + issues), places=places)


def _located(report: str, mention: Mention) -> Located:
    place, words = mention.place, mention.candidate
    known = place.place_id is not None or place.geoname_id is not None
    return Located(
        report, words.start, words.end, words.words, place.name if known else None, place.geoname_id, place.lat,
        place.lon, place.precision, place.country, place.admin1,
    )  # fmt: skip
