"""The vocabularies of the record. A value is what is printed, stored and exported.

Sources: OHCHR guidance on casualty recording and SDG 16.1.2 (status, age, sex), UCDP and ACLED (precision),
AOAV and ACLED (means, targets), ETH/PRIO Civil Conflict Ceasefire data and PA-X (agreements), Airwars (grades).
"""

from enum import StrEnum


class Outcome(StrEnum):
    """What was done to the people counted. `casualties`: killed or injured, not told apart."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"
    CASUALTIES = "casualties"


class Stance(StrEnum):
    """How a speaker stands to a figure. An expectation is never counted."""

    ASSERTS = "asserts"
    ALLEGES = "alleges"
    IMPLIES = "implies"
    DENIES = "denies"
    EXPECTS = "expects"


class Scope(StrEnum):
    """One happening, or a total over many (a day's, a campaign's, a year's).

    `battle`: a happening too, a fight between armed sides in which no civilian is told as harmed.
    """

    INCIDENT = "incident"
    BATTLE = "battle"
    TALLY = "tally"


class Status(StrEnum):
    """Standing of the people counted, as the speaker states it. `attacker`: the ones who carried the attack out."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    ATTACKER = "attacker"
    UNKNOWN = "unknown"


class Age(StrEnum):
    """Age group as stated."""

    CHILD = "child"
    ADULT = "adult"


class Sex(StrEnum):
    """Sex as stated."""

    MALE = "male"
    FEMALE = "female"


class Role(StrEnum):
    """What the people counted did, where that is told."""

    MEDICAL = "medical"
    RESCUER = "rescuer"
    JOURNALIST = "journalist"
    AID_WORKER = "aid worker"
    TEACHER = "teacher"
    STUDENT = "student"
    FARMER = "farmer"
    POLICE = "police"
    OFFICIAL = "official"
    CLERGY = "clergy"
    FAMILY = "family"


class TimePrecision(StrEnum):
    """How finely a When is known, fine to coarse. UCDP date_prec 1-5 and ACLED time_precision 1-3 follow from it."""

    HOUR = "hour"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    LONGER = "longer"


class PlacePrecision(StrEnum):
    """How finely a Place is known, fine to coarse. UCDP where_prec 1-7 and ACLED geo_precision 1-3 follow from it."""

    SITE = "site"
    SETTLEMENT = "settlement"
    VICINITY = "vicinity"
    ADMIN3 = "admin3"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    REGION = "region"
    COUNTRY = "country"
    INTERNATIONAL = "international"


class PlaceMatch(StrEnum):
    """How a gazetteer's place was found: by a name that it has (letters' case, accents and articles apart), by one
    that may be the same name in other Latin letters, and no other place's there, or by what other reports of the
    ledger say of a name that several places have.
    """

    NAME = "name"
    SPELLING = "spelling"
    LEDGER = "ledger"


class Basis(StrEnum):
    """Why a party is named as the one who did it."""

    ALLEGED = "alleged"
    CLAIMED = "claimed"
    ACKNOWLEDGED = "acknowledged"
    DENIED = "denied"


class AgreementKind(StrEnum):
    """Kind of agreement."""

    CEASEFIRE = "ceasefire"
    DE_ESCALATION_ZONE = "de-escalation zone"
    HUMANITARIAN_PAUSE = "humanitarian pause"
    PEACE_AGREEMENT = "peace agreement"


class LinkRole(StrEnum):
    """What a link in a speaker chain is."""

    OUTLET = "outlet"
    AGENCY = "agency"
    POST = "post"
    SPOKESPERSON = "spokesperson"
    WITNESS = "witness"


class PositionStance(StrEnum):
    """What a party says without a figure."""

    DENIES = "denies"
    ACCUSES = "accuses"
    ACKNOWLEDGES = "acknowledges"
    JUSTIFIES = "justifies"
    WARNS = "warns"
    URGES = "urges"


class EvidenceKind(StrEnum):
    """Media said to show a happening."""

    VIDEO = "video"
    PHOTO = "photo"
    AUDIO = "audio"
    SATELLITE = "satellite image"
    DOCUMENT = "document"
    REMNANT = "remnant"


class SourceKind(StrEnum):
    """Kinds of Source."""

    OUTLET = "outlet"
    AGENCY = "agency"
    RESCUE = "rescue service"
    MONITOR = "monitor"
    MINISTRY = "ministry"
    MILITARY = "military"
    ARMED_GROUP = "armed group"
    UN = "un"
    NGO = "ngo"
    HOSPITAL = "hospital"
    WITNESS = "witness"
    STATE_MEDIA = "state media"
    OTHER = "other"


class Means(StrEnum):
    """What the harm was done with [AOAV, ACLED]."""

    AIRSTRIKE = "airstrike"
    DRONE_STRIKE = "drone strike"
    BARREL_BOMB = "barrel bomb"
    SHELLING = "shelling"
    ROCKET = "rocket or missile"
    CLUSTER = "cluster munition"
    CHEMICAL = "chemical"
    INCENDIARY = "incendiary"
    IED = "improvised bomb"
    SUICIDE = "suicide bombing"
    LANDMINE = "landmine or remnant"
    SMALL_ARMS = "small arms"
    SNIPER = "sniper"
    EXECUTION = "execution"
    TORTURE = "torture"
    ABDUCTION = "abduction"
    SEXUAL_VIOLENCE = "sexual violence"
    SIEGE = "siege or starvation"
    ARSON = "arson"
    VEHICLE = "vehicle"
    OTHER = "other"
    UNKNOWN = "unknown"


class Target(StrEnum):
    """What was hit [AOAV, ACLED]."""

    MARKET = "market"
    HEALTH = "health facility"
    SCHOOL = "school"
    RESIDENTIAL = "residential"
    CAMP = "camp for the displaced"
    WORSHIP = "place of worship"
    BAKERY = "bakery"
    UTILITY = "water or power"
    VEHICLE = "vehicle or convoy"
    AID = "aid"
    RESCUE = "rescue team"
    MEDIA = "media"
    GOVERNMENT = "government"
    MILITARY = "military"
    FARM = "farm"
    OTHER = "other"
    UNKNOWN = "unknown"


class FindingKind(StrEnum):
    """An incident held against an agreement. Never a legal judgement."""

    INSIDE = "inside"
    POSSIBLY = "possibly"
    OUTSIDE = "outside"
    EXEMPT = "exempt"


class Verdict(StrEnum):
    """A person's Judgement on two accounts."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class DecisionKind(StrEnum):
    """What a Decision does."""

    JUDGEMENT = "judgement"
    NOTE = "note"


class IssueCode(StrEnum):
    """Why something could not be understood. Kept as data in the ledger."""

    PLACE_UNKNOWN = "place-unknown"
    PLACE_AMBIGUOUS = "place-ambiguous"
    DAY_UNKNOWN = "day-unknown"
    DAY_CONFLICT = "day-conflict"
    DAY_AMBIGUOUS = "day-ambiguous"
    COUNT_UNREADABLE = "count-unreadable"
    LANGUAGE_UNREAD = "language-unread"
    TEXT_EMPTY = "text-empty"
    TEXT_BROKEN = "text-broken"
    PUBLISHED_UNKNOWN = "published-unknown"
    PUBLISHED_IMPOSSIBLE = "published-impossible"
    PUBLISHED_CONFLICT = "published-conflict"
    INPUT_REFUSED = "input-refused"
    AGREEMENT_UNCLEAR = "agreement-unclear"
    OTHER_CAUSE = "other-cause"
    IMAGINED = "imagined"
