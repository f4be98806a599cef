"""Arabic sentences as they are read: forms of nouns, numerals, subsets, verbs before and after their people."""

import pytest
from tests.unit.read.arabic import ARABIC, claims, count, figures, only, told

from harmledger.model.codes import Age, Means, Outcome, Role, Scope, Sex, Stance, Status, Target
from harmledger.read.patterns import patterns

# By pattern: sentences read with it and what they say, and one near it that it does not read.
READS: dict[str, tuple[list[tuple[str, list[tuple[str, int]]]], str]] = {
    "event": (
        [
            ("مقتل ثلاثة مدنيين بقصف على سوق البلدة", [("killed", 3)]),
            ("أدى القصف إلى إصابة امرأة", [("injured", 1)]),
            ("مقتل وإصابة 5 أشخاص", [("casualties", 5)]),
        ],
        "محاولة اغتيال قيادي في المدينة",
    ),
    "verb": (
        [("قُتل رجل وأصيب طفلان", [("killed", 1), ("injured", 2)]), ("استشهدت سيدة في المخيم", [("killed", 1)])],
        "لم يقتل أحد",
    ),
    "verb_object": (
        [
            ("اغتال مسلحون مجهولون القاضي أحمد السالم", [("killed", 1)]),
            ("قتل جنود الاحتلال طفلين", [("killed", 2)]),
        ],
        "قتل جنود وأصيب طفلان",
    ),
    "verb_far": (
        [
            ("أصيب جراء القصف أربعة أطفال", [("injured", 4)]),
            ("قتلت الطائرات الحربية في الغارة 6 مدنيين", [("killed", 6)]),
        ],
        "أصيب المنزل بثلاث قذائف",
    ),
    "event_far": (
        [("إصابة خطيرة لثلاثة أطفال", [("injured", 3)]), ("إصابة بالغة في القصف لطفلين", [("injured", 2)])],
        "إصابة مباشرة في منزل فيه ثلاثة أطفال",
    ),
    "subject_first": (
        [("إن مدنياً قتل وجرح اثنان آخران", [("killed", 1), ("injured", 2)]), ("طفل يستشهد بلغم", [("killed", 1)])],
        "القصف قتل المواشي",
    ),
    "subject_opening": (
        [
            ("قالت المصادر إن طفلاً يبلغ من العمر 11 عاماً أصيب بجروح", [("injured", 1)]),
            ("أكدت أن شابا كان قرب النهر قتل صباحا", [("killed", 1)]),
        ],
        "قال إن رجلاً من القرية نجا",
    ),
    "event_more": (
        [
            ("ارتقاء الشهيد سامر العلي والطفل خالد العمر", [("killed", 1), ("killed", 1)]),
            ("ارتقاء شهيدين وطفلة بالقصف", [("killed", 2), ("killed", 1)]),
        ],
        "ارتقاء الشهيد سامر العلي وطفل أصيب",
    ),
    "plural_verb": (
        [
            ("مجهولون يقتلون لاجئين اثنين في المخيم", [("killed", 2)]),
            ("المستوطنون يصيبون 3 مواطنين بالرصاص", [("injured", 3)]),
        ],
        "مجهولون يقتلون في المخيم",
    ),
    "after": (
        [
            ("ثلاثة عمال لقوا حتفهم بانفجار لغم", [("killed", 3)]),
            ("لقي 6 أشخاص بينهم طفلان مصرعهم", [("killed", 6), ("killed", 2)]),
            ("سبعة مدنيين بينهم طفل قتلوا أمس", [("killed", 7), ("killed", 1)]),
        ],
        "القصف والذين قتلوا فيه",
    ),
    "noun": (
        [("سقوط 4 شهداء وستة جرحى", [("killed", 4), ("injured", 6)]), ("القصف خلف قتيلين", [("killed", 2)])],
        "أسماء الشهداء في المدينة",
    ),
    "toll": (
        [
            ("ارتفعت حصيلة القتلى في البلدة إلى 12", [("killed", 12)]),
            ("بلغ عدد الجرحى تسعة مدنيين", [("injured", 9)]),
        ],
        "عدد الجرحى غير معروف",
    ),
    "toll_more": (
        [
            ("ارتفعت حصيلة الشهداء إلى 52,243 والإصابات إلى 117,639", [("killed", 52243), ("injured", 117639)]),
            ("بلغ عدد القتلى 12 والجرحى إلى 40", [("killed", 12), ("injured", 40)]),
        ],
        "نقل القتلى والجرحى إلى المشفى",
    ),
    "toll_after": (
        [
            ("ارتفع إلى 18 عدد القتلى في المدينة", [("killed", 18)]),
            ("ارتفع إلى تسعة عدد الأشخاص الذين أصيبوا أمس", [("injured", 9)]),
        ],
        "وصل إلى 18 قرية عدد القتلى فيها كبير",
    ),
    "between": (
        [
            ("سبعة مدنيين بين قتيل وجريح", [("casualties", 7)]),
            ("سقوط 9 أشخاص ما بين شهيد ومصاب", [("casualties", 9)]),
        ],
        "بين قتيل وجريح في المدينة",
    ),
    "roll": (
        [
            ("الشهداء: محمد خالد السرمدي، وأحمد ياسين المحمود", [("killed", 1), ("killed", 1)]),
            ("أسماء الجرحى: سامر علي العمر وخالد حسن", [("injured", 1), ("injured", 1)]),
        ],
        "أسماء الشهداء: القائمة الكاملة",
    ),
    "roll_of": (
        [
            ("سقوط شهيدين: محمد خالد وأحمد ياسين", [("killed", 2), ("killed", 1), ("killed", 1)]),
            ("خلف القصف قتيلين، هما: محمد خالد وابنه أحمد", [("killed", 2), ("killed", 1), ("killed", 1)]),
        ],
        "خلف القصف قتيلين: تفاصيل لاحقا",
    ),
    "roll_after": (
        [
            ("مقتل رجلين: محمد خالد وأحمد ياسين", [("killed", 2), ("killed", 1), ("killed", 1)]),
            ("أصيب شقيقان: سامر خالد وأحمد خالد", [("injured", 2), ("injured", 1), ("injured", 1)]),
        ],
        "مقتل رجلين: القصة الكاملة",
    ),
    "subset": (
        [
            ("مقتل 8 مدنيين بينهم طفلان وامرأة", [("killed", 8), ("killed", 2), ("killed", 1)]),
            ("استشهد 5 منهم طفل", [("killed", 5), ("killed", 1)]),
        ],
        "مقتل مدني بينهم",
    ),
    "split": (
        [
            ("مقتل ثلاثة أشخاص (رجل وطفلان)", [("killed", 3), ("killed", 1), ("killed", 2)]),
            ("إصابة شخصين (رجل وامرأة)", [("injured", 2), ("injured", 1), ("injured", 1)]),
        ],
        "مقتل ثلاثة أشخاص (رجل وامرأة)",
    ),
    "of_them": (
        [
            ("مقتل 4 مدنيين، اثنان منهم إخوة", [("killed", 4), ("killed", 2)]),
            ("إصابة 6 أشخاص، اثنان منهم في حالة حرجة", [("injured", 6), ("injured", 2)]),
            ("سقوط 10 قتلى، 3 منهم أطفال", [("killed", 10), ("killed", 3)]),
        ],
        "سقوط 10 قتلى منهم",
    ),
    "named": (
        [("استشهاد محمد خالد السرمدي", [("killed", 1)]), ("قُتل أحمد ياسين المحمود", [("killed", 1)])],
        "قُتل في المدينة",
    ),
    "along": (
        [
            ("قتل الشاب مع ثلاثة من أصدقائه", [("killed", 1), ("killed", 3)]),
            ("استشهاد 10 أشخاص بالإضافة إلى متطوعين اثنين", [("killed", 10), ("killed", 2)]),
        ],
        "قتل الشاب مع المساء",
    ),
}


