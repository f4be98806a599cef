"""The lock names one index and nothing else."""

from checks.lock import faults

INDEX = 'registry = "https://index.example/simple"\nurl = "https://files.example/a"\n'


def test_one_index_and_the_host_of_its_files_are_well() -> None:
    assert faults(INDEX) == []


def test_a_third_host_is_named() -> None:
    assert faults(INDEX + 'url = "https://mirror.example/a"') == ["hosts: files.example, index.example, mirror.example"]


def test_files_and_repositories_are_named() -> None:
    assert faults(INDEX + 'url = "file:///opt/a"\nurl = "git+https://code.example/a"') == [
        "file://",
        "git+https://code.example",
    ]
