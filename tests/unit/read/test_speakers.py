import pytest
from tests.unit.read.sample import ENGLISH, read, tokens_of
from tests.unit.read.told import claims

from harmledger.model.codes import LinkRole, Stance
from harmledger.model.source import Link, Speaker
from harmledger.read.speakers import Attribution, attributions


def said(text: str, words: str) -> Attribution:
    marks, report = read(text)
    return attributions(marks, report, ENGLISH).of(*tokens_of(marks, words))


def name(text: str, words: str) -> str | None:
    speaker = said(text, words).speaker
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Police said that five people died in Sarmin.", "five people died", "Police"),
        ("Police said on Monday that five people died.", "five people died", "Police"),
        ("Five people were killed in Binnish, police said.", "Five people were killed", "police"),
        ("Five people were killed in Binnish, the police said on Monday.", "Five people were killed", "police"),
        (
            "Five people were killed, said Omar Haddad, a doctor at the clinic.",
            "Five people were killed",
            "Omar Haddad",
        ),
        ("According to medics, five people were killed.", "five people were killed", "medics"),
        (
            "According to hospital sources more than five people were killed.",
            "more than five people",
            "hospital sources",
        ),
        ("Nine people died in the raid, according to the United Nations.", "Nine people died", "United Nations"),
        (
            "Witnesses and opposition sources reported that two boys died.",
            "two boys died",
            "Witnesses and opposition sources",
        ),
        ("A security source said three soldiers were wounded.", "three soldiers", "A security source"),
        ("The Kurdish health ministry announced that six people died.", "six people died", "Kurdish health ministry"),
        ("Syrian Civil Defence said six people died in the market.", "six people died", "White Helmets"),
        ("Moscow says forty fighters were killed.", "forty fighters", "Russia"),
        ("In Kano, residents said gunmen killed nine people.", "nine people", "residents"),
        ("On Friday the Red Cross said nine bodies were found.", "nine bodies", "Red Cross"),
        ("Salma Idris, head of the clinic, told reporters that four patients died.", "four patients", "Salma Idris"),
        ("“Four patients died,” Salma Idris explained.", "Four patients died", "Salma Idris"),
        ("Jamal Nouri, a shepherd who survived, recalled that two cousins died.", "two cousins", "Jamal Nouri"),
        ("Village elders put the death toll at 14.", "14", "Village elders"),
        ("FIVE PEASANTS WERE KILLED, THE POLICE REPORTED TO RADIO NACIONAL.", "FIVE PEASANTS WERE KILLED", "POLICE"),
        ("THE FIFTH BRIGADE COMMAND HAS REPORTED THAT TWO WOMEN DIED.", "TWO WOMEN DIED", "FIFTH BRIGADE COMMAND"),
        ("CASTRO, WHO IS VISITING CUZCO, SAID THAT NINE MINERS WERE KILLED.", "NINE MINERS", "CASTRO"),
        ("A South Sudan military official said ten died.", "ten died", "A South Sudan military official"),
        ("The Emergency Agency (EMA), on Friday, confirmed ten deaths.", "ten deaths", "Emergency Agency"),
        ("A bomb hit Konduz and, according to early reports, ten people died.", "ten people died", "early reports"),
        ("A bomb hit Konduz and according to early reports, ten people died.", "ten people died", "early reports"),
        ("Radical preachers said ten people were shot.", "ten people", "Radical preachers"),
    ],
)
def test_the_one_who_says_it(text: str, words: str, speaker: str) -> None:
    assert name(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Five people were killed in an air strike on Monday.", "Five people were killed"),
        ("No casualties were reported after the strike on two houses.", "two houses"),
        ("Five people were reported killed.", "Five people"),
        ("The United States lost two soldiers.", "two soldiers"),
        ("The blast claimed 12 lives in the market.", "12 lives"),
        ("Five soldiers accused of looting were shot.", "Five soldiers"),
        ("Two men died. Police said the road was closed.", "Two men died"),
        ("Six children were hurt and police said the driver fled.", "Six children were hurt"),
    ],
)
def test_nobody_says_what_the_report_itself_tells(text: str, words: str) -> None:
    assert said(text, words).speaker is None