@pytest.mark.parametrize("pattern", READS)
def test_a_pattern_reads_its_sentences_and_not_the_one_near_them(pattern: str) -> None:
    reads, near = READS[pattern]
    for text, says in reads:
        assert figures(text) == says
        assert pattern in {c.pattern for c in claims(text)}
    assert pattern not in {c.pattern for c in claims(near)}


def test_every_pattern_has_its_sentences() -> None:
    assert {name for name, (reads, near) in READS.items() if len(reads) >= 2 and near} == {
        p.name for p in patterns(ARABIC)
    }


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("استشهاد طفل", 1, 1, 1),
        ("استشهاد طفلين", 2, 2, 2),
        ("استشهاد أطفال", 2, None, None),
        ("سقوط شهيدين", 2, 2, 2),
        ("سقوط شهداء", 2, None, None),
        ("شهيد واحد من قوات المدينة", 1, 1, 1),
        ("إصابة مدنيين اثنين", 2, 2, 2),
        ("مقتل ١١ شخصاً", 11, 11, 11),
        ("مقتل خمسة وعشرين مدنياً", 25, 25, 25),
        ("مقتل اثنتي عشرة امرأة", 12, 12, 12),
        ("مقتل مئة وثلاثين شخصاً", 130, 130, 130),
        ("مقتل مئتين وخمسين شخصاً", 250, 250, 250),
        ("مقتل 3 آلاف مدني", 3000, 3000, 3000),
        ("مقتل ألف ومئتي مدني", 1200, 1200, 1200),
        ("إصابة ما لا يقل عن 5 أشخاص", 5, 5, None),
        ("إصابة 5 أشخاص على الأقل", 5, 5, None),
        ("إصابة أكثر من 40 مدنياً", 41, None, None),
        ("إصابة نحو عشرين مدنياً", None, 20, None),
        ("إصابة عشرات المدنيين", 24, None, None),
        ("مقتل امرأة وطفليها", 3, 3, 3),
        ("مقتل مواطن وزوجته وأطفالهما الثلاثة", 5, 5, 5),
        ("مقتل قيادي في الفصيل وزوجته", 2, 2, 2),
        ("شهيدة وطفلها بالقصف", 2, 2, 2),
        ("مقتل عائلة كاملة مكونة من 6 أفراد", 6, 6, 6),
        ("مقتل 15 على الأقل في غارة", 15, 15, None),
        ("استهدفت طائرة شابا في القرية ما أدى إلى مقتله", 1, 1, 1),
        ("مقتل جنديين في القرية", 2, 2, 2),
        ("لقي شخص رابع مصرعه", 1, 1, 1),
        ("سقوط 20 قتيلا وجريحا", 20, 20, 20),
        ("سقوط عشرات القتلى والجرحى", 24, None, None),
        ("عدد من الشهداء والجرحى", None, None, None),
        ("لم يسفر الاستهداف عن وقوع أي إصابات", 0, 0, 0),
        ('اغتيال "سامر العلي" أمس', 1, 1, 1),
        ("اغتيال الشيخ محمد العلي", 1, 1, 1),
        ("نزوح 800 عائلة (4 آلاف شخص) من القرية", 4000, 4000, 4000),
        ("استشهاد المسعفين الشقيقين علي وحسن", 2, 2, 2),
        ("قتل راعيا أغنام بانفجار لغم", 2, 2, 2),
        ("إصابة بضعة أشخاص", 3, None, None),
        ("إصابة (6) أشخاص اخرين", 6, 6, 6),
        ("وجرح مدنيون من عائلة واحدة", 2, None, None),
        ("خطف مسلحون مجهولون طبيبا من المدينة", 1, 1, 1),
        ("استشهاد أسير محرر وزوجته بقصف شقتهما", 2, 2, 2),
        ("استشهاد الأسير سامر العلي في السجن", 1, 1, 1),
        ("ارتفعت الحصيلة إلى 1,206 شهداء", 1206, 1206, 1206),
        ("دون وقوع إصابات", 0, 0, 0),
        ("إصابة طفل عمره ٧اعوام", 1, 1, 1),
        ("ارتفعت حصيلة القتلى إلى 41 ألفا و118", 41118, 41118, 41118),
        ("مقتل آلاف المدنيين", 2000, None, None),
        ("مقتل نصف مليون شخص", 500000, 500000, 500000),
        ('مقتل "أربع فتيات" في القصف', 4, 4, 4),
        ("مقتل الطفلين الشقيقين", 2, 2, 2),
        ("ثلاثة مدنيين قـ ـضـ ـوا أمس", 3, 3, 3),
    ],
)
def test_a_count_is_what_the_words_and_the_forms_say(
    text: str, low: int | None, best: int | None, high: int | None
) -> None:
    assert count(text) == (low, best, high)


