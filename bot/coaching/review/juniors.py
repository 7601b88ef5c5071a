"""What feedback to a junior lacks: something seen, what it led to, a real question, the act and not the person."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found, at
from bot.coaching.review.parts import core, large, small, up_to_break
from bot.coaching.speech_acts import Label

_BE_MORE: Final = re.compile(
    r"\byou (?:really |just |do )?(?:need|have|ought) to (?:try to )?be (?P<how>(?:more|less|a bit more|much more"
    r"|better at) [^,.;]{3,60}|[a-z]+er\b[^,.;]{0,40})",
    re.I,
)
_LACK: Final = re.compile(r"\byou (?:lack|(?:have|show) (?:no|little|a lack of)) (?P<what>[^,.;]{3,40})", re.I)
_ARE: Final = re.compile(
    r"\byou(?:['’]re| are|r| come across as| can be| seem(?: to be)?| were) (?:(?:too|very|quite|really|a bit|rather|so"
    r"|often|just|always|sometimes) )*(?P<how>lazy|slow|careless|disorgani[sz]ed|quiet|shy|defensive|sloppy"
    r"|unprofessional|arrogant"
    r"|abrupt|rude|negative|passive|unreliable|unsafe|dismissive|forgetful|difficult|messy|immature|cold|timid"
    r"|overconfident|chaotic|aloof|moody|scatty|brilliant|great|amazing|fantastic|excellent|lovely|superb)\b",
    re.I,
)
_ATTITUDE: Final = re.compile(
    r"\b(?P<how>(?:your |poor |bad |an? )?(?:attitude|time management|time keeping|punctuality|work ethic"
    r"|professionalism|confidence)(?: problem| issue)?)\b",
    re.I,
)
_PRAISE: Final = re.compile(
    r"\b(?:well done|good (?:job|work|month|effort)|great (?:job|work)|keep it up|excellent|satisfactory|doing (?:well"
    r"|fine|great|really well)|nice (?:work|job)|brilliant|no concerns|star)\b",
    re.I,
)
_SEEN: Final = re.compile(
    r"\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|last (?:night|week|tuesday|monday|thursday"
    r"|friday)|this (?:morning|week)|when (?:you|the|she|he)|you (?:\w+ed|told|asked|left|let|took|gave|went|came|saw"
    r"|rang|said|spoke|wrote|did|sat|stood|got|found|made|held)\b)",
    re.I,
)
_SAW: Final = re.compile(
    r"\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last (?:night|week|tuesday|monday|thursday|friday)"
    r"|this morning)\b.*\byou (?!need|should|are)\w+",
    re.I,
)
_AMISS: Final = re.compile(
    r"\b(?:not|no|without|late|missing|missed|waited|only|but|left|lost|wrong|never|forgot|interrupted|talked over"
    r"|ignored|kept|rolled|looked|sighed|stood|snapped|shouted)\b|n['’]t\b",
    re.I,
)
"""What went amiss: a thing done well says nothing of the fault that a word for the person stands for."""

_EFFECT: Final = re.compile(
    r"\b(?:because of (?:it|that|this|you)|(?:so|and) (?:the|she|he|it|we|i|they) \w+|meant|which (?:meant|made|left"
    r"|let|is why)|that['’]?s (?:the reason|why)|as a result|so that|led to|made (?:me|her|him|them|it|the)|would have"
    r"|could have|had to|smiled|stopped|waited)\b",
    re.I,
)
_MATTER: Final = re.compile(
    r"\b(?:your|the|that|this) (?P<what>(?:\w+ )?(?:handovers?|clerkings?|notes?|presentation|ward rounds?|discharge "
    r"summar(?:y|ies)|referrals?|jobs(?: list)?|nights?|on[- ]call|audit|teaching|family meeting|arrest|consent"
    r"|letters?|lists?|cannula|assessment|cases?|clinic|shift|week|conversation))\b",
    re.I,
)
_ASKS: Final = re.compile(r"\W*(?:(?:and|so|but) )?(?:what|how|where|which|when|who|walk me|tell me|talk me)\b", re.I)
_PLACE: Final = re.compile(
    r"\b(?:on|in) (?P<what>ward rounds?|clinic|theatre|nights|take|the take|resus|on[- ]calls?)\b", re.I
)
_ASKS_NOTHING: Final = re.compile(r"\bany questions\b|\bdo you have any\b|\blet me know if\b", re.I)
_SAYABLE: Final = 26
_GOOD: Final = re.compile(r"brilliant|great|amazing|fantastic|excellent|lovely|superb", re.I)


def feedback(draft: Draft) -> Iterator[Found]:
    """What feedback lacks, as far as the words show it."""
    if not draft.body:
        return
    whole = " ".join(one.text for one in draft.body)
    what = _what(whole)
    sight = next((core(one.text) for one in draft.body if _is_sight(one)), "")
    for piece in draft.body:
        yield from _person(piece, what, sight)
    seen = bool(_SEEN.search(whole))
    asked = any(_ASKS.match(one.text) and one.text.rstrip().endswith("?") for one in draft.body)
    if not asked and not draft.any(Label.OPEN_QUESTION):
        yield _unasked(draft, whole, what)
    vague = next((one for one in draft.body if _PRAISE.search(one.text) and not one.text.rstrip().endswith("?")), None)
    if vague is not None and not seen:
        slots = {"what": what, "praise": vague.text.strip().rstrip(".!")}
        yield at(vague, "praise_of_nothing", "about" if what else "plain", slots)
    if seen and not _EFFECT.search(whole) and not draft.any(Label.PATIENT_BENEFIT):
        yield from _no_effect(draft)


def _what(whole: str) -> str:
    """What the feedback is on, as one would name it to them: 'your notes', 'the arrest'."""
    matter = _MATTER.search(whole)
    if matter is None:
        return ""
    return (
        f"your {small(matter.group('what'))}"
        if matter.group(0)[:4].casefold() == "your"
        else matter.group(0).casefold()
    )


def _is_sight(piece: Piece) -> bool:
    """Whether a sentence says what was seen, and when, shortly enough to be said again."""
    asks = piece.text.rstrip().endswith("?")
    return (
        bool(_SAW.search(piece.text) and _AMISS.search(piece.text)) and not asks and len(piece.text.split()) <= _SAYABLE
    )


def _unasked(draft: Draft, whole: str, what: str) -> Found:
    """Where a real question would go: in place of one that asks nothing, else at the end."""
    where = _PLACE.search(whole)
    form = "about" if what else "place" if where else "plain"
    slots = {"what": what, "where": small(where.group("what")) if where else ""}
    weak = next((one for one in draft.body if _ASKS_NOTHING.search(one.text)), None)
    if weak is not None:
        return at(weak, "no_real_question", form, slots)
    end = draft.body[-1].end
    return Found("no_real_question", form, end, end, slots)


def _person(piece: Piece, what: str, sight: str) -> Iterator[Found]:
    said = core(piece.text)
    more, lack, are, attitude = (one.search(said) for one in (_BE_MORE, _LACK, _ARE, _ATTITUDE))
    if more:
        how = re.split(r"\s+and (?:take|show|stop|start|be|do|get|have|try)\b", more.group("how"))[0]
        yield at(piece, "person", "be_more", {"how": up_to_break(how) or how}, 0.5)
    elif lack:
        yield at(piece, "person", "lack", {"what": lack.group("what").strip(), "matter": what})
    elif are and not piece.has(Label.LEADING_QUESTION) and sight and not _GOOD.match(are.group("how")):
        yield at(piece, "person", "seen", {"sight": large(sight)}, 0.5)
    elif are and not piece.has(Label.LEADING_QUESTION):
        good = _GOOD.match(are.group("how"))
        yield at(
            piece,
            "praise_of_nothing" if good else "person",
            "are",
            {"how": are.group("how"), "matter": what, "praise": said},
            -1.0 if good else 0.5,
        )
    elif attitude and piece.has(Label.BLAME, Label.PUSH):
        yield at(piece, "person", "attitude", {"how": small(attitude.group("how"))})


def _no_effect(draft: Draft) -> Iterator[Found]:
    """The sentence that says what was seen, with nothing of what it led to."""
    for piece in draft.body:
        found = re.match(
            r"^(?P<act>you (?!need|should|must|are|were asked|will|can|could|have to|never|always)\w+ .+)$",
            core(piece.text),
            re.I,
        )
        if found and _SEEN.search(piece.text) and len(piece.text.split()) <= 24:
            yield at(piece, "no_effect", "seen", {"act": core(piece.text)})
            return
