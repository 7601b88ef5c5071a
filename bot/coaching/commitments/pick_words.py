"""What shows that somebody means to do something, and what only says when, where or why: patterns of the act."""

import re
from typing import Final

from bot.coaching.commitments import act_words as said
from bot.coaching.commitments.time_words import FULL_DAY, TOMORROW
from bot.coaching.plain import OnNeed

VERY: Final = r"(?:(?:very much|really|also|just|simply|rather|dearly|most of all|now|therefore|probably|maybe),? )*"
ASIDE_IN: Final = r"(?:,[^,.;]{2,48},)?"
DECIDED: Final = OnNeed(
    rf"\b(?:what i(?:['’]ll| can| could| will|would|shall|want to|(?:would|['’]d) like to|have decided(?: to)?|plan to"
    rf"|intend to)\b"
    rf"[^.;!?]{{0,60}}? is(?: that i(?:['’]m| am| will|['’]ll|['’]d| would| shall)(?: going)?)?"
    rf"|(?:the|my)(?: \w+)? (?:plan|aim|intention|idea|step|goal|proposal|commitment|thing"
    rf"|one)\b[^.;!?]{{0,48}}?(?:['’]s| is| will be"
    rf"| would be)(?: that i(?:['’]m| am| will|['’]ll|['’]d| would| shall)(?: going)?)?|this is the one i choose,? is"
    rf"|i (?:intend|plan|propose|undertake|promise|commit|mean|aim|resolve|have decided|have resolved|shall"
    rf"|will)(?: myself)?{ASIDE_IN}"
    rf"|(?:i(?:['’]m| am)|im) (?:therefore )?(?:going|planning|aiming|committed|determined|resolved|set"
    rf"|about))\s+{VERY}(?:to "
    rf"|to go and )?{VERY}"
    rf"(?P<what>(?:(?<=to )(?!be (?:honest|frank|fair)\b)[a-z]+|{said.VERB}|{said.GERUND})\b.*)",
    re.I | re.S,
)
"""What is decided, by the words before it: any verb may follow 'my plan is to'."""

WISHED: Final = OnNeed(
    rf"\b(?:i(?:['’]d| would|d| should) {VERY}(?:like|love|prefer|wish|want){ASIDE_IN} {VERY}to"
    rf"|i {VERY}(?:want|wish|hope"
    rf"|need"
    rf"|do want|expect|ought|have) to"
    rf"|(?:i(?:['’]m| am)|im) {VERY}(?:wanting|hoping|thinking|trying|minded|inclined|keen) (?:to|of|i)"
    rf"|(?:i(?:['’]d| would)"
    rf"|id) (?:prob(?:ably)? |maybe |just )*start by|going with|thinking (?:of|about|i|maybe i)|i (?:could|can"
    rf"|would|should|might){ASIDE_IN})\s+"
    rf"(?:just |probably |maybe |then |also |first )*(?:have (?=\w+(?:ed|en|nt|ld|id"
    rf"|de)\b))?(?P<what>(?!(?:not|prefer|wish|want|love|need|be|have been"
    rf"|say that|know|think|feel|like"
    rf"|rather|see how)\b)[a-z]+\b.*)",
    re.I | re.S,
)
CAN_I: Final = OnNeed(
    rf"^\W*(?:(?:ok|so|well|um+|maybe|actually)\W+)*(?:can|could|may) i (?:please |just |maybe "
    rf"|also )*(?P<what>{said.VERB}\b[^?]*)$",
    re.I | re.S,
)
"""'Can I just say sorry to her', without a question mark: what somebody means to do who was asked for it."""

SUPPOSE: Final = OnNeed(
    rf"^\W*(?:(?:ok|so|well|um+|maybe|perhaps|i guess|i suppose|idk|dunno)\W+)*(?:i )?(?:could|might|can|just)?\W*"
    rf"(?:(?:i (?:don['’]?t know|dunno|guess|suppose)|sort of|kind of|kinda|like|maybe"
    rf"|just)\W+)*(?P<what>{said.VERB}\b[^?]*)\?\W*$",
    re.I | re.S,
)
"""'Maybe I could, I don't know, sort of go to her?': one idea, offered with a doubt."""

