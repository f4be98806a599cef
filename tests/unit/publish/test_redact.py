"""What leaves the house tells nothing of who the victims and witnesses are, nor exactly where."""

import pytest

from harmledger.adapters.lexicons import load
from harmledger.model.account import Account, Party, Victim
from harmledger.model.agreement import Finding
from harmledger.model.claim import Claim
from harmledger.model.codec import encode
from harmledger.model.codes import FindingKind, LinkRole, Outcome, PlacePrecision, Scope
from harmledger.model.count import Count
from harmledger.model.grade import Grade
from harmledger.model.incident import Incident
from harmledger.model.place import Candidate, Place
from harmledger.model.source import Link, Speaker
from harmledger.model.span import Span
from harmledger.model.toll import Toll, VoiceFigure
from harmledger.publish import redact
from harmledger.publish.names import Known, blanked
from harmledger.publish.ordinary import Words

KNOWN = Known(Words.of([load("en")])).also(["Reuters", "Idlib", "Deir Sharqi", "Zaman al-Wasl"])
CLINIC = Place(
    "Idlib", "al-Noor clinic", PlacePrecision.SITE, lat=35.930621, lon=36.633931, radius_km=0.1, country="SY",
    site="al-Noor clinic", span=Span(0, 4, "Omar"),
)  # fmt: skip
TOWN = Place("Deir Sharqi", "Deir Sharqi", PlacePrecision.SETTLEMENT, 1, lat=35.6, lon=36.7, admin1="Idlib")


def leaving(text: str, *, words: str = "one", speaker: Speaker | None = None, victim: str | None = None):
    span = Span.of(text, 0, len(text))
    claim = Claim("c1", Outcome.KILLED, Count.exact(1, words), span, speaker=speaker)
    victims = (Victim("c1", span, victim),) if victim else ()
    account = Account("a1", Scope.INCIDENT, where=(TOWN,), claims=(claim,), victims=victims)
    return redact.claim(claim, account, KNOWN)


def test_an_exact_site_becomes_its_settlement():
    coarse = redact.place(CLINIC)
    assert (coarse.lat, coarse.lon, coarse.precision, coarse.radius_km) == (
        35.93,
        36.63,
        PlacePrecision.SETTLEMENT,
        2.0,
    )
    assert "Noor" not in encode(coarse).decode()


def test_a_site_that_no_gazetteer_knows_has_no_name():
    home = Place("house of Saleh", "house of Saleh", PlacePrecision.SITE, country="SY", admin1="Idlib")
    assert redact.place(home).name == redact.place(home).words == "Idlib"


def test_a_place_that_no_gazetteer_knows_has_no_name_for_it_may_be_a_persons():
    farm = Place("Hassan Saqr", "Hassan Saqr", PlacePrecision.COUNTRY, country="SY", radius_km=500.0, spelt="hsnsqr")
    assert redact.place(farm).spelt is None
    assert redact.place(farm).name == redact.place(farm).words == redact.NAMELESS
    text = "Shelling near Hassan Saqr killed two"
    claim = Claim("c1", Outcome.KILLED, Count.exact(2, "two"), Span.of(text, 0, len(text)))
    shown = redact.claim(claim, Account("a1", Scope.INCIDENT, where=(farm,), claims=(claim,)), KNOWN)
    assert shown["span"]["quote"] == "Shelling near […] killed two"
    shape = redact.incident(Incident("i1", where=(farm,)), KNOWN)
    assert "Saqr" not in encode(shape).decode()


def test_a_point_is_rounded_to_what_its_precision_tells():
    wide = Place("Idlib", "Idlib", PlacePrecision.ADMIN1, lat=35.8002, lon=36.6415)
    assert redact.place(wide).point == (36.0, 37.0)
    assert redact.place(Place("X", "X", PlacePrecision.VICINITY)).point is None


def test_an_incident_leaves_without_words_or_account_ids():
    party = Party("Syria", "the regime that bombed Omar", span=Span(0, 4, "Omar"))
    shape = redact.incident(Incident("i1", accounts=("a1",), where=(CLINIC,), by=(party,)), KNOWN)
    assert shape["by"] == [{"party": "Syria", "basis": "alleged"}]
    text = encode(shape).decode()
    assert "Omar" not in text and "Noor" not in text and "a1" not in text


@pytest.mark.parametrize(
    ("quote", "left"),
    [
        ("the boy, Ahmad Saqr, was killed", "the boy, […], was killed"),
        ("Two neighbours, Saleh Ahmed and Yahya Nasser, also died", "Two neighbours, […] and […], also died"),
        ("son Karim, 9, was killed", "son […], 9, was killed"),
        ("An ambulance driver, Mahmoud Salem, was killed in Idlib", "An ambulance driver, […], was killed in Idlib"),
        ("Rescue worker Jamal Saleh", "Rescue worker […]"),
        ("Omar al-Khalil's house", "[…]'s house"),
        ("Karim died", "[…] died"),
        ("the Baker family's child", "the […] family's child"),
        ("Baker was killed", "[…] was killed"),
        ("Idlib Ahmad died", "[…] died"),
        ("the girl, June, 4, died", "the girl, […], 4, died"),
        ("on Jordan, 9, fell", "on […], 9, fell"),
        ("A. Saleh was killed", "[…] was killed"),
        ("Kia died", "[…] died"),
        ("Dr Hana Saleh died", "Dr […] died"),
        ("umm Karim and al-Saqr", "umm […] and […]"),
        ("his sister rima, 12, and Hassan khoury died", "his sister […], 12, and […] died"),
    ],
)
def test_a_name_that_nobody_knows_is_taken_out_also_where_no_victim_was_read(quote, left):
    shown = leaving(quote)
    assert (shown["span"], shown["redacted"]) == (
        {"start": 0, "end": len(quote), "quote": left, "in_title": False},
        True,
    )


