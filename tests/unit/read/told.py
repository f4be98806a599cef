"""What made-up reports are read to say."""

from dataclasses import dataclass

from tests.unit.read.sample import ENGLISH

from harmledger.mark.marker import mark
from harmledger.model.account import Account, Reading
from harmledger.model.claim import Claim
from harmledger.model.codes import Outcome
from harmledger.model.report import Report
from harmledger.read.reader import read
from harmledger.text.lexicon import Lexicon

Bounds = tuple[int | None, int | None, int | None]


@dataclass(frozen=True)
class In:
    """Reports in one language, published on one day."""

    lexicon: Lexicon
    published: str

    def told(self, text: str) -> Reading:
        report = Report("r", text, published=self.published, language=self.lexicon.language, capture="c")
        return read(report, mark(report, self.lexicon), self.lexicon)[0]

    def claims(self, text: str) -> list[Claim]:
        return [c for a in self.told(text).accounts for c in a.claims]

    def only(self, text: str) -> Claim:
        found = self.claims(text)
        assert len(found) == 1, [c.span.quote for c in found]
        return found[0]

    def figures(self, text: str) -> list[tuple[str, int]]:
        """Outcome and figure of each claim, in order."""
        return [(c.outcome.value, c.count.figure) for c in self.claims(text)]


PUBLISHED = "2020-01-16"
_IN_ENGLISH = In(ENGLISH, PUBLISHED)
told, claims, only, figures = _IN_ENGLISH.told, _IN_ENGLISH.claims, _IN_ENGLISH.only, _IN_ENGLISH.figures


def bounds(claim: Claim) -> Bounds:
    return claim.count.low, claim.count.best, claim.count.high


def toll(account: Account, outcome: Outcome = Outcome.KILLED) -> Bounds:
    count = account.toll[outcome]
    return count.low, count.best, count.high
