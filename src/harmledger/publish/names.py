"""Which names may leave: a name is taken out unless it is known to be no private person's [METHOD, Safety].

A reader that misses a victim's name must not let it out, so nothing here asks who a name belongs to: every capitalised
word goes that is not a known source's, party's, people's or place's, or an ordinary word that opens a sentence.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from harmledger.publish.ordinary import Words
from harmledger.text.marks import Tokens
from harmledger.text.normal import fold
from harmledger.text.tokens import tokenise

GAP = "[…]"
_BODIES = ("party", "source", "nation", "demonym")
_COMPANIONS = ("place_noun", "place_part", "place_feature", "place_body", "force", "homeforce", "target")
_DAYS = ("day_weekday", "day_month")
_LEADS = ("day_edge", "day_which", "place_cue")
_KIN = ("person",)
_ENDS = frozenset('.!?:;"“”«»\n')
_OPENS, _SHUTS = frozenset(",("), frozenset(",)")


@dataclass(frozen=True)
class Known:
    """Names that may leave: those of the words' lexicons, and `names` of sources, parties, places. `never` wins."""

    words: Words = field(default_factory=Words)
    names: frozenset[tuple[str, ...]] = frozenset()
    never: frozenset[str] = frozenset()

    def also(self, names: Iterable[str | None], never: Collection[str] = ()) -> "Known":
        """These and some more."""
        more = {form for name in names if name for form in (words_of(name),) if form}
        return replace(self, names=self.names | more, never=self.never | frozenset(never))


def words_of(name: str) -> tuple[str, ...]:
    """A name as names are compared: folded words, no marks."""
    return tuple(w for w in map(fold, tokenise(name).norms) if any(c.isalnum() for c in w))


def caseless(text: str) -> bool:
    """Does the text hold letters that cannot show what is a name: of a script without case, or capitals only?"""
    letters = [c for c in text if c.isalpha()]
    if any(c.lower() == c.upper() for c in letters):
        return True
    return bool(letters) and not any(c.islower() for c in letters)


def blanked(text: str, known: Known) -> str | None:
    """The text with each unknown name as `[…]`; None where the script does not show what is a name."""
    if caseless(text):
        return None
    tokens = tokenise(text)
    return _without(tokens, _hidden(tokens, known))


def office(name: str, known: Known) -> str | None:
    """What may be told of a speaker: a known name, a description, an office without its holder's name; else None."""
    if is_known(name, known):
        return name
    if caseless(name):
        return None
    tokens = tokenise(name)
    spoken, bodies = known.words.spoken, known.words.offices
    hidden: set[int] = set()
    covered = _named(tokens, known)
    for first, last in _runs(tokens):
        inner = list(range(first, last))
        if all(n in covered or tokens.norms[n] in spoken for n in inner):
            continue
        while inner and tokens.norms[inner[0]] in spoken:
            inner.pop(0)
        while inner and tokens.norms[inner[-1]] in spoken:
            inner.pop()
        hidden |= set(inner)
    hidden |= _never(tokens, known)
    if hidden and not any(n not in hidden and w in bodies for n, w in enumerate(tokens.norms)):
        return None
    return _without(tokens, hidden)


def is_known(name: str, known: Known) -> bool:
    """Is it, whole, the name of a source, a party or a place?"""
    form = words_of(name)
    if any(f in known.names or f in known.words.states for f in (form, form[1:])):
        return True
    tokens = tokenise(name)
    covered = _named(tokens, known)
    wordy = [n for n, w in enumerate(tokens.norms) if any(c.isalnum() for c in w)]
    return bool(wordy) and all(n in covered for n in wordy)


def _hidden(tokens: Tokens, known: Known) -> set[int]:
    covered = _named(tokens, known) | _days(tokens, known)
    beside = _covered_by(tokens, known, _COMPANIONS)
    hidden = _never(tokens, known)
    for first, last in _runs(tokens):
        run = range(first, last)
        opens = _starts(tokens, first) and _ordinary(tokens.norms[first], known)
        fine = {n for n in run if n in covered} | ({first} if opens else set())
        if fine:
            fine |= {n for n in run if n in beside}
        if len(fine) == len(run) and not _aged(tokens, last) and not hidden & set(run):
            continue
        initial = first + 1 < last and tokens.words[first + 1] == "."
        hidden |= set(run) - ({first} if opens and first + 1 < last and not initial else set())
    return hidden | _small(tokens, known, hidden)