@pytest.mark.parametrize(
    "text",
    [
        "دون ورود معلومات عن إصابات",
        "لم تسجل أي إصابات أخرى",
        "هددت الميليشيا بقتل الرهائن الستة",
        "أفرجت الفصائل عن 3 مخطوفين",
        "انفجار أسطوانة غاز يوقع 3 إصابات بحروق",
        "توفيت والدة الزميل إثر أزمة قلبية",
        "مظاهرة في الذكرى الثالثة لاستشهاد الناشط حسين",
        "دون وجود معلومات عن إصابات",
        "ولم ترد معلومات حتى اللحظة عن وقوع قتلى",
        "قتل بشتى أنواعه مع بداية الحرب في سوريا",
        "الإفراج عن 5 أسرى من السجن",
        "إخلاء مصابين افتراضيين ضمن تدريب",
        "أصيب لاعب الفريق في الدقيقة 30",
        "لقي المشروع ترحيبا واسعا",
        "زار الوفد مخيم الشهداء",
        "نفوق عشرة رؤوس من الأغنام",
        "سقطت ثلاث قذائف على القرية",
        "متطوعو الدفاع المدني أخمدوا حريقا",
        "نجا ثلاثة مدنيين من القصف",
        "تبعد المدينة 40 كيلومترا وفيها 3 مدارس",
    ],
)
def test_where_nobody_is_said_to_be_harmed_nothing_is_claimed(text: str) -> None:
    assert claims(text) == []


