import pytest

from harmledger.collect.language import code, language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine civilians were killed in Idlib city on Wednesday.", "en"),
        ("NINE CIVILIANS WERE KILLED IN THE CITY, THE ARMY SAID.", "en"),
        ("قتل تسعة مدنيين في مدينة إدلب اليوم", "ar"),
        ("نه غیرنظامی در حمله هوایی به شهر ادلب کشته شدند", "fa"),
        ("Вчера в городе были убиты девять мирных жителей", "ru"),
        ("Neun Zivilisten wurden am Mittwoch in der Stadt getötet", "de"),
        ("Çarşamba günü kentte dokuz sivil hayatını kaybetti", "tr"),
        ("תשעה אזרחים נהרגו", "he"),
        ("21", None),
        ("Idlib", None),
        ("#Idlib @rescuers https://example.org/killed/nine", None),
    ],
)
def test_language(text: str, found: str | None) -> None:
    assert language(text) == found


def test_buttons_around_a_post_do_not_decide() -> None:
    page = "Copy link to Tweet\n\nEmbed Tweet\n\n قتل ثلاثة مدنيين في قصف على المدينة\n\nBack to top\n\nReport Tweet"
    assert language(page) == "ar"


def test_a_word_in_another_script_does_not_decide() -> None:
    text = "The rescue service, known in Arabic as الدفاع المدني, said that nine civilians had been killed in the city."
    assert language(text) == "en"


def test_a_hint_helps_only_where_its_script_fits() -> None:
    assert language("21 in Idlib", "en") == "en"
    assert language("21 in Idlib", "ar") is None


@pytest.mark.parametrize(
    ("tag", "found"), [("en-GB", "en"), ("AR", "ar"), ("zh_Hant", "zh"), ("english", None), (None, None)]
)
def test_tags(tag: str | None, found: str | None) -> None:
    assert code(tag) == found
