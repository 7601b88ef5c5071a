"""Words that wound: what marks a sentence as an attack or a threat, and what is left of it without them."""

import re
from typing import Final

from bot.coaching.review.parts import plainly

_SNEERS: Final = (
    r"shambl\w+", r"slopp\w+", r"incompeten\w+", r"laz(?:y|iness)", r"clueless", r"useless", r"pathetic",
    r"careless\w*", r"thoughtless\w*", r"idle(?:ness)?", r"stupid\w*", r"idiot\w*", r"farce", r"joke",
    r"disgrac\w+", r"appalling\w*", r"(?:un|not )?bothered?(?! by)\b", r"can['’]?t be ars\w+", r"couldn['’]?t care",
    r"nobody cares", r"seems? to care", r"waltz\w*", r"stroll\w* in", r"roll(?:s|ing)? in at", r"dump(?:s|ed|ing)?",
    r"hid(?:e|ing) in", r"hide behind", r"sat on (?:it|this|their|your)", r"sit in the dark",
    r"(?:main|worst|usual|repeat|serial) (?:offender|suspect|culprit)s?", r"offenders", r"culprits?",
    r"dropped the ball", r"excuses?", r"true to form", r"as is (?:their|your|its) custom", r"nice one,?"
    r" (?:really|guys|lads|whoever)", r"classy",
    r"brilliant work", r"great work whoever", r"really appreciate it", r"precisely nothing", r"absolutely nothing",
    r"nowhere to be (?:found|seen)", r"rocket science", r"brain surgery",
    r"pull(?:ed|ing)? (?:their|your) (?:weight|finger)", r"you lot", r"your lot", r"you people", r"you guys never",
    r"these people", r"hang (?:their|your) heads?", r"conveniently", r"miraculously", r"evidently", r"apparently",
    r"strikes? again", r"wors[et] than useless", r"(?:simply )?chose to do nothing",
    r"done (?:precisely |absolutely )?nothing", r"no grip", r"too busy (?:being|with their)", r"seen to be busy",
    r"out of fashion", r"optional extra", r"as optional", r"waste of (?:time|space|a slot)",
    r"secretar(?:y|ies) to", r"is their secretary", r"what (?:we|they) (?:actually )?do all", r"like it['’]?s \d+",
    r"as if it were", r"raised in a barn", r"courtesy", r"decency", r"refus(?:e|es|ed|ing) (?:to|yet)",
    r"ignor(?:e|es|ed|ing)", r"unacceptable", r"not acceptable", r"not good enough", r"basic stuff",
    r"common sense", r"how hard", r"guards? (?:its|their|your)", r"bottomless", r"penn(?:y|ies)[- ]pinch\w*",
    r"count the pennies", r"old guard", r"poor example", r"bad attitude", r"so[- ]called", r"whose fault",
    r"to blame", r"blames?", r"hung up on", r"hopeless", r"dreadful", r"lamentable", r"a habit of",
    r"habit of your", r"first-year student", r"a ghost", r"a pulse", r"upstairs (?:count|decide|think|don)\w*",
    r"dreamt up", r"genius", r"whoever (?:left|let|thought|decided)", r"can see why", r"or whatever it is",
    r"dinosaurs?", r"moan\w*", r"whin(?:e|ing)", r"precious", r"god['’]?s gift", r"clearly (?:do|did|has|have)",
    r"no interest", r"could not care", r"cynical", r"jobsworths?", r"blockers?", r"stonewall\w*", r"fob\w* off",
    r"palm\w* off", r"shirk\w*", r"perfectly well", r"quite well known", r"lovely to see", r"having a laugh",
    r"is contempt", r"what a surprise", r"as they always do", r"patted on the head", r"direct result of your",
    r"takes some neck", r"any wonder", r"not seriously", r"wants? shooting", r"monkeys?", r"circus", r"clowns",
    r"mislaid its nerve", r"meant to be professionals", r"how professionals", r"shooting the messenger",
    r"crocodile", r"lip service", r"(?:what|something) of a luxury", r"rather that than", r"mark you", r"skiv\w+",
)  # fmt: skip
OFFENCE: Final = re.compile(rf"\b(?:{'|'.join(_SNEERS)})\b", re.I)
"""Words by which somebody is run down: they must not stand in a rewording."""

SHARP: Final = re.compile(
    r"\b(?:frankly|yet again|once (?:more|again)|as usual|as ever|typical\w*|needless to say|for the (?:umpteenth|nth"
    r"|\w+th) time|half of you"
    r"|none of you|should(?:['’]ve| have)|could have at least|it has come to my attention)\b",
    re.I,
)
"""Words that sharpen what is said of somebody."""

_WEAK: Final = re.compile(
    r"\b(?:again|still|always|never|constantly|basic|fail(?:s|ed|ing)?|supposed to|simply|frankly|obviously"
    r"|nobody|no one"
    r"|(?:third|fourth|fifth) time)\b",
    re.I,
)
_SOMEBODY: Final = re.compile(
    r"\b(?:you|your|they|their|nobody|no one|somebody|people|team|consultants?|registrars?|sho|f1s?|f2s?"
    r"|juniors|seniors"
    r"|nurses|radiology|pharmacy|management|managers|department|surgeons|physicians|bookings|switchboard"
    r"|estates|it)\b",
    re.I,
)

