"""Which day phrase dates a happening."""

import itertools

import pytest

from harmledger.adapters.lexicons import load
from harmledger.locate.assign_days import when
from harmledger.mark.days import find_days
from harmledger.model.codes import IssueCode, TimePrecision
from harmledger.model.span import Span
from harmledger.model.when import When
from harmledger.text.marks import Marks, Quotation, Sentence
from harmledger.text.tokens import tokenise


def marks(text: str) -> Marks:
    tokens = tokenise(text)
    ends = [i + 1 for i, w in enumerate(tokens.words) if w == "."]
    bounds = [0, *ends] if ends and ends[-1] == len(tokens) else [0, *ends, len(tokens)]
    sentences = tuple(Sentence(a, b) for a, b in itertools.pairwise(bounds) if a < b)
    return Marks(tokens, sentences, days=find_days(tokens, load("en")))


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words), words)


def dated(text: str, told: str, day: str | None = "2020-01-16", **more: bool) -> When | None:
    at = span(text, told)
    return when(marks(text), [at], day, anchors=[at], **more)[0]


@pytest.mark.parametrize(
    ("text", "told", "day"),
    [
        ("Shelling killed five in the town on Tuesday.", "killed five", "2020-01-14"),
        ("Shelling on Tuesday killed five, police said on Wednesday.", "killed five", "2020-01-14"),
        ("Police said on Wednesday that five were killed on Monday.", "five were killed", "2020-01-13"),
        ("Police said Wednesday. Gunmen shot five dead at a market on Monday.", "shot five dead", "2020-01-13"),
        ("Five were killed in a raid. The raid took place on Monday near the river.", "Five were killed", "2020-01-13"),
        ("Two men were arrested on Wednesday after Monday's blast that killed five.", "killed five", "2020-01-13"),
        ("Five were killed, officials said on Tuesday.", "Five were killed", "2020-01-14"),
        ("A raid on Monday killed five. On Tuesday a mine killed three.", "killed three", "2020-01-14"),
        ("A raid on Monday killed five. On Tuesday a mine killed three.", "killed five", "2020-01-13"),
        ("Five were killed earlier this week. The raid was on Monday.", "Five were killed", "2020-01-13"),
        ("Rockets wounded a boy on Monday. The boy died of his wounds on Wednesday.", "boy died", "2020-01-13"),
        ("The boy died of his wounds on Wednesday.", "boy died", "2020-01-15"),
        (
            "Rockets struck the town on Monday. It was raining. It was cold. Five were killed.",
            "Five were",
            "2020-01-13",
        ),
        ("Five were killed on Monday. They had been abducted last year.", "Five were killed", "2020-01-13"),
        ("Five were killed the previous day, police said on Wednesday.", "Five were killed", "2020-01-14"),
        ("On 12 January (by another source, on 13 January), a man was killed.", "was killed", "2020-01-13"),
    ],
)
def test_the_phrase_of_the_happening_goes_before_others(text: str, told: str, day: str) -> None:
    found = dated(text, told)
    assert found is not None
    assert (found.start, found.end) == (day, day)
    assert found.words


def test_an_arrests_day_dates_an_account_of_the_arrest() -> None:
    text = "Five were killed on Sunday. Soldiers arrested ten men on Wednesday."
    found = dated(text, "arrested ten men")
    assert found is not None and found.start == "2020-01-15"


def test_the_day_of_a_truce_dates_no_harm_before_it() -> None:
    found = dated("Shelling killed nine before a truce began on Sunday.", "killed nine")
    assert found is not None and found.words == ""
    found = dated("Shelling killed nine on Monday after a truce began on Sunday.", "killed nine")
    assert found is not None and found.start == "2020-01-13"


@pytest.mark.parametrize(
    "text",
    [
        "Shelling killed nine despite a truce that took effect on Sunday.",
        "Gunmen killed nine on the list for the May 20 vote.",
        "Gunmen killed nine in one of the deadliest attacks this year.",
        "Gunmen killed nine, a colonel who last month admitted torture among them.",
        "The mayor, elected in May 2019, said that shelling killed nine.",
        "Gunmen killed nine who had been kidnapped on Sunday.",
    ],
)
def test_the_day_of_something_beside_the_harm_is_not_its_own(text: str) -> None:
    found = dated(text, "killed nine")
    assert found is not None and found.words == ""


