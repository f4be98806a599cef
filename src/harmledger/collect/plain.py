"""Plain text and JSON lines to Fields.

A `.txt` may begin with a header block: lines `Key: value` up to the first blank line, the first of them one of
Title, Published, Publisher, Url, Language, Id (in any case). Other keys, such as Note, may follow and are ignored.
The block is no part of the text.
"""

import json
import re
from dataclasses import replace
from typing import Any

import msgspec

from harmledger.collect.decode import broken, decode, mend
from harmledger.collect.fields import Fields, said
from harmledger.collect.kinds import refuse_binary
from harmledger.collect.message import is_tweet, tweet
from harmledger.collect.raw import Raw
from harmledger.errors import InputError
from harmledger.model.issue import Issue

KEYS = ("id", "title", "published", "publisher", "url", "language")
_HEADER = re.compile(r"([A-Za-z][A-Za-z-]{1,19})[ \t]*:(?=[ \t]|$)[ \t]*(.*)")
_MOST_HEADERS, _LONGEST_HEADER = 20, 2000


def from_text(raw: Raw) -> Fields:
    """Fields of a plain text.

    Raises:
        InputError: bytes that are no text.
    """
    refuse_binary(raw.address, raw.data[:4096])
    decoded = decode(raw.data)
    head, text = _header(decoded.text)
    return Fields(text, **{key: said(head.get(key)) for key in KEYS}, issues=broken(text, decoded))


def _header(text: str) -> tuple[dict[str, str], str]:
    found: dict[str, str] = {}
    at = 0
    for nth in range(_MOST_HEADERS + 1):
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)]
        if nth and not line.strip():
            return found, text[at:].lstrip("\n")
        hit = _HEADER.match(line) if len(line) <= _LONGEST_HEADER else None
        if not hit or end < 0 or (nth == 0 and hit[1].lower() not in KEYS):
            break
        found.setdefault(hit[1].lower(), hit[2])
        at = end + 1
    return {}, text


def from_json(raw: Raw) -> Fields:
    """Fields of one JSON object; `text` is required, unknown keys are ignored.

    Raises:
        InputError: no JSON, no object, no `text`, or a value of the wrong type; names the line.
    """
    record, issues = _record(raw)
    if not isinstance(record, dict):
        raise _refused(raw, f"no JSON object but {_name(record)}", 'Write {"text": "..."} in the line')
    if is_tweet(record):
        return _post(raw, record, issues)
    text = record.get("text")
    if text is None:
        raise _refused(raw, "lacks 'text'", "Put the report's text under the key 'text'")
    if not isinstance(text, str):
        raise _refused(raw, f"'text' is {_name(text)}, not a string", "Put the report's text under the key 'text'")
    values: dict[str, str | None] = {}
    for key in KEYS:
        value = record.get(key)
        if key == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise _refused(
                raw, f"'{key}' is {_name(value)}, not a string", f"Write '{key}' as a string, or leave it out"
            )
        values[key] = said(mend(value)) if value else None
    text = mend(text)
    return Fields(text, **values, issues=issues + broken(text))


def _post(raw: Raw, record: dict[str, Any], issues: tuple[Issue, ...]) -> Fields:
    try:
        fields = tweet(record)
    except (AttributeError, TypeError) as e:
        raise _refused(raw, f"no post of X ({e})", "Put the report's text under the key 'text'") from None
    return replace(fields, issues=issues + fields.issues)


def _record(raw: Raw) -> tuple[Any, tuple[Issue, ...]]:
    """The value in a line, and an Issue where its encoding was guessed.

    The fast reader refuses broken UTF-8 and half surrogate pairs, which are no reason to lose a report: those lines
    are read again slowly.
    """
    try:
        return msgspec.json.decode(raw.data), ()
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as e:
        problem = str(e).removeprefix("JSON is malformed: ")
    decoded = decode(raw.data)
    try:
        return json.loads(decoded.text), broken("", decoded)
    except (ValueError, RecursionError):
        raise _refused(raw, f"no JSON ({problem})", "Write one JSON object a line, in UTF-8") from None


def _refused(raw: Raw, problem: str, remedy: str) -> InputError:
    where = raw.address if raw.line is None else raw.address.rpartition("#")[0] or raw.address
    return InputError(problem, where=where, line=raw.line, remedy=remedy)


def _name(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    names: dict[type, str] = {dict: "an object", list: "a list", str: "a string", int: "a number", float: "a number"}
    return names.get(type(value), "null")
