"""Each pattern of the English lexicon reads its sentences, and not the one that is nearly alike."""

import pytest
from tests.unit.read.sample import ENGLISH
from tests.unit.read.told import bounds, claims, figures, only

from harmledger.read.patterns import patterns

# By pattern: sentences that it reads, sentences that nothing reads.
READS: dict[str, tuple[list[str], list[str]]] = {
    "them": (
        [
            "Masked men took two clerks out of a bus and killed them.",
            "Masked men dragged Omar Haddad, a baker, and his son out of a car and shot them dead.",
        ],
        ["Masked men took two clerks out of a bus and fed them.", "Masked men sold three goats and killed the rest."],
    ),
    "event_before": (
        [
            "Shops closed in Ariha following the killing of five people by masked men.",
            "The road was blocked a day after the murder of two bakers.",
        ],
        [
            "Shops closed in Ariha following the naming of five people.",
            "Shops closed to avenge the killing of five people.",
        ],
    ),
    "body": (
        [
            "The bodies of three bakers who were kidnapped in May have been found.",
            "Villagers buried the remains of a girl on Monday.",
        ],
        ["The body of the car was found."],
    ),
    "body_apart": (
        [
            "Police found the bodies on Monday of six young men.",
            "The bodies in a well of two boys were seen.",
        ],
        ["They told of life in the valley of two boys."],
    ),
    "body_whose": (
        [
            "Omar Haddad, whose body was found on Monday, was a baker.",
            "A woman's body was found in a well.",
        ],
        ["Omar Haddad, whose car was found on Monday, was a baker.", "A woman a body was found by spoke."],
    ),
    "their_bodies": (
        [
            "Five herders were abducted. Their bodies were found on Monday with their throats slit.",
            "Masked men abducted four traders. Neighbours found their mutilated bodies in a well.",
            "Five men were kidnapped on Sunday, and their bodies were recovered on Monday.",
        ],
        ["Their bodies were found on Monday.", "Athletes train their bodies and found clubs."],
    ),
    "doer": (
        [
            "A soldier killed two nurses at the gate before he was shot dead.",
            "A man drove into a queue, killing two people, before he was gunned down.",
        ],
        ["A man sold two goats before he was paid."],
    ),
    "pronoun_body": (
        [
            "Omar Haddad left on Monday. His mutilated body was found by the river.",
            "A baker went out and his body was discovered in a well.",
            "Omar Haddad left on Monday. Neighbours found his body by the river.",
        ],
        ["Omar Haddad washed his body.", "His body was strong."],
    ),
    "owned": (
        [
            "They met after Judge Ana Silva's murder.",
            "THE PARTY DEPLORED THE SIX PRIESTS' SLAYING, SENATOR LUIS RUIZ' ASSASSINATION AND MORE.",
        ],
        ["The boy's murder trial began.", "His mother's death was quiet."],
    ),
    "roll": (
        [
            "Among the injured are Ana Silva, 34; Luis Ruiz, a baker; and Tom Brown.",
            "INJURED BY THE BLAST WERE: AN UNIDENTIFIED DRIVER; ANA SILVA, 34; AND LUIS RUIZ.",
            "ALSO INJURED WERE ANA SILVA AND 4-MONTH-OLD LUIS RUIZ.",
        ],
        ["Among the guests are Ana Silva, Luis Ruiz and Tom Brown.", "THE DEAD WERE TAKEN TO SANTA ROSA."],
    ),
    "roll_of": (
        [
            "A raid on the yard killed several people. The victims were Ana Silva, 34, and Luis Ruiz, a baker.",
            "The two wounded nuns are Ana Silva and Sister Rosa Paz.",
        ],
        ["The two leaders are Ana Silva and Luis Ruiz.", "The victims were taken to Santa Rosa Hospital."],
    ),
    "roll_as": (
        [
            "Two bodies were found. A judge identified the dead men as Luis Ruiz, 38, and Tom Brown, 42.",
            "Shells killed two people. Police named the victims as Ana Silva and Luis Ruiz.",
        ],
        ["A judge described the two men as Luis Ruiz and Tom Brown."],
    ),
    "roll_after": (
        [
            "Gunmen killed three reporters: Ana Silva, a photographer, Luis Ruiz, and Tom Brown, a driver.",
            "THE FOLLOWING TEACHERS DIED IN THE RAID: ANA SILVA, LUIS RUIZ, TOM BROWN.",
        ],
        ["The following teachers sang in the choir: Ana Silva, Luis Ruiz, Tom Brown."],
    ),
    "subset": (
        [
            "Nine villagers were killed, including two girls.",
            "Shells killed nine villagers, among them two girls and a boy.",
            "Shells left nine people, including one girl and two boys dead, and 12 others injured.",
            "A bomb left 17 people dead, including an envoy, and at least 28 others wounded, medics said.",
        ],
        ["They bought nine loaves, including two small ones."],
    ),
    "split": (
        [
            "Seven people were killed: two men, three women and two boys.",
            "The strike killed seven people (five civilians and two fighters).",
            "Seven people - five civilians and two fighters - died.",
        ],
        ["Seven people sang: two men, three women and two boys."],
    ),
    "split_by_place": (
        [
            "Fifteen people died in three raids: seven in Ariha, five in Idlib and three in Sarmin.",
            "Shells killed nine people (five in Ariha and four in Sarmin).",
        ],
        ["Fifteen people sang in three halls: seven in Ariha, five in Idlib and three in Sarmin."],
    ),
    "subset_after": (
        [
            "A raid killed nine people. Two girls were among them.",
            "A raid killed nine people. The ministry said two girls and a boy were among them.",
            "The ministry put the number of dead at nine, two girls among them.",
        ],
        ["Nine people sang. Two girls were among them."],
    ),
    "subset_were": (
        [
            "A raid killed nine people. Four were women.",
            "A raid killed nine people. At least four were children, the ministry said.",
        ],
        ["Nine people sang. Four were women."],
    ),
    "among_the_dead": (
        [
            "A raid killed nine people. Two nurses were among the dead.",
            "Two girls were among those killed.",
        ],
        ["Two nurses were among the crowd."],
    ),
    "among_the_dead_were": (
        [
            "A raid killed nine people. Among the dead were two nurses.",
            "A raid killed nine people. Among those killed were a girl and two boys.",
        ],
        ["Among the guests were two nurses."],
    ),
    "of_them": (
        [
            "Nine people were killed, four of them women.",
            "A mine killed nine people, three of whom were children.",
            "Nine people were killed. Four of them were women.",
            "A raid killed nine people. Three of them were children.",
            "Nine people were killed, four of the dead were women.",
            "A raid killed nine people. Four of the dead were women.",
        ],
        ["Nine people sang, four of them women.", "Nine people sang. Four of them were women.", "They shot a film."],
    ),
    "of_the_dead": (
        [
            "A raid killed nine people. Six of those killed were pupils.",
            "Shells killed nine people and four of those killed were girls.",
        ],
        ["Four of those seats were free."],
    ),
    "dead_include": (
        [
            "The dead included a baker and his four sons.",
            "A raid hit the yard. The dead include two girls.",
        ],
        ["The guests included a baker and his four sons."],
    ),
    "toll_before": (
        [
            "Two bakers were killed, bringing to 31 the number killed in the raid.",
            "The raid brought to five the death toll.",
        ],
        ["Two bakers came, bringing to 31 the number of guests."],
    ),
    "toll_before_of": (
        [
            "The raid brought to five the number of bakers killed.",
            "It brings to 12 the number of reporters murdered there.",
        ],
        ["The raid brought to five the number of nurses at work."],
    ),
    "active_far": (
        [
            "Armed men have tonight shot dead in the capital a female clerk.",
            "Masked men have tonight killed near Ariha a baker.",
        ],
        ["Armed men have tonight met in the capital a female clerk."],
    ),
    "elided_died": (
        [
            "Three people died in the first blast and five in the second.",
            "Two bakers perished in Ariha and four in Sarmin.",
        ],
        ["Three people met in the first room and five in the second."],
    ),
    "the_dead_were": (
        [
            "The dead were a teacher, two pupils and a guard.",
            "A raid hit the yard. The dead were two girls.",
            "Killed were two teachers and a nurse.",
            "Killed on the spot were the driver of the van and a baker.",
            "Also killed was a driver for the clinic.",
        ],
        ["The guests were a teacher, two pupils and a guard."],
    ),
    "label": (
        ["Killed: two nurses, a driver and a guard.", "Shells hit the yard.\nWounded: 12"],
        ["Sold: two lamps, a chair and a desk.", "Score: 12"],
    ),
    "noun": (
        [
            "The raid caused 14 deaths.",
            "Medics counted 30 wounded in the yard.",
        ],
        ["The club had 14 members.", "Five IDPs camps came under fire.", "A clerk filed 12 injury reports."],
    ),
    "toll": (
        [
            "The death toll rose to 31.",
            "The number of injured has climbed to 64.",
        ],
        ["The price rose to 31."],
    ),
    "pronoun_and": (
        ["Rosa Paz fell. She and her mother were wounded.", "He and a clerk died in the yard."],
        ["Rosa Paz fell. She and her mother were waiting."],
    ),
    "passive_after": (
        [
            "Nine people, killed in the raid, were found dead.",
            "Four men who were shot in the yard were killed.",
        ],
        ["Nine people, seated in the yard, were found asleep."],
    ),
    "passive": (
        [
            "Four bakers were killed at the oven.",
            "Eleven farmers were badly wounded in the field.",
            "Four bakers said to be from Ariha were on Monday night killed.",
            "Four bakers (a mayor speaks of only three) were killed at the oven.",
            "Four bakers were on Tuesday chased and killed by masked men.",
            "A cook was rushed to the clinic and pronounced dead.",
            "The baker was dragged from the car and then beaten to death.",
            "The head of Mercy House and his driver were killed.",
        ],
        [
            "Four bakers were paid at noon.",
            "A cook was rushed to the clinic and sent home.",
            "Four bakers were in the yard and a bomb killed their dog.",
        ],
    ),
    "passive_named": (
        [
            "Omar Haddad was killed at the gate.",
            "Salma Idris and Jamal Nouri were wounded.",
        ],
        ["Omar Haddad was elected in May."],
    ),
    "active_dead": (
        [
            "Gunmen shot three traders dead.",
            "Gunmen shot a cook and a maid dead.",
        ],
        ["Gunmen shot three goats dead."],
    ),
    "elided": (
        [
            "Shells killed three people in Ariha, two in Sarmin and wounded a girl.",
            "Shells killed three people in Ariha, two in Sarmin.",
            "Shells killed three people in Ariha, two in Sarmin and one in Binnish.",
            "Shells wounded nine people in Ariha, six in Sarmin, and four in Binnish.",
        ],
        [
            "They sold three cars in Ariha and two in Sarmin.",
            "They sold three cars in Ariha, two in Sarmin and one in Binnish.",
        ],
    ),
    "elided_passive": (
        [
            "Three people were killed on Monday and two on Tuesday.",
            "Four people were wounded in Ariha and five in Sarmin.",
        ],
        ["Four cars were sold on Monday and five on Tuesday."],
    ),
    "elided_led_in": (
        [
            "In Ariha four people were killed, and in Sarmin five.",
            "On Monday four people were wounded, and on Tuesday three.",
        ],
        ["In Ariha four cars were sold, and in Sarmin five."],
    ),
    "active": (
        [
            "A mine killed four herders.",
            "Shells wounded two nurses and a cook.",
        ],
        ["A mine killed four goats."],
    ),
    "passive_then": (
        [
            "In the yard were killed four men.",
            "Yesterday was murdered the mayor.",
        ],
        ["In the yard were parked four cars."],
    ),
    "gerund": (
        [
            "Shells hit the yard, killing four men.",
            "A bomb went off, wounding a cook and two maids.",
        ],
        ["Shells hit the yard, killing four cows."],
    ),
    "present": (
        [
            "Mine kills four herders",
            "Blast wounds nine shoppers",
        ],
        ["Mine kills four cows"],
    ),
    "who_died": (
        ["A girl who was shot in a car with her aunt died.", "A man who was wounded with a clerk died."],
        ["A girl who was dressed in a car with her aunt slept."],
    ),
    "intransitive": (
        [
            "Six patients died in the clinic.",
            "Two miners perished under the rubble.",
        ],
        ["Six patients slept in the clinic."],
    ),
    "intransitive_named": (
        [
            "Omar Haddad died of his wounds.",
            "Salma Idris died in the camp.",
        ],
        ["Omar Haddad dined in the camp."],
    ),
    "event": (
        [
            "The murder of two judges shook the court.",
            "Crowds mourned the death of a baker.",
        ],
        ["The death of the old tongue saddened the court."],
    ),
    "lost": (
        [
            "The army said it lost ten of its men in an ambush.",
            "The garrison lost 46 soldiers and a cook in an attack on the port.",
            "She lost her husband in an air strike.",
        ],
        [
            "The party lost 12 seats after the attack.",
            "The garrison might have lost ten men in the attack.",
            "The rebels lost 200 fighters who went over to the army after the shelling.",
            "The minister lost two of his aides to a rival after the attack on the port.",
        ],
    ),
    "left": (
        [
            "The blast left six people dead.",
            "A raid left four drivers wounded.",
        ],
        ["The blast left six windows broken."],
    ),
    "object_dead": (
        [
            "Omar Haddad dead after raid on camp",
            "Salma Idris dead at the gate",
        ],
        ["Omar Haddad late after work"],
    ),
    "state": (
        [
            "Six people dead after raid on camp",
            "Four miners missing after blast in shaft",
        ],
        ["Six people safe after raid on camp"],
    ),
    "reduced": (
        [
            "Seven people killed in raid on camp",
            "Four herders and a girl wounded by mine",
        ],
        ["Seven people honoured in camp"],
    ),
    "along": (
        [
            "The mayor was killed on Monday along with two guards.",
            "A mine killed the driver in the yard together with three passengers.",
        ],
        ["The mayor sang along with two guards."],
    ),
    "relative": (
        [
            "They mourned four men whom shells killed.",
            "They mourned nine girls whom mines wounded.",
        ],
        ["They met four men who sang in the choir."],
    ),
    "said_dead": (
        [
            "Four men (killed) were named by the clinic.",
            "The clinic spoke of nine: wounded and burned.",
        ],
        ["Four men (guests) were named by the clinic."],
    ),
    "then": (
        [
            "A boy was taken to the clinic but later died.",
            "The cook was flown to the clinic and died.",
        ],
        ["A boy was taken to the clinic but later left."],
    ),
    "pronoun": (
        [
            "The clerk ran to the gate. He was shot dead there.",
            "Omar Haddad was taken to the clinic, where he was pronounced dead.",
        ],
        ["The clerk ran to the gate. He was given tea there."],
    ),
    "pronoun_died": (
        [
            "Salma Idris was taken to the clinic, where she later died.",
            "He crawled to the road and died.",
        ],
        ["She crawled to the road and waited."],
    ),
    "pronoun_then": (
        [
            "He was rushed to the clinic and pronounced dead.",
            "She was dragged from the car and strangled.",
        ],
        ["He was rushed to the clinic and sent home."],
    ),
    "self": (
        [
            "A 9-year-old boy accidentally shot himself in the yard.",
            "The clerk who killed herself worked in the bakery.",
        ],
        ["A 9-year-old boy washed himself in the yard."],
    ),
    "self_and": (
        [
            "The clerk came back, killing himself and two others.",
            "The cook drew a pistol, killing herself and a waiter.",
        ],
        ["The clerk came back, thanking himself and two others."],
    ),
    "self_after": (
        [
            "A clerk shot his wife and 9-year-old stepson before turning the gun on himself.",
            "The cook killed Ana Silva, 31, and her mother, Rosa Paz, before committing suicide.",
        ],
        ["The clerk thanked his wife before pouring himself a cup."],
    ),
    "event_who": (
        [
            "The murders of a baker and his 4-year-old son, who were shot near their home, shook the town.",
            "He condemned the killing of two nurses and a driver, who were shot on the road.",
        ],
        ["The wedding of a baker and his neighbour, who were married in May, pleased the town."],
    ),
    "suffered": (
        [
            "A 3-year-old child suffered non-life threatening injuries in the shooting.",
            "Two drivers sustained a deep machete wound each.",
        ],
        ["A 3-year-old child suffered a defeat.", "The boy did not suffer a deep wound."],
    ),
    "suffered_named": (
        ["Ana Silva suffered a minor hand injury.", "Luis Ruiz received a deep machete wound on Monday."],
        ["Ana Silva suffered a defeat.", "Luis Ruiz received a prize for the injury report."],
    ),
    "suffered_by": (
        ["Police said he suffered a minor hand injury.", "She was hit and sustained a deep machete wound."],
        ["Police said he suffered a defeat."],
    ),
    "sent": (
        [
            "A shooting at a bar sent 4 people to the hospital on Sunday.",
            "The bombing sent two drivers and a clerk to a hospital.",
        ],
        ["A letter sent four people to the hospital on Sunday.", "The shooting sent four people to their cellars."],
    ),
    "then_died": (
        ["A 4-year-old boy who was shot in a flat in Ariha has died.", "The nurse who was hit by a bullet later died."],
        ["A 4-year-old boy who was born in a flat in Ariha has spoken."],
    ),
    "body_list": (
        [
            "The bodies of Ana Silva, a nurse, and two clerks were found on Monday.",
            "The bodies of a baker and his son were discovered.",
        ],
        ["The hats of a baker and his son were found."],
    ),
    "fatally": (
        ["Three people were shot, one fatally.", "A raid wounded five clerks, two of them fatally, on Monday."],
        ["Three people were asked, one of them twice."],
    ),
    "they_died": (
        [
            "The boy and the girl were rushed to a clinic, where they died.",
            "Two nurses were driven to a hospital where they later died.",
        ],
        ["The boy and the girl were rushed to a clinic, where they slept."],
    ),
    "brought": (
        [
            "The boy was taken to a clinic with grave wounds.",
            "Ana Silva, 34, was rushed to a hospital with critical injuries.",
            "The boy walked to a clinic with a wound to the arm.",
            "The boy drove himself to a hospital with critical injuries.",
        ],
        ["The boy was taken to a clinic with a broken toy.", "The boy walked into a clinic with wound dressings."],
    ),
    "opening": (
        [
            "Police said Salma Idris, lecturer at the School of Arts and Crafts, was shot dead.",
            "Jamal Nouri, late of the council of the valley of Ariha and of its school, was murdered.",
            "Secretary of the farmers' union in Ariha has been murdered.",
        ],
        ["Salma Idris, lecturer at the School of Arts and Crafts, was honoured."],
    ),
    "adjective": (
        [
            "Trucks brought 12 wounded soldiers to the clinic.",
            "Volunteers carried three injured girls to the road.",
        ],
        ["Trucks brought 12 tired soldiers to the clinic."],
    ),
}


