"""Rulings, threats, comfort and boasts in the forms that strangers give them: what is done to whom, not which word."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.drafting.vetting.tables import first_of_each
from bot.coaching.record import Problem

_PATIENT: Final = (
    r"(?:he|she|they|patients?|the (?:\w+ )?(?:patient|baby|child|woman|man|lady|mother|twin)s?|both|neither|none"
    r"|no one"
    r"|nobody|neither \w+|no (?:\w+ )?patients?)"
)
_CARE: Final = re.compile(
    rf"\b{_PATIENT}(?: \w+){{0,3}} (?:in (?:any|no|real|serious) (?:danger|peril)|at (?:any|no|real|serious) risk"
    r"|(?:was|were|is|are) (?:ever |never |not )+(?:in danger|at risk|harmed))\b"
    r"|\b(?:right|wrong|correct|proper|best|sensible|safe|reasonable) (?:call|thing|test|plan|choice|decision|treatment"
    r"|option|course|dose|drug|place|step)(?: to \w+)? (?:for|with) (?:her|him|them|the (?:patient|baby|child)"
    r"|a patient"
    r"|patients)\b"
    r"|\b(?:is|are|was|were|would be) (?:\w+ )?(?:enough|plenty|fine|safe|sufficient|long enough|too long|too much)"
    r" for (?:any(?:one|body)|any patient|most (?:patients|people)|a patient|somebody that|someone (?:that|with)"
    r"|a child)\b"
    r"|\b(?:likely|bound|going|sure) to (?:be|become|get|go|have|need|turn)(?: \w+)? (?:infected|septic|worse"
    r"|obstructed"
    r"|perforated|ischaemic|necrotic|an? (?:infection|bleed|clot|leak|abscess|amputation))\b"
    r"|\b(?:is|was|would be) the (?:kindest|safest|best|right|only|proper|wisest) (?:thing|place|option|way|course"
    r"|choice|call)\b"
    r"|\b(?:untreated|unscanned|undrained|unreviewed)\b"
)
_RULE: Final = re.compile(
    r"\b(?:the|your|any|every|no) (?:trust|employer|hospital|department|college|deanery|union|panel|board|guardian"
    r"|ombudsman|inspector|programme director|medical director) (?:\w+ )?(?:would|will|must|cannot|can not|is|are|has"
    r"|could|should)(?: \w+)? (?:have to|obliged|bound|required|investigate|act|pay|refuse|dismiss|suspend|take action"
    r"|uphold|duty)\b"
    r"|\bfalsif\w+|\bmakes? you (?:a )?(?:part of|party to|guilty|complicit|liable|responsible)\b"
    r"|\b(?:counts? as|amounts? to|qualif(?:y|ies) as|constitutes?|(?:is|are|was|were) (?:clearly |technically "
    r"|plainly )?"
    r"(?:a|an|in) (?:\w+ )?(?:offence|breach|violation|infringement|crime|contravention))\b"
    r"|\byou (?:would|will|might|could) (?:have|be obliged|be required|be bound) to (?:declare|report|disclose"
    r"|answer|notify"
    r"|self-refer|account)\b|\b(?:you(?: would)? have|you had|you would) (?:to )?(?:declare|self-refer|self-report)\b"
)
_ANYBODY: Final = re.compile(
    r"\b(?:any(?:one|body)|every(?:one|body)|most (?:people|doctors|of us)|any \w+)(?: \w+){0,4}? (?:would|could"
    r"|might) have"
    r" \w+(?: the same)?\b"
    r"|\bnothing (?:here |there |in it )?for you to (?:put right|answer|apologise|feel|regret|fix|explain|be)\b"
    r"|\b(?:trust|hospital|system|rota|department|team|manager|office)'s (?:doing|fault|mistake|failing)\b"
)
"""What anybody would have done, and whose doing it was: that absolves the doctor."""
_ILL: Final = re.compile(
    r"\b(?:carrying|processing|stuck in|full of|swallowed|buried|bottled|working through|signs? of|case of|kind of"
    r"|form of"
    r"|touch of|sounds like|looks like|feels like) (?:\w+ )?(?:grief|trauma|anger|rage|shame|guilt|loss|hurt|fear"
    r"|stress"
    r"|strain|depression|anxiety|panic|shock|sadness|pain|resentment|fatigue)\b(?! (?:of|about|at|over)\b)"
    r"|\bwhat (?:\w+ ){1,2}(?:does|do) to (?:you|people|a person|a body|anyone)\b|\byour (?:nervous system|inner|ego"
    r"|psyche|attachment|wound)\b"
)
_THREAT: Final = re.compile(
    r"\b(?:is|are|will be|would be) (?:yours|on you|down to you|for you) to (?:carry|answer for|explain|live with"
    r"|own)\b"
    r"|\b(?:on|with|for) your (?:own )?(?:conscience|head|watch|hands)\b"
    r"|\b(?:yours|on you|down to you) (?:to carry|to answer for|to explain|to live with|then)\b"
    r"|\bor (?:go on|carry on|keep on|stay|end up|remain) (?:being |as )?(?:the|a|an|one)\b"
    r"|\b(?:does|do|will|would) not (?:look|sound|sit) (?:good|well|great|right)\b|\b(?:soon|be|get) (?:\w+ )?known for"
    r" (?:it|that|this)\b|\byou let (?:\w+ ){1,3}(?:be|get|go|suffer|wait|think|believe|down|take the)\b"
    r"|\bembarrass(?:ed|ing) (?:by|for|to)\b.*\byou\b|\byou ought to be (?:embarrassed|ashamed|sorry)\b"
    r"|\b(?:and|yet|but) you (?:still )?(?:said nothing|did nothing|stood (?:by|there)|looked away|walked (?:off"
    r"|away|on))\b"
    r"|\bset in (?:his|her|their|your) ways\b|\bpast caring\b|\bpower trip\b|\bfull of (?:himself|herself|themselves)\b"
    r"|\bno feeling for\b|\bout of (?:his|her|their|your) depth\b|\b(?:he|she|they) (?:only|just) (?:cares?|thinks?"
    r"|wants?)\b"
)
_SURE: Final = re.compile(
    r"\b(?:nobody|no one|none of them) will (?:feel|mind|notice|object|know|complain|laugh|blame)\b|"
    r"\b(?:this|that|it|one|they|she|he|you) (?:cannot|can not|will not|could not"
    r"|is not going to) (?:possibly )?(?:miss"
    r"|lose|go wrong|fail|refuse|say no|disappoint|argue)\b|\byou will see(?= that\b| how\b| it\b|[.,;]|$)"
    r"|\b(?:always|never fails to) (?:gets?|works?|win"
    r"|wins|pays?|lands?|brings?)\b|\bno one (?:else )?need (?:ever )?know\b|\b(?:will|can|could"
    r"|would) (?:ever )?leave this"
    r" (?:chat|room|conversation|talk|place)\b|\bever leave\b"
)
_BOAST: Final = re.compile(
    r"\b(?:not|hardly) (?:everyone|everybody|anyone|anybody|many(?: people)?|all doctors) (?:would|could|can|does"
    r"|has|have"
    r"|will|is)\b|\b(?:a|some|that) (?:special|rare|certain) (?:kind|sort|type|breed) of (?:doctor|person|leader"
    r"|registrar"
    r"|trainee)\b|\b(?:really|very|so|beautifully|perfectly|nicely) (?:well )?(?:judged|pitched|phrased|written"
    r"|balanced"
    r"|observed|thought through)\b|\bthe guts\b"
)
_KNOWS: Final = re.compile(
    r"\bevery (?:trust|hospital|team|ward|department|doctor|unit|service|place) (?:that|which|who|where|in|knows|has)\b"
    r"|\b(?:best|most|well|widely|much) (?:studied|researched|documented|evidenced|described)\b"
    r"|\b(?:has|have|is|are) been (?:shown|studied|measured|proved|proven|tested)\b"
)
_GENERAL: Final = re.compile(
    r"(?:^|[.;:,] )(?:\w+ ){0,3}?\w+s (?:work|fail|succeed|last|die|stick|matter|grow|break|spread|survive|improve)"
    r" (?:when|if|only|best|because|unless|by|better|as soon)\b"
)
_HEAVY: Final = re.compile(
    r"\b(?:a lot|so much|too much|a great deal|plenty)(?: of \w+)? (?:for \w+ )?to (?:hold|carry|bear|take in|live with"
    r"|deal with|sit with)\b"
)
_PROMPT: Final = re.compile(
    r"\b(?:reflect|affirm|summaris|acknowledg|mirror)ing (?:the|your|this|that) (?:message|words|doctor|user"
    r"|statement|text)"
    r"\b|\b(?:\d+|\w+) words at most\b|\bone question(?: only)?[.)]"
)
_TABLE: Final = (
    ("clinical_ruling", "settles what was right or safe for patients", _CARE),
    ("legal_ruling", "says what a rule makes of it", _RULE),
    ("absolution", "tells the doctor that it was right, or not theirs", _ANYBODY),
    ("diagnosis", "names what somebody suffers from", _ILL),
    ("shaming", "lays it at somebody's door", _THREAT),
    ("promise", "is sure of what nobody can know", _SURE),
    ("praise", "sets the doctor above others", _BOAST),
    ("invented_source", "says that it is known", _KNOWS),
    ("overclaim", "says how such things go", _GENERAL),
    ("stock_empathy", "pity", _HEAVY),
    ("prompt_leak", "speaks of its own making", _PROMPT),
)


def faults(look: Look) -> Iterator[Problem]:
    """The first of each kind that nobody here has said and no source says."""
    yield from first_of_each(_TABLE, look, _hits)


def _hits(pattern: re.Pattern[str], line: Line, look: Look) -> Iterator[str]:
    if line.asks or line.cites:
        return
    for found in pattern.finditer(line.plain):
        words = found.group(0).strip(" .,;")
        if not look.is_said_back(words) and words not in look.known_plain:
            yield words
