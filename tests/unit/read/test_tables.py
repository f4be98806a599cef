"""Rows of tables and lines of lists are accounts of their own; what is no such table gives no figure."""

import pytest
from tests.unit.read.told import told, toll

from harmledger.model.codes import IssueCode, Means, Outcome, Scope

LEAD = "Air strikes hit the north on Monday.\n\n"
TABLE = "| Location | Killed | Injured |\n|---|---|---|\n| Khan Seif | 3 | 7 |\n| Tall Zahra | at least 4 | |\n"


def test_each_row_is_an_account_tied_to_its_cells() -> None:
    text = LEAD + TABLE
    first, second = told(text).accounts
    assert (toll(first), toll(first, Outcome.INJURED)) == ((3, 3, 3), (7, 7, 7))
    assert toll(second) == (4, 4, None)
    assert Outcome.INJURED not in second.toll
    assert [c.span.quote for c in (*first.claims, *second.claims)] == ["3", "7", "at least 4"]
    assert all(c.span.holds(text) for c in (*first.claims, *second.claims))
    assert first.told_in[0].quote.startswith("| Khan Seif")
    assert first.means is Means.AIRSTRIKE


@pytest.mark.parametrize("bullets", [("- ", "- "), ("1. ", "2. "), ("1) ", "2) ")])
def test_each_line_of_a_list_is_an_account_whatever_stands_before_it(bullets: tuple[str, str]) -> None:
    text = (
        f"Shelling on Monday:\n{bullets[0]}Khan Seif: 3 killed, 2 injured\n{bullets[1]}Tall Zahra: 1 killed, 4 injured"
    )
    first, second = told(text).accounts
    assert (toll(first), toll(second), toll(second, Outcome.INJURED)) == ((3, 3, 3), (1, 1, 1), (4, 4, 4))


def test_the_row_of_totals_is_a_tally_and_adds_nothing() -> None:
    accounts = told(LEAD + TABLE + "| Total | 7 | 7 |\n").accounts
    assert [a.scope for a in accounts] == [*(Scope.INCIDENT,) * 2, Scope.TALLY]
    assert toll(accounts[-1]) == (7, 7, 7)


def test_a_table_of_areas_or_of_a_month_holds_tallies() -> None:
    areas = told("Shelling:\nGovernorate | Killed\nNorth | 40\nSouth | 12").accounts
    month = told("Killed by shelling in January 2019:\nTown | Killed\nKhan Seif | 40\nTall Zahra | 12").accounts
    assert {a.scope for a in (*areas, *month)} == {Scope.TALLY}


def test_a_group_s_column_is_counted_in_that_of_all() -> None:
    [account] = told("Shelling:\nTown | Children killed | Killed\nKhan Seif | 2 | 9").accounts
    part, whole = account.claims
    assert part.subset_of == whole.id
    assert toll(account) == (9, 9, 9)


def test_columns_of_groups_alone_add_up() -> None:
    [account] = told("Shelling:\nTown | Civilians killed | Soldiers killed\nKhan Seif | 2 | 9").accounts
    assert toll(account) == (11, 11, 11)


def test_a_malformed_table_is_an_issue_and_no_figure() -> None:
    reading = told("Shelling:\nTown | Killed | Injured\nKhan Seif | 3\nTall Zahra | 4 | 1")
    assert reading.accounts == ()
    assert [(i.code, i.words) for i in reading.issues] == [(IssueCode.COUNT_UNREADABLE, "Khan Seif | 3")]


def test_a_cell_without_a_number_is_an_issue_and_a_blank_one_is_not() -> None:
    reading = told("Shelling:\nTown | Killed | Injured\nKhan Seif | see below | 2\nTall Zahra | - | unknown")
    [account] = reading.accounts
    assert [c.outcome for c in account.claims] == [Outcome.INJURED]
    assert [i.words for i in reading.issues] == ["see below"]


@pytest.mark.parametrize(
    "text",
    [
        "Flu in the county:\nTown | Deaths\nAsh | 3\nBirch | 4",
        "Deaths by town last year:\nTown | Deaths\nAsh | 3\nBirch | 4",
        "Road accidents:\nTown | Killed | Injured\nAsh | 3 | 9\nBirch | 4 | 2",
    ],
)
def test_a_table_of_other_causes_makes_no_claims(text: str) -> None:
    assert told(text).accounts == ()


def test_each_line_of_a_list_is_an_account() -> None:
    text = "Shelling of the south:\n- Khan Seif: 3 killed, 7 injured\n- Tall Zahra - four dead\n- Total: 7 killed"
    first, second, total = told(text).accounts
    assert (toll(first), toll(first, Outcome.INJURED), toll(second)) == ((3, 3, 3), (7, 7, 7), (4, 4, 4))
    assert (total.scope, toll(total)) == (Scope.TALLY, (7, 7, 7))


def test_lines_of_groups_are_no_happenings_of_their_own() -> None:
    [account] = told("Air raids on the town.\nMen: 3 killed\nBoys: 2 killed").accounts
    assert [c.count.figure for c in account.claims] == [3, 2]