@pytest.mark.parametrize(("pattern", "text"), [(p, t) for p, (reads, _) in READS.items() for t in reads])
def test_a_pattern_reads_it(pattern: str, text: str) -> None:
    assert pattern in [c.pattern for c in claims(text)]


@pytest.mark.parametrize("text", [t for _, near in READS.values() for t in near])
def test_nothing_reads_what_is_nearly_alike(text: str) -> None:
    assert figures(text) == []


def test_every_pattern_has_its_sentences() -> None:
    named = {p.name for p in patterns(ENGLISH)} | {"adjective"}
    assert {name for name, (reads, near) in READS.items() if len(reads) >= 2 and near} == named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven people were killed and 12 wounded.", [("killed", 7), ("injured", 12)]),
        ("Seven killed, 12 wounded in blast", [("killed", 7), ("injured", 12)]),
        ("Blast kills seven, wounds 12", [("killed", 7), ("injured", 12)]),
        ("Two were killed and four others were wounded.", [("killed", 2), ("injured", 4)]),
        ("Five bakers were abducted and one is missing.", [("detained", 5), ("missing", 1)]),
        ("Shelling displaced 400 villagers from the valley.", [("displaced", 400)]),
        ("The shelling caused 103 casualties.", [("casualties", 103)]),
        ("Seven people were killed and wounded by the bomb.", [("casualties", 7)]),
        ("A mine killed nine men, and six women sustained heavy and light injuries.", [("killed", 9), ("injured", 6)]),
        ("Four guests suffered varying degrees of gunshot wounds.", [("injured", 4)]),
        ("Nine people were killed in an outbreak of violence in Ariha.", [("killed", 9)]),
        (
            "A cleric has been shot dead in Ariha with his wife and child.",
            [("killed", 1), ("killed", 1), ("killed", 1)],
        ),
        ("The minister said that consul Jamal Nouri of the port of Ariha had been murdered.", [("killed", 1)]),
        ("Five travellers including a nurse were waylaid and killed.", [("killed", 5), ("killed", 1)]),
        ("As a result, nine people were killed.", [("killed", 9)]),
        ("Six people may have died in the fire.", [("killed", 6)]),
        ("Masked men are reported to have killed at least 11 traders.", [("killed", 11)]),
        ("The death toll of the raid and the clash that came after it is 28.", [("killed", 28)]),
        ("Five people were killed and a sixth wounded.", [("killed", 5), ("injured", 1)]),
        ("Ana Silva was shot dead, the third killed in May.", [("killed", 1)]),
        ("He fell on Monday, killing five of his comrades.", [("killed", 5)]),
        ("Three of the valley's eyes were shot.", []),
        ("Nine people required medical treatment.", [("injured", 9)]),
        ("The six drivers found dead on Monday were abducted in May.", [("killed", 6)]),
        ("A mayor, along with his wife Rosa and two sons, died.", [("killed", 2), ("killed", 2)]),
        ("Gunmen killed the head of a school in Ariha and his brother.", [("killed", 2)]),
        ("A judge and a poet of the valley, Ana Silva, was killed.", [("killed", 1)]),
        ("A preacher or imam was shot dead.", [("killed", 1)]),
        ("Gunmen killed a teacher and poet.", [("killed", 1)]),
        ("Gunmen killed his wife and daughter.", [("killed", 2)]),
        ("An elder of the valley and former chairman of the council in Ariha has been killed.", [("killed", 1)]),
        ("One of the city's top judges was shot dead.", [("killed", 1)]),
        ("Gunmen killed Dr. Omar bin Haddad and wounded another", [("killed", 1), ("injured", 1)]),
        ("The blast has left six villagers, including two girls dead.", [("killed", 6), ("killed", 2)]),
        ("Two Sudanese health ministry workers were killed.", [("killed", 2)]),
        ("The raid killed 12 men who had been held since Monday.", [("killed", 12)]),
        ("A leader of a camp for the displaced, near Ariha, was killed by bandits.", [("killed", 1)]),
        ("Gunmen killed the mayor, his driver and two aides.", [("killed", 2), ("killed", 2)]),
        ("No casualties were reported after the strike.", [("casualties", 0)]),
        ("Nobody was killed in the strike.", [("killed", 0)]),
        ("Eleven miners were abducted and then killed.", [("killed", 11)]),
        ("Two clerks were kidnapped on Sunday, and later shot dead.", [("killed", 2)]),
        ("A tribal elder was target-killed on Wednesday.", [("killed", 1)]),
        ("A barge came under fire near Ariha, and 20 passengers died.", [("killed", 20)]),
        ("A fire at a camp shelled by the army killed 20 people.", [("killed", 20)]),
        ("A 300-level student of the college was killed.", [("killed", 1)]),
        ("A 500 level student of the college was killed.", [("killed", 1)]),
        ("Seven guards embraced martyrdom in the attack.", [("killed", 7)]),
        ("Eight fishermen had their throats slit by rebels.", [("killed", 8)]),
        ("A grenade killed two men and left six others nursing injuries.", [("killed", 2), ("injured", 6)]),
        ("A boy was shot dead and three others were hit by live fire.", [("killed", 1), ("injured", 3)]),
        ("Two boys were left with serious burns.", [("injured", 2)]),
        ("Students said three of their number were killed.", [("killed", 3)]),
        ("The court sentenced four men to death for the murder of a poet.", [("killed", 1)]),
        ("Gunmen shot four men to death.", [("killed", 4)]),
        (
            "Nine people were killed in Ariha, four in Sarmin, three in Binnish and one in Maasaran.",
            [("killed", 9), ("killed", 4), ("killed", 3), ("killed", 1)],
        ),
        (
            "Three died in the first blast, five in the second and one in the third.",
            [("killed", 3), ("killed", 5), ("killed", 1)],
        ),
        ("The strike caused no deaths.", [("killed", 0)]),
        ("The blast destroyed 14 houses and killed two men.", [("killed", 2)]),
        ("The strike killed two people two days later.", [("killed", 2)]),
        ("A 155 mm shell killed two men at 9 am.", [("killed", 2)]),
        ("Ward 9 was shelled, killing two nurses.", [("killed", 2)]),
        ("In 2019 shelling killed two men.", [("killed", 2)]),
    ],
)
def test_outcomes_and_figures(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bomb could kill hundreds of people.",
        "The plan was to kill 200 people.",
        "They threatened to kill 12 hostages.",
        "He was accused of plotting to kill 30 people.",
        "If the dam breaks, thousands of people will die.",
        "The governor warned that 400 people may die.",
        "Five people were not killed.",
        "My son wouldn't have hurt a clerk.",
        "Three guards weren't injured.",
        "The rebels vowed to kill ten judges.",
        "They marched in protest against the murder of two judges.",
        "12 families were displaced from the camp.",
        "The court condemned four men to death.",
        "Three houses were hit by live fire.",
        "The film, in which 40 soldiers are killed in an ambush, opens on Friday.",
        "The strike killed 12 cows.",
        "A car with a boy and three other pupils was hit by a shell.",
        "A bus carrying four pupils was hit by gunfire.",
        "Guards found two men with hand luggage and leg warmers.",
        "A man praised his parents and visited his sister.",
        "Rangers killed a lion that had attacked goats.",
    ],
)
def test_what_did_not_happen_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_a_joint_figure_is_not_split() -> None:
    claim = only("The blast killed or wounded 31 shoppers.")
    assert claim.outcome.value == "casualties"
    assert bounds(claim) == (31, 31, 31)


