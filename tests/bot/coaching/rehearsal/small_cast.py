"""A small character of our own, the product's words of the coach, and sentences labelled by plain cues."""

import re
from collections.abc import Sequence

from bot.adapters import roles
from bot.coaching.cited import Cited
from bot.coaching.practice import End
from bot.coaching.rehearsal.cast import DESCRIBED, FIRST_CHOICE, Cast
from bot.coaching.rehearsal.model import REACTIONS, Bands, Role, Topic
from bot.coaching.speech_acts import Label, Labelled

CUES = (
    (Label.THREAT, r"\botherwise I will\b"),
    (Label.BLAME, r"\byour fault\b|\byour team never\b"),
    (Label.PUSH, r"\bmust\b|\bneed to\b"),
    (Label.LEADING_QUESTION, r"\bdon't you think\b"),
    (Label.COST, r"\bmoney\b"),
    (Label.JARGON, r"\bsynergy\b"),
    (Label.OWNERSHIP, r"\bI was wrong\b|\bI don't know\b"),
    (Label.APOLOGY, r"\bI'm sorry\b"),
    (Label.INVITATION, r"\bwhat would you change\b"),
    (Label.PATIENT_BENEFIT, r"\bpatients get\b"),
    (Label.LISTENING, r"^So you\b"),
    (Label.OPEN_QUESTION, r"^(?:what|how|tell me)\b"),
    (Label.CLOSED_QUESTION, r"^(?:is|are|can|do)\b.*\?"),
)
TOPICS = {
    "bins": "the bins by the door",
    "lifts": "the lifts at night",
    "stairs": "the stairs to the roof",
    "paint": "the paint in the hall",
    "keys": "the keys of the shed",
    "lamps": "the lamps in the yard",
    "view": "make of it from where you are",
}


def label(text: str, before: str = "") -> tuple[Labelled, ...]:
    """Every sentence with what its cues say, and an assertion where there are none."""
    found = []
    for match in re.finditer(r"[^.?!]+[.?!]*", text):
        sentence = match.group(0).strip()
        start = match.start() + len(match.group(0)) - len(match.group(0).lstrip())
        labels = tuple(name for name, cue in CUES if re.search(cue, sentence, re.I))
        plain = () if re.match(r"^(?:ok|thanks|hi|hello)\b", sentence, re.I) else (Label.ASSERTION,)
        order = tuple(one for one in Label if one in (labels or plain))
        if sentence:
            found.append(Labelled(start=start, end=start + len(sentence), labels=order))
    return tuple(found)


def near(text: str, phrases: Sequence[str]) -> tuple[float, ...]:
    """The share of words that two texts have in common."""
    return tuple(_alike(_words(text), _words(phrase)) for phrase in phrases)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold()))


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def bands(name: str, *, quote: bool = False) -> Bands:
    more = (f'{name} {{band}} took up "{{quote}}".',) if quote else ()

    def lines(band: str) -> tuple[str, ...]:
        return tuple(line.replace("{band}", band) for line in (f"{name} {{band}} one.", f"{name} {{band}} two.", *more))

    return Bands(shut=lines("shut"), half=lines("half"), open=lines("open"))


def role(name: str = FIRST_CHOICE, called: str = "the caretaker") -> Role:
    return Role(
        id=name,
        name=called,
        cues=(rf"\b{called.removeprefix('the ')}\b",),
        stance="Keeps the place going and is never asked.",
        cares=("the floor", "the keys", "the night"),
        hidden="They were blamed for the flood.",
        scene=("A shed behind the hall.", "A stool by the boiler."),
        opens=("You found me.", "Yes?", "What is it about?"),
        reactions={one: bands(one, quote=one == "told") for one in REACTIONS},
        topics=tuple(
            Topic(id=key, about=tuple(f"{ask} {what}" for ask in _ASKS), answers=bands(f"on-{key}"))
            for key, what in TOPICS.items()
        ),
        reveal=("It was the flood, and my name on it.", "The flood. I signed for it."),
        ends={end: (f"{end} one.", f"{end} two.") for end in End},
    )


_ASKS = ("what about", "how are", "tell me about", "who minds", "what happens with", "when were")


def small_cast(**others: Role) -> Cast:
    people = {FIRST_CHOICE: role(), DESCRIBED: role(DESCRIBED, "somebody"), **others}
    return Cast(
        roles=people,
        coach=roles.load_coach(),
        label=label,
        near=near,
        card=lambda card_id: Cited(
            key=card_id, card=card_id, doc="d", section="5", author="A", quote=None, start=None, end=None
        ),
    )
