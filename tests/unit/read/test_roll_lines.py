"""Victims named a line each under a head."""

from tests.unit.read.arabic import claims, told

from harmledger.model.codes import Outcome

NAMES = "- حسن محمد الخلف\n- علاء محمد الخلف\n- فاطمة حسين العمر\n"


def test_names_on_lines_are_a_person_each_and_take_the_place_of_their_bare_noun() -> None:
    (account,) = told(f"أسماء شهداء المجزرة:\n{NAMES}رحمهم الله").accounts
    assert [(c.outcome, c.count.best, c.subset_of) for c in account.claims] == [(Outcome.KILLED, 1, None)] * 3
    assert account.toll[Outcome.KILLED].best == 3


def test_names_on_lines_are_parts_of_the_number_above_them() -> None:
    (account,) = told(f"سقوط 3 شهداء في القصف:\n{NAMES}").accounts
    whole, *names = account.claims
    assert [(c.count.best, c.subset_of) for c in names] == [(1, whole.id)] * 3
    assert account.toll[Outcome.KILLED].best == 3


def test_tags_with_names_are_lines_of_a_roll() -> None:
    text = "أنعي إليكم الشهداء الذين طالهم القصف.\n#الشاب_سامر_محمد_حسون\n#الطفل_خالد_محمد_عويضة"
    assert [c.count.words for c in claims(text)] == ["#الشاب_سامر_محمد_حسون", "#الطفل_خالد_محمد_عويضة"]


def test_lines_that_say_more_than_a_name_are_sentences() -> None:
    assert claims("أسماء الشهداء:\n- حسن محمد الخلف قال إن الطريق مفتوح\n- علاء محمد الخلف زار القرية") == []


def test_a_roll_ends_where_the_wounded_begin() -> None:
    text = "الشهداء في البلدة هم: مسعود حسين عبود، وإسماعيل محمد، والمصابين إياد زريق وزاهر مسعود."
    assert [c.count.words for c in claims(text)] == ["مسعود حسين عبود", "إسماعيل محمد"]
