import csv
import json
from io import StringIO

import pytest

from harmledger.model.codes import Outcome, PlacePrecision
from harmledger.model.incident import Incident
from harmledger.model.place import Place
from harmledger.model.toll import Toll
from harmledger.model.when import When
from harmledger.publish import redact
from harmledger.publish.geojson import feature_collection
from harmledger.publish.names import Known
from harmledger.publish.tables import INCIDENT_COLUMNS, as_csv, jsonl

KNOWN = Known().also(["A", "B"])
IDLIB = Place("Idlib, the city", "Idlib", PlacePrecision.SETTLEMENT, lat=35.93, lon=36.63, country="SY")


def incidents():
    from datetime import date

    toll = {Outcome.KILLED: Toll(18, 19, 19, True)}
    yield redact.incident(
        Incident("i-1", when=When.on(date(2020, 1, 15)), where=(IDLIB,), toll=toll, voices=("A", "B")), KNOWN
    )
    yield redact.incident(Incident("i-2"), KNOWN)


def rows(records, columns):
    return list(csv.DictReader(StringIO("".join(as_csv(records, columns)))))


def test_csv_has_a_header_and_a_line_an_incident():
    first, second = rows(incidents(), INCIDENT_COLUMNS)
    assert (first["id"], first["when.start"], first["where.name"]) == ("i-1", "2020-01-15", "Idlib, the city")
    assert (first["toll.killed.low"], first["toll.killed.high_open"], first["voices"]) == ("18", "True", "A | B")
    assert second["id"] == "i-2" and second["where.lat"] == "" and second["means"] == "unknown"


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1+1"])
def test_no_cell_is_a_formula(formula):
    [row] = rows([{"id": formula}], ("id",))
    assert row["id"] == "'" + formula.replace("\r", "\n")


def test_negative_numbers_stay_numbers():
    [row] = rows([{"lon": -17.5}], ("lon",))
    assert row["lon"] == "-17.5"


def test_jsonl_is_a_record_a_line():
    lines = [json.loads(line) for line in jsonl(incidents())]
    assert [line["id"] for line in lines] == ["i-1", "i-2"]
    assert lines[0]["toll"]["killed"]["best"] == 19


def test_geojson_holds_every_incident_longitude_first():
    collection = json.loads("".join(feature_collection(incidents())))
    one, two = collection["features"]
    assert one["geometry"] == {"type": "Point", "coordinates": [36.63, 35.93]}
    assert (one["id"], one["properties"]["when"]["start"]) == ("i-1", "2020-01-15")
    assert two["geometry"] is None
    assert json.loads("".join(feature_collection([])))["features"] == []
