"""The house's own Linker: `link` and `reckon` with the weights that come with the package."""

from dataclasses import dataclass
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

CODE = ("model", "text", "geo", "link", "reckon", "pipeline/linking.py", "pipeline/relink.py")
NOBODY = ("person",)


@dataclass(frozen=True)
class StandardLinker:
    """Settles the places that readings leave open, joins accounts by the weights, and reckons the incidents."""

    weights: Weights
    basis: str

    def __call__(self, matter: Matter) -> Linked:
        """As `relink.Linker`."""
        nobody = unnamed()
        settled = settle(matter.told, matter.sources, nobody)
        told = placed(matter.told, settled)
        links = link(told, in_force(matter.decisions), self.weights)
        incidents = reckon(links, told, matter.sources, matter.agreements, matter.positions, nobody)
        return Linked(incidents, links.joined, settled)


def standard_linker() -> StandardLinker:
    """The linker with the package's own weights."""
    weights = files("harmledger.link").joinpath("weights.toml").read_text(encoding="utf8")
    basis = digest(encode({"code": package_digest(*CODE), "unnamed": sorted(unnamed())}))
    return StandardLinker(parse(weights), basis)


def unnamed() -> frozenset[str]:
    """Words of any language that name nobody (`medics`, `residents`); a body's (`police`) name that body."""
    found: set[str] = set()
    for code in languages():
        for meaning in NOBODY:
            for phrase in load(code).terms.get("speaker", {}).get(meaning, ()):
                found.update(expand(phrase))
    return frozenset(found)


def in_force(decisions: tuple[Decision, ...]) -> list[Judgement]:
    """The judgements that no later decision supersedes."""
    gone = {d.supersedes for d in decisions}
    return [d.judgement for d in decisions if d.judgement is not None and d.id not in gone]
