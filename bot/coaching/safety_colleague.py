"""A colleague who may be a danger to themself: the signs that somebody is in despair, told of a person at work.

They are the signs that a doctor shows of their own danger, in the third person: things given away, goodbyes, means
asked about or put by, fresh marks, calm after despair, being no burden any more. Each asks whether the colleague is
safe today, unless it is told who looks after them, or a plain other reason is given.
"""

import re
from functools import lru_cache
from typing import Final

from bot.coaching.model import State
from bot.coaching.plain import plain, sentences
from bot.coaching.safety_bearing import bears_on_patient, bears_on_self
from bot.coaching.safety_colleague_signs import (
    AT_A_PLACE,
    GIVEN,
    GRADE,
    HE,
    HIM,
    HIS,
    LINGERS,
    SAID,
    SELF,
    SIGN,
    SOFT,
    SOMEBODY,
    TOLD,
    Later,
)
from bot.coaching.safety_colleague_sum import adds_up, leans_to_it

COLLEAGUE: Final = "colleague_at_risk"
"""The route for somebody at work who may be a danger to themself: no model's number speaks of it."""

_CARED: Final = Later(
    rf"\b(?:walked {HIM} (?:down |over |up )?to|(?:stayed|sat|waited) with {HIM} (?:till|until|and (?:we|rang))"
    rf"|(?:rang|phoned"
    rf"|called) (?:\w+ ){{0,5}}with {HIM}|occ(?:upational)?\.? health|crisis team|liaison psych\w*"
    rf"|practitioner health|psychiatrist"
    rf"|(?:seen|seeing|saw|sees|with|see) (?:\w+ )?(?:{HIS} |a |the )?gp\b|gp(?:'s| is| has| and| knows)"
    rf"|in hospital|admitted|in treatment"
    rf"|(?:mum|mam|dad|mother|father|parents|wife|husband|sister|brother|partner|girlfriend|boyfriend|family"
    rf"|folks)(?:'s| is| are"
    rf"| has| have)? (?:\w+ )?(?:with {HIM}|staying|come|came|got {HIM}|there with)|(?:at|with) {HIS} (?:mum|mam"
    rf"|dad|parents|sister"
    rf"|brother|family|folks|partner|wife|husband)(?:'s)?\b|safe (?:now|with|at)|well looked after"
    rf"|being looked after|in (?:good|safe)"
    rf" hands|asked {HIM} straight\b[^.!?]{{0,40}}\b(?:no\b|not|fine)|under the care of|back at work|phased return"
    rf"|recover\w*|is well|(?:her|his|their) es\b|oh (?:is|are|has|have|know|knows|tomorrow|today)"
    r"|years? (?:ago|on)|last year|back in (?:19|20)\d\d|in (?:19|20)\d\d)\b"
)
_LEFT_ALONE: Final = Later(
    rf"\b(?:refus\w+|won't (?:go|see|speak|talk|hear|let)|(?:hasn't|haven't|never|didn't|not) (?:\w+ )?(?:gone|been"
    rf"|seen|turned up|rung"
    rf"|told|go|went|showed)|cancelled (?:it|the|{HIS})|discharged {SELF}|home alone|on {HIS} own"
    rf"|alone (?:tonight|now|in)"
    rf"|{TOLD} (?:me |us )?(?:that )?{HE}(?:'s|'ll| is| has| will)? (?:\w+ ){{0,2}}(?:see|seen|seeing|been"
    rf" (?:to|with)|rung|ring) (?:\w+ )?(?:gp|doctor|somebody|someone|occ\w*|help|counsell?\w*)|don't"
    r" believe|waiting list|again (?:last|this|yesterday|today)|not (?:to )?tell (?:any|no)\w*)\b"
)
_REASON: Final = Later(
    r"\b(?:retir\w+|leaving (?:do|party|card|present|speech|to|for|us|the|next|on|in|at)|last (?:day|week"
    r"|shift) (?:here|with us|on the|before)|emigrat\w+"
    r"|rotat\w+|mov(?:es|ing|ed) (?:to|house|flat|out|on|abroad)|new (?:job|post|flat|house|one)|birthday|christmas"
    r"|secret santa"
    r"|mat(?:ernity)? leave|paternity|australia|new zealand|abroad|downsiz\w*|declutter\w*|upgrad\w*|digital"
    r"|charity|fancy dress"
    r"|netball|football|rugby|hockey|came off|fell off|marathon|half marathon|10k|triathlon|fun run|climb\w*"
    r"|abseil\w*|cycl(?:e|ing)|car ?park(?:ing)? (?:permit"
    r"|space|charge))\b"
)
_UNDER_NOT: Final = re.compile(r"\b(?:not|no|never|without|unless|\w+n't)\b[^.!?,]{0,25}$")
_STAGED: Final = Later(
    r"\b(?:simulation|sim\b|mannequin|actor|osce|drama|film|play|scenario|role[- ]?play\w*|teaching on"
    r"|(?:talk|lecture|session|training|course|e-learning|poster|policy|audit) (?:on|about|for) suicid\w*"
    r"|suicide prevention|book club|quiz|toxicology|for (?:a|the|our|her|his) (?:\w+ )?(?:talk|lecture|slides?"
    r"|poster|viva|exam)"
    r"|(?:by|in) (?:mistake|accident)|accidentally)\b"
)
_PATIENT: Final = re.compile(
    r"\b(?:patients?|pts?|bed \d+|bay \d+|side room|client|inpatient|service user|in ?resus|clerk(?:ed|ing)|caller"
    r"|phone queue|(?:off|left) (?:our|the) ward|walked (?:off|out)(?! of (?:the )?(?:m&m|handover|meeting"
    r"|teaching|mess|round|review))|suicidal (?:lad|man|woman|girl|boy|lady|chap)"
    r"|(?:the|a) (?:man|woman|lady|gentleman|lass|lad) who|his file)\b"
)
_NO_PATIENT: Final = re.compile(
    r"\b(?:(?:whose|after (?:a|the|his|her|that)|lost (?:a|his|her)) (?:last )?patient(?:s|'s)?(?: death| died"
    r"| who died)?"
    r"|(?:his|her|the|that|a) (?:last )?patient(?:s|'s)? (?:death|died|who died))\b"
)
_OWN: Final = re.compile(
    r"(?:\bi(?:'m|'d|'ll|'ve)?(?: (?:have|had|am|was|should|will|would|could|can|do|did|might|must|probably|just|also"
    r"|even|only|keep|kept|already|always|never|often|sometimes|really|nearly|once|went|and|to|not)){0,4}"
    r"|\bif (?:some|any)(?:one|body)|\bif (?:a|you|they)|\b(?:can|could|would|will) you)\W*$"
)
"""What stands before the words where they are the writer's own, or nobody's in particular."""
_TOLD_THE_FAMILY: Final = re.compile(
    r"t(?:old|ells?|elling) (?:the|a|his|her|their) (?:family|parents|wife|husband|son|daughter)\b"
)
_WAS_TOLD: Final = re.compile(r"(?:^|\b(?:been|was|were|got|get|being))\W*$")
_HEARER: Final = re.compile(
    rf"\b(?:told|tells|telling|asked|asks|texted|to|by|and|with) (?:my|our|the|a|an"
    rf"|this) (?:[\w'-]+ ){{0,2}}?{GRADE}\b"
)
"""Somebody at work who is only told of it: most of what is said to a nurse is said by a patient."""
_FOR_A_FRIEND: Final = re.compile(
    r"\b(?:asking (?:for|on behalf)|hypothetical\w*|not a mate|a (?:mate"
    r"|friend) of mine|between you and me|(?:he|she)'s (?:also )?me\b)"
)


