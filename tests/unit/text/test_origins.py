"""Where words stand in the files of a language."""

import tomllib

from harmledger.text.origins import Origin, origins
from harmledger.text.tokens import split

PAGE = """language = "xx"
[numbers]
two = 2
[terms.harm]
killed = ["shot dead", "slain"]
"hurt badly" = [
    "slain",
    "hurt[ again|]",
]
[patterns._macros]
who = 'N'
[patterns.active]
items = 'KN'
[tables.columns]
"killed child" = ["children killed"]
"""


def found() -> tuple[dict[tuple[str, str, tuple[str, ...]], Origin], dict[str, Origin], dict[str, Origin]]:
    told = origins([("xx.toml", PAGE, tomllib.loads(PAGE))], split)
    return dict(told.terms), dict(told.numbers), dict(told.patterns)


def test_every_phrase_that_an_entry_stands_for_leads_to_it() -> None:
    terms, _, _ = found()
    written = Origin("xx.toml", 8, "terms.harm.hurt badly", "hurt[ again|]")
    assert terms["harm", "hurt badly", ("hurt",)] == terms["harm", "hurt badly", ("hurt", "again")] == written


def test_one_phrase_under_two_keys_has_a_line_under_each() -> None:
    terms, _, _ = found()
    assert terms["harm", "killed", ("slain",)].line == 5
    assert terms["harm", "hurt badly", ("slain",)].line == 7


def test_a_column_s_words_are_found_by_what_it_holds() -> None:
    told = origins([("xx.toml", PAGE, tomllib.loads(PAGE))], split)
    assert told.columns == {"killed child": Origin("xx.toml", 15, "tables.columns", "killed child")}


def test_numbers_and_patterns_are_found_and_macros_are_none() -> None:
    _, numbers, patterns = found()
    assert numbers == {"two": Origin("xx.toml", 3, "numbers", "two = 2")}
    assert patterns == {"active": Origin("xx.toml", 13, "patterns.active", "KN")}