WILL: Final = OnNeed(
    rf"^\W*(?:(?:so|ok|okay|right|yes|yeah|well|um+|fine|think i|and|then|just|instead|actually|prob(?:ably)?"
    rf"|hopefully)\W+)*(?:will|shall|{said.GONNA}|going to|gotta|must"
    r"|(?:need|have|got|want) to(?! (?:answer|finish|get|deal|sleep|rest|eat|run|dash|leave|stop|work|study|revise"
    rf"|focus|improve|learn|become|change|say)\b))\s+{said.SOFTLY}"
    r"(?P<what>(?!(?:be|do|have|see|never|not|need|want|try|know|think|feel|get back|let you|take|go|come"
    r"|come back|keep"
    r"|depend|miss|lose|forget|fail|struggle|hate|like|love|and|or|but|if|i|s?he|it|they|we|you|this|that|there"
    r"|the|a|an"
    r"|my|our|his|her|their|these|those|people|someone|anyone|nobody|everyone|any|all|some)\b)"
    r"[a-z][\w-]{2,} (?!is\b|it\W*$|ever\b|be\b).+)$",
    re.I | re.S,
)
"""'Will mesage the coordinator': any verb behind a 'will' that has lost its 'I', where an act was asked for."""

ME_TO: Final = OnNeed(
    r"^\W*(?:(?:so|ok|then|and|right)\W+)*(?:me|myself) to (?P<what>(?!be\b)[a-z]{2,}\b.*)", re.I | re.S
)
"""'Me to lead, him to scribe'."""

I_AM_DOING: Final = OnNeed(
    r"^\W*(?:(?:so|ok|right|well|tonight|tonite|tomorrow|this time|instead|and|in \w+"
    r"|on \w+)\W+){0,4}(?:i['’]?m|im|i am) (?:just |only )?"
    r"(?P<what>(?!(?:be|feel|hav|gett|work|struggl|try|go|think|hop|plan|wonder|worry|do|say|aim|deal|look"
    r"|find|strugg|cover|start|fly|stay|see"
    r"|sit|lov|hat|miss|run|com|leav|mak|liv|writ|read|shar|kidd|jok|guess|ask|tell|be|us|suppos|assum|expect"
    r"|dread|pray)\w*in[g'’]?\b)"
    r"[a-z]{2,}in[g'’]? .*)",
    re.I | re.S,
)
"""'I'm bringing Farah', 'I'm keepin my hands off': what is settled, told as if it were going on."""

GETS_DONE: Final = OnNeed(
    r"^\W*(?P<rest>(?:everything|anything) (?:else )?gets? \w+ .+)|\b(?:my|the) (?:plan|idea|aim)(?:['’]?s"
    r"| is) that (?P<what>.+)|^\W*(?P<asked>(?:whoever|whichever|the|everyone|each|all)\b[^,.;?]* gets? "
    r"(?:asked|told|thanked|shown|invited|offered|taught|split|moved|called)\b.*)",
    re.I | re.S,
)
"""'The list gets split at 11': an act told as what will happen."""

MID_DAY: Final = OnNeed(
    rf"(?<=[a-z])\s+(?P<day>(?:on |this |next )*(?:{FULL_DAY}|{TOMORROW}|tonight|today))(?= (?:instead|and"
    rf"|with|to|about|that|if|so|how|what|whether"
    r"|rather|before we|for)\b)",
    re.I,
)
"""A day in the middle of the words, which read on without it: 'chair it wednesday instead of hiding'."""

SETTLES_ON: Final = OnNeed(
    r"^\W*(?:(?:ok|right|no|so|well|yes|the|my|probably|definitely|going with|go with|i['’]ll go with|it['’]s"
    r"|it|has to be|just)\W+)*"
    r"(?P<one>[\w&'’-]+(?: [\w&'’-]+){0,2}?)(?:,? (?:then|it is|i think|probably|definitely|first))?\W*$",
    re.I,
)
"""'M&M, then.' behind two ideas: which of them it is."""

