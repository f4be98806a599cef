"""Arabic days and places: month names of three regions, weekdays, names without capitals."""

import pytest

from harmledger.adapters.lexicons import load
from harmledger.locate.days import resolve
from harmledger.mark.marker import mark
from harmledger.model.report import Report

ARABIC = load("ar")


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("قصفت اليوم الأربعاء 18 آب", "اليوم الأربعاء 18 آب", "2022-08-18"),
        ("مساء أمس الأربعاء قصفت", "مساء أمس الأربعاء", "2022-08-17"),
        ("فجر اليوم قصفت", "فجر اليوم", "2022-08-18"),
        ("يوم الأحد الماضي قصفت", "يوم الأحد الماضي", "2022-08-14"),
        ("قصفت في 24 يوليو/تموز 2022", "في 24 يوليو/تموز 2022", "2022-07-24"),
        ("في 8 من تشرين الثاني (نوفمبر) 2021", "في 8 من تشرين الثاني (نوفمبر) 2021", "2021-11-08"),
        ("مساء الثالث عشر من مايو", "مساء الثالث عشر من مايو", "2022-05-13"),
        ("يوم 5 جويلية", "5 جويلية", "2022-07-05"),
        ("السبت، ١٧ ديسمبر ٢٠٢٢", "السبت، ١٧ ديسمبر ٢٠٢٢", "2022-12-17"),
        ("قبل ثلاثة أيام", "قبل ثلاثة أيام", "2022-08-15"),
        ("منذ يومين", "منذ يومين", "2022-08-16"),
        ("ليلة أمس قصفت", "ليلة أمس", "2022-08-17"),
        ("خلال الشهر الماضي", "الشهر الماضي", "2022-07"),
    ],
)
def test_a_day_is_what_the_words_say(text: str, words: str, start: str) -> None:
    (phrase,) = mark(Report("r", text, language="ar"), ARABIC).days
    assert words.endswith(phrase.words) or phrase.words.endswith(words)
    when, _ = resolve(phrase, "2022-08-18")
    assert when is not None
    assert when.start == start


@pytest.mark.parametrize("text", ["حلب اليوم: قصف على القرية", "بعد صلاة الجمعة", "15 محرم 1444", "قناة سوريا اليوم"])
def test_names_that_hold_a_day_say_none(text: str) -> None:
    assert mark(Report("r", text, language="ar"), ARABIC).days == ()


@pytest.mark.parametrize(
    ("text", "words", "cue", "noun", "said_as"),
    [
        ("قصف على قرية الزرافة", "الزرافة", "on", "settlement", ""),
        ("مقتل مدني في بلدة دير الوعر بريف حلب", "دير الوعر", "in", "settlement", ""),
        ("مقتل مدني في بلدة دير الوعر بريف حلب الشمالي", "حلب", "in", "", "countryside"),
        ("محيط مدينة مشيرفة", "مشيرفة", "", "settlement", "outskirts"),
        ("شمال شرقي تل الدرب", "تل الدرب", "", "", "northeast"),
        ("قريتي الزرافة ومشيرفة", "مشيرفة", "", "settlement", ""),
        ("داخل قرية «الزرافة»", "الزرافة", "in", "settlement", ""),
        ("بإدلب", "إدلب", "in", "", ""),
        ("رجل من أبناء بلدة الزرافة", "الزرافة", "from", "settlement", ""),
        ("#ريف_حلب", "حلب", "", "", "countryside"),
        ("قصف على مشفى #الزرافة الوطني", "#الزرافة", "at", "", ""),
        ("على طريق الزرافة-حلب", "الزرافة", "at", "", ""),
        ("أطراف بلدتي الشيخ بحر والزرافة", "الشيخ بحر", "", "settlement", "outskirts"),
        ("أطراف بلدتي الشيخ بحر والزرافة", "الزرافة", "", "settlement", ""),
        ("بلدة الزرافة التابعة لناحية مشيرفة", "الزرافة", "", "settlement", ""),
        ("استهدفت بالصواريخ مخيم الزرافة", "الزرافة", "", "camp", ""),
    ],
)
def test_a_place_is_what_a_kind_a_part_or_a_cue_leads_in(
    text: str, words: str, cue: str, noun: str, said_as: str
) -> None:
    found = {c.words: c for c in mark(Report("r", text, language="ar"), ARABIC).places}[words]
    assert (found.cue, found.noun, found.said_as) == (cue, noun, said_as)


@pytest.mark.parametrize(
    "text",
    [
        "قتل رجل مساء",
        "المنطقة الوسطى",
        "المدينة القديمة",
        "أعلنت الوزارة أن القصف استمر",
        "قصف مدفعي عنيف",
        "استهدفت بالصواريخ",
    ],
)
def test_other_words_are_no_places(text: str) -> None:
    assert mark(Report("r", text, language="ar"), ARABIC).places == ()
