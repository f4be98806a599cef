import pytest
from tests.unit.read.sample import ENGLISH, read

from harmledger.model.account import Reading
from harmledger.model.codes import Basis, Means, Target
from harmledger.read.parties import by, means, side, target
from harmledger.read.reader import read as understood


def told(text: str) -> Reading:
    marks, report = read(text)
    return understood(report, marks, ENGLISH)[0]


def parties(text: str) -> list[str]:
    marks, _ = read(text)
    return [p.party for p in by(marks, 0, len(marks.tokens), ENGLISH)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six people were killed by Russian jets in Binnish.", ["Russia"]),
        ("Six people in Syria died in regime/Russian terrorist attacks.", ["Syrian government", "Russia"]),
        (
            "Syrian towns were hit by government forces and its Russian allies, killing six.",
            ["Syrian government", "Russia"],
        ),
        ("Months of attacks by the Syrian and Russian militaries killed six.", ["Syrian government", "Russia"]),
        ("Boko Haram militants killed six farmers.", ["Boko Haram"]),
        ("Suspected Taliban gunmen shot dead two teachers.", ["Taliban"]),
        ("Six people were killed by suspected al-Shabaab fighters.", ["al-Shabaab"]),
        ("An Israeli air strike killed six people.", ["Israel"]),
        ("A Canadian air strike killed six people.", ["Canada"]),
        ("Soviet troops killed six farmers.", ["Russia"]),
        ("Serb gunmen killed six farmers.", ["gunmen"]),
        ("A Canadian air strike killed six people.", ["Canada"]),
        ("Soviet troops killed six farmers.", ["Russia"]),
        ("Serb gunmen killed six farmers.", ["gunmen"]),
        ("A Saudi-led coalition airstrike killed six people.", ["Saudi-led coalition"]),
        ("The Rapid Support Forces shelled a market, killing six.", ["Rapid Support Forces"]),
        ("Six people were killed in shelling by Houthi rebels.", ["Houthis"]),
        ("SIX PEASANTS WERE KIDNAPPED BY FMLN TERRORISTS.", ["FMLN"]),
        ("SHINING PATH GUERRILLAS MURDERED THE MAYOR.", ["Shining Path"]),
        ("Gunmen shot dead six people.", ["gunmen"]),
        ("Six people were killed by unknown assailants.", ["gunmen"]),
        ("A suicide bomber killed six people.", ["suicide bomber"]),
        ("Islamic State gunmen killed six people; the gunmen fled.", ["Islamic State"]),
        ("Nigerian troops opened fire, killing six.", ["Nigeria"]),
        ("M23 rebels and FDLR fighters killed six people.", ["M23", "FDLR"]),
        ("Six people were killed in an attack blamed on the M23 rebel group.", ["M23"]),
        ("An attack attributed to FDLR fighters killed six people.", ["FDLR"]),
        ("Israeli settlers shot dead a man.", ["Israeli settlers"]),
        ("Nigerian militants killed six people.", ["militants"]),
        ("Honduran guerrillas attacked the town.", ["guerrillas"]),
        ("Salvadoran soldiers killed two reporters.", ["Salvadoran armed forces"]),
        ("On Monday, Israel killed two farmers.", ["Israel"]),
        ("Israel bombed a school, killing six people.", ["Israel"]),
        ("Moscow killed six people in Binnish.", ["Russia"]),
        ("Moscow has again bombed a school, killing six.", ["Russia"]),
        ("Kabul blast kills six", []),
        ("SIX PEOPLE WERE KILLED WHEN A CAR BOMB EXPLODED.", []),
        ("KABUL EXPLOSION KILLS SIX", []),
        ("Damascus shelling kills six", []),
        ("Kabul market bombing killed six people.", []),
        ("Officials blamed the Lord's Resistance Army for the six deaths.", ["Lord's Resistance Army"]),
    ],
)
def test_who_did_it(text: str, found: list[str]) -> None:
    assert parties(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Six Palestinians were killed in Gaza on Friday.",
        "A bomb killed five Israeli soldiers.",
        "Six people were killed in an attack on Afghan police.",
        "A mine killed six Taliban fighters.",
        "Six people were killed in Kabul, police said.",
        "Nobody told us who fired at the house.",
        "A car bomb went off near an army checkpoint in Iraq.",
        "Two French tourists were killed.",
        "A car bomb went off at a checkpoint in Samarra, Iraq, killing six people.",
        "A truck bomb exploded in the Afghanistan capital, killing six people.",
        "A rocket fired amid fighting between Taliban insurgents and Afghan soldiers killed six people.",
        "Six people were killed in a knife attack in China, with police shooting the attacker.",
        "The United States condemned the attack.",
        "The Honduran armed forces confirmed the attack.",
        "Police said a vehicle carrying security forces was the target of the attack.",
        "The truce was mediated by Moscow and Ankara.",
    ],
)
def test_the_victims_the_tellers_and_the_brokers_did_not(text: str) -> None:
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The Taliban claimed responsibility for the blast.", Basis.CLAIMED),
        ("The attack was claimed by the Islamic State.", Basis.CLAIMED),
        ("Hamas denied responsibility for the rockets.", Basis.DENIED),
        ("The army denied killing six people.", Basis.DENIED),
        ("The Taliban denied carrying out the attack that killed six people.", Basis.DENIED),
        ("The army acknowledged that its soldiers killed two farmers.", Basis.ACKNOWLEDGED),
        ("The army admitted killing two farmers by mistake.", Basis.ACKNOWLEDGED),
        ("Israel has been accused of killing six people.", Basis.ALLEGED),
        ("The Israeli military acknowledged that it had struck the school.", Basis.ACKNOWLEDGED),
        ("Taliban fighters attacked the school.", Basis.ALLEGED),
    ],
)
def test_why_it_is_named(text: str, basis: Basis) -> None:
    marks, _ = read(text)
    assert [p.basis for p in by(marks, 0, len(marks.tokens), ENGLISH)] == [basis]


