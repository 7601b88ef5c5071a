"""The words of an answer to a safety question, and of going on after it."""

import re
from typing import Final

from bot.coaching.plain import OnNeed

_START: Final = (
    r"^\W*(?:(?:what|eh+|u+h*m+|e+r+m*|oh|ah+|god|jesus|christ|blimey|crikey|heavens|goodness(?: me)?"
    r"|good lord|lord|bloody hell|wow|haha\w*|lo+l|ha"
    r"|sorry|i'?m sorry|im sorry|my apologies|apologies|pardon|well|hang on|wait|whoa|excuse me|for (?:god"
    r"|christ|fuck|heaven)'?s sake|ffs|wtf|omg|honestly|look|listen|please"
    r"|right|ok(?:ay)?|dear(?: coach)?|oh dear|hey|thanks?(?: you)?(?: (?:kindly|very much"
    r"|so much))?(?: for (?:asking|checking|caring|your (?:concern|care)))?"
    r"|that'?s (?:kind|nice|sweet|thoughtful)(?: of you)?|kind of you(?: to ask)?|bless you"
    r"|i appreciate (?:it|that|you asking|the question)|but|and"
    r"|to be (?:clear|honest)|let me be clear|with respect|again|as i said|like i said|i said|i told you"
    r"|dude|mate|coach|man)\b[^\w]*)*"
)
_NO: Final = (
    r"(?:(?:no+|nope|nah+|naw|nae|non|nein|nay)\b(?=\W*$|\W*[.,;:!?()\-\n]|\W+(?:i|i'?m|im|i'?ve|it'?s?|its|he'?s?|hes"
    r"|she'?s?|shes|they|we|you|ur|yer|u|that'?s?|thats|this|there|the|my|not|nothing|no+|nobody|nobodys"
    r"|just|really|god|sorry"
    r"|thanks?|thank|honestly|dear|please|of course|why|what|patients?|such|bullying|danger|lol|haha|mate"
    r"|coach|chance|absolutely"
    r"|all|everyone|at all|never|way\W*$|problems?|worries|offence|only|and|need to (?:worry|ask))\b)"
    r"|not (?:at all|remotely|in the (?:slightest|least)|me\b|in any way|even (?:close|slightly)|a chance"
    r"|that\b)|(?:absolutely|definitely|certainly|of course|course|very much|totally|completely"
    r"|most definitely|hell|god|christ|jesus|good lord|lord) (?:no+\b|not\b)"
    r"|no ?thing (?:like that|of the (?:sort|kind))|none of (?:that|those|the above|it)|never\b(?! (?:mind"
    r"|better|ending|sure))|neither\b|negative\b)"
)
PLAIN_NO: Final = OnNeed(_START + _NO, re.I)
"""A no at the head of the answer, after whatever is said in surprise, politeness or exasperation."""

SAYS_SAFE: Final = OnNeed(
    r"\b(?:not|never|no|n'?t|isnt|dont|aint) (?:[\w']+ ){0,3}?(?:suicidal|in (?:any )?danger|at risk"
    r"|(?:thinking|think|thought) (?:of|about) (?:ending|killing|harming|hurting|suicide|anything)"
    r"|(?:thoughts?|plans?|intention) (?:of|to|about|like)|going to (?:hurt|harm|kill|do anything)|bullied"
    r"|being (?:bullied|harassed|discriminated|mistreated)|bullying|harass\w*|discriminat\w*)"
    r"|\bno ?(?:body|[- ]?one)(?:'?s| is| has| was)? (?:\w+ )?(?:bullying|bullied|harass\w*|assault\w*"
    r"|discriminat\w*|being (?:horrible|nasty|mean)|mistreat\w*|in (?:any )?danger|at risk|dying|hurt|died"
    r"|is going to die)"
    r"|\bno patients?\b(?! (?:is|are|has) )|\bno such (?:thing|thoughts?)|\bnothing like (?:that|this)"
    r"|\bnothing of (?:the|that) (?:sort|kind)|\bfigure of speech|\bfigurative\w*|\bturn of phrase"
    r"|\bmanner of speaking"
    r"|\bdark humou?r|\b(?:just|only) (?:a joke|joking|kidding|banter|venting|messing)|\bi(?:'?m| am"
    r"| was) (?:just |only )?(?:joking|kidding|exaggerating|being (?:dramatic|sarcastic|ironic))"
    r"|\b(?:nobody|no one|noone) (?:is )?(?:dying|in danger)",
    re.I,
)
"""Says in so many words that it is not so."""

