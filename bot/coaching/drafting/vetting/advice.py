"""Telling the doctor what to do, seen in the text whatever the sentence is tagged as."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting.counsel import BARE, COUNSEL
from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.kinds import Act
from bot.coaching.record import Problem

_VIEW: Final = (
    r"(?:feel|feels|felt|think|thinks|thought|say|says|said|whether|what|how|who|whom|where|when|which|why|all|things?"
    r"|that|believe|told|wonder|if|as though|sense|until|before|because|everything|anything|nothing|something"
    r"|one thing)"
)
_OUTRIGHT: Final = re.compile(
    r"\b(?:i (?:would |strongly |really |also )*(?:suggest|recommend|advise|propose|urge|encourage)\b"
    r"|my (?:advice|suggestion|recommendation|tip)\b|(?:i would|if i were you,? i would) (?:start|begin|go|ask|talk"
    r"|speak"
    r"|try|tell|book|write)\b|if i were you\b|in your (?:shoes|place),? i\b"
    r"|why not\b|how about\b|what about (?:just |simply )?\w+ing\b|have you (?:ever )?(?:tried|considered"
    r"|thought (?:about"
    r"|of)|thought to)\b|did you (?:consider|think (?:of|about|to))\b|what if you (?:just |simply )?(?!were right"
    r"|are right"
    r"|did nothing|had|never|do not|did not)\w+"
    r"|you (?:really )?(?:should|ought to|had better|would do well to|might (?:want|like|wish|do well|consider|try"
    r"|find it"
    r"|be better)|may (?:want|wish|like)|(?:will|would) want to|could (?:always|simply|just|try|perhaps|consider|maybe"
    r"|start|begin|also))\b"
    r"|you (?:are|would be) (?:best|better) (?:off )?\w+ing\b|better (?:off )?to"
    r" (?!say (?:so|that|it|nothing)|tell you|be (?:plain|honest|straight)|ask you)\w+"
    r"|it (?:is|might be|may be|would be|could be|is usually|is often|is always|is probably) (?:best|better|important"
    r"|essential|vital|worth|wise|sensible|helpful|useful|crucial|a good idea|an idea|good|key|time) (?:to|if you"
    r"|\w+ing|that you)\b"
    r"|it (?:might|may|would|could|can|often|usually)? ?(?:helps?|pays?) (?:to|if you)\b"
    r"|(?<!what )(?<!which )(?:might|may|would|could) (?:well )?be worth \w+ing\b|worth (?:a try|trying|considering"
    r"|asking|exploring"
    r"|raising)\b"
    r"|(?:one|another|a|the (?:first|best|next|simplest|safest|key|smart|only)|your (?:first|best|next)|a good|a useful"
    r"|a first|a small|a practical) (?:thing|way|step|option|approach|move|idea|place|strategy|tip)(?: \w+){0,4}?"
    r" (?:is|would be|might be|may be|could be) (?:to |for you|\w+ing\b)"
    r"|one (?:thing|option|way|idea|approach) (?:you|that you) (?:could|might|can|may)\b"
    r"|here (?:is|are) (?:one|some|a few|two|three|what|how|a|my|your) (?:thing|way|step|idea|tip|suggestion|line|you"
    r"|plan|script|first)\w*"
    r"|the (?:key|trick|answer|secret|way forward|solution|priority|first step|best thing|right thing)(?: here"
    r"| now)? is (?:to|simply|usually|often|always|probably|that you|for you|a|an|in|\w+ing)\b"
    r"|make sure|be sure to|remember to|do not forget to|try to\b|(?<!if you )(?<!to )(?<!you )try \w+ing\b"
    r"|consider \w+ing"
    r"|(?<!would )(?<!do )(?<!did )(?<!that )(?<!what )you need to (?:be|make|set|tell|ask|speak|have|take|start|stop"
    r"|learn|show|get|go|build|focus|listen|think|talk"
    r"|raise"
    r"|find|sit|document|report|stand|put|let|escalate|push|book|give|own|apologise)\b"
    r"|(?:needs|ought|has) to be (?:raised|escalated|reported|addressed|challenged|documented|tackled|dealt))"
)
_SHOULD: Final = re.compile(
    r"\b(?P<who>\w+) (?:really |also |all )?(?:should|ought to|needs? to|must|has to|have to|had better)(?! (?:have"
    r"|be able|know|feel|look|he|she|it|they|you)\b) \w+"
)
"""What anybody should do is advice, too, unless the doctor has said so."""
_NOBODY: Final = frozenset(
    "would may might could will do not i no any what which who pocket still just that it there".split()
)
_OBLIGED: Final = re.compile(
    r"\b(?:have to|has to|had to|must|need|needs|needed|got to|gotta|should|shouldnt|supposed|meant to|ought)\b"
)
_GENERAL: Final = re.compile(
    r"\b(?:some|many|most|other|others|a lot of|plenty of|lots of|a few|several|few|certain|good|great|effective"
    r"|experienced) "
    r"(?:\w+ ){0,2}?(?:people|doctors|colleagues|teams|trainees|fellows|supervisors|consultants|registrars|leaders"
    r"|of us|juniors"
    r"|clinicians|nurses|managers|departments|hospitals|wards|units|practices|surgeons|trusts)\b"
    r"|\b(?:some|others|many|most|people|those) (?:in (?:your|that|this) (?:position|place|shoes|situation)"
    r"|before you|find|have"
    r" found|try|tend|use|begin|start|swear by|get round|got round|would (?!want|like|have|be|say|see|know|need))\b"
    r"|\btends? to (?:be|work|help|go|land|take)\b"
    r"|\b(?:what|one thing|something) (?:\w+ ){0,2}?(?:works|worked|helps|helped|people do)\b(?=.* is\b)"
    r"|\busually (?:works|helps)\b"
    r"|\bi (?:would|might) (?!like|rather|want|hear|be|not|add|still|never|also|only|hope|wonder|say|call|ask\b|guess"
    r"|put it|love|expect|need|have)\w+"
    r"|\bi wonder (?:whether|if) (?:\w+ ){0,8}?(?:might|could|would) (?:be|help|work|make|take|do)\b(?=.*\b(?:route"
    r"|way|start|option"
    r"|answer|help\w*|work\w*|useful|worth|easier|better|idea|step|move)\b)|\bi wonder (?:whether|if) (?!being|having"
    r"|there being)\w+ing\b"
    r"|\bnext (?:step|move|thing)s? (?:is|would|could|might|here)\b|\b(?:might|may|could|would) be (?:one|a|the"
    r"|your) (?:\w+ )?(?:route"
    r"|way|option|step|start|answer|idea|move|opening|place|solution)\b|\bwould (?:settle|solve|fix|sort|save"
    r"|take the \w+ out|do"
    r" the trick|get you|cut|ease|free|spare)\b|\b(?:is|are) (?:usually |often |always )?the way (?:in|forward|out"
    r"|round|through)\b"
)
"""What others do, what usually works, what I would do: advice in the third person."""
_SHOULD_IN_VIEW: Final = re.compile(
    rf"\b{_VIEW}(?: that)? (?:you|he|she|they) (?:really )?(?:should|ought|need|must|have to|could|might|may|would)"
)
_RESTATE: Final = frozenset({Act.SUMMARISE, Act.PLAN, Act.CLOSE})
_INTENDS: Final = re.compile(r"\b(?:i will|ill|i am going to|going to|gonna|i could|could|plan|try|maybe|might)\b")
_COULD: Final = re.compile(
    r"\byou (?:could|can|might|may)(?: then| even| at least| either| now| also)? (?P<verb>(?!see|hear|feel|tell that"
    r"|not"
    r"|have|be\b|know|remember|say that|well|find|only|say no\b|sense|picture|think of|live|trust|already|still"
    r"|no\b|do (?:things?|what|it|anything|nothing|that)\b|say straight|tell|point|hold|hardly|leave|change|name"
    r"|give|describe|count|put|show|stand|imagine|recognise"
    r"|still)\w+)"
)
_ALL: Final = 0.99
"""The share of its telling words that makes a sentence nothing but the doctor's own words."""
_CONDITIONAL: Final = re.compile(rf"\b{_VIEW}(?: that)? you (?:could|can|might|may)\b|\b(?:can|could|might|may) you\b")
_ORDER: Final = re.compile(
    r"(?:^|[.;:] |, then |\band then |, so (?=(?:try|ask|tell|go|write|send|speak|talk|ring|email|book|leave|keep"
    r"|put)\b))(?:(?:first|then|next|so|and|but|just|please|maybe|perhaps|instead|now|again|also"
    r"|finally|honestly|simply|next time|for now|of course|ok|okay|well|right),? )*"
    r"(?:(?:on|in|at|before|after|when|if|by|over|during|once|with|for)\b(?: [\w'-]+){1,7}, )?(?:just |simply |always "
    r"|never"
    r"|do not )?"
    r"(?:agree (?:with|on|to)|open (?:with|the|each|by)|wait|count (?!on)|move (?!on)|swap|split|change|cut|drop"
    r"|pick (?!up)"
    r"|name (?!it)|read|walk|watch|hand|follow|reply|save|limit|visit|warn|admit|slow|rest|sleep|eat|breathe|accept"
    r"|forgive"
    r"|delegate|escalate|insist|refuse|decline|protect|block|join|learn|look (?!ahead|back|at that|at it)"
    r"|think (?:about|of)"
    r"|try|start (?!wherever|where you)|begin (?!wherever|where you)|ask|speak|talk|email|book|arrange|set (?!against"
    r"|beside|by|in|for|down)"
    r"|make (?!of)|go (?!on|well)|use|consider|remember|focus|avoid|stop (?!me|there)|get|find|listen|sit|invite|offer"
    r"|share|raise|escalate|report|document|meet|choose|pick (?!it up)|do not (?!worry|rush)|be (?!my)|note|plan"
    r"|prepare"
    r"|practise|send|ring|call|phone|text|approach|challenge|push|stand|trust|let (?!me|us|it|that)|draft|schedule"
    r"|apologise|thank (?!you)|explain|tell (?!me)|acknowledge|set up|propose|suggest|request|seek|take (?!your time"
    r"|the \w+"
    r" first|it or)|keep (?!that|this|hold)|put (?!me |a number|that|it another|right|off|out|down|by|in|up (?:with"
    r"|by)|so|like|plain|simply|first|last)|give (?!me)|bring (?!it back)"
    r"|show (?!me)|own"
    r"|stay|stick|build|break|map|list|check|gather|collect|run|hold|lead|help|work|walk|write (?!when|again|any|to me"
    r"|back|whenever|and tell))\b"
)
_STEERS: Final = re.compile(
    r"^(?:so |and |then |now |just )?(?:take (?:that|this|it|one|away|thursday)|put (?:yourself|aside)|go back"
    r"|stay with"
    r"|staying with|start with (?:the|what|that)|begin with (?:the|what)|hold that|keep|picture|imagine|suppose"
    r"|use your own"
    r"|find me|make of|set (?:the|that|this|aside)|call (?:it|that)|leave|stick with|be as|work (?:it )?(?:back"
    r"|forward))\b"
)


