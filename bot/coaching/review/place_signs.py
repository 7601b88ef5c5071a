"""Signs by which a draft as a whole is known: what is grave, what is listed, what asks, what takes back."""

import re
from typing import Final

OWN: Final = re.compile(
    r"(?:^|[,;] |\band |\bbut |\bso )(?:i|we)(?:['’]\w+)? (?:[\w'’]+ ){0,7}(?:always|never|repeatedly)\b", re.I
)
"""What the doctor says of themselves."""

HEAVY: Final = re.compile(
    r"\b(?:frighten\w*|scared|unsafe|not safe|panic alarm|alarm (?:did|does|was|had|is)|came to harm|harmed|died|dying"
    r"|death|fell|faint\w*|injur\w*|needlestick|hit (?:my|her|his) head|without a break|no break|assault\w*|attacked"
    r"|hit (?:me|her|him)|collapsed|near miss|(?:swab )?count was wrong|told (?:me|us|her|him) to (?:be quiet"
    r"|shut up|leave it)|no pain (?:relief|killer)|without (?:pain relief|oxygen"
    r"|insulin)|broken hip|fractur\w+|bled|bleeding|wrong (?:dose|drug|patient|side|site)"
    r"|nobody (?:came|answered|was there)|no one (?:came|answered)|alone with|arrest(?:ed)?|deteriorat\w+|crying"
    r"|in tears|suicid\w+|sepsis|septic|overdose)\b",
    re.I,
)
"""What outweighs whatever stands around it."""

LISTED: Final = re.compile(
    r"\b(?:secondly|thirdly|fourthly|fifthly|a (?:number|few|couple) of (?:matters|things|points|issues)"
    r"|several (?:matters"
    r"|things|points|issues)|(?:also|and) (?:while|whilst) i|while i(?:['’]m| am)|another thing|one (?:more"
    r"|other) thing"
    r"|by the way|btw"
    r"|p\.?s\.?|lastly|finally|on another note|separately|in other news|oh and|also|quick update|update from)\b"
    r"|\n\s*(?:[-•*]|\d[.)])",
    re.I,
)
"""What shows that a text takes up one thing after another."""

SMALL: Final = re.compile(
    r"\b(?:hope you|hope (?:all|your)|weather|holiday|coffee|parking|car park|canteen|lockers?|printer|kettle|fridge"
    r"|mess|rota|biscuits?|sandwich\w*|the (?:room|chairs?|induction|library|teaching) (?:is|was|were|are)|great|lovely"
    r"|nice)\b",
    re.I,
)
"""What people write of beside what matters."""

TOLD: Final = re.compile(
    r"\bfor (?:information|noting|note)\b|\bto (?:inform|note|be informed)\b|\b(?:data |case )?presentation\b"
    r"|\bupdates?\b|\bimplementation\b|['’]s (?:thoughts|vision|update|view)\b|\breport from\b"
    r"|\b(?:expectations|announcement|launch|roll[- ]?out|vision|new (?:rules?|policy|process|start|standard"
    r"|template))\b"
    r"|\bto (?:have|prepare|use|complete|attend|be (?:used|implemented|introduced))\b|\bagree (?:the |my |our "
    r"|a )?new\b",
    re.I,
)
"""Items of an agenda to which nobody is expected to say anything."""

CERTIFICATES: Final = re.compile(
    r"\b(?:certificates?|portfolio|arcp|courses?|e-?learning|modules?|evidence for|pieces of evidence|cv|reflections?"
    r"|sign(?:ed)? off|tick|dops|mini-?cex|cbds?|msf|publications?|poster presentation)\b",
    re.I,
)
OTHERS: Final = re.compile(
    r"\b(?:patients?|famil(?:y|ies)|relatives|nurs\w+|juniors?|f1s?|team|colleagues?|ward|clinic|handover|people"
    r"|they|them|someone|students?)\b",
    re.I,
)
ASKS: Final = re.compile(
    r"\?|\b(?:please|pls|plz|kindly|could (?:you|u|we|i|someone|anyone|the)|can (?:you|u|we|i|someone|anyone|whoever)"
    r"|would you|let me know|lmk|tell (?:me|us)|i(?:['’]?d| would)? (?:like|love|need|want|request|ask|suggest|propose"
    r"|be grateful)|i am asking|i['’]m asking|we(?:['’]?d| would)?(?: therefore| now)? (?:like|love|need|want|request"
    r"|ask|propose|suggest)"
    r"|asking (?:for|you)|happy to|welcome|join|come along|ring|call|e-?mail me|reply|confirm|send|bring|grateful if"
    r"|any(?:one|body) (?:free|fancy|able|want)|proposal|recommend\w*|our ask|the ask|must|need to|should|have to"
    r"|(?<!to )stop"
    r"|don['’]?t|do not|from (?:now|monday|tomorrow|next)|new rule|let['’]?s|lets)\b",
    re.I,
)
"""What asks, in whatever way: a draft without any of it wants nothing of its reader."""

SOFT_WORDS: Final = re.compile(
    r"\b(?:sorry|apologies|busy|not important|no hurry|if you have (?:a )?(?:time|moment|minute)|i disturb"
    r"|(?:i['’]?m|i am) only an?|wondering|was hoping|too much (?:trouble|bother|to ask)"
    r"|any (?:chance"
    r"|possibility)|at some point|possibly|perhaps|maybe|potentially|no (?:worries|rush|pressure|problem)"
    r"|(?:completely|totally"
    r"|fully) understand|don['’]?t worry|to (?:trouble|bother) you|troubling you|bothering you"
    r"|hope (?:you don['’]?t mind|this is"
    r" (?:ok|okay|alright))|tiny|sort of|kind of|a bit|feel free to (?:ignore|say no)|not (?:really )?a (?:big"
    r"|huge) deal|little think|totally fine|it['’]?s just|it was (?:totally )?fine|ignore (?:me|this)|silly|stupid|daft"
    r"|probably nothing|if (?:that['’]?s|it['’]?s) (?:ok|okay|alright|not)|would be (?:so |very )?grateful)\b",
    re.I,
)
"""What takes a request back, a little each time."""

MINE: Final = re.compile(
    r"\bfrom me\b|\(me\b|\bme[:,)-]|[-–,:] ?me\b|\bmy (?:\w+ )?(?:audit|slides|talk|presentation|propos\w+|results"
    r"|project|form|proforma|vision|plan|update|report|thoughts|summary)\b|\bi(?:['’]?ll| will)? (?:present|talk|speak"
    r"|go through|run through|show)\b",
    re.I,
)
"""What the doctor means to say at a meeting."""
THANKS: Final = re.compile(r"\b(?:thank(?:s| you)|well done|congratulations|appreciat\w+|fyi|update|has moved)\b", re.I)
"""What may be written without wanting anything."""
