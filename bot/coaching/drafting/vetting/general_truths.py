"""What is said of the world at large: sayings, 'it is known', what such people do, what must be, what will come."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.drafting.vetting.tables import first_of_each
from bot.coaching.kinds import Act
from bot.coaching.record import Problem

_KNOWN: Final = re.compile(
    r"\b(?:statistically|typically,|on average|generally speaking|as a rule,|as the saying goes|they say that"
    r"|gold standard|best practice|brain scans?|neuroscien\w+|behavioural science|(?:has|have) (?:long |always )?known"
    r"|known for (?:decades|years|centuries)|well[- ](?:established|documented|known)|scientific\w*|benchmarks?"
    r"|best predictor|gurus?|every textbook|management theory|(?:the|in the|a) literature|our analytics"
    r"|famous (?:experiment|study)|experiments? (?:show|which)|(?:found|shown|seen) (?:again and again|time and again"
    r"|over and over)|(?:teaches|taught|showed|shown) us|(?:history|experience|medicine|aviation) (?:shows|teaches"
    r"|tells)|will tell you that|one in (?:three|four|five|ten) (?!of (?:them|you))\w+s\b|(?:two|nine) out of (?:three"
    r"|ten)|always said|national (?:programme|survey|audit|guideline)|worked (?:well |best |wonders )?(?:elsewhere"
    r"|in other)|works? (?:well |best |wonders )?(?:elsewhere|in other|everywhere))\b"
)
_SAYING: Final = re.compile(
    r"\b(?:is (?:key|everything|king)\b|is (?:earned|a choice|a journey|a marathon|a team (?:sport|game)|power|golden"
    r"|the best (?:policy|medicine|teacher))|(?:opportunit\w+|blessing) in disguise|silver lining|every (?:cloud"
    r"|setback|crisis|problem|failure) |happens for a reason|rome was not|marathon|honey|vinegar|empty cup"
    r"|works smarter|work smarter|small steps|keep calm|carry on regardless|life is (?:too )?short"
    r"|where there is a will|does not kill you|all in this together|no i in team|dream work|please everyone"
    r"|believe in yourself|aim high|practice makes|patience is|time (?:will tell|heals)|trust the process"
    r"|easier said than|takes two|actions speak|easy to say|nobody is perfect|no such thing as|leaders? (?:listens?"
    r"|leads?|eats?|goes? first|must|are made|learns?|shows?|admits?)|a (?:good|great|true|real) leader|(?:good|great"
    r"|true|real|effective|strong) (?:leaders|leadership|teams|communication|relationships|delegation)"
    r"|leadership (?:is|means|requires|takes|begins|starts)|communication (?:is|requires)|culture (?:eats|is)"
    r"|change (?:is (?:hard|always|never|difficult)|takes time|starts|begins)|trust (?:is|takes|comes)"
    r"|feedback is (?:a gift|always)|conflict(?:, | is )|stronger together|learning (?:opportunity|curve)|win-win"
    r"|bigger picture|step in the right direction)\b"
)
_GROUPS: Final = (
    r"(?:people|humans|leaders|teams|doctors|nurses|surgeons|consultants|managers|trainees|juniors|patients|committees"
    r"|organisations|coaches|women|men|clinicians|registrars|staff|supervisors|bosses|meetings|targets|goals|changes"
    r"|ideas|habits|systems|hospitals|departments|wards|posters|emails|rules)"
)
_SUCH_PEOPLE: Final = re.compile(
    rf"(?:^|[.;:] |, (?:and|but|as|because|since) |\bthat |\bbecause |\bas |\band )(?:most |many |some |good |great "
    rf"|all |few |busy |tired |senior |junior |young |older |other )?{_GROUPS}"
    r"(?: (?:who|in|like|with|under|on|of|at|alone|set|made|without) [^,;.]{0,50}?)? (?:usually|often|always|never"
    r"|rarely|seldom|generally|mostly|tend to|will|do not|cannot|respond|respect|value|trust|like|love|hate|need|want"
    r"|fear|work|fail|feel|follow|learn|remember|forget|resist|prefer|respond|change|listen|hear|see|think|believe"
    r"|stop|leave|stay|make|take|give|get|speak)\b"
)
_RIGHTS: Final = re.compile(
    r"\b(?:(?:the |your |any |no )?(?:trust|hr|employer|deanery|department|manager|medical staffing|rota team|gmc"
    r"|consultant|supervisor|they) (?:must|cannot|can not|may not|is (?:required|obliged|forbidden|allowed)"
    r"|are (?:required|obliged|forbidden|allowed)|owes?|can insist|has to|have to|is bound|are bound) (?:you|give|pay"
    r"|take|let|refuse|make|dock|show|investigate|by|to|provide|allow|treat)|(?:cannot|can not|can) be made to"
    r"|under (?:your|the) (?:contract|terms|\d{4}|law|policy|rules)|\d{4} (?:contract|terms)|your (?:contract"
    r"|indemnity|visa|pregnancy|licence|registration|defence union) (?:allows?|covers?|means|says|will|is|would|does)"
    r"|lose your (?:licence|registration|number|job|post)|(?:is|be|counts as|as) (?:legally )?(?:binding|privileged"
    r"|admissible)|no right to|back pay|against your (?:arcp|record|registration)|that is the rule|against the rules"
    r"|the rules (?:say|allow|are)|compel you|(?:you|they) (?:would|will|could) (?:only )?get a warning|well within"
    r"|not allowed to)\b"
)
_COMFORT: Final = re.compile(
    r"\b(?:(?:is|are|be|get|gets|been|itself|itself is) (?:automatically )?deleted|deletes itself|not (?:logged|kept"
    r"|stored|recorded)|kept anywhere|(?:zero|no|little) (?:risk|danger) (?:in|of|that|to)|cannot (?:lose|hurt you"
    r"|be traced)|as good as (?:yours|done)|(?:got|have) your back|a whisper|between ourselves|this time next (?:year"
    r"|week|month)|, no question|is assured|fall (?:in line|into place)|speak freely|for good\b|never going to (?:hear"
    r"|know|find|see)|no way of (?:reading|knowing|finding)|protected from|safe from|breathe a word"
    r"|nothing you (?:type|write|say) (?:here )?(?:is|will|can|could)|only you and (?:me|i)|just (?:you and me"
    r"|the two of us)|(?:done|put|asked|said|told|handled|worded) (?:that|this) way,? (?:\w+ ){0,3}?(?:will|would)"
    r"|nobody will|no one will|is going to (?:be|go|work) (?:fine|well|out|all right)|cannot go wrong"
    r"|before you know it|(?:in|within) (?:a few|two|three|no) (?:days|weeks|months|time)(?: at most)?,? (?:it|this"
    r"|they|you) (?:will|would)|you are (?:in good|in safe) hands|i will be (?:at|there|beside|with|in the|on the"
    r"|around|next)|having (?:sat|been|worked|led|done|seen))\b"
)
_TABLE: Final = (
    ("invented_source", "says that it is known", _KNOWN),
    ("overclaim", "a saying", _SAYING),
    ("legal_ruling", "says what somebody must or may", _RIGHTS),
    ("promise", "promises what nobody here can keep", _COMFORT),
)
_OPEN: Final = re.compile(
    r"\b(?:whether|if|who|what|how|said|says?|told|tells?|think|thinks?|fear|feel|worry|cannot say)\b"
)


def faults(look: Look) -> Iterator[Problem]:
    """Each of these in a sentence that is not asked and rests on no source, unless somebody here has said it."""
    yield from first_of_each(_TABLE, look, _hits)
    for line in look.lines:
        if line.act in (Act.CHALLENGE, Act.ADVISE) or line.asks or line.cites or look.mostly_told(line.own):
            continue
        hit = next(_hits(_SUCH_PEOPLE, line, look), None)
        if hit is not None:
            yield Problem(code="overclaim", detail=f"says how such people are: {hit!r}")
            return


def _hits(pattern: re.Pattern[str], line: Line, look: Look) -> Iterator[str]:
    if line.asks or (line.cites and pattern is not _COMFORT):
        return
    for found in pattern.finditer(line.plain):
        words = found.group(0).strip(" .;,")
        clause = re.split(r"[.;:]", line.plain[: found.start()])[-1]
        if not look.is_said_back(words) and not look.mentions(words) and not _OPEN.search(clause):
            yield words
