"""Signs of despair in a colleague that mean little one by one, and add up: trouble, a change, an order made, no future.

Each family counts once. It takes two, one of which is no mere trouble or change of mood, as those are told of many.
"""

from typing import Final

from bot.coaching.safety_colleague_signs import Later

_TROUBLE: Final = Later(
    r"\b(?:gmc|tribunal|complaint|inquest|coroner|suspended|under investigation|never event|the (?:baby"
    r"|child) (?:case|died)|lost (?:the|a) (?:\w+ )?(?:case|baby|patient)|(?:failed|fail|failing|second fail"
    r"|third fail|bad 360|didn't pass)\b|divorc\w*|(?:wife|husband|partner) (?:has )?(?:left|died|gone)|(?:son"
    r"|daughter|mum|dad|brother|baby) died|bereave\w*|redundan\w*|visa|debts?|struck off|grievance|gambling"
    r"|funeral|miscarr\w*|lost (?:his|her|their) (?:baby|dad|mum|job)|split up|custody|arrested|sacked|put down"
    r"|horrible (?:yr|year|time)|(?:awful|rough|terrible|hard|dreadful) (?:yr|year|time|few|winter|months?)"
    r"|fail(?:ed|ing)? (?:the|his|her|their) \w+|exam (?:for the )?(?:third|fourth)|letter)\b"
)
_CHANGED: Final = Later(
    r"\b(?:off (?:his|her|their) (?:food|lunch|dinner)|(?:not|isn't|stopped|hardly|barely) (?:\w+ )?(?:sleeping"
    r"|eating|coming to)|(?:gone|going|keeps going|very|so) (?:quiet|still|flat)|drinks? alone|drinking (?:alone"
    r"|on his own|on her own|a lot)|looked awful|lost (?:\w+ ){0,3}weight|in tears|cry(?:ing)?|cried|cries|low\b"
    r"|in bits|suddenly (?:\w+ ){0,2}(?:sleeping|smiling|calm|happy|fine)|(?:so|very|oddly|strangely) (?:calm"
    r"|gently|gentle|kind|peaceful)|wasn't (?:laughing|smiling)|not (?:himself|herself)|at (?:3|4|5) ?am"
    r"|long sleeves|distant|funny one|laugh(?:ed|s) (?:it off|after)|sleeping in (?:his|her|their|the) (?:office"
    r"|car|room)|stopped (?:answering|replying|calling|ringing|talking|laughing|going|washing|joking"
    r"|sounding like)|smil\w+\b[^.!?]{0,40}\b(?:hasn't|hadn't|first time|for (?:months|weeks))|(?:gone|got"
    r"|looks) (?:\w+ )?(?:thin|quiet|grey|small)|(?:drinks?|drinking|drunk)\b[^.!?]{0,25}\b(?:mornings?|alone"
    r"|before|every)|(?:he|she|they) (?:doesn't|don't) any ?more|hip ?flask|flask at|cry(?:ing)? in the"
    r"|living in (?:his|her)|sits? in (?:his|her|their) car|(?:quiet|thin|empty|hollow|distant"
    r"|alone)\b[^.!?]{0,30}\b(?:lately|now|since))\b"
)
_IN_ORDER: Final = Later(
    r"\b(?:handed in (?:every|all|her|his)|weeks early|months early|leave(?:s)? (?:things|it|everything) (?:neat"
    r"|tidy|straight)|(?:taken|took|rubbed|wiped) (?:his|her) (?:own )?name off|(?:passed|gave|given|posted|handed"
    r"|left) (?:\w+ ){0,3}(?:his|her) (?:[\w']+ ){0,2}(?:keys?|pager|ring|watch|locker|badge|books?|bike|guitar"
    r"|\w+machine|stethoscope|dog|cat|mug|diary|notebook)|keep it safe|picked (?:the|his|her) (?:hymns|music"
    r"|songs)|paid (?:off|back)|cleared (?:his|her)|emptied (?:his|her)|tied up|squared (?:everything|it) away"
    r"|(?:cancelled|deleted|closed) (?:his|her|all|everything)|(?:said|saying) sorry to (?:every\w+|all of"
    r"|each of)|made (?:it )?up with|(?:take|takes|taking|took) (?:over|on) (?:his|her|their) (?:\w+ )?(?:audit"
    r"|project|list|teaching|kids|dog|fish|patients)|look(?:ing)? after (?:his|her|their) (?:fish|dog|cat|plants"
    r"|pets?|kids|children|mum|mother|wife|girls|boys|son|daughter)|(?:hand(?:ed|ing)|gave|given|giving|left"
    r"|sent) (?:me|us|the team) (?:all |both )?(?:his|her|their) (?:[\w']+ ){0,2}?(?:keys|log-?ins?|passwords?"
    r"|details|instructions|will)|(?:told|sent|gave) (?:me|us) (?:the|which|what) (?:songs?|hymns?|music|flowers)"
    r"|clear(?:ed|ing) out (?:his|her|their)|(?:deleted|closed) (?:his|her|their|all)|(?:envelope|letter"
    r"|note)s? (?:\w+ )?in (?:the|his|her|my) (?:locker|drawer|pigeon ?hole|desk|bag|kitchen)|if (?:i"
    r"|we) (?:ever )?need(?:ed)? it|(?:put|getting|got) (?:his|her|their) (?:\w+ )?(?:affairs|house) in order)\b"
)
_NO_FUTURE: Final = Later(
    r"\b(?:(?:don't|not to|no point|no need to|needn't) (?:bother )?(?:book\w*|put\w*|plan\w*|sav\w*|keep\w*"
    r"|count\w*|chas\w*) (?:him|her|me|them)\b|won't be (?:troubling|needing|bothering|around|coming|at the)"
    r"|(?:won't|not) (?:be )?need(?:ing)? (?:it|them|any|another|her|his)|(?:if|when) (?:s?he|they)(?:'s|'re| is"
    r"| are) not (?:in|here|back) (?:on|by|after)|how it ends|(?:his|her|my) (?:own )?funeral|eulogy|(?:isn't"
    r"|not) (?:leaving|going anywhere|moving|retiring|due)|a life for a life|heart (?:just )?(?:stops?|gives out"
    r"|packs in)|hop(?:es|ing) (?:every|each|that|not to)|after (?:i'm|he's|she's) gone|(?:if|when) (?:s?he"
    r"|they) (?:wasn't|weren't|wasnt|werent) (?:about|around|here|there|in)|(?:held|holding|holds|hung|hanging"
    r"|hangs|only here|staying|keeps? going) (?:\w+ ){0,4}?(?:because of|for the|until|till)|(?:nearly|almost"
    r"|soon(?: be)?) over|won't be long|(?:won't|wont|not|doesn't) matter (?:soon|much|now|any)|what (?:it"
    r"|that)'s all for|putting (?:me|him|her) (?:on|in|down) (?:after|for|past)|(?:won't|not|isn't) (?:be )?(?:on"
    r"|in|at) it (?:by|then|anyway)|(?:doesn't|don't|didn't|couldn't|can't|cannot) see (?:the |any |a )?(?:point"
    r"|use) (?:of|in) (?:the next|any|it|another|going|being|life|living|tomorrow)|(?:isn't|is no|no"
    r"|not) (?:an? )?'?after\b|nothing (?:planned )?after|(?:all|everything) (?:is )?(?:planned|finished?|done now"
    r"|sorted now)\b|(?:kids?|girls|boys|family|children|wife|husband|mum|team|ward|everyone|they|we|you)(?:'d|'ll"
    r"| would| will| are|'re| is)?(?: all)? (?:be )?(?:better off|do well|be fine|manage"
    r"|cope)\b[^.!?]{0,15}\b(?:with(?:out)? (?:me|him|her|their)|for good)|(?:will|can|would|could)(?: not"
    r"|n't)? (?:not )?(?:shame|bring shame|face (?:them|home|his|her))|wish(?:es|ed)? (?:s?he|they|i)(?:'d| had"
    r"| was| were)? (?:\w+ )?(?:crashed|died|dead|gone|not (?:woken|been)|never|hadn't)"
    r"|walk(?:ing)? into the (?:sea|river|traffic)|(?:one|the) last (?:time|one)|(?:env(?:y|ies|ied)|jealous of"
    r"|lucky)\b[^.!?]{0,60}\b(?:dead|die[sd]?|don't come back|didn't (?:make it|come back|wake)|arrest|ventilat\w+"
    r"|coma|palliative|the ones who)|(?:dad|mum|mother|father|doctor|one|version|mam) (?:they|you|we"
    r"|the kids) should (?:keep|remember|have)|(?:better|fine|cope) without|much longer|last time (?:you|we|i)"
    r"|no more (?:exams|nights|appraisals|portfolio)|nobody would (?:come|miss|notice))\b"
)
_FINAL: Final = Later(
    r"\b(?:sorry (?:i|that i) (?:wasn't|was not|couldn't|was never|let)|tell the (?:others|girls|lads|kids)"
    r"|thanks for everything|(?:rang|phoned|texted|called|messaged|emailed|wrote"
    r"|ringing)\b[^.!?]{0,60}\b(?:say sorry|sorry for|thank (?:me|you)|goodbye|s?he loved|i love you"
    r"|for everything)|written (?:his|her|their) letters|where (?:s?he|they)(?:'s|'re) going|gone by"
    r"|goodnight as though|sorry for not being|thank you all\b|thanks (?:all|everyone|everybody)\b"
    r"|it was never you|(?:none of (?:it|this)|it)(?: was|'s| is|'s not|wasn't)(?: not|n't)? (?:anyone's|your"
    r"|anybody's) fault|only one who (?:ever )?understood|hung up|well without me|thanks for having|said (?:all"
    r"|everything) (?:s?he|they)(?:'d)? (?:needed|wanted)|(?:she's|he's|they're) ready(?! (?:to|for (?:the|her|his"
    r"|a|it)))|best (?:boss|friend|mate|mentor|reg\w*|team|job|year|supervisor|consultant) (?:s?he|they)(?:'d| was"
    r"| were| would)? (?:ever|going to)|hugg?ed\b[^.!?]{0,40}\b(?:like|as if|so long|too long|wouldn't let go"
    r"|twice|going somewhere)|(?:be )?kind to (?:his|her|their) (?:mum|mother|mam|dad|father|wife|husband|kids"
    r"|girls|boys|family|sister|brother|parents)|last (?:message|text|post|story)\b|\bpsalm|from before (?:and|n\b"
    r"|she|he|all)|said goodbye|goodbye\b|forgive me|been (?:good|kind) to me|proud of you all|ignore that)\b"
)
_MEANS: Final = Later(
    r"\b(?:which (?:of the )?stairwells?|no camera|(?:counts|watch\w*|counting) (?:the )?trains?|footbridge|(?:to"
    r"|by|near|over) the railway|the height|(?:roof|rooftop|helipad|ledge|bridge|cliffs?|reservoir|multi-?storey)"
    r"|carbon monoxide|exhaust|helium|hoard\w*|stockpil\w*|how long (?:\w+ ){0,3}takes|how (?:many|much"
    r"|few) (?:\w+ )?(?:it|you)(?:'d| would)? (?:take|need)|(?:hands off the wheel|(?:closed|shut) (?:his|her"
    r"|their) eyes|swerv\w*)|(?:drugs?|cd|controlled drugs?) cupboard|tak(?:ing|es?"
    r"|en) (?:home )?(?:\w+ ){0,3}(?:home )?from the (?:trolley|cupboard|theatre|fridge|ward|drug)|(?:saw|seen"
    r"|noticed|glimpsed) (?:his|her|their) (?:\w+ )?(?:arms?|wrists?|legs?|thighs?)|(?:by|in|near|at|to"
    r"|into) the (?:river|sea|woods|lake|canal|loch)|knows? (?:the|what|which|how much)(?: \w+)? (?:dose|drug"
    r"|it takes|to take)|life insurance|identify (?:a|the|his|her|their) body|engine (?:on|running)|in (?:his|her"
    r"|their) car in the garage|how (?:fast|quick\w*|long) it (?:works|takes|is)|(?:pocket\w*"
    r"|leftover) (?:the )?(?:leftover|propofol|fentanyl|ampoules?|vials?|morphine)|\brope\b"
    r"|windows?\b[^.!?]{0,60}\bhow far|how far (?:down|it is)|stopped (?:his|her|their) (?:meds|lithium|insulin"
    r"|medicines?)|(?:not for partying|not for fun)|blood on (?:the|her|his) (?:cuff|sleeve|wrist)"
    r"|ligatures?(?![- ](?:free|point|audit|risk|walk|cutter|policy))|noose|razor|blade)\b"
)
_UNEASE: Final = Later(
    r"\b(?:i put it down to|(?:i'm|am i) the only one|(?:we|both|i) (?:both )?pretended|everyone went (?:silent"
    r"|quiet)|nobody laughed|laughed after|not my birthday|not that close|creeps|changed the subject"
    r"|can't stop thinking|chewing on it|didn't (?:like|sit)|i'd rather (?:he|she) was|wouldn't look at me"
    r"|reckon (?:s?he|they)(?:'s|'re) just|probably nothing|odd\b|strange\b|funny feeling|(?:no|without) (?:leave"
    r"|holiday|notice|resignation|reason)\b[^.!?]{0,20}\b(?:booked|given|no|resignation)|told (?:me"
    r"|us) not to (?:fuss|worry|tell|say)|split lip|(?:marks?|bruises?|black eye|burns?) (?:on|round|around|under)"
    r"|went white|flinch\w*|like nothing (?:had )?happened|sitting badly|(?:sort of|just|quickly) changed"
    r"|made me promise|don't know what i'm supposed|not told anyone|haven't told|ready for what"
    r"|sounding like a joke|(?:said|says|say) nothing|terrified|scared of (?:him|her|going)"
    r"|without making it weird|didn't know what to say|delicate|and said imagine|said sort of|should i be worried"
    r"|a bad feeling)\b"
)


