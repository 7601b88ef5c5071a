"""A sentence as it is heard between two people: what a reader of single sentences labels too harshly, put right."""

import re
from typing import Final

from bot.coaching.plain import plain
from bot.coaching.rehearsal.manners import COURTESY, DENIES_IT, FOR_THEM, HEDGED, HURRIES, OWNS, PLAIN_ONE
from bot.coaching.speech_acts import Label, Labelled

_SOFT: Final = frozenset({Label.OPEN_QUESTION, Label.INVITATION, Label.LISTENING, Label.OWNERSHIP})
"""A sentence that asks, invites, says back or owns is not held against anybody for a harsh word; an order is."""

_NEVER_SAID_BACK: Final = frozenset({Label.BLAME, Label.THREAT, Label.LEADING_QUESTION, Label.US_AND_THEM})
_HARSH: Final = frozenset(
    {Label.PUSH, Label.COST, Label.JARGON, Label.THREAT, Label.BLAME, Label.US_AND_THEM, Label.DEFENCE}
)
_ORDER: Final = re.compile(
    r"\b(?:must|have got to|has got to|no (?:discussion|choice"
    r"|debate)|non-?negotiable|i(?:'ve| have) decided"
    r"|it(?:'s| is| has been) (?:been )?decided|from (?:monday|tuesday|wednesday|thursday|friday|tomorrow|now on|next)"
    r"|whether you like it|end of story|going to happen|has to (?:stop|change|happen))\b",
    re.I,
)
_SAYS_BACK: Final = re.compile(
    r"^\W*(?:(?:oh|ah|ok(?:ay)?|right|yes|yeah|mm+|hm+|god|gosh|and|i see|got it|haha|hah|ha|thanks|thank you)\W+)*(?:"
    r"so (?!you(?:'ll| will| agree| can| could| just)\b)(?!(?:i|we|let'?s|what|how|why|who|when|where|can|could"
    r"|would|will|shall|do|does|did|please|are|is|if|my"
    r"|our|here)\b)"
    r"(?!(?:the|this|that) (?:new|plan|idea|form|policy|aim|proposal|pathway|protocol|solution|data|evidence|next"
    r"|point)\b)\w"
    r"|so (?:what|how|when|where) (?:you|it|they)(?:'re|'ve|'s)?\b[^?]*$"
    r"|(?:it|that|this) (?:sounds|must|seems|looks)\b|sounds (?:like|as if)|what i(?:'m| am) hearing|i hear (?:that"
    r"|you|a)"
    r"|if i(?:'ve| have)? (?:hear|heard|understood|got)"
    r"|you(?:'re| are| were|'ve| have) (?:been )?(?:saying|telling me|worried|carrying|holding|left|describing)"
    r"|in other words"
    r"|let me (?:check|see if) i|(?:i see|right|ok(?:ay)?|ah|yes|and)\W+you (?:thought|felt|worried|hoped|assumed"
    r"|needed|wanted)\b"
    r"|.*\b(?:i(?:'m guessing| guess| imagine| take it))\W*$"
    r"|that makes sense|i can (?:see|hear|imagine) (?:why|how|that)|no wonder)",
    re.I,
)
"""The form of saying back what somebody has just said; in answer to somebody, it is that."""