SMALL_TAIL: Final = OnNeed(
    r"(?P<small> (?:it|him|her|them|me|us|up|out|in|too|back|over|again)){1,2}(?=\W*$|[.,;!?])", re.I
)
"""What a found phrase stops just short of: 'tell her that I saw' 'it'."""

WHENEVER_I: Final = OnNeed(
    rf"^\W*(?:when(?:ever)?|once|as soon as|every time|next time|the (?:moment"
    rf"|minute)) [^.;?]{{3,60}}?,?\s+i(?:['’]ll| will)? {said.SOFTLY}"
    rf"(?P<what>{said.VERB}\b.*)",
    re.I | re.S,
)
"""'When micro rings i repeat it back': an act bound to its occasion."""

WEIGHS: Final = OnNeed(r"\beither\b.*\bor\b", re.I)
EITHER: Final = OnNeed(
    r"\beither\s+(?:i |to |i['’]ll |i could )?|,?\s+or\s+(?:else )?(?:i |to |i['’]ll |i could )?", re.I
)
GOES_ON_ABOUT: Final = OnNeed(
    r"^\W*(?:(?:just|only) )?(?:['‘\"][^'‘’\"]{1,40}['’\"] )?(?:about|re|regarding|concerning|with|over"
    r"|to(?= (?:the|my|our|dr|mr|him|her|them)\b))\s+(?!(?:time|luck|hindsight|regards|what|that)\b)[^,.;?]{3,70}\W*$",
    re.I,
)
"""'About the extras': what the act before it is about, in a sentence of its own."""

BEGINS_WITH_ACT: Final = OnNeed(
    rf"^\W*(?:(?:and|then|first|firstly|second|secondly|thirdly|also|next|actually|just|to|finally|aka|ie"
    rf"|i\.e\.?|namely|meaning|what|so|ok)\W+)*{said.VERB}\b(?!:)",
    re.I,
)
IN_BRACKETS: Final = OnNeed(r"\s*\([^()]{12,}\)?\W*$")
DENIED_NEXT: Final = OnNeed(
    r"^\W*(?:(?:but|no|well|only|except|lol|haha)\W+)*(?:i (?:won['’]?t|wont|wouldn['’]?t|can['’]?t)"
    r"|not really|as if|joking|kidding)\W*$",
    re.I,
)
"""'I won't.' behind a plan: it was none."""

