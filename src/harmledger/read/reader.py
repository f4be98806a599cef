"""One report's Marks to its Reading: accounts, agreements, positions, evidence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from harmledger.model.account import Account, Reading
from harmledger.model.codes import IssueCode, Scope
from harmledger.model.issue import Issue
from harmledger.model.report import Report
from harmledger.model.span import Span
from harmledger.read.accounts import Maker
from harmledger.read.agreements import agreements
from harmledger.read.clauses import own_parts
from harmledger.read.drafts import Draft
from harmledger.read.evidence import evidence
from harmledger.read.fates import Fates
from harmledger.read.figures import Figures
from harmledger.read.happenings import Sorter
from harmledger.read.headlines import file_headline
from harmledger.read.households import uncounted
from harmledger.read.positions import positions
from harmledger.read.roll_lines import under
from harmledger.read.speakers import attributions
from harmledger.read.tables import Tables, taken
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import DayPhrase, Hit, Marks, Sentence

_VIOLENCE = ("means", "attack", "attacker")
_STEP = 3  # so many sentences on, an attack told of is still the one before


def read(report: Report, marks: Marks, lexicon: Lexicon) -> tuple[Reading, Mapping[str, DayPhrase | None]]:
    """What a report says, and by claim id the phrase that dates its saying, where one does; None for one said before.

    When and where of accounts and agreements are left for the locate stage.
    """
    hits: dict[int, list[Hit]] = defaultdict(list)
    for hit in marks.hits:
        hits[hit.first].append(hit)
    agreed = agreements(marks, report, lexicon, report.capture)
    if not marks.harmful:
        held = positions(marks, report, lexicon) if agreed or _is_of_war(marks, lexicon) else ()
        return Reading(report.id, report.published, report.language, agreements=agreed, positions=held), {}
    said = attributions(marks, report, lexicon)
    figures = Figures(marks, lexicon, hits)
    sorter = Sorter(marks, lexicon, hits, said)
    issues: list[Issue] = []
    tabled = dict(taken(marks)) if marks.tables else {}
    past = 0  # the sentences before it are told of
    for index, sentence in sorted(enumerate(marks.sentences), key=lambda s: s[1].title):
        told = index < past and not sentence.title
        if told or (index in tabled and (row := tabled[index]) is None):
            continue
        found, past = under(marks, figures.coder, index, figures.of(index, sentence))
        issues += uncounted(marks, lexicon, sentence, found)
        if index in tabled and row is not None and (row.label or row.total):
            sorter.item(index, found, row.total)
        elif found and (cause := _imagined(sorter, index) or _other_cause(sorter, index)):
            issues.append(cause)
        elif found and sentence.title:
            file_headline(sorter, index, found)
        elif found:
            sorter.add(index, found)
        elif not sentence.title or not sorter.drafts:
            _attack(sorter, index)
    harmed = frozenset(i for d in sorter.drafts if d.figures for i in d.sentences)
    maker = Maker(marks, lexicon, report.capture, said, Fates(marks, sorter.drafts), harmed)
    own = own_parts(sorter.drafts, marks, lexicon)
    accounts = tuple(maker.account(d, own.get(n, {})) for n, d in enumerate(sorter.drafts))
    if marks.tables:
        tables = Tables(marks, lexicon, maker)
        rows = [a for t in marks.tables if not t.listed for a in tables.accounts(t)]
        accounts = tuple(sorted((*accounts, *rows), key=lambda a: a.told_in[0].start))
        issues += tables.issues
    reading = Reading(
        report.id,
        report.published,
        report.language,
        accounts,
        agreed,
        tuple(replace(p, about=_about(p.span, accounts)) for p in positions(marks, report, lexicon, said)),
        tuple(replace(e, about=_about(e.span, accounts)) for e in evidence(marks, report, lexicon)),
        tuple(issues),
    )
    return reading, maker.spoken


def _is_of_war(marks: Marks, lexicon: Lexicon) -> bool:
    """Does a report without a word of harm still speak of attacks, or of civilians and truces?"""
    return any(h.category == "attack" for h in marks.hits) or not lexicon.list("position_ground").isdisjoint(
        marks.tokens.norms
    )


def _other_cause(sorter: Sorter, index: int) -> Issue | None:
    """Are a sentence's dead those of a disease, a crash, a flood? Then an Issue says so, and no claim is made."""
    sentence = sorter.marks.sentences[index]
    causes = sorter.spots(sentence.first, sentence.last, "other_cause")
    violence = [h for c in _VIOLENCE for h in sorter.spots(sentence.first, sentence.last, c)]
    if not causes or any(all(not (c.first <= h.first and h.last <= c.last) for c in causes) for h in violence):
        return None  # `a gas explosion` is no attack
    why = "harm of another cause than violence: not read as claims"
    return _issue(sorter.marks, sentence, IssueCode.OTHER_CAUSE, causes[0], why)


def _imagined(sorter: Sorter, index: int) -> Issue | None:
    """Is a sentence's harm that of a story, a drill, a dream? Then an Issue says so, and no claim is made."""
    sentence = sorter.marks.sentences[index]
    told = sorter.spots(sentence.first, sentence.last, "imagined")
    why = "harm in a story, a drill or a dream: not read as claims"
    return _issue(sorter.marks, sentence, IssueCode.IMAGINED, told[0], why) if told else None


def _issue(marks: Marks, sentence: Sentence, code: IssueCode, hit: Hit, why: str) -> Issue:
    """An Issue on a sentence, with the words that raised it."""
    tokens = marks.tokens
    span = Span.of(tokens.text, tokens.starts[sentence.first], tokens.ends[sentence.last - 1])
    return Issue(code, tokens.quote(hit.first, hit.last), span, why)


def _about(span: Span, accounts: Sequence[Account]) -> tuple[str, ...]:
    """The happening that a passage speaks of: the last one told before it, else the first after it."""
    news = [a for a in accounts if a.scope is not Scope.TALLY and not a.background]
    before = [a for a in news if a.told_in[0].start <= span.start]
    return tuple(a.id for a in (before[-1:] or news[:1]))


def _attack(sorter: Sorter, index: int) -> None:
    """A sentence of an attack on a place, without a figure, tells on of the account before, or of one of its own."""
    marks = sorter.marks
    sentence = marks.sentences[index]
    if not sorter.spots(sentence.first, sentence.last, "attack"):
        return
    if any(sorter.spots(sentence.first, sentence.last, c) for c in ("tally", "earlier", "future")):
        return
    named = [p for p in marks.places if sentence.first <= p.first < sentence.last and (p.cue or p.noun)]
    last = next((d for d in reversed(sorter.drafts) if d.scope is not Scope.TALLY and not d.background), None)
    near = last is not None and any(index - _STEP <= i < index for i in last.sentences)
    if last is not None and near and not sorter.spots(sentence.first, sentence.last, "elsewhere"):
        last.sentences.append(index)
    elif named:
        sorter.drafts.append(Draft(Scope.INCIDENT, [index]))