def test_what_is_dated_with_the_harm_of_another_account_is_not_dated_with_it() -> None:
    text = "Gunmen killed nine, in revenge for the killing, on Sunday, of two men."
    at = span(text, "killed nine")
    found, _ = when(marks(text), [at], "2020-01-16", anchors=[at], others=[span(text, "killing")])
    assert found is not None and found.words == ""
    text = "Gunmen killed nine. The town was shelled in May 2013, which left two dead."
    at = span(text, "killed nine")
    found, _ = when(marks(text), [at], "2020-01-16", anchors=[at], others=[span(text, "shelled")])
    assert found is not None and found.words == ""
    text = "Gunmen killed nine and wounded two on Sunday."
    at = span(text, "killed nine")
    found, _ = when(marks(text), [at], "2020-01-16", anchors=[at], others=[span(text, "wounded two")])
    assert found is not None and found.words == "on Sunday"


@pytest.mark.parametrize(
    "text",
    [
        "Shelling killed five, a day after a truce ended on Monday.",
        "A day after a truce ended on Monday, shelling killed five.",
    ],
)
def test_a_day_after_another_day_is_reckoned_from_it(text: str) -> None:
    found = dated(text, "killed five")
    assert found is not None and (found.start, found.end) == ("2020-01-14", "2020-01-14")


def test_the_night_before_is_that_before_the_day_told() -> None:
    found = dated("A man died on Tuesday of a wound inflicted the night before.", "man died on Tuesday of a wound")
    assert found is not None and (found.start, found.words) == ("2020-01-13", "the night before")


def test_the_day_of_an_abduction_dates_no_killing() -> None:
    text = "The clerk who was abducted on Sunday by gunmen in the town was killed yesterday."
    found = dated(text, "clerk who was abducted on Sunday by gunmen in the town was killed")
    assert found is not None and found.start == "2020-01-15"


def test_news_without_a_day_has_its_own_marked_as_assumed() -> None:
    found = dated("Shelling killed five in the town.", "killed five")
    assert found == When("2020-01-16", "2020-01-16", TimePrecision.DAYS)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Shelling killed five last night.", "2020-01-15"),
        ("Shelling killed five late last night.", "2020-01-15"),
        ("Shelling killed five overnight.", "2020-01-16"),
        ("Shelling killed five tonight.", "2020-01-16"),
        ("Shelling killed five in the past 24 hours.", "2020-01-16"),
        ("Shelling killed five over the last day.", "2020-01-16"),
    ],
)
def test_a_happening_of_a_night_is_put_on_its_likeliest_day(text: str, day: str) -> None:
    found = dated(text, "killed five")
    assert found is not None
    assert (found.start, found.end, found.precision) == (day, day, TimePrecision.DAYS)


def test_a_total_keeps_the_whole_night_and_two_days_are_not_one() -> None:
    found = dated("Shelling killed five in the past 24 hours.", "killed five", tally=True)
    assert found is not None and (found.start, found.end) == ("2020-01-15", "2020-01-16")
    found = dated("Shelling killed five in the past 48 hours.", "killed five")
    assert found is not None and (found.start, found.end) == ("2020-01-14", "2020-01-16")


def test_background_and_tallies_assume_nothing() -> None:
    assert dated("Shelling killed five in the town.", "killed five", background=True) is None
    assert dated("Shelling killed five in the town.", "killed five", tally=True) is None
    assert dated("On Monday it rained. Earlier shelling killed five.", "killed five", background=True) is None
    assert dated("Shelling killed five in the town.", "killed five", None) is None


def test_the_day_of_saying_dates_no_background_and_no_tally() -> None:
    text = "Earlier shelling had killed five, officials said on Tuesday."
    assert dated(text, "killed five", background=True) is None
    assert dated(text, "killed five", tally=True) is None
    assert dated("Five were killed last year, police said on Tuesday.", "Five were killed") == When(
        "2019", "2019", TimePrecision.YEAR, "last year"
    )


def test_background_takes_its_own_words() -> None:
    text = "A raid on Monday killed five. In August 2012 a strike killed nine there."
    found = dated(text, "killed nine", background=True)
    assert found is not None and found.start == "2012-08"


@pytest.mark.parametrize(
    ("text", "told", "start"),
    [
        ("A bomb killed five on Monday, two days after gunmen killed three.", "killed five", "2020-01-13"),
        ("A bomb killed five on Monday, two days after gunmen killed three.", "killed three", "2020-01-11"),
        ("A bomb killed five on Monday, the day after gunmen killed three.", "killed three", "2020-01-12"),
        ("A day after gunmen killed three, a bomb killed five on Monday.", "killed five", "2020-01-13"),
        ("A day after gunmen killed three, a bomb killed five on Monday.", "killed three", "2020-01-12"),
        ("A bomb killed five on Monday, a month after gunmen killed three.", "killed three", "2019-12"),
    ],
)
def test_days_after_tells_two_happenings_apart(text: str, told: str, start: str) -> None:
    found = dated(text, told, background="three" in told)
    assert found is not None and found.start == start


