"""Each claim's explanation leads to the entries that made it."""

from importlib.resources import files

from tests.unit.read.sample import ENGLISH

from harmledger.adapters.lexicons import origins
from harmledger.mark.marker import mark
from harmledger.model.explain import Entry, Explanation
from harmledger.model.report import Report
from harmledger.read.explain import explain
from harmledger.read.reader import read


def explained(text: str) -> tuple[Explanation, ...]:
    report = Report("r", text, published="2020-01-16", language="en", capture="c")
    marks = mark(report, ENGLISH)
    reading, _ = read(report, marks, ENGLISH)
    why = explain(report, marks, reading, ENGLISH, origins("en"))
    assert [e.claim for e in why] == [c.id for a in reading.accounts for c in a.claims]
    return why


def told(why: Explanation, part: str) -> list[tuple[str, str]]:
    return [(e.words, e.table) for e in why.entries if e.part == part]


def line_of(entry: Entry) -> str:
    assert entry.file is not None and entry.line is not None
    page = (files("harmledger.lexicon") / entry.file).read_text(encoding="utf8")
    return page.splitlines()[entry.line - 1]


def test_pattern_harm_number_and_noun_are_told_with_their_entries() -> None:
    [why] = explained("Shelling killed at least twenty-three farmers.")
    assert why.letters == "KN"
    assert told(why, "pattern") == [("killed at least twenty-three farmers", "patterns.active")]
    assert told(why, "harm") == [("killed", "terms.harm_participle.killed")]
    assert told(why, "number") == [
        ("at least", "terms.qualifier.at_least"),
        ("twenty-three", "numbers"),
        ("twenty-three", "numbers"),
    ]
    assert told(why, "people") == [("farmers", "terms.person.civilian farmer")]
    assert told(why, "means") == [("Shelling", "terms.means.shelling")]


def test_an_entry_stands_in_its_file_on_its_line_as_written() -> None:
    [why] = explained("On Monday gunmen reportedly wounded a dozen shepherds, Syrian media said.")
    written = [e for e in why.entries if e.file]
    assert {"pattern", "harm", "number", "people", "speaker", "stance"} <= {e.part for e in written}
    assert all(e.entry in line_of(e) for e in written)
    assert next(e.entry for e in written if e.part == "people") == "shepherd(s)"


def test_the_speaker_s_verb_and_the_hedge_are_told() -> None:
    [why] = explained("Nine people were reportedly killed, local doctors said.")
    assert ("said", "terms.say.asserts") in told(why, "speaker")
    assert ("doctors", "terms.speaker.person") in told(why, "speaker")
    assert told(why, "stance") == [("reportedly", "terms.hedge.alleges")]


def test_a_plain_claim_has_no_speaker_and_no_stance_to_explain() -> None:
    [why] = explained("Nine people were killed.")
    assert not told(why, "speaker") and not told(why, "stance")


def test_a_noun_that_no_list_has_is_told_as_such() -> None:
    [why] = explained("Shelling killed four glassblowers.")
    assert why.letters == "Ku"
    assert told(why, "people") == [("four glassblowers", "no noun of the lexicon")]


def test_a_part_is_explained_by_its_own_pattern() -> None:
    whole, part = explained("Nine villagers were killed, including two girls.")
    assert told(whole, "pattern")[0][1] == "patterns.passive"
    assert told(part, "pattern") == [(", including two girls", "patterns.subset")]
    assert told(part, "number") == [("two", "numbers")]


def test_a_cell_is_explained_by_its_column() -> None:
    [why] = explained("Shelling:\nTown | Wounded\nAriha | 1,200\n")
    assert told(why, "column") == [("1,200", "tables.columns")]
    assert [e.entry for e in why.entries if e.part == "column"] == ["injured"]
    assert not told(why, "people") and not told(why, "pattern")


def test_a_report_without_claims_has_nothing_to_explain() -> None:
    assert explained("The market was closed.") == ()
