"""Whatever the bytes: a Report or an InputError, and quotes that are the text at their offsets."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harmledger.adapters.fetch.words import date_words
from harmledger.collect import kinds
from harmledger.collect.collect import collect
from harmledger.collect.raw import Raw
from harmledger.collect.urls import canonical
from harmledger.errors import InputError
from harmledger.model.codec import encode
from harmledger.model.when import first_day

WORDS = date_words()
BYTES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(lambda s: s.encode("utf-8", "surrogatepass")),
    st.text(alphabet="<>/pdivhtml =\"'&;:{}[]\nTitleDateFromSubject0129-", max_size=300).map(str.encode),
)


@pytest.mark.parametrize("kind", [kinds.TEXT, kinds.HTML, kinds.PDF, kinds.MAIL, kinds.JSON])
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    data=BYTES,
    lead=st.sampled_from([b"", b"%PDF-1.4\n", b"From: a\nSubject: b\n\n", b"<html><body><p>", b"\xef\xbb\xbf"]),
)
def test_any_bytes(kind: str, data: bytes, lead: bytes) -> None:
    raw = Raw("a#1", lead + data, kind, 1)
    try:
        found = collect(raw, WORDS)
    except InputError as error:
        assert error.where
        assert error.remedy
        return
    report = found.report
    assert report.text.strip()
    assert encode(report)
    assert "\r" not in report.text
    assert report.published is None or first_day(report.published)
    assert all(i.span is None or i.span.holds(report.text) for i in found.issues)


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1).filter(lambda s: not s.isspace()), st.text(max_size=30))
def test_a_line_keeps_its_text(text: str, published: str) -> None:
    record = {"id": "x", "text": text, "published": published}
    raw = Raw("a#x", json.dumps(record).encode(), kinds.JSON, 1)
    try:
        found = collect(raw, WORDS)
    except InputError:
        assert not text.replace("\ufeff", "").strip()
        return
    assert found.report.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert found == collect(raw, WORDS)


@settings(max_examples=300, deadline=None)
@given(st.from_regex(r"https?://[a-z.]{1,12}(:\d{1,3})?/[ -~é]{0,30}(\?[ -~]{0,20})?", fullmatch=True))
def test_the_canonical_form_is_its_own(url: str) -> None:
    once = canonical(url)
    assert once is None or canonical(once) == once
