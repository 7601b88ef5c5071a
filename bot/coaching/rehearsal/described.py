"""A person whom the doctor describes: what to call them, and what the description has them say of themselves."""

import re
from typing import Final

from bot.coaching import cues
from bot.coaching.named import told_of
from bot.coaching.plain import plain
from bot.coaching.rehearsal.cast import DESCRIBED, CoachWords
from bot.coaching.rehearsal.model import Bands, Role, Topic

_MOST_OF_NAME: Final = 6
_SOMEBODY: Final = "the person you described"
_HEAD_ENDS: Final = re.compile(
    r"[,;:.!?\n(]|\s[-–—]+\s|\s(?:who|whose|that|which|is|isn't|was|has|hates?|thinks?|always|never|and (?:he|she"
    r"|they)|she|he|they|they're|"
    r"he's|she's|with|won't|doesn't|about|because)\b",
    re.I,
)
_OWN: Final = re.compile(r"^(?:my|our)\b", re.I)
_PIECES: Final = re.compile(r"[,;.!?\n()]|\s[-–—]+\s|\s(?:and|but|who|because)\s", re.I)
_PRONOUN: Final = re.compile(r"^(?:he|she|they|who)(?:'s|'re)?\s+|^(?:is|are|'s)\s+", re.I)
_FIRST_PERSON: Final = re.compile(r"\b(?:i|i'm|i've|me|my|mine|we|us|our|you|your)\b", re.I)
_THIRD_PERSON: Final = re.compile(r"\b(?:he|she|they|him|them|it's|himself|herself|themselves)\b", re.I)
_THEIRS: Final = re.compile(r"\b(?:his|her|their)\b", re.I)
_VIEW: Final = re.compile(r"^(?:thinks?|believes?|reckons?|feels?|says?)(?: that)? (?P<what>\S+ .+)$", re.I)
_VERBS: Final = {
    "hates": "hate", "loves": "love", "likes": "like", "wants": "want", "needs": "need", "prefers": "prefer",
    "dislikes": "dislike", "distrusts": "distrust", "worries": "worry", "cares": "care", "fears": "fear",
    "resents": "resent", "avoids": "avoid", "enjoys": "enjoy", "values": "value", "misses": "miss", "knows": "know",
    "believes in": "believe in", "expects": "expect", "remembers": "remember", "trusts": "trust", "sees": "see",
    "doesn't": "don't", "does not": "do not", "won't": "won't", "can't": "can't", "never": "never",
}  # fmt: skip
_DOES: Final = re.compile(
    rf"^(?P<often>(?:really|always|often|also|just|only) )?(?P<verb>{'|'.join(_VERBS)}) (?P<what>\S.*)$", re.I
)
_IS: Final = re.compile(
    r"^(?P<what>(?:(?:always|often|usually|mostly|never|very|really|quite|constantly) )+"
    r"(?:late|busy|tired|rushed|stressed|overworked|in a (?:hurry|rush)|on (?:the phone|edge|call)|short of \w+"
    r"|careful|cautious|quiet|proud))$",
    re.I,
)
_OWN_VERB: Final = re.compile(r"^I (?:am |think |\w+(?:'t)? )")
_ASKED_OF: Final = (
    ("I worry", "what worries you about it"),
    ("I fear", "what worries you about it"),
    ("I want", "what do you want"),
    ("I need", "what do you need"),
    ("I think", "what do you think about it"),
    ("I hate", "what do you dislike about it"),
    ("I dislike", "what do you dislike about it"),
    ("I care", "what do you care about"),
    ("I care", "what matters most to you"),
    ("I don't trust", "what would make you trust it"),
)


def name_of(description: str) -> str:
    """What to call somebody described: "your TPD" of "my TPD, always late"."""
    bare = " ".join(description.split()).strip(" \"'")
    head = bare[: found.start()] if (found := _HEAD_ENDS.search(bare)) else bare
    head = head.strip()
    if not head or len(head.split()) > _MOST_OF_NAME or "[" in head:
        return told_of(description) or _SOMEBODY
    if _OWN.match(head):
        return _OWN.sub("your", head)
    plain_start = re.match(r"(?:the|a|an|your|this|that|one)\b", head, re.I)
    if re.match(r"(?:a|an|one)\b", head, re.I):
        return re.sub(r"^(?:a|an|one)\b", "the", head, flags=re.I)
    is_a_name = re.fullmatch(r"[A-Z][a-z]+", head)
    return head if plain_start or is_a_name else f"your {head}"


def cares_of(description: str) -> tuple[str, ...]:
    """What the description has them think, in the first person: "I think audits are pointless", "I hate emails"."""
    found = (_said_by_them(piece.strip()) for piece in _PIECES.split(" ".join(description.replace("’", "'").split())))
    return tuple(dict.fromkeys(one for one in found if one))


def cast_as(role: Role, description: str, words: CoachWords) -> Role:
    """The character behind described people, called as the doctor called this one, with what was said of them."""
    named = _hiding(role, description, words).model_copy(update={"name": name_of(description)})
    cares = cares_of(description)
    if not cares:
        return named
    topics = tuple(_topic(number, care, words) for number, care in enumerate(cares))
    return named.model_copy(update={"topics": (*topics, *role.topics)})


def _hiding(role: Role, description: str, words: CoachWords) -> Role:
    """The same with what the description lets one suppose behind it; as written where it gives no hint."""
    said = plain(description)
    found = next((one for one in words.behind if role.id == DESCRIBED and cues.any_in(one.cues, said)), None)
    if found is None:
        return role
    near = [one for one in role.topics if one.near_hidden]
    about = tuple(phrase for one in near for phrase in one.about)
    told = (Topic(id=found.id, about=about, answers=found.answers, near_hidden=True),) if near else ()
    rest = tuple(one for one in role.topics if not one.near_hidden)
    return role.model_copy(update={"hidden": found.hidden, "reveal": found.reveal, "topics": (*told, *rest)})


def _topic(number: int, care: str, words: CoachWords) -> Topic:
    """Something that they were said to think or to be, and the ways in which a doctor comes near it."""
    what = _OWN_VERB.sub("", care)
    asked = tuple(question for start, question in _ASKED_OF if care.startswith(start))
    near = tuple(
        f"{ask} {what}" for ask in ("what about", "how do you feel about", "what do you think of", "tell me about")
    )
    bands = (words.cares.shut, words.cares.half, words.cares.open)
    shut, half, free = (tuple(line.replace("{care}", care) for line in band) for band in bands)
    return Topic(
        id=f"{DESCRIBED}-{number}",
        about=(care, f"why do you say that {care}", *near, *asked),
        answers=Bands(shut=shut, half=half, open=free),
    )


def _said_by_them(piece: str) -> str:
    bare = _PRONOUN.sub("", piece).strip()
    if not bare or "[" in bare or _FIRST_PERSON.search(bare) or _THIRD_PERSON.search(bare):
        return ""
    own = _THEIRS.sub("my", bare)
    view, does, state = _VIEW.match(own), _DOES.match(own), _IS.match(own)
    if view:
        return f"I think {view['what']}"
    if does:
        return f"I {does['often'] or ''}{_VERBS[does['verb'].casefold()]} {does['what']}"
    return f"I am {state['what']}" if state else ""
