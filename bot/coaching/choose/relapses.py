"""What the doctor fears they will do in place of the plan: it is the snag, and never what to do about one."""

import re
from typing import Final

from bot.coaching import commitments
from bot.coaching.choose import plan_words
from bot.coaching.choose.plan_words import Said
from bot.coaching.commitments import numbers, parting
from bot.coaching.model import Commitment

_MOST: Final = 24
_SOFTLY: Final = (
    r"(?:(?:just|only|probably|prob|probs|well|simply|of course|still|always|likely|inevitably|quietly|totally"
    r"|obviously|as usual|as always)\s+)*"
)
_MAY: Final = (
    r"\b(?:i|we)(?:['’]?ll|['’]?d| will| would| might| may| could|['’]?m going to|['’]?m gonna| am going to)?\s+"
)
_GIVING_WAY: Final = (
    r"(?:cave|bottle (?:it|out)|chicken out|freeze|panic|crumble|waffle|back (?:down|out|off)|give (?:in|up)|wimp out"
    r"|put it off|go (?:quiet|along with|red|blank|silent)|clam up|shut up|say (?:nothing|yes|it['’]?s fine)"
    r"|keep (?:quiet|my (?:mouth shut|head down))|let (?:it|that|him|her|them) (?:go|slide|pass|lie|carry on|get on)"
    r"|leave it(?! (?:with|to|in|on|until|till)\b)|not (?:bother|say|ask|do (?:it|that)|go|ring|speak)"
    r"|do (?:it|them|that|everything|the \w+|all of it|the lot) (?:all )?(?:myself|instead|on my own)"
    r"|do nothing|take (?:(?:it|them|everything|the lot) )?(?:all )?(?:back|over)\b|avoid|duck|dodge|hide|skip it"
    r"|forget(?: (?:it|to|about)\b|\W*$)|nod|smile|laugh it off|carry on (?:as|like)|go back to|fall back"
    r"|end up|talk myself out|lose my (?:nerve|temper|rag)|snap|cry"
    r"|make (?:an? |some )?excuses?|convince myself|pretend|run (?:off|away|out of time)|walk (?:off|away|past))\b"
)
_GIVES_WAY: Final = re.compile(
    rf"(?:{_MAY}{_SOFTLY}|^\W*(?:just|probably|prob|most likely|likely) {_SOFTLY}){_GIVING_WAY}", re.I
)
_AS_EVER: Final = re.compile(
    rf"{_MAY}{_SOFTLY}(?:[^.!?;]{{3,60}}?\b(?:like (?:i )?always(?: do)?|as (?:usual|always|ever|per usual)"
    r"|like (?:last time|every time|usual)|(?:again|instead) like|same as (?:always|ever|last time))\b)",
    re.I,
)
_ME: Final = re.compile(
    r"^\W*(?:(?:honestly|tbh|probably|prob|mostly|well|just|only|erm?|um+|oh)\W+)*(?:me|myself|me being me"
    r"|my own habits?|i am my own worst enemy)\b\s*(?:[.,;:–-]|tbh|really|probably|honestly|$)",
    re.I,
)
_OF_THE_PLAN: Final = {"obstacle", "way", "confidence", "raise"}
_ANY_DEED: Final = re.compile(rf"{_MAY}{_SOFTLY}\w+", re.I)
"""'Me. I'll just ...': who names themselves as what stops it tells how."""

_THEN_ALL_THE_SAME: Final = re.compile(
    r"\b(?:instead|but then|then i(?:['’]?ll|['’]?d| will| would)|so i(?:['’]?ll|['’]?d| will| would)|plan b"
    r"|if (?:so|that happens|i do))\b[^.!?]*\w",
    re.I,
)
"""What is told behind the snag and is done about it."""

_NOT_I: Final = re.compile(r"\b(?:not|never)\b", re.I)
_IF_I: Final = re.compile(
    r"\b(?:if|when(?:ever)?|as soon as|the moment)\s+(?:i|we)\b[^,.;]*,?\s+(?:then )?"
    r"(?:i|we)(?:['’]?ll|['’]?d| will)\b",
    re.I,
)
"""'If I freeze I'll read it off the card': the giving way is the condition, and what is done then comes after it."""

_IS: Final = r"\b(?:that(?:['’]?s| is| was)|thats|it(?:['’]?s| is)|its|this is)\s+(?:just |exactly |literally )?"
_GOES_WRONG: Final = re.compile(
    rf"{_IS}(?:(?:what|how it|where it) (?:goes|went|always goes|usually goes|would go) (?:wrong|badly)\b"
    r"|what (?:could|might|would|will|may|can) (?:go wrong|stop (?:me|it))\b"
    r"|what i(?:['’]?m| am)? (?:(?:want|need|have|trying) to (?:avoid|stop)|(?:scared|afraid|worried) (?:of|about)"
    r"|(?:don['’]?t|do not) want|always do|usually do|do now|should(?:n['’]?t| not) do|fear|dread)\b"
    r"|the (?:bad (?:version|bit|outcome|one|thing)|problem|snag|trap|danger|risk|worst case|failure|obstacle"
    r"|thing (?:that )?(?:goes wrong|might go wrong|i (?:want|need) to (?:avoid|stop)))\b"
    r"|the (?:opposite|reverse) of)",
    re.I,
)
_NO_BACKUP: Final = re.compile(
    r"\b(?:\w+ing (?:it|out|him|her|them|off)?|(?:the )?back ?-?up|that|it) ?(?:is|['’]?s|was)(?:n['’]?t|nt| not) "
    r"(?:ready|(?:the|my|a|any) (?:back ?-?up|plan b|way round|fix)|(?:the|my|a) plan\b(?= lol|\W*haha|.*\bif\b))",
    re.I,
)
"""'Bottling it isn't the plan lol. If he doesn't reply ...': said of what was noted as the way round."""

