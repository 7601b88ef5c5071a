"""Words to the coach in the middle of a rehearsal: pause, go on, again, and what is said to the coach meanwhile."""

import re
from typing import Final

from bot.coaching.plain import plain
from bot.coaching.rehearsal.asides import asides
from bot.coaching.rehearsal.leaving import leaves, parts_of, spelt

_POLITE: Final = r"(?:(?:ok(?:ay)?|right|sorry|actually|please|um+|er+m*|so|well|yes|coach|no)[\s,.]+)*"
_AFTER: Final = (
    r"(?:[\s,.]+(?:please|now|here|there|thanks|thank you|coach|for now"
    r"|(?:for )?a (?:moment|minute|second|sec)))*"
)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^[\W_]*{_POLITE}(?:{pattern}){_AFTER}[\W_]*$", re.I)


_PAUSE: Final = _whole(
    r"pause(?: it| the (?:rehearsal|practice))?|time[- ]?out|hang on|hold on|wait(?: a (?:moment|minute|second|sec))?"
    r"|(?:can|could|may) i ask you(?: something| a question)?(?: as (?:my |the )?coach)?|(?:can"
    r"|could) we pause(?: it)?|let'?s pause(?: it)?"
    r"|one (?:moment|second|sec|minute)|help|i(?:'m| am) stuck|step out"
)
_TO_COACH: Final = re.compile(
    r"^[\W_]*(?:coach\s*[,:]|(?:pause|time[- ]?out|hang on|hold on)\s*[,:.;-]\s*\S|(?:can|could"
    r"|may) i ask you,? (?:the |my )?coach\b"
    r"|(?:pause|time[- ]?out)\b.{0,80}\?$|to (?:the|my) coach\b)",
    re.I,
)
_BACK: Final = _whole(
    r"go on|resume|continue|carry on|keep going|unpause|(?:let'?s )?(?:go |get |let'?s go "
    r"|let me go )?back(?: (?:in|to (?:him|her|them|it|the \w+(?: \w+)?|my \w+(?: \w+)?)))?"
    r"|(?:i(?:'m| am) )?ready|let'?s (?:go on|continue|carry on|resume|go back(?: in| to (?:him|her|them|it))?)"
    r"|play on|in again"
)
_AGAIN: Final = _whole(
    r"(?:let me |can i |could i |i(?:'d| would) like to |i(?:'ll| will) |i want to )?(?:try|do|say|redo|take"
    r"|have) (?:that|it|the last (?:line|one|bit)|my last line|that (?:line|one|last (?:line|bit)))"
    r"(?: (?:line|one|last line))?(?: (?:again|back|over|once more|another go|differently|one more time))"
    r"|again|redo(?: (?:that|it|the last line))?|once more|one more (?:go|time)|undo|(?:have )?another go|try again"
    r"|let me try again|can i try again"
    r"|rewind|take two|let me (?:rephrase|start again with) that|i(?:'d| would) like another go|can i have another go"
)
_PAUSE_LAST: Final = _whole(r"pause(?: it)?|time[- ]?out")
_BESIDE: Final = re.compile(
    r"^[\W_]*(?:(?:ok(?:ay)?|right|sorry|no|ha+|haha|fair enough|oops|damn|argh|ugh|yes|yeah|that was (?:bad"
    r"|wrong|awful"
    r"|rubbish|too \w+|nonsense)|i didn't mean (?:that|it)|not like that|i messed (?:that|it) up|wait|actually)\W*)+$"
)
_LOOK: Final = _whole(
    r"(?:yes|yeah|yep|sure|go on|ok(?:ay)?|please|look|look at it|how (?:it|did it) (?:went|go)|(?:(?:let'?s"
    r"|let me|i'?d like"
    r" to|i want to|can we|we can|shall we|yes)[\s,]+)*(?:look|see|hear|have a look|debrief)(?: (?:at )?(?:it|how (?:it"
    r"|that|i) (?:went|did)))?|how did (?:it|that|i) (?:go|do)|debrief|tell me|the first(?: one)?)"
)
_LEAVE_IT: Final = _whole(
    r"(?:no|nope|nah|leave|leave it(?: for today| there)?|let'?s leave it(?: there| for today)?|not today|another time"
    r"|later|not now|maybe later|no thanks?|thanks?|thank you|bye|goodbye|the second(?: one)?|home|bed)"
)
_THEIR_WORDS: Final = re.compile(
    r"\b(?:he|she|they|my \w+|the \w+)(?:'d| would|'ll| will)? (?:just |probably |more likely |more like |normally "
    r"|actually |always )*(?:say|says|go|goes|tell me|answer)(?: something like)?[\s,:]+"
    r"(?P<mark>[\"'“])?(?P<said>\S.*)$",
    re.I,
)
_THIRD: Final = re.compile(r"^that\b|\b(?:he|she|they|his|her|their|he's|she's)\b", re.I)
_MOST_OF_THEIRS: Final = 30
_OF_THE_COACH: Final = re.compile(
    r"\bwhat do you (?:think|mean|suggest|reckon)\b|\bdo you (?:think|mean|reckon) (?:i|he|she|they|that)\b"
    r"|\bcan you (?:help"
    r"|explain|give|tell me)\b|\byou (?:said|mean|keep|think)\b|\bthank(?:s| you)\b|\b(?:coach|rehearsal|the other)\b"
    r"|\b(?:he|she|they)(?:'d|'s| is| was| would| will|'ll|'re| are)\b"
)
_WHAT_TO_SAY: Final = re.compile(
    r"\b(?:what (?:do|should|would|could|can|shall) (?:i|you) (?:say|ask|do|try)|how (?:do|should|would|could|can) i"
    r"|give me|any (?:ideas|tips|advice|suggestions)|just tell me|help me|what would you)\b",
    re.I,
)