PROTESTS: Final = OnNeed(
    r"\b(?:(?:i|we)(?:'?m| am| was|'?re| were) (?:just |only |simply |actually |still )?(?:talking|asking"
    r"|speaking|referring|writing|on) (?:about|of|to|on)\b"
    r"|i (?:just |only |simply )?(?:mean|meant)\b(?! (?:it|that|every word))|i (?:speak|spoke|talk|talked"
    r"|was on) (?:about|of)\b"
    r"|(?:it|this|that)(?:'?s| is| was) (?:just |only |all |purely |simply )?about\b|wrong end of the stick"
    r"|you(?:'?ve|'?re| have| are)? (?:got it wrong|got me wrong|mis(?:read|understood|understand\w*"
    r"|taken)|reading (?:too much|that wrong))|misunderst\w+|misread\w*"
    r"|(?:that'?s|thats|it'?s|that is|it is|this is) not what i\b|didn'?t mean (?:that|it like that"
    r"|it that way)|absurd|ridiculous|daft|preposterous|overreact\w*"
    r"|please stop asking|stop asking (?:me )?(?:that|this)|drop it)",
    re.I,
)
"""Protests that something else was meant, which is a no."""

_HARDLY: Final = (
    r"(?:barely|hardly|scarcely|almost|nearly|half|mostly|mainly|usually|sometimes|never|not|probably|maybe)\b"
)
WELL: Final = OnNeed(
    rf"\b(?:i'?m|i am|we'?re|we are|all(?:'?s| is)?|everything(?:'?s| is)?|feeling"
    rf"|feel) (?:(?!{_HARDLY})[\w']+ ){{0,2}}(?:safe|ok(?:ay)?|fine|grand|all right|alright|good"
    rf"|well)\b(?! (?:with|at|if|when|until|as long)\b)",
    re.I,
)
UNWELL: Final = OnNeed(
    r"\b(?:(?:don'?t(?! worry)|do not|can'?t|cannot|couldn'?t|no longer|never|isn'?t|aren'?t"
    r"|not(?! (?:suicidal|in danger|at risk)))"
    r" (?:[\w']+ ){0,3}(?:safe|ok(?:ay)?|fine|all right|alright|sorted|stable|(?:carry|go|get) (?:on|back)))\b",
    re.I,
)
"""Not safe, not fine, cannot go on."""

YES: Final = OnNeed(
    r"^\W*(?:(?:well|um+|er+|oh|i mean|honestly|tbh|to be honest|truthfully|god|ok|okay|no)\W+)*?(?:yes"
    r"|yeah|yep|yup|aye|ya|i (?:am|do|have|was)(?:\W*$|[,.]"
    r"| (?:been|had|thought|think))|i (?:think so|guess|suppose)(?! not)|sometimes|maybe|perhaps|possibly"
    r"|probably|kind of|kinda|sort of"
    r"|a (?:bit|little)|not sure|i'?m not sure|i don'?t know|dunno|idk|most (?:days|nights)|often"
    r"|now and (?:then|again)|occasionally|on and off|once or twice|every (?:day|night|so often)|true"
    r"|correct|exactly)\b",
    re.I,
)
"""A yes to the question, however half-hearted."""

