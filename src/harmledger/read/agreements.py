"""Agreements: passages that tell of one truce, de-escalation zone, humanitarian pause or peace agreement."""

from dataclasses import dataclass, replace

from harmledger.model.agreement import Agreement
from harmledger.model.codes import AgreementKind
from harmledger.model.ids import derived
from harmledger.model.report import Report
from harmledger.read.naming import parties_in
from harmledger.read.sight import hits_in, sentences_with, span
from harmledger.read.speakers import Attributions, attributions
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Sentence

_WORDS = frozenset(["agreement", "agreement_bare"])
_BROKER = frozenset(["broker"])
_BETWEEN = frozenset(["agreement_party"])
_EVENT = frozenset(["agreement_event"])
_ENTERS = frozenset(["agreement_enters"])
_NEAR = 14


@dataclass(frozen=True, slots=True)
class _Mention:
    hit: Hit
    first: int
    last: int
    kind: AgreementKind
    brokers: tuple[str, ...]
    parties: tuple[str, ...]
    dated: bool


def agreements(
    marks: Marks, report: Report, lexicon: Lexicon, capture_id: str, said: Attributions | None = None
) -> tuple[Agreement, ...]:
    """Each passage that tells of one agreement: with its day, its parties, or who brokered it.

    What is only called for or talked about is none. `The agreement was brokered by ...` completes the one told just
    before. `effective` and `where` stay empty for `locate`.

    Args:
        marks: the report's marks.
        report: whose text they are.
        lexicon: terms agreement, agreement_bare, agreement_event, broker, and those of naming.
        capture_id: part of each agreement's id.
        said: who says each passage; worked out here where not given.
    """
    found: list[tuple[Agreement, int]] = []
    for index, sentence, hits in sentences_with(marks, _WORDS):
        mentions = _mentions(marks, sentence, hits, lexicon)
        for mention in mentions:
            said = said or attributions(marks, report, lexicon)
            where = span(marks, mention.first, mention.last)
            agreement = Agreement(
                derived("g", capture_id, where.start - marks.above, where.end - marks.above),
                mention.kind,
                parties=mention.parties,
                brokers=mention.brokers,
                speaker=said.of(mention.hit.first, mention.hit.last).speaker,
                span=where,
            )
            found.append((agreement, index))
        if not mentions and found and index - found[-1][1] <= 2:
            found[-1] = (_complete(found[-1][0], marks, sentence, hits, lexicon), index)
    return tuple(a for a, _ in found)


def _mentions(marks: Marks, sentence: Sentence, hits: list[Hit], lexicon: Lexicon) -> list[_Mention]:
    """The mentions of a sentence that tell of one agreement; of several on one agreement the first, best dated."""
    found: list[_Mention] = []
    for hit in hits:
        if found and hit.first < found[-1].last:
            bare = found[-1].hit.category == "agreement_bare"
            if bare and hit.category == "agreement" and hit.value == "de-escalation zone":
                found[-1] = replace(found[-1], kind=AgreementKind.DE_ESCALATION_ZONE, last=_close(marks, hit.last))
            continue
        mention = _mention(marks, sentence, hit, lexicon)
        if mention:
            found.append(mention)
    return found


def _mention(marks: Marks, sentence: Sentence, hit: Hit, lexicon: Lexicon) -> _Mention | None:
    norms = marks.tokens.norms
    first = _start(marks, sentence, hit, lexicon)
    after = norms[hit.last] if hit.last < sentence.last else ""
    if after in lexicon.list("agreement_talk"):
        return None
    wish = lexicon.list("agreement_wish")
    if any(w in wish for w in norms[max(sentence.first, first - 3) : hit.first]):
        return None
    last = _end(marks, sentence, hit, lexicon)
    brokers = _brokers(marks, first, last, lexicon)
    parties = tuple(p for p in _between(marks, hit.last, last, lexicon) if p not in brokers)
    parties = parties or _entering(marks, sentence, first, lexicon)
    dated = any(first <= d.first < last for d in marks.days)
    event = bool(hits_in(marks, hit.last, min(hit.last + _NEAR, last), _EVENT))
    if hit.category == "agreement_bare":
        zone = next((h for h in hits_in(marks, hit.last, last, _WORDS) if h.category == "agreement"), None)
        if zone is None or not (dated or parties or brokers):
            return None
        kind = AgreementKind(zone.value)
        last = _close(marks, zone.last)
        between = _between(marks, hit.last, last, lexicon)
        if kind is AgreementKind.DE_ESCALATION_ZONE and not brokers:
            brokers, between = between, ()
        return _Mention(hit, first, last, kind, brokers, between, dated)
    if not (brokers or parties or (dated and (event or _beside(marks, first, hit)))):
        return None
    return _Mention(hit, first, last, AgreementKind(hit.value), brokers, parties, dated)


def _beside(marks: Marks, first: int, hit: Hit) -> bool:
    """Does a day stand in or right after the phrase, as in `a previous ceasefire in late August`?"""
    return any(first <= d.first <= hit.last + 3 for d in marks.days)