def pauses(text: str) -> bool:
    """Whether the doctor steps out for a moment, to think with the coach; "pause" may come after other words, too."""
    said = spelt(text)
    if _PAUSE.match(said) or _TO_COACH.match(said):
        return True
    parts = parts_of(text)
    return bool(parts) and bool(_PAUSE_LAST.match(parts[-1]))


def goes_back(text: str) -> bool:
    """Whether a doctor who has stepped out steps in again."""
    return bool(_BACK.match(spelt(text)))


def takes_back(text: str) -> bool:
    """Whether the last line is to be tried once more, be it said after a complaint."""
    parts = parts_of(text)
    beside = parts[:-1] if parts and _AGAIN.match(parts[-1]) else None
    if beside is None:
        return bool(_AGAIN.match(spelt(text)))
    return all(_BESIDE.match(one) or asides(one) for one in beside)


def wants_to_look(text: str) -> bool:
    """Whether somebody who has left wants to hear how it went after all."""
    return bool(_LOOK.match(spelt(text)))


def leaves_it(text: str) -> bool:
    """Whether somebody who has left wants to leave it at that."""
    return bool(_LEAVE_IT.match(spelt(text))) or leaves(text, to_coach=True) is not None


def their_words(text: str) -> str:
    """The words that the other would rather have said, where the doctor gives them: "she'd say it's not my job"."""
    found = _THEIR_WORDS.search(" ".join(text.replace("’", "'").split()))
    said = found["said"].strip(" \"'“”") if found else ""
    reported = found is not None and not found["mark"] and bool(_THIRD.search(said))
    return "" if reported or not 1 < len(said.split()) <= _MOST_OF_THEIRS else _as_said(said)


def _as_said(words: str) -> str:
    ended = words if words.endswith((".", "?", "!")) else f"{words}."
    return ended[:1].upper() + ended[1:]


def asks_what_to_say(text: str) -> bool:
    """Whether the coach is asked for words."""
    return bool(_WHAT_TO_SAY.search(plain(text)))


def asks_the_coach(text: str) -> bool:
    """Whether words with a "you" in them, said in a pause, are for the coach: "what do you think?"."""
    return asks_what_to_say(text) or pauses(text) or bool(_OF_THE_COACH.search(spelt(text)))
