"""Whether the doctor wants out of a rehearsal, in any words, and whether they leave tired, upset or called away."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.coaching.plain import plain
from bot.coaching.rehearsal.spelling import mended

_KNOWN: Final = frozenset({"stop", "finish", "enough", "again", "pause", "rehearsal", "debrief", "practice"})
_NEVER: Final = frozenset(
    {"step", "shop", "slop", "stoop", "strop", "story", "spot", "agin", "pauses", "paused", "pass"}
)
_SPLIT: Final = re.compile(r"([.?!;,\n]+|\s[-–—]+\s)")

_KIND_WORD: Final = (
    r"(?:ok(?:ay)?|k|right|alright|all right|yes|yeah|yep|no|nope|nah|sorry|actually|please|pls|plz|well|so|um+"
    r"|er+m*|oh|ah"
    r"|coach|thanks(?: (?:very much|a lot|so much))?|thank you(?: (?:very much|so much))?|cheers|ta|great|lovely|good"
    r"|brilliant|cool|fine|perfect|and|but|look|just|god|gosh|ugh|argh|hmm*"
    r"|(?:that|this|it)(?:'s| is| was|'s been)(?: all| very| really| so)? (?:great|good|helpful|useful|fine|ok(?:ay)?"
    r"|alright|brilliant|lovely|interesting))"
)
_HEAD: Final = rf"(?:{_KIND_WORD}[\s]+)*"
_TAIL: Final = (
    rf"(?:\s+(?:{_KIND_WORD}|now|here|there|today|tonight|for (?:now|today|tonight|the moment)|then|a (?:moment|minute"
    r"|bit)|(?:for )?a (?:moment|minute|second|sec)|if that'?s ok(?:ay)?))*"
)
_PLAY: Final = (
    r"(?:the |this )?(?:rehears(?:al|ing)|practi[cs](?:e|ing)|role[- ]?play(?:ing)?|game|act(?:ing)?|simulation|session"
    r"|exercise|conversation|whole thing|pretending|playing)|all of (?:it|this)|being (?:him|her|them|my \w+|the \w+)"
)
_ENDS: Final = (
    r"(?:stop|end|finish|quit|leave (?:it|this)|wrap (?:it |this )?up|call it a day|pack (?:it|this) in|debrief)"
)
_MAY: Final = (
    r"(?:(?:can|could|shall|may|should|must) (?:we|i|you)|let'?s|let me|(?:i|we)(?:'d| would)? (?:just "
    r"|really )*(?:want"
    r"|like|need|wanna|prefer|have got|'ve got|have) ?(?:to|you to)?|i(?:'m| am) going to|i(?:'ll| will)|i think"
    r" (?:i'll|we should|we can|i want to|i need to)|we (?:can|could|should)|i said|i mean|please|can you)"
)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^[\W_]*{_HEAD}(?:{pattern}){_TAIL}[\W_]*$")


_STRONG: Final = _whole(
    rf"{_MAY} (?:just |please )*{_ENDS}(?: me)?|(?:{_MAY} )?(?:just )?{_ENDS} (?:{_PLAY})|stop(?: stop)+"
    rf"|i(?:'d| would)? rather (?:{_ENDS}|not (?:go on|carry on|continue))|(?:get|let) me out(?: of (?:this|here|it))?"
    r"|no more(?: of this)?|end scene"
)
"""Words that can only be about the rehearsal."""

_WEAK: Final = _whole(
    rf"stop(?: (?:it|this|that))?|end(?: it)?|finish(?:ed)?|quit|exit|debrief(?: me)?|bye(?: bye)?|goodbye"
    rf"|{_MAY} {_ENDS} (?:it|this|that)|(?:that|it)(?:'s| is| will be|'ll be)(?: quite| more than)? (?:enough|it|all"
    r"|plenty|me(?: done)?)|(?:that|it)(?:'ll| will) do(?: me)?|enough|i(?:'m| am) (?:done|finished|out)|all done"
    r"|we(?:'re| are) done|how did i do|(?:let'?s )?leave it(?: there| here| at that)?|(?:let'?s )?call it a day"
)
"""Words that could be said to somebody, too."""

_GOT_IT: Final = _whole(
    r"i (?:think |reckon )?i(?:'ve| have) got (?:it|that|what i need(?:ed)?)|i(?:'ve| have) got (?:it"
    r"|what i need(?:ed)?)|i know what to say"
)
_THANKS: Final = re.compile(r"\b(?:thanks|thank you|cheers|ta)\b")
_CALLED: Final = _whole(
    r"(?:i(?:'ve| have|'m)? )?(?:just )?(?:been |got |getting |being )?(?:bleeped|paged|called away|called)(?: away)?"
    r"|(?:i(?:'ve| have) )?(?:got |have |need |had |gotta |must |should )?(?:to )?(?:go|dash|run|shoot|rush off|be off)"
    r"(?: (?:now|to (?:a |an |the )?(?:crash|arrest|resus|ward|theatre|bleep|handover|emergency)(?: call| bleep)?|crash"
    r"(?: bleep| call)?|arrest(?: call)?|bleep|my bleep.*|back later|sorry))*"
    r"|i (?:have|need|ought) to (?:go|dash|run|leave)(?: (?:now|to (?:a |an |the )?(?:crash|arrest|resus|ward|theatre"
    r"|bleep|handover|emergency)(?: call| bleep)?|crash(?: bleep| call)?|arrest(?: call)?|bleep))*"
    r"|gtg|g2g|brb|(?:crash|arrest) (?:bleep|call)|my (?:bleep|pager|phone)(?:'s| is) going(?: off)?"
    r"|(?:they|the ward) needs? me|(?:i(?:'ll| will) )?(?:be )?back (?:later|soon|in a bit)|(?:got|have) a crash call"
)
_BARE_GO: Final = re.compile(r"^\W*(?:go|run|dash|called|i called|i'?m called)\W*$")
_NO_MORE: Final = _whole(
    r"i(?:'ve| have) had (?:more than )?enough(?: of (?:this|it))?|i (?:don't|do not|dont) (?:want|wanna"
    r"|feel like|like)"
    r" (?:to )?(?:(?:do|doing|be doing|play|playing|carry|carrying|keep|go|going|continue)\b ?(?:on|going"
    r"|with)? ?(?:this"
    r"|it)?)? ?(?:any ?more|now)?|i (?:can't|can not) (?:do|face|bear|take) (?:this|it|any more of this)"
    r"(?: any ?more| now| right now| today)?|i give up|forget (?:it|this)|not today|i(?:'ve| have| am"
    r"|'m)? gone off (?:it"
    r"|this|the idea)|(?:this|that) is(?:n't| not) for me"
)
"""Words that end it and say why: whoever says them has had enough of it."""

_LOW: Final = re.compile(
    r"\b(?:tired|knackered|exhausted|shattered|done in|drained|worn out|too late|been up|no sleep|post[- ]nights?)\b"
    r"|\bi (?:really )?hate (?:this|it)\b|\b(?:crying|in tears|upset|upsetting|horrible|awful|too hard|too much|hurts"
    r"|making me feel)\b|\bnot (?:helping|helpful|working)\b|\bgone off\b|\bhad enough\b|\bi feel (?:sick|worse|awful"
    r"|rubbish|stupid)\b|\b(?:pointless|sod (?:it|this)|stupid|rubbish)\b|\bbleep(?:ed)?\b|\bi can'?t\b"
)
_STOPS_FIRST: Final = re.compile(
    rf"^[\W_]*{_HEAD}stop(?: (?:there|here|now))?\W+(?:i (?:sound|feel|hate|am|can't|don't (?:like|want|think)|need"
    r"|want to)|i'm(?! (?:not|still|speaking|talking|trying))|i've (?:got|gone|had|lost)|this (?:is|isn't)"
    r"|it(?:'s| is))\b"
)
_TO_THEM: Final = re.compile(r"\b(?:you|your|yours|you're|you've|you'd|u|ur)\b")
_TELLS_THEM: Final = re.compile(
    rf"^\W*{_HEAD}(?:listen|hear|let me|think|tell|wait|look at|give|answer|stop \w+ing|leave)\b"
)
_MOST_BESIDE: Final = 12


class Leave(StrEnum):
    """How the doctor leaves: to hear how it went, or because they cannot or will not go on."""

    STOP = "stop"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class _Part:
    said: str
    asked: bool


def spelt(text: str) -> str:
    """A message in one spelling, with the words that steer a rehearsal put right."""
    return mended(plain(text), _KNOWN, _NEVER)


def parts_of(text: str) -> tuple[str, ...]:
    """A message's clauses in that spelling."""
    return tuple(one.said for one in _parts(text))


