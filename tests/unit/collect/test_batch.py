from harmledger.collect.batch import refuse_clashes
from harmledger.collect.collect import Collected
from harmledger.collect.raw import Raw
from harmledger.errors import InputError
from harmledger.model.report import Report


def item(key: str, text: str, line: int = 1) -> Collected:
    return Collected(Raw(f"a.jsonl#{key}", text.encode(), "application/json", line), Report(key, text))


def test_two_texts_under_one_id() -> None:
    bad = InputError("empty", where="b.txt", remedy="Leave it out")
    first, other = item("x", "Nine", 1), item("y", "Nine", 2)
    out = list(refuse_clashes([first, bad, other, item("x", "Ten", 3), item("x", "Nine", 4)]))
    assert out[:3] == [first, bad, other]
    assert len(out) == 4
    clash = out[3]
    assert isinstance(clash, InputError)
    assert (clash.line, "'x'" in clash.problem, "line 1" in clash.problem) == (3, True, True)


def test_it_streams() -> None:
    def endless() -> object:
        number = 0
        while True:
            number += 1
            yield item(str(number), "Nine", number)

    stream = refuse_clashes(endless())  # type: ignore[arg-type]
    assert [next(stream) for _ in range(3)] == [item(str(n), "Nine", n) for n in (1, 2, 3)]
