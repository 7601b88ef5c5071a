"""Questions and wishes about the coach itself, by their words: who reads this, where it goes, no language model."""

import re
from functools import lru_cache
from typing import Final

from bot.coaching.plain import plain

_AI: Final = r"(?:an? |the |any |your |this |that |all )?(?:a\.?i\.?|llms?|(?:chat ?)?gpt|(?:large )?language models?)"
_NO_MORE: Final = (
    r"(?: (?:thing|part|bit|stuff))?(?=\W*$|[.,?!;]| (?:please|here|now|off|for me|and|but|altogether|completely)\b)"
)
"""After the name of the machine: no further noun, so that it is the coach's and no tool of the hospital."""

_MINE: Final = (
    r"(?:(?:this|it|that|any of (?:this|it)|all (?:of )?(?:this|it))|(?:what|everything|anything|stuff|all) i(?:'ve)? "
    r"(?:\w+ )?\w+|my (?:words?|messages?|data|stuff|info\w*|chats?|conversations?|answers|writing|details|text))"
)
_FAR: Final = (
    r"(?:america|the (?:us|usa|states|cloud|eu)|usa|abroad|overseas|outside (?:the |of the )?(?:uk|country|eu)|china"
    r"|europe|(?:a |any |your |some |foreign |american |us )*servers?|openai|google|microsoft|anthropic|chat ?gpt"
    rf"|{_AI})\b"
)
_OFF: Final = (
    # switching it off, going without it, opting out
    r"(?:^|[.!?;,] |\b(?:please|just|can|could|how do|how to|how can|i want|i'd like|let me|is there a way)\b"
    r"(?: (?:i|you|we|me|to|just|please|for me))* )(?:turn|switch|shut) "
    rf"(?:off {_AI}{_NO_MORE}|{_AI}(?: (?:thing|part|bit|stuff))? off\b)",
    rf"\b(?:use|do|have|talk to|coach\w*|go on|carry on)\b[^.!?]{{0,25}} without {_AI}{_NO_MORE}"
    rf"|^\W*without {_AI}{_NO_MORE}",
    r"(?:^|[.!?,] |\b(?:how (?:do|can) i|can i|i want to|i'd like to|i would like to|let me|please|way to) )"
    rf"opt(?:ing)?(?: me)?[ -]?out(?:(?: please)?\W*$|[.?!]| of (?:this\W*$|all this|{_AI}{_NO_MORE}))",
    r"\bi (?:don't|do not|didn't|did not|never|haven't|won't|can't|am not) (?:give |gave |given )?(?:my )?"
    rf"(?:consent|consented|consenting|agree|agreed|agreeing) to "
    rf"(?:an? |the |any |my \w+ )?[^.!?]{{0,25}}{_AI}{_NO_MORE}",
    r"\b(?:i |^\W*)(?:really )?(?:don't|do not|never|didn't|would rather not|am not happy (?:with|about)) "
    rf"(?:want(?:ed)? |like |wish |have )?{_AI} (?:\w+ )?(?:read\w*|see\w*|ha(?:ve|ving)|get\w*|keep\w*|stor\w+|near"
    rf"|in|us\w+) {_MINE}",
    r"\bi (?:really )?(?:don't|do not|never|didn't) (?:want|wanted|like|wish) "
    rf"{_MINE} (?:to be |being |to |be )?(?:sen[dt]|go|going|shared|fed|read|seen|put|given)\b"
    rf"[^.!?]{{0,20}} (?:to|by|in|into|with) {_FAR}",
)
_WHERE: Final = (
    # where it goes, and who was sent it
    r"\bwhat(?:'s| is| gets| do you| are you| bits? (?:is|are|of this is))? (?:being |get )?"
    rf"(?:sen[dt]|sending|go(?:es|ing)?|stored|kept|saved) (?:to|in|on|at)? ?(?!the cloud){_FAR}",
    r"\b(?:is|are|was|were|does|do|did|will|would|has|have) "
    rf"{_MINE} (?:(?:been|being|all|ever|get|also) ){{0,2}}(?:sent|go|goes|going|gone|stored|kept|held|saved|hosted"
    rf"|processed|end up|leave|leaving)\b[^.!?]{{0,15}}\b(?:to|in|on|at|with|by|through)? ?{_FAR}",
    r"\bwhere(?:'s| is| are| does| do| did| will| has| have) "
    rf"(?!it\b|that\b){_MINE} (?:\w+ )?(?:sent|stored|kept|held|saved|hosted|processed|end up)\b",
    r"\bwho(?:m)? (?:did|have|has) you (?:just |been )?"
    r"(?:sen[dt]|tell|told|telling|shar\w+|show\w*|pass\w*|report\w*)\b"
    r"|\bwho(?:m)? (?:do|are|will) you (?:send|sending|share|sharing|pass|passing|show|showing) "
    rf"(?:these\b|{_MINE})",
    r"(?:^|[.!?] )(?:so |wait |hang on |sorry |but |and )*(?:did|have) you (?:just )?(?:sen[dt]|tell|told|report\w*"
    r"|shared?|alert\w*|notif\w+|inform\w*|contact\w*|call\w*|flag\w*)\b[^.!?]{0,20}\b(?:this|that|it|me|my \w+|anyone"
    r"|anybody|someone|somebody)\b(?=\W*$)",
)
_READ: Final = (
    # a person behind it, and what it is
    r"\b(?:is|are|does|do|did|will|can|could|has|have) (?:there )?(?:an? |any |some |the |real |actual |other )*"
    r"(?:person|people|humans?|human beings?|anyone|anybody|someone|somebody|staff) (?:else )?(?:\w+ ){0,3}?"
    r"(?:read|reads|reading|see|sees|seeing|looking at|look at|monitoring|reviewing|checking) "
    r"(?:these|this|it|all this|what i \w+|our (?:chat|talk)|my (?:messages|words|stuff|chats?))"
    r"(?: (?:chat|conversation|talk))?(?=\W*$|[.,?!;]| (?:too|or|apart|other|besides|but|back|as well|then|live)\b)",
    r"\b(?:nobody|no one|no human|no person) (?:else )?(?:reads|sees|is reading|can see|can read|will read) "
    r"(?:this|it|what i \w+|my (?:messages|words|stuff))\b[^.!]{0,20}(?:\?|\bright\b)",
    r"(?:^|[.!?,] |\b(?:so|wait|sorry|hang on) )"
    r"(?:are you|is this|am i (?:talking|speaking|writing|chatting) (?:to|with))"
    r" (?:just |even |really |actually |only |all )?(?:an? |the )?(?:real |actual )?(?:a\.?i\.?|(?:chat ?)?(?:bot|gpt)"
    r"|robot|machine|computer|person|human|llm|language model|software|copilot|claude|gemini)(?: or [\w ]{1,20})?\W*$",
    rf"\b(?:do|are|is) (?:you|this) (?:use|using|run on|running on|powered by|made with) {_AI}{_NO_MORE}",
)
_ERASE: Final = (
    r"(?:^|[.!?,] |\b(?:how (?:do|can) i|can i|can you|could you|please|i want to|i'd like to|want you to) )"
    r"(?:delete|erase|wipe)(?: (?:all|everything|any)(?: of)?)? ?"
    r"(?:(?:what |that |it )?i(?:'ve)? (?:just )?(?:wrote|written|said|told|typed|put)\b"
    r"|my (?:data|messages?|words|conversations?|chats?|account|history|stuff)\W*$"
    r"|this(?: (?:chat|conversation|talk))?\W*$)",
)
_SELF: Final = (
    # what it is, knows, keeps and may be asked to do: a question put to it, and nothing told
    r"^\W*(?:and |so |but |wait |sorry |also |ok |hang on )*(?:is|will|would) (?:this|it|that|all this|any of this"
    r"|what i \w+)(?: (?:really|all|actually|totally))? (?:(?:anonym\w*|confidential|private|secure|encrypted|monitored"
    r"|traceable)\b[^.!]{0,15}|(?:being )?(?:kept|saved|stored|logged|recorded)(?: anywhere| somewhere| forever)?\W*)$",
    r"\b(?:what|which) (?:ai|model|llm|version|engine|software)(?: \w+)? (?:is|are|do|does)\b[^.!?]{0,15}\b(?:this|you"
    r"|behind|it)\b",
    r"\b(?:do|are|can|will) you (?:ever |even |actually |really )?(?:get (?:tired|bored|annoyed|offended|fed up)|have"
    r" feelings|feel (?:anything|tired)|sleep|bored|tired|judging me)\b",
    r"\b(?:are|were|was) you (?:ever )?(?:a |an )(?:\w+ )?(?:doctor|medic|clinician|consultant|nurse|psychologist"
    r"|therapist|counsellor|qualified \w+)(?: or [\w ]{1,20})?\W*\?",
    r"\b(?:does|do|can|could|will|would|is|should)"
    r" (?:this|it|a talk|our talks?|what i \w+|i (?:use|put|log) (?:this|it)) (?:\w+ )?"
    r"(?:count|be used|used|go|turn up|show up|appear|end up)\b[^.!?]{0,30}\b(?:reflections?|e?portfolio"
    r"|horus|turas|arcp|es report|record|appraisal|cpd|file|against me)\b",
    r"\b(?:have you (?:any|even any|the faintest) idea|have you (?:ever )?(?:even )?(?:ever )?(?:rung|been|had|held"
    r"|worked|lost|told|done|stood|sat|broken|seen|felt|made a mistake)|you(?:'ve| have) never (?:rung|been|had|held"
    r"|worked|lost|told|done|stood|sat|broken|seen|felt))\b",
    r"\b(?:can|could|do|will) you (?:\w+ )?(?:guarantee|promise)\b",
    r"\b(?:has|have|is|are|did) (?:anyone|anybody|someone|somebody) else\b[^.!?]{0,40}\b(?:been on|on|used?|using|said"
    r"|talked? to|spoken to|written|complained)\b[^.!?]{0,12}\b(?:here|this|you)\b",
    r"\b(?:evidence|proof|trial|study|research) (?:that |of |for |on )?(?:you|this (?:thing|app|bot|coach))"
    r" (?:actually |really )?(?:works?|helps?|do any good)\b",
    r"\b(?:do|will|would|must) you (?:have to |need to |ever )?(?:report|escalate|flag) (?:it|this|that|me|him|her|them"
    r"|anyone|people|anything|what i)\b",
    r"\bwhat can'?t you do\b|\bwhat are you(?: even)? for\b|\bwho (?:made|built|wrote|runs|owns|programmed) (?:you"
    r"|this(?: thing| app| bot)?)\W*(?:$|[,.?])",
    r"\bhow long (?:do|will|are|does|is) (?:you|it|this|my \w+|these)\b[^.!?]{0,25}\b(?:keep|kept|hold|held|hang on"
    r"|hang onto|stored?|saved?|stay|retain\w*)\b",
    r"\b(?:want|get|make|need) (?:what|everything|all|the (?:stuff|thing|things|bit)) i"
    r" (?:\w+ )?(?:wrote|said|told|typed|put)\b[^.!?]{0,25}\b(?:gone|deleted|erased|removed|taken (?:back|out|down))\b",
    r"\b(?:can|could|may|do) i (?:write|type|talk|speak)(?: to you)? in (?:polish|urdu|hindi|arabic|spanish|french"
    r"|german|italian|welsh|punjabi|tamil|romanian|greek|portuguese|another language|my (?:own )?language|\w+ish)\b",
    r"\b(?:can|could|will) you (?:please )?(?:ring|call|phone|text|email) me\b",
    r"^\W*(?:promise|swear)(?: to)? me\b[^.!?]{0,30}\b(?:find out|tell|told|know|see|read)\b",
    r"\b(?:can|could|how (?:do|can)) i (?:change|edit|correct|unsend|take (?:out|back)) (?:what i|my (?:last )?message"
    r"|something i)\b",
    r"\b(?:stop|pause) (?:messaging|reminding|pinging|nagging|writing to|chasing) me\b",
)
_ASKED: Final = re.compile(
    r"\b(?:who(?:'?s| is)? (?:else )?(?:can |could |is able to |gets to |will |does )?(?:read(?:s|ing)?|see(?:s|ing)?)"
    r" (?:this|these|it|what i|our|my|all this)\b"
    r"|is (?:this|it|that|what i \w+) (?:private|confidential|anonymous|recorded|being recorded|secure)\b"
    r"|are you (?:even )?(?:a |an )?(?:real|human|person|bot|robot|machine|computer|chat ?bot|chatgpt|ai|software"
    r"|llm)\b"
    r"|(?:does|do|will|can|could) (?:my|the) (?:\w+ )?(?:supervisor|boss|tpd|deanery|trust|consultant|employer|hr"
    r"|gmc)s?"
    r" (?:\w+ )?(?:read|see|get|find out|know)\b|where (?:does|do) (?:this|my (?:data|messages)|it all) go\b"
    r"|do you (?:store|keep|save|share|remember) (?:this|what i|my|any of)\b)[^.!]*\?",
    re.I,
)
_OUTRIGHT: Final = re.compile("|".join((*_OFF, *_WHERE, *_READ, *_ERASE, *_SELF)))