THREAT: Final = re.compile(
    r"\bor (?:else\b|(?:i|we)(?:['’]ll| will| shall|['’]m| am|['’]re| are) (?:going to (?:the|your|my|report"
    r"|escalate)|have to|be (?:speaking|going|writing|raising"
    r"|escalating)|stop(?:ping)?|report(?:ing)?|escalat\w+|rais(?:e|ing)|put(?:ting)? in a)\b)|\botherwise,?"
    r" (?:i|we)(?:['’]ll| will| shall)\b|\bfailing "
    r"(?:which|that|this|a reply)\b|\bwill (?:not be|be) (?:tolerated|named|published|reported|disciplined)\b"
    r"|\bnames? "
    r"(?:of \w+ )?will be\b|\bwill have it in their\b|\bwith your name on it\b|\bleft (?:with )?(?:us )?no"
    r" (?:choice|option)\b"
    r"|\b(?:i|we)(?:['’]ll| will| shall)(?: have to| be)? (?:escalat|rais(?:e|ing) (?:it|this|the matter)|report"
    r"|put(?:ting)? in a (?:datix|complaint|grievance)|speak(?:ing)? to (?:the|your|my) \w+|go(?:ing)? (?:straight "
    r")?(?:to the|over your))",
    re.I,
)
PEOPLE: Final = re.compile(
    r"\b(?:patients?|pts?|child(?:ren)?|bab(?:y|ies)|famil(?:y|ies)|relatives?|mother|mum|dad|daughter|son|wife"
    r"|husband"
    r"|women|woman|man|men|mrs|mr|pensioner|residents?|year[- ]olds?|carers?)\b",
    re.I,
)
"""Those for whom it is all done."""

_ASIDES: Final = re.compile(
    r",? ?\((?:again|as usual|naturally|obviously|surprise)\)|,\s*(?:as usual|as ever|as always|needless to say"
    r"|naturally|of course|true to form|lovely|typical|for a change|no less|again|surprise surprise"
    r"|and again,? very movingly|after all|as is \w+ custom|miraculously|predictably|to put it mildly|wonderful"
    r"|great)"
    r"(?=[,.!?]|$),?|\b(?:miraculously|naturally|very movingly) ",
    re.I,
)
_RUN_UP: Final = re.compile(
    r"^(?:(?:but|and|so|oh|also)\b,?\s+)?(?:i (?:see|note|notice|gather|understand|hear)(?: that)? (?=\w+ \w+"
    r" \w+)|it is with "
    r"\w+ (?:\w+ )?that (?:i see |we |i )?|i(?:['’]m| am) (?:told|informed) (?:that )?|i have (?:come in )?to"
    r" (?:note|say) "
    r"(?:that )?|my suspicion is that |not naming names,? (?:but )?|for the \w+ (?:\w+ )?(?:time|month|week)(?: in a "
    r"row| running)?,? )",
    re.I,
)
_JOINT: Final = re.compile(
    r"(?:\s*[;:]\s+|\s+[-–—]+\s+|,?\s+(?:because|which|who|of which|although|whereas|whose|and|but|so|as if|as though"
    r"|despite|since|with a)\b|,\s+)",
    re.I,
)
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|should|may|might|must|came|went"
    r"|left|got|sent"
    r"|told|said|took|gave|made|saw|found|lost|wrote|rang|ran|began|kept|knew|met|paid|sat|spoke|stood|thought"
    r"|goes|gets"
    r"|comes|keeps|leaves|takes|makes|needs|says|wants|loses|runs|starts|ends|sits|waits?|arrives?|leave|get|go"
    r"|come|need"
    r"|overran|fell|broke|chose|drove|grew|brought|bought|caught|taught|felt|heard|held|led|slept|spent|threw|wore|woke"
    r"|feel|want|think|know|hope|ask|see|find|believe|suggest|propose|appreciate"
    r"|take|lose|cost|costs|means?|happens?|stops?|looks?|works?|\w{3,}ed)\b|\w['’](?:s|re|ve|d|ll|t|m)\b",
    re.I,
)
_DANGLES: Final = re.compile(
    r"\b(?:the|a|an|of|to|and|but|or|with|for|in|on|at|my|your|his|her|their|our|is|was|are|were|be|that"
    r"|because|so|as|by"
    r"|from|if|when|who|which|how|what|than|where|whether|why|i|we|they|it is|have|has|had|not|each|every|very"
    r"|about|into)$",
    re.I,
)
_LEANS: Final = re.compile(
    r"^(?:it(?: is| was|['’]s)?(?: because| that| with)?|this|that|which|who|and|or|because|each time|not|to"
    r"|as) ?(?:it is)?$"
    r"|^(?:what|how|why|or|if|had|were|as)\b",
    re.I,
)
_FEWEST: Final = 4
_MOST: Final = 24


def wounds(text: str) -> bool:
    """Whether the words run somebody down."""
    return bool(OFFENCE.search(text))


def sharp(text: str) -> bool:
    """Whether blame is sharpened in it, by a sneer or by words such as 'yet again'."""
    return bool(OFFENCE.search(text) or SHARP.search(text) or (_WEAK.search(text) and _SOMEBODY.search(text)))


def finite(text: str) -> bool:
    """Whether something is said of something: a verb stands in it."""
    return bool(_FINITE.search(text))


def dangles(text: str) -> bool:
    """Whether a clause stops before its end."""
    return bool(_DANGLES.search(text.strip().rstrip(".!?,;: ")))


def kept(text: str) -> str:
    """What a sentence states, in its own words, without what wounds: '' where nothing can stand alone."""
    said = " ".join(_ASIDES.sub("", plainly(text)).split())
    said = _RUN_UP.sub("", said).strip(" ,;:")
    ends = [found.start() for found in _JOINT.finditer(said)]
    for end in (len(said), *reversed(ends)):
        part = said[:end].strip(" ,;:")
        if _stands(part):
            return part
    return ""


def _stands(part: str) -> bool:
    if not _FEWEST <= len(part.split()) <= _MOST:
        return False
    whole = finite(part) and not dangles(part) and not _LEANS.match(part)
    return whole and not wounds(part) and not re.search(r'["“”]', part) and part.count("(") == part.count(")")