MUSES: Final = OnNeed(
    r"^\W*(?:maybe|perhaps|possibly|probably|sometimes|often)\W+(?:s?he|they|we|i|it|you|that|the|my|our|his|her"
    r"|their)\b"
    r"(?! (?:is|are|do|does|am)\W*$)(?:\W+[\w']+){4,}",
    re.I,
)
"""A sentence that goes on with the matter, about somebody: where no word of danger is in it, it answers nothing."""

OWNS: Final = OnNeed(
    r"^\W*(?:i have ?n['o]?t|i'?ve (?:not|never)|i never) told (?:any(?:one|body)|a soul)\b"
    r"|(?<!never )(?<!not )\bthought about (?:how|when|where|ways|doing it|ending it|what i'?d (?:do|use|leave))"
    r"(?=\W*$|\W+(?:i'?d|i would|but|and|yes|once|twice|sometimes|a lot)\b)",
    re.I,
)
"""What nobody says who has no such thoughts: that they have told no one, or thought about how."""

BUT: Final = OnNeed(
    r"\btook (?:them|all|some)\b|\bnot (?:tonight|today|yet|right now|at the (?:moment|minute)"
    r"|this (?:minute|week|evening|time)"
    r"|actively|currently|as such|any ?more|every (?:day|night)|all the time|often|lately|until|till|while"
    r"|unless|exactly (?:bull|suic|end))\b"
    r"|\b(?:but|though|although|except|just|only|well|and|or|not)[\s,.]+(?:sometimes|some (?:days|nights)"
    r"|occasionally|now and (?:then|again)|on (?:bad|the bad) (?:days|nights)|at night|most (?:days"
    r"|nights)|part of me|it'?s crossed|it crosses|i (?:do )?(?:wonder|wish i)"
    r"|i (?:have|had|did) (?:thought|been|think)|the thought|when i(?:'?m)? (?:driv\w+|alone|cross\w*"
    r"|get home|on nights)|if (?:i|it) (?:did|happened|died|didn'?t|were|was|went|wasn'?t)|maybe"
    r"|wouldn'?t)"
    r"|\bwouldn'?t (?:mind|swerve|stop (?:it|a)|be sorry|say no to it|fight|care|move|brake"
    r"|get out of the way|actually|do it|do anything|act)|\b(?:would|could) never (?:do it|act on|actually"
    r"|go through)"
    r"|\b(?:do|act on|go through with|do anything about) it\b(?=\W*(?:though|anyway|tho)?\W*$)"
    r"|\bdon'?t (?:want|wanna) (?:to )?(?:wake|be (?:here|around|alive|anything)|live|exist|go on)"
    r"|\b(?:not|never|don'?t|didn'?t|wouldn'?t) (?:\w+ ){0,3}(?:wake|waking) up|\bwant (?:it|this"
    r"|everything|it all) (?:all )?to (?:stop|end|be over)|\b(?:tired|sick|done|bored) (?:of"
    r"|with) (?:living|waking|life|it all|being (?:here|alive|me)|everything|this life)"
    r"|\bbetter off\b|\bno point\b|\bwhat'?s the point\b|\bthought(?:s)? (?:about it|of it|it)\b"
    r"|\bthink (?:about|of) it\b|\bin passing\b|\bpassive\w*|\bcrosse[sd] my mind|\bpart of me\b"
    r"|\bused to\b(?=\W*$)|\bwho (?:hasn'?t|doesn'?t)|\bdoesn'?t every(?:one|body)"
    r"|\b(?:because|for|as long as) (?:of )?(?:the|my) (?:kids|children|mum|mam|mother|cat|dog|wife"
    r"|husband|boys|girls)|\bbecause of (?:the|my)\b"
    r"|\bif (?:i|it) (?:happened|died|didn'?t wake)|\bgo to sleep and\b|\bdisappear\b|\bnot (?:be"
    r"|being) here\b|\bthe (?:pills|tablets|bridge|rope|means)\b|\bmight (?:be )?(?:later|by tonight"
    r"|soon)\b|\bworse than usual\b|\bmore than usual\b",
    re.I,
)
"""A no with a yes behind it: 'no, but sometimes', 'not tonight', 'not suicidal, just wouldn't swerve'."""