def test_censored_stretched_and_vowelled_words_are_read_and_quoted_as_they_stand() -> None:
    claim = only("استُشـــهد قت-يل")  # a verb before one who is named by what was done to him
    assert claim.span.quote in "استُشـــهد قت-يل"
    found = claims("وقُتِلَ طفلان وأُصيـ.ـب 3 آخرون بالقصـ.ـف")
    assert [(c.outcome, c.count.figure, c.span.quote) for c in found] == [
        (Outcome.KILLED, 2, "قُتِلَ طفلان"),
        (Outcome.INJURED, 3, "أُصيـ.ـب 3 آخرون"),
    ]


def test_hashtags_are_words() -> None:
    assert figures("#استشهاد_طفلين في #ريف_حلب") == [("killed", 2)]


def test_a_family_is_counted_together() -> None:
    assert sum(c.count.figure for c in claims("مقتل أب وأم وأطفالهما الثلاثة")) == 5


def test_a_third_is_one_more() -> None:
    assert figures("قتل شخصان وأصيب ثالث") == [("killed", 2), ("injured", 1)]


def test_others_are_of_the_group_before_them() -> None:
    _, others = claims("مقتل مدني وإصابة 3 آخرين")
    assert others.group.status is Status.CIVILIAN


def test_a_part_that_tells_of_another_outcome_is_no_part() -> None:
    found = claims("سقوط 11 شهيداً بينهم صحفي وستة جرحى.")
    assert {(c.outcome, c.count.figure, c.subset_of is None) for c in found} == {
        (Outcome.KILLED, 11, True),
        (Outcome.KILLED, 1, False),
        (Outcome.INJURED, 6, True),
    }


@pytest.mark.parametrize(
    ("noun", "status", "age", "sex", "role"),
    [
        ("طفلة", None, Age.CHILD, Sex.FEMALE, None),
        ("شاب", None, Age.ADULT, Sex.MALE, None),
        ("مسعف", Status.CIVILIAN, None, None, Role.MEDICAL),
        ("متطوع في الدفاع المدني", Status.CIVILIAN, None, None, Role.RESCUER),
        ("جندي", Status.COMBATANT, None, None, None),
        ("شاب مدني", Status.CIVILIAN, Age.ADULT, Sex.MALE, None),
    ],
)
def test_a_noun_tells_the_group(
    noun: str, status: Status | None, age: Age | None, sex: Sex | None, role: Role | None
) -> None:
    group = only(f"مقتل {noun} بانفجار لغم").group
    assert (group.status, group.age, group.sex, group.role) == (status, age, sex, role)


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("قال المرصد السوري إن رجلاً قتل", "Syrian Observatory for Human Rights", Stance.ASSERTS),
        ("مقتل امرأة بقصف على القرية، بحسب الدفاع المدني السوري", "White Helmets", Stance.ASSERTS),
        ("مقتل امرأة في القرية وفق مصادر", "مصادر", Stance.ASSERTS),
        ("إصابة طفلين، قال الدفاع المدني السوري.", "White Helmets", Stance.ASSERTS),
        ("زعمت وزارة الدفاع الروسية أن مسلحين اثنين قتلا", "Russian Ministry of Defence", Stance.ALLEGES),
        ("نفت وزارة الدفاع الروسية مقتل امرأتين", "Russian Ministry of Defence", Stance.DENIES),
        ("نفت موسكو قتل امرأتين في القرية", "Russia", Stance.DENIES),
        ("أكد الدفاع المدني السوري مقتل امرأتين", "White Helmets", Stance.ASSERTS),
        ("بحسب الدفاع المدني قتلت امرأة", "Civil Defence", Stance.ASSERTS),
        ("المرصد السوري: مقتل امرأة", "Syrian Observatory for Human Rights", Stance.ASSERTS),
        ("عاجل | مصادر طبية: مقتل امرأة", "مصادر طبية", Stance.ASSERTS),
        ("سوريا: مقتل امرأة", None, Stance.ASSERTS),
        ("أفاد مراسلنا نقلا عن مصدر طبي بمقتل امرأة", "مصدر طبي", Stance.ASSERTS),
        ("نفت القيادة استهداف المدينة مؤكدة أن الغارة قتلت 3 جنود", "القيادة", Stance.ASSERTS),
        ("وسط ورود معلومات عن سقوط قتيلين", None, Stance.ALLEGES),
        ("وأنباء عن مقتل شخصين", None, Stance.ALLEGES),
        ("مقتل شخصين", None, Stance.ASSERTS),
    ],
)
def test_who_says_so(text: str, speaker: str | None, stance: Stance) -> None:
    claim = only(text)
    assert (claim.speaker and claim.speaker.name, claim.stance) == (speaker, stance)


