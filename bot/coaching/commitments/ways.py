"""The answer to 'what may stop it', parted: what may come in the way, and the way round it, each kept for itself."""

import re
from dataclasses import dataclass
from typing import Final

from bot.coaching.commitments import snags
from bot.coaching.commitments.sentences import HIDDEN, cut, sentences, tidy, without_quotations

_MOST: Final = 28
_SEAM: Final = re.compile(
    r"(?:,|\s)\s*(?:but|though|so then|and then|then)\s+(?=(?:i|we|id|ill|he|she|they)\b)"
    r"|,\s*(?:and |so )?(?=(?:i['’](?:ll|d)|ill|id|i will|i would|i can|i could|will|would|can)\b)"
    r"|\s+and (?=(?:i['’]d|i would) (?:ask|text|ring|get|say|tell|go|take)\b)"
    r"|\s+so (?=(?:i['’]ll|i['’]d|i will|i would)\b)",
    re.I,
)
_GOES_WRONG: Final = re.compile(
    r"\b(?:los(?:e|ing) (?:my|the|it)|bottl(?:e|ing)|forget|freez(?:e|ing)|chicken|back (?:out|in|off|down)"
    r"|put(?:ting)? it off|panic|cry|giv(?:e|ing) (?:up|in)|cav(?:e|ing)|hid(?:e|ing)|avoid|let(?:ting)? (?:it"
    r"|the moment) (?:go|slide|pass|drop)|talk(?:ing)? myself out|(?:think|say|decide) ?,? (?:leave|sod"
    r"|never mind|not"
    r"|nah|that)|leave it|clam(?:ming)? up|go(?:ing)? (?:quiet|blank|red|mute)|dry up|shut down|say nothing"
    r"|in the way|not (?:do|go"
    r"|say|dare)|be (?:too |so |very |really )?(?:busy|tired|late|called|stuck|pulled|knackered|nervous|scared"
    r"|off|ill"
    r"|alone|interrupted|rushed)|get (?:too )?(?:called|pulled|stuck|bleeped|dragged|busy|nervous|angry|cross"
    r"|cold feet"
    r"|distracted|interrupted|shouted|told off)|run (?:out|off|away)|find (?:a|an|some) (?:reason|excuse)|ends? up"
    r"|apologis\w+ (?:so|too)|straight away start|start agreeing|see (?:her|his|their) face"
    r"|have (?:\w+ed|no|started|gone|run)|mumble|waffle|start (?:explaining|lecturing|apologising|crying|shouting)"
    r"|snap|shout|never|struggle|fail|feel (?:sick|stupid|silly|daft|small|like)|look (?:stupid|weak|silly)"
    r"|want to (?:run|hide|leave))\b",
    re.I,
)
_FORESEEN: Final = re.compile(
    r"^\W*(?:i (?:imagine|expect|suspect|fear|worry|dread|bet|know)|i['’]?m (?:worried|afraid|scared)|knowing me"
    r"|what (?:stops|might stop|would stop|will stop|could stop)|probably me)\b",
    re.I,
)
_HELPS: Final = re.compile(
    r"\b(?:(?:what|that|it|this) (?:would|might|could|will|['’]d) (?:really |probably )?help|would help|helps if"
    r"|(?:the|my) (?:way round|fallback|fall-back|back-?up|plan b|contingency))\b",
    re.I,
)
_LEAD: Final = re.compile(
    r"^\W*(?:(?:and |but |so )?then(?=\W)|(?:i think )?(?:it|that) (?:would|might) help (?:a lot )?to"
    r"|what (?:would|might|could) help is to)\W+",
    re.I,
)
_DOES: Final = re.compile(
    r"^\W*(?:(?:and|but|so|then|or|well|in that case|no|maybe|probably|if so|instead|just)\W+)*(?:(?:i"
    r"|we)['’]?(?:ll|d)"
    r"|ill (?=[a-z])|(?:i|we) (?:will|would|can|could|shall|might)|will|would|can|could|i['’]?m (?:going to"
    r"|gonna|taking"
    r"|bringing|asking|getting)|i (?:ask|tell|ring|go back|wait|count|text|email|call|write|read|take|bring|use|stop"
    r"|breathe|try again|say)|(?:ask|text|ring|call|email|take|bring|write|get|catch|try|read|count|breathe|tell"
    r"|message|find|send|walk|book|use|go back|grab|remind|put) (?!by\b|off\b))\b",
    re.I,
)
_THEN: Final = re.compile(r"^\W*(?:and |but |so )?(?:then|in that case)\W+(?:i|we|the|my|she|he|they)\b", re.I)
_OTHERS_DO: Final = re.compile(
    r"^(?:(?:the|my|our|a|one of the) )?[\w'’-]+(?: [\w'’-]+){0,4}? (?:can|could|will|would|['’]ll|['’]d)"
    r" (?:always |just )?(?:call|ring|remind|cover|nudge|prompt|take over|step in|back me|help|hold|text|phone|come"
    r"|bring|stand|push|cue|start|ask for|do it|fill in|keep me|pull me|get me|have my)\b"
    r"|^(?!i\b)(?:(?:the|my|our) )?[\w'’-]+(?: [\w'’-]+){0,3}? (?:takes over|steps in|calls (?:her|him|them|me)"
    r"|covers|reminds me|backs me|rings me|prompts me)\b",
    re.I,
)
_IF: Final = re.compile(r"^\W*(?:(?:and|but|so|or)\W+)?(?:if|unless|when|in case)\b", re.I)
_ONLY_NO: Final = re.compile(
    r"^\W*(?:no+|nope|nah|nothing|none|not (?:really|much))\b(?:\W+\w+){0,3}\W*$|^\W*(?:already |just |as |like )?"
    r"i (?:said|told you)\W*$|^\W*(?:just said|dunno|not sure|ok|lol)\W*$",
    re.I,
)
_FILLER: Final = re.compile(
    r"^\W*(?:(?:well|um+|er+|hmm+|ok|so|yeah|yes|honestly|probably|maybe|perhaps|i suppose|i guess|i think|tbh"
    r"|just|erm|and|but|no(?=,| i))\b\W*)+",
    re.I,
)
_STOPS_IT: Final = re.compile(
    r"^\W*what (?:stops|might stop|would stop|will stop|could stop) (?:it|me) is (?:that )?", re.I
)
_ANOTHER: Final = re.compile(r"^\W*or\b", re.I)
"""'I'll chicken out. or I'll say sorry and start on about the corridor': the second is as much a snag as the first."""

