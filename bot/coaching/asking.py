"""The form of a question: whether it leads, or is two in one; and spelling that is American."""

import re
from typing import Final

LEADING: Final = re.compile(
    (
        r"(?:\bhave you (?:considered|thought of)|(?:^|[.?!] )have you tried|\bdon'?t you think|\bwouldn'?t it"
        r"|\bwhy (?:didn'?t|don'?t) you|\bshouldn'?t you|\bcould you perhaps|\bisn'?t it)\b"
    ),
    re.I,
)
"""Advice or blame with a question mark behind it."""

AMERICAN: Final = re.compile(
    (
        r"\b(?:behavior|organiz(?:e|ation|ing)|recogniz\w+|prioritiz\w+|color|center|favorite|realiz\w+|analyz\w+"
        r"|program(?!me)s?\b)"
    ),
    re.I,
)

_QUESTION_WORD: Final = (
    r"(?:(?:about|after|at|by|during|for|from|in|of|on|since|through|to|under|until|with) )?"
    r"(?:what|how|why|who|whose|whom|where|which|when)\b"
)
_VERB: Final = r"(?:did|do|does|is|are|was|were|will|would|could|can|should|might|may|has|have|had)\b"
_SOMEBODY: Final = r"(?:you|they|he|she|it|we|this|that|these|those|the|your|their|somebody|anybody)\b"
JOINED: Final = re.compile(
    rf", (?:and|but) (?:also |then )?{_QUESTION_WORD}(?! day\b)"
    rf"|, or {_QUESTION_WORD}(?: [\w']+){{0,2}}? {_VERB}"
    rf"|(?<=[\w'] )(?:and|but) (?:also |then )?{_QUESTION_WORD}(?: [\w']+){{0,2}}? {_VERB} {_SOMEBODY}"
    rf"|, (?:and|or|but) {_VERB} {_SOMEBODY}",
    re.I,
)
"""Behind the comma a question begins anew; what merely has two sides ('who or what', 'what you said and did') does not.
The day of a plan may be asked with it."""

QUOTED: Final = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
"""What stands in straight quotation marks, double or single."""