def test_a_party_is_quoted_verbatim_and_only_from_its_range() -> None:
    text = "Six people were killed by Boko Haram fighters. Later, Nigerian troops killed ten people."
    marks, _ = read(text)
    sentence = marks.sentences[0]
    (party,) = by(marks, sentence.first, sentence.last, ENGLISH)
    assert party.span is not None
    assert party.span.holds(text)
    assert party.span.quote == party.words == "Boko Haram"


def test_us_is_a_state_only_in_capitals() -> None:
    assert parties("US forces killed six people.") == ["United States"]
    assert parties("They let us forces of habit kill the mood.") == []


def test_two_of_one_side() -> None:
    assert side("Russia", ENGLISH) == side("Syrian government", ENGLISH)
    assert side("Shining Path", ENGLISH) == "Shining Path"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Six people died when warplanes bombed the town.", Means.AIRSTRIKE),
        ("An aerial bombardment killed six.", Means.AIRSTRIKE),
        ("Air strikes and barrel bombs killed six.", Means.BARREL_BOMB),
        ("A jet fired rockets in an airstrike on the village.", Means.AIRSTRIKE),
        ("Mortar fire killed six.", Means.SHELLING),
        ("Artillery pounded the district.", Means.SHELLING),
        ("Rockets hit the camp.", Means.ROCKET),
        ("A US drone strike killed six.", Means.DRONE_STRIKE),
        ("A suicide car bomb killed six.", Means.SUICIDE),
        ("He blew himself up at the gate.", Means.SUICIDE),
        ("A roadside bomb killed six.", Means.IED),
        ("Gunmen opened fire on a bus.", Means.SMALL_ARMS),
        ("The men were shot dead.", Means.SMALL_ARMS),
        ("A sniper shot a boy.", Means.SNIPER),
        ("A girl stepped on a landmine.", Means.LANDMINE),
        ("A mine killed seven of a family.", Means.LANDMINE),
        ("The military bombed a tea shop.", Means.AIRSTRIKE),
        ("Cluster bombs fell on the camp.", Means.CLUSTER),
        ("Sarin gas killed dozens.", Means.CHEMICAL),
        ("Militants beheaded two hostages.", Means.EXECUTION),
        ("Attackers hacked six people to death with machetes.", Means.OTHER),
        ("The militia set fire to forty homes.", Means.ARSON),
        ("TERRORISTS DYNAMITED A BRIDGE WITH EXPLOSIVES.", Means.IED),
        ("Teachers went on strike over pay during the campaign.", Means.UNKNOWN),
        ("The bomb squad arrived late.", Means.UNKNOWN),
        ("Six people died.", Means.UNKNOWN),
    ],
)
def test_what_it_was_done_with(text: str, value: Means) -> None:
    marks, _ = read(text)
    assert means(marks, [(0, len(marks.tokens))], ENGLISH) is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("An air strike on a busy market killed six.", Target.MARKET),
        ("Shells hit a maternity hospital.", Target.HEALTH),
        ("Six people were killed and the wounded were taken to a hospital.", Target.UNKNOWN),
        ("Six people were killed, hospital officials said.", Target.UNKNOWN),
        ("Gunmen stormed a boarding school.", Target.SCHOOL),
        ("A bomb exploded inside a mosque.", Target.WORSHIP),
        ("A church bombing killed six.", Target.WORSHIP),
        ("Rockets struck a camp for displaced people.", Target.CAMP),
        ("Gunmen attacked an army checkpoint.", Target.MILITARY),
        ("A missile hit a bakery.", Target.BAKERY),
        ("A roadside bomb hit a bus.", Target.VEHICLE),
        ("Gunmen raided a village.", Target.RESIDENTIAL),
        ("Residents fled the village after six people died.", Target.UNKNOWN),
        ("Jets bombed a water station.", Target.UTILITY),
        ("Gunmen attacked a police station.", Target.GOVERNMENT),
    ],
)
def test_what_was_hit(text: str, value: Target) -> None:
    marks, _ = read(text)
    assert target(marks, 0, len(marks.tokens), ENGLISH) is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A car bomb exploded in Elmwood. Six people were killed.", Means.IED),
        ("Six people were killed in Elmwood. The gunmen opened fire at dawn.", Means.SMALL_ARMS),
        ("Six people were killed by shelling in Elmwood. A car bomb exploded there as well.", Means.SHELLING),
        ("A drone, expected to be foreign, attacked Elmwood. It injured a woman.", Means.DRONE_STRIKE),
    ],
)
def test_a_neighbouring_sentence_says_with_what_where_the_account_s_own_do_not(text: str, value: Means) -> None:
    reading = told(text)
    assert reading.accounts[0].means is value