def test_a_subset_points_to_its_whole() -> None:
    whole, girls, boys = claims("Nine villagers, among them two girls and three boys, were killed.")
    assert whole.subset_of is None
    assert girls.subset_of == boys.subset_of == whole.id
    assert [bounds(c)[1] for c in (whole, girls, boys)] == [9, 2, 3]


def test_parts_that_come_to_the_whole_are_subsets() -> None:
    whole, *parts = claims("Seven people were killed: two men, three women and two boys.")
    assert [(c.subset_of, c.count.best) for c in parts] == [(whole.id, 2), (whole.id, 3), (whole.id, 2)]


def test_parts_that_do_not_come_to_it_are_not() -> None:
    assert figures("Nine people were killed: two men, three women and two boys.") == [("killed", 9)]


def test_a_subset_of_a_sentence_before() -> None:
    whole, medics = claims("19 people were killed in the raid. Three rescuers were among the dead.")
    assert medics.subset_of == whole.id
    assert medics.group.role is not None and medics.group.role.value == "rescuer"


@pytest.mark.parametrize(
    "text",
    [
        "A raid killed nine people. Among them were two girls and a nurse.",
        "A raid killed nine people. They included two girls and a nurse.",
        "A raid killed nine people. The dead include two girls and a nurse.",
    ],
)
def test_all_of_a_list_of_parts_are_parts(text: str) -> None:
    whole, *parts = claims(text)
    assert [(c.subset_of, c.count.best) for c in parts] == [(whole.id, 2), (whole.id, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "A raid killed nine people. Hundreds came to the burial. Among them were two clerks.",
        "A raid killed nine people and wounded twelve. Among them were two girls.",
        "A raid killed nine people. He included two girls in his list.",
        "A raid killed nine people. Two were set free.",
    ],
)
def test_who_is_among_whom_is_not_guessed(text: str) -> None:
    assert all(c.subset_of is None and c.count.best in (9, 12) for c in claims(text))


def test_commas_set_off_no_parts() -> None:
    assert figures("Two men, a woman and a child were killed.") == [("killed", 2), ("killed", 1), ("killed", 1)]


def test_those_among_the_dead_of_no_figure_stand_alone() -> None:
    claim = only("Three rescuers were among the dead.")
    assert claim.subset_of is None
    assert bounds(claim) == (3, 3, 3)


def test_others_are_of_the_group_before() -> None:
    first, others = claims("Shells killed 21 civilians and wounded 82 others.")
    assert first.group.status == others.group.status
    assert others.group.status is not None and others.group.status.value == "civilian"


def test_capitals_throughout_read_alike() -> None:
    text = "At least 21 people were killed and 82 wounded when shells hit the town of Binnish on Monday."
    assert figures(text.upper()) == figures(text) == [("killed", 21), ("injured", 82)]
