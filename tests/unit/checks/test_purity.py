"""The purity check finds what it should, and nothing else."""

import pytest
from checks.purity import impurities


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        ("x = 1\nopen('a')", 2, "open"),
        ("print('a')", 1, "print"),
        ("def f(p): return p.read_text()", 1, ".read_text"),
        ("def f(p):\n    p.write_bytes(b'')", 2, ".write_bytes"),
        ("from pathlib import Path\nwith Path('a').open() as f: pass", 2, ".open"),
        ("import time\ntime.time()", 2, "time.time"),
        ("from time import time\ntime()", 2, "time.time"),
        ("from datetime import datetime\ndatetime.now()", 2, "datetime.now"),
        ("import datetime as dt\ndt.datetime.utcnow()", 2, "datetime.utcnow"),
        ("import datetime\ndatetime.datetime.today()", 2, "datetime.today"),
        ("from datetime import date\ndate.today()", 2, "date.today"),
        ("import os\nos.environ['A']", 2, "os.environ"),
        ("from os import environ\nenviron['A']", 2, "os.environ"),
        ("from uuid import uuid4 as new\nnew()", 2, "uuid.uuid4"),
    ],
)
def test_what_is_impure_is_named_with_its_line_and_remedy(source: str, line: int, what: str) -> None:
    found = list(impurities(source))
    assert [(where, name) for where, name, _ in found] == [(line, what)]
    assert all(remedy for _, _, remedy in found)


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import datetime\ndatetime.fromisoformat('2020-01-01')",
        "from datetime import date\ndate(2020, 1, 1)",
        "def f(opened): return opened",
        "'open(print(time.time()))'",
        "def f(when, time): return when.time, time",
    ],
)
def test_what_is_pure_passes(source: str) -> None:
    assert list(impurities(source)) == []
