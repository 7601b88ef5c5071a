"""The moves that no chat model words, each with the reason: what they say has to be said exactly so."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_SAFETY: Final = "where somebody may be in danger, every word is written and tested beforehand"
_DECLINES: Final = "what the coach does not do is said in fixed words, so that nobody can talk it round"
_CLAIMS: Final = "what it says of the coach itself, and of what is kept, has to be true to the letter"
_RECORD: Final = "it says back what is kept of the plan, and has to say that and nothing else"

NEVER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "safety_route": _SAFETY,
        "safety_check_in": _SAFETY,
        "safety_stay": _SAFETY,
        "safety_all_clear": _SAFETY,
        "decline_clinical": _DECLINES,
        "decline_injection": _DECLINES,
        "redirect": _DECLINES,
        "about": _CLAIMS,
        "review_draft": "its remarks are rules about the draft that was pasted in, and hold no more than these found",
        "ask_draft": "it asks for the words, and there is nothing yet to take up",
        "rehearse_set_up": "it says who is there and how to stop, and has to say that and nothing else",
        "rehearse_pause": "the place in the rehearsal is kept, and what is said of it has to be true",
        "rehearse_line": "the other person's line is voiced by itself, held to the character and not to the coach",
        "rehearse_next": "after a rehearsal it leads on to the real conversation, in one plain question",
        "rehearse_debrief": "it says back what was said, word for word, and counts it",
        "greet": "there is nothing yet to take up",
        "close": _RECORD,
        "after_closed": _RECORD,
        "end": "who wants to stop is let go at once, with where they stood",
    }
)
