"""What may stand in place of a line that stings, where nothing of it can stay: the doctor's own matter, asked about."""

import re
from collections.abc import Mapping
from typing import Final

from bot.coaching.review import verbs
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.parts import large, small, up_to_break
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

Said = tuple[str, Mapping[str, str]]
"""A form of the remarks, and the words that go into it."""

_GROUP: Final = re.compile(
    r"^\W*(?:and |but |because |why (?:do|does|can['’]?t|don['’]?t) )?(?P<who>(?:the |our )?(?:(?:bed|site|senior"
    r"|junior|med|night|day|ward|on[- ]call) )?"
    r"(?:nurses|surgeons|managers|patients|consultants|juniors|f1s|f2s|shos|registrars|regs|anaesthetists|radiologists"
    r"|neurologists|cardiologists|physicians|medics|gps|midwives|physios|pharmacists|porters|orthopods|trainees"
    r"|families|radiology|ortho|pharmacy|management|night team|day team|site team|rota team|microbiology|estates"
    r"|medicine|surgery|icu|theatres|anaesthetics|gynae|paeds|a&e|the ed|bed managers|physician associates))\b",
    re.I,
)
_AGAIN: Final = re.compile(r"\b(?:again|next time|happens|once more|one more time)\b", re.I)
_ASKED: Final = re.compile(
    r"\b(?:please|could (?:you|we|i|someone)|can (?:you|we|i|someone)|need|must|have to|would like|want|i(?:['’]m|"
    r" am) asking"
    r"|we ask|i request|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|from (?:now|mon|tues)\w*|deadline|sorted)\b",
    re.I,
)
_FORGOT: Final = re.compile(
    r"^\W*(?:and |but )?(?:i (?:note|see|notice|understand) (?:that )?)?(?:for the \w+ \w+(?: running| in a row)?,?"
    r" )?(?:you|they|he|she)(?: (?:obviously|clearly|apparently|evidently|simply|just|again|yet again|have"
    r"|['’]ve))* (?:forgot|forgotten|failed|neglected|refused"
    r"|did(?:n['’]t| not) (?:even )?bother|couldn['’]t be bothered|can['’]t be bothered) to (?P<act>[^.?!]+)",
    re.I,
)
_LABEL: Final = re.compile(r"^(?P<label>[A-Z][\w ]{2,25}):", re.I)
_WHOEVER: Final = re.compile(
    r"^(?:to )?whoever (?P<act>[^,!?.]+(?:, [^,!?.]+)*?)(?:[,.] ?| - ?| )(?:i see|i know|i"
    r" hope|you|thanks|cheers|we|please|shame|nice|well)\b",
    re.I,
)
_IF_NO: Final = re.compile(r"^\W*(?:and |but )?if (?:you|this|the (?:answer|money|post)|we|i)\b", re.I)
_WOULD_FOLLOW: Final = re.compile(r"\b(?:if|any(?:one|body)|those|or|otherwise|will be|late|failure|not|next)\b", re.I)
_OF_MINDS: Final = re.compile(
    r"\b(?:understand|think|know|go home|interested in|(?<!to )care|like|enjoy|want to"
    r"|stupid|paid)\b",
    re.I,
)
"""What is said of a group that nothing would make easier for them."""
_THING: Final = re.compile(
    r"\b(?:the|our) (?:(?!the\b|our\b)[\w'’-]+ ){0,2}(?:office|room|kitchen|fridge|mess|microwave|list|rota|sheet"
    r"|board|phone|bleeps?|notes|forms?|handover|trolley|printer|computers?"
    r"|letters|summaries|clinic|ward round|round|cover|leave|swaps?|store|cupboard|keys?|charts?|bloods|jobs"
    r"|template|guideline|audit|teaching|equipment)\b",
    re.I,
)
_IF_UNDONE: Final = re.compile(
    r"^\W*(?:and |but |so )?if (?P<it>this|it|that|they|these|the [\w ]{2,25}?|my [\w ]{2,25}?)(?:['’]?s| is| are|"
    r" has| have)(?:n['’]?t| not)(?: been)? (?P<done>\w+(?:ed|en|ne|id|wn|lt|nt|ught|ade))(?: \w+)?(?P<when> by"
    r" [^,.!?]{1,18}?)?,? (?:then )?(?:i\b|i['’]|im\b|ill\b|we\b)",
    re.I,
)
_IF_UNHEARD: Final = re.compile(
    r"^\W*(?:and |but |so )?if (?:(?:nobody|no one|noone) (?:comes?|volunteers?|offers?|replies|says?|takes?|wants?"
    r"|answers?)|(?:i|we) (?:do(?:n['’]?t| not)|have(?:n['’]?t| not)) (?:hear|heard|receive|received"
    r"|get|got|had))\b[^,.]*?(?P<when> (?:by|before) [^,.!?]{1,18}?)?,? (?:then )?(?:i\b|i['’]|im\b|ill\b|we\b)",
    re.I,
)
_NO_EXCUSES: Final = re.compile(r"^\W*no (?:excuses|exceptions|discussion|arguments?)\b", re.I)
_WANTED: Final = re.compile(
    r"^(?:i|we) (?:need|want|expect) (?P<it>it|this|that|the [\w ]{2,25}?) (?P<done>\w+(?:ed|en|ne|id|wn|lt|nt|ught"
    r"|ade))(?P<when> (?:by|before|today|tomorrow|this)\b[^,.]*?)?[.!]*$",
    re.I,
)
_HEADED: Final = re.compile(
    r"^(?:\d+[.)] )?(?:(?P<head>[A-Z][\w /&'’-]{2,30}): [^:]*\b(?:to|must|should|need to) (?:stop|start|learn|be told"
    r"|remember)\b|why \w+(?: \w+)? (?:keeps? (?:on )?|always |never )?(?:ignor|refus|block|reject|delay"
    r"|los)(?:es?|ing|e)"
    r" (?P<what>[\w' -]{4,30}?)(?: ?\(|\?|$))",
    re.I,
)
"""An item that tells a group off, or asks why it will not: what the item is about."""

