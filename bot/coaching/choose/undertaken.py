"""Whether what reads like a step is one that the doctor takes on: no request, fear, duty, story or other's act."""

import re
from typing import Final, Literal

from bot.coaching import commitments
from bot.coaching.commitments import act_words, sentences
from bot.coaching.commitments.sentences import without_quotations
from bot.coaching.nothing_told import tells_nothing
from bot.coaching.noticed import Spans

_SOFTLY: Final = r"(?:(?:just|also|even|maybe|perhaps|probably|still|then|please|quickly|at least|always|never)\s+)*"
_OTHERS: Final = (
    r"(?:he|she|they|you|it|who|which|nobody|no ?one|someone|somebody|everyone|everybody|people|others?"
    r"|(?:the|my|our|his|her|their|your|this|that|these|those|one of|some|both|all|two|three|a|an)"
    r" (?!(?:plan|step|idea|first|next|thing|aim|answer|point|intention|goal|best|least|trick)\b)[\w'’-]+"
    r"(?: (?!(?:i|we|but|and|so|yes|yeah|then|or)\b)[\w'’-]+){0,3}?)"
)
_MAY: Final = (
    r"(?:will|would|could|might|may|can|should|must|shall|did|does|do|(?:has|have|had|needs?|wants?|ought|used|likes?"
    r"|tends?) (?:got )?to|(?:is|are|was|were) (?:meant|going|supposed|due|about|allowed) to|keeps? on|gonna"
    r"|['’]ll|['’]d)"
)
_OWN: Final = re.compile(
    rf"\b(?:i|we)(?:['’]?ll|['’]?d| will| would| shall|['’]?m (?:going to|gonna)| am (?:going to|gonna)"
    rf"| plan to|['’]?m)"
    rf"\s+{_SOFTLY}$|\b(?:ill|gonna|let me)\s+{_SOFTLY}$"
    rf"|(?:^|\b(?:but|and|so|yes|yeah|ok|then|instead)[\s,]+)(?:will|gonna|going to)\s+{_SOFTLY}$",
    re.I,
)
"""What stands right before an act of the doctor's own, whatever was said before it: 'he won't, so I'll'."""

_ANOTHER_S: Final = re.compile(
    rf"\b{_OTHERS}(?:\s+|(?=['’])){_MAY}\s*{_SOFTLY}$|(?:^|[,;]|\b(?:and|but|so|if|when|that|because|cos) )\W*"
    rf"(?:he|she|they|you|it)\s+{_SOFTLY}$",
    re.I,
)
"""What stands right before an act that somebody else may do: 'they could', 'the matron wants to', 'she'll just'."""