_THIRD: Final = re.compile(r"\b(?:he|she|him|her|his)\b|\b(?:f[12]|sho|reg|trainee|colleague|friend|nurse)\b")
_I_AM: Final = re.compile(
    r"\bi(?:'m|'ve|'d| am| have| feel| want| can't| keep| sit| was| would| will|'ll)\b(?! (?:\w+ )?worried)"
)
_TREATS: Final = Later(
    r"\b(?:scrub\w*|operat\w*|anaesthetis(?:e|es|ed|ing)|prescrib\w*|intubat\w*|cannulat\w*|sats|bp|gcs|obs|news"
    r"|bleeding"
    r"|on shift|on call|tonight"
    r"|covers|covering|on now|in charge|holding the bleep|drunk|smells|high|seeing patients|list)\b"
)
_OUTRIGHT: Final = Later(
    rf"\b(?:suicidal|(?:kill|hang|drown)(?:ing)? {SELF}|(?:end|ending|take|taking) {HIS} (?:own )?life|wants? to die"
    rf"|taken (?:\w+ )?(?:tablets|pills|overdose))\b"
)
_QUOTES: Final = Later(
    rf"\b(?:{HE}|{GRADE}|{HIM})(?:'s| has| had)? (?:[\w']+ ){{0,3}}?(?:said|says|saying|texted|wrote|writes"
    rf"|told (?:me|us)"
    rf"|whispered|muttered)\b[^.!?\"]{{0,30}}[,:]? ?[\"'][^\"]{{0,60}}$"
)
_SEES: Final = ("worried", "afraid", "scared", "frightened", "think", "found", "caught", "saw", "seen", "walked in on")
"""Words of which the writer is the subject though a colleague is what they are about."""


