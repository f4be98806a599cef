"""Which place is meant, how finely it is known, and what is left unknown."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from harmledger.adapters.lexicons import load
from harmledger.locate.assign_places import Ground
from harmledger.locate.places import Gazetteer, Mention, resolve
from harmledger.mark.marker import mark
from harmledger.model.codes import IssueCode, PlaceMatch, PlacePrecision
from harmledger.model.issue import Issue
from harmledger.model.place import Place
from harmledger.model.report import Report
from harmledger.model.span import Span

P = PlacePrecision
Read = Callable[[str], tuple[dict[str, Mention], tuple[Issue, ...]]]
Where = Callable[[str, str], tuple[Place, ...]]


@pytest.fixture
def read(gazetteer: Gazetteer) -> Read:
    def run(text: str) -> tuple[dict[str, Mention], tuple[Issue, ...]]:
        report = Report("r", text)
        mentions, issues = resolve(mark(report, load("en")), report, gazetteer, load("en"))
        for m in mentions:
            assert m.place.span is not None and m.place.span.holds(text) and m.place.words == m.place.span.quote
        return {m.place.words: m for m in mentions}, issues

    return run


@pytest.fixture
def places(gazetteer: Gazetteer) -> Where:
    def run(text: str, told_by: str) -> tuple[Place, ...]:
        report = Report("r", text)
        marks = mark(report, load("en"))
        mentions, _ = resolve(marks, report, gazetteer, load("en"))
        start = text.index(told_by)
        return Ground(mentions, marks).where([Span.of(text, start, start + len(told_by))])

    return run


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("Three people were killed in Paris on Monday.", "Paris", 13),
        ("Three people were killed in Paris, Texas, on Monday.", "Paris", 11),
        ("County commissioners and sheriff's deputies met near Albans. State troopers came.", "Albans", 25),
        ("Lamar County deputies shot a man near Paris. He was flown to Dallas.", "Paris", 11),
        ("Shells hit the city of Idlib.", "Idlib", 3),
        ("Shells hit Idlib province.", "Idlib", 2),
        ("Shells hit homes in Old Mayadin.", "Old Mayadin", 42),
        ("Shells hit homes in Meyadeen.", "Meyadeen", 42),
        ("Shells hit homes in Meyadeen district.", "Meyadeen", 41),
        ("A man died in Moscow, Ohio.", "Moscow", 14),
        ("Jets bombed #Idleb and #Ariha market.", "Ariha", 4),
        ("The clash in the town of Most left two dead.", "Most", 19),
        ("Shots were fired near St. Albans, Vermont.", "St. Albans", 22),
        ("Shells hit the village of Marj and the town of Binnish in Idlib province.", "Marj", 29),
        ("Shells hit the village of Marj and the town of Bannish in Idlib province.", "Marj", 30),
        ("The Lamar County Sheriff's Office and a Lamar County Courthouse clerk spoke.", "Lamar County", 18),
        ("A man died in St. Albans, Vermont. The St. Albans Fire Department came.", "St. Albans", 22),
    ],
)
def test_the_namesake_that_is_meant(read: Read, text: str, words: str, number: int) -> None:
    found, _ = read(text)
    assert found[words].place.geoname_id == number


@pytest.mark.parametrize(
    "text",
    [
        "Paris Jackson said she would sing.",
        "Mr. Moscow was not at home.",
        "Chad Smith, 24, was arrested.",
        "Most people stayed at home.",
        "He lives at 12 Paris Street.",
    ],
)
def test_what_is_no_place(read: Read, text: str) -> None:
    found, issues = read(text)
    assert not found and not issues


def test_a_small_town_is_meant_where_its_office_or_a_home_is_told(read: Read) -> None:
    found, _ = read("The Arīḩā police said it. Sami Nasr, 31, of Ariha, was hurt. Idlib mourned.")
    assert {"Arīḩā", "Ariha"} <= set(found)


def test_an_english_article_is_no_arabic_one(read: Read) -> None:
    found, _ = read("An Idlib man was hurt.")
    assert found["Idlib"].place.country == "SY"


def test_a_demonym_names_the_country_but_is_no_site(read: Read) -> None:
    found, _ = read("Russian jets struck Idlib.")
    assert found["Russian"].role == "demonym" and found["Russian"].place.country == "RU"


def test_a_people_names_its_area_and_that_of_a_state_no_more_names_none(read: Read) -> None:
    found, _ = read("A Texan and six Soviet and Yugoslav soldiers met a US diplomat.")
    assert {words: m.role for words, m in found.items()} == {"Texan": "demonym", "US": "mention"}


def test_a_capital_that_speaks_stands_for_its_government(read: Read) -> None:
    found, _ = read("Moscow says its forces struck nothing in Idlib.")
    assert found["Moscow"].role == "speaker"


def test_capitals_that_agree_are_no_site(read: Read) -> None:
    found, _ = read("An agreement between Moscow and Damascus covers Idlib.")
    assert {found["Moscow"].role, found["Damascus"].role} == {"mention"}


def test_the_capital_of_a_country_is_the_town(read: Read) -> None:
    found, _ = read("A bomb went off in the Syrian capital on Friday.")
    assert found["Syrian capital"].place.geoname_id == 5


def test_near_a_town_is_its_vicinity(read: Read) -> None:
    found, _ = read("A mine went off near Ariha.")
    assert found["Ariha"].place.precision is P.VICINITY and found["Ariha"].place.radius_km == 25


def test_a_part_of_a_country_is_a_region_of_it(read: Read) -> None:
    found, _ = read("Clashes went on in northern Syria.")
    place = found["Syria"].place
    assert (place.precision, place.lat, place.radius_km) == (P.REGION, 36.5, 200.0)


def test_a_country_alone_is_an_answer(places: Where) -> None:
    assert [p.precision for p in places("Nine people were killed in Syria.", "Nine people were killed")] == [P.COUNTRY]


@pytest.mark.parametrize(
    "text",
    [
        "Strikes hit southern Idlib province. Shells fell on the villages of Maasaran and Kafr Zita.",
        "Shells fell on the village of Maasaran in Idlib province.",
    ],
)
def test_an_unknown_village_keeps_its_words_and_the_area_it_lies_in(read: Read, text: str) -> None:
    found, issues = read(text)
    place = found["Maasaran"].place
    assert (place.name, place.geoname_id, place.lat, place.lon) == ("Maasaran", None, None, None)
    assert (place.precision, place.admin1, place.country) == (P.ADMIN1, "Idlib", "SY")
    assert "Maasaran" in [i.words for i in issues if i.code is IssueCode.PLACE_UNKNOWN]


def test_a_village_told_to_lie_in_an_area_is_not_its_namesake_abroad(read: Read) -> None:
    found, issues = read("Six people died in the town of Sarmin in Idlib province.")
    assert found["Sarmin"].place.geoname_id is None and found["Sarmin"].place.admin1 == "Idlib"
    assert [i.code for i in issues] == [IssueCode.PLACE_UNKNOWN]


def test_the_finest_place_comes_first_and_the_area_after_it(places: Where) -> None:
    found = places("Twelve people were killed in Ariha in Syria's Idlib province.", "Twelve people were killed")
    assert [p.geoname_id for p in found][:2] == [4, 2]


def test_the_home_town_is_not_where_it_happened(places: Where) -> None:
    found = places("A man from Damascus was killed in Ariha.", "was killed")
    assert [p.geoname_id for p in found] == [4]


def test_the_report_s_places_serve_where_the_sentence_has_none(places: Where) -> None:
    text = "Shells fell on Ariha. Four people were killed."
    assert [p.geoname_id for p in places(text, "Four people were killed")] == [4]


def test_capitals_are_read_after_prepositions(read: Read, places: Where) -> None:
    text = "DAMASCUS, 3 JAN 90 -- A BOMB EXPLODED IN ARIHA YESTERDAY AND KILLED TWO PEOPLE."
    found, _ = read(text)
    assert found["DAMASCUS"].place.geoname_id == 5 and found["ARIHA"].place.geoname_id == 4
    assert places(text, "KILLED TWO PEOPLE")[0].geoname_id == 4


def test_the_same_report_gives_the_same_places(read: Read) -> None:
    text = "Shells fell on Paris, Moscow, Ariha and Idlib. Syria and Jordan said nothing."
    assert read(text) == read(text)


def test_another_latin_spelling_is_the_one_place_that_it_may_be_and_says_so(read: Read) -> None:
    found, issues = read("Three people were killed in Aryha, Idlib province, Syria.")
    place = found["Aryha"].place
    assert (place.geoname_id, place.match, place.precision) == (4, PlaceMatch.SPELLING, P.SETTLEMENT)
    assert found["Syria"].place.match is PlaceMatch.NAME
    assert not any(i.words == "Aryha" for i in issues)


def test_a_spelling_of_several_places_stays_open_and_an_issue_names_them(read: Read) -> None:
    found, issues = read("Three people were killed in the town of Benneesh, Idlib province, Syria.")
    place = found["Benneesh"].place
    assert place.unlisted and place.match is None and place.admin1 == "Idlib"
    told = [i.message for i in issues if i.code is IssueCode.PLACE_AMBIGUOUS and i.words == "Benneesh"]
    assert told == ["spelled like Binnish, Idlib or Bannish, Idlib"]


@pytest.mark.parametrize("text", ["Aryha spoke. It is in Syria.", "Three were killed in Aryha, Texas."])
def test_a_spelling_alone_or_in_another_country_is_no_place_there(read: Read, text: str) -> None:
    found, _ = read(text)
    assert all(m.place.geoname_id != 4 for m in found.values())


@pytest.mark.parametrize(
    ("text", "words", "number", "precision"),
    [
        (
            "Syrian troops clashed in the country's restive north, killing six.",
            "the country's restive north",
            1,
            P.REGION,
        ),
        ("Bombs killed six in the capital on Monday, said Syria.", "the capital", 5, P.SETTLEMENT),
    ],
)
def test_a_part_of_the_one_country_told(read: Read, text: str, words: str, number: int, precision: P) -> None:
    found, _ = read(text)
    assert (found[words].place.geoname_id, found[words].place.precision) == (number, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Six were killed in the north of the town, said Syria.",
        "France said that six were killed in the capital of Syria, in the north.",
        "Six were killed in the capital.",
    ],
)
def test_a_part_of_something_else_or_of_one_of_several_is_none(read: Read, text: str) -> None:
    found, _ = read(text)
    assert not {"the north", "the capital"} & set(found)


def test_the_ends_of_a_road_are_told_each_with_what_lies_about_it(read: Read) -> None:
    found, _ = read("A mine on the Damascus-Ariha main road killed six.")
    assert {w: (m.place.precision, m.role) for w, m in found.items()} == {
        "Damascus": (P.VICINITY, "site"),
        "Ariha": (P.VICINITY, "site"),
    }


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Six died near the Syria-Jordan border.", {"Syria": "mention", "Jordan": "mention"}),
        ("A Russia-Syria deal and Russian-US talks.", dict.fromkeys(("Russia", "Syria"), "mention")
         | dict.fromkeys(("Russian", "US"), "demonym")),
        ("A Damascus-based group spoke.", {"Damascus": "origin"}),
        ("Two Dallas-area schools closed.", {"Dallas": "site"}),
        ("Ann Dallas-Paris spoke.", {}),
        ("Mr Marsh, R-Ohio, spoke.", {}),
        ("Damascus-backed forces left.", {}),
    ],
)  # fmt: skip
def test_what_a_hyphen_ties_to_a_place(read: Read, text: str, roles: dict[str, str]) -> None:
    assert {words: m.role for words, m in read(text)[0].items()} == roles


def test_a_spelling_without_a_country_is_a_large_town_or_none(read: Read) -> None:
    found, _ = read("A bomb killed six in the city of Aryha. Another killed two in the town of Banneesh.")
    assert found["Aryha"].place.geoname_id == 4
    assert found["Banneesh"].place.unlisted


def test_a_site_in_a_town_keeps_the_town_s_point_and_is_told(read: Read) -> None:
    found, _ = read("Jets struck al-Hal market in Ariha. A market in Damascus was hit.")
    ariha = found["Ariha"].place
    assert (ariha.site, ariha.precision, ariha.lat) == ("al-Hal market", P.SETTLEMENT, 35.81)
    assert found["Damascus"].place.site is None


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("DAMASCUS (Agency) - Six were killed in Idlib.", {"DAMASCUS"}),
        ("DALLAS, Texas, June 5 -- Six were killed in Paris.", {"DALLAS", "Texas"}),
        ("Damascus, Agency – Six were killed in Idlib.", {"Damascus"}),
        ("Damascus - the capital - was hit.", set()),
        ("DAMASCUS-based Agency said six were killed.", set()),
        ("SYRIA has said - and Russia - that six were killed in Idlib.", set()),
    ],
)
def test_a_dateline_is_told(read: Read, text: str, sent: set[str]) -> None:
    assert {words for words, m in read(text)[0].items() if m.role == "dateline"} == sent


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Six died in Dallas, Tex. on Monday.", {"Dallas", "Tex."}),
        ("Six died in Dallas, Tex, on Monday.", {"Dallas", "Tex"}),
        ("Six died across Tex. on Monday.", {"Tex."}),
        ("Abu Tex. came. Tex Marsh was hurt.", set()),
    ],
)
def test_a_state_s_short_form_is_told_by_a_comma_or_its_stop(read: Read, text: str, told: set[str]) -> None:
    assert set(read(text)[0]) == told


def test_a_party_struck_is_no_unknown_village(read: Read) -> None:
    found, issues = read("Air strikes on ISIS in Syria hit the village of Maasaran.")
    assert set(found) == {"Syria", "Maasaran"} and [i.words for i in issues] == ["Maasaran"]


def test_a_site_s_name_is_no_place_elsewhere_and_its_town_is_no_area(read: Read) -> None:
    found, issues = read("Six died at Moscow hospital in the city of Idlib. Four died at Ariha market in Idlib.")
    assert "Moscow" not in found and found["Ariha"].place.geoname_id == 4 and not issues
    assert (found["Idlib"].place.geoname_id, found["Idlib"].place.site) == (3, "Ariha market")
    far, _ = read("A raid on the Zahraa hospital in Syria killed six.")
    assert (far["Syria"].place.precision, far["Syria"].place.site) == (P.COUNTRY, None)


def test_an_open_name_keeps_what_else_it_may_mean(read: Read) -> None:
    found, issues = read("Officers shot a man near Albans on Monday.")
    place = found["Albans"].place
    assert [c.geoname_id for c in place.candidates] == [26, 25] and place.geoname_id == 26
    assert place.candidates[0].score > place.candidates[1].score
    assert place.within is None and not found["Albans"].confident
    assert [i.message for i in issues if i.code is IssueCode.PLACE_AMBIGUOUS] == ["taken for Albans, GB"]


def test_two_villages_of_one_name_in_the_area_said_are_open_though_the_area_is_sure(read: Read) -> None:
    found, issues = read("Shells hit the village of Marj in Idlib province.")
    marj = found["Marj"]
    assert {c.geoname_id for c in marj.place.candidates} == {29, 30}
    assert marj.confident and marj.place.within is None and not issues


@pytest.mark.parametrize(
    ("text", "words", "area"),
    [
        ("Three people were killed in Paris, Texas, on Monday.", "Paris", "Texas"),
        ("Shells hit the town of Binnish in Idlib province.", "Binnish", "Idlib"),
        ("Three people were killed in Paris on Monday.", "Paris", None),
        ("Shells hit the city of Idlib.", "Idlib", None),
    ],
)
def test_a_place_is_within_what_the_report_says(read: Read, text: str, words: str, area: str | None) -> None:
    place = read(text)[0][words].place
    assert place.within == area and not place.candidates


def test_what_a_report_says_once_that_a_place_lies_in_holds_for_all_of_it(gazetteer: Gazetteer) -> None:
    report = Report("r", "Shells hit the town of Binnish in Idlib province. Two people died in Binnish.")
    mentions, _ = resolve(mark(report, load("en")), report, gazetteer, load("en"))
    assert [m.place.within for m in mentions if m.place.words == "Binnish"] == ["Idlib", "Idlib"]


def test_a_capital_told_without_its_name_has_no_namesakes(read: Read) -> None:
    found, issues = read("A bomb went off in the Russian capital on Monday.")
    assert not found["Russian capital"].place.candidates and found["Russian capital"].confident and not issues


def test_an_area_said_for_its_town_comes_after_it(read: Read) -> None:
    text = "Soldiers killed two people in the West Bank city of Hebron."
    found, _ = read(text)
    assert found["West Bank"].place.geoname_id == 43
    # Where lists know a village of the name elsewhere, the text's town is that of its words.
    town = replace(found["Hebron"], place=replace(found["Hebron"].place, precision=P.SETTLEMENT, country="PS"))
    ground = Ground([found["West Bank"], town], mark(Report("r", text), load("en")))
    told = text.index("killed")
    assert [p.words for p in ground.where([Span.of(text, told, told + 17)])] == ["Hebron", "West Bank"]


def test_a_water_is_not_the_area_called_after_it(read: Read) -> None:
    assert "Red Sea" not in read("Six sailors were killed in the Red Sea.")[0]
    assert read("Six people were killed in the Red Sea port of Dallas.")[0]["Dallas"].candidate.noun == "settlement"
    assert read("Six people were killed in Red Sea state.")[0]["Red Sea"].place.geoname_id == 45


def test_a_town_is_not_inside_its_own_district(read: Read) -> None:
    found, _ = read("Six people were killed in the Lamar district of Dallas.")
    assert found["Dallas"].place.geoname_id == 16


def test_a_given_name_is_a_town_where_its_area_follows(read: Read) -> None:
    found, _ = read("He rode home to Ohio by bicycle, past Norman, Texas, and back.")
    assert found["Norman"].place.geoname_id == 46
    assert "Norman" not in read("Norman, a clerk, was killed in Dallas, Texas.")[0]
