"""What of a text is the report's own."""

import pytest

from harmledger.adapters.fetch.words import chrome
from harmledger.collect.chrome import Line
from harmledger.collect.passages import languages, only, passages, spoken
from harmledger.model.report import Passage, Report

STORY = (
    "Shells hit the market of Amberton on Monday, and three traders were killed there.\n\n"
    "Two more people were hurt when a wall came down, a doctor of the town's hospital said."
)
POST = "قتل ثلاثة مدنيين وأصيب خمسة آخرون صباح اليوم جراء قصف مدفعي على سوق البلدة القديمة"


def own(text: str, url: str | None = None, publisher: str | None = None) -> list[str]:
    """The lines of a text that are left when its asides are blanked."""
    asides = passages(text, url, publisher, chrome())
    left = only(Report("r", text, passages=asides), None).text
    assert len(left) == len(text)
    assert all(a == b or a in " \n" for a, b in zip(left, text, strict=True))
    return [line.strip() for line in left.split("\n") if line.strip()]


@pytest.mark.parametrize(
    "line",
    ["Copy link to Tweet", "Share", "16 Likes", "1.2K views", "Likes: 12", "6h6 hours ago", "facebook twitter email",
     "مشاركة", "١٢ إعجابًا", "9 ساعات مضت", "أعجبني · رد · مشاركة",
     "3 Comments  7 Shares", "منذ 5 ساعات", "Log in | Sign up"],
)  # fmt: skip
def test_buttons_and_counters_say_nothing(line: str) -> None:
    assert chrome().line(line) is Line.BUTTON
    assert own(f"{STORY}\n\n{line}") == own(STORY + "\n")


@pytest.mark.parametrize(
    "line",
    ["12 killed", "Three people shared a house", "Share of the dead: 12", "#Amberton #market", "7 جرحى",
     "شارك في الإسعاف ثلاثة متطوعين", "Open fire", "5 members of one family", "2 more wounded"],
)  # fmt: skip
def test_words_that_tell_something_are_no_buttons(line: str) -> None:
    assert chrome().line(line) is Line.OTHER


def test_the_rest_of_a_broken_line_is_no_button() -> None:
    text = "The ministry had asked on Sunday evening for all who saw the attack to come and\nREPORT.\nFour died."
    assert passages(text, chrome=chrome()) == ()


@pytest.mark.parametrize(
    "head", ["Related News", "MOST READ", "Read also:", "مقالات ذات صلة", "اقرأ أيضاً:", "الأكثر قراءة", "Next Post"]
)
def test_headlines_under_a_head_are_other_stories(head: str) -> None:
    text = f"{STORY}\n\n{head}\n\nNine killed in clashes far away\n\nCourt frees two men held since May"
    assert own(text) == own(STORY + "\n")


def test_a_list_within_the_text_ends_where_the_text_goes_on() -> None:
    first, second = STORY.split("\n\n")
    assert own(f"{first}\n\nRelated\n\nNine killed in clashes far away\n\n{second}\n\n{first[:70]}!") == [
        first, second, f"{first[:70]}!",
    ]  # fmt: skip


def test_a_head_with_its_headline_in_one_line_takes_that_line_alone() -> None:
    first, second = STORY.split("\n\n")
    assert own(f"{first}\n\nRead also: Nine killed in clashes far away\n\n{second}") == [first, second]
    assert own(f"{first}\n\nKilled: nine in clashes\n\n{second}") == [first, "Killed: nine in clashes", second]


def test_headlines_without_a_head_after_an_article() -> None:
    text = f"{STORY}\n\nNine killed in clashes far from the coast\n\nCourt frees two men held since the month of May"
    assert own(text) == own(STORY + "\n")


def test_a_post_of_short_lines_is_not_taken_for_headlines() -> None:
    text = "Urgent\n\nThree civilians killed in the shelling of Amberton\n\nFive wounded brought to the hospital"
    assert own(text) == text.split("\n\n")