@pytest.mark.parametrize(
    ("table", "head", "figures", "lost"),
    [
        ("Location | Kiled | Injured\nKhan Seif | 3 | 7\nTall Zahra | 4 | 1", "Kiled", ["7", "1"], "column"),
        ("Location, Killed, Injred\nKhan Seif, 3, 7\nTall Zahra, 4, 1", "Injred", ["3", "4"], "column"),
        ("Town | Killed (M/F) | Injured\nKhan Seif | 2/1 | 7", "Killed (M/F)", ["7"], "column"),
        ("Town | Killed (M/F)\nKhan Seif | 2/1", "Killed (M/F)", [], "table"),
        ("Locaton | Killed\nKhan Seif | 3\nTall Zahra | 4", "Locaton", [], "table"),
        ("| Date | Locaton | Killed |\n|---|---|---|\n| 3 May | Khan Seif | 3 |", "Locaton", [], "table"),
    ],
)
def test_a_head_that_is_not_known_is_an_issue(table: str, head: str, figures: list[str], lost: str) -> None:
    reading = told(LEAD + table)
    assert [c.span.quote for a in reading.accounts for c in a.claims] == figures
    [issue] = reading.issues
    assert (issue.code, issue.words) == (IssueCode.COUNT_UNREADABLE, head)
    assert f"the {lost} is not read; mend its spelling" in issue.message


@pytest.mark.parametrize(
    "table",
    [
        "No. | Town | Killed | Notes | Source\n1 | Khan Seif | 3 | 2 | 1",
        "Town | Killed | Comander\nKhan Seif | 3 | Omar",
        "Year | Killed\n2011 | 3\n2012 | 4",
        "Name | Killed\nOmar | 3",
        "Train | Platform | Leaves\nNorth | 3 | 7",
        "Town | Votes | Seats\nKhan Seif | 310 | 7",
    ],
)
def test_a_column_of_other_things_makes_no_issue(table: str) -> None:
    assert told(LEAD + table).issues == ()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Killed in shelling on Monday:\n- Khan Seif: 3\n- Tall Zahra: 4\nTotal: 7", [(3, 3, 3), (4, 4, 4), (7, 7, 7)]),
        ("Killed in shelling on Monday:\nKhan Seif\t3\nTall Zahra\t4", [(3, 3, 3), (4, 4, 4)]),
        ("People killed in shelling on Monday:\nKhan Seif 3 / Tall Zahra 4", [(3, 3, 3), (4, 4, 4)]),
        ("Shelling on Monday:\n1) Khan Seif (3 killed)\n2) Tall Zahra (4 killed, 1 wounded)", [(3, 3, 3), (4, 4, 4)]),
    ],
)
def test_towns_with_numbers_under_a_caption_that_says_what_is_counted(
    text: str, figures: list[tuple[int, int, int]]
) -> None:
    reading = told(text)
    assert [toll(a) for a in reading.accounts] == figures
    assert not [i for i in reading.issues if i.code is IssueCode.COUNT_UNREADABLE]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Locaton Killd Injurd\nKhan Seif 3 7\nTall Zahra 4 1", "Locaton Killd Injurd"),
        ("Location Killed Injurd\nKhan Seif 3 7\nTall Zahra 4 1", "Location Killed Injurd"),
        ("Date Location Killed\n3 May Khan Seif 3\n4 May Tall Zahra 4", "Date Location Killed"),
        ("Locaton\tKilld\nKhan Seif\t3\nTall Zahra\t4", "Locaton\tKilld"),
        ("| Locaton | Killd |\n|---|---|\n| Khan Seif | 3 |\n| Tall Zahra | 4 |", "| Locaton | Killd |"),
        ("The day's toll:\nKhan Seif 3 7\nTall Zahra 4 1", "The day's toll:"),
        ("Killed by shelling:\n- 3 in Khan Seif\n- 4 in Tall Zahra", "Killed by shelling:"),
        ("Killed by shelling:\nMen: 3\nWomen: 4", "Killed by shelling:"),
        ("| Town | Killed | |\n| Khan Seif | 3 | 1 |\n| Tall Zahra | 4 | 2 |", "Town | Killed | "),
    ],
)
def test_lines_of_figures_that_nothing_explains_are_an_issue_and_no_figure(text: str, words: str) -> None:
    reading = told(f"Shelling killed people in the north on Monday.\n\n{text}")
    assert reading.accounts == ()
    assert [(i.code, i.words) for i in reading.issues] == [(IssueCode.COUNT_UNREADABLE, words)]


@pytest.mark.parametrize(
    "table",
    [
        "Location      Killed    Injured\nKhan Seif,    3         7\nby the market\nTall Zahra    4         1",
        "Location\tKilled\tInjured\nKhan Seif,\t3\t7\nby the market\nTall Zahra\t4\t1",
    ],
)
def test_a_cell_that_goes_on_in_the_next_line_ends_no_table(table: str) -> None:
    assert [toll(a) for a in told(f"Shelling on Monday.\n\n{table}").accounts] == [(3, 3, 3), (4, 4, 4)]


def test_lines_that_end_in_numbers_and_are_sentences_make_no_table() -> None:
    reading = told("Shelling killed three people on Monday.\nThe shelling began at 5\nand it lasted until 7\n")
    assert [toll(a) for a in reading.accounts] == [(3, 3, 3)]
    assert reading.issues == ()
