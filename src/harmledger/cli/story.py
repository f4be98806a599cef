"""Everything behind one incident, as a page of text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.cli.cells import each, figure, interval, line, place, quoted, tame
from harmledger.model.codec import plain

if TYPE_CHECKING:
    from harmledger.model.claim import Claim
    from harmledger.model.incident import Incident
    from harmledger.pipeline.queries import Held, Shown


def story(shown: "Shown") -> str:
    """The page: what is reckoned, then each report with its claims and their words."""
    lines = [*_incident(shown.incident)]
    for held in shown.accounts:
        lines += ["", *_held(held)]
    if shown.joined:
        lines += ["", "Why these stand together (weights in bits)"]
        for joined in shown.joined:
            why = ", ".join(f"{c.of} {c.level} {c.weight:+.1f}" for c in joined.comparisons)
            by = "a person's judgement" if joined.judged else f"{joined.score:+.1f}"
            lines.append(f"  {joined.left} and {joined.right}: {by} ({why})")
    return tame("\n".join(lines)) + "\n"


def _incident(incident: "Incident") -> Iterator[str]:
    row = plain(incident)
    yield f"Incident {incident.id}"
    if incident.aliases:
        yield f"  also    {', '.join(incident.aliases)}"
    for label, words in (
        ("when", interval("when")(row)),
        ("where", place("where.0")(row)),
        ("by", each("by", "party")(row) and f"{each('by', 'party')(row)} (as alleged)"),
        ("means", str(incident.means)),
        ("target", str(incident.target)),
    ):
        if words and words != "unknown":
            yield f"  {label:<7} {words}"
    for outcome, toll in row["toll"].items():
        yield f"  {outcome}: {figure(toll)}"
        for voice in toll["voices"]:
            again = f", told by {voice['copies']} reports" if voice["copies"] > 1 else ""
            as_of = f", as of {voice['as_of']}" if voice["as_of"] else ""
            yield f"    {voice['voice']}: {figure(voice)}{as_of}{again} [{', '.join(voice['claims'])}]"
        for voice in toll.get("aside", ()):
            yield f"    set aside: {voice['voice']}: {figure(voice)}, {voice['note']} [{', '.join(voice['claims'])}]"
        for group in toll["by_group"]:
            who = " ".join(str(group[k]) for k in ("status", "age", "sex", "role") if group[k])
            yield f"    of these {who}: {figure(group)}"
    if incident.voices:
        yield f"  told by {', '.join(incident.voices)}"
    for scheme, grade in incident.grades.items():
        yield f"  grade ({scheme}): {grade.grade}: {'; '.join(grade.why)}"
        if grade.would_change:
            yield f"    would change: {'; '.join(grade.would_change)}"
    for finding in incident.agreements:
        after = "" if finding.days_in_force is None else f", {finding.days_in_force} days in force"
        yield f"  {finding.finding} {finding.agreement}{after}: {'; '.join(finding.why)}"


def _held(held: "Held") -> Iterator[str]:
    by = ", ".join(part for part in (held.publisher, held.published) if part)
    yield f"Report {held.report}{f' ({by})' if by else ''}"
    if held.title:
        yield f"  {held.title}"
    for address in (held.url, *(c.address for c in held.captures)):
        if address:
            yield f"  {address}"
    if held.account.background:
        yield "  told as background"
    for at in held.account.where:
        if at.settled_by:
            read = " or ".join(c.title for c in at.candidates)
            yield f'  "{line(at.words)}" ({read}) is taken for {at.title} after {", ".join(at.settled_by)}'
    for claim in held.account.claims:
        yield f"  {_claim(claim)}"
    for said in held.positions:
        yield f'  {said.party} {said.stance}: "{line(said.span.quote)}"'
    for shown in held.evidence:
        yield f'  {shown.kind} held by {", ".join(shown.holders) or "nobody named"}: "{line(shown.span.quote)}"'


def _claim(claim: "Claim") -> str:
    row = plain(claim)
    group = " ".join(str(row["group"][k]) for k in ("status", "age", "sex", "role") if row["group"][k])
    who = f"{claim.speaker.name} {claim.stance}" if claim.speaker else f"the publisher {claim.stance}"
    via = f" (by {', '.join(link.name for link in claim.speaker.via)})" if claim.speaker and claim.speaker.via else ""
    part = f", part of {claim.subset_of}" if claim.subset_of else ""
    counted = " ".join(word for word in (figure(row["count"]), group, str(claim.outcome)) if word)
    return f"[{claim.id}] {who}{via}: {counted}{part}: {quoted(row['span'])}"
