"""How far what harmledger prints agrees with what people labelled. The shapes of both are in README.md.

Each scorer takes the labelled reports of one set and the records printed for them, and gives figures by name. A
figure is a share, 1 the best, and can have a floor; those in UNGATED are told only.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from harmledger.geo.distance import km

Record = Mapping[str, Any]
Figures = dict[str, float]

UNGATED = frozenset({"mentions_per_toponym", "claims_per_100"})
OUTCOMES = {"DEATH": "killed", "INJURY": "injured"}
UNSAID = ("denies", "expects")
DAY_FORMS = ("%Y-%m-%d", "%d-%b-%y", "%d %B %Y", "%B %d, %Y")
NEAR_KM, FAR_KM = 25.0, 161.0


@dataclass
class Share:
    """Right answers among those asked for."""

    right: int = 0
    asked: int = 0

    def add(self, right: bool) -> None:
        """Counts one answer."""
        self.right += right
        self.asked += 1

    @property
    def value(self) -> float:
        """Between 0 and 1; 0 where nothing was asked."""
        return self.right / self.asked if self.asked else 0.0


def harm(gold: Iterable[Record], printed: Iterable[Record]) -> Figures:
    """People killed and injured, day and place of each report's main account."""
    by_report = {reading["report"]: reading for reading in printed}
    shares: dict[str, Share] = defaultdict(Share)
    for report in gold:
        account = main_account(by_report.get(report["id"], {}))
        label, toll = report["gold"], account.get("toll") or {}
        for outcome in OUTCOMES.values():
            if label.get(outcome) in (None, ""):
                continue
            true, said = int(label[outcome]), toll.get(outcome) or {}
            told = people(said) or 0
            if true or told:  # a zero that nobody speaks of is no achievement
                shares[outcome].add(told == true)
            if true:
                shares[f"{outcome}_in_range"].add(holds(said, true))
        day = day_of(label.get("day"))
        if day:
            shares["day"].add(is_day(account.get("when") or {}, day))
        if label.get("lat") is not None and label.get("lon") is not None:
            gap = _gap(account, (label["lat"], label["lon"]))
            shares["within_25km"].add(gap <= NEAR_KM)
            shares["within_161km"].add(gap <= FAR_KM)
    return {name: share.value for name, share in shares.items()}


def main_account(reading: Record) -> Record:
    """The account of one happening with most people killed, then injured; of equals the first. Else empty."""
    best: Record = {}
    most = (-1, -1)
    for account in reading.get("accounts", ()):
        toll = account.get("toll") or {}
        weight = (people(toll.get("killed") or {}) or 0, people(toll.get("injured") or {}) or 0)
        if account.get("scope") == "incident" and weight > most:
            best, most = account, weight
    return best


def people(count: Record) -> int | None:
    """The one number that stands for a count: its best, else its low."""
    number: int | None = count.get("best")
    return count.get("low") if number is None else number


def holds(count: Record, true: int) -> bool:
    """Is the number within the count's range, and the range no wider than the number, or three?

    A range that is open above holds from its low up to twice that.
    """
    low, high = count.get("low"), count.get("high")
    if low is None and high is None:
        return bool(count.get("best") == true)
    low = low or 0
    if high is None or count.get("high_open"):
        return bool(low <= true <= 2 * low)
    return bool(low <= true <= high and high - low <= max(3, true))


def day_of(words: Any) -> date | None:
    """A label's day, in any of the forms that the sets use."""
    for form in DAY_FORMS if isinstance(words, str) else ():
        try:
            return datetime.strptime(words.strip(), form).date()
        except ValueError:
            continue
    return None


def is_day(when: Record, day: date) -> bool:
    """Does the account say this very day?"""
    return all(str(when.get(end) or "")[:10] == day.isoformat() for end in ("start", "end"))


def _gap(account: Record, spot: tuple[float, float]) -> float:
    """Kilometres from the account's first place that has a point; infinite where none has."""
    for place in account.get("where") or ():
        if place.get("lat") is not None:
            return km(spot, (place["lat"], place["lon"]))
    return float("inf")


def counts(gold: Iterable[Record], printed: Iterable[Record]) -> Figures:
    """Bag of (outcome, number) over whole reports: every figure of an incident that is no part of another.

    What labellers held optional or doubtful neither helps nor hurts.
    """
    by_report = {reading["report"]: reading for reading in printed}
    right = made_up = missed = 0
    for report in gold:
        sure, doubtful = _labelled(report["gold"]["templates"])
        said = Counter(_claimed(by_report.get(report["id"], {})))
        both = sure & said
        right += both.total()
        missed += (sure - both).total()
        made_up += (said - both - doubtful).total()
    precision, recall = right / max(1, right + made_up), right / max(1, right + missed)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"counts_precision": precision, "counts_recall": recall, "counts_f1": f1}


def _claimed(reading: Record) -> Iterable[tuple[str, int]]:
    for account in reading.get("accounts", ()):
        for claim in account["claims"] if account.get("scope") == "incident" else ():
            whole = claim.get("subset_of") is None and claim.get("stance") not in UNSAID
            number = claim["count"].get("best")
            if whole and number and claim["outcome"] in OUTCOMES.values():
                yield claim["outcome"], int(number)


def _labelled(templates: Iterable[Record]) -> tuple[Counter[tuple[str, int]], Counter[tuple[str, int]]]:
    """The figures that must be found, and those that may be."""
    sure: Counter[tuple[str, int]] = Counter()
    doubtful: Counter[tuple[str, int]] = Counter()
    for template in templates:
        for target in template["human_targets"]:
            numbers = [n["lo"] for n in target["number"] or () if n["kind"] in ("exact", "approx")]
            if not numbers:
                continue
            loose = template["optional"] or target["optional"] or len(target["number"]) > 1
            for effect in target["effects"]:
                bag = doubtful if loose or effect["optional"] or len(effect["alts"]) > 1 else sure
                bag.update((outcome, numbers[0]) for tag, outcome in OUTCOMES.items() if tag in effect["alts"])
    return sure, doubtful


def toponyms(gold: Iterable[Record], printed: Iterable[Record]) -> Figures:
    """Place names found, by any overlap, and put within 161 km. A name counts by the first mention that overlaps it."""
    mentions: dict[str, list[Record]] = defaultdict(list)
    for mention in printed:
        mentions[mention["report"]].append(mention)
    found, placed, placed_of_found, told = Share(), Share(), Share(), 0
    for report in gold:
        mine = mentions[report["id"]]
        told += len(mine)
        for start, end, _, lat, lon in report["gold"]["toponyms"]:
            one = next((m for m in mine if m["start"] < end and start < m["end"]), None)
            near = one is not None and one.get("lat") is not None and km((lat, lon), (one["lat"], one["lon"])) <= FAR_KM
            found.add(one is not None)
            placed.add(near)
            if one is not None:
                placed_of_found.add(near)
    return {
        "found": found.value,
        "acc161_of_found": placed_of_found.value,
        "recall161": placed.value,
        "mentions_per_toponym": told / max(1, found.asked),
    }


def peace(gold: Iterable[Record], printed: Iterable[Record]) -> Figures:
    """Reports that tell of no harm: how many were left alone, and claims made up in a hundred of them."""
    made_up = {r["report"]: sum(len(a["claims"]) for a in r["accounts"]) for r in printed}
    quiet = Share()
    for report in gold:
        quiet.add(not made_up.get(report["id"]))
    return {"left_alone": quiet.value, "claims_per_100": 100 * sum(made_up.values()) / max(1, quiet.asked)}
