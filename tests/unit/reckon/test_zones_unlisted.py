"""A village that no gazetteer knows, held against areas."""

from harmledger.geo.entry import FINENESS, fineness
from harmledger.model.codes import PlacePrecision
from harmledger.model.place import Place
from harmledger.reckon.zones import Lies, lies

VILLAGE = Place("Tell Zara", "Tell Zara", PlacePrecision.ADMIN1, country="SY", admin1="Idlib")
LOST = Place("Tell Zara", "Tell Zara", PlacePrecision.COUNTRY, country="SY")
IDLIB = Place("Idlib", "Idlib province", PlacePrecision.ADMIN1, place_id="gn:169387", country="SY", admin1="Idlib")
ALEPPO = Place("Aleppo", "Aleppo province", PlacePrecision.ADMIN1, place_id="gn:170062", country="SY", admin1="Aleppo")
ZONE = Place("The zone", "The zone", PlacePrecision.REGION, lat=35.7, lon=36.6, radius_km=60.0, country="SY")


def test_it_lies_in_the_province_it_is_known_to_lie_in() -> None:
    assert lies(VILLAGE, IDLIB) is Lies.IN
    assert lies(VILLAGE, ALEPPO) is Lies.OUT


def test_where_only_its_country_is_known_it_may_lie_in_any_of_its_areas() -> None:
    assert lies(LOST, IDLIB) is Lies.PERHAPS
    assert lies(VILLAGE, ZONE) is Lies.PERHAPS


def test_it_ranks_as_a_village_and_a_province_as_a_province() -> None:
    assert fineness(VILLAGE) == fineness(LOST) == FINENESS[PlacePrecision.SETTLEMENT]
    assert fineness(IDLIB) == FINENESS[PlacePrecision.ADMIN1]