_WANTS_TO_HEAR: Final = re.compile(
    r"\bi(?:'d| would| want| wanted|'m| am|'ve| have)? (?:just |really |also |mostly |only |much )*"
    r"(?:like|love|rather|want(?:ed)?|hoping|hoped|here|calling|come|came|keen)?(?: to)?(?: \w+){0,3}? "
    r"(?:hear\b|understand (?:how|what|it|your)|listen(?:,| to you| to your|, really"
    r"|$|[.])"
    r"|ask you (?:how|what|about)|learn (?:how|what|from)|start (?:with your|with you|by asking|by listening))",
    re.I,
)
_ASKS_IN: Final = re.compile(
    r"\b(?:would|could|will|can) you (?:be (?:willing|up for|open to|happy to|prepared to)|look (?:at|over)|help me"
    r"|show me|tell me"
    r"|mark up|write|draft|join|come|sit|shape|work (?:on|with|it)|go through|walk me|talk me|test|try|read|go over"
    r"|pull)\b",
    re.I,
)
_LETS_TALK: Final = re.compile(
    r"\bwe (?:need|have|ought|should) (?:to )?(?:talk|speak|have a (?:word|chat))\b|\btake your time\b", re.I
)
_WH: Final = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|right|so|and|but|well|hello|hi|oh|yes|thanks|thank you|sorry|then)\W+)*"
    r"(?:(?:in|at|for|from|to|with|on) )?(?:what|how|who|where|when|which)\b",
    re.I,
)
_REQUEST: Final = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|right|so|and|but|well|then)\W+)*(?:could|would|can|will|may|shall) (?:you|we|i) "
    r"(?!not\b|at least\b|just\b|please just\b|stop\b|really\b|honestly\b|want\b|like\b|agree\b|accept\b|do that\b)\w",
    re.I,
)
_REPROACH: Final = re.compile(
    r"\bhow (?:dare|on earth|can (?:you|they|anyone|that|this|it)|could (?:you|they|anyone)|hard (?:can|is)"
    r"|many (?:more )?times"
    r"|much longer|is (?:it|this|that) (?:acceptable|fair|ok|okay|right|safe|possible)|do you (?:justify|sleep"
    r"|expect))\b"
    r"|\bwhat(?:'s| is) (?:your|the|their) (?:problem|excuse|point)\b|\bwhat makes you think\b|\bwhat (?:on earth"
    r"|the hell|more)\b"
    r"|\bwhat (?:are|were) you (?:thinking|playing|waiting)|\bwho (?:cares|the hell|on earth|do you think you)\b"
    r"|\bwhat (?:do|did) you expect\b|\bwhen (?:are|will) you (?:going to|finally|ever)\b|\bwouldn't it\b"
    r"|\bdon't you think\b"
    r"|\b(?:acceptable|justify|defend|excuse|possibly|still)\b|, (?:right|yes|no|eh)\?|\b(?:isn't it|aren't you"
    r"|don't you|won't you)\?",
    re.I,
)


_UNMARKED: Final = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|right|so|and|but|well|hello|hi|oh|yes|thanks|thank you|sorry|then|fine)\W+)*"
    r"(?:what|how|who|where|when|which|why)(?:'s|'ve|'re|'d|'ll| (?:is|are|was|were|do|does|did|would|could|can"
    r"|should|have|has"
    r"|will|makes?|gets?|happens|happened|about|if|else)\b)(?!.*\b(?:is|was) that\b)[^.!]*$",
    re.I,
)
"""A question whose mark a tired thumb has left out."""


_REPROACH_ASKED: Final = re.compile(
    r"\bwhat (?:exactly )?(?:are you (?:going|planning) to do|have you (?:actually )?done) about (?:it|this|that)\b"
    r"|\bhow would you feel if\b|\bwhat(?:'s| is) it going to take\b|\bhow hard (?:is|can) it\b|\bhow dare\b"
    r"|\bwhat(?:'s| is) (?:your|the) (?:problem|issue|excuse)\b|\bto just (?:agree|accept|do it)\b"
    r"|\bwhat makes you think\b",
    re.I,
)
"""A question word and no question."""

_ASKED_IN_WORDS: Final = re.compile(
    r"\b(?:tell|talk|walk|help|show|hear|know|wonder\w*|understand|curious|ask|listen|interested|view|thoughts)\b", re.I
)
_SUPPOSES: Final = re.compile(
    r"\b(?:that|it|this|they|he|she|you) must (?:have (?:been|felt|left|made|meant|taken|had|thought|got)|feel|seem"
    r"|mean"
    r"|make (?:\w+ )?(?:you|it|every|things|the)|take (?:a|its|so|some)|get (?:so|very|really|tir\w+|hard|lonely"
    r"|frustrat\w+)"
    r"|be (?:tired|exhausted|worried|shattered|fed up|drained|disappointed|frustrated|stretched|(?!\w+(?:ed|en"
    r"|ne)\b)\w+))",
    re.I,
)
"""What somebody supposes of how it is for another: 'that must be lonely'. 'It must be done' is not that."""

_OF_MY_OWN: Final = re.compile(
    r"^\W*(?:(?:and|but|well|yes|no|oh|sorry)\W+)*i(?:'d|'ve|'m)?\b(?!.*\b(?:you|your|yours)\b)", re.I
)
_DID_NOT_KNOW: Final = re.compile(
    r"\bi(?: (?:didn't|hadn't|did not|had not|had never|never|don't think i'd|don't think i had)|'d (?:not"
    r"|never)(?: have)?) "
    r"(?:(?:really|quite|even) )?(?:know|known|realised?|think|thought|see|seen|noticed?|understand|understood|ask"
    r"|asked)\b"
    r"|\bi(?:'d| had) (?:just )?assumed\b|\bi(?:'d| had) no idea\b|\bi (?:put|got|left|sent|wrote"
    r"|missed) .*\b(?:wrong|late|out)\b",
    re.I,
)
_AT_THEM: Final = re.compile(
    r"\byou (?:never|always|keep|kept|don't|didn't|haven't|can't|won't|people|lot|all|should|shouldn't|failed|let)\b"
    r"|\byour (?:fault|team|staff|nurses|lot|people|department|ward)\b",
    re.I,
)
"""Said of them: what is said back is of how it is for them."""

