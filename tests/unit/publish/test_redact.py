"""What leaves the house tells nothing of who the victims and witnesses are, nor exactly where."""

from harmledger.model.account import Account, Party, Victim
from harmledger.model.claim import Claim
from harmledger.model.codec import encode
from harmledger.model.codes import LinkRole, Outcome, PlacePrecision, Scope
from harmledger.model.count import Count
from harmledger.model.incident import Incident
from harmledger.model.place import Place
from harmledger.model.source import Link, Speaker
from harmledger.model.span import Span
from harmledger.publish import redact

TEXT = "Omar al-Khalil, a shepherd, was killed"
CLINIC = Place(
    "Idlib", "al-Noor clinic", PlacePrecision.SITE, lat=35.930621, lon=36.633931, radius_km=0.1, country="SY",
    site="al-Noor clinic", span=Span(0, 4, "Omar"),
)  # fmt: skip


def account(*claims: Claim) -> Account:
    victim = Victim("c1", Span.of(TEXT, 0, 14), "Omar al-Khalil")
    return Account("a1", Scope.INCIDENT, claims=claims, victims=(victim,))


def test_an_exact_site_becomes_its_settlement():
    coarse = redact.place(CLINIC)
    assert (coarse.lat, coarse.lon, coarse.precision, coarse.radius_km) == (
        35.93,
        36.63,
        PlacePrecision.SETTLEMENT,
        2.0,
    )
    assert "Noor" not in encode(coarse).decode()


def test_a_point_is_rounded_to_what_its_precision_tells():
    wide = Place("Idlib", "Idlib", PlacePrecision.ADMIN1, lat=35.8002, lon=36.6415)
    assert redact.place(wide).point == (36.0, 37.0)
    assert redact.place(Place("X", "X", PlacePrecision.VICINITY)).point is None


def test_an_incident_leaves_without_words_or_account_ids():
    party = Party("Syria", "the regime that bombed Omar", span=Span(0, 4, "Omar"))
    shape = redact.incident(Incident("i1", accounts=("a1",), where=(CLINIC,), by=(party,)))
    assert shape["by"] == [{"party": "Syria", "basis": "alleged"}]
    text = encode(shape).decode()
    assert "Omar" not in text and "Noor" not in text and "a1" not in text


def test_a_quote_that_holds_a_victims_name_is_left_out_and_said_to_be():
    named = Claim("c1", Outcome.KILLED, Count.exact(1, "Omar al-Khalil"), Span.of(TEXT, 0, 38))
    plain = Claim("c2", Outcome.KILLED, Count.exact(1, "a shepherd"), Span.of(TEXT, 16, 26))
    told = account(named, plain)
    hidden, shown = redact.claim(named, told), redact.claim(plain, told)
    assert hidden["redacted"] and hidden["span"] == {"start": 0, "end": 38, "quote": None}
    assert "Omar" not in encode(hidden).decode()
    assert not shown["redacted"] and shown["span"]["quote"] == "a shepherd"


def test_a_part_of_a_name_in_other_letters_is_a_name_too():
    assert redact.names_one("the body of KHALIL", account())
    assert not redact.names_one("a body", account())


def test_witnesses_have_no_name_and_offices_keep_theirs():
    witness = Speaker("Abu Ahmad", (Link("Abu Ahmad", LinkRole.WITNESS), Link("Reuters", LinkRole.AGENCY)))
    hidden = redact.speaker(witness)
    assert hidden is not None and "Ahmad" not in encode(hidden).decode() and hidden.via[1].name == "Reuters"
    helmets = Speaker("White Helmets", (Link("tweet", LinkRole.POST),))
    assert redact.speaker(helmets) == helmets
