"""Whoever stands behind a verb that is done to people only, whatever they are called: 'ask the girls on reception'."""

import re
from typing import Final

from bot.coaching.plain import OnNeed

_DONE_TO: Final = (
    r"(?:ask(?:ing)?|tell(?:ing)?|thank(?:ing)?|ring(?:ing)?|phon(?:e|ing)|bleep(?:ing)?|warn(?:ing)?|remind(?:ing)?"
    r"|invit(?:e|ing)|prais(?:e|ing)|interrupt(?:ing)?|persuad(?:e|ing)|(?:de)?brief(?:ing)?|congratulat(?:e|ing)"
    r"|(?:talk|speak|chat|explain|apologi[sz]e|sorry|thanks|thank you|listen|a word|word|sit|sit down|sat down"
    r"|swap|check"
    r"|check in|lunch|coffee|tea|brew|run (?:it|this|that)|put (?:it|this|that)|own up|say (?:it|this|that|hello|hi)"
    r"|mention (?:it|this|that)|introduce myself|feed ?back|suggest (?:it|this|that)|show (?:it|this|that)"
    r"|raise (?:it|this|that)|have it out|catch up|debrief)(?:ing)? (?:to|tae|with|wi|wiv|w/|past|by))"
)
_WHOSE: Final = r"(?:the|my|our|a|an|some|those|these|both|all|two|three|four|each|every|one|yer|ma)"
_END: Final = (
    r"(?:why|what|how|if|whether|when|where|to|tae|about|that|for|with|wi|and|or|i|we|she|he|they|it|before"
    r"|after|once|until"
    r"|tomorrow|tonight|today|tmrw|mon\w*|tues?\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|again|first|straight"
    r"|over|so|but|because"
    r"|cos|at|by|next|this|is|are|was|were|gets?|as|then|from now|during|instead|myself|directly|face"
    r"|face-to-face|off|up|out"
    r"|back|one|every|each|\d+\w*)"
)
_WHERE: Final = r"(?:in|on|from|of|who|that|who['’]s|running|covering|looking|doing|leading|down)"
_WHEN: Final = r"(?! (?:my|his|her|the|a) (?:day|days|next|way|lunch|break|shift|own)\b)"
_ADDRESSED: Final = OnNeed(
    rf"\b{_DONE_TO} (?P<who>{_WHOSE} (?!(?:{_END}|{_WHERE})\b)(?P<head>[\w'’-]+(?: (?!{_END}\b"
    rf"|{_WHERE}\b)[\w'’-]+){{0,2}})"
    rf"(?: {_WHERE}{_WHEN}(?: (?!(?:why|what|how|if|whether|when|about|and|or|tomorrow|tonight|today|before|after"
    rf"|to)\b)[\w'’-]+){{1,4}})?)",
    re.I,
)
_A_THING: Final = OnNeed(
    r"\b(?:questions?|truth|stor(?:y|ies)|meetings?|huddle|bell|jokes?|times?|favours?|things?|plan|day"
    r"|numbers?|results?|list|order"
    r"|lines?|sessions?|skills?|course|difference|ward|theatre|round|rota|case|feedback|help|advice|bay|room"
    r"|notes|email"
    r"|handover|permission|minutes?|silence|conversation|script|agenda|slide|template|policy|form|phone|same|rest|point"
    r"|idea|way|issue|problem|page|letter|wall|mirror|timer|bits?|jobs?|brief|checklist)$",
    re.I,
)


def addressed(text: str) -> list[tuple[int, int]]:
    """The places of the phrases that such verbs are done to; a thing that can be told or asked is none."""
    found = (one for one in _ADDRESSED.finditer(text) if not _A_THING.search(one["head"]))
    return [one.span("who") for one in found]