A_QUESTION: Final = OnNeed(r"^\W*(?:may|might|can|could|would|should|shall|is|are|do|does) [^.!]*\?\W*$", re.I)
OF_A_NOUN: Final = OnNeed(r"\b(?:any|every|the|each|no|a) [\w-]+\s+$", re.I)
POLITE: Final = OnNeed(rf"\bi(?:['’]d| would|d| should) {VERY}(?:like|wish){ASIDE_IN} {VERY}to\b", re.I)
LOGISTIC: Final = OnNeed(
    r"^(?:(?:do|try|send|write|make|raise|take|say|submit|email|text|post|read|use|have|get|book|draft|arrange"
    r"|put|hold|bring)"
    r" (?:it|so|this|that|one|the (?:offer|request|call|email|message|ask|text|conversation"
    r"|first invitation|visit))"
    r"(?: (?:then|there|by email|in person|via (?:his|her|their|my) \w+|off|out|in|over|across|round|anyway|still"
    r"|at|on|for|by))*"
    r"|do so.*|(?:begin|start|commence)(?: (?:that|which) \w+ \w+)?|have (?:it|this|that) done)\W*$",
    re.I,
)
EVENT: Final = OnNeed(
    r"^(?:seeing|working|supervising|covering|flying|starting|going|being|having|see|am|work)\b(?! to\b)"
    r"(?!.*\b(?:and|to) (?:\w+ )?(?:ask|tell|say|show|find|talk|raise|give|offer|propose|suggest|apologi[sz]e"
    r"|explain)\b)",
    re.I,
)
BEST_IS: Final = OnNeed(
    r"\b(?:best|thing|plan|idea|step|first|answer|one)\b[^.!?]{0,24}?\b(?:is|would be"
    r"|['’]s)\s+(?:that\s+)?(?:i(?:['’]ll| will"
    rf"|['’]d)?\s+|to\s+)(?P<what>{said.VERB}\b.*)",
    re.I | re.S,
)
I_DO: Final = OnNeed(
    rf"(?<!that )(?<!when )(?<!what )(?<!how )\b(?:i|we)(?:['’]?m| am|['’]ll| will| shall|['’]d"
    rf"| would)?\s+{said.SOFTLY}"
    rf"(?:go and |be )?(?P<what>(?!(?:have|help|work)\b)(?:{said.VERB}|{said.GERUND}|meeting(?= (?:my|the|with"
    rf"|him|her|them|dr|our)\b))\b.*)",
    re.I | re.S,
)
TOGETHER: Final = OnNeed(
    rf"\b(?:me and|i and) [\w\s]{{3,30}}? (?:should "
    rf"|could )?(?:just )?(?P<what>{said.VERB}\b.*)",
    re.I | re.S,
)
SOFT_BARE: Final = OnNeed(
    rf"^\W*(?:(?:i guess|i suppose|maybe|perhaps|probably|prob|well|um+|so|ok|just"
    rf"|hmm+)\W+)*(?P<what>{said.VERB}\b[^?]*)",
    re.I,
)
NOUNS: Final = OnNeed(
    r"^(?:.*[:,]\s+)?\W*(?:just |then |with )*(?P<what>(?:(?:a|an|one|the|my|quick|proper|short|half|quiet|wee"
    r"|little|brief|long|calm|private|good|honest|five|ten|two"
    r"|\d+)\s+)*(?:face to face|mins?|minutes|coffee|tea|chat|word|meeting|catch.?up"
    r"|1:1|day|hour|lunch|session|email|call|text|question|conversation|sit.?down|walk|visit|debrief)\b.*\b(?:with"
    r"|w|wi|wiv|to|for)\b/?.*)",
    re.I | re.S,
)
COUNTS: Final = OnNeed(
    r"^do (?:one|1) (?:simple |small )?thing\W+(?:(?:and )?(?:that|which) is\W+)?(?:i(?:['’]?ll| will| shall"
    r"| am going to) )?"
    r"|^keep (?:it|things) (?:simple|small|short|brief)\W+(?=\w+ \w+)|^do what you (?:said|suggested"
    r"|say) and\s+|^put me down for\W+|^do (?:two|three|four|2|3|a couple of"
    r"|a few) things\W+|^do (?:it|that|this)\b[^:]{0,24}:\s+",
    re.I,
)
DO_THAT: Final = OnNeed(r"^(?:do|try) (?:that|this|it)\b(?!\s+\w+\s+\w+\s+\w+)", re.I)
ASIDE: Final = OnNeed(
    r",\s+(?:i['’]?m|i am|i['’]ve|it['’]?s|that['’]?s|she['’]?s|he['’]?s|they['’]?re|since|as i|no buts"
    r"|in any case)\b.*$",
    re.I | re.S,
)
TRAILING: Final = OnNeed(
    r"[\s,;:–—-]*(?:\b(?:should be|and|then|but|by|on|at|from|the|for|next|this|starting|beginning|i think|maybe"
    r"|probably|prob|lol|haha|tbh|yes|ok)\b[\s,;:]*)+$",
    re.I,
)
LEADING: Final = OnNeed(
    r"^[\s,;:.–—-]*(?:(?:and|then|so|but|just|to|also|mibbe|mebbe|let['’]?s (?:go with|say|do|make it)"
    r"|put me down for:?|(?:have|need|plan|hope|hoping|planning|aiming|intending) (?:to|on)|gotta|must"
    r"|go(?:ing)? with|i['’]ll|i will|i['’]?m going to|going to|gonna)\s+)+",
    re.I,
)
CLOCK: Final = OnNeed(r" at \d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?$", re.I)
"""An hour behind the day, which goes with it."""
WEIGHED: Final = OnNeed(r"\b(?:but|although|though|maybe|perhaps|or)\b", re.I)
COULD: Final = OnNeed(r"\b(?:could|might|can|maybe|perhaps|or)\b", re.I)