def _start(marks: Marks, sentence: Sentence, hit: Hit, lexicon: Lexicon) -> int:
    """Where the phrase begins: its article, adjectives, and a day said before the noun."""
    lead = lexicon.list("agreement_lead")
    day = {t for d in marks.days if hit.first - 8 <= d.first < hit.first for t in range(d.first, d.last)}
    nations = {t for h in hits_in(marks, max(hit.first - 6, 0), hit.first, _ADJECTIVES) for t in range(h.first, h.last)}
    norms, units = marks.tokens.norms, lexicon.list("agreement_unit")
    at = hit.first
    while at > sentence.first and (
        norms[at - 1] in lead
        or (norms[at] in units and (norms[at - 1] == "-" or norms[at - 1].isdigit()))
        or at - 1 in day
        or at - 1 in nations
        or "-" in norms[at - 1][1:-1]
    ):
        at -= 1
    return at


_ADJECTIVES = frozenset(["nation", "broker"])


def _end(marks: Marks, sentence: Sentence, hit: Hit, lexicon: Lexicon) -> int:
    """Where the clause that tells of it ends; before another event's verb where the day already stands."""
    norms = marks.tokens.norms
    stop, trail = lexicon.list("agreement_stop"), lexicon.list("agreement_trail")
    at = hit.last
    if at + 1 < sentence.last and norms[at] == "," and not _goes_on(marks, at + 1, lexicon):
        return at
    while at < sentence.last and norms[at] not in stop and at - hit.first < 45:
        at += 1
    for day in marks.days:
        if hit.last <= day.first <= hit.last + 2 and day.last < at:
            return day.last
    while at > hit.last and norms[at - 1] in trail:
        at -= 1
    return max(at, hit.last)


def _goes_on(marks: Marks, at: int, lexicon: Lexicon) -> bool:
    """Does what follows a comma still tell of it: `, which`, `, brokered by`, `, agreed`?"""
    events = hits_in(marks, at, at + 4, _BROKER | _EVENT | _BETWEEN)
    return bool(events) or marks.tokens.norms[at] in lexicon.list("agreement_aside")


def _close(marks: Marks, last: int) -> int:
    """Past a quotation mark that closes right after."""
    norms = marks.tokens.norms
    return last + 1 if last < len(norms) and norms[last] in ("'", "’", '"', "”") else last


def _brokers(marks: Marks, first: int, last: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Who `mediated by A - which ..., and B - which ...` names; asides after a dash or `which` are skipped."""
    norms = marks.tokens.norms
    found: list[str] = []
    for hit in hits_in(marks, max(first - 3, 0), last, _BROKER):
        if hit.value == "brokered":
            back = parties_in(marks, max(hit.first - 6, 0), hit.first, lexicon)
            found += [p for _, p in back]
            continue
        if norms[hit.first].count("-"):
            nation = norms[hit.first].split("-")[0]
            found += [p for n in hits_in(marks, hit.first, hit.last, _BROKER) for p in _adjective(nation, lexicon) if n]
            continue
        found += _listed(marks, hit.last, last, lexicon)
    return tuple(dict.fromkeys(found))


def _adjective(word: str, lexicon: Lexicon) -> list[str]:
    """The party that the first half of `Russian-brokered` stands for."""
    return [hit.value for hit in lexicon.hits([word]) if hit.category in ("nation", "source")]


def _listed(marks: Marks, first: int, last: int, lexicon: Lexicon) -> list[str]:
    """Parties joined by `and` or commas, each perhaps followed by an aside; the aside's own parties are left out."""
    norms = marks.tokens.norms
    joints, dashes = lexicon.list("agreement_and"), lexicon.list("agreement_dash")
    who, last_joint = lexicon.list("position_who"), lexicon.list("say_and")
    found: list[str] = []
    expect = first
    for hit, party in parties_in(marks, first, last, lexicon, places=True):
        between = norms[expect : hit.first]
        if found and not (between and between[-1] in joints and (len(between) <= 3 or between[-2:][0] == ",")):
            aside = any(w in dashes for w in between[:1]) or any(w in who for w in between[:2])
            if not aside or not (len(between) > 1 and between[-1] in last_joint):
                continue
        if not found and len(between) > 3:
            break
        found.append(party)
        expect = hit.last
    return found


def _between(marks: Marks, first: int, last: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Whom it binds: `between A and B`, `with C`, `signed by D`."""
    found: list[str] = []
    for hit in hits_in(marks, first, last, _BETWEEN):
        if hit.first - first <= 8:
            found += _listed(marks, hit.last, last, lexicon)
    return tuple(dict.fromkeys(found))


def _entering(marks: Marks, sentence: Sentence, first: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Who binds itself: the subject of `signed`, `agreed to`, `declared` right before the phrase."""
    for hit in hits_in(marks, max(sentence.first, first - 4), first, _ENTERS):
        if first - hit.last <= 1:
            return tuple(dict.fromkeys(p for _, p in parties_in(marks, sentence.first, hit.first, lexicon)))
    return ()


def _complete(agreement: Agreement, marks: Marks, sentence: Sentence, hits: list[Hit], lexicon: Lexicon) -> Agreement:
    """`The agreement was mediated by A and B` adds to the agreement told just before."""
    hit = hits[0]
    if hit.first - sentence.first > 3 or marks.tokens.norms[sentence.first] not in lexicon.list("agreement_the"):
        return agreement
    brokers = _brokers(marks, sentence.first, sentence.last, lexicon)
    parties = _between(marks, hit.last, sentence.last, lexicon)
    return replace(
        agreement,
        brokers=tuple(dict.fromkeys((*agreement.brokers, *brokers))),
        parties=tuple(dict.fromkeys((*agreement.parties, *parties))),
    )
