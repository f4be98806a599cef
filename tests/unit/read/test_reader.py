"""A report's Reading: every value tied to its words, every id to its place in the text."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from typing import Any

from tests.unit.read.told import PUBLISHED, In, claims, told, toll

from harmledger.model.codes import Means, Stance, Target
from harmledger.text.lexicon import Lexicon, build
from harmledger.text.tokens import split

STORY = (
    "Raid on market kills 21\n\n"
    "At least 21 people, among them five children, were killed when jets bombed a market in Binnish on Wednesday, "
    "the White Helmets said. Another 82 people were wounded. A 12-year-old girl and her two brothers died in the "
    "clinic.\n\n"
    "Two rescuers were among the dead. In a separate attack, a mine killed Omar Haddad, a farmer, near Sarmin. Russia "
    "denied that its planes killed 21 people. More than 1,500 people have been killed since April."
)


def english(**more: list[str]) -> Lexicon:
    """The English lexicon, and nouns for people that it lacks."""
    folder = files("harmledger.lexicon")
    names = sorted(f.name for f in folder.iterdir() if f.name.startswith("en."))
    parsed: list[tuple[str, dict[str, Any]]] = [
        (n, tomllib.loads((folder / n).read_text(encoding="utf8"))) for n in names
    ]
    return build("en", [*parsed, ("more.toml", {"terms": {"person": more}})], split)


def test_every_span_quotes_the_text() -> None:
    reading = told(STORY)
    spans = [c.span for c in claims(STORY)]
    spans += [s for a in reading.accounts for s in a.told_in]
    spans += [v.span for a in reading.accounts for v in a.victims]
    spans += [p.span for a in reading.accounts for p in a.by if p.span]
    assert len(spans) > 12
    assert all(s.holds(STORY) for s in spans)


def test_every_count_quotes_its_words() -> None:
    assert all(c.count.words in STORY for c in claims(STORY))


def test_a_part_points_into_its_own_account() -> None:
    parts = 0
    for account in told(STORY).accounts:
        ids = {c.id for c in account.claims}
        for claim in account.claims:
            parts += claim.subset_of is not None
            assert claim.subset_of is None or claim.subset_of in ids - {claim.id}
    assert parts == 2


def test_ids_are_apart() -> None:
    ids = [c.id for c in claims(STORY)] + [a.id for a in told(STORY).accounts]
    assert len(ids) == len(set(ids))


def test_the_same_text_reads_the_same() -> None:
    assert told(STORY) == told(STORY)


def test_a_text_of_no_harm_has_no_account() -> None:
    reading = told("21 choirs sang at the market of Binnish on Wednesday. 82 people came.")
    assert reading.accounts == ()
    assert reading.report == "r"


def test_an_attack_without_a_figure_is_an_account_of_its_own() -> None:
    (account,) = told("Jets bombed the town of Binnish. Nobody knows who was hurt there.").accounts
    assert account.claims == () and account.toll == {}
    assert account.means is Means.AIRSTRIKE


def test_an_account_says_with_what_and_on_what() -> None:
    account = told(STORY).accounts[0]
    assert (account.means, account.target) == (Means.AIRSTRIKE, Target.MARKET)


def test_an_account_keeps_its_id_when_a_word_is_learned() -> None:
    text = "Shells killed nine people and four glimfolk in Binnish. In a separate attack a mine killed two glimfolk."
    before, after = told(text), In(english(civilian=["glimfolk"]), PUBLISHED).told(text)
    assert before.accounts != after.accounts
    ids = {a.id for a in after.accounts}
    assert {a.id for a in before.accounts} <= ids
    kept = {c.id for a in before.accounts for c in a.claims if c.count.best == 9}
    assert kept and kept <= {c.id for a in after.accounts for c in a.claims}


def test_the_lexicon_with_nothing_more_reads_the_same() -> None:
    assert In(english(), PUBLISHED).told(STORY) == told(STORY)


def test_a_denial_lowers_nothing() -> None:
    text = "A raid killed 21 people in Binnish. Russia denied that its planes killed 21 people."
    reading = told(text)
    assert toll(reading.accounts[0]) == (21, 21, 21)
    assert reading.accounts[0].claims[0].stance is Stance.ASSERTS


def test_a_zero_is_a_claim_with_its_speaker() -> None:
    (claim,) = claims("The police said that nobody was killed in the raid on Binnish.")
    assert claim.count.best == 0
    assert claim.speaker is not None


def sentences() -> Iterator[str]:
    yield "A family of five was killed."
    yield "12 families (60 people) were displaced."
    yield "Mayor Omar Haddad, his driver and two aides were killed."


def test_figures_of_one_sentence_do_not_share_words() -> None:
    for text in sentences():
        spans = sorted(c.span for c in claims(text))
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_positions_are_read_where_no_harm_is_told_but_the_war_is() -> None:
    [position] = told("The UN urged all parties to protect civilians.").positions
    assert position.party == "United Nations"
    assert told("The UN urged all parties to sign the budget.").positions == ()