@lru_cache(maxsize=8)  # asked for each opinion that is weighed
def colleague_at_risk(text: str) -> bool:
    """Whether somebody at work may be a danger to themself, and nobody is told to be looking after them."""
    said = plain(text)
    if not SOMEBODY.search(_HEARER.sub(" ", said)) or _STAGED.search(said) or _FOR_A_FRIEND.search(said):
        return False
    return _shows(said) and not is_cared_for(text)


def settled(state: State) -> tuple[str, ...]:
    """What no number raises here: what was said to be none and, while a colleague is spoken of, a patient's danger."""
    of_a_colleague = COLLEAGUE in (state.route, state.expecting.removeprefix("safety:"))
    return (*state.cleared, "patient_safety_now") if of_a_colleague else tuple(state.cleared)


def might_be_a_colleagues(text: str) -> bool:
    """Whether a danger that a number finds in a message is likelier a colleague's than a patient's or the writer's."""
    said = plain(text)
    of_one = SOMEBODY.search(_HEARER.sub(" ", said)) and not _PATIENT.search(_NO_PATIENT.sub(" ", said))
    return bool(of_one) and leans_to_it(said) and not bears_on_patient(text, midway=True)


def is_told_of_another(text: str) -> bool:
    """Whether all that bears on a danger to the doctor is told of one person at work, and nothing of the writer."""
    grave = [one for one in sentences(text) if bears_on_self(one)]
    if not grave or not SOMEBODY.search(_HEARER.sub(" ", plain(text))):
        return False
    return all(_THIRD.search(one) and not _I_AM.search(one) for one in grave)


def is_cared_for(text: str) -> bool:
    """Whether a colleague is told to be well again, or in the hands of somebody who looks after them."""
    said = plain(text)
    return bool(_CARED.search(said)) and not _LEFT_ALONE.search(said)


def treats(text: str) -> bool:
    """Whether a patient is spoken of, or work on one: then a danger that a number is sure of may be the patient's."""
    said = plain(text)
    return bool(_PATIENT.search(_NO_PATIENT.sub(" ", said)) or _TREATS.search(said))


def said_outright(text: str) -> bool:
    """Whether a colleague is told, in plain words, to want to die or to have tried: no sign that could be a joke."""
    bare = _NO_PATIENT.sub(" ", plain(text))
    return any(_OUTRIGHT.search(one.group(0)) and _counts(bare, one) for one in SAID.finditer(bare))


def is_a_colleagues(text: str, found: re.Match[str]) -> bool:
    """Whether grave words are what a colleague at risk is quoted as saying: "she said 'I want to die'"."""
    return bool(_QUOTES.search(plain(text[: found.start()]))) and colleague_at_risk(text)


def _shows(said: str) -> bool:
    """Whether a sign is told of somebody at work: one that stands alone, or one that something odd stands beside."""
    bare = _NO_PATIENT.sub(" ", said)
    if any(_counts(bare, one) for one in SAID.finditer(bare)):
        return True
    if _has_reason(said):
        return False
    if adds_up(said) and not _PATIENT.search(bare):
        return True
    lingers = LINGERS.search(said)
    beside = ((SIGN, True), (GIVEN, bool(SOFT.search(said)) or _is_twice(GIVEN, said)), (AT_A_PLACE, bool(lingers)))
    return any(holds and _counts(bare, one) for pattern, holds in beside for one in pattern.finditer(bare))


def _is_twice(sign: Later, said: str) -> bool:
    return sum(1 for _ in sign.finditer(said)) > 1


def _counts(said: str, found: re.Match[str]) -> bool:
    """Whether it is told of somebody at work: in a sentence that speaks of no patient, and not of the writer."""
    began = max(said.rfind(mark, 0, found.start()) for mark in ".!?") + 1
    before, words = said[began : found.start()], found.group(0)
    if _PATIENT.search(before + words):
        return False
    if _TOLD_THE_FAMILY.match(words):
        return False
    if words.startswith(("told", "asked")) and " me " not in words[:9] and _WAS_TOLD.search(before):
        return False
    return words.startswith(_SEES) or not _OWN.search(before)


def _has_reason(said: str) -> bool:
    """Whether a plain other reason is given: a move, a birthday. 'She is not leaving that I know of' is none."""
    return any(not _UNDER_NOT.search(said[: one.start()]) for one in _REASON.finditer(said))
