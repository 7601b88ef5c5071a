"""The words by which an act is told, hedged, asked about or reported: the patterns that acts are read with."""

import re
from typing import Final

from bot.coaching.plain import OnNeed

VERBS: Final = (
    "admit agree apologi[sz]e approach arrange ask attend audit block book bring buy call cancel carry catch chair"
    " change"
    " chase check choose circulate clear close collect come compare contact copy count cover cut decide delegate delete"
    " design discuss do draft draw drop email explain feed film find finish fix follow forward gather get give go grab"
    " greet hand have help hold introduce invite join keep lead leave let list listen look mail make map meet mention"
    " message move name offer open own park pass phone pick pilot plan play post practi[sc]e present print pull push"
    " put"
    " raise reach read record refer rehearse remind reply request resend reserve reword ring rota run say schedule"
    " see send"
    " set share shadow show shut sit skip sort speak spend split start stay step stick stop suggest swap switch take"
    " talk knock warn prepare pop stand nudge rewrite redraft redo rebook"
    " accept acknowledge act address adjust agree aim allocate assign assess base brief challenge clarify coach"
    " commit confirm"
    " congratulate consider consult contribute convene count create debrief dedicate delegate demonstrate"
    " describe dictate"
    " divide enrol ensure escalate establish evaluate examine exchange explore express facilitate feed flag gather hand"
    " highlight host identify implement inform initiate interview involve jot kick learn listen log measure"
    " mentor monitor"
    " negotiate nominate note observe organi[sz]e own outline partner phone pitch praise prepare prioriti[sz]e"
    " produce propose"
    " protect query question reach recruit reflect register relay reorgani[sz]e repeat request research resolve"
    " respond return"
    " review revise role save scrap seek select separate simplify smile sketch sound spell state step stand"
    " structure submit"
    " summari[sz]e supervise support survey tackle telephone thank tidy touch train transfer trial type update upload"
    " validate voice volunteer watch welcome withdraw withhold whiteboard wear"
    " quote bleep vent moan natter pester corner rescue mend unpick pause rotate bin ditch refuse breathe escort sign"
    " fill log simplify insist level confess square buddy enlist ring-fence debreif msg txt shw tel shadow sum"
    " datix dm zoom facetime e-mail emial mesage messege discus aproach arange"
    " teach tell test text thank track trial try turn use visit wait walk watch whatsapp word work write"
).split()
VERB: Final = rf"(?:{'|'.join(VERBS)})"
GERUND: Final = r"(?!(?:th|noth|someth|everyth|anyth|morn|even|be|feel|meet|dur)ing\b)[a-z]{2,}ing"
SOFTLY: Final = (
    r"(?:(?:just|probably|maybe|perhaps|possibly|actually|always|also|at least|simply|still|try(?: and| to)?"
    r"|then|first|therefore|thus|hence"
    r"|definitely|only|make sure i|be sure to|have to|need to)\s+)*"
)
GONNA: Final = r"(?:gonn?a|gunn?a|gonnae|goin?na|gna|imma)"
GOING_TO: Final = rf"(?:go(?:ing?|in['’]?)? (?:to|2)|{GONNA}|gon)"
AIM_AT: Final = (
    rf"i['’]ll|i will|i shall|(?:(?:i['’]?)?m|i am|am) {GOING_TO}|{GONNA}|i plan to|i intend to"
    r"|i am to|i['’]m to|im to"
    r"|i (?:commit|aim|mean|promise|pledge) to|i['’]?m (?:planning|hoping|about|committing) to|i(?:['’]?d"
    r"| had) better"
    r"|i(?:['’]?ve| have)? decided to|i(?:['’]?ve| have) (?:just |already )?(?:arranged|agreed|booked(?: in)?"
    r"|promised|offered"
    r"|volunteered|committed|signed up|planned) to|let me|we['’]ll|we will|we['’]?re going to"
)
MAYBE: Final = (
    r"i (?:could|might|may|can|would|should|ought to|need to|must)|i['’]?d(?: like to| rather)?|i(?:['’]ve"
    r"| have) (?:got )?to"
    r"|could|might|we (?:could|might|can|should)|i (?:was|am|['’]m) thinking (?:of|about)|i want to"
    r"|i['’]?m thinking of"
)
OPEN: Final = r" (?:honest|open|straight|upfront|up front|frank|clear|firm) (?:with|w|w/|wiv|about|to)\b"
"""'Be honest with him' is something to do, 'be honest' a word to the coach."""