_BACKUP: Final = re.compile(
    r"\b(?:(?:my|the) )?(?:back ?-?up|plan b|way round|fall ?back)(?: plan)?(?: is|['’]?s| would be| should be|:)\s*"
    r"(?:to |that )?(?:i['’]?ll |ill |i will |i['’]?d )?"
    r"(?P<way>(?!\s|not\b|n['’]t|the (?:same|plan)|wrong|what\b|where\b)[^.!?\n]{4,})",
    re.I,
)
"""'Plan is still coffee, backup is grab him': the way round by its name, and the step as it was."""

_SURE_OF_IT: Final = re.compile(
    r"\bif i (?:just )?(?P<deed>[a-z]+ [^.;!?\n]{3,60}?),? (?:then )?(?:i|he|she|they)(?:['’]?ll| will| would|['’]?d)? "
    r"(?:(?:really|just|not|then) )*(?:(?:can(?:no|['’])?t|wo(?:n['’])?t(?: be able to)?|could(?:n['’]?t| not)"
    r"|would(?:n['’]?t| not)) (?:really |just |then )?(?:back out|bottle|avoid|duck|get out|wriggle|forget|put it off"
    r"|chicken|say no|cancel)|(?:have|has|had) to\b|be (?:expecting|waiting)|is expecting"
    r"|knows? (?:i['’]?m|to expect)|hold me to)",
    re.I,
)
"""'If I text him tonight I can't really back out': a first step that makes the plan surer, and no if-then."""

_NOT_MINE: Final = re.compile(
    rf"{_IS}not (?:something |a thing )?(?:what )?i(?:['’]?d| would|['’]?ll| will| should| want to| mean to) do\b", re.I
)


def told(text: str) -> str | None:
    """What the doctor fears they will do instead, in answer to what may stop the plan; None where nothing is feared.

    'I'd probably just ring her' is a way round; 'I'll just do it myself', 'I'd end up saying nothing' is what stops it.
    """
    bare = parting.without_remarks(parting.without_number(text))
    found = _GIVES_WAY.search(bare) or _as_ever(bare) or _of_myself(bare)
    if not found or _IF_I.search(bare) or _THEN_ALL_THE_SAME.search(bare[found.end() :]):
        return None
    if text.rstrip().endswith("?") or _THEN_ALL_THE_SAME.search(bare[: found.start()]):
        return None
    return commitments.cut(commitments.tidy(bare), _MOST)


def takes_back(text: str, *, just_said: bool = False) -> bool:
    """Whether the doctor says that what was noted as the way round is what goes wrong.

    'That's not what I'd do' says so only of what was `just_said` back: at another time it may mean the step.
    """
    return bool(_GOES_WRONG.search(text) or _NO_BACKUP.search(text) or (just_said and _NOT_MINE.search(text)))


def kept_apart(said: Said, plan: Commitment) -> dict[str, object]:
    """What of the state changes where a message fears a relapse, or says that what was noted is one; {} elsewhere."""
    asked, text = said.state.expecting, said.text
    if named := _BACKUP.search(text):
        return {"commitment": plan.model_copy(update={"if_then": commitments.tidy(named["way"])})}
    other = parting.parted(text).way if _NO_BACKUP.search(text) else None
    if other:
        return {"commitment": plan.model_copy(update={"if_then": other})}
    surer = _SURE_OF_IT.search(text) if asked in _OF_THE_PLAN and not said.state.closed else None
    if surer:
        deed = commitments.tidy(surer["deed"])
        return {"commitment": plan.model_copy(update={"easier": deed})}
    if plan.if_then and takes_back(text, just_said=asked == "confidence"):
        way = plan_words.way(said)
        other = way if way and way.casefold() not in plan.if_then.casefold() else None
        return {"commitment": plan.model_copy(update={"if_then": other}), "obstacle": plan.if_then}
    if asked == "way" and not plan.if_then and takes_back(text):  # 'that's the problem' is no answer to what then
        number = numbers.sure(text, plan.what)
        return {"commitment": plan if number is None else plan.model_copy(update={"confidence": number})}
    feared = told(text) if asked in {"obstacle", "way"} and not said.state.closed else None
    if feared is None:
        return {}
    number = numbers.sure_unasked(text, plan.what)
    kept = plan if number is None else plan.model_copy(update={"confidence": number})
    return {"commitment": kept, "obstacle": feared}


def _as_ever(text: str) -> re.Match[str] | None:
    """Whatever they do 'like always': no deed by which they would not."""
    found = _AS_EVER.search(text)
    return None if found is None or _NOT_I.search(found[0]) else found


def _of_myself(text: str) -> re.Match[str] | None:
    """A deed behind 'me.': how they stop themselves."""
    led = _ME.match(text)
    return _ANY_DEED.search(text, led.end()) if led else None