def _small(tokens: Tokens, known: Known, hidden: Collection[int]) -> set[int]:
    """Tokens written small that may be the rest of a hidden name or name one person: beside it no mark and no word that
    any lexicon has (`rima [...]`, `his sister rima`).
    """
    kin = _covered_by(tokens, known, _KIN)
    odd = {
        n
        for n, w in enumerate(tokens.words)
        if w.isalpha() and w.islower() and tokens.norms[n] not in known.words.common
    }
    found: set[int] = set()
    for n in range(len(tokens.words)):
        if n in odd and (n - 1 in hidden or n - 1 in found or n - 1 in kin):
            found.add(n)
    for n in reversed(range(len(tokens.words))):
        if n in odd and (n + 1 in hidden or n + 1 in found):
            found.add(n)
    return found


def _named(tokens: Tokens, known: Known) -> set[int]:
    """Tokens that a known name covers."""
    found = {
        n
        for n in _covered_by(tokens, known, _BODIES)
        if tokens.norms[n] not in known.words.shouted or tokens.words[n].isupper()
    }
    forms = [fold(w) for w in tokens.norms]
    longest = max(map(len, known.names), default=0)
    for first in range(len(forms)):
        for size in range(min(longest, len(forms) - first), 0, -1):
            if tuple(forms[first : first + size]) in known.names:
                found |= set(range(first, first + size))
                break
    return found


def _covered_by(tokens: Tokens, known: Known, categories: Collection[str]) -> set[int]:
    hits = (hit for one in known.words.lexicons for hit in one.hits(tokens.norms) if hit.category in categories)
    return {n for hit in hits for n in range(hit.first, hit.last)}


def _days(tokens: Tokens, known: Known) -> set[int]:
    """Names of days and months where they tell a day: June is a woman's name, Sunday a man's."""
    leads = _covered_by(tokens, known, _LEADS)
    found = set()
    for n in sorted(_covered_by(tokens, known, _DAYS)):
        before = n - 1 if n else None
        after = tokens.words[n + 1] if n + 1 < len(tokens.words) else ""
        led = before is not None and (before in leads or tokens.norms[before] in known.words.leading)
        if led or after[:1].isdigit() or (before is not None and tokens.words[before][:1].isdigit()):
            found.add(n)
    return found


def _never(tokens: Tokens, known: Known) -> set[int]:
    return {n for n, w in enumerate(tokens.norms) if known.never & set(fold(w).replace("-", " ").split())}


def _runs(tokens: Tokens) -> Iterable[tuple[int, int]]:
    """Stretches of capitalised words with nothing but white space, a hyphen or an initial's stop between them."""
    first: int | None = None
    for n, word in enumerate(tokens.words):
        if any(c.isupper() for c in word) and not word[0].isdigit():
            first = n if first is None else first
        elif first is not None and not (word in ".-'’" and n + 1 < len(tokens.words) and _joins(tokens, n)):
            yield first, n
            first = None
    if first is not None:
        yield first, len(tokens.words)


def _joins(tokens: Tokens, n: int) -> bool:
    """Does a mark belong to the name around it, as in `A. Saleh`?"""
    return len(tokens.words[n - 1]) == 1 and any(c.isupper() for c in tokens.words[n + 1])


def _starts(tokens: Tokens, n: int) -> bool:
    return n == 0 or tokens.words[n - 1] in _ENDS or "\n" in tokens.text[tokens.ends[n - 1] : tokens.starts[n]]


def _ordinary(word: str, known: Known) -> bool:
    """Is it a word that may open a sentence: `Three`, `Twenty-one`?"""
    return all(part in known.words.openers for part in (word, *word.split("-"))[1 if "-" in word else 0 :])


def _aged(tokens: Tokens, last: int) -> bool:
    """Does an age follow, as it follows a person: `Jordan, 9,`?"""
    after = tokens.words[last : last + 3]
    return len(after) > 1 and after[0] in _OPENS and after[1].isdigit() and (len(after) < 3 or after[2] in _SHUTS)


def _without(tokens: Tokens, hidden: set[int]) -> str:
    """The text with each stretch of hidden tokens as one gap."""
    parts: list[str] = []
    at = 0
    n = 0
    while n < len(tokens.words):
        if n not in hidden:
            n += 1
            continue
        parts += [tokens.text[at : tokens.starts[n]], GAP]
        while n + 1 in hidden:
            n += 1
        at = tokens.ends[n]
        n += 1
    return "".join([*parts, tokens.text[at:]])
