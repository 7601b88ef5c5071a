"""What shows the snag of a plan, what would be done then, and remarks that are neither: patterns for parting."""

import re
from typing import Final

from bot.coaching.commitments.act_words import VERB
from bot.coaching.plain import OnNeed

_ASKS: Final = (
    r"(?<!\bask )(?<!\bsee )(?<!\bcheck )(?<!\bknow )(?<!\bwonder )(?<!\bas )(?<!\bout )(?<!\bsay )(?<!\beven )"
)
_LEAD: Final = r"(?:(?:,|;|\(|[.!?])?\s*(?:\b(?:and|but|so|or|then|though)\b\s+)?|^\W*)"
_REST: Final = r"[^.!?;)\n]*"
_THEN_I: Final = r"(?:[.;]\s+(?:then|in that case) i(?:['’]ll|['’]d| will| would| shall)? [^.!?;)\n]*)?"
WAY: Final = OnNeed(
    rf"{_LEAD}(?P<way>{_ASKS}\b(?:if|unless|in case|in which case|when i can['’]?t|should (?:s?he|they|it|this|that"
    rf"|anyone|nobody|there|the \w+|my \w+)|if not,? then|when(?:ever)? (?:he|she|they|it"
    rf"|someone|somebody|anyone|people|nobody|the|my|a|an)\b(?=[^.!?;]*,\s*i)"
    rf"|when(?:ever)? (?:i (?:think|feel|notice|catch|hear|see|want)|the|a|an"
    rf"|my)\b(?=[^.!?;,]* i['’]?ll\b))\b(?! (?:(?:you|i) (?:had|were|was|may|might be"
    rf"|permit|will allow|don['’]?t mind)|asked|only|possible|anything|poss|need be"
    rf"|i['’]?m honest|i am honest|only\b)){_REST}{_THEN_I}|\b(?:failing that|otherwise|worst case|plan b|(?:my "
    rf"|the )?back[- ]?up(?= (?:is|plan|would)|[:,])"
    rf"|as a back ?up)\b{_REST})",
    re.I,
)
THEN_I_WILL: Final = OnNeed(
    r"(?<=[.;!\n])\s*(?:and |so |but )?(?P<way>(?:then|in that case|in which case|if so),? (?:i|we)(?:['’]ll"
    r"|['’]d| will| would| shall)? [^.!?;\n]{4,})",
    re.I,
)
"""'He may say no time. Then I'll ask for Friday': what then, in the sentence behind the snag."""

OTHERWISE: Final = OnNeed(r"\b(?:if (?:not|s?he|they|that|it|this)|otherwise|failing that|or else)\b[^.!?;\n]*", re.I)
"""'If he is in I'll ask him. If not I'll write': the second is what then, and the first the step."""
IF_NOT_SO: Final = OnNeed(
    r"\b(?:i['’]?ll|i will|i shall|i['’]?d|i would|i['’]?m going|gonn?a)\b[^.!?;\n]*?(?P<end>[,\s]+(?:(?:and"
    r"|but|or) )?)"
    r"(?P<spare>(?:otherwise|if not|failing that|or else|else i|if (?:s?he|they|it)(?:['’]?s| is|['’]?re"
    r"| are)(?: not|n['’]t)"
    r"|if (?:s?he|they|it) (?:is|are|does|do)n['’]?t)\b(?!,? (?:fine|ok|okay|great|no\b|not\b|nothing"
    r"|all good))[^.!?;\n]+)",
    re.I,
)
"""'If he is free I'll ask him, otherwise I'll write': both in one sentence."""

THATS_IT: Final = OnNeed(
    r"(?:^|[.;!?\n]\s*)(?P<snag>[^.;!?\n]{8,}?)[,\s]+(?:and )?(?:that|which)(?:['’]?s| is) (?:the"
    r"|my) (?:problem|worry|snag|issue|trouble|risk|obstacle|fear)\b",
    re.I,
)
"""'I'm dead handy with a cannula, that's the problem'; read only where `MAY_BE_IT` finds the end of it."""

MAY_BE_IT: Final = OnNeed(r"\b(?:that|which)(?:['’]?s| is) (?:the|my) [a-z]", re.I)

