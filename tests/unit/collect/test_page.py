import pytest

from harmledger.collect.collect import collect
from harmledger.collect.kinds import HTML
from harmledger.collect.page import MOST
from harmledger.collect.raw import Raw
from harmledger.errors import InputError

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Nine killed in Idlib - A Daily</title>
<meta property="og:title" content="Nine killed in Idlib"><meta property="og:site_name" content="A Daily">
{date}<link rel="canonical" href="https://daily.example/world/nine-killed"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Nine killed in Idlib</h1>
<p>Nine civilians were killed on Wednesday when bombs fell on a market in the city of Idlib, rescuers said.</p>
<p>Two of them were children, according to the monitor, which keeps a network of sources in the country.</p>
</article>
<aside class="related"><h2>Related stories</h2><ul><li><a href="/b">Forty killed in another war</a></li></ul></aside>
<div id="comments" class="comments"><h3>Comments</h3><div class="comment"><p>I heard it was 50 dead.</p></div></div>
<footer>Contact us</footer></body></html>"""


def page(html: str, encoding: str = "utf-8") -> Raw:
    return Raw("page.html", html.encode(encoding), HTML)


def test_the_article_without_its_chrome() -> None:
    meta = '<meta property="article:published_time" content="2020-01-16T08:30:00+01:00">'
    report = collect(page(PAGE.format(date=meta))).report
    assert report.text.split("\n\n") == [
        "Nine civilians were killed on Wednesday when bombs fell on a market in the city of Idlib, rescuers said.",
        "Two of them were children, according to the monitor, which keeps a network of sources in the country.",
    ]
    assert (report.title, report.publisher, report.language) == ("Nine killed in Idlib", "A Daily", "en")
    assert (report.published, report.url) == ("2020-01-16T08:30+01:00", "https://daily.example/world/nine-killed")


@pytest.mark.parametrize(
    "date",
    [
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-01-16T08:30:00Z"}</script>',
        '<meta content="2020-01-16T08:30:00Z" itemprop="datePublished">',
        "<meta name='pubdate' content='2020-01-16T08:30Z'>",
    ],
)
def test_where_pages_keep_their_time(date: str) -> None:
    assert collect(page(PAGE.format(date=date))).report.published == "2020-01-16T08:30Z"


def test_a_table_keeps_its_cells_and_a_list_its_lines() -> None:
    rows = "<table><tr><th>Town</th><th>Killed</th></tr><tr><td>Khan Seif</td><td>9</td></tr></table>"
    lines = "<ul><li>Khan Seif: 9 killed</li><li>Tall Zahra: 2 killed</li></ul>"
    report = collect(page(PAGE.format(date="").replace("</article>", f"{rows}{lines}</article>"))).report
    text = report.text.split("\n\n")
    assert [cell.strip() for cell in next(t for t in text if "Town" in t).split("|")] == ["", "Town", "Killed", ""]
    assert [cell.strip() for cell in text[-3].split("|")] == ["", "Khan Seif", "9", ""]
    assert text[-2:] == ["- Khan Seif: 9 killed", "- Tall Zahra: 2 killed"]


def test_links_to_other_stories_go_and_linked_words_stay() -> None:
    html = """<html><body><article><p>Nine civilians were killed on Wednesday in the city of Idlib, rescuers said.</p>
    <p>Read also: <a href="/b">Forty killed in another war</a></p><p><b>More:</b> <a href="/c">Sixty killed</a></p>
    <p>It said <a href="/d">two of them were children</a>.</p><p>The toll: <a href="/e">nine</a> killed.</p>
    <p>Rescuers are still at work.</p></article><div id="respond"><p>Leave a reply</p></div></body></html>"""
    assert collect(page(html)).report.text.split("\n\n")[1:] == [
        "It said two of them were children.",
        "The toll: nine killed.",
        "Rescuers are still at work.",
    ]


def test_no_time_is_no_time() -> None:
    assert collect(page(PAGE.format(date=""))).report.published is None


def test_declared_code_page() -> None:
    html = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head><body>
    <article><p>قتل تسعة مدنيين في مدينة إدلب اليوم الأربعاء جراء غارات جوية.</p></article></body></html>"""
    found = collect(page(html, "cp1256"))
    assert "قتل تسعة مدنيين" in found.report.text
    assert found.report.language == "ar"
    assert found.issues == ()


@pytest.mark.parametrize("html", ["<html><body><script>var a = 1</script></body></html>", "<" * 5000, "<div>" * 5000])
def test_a_page_without_a_text(html: str) -> None:
    with pytest.raises(InputError, match=r"no article's text.*\.txt"):
        collect(page(html))


def test_a_page_beyond_all_measure() -> None:
    with pytest.raises(InputError, match="MB"):
        collect(Raw("page.html", b"<p>x</p>" * (MOST // 8 + 1), HTML))
