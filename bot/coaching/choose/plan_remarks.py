"""What is said beside a plan: words of leave, after which nothing more is asked, and doubt whether it will be done."""

import re
from typing import Final

from bot.coaching import opening_lines
from bot.coaching.commitments import corrections
from bot.coaching.model import State

_LED: Final = (
    r"(?:(?:ok(?:ay)?|right|yes|yeah|yep|no|nope|well|so|and|great|lovely|fine|good|brilliant|perfect|cool|actually"
    r"|i think|i guess)\b[\s,.!;:-]*)*"
)
_LEAVES: Final = re.compile(
    rf"(?:^|[.!?,;:\n])\W*{_LED}(?:many |lots of )?(?:thanks|thank (?:you|u)|thx|cheers|ta|bye|goodbye|good ?night"
    r"|see (?:you|ya)|speak soon|take care)\b(?! to\b)[^?\n]{0,40}$"
    rf"|^\W*{_LED}(?:and )?(?:that['’]?s|that is|that['’]ll|that will|thatll)(?: probably| really| just)? "
    rf"(?:it|all|me|enough|do|everything|plenty)\b(?! (?:that|i (?:can|need)))(?!\s*[:–-])[^?\n]{{0,30}}$"
    r"|\b(?:got(?:ta| to)|(?:have|need) to|must|(?:i['’]d |had )?(?:better|best)|should) (?:go|run|dash|shoot|head off"
    r"|be off|get (?:going|on)|crack on)\b(?! (?:to|and|through|over|up|down|in|into|back|with)\b)[^?\n]{0,30}$"
    r"|\b(?:let['’]?s|can we|could we|shall we|i['’]d (?:like to|rather)|i want to) (?:please )?"
    r"(?:stop|finish|end|leave it)\b(?: (?:it|here|there|now|this|at that|for (?:now|today)))*\W*$",
    re.I,
)
_DONE_HERE: Final = re.compile(
    rf"^\W*{_LED}(?:i['’]?m |im |i am |all )?(?:done|finished|sorted)(?: now| for now| here| for today)\W*"
    r"(?:thanks|thank you|cheers|ta)?\W*x*\W*$",
    re.I,
)
_NOT_AT_AN_END: Final = re.compile(r"\b(?:but|though|although|however|except|one (?:more )?thing|also)\b", re.I)
"""After a word of thanks: 'thanks, but she may refuse' goes on."""

_WAVERS: Final = re.compile(
    r"\b(?:not (?:\w+ )?(?:sure|certain|convinced)|don['’]?t (?:really )?know|do not know|no idea|doubt|unsure)\b"
    r"(?: (?:if|whether|that|how|about))?(?: it| i)?(?:['’]?ll|['’]?d| will| can| could| would| am going to| dare)\b"
    r"|\bif i (?:dare|manage|remember|get (?:the|a) (?:nerve|courage|guts|chance)"
    r"|(?:can )?(?:find|have|pluck up|work up|muster) (?:the|enough|my)? ?(?:nerve|courage|guts|energy))\b"
    r"|\bhope(?:fully)? (?:that )?i(?:['’]ll|['’]d| will| can| do| don['’]?t)\b|^\W*hopefully\b"
    r"|\bi(?:['’]ll| will|ll) (?:at least )?(?:try|attempt|see if i|aim)\b"
    r"|\b(?:probably|prob|likely|might|may|will|['’]ll) (?:just |well )?(?:not\b(?! be)|won['’]?t\b|bottle|chicken"
    r"|put it off|back out|duck|lose my nerve|cave)"
    r"|\b(?:i['’]?m|i am|bit|really|quite|so) (?:\w+ )?(?:nervous|scared|terrified|dreading|afraid)\b"
    r"|\beasier said\b|\bif i['’]?m honest\W+(?:i )?(?:doubt|probably)",
    re.I,
)
_LAST: Final = 3
"""Lines of the doctor's, the last ones, in which doubt still bears on the plan."""


def done_here(text: str) -> bool:
    """Whether somebody says that they are done for now, and tells nothing of the plan: 'done now thanks'."""
    return bool(_DONE_HERE.match(text.strip()))


def leaves(text: str) -> bool:
    """Whether a message ends the talk: thanks at its end, 'that's it', a goodbye, somebody who has to run."""
    if done_here(text):
        return True
    found = _LEAVES.search(text.strip())
    return found is not None and not _NOT_AT_AN_END.search(text[found.start() :])


def wavers(said: str) -> bool:
    """Whether the doctor has just shown doubt that they will do it, in the last lines of what they `said`."""
    return any(_WAVERS.search(line) for line in said.splitlines()[-_LAST:])


def only_asks(text: str, state: State) -> bool:
    """Whether a message after the end asks something, or answers what was asked on from it: no plan is changed by it.

    'What number do I give him on Friday' moves nothing to Friday.
    """
    if corrections.puts_right(text):
        return False
    after = state.closed or any(one.startswith("after:") for one in state.asked[-2:])
    asks = after and opening_lines.question(text) is not None
    return asks or state.expecting.startswith(("after:asked", "after:worded"))