def test_the_names_in_a_list_are_kept() -> None:
    text = f"{STORY}\n\nThe dead are:\n\nJohn Miller, a baker of the town\n\nMary Cook, his neighbour across the road."
    assert own(text)[-1].startswith("Mary Cook")
    assert "John Miller, a baker of the town" in own(text)


def test_what_readers_say_is_not_the_report() -> None:
    said = "I was there and I saw that fifty people were killed, not three as they say here."
    assert own(f"{STORY}\n\nComments (2)\n\n{said}\n\n{said[:60]}.") == own(STORY + "\n")
    assert own(f"{STORY}\n\nاترك تعليقاً\n\n{said}") == own(STORY + "\n")


def test_comments_as_a_button_above_the_text_do_not_swallow_it() -> None:
    assert own(f"Comments\n\nShare\n\n{STORY}") == own(STORY + "\n")


def test_other_peoples_replies_are_asides_and_the_authors_thread_is_not() -> None:
    text = (
        "Shelling of Amberton, first reports of wounded\n\n3 likes\n\nNew conversation\n\n"
        "Somebody Else @some_body\n\n6h6 hours ago\n\nThey killed forty of us last year\n\nReply\n\n"
        "Amberton News @AmbertonNews\n\n5h5 hours ago\n\nTwo of the wounded have died"
    )
    told = ["Shelling of Amberton, first reports of wounded", "Two of the wounded have died"]
    assert own(text, url="https://twitter.com/AmbertonNews/status/1450000000000000000") == told
    assert own(text, publisher="@ambertonnews") == told


def test_a_line_told_twice_is_told_once() -> None:
    first, second = STORY.split("\n\n")
    assert own(f"{first}\n\n{first}\n\n{second}") == [first, second]


def test_a_cut_off_line_gives_way_to_the_whole() -> None:
    assert own(f"{POST[:60]}...\n\n{POST} وما زال البحث جارياً") == [f"{POST} وما زال البحث جارياً"]
    assert own(f"{POST[:60]}... عرض المزيد\n\nlast") == [f"{POST[:60]}...", "last"]
    assert own(f"{STORY[:60]}… See more\n12 likes") == [f"{STORY[:60]}…"]


def test_the_end_of_an_aside_ends_a_sentence() -> None:
    text = "Shelling of Amberton\nShare\nkilled three people"
    left = only(Report("r", text, passages=passages(text, chrome=chrome())), None).text
    assert left == "Shelling of Amberton\n\n\n   \nkilled three people"


def test_without_words_nothing_is_an_aside() -> None:
    assert passages(f"{STORY}\n\nShare\n\n12 likes") == ()


def test_paragraphs_in_another_script_have_their_own_language() -> None:
    first, second = STORY.split("\n\n")
    text = f"{POST}\n\nShare\n\n{first}\n\n{second}"
    asides = passages(text, chrome=chrome())
    found = spoken(text, "ar", asides)
    assert [p.language for p in found] == [None, "en", "en"]
    report = Report("r", text, language="ar", passages=found)
    assert languages(report) == ("ar", "en")
    assert only(report, "ar").text.strip() == POST
    assert only(report, "en").text.split("\n\n")[-1] == second
    assert POST not in only(report, "en").text
    assert len(only(report, "en").text) == len(text)


def test_names_in_another_script_are_no_passages() -> None:
    assert spoken(f"{POST}\n\nANHA\n\n#EMC", "ar", ()) == ()
    assert spoken(STORY, "en", ()) == ()


def test_a_report_without_passages_is_itself() -> None:
    report = Report("r", STORY, language="en")
    assert only(report, "en") is report
    assert languages(report) == ("en",)


def test_offsets_stay() -> None:
    report = Report("r", "ab\ncdef\ngh", language="en", passages=(Passage(3, 7, aside=True),))
    assert only(report, "en").text == "ab\n\n\n  \ngh"