def test_two_speakers_in_one_sentence_each_keep_their_figure() -> None:
    text = "Police said five people died, while medics put the number at eight."
    assert name(text, "five people died") == "Police"
    assert name(text, "eight") == "medics"


def test_a_tail_after_a_closing_speaker_is_still_theirs() -> None:
    text = "A bomb hit a bus on Sunday, police said, adding that 17 passengers were wounded."
    assert name(text, "17 passengers were wounded") == "police"


def test_a_speaker_in_brackets_speaks_only_there() -> None:
    assert name("Five civilians [residents report ten] died in Kayamla on Sunday.", "ten") == "residents"
    assert name("Five civilians [residents report ten] died; four houses burned.", "four houses") is None


def test_a_tweet_is_a_link() -> None:
    text = "The White Helmets group posted a tweet, reading “9 people have been killed today, and 20 were hurt.”"
    post = Speaker("White Helmets", (Link("tweet", LinkRole.POST),))
    assert said(text, "9 people").speaker == post
    assert said(text, "20 were hurt").speaker == post


def test_a_post_named_after_the_verb_is_a_link() -> None:
    text = "The White Helmets said in a Facebook post that nine people died."
    speaker = said(text, "nine people").speaker
    assert speaker == Speaker("White Helmets", (Link("post", LinkRole.POST),))


def test_a_spokesperson_speaks_for_a_body() -> None:
    text = "A spokesperson for the Interior Ministry said two officers died."
    assert said(text, "two officers").speaker == Speaker(
        "Interior Ministry", (Link("spokesperson", LinkRole.SPOKESPERSON),)
    )
    text = "Police spokesman Musa Bello said two officers died."
    assert said(text, "two officers").speaker == Speaker("Police", (Link("Musa Bello", LinkRole.SPOKESPERSON),))


def test_the_head_of_a_monitor_speaks_for_it() -> None:
    text = "Sami Kanaan, head of the Syrian Observatory for Human Rights, told AFP that 12 people died."
    speaker = said(text, "12 people").speaker
    assert speaker is not None
    assert speaker.name == "Syrian Observatory for Human Rights"
    assert speaker.via == (Link("Sami Kanaan", LinkRole.SPOKESPERSON), Link("AFP", LinkRole.AGENCY))


def test_an_agency_that_was_told_is_a_link() -> None:
    speaker = said("Residents told Reuters that 12 people died.", "12 people").speaker
    assert speaker == Speaker("Residents", (Link("Reuters", LinkRole.AGENCY),))


def test_an_agency_that_cites_somebody_is_a_link() -> None:
    speaker = said("AFP reported, citing medics, that 12 people died.", "12 people").speaker
    assert speaker == Speaker("medics", (Link("AFP", LinkRole.AGENCY),))


def test_an_agency_that_quotes_somebody_is_a_link() -> None:
    speaker = said("Xinhua quoted police as saying that 12 people died.", "12 people").speaker
    assert speaker == Speaker("police", (Link("Xinhua", LinkRole.AGENCY),))
    speaker = said("A doctor was quoted as saying by Reuters that 12 people died.", "12 people").speaker
    assert speaker == Speaker("A doctor", (Link("Reuters", LinkRole.AGENCY),))


def test_an_agency_in_the_dateline_is_a_link_and_no_speaker() -> None:
    text = "BEIRUT (Reuters) - Five people died on Monday. Medics said nine were hurt."
    assert said(text, "Five people died").speaker is None
    assert said(text, "nine were hurt").speaker == Speaker("Medics", (Link("Reuters", LinkRole.AGENCY),))


def test_a_chain_of_outlet_agency_and_monitor() -> None:
    text = "Reuters reported that the Syrian Observatory said 30 people died."
    speaker = said(text, "30 people").speaker
    assert speaker == Speaker("Syrian Observatory for Human Rights", (Link("Reuters", LinkRole.AGENCY),))


@pytest.mark.parametrize("pronoun", ["He", "They", "The group", "The statement"])
def test_a_pronoun_is_who_spoke_last(pronoun: str) -> None:
    text = f"The White Helmets said six people died. {pronoun} added that ten were hurt."
    assert name(text, "ten were hurt") == "White Helmets"


def test_a_last_name_is_the_person_named_before() -> None:
    text = "Mayor Karim Saleh said six people died. Later, Saleh said ten were hurt."
    assert name(text, "ten were hurt") == "Karim Saleh"