_FOR_ANOTHER: Final = re.compile(
    r"\b(?:asks?|asked|tells?|told|wants?|wanted|expects?|expected|gets?|got|made|makes|reminds?|reminded|needs?"
    r"|would like|['’]d like|begs?|begged|invited|keeps? (?:asking|telling)) (?:me|us|him|her|them|everyone|people"
    r"|(?:the|my|our) \w+(?: \w+)?) (?:not )?to\s*$",
    re.I,
)
_REQUEST: Final = re.compile(
    r"\b(?:can|could|may|might|shall|should|would|do|did|will|am) (?:i|we|you)\b[^.!;]*$"
    r"|\b(?:is it|would it be) (?:ok|okay|alright|all right|fine|possible)\b[^.!;]*$"
    r"|\b(?:what|how|when|where|who|which|why)\b(?: on earth| else| the hell)? (?:(?:do|can|could"
    r"|should|shall"
    r"|would|might|am) (?:i|we)|to)\b[^.!;,]*$",
    re.I,
)
_TO_US: Final = re.compile(
    r"^(?:ask|tell|say|mention|raise|bring up|add|run|put|share|show|talk about|check) (?:(?:you|u|by you|past you)\b"
    r"|(?:something|anything|one (?:more |other |last )?thing|another (?:thing|question|matter)|a (?:quick |different"
    r"|silly |stupid |second )?question)(?: (?:else|different|to you|unrelated|first|quickly|as well))*\W*$)",
    re.I,
)
_CAN_I: Final = re.compile(
    r"^\W*(?:(?:ok|so|well|um+|maybe|actually)\W+)*(?:can|could) i (?:please |just |maybe |also )*$", re.I
)
_DREADED: Final = re.compile(
    r"\b(?:scared|afraid|worried|terrified|frightened|petrified|nervous|anxious|paranoid|panick\w*|dread\w*|my fear"
    r"|the fear|fearing|what if|for fear|nightmares?|imagine|imagining|picture|picturing)\b[^.;!?]*$",
    re.I,
)
_DUTY: Final = re.compile(
    r"\b(?:i|we)(?:['’]?m|['’]?re| am| are| was| were)\s+(?:\w+ )?(?:down|supposed|meant|due|rostered|rota['’]?e?d"
    r"|scheduled|expected|required|booked|paid|asked|told|contracted|obliged|listed|signed up|lined up|roped in"
    r"|allowed|the one who has|one of the ones who)\b[^.;!?]{0,24}?\bto\s*$"
    r"|\b(?:i|we)(?:['’]?ve| have)? (?:been|get|got) (?:asked|told|given|roped in|signed up|put down|volunteered"
    r"|made|landed)\b[^.;!?]{0,30}?\bto\s*$"
    r"|\bjob(?: description)?(?: is|['’]s| was) (?:mostly |only |just )?to\s*$",
    re.I,
)
_PAST: Final = re.compile(
    r"\b(?:i|we)(?:['’]?ve| have|['’]?d| had)? (?:just |already |once |then |nearly |almost |never |only |even )*"
    r"(?:used to|had to|tried to|managed to|meant to|was going to|were going to|was about to|wanted to|went to"
    r"|came to|failed to|forgot to|decided not to|started to|began to|was told to|thought i['’]?d|said i['’]?d"
    r"|promised to|didn['’]?t|did not|couldn['’]?t|could have|should have|would have|could['’]?ve"
    r"|should['’]?ve)\b[^.;!?,]{0,20}$",
    re.I,
)
_HABIT: Final = re.compile(
    r"\b(?:i|we) (?:always|usually|normally|generally|tend to|often|mostly|sometimes|end up|keep|never|only ever)\s*$"
    r"|\b(?:every|each) (?:\w+ ){1,2}(?:i|we)\s*$",
    re.I,
)
_NOT: Final = re.compile(
    r"\b(?:not|never|n['’]t|cant|dont|wont|refuse|rather not|hate|without|instead of|no way|stop|avoid|ducking"
    r"|no point(?: in)?)(?: \w+){0,2}\s*$",
    re.I,
)
_SEEN: Final = re.compile(
    r"^(?:see|understand|imagine|tell|hear|feel|know|think|believe|remember|recognise|appreciate|guess|picture)"
    r" (?:that|why|how|where|now|both|what (?:he|she|they|you|it)(?:['’]s|['’]re| is| are| means?))\b",
    re.I,
)
"""'I can see that now' tells what has been understood, and nothing to do."""
_THEIR_CLAUSE: Final = re.compile(
    r"^\W*(?:he|she|they|it|there|nobody|no ?one|everyone|everybody|someone|somebody|people)(?:['’]\w+)?\s", re.I
)
"""'They have lunch at half twelve' says when, and not what will be done."""
_DREADED_OF_ONESELF: Final = re.compile(
    r"^(?:(?:just|probably|only|always|still) )*(?:cave\b|bottle (?:it|out)|chicken out|freeze\b|panic\b|cry\b|forget\b"
    r"|give in\b|back (?:down|out)|lose (?:my|it)\b"
    r"|crumble\b|waffle\b|crack\b|die\b|cope\b|struggle\b|regret\b"
    r"|put it off|go (?:red|blank|to pieces)|look (?:stupid|silly|weak|like an?)"
    r"|feel (?:stupid|silly|bad|awful|sick|guilty))",
    re.I,
)
"""'I will cave when it is busy' says what may stop it, and nothing to do."""
_WISHED: Final = re.compile(
    r"\b(?:i|we)(?:['’]?d| would)? (?:just |really |only |quite |honestly )*(?:want|wish|hope|need|long|love|like)\b"
    r"[^.;!?]*$|\bi wanna\b[^.;!?]*$",
    re.I,
)
_WEIGHED: Final = re.compile(
    r"\b(?:could|might|may|maybe|perhaps|possibly|should|ought|suppose|guess|wonder\w*|thinking (?:of|about)|thought"
    r" (?:of|about)|tempted|considering|have (?:got )?to|need to|must|toying|half[- ]minded|if i)\b[^.;!?]*$",
    re.I,
)