_CARRIES_ON: Final = re.compile(
    r"^\W*(?:and |but |so )?if (?P<cond>(?:this|it|that|things) (?:carries on|carry on|continues?|goes on"
    r"|go on like this"
    r"|happens again))\b",
    re.I,
)
_REFUSES: Final = re.compile(
    r"\bi (?:will not|won['’]?t|refuse to|shall not) (?:accept|tolerate|put up|stand for|be (?:treated|spoken"
    r"|talked))\b"
    r"|\b(?:expect|demand|require|owed) an? (?:\w+ )?(?:apology|explanation)\b|\bno[- ]brainer\b",
    re.I,
)
_MINUTES: Final = re.compile(r"\s*\(\d+ ?(?:mins?|minutes)?\)")
_ASKING: Final = frozenset({"sarcasm", "never", "motive", "guilt"})
_GROUPED: Final = frozenset({"us_and_them", "motive", "never", "insult"})
_FAR: Final = 30
"""Characters before a question that could not be asked without them."""


def instead(draft: Draft, first: Piece, text: str, kind: str) -> Said | None:
    """The form that may stand in place of `text`, which begins with the sentence `first`."""
    found = _item(draft, first) or _group(draft, text, kind) or _of_act(draft, text, kind)
    found = found or _of_anybody(text) or _of_threat(draft.text[: first.start], text, kind)
    if found is None and "?" in text and first.start > _FAR and draft.kind is not DraftKind.AGENDA and kind in _ASKING:
        return "way", {}
    return found


def whoever(text: str) -> bool:
    """Whether a line is thrown at whoever did something."""
    return bool(_WHOEVER.match(text))


def wanted(kept: str) -> Mapping[str, str] | None:
    """What is wanted done and by when, in what stays of a threat; None where it does not say."""
    found = _WANTED.match(kept)
    return {"it": small(found["it"]), "done": found["done"], "when": found["when"] or ""} if found else None