_INSTEAD: Final = re.compile(
    r"\bwhat i(?:['’]?d| would|['’]?ll| will) (?:actually |really )?do(?: then| instead)? is (?P<way>[^.;!?]+)", re.I
)
_NUMBER_ONLY: Final = re.compile(r"^\W*(?:maybe |about |an? )*\d{1,2}\b(?:\W*(?:/|out of) ?10)?\W*$", re.I)


@dataclass(frozen=True, slots=True)
class Snagged:
    """What may come in the way, and what the doctor would do then; None where it was not told."""

    snag: str | None = None
    way: str | None = None


def parted(text: str) -> Snagged:
    """The snag and the way round it, told in answer to 'what may stop it'; either may be missing."""
    found: list[str] = []
    ways: list[str] = []
    for piece in _pieces(text):
        if is_way(piece) and not (found and _ANOTHER.match(piece)):
            ways.append(tidy(_LEAD.sub("", _FILLER.sub("", piece))))
        elif not ways:
            found.append(tidy(_STOPS_IT.sub("", _FILLER.sub("", piece))))
    return Snagged(_in_all(found[:1]), _in_all(ways[:2]))


def way_only(text: str) -> str | None:
    """What the doctor would do then, in answer to just that question: a way round, else the words as they are."""
    told = parted(text)
    return told.way or told.snag


def put_instead(text: str) -> str | None:
    """The way round that a doctor names in place of one that was misheard: 'what I'd do is text her now'."""
    found = _INSTEAD.search(text)
    return cut(tidy(found["way"]), _MOST) if found else None


def is_way(piece: str) -> bool:
    """True where the words say what would be done about a snag, and not how it would go wrong."""
    veiled = without_quotations(piece).replace(HIDDEN, " ")
    if _IF.match(veiled):
        answer = snags.answer_of(veiled)
        return answer is not None and not _GOES_WRONG.search(answer)
    if _FORESEEN.match(veiled) or _GOES_WRONG.search(veiled):
        return bool(_HELPS.search(veiled) and not _FORESEEN.match(veiled))
    bare = _FILLER.sub("", veiled)
    return bool(_HELPS.search(veiled) or _THEN.match(veiled) or _DOES.match(bare) or _OTHERS_DO.match(bare)) or bool(
        snags.if_then(piece)
    )


def _pieces(text: str) -> list[str]:
    """The sentences of the answer, and where one holds the snag and the way round, its two halves."""
    told: list[str] = []
    for sentence in sentences(text):
        skipped = snags.beside(sentence) or _ONLY_NO.match(sentence) or _NUMBER_ONLY.match(sentence)
        if sentence.rstrip().endswith("?") or skipped:
            continue
        bare = snags.without_lead(sentence)
        cut_at = None if _IF.match(bare) else _SEAM.search(without_quotations(bare))
        halves = [bare[: cut_at.start()], bare[cut_at.start() :].lstrip(", ")] if cut_at else [bare]
        if len(halves) > 1 and (not is_way(halves[1]) or is_way(halves[0])):
            halves = [bare]
        told += [one for one in halves if re.search(r"\w", one)]
    return told


def _in_all(told: list[str]) -> str | None:
    both = "; ".join(told)
    return (both if len(both.split()) <= _MOST else cut(told[0], _MOST)) if told else None
