"""Which clause may be kept as an act although its verb is none that is known, and what says that there is no act."""

import re
from typing import Final

from bot.coaching.plain import OnNeed

RUN_UP: Final = OnNeed(
    r"^\W*(?:(?:so|ok|okay|right|well|um+|er+|yeah|yes|then|just|probably|prob|probs|maybe|fine|plan|step|argh|ugh"
    r"|and|but|first"
    r"|firstly|idk|hmm+|lol|basically|honestly|tbh)\b\W*)+",
    re.I,
)

NO_CLAUSE: Final = OnNeed(
    r"^\W*(?:i|i['’]\w+|im|ive|ill|id|s?he|s?he['’]\w+|shes|hes|they|they['’]\w+|theyre|it|its|it['’]\w+|we"
    r"|we['’]\w+|you|your|there|theres|that"
    r"|thats|that['’]s|this|these|those|the|my|his|her|our|their|no|not|never|nothing|nobody|none|neither|dunno"
    r"|what|whats|why|how|who|when|where|which"
    r"|is|are|was|were|am|do|does|did|can|cant|could|couldnt|should|would|will|shall|have|has|had|if|because|cos"
    r"|sorry|thanks|thank|please"
    r"|whatever|still|too|or|need|want|wanna|got|gotta|hope|wish|feel|think|thinking|god|same|pass|later|sure|great|brilliant|lovely|don['’]?t"
    r"|can['’]?t|even|also|only|as|at|on|by|in"
    r"|after|before|with|about|for|from|to|of|an?|one|two|three|all|any|some|every|both|hi|hello|dear|hang|wait"
    r"|hold|half|most|many|each|everyone|everybody|during|until|till|while|once|\d+)\b",
    re.I,
)

NAMES_ONE: Final = OnNeed(
    r"\b(?:with|w|to|for|the|my|our|her|his|him|them|a|an|about|on|re|how|what|at|in"
    r"|\[name\])\b|\[name\]",
    re.I,
)

NONE_TODAY: Final = OnNeed(
    r"\b(?:dunno|do(?:n['’]?t|nt| not) (?:really )?(?:know|wish|have (?:a|one|any)|want)|no (?:idea|clue|plan)"
    r"|not (?:sure|ready|going to lie)|need to think|have? a think|mull it over"
    r"|let me (?:think|see|check|sleep|mull|come back|get back|reflect|consider)|(?:still )?thinking about it"
    r"|sleep on it|(?:come|came|get) back to you|ask me (?:again|when|tomorrow|later"
    r"|something)|too (?:tired|knackered)"
    r"|what(?:['’]?s| is) the point|can(?:['’]?t|not) (?:think|see|plan)"
    r"|nothing (?:comes|will|works)|pass\b|skip (?:this|it)|another time|come back to)\b",
    re.I,
)

UNDECIDED: Final = OnNeed(
    r"\b(?:not|n['’]?t|never|yet to|can(?:no|['’])?t) (?:yet |really |quite |even |actually )*(?:decided?"
    r"|settled?(?: on)?"
    r"|worked? out|chosen?|fixed|made up my mind|know|sure|figured? out) (?:yet )?(?:on )?(?:what|which)"
    r"(?: (?:to do|yet|one|i['’]?ll do|i will do|it (?:is|will be|would be)|exactly|though))*\W*$"
    r"|\bnot (?:planning|doing|going to do|gonna do|intending(?: to do)?|committing to) (?:on )?(?:anything"
    r"|to do anything)\b"
    r"|\bnothing (?:planned|decided|in mind|settled)\b|\b(?:have|made|got) no plans?\b",
    re.I,
)
"""'I did not decide what', 'I'm not planning anything': what is told beside it is no act of theirs."""

HOW_THINGS_ARE: Final = OnNeed(
    r"^\W*(?!(?:who|what|how|why|where)\b)(?:[\w'’-]+ ){1,3}(?<!who )(?<!what )(?:is|are|was|were|isn['’]?t"
    r"|aren['’]?t|has"
    r"|keeps?|went|just) \w",
    re.I,
)
"""'Bed 7 is kicking off': no clause of anything to do."""

AFTERTHOUGHT: Final = OnNeed(
    r"(?<!\bwhat)(?<!\bhow)(?<!\bwhy)(?<!\bthat)(?<!\bwho)(?<!\bi)(?:\s*[,;]\s*(?:(?:which |and |as )?i )?|\s+)(?:"
    r"(?:really |prob(?:ably)? )*(?:should|shoulda|shud|shd|shld|could|ought to)(?:['’]?ve| have| of| hav|a"
    r"|n['’]?t have"
    r"| not have)? (?:done|dun|did|started|said|asked|sorted|left|waited) (?:it|this|that|so|ages|weeks|months"
    r"|long|already"
    r"|sooner|yonks)\b"
    r"|(?<=[,;] )(?:(?:but|though) )?(?:i['’]?m |i am |i['’]?ve |ive |i )?(?:still |just )?(?:not"
    r"|have(?:n['’]?t|nt| not))(?: yet)?"
    r" (?:sure|decided|worked out|certain|thought) "
    r"|(?:i['’]?ve |ive |i have )?been (?:meaning|putting (?:it|this|that) off|avoiding|dreading)\b"
    r"|(?:it['’]?s |its |it is |which is |way |long |well )+overdue\b|(?:it['’]?s |its )?(?:about"
    r"|high) time(?: too)?\W*$"
    r"|(?:and )?(?:no (?:more )?(?:excuses|dithering|messing|faffing)|come what may|wish me luck|fingers crossed"
    r"|that(?:['’]?s| is) (?:it|that|all|me|the plan|my plan)|promise|honest|end of|whatever happens"
    r"|if it kills me)\W*$"
    r"|(?:and )?(?:then )?(?:got to|gotta|have to|need to) (?:go|run|dash)\W*$"
    r")(?:(?!, and | and then |[.;] ).)*$",
    re.I | re.S,
)
"""What people put behind an act that is no part of it: 'should have done it weeks ago', 'no excuses'."""
