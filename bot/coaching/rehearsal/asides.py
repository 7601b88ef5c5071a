"""What a doctor in a rehearsal says to the coach without saying "pause": words wanted, how it goes, not like them."""

import re
from enum import StrEnum
from typing import Final

from bot.coaching.rehearsal.leaving import parts_of, spelt


class Aside(StrEnum):
    """What is said past the other person, the one to be answered first first."""

    UPSET = "upset"
    UNLIKE = "unlike"
    HOW = "how"
    WORDS = "words"


_HEAD: Final = (
    r"^[\W_]*(?:(?:ok(?:ay)?|right|so|and|but|sorry|um+|er+m*|oh|ah|no|yes|yeah|well|please|coach|help|wait"
    r"|hang on|pause"
    r"|gosh|god|what|hmm*|eh|honestly|look|actually|just|i mean|see|this is silly|seriously)[\s,?!.]+)*"
)
_TAIL: Final = (
    r"(?:[\s,]+(?:now|next|then|here|back|please|coach|first|instead|to (?:him|her|that|this)|for (?:him|her)"
    r"|about that"
    r"|so far|to start))*[\W_]*$"
)


def _clause(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{_HEAD}(?:{pattern}){_TAIL}")


_WORDS: Final = _clause(
    r"what (?:should|shall|do|can|could|would|might|am) i (?:supposed to |meant to |even )?(?:say|answer|reply|respond)"
    r"|how (?:should|shall|do|can|could|would) i (?:answer|respond|reply|respond to (?:that|this)|answer (?:that|this)"
    r"|reply to (?:that|this)|put (?:it|this|that)|say (?:it|this|that)|phrase (?:it|this|that)|word (?:it|this|that)"
    r"|come back (?:from|to) (?:that|this)|handle (?:that|this|him|her)|get past (?:that|this|him|her))"
    r"|what (?:would|should|do) you say(?= here| now| next| to (?:him|her|that))"
    r"|what would you say (?:in my place|if you were me)|what do i (?:do|say)(?= now| next)"
    r"|(?:can you )?(?:give me|i need) (?:a|some|the) (?:line|hint|help|clue|words|tip|tips|prompt)(?: to say)?"
    r"|any (?:tips|hints)|(?:i )?(?:don't know|dunno|no idea|not sure) what to (?:say|answer|reply)"
    r"(?= now| next| here| back| to (?:him|her|that))|i(?:'m| am) stuck|help me(?: out)?(?=\W*$| here| now| coach)"
)
_WHOLE_WORDS: Final = _clause(r"what (?:do i do )?now|now what|help")
_HOW: Final = _clause(
    r"how (?:am|was|were|have|did) i (?:doing|getting on|do so far|been doing|coming across|sound(?:ing)?|come across)"
    r"|am i (?:doing|getting|saying) (?:this|it|that|ok(?:ay)?|alright|well|any good)"
    r"(?: (?:right|ok(?:ay)?|well|wrong|alright))?"
    r"|did i (?:say|do|put|get|ask) (?:that|it|this) (?:ok(?:ay)?|right|well|wrong|badly|too \w+)"
)
_WHOLE_HOW: Final = _clause(
    r"was (?:that|i) (?:ok(?:ay)?|alright|all right|any good|better|too \w+)(?: or (?:not|too \w+))?"
    r"|is this going (?:ok(?:ay)?|well|badly)"
)
_THEY: Final = r"(?:he|she|they|my (?:\w+ )?\w+|the (?:\w+ )?\w+|a real \w+|real \w+|nobody|no one|\[name\])"
_UNLIKE: Final = _clause(
    rf"{_THEY}(?: would| wouldn't|'d| does| doesn't| don't)? (?:would never|wouldn't|would not|never|not|doesn't"
    rf"|don't|does not|won't|never) (?:ever |actually |really )?"
    r"(?:say|says|talk|talks|speak|speaks|react|answer|reply|be|sound|behave|put it)(?: (?:that|this|it))?"
    r"(?: (?:like|as) (?:that|this)| so \w+| that way| this way| any of (?:that|this))?"
    r"|(?:that|this|it)(?:'s| is| was)(?: really| just)? not (?:like|how|what) (?:him|her|them)"
    rf"(?: (?:at all|talks?|speaks?|is|are|would(?: say| be| talk)?))?"
    rf"|(?:that|this|it)(?:'s| is| was) not (?:how|what) {_THEY}(?:'d| would)? (?:talks?|speaks?|says?|is|are|be|react)"
    r"(?: like)?|(?:he|she|they)(?:'s| is|'re| are) (?:nothing like (?:that|this)|(?:much |far |a lot )?(?:nicer|ruder"
    r"|meaner|colder|quieter|louder|harder|softer|sharper|shorter|kinder)(?: than (?:that|this))?)"
    r"|(?:that|this|it)?(?: just| really)? ?(?:makes? no sense|made no sense|doesn't make (?:any )?sense"
    r"|didn't make (?:any )?sense)(?: at all)?"
    r"|(?:that|this|it)(?:'s| is| was)(?: just| all| complete| so| really)? (?:nonsense|gibberish|boring"
    r"|unrealistic|silly"
    r"|weird|daft)|(?:that|this|it)(?:'s| is| was)(?:n't| not)(?: very| at all)? (?:realistic|believable"
    r"|my name|her name|his name)"
    r"|i (?:didn't|did not|never) say (?:that|this|anything)(?: to (?:him|her|them))?"
    r"|(?:that|this) (?:isn't|is not|wasn't) what i (?:said|wrote|typed)"
)
_NOT_YOU: Final = re.compile(
    rf"{_HEAD}you(?:'re| are| aren't| sound|'re supposed to be|'re meant to be)(?: meant| supposed)?(?: to be)?"
    r"(?: not| nothing)(?: like)? (?:(?:the|my|our|a|an|being) )?[\w\[\]' ]{2,30}$"
)
_OF_THE_PERSON: Final = re.compile(
    r"\bnot (?:like )?(?:\w+ing\b|wrong|right|sure|happy|alone|the only|the one|the first|a bad|a problem|to blame|well"
    r"|there|here|on|in|at|able|fair|nice|safe|well|yourself|ok|okay|ready|allowed|supposed|my (?:boss|mother|friend)"
    r"|so|very|really|too|as|\w+ed\b|convinced|keen|going)\b"
)
"""Said of how somebody is, not of who they are."""

_UPSET: Final = re.compile(
    r"\bi(?:'m| am| keep)(?: \w+){0,2} (?:crying|in tears|tearful|shaking|panicking|welling up|in bits|sobbing)\b"
    r"|\bi feel (?:sick|panicky|shaky|tearful|really upset|horrible|awful) (?:doing|saying|with|even|just)\b"
    rf"|{_HEAD}(?:sod|screw|stuff|bugger|damn) (?:it|this)(?: all)?\b(?!.*\byour?\b)"
    rf"|{_HEAD}i (?:really |absolutely |kind of )?hate (?:this|doing this|it)(?: so much)?[\W_]*$"
    r"|\bthis is (?:really |so |too )?(?:upsetting|making me (?:cry|upset|anxious|panic|feel))"
)


def asides(text: str) -> frozenset[Aside]:
    """What of a message is for the coach; none where it is all for the other person."""
    parts, whole = parts_of(text), spelt(text)
    found = set()
    if _UPSET.search(whole) or any(_UPSET.search(one) for one in parts):
        found.add(Aside.UPSET)
    if any(_UNLIKE.match(one) or _denies(one) for one in parts):
        found.add(Aside.UNLIKE)
    if any(_HOW.match(one) for one in parts) or _WHOLE_HOW.match(whole):
        found.add(Aside.HOW)
    if any(_WORDS.match(one) for one in parts) or _WHOLE_WORDS.match(whole):
        found.add(Aside.WORDS)
    return frozenset(found)


def _denies(part: str) -> bool:
    """Whether the coach is told that it is not whom it plays: 'you're not Karen'."""
    return bool(_NOT_YOU.match(part)) and not _OF_THE_PERSON.search(part)
