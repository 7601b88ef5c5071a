"""Questions on what the reading has, told by their words: a figure, a paper, who said it, what anybody has written."""

import re
from typing import Final

from bot.coaching.plain import plain

_WRITTEN: Final = (
    r"(?:evidence|research|literature|sources?|stud(?:y|ies)|papers?|reports?|reading|library|documents?|texts?|books?"
    r"|publications?|articles?)"
)
_AUTHOR: Final = (
    r"(?:bohmer|dickinson|(?:chris )?ham(?:'s)?|reform|king'?s fund|edmondson|argyris|berwick|darzi|mintzberg|clemmer"
    r"|reinertsen|shortell|ferlie|degeling|clark|spurgeon|francis|heifetz|kotter|intermountain|virginia mason|mayo"
    r"|kaiser|veterans)"
)
_OF_NOBODY: Final = (
    r"(?:doctors|consultants|clinicians|physicians|clinical directors|medical directors|chief executives?|ceos|managers"
    r"|trusts|hospitals|boards|trainees|juniors|junior doctors|nurses|fellows|leaders|nhs \w+|the nhs|directors)"
)
_TERM: Final = (
    r"(?:psychological(?:ly)? saf\w+|stretch goals?|(?:clinical )?microsystems?|professional bureaucrac\w+"
    r"|pace ?setting|(?:repetitive|unconstrained|constrained) (?:care|problem)"
    r"|distributed leadership|collective leadership"
    r"|medical engagement|followership|paired learning|overuse|underuse|two cultures|social contract)"
)
_ASKED: Final = re.compile(
    "|".join(
        (
            # what anybody has written, or the papers hold
            r"\b(?:has|have|did|does) (?:anyone|anybody|somebody|someone) (?:ever |actually )?(?:written|published"
            r"|studied|researched|measured|shown|looked at|done (?:a |any )?(?:study|research))\b[^.!]*",
            rf"\b(?:your|these|those|the|which of (?:your|the)|one of (?:your|the)|any of (?:your|the)) (?:\w+ )?"
            rf"{_WRITTEN}\b[^.!]{{0,70}}\?",
            rf"\bin (?:your|the) {_WRITTEN}\b[^.!]*\?",
            rf"(?:^|[.!?,] )(?:(?:can you|could you|please|just|so) )*(?:tell|show|give) me (?:what|anything|something"
            rf"|more)\b[^.!?]{{0,20}}\b(?:the|your) {_WRITTEN}\b",
            rf"\b(?:is|are|was|were) there (?:a |an |any |some |much |good |actual |real )*{_WRITTEN} (?:on|about|for"
            r"|that|behind|into|showing|to (?:show|say|support|back))\b",
            rf"\b(?:what'?s|what is|whats|have you|give me|i need|i want"
            r"|(?:^|[.!?] )(?:got|any)) (?:the |a |an |any |some |good |actual |your )*"
            rf"{_WRITTEN} (?:(?:you|we)(?:'ve)? (?:have|got|hold) )?(?:on|about|for|that|behind|into)\b",
            r"\baccording to (?:the |your )?(?:people|anyone|anybody|somebody|someone|sources?|papers?|research"
            r"|evidence)",
            rf"\bwhat (?:does|do|did|has|have) {_AUTHOR}\b[^.!]*",
            rf"\b(?:does|do|did|has|have) {_AUTHOR} (?:\w+ ){{0,2}}?(?:say|said|mention|argue|find|found|write|think"
            r"|talk|give|define|recommend|suggest|describe|explain)\w*\b",
            rf"\b(?:summari[sz]e|sum up|outline|explain) (?:what )?{_AUTHOR}\b",
            # a term of theirs, or whether something said of them is so
            rf"\b(?:what(?:'s| is| are| does)?|which|define|explain|difference between)\b[^.!?]{{0,40}}\b{_TERM}\b",
            rf"\bis it true (?:that )?[^.!?]{{0,60}}\b(?:the nhs|toyota|{_OF_NOBODY})\b",
            # a figure that belongs to nobody here
            r"\b(?:what |which |how )?(?:per ?cent(?:age)?|%|proportion|share|fraction|number|many) (?:of )?(?:the )?"
            rf"(?:\w+ ){{0,3}}?{_OF_NOBODY}\b",
            r"\bwho (?:was it (?:that|who) )?(?:said|coined|wrote|came up with|called|described|argued)\b[^.!]*\?",
            r"\b(?:quote|reference|citation|cite) (?:for|me|on|about)\b(?=[^.!]*\b(?:leader\w*|manage\w*|doctors?"
            r"|engage\w*|quality|safety)\b)",
        )
    )
)
_MINE: Final = re.compile(
    r"\b(?:my|our) (?:trust|hospital|ward|team|firm|department|unit|colleagues|consultants?|boss|reg|registrar)\b"
    r"|\bshould i\b|\bhow (?:do|can|would) i\b"
)
"""Tells of the doctor's own place, or asks what to do there: that is coaching, whatever papers are named beside it."""

_LONGEST: Final = 45


def is_of_the_reading(text: str) -> bool:
    """Whether the words ask what the publications have on something, and tell nothing of the doctor's own work."""
    bare = plain(text)
    return len(bare.split()) <= _LONGEST and bool(_ASKED.search(bare)) and not _MINE.search(bare)
