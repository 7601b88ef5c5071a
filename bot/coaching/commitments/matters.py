"""What the doctor came with: the sentence of an opening that says what it is about."""

import re
from typing import Final

from bot.coaching.commitments.sentences import cut, sentences
from bot.coaching.plain import OnNeed

_MOST: Final = 16
_FEWEST: Final = 4
_LEAD_IN: Final = OnNeed(
    r"^\W*(?:(?:hi|hello|hey|hiya|sorry|so|right|well|ok|okay|um+|er+|good (?:morning|evening|afternoon)|just"
    r"|basically|honestly|bit of a weird one"
    r"|dunno where to start)\b\W*)+",
    re.I,
)
_BESIDE: Final = OnNeed(
    r"\b(?:right place|is for here"
    r"|haha|lol|joking|kidding|cursed|discuss|congratulate me|convince me|talk me (?:out|into)|any (?:tips"
    r"|thoughts|ideas|advice)|thoughts|need to talk"
    r"|wrong words|sorry to (?:trouble|bother)|quick (?:one|question)|can i ask|help me|might be silly"
    r"|not (?:actually )?that funny|this is going to sound"
    r"|long story|i['’]?m (?:an? )?(?:only )?(?:an? )?(?:f[12]|st\d|sho|reg|registrar|ct\d)\b(?! (?:and|who|on))"
    r"|what(?:['’]s| is) the secret|bad at maths"
    r"|bit of a (?:wake|plonker)|where to (?:start|begin)|have you got a minute|am i\b)|\?\s*$|^\W*\(",
    re.I,
)
_GRADE: Final = (
    r"(?:f[12y]\d?|st ?\d|ct ?\d|sho|reg|registrar|cons|consultant|gp|trainee|fellow|an(?:a)?esthetist|surgeon"
    r"|psychiatrist"
    r"|physician|doctor|junior|paediatrician|obstetrician|lead|sas|specialty doctor)"
)
_WHO_THEY_ARE: Final = OnNeed(
    rf"^\W*(?:(?:i['’]?m|i am|im|a|an|the|new|this is)\s+)*(?:[\w&/-]+\s+){{0,3}}?{_GRADE}\b(?:\s+(?:in|at|on"
    rf"|for|of|from|here)\b"
    r"(?:(?!\b(?:who|and|but)\b)[^.])*|\s*\d*|\s*[,(][^.]*\b(?:months?|years?|weeks?) in\b[^.]*|\s+(?:[a-z]+ist"
    r"|surgeon|here))?\W*$",
    re.I,
)
_META: Final = OnNeed(
    r"\b(?:told to (?:try|use|do|have|come)|(?:said|suggested|recommended|told me|thought)\b.*\b(?:have a go"
    r"|try(?:ing)? (?:this|it|you)"
    r"|use (?:this|it)|give (?:this|it) a)|trying this|first time (?:using|here|on)|never (?:used|done) (?:this"
    r"|one of)|dunno (?:what|how) (?:this|to)"
    r"|how does this work|is this (?:thing|the)|testing|here goes)\b",
    re.I,
)
_TROUBLE: Final = OnNeed(
    r"\b(?:no|not|never|nobody|no one|none|nothing|only|but|wrong|error|mistake|bad|fair|stuck|late|lost|worse|fell"
    r"|walked|refus\w*|ignor\w*|complain\w*|shout\w*|silent"
    r"|quiet|says no|angry|scared|without|too|always|keeps?|problem|hate|against)\b|n['’]t\b|\bnt\b",
    re.I,
)


def matter(text: str) -> str:
    """The sentence of an opening that says what it is about: no greeting, preamble, joke or question to the coach."""
    fit = [
        (number, words)
        for number, one in enumerate(sentences(text))
        if (words := cut(_LEAD_IN.sub("", one), _MOST))
        and _FEWEST <= len(words.split()) <= _MOST + _FEWEST
        and not (_BESIDE.search(one) or _META.search(one) or _WHO_THEY_ARE.match(_LEAD_IN.sub("", one)))
    ]
    best = max(fit, key=lambda one: bool(_TROUBLE.search(one[1])) - 0.4 * one[0], default=(0, ""))
    return best[1]
