"""The lock check finds packages from other places."""

from checks.lock import foreign


def test_other_hosts_are_found() -> None:
    lock = 'url = "https://files.pythonhosted.org/a"\nurl = "https://example.org/b"\nurl = "file:///here/c"'
    assert foreign(lock) == {"example.org", ""}


def test_the_public_index_is_at_home() -> None:
    assert foreign('registry = "https://pypi.org/simple"\nurl = "https://files.pythonhosted.org/a"') == set()
