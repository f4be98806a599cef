"""Appositives: people told over in a list by name and by what they are, each taken once."""

from collections.abc import Sequence

from harmledger.model.claim import Group
from harmledger.read.items import Item


def told_over(
    who: list[int], items: Sequence[Item], letters: str, of_one: bool = False, headline_ends: int = 0
) -> list[int]:
    """The people of a list, each once; `who` are the items that may be people, `letters` those of the list.

    `of_one`: their verb is that of one person (`A judge and a poet, X Y, was killed`). Before the token
    `headline_ends` a comma stands for an `and` (`Mayor, guard killed`).

    `X Y, a veteran reporter`, `a reporter, X Y,`, `senator and candidate X Y` are one person each; so are several
    single people without any `and`. A noun led in by words of no meaning after `the murder of` is none.
    """
    who = [k for n, k in enumerate(who) if not _is_aside(n, who, items) and not _is_adjective(k, items)]
    who = [k for n, k in enumerate(who) if not (n and _also_is(items[who[n - 1]], items[k], k - who[n - 1]))]
    short = len(who) > 1 and items[who[-1]].first < headline_ends and not any(is_named(items[k]) for k in who)
    joined = short or "l" in letters or ("&" in letters and not of_one)
    kin = not of_one or "&" in letters  # `The driver, her friend, was shot`: no two people
    if len(who) < 2 or joined or any(one(items[k]) != 1 or (kin and _is_theirs(items[k])) for k in who):
        return who
    named = next((k for k in who if is_named(items[k]) and (not k or items[k - 1].code not in "pfw")), None)
    return [named if named is not None else next((k for k in who if items[k].code == "N"), who[0])]


def _also_is(one_told: Item, other: Item, step: int) -> bool:
    """`a teacher and poet`, `a preacher or imam`: does a second noun without an article tell more of one person?"""
    first, second = one_told.people, other.people
    if first is None or second is None or (one_told.code, other.code, step) != ("N", "m", 2) or second.name:
        return False
    kin = second.group.sex or second.group.age
    return not first.possessive and one(one_told) == 1 and second.count.words[:1].islower() and not kin


def one(item: Item) -> int:
    """How many people an item stands for; none for other items."""
    return item.people.count.figure if item.people else 0


def group_at(item: Item) -> Group:
    """The group of the one person that an item stands for; that of anything else is not known."""
    return item.people.group if item.people is not None and one(item) == 1 else Group()


def is_named(item: Item) -> bool:
    """Is an item a person by name?"""
    return item.people is not None and item.people.name


def owns(items: Sequence[Item], at: int, first: int) -> bool:
    """`the head of Mercy House and his driver`: does a name or noun from item `first` on tell whose someone is?"""
    if items[at].code not in "um":
        return False
    before = at - 1 - (at - 1 > first and items[at - 1].code == "w")
    return before > first and items[before].code in "pf"


def _is_aside(nth: int, who: Sequence[int], items: Sequence[Item]) -> bool:
    """Does a list tell there who the one before or after it is?"""
    at, item = who[nth], items[who[nth]]
    if one(item) != 1:
        return False
    if nth:
        before = items[who[nth - 1]]
        if one(before) == 1 and items[at - 1].code == "," and _is_one(items, who[nth - 1], at - 1):
            if before.code == "N" and (item.code == "m" or (_is_aged(item) and not is_named(before))):
                return True
            if is_named(before) and not is_named(item) and item.code in "Nu" and _after(items, at) == ",":
                return not _is_kin(nth, who, items)
    if nth + 1 < len(who) and item.code == "m" and not is_named(item) and not _is_pronoun(item):
        between = "".join(i.code for i in items[at + 1 : who[nth + 1]])
        return between in ("&", "&w", "w") and is_named(items[who[nth + 1]])
    return False


def _is_one(items: Sequence[Item], at: int, comma: int) -> bool:
    """Does nothing but what one person is of or from stand between that person and a comma?"""
    return all(i.code in "fpwmu" for i in items[at + 1 : comma])


def _after(items: Sequence[Item], at: int) -> str:
    """The letter after a person and what he or she is of or from."""
    return next((i.code for i in items[at + 1 :] if i.code not in "fpwmu"), ".")


def _is_aged(item: Item) -> bool:
    """`40-year-old X Y`: a name led in by an age alone?"""
    return is_named(item) and item.people is not None and item.people.count.words[:1].isdigit()


def _is_kin(nth: int, who: Sequence[int], items: Sequence[Item]) -> bool:
    """`X Y, his wife, Z Y, and`: somebody else than the one before, whose own name follows?"""
    people = items[who[nth]].people
    follows = nth + 1 < len(who) and who[nth + 1] == who[nth] + 2 and items[who[nth + 1]].code == "m"
    return follows and people is not None and people.possessive


def _is_adjective(at: int, items: Sequence[Item]) -> bool:
    """`the death of every single soldier`: a noun there stands for no one person."""
    led = at > 1 and items[at - 1].code == "w" and items[at - 2].code == "A"
    return led and one(items[at]) == 1 and not is_named(items[at])


def _is_theirs(item: Item) -> bool:
    return item.people is not None and item.people.possessive


def _is_pronoun(item: Item) -> bool:
    return item.people is not None and item.people.pronoun
