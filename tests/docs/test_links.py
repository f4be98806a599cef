"""Every link within the documents leads somewhere."""

from pathlib import Path

import pytest
from checks.documents import broken_links, documents

PAGES = documents()


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_lead_somewhere(page: Path) -> None:
    assert list(broken_links(page)) == []


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One thing\n[here](#one-thing) [there](other.md) [where](#another) [out](https://example.org)")
    assert list(broken_links(page)) == ["other.md", "#another"]


def test_the_documents_a_newcomer_looks_for_are_there() -> None:
    names = {str(page) for page in PAGES}
    assert {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/tutorial.md", "docs/method.md"} <= names
    assert {"docs/glossary.md", "docs/data.md"} <= names
