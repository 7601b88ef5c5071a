"""Courtesy, fellow feeling and plain questions: what a reader of single sentences takes for more or less than it is."""

import re
from typing import Final

HEDGED: Final = re.compile(
    r"^\W*(?:(?:so|and|but|ok(?:ay)?|well|um+|sorry|then)\W+)*(?:do you (?:reckon|think|suppose|feel)"
    r"|would you say|is there"
    r"|would it|could it|might it|is it|would there) .*\b(?:possible|manageable|doable|feasible|realistic"
    r"|any (?:way|chance|room"
    r"|give|scope)|work for you|be ok(?:ay)?|all right|alright|help(?: you)?|make (?:it|things) easier)\b[^.!]*\?"
)
PLAIN_ONE: Final = re.compile(
    r"^\W*(?:(?:so|and|but|ok(?:ay)?|well|um+|sorry|then)\W+)*(?:do you (?:have|get|use)"
    r"|are there|have you (?:had|got)) (?!(?:any idea|to\b|got to|better|nothing|no\b))[^.!]*\?$"
)
HURRIES: Final = re.compile(r"\bwhen (?:can|could|will|are) you (?:going to )?(?:start|stop|begin|sign|agree|do it)\b")

FOR_THEM: Final = re.compile(
    r"\bsorry (?:to hear|(?:that )?(?:you|it|this|that) (?:had|went|happened|was|were|has|have|went through)|for you"
    r"|you (?:had|went|were))\b|\bthat must have been\b|^\W*(?:that|this|it)? ?(?:sounds|was|must be) (?:really "
    r"|so |very"
    r" )?(?:hard|awful|horrible|lonely|tough|rough|difficult|frightening|exhausting)\b|\bwas (?:it"
    r"|that) (?:very |really )?"
    r"(?:hard|difficult|awful|lonely|frightening) for you\b|\bthank you for (?:telling|trusting|saying)\b"
    r"|\bhow (?:awful|horrible|hard)\b|\bpoor you\b|\bare you (?:ok|okay|alright|all right)\b"
)
"""Said out of feeling for the other: no apology, and nothing to be held against anybody."""

COURTESY: Final = re.compile(
    r"^\W*(?:(?:hi|hello|um+|er+m*|oh|hey)\W+)*(?:i'm )?sorry(?:,)? (?:to (?:bother|catch|interrupt|disturb"
    r"|trouble|ask|chase"
    r"|grab|keep)|i know (?:you(?:'re| are)|it's|this is|that you(?:'re| are))|(?:for"
    r"|about) (?:the (?:interruption|short"
    r" notice|late)|bothering|interrupting|disturbing|being a pain)|if (?:this|it|now) is)"
)
"""Manners at the door: no fault is owned by them."""

DENIES_IT: Final = re.compile(
    r"\bi(?:'m| am) not (?:unsure|sorry|wrong|apologi[sz]ing|the one who|in doubt|going to apologi[sz]e)\b"
    r"|\bnot my (?:fault|mistake|problem)\b|\bi(?:'ve| have) (?:no|nothing to) (?:doubts?|apologi[sz]e)\b"
    r"|\bi didn't (?:do|get) anything wrong\b"
)
OWNS: Final = re.compile(
    r"\b(?:i|i'm|i've|i'd|i'll|me|my|mine|myself|sorry|apologi\w+|we|we've|our|ours|us)\b(?!.*\b(?:angry|cross"
    r"|furious|annoyed"
    r"|livid) (?:about|at|with|that)\b)"
)
"""Without a word of oneself nothing of oneself is owned."""