def test_a_quotation_goes_on_over_sentences() -> None:
    text = "“The blast was huge. Six people died. We ran,” Huda Amin said."
    assert name(text, "Six people died") == "Huda Amin"


def test_a_quotation_goes_on_after_its_speaker_and_into_the_next_paragraph() -> None:
    text = "“The blast was huge,” Huda Amin said. “Six people died.”\n\n“Ten were hurt.”"
    assert name(text, "Six people died") == "Huda Amin"
    assert name(text, "Ten were hurt") == "Huda Amin"


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        (
            "Scores of people have reportedly been killed in Hama.",
            "Scores of people have reportedly been killed",
            "alleges",
        ),
        ("Nine people are feared dead in Hama.", "Nine people are feared dead", "alleges"),
        ("Nine people are believed to have been killed.", "Nine people are believed to have been killed", "alleges"),
        ("Nine people were allegedly killed.", "Nine people were allegedly killed", "alleges"),
        ("Nine people were allegedly killed, and two died in hospital.", "two died", "asserts"),
        ("Nine people were killed, reportedly by soldiers.", "Nine people were killed", "asserts"),
        ("The army denied that nine people were killed.", "nine people were killed", "denies"),
        ("The agency withdrew its report that nine people were killed.", "nine people were killed", "denies"),
        ("It is not true that nine people were killed.", "nine people were killed", "denies"),
        ("Troops withdrew after nine people were killed.", "nine people were killed", "asserts"),
        ("The rebels alleged that nine people were killed.", "nine people were killed", "alleges"),
        ("The number of dead will climb to thirty.", "number of dead will climb to thirty", "expects"),
        ("The toll could rise above thirty.", "toll could rise above thirty", "expects"),
        ("The toll is expected to rise above thirty.", "toll is expected to rise above thirty", "expects"),
        ("Aid groups warned that thousands could die.", "thousands could die", "expects"),
        ("Nine people were killed in Hama.", "Nine people were killed", "asserts"),
        ("The army denied responsibility for the raid that killed nine people.", "nine people", "asserts"),
    ],
)
def test_how_the_speaker_stands_to_it(text: str, words: str, stance: str) -> None:
    assert said(text, words).stance is Stance(stance)


def test_a_hedge_keeps_the_speaker() -> None:
    found = said("Medics said nine people were feared dead.", "nine people were feared dead")
    assert (found.speaker, found.stance) == (Speaker("Medics"), Stance.ALLEGES)


def test_the_day_of_the_saying_is_apart_from_the_day_of_the_deed() -> None:
    marks, report = read("Nine people died on Tuesday, police said on Thursday.")
    found = attributions(marks, report, ENGLISH).of(*tokens_of(marks, "Nine people died"))
    assert found.as_of_days is not None
    assert "Thursday" in marks.days[found.as_of_days].words


def test_the_day_of_the_deed_is_not_the_day_of_the_saying() -> None:
    found = said("Police said that yesterday's shelling killed nine people.", "nine people")
    assert found.as_of_days is None


def test_an_empty_report_says_nothing() -> None:
    marks, report = read("")
    assert attributions(marks, report, ENGLISH).of(0, 0) == Attribution()


@pytest.mark.parametrize(
    ("text", "words", "speaker", "via"),
    [
        (
            "A spokesman for the miners, Omar Karim, said four men died. The spokesman added that six were hurt.",
            "six were hurt",
            "miners",
            "Omar Karim",
        ),
        (
            "The rebels denied it, and their spokesman, Nabil Fares, said three fighters died.",
            "three fighters died",
            "rebels",
            "Nabil Fares",
        ),
        (
            "The White Helmets said two died. The group's director, Rami Saleh, said six were hurt.",
            "six were hurt",
            "White Helmets",
            "Rami Saleh",
        ),
        (
            "The White Helmets said two died. Its director, Rami Saleh, said six were hurt.",
            "six were hurt",
            "White Helmets",
            "Rami Saleh",
        ),
        ("The Secretary-General mourned nine people who died, his spokesman said.", "nine people who died",
         "Secretary-General", "spokesman"),
    ],
)  # fmt: skip
def test_who_speaks_for_a_body_told_of_before(text: str, words: str, speaker: str, via: str) -> None:
    found = said(text, words).speaker
    assert found == Speaker(speaker, (Link(via, LinkRole.SPOKESPERSON),))


