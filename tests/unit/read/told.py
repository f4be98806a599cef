"""What made-up reports are read to say."""

from tests.unit.read.sample import ENGLISH

from harmledger.mark.marker import mark
from harmledger.model.account import Account, Reading
from harmledger.model.claim import Claim
from harmledger.model.codes import Outcome
from harmledger.model.report import Report
from harmledger.read.reader import read
from harmledger.text.lexicon import Lexicon

Bounds = tuple[int | None, int | None, int | None]


def told(text: str, lexicon: Lexicon = ENGLISH) -> Reading:
    report = Report("r", text, published="2020-01-16", language="en", capture="c")
    return read(report, mark(report, lexicon), lexicon)[0]


def claims(text: str) -> list[Claim]:
    return [c for a in told(text).accounts for c in a.claims]


def only(text: str) -> Claim:
    found = claims(text)
    assert len(found) == 1, [c.span.quote for c in found]
    return found[0]


def bounds(claim: Claim) -> Bounds:
    return claim.count.low, claim.count.best, claim.count.high


def figures(text: str) -> list[tuple[str, int]]:
    """Outcome and figure of each claim, in order."""
    return [(c.outcome.value, c.count.figure) for c in claims(text)]


def toll(account: Account, outcome: Outcome = Outcome.KILLED) -> Bounds:
    count = account.toll[outcome]
    return count.low, count.best, count.high
