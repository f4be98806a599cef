"""Near-copy sketches: near copies are alike, other stories are not."""

from harmledger.text.sketch import SIZE, landmarks, likeness, sketch

STORY = (
    "At least nineteen people were killed when jets bombed a crowded vegetable market on the edge of the town on "
    "Wednesday afternoon, rescue workers said. The strike came three days after a truce was to begin, and burnt cars "
    "lined the street while volunteers dug through the rubble of shops for those who were still missing."
)
OTHER = (
    "Farmers in the valley expect a poor harvest this year after a long dry spell, the ministry of agriculture told "
    "reporters at its yearly briefing, adding that imports of wheat would have to rise and that prices in the shops "
    "would most likely follow before the winter unless help arrived from abroad soon."
)


def test_a_text_has_one_sketch() -> None:
    assert sketch(STORY) == sketch(STORY)
    assert len(sketch(STORY)) == SIZE
    assert sketch(STORY)[:2] == (164998307, 23567783)  # pinned: ledgers keep sketches


def test_a_near_copy_is_alike_and_another_story_is_not() -> None:
    copy = "(Agency) - " + STORY.replace("rescue workers", "rescuers").upper() + " More soon."
    assert likeness(sketch(STORY), sketch(copy)) > 0.7
    assert likeness(sketch(STORY), sketch(OTHER)) < 0.1


def test_too_short_a_text_has_none_and_is_like_nothing() -> None:
    assert sketch("Seven people were killed.") == ()
    assert likeness((), ()) == 0.0
    assert likeness(sketch(STORY), ()) == 0.0


def test_likeness_is_the_share_in_common() -> None:
    half = tuple(n if n % 2 else -n - 1 for n in range(SIZE))
    assert likeness(tuple(range(SIZE)), half) == 0.5


def test_texts_that_share_no_landmark_are_in_nothing_alike() -> None:
    assert set(landmarks(sketch(STORY))).isdisjoint(landmarks(sketch(OTHER)))
    assert landmarks(sketch(STORY))[1] == (1, 23567783) and len(landmarks(sketch(STORY))) == SIZE // 4
    assert landmarks(()) == ()