_NEVER: Final = re.compile(r"\b(?:never|not)\s*$", re.I)
_MAYBE: Final = re.compile(r"\b(?:maybe|perhaps|possibly)\b[^,.;]{0,16}$", re.I)
_SUPPOSED: Final = re.compile(r"^\W*(?:(?:and|but|so|well|maybe) )*(?:if|when(?:ever)?|unless|should|in case)\b", re.I)
_OWN_ACT: Final = re.compile(
    r"\b(?:i|we)(?:['’]?ll|['’]?d| will| would| can| could| might| may| go| do| just|['’]?m going to| am going to)\b"
    r"|\bi(?:ll|d)\b|\b(?:then|instead|let['’]?s|gonna|plan b|at least)\b|[,;]\s*\w+",
    re.I,
)
_ACT_LATER: Final = re.compile(
    r"(?<!\bby )(?<!\bof )(?<!\bin )(?<!\bon )(?<!\bat )(?<!\bfor )(?<!\bwith )"
    rf"(?<!\bi )(?<!\bwe )(?<!\bhe )(?<!\bshe )(?<!\bthey )(?<!\byou )(?<!\bit )(?<!\bto )(?<!\bll )(?<!['’]ll )"
    rf"(?<!\bwill )(?<!\bdo )(?<!n['’]t )(?<!\bnot )(?<!\bthe )(?<!\ba )(?<!\bmy )\b{act_words.VERB}\b",
    re.I,
)
_COMES_OF_IT: Final = re.compile(
    r"\b(?:i|we)(?:['’]?ll|['’]?d| will| would) (?:just |probably |only |always |still )*(?:die|cry|bottle"
    r"|freeze|panic"
    r"|forget|be (?!there|at|in|on|with|back|clear|ready|honest|open|kind|quick|brief|early|first)\w+|feel|look|sound"
    r"|lose|get (?:it wrong|upset|told|blamed|cross|shirty|angry|flustered)|go (?:red|blank|to pieces)|waffle"
    r"|cave|hate)\b",
    re.I,
)

_VERB_FIRST: Final = re.compile(
    rf"^\W*(?:(?:i|we|to|just|then|and|so|ok|well|maybe|i['’]?(?:ll|d|m)|i am|going to|gonna|i will|i would)\s+)*"
    rf"(?:{act_words.VERB}|{act_words.GERUND})\b",
    re.I,
)

_NO_ACT: Final = (_SEEN, _TO_US, _THEIR_CLAUSE, _DREADED_OF_ONESELF)
Verdict = Literal["meant", "doubtful", "none"]


def verdict(step: str, text: str) -> Verdict:
    """What the words `step` of a message are: an act that is meant, one still weighed or wished for, or none at all."""
    if tells_nothing(text) or tells_nothing(step) or any(one.match(step) for one in _NO_ACT):
        return "none"
    before = _before(step, text)
    if _DREADED.search(before) or _NEVER.search(before):
        return "none"
    if _OWN.search(before):
        return "doubtful" if _MAYBE.search(before) else "meant"
    if _CAN_I.match(before) and "?" not in text:
        return "doubtful"  # 'can i just say sorry to her' is no question, as people type
    if any(one.search(before) for one in (_ANOTHER_S, _FOR_ANOTHER, _REQUEST, _DUTY, _PAST, _HABIT, _NOT)):
        return "none"
    return "doubtful" if _WISHED.search(before) or _WEIGHED.search(before) else "meant"


def is_act(step: str, text: str) -> bool:
    """Whether the words may be kept as something that the doctor might do."""
    return verdict(step, text) != "none"


def leads(text: str) -> bool:
    """Whether a message begins with something to do: 'ask her', 'have a coffee with him'."""
    return _VERB_FIRST.match(text) is not None


def is_volunteered(text: str, spans: Spans) -> bool:
    """Whether a message that nobody asked a step of names one: in firm words, with its day, or as its first words.

    'Four texts on monday' names nothing to do, and 'wants it. email, no reasons' only tells how it was.
    """
    told = [one for one in commitments.acts(text) if is_act(one.what, text)]
    if any(one.force is not commitments.Force.BARE for one in told):
        return True
    steps = [one for one in spans.step if _VERB_FIRST.match(one) and is_act(one, text)]
    dated = bool(told or steps) and (bool(spans.when) or commitments.find_when(text) is not None)
    return bool((told and dated) or (steps and (dated or leads(text))))


def is_way(words: str, text: str) -> bool:
    """Whether words may be kept as what the doctor would do if it snags, and are not what is feared of it."""
    before = _before(words, text)
    if tells_nothing(words) or _DREADED.search(before) or _ANOTHER_S.search(before) or _COMES_OF_IT.search(words):
        return False
    if not _SUPPOSED.match(words):
        return True
    then = _SUPPOSED.sub("", words)
    return any(one.start() for one in _OWN_ACT.finditer(then)) or bool(_ACT_LATER.search(then))


def _before(step: str, text: str) -> str:
    """What stands before the words in their own sentence, on one line and without other people's words."""
    first = step.split(", and ")[0]
    for one in sentences(text):
        line = " ".join(without_quotations(one).split())
        at = line.casefold().find(first.casefold())
        if at >= 0:
            return line[:at]
    return ""