@pytest.mark.parametrize(
    "quote",
    [
        "Three people were killed in Deir Sharqi on Wednesday",
        "Airstrikes killed five civilians in Idlib province on January 15",
        "On 15 January, Russian warplanes killed at least 19 people",
        "at least 21 Syrian civilians were killed, the White Helmets said",
        "Shelling by the Syrian army wounded 4 in Deir Sharqi, Idlib",
        "Twenty-one civilians are dead",
        "19",
    ],
)
def test_what_names_no_person_stays_as_it_is(quote):
    shown = leaving(quote)
    assert (shown["span"]["quote"], shown["redacted"]) == (quote, False)


@pytest.mark.parametrize("quote", ["AHMAD SAQR WAS KILLED", "قتل أحمد صقر", "one killed: أحمد"])
def test_words_that_do_not_show_what_is_a_name_are_left_out_whole(quote):
    shown = leaving(quote)
    assert (shown["span"], shown["redacted"]) == (
        {"start": 0, "end": len(quote), "quote": None, "in_title": False},
        True,
    )


def test_a_text_all_in_small_letters_does_not_show_names_either():
    span = Span.of("and then ahmad saqr was killed", 0, 30)
    claim = Claim("c1", Outcome.KILLED, Count.exact(1, "ahmad saqr"), span)
    shown = redact.claim(claim, Account("a1", Scope.INCIDENT, claims=(claim,), told_in=(span,)), KNOWN)
    assert shown["span"]["quote"] is shown["count"]["words"] is None and shown["redacted"]


def test_the_words_of_a_count_are_no_way_out():
    assert leaving("He died", words="Rescue worker Jamal Saleh")["count"]["words"] == "Rescue worker […]"


def test_a_victims_name_goes_in_any_letters_and_though_it_is_a_places():
    assert leaving("the body of khalil was found", victim="Omar Khalil")["span"]["quote"] == "the body of […] was found"
    assert leaving("the boy, Idlib, died", victim="Idlib")["span"]["quote"] == "the boy, […], died"


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Huda Mansour", redact.WITHHELD),
        ("Ivan Koval, who saw the attack", redact.WITHHELD),
        ("Ivan Koval, a baker", redact.WITHHELD),
        ("IVAN KOVAL", redact.WITHHELD),
        ("هدى منصور", redact.WITHHELD),
        ("the father of Karim Saqr", redact.WITHHELD),
        ("Governor Ivan Koval", "Governor […]"),
        ("police spokesman Ivan Koval", "police spokesman […]"),
        ("Kamal Saleh Hospital", "[…] Hospital"),
        ("medics", "medics"),
        ("a security source", "a security source"),
        ("White Helmets", "White Helmets"),
        ("the Syrian army", "the Syrian army"),
        ("Zaman al-Wasl", "Zaman al-Wasl"),
        ("medics (Huda Mansour)", f"medics ({redact.WITHHELD})"),
        ("medics (Reuters)", "medics (Reuters)"),
        ("AFP", "AFP"),
    ],
)
def test_persons_speak_without_a_name_and_bodies_under_theirs(name, left):
    by = (Link(name, LinkRole.WITNESS), Link("Reuters", LinkRole.AGENCY))
    assert redact.speaker(Speaker(name, by), KNOWN) == Speaker(left, (Link(left, LinkRole.WITNESS), by[1]))


def test_an_incidents_voices_are_not_named_in_any_corner():
    figure = VoiceFigure("Huda Mansour", 3, 3)
    shape = redact.incident(
        Incident(
            "i1",
            toll={Outcome.KILLED: Toll(3, 3, 3, voices=(figure,), aside=(figure,))},
            voices=("Huda Mansour", "Reuters"),
            by=(Party("Ivan Koval", "Ivan Koval"),),
            grades={"ibc": Grade("established", ("2 independent voices: Huda Mansour and Reuters",))},
            agreements=(Finding("g1", FindingKind.INSIDE, 1, ("2020-01-12 according to Huda Saleh",)),),
        ),
        KNOWN,
    )
    text = encode(shape).decode()
    assert not any(name in text for name in ("Huda", "Mansour", "Koval", "Saleh"))
    assert list(shape["voices"]) == [redact.WITHHELD, "Reuters"]
    assert shape["grades"]["ibc"]["why"] == (f"2 independent voices: {redact.WITHHELD} and Reuters",)


def test_without_a_lexicon_every_capitalised_word_goes_and_what_stands_beside_it():
    assert blanked("Two men, Ali and Omar, died in Idlib", Known()) == "[…], […], […]"


def test_what_else_a_name_may_mean_stays_in_the_house() -> None:
    other = Candidate("x:2", "Amma", PlacePrecision.SETTLEMENT, 3.0, lat=35.12345, lon=36.54321)
    amma = Place(
        "Amma", "Amma", PlacePrecision.SETTLEMENT, place_id="x:1", within="Homs", candidates=(other,),
        settled_by=("report-of-a-witness",),
    )  # fmt: skip
    out = redact.place(amma)
    assert (out.within, out.candidates, out.settled_by) == (None, (), ())
