"""Tables and lists are found by their form: a head that the lexicon knows, or lines of one form."""

import pytest

from harmledger.adapters.lexicons import load
from harmledger.mark.marker import mark
from harmledger.mark.tables import find_tables
from harmledger.model.report import Report
from harmledger.text.marks import Row, Table

ENGLISH = load("en")


def found(text: str) -> tuple[Table, ...]:
    return find_tables(text, ENGLISH)


def cells(text: str, row: Row) -> list[tuple[str, str]]:
    return [(c.role, text[c.start : c.end]) for c in row.cells]


@pytest.mark.parametrize(
    "text",
    [
        "| Location | Killed | Injured |\n|---|---|---|\n| Khan Seif | 3 | 7 |\n| Total | 3 | 7 |\n",
        "| Location | Killed | Injured |\n\n|---|---|---|\n\n| Khan Seif | 3 | 7 |\n\n| Total | 3 | 7 |",
        "Town | Dead | Wounded\nKhan Seif | 3 | 7\nTotal | 3 | 7",
        "Location\tKilled\tInjured\nKhan Seif\t3\t7\nTotal\t3\t7\n",
        "Location     Killed   Injured\nKhan Seif       3        7\nTotal           3        7\n",
        "Village,Killed,Injured\nKhan Seif,3,7\nTotal,3,7\n",
        "Village;Killed;Injured\nKhan Seif;3;7\nTotal;3;7\n",
        "Location Killed Injured\nKhan Seif 3 7\nTotal 3 7\n",
    ],
)
def test_every_form_of_a_table_gives_the_same_cells(text: str) -> None:
    [table] = found("Shelling of three towns.\n\n" + text)
    whole = "Shelling of three towns.\n\n" + text
    town, total = table.rows
    assert cells(whole, town) == [("place", "Khan Seif"), ("killed", "3"), ("injured", "7")]
    assert town.label is not None and not town.total
    assert total.total and total.label is None
    assert table.violent


def test_a_row_that_does_not_fit_is_broken() -> None:
    [table] = found("Town | Killed | Injured\nKhan Seif | 3\nTall Zahra | 4 | 1")
    assert [r.broken for r in table.rows] == [True, False]


def test_columns_tell_groups_and_days_and_others_hold_nothing() -> None:
    text = "Date | Town | Killed (civilians) | Source\n13 Jan | Khan Seif | 3 | medics"
    [table] = found(text)
    assert [c.role for c in table.rows[0].cells] == ["date", "place", "killed civilian", ""]


@pytest.mark.parametrize(
    "text",
    [
        "Town | Departs | Arrives\nAsh | 3 | 7",
        "Team | Played | Won | Lost\nAsh | 3 | 2 | 1",
        "Item | Budget | Spent\nRoads | 300 | 120",
        "Player | Goals | Injured\nAsh | 3 | 1",
        "Two were killed, three were injured\nand the town, killed or not, was closed.",
        "Opening hours\n- Monday: 9 to 5\nShops close late.",
        "Location | Killed | Injured",
    ],
)
def test_tables_of_other_things_are_none(text: str) -> None:
    assert found(text) == ()


def test_a_list_is_two_lines_or_more_of_a_place_and_a_number() -> None:
    text = "Dead by town:\n- Khan Seif: 3 killed\n- Tall Zahra: at least two dead\n- Total: 5 killed\nThe end."
    [table] = found(text)
    assert table.listed
    assert [text[r.label.start : r.label.end] if r.label else r.total for r in table.rows] == [
        *("Khan Seif", "Tall Zahra", True)
    ]
    assert found("- Khan Seif: 3 killed\nThe end.") == ()


def test_a_row_is_a_sentence_and_its_label_a_place_in_it() -> None:
    text = "Shelling of two towns.\n\nLocation Killed\nKhan Seif 3\nTall Zahra 4"
    marks = mark(Report("r", text, language="en"), ENGLISH)
    tokens = marks.tokens
    assert [tokens.quote(s.first, s.last) for s in marks.sentences][1:] == [
        *("Location Killed", "Khan Seif 3", "Tall Zahra 4")
    ]
    assert [(p.words, p.cue) for p in marks.places if p.noun == "settlement"] == [
        *(("Khan Seif", "in"), ("Tall Zahra", "in"))
    ]


def test_lines_about_groups_days_and_speakers_have_no_place() -> None:
    text = "Killed in shelling:\nMen: 3 killed\nMonday: 2 killed\nWhite Helmets: 4 killed\nKhan Seif: 1 killed"
    marks = mark(Report("r", text, language="en"), ENGLISH)
    [table] = marks.tables
    assert [r.label is not None for r in table.rows] == [False, False, False, True]