def advises(line: Line, look: Look) -> str:
    """The words by which a sentence tells the doctor what to do, or nothing; what the doctor said is a reflection."""
    hit = _OUTRIGHT.search(line.plain)
    if hit and not _SHOULD_IN_VIEW.search(line.plain[max(0, hit.start() - 30) : hit.end()]):
        return hit.group(0).strip()
    general = _GENERAL.search(line.plain)
    if (
        general
        and not line.asks
        and line.act is not Act.CHALLENGE
        and not line.cites
        and not look.is_said_back(general.group(0))
    ):
        return general.group(0).strip()
    if line.asks:
        return ""
    counsel = COUNSEL.search(line.plain)
    if counsel and line.act is not Act.CHALLENGE and not line.cites and not look.is_said_back(counsel.group(0)):
        return counsel.group(0).strip()
    remedy = _REMEDY.search(line.plain) if line.act in (Act.REFLECT, Act.AFFIRM) else None
    if remedy and not _HELD_OPEN.search(line.plain) and not look.is_said_back(remedy.group(0)):
        return remedy.group(0).strip()
    return _milder(line, look)


_HELD_OPEN: Final = re.compile(
    r"\b(?:if|who|whether|what|where|when|how|why|nobody|no one|not|cannot|says?|said|told)\b"
)
_REMEDY: Final = re.compile(
    r"(?:^|[.;:,] )(?:a|an|one|the|another|perhaps|maybe) (?:\w+ ){1,7}?(?:would|could) (?:be|ring|stay|go|help"
    r"|make"
    r"|take|do|stop|mean|give|have|come|put|move|tell|ask|let|work|start|save|show)\b"
    r"|\bit (?:only |just )?takes (?:one|a|only|just|two)\b"
)
"""Something that would mend it, held out as a statement."""


