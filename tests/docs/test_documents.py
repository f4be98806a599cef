"""The documents' commands run, and print what the documents say they print."""

from pathlib import Path

import pytest
from checks.documents import documents, has_commands, rerun

PAGES = [page for page in documents() if has_commands(page)]


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_commands_print_what_the_page_says(page: Path) -> None:
    text = page.read_text(encoding="utf8")
    assert rerun(text, Path()) == text, "run: make docs"


def test_the_tutorial_runs() -> None:
    assert Path("docs/tutorial.md") in PAGES


def test_outputs_are_written_anew(tmp_path: Path) -> None:
    (tmp_path / "samples").mkdir()
    page = "before\n```console\n$ echo one\nzwei\n$ echo three; false\n```\nafter\n```text\n$ echo four\n```\n"
    now = "before\n```console\n$ echo one\none\n$ echo three; false\nthree\n```\nafter\n```text\n$ echo four\n```\n"
    assert rerun(page, tmp_path) == now
