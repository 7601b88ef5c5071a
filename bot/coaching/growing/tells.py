"""What a clause is a telling of, by its form alone: a feeling, something from home, an insight, an act, a number."""

import re
from functools import lru_cache
from typing import Final

from bot.coaching.charge import OWNED
from bot.coaching.growing import tells_plainly
from bot.coaching.insights import insight
from bot.coaching.plain import plain

FIRST: Final = frozenset({"past", "felt"})
"""What is taken up before anything else in a message."""

STRONG: Final = FIRST | {"seen", "owned", "hurt", "signal", "load", "alone"}
"""What a question stays with, whatever else could be asked."""

_PART: Final = (
    r"stomach|tummy|heart|chest|throat|hands?|legs?|guts?|jaw|shoulders|mouth|face|neck|skin|voice|pulse|knees|mind"
)
_DOES: Final = (
    r"goes|went|drops?|dropped|sinks?|sank|pound(?:s|ed|ing)|shak(?:es|e|ing)|shook|races?|raced|racing"
    r"|tightens?|tightened"
    r"|churns?|churned|turns?(?! to)|burn(?:s|ed|ing)?|clench(?:es|ed)?|flips?|flipped|lurch(?:es|ed)?|ach(?:e|es|ed)"
    r"|crack(?:s|ed)|wobble[sd]?|dried|dries|spins?|thump(?:s|ed|ing)|knots?|falls?|fell"
)
_VERY: Final = (
    r"(?:(?:still|just|so|really|a bit|a little|quite|pretty|very|properly|sort of|kind of|always|honestly|more|that"
    r"|too|absolutely|actually|also|genuinely|completely|a tiny bit) )*"
)
_SORE: Final = (
    r"(?:scared|afraid|frightened|terrified|petrified|ashamed|embarrassed|humiliated|mortified|guilty|angry|furious"
    r"|fuming|livid|seething|cross|upset|gutted|sad|heartbroken|anxious|nervous|worried|exhausted|shattered"
    r"|drained|lonely|alone|isolated|torn|frustrated|fed up|resentful|jealous|close to tears|near tears|in tears"
    r"|tearful|crying|dreading)"
)
_FELT_ONLY: Final = (
    r"(?:sick|stupid|useless|small|tiny|invisible|awful|terrible|low|numb|shaky|hurt|lost|stuck|trapped|empty|rubbish"
    r"|judged|exposed|ridiculous|pathetic|out of my depth|like (?:a|an|the) \w+)"
)
_FELT: Final = re.compile(
    rf"\bmy (?:{_PART}) (?:(?:still|just|always|actually) )*(?:{_DOES})\b"
    rf"|\bi(?:'m| am| was| get| got|'ve been| have been|'d been) {_VERY}{_SORE}\b(?! of course)"
    rf"|\bi(?: still| just| always| do| did)? (?:feel|felt) {_VERY}(?:{_SORE}|{_FELT_ONLY})\b"
    rf"|\b(?:makes|made|making) me (?:feel )?{_VERY}(?:{_SORE}|{_FELT_ONLY}|cry|wince|cringe|shake)\b"
    r"|\bi (?:nearly |almost |just |actually )?(?:cried|cry\b|burst into tears|welled up|sobbed|dread\b|panicked"
    r"|panic\b"
    r"|winced|cringed|shook\b)"
    r"|\bi(?: still)? (?:hate|can't bear|can't face|couldn't face|dread|don't like) (?:\w+ing|to \w+) \w+"
    r"|^(?:and |but |so |it |this |that |it all |the whole thing |all of it |now it |just )*(?:feels?|felt) "
    rf"{_VERY}(?:{_SORE}|{_FELT_ONLY}|grim|rough|bleak|horrible|horrid|mean|unfair|wrong|heavy|crap|shit|rotten|miserable)\b"
    rf"|\b(?:i'm|i am|i feel|i felt) {_VERY}(?:of )?(?:a |an |such a |like a )?{_VERY}(?:coward|failure|fraud|mess|wimp"
    r"|let-?down|disappointment|imposter|impostor|burden)\b"
    r"|\b(?:wife|husband|partner|boyfriend|girlfriend|kids?|son|daughter|mum|dad|family)\b(?: [\w']+){0,4}? "
    r"(?:(?:doesn't|don't|never|hardly|barely) (?:really |ever )?see(?:s)? me|miss(?:es)? me|forgotten what i look like"
    r"|(?:doesn't|don't) (?:know|recognise) me|i'm never (?:home|there|around)|sick of (?:it|me|my))\b"
    r"|\b(?:keeps?|kept) me (?:awake|up)\b|\bi (?:lie|lay) awake\b|\bi (?:can't|couldn't|don't|haven't) sle(?:ep|pt)\b"
    r"|\bi(?:'m| am|'ve been) not sleeping\b|\bi can't stop thinking\b"
    r"|\bi (?:keep|kept) (?:thinking about|seeing|hearing|replaying|going over)\b"
    r"|\b(?:it|that|this)(?: still| really| does)* (?:stings|stung|haunts me|got to me|gets to me)\b"
)
_NO_FEELING: Final = re.compile(
    r"\bnot (?:so |really |that |too )?(?:scared|afraid|angry|upset|sad|worried|cross)|\b(?:i'm"
    r"|i am) afraid (?:so|not)\b"
    r"|\bif i\b|\bi(?:'d| would)\b|\bcross(?:ed|ing)? (?:the|that)"
)
_KIN: Final = (
    r"(?:little |big |older |younger |twin |baby |late )?(?:brother|sister|mum|mam|mother|dad|father|gran|nan|nana"
    r"|grandad|grandma|granny|wife|husband|boyfriend|girlfriend|son|daughter|uncle|aunt(?:ie)?|cousin|best (?:friend"
    r"|mate))"
)
_TROUBLE: Final = (
    r"inside(?! the| our| a)|in prison|in jail|ill\b|poorly|dying|cancer|dementia|a stroke|drinks\b|drank\b"
    r"|an alcoholic"
    r"|in hospital|in icu|in a home|in care|on the unit|sectioned|depressed|miscarr\w+|addict\w*|left us"
    r"|lost (?:his|her)"
    r"|in the same bed|on dialysis|on chemo|disabled|can't walk|has ms\b|bipolar"
)
_PAST: Final = re.compile(
    r"(?:\b(?:i've|i have|i)(?: \w+)? |^(?:and |but |so )?)never (?:told|said (?:this|that|it) (?:out loud "
    r"|aloud )?to|spoken (?:of|about) (?:it|this"
    r"|that) to|mentioned (?:it|this|that) to) (?:anyone|anybody|a soul|my |them\b|people)"
    r"|\b(?:i've |i have |i )never (?:said|told) (?:this|that|it) (?:to|out loud|aloud|before)"
    r"|\b(?:nobody|no one) (?:here|at work|on the (?:ward|unit|team|rota)) knows\b"
    r"(?! (?:how|what|who|whose|which|where|when|why|if|whether|about (?!me\b|my\b)))"
    rf"|\bmy {_KIN}'s (?:face|voice|words|temper|hands|laugh|look)\b"
    rf"|\bmy {_KIN}\b(?!'s (?:car|house|birthday))(?: \w+){{0,5}}? (?:{_TROUBLE})"
    r"|\b(?:at (?:primary |my )?school|as a (?:kid|child)) i (?:was|had|got|used)\b"
    r"|\bwhen i was (?:a (?:kid|child|student|house officer|little \w+)|little|small|an? f[12]|at (?:school|med school)"
    r"|(?:five|six|seven|eight|nine|ten|eleven|twelve|\w+teen))\b"
    r"|\bi was (?:once )?(?:that|the) (?:junior|f1|sho|student|trainee|kid|child) (?:who|with|on)\b"
    r"|\bmy own (?:first|dad|mum|mother|father|brother|sister|son|daughter|baby|breakdown|illness)\b"
)
_NOT_HOME: Final = re.compile(r"\bmy sister (?:on|in charge|says|said)|\?$")
_REGRET: Final = re.compile(
    r"\bi (?:just |only )?(?:guessed|sat there|stood there|watched|let it (?:go|happen|pass)|fobbed|walked past)\b"
    r"|\bi said (?:it was |i was |all was )?(?:fine|nothing to)\b|\blike an idiot\b|\bthat(?:'s| is) on me\b"
    r"|\bi (?:really )?should(?:n't)? have\b|\bi wish i(?:'d| had)\b"
    r"|\bi (?:bottled|ducked|dodged|bluffed|fudged) (?:it|that|her|him|them)\b|\bi(?:'ve| have) been (?:ducking|dodging"
    r"|avoiding) "
)
_OTHER: Final = (
    r"(?:he|she|they|one of (?:them|the \w+)|someone|somebody|(?:the|my|our|a|an|one) (?:[\w-]+ ){0,3}?[\w-]+|kid|child"
    r"|mum|dad|family|patient)"
)
_HURT: Final = re.compile(
    rf"\b{_OTHER}(?:['’](?:s|d|ve|re))? (?:(?:then|just|actually|nearly|almost|never|was|were|has|had|is|only"
    rf"|burst|started|went) )*"
    r"(?:cried|crying|cries|in tears|into tears|screamed|screaming|sobbed|sobbing|wept|weeping|humiliated|mortified"
    r"|white as a sheet|shaking|shook\b(?! (?:hands|his head|her head|my hand))|broke down"
    r"|walked (?:off|out)|sat down without|left the room|went home (?:in tears|early)|went off sick"
    r"|handed in (?:her|his"
    r"|their) notice)"
    r"|\b(?:his|her|their) (?:hands?|voice|lip|eyes) (?:shook|shaking|cracked|wobbled|trembled|filled|was shaking"
    r"|were shaking)\b"
    r"|\b(?:went|gone|turned) (?:white|grey|bright red)\b(?<!i went white)"
    r"|^that i'm (?:just |so |too |a |a bit )*(?:lazy|stupid|useless|thick|weak|slow|soft|incompetent"
    r"|rubbish|unsafe|careless)\b"
)
_QUIET: Final = re.compile(
    r"\b(?:silence|silent(?:ly)?|thumbs[ -]?up|tumbleweed|a cough|eye ?-?rolls?|read receipt"
    r"|not (?:one|a single) (?:question|word|hand|reply)"
    r"|(?:went|goes|gone|going|go) (?:all )?quiet|muted (?:it|us|me|the)|said nothing|says nothing"
    r"|(?:doesn't|didn't|don't|never|won't) (?:say|said|says) (?:anything|a word|a thing)|never said a word"
    r"|in silence)\b"
    r"|\b(?:rolled|rolls|rolling) (?:his|her|their) eyes\b|\blook(?:s|ed|ing)? at (?:his|her|their|the"
    r"|each other's) (?:watch"
    r"|floor|carpet|phone|phones|shoes|feet|ceiling|clock|screen)\b"
    r"|\b(?:he|she|they|nobody|everyone|everybody|people|someone|somebody|(?:the|my|our) [\w-]+) (?:just |then "
    r"|only |all"
    r" )?(?:shrugged|smirked|sighed|nodded|laughed|giggled|snorted|tutted|hung up|turned away|looked away|looked down"
    r"|walked away|walked past|blanked (?:me|us|him|her))\b"
)
_TO_COME: Final = re.compile(r"\b(?:going to|gonna|will|won't|would)\b|'ll\b")
_MINE: Final = re.compile(
    r"\b(?:i|we) (?:(?:just|then|also|only|sort of|never) )*(?:laughed|nodded|shrugged|sighed|looked|rolled"
    r"|said nothing"
    r"|went|go|muted|walked|hung)\b|\bmy silence\b"
)
_LOAD: Final = re.compile(
    r"\b(?:so |and |then )?it(?:'s| is| was) (?:always |just |only |usually |still )*(?:me\b(?! (?:who|that) "
    r"(?:laughed|said))|left to me|down to me|on me\b)"
    r"|\b(?:i'm|i am|i was) (?:always )?the (?:only )?one (?:who|that)\b(?!.*\b(?:wrong|blame|problem|break)\b)"
    r"|\bon my own\b|\ball by myself\b|\b(?:falls|lands|comes back) (?:to|on) me\b|\bnobody else (?:would|will"
    r"|does|wants)\b"
    r"|\bi(?:'ve)? (?:do|did|done) it (?:all )?at home\b|\bin my own time\b"
)
_SPEECH: Final = re.compile(
    r"\b(?:he|she|they|reg|consultant|sister|nurse|manager|matron|boss|hca|trainer|people|everyone|everybody|one"
    r"|someone|somebody|(?:the|my|our|other) (?:[\w-]+ ){0,2}?[\w-]+)"
    r" (?:(?:just|then|also|only|now|actually|always) )*(?:said|says|say|(?:called|calls|call) (?=me\b|it\b|us\b"
    r"|him\b|her\b|them\b|my\b|our\b|that\b)|told|asked|wrote|replied"
    r"|shouted|reckons?)\b"
)
_LACK: Final = re.compile(
    r"\b(?:nobody|no one|none of (?:us|them)|nothing|never|not once|hasn't|haven't|wasn't asked|weren't asked"
    r"|doesn't|don't|didn't|won't|can't|no longer|not any more)\b"
)
_ONLY_THOUGHT: Final = re.compile(
    r"(?:\b(?:would|might|will|could)|['’](?:d|ll)) (?:probably |just |only )?(?:say|tell|call|ask)\b"
)
_NO_LACK: Final = re.compile(
    r"\b(?:isn't|aren't|don't|doesn't|wasn't) (?:it|they|he|she|you|i)\W*$|\bnothing happened\b"
)
_WHAT_IF: Final = re.compile(r"(?:and |but |so )?(?:what )?if\b")
_SUPPOSED: Final = re.compile(r"\b(?:if|whether|unless)\b")
_OWN: Final = re.compile(r"(?:no,? |so |and |but )?(?:i|we)\b(?! (?:don't|can't|didn't) get (?:asked|told))")
_NOT_SURE: Final = re.compile(
    r"\bi(?:'m| am) (?:still |really |just )?(?:less|not (?:so|that|at all|really|very)|not|never) (?:sure|certain)\b"
    r"|\bi (?:still |really |honestly |just )?(?:don't|can't|couldn't) (?:even |really |actually )?(?:know|tell"
    r"|work out|decide"
    r"|see) (?:how|what|who|whose|when|whether|where|if|which|why)\b|\bno idea (?:how|what|who|whether|where|if|why)\b"
    r"|\bi keep asking myself\b"
)
_UNSURE: Final = re.compile(
    r"(?:(?:hm+|oh|well|no|honestly|sorry)\W+)*(?:i )?(?:really )?(?:don't know|not sure|no idea|dunno)(?: really"
    r"| tbh)?$"
)


