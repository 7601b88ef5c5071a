"""The question of a reply: one, of one thing, and no answer dressed as one."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching import asking
from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.look import ASKS, Look
from bot.coaching.record import Problem

_PLAN_MOVES: Final = frozenset({"ask_commitment", "ask_when", "ask_which", "put_choice"})
"""Moves that may ask what and when in one breath."""
_WHEN: Final = re.compile(r",? and (?:on |by )?(?:when|what day|which day|at what point)\b[^?]*\?", re.I)
_TELL_ME: Final = re.compile(
    r"(?:^|[.!] )(?:so |and |then |please )*(?:tell me (?!if|where i|should|when i)|say more|describe|talk me through"
    r"|walk me"
    r" through|give me)\b"
)
_VERB: Final = r"(?:did|do|does|is|are|was|were|would|could|will|can|should|might|has|have|had)"
_WHO: Final = r"(?:you|it|that|they|he|she|there|we|this|the|your)"
_TWO: Final = re.compile(
    rf"(?<![a-z] )\b(?:what|how|why|who|where|which|when)\b[^?]*, (?:or|and|but) (?:also )?{_VERB} {_WHO}\b[^?]*\?"
    rf"|(?:^|[:.] )(?:what|how|why|who|which)\b[^?,]*, (?:what|how|why|who|where|when) {_VERB}\b[^?]*\?"
    rf"|\b(?:what|how|why|who|which|when|where) [^?]*\b(?:and|or|but) (?:also )?(?:what|how|why|who|where|when)"
    rf"(?: \w+){{0,2}}? (?:{_VERB}|makes?|made|happened|said|came)\b[^?]*\?"
    rf"|\b(?:what|how) [^?]* and (?:what|how|why|who|where|when)\?$"
)
_LEADING: Final = re.compile(
    r"\bwhat (?:would|will) it take for you to\b|\bwhat stopped you (?:from )?(?:just|simply|doing the)"
    r"|\bwhy must you\b|\bwho (?:in (?:their|your) right mind|but you|else but you)\b|\bwhat makes you so\b"
    r"|\bhow (?:can|do) you expect\b|\bwhat did you expect\b|\bhow could you have\b|\bwhat would be so (?:bad|terrible"
    r"|hard|wrong|difficult)\b|\bhow long will you (?:go on|keep)\b|\bwhen are you going to (?:stop|start|give"
    r"|finally)\b|\bwhat about (?:a|an|just|simply|\w+ing)\b|\bhow (?:might|would|could) (?:a |an )?(?:\w+ing"
    r"|apolog\w+) (?!go\b)[^?]* (?:help|free|support|ease|change|make)\b|\bso why should you\b"
    r"|\bwhat (?:would|might|could) happen if you (?:just|simply|quietly|only)\b|\bfor you to (?:accept|admit|concede"
    r"|face|own|finally|just|stop)\b"
    r"|(?:\b|^)(?:why (?:do|did|are|have|would|were) you (?:always|never|still|keep|insist|let|wait|leave|allow|assume"
    r"|only|not)"
    r"|why (?:do|did|have|would|are|were|could|can) (?:you|they|he|she) not|(?:do|did|does|would|could|should|have|has"
    r"|is|are"
    r"|was|were|will|can)(?: not (?:you|it|that|this|they|he|she|we|there|the|your)| (?:you|it|that|this|they|he|she|we"
    r"|there) not)\b"
    r"|(?:do|would|will) you (?:not )?(?:agree|accept|admit|concede)|do you (?:really|honestly|actually) (?:think"
    r"|believe|want)"
    r"|(?:^|, )(?:surely|obviously|clearly|admittedly),? |is it (?:perhaps |maybe |not |just |possibly |fair to say "
    r"|possible"
    r" |true )*(?:that|because|time)\b|could it be (?:that|because)\b|might it (?:help|be)\b"
    r"|would it (?:not )?(?:be (?:better|easier|best|good|useful|wise|helpful|fair|worth|possible to|an idea)|help|make"
    r" sense)\b"
    r"|how (?:could|can) you (?:let|not|allow|possibly|forget|miss)|whose fault|who is (?:really )?to blame"
    r"|what were you"
    r" thinking|what (?:possessed|made you think)|what stops you (?:from )?(?:just|simply)"
    r"|(?:should|shall) you\b|(?:could|can|might|would) you (?:just|simply|perhaps|maybe|not|also|try|ask|speak|talk"
    r"|go|book"
    r"|arrange|raise|email|apologise|involve|invite|delegate|escalate|consider)\b"
    r"|have you (?:ever )?(?:said sorry|apologised|spoken|talked|asked|told|raised|discussed|approached|escalated"
    r"|reported)"
    r"|are you (?:sure|certain|just|simply|being|not)\b"
    r"|do you think (?:it|that|this|you|he|she|they) (?:might|could|should|would) (?:be|have|help|need|just)\b"
    r"|what would (?:stop|prevent) you (?:from )?(?:just|simply)\b"
    r"|how (?:much|far) (?:better|easier|more) would)"
    r"|, (?:right|correct|no|yes|okay|surely|(?:is|are|was|do|does|did|would|could|have|has) (?:it|you|they|he|she"
    r"|that)"
    r" not|is not it|are not you|do not you(?: think)?|would not you(?: say)?)\?"
)
_PRESUMES: Final = re.compile(
    r"\b(?:running (?:away )?from|avoid(?:ing)?|hiding|hide|afraid of|frighten\w*|scare[sd]?|scaring"
    r"|live with yourself|really about|deep down"
    r"|truly about|holding you back|in the way of you|letting yourself|punishing|fear of|guilty|ashamed|jealous"
    r"|your own (?:fear|anger|part in"
    r"|need|pride|role in)|proud to|too proud|admit(?:ting)?|so hard for you|wrong with (?:you|him|her|them)"
    r"|stopping you|keeps? you from|get away with"
    r"|give up on|blame|the real (?:reason|problem|issue)|worth risking|you refuse|you insist)\b"
)
"""What a question takes for granted of the doctor, unless somebody has said it."""
_WH_BEFORE: Final = re.compile(r"\b(?:what|how|who|whom|where|which|when|whose|else)(?: \w+){0,3} $")


def faults(look: Look) -> Iterator[Problem]:
    """Too many questions, none where one is needed, two in one, and leading ones."""
    count = look.own.count("?")
    needs = set(look.sheet.guide.needs)
    asked_by_guide = (bool(needs) and needs <= ASKS) or bool(look.guided_questions)
    if count == 0 and asked_by_guide:
        yield Problem(code="no_question", detail="this move needs a question, and there is none")
    orders = sum(len(_TELL_ME.findall(line.plain)) for line in look.lines if not line.asks)
    if count > 1 or count + orders > 1:
        yield Problem(code="two_questions", detail=f"{count + orders} questions, where a reply asks one")
    for line in look.lines:
        if line.asks:
            yield from _of_question(line.own, line.plain, look)


def _of_question(own: str, plain: str, look: Look) -> Iterator[Problem]:
    leading = asking.LEADING.search(own) or _leads(plain)
    if leading:
        yield Problem(code="leading_question", detail=f"an answer dressed as a question: {leading.group(0).strip()!r}")
    presumes = _PRESUMES.search(plain)
    if presumes and not plainly.stems(presumes.group(0)) & look.known_stems:
        yield Problem(code="leading_question", detail=f"takes for granted what nobody said: {presumes.group(0)!r}")
    bare = _WHEN.sub("?", own) if look.sheet.move.name in _PLAN_MOVES else own
    double = asking.JOINED.search(bare) or _TWO.search(bare.casefold())
    if double:
        yield Problem(code="two_questions", detail=f"two questions in one: {double.group(0).strip()!r}")


def _leads(plain: str) -> re.Match[str] | None:
    """A leading form that no question word before it makes an open one ('what could you try')."""
    for hit in _LEADING.finditer(plain):
        if not _WH_BEFORE.search(plain[: hit.start()]):
            return hit
    return None