FIRM: Final = OnNeed(
    rf"\b(?:(?:{AIM_AT})\s+{SOFTLY}(?:be (?=(?!going\b)[a-z]{{2,}}ing\b))?(?P<what>(?!(?:be(?! the one\b|{OPEN})|she"
    rf"|he|they|it|you|we|this|i)\b)[a-z].*)|(?:ill"
    rf"|well)\s+{SOFTLY}(?P<bare>{VERB}\b.*))",
    re.I | re.S,
)
PRESENT: Final = OnNeed(
    rf"(?<!that )\bi\s+{SOFTLY}(?P<what>(?:ask|tell|go|say|send|speak|start|see|meet|email|ring|open|sit|show|text"
    rf"|call)\b.*)",
    re.I | re.S,
)
BUSY: Final = OnNeed(
    r"\bi['’]?m (?P<what>(?:texting|seeing|ringing|meeting|asking|telling|emailing|calling|messaging|sending"
    r"|having a (?:word|chat)"
    r"|(?:writing|talking|speaking) (?:to|with))\b.*)",
    re.I | re.S,
)
"""'I'm texting him tonight': a plan where it has a day, else what is going on."""

DAY_I: Final = OnNeed(
    rf"\b(?:tomorrow|tonight|(?:on |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\W+(?:then\W+)?i"
    rf"\s+{SOFTLY}(?P<what>{VERB}\b.*)",
    re.I | re.S,
)
IDEA: Final = OnNeed(rf"\b(?:{MAYBE})\s+{SOFTLY}(?P<what>(?:{VERB}|{GERUND})\b.*)", re.I | re.S)
RUN_UP: Final = (
    r"^\W*(?:(?:mm+|mhm|plan a|yeah|yes|yep|yup|ok|okay|so|well|right|um+|er+|hmm+|oh|and|then|first|firstly|second"
    r"|secondly"
    r"|third|one|two"
    r"|three|four|go on(?: then)?|please|grand|fine|sure|but|or|just|simply|actually|honestly|i suppose|i guess"
    r"|i think"
    r"|as i said|i said|already said|just said|told you|to|probably|definitely|a|b|c|the step|the plan(?:['’]?s| is"
    r"| was)?"
    rf"|(?:my |next |first |the )*(?:step|action)(?=:)|going to|{GONNA}|will(?: be)?|planning to|hoping to"
    rf"|(?:happy to )?commit(?:ting)? to(?: that)?"
    r"|my plan(?:['’]?s| is)?|plan|it['’]?s(?: to)?|step one|concretely|instead|maybe|mibbe|mebbe|perhaps"
    r"|possibly|realistically|ideally|basically|\d)\b\W*)*"
)
HEDGE: Final = OnNeed(r"^(?:\W|\b(?:so|well|ok|and|or|then|i suppose|i guess)\b)*(?:maybe|perhaps|possibly|or)\b", re.I)
BARE: Final = OnNeed(
    rf"{RUN_UP}(?P<what>{VERB}\b(?!\s+(?:is|was|are|were|['’]s)\b|,\s+(?:before|after|at|on|in)\b).*)", re.I | re.S
)
BARE_ON: Final = OnNeed(
    rf"\W*(?:(?:i|to|just|go and|then|and)\s+)*(?P<what>{VERB}\b(?!,\s+(?:before|after|at|on|in)\b).*)", re.I | re.S
)
DOING: Final = OnNeed(
    rf"{RUN_UP}(?P<what>(?!(?:teach|train|build|hous|staff|fund|report)ing\b){GERUND}\b(?!['’:]).*)", re.I | re.S
)
NO_ACT: Final = OnNeed(
    r"^(?:have? a think|(?:put|write|note|log|jot) (?:it|that|this|me) (?:down|in)\b(?! (?:as|for|to|with|on))"
    r"|(?:freeze|bottle|chicken|panic|waffle|think|let (?:the moment|it|this) (?:pass|go|slide|drop))\b"
    rf"|be\b(?! (?:at|in|there|early)|{OPEN})|never|not (?:be|have|know)|regret|die|cry|lose|fail|forget|miss"
    rf"|admit (?:i"
    r"|it|that)"
    r"|want|need|feel|get (?:eaten|shot|sacked|told|it|there|that|better|used|in trouble|blamed)|have (?:a|to|no"
    r"|the) ?(?:problem"
    r"|chance|choice|idea|breakdown)|know|see(?: how| what| if (?:it|that))?(?:\W*$|\b(?= how| what| if it))"
    r"|(?:the|a|an|my|his|her|this|that|work|clinic|theatre|bed|sleep)\b(?! (?:through|on|with|out))"
    r"|say (?:that )?(?:(?:it|this)(?! (?:to|back|out loud|aloud|again|straight|calmly)\b)"
    r"|thank(?! ?(?:you|u|s) (?:to (?!you)|properly|in person))|no more|is"
    r"|i(?:['’]?d|['’]?m| am| think| guess)\b(?! (?:sorry|not)))"
    r"|let (?:you|u) know|tell (?:you|u)\b|ask you\b"
    r"|drop it\b|do it\b(?! (?:on|by|at|in|with|tom|this|next|mon|tue|wed|thu|fri))"
    r"|go (?:now|on|back on|home|to bed|mad|with (?:that|it)|from where|for (?:it|that)\W*$|\W*$|through the motions)"
    r"|(?:carry|keep) (?:on|going)\b|go ahead|do (?:my best|it justice|as i please|you|i\b|we\b|they\b|not|n['’]t)"
    r"|come (?:back|off|across)"
    r"|have (?:done|been|had|not|n['’]t|i\b|you\b|we\b|they\b)|can|would|could|stop (?:asking|quoting|it|that|you"
    r"|here|there)"
    r"|leave it (?:here|there|for (?:now|today))|look (?:like|stupid|daft|silly|weak|i['’]?m|,|bad)|turn into|end up"
    r"|get (?:it\W*$|what you)|see (?:you|where you|your)|thank(?:s| you| u|you)\b|help me\b|give me\b|show me\b"
    r"|tell me\b|ask me\b"
    r"|let['’]?s (?:see|go on|carry on|continue|stay|stop|leave)|play (?:along|the part)|read (?:this|that) (?:back"
    r"|again)"
    r"|work (?:here|there|in|at|nights|for|it out\W*$)|own (?:up\W*$|words|way)|list\W*$|change\W*$|plan\W*$|open\W*$"
    r"|probably\b|regularly|usually|always be|sound|seem|come to think|say so\W*$|wait,|check\W*$|call (?:it|me"
    r"|myself)\b"
    r"|start small\W*$|stay with the|get me\b|try again\W*$|have to (?:think|see|wait|go|be)\b|get back to (?:you|u)\b"
    r"|say (?:about |maybe )?(?:(?:on|by|at|this|next|the) )*(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|tomorrow|tonight)\b"
    r"|sleep on (?:it|this|that)\b|let me (?:think|see|check|get|sleep|mull|have|consider|come|know|reflect)\b"
    r"|do (?:something|anything|nothing|stuff|sth|whatever)(?: (?:about it|else|soon|though|tbh))*\W*$"
    r"|(?:make|call) (?:it|that)(?: (?:the|a) \d| \d|\W*$| (?:mon|tue|wed|thu|fri|sat|sun|tom|next|then)))",
    re.I,
)
TO_THE_COACH: Final = OnNeed(
    r"^\W*(?:(?:please|first|so|ok|but)\W+)*(?:ask|tell|give|show|say to|send|help"
    r"|let(?! me (?:just )?(?:tell|ask|email|ring|call|text|message|speak|talk|write|book|raise|start|put|send|bring"
    r"|apologi[sz]e)\b)) (?:me|us)\b|\b(?:can"
    r"|could|will|would|do|did|are"
    r"|have) you\b|\b(?:can|could|may|might|shall) we (?:do|talk|leave|skip|come|try|go|move|speak|stop|have|pick"
    r"|please)\b"
    r"|\bi(?:['’]ll| will) (?:tell|ask|let|write to) you\b",
    re.I,
)
ASKED: Final = OnNeed(
    r"^\W*(?:(?:so|and|but|well|ok|hm+|or|do|also)\W+)*(?:what|how|why|who|whom|which|where|when|should i|shall i"
    r"|do i|can i"
    r"|could i|would|is|are|am i|did|does|if what)\b",
    re.I,
)
IF: Final = OnNeed(
    r"^\W*(?:(?:and|so|but|ok|well|already said|like i said|as i said)\W+)*(?:if|unless|in case)\b", re.I
)
WHENEVER: Final = OnNeed(
    r"^\W*(?:(?:and|so|but)\W+)*(?:when|whenever)\b(?!.{0,12}\b(?:next|back|on (?:shift|call))\b)", re.I
)
PAST: Final = OnNeed(
    r"^\W*(?:(?:done|yes|yeah|yep|no|nah|already|sorted|just|actually|well|so|ok|have|ive"
    r"|i['’]ve)\W+)*(?:spoke(?:n)?|told|rang"
    r"|emailed|texted|messaged|phoned|bleeped|asked|sent|met|saw|seen|caught|did|done|went|had|wrote)\b"
    r"|\b(?:i (?:made|was|did|said|told|asked|went|had|gave|sent|tried|spoke|rang|got|put|saw|kept|used to)"
    r"|last (?:week|month|year"
    r"|time|mon|tues|wed|thurs|fri|sat|sun)|yesterday|ago)\b",
    re.I,
)
TOLD_BY_OTHERS: Final = OnNeed(
    r"\b(?:he|she|they|everyone|boss|people|who|them|consultants?|nurses?|reg|sister|matron"
    r"|manager)(?:['’](?:ll|d|s))?"
    r"(?: \w+){0,2} (?:said|says?|thinks?|reckons?|worr(?:y|ies)|hopes?|knows?|told me|keeps? saying|assumes?"
    r"|expects?)"
    r"(?: \w+){0,2}\s*$",
    re.I,
)
DOUBTED: Final = OnNeed(
    r"\b(?:i (?:wish|hope|doubt|worry|fear|wonder|bet|know)|worried|scared|afraid|frightened|as if|like"
    r"|whether|if|not|what|who|how|where|which|why"
    r"|no['’]?|nae|was|were|(?:i|we) (?:said|thought|promised|swore)|never|before|b4|befor|bfore|afore|until"
    r"|till|once|while|when|whenever"
    r"|don['’]?t think|dont think"
    r"|because|cos)(?: that)?\s*$",
    re.I,
)
DREADED: Final = OnNeed(
    r"\b(?:worried|scared|afraid|frightened|terrified|dreading|(?:do|would)(?:n['’]?t| not) (?:really )?want"
    r"|wouldnt want"
    r"|i (?:worry|fear|dread|imagine|suspect|bet))\b",
    re.I,
)
"""Whatever follows in the sentence is feared, not planned."""

