"""A user's sources as words of a language."""

from harmledger.adapters.lexicons import load
from harmledger.model.codes import SourceKind
from harmledger.model.source import Source
from harmledger.text.lexicon import Lexicon
from harmledger.text.listed import canonical, listed
from harmledger.text.tokens import split

GUARD = Source("Shield of the Coast", SourceKind.ARMED_GROUP, ("Coast [Shield]", "درع الساحل"))
FRONT = Source("Sham Front", SourceKind.ARMED_GROUP, ("HTS", "Sham Liberators"))
WIRE = Source("Coast Wire", SourceKind.AGENCY)
NURSE = Source("Amal Sabbagh", SourceKind.WITNESS)
ENGLISH, ARABIC = load("en"), load("ar")


def meant(lexicon: Lexicon, text: str) -> set[tuple[str, str]]:
    norms = lexicon.split(split(text))
    return {(h.category, h.value) for h in lexicon.hits(norms) if h.category in ("party", "source")}


def test_names_that_nobody_has_are_parties_and_sources() -> None:
    words = listed(ENGLISH, (GUARD, FRONT, WIRE))
    assert meant(words, "fighters of the Shield of the Coast") == {("party", "Shield of the Coast")}
    assert meant(words, "Sham Liberators") == {("party", "Sham Front")}
    assert meant(words, "Coast Wire said") == {("source", "Coast Wire")}
    assert words.tables["source_kinds"]["Coast Wire"] == "agency"
    assert words.tables["source_kinds"]["Reuters"] == "agency"
    assert "Shield of the Coast" in words.terms["party"]


def test_a_name_is_taken_letter_by_letter() -> None:
    words = listed(ENGLISH, (GUARD,))
    assert meant(words, "Coast [Shield] men") == {("party", "Shield of the Coast")}
    assert meant(words, "Coast men") == set()


def test_the_lexicon_itself_stays_as_it_was() -> None:
    before = meant(ENGLISH, "Syrian National Coalition of the Coast")
    listed(ENGLISH, (Source("Syrian National Coalition of the Coast", SourceKind.MILITARY),))
    assert meant(ENGLISH, "Syrian National Coalition of the Coast") == before
    assert meant(ENGLISH, "Shield of the Coast") == set()


def test_words_written_together_are_parted_in_names_too() -> None:
    words = listed(ARABIC, (GUARD,))
    for text in ("درع الساحل", "ودرع الساحل", "لدرع الساحل"):
        assert meant(words, text) == {("party", "Shield of the Coast")}


def test_what_the_lexicon_or_the_gazetteer_has_keeps_its_meaning() -> None:
    capital = Source("Northland", SourceKind.MILITARY, ("Moscow", "Observatory", "Khan Amma"))
    words = listed(ENGLISH, (capital, FRONT), taken={"Khan Amma"})
    assert meant(words, "Moscow and the observatory of Khan Amma") == set()
    assert meant(words, "HTS") == {("party", "Hayat Tahrir al-Sham")}


def test_a_witness_is_no_word_of_a_language() -> None:
    assert listed(ENGLISH, (NURSE,)) is ENGLISH
    assert canonical(ENGLISH, (NURSE,)).source("Amal Sabbagh") is None


def test_whom_the_lexicon_knows_by_other_names_goes_by_the_sources_name() -> None:
    known = canonical(ENGLISH, (GUARD, FRONT))
    assert known.named("Hayat Tahrir al-Sham") == known.named("the HTS") == "Sham Front"
    assert known.named("Syrian government") == "Syrian government"
    two = canonical(ENGLISH, (FRONT, Source("Hayat Tahrir al-Sham", SourceKind.ARMED_GROUP)))
    assert two.named("Hayat Tahrir al-Sham") == "Hayat Tahrir al-Sham"  # whoever is listed under a name keeps it