HEDGED: Final = OnNeed(
    r"^\W*(?:(?:well|um+|er+|no+|honestly|tbh)\W+)*(?:not (?:really|exactly|quite|entirely|completely"
    r"|so much|particularly|especially|in so many words|necessarily)|hardly|i (?:don'?t think so"
    r"|suppose not|guess not|hope not|doubt it)"
    r"|don'?t think so|suppose not|guess not|hope not|probably not|no+\W*(?:\.\.+|…)\W*well|no+,? well)\b"
    r"|^\W*no+\W*(?:\.\.+|…)\W*$|\b(?:i wouldn'?t|wouldn'?t) (?:say|call it|go that far|put it)",
    re.I,
)
"""Half a no."""

ROUND: Final = OnNeed(
    r"\b(?:why (?:do|would|are|did) (?:you|u) (?:(?:keep|even|always|still) )?(?:ask\w*|think|want|say"
    r"|even)|what makes you (?:ask|think|say)"
    r"|(?:does|would) it (?:even |really )?matter|(?:i'?d|would) (?:rather|prefer) not"
    r"|prefer not|(?:do not|don'?t|dont) (?:want|wish|like) to (?:talk|say|answer|discuss|go into"
    r"|think about)|not (?:going to|gonna) answer|no comment|pass\W*$|let'?s not|can we not|none of your"
    r"|not your (?:business|concern)"
    r"|change the subject|forget (?:i said|it)|never ?mind|ignore (?:me|that)|what (?:if|difference)"
    r"|who(?:'?s| is)? (?:asking|reading|would|sees)|will (?:you|anyone) (?:tell|report)"
    r"|is this (?:confidential|recorded)|who (?:would|gets) (?:to )?(?:know|see|told)|define (?:danger"
    r"|safe|here|bull\w*)|depends what)",
    re.I,
)
"""A way round the question."""

HANDLED: Final = OnNeed(
    r"\b(?:it'?s (?:all )?(?:sorted|dealt with|done|safe|handled|over)|(?:they'?re|he'?s|she'?s|hes|shes"
    r"|patient'?s?(?: is| was)?|all|everyone'?s?|everybody'?s?) (?:is |are |was |were |been )?(?:all "
    r"|now )?(?:safe|fine|ok(?:ay)?|stable|well|being seen|seen|discharged)"
    r"|(?:senior|reg|registrar|consultant|boss|crash team|outreach|itu|team|anaesthetist)(?:'?s| is| are"
    r"| has)? (?:already |now )?(?:here|there|aware|on (?:the|their|his|her) way|coming|seen|with|dealing"
    r"|taken over|got (?:it|him|her|them)))\b"
    r"|\b(?:weeks?|months?|years?) ago\b|\blast (?:week|month|year)\b|\bold cases?\b|\bin the past\b"
    r"|\blong (?:over|ago|past)\b|\bhypothetical\w*|\bretrospective\w*",
    re.I,
)
"""Says of somebody else that all is well, or past: nothing to go by where it is the doctor who may not be safe."""

_ON: Final = (
    r"(?:(?:can|could|shall|may|let'?s|let us|like to|want to|happy to|rather|would like to|please|yes"
    r"|yeah|yep|ok(?:ay)?|um+|er+|sure|right|fine|well|so|i'?d|we|i|you)\W+)*"
    r"(?:(?:go|carry|crack|press|move|get) on|continue|proceed|resume|(?:go|get|come) back|back to"
    r"|pick (?:it )?up)\b"
)
ASKS_ON: Final = OnNeed(
    r"\b(?:(?:can|could|shall|let'?s|let us|like to|want to|happy to|rather|please) (?:we |i "
    r"|you )?(?:just )?(?:carry|go|get|move) (?:on|back))\b|^\W*(?:carry on|go on|continue|back to)\b"
    r"|\b(?:back|stay|stick) (?:to|with) (?:the|my|what|where)\b|\bcan we (?:talk|speak|do|go|get)\b"
    r"|\bnew topic\b|\b(?:something|anything) else\b|\bdifferent (?:question|topic|subject)\b",
    re.I,
)
"""Asks to go on, or for something else."""