def test_an_outlet_that_no_list_knows_is_a_link() -> None:
    found = said("The raid killed nine people, residents told Radio Najma.", "nine people").speaker
    assert found == Speaker("residents", (Link("Radio Najma", LinkRole.OUTLET),))
    assert name("The raid killed nine people, residents told us here.", "nine people") == "residents"


def test_a_service_of_an_outlet_is_part_of_its_name() -> None:
    found = said("The raid killed nine people, residents told the BBC Somali Service on Monday.", "nine people").speaker
    assert found == Speaker("residents", (Link("BBC", LinkRole.OUTLET),))


def test_a_body_may_go_by_a_short_name_that_no_list_knows() -> None:
    assert name("Nine people were killed in the raid, QNDA said.", "Nine people") == "QNDA"
    assert name("The QNDA said nine people were killed in the raid.", "nine people") == "QNDA"


def test_who_cites_under_a_short_name_is_an_outlet() -> None:
    found = said("Nine people were killed in the raid, QNDA said citing a security official.", "Nine people").speaker
    assert found == Speaker("a security official", (Link("QNDA", LinkRole.OUTLET),))


def test_an_office_by_itself_speaks() -> None:
    assert name("Nine people were killed, the country's ombudsman said.", "Nine people") == "country's ombudsman"
    assert name("Nine people were killed, protesters said.", "Nine people") == "protesters"


def test_kinds_of_sources_are_joined() -> None:
    text = "The mayor was killed on Friday, security and family sources said."
    assert name(text, "The mayor was killed") == "security and family sources"


def test_a_post_that_leads_a_saying_in_is_a_link() -> None:
    found = said("In a post on Telegram, the governor said three people died.", "three people died").speaker
    assert found == Speaker("governor", (Link("post", LinkRole.POST),))


def test_two_who_say_the_same_are_named_together() -> None:
    assert name("Three people died, said both the mayor and a doctor.", "Three people died") == "mayor and a doctor"
    assert name("The army and the police said five people died.", "five people died") == "army and the police"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday, the mayor said that five people died.", "On Monday"),
        ("Late on Tuesday the mayor announced that five people died in a raid on Sunday.", "Late on Tuesday"),
        ("The mayor said on Monday that five people died.", "on Monday"),
    ],
)
def test_the_day_of_saying_leads_it_in_or_follows(text: str, day: str) -> None:
    marks, report = read(text)
    found = attributions(marks, report, ENGLISH).of(*tokens_of(marks, "five people died"))
    assert found.as_of_days is not None
    assert marks.days[found.as_of_days].words == day


def test_a_day_before_a_clause_of_its_own_is_not_that_of_saying() -> None:
    found = said("On Monday shells fell, and the mayor said that five people died.", "five people died")
    assert found.as_of_days is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A security source who asked not to be named said five soldiers were killed.", "A security source"),
        ("The governor, who visited the site, said five people had been killed.", "governor"),
        ("Five people were killed, the Red Cross and local officials said.", "Red Cross"),
    ],
)
def test_who_speaks_is_told_before_a_relative_clause_or_with_others(text: str, speaker: str) -> None:
    (claim,) = claims(text)
    assert claim.speaker is not None
    assert (claim.speaker.name, claim.speaker.via) == (speaker, ())


def test_a_party_that_claims_to_have_killed_alleges_it() -> None:
    (claim,) = claims("Local fighters claim to have killed 14 soldiers.")
    assert (claim.count.figure, claim.stance.value) == (14, "alleges")


def test_a_body_told_again_by_its_noun_alone_is_the_one_that_spoke() -> None:
    text = "Gunmen killed 40 people, a resistance committee said. Later, the committee said that 44 people had died."
    assert {c.speaker.name for c in claims(text) if c.speaker} == {"a resistance committee"}


def test_of_two_bodies_of_one_noun_it_may_be_either() -> None:
    text = "Six died, a local hospital said. A military hospital said nine died. Ten were wounded, the hospital said."
    assert [c.speaker.name for c in claims(text) if c.speaker][-1] == "hospital"
