from pathlib import Path

import pytest

from harmledger.adapters.fetch.agreements import load_agreements
from harmledger.adapters.fetch.sources import load_sources
from harmledger.adapters.fetch.words import date_words
from harmledger.errors import InputError
from harmledger.model.codes import AgreementKind, PlacePrecision, SourceKind, TimePrecision

TRUCE = """
[[agreement]]
name = "A truce"
kind = "ceasefire"
parties = ["A", "B"]
[[agreement.announced]]
at = "2020-01-12T00:01+03:00"
said_by = "B"
[[agreement.announced]]
at = 2020-01-11T20:00:00+01:00
said_by = "A"
[[agreement.where]]
name = "The zone"
precision = "region"
country = "SY"
lat = 35.8
lon = 36.6
radius_km = 60
"""
SOURCE = '[[source]]\nname = "Rescuers"\nkind = "rescue service"\naliases = ["المنقذون"]\ncredible = "was there"\n'


def write(folder: Path, text: str) -> Path:
    path = folder / "file.toml"
    path.write_text(text, encoding="utf8")
    return path


def test_an_agreement(tmp_path: Path) -> None:
    (one,) = load_agreements(write(tmp_path, TRUCE))
    assert (one.kind, one.parties, one.ends, one.span) == (AgreementKind.CEASEFIRE, ("A", "B"), None, None)
    assert [a.said_by for a in one.announced] == ["B", "A"]
    assert one.effective is not None
    assert (one.effective.start, one.effective.precision) == ("2020-01-11T20:00+01:00", TimePrecision.HOUR)
    (zone,) = one.where
    assert (zone.precision, zone.point, zone.radius_km) == (PlacePrecision.REGION, (35.8, 36.6), 60)
    assert one.id == load_agreements(write(tmp_path, TRUCE))[0].id


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "A truce"', 'nmae = "A truce"', "nmae"),
        ('kind = "ceasefire"', 'kind = "peace"', "ceasefire"),
        ('kind = "ceasefire"', "", "kind"),
        ('parties = ["A", "B"]', 'parties = "A"', "parties"),
        ("lat = 35.8", "lat = 95.8", "lat"),
        ("lat = 35.8", "", "half a point"),
        ('country = "SY"', 'country = "Syria"', "ISO 3166"),
        ("2020-01-12T00:01+03:00", "2020-01-12T00:01", "zone"),
        ("2020-01-12T00:01+03:00", "2020-02-31", "2020-02-31"),
        ("2020-01-12T00:01+03:00", "Sunday", "Sunday"),
        ('said_by = "B"', "said_by = 3", "said_by"),
        ("[[agreement.announced]]", "[[agreement.anounced]]", "anounced"),
        ("[[agreement]]", "[agreement]", "[[agreement]]"),
        ("[[agreement]]", "[[truce]]\n[[agreement]]", "truce"),
        ('name = "A truce"', "name = ", "no TOML"),
    ],
)
def test_a_wrong_agreement_names_file_and_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = write(tmp_path, TRUCE.replace(old, new))
    with pytest.raises(InputError) as caught:
        load_agreements(path)
    assert said in str(caught.value)
    assert caught.value.where == path.as_posix()


def test_the_line_where_the_entry_begins(tmp_path: Path) -> None:
    text = '[[source]]\nname = "A"\nkind = "outlet"\n\n[[source]]\nname = "B"\nkind = "paper"\n'
    with pytest.raises(InputError) as caught:
        load_sources(write(tmp_path, text))
    assert caught.value.line == 5


def test_two_agreements_of_one_id(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="taken"):
        load_agreements(write(tmp_path, TRUCE + TRUCE))


def test_a_source(tmp_path: Path) -> None:
    (one,) = load_sources(write(tmp_path, SOURCE))
    assert (one.name, one.kind, one.aliases) == ("Rescuers", SourceKind.RESCUE, ("المنقذون",))
    assert (one.credible, one.side) == ("was there", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SOURCE.replace("credible =", "credibel ="), "credibel"),
        (SOURCE.replace('"was there"', "true"), "no reason"),
        (SOURCE.replace('name = "Rescuers"\n', ""), "name"),
        (SOURCE + SOURCE.replace("Rescuers", "Others"), "المنقذون"),
        (SOURCE.replace('"rescue service"', '"rescuer"'), "hospital"),
    ],
)
def test_a_wrong_source(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        load_sources(write(tmp_path, text))
    assert said in str(caught.value)


def test_no_file_and_no_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_sources(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'[[source]]\nname = "\xe9"\n')
    with pytest.raises(InputError, match="UTF-8"):
        load_sources(tmp_path / "latin.toml")


def test_date_words_of_both_languages() -> None:
    months = date_words().months
    assert {months["january"], months["كانون الثاني"], months["يناير"]} == {1}
    assert set(months.values()) == set(range(1, 13))
