"""Ids hang on a capture and a place in its text, and are the same everywhere."""

from harmledger.model.ids import SHORT, account_id, claim_id, derived, digest, incident_id


def test_ids_are_pinned() -> None:
    """Ledgers keep ids: a change of these is a migration."""
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert account_id("capture", 0) == "a-bbe345351012"
    assert claim_id("capture", 0, 4, "killed") == "c-8ec17412911a"
    assert incident_id("a-1") == "i-2f8fe63a6224"


def test_an_id_says_what_it_is_of() -> None:
    assert account_id("capture", 7).startswith("a-")
    assert len(account_id("capture", 7)) == len("a-") + SHORT


def test_parts_do_not_run_together() -> None:
    assert derived("x", "ab", "c") != derived("x", "a", "bc")
    assert derived("x", 1, 23) != derived("x", 12, 3)


def test_places_in_one_text_and_texts_are_apart() -> None:
    ids = [account_id("one", 0), account_id("one", 0, 1), account_id("one", 5), account_id("two", 0)]
    assert len(set(ids)) == 4
