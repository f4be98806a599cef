"""A reading under the names of the user's sources."""

from harmledger.model.account import Account, Evidence, Party, Position, Reading
from harmledger.model.agreement import Agreement
from harmledger.model.claim import Claim
from harmledger.model.codes import (
    AgreementKind,
    Basis,
    EvidenceKind,
    LinkRole,
    Outcome,
    PositionStance,
    Scope,
    SourceKind,
)  # fmt: skip
from harmledger.model.count import Count
from harmledger.model.source import Link, Source, Speaker
from harmledger.model.span import Span
from harmledger.read.renamed import renamed
from harmledger.text.roll import Common, roll

KNOWN = roll(
    [
        Source("Northern Guard", SourceKind.ARMED_GROUP, ("NG", "The Guard of the North")),
        Source("Coast Wire", SourceKind.AGENCY, ("CW",)),
    ],
    Common(articles=frozenset({"the"})),
)
SPAN = Span(0, 2, "NG")
SAID = Speaker("the NG", (Link("CW", LinkRole.AGENCY),))


def test_everybody_a_source_lists_goes_by_its_name_and_nobody_else() -> None:
    claim = Claim("c", Outcome.KILLED, Count.exact(2), SPAN, speaker=SAID)
    by = (Party("NG", "NG", span=SPAN), Party("The Guard of the North", "Guard"), Party("gunmen", "gunmen"))
    read = Reading(
        "r",
        accounts=(Account("a", Scope.INCIDENT, by=by, claims=(claim,), speaker=Speaker("medics")),),
        agreements=(Agreement("g", AgreementKind.CEASEFIRE, parties=("NG", "South"), brokers=("CW",), speaker=SAID),),
        positions=(Position("NG", PositionStance.ACCUSES, SPAN, ("South", "The NG"), speaker=SAID),),
        evidence=(Evidence(EvidenceKind.VIDEO, ("CW", "a resident"), SPAN),),
    )
    now = renamed(read, KNOWN)
    (account,) = now.accounts
    speaker = Speaker("Northern Guard", (Link("Coast Wire", LinkRole.AGENCY),))
    assert [(p.party, p.words) for p in account.by] == [("Northern Guard", "NG"), ("gunmen", "gunmen")]
    assert account.claims[0].speaker == speaker and account.claims[0].span == SPAN
    assert account.speaker == Speaker("medics")
    assert (now.agreements[0].parties, now.agreements[0].brokers) == (("Northern Guard", "South"), ("Coast Wire",))
    assert now.agreements[0].speaker == speaker
    assert (now.positions[0].party, now.positions[0].accused) == ("Northern Guard", ("South", "Northern Guard"))
    assert now.evidence[0].holders == ("Coast Wire", "a resident")


def test_parties_that_are_one_stay_apart_by_basis_and_without_sources_nothing_changes() -> None:
    by = (Party("NG", "NG", Basis.DENIED), Party("Northern Guard", "Guard", Basis.ALLEGED))
    read = Reading("r", accounts=(Account("a", Scope.INCIDENT, by=by),))
    assert [p.basis for p in renamed(read, KNOWN).accounts[0].by] == [Basis.DENIED, Basis.ALLEGED]
    assert renamed(read, roll(())) is read
