"""Cutting what is told in one breath, without a stop: where the next clause begins, and what was taken back."""

import re
from typing import Final

from bot.coaching.commitments.act_words import VERB
from bot.coaching.commitments.sentences import sentences, without_quotations
from bot.coaching.commitments.times import find_times
from bot.coaching.plain import OnNeed, small

_HE: Final = r"(?:s?he|they|it|we|you|there|that|this|nobody|no ?one|everyone|someone|people)"
_BE: Final = (
    r"(?:['’]?(?:s|re|ll|d|ve)\b(?! (?:to)\b)|\s+(?:is|are|was|were|will|would|has|had|have|never|always|usually"
    r"|can['’]?t|cannot|won['’]?t"
    r"|don['’]?t|doesn['’]?t|didn['’]?t|said|says|thinks?|thought|knows?|hates?|loves?|likes?|keeps?|asked|told"
    r"|owes?|agreed))"
)
_AUX_I: Final = (
    r"(?:i['’]?m|i am|im|i['’]ve|ive|i have|i was|i had|i need|i know|i hate|i love|i never|i always|i usually"
    r"|i did|i feel|i felt|i['’]?d need|i would need"
    r"|i keep|i see|i think|i guess|i suppose|i hope|i said|i promise|i swear|i might|i may|i can['’]?t"
    r"|i dont|who am i)"
)
_NEXT_ACT: Final = (
    r"(?:(?:so |and |then |but |ok |instead |yes |rather |(?:second(?:ly)?|third(?:ly)?|next|after that|finally),? )*"
    r"(?:i['’]ll|ill|i will|i shall|i go(?:ing)? (?:and|to)"
    r"|im (?:gonna|going to|just going to)"
    r"|i['’]m (?:just )?(?:gonna|going to)|i am (?:just )?going to|i['’]d|gonna)\b|(?:and|n|then) we (?:meet|talk"
    r"|go|do|sit)\b|will (?:do|try|aim|text|ask|ring"
    r"|email|send) "
    rf"(?:it|that|this|him|her|them|on|at|by)\b|(?:and then|then|and after that) will (?:also )?{VERB}\b)"
)
_CONTENT: Final = OnNeed(
    r"\b(?:that|what|whatever|how|if|whether|when|whenever|because|cos|cause|bc|where|who|whom|whose|which|why|than"
    r"|as|until|till|while"
    r"|once|before|after|since|although|though|unless|like|thing|things|way|time|says?|said|saying|hope|think"
    r"|thinking|know|so that"
    r"|about|all|everything|anything|moment|minute|reason|ones?|sure|ensure|case|with|for|is|of|and say|and tell)\s*$",
    re.I,
)
_SAYS_MINE: Final = OnNeed(
    r"\b(?:tell|say|saying|telling|admit|explain|mention|remind|let \w+(?: \w+)? know"
    r"|confess)\b",
    re.I,
)
_SEAM: Final = OnNeed(
    rf"(?:,\s*|\s+)(?P<rest>(?P<named>(?:(?:dr|mr|mrs|ms|prof|sister)\.? (?:\[name\]|\w+)|\[name\]|(?:the|my|our"
    rf"|his|her) \w+){_BE}\b)|(?P<act>{_NEXT_ACT})|(?P<mine>{_AUX_I})\b|(?P<theirs>\b{_HE}{_BE})"
    r"|(?P<why>(?:because|cos|cause|coz|bc|since (?:i|he|she|they|it|that|at present)|(?<!soon )as (?:i|he|she"
    r"|they|it|nobody"
    r"|there)|for (?:it|he|she|they|nobody)"
    r"|seeing as|given that|whereas|although|though|even though|otherwise)\b)"
    r"|(?P<again>(?:,\s*)?(?:and|n|then|and then|so)\s+(?:also |then |just )*"
    rf"{VERB}\b)"
    r"|(?P<but>(?:but|however|nevertheless)\b)|(?P<lol>(?:lol|haha+|lmao|gulp|eek|argh|tbh)\b))",
    re.I,
)
_TAKEN_BACK: Final = OnNeed(
    r"(?:^|[\s,.;:–—-]+)(?:(?:um+|uh|er+|ok|oh|lol|haha|hmm+|argh|sorry|yeah)[\s,]+)*(?:no[, ]+(?:wait|hang on"
    r"|hold on|scrap|actually|sorry|not|i mean|ok"
    r"|rather|make|lol|forget)|no,? scrap(?: that| it)?|oh no\b|actually[, ]+no\b|scrap (?:that|it)|wait[, ]+no\b"
    r"|nah\b|(?:no )?(?:sod|screw|stuff|bugger) (?:it|that)\b|lol no\b|hang on\b|or rather"
    r"|but no\b|no,(?= (?:they|she|he|it|i['’]m|im|that) )|i mean(?=[, ]+(?:ask|tell|i|the|my|email|ring|text"
    r"|go|on|at))|no i mean|never ?mind|forget (?:that|it)\b"
    r"|on second thoughts?|correction"
    r"|who am i kidding|(?:only |just )?jok(?:e|ing)(?=\W*$|[.,;!])|just kidding|jk|kidding|wrong (?:chat"
    r"|person|window|thread)|change(?:d)? (?:of|my) (?:plan|mind)|no (?=(?:the|my|on|at"
    r"|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun|ask|email"
    r"|ring|text|tell|go)))"
    r"\b(?P<not>[^,.;]*?)(?=[\s,.;:!]|$)[\s,.;:!]*",
    re.I,
)
_MAY_TAKE_BACK: Final = OnNeed(
    r"\b(?:no|nah|scrap|wait|sod|screw|stuff|bugger|hang|rather|mean|(?:never)?mind|forget|thoughts?|correction"
    r"|kidding|jok\w+|jk"
    r"|wrong|change\w*|actually|who)\b"
)
"""A word of every way to take a plan back: most messages hold none, and need no closer look."""