GO_ON: Final = OnNeed(
    rf"^\W*{_ON}(?:\W+(?:then|please|now|if (?:that'?s|thats|it'?s) (?:al ?right|ok(?:ay)?|fine)|i suppose"
    rf"|i guess|with (?:it|that|this)|thanks?(?: you)?|coach|from (?:where|what|there|here"
    rf"|the start)[^.!?]*|where we (?:were|left)[^.!?]*))*[\s.,;:!?-]*",
    re.I,
)
FROM_WHERE: Final = OnNeed(r"^\W*(?:from|where|as) (?:where|what|there|here|we|i)\b[^.!?]*[.!?]*\s*", re.I)
YES_PLEASE: Final = OnNeed(
    r"^\W*(?:yes|yeah|yep|sure|ok(?:ay)?|please|yes please|aye)\W*(?:please|thanks?(?: you)?|then|go ahead|ta)?\W*$",
    re.I,
)

META: Final = OnNeed(
    r"^\W*(?:(?:i(?:'?m| am)|we'?re|all|everything(?:'?s)?|feeling) (?:\w+ )?(?:safe|ok(?:ay)?|fine|grand"
    r"|good|well|alright|all right)(?: now)?"
    r"|i (?:said|told you)(?: so| that| it)?(?: (?:already|before|at the start|twice))?"
    r"|(?:please )?(?:stop|quit) asking.*|(?:please )?drop it(?: please)?|this is (?:absurd|ridiculous"
    r"|daft)|you(?:'?ve| have)? (?:got|mis).*|nothing like (?:that|this)"
    r"|sorry.{0,12}|thanks?.{0,30}|thank you.{0,30}|don'?t worry.{0,12}|bloody hell|jesus.{0,12}|(?:what"
    r"|wow|god|lol|haha)\W*|not (?:at all|suicidal)|i(?:'?m| am) not (?:suicidal|in danger|at risk"
    r"|thinking .*|being .*|going .*)"
    r"|no ?(?:body|[- ]?one)(?:'?s| is)? (?:\w+ )?(?:bullying|dying|in danger|hurt|harass\w*|assault\w*).*"
    r"|no patients?.{0,12}|that'?s (?:a lot|quite|not).*|(?:it was |just )?a? ?(?:figure of speech|joke"
    r"|joking|banter).{0,10}|where did that come from|why would .*|no+\b.{0,8}|(?:god|hell|absolutely"
    r"|definitely|certainly|of course) no\w*"
    r"|(?:please |let'?s |can we |could we )?(?:go|get|carry|stay|stick|back) (?:on|back|to|with)\b.*)\W*$",
    re.I,
)
"""A sentence of the denial itself, and not of the matter."""

POINTING: Final = OnNeed(
    r"^\W*(?:(?:and|so|but|well|look|honestly|sorry|because|as) )*(?:(?:i|we)(?:'?m| am| was|'?re"
    r"| were) (?:just |only |simply |actually |still )?(?:talking|asking|speaking|referring|writing"
    r"|on) (?:about|of|to|on)"
    r"|i (?:just |only |simply )?(?:mean|meant)(?: that)?|i (?:speak|spoke|talk|talked) (?:about|of)|(?:it"
    r"|this|that)(?:'?s| is| was) (?:just |only |all |purely |simply )?about) ",
    re.I,
)
BYE: Final = OnNeed(
    r"\b(?:good ?night|night night|bye|leave it (?:t?here|for)|stop here|that'?s (?:all|it|enough)"
    r"|(?:got to|gotta|have to|need to) (?:go|run))\b",
    re.I,
)
SENTENCE: Final = OnNeed(r"(?<=[.!?])\s+|\n+")