def titled(draft: Draft, first: Piece) -> str:
    """A title with a sneer in it: its subject, with the question that the slides ask, else with what they show."""
    head = re.match(r"^(?P<what>[^:!?–—]{6,60})(?::| [-–—]) ", first.text)
    if draft.kind is not DraftKind.SLIDES or first is not draft.pieces[0] or not head:
        return ""
    asked = (one.text.strip() for one in draft.body if one.has(Label.OPEN_QUESTION) and one.text.rstrip().endswith("?"))
    return f"{head['what']}: {small(next(asked, 'what we found'))}"


def _group(draft: Draft, text: str, kind: str) -> Said | None:
    """A whole group run down: what would help them, or on an agenda what they are to be asked."""
    group = _GROUP.match(text)
    if not group or kind not in _GROUPED:
        return None
    if draft.kind is DraftKind.AGENDA:
        minutes = _MINUTES.match(draft.text[draft.text.find(text) + len(text) :]) or _MINUTES.search(text)
        return "agenda", {"group": small(group["who"]), "minutes": minutes.group(0) if minutes else ""}
    return None if _OF_MINDS.search(text.split("\n")[0]) else ("group", {"group": small(group["who"])})


def _item(draft: Draft, piece: Piece) -> Said | None:
    """An item of an agenda: the thing that it is about, and what would help."""
    if draft.kind is not DraftKind.AGENDA:
        return None
    headed = _HEADED.match(piece.text)
    minutes = _MINUTES.search(piece.text) or _MINUTES.match(draft.text[piece.end :])
    if headed:
        thing = headed["head"] or headed["what"]
        return "item", {"thing": large(thing.strip()), "minutes": minutes.group(0) if minutes else ""}
    found = _THING.search(piece.text)
    if not found or _GROUP.match(piece.text):
        return None
    return "item", {"thing": large(found.group(0)), "minutes": minutes.group(0) if minutes else ""}


def _of_act(draft: Draft, text: str, kind: str) -> Said | None:
    """What somebody is said to have forgotten, asked about; a bare judgement of a trait, as something seen."""
    forgot, label = _FORGOT.match(text), _LABEL.match(text)
    act = re.split(r" (?:like|as) (?:you|they|usual|always|last)\b", forgot["act"])[0] if forgot else ""
    if up_to_break(act) and kind in _ASKING:
        return "got_in_way", {"doing": verbs.gerund(up_to_break(act))}
    if label and kind == "insult" and draft.kind is DraftKind.FEEDBACK:
        return "label", {"label": label["label"]}
    return None


def _of_anybody(text: str) -> Said | None:
    thrown = _WHOEVER.match(text)
    if thrown:
        return "whoever", {"act": thrown["act"]}
    return ("tell_me", {}) if _NO_EXCUSES.match(text) else None


def _of_threat(before: str, text: str, kind: str) -> Said | None:
    """A threat as the request under it; a door that is shut, as one left open; a demand as nothing."""
    carries = _CARRIES_ON.match(text)
    if carries and kind == "threat":
        return "if_again", {"cond": carries["cond"]}
    demands = _REFUSES.search(text) and not _IF_NO.match(text)
    return None if demands or kind not in {"threat", "shut"} else _under(before, text, kind)


def _under(before: str, text: str, kind: str) -> Said | None:
    """The request that stands under a threat or a shut door."""
    undone, unheard = _IF_UNDONE.match(text), _IF_UNHEARD.match(text)
    if undone:
        return "done_by", {"it": small(undone["it"]), "done": undone["done"], "when": undone["when"] or ""}
    if unheard:
        return "hear_by", {"when": unheard["when"] or ""}
    if kind == "threat" and _AGAIN.search(text):
        return "again", {}
    asked = _ASKED.search(before)
    if kind == "threat" and asked and _IF_NO.match(text):
        return "if_no", {}
    if asked and (kind == "shut" or _WOULD_FOLLOW.search(text)):
        return "in_the_way", {}
    return ("tell_me", {}) if kind == "shut" else None
