"""The house's own Linker: `link` and `reckon` with the weights that come with the package."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from harmledger.adapters.lexicons import languages, load
from harmledger.link.link import link
from harmledger.link.weights import Weights, parse
from harmledger.model.codec import encode
from harmledger.model.decision import Decision, Judgement
from harmledger.model.ids import digest
from harmledger.pipeline.digests import package_digest
from harmledger.pipeline.relink import Linked, Matter
from harmledger.reckon.incidents import reckon
from harmledger.reckon.namesakes import placed, settle
from harmledger.text.lexicon import expand
from harmledger.text.roll import Common

CODE = ("model", "text", "geo", "link", "reckon", "pipeline/linking.py", "pipeline/relink.py")
NOBODY = ("person",)


@dataclass(frozen=True)
class StandardLinker:
    """Settles the places that readings leave open, joins accounts by the weights, and reckons the incidents."""

    weights: Weights
    basis: str

    def __call__(self, matter: Matter) -> Linked:
        """As `relink.Linker`."""
        words = common()
        settled = settle(matter.told, matter.sources, words)
        told = placed(matter.told, settled)
        links = link(told, in_force(matter.decisions), self.weights)
        incidents = reckon(links, told, matter.sources, matter.agreements, matter.positions, words)
        return Linked(incidents, links.joined, settled)


def standard_linker() -> StandardLinker:
    """The linker with the package's own weights."""
    weights = files("harmledger.link").joinpath("weights.toml").read_text(encoding="utf8")
    words = common()
    known = {"unnamed": sorted(words.unnamed), "articles": sorted(words.articles), "sides": words.sides}
    basis = digest(encode({"code": package_digest(*CODE), **known}))
    return StandardLinker(parse(weights), basis)


@cache
def common() -> Common:
    """What the lexicons of all languages know of names. Words that name nobody (`medics`) are not those of a body
    (`police`).
    """
    lexicons = [load(code) for code in languages()]
    nobody = [p for one in lexicons for m in NOBODY for p in one.terms.get("speaker", {}).get(m, ())]
    articles = [one.list("say_article") for one in lexicons]
    sides = {party: side for one in reversed(lexicons) for party, side in one.tables.get("sides", {}).items()}
    return Common(frozenset(w for p in nobody for w in expand(p)), frozenset().union(*articles), sides)


def in_force(decisions: tuple[Decision, ...]) -> list[Judgement]:
    """The judgements that no later decision supersedes."""
    gone = {d.supersedes for d in decisions}
    return [d.judgement for d in decisions if d.judgement is not None and d.id not in gone]