@lru_cache(maxsize=8)
def is_about_me(text: str) -> bool:
    """Whether the words ask about the coach itself, or want no more of its language model, and nothing at work."""
    return bool(_ASKED.search(text) or _OUTRIGHT.search(plain(text)))


_PARTS: Final = re.compile(
    r"[.?!\n]+|,? (?:and|or|but) (?=(?:can|could|do|does|did|how|who|where|is|are|will|what|which)\b)"
)
_WHOM: Final = (
    (re.compile(r"\btpd|programme director", re.I), "your TPD"),
    (re.compile(r"\bes\b|supervisors?\b", re.I), "your supervisor"),
    (re.compile(r"\bgmc\b|regulator", re.I), "the GMC"),
    (re.compile(r"\bdeanery|\bhee\b|head of school|postgrad|\bdme\b", re.I), "your deanery"),
    (re.compile(r"\barcp|\bpanel|\bapprais", re.I), "an ARCP panel"),
    (re.compile(r"\bhr\b|workforce|medical staffing", re.I), "HR"),
    (re.compile(r"\bboss|consultant", re.I), "your consultant"),
    (re.compile(r"\bmanager|coordinator", re.I), "your managers"),
    (re.compile(r"\btrust\b|employer|hospital", re.I), "your trust"),
    (re.compile(r"\bhusband", re.I), "your husband"),
    (re.compile(r"\bwife", re.I), "your wife"),
    (re.compile(r"\bpartner", re.I), "your partner"),
    (re.compile(r"occupational health", re.I), "occupational health"),
)


def questions(text: str) -> tuple[str, ...]:
    """The parts of a message that may each ask something of their own."""
    return tuple(part.strip() for part in _PARTS.split(text) if part and part.strip())


def whom(text: str) -> str:
    """Whom the doctor fears may read it, as the coach names them: the one that stands first in the message."""
    found = [(match.start(), name) for pattern, name in _WHOM if (match := pattern.search(text))]
    return min(found)[1] if found else "your supervisor"


_TO_THE_COACH: Final = re.compile(
    r"\b(?:you|your|yours|yourself|u|ur|this|it|here|coach|bot|software|ai|data|chat|program|thing|who|anyone|anybody"
    r"|private|anonymous|confidential|erase|delete|export|share|english|spelling|grammar|language|human|person)\b",
    re.I,
)


def speaks_to_me(text: str) -> bool:
    """Whether a message can be about the coach at all: it names the coach, or something that only the coach has."""
    return bool(_TO_THE_COACH.search(text))