WRECKS: Final = OnNeed(
    r"\b(?:what|the thing that|the one thing that)(?:['’]ll| will| might| could| may)(?: \w+){0,2}? (?:wreck"
    r"|ruin|stop|scupper|sink|derail|kill|spoil|trip|bugger)"
    r"(?: (?:it|me|this|up|the|whole|plan|thing)){0,4}\s*(?:is|:|=|\?)\s*(?P<snag>[^.!?;\n]+)",
    re.I,
)
REASON: Final = OnNeed(
    r"^\W*(?:(?:dunno|um+|er+|maybe|about|like|honestly|probs?|a|i['’]d say|only|just)\W+)*(?:[0-7]|one|two"
    r"|three|four|five|six|seven)(?:ish)?"
    r"(?:\s*(?:/|out of)\s*(?:10|ten))?\W+(?:(?:because|bc|cos|cause|as|since|but|though)\W+)?"
    r"(?P<snag>(?:s?he|they|it|his|her|their|my|nobody|no ?one|everyone|everybody|people|half|most|the|there"
    r"|no|not enough)\b['’]?(?!ll\b| will\b)"
    r"(?!.*\b(?:nice|lovely|great|kind|easy|easier|friendly|approachable|helpful|keen|agreed|promised|fine"
    r"|happy|simple|quick)\b)[^.!?;\n]{8,})",
    re.I,
)
"""A low number and what is told behind it is what may stop it: 'dunno, 5? she has a lanyard'."""

LACK: Final = OnNeed(
    r"^\W*(?:probably |prob |just )?(?P<snag>(?:no|not enough|lack of|too (?:many|much|few)) (?!one\W*$|idea"
    r"|clue|plan|worries|problem|need|rush|thanks|thank|way\b"
    r"|more\b|doubt|question|pressure|chance\W*$|point|comment|reason|sure|answer|biggie|offence|hurry|matter"
    r"|excuse|\d|not\b|no\b|i\b|it\b|that\b)"
    r"(?:(?!\b(?:i['’]ll|i will|sorry|thanks|stop)\b)[^.!?;\n])+)[.!?]*\s*$",
    re.I,
)
"""'No marker pen, always lost': what is lacking."""