_WHY_NOT: Final = OnNeed(
    r"^(?:(?:i['’]?m|i am|im|i['’]?ve|i have|i['’]?d|i can['’]?t|they|she|he|it|that|there|we['’]?re|the \w+|my \w+)\b"
    r"(?!['’]?ll\b| will\b|['’]?m going to| gonna)[^.!?;\n]*[.!?;\n]+\s*)+",
    re.I,
)
_ASIDE: Final = OnNeed(
    rf"^\W*(?!(?:i['’]?m|i am) (?:just )?(?:gonn?a|going to)\b)(?:{_AUX_I}\b|{_HE}{_BE}|(?:because|cos|cause|bc"
    rf"|since|for|although|though|as)\b|(?:lol|haha+|gulp|eek"
    rf"|argh)\b"
    r"|(?:the|my|his|her) \w+(?:['’]s)? )",
    re.I,
)
_UNFINISHED: Final = OnNeed(r"\b(?:i|was|were|am|i['’]m|im)\s*$", re.I)
_SUPPOSES: Final = OnNeed(r"\b(?:if|unless|when|whenever|in case|should (?:he|she|they|it))\b[^,]*$", re.I)
_ASKS: Final = OnNeed(r"\b(?:ask|asks|see|check|find out|how|what|why|whether|if|when|where|who|that|which)\b", re.I)
_OVER_NOW: Final = OnNeed(r"i (?:was|had|did|felt)\b", re.I)
"""What somebody is told, also behind the day: 'tell him tomorrow I was wrong'."""
_MOST_LEFT: Final = 2


def clauses(text: str) -> list[str]:
    """The clauses of a message, verbatim and in its order: sentences cut where another begins without a stop."""
    return [part for sentence in sentences(text) for part in _cut(sentence)]


def _cut(sentence: str) -> list[str]:
    veiled = without_quotations(sentence)
    parts, start = [], 0
    for seam in _SEAM.finditer(veiled):
        before = veiled[start : seam.start()]
        if seam.start() <= start or not _begins(seam, before):
            continue
        parts.append(sentence[start : seam.start()])
        start = seam.start("rest")
    parts.append(sentence[start:])
    return [one.strip() for one in parts if re.search(r"\w", one)]


def _begins(seam: re.Match[str], before: str) -> bool:
    """Whether another clause begins here, and not what somebody is asked or told."""
    if len(before.split()) < _MOST_LEFT and not seam["act"]:
        return False
    if seam["again"]:
        return bool(_ASIDE.match(before))
    if seam["why"] or seam["lol"] or seam["but"]:
        return True
    if seam["named"]:
        return timed_at_end(before)
    if _CONTENT.search(before):
        return False
    return _next_act(before) if seam["act"] else _next_told(seam, before)


def _next_act(before: str) -> bool:
    """Whether 'I'll' after these words is another clause: not behind 'if he', 'I was' or the day alone."""
    only_a_time = any(not re.search(r"\w", before.replace(before[slice(*one)], "")) for one in find_times(before))
    if only_a_time or _UNFINISHED.search(before):
        return False  # 'on Thursday I'll go' is one
    return not _SUPPOSES.search(before) or timed_at_end(before)


def _next_told(seam: re.Match[str], before: str) -> bool:
    """Whether 'she is' or 'I am' after these words is another clause, and not what is said or asked."""
    timed, comma = timed_at_end(before), seam[0].startswith(",")
    told_of = seam["mine"] is not None and not comma and bool(_OVER_NOW.match(seam["mine"]))
    said_on = _SAYS_MINE.search(before) and (told_of or not timed) and (not comma or bool(seam["mine"]))
    asked_on = _ASKS.search(before) and not (timed or comma)
    return not (said_on or asked_on)


def timed_at_end(words: str) -> bool:
    """Whether the words end in a time: whoever comes next begins another clause."""
    return any(end >= len(words.rstrip()) for _, end in find_times(words))


def without_taken_back(text: str) -> str:
    """The message without what the doctor took back in it, each other character in its place: the last word counts."""
    veiled = without_quotations(text)
    last = None
    if not _MAY_TAKE_BACK.search(small(veiled)):
        return text
    for found in _TAKEN_BACK.finditer(veiled):
        if re.search(r"\w", veiled[: found.start()]) and len(re.findall(r"\w+", veiled[found.end() :])) >= _MOST_LEFT:
            last = found
    if last is None:
        return text
    start = last.end() + _why_not(veiled[last.end() :])
    return " " * start + text[start:]


def _why_not(after: str) -> int:
    """How far behind 'no wait' it is only told why not: 'I'm post-nights Thursday. Monday' begins at 'Monday'."""
    why = _WHY_NOT.match(after)
    return why.end() if why and re.search(r"\w", after[why.end() :]) else 0
