"""French, a language that is its lexicon's files and this one: figures, days, speakers, places, means."""

import pytest
from tests.unit.read.told import PUBLISHED, In, bounds

from harmledger.adapters.lexicons import load
from harmledger.locate.days import resolve
from harmledger.mark.marker import mark
from harmledger.model.codes import Means, Stance, Target
from harmledger.model.report import Report
from harmledger.read.patterns import patterns

FRENCH = load("fr")
_IN_FRENCH = In(FRENCH, PUBLISHED)
told, claims = _IN_FRENCH.told, _IN_FRENCH.claims

# By pattern: sentences read with it and what they say, and one near it that it does not read.
READS: dict[str, tuple[list[tuple[str, list[tuple[str, int]]]], str]] = {
    "passive": (
        [
            ("Trois civils ont été tués dimanche.", [("killed", 3)]),
            ("Un enseignant et deux élèves, tous du village, ont été enlevés.", [("detained", 1), ("detained", 2)]),
        ],
        "Trois civils n'ont pas été tués.",
    ),
    "active": (
        [
            ("Des hommes armés ont tué cinq villageois.", [("killed", 5)]),
            ("L'explosion a blessé une vingtaine de passants.", [("injured", 20)]),
        ],
        "Les assaillants ont tué dix vaches.",
    ),
    "gerund": (
        [
            ("Une voiture piégée a explosé, tuant vingt et une personnes.", [("killed", 21)]),
            ("Un obus est tombé, blessant un berger.", [("injured", 1)]),
        ],
        "Un obus est tombé, tuant le temps.",
    ),
    "present": (
        [("Une attaque tue quatre soldats", [("killed", 4)]), ("Deux roquettes blessent un enfant", [("injured", 1)])],
        "Le froid tue les récoltes",
    ),
    "intransitive": (
        [
            ("Un homme et ses deux fils ont péri.", [("killed", 3)]),
            ("Six ouvriers sont morts sur le coup.", [("killed", 6)]),
        ],
        "Des arbres ont péri.",
    ),
    "event": (
        [
            ("Le ministère a confirmé la mort de deux journalistes.", [("killed", 2)]),
            ("L'enlèvement de sept écolières a choqué le pays.", [("detained", 7)]),
        ],
        "La mort de la démocratie",
    ),
    "noun": (
        [
            ("Le raid a fait douze morts et trente blessés.", [("killed", 12), ("injured", 30)]),
            ("On déplore un mort.", [("killed", 1)]),
        ],
        "La ligne 3 est au point mort.",
    ),
    "toll": (
        [
            ("Le bilan de l'attentat s'élève à 21.", [("killed", 21)]),
            ("Le nombre de blessés est passé à 40.", [("injured", 40)]),
        ],
        "Le bilan reste lourd.",
    ),
    "subset": (
        [
            ("L'attaque a fait douze morts, dont quatre enfants.", [("killed", 12), ("killed", 4)]),
            ("Dix civils ont été tués, parmi lesquels une femme.", [("killed", 10), ("killed", 1)]),
        ],
        "Le village dont quatre enfants viennent",
    ),
    "split": (
        [
            ("Le raid a fait trois morts (un homme et deux femmes).", [("killed", 3), ("killed", 1), ("killed", 2)]),
            ("Cinq blessés (deux femmes et trois enfants)", [("injured", 5), ("injured", 2), ("injured", 3)]),
        ],
        "Le raid a fait trois morts (un homme et une femme).",
    ),
    "reduced": (
        [
            ("Trois soldats blessés dans une embuscade", [("injured", 3)]),
            ("Un prêtre assassiné à Jos", [("killed", 1)]),
        ],
        "Trois maisons brûlées",
    ),
}


@pytest.mark.parametrize("pattern", READS)
def test_a_pattern_reads_its_sentences_and_not_the_one_near_them(pattern: str) -> None:
    reads, near = READS[pattern]
    for text, says in reads:
        found = claims(text)
        assert [(c.outcome.value, c.count.figure) for c in found] == says
        assert pattern in {c.pattern for c in found}
    assert pattern not in {c.pattern for c in claims(near)}


def test_every_pattern_has_its_sentences() -> None:
    assert {n for n, (reads, near) in READS.items() if len(reads) > 1 and near} == {p.name for p in patterns(FRENCH)}


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("Au moins trois civils ont été tués.", 3, 3, None),
        ("Plus de 40 personnes ont été blessées.", 41, None, None),
        ("Des dizaines de civils ont été tués.", 20, None, None),
        ("Une centaine de civils ont été tués.", None, 100, None),
        ("Quatre-vingt-dix-sept civils ont été tués.", 97, 97, 97),
        ("Deux cent trente et un civils ont été tués.", 231, 231, 231),
        ("Aucun blessé n'est à déplorer.", 0, 0, 0),
    ],
)
def test_a_count_is_what_the_words_say(text: str, low: int | None, best: int | None, high: int | None) -> None:
    (claim,) = claims(text)
    assert bounds(claim) == (low, best, high)


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        (
            "Trois civils ont été tués, selon l'Observatoire syrien des droits de l'homme.",
            "Syrian Observatory for Human Rights",
            Stance.ASSERTS,
        ),
        ("Trois civils ont été tués, a annoncé la police.", "police", Stance.ASSERTS),
        ("L'armée a affirmé que trois civils avaient été tués.", "armée", Stance.ASSERTS),
        ("Trois civils auraient été tués.", None, Stance.ALLEGES),
    ],
)
def test_who_says_so(text: str, speaker: str | None, stance: Stance) -> None:
    (claim,) = claims(text)
    assert (claim.speaker and claim.speaker.name, claim.stance) == (speaker, stance)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("tués lundi", "2020-01-13"),
        ("tués le mercredi 15 janvier 2020", "2020-01-15"),
        ("tués le 1er janvier", "2020-01-01"),
        ("tués hier soir", "2020-01-15"),
        ("tués avant-hier", "2020-01-14"),
        ("tués il y a trois jours", "2020-01-13"),
        ("tués le mois dernier", "2019-12"),
    ],
)
def test_a_day_is_what_the_words_say(text: str, start: str) -> None:
    (phrase,) = mark(Report("r", text, language="fr"), FRENCH).days
    when, _ = resolve(phrase, "2020-01-16")
    assert when is not None
    assert when.start == start


@pytest.mark.parametrize(
    ("text", "words", "cue", "noun"),
    [
        ("une frappe près du village de Kafr Nouran", "Kafr Nouran", "near", "settlement"),
        ("deux morts à Alep", "Alep", "at", ""),
        ("dans la province d'Idleb", "Idleb", "in", "admin1"),
    ],
)
def test_a_place_is_led_in(text: str, words: str, cue: str, noun: str) -> None:
    found = {c.words: c for c in mark(Report("r", text, language="fr"), FRENCH).places}[words]
    assert (found.cue, found.noun) == (cue, noun)


def test_by_whom_with_what_and_what_was_hit() -> None:
    (account,) = told("Trois civils ont été tués par une frappe aérienne de l'armée russe sur un marché.").accounts
    assert [p.party for p in account.by] == ["Russia"]
    assert (account.means, account.target) == (Means.AIRSTRIKE, Target.MARKET)