_MISSING: Final = Later(
    r"\b(?:(?:no ?body|no ?one|none of us)(?:'s| has| have)? (?:seen|heard)|(?:haven't|hasn't|not) (?:heard"
    r"|seen) (?:a word )?(?:from |of )?(?:him|her|them)|phone(?:'s| is| has been)? (?:off|dead|switched)|(?:to"
    r"|straight to) voicemail|(?:not|isn't|stopped|hasn't been) (?:answering|picking up|replying"
    r"|reading)(?! (?:e-?mails?|the (?:bleep|phone)|bleeps|questions))|(?:has|have) not been seen|(?:hasn't"
    r"|haven't) heard|posted\b|(?:hasn't|didn't|never) (?:turned up|shown up|come home|been seen|come in)|car(?:'s"
    r"| is)? still (?:in|there|at|outside)|walked out of)\b"
)
"""Somebody whom nobody can reach."""

_CONTROLLED: Final = Later(
    r"\b(?:husband|wife|partner|boyfriend|girlfriend|ex)\b[^?]{0,40}\b(?:reads|checks|tracks|times|controls"
    r"|follows|hits|hit|beats?|hurts?|threaten\w*|won't let|doesn't let|locks?|locked|takes|strangl\w*|chok\w*"
    r"|monitors?|(?:rings|phones|texts|calls) (?:her|him) (?:\d+|all|every|constantly)|waits? (?:outside"
    r"|in the car))\b"
    r"|\bdon't (?:ring|call|phone|text) (?:her|him|me) at home|\b(?:terrified|scared|frightened|afraid) (?:of"
    r"|to) (?:going|go) home"
)
"""Somebody who is watched or hurt at home."""
_GRAVE: Final = (_IN_ORDER, _NO_FUTURE, _FINAL, _MEANS, _CONTROLLED)
_LIGHT: Final = (_TROUBLE, _CHANGED, _UNEASE, _MISSING)


def leans_to_it(said: str) -> bool:
    """Whether one such sign is told: enough to ask about the colleague where a number would ask about another."""
    return any(one.search(said) for one in _GRAVE) or sum(1 for one in _LIGHT if one.search(said)) > 1


def adds_up(said: str) -> bool:
    """Whether two families are told of, one of them no mere trouble or change of mood."""
    grave = sum(1 for one in _GRAVE if one.search(said))
    light = sum(1 for one in _LIGHT if one.search(said))
    return grave > 1 or (grave == 1 and light > 0)