def test_days_after_an_unknown_day_is_no_day() -> None:
    assert dated("A bomb killed five, two days after gunmen killed three.", "killed three", background=True) is None


def test_what_lies_ahead_dates_nothing() -> None:
    found = dated("Shelling killed five. Talks will begin on Friday.", "killed five")
    assert found is not None and found.words == ""


def test_what_happened_did_not_happen_after_its_speaker_spoke() -> None:
    found = dated("Updated Monday, July 6, 2020. Shelling killed five on 6 July 2020.", "killed five")
    assert found is not None and (found.start, found.words) == ("2020-01-16", "")


def test_a_stretch_told_beside_the_harm_dates_it() -> None:
    found = dated("The raid took place on Monday-Tuesday night. Five were killed.", "Five were killed")
    assert found is not None and (found.start, found.end) == ("2020-01-13", "2020-01-14")


def test_a_deadline_dates_nothing() -> None:
    found = dated("Shelling killed five in a town they must leave by Wednesday.", "killed five")
    assert found is not None and found.words == ""


def test_a_dateline_is_the_speakers_day() -> None:
    text = "SAN SALVADOR, 3 JAN 90 -- REBELS KILLED FIVE YESTERDAY."
    found = dated(text, "KILLED FIVE", None)
    assert found is not None and found.start == "1990-01-02"


def test_yesterday_starts_from_the_dateline_of_a_reprint() -> None:
    found = dated("BEIRUT, 14 JAN 20 -- SHELLING KILLED FIVE YESTERDAY.", "KILLED FIVE")
    assert found is not None and found.start == "2020-01-13"


def test_overnight_starts_from_the_day_of_saying() -> None:
    found = dated("Shelling killed five overnight, officials said on Tuesday.", "killed five")
    assert found is not None and found.start == "2020-01-14"
    found = dated("Shelling killed five yesterday, officials said on Tuesday.", "killed five")
    assert found is not None and found.start == "2020-01-15"


def test_a_quoted_yesterday_is_the_speakers() -> None:
    text = 'An official said on Tuesday: "Shelling killed five yesterday."'
    tokens = tokenise(text)
    quoted = Quotation(tokens.words.index('"') + 1, len(tokens) - 1)
    made = Marks(tokens, (Sentence(0, len(tokens)),), (quoted,), days=find_days(tokens, load("en")))
    at = span(text, "killed five")
    found, _ = when(made, [at], "2020-01-16", anchors=[at])
    assert found is not None and found.start == "2020-01-13"


def test_a_tallys_window_ends_at_the_date_beside_it() -> None:
    text = "A truce in late August 2019 came after the killing of more than 1,000 civilians in four months."
    found = dated(text, "killing of more than 1,000 civilians", tally=True)
    assert found is not None and (found.start, found.end, found.words) == ("2019-04", "2019-08", "in four months")


def test_a_tally_since_a_time_told_of() -> None:
    text = "A September 2018 agreement made it a zone, although since that time more than 1,300 have been killed."
    found = dated(text, "more than 1,300 have been killed", tally=True)
    assert found is not None
    assert (found.start, found.end, found.precision) == ("2018-09", "2020-01-16", TimePrecision.LONGER)


def test_a_tally_goes_before_a_day() -> None:
    text = "On Tuesday the group said 300 had been killed since 12 December."
    found = dated(text, "300 had been killed", tally=True)
    assert found is not None and (found.start, found.end) == ("2019-12-12", "2020-01-16")


def test_the_quoted_posts_day_is_its_speakers() -> None:
    text = "A post read: 21 people lost their lives today."
    found = dated(text, "21 people lost their lives", "2020-01-15")
    assert found is not None and found.start == "2020-01-15"


def test_issues_come_along() -> None:
    text = "Shelling killed five on Tuesday, January 15, 2020."
    found, issues = when(marks(text), [span(text, "killed five")], "2020-01-16")
    assert found is not None and found.start == "2020-01-15"
    assert [i.code for i in issues] == [IssueCode.DAY_CONFLICT]


def test_a_relative_day_without_a_speakers_is_an_issue() -> None:
    text = "Shelling killed five on Tuesday."
    found, issues = when(marks(text), [span(text, "killed five")], None)
    assert found is None
    assert [i.code for i in issues] == [IssueCode.DAY_UNKNOWN]