@pytest.mark.parametrize(
    ("text", "parties", "means", "target"),
    [
        ("مقتل رجل بقصف مدفعي للنظام على سوق البلدة", ["Syrian government"], Means.SHELLING, Target.MARKET),
        ("مقتل رجل بغارة جوية روسية على مخيم للنازحين", ["Russia"], Means.AIRSTRIKE, Target.CAMP),
        ("مقتل رجل برصاص قناص من قسد", ["Syrian Democratic Forces"], Means.SNIPER, Target.UNKNOWN),
        ("طائرة مسيرة تركية استهدفت سيارة وقتلت رجلا", ["Turkey"], Means.DRONE_STRIKE, Target.VEHICLE),
        ("مقتل رجل بانفجار لغم من مخلفات الحرب", [], Means.LANDMINE, Target.UNKNOWN),
        ("ضربة لطيران الاحتلال الروسي قتلت رجلا", ["Russia"], Means.AIRSTRIKE, Target.UNKNOWN),
        ("مقتل رجل برصاص قوات الاحتلال", ["Israel"], Means.SMALL_ARMS, Target.UNKNOWN),
        ("مقتل رجل برصاص قوات الاحتلال في عفرين وفق وحدات حماية الشعب", ["Turkey"], Means.SMALL_ARMS, Target.UNKNOWN),
        ("استهداف رجل بمسيّرة في القرية ومقتله", [], Means.DRONE_STRIKE, Target.UNKNOWN),
        ("مقتل رجل بقصف على مخزن أسلحة", [], Means.SHELLING, Target.UNKNOWN),
        ("مقتل رجل بانفجار عبوة ناسفة", [], Means.IED, Target.UNKNOWN),
        ("مقتل رجل خلال إنزال جوي لطائرات مروحية", [], Means.OTHER, Target.UNKNOWN),
        ("قتل رجل بعد اشتباكه مع دورية", [], Means.SMALL_ARMS, Target.UNKNOWN),
        ("روسيا تدين مقتل رجل", [], Means.UNKNOWN, Target.UNKNOWN),
    ],
)
def test_by_whom_with_what_and_what_was_hit(text: str, parties: list[str], means: Means, target: Target) -> None:
    (account,) = told(text).accounts
    assert [p.party for p in account.by] == parties
    assert (account.means, account.target) == (means, target)


def test_a_bare_bombardment_yields_to_what_a_later_sentence_says() -> None:
    (account,) = told("مقتل رجلين بقصف على القرية.\nقتل رجلان بقصف صاروخي على القرية.").accounts
    assert account.means is Means.ROCKET


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("مقتل 3 عناصر من قوات النظام باشتباكات مع تنظيم داعش", Scope.BATTLE),
        ("مقتل ثلاثة جنود وخمسة مسلحين بمعارك على الجبهة", Scope.BATTLE),
        ("مقتل مدني وعنصرين باشتباكات في البلدة", Scope.INCIDENT),
        ("إعدام ثلاثة جنود أسرى", Scope.INCIDENT),
        ("مقتل ثلاثة مدنيين بقصف على القرية", Scope.INCIDENT),
        ("مقتل رجل في 5 أيار من العام الماضي", Scope.INCIDENT),
        ("مقتل 3 أشخاص بحوادث متفرقة في المحافظة", Scope.TALLY),
        ("مقتل 1200 مدني منذ بداية العام", Scope.TALLY),
    ],
)
def test_fights_and_totals_are_told_from_attacks(text: str, scope: Scope) -> None:
    assert {a.scope for a in told(text).accounts} == {scope}
