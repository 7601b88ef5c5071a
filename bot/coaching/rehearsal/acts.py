"""What a line of the doctor's does to the other person, and the labels of speech that say so."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from bot.coaching.speech_acts import Label


class Act(StrEnum):
    """Something that a line does; a line may do several things."""

    ABUSED = "abused"
    THREATENED = "threatened"
    BLAMED = "blamed"
    DIVIDED = "divided"
    PUSHED = "pushed"
    LED = "led"
    COUNTED_COST = "counted_cost"
    SPOKE_JARGON = "spoke_jargon"
    DEFENDED = "defended"
    HELD_FORTH = "held_forth"
    LISTENED = "listened"
    APOLOGISED = "apologised"
    OWNED = "owned"
    INVITED = "invited"
    PATIENT = "patient"
    ASKED = "asked"
    PROPOSED = "proposed"
    ASKED_CLOSED = "asked_closed"
    TOLD = "told"


CLOSING: Final = (
    Act.ABUSED,
    Act.THREATENED,
    Act.BLAMED,
    Act.PUSHED,
    Act.DIVIDED,
    Act.LED,
    Act.DEFENDED,
    Act.COUNTED_COST,
    Act.SPOKE_JARGON,
    Act.HELD_FORTH,
)
"""What shuts people, the gravest first."""

OPENING: Final = (Act.LISTENED, Act.APOLOGISED, Act.OWNED, Act.INVITED, Act.PATIENT, Act.ASKED)
"""What opens them, the most telling first."""

CURIOUS: Final = frozenset({Act.ASKED, Act.LISTENED, Act.INVITED})
"""What shows that the doctor wants to hear; nobody opens up to a speech, however good."""

OF_LABEL: Final[Mapping[Label, Act]] = {
    Label.THREAT: Act.THREATENED,
    Label.BLAME: Act.BLAMED,
    Label.US_AND_THEM: Act.DIVIDED,
    Label.PUSH: Act.PUSHED,
    Label.LEADING_QUESTION: Act.LED,
    Label.COST: Act.COUNTED_COST,
    Label.JARGON: Act.SPOKE_JARGON,
    Label.DEFENCE: Act.DEFENDED,
    Label.LISTENING: Act.LISTENED,
    Label.APOLOGY: Act.APOLOGISED,
    Label.OWNERSHIP: Act.OWNED,
    Label.INVITATION: Act.INVITED,
    Label.PATIENT_BENEFIT: Act.PATIENT,
    Label.OPEN_QUESTION: Act.ASKED,
    Label.CLOSED_QUESTION: Act.ASKED_CLOSED,
    Label.ASSERTION: Act.TOLD,
}

REACTION_TO: Final[Mapping[Act, str]] = {
    Act.ABUSED: "abused",
    Act.THREATENED: "threat",
    Act.BLAMED: "blame",
    Act.DIVIDED: "blame",
    Act.PUSHED: "pushed",
    Act.LED: "leading",
    Act.DEFENDED: "pushed",
    Act.COUNTED_COST: "cost",
    Act.SPOKE_JARGON: "jargon",
    Act.HELD_FORTH: "told",
    Act.LISTENED: "listened",
    Act.APOLOGISED: "apology",
    Act.OWNED: "owned_doubt",
    Act.INVITED: "invited",
    Act.PATIENT: "patient",
    Act.ASKED: "asked_open",
    Act.PROPOSED: "agreed_step",
    Act.ASKED_CLOSED: "asked_closed",
    Act.TOLD: "told",
}
"""The lines by which a character answers each (keys of `REACTIONS`)."""