_NOT_THAT: Final = re.compile(r"^\W*so (?:it's|it is|it isn't|it's not|that's) (?:not )?that you\b", re.I)
_ADVISES: Final = re.compile(r"^\W*you (?:need|have|ought|should|must|could|can)\b", re.I)


def as_heard(sentence: Labelled, text: str, *, answering: bool) -> Labelled:
    """A sentence with its labels as the other person hears it; `answering`: they have spoken before it."""
    said = plain(text[sentence.start : sentence.end])
    labels = _owned(_asked_in(_asked(set(sentence.labels), said), said), said)
    if FOR_THEM.search(said):
        labels = labels - _HARSH - {Label.APOLOGY, Label.OWNERSHIP} | ({Label.LISTENING} if answering else set())
    if _ADVISES.match(said):
        labels.discard(Label.LISTENING)
    at_them = Label.LEADING_QUESTION in labels or Label.THREAT in labels or _AT_THEM.search(said)
    if answering and _SAYS_BACK.match(said) and not (at_them and labels & _NEVER_SAID_BACK):
        labels.add(Label.LISTENING)
    if not labels.isdisjoint(_SOFT) and not orders(said):
        labels -= _HARSH
    if Label.LISTENING in labels:
        labels.discard(Label.ASSERTION)
    return sentence.model_copy(update={"labels": tuple(one for one in Label if one in labels)})


def _owned(labels: set[Label], said: str) -> set[Label]:
    """What the doctor says of themselves is no blame of anybody, and what they suppose of the other no order."""
    if _OF_MY_OWN.match(said) or _NOT_THAT.match(said):
        labels = labels - {Label.BLAME}
    if _DID_NOT_KNOW.search(said):
        labels = labels | {Label.OWNERSHIP}
    if COURTESY.match(said) or DENIES_IT.search(said) or not OWNS.search(said):
        labels = labels - {Label.OWNERSHIP, Label.APOLOGY}
    return labels - {Label.PUSH} if _SUPPOSES.search(said) else labels


def _hedged(said: str) -> bool:
    """Whether a question leaves the answer to whoever is asked: 'do you reckon it would be possible?'."""
    return bool(HEDGED.match(said) or PLAIN_ONE.match(said)) and not _REPROACH.search(said)


def _asked(labels: set[Label], said: str) -> set[Label]:
    """What is asked: a plain 'what' leads nobody, and a reproach with a question word does."""
    if Label.LEADING_QUESTION in labels and not _REPROACH.search(said):
        if _WH.match(said):
            labels = labels - {Label.LEADING_QUESTION} | {Label.OPEN_QUESTION}
        elif _REQUEST.match(said) or _hedged(said):
            labels = labels - {Label.LEADING_QUESTION} | {Label.CLOSED_QUESTION}
    if _hedged(said):
        labels = labels - {Label.PUSH, Label.LEADING_QUESTION} | {Label.CLOSED_QUESTION}
    if not labels.isdisjoint({Label.OPEN_QUESTION, Label.CLOSED_QUESTION}) and HURRIES.search(said):
        labels = labels - {Label.OPEN_QUESTION, Label.CLOSED_QUESTION} | {Label.LEADING_QUESTION}
    if Label.OPEN_QUESTION in labels and _REPROACH_ASKED.search(said):
        labels = labels - {Label.OPEN_QUESTION} | {Label.LEADING_QUESTION}
    if Label.OPEN_QUESTION in labels and said.endswith((".", "!")) and not _ASKED_IN_WORDS.search(said):
        labels = labels - {Label.OPEN_QUESTION} | {Label.ASSERTION}
    return labels


def _asked_in(labels: set[Label], said: str) -> set[Label]:
    """Who is asked in: to be asked to look at a draft is that; and a question that lacks its mark is one."""
    if Label.ASSERTION in labels and len(labels) == 1 and _UNMARKED.match(said):
        labels = {Label.OPEN_QUESTION}
    if _WANTS_TO_HEAR.search(said) or (Label.CLOSED_QUESTION in labels and _ASKS_IN.search(said)):
        labels.add(Label.INVITATION)
    if _LETS_TALK.search(said):
        labels.discard(Label.PUSH)
    return labels


def orders(text: str) -> bool:
    """Whether words order, whatever stands around them."""
    return bool(_ORDER.search(_SUPPOSES.sub(" ", plain(text))))