IF_ACT: Final = OnNeed(
    r"^(?P<if>(?:if|unless|in case|when|whenever)\b(?:(?!\bi['’]?ll\b|\bi will\b|\bi['’]?d\b|\bi would\b|\bi can\b"
    r"|\bi go\b|,).)*)"
    r"(?:,\s*(?:then )?|\s+(?:then )?)(?P<act>\S.*)$",
    re.I | re.S,
)
SNAG: Final = OnNeed(
    r"(?:[,;.(]\s*|\s+[-–—]+\s*|\b(?:and|but|though)\s+|^\W*)(?!my (?:one |first |only )?thing\b)(?:(?:my|the"
    r"|only|main|biggest|big|one|just|what)\s+)*"
    r"(?:worr(?:y|ies)|difficulty|hindrance|hurdle|challenge|risks?|problem|issue|fear|snag|obstacle|danger|barrier"
    r"|concern|catch|trouble"
    r"|(?:thing|bit) (?:that|which) (?:might|could|may|will) (?:stop|get|trip)\b[^.,;!?]*?"
    r"|(?:could|might|will|would) (?:stop|get) (?:me|in the way)|(?:only|one) thing|likely (?:to )?(?:snag|blocker)"
    r"|blocker"
    r"|(?:thing |bit |one )?(?:that |which )?(?:(?:may|might|could|will|would|can|is likely to|always"
    r"|really) )*(?:stops?|prevents?|silences?|hinders?"
    r"|gets? in|trips?|derails?|blocks?|puts?|holds?|undo)(?: (?:me|it|this|the|my|way|off|up|back|about|in"
    r"|plan)){0,4})"
    r"(?:\s+(?:is|being|would be|might be|will be|here)|['’]s|\s*[:=])+(?: that| if)?\s*[:,]?\s*(?P<snag>[^.!?;)\n]+)"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )\b(?:i['’]?m |i am |am |somewhat |a bit |bit |just )*(?:worried|scared"
    r"|afraid|nervous)(?: that| about"
    r"| of)?\s+(?P<dread>[^.!?;)\n]+)",
    re.I,
)
MAY_NOT: Final = OnNeed(
    r"(?:^\W*|[,;.]\s*|\b(?:but|though|although)\s+)(?P<snag>(?:(?:s?he|they|it|the \w+|his \w+|her \w+|my \w+)\s+"
    r"(?:may|might|could|tends? to|usually|always|probably won['’]?t|won['’]?t)|(?:s?he|they|it"
    r"|i)['’]?ll (?:probably|prob)|i (?:may|might|tend to|usually|always)"
    r"|i(?:['’]ll| will)? (?:might|may|could|probably|prob) (?:bottle|chicken|forget|freeze|lose)"
    r"|i(?:['’]?ll| will) (?:just |only )?(?:bottle|chicken|forget|freeze|panic|cave))\b[^.!?;,)\n]*)",
    re.I,
)
_WORD: Final = r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten)"
NUMBER: Final = OnNeed(
    r"(?:(?<=^)|(?<=[\s(,.;]))(?:(?:(?:i['’]?m|i am|prob(?:ably)?|about|maybe|i['’]?d say|id say|say|roughly"
    r"|confidence|confident|sure"
    r"|solid|give it|call it|around|it['’]?s|pretty|at|an?)\b[\s:,]*)*)"
    rf"(?:(?:10|\d)(?:\.5)?\s*(?:/|out of)\s*(?:10|ten)\b|{_WORD} out of (?:10|ten)\b"
    r"|\d{2,3} ?(?:%|per ?cent)(?= (?:sure|confident|certain|likely|there|on (?:that|it|this))\b|\W*$))"
    r"(?:\s+(?:i['’]?d say|id say|sure|confident|confidence|certain|likely|there|ish|maybe|probably|tbh|i think"
    r"|on (?:that|it|this)|about (?:that|it|this)))*",
    re.I,
)
ACTS_THEN: Final = OnNeed(
    r"\b(?:i['’]?ll|i will|i shall|i['’]?d|i would|i can|i could|i go|i do|i['’]?m \w+ing|i (?:ask|ring|text|email"
    r"|leave"
    r"|write|call|try|tell|send)|then(?! i(?:['’]m| am)\b| (?:s?he|they|it|nobody|people|the \w+|my \w+)\b)"
    r"|instead|we['’]?ll)\b|^(?:failing|otherwise|worst|plan b|back|as a)",
    re.I,
)
IF_THEY_I: Final = OnNeed(rf"(?:if|when|unless)\b(?!\s+i\b).{{4,}}?\bi (?:just )?{VERB}\b", re.I | re.S)
"""'If it's a new one i say hi': what is done then, without an 'I'll'."""

I_WILL: Final = OnNeed(
    r"\b(?:i['’]?ll|i will|i shall|i['’]?d|i would|i['’]?m going|i go|i['’]?m putting|we['’]?ll)\b", re.I
)
BARE_VERB: Final = OnNeed(rf"\W*(?:(?:then|just|simply|maybe|go and)\s+)*{VERB}\b", re.I)
ASKED_IF: Final = OnNeed(
    r"\b(?:ask(?:ing|ed)?|see|check|find out|know|wonder|tell me|say|enquire|show)\b[^,.;!?]*$", re.I
)
"""What comes after 'ask her' is a question, not a condition."""

SPARE: Final = OnNeed(r"\W*(?:failing|otherwise|worst|plan b|back|as a)\b", re.I)
IF_SO: Final = OnNeed(r"^(?:if so|if that happens|in that case|if not)\b,?\s*(?:(?:then|i['’]?ll|i will)\s+)*", re.I)
THEN: Final = OnNeed(
    r"^\W*(?:(?:well|so|and|but|ok|maybe|probably|in which case|if so)\W+)*(?:(?:i['’]?d|i['’]?ll|i would"
    r"|i will|i could|we['’]?d|we could"
    r"|we['’]?ll)\b(?! (?:be|easily|get|fail|feel|look|lose|forget|freeze|panic|bottle|chicken|say the wrong"
    r"|probably (?:be|forget|bottle"
    r"|freeze|lose|chicken)|get (?:cold|nervous|scared|told|called|bleeped|stuck)|never|not"
    r"|just (?:freeze|forget|lose"
    r"|bottle)|have (?:to|no|too)|end up|run out|miss|give up|cave|cry|sound|come across|need|want|like"
    r"|hate|rather not)\b)"
    r"|then\b)",
    re.I,
)
THEN_LEAD: Final = OnNeed(
    r"^\W*(?:(?:well|so|and|but|ok|maybe|probably|then|in which case|if so|i['’]?d|i['’]?ll|i would|i will|i could)\b"
    r"\W*)+",
    re.I,
)
SO_ILL: Final = OnNeed(
    r"^\W*(?!if\b|when\b|unless\b|i\b(?! (?:am|always|tend|never|usually|often|get|freeze)\b|['’]?m\b)"
    r"|i['’](?!m\b))(?P<snag>[^,.;?]{8,}?)(?:,?\s+so (?:i['’]?ll|ill|i will|i['’]?d)"
    rf"|,\s+(?:i['’]ll|i will)(?= (?:just |then )?(?!(?:get|go|look|have|find|see|stop|stay|keep)\b){VERB}\b))"
    r" (?P<way>\S+ .+)$",
    re.I | re.S,
)
"""'Silence makes me itch so I'll sit on my hands'."""

