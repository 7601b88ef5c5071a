"""What shows that a day that is named is none to come: whose it is, what happened on it, what is told beside it."""

import re
from typing import Final

from bot.coaching.commitments.act_words import VERB
from bot.coaching.plain import OnNeed

NO_DAY_TO_COME: Final = OnNeed(
    r"\b(?:last|his|her|their|your|every|each|most|what|which|one|a|(?<!do )(?<!try )that|about"
    r"|those|usual"
    r"|not(?: (?:at|on|by|in))?|isn['’]?t|since)\s*$",
    re.I,
)
DONE_TO_HER: Final = OnNeed(rf"\b(?:{VERB}|with|to|past|by|for|from|spk|txt) her\s*$", re.I)
"""'Bleep her tonight': the night is not hers."""

NOT_THEN: Final = OnNeed(r"\b(?:not|isn['’]?t|since)\s*$", re.I)
PLACED: Final = OnNeed(
    r"(?:on|by|at|before|after|from|until|till|in|within|first|this|next|during"
    r"|over)\b",
    re.I,
)
CONTENT: Final = OnNeed(
    r"\b(?:what|why|how|whether|who|which(?! is\b)|about|if|that(?! i\b)|difficult|hard)\b(?!\W*$)(?:(?![,;!?]"
    r"|\.\s).)*$",
    re.I,
)
WHAT_I_DO: Final = OnNeed(
    r"\b(?:what|all|the thing) i(?:['’]ll| will|['’]d| would| can| could| want to| plan to|['’]m going to)"
    r"(?: (?:do|try|start with))?(?: first| now| then)? (?:is|would be)\b",
    re.I,
)
"""'What I'll do is': the plan itself comes next, and nothing that is asked or said."""
TOLD_OF: Final = OnNeed(
    r"\b(?:i|he|she|they|we)(?:['’]ve| have| has)? (?:already |just |actually |finally |both )*(?:spoke(?:n)?"
    r"|told|rang|rung"
    r"|met|saw|seen|caught|wrote|written|sent|gave|given|brought|made)\b(?: (?!(?:and|so|but|then|i|i['’]ll|will)\b)"
    r"[\w'’]+){0,8}\s*$|\b(?:s?he|they|who)(?:['’]?(?:s|re)| is| are|ll be| will be)(?: (?:still|also|now|all"
    r"|both))* (?:on"
    r" (?:\w+ )?(?:leave|holiday|nights|call|mat leave)|away|off(?: sick)?|abroad|not (?:in|back|around|here)"
    r"|out of office)"
    r"(?: (?:un)?till?l?\b| from| on| for| all| this| next| the)*\s*$"
    r"|\b(?:i|he|she|they|we|it|who) (?:was|were|did|had|got|said(?! *$)|went)\b(?! (?:going|gonna|thinking"
    r"|planning|hoping)\b)"
    r"(?: [\w'’]+){0,5}\s*$|\bi (?!need)\w{2,}ed\b(?: [\w'’]+){0,8}\s*$"
    r"|(?:^|[,.;]\s*)(?:(?:already|just|done|yes|yeah|actually)\W+)*(?:spoke|told|rang|emailed|texted|messaged"
    r"|phoned|asked"
    r"|sent|met|saw|did|done|went)\b(?: (?!(?:and|so|but|then|i|i['’]ll|will)\b)[\w'’]+){0,6}\s*$"
    r"|\b(?:s?he|they)(?:['’]?s| is|['’]?re| are) (?:going to|gonn?a) (?!meet|see)(?:(?!(?:me|us|i|we|i['’]ll"
    r"|so|but)\b)"
    r"[\w'’]+\s+){1,8}$"
    r"|\b(?:['’]?d|would|might|could|should)(?: have|['’]?ve| of) (?:said|been|put|given|done|told"
    r"|asked)\b(?: [\w'’]+){0,6}\s*$"
    r"|\b(?:had|i['’]d|he['’]d|she['’]d) (?:\w+ )?(?:hoped|thought|planned|meant|wanted)[^.;!?]*$|\bwhich (?!is "
    r"|will be )(?:\w+ ){1,3}$",
    re.I,
)
"""What happened then, or a day told in passing: 'i was short with him on sat night', 'my nights, which end Sunday'."""

ENDS: Final = OnNeed(r"\b(?:ends|finishes|starts|begins|expires|closes|rotates|leaves)\s*$", re.I)
"""'My rotation ends in nine days'."""

OF_A_KIND: Final = OnNeed(
    r"(?:the )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)\w* (?:\w+ )?(?:mdt|clinic|round|ward round"
    r"|teaching|meeting|huddle|list|team"
    r"|afternoons?|mornings?|theatre)\b",
    re.I,
)
PLACED_BY: Final = OnNeed(
    r"\b(?:on|by|at|before|after|from|until|till|in|within|during|over|for|of|is|it['’]?s|that['’]?s|say"
    r"|then)\s+(?:(?:my|our|the|a|his|her)\s+)?$",
    re.I,
)
HOW_THINGS_ARE: Final = OnNeed(
    r"^\W*(?:(?:no|wait|sorry|well|but|and|oh|actually|because|cos|as)\W+)*(?:i['’]?m|i am|im|i['’]?d be|s?he"
    r"|they|it|we(?! (?:could|can|should|will))"
    r"|there|that|the \w+|my \w+|mrs?|dr)\b",
    re.I,
)
HABIT: Final = OnNeed(r"^(?:at |on |over )?(?:the |this )?(?:weekend|night)s?|\b(?:nights|weekends|\w+days)\b", re.I)
HOURLY: Final = OnNeed(r"\d{1,2}(?:(?:[:.]\d{2})? ?(?:am|pm)|[:.]\d{2}\b)", re.I)
OVER: Final = OnNeed(
    r"\b(?:was|were|had|did|ago|happened|made|went|stopped|started|told me|yesterday|last)\b"
    r"|\b(?!need)\w{2,}ed\b",
    re.I,
)
WHOSE_DAY: Final = OnNeed(
    r"(?:['’]?s)? (?:is |was |looks |would be |will be )?(?:(?:just|really|actually|totally|already|a bit"
    r"|now) )*(?:out\b|full\b"
    r"|(?:no|not|not so|not very) (?:good|great|use|possible|happening|going to (?:work|happen))"
    r"|won['’]?t (?:work|do|happen)"
    r"|does(?:n['’]?t| not) work|impossible|hopeless|rubbish|useless|awful|manic|mad\b|mental|chaos|carnage"
    r"|packed|rammed"
    r"|booked|taken|gone\b|too (?:busy|late|soon|early|much|full|tight|mad)|(?:a )?(?:nightmare|no[- ]go"
    r"|write[- ]?off|washout)"
    r"|my day off|hectic|chocka|dead|a bad (?:day|one))|\s+(?:team|crew|lot|people"
    r"|staff|regulars|gang)\b",
    re.I,
)
OFTEN: Final = OnNeed(
    r"^\W*(?:i think|maybe|perhaps|probably|so|ok|um+|yes|yeah|no|it['’]?s|its|it is|say|just said|said)\W+", re.I
)