IRONY: Final = OnNeed(
    r"^\W*(?:well|oh|great|brilliant|lovely|marvellous|super|wonderful|ha)\b\W+(?:then\W+|well\W+)?(?:i['’]ll"
    r"|i will|ill) (?:just )?"
    r"(?:tell|inform|thank|remind|let)\b",
    re.I,
)
"""'Well, I'll tell the ward': said drily, where no day comes with it."""

DO_THAT: Final = OnNeed(r"^(?:do|try) (?:that|this|it)(?: (?:too|tbh|really|one|i suppose|i guess))*$", re.I)
WHICH: Final = OnNeed(
    r"(?<!\bfor)(?<!\bin)(?<!\bof)(?<!\bon)(?<!\band)(?<!\bor)(?<!\bwith)(?<!\bto)(?:,?\s+which|,\s+whose)\b"
    rf"(?! (?:of|one|day|way|patients?|bit)\b)(?:(?!,? and (?:then )?{VERB}\b).)*",
    re.I | re.S,
)
HEDGES: Final = OnNeed(
    r"(?:[\s,]+(?:i (?:suppose|spose|guess|think|reckon)|maybe|perhaps|probably|tbh|lol|btw|or something|you know"
    r"|(?:(?:as|like) )?i(?:['’]ve| have)? (?:already )?(?:said|told you)|already said|no\b(?= idea)))+\W*$",
    re.I,
)
OR: Final = OnNeed(
    r",?\s+or\s+(?!two\b|three\b|four\b|five\b|so\b|not\b|something|whatever|someone|somebody|less|more|both"
    r"|the other)"
    r"|,?\s+and (?:maybe|perhaps|possibly)\s+",
    re.I,
)
COMMA_VERB: Final = OnNeed(rf",\s+(?=(?:(?:maybe|perhaps|just|then|i could|i might)\s+)*{VERB}\b)", re.I)
OR_LEAD: Final = OnNeed(r"^\W*(?:(?:maybe|perhaps|just|then|or|and|to(?= \w+)|even|i could|i might|i can)\s+)+", re.I)
ASIDE: Final = OnNeed(
    r",\s+(?:(?:she|he|they|it|you|who|which|nobody|no one)(?:['’]?(?:s|d|re|ve))?|that(?:['’]?s| is| was| would| way))"
    r"\s+(?!will\b|could\b).*$",
    re.I | re.S,
)
WORDS_TO_SAY: Final = OnNeed(r"\s*:\s*[\"“].*$", re.S)
GOES_ON: Final = OnNeed(
    r"\s+(?:is (?:the one|what|probably|the thing)|would be|scares me|frightens me)\b.*$", re.I | re.S
)
_LEADS: Final = r"^\W*(?:(?:so|ok|well|just said|then|and|i think|maybe|on|by|yes|yeah|right|first thing)\b\W*)*"
LEADING: Final = OnNeed(_LEADS, re.I)
ONLY_LEAD: Final = OnNeed(rf"{_LEADS}$", re.I)
OR_ELSE: Final = OnNeed(r"^\W*(?:or|and)\s+(?:maybe |perhaps |even |just )*(?P<what>.+)", re.I | re.S)