@lru_cache(maxsize=32)
def form(clause: str, text: str) -> str | None:
    """What `clause` of the message `text` is a telling of; None where its form does not say."""
    said = plain(clause)
    if _UNSURE.match(said):
        return None
    known = next((name for name, holds in _FORMS if holds(said)), None)
    return known if known in FIRST or not _seen(clause, text) else "seen"


def _felt(said: str) -> bool:
    return bool(_FELT.search(said)) and not _NO_FEELING.search(said)


def _past(said: str) -> bool:
    return bool(_PAST.search(said)) and not _NOT_HOME.search(said)


def _seen(clause: str, text: str) -> bool:
    """Whether it stands in the sentence in which something is newly seen."""
    told = insight(text)
    return told is not None and " ".join(clause.split()).casefold() in " ".join(told.split()).casefold()


def _owned(said: str) -> bool:
    return bool(OWNED.is_in(said) or _REGRET.search(said))


def _hurt(said: str) -> bool:
    return bool(_HURT.search(said)) and not _WHAT_IF.match(said)


def _signal(said: str) -> bool:
    return bool(_QUIET.search(said)) and not (_MINE.search(said) or _TO_COME.search(said))


def _unsure(said: str) -> bool:
    return bool(_NOT_SURE.search(said))


def _load(said: str) -> bool:
    return bool(_LOAD.search(said))


def _speech(said: str) -> bool:
    return bool(_SPEECH.search(said)) and not (_ONLY_THOUGHT.search(said) or _SUPPOSED.search(said))


def _lack(said: str) -> bool:
    return bool(_LACK.search(_NO_LACK.sub(" ", said))) and not (_OWN.match(said) or ". " in said)


_BEFORE_SPEECH: Final = frozenset(
    {"alone", "rides", "wished", "idea", "patient", "no_answer", "refused", "asked", "figures"}
)
_FORMS: Final = (
    ("past", _past),
    ("felt", _felt),
    ("unsure", _unsure),
    ("load", _load),
    ("owned", _owned),
    ("hurt", _hurt),
    ("signal", _signal),
    *((name, holds) for name, holds in tells_plainly.FORMS if name in _BEFORE_SPEECH),
    ("speech", _speech),
    *((name, holds) for name, holds in tells_plainly.FORMS if name not in _BEFORE_SPEECH),
    ("lack", _lack),
)
