"""One publisher's posts in order: the same account growing, or another happening."""

from dataclasses import replace
from importlib.resources import files

import pytest
from tests.unit.link.records import ALPHA, BETA, told

from harmledger.link.link import link
from harmledger.link.threads import threads
from harmledger.link.weights import parse
from harmledger.model.codes import Means, Target
from harmledger.model.told import Told

WEIGHTS = parse(files("harmledger.link").joinpath("weights.toml").read_text(encoding="utf8"))


def post(id: str, at: str, killed: int | None, **more: object) -> Told:
    return told(id, day=None, killed=killed, published=f"2020-03-{at}Z", **more)  # type: ignore[arg-type]


FIRST = post("a", "02T08:00", 2, means=Means.SHELLING)


def joined(*posts: Told) -> bool:
    return len(link(posts, (), WEIGHTS).clusters) == 1


def test_a_post_without_a_place_that_raises_the_figure_goes_on_with_the_one_before() -> None:
    later = post("b", "02T10:00", 4, where=())
    assert threads([later, FIRST]) == {"a": "a", "b": "a"}
    assert joined(FIRST, later)


def test_a_toll_that_grows_much_in_one_place_is_one_happening() -> None:
    posts = (
        FIRST,
        post("b", "02T10:00", 7),
        post("c", "02T20:00", 16),
        post("d", "03T07:00", 19, means=Means.SHELLING),
    )
    assert set(threads(posts).values()) == {"a"}
    assert joined(*posts)
    assert not joined(*(replace(p, publisher=f"Outlet {p.id}") for p in posts))


@pytest.mark.parametrize(
    "later",
    [
        post("b", "02T10:00", 1, where=()),
        post("b", "02T10:00", 2, where=()),
        post("b", "02T10:00", None, where=()),
        post("b", "04T10:00", 4, where=()),
        post("b", "02T07:00", 4, where=()),
        post("b", "02T10:00", 4, where=(), background=True),
        replace(post("b", "02T10:00", 4, where=()), publisher="Another"),
        replace(post("b", "02T10:00", 4, where=()), publisher=None),
        replace(post("b", "02T10:00", 4, where=()), published="2020-03-02"),
        post("b", "02T10:00", 4, where=(BETA,)),
        post("b", "02T10:00", 4, where=(ALPHA,), means=Means.IED),
    ],
    ids=[
        "lower",
        "same",
        "none",
        "late",
        "before",
        "background",
        "other",
        "nobody",
        "no-hour",
        "elsewhere",
        "other-means",
    ],
)
def test_what_is_no_growing(later: Told) -> None:
    assert threads([FIRST, later]) == {}


def test_a_post_without_a_place_is_not_joined_across_another_post() -> None:
    between = post("m", "02T09:00", 9, where=(BETA,), target=Target.SCHOOL)
    later = post("b", "02T10:00", 4, where=())
    assert threads([FIRST, between, later]) == {}
    two = [FIRST, replace(post("e", "02T08:00", 1, where=(BETA,)), report=FIRST.report), later]
    assert threads(two) == {}


def test_a_post_with_a_place_goes_on_across_others() -> None:
    between = post("m", "02T09:00", 9, where=(BETA,))
    assert threads([FIRST, between, post("b", "02T10:00", 4)]) == {"a": "a", "b": "a"}
