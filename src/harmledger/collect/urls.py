"""URLs: one canonical form, so that one page seen by several links is one address.

Scheme and host in lower case, `http` as `https`; fragments, user names, passwords, default ports, tracking parameters
and a trailing slash off; the rest of the query sorted. The fronts of one site (`www.`, `m.`, `mobile.`, `amp.`, an
`/amp` path, `x.com` for `twitter.com`) are the site; an archived or AMP-cached copy is the page it is a copy of. The
canonical form is an identity, not a link to follow: a report keeps the URL it was given.
"""

import re
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(utm_|at_|mc_|pk_|mtm_|hsa_|oly_|vero_|__tn__|__cft__|__xts__|__twitter_impression)"
    r"|(fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|twclid|ref_src|ref_url|cmpid|cmp|ocid|ncid|smid|smtyp"
    r"|spm|_ga|_gl|rss|amp|outputtype|feature|mibextid|rdid|share_url|taid)\Z",
    re.IGNORECASE,
)
_FRONT = re.compile(r"(?:www\d?|m|mobile|amp)\.(?=[^.]+\.[^.]+)")
_COPY = re.compile(
    r"https?://(?:web\.archive\.org/web/\d+[a-z_]*/|(?:www\.)?google\.[a-z.]+/amp/(?:s/)?"
    r"|[^/]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?)(?P<page>.+)",
    re.IGNORECASE,
)
_AMP = re.compile(r"(?<=/)amp/?\Z|(?<=[^/])\.amp(?=\.html\Z|\Z)")
_PORTS = {"http": 80, "https": 443}
_SAME = {
    "x.com": "twitter.com",
    "vxtwitter.com": "twitter.com",
    "fxtwitter.com": "twitter.com",
    "fb.com": "facebook.com",
}
_POSTS = frozenset({"twitter.com", "youtu.be"})  # there `s` and `t` say who shared it how
_SAFE = "/-._~!$&'()*+,;=:@"


def canonical(url: str) -> str | None:
    """The canonical form of an http(s) URL; None where it is none. `canonical` of a canonical URL is itself."""
    copy = _COPY.match(url.strip())
    if copy:
        page = copy["page"]
        return canonical(page if "://" in page[:10] else "https://" + page)
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host or re.search(r"[\s/\\%]", host):
        return None
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    while (bare := _FRONT.sub("", host, count=1) if _FRONT.match(host) else host) != host:
        host = bare
    host = _SAME.get(host, host)
    if port not in (None, *_PORTS.values()):
        host = f"{host}:{port}"
    path = _AMP.sub("", _tidy(parts.path)).rstrip("/")
    return urlunsplit(("https", host, path or "/", _query(parts.query, host), ""))


def _query(query: str, host: str) -> str:
    kept = [
        (key, value)
        for key, value in parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
        if not _TRACKING.match(key) and not (host in _POSTS and key in ("s", "t"))
    ]
    return urlencode(sorted(kept), errors="surrogateescape")


def _tidy(path: str) -> str:
    """A path with one form of each escape: bytes that need none stand as themselves, the others in upper case."""
    pieces = re.split(r"(%(?:2[fF]|25|3[fF]|23))", re.sub(r"/{2,}", "/", path))
    return "".join(
        piece.upper() if at % 2 else quote(unquote_to_bytes(piece.encode("utf-8", "surrogatepass")), safe=_SAFE)
        for at, piece in enumerate(pieces)
    )


def names_a_page(url: str) -> bool:
    """Does a canonical URL name one page, not a site's or an account's front? Only then is it an identity."""
    parts = urlsplit(url)
    if not parts.path.strip("/") and not parts.query:
        return False
    return not (
        parts.hostname in ("twitter.com", "facebook.com", "t.me", "youtube.com")
        and parts.path.count("/") < 2
        and not parts.query
    )