def _milder(line: Line, look: Look) -> str:
    """What tells what to do unless the doctor said as much."""
    plain = line.plain
    should = _SHOULD.search(plain)
    if (
        should
        and should["who"] not in _NOBODY
        and not (should["who"] == "you" and "have to" in should.group(0))
        and not _OBLIGED.search(look.doctor_plain)
        and not _SHOULD_IN_VIEW.search(plain)
        and not re.search(r"\b(?:if|should) [^.]*$", plain[: should.start("who")])
    ):
        return should.group(0)
    told = look.mostly_told(line.own)
    could = _COULD.search(plain)
    if could and not told and not _CONDITIONAL.search(plain) and could["verb"] not in look.doctor_plain:
        return could.group(0)
    order = _ORDER.search(plain) or BARE.search(plain)
    restates = told and (line.act in _RESTATE or _INTENDS.search(look.doctor_plain))
    restates = restates or look.mostly_told(line.own, _ALL)
    if order and not restates and not _STEERS.search(plain):
        return order.group(0).strip()
    return ""


def faults(look: Look) -> Iterator[Problem]:
    """Advice where none is due, or that is not called so."""
    due = Act.ADVISE in look.sheet.guide.acts
    for line in look.lines:
        told = advises(line, look)
        if told and not due:
            yield Problem(code="advice_not_due", detail=f"tells the doctor what to do: {told!r}")
        elif told and line.act in (Act.REFLECT, Act.AFFIRM, Act.INFORM, Act.CHALLENGE) and not line.asks:
            yield Problem(code="act_mismatch", detail=f"is called {line.act.value} and advises: {told!r}")
