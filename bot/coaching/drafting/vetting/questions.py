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
    r"|why (?:pick|choose|wait|keep|go|do|leave|let|bother|say|take|hold|ask|put|stay|work|write|start|stop"
    r"|give)\b(?! (?:you|it"
    r"|that|they|we|he|she)\b)|how (?:much|many) of (?:\w+ ){1,4}(?:is|are|comes?|was|do you think"
    r"|have you)(?: \w+){0,4}?"
    r" (?:really|actually|caused|down to you|about you|your)"
    r"|what makes you (?:think|believe|assume|suppose)\b|at what point did (?:you|your)\b[^?]* (?:take over|lose"
    r"|give up|stop)"
    r"|how (?:bad|guilty|sorry|ashamed|awful|embarrassed|stupid|foolish|small|cross|hurt) (?:do|did|are|were|does"
    r"|must) you\b"
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
_WONDERS: Final = re.compile(
    r"\b(?:might|may|could) (?:he|she|they|it|(?:the|your|his|her|their) (?:\w+ )?\w+|somebody|someone|anyone"
    r"|one of them"
    r"|those)\b(?: \w+){0,3} $"
)
_FELT: Final = (
    re.compile(
        r"\b(?:afraid|fear\w*|frighten\w*|scar(?:e|ed|es|ing|y)|terrif\w*|nervous|dread\w*|worr(?:y|ied|ies)"
        r"|panic\w*)\b"
    ),
    re.compile(r"\b(?:asham\w+|shame\w*|guilt\w*|embarrass\w+|mortif\w+|cring\w+)\b"),
    re.compile(r"\b(?:avoid\w*|hid(?:e|es|ing)|duck\w*|dodg\w+|put(?:ting)? (?:it )?off|steer\w* clear)\b"),
    re.compile(r"\b(?:jealous\w*|envi\w+|envy)\b"),
)
"""Feelings, each by the words that people have for it."""
_SUGGESTS: Final = re.compile(
    r"\b(?:how would it be (?:to|if you)|what (?:would|might|could) it (?:be like|take|mean|look like|cost you)"
    r" (?:for you )?(?:to|if you)|what (?:would|might|could) (?:happen|change|be different|be lost|come of it|follow)"
    r" if you|what if you|what (?:stops|is stopping|prevents|keeps|would stop|would keep|holds) you (?:back )?from) "
    r"(?P<deed>(?:just |simply |quietly |never |not )?(?P<verb>(?:ask|tell|talk|take|go|write|email|ring|call|phone"
    r"|text"
    r"|send|book|meet|show|invite|offer|raise|try|set|put|drop|start|stop|share|bring|leave|speak|apologise|hand|give"
    r"|make|use|sit|thank|say|do|hold|run|pick|move|cut|open|add|work|treat|let|keep)\w*|sent|told|spoke|took|went"
    r"|wrote"
    r"|rang|met|tried|brought|left|gave|made|held|ran|said|sat|kept)\b[^?]*)"
)
"""A deed laid before the doctor in a question: theirs to weigh where they spoke of it, advice where they did not."""
_TOLD_ENOUGH: Final = 0.6
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
    suggests = _SUGGESTS.search(plain)
    if suggests and len(plainly.stems(suggests["deed"])) > 1 and not look.mostly_told(suggests["deed"], _TOLD_ENOUGH):
        yield Problem(code="leading_question", detail=f"puts a deed into the question: {suggests['deed']!r}")
    presumes = _PRESUMES.search(plain)
    if (
        presumes
        and not plainly.stems(presumes.group(0)) & look.known_stems
        and not _is_told(presumes.group(0), look)
        and not _of_others(presumes, plain)
    ):
        yield Problem(code="leading_question", detail=f"takes for granted what nobody said: {presumes.group(0)!r}")
    bare = _WHEN.sub("?", own) if look.sheet.move.name in _PLAN_MOVES else own
    double = asking.JOINED.search(bare) or _TWO.search(bare.casefold())
    if double:
        yield Problem(code="two_questions", detail=f"two questions in one: {double.group(0).strip()!r}")


def _of_others(hit: re.Match[str], plain: str) -> bool:
    """Whether a question only wonders what others might fear or want."""
    return _WONDERS.search(plain[: hit.start()]) is not None


def _is_told(words: str, look: Look) -> bool:
    """Whether a feeling that a question names was named here by whatever word: 'afraid', and so 'frightening'."""
    return any(one.search(words) and one.search(look.known_plain) for one in _FELT)


def _leads(plain: str) -> re.Match[str] | None:
    """A leading form that no question word before it makes an open one ('what could you try')."""
    for hit in _LEADING.finditer(plain):
        if not _WH_BEFORE.search(plain[: hit.start()]):
            return hit
    return None