def leaves(text: str, *, to_coach: bool = False) -> Leave | None:
    """Whether a message ends the rehearsal, and how; `to_coach` where it cannot be meant for the other person."""
    parts = _parts(text)
    if not parts or not _ends(parts, spelt(text), to_coach=to_coach):
        return None
    low = any(_LOW.search(one.said) or _NO_MORE.match(one.said) or _is_called(one.said) for one in parts)
    return Leave.LEFT if low else Leave.STOP


def _ends(parts: tuple[_Part, ...], whole: str, *, to_coach: bool) -> bool:
    rest = [one for one in parts if not _is_end(one.said) and not _is_courtesy(one.said) and not _LOW.search(one.said)]
    addressed = [
        one for one in (*rest, *(each for each in parts if _LOW.search(each.said))) if _TO_THEM.search(one.said)
    ]
    if not to_coach and any(_TELLS_THEM.match(one.said) for one in rest):
        return False
    asks_them = any(one.asked for one in addressed)
    if any(_STRONG.match(one.said) or _is_called(one.said) for one in parts) or _STRONG.match(whole):
        return to_coach or not asks_them
    if to_coach and any(_is_end(one.said) for one in parts):
        return True
    few = sum(len(one.said.split()) for one in rest) <= _MOST_BESIDE
    if any(_WEAK.match(one.said) or _NO_MORE.match(one.said) for one in parts):
        return few and not addressed and not any(one.asked for one in rest)
    if any(_GOT_IT.match(one.said) for one in parts):
        return not rest and bool(_THANKS.search(whole))
    return bool(_STOPS_FIRST.match(whole) or _WEAK.match(whole) or _NO_MORE.match(whole)) and not _TO_THEM.search(whole)


def _parts(text: str) -> tuple[_Part, ...]:
    pieces = _SPLIT.split(text)
    said = ((spelt(one), "?" in mark) for one, mark in zip(pieces[::2], [*pieces[1::2], ""], strict=True))
    return tuple(_Part(one, asked) for one, asked in said if re.search(r"\w", one))


def _is_end(said: str) -> bool:
    patterns = (_STRONG, _WEAK, _NO_MORE, _GOT_IT)
    return any(one.match(said) for one in patterns) or _is_called(said)


def _is_called(said: str) -> bool:
    return bool(_CALLED.match(said)) and not _BARE_GO.match(said)


def _is_courtesy(said: str) -> bool:
    return bool(re.fullmatch(rf"[\W_]*{_HEAD}{_KIND_WORD}?[\W_]*", said))