def test_the_means_of_one_account_are_no_other_s() -> None:
    reading = told(
        "A car bomb killed six people in Elmwood on Monday. In a separate attack, four were killed in Aleppo on Sunday."
    )
    assert [a.means for a in reading.accounts] == [Means.IED, Means.UNKNOWN]


@pytest.mark.parametrize(
    ("then", "parties"),
    [
        ("Islamic State claimed responsibility.", [("Islamic State", "claimed")]),
        ("Al-Shabaab later said it had carried out the killing.", [("al-Shabaab", "claimed")]),
        ("The Taliban denied involvement. Islamic State said it was behind the attack.",
         [("Taliban", "denied"), ("Islamic State", "claimed")]),
        ("M23 rebels are suspected.", [("M23", "alleged")]),
        ("The army blamed M23.", [("M23", "alleged")]),
        ("No group has claimed responsibility.", []),
        ("Russia has been bombing the area for weeks.", []),
        ("The town has been hit by Islamic State before.", []),
        ("In Sarmin, another blast killed three. M23 claimed responsibility.", []),
    ],
)  # fmt: skip
def test_who_owns_up_in_the_next_sentence_did_it(then: str, parties: list[tuple[str, str]]) -> None:
    first = told(f"A blast killed six people in Binnish. {then}").accounts[0]
    assert [(p.party, p.basis.value) for p in first.by] == parties


def test_a_country_that_heads_a_line_did_not_do_what_follows() -> None:
    assert not any(
        p.party == "Mali" for a in told("Mali: 40 people killed in a village near Mopti").accounts for p in a.by
    )
