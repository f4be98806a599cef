from pathlib import Path

import pytest

from harmledger.config import Config, load_config
from harmledger.errors import ConfigError


def load(tmp_path: Path, content: str = "", **environment: str) -> Config:
    (tmp_path / "harmledger.toml").write_text(content, encoding="utf8")
    return load_config({"XDG_CONFIG_HOME": str(tmp_path / "none"), **environment}, tmp_path)


def test_nothing_said_is_the_default(tmp_path):
    assert load(tmp_path) == Config()
    assert Config().gazetteer.name == "gazetteer.sqlite"


def test_the_environment_goes_over_the_file(tmp_path):
    config = load(
        tmp_path, 'jobs = 2\nledger = "a.db"\nlanguages = ["EN"]\nsources = "s.toml"\n', HARMLEDGER_JOBS="3", HOME="/"
    )
    assert (config.jobs, config.languages) == (3, ("en",))
    assert config.ledger == str(tmp_path / "a.db") and config.sources == tmp_path / "s.toml"


def test_an_address_is_no_path(tmp_path):
    assert load(tmp_path, 'ledger = "postgresql://h/d"').ledger == "postgresql://h/d"


@pytest.mark.parametrize(
    ("content", "environment", "named"),
    [
        ("job = 2", {}, "job is no setting. Did you mean jobs?"),
        ("zzz = 2", {}, "There are: gazetteer"),
        ("", {"HARMLEDGER_GAZETEER": "x"}, "Did you mean HARMLEDGER_GAZETTEER?"),
        ("", {"HARMLEDGER_JOBS": "many"}, "HARMLEDGER_JOBS is 'many'"),
        ("jobs = 0", {}, "at least 1"),
        ("jobs = true", {}, "at least 1"),
        ('languages = "en"', {}, "two-letter"),
        ("ledger = 3", {}, "quotation marks"),
        ("ledger = ", {}, "harmledger.toml"),
        ("", {"HARMLEDGER_CONFIG": "/nowhere.toml"}, "no such file"),
    ],
)
def test_a_wrong_setting_is_named_with_its_remedy(tmp_path, content, environment, named):
    with pytest.raises(ConfigError) as told:
        load(tmp_path, content, **environment)
    assert named in str(told.value)


def test_debug_is_no_setting_and_no_error(tmp_path):
    assert load(tmp_path, HARMLEDGER_DEBUG="1", HARMLEDGER_LEDGER="") == Config()


def test_a_relative_data_folder_is_ignored(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert Config().gazetteer.is_relative_to(Path.home())
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Config().gazetteer == tmp_path / "harmledger" / "gazetteer.sqlite"
