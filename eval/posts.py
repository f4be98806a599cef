"""How far what is read in raw posts agrees with posts labelled by hand: every figure, place, day of posting, means."""

from collections import defaultdict
from collections.abc import Iterable

from eval.score import Figures, Record, Share, people

from harmledger.text.keys import bare, key

# A figure: the outcome and the one number that stands for the count, None where the words give none.
Figure = tuple[str, int | None]
FEW = 3  # counts open above from so many up are vague plurals: `a few`, `several`
UNKNOWN = "unknown"
HARM = ("killed", "injured", "casualties")


class _Bag:
    """Labelled figures found and missed, and figures read that nobody labelled."""

    def __init__(self) -> None:
        self.found = self.missed = self.made_up = 0

    def add(self, need: set[Figure], loose: set[Figure], got: set[Figure]) -> None:
        """Takes one post; `loose` ones neither help nor hurt."""
        self.found += len(need & got)
        self.missed += len(need - got)
        self.made_up += len(got - need - loose)

    @property
    def labelled(self) -> int:
        """How many figures people labelled."""
        return self.found + self.missed

    def figures(self, language: str) -> Figures:
        """Precision and recall."""
        precision = self.found / max(1, self.found + self.made_up)
        return {f"{language}_precision": precision, f"{language}_recall": self.found / max(1, self.labelled)}


def raw_posts(gold: Iterable[Record], printed: Iterable[Record]) -> Figures:
    """Precision and recall of figures in each language; shares of places, days of posting and means that are right."""
    by_report = {reading["report"]: reading for reading in printed}
    bags: dict[str, _Bag] = defaultdict(_Bag)
    shares: dict[str, Share] = defaultdict(Share)
    for report in gold:
        label, reading = report["gold"], by_report.get(report["id"], {})
        need, loose = _labelled(label["harm"])
        got = _read(reading)
        bags[label["language"]].add(need, loose, got)
        if not label["harm"]:
            shares["left_alone"].add(not got)
        if label.get("place"):
            shares["place"].add(_named(label["place"], reading))
        if label.get("posted"):
            shares["posted"].add(str(reading.get("published") or "")[:10] == label["posted"])
        if label.get("means"):
            shares["means"].add(_means(reading) == label["means"])
    figures = {
        k: v
        for language in sorted(bags)
        if bags[language].labelled
        for k, v in bags[language].figures(language).items()
    }
    return figures | {name: share.value for name, share in shares.items()}


def _labelled(harm: Iterable[Record]) -> tuple[set[Figure], set[Figure]]:
    """The figures that must be found, and those that may be: expected ones, zeros and vague plurals."""
    need, loose = set[Figure](), set[Figure]()
    for one in harm:
        vague = not one["best"] and (one["low"] or 0) <= FEW
        (loose if vague or one["stance"] == "expects" else need).add((one["outcome"], people(one)))
    return need - loose, loose


def _read(reading: Record) -> set[Figure]:
    claims = [c for account in reading.get("accounts", ()) for c in account["claims"] if c.get("stance") != "expects"]
    said = [(c["outcome"], c["count"]) for c in claims]
    return {(outcome, people(n)) for outcome, n in said if n.get("best") or (n.get("low") or 0) > FEW}


def _named(place: str, reading: Record) -> bool:
    """Is a place of that name in the `where` of an account, by the words of the post or the gazetteer's name?"""
    wanted = bare(key(place))
    told = [p for account in reading.get("accounts", ()) for p in account.get("where") or ()]
    return any(wanted == bare(key(name)) for p in told for name in (p.get("words"), p.get("name")) if name)


def _means(reading: Record) -> str:
    """The means of the first account of one happening with a figure of harm; where none has, of the first account."""
    accounts = reading.get("accounts") or [{}]
    news = (a for a in accounts if a.get("scope") == "incident" and any(map(_harms, a["claims"])))
    return next(news, accounts[0]).get("means") or UNKNOWN


def _harms(claim: Record) -> bool:
    return claim["outcome"] in HARM and bool(people(claim["count"]))
