"""What made a claim, as a page and as a record."""

from harmledger.cli.explain import page, record
from harmledger.model.account import Account, Reading
from harmledger.model.claim import Claim
from harmledger.model.codes import Outcome, Scope
from harmledger.model.count import Count
from harmledger.model.explain import Entry, Explanation
from harmledger.model.source import Speaker
from harmledger.model.span import Span
from harmledger.pipeline.look import Explained

TEXT = "Two\npeople were killed, medics said."
CLAIM = Claim("c1", Outcome.KILLED, Count.exact(2, "Two"), Span.of(TEXT, 0, 22), speaker=Speaker("medics"))
ENTRIES = (
    Entry("pattern", "Two people were killed", "patterns.passive", "NXK", "en.patterns.toml", 7, Span.of(TEXT, 0, 22)),
    Entry("harm", "were", "terms.be.be", "were", "en.toml", 9, Span.of(TEXT, 11, 15)),
    Entry("harm", "killed", "terms.harm_participle.killed", "killed", "en.toml", 3, Span.of(TEXT, 16, 22)),
    Entry("day", "on \x1b[2JMonday", "day rule: weekday", ""),
)
READ = Reading("r1", accounts=(Account("a1", Scope.INCIDENT, claims=(CLAIM,)),))
WHY = Explained(READ, (Explanation("c1", "NXK", ENTRIES),))


def test_a_record_has_the_explanation_inside_its_claim() -> None:
    [claim] = record(WHY)["accounts"][0]["claims"]
    assert claim["id"] == "c1"
    assert claim["explain"]["letters"] == "NXK"
    assert claim["explain"]["entries"][2]["line"] == 3


def test_a_page_shows_each_entry_under_its_claim_and_each_part_s_name_once() -> None:
    lines = page(WHY).splitlines()
    assert lines[:3] == ["Report r1", "", '  [c1] medics asserts: 2 killed: "Two people were killed" (0-22)']
    assert lines[3] == '    pattern  "Two people were killed" as NXK: en.patterns.toml:7 [patterns.passive] NXK'
    assert [line[4:12].strip() for line in lines[3:7]] == ["pattern", "harm", "", "day"]
    assert lines[6].endswith('Monday": day rule: weekday')


def test_a_page_holds_no_code_that_a_terminal_would_obey() -> None:
    assert "\x1b" not in page(WHY)


def test_a_report_without_claims_has_no_page() -> None:
    assert page(Explained(Reading("r2"), ())) == ""
