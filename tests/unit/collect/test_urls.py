import pytest

from harmledger.collect.urls import canonical, names_a_page


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("HTTP://WWW.Example.ORG/News/", "https://example.org/News"),
        ("https://example.org/a?utm_source=x&id=7&fbclid=q#top", "https://example.org/a?id=7"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"),
        ("https://m.example.org:443/a", "https://example.org/a"),
        ("https://example.org:8080/a", "https://example.org:8080/a"),
        ("https://user:secret@example.org/a", "https://example.org/a"),
        ("https://x.com/demo/status/1217571234567890123?s=20", "https://twitter.com/demo/status/1217571234567890123"),
        ("https://mobile.twitter.com/demo/status/1?t=abc", "https://twitter.com/demo/status/1"),
        ("https://example.org/news/story/amp/", "https://example.org/news/story"),
        ("https://example.org/news/story.amp.html", "https://example.org/news/story.html"),
        ("https://example-org.cdn.ampproject.org/c/s/example.org/story", "https://example.org/story"),
        ("https://web.archive.org/web/20200116120000/http://example.org/story", "https://example.org/story"),
        ("https://web.archive.org/web/20200116120000id_/http://example.org/story", "https://example.org/story"),
        ("https://example.org/%d8%a5%D8%af", "https://example.org/%D8%A5%D8%AF"),
        ("https://example.org/إد", "https://example.org/%D8%A5%D8%AF"),
        ("https://example.org/a%2fb/%7Ec", "https://example.org/a%2Fb/~c"),
        ("https://مثال.example/a", "https://xn--mgbh0fb.example/a"),
        ("https://example.org", "https://example.org/"),
    ],
)
def test_one_form(url: str, same: str) -> None:
    assert canonical(url) == same
    assert canonical(same) == same


@pytest.mark.parametrize(
    "url", ["", "news.txt", "ftp://example.org/a", "https://", "https://[::1", "https://a b/c", "https://h:x/"]
)
def test_no_url(url: str) -> None:
    assert canonical(url) is None


def test_a_query_that_says_which_page_is_kept() -> None:
    assert canonical("https://example.org/?p=300988") != canonical("https://example.org/?p=300989")


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://example.org/", False),
        ("https://example.org/?p=3", True),
        ("https://example.org/story", True),
        ("https://twitter.com/demo", False),
        ("https://twitter.com/demo/status/1", True),
        ("https://facebook.com/permalink.php?story_fbid=1&id=2", True),
    ],
)
def test_a_front_names_no_page(url: str, page: bool) -> None:
    assert names_a_page(url) is page