RUN_ON: Final = OnNeed(
    r"^\W*(?!if\b|when\b|unless\b|i\b|i['’])(?P<snag>[^,.;?]{8,}?)(?:,\s*|\s+)(?:so "
    r"|and )?then (?:i['’]?d |i['’]?ll |i would |i will |i )"
    r"(?P<way>\S+ .+)$",
    re.I | re.S,
)
REMARK: Final = OnNeed(
    r"^\W*(?:(?:ok|okay|well|oh|no|yes|yeah|and|but|so|right|look)\W+)*(?:(?:many )?thanks?\b.*"
    r"|thank you\b.*|cheers\b.*|ta\b.{0,12}"
    r"|(?:i am|i['’]m|much) (?:much |most |very |so )?(?:obliged|grateful)\b.*|(?:already|as i|like i"
    r"|just|i(?:['’]ve)?(?: just| already)?) "
    r"(?:said|told you)\b.{0,16}|that(?:['’]s| is|s) what i said\b.*|do(?:n['’]?t|nt) be (?:daft|silly"
    r"|stupid|ridiculous)\b.*"
    r"|(?:yes|yeah|of course|course)?\W*i(?:['’]m| am) (?:quite |very |pretty |absolutely |dead )?(?:sure"
    r"|certain)\b\W*$"
    r"|(?:you['’]re|you are|you) (?:not listening|daft|a (?:machine|robot|bot)|keep asking)\b.*|lol|haha?"
    r"|good (?:question|point|one)"
    r"|(?:yes|yeah|yep|ok|okay|fine|sure|right|honestly|goodness|bloody hell)\W*$|nice (?:try|one)"
    r"|(?:there(?:['’]?s| is| are| will be| should be|) (?:not |no |n['’]?t |never )+(?:any |such |real |big "
    r"|other |much )*"
    r"|i (?:do(?:n['’]?t| not|nt)|can(?:['’]?t|not)) (?:see|foresee|think of|expect|have|find) (?:any |a |no "
    r"|such |real |big )*"
    r"|i (?:see|foresee|have|expect) (?:no|not any) (?:real |big |such )*|(?:no|not any) (?:real |big |such "
    r"|major |other )*)"
    r"(?:problems?|issues?|obstacles?|barriers?|difficult(?:y|ies)|hurdles?|hindrances?|snags?|blockers?|challenges?)"
    r"(?:,? (?:i think|really|as such|at all|for me|from my side|with (?:it|this|that)|there|here|in (?:it|this|that)"
    r"|to be honest|tbh|for now|so far|yet|now))*\W*"
    r"|(?:(?:not|very|quite|pretty|fairly|reasonably|extremely|totally|completely|absolutely|moderately|so|that"
    r"|too|really)\b"
    r"\s*)+(?:sure|confident|certain|likely)?\W*$|(?:meh|so[- ]so|middling|high|low|medium|fairly high|quite low)\W*$"
    r"|n/?a\W*$|(?:no,? )?(?:i )?(?:do(?:n['’]?t| not)|dont) (?:really )?think so\W*$|(?:stop|quit) (?:asking"
    r"|nagging)\b.*)$",
    re.I,
)
LOOSE: Final = OnNeed(r"[\s,;.]*(?:\b(?:and|but|so|then|or)\b[\s,;.]*)*$", re.I)
