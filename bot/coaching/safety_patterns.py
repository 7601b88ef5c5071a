"""The words that stop coaching with certainty, route by route."""

from typing import Final

from bot.coaching.plain import AnyCase

_CRISIS: Final = (
    # wanting to die, in so many words
    r"i(?:'m| am|m| have been|'ve been|ve been)? (?:feel(?:ing)? |am )?(?:still |actively |honestly )?suicidal",
    r"feel(?:ing)? suicidal",
    r"(?:want|wanted|wanting|going|plan(?:ning)?|think|thinking|thoughts?|ready|tempted) (?:to |of |about )?"
    r"(?:kill(?:ing)? myself|(?:end|finish)(?:ing)? (?:my (?:own )?life(?! as)|it all)|tak(?:e|ing) my (?:own )?life"
    r"|hang(?:ing)? myself|overdos(?:e|ing) myself|drown(?:ing)? myself)",
    r"(?:i|i'd|id|i just|just|really) (?:don'?t|do not|dont|dinnae|no longer|didn'?t) (?:really )?(?:want"
    r"|wanna) (?:to |tae )?"
    r"(?:be alive|live(?! (?:in|with|there|near|here|like|on|at|off|by|under|through|up))|be here any ?more|exist"
    r"|wake up(?! (?:at|early|so|for|in)))",
    r"(?<!made me )(?<!makes me )(?<!make me )(?:i )(?:really |just |honestly )?(?:want(?:ed)?"
    r"|wanting) to (?:die|be dead)\b"
    r"(?! (?:of|on (?:this|that) (?:hill|rota)|laughing|a little|inside|\())",
    r"wish i (?:was|were) dead|i(?:'d| would) rather be dead|better off (?:dead|without me)",
    r"i(?:'d| would) like to be dead|being dead before",
    r"(?:hurt|harm|cut|cutting|harming|hurting) myself(?! (?:on (?:an?|the|my) (?:\w+ )?(?:ampoule|needle|paper"
    r"|glass|vial"
    r"|tin|trolley|drawer|door|tray|lid|stapler?)|shaving|slicing|chopping|cooking|opening|lifting|running|playing"
    r"|falling"
    r"|at (?:football|rugby|netball|hockey|the gym))\b)",
    r"kill(?:ed|ing)? mysel(?:f)?(?! (?:laughing|for|trying|over|with|on))",
    r"end(?:ing)? my (?:own )?life(?! as (?:an?|the)\b)|no reason to (?:live|go on living)|suicide note",
    r"can(?:'?t|no(?:t)?) go on living",
    r"i (?:think|am thinking|keep thinking|was thinking|have begun to think) (?:about|of) (?:suicide"
    r"|ending it(?! with)|how to die)",
    r"(?:been )?thinking (?:of|about) (?:suicide|ending it(?! with)|how to die)",
    r"(?:i(?:'?ve|'?m| am| have| keep| get)?|keep|having|these)(?: been| still)? (?:(?:having|had|have|getting) )?"
    r"(?:\w+ ){0,3}thoughts (?:of|about) (?:suicide|ending (?:my|it(?! with)))",
    r"i(?:'?m|'?ve| am| have| keep| was)?(?: been| still)? (?:having|had|getting) (?:\w+ )?suicidal (?:thoughts"
    r"|ideation)",
    r"i (?:won'?t|wont|don'?t (?:intend|plan) to) be (?:alive|here by)|plan to be alive",
    r"(?:think of|thinking of|find|finding|see|seeing|come up with) (?:a|any|one|another|the) (?:good |single"
    r" )?reason"
    r" (?:to (?:be (?:here|alive|around)|carry on|go on|wake up|live)|for (?:being (?:here|alive)|carrying on))\b"
    r"(?! (?:on|at|in|for|with|as|until|past|late|today|tonight (?:on|at)))",
    # a plan, a try
    r"(?:i(?:'?ve| have)?|i even) (?:even |already |also )?(?:checked|looked (?:at|up|into)|read|rung|rang)\b"
    r"[^.!?]{0,30}\blife insurance\b[^.!?]{0,20}\b(?:says|pays|covers|would|about|still)",
    r"(?:i know|knowing|worked out|know exactly) (?:what|which) i(?:'?d| would) use\b"
    r"(?! (?:the|it|that|this|these|them|my|a|an|for|instead|next|as|on|with|when)\b)",
    r"i(?:'ve| have)? (?:took|taken) an overdose|tried to end (?:it|my life)|tried to kill myself",
    r"took (?:a load|a handful|a lot|loads|all) of (?:my |the |his |her )?(?:\w+ )?(?:tablets|pills|sertraline"
    r"|paracetamol"
    r"|diazepam|amitriptyline|propranolol)",
    r"i(?:'ve| have)? (?:just )?(?:took|taken|swallowed|necked) (?:\d{2,}|a whole (?:pack(?:et)?|box|bottle|strip) of"
    r"|too many) (?:of (?:my|the) )?(?:\w+ )?(?:tablets|pills|paracetamol|co-?codamol|codeine|ibuprofen|sertraline"
    r"|propranolol|amitriptyline|diazepam|zopiclone|morphine)\b(?! (?:to|from|off|out|down|back|round) )",
    r"(?:overdosing|overdosed) on\b[^.!?]{0,40}\b(?:no one|nobody) knows|written (?:the|my) (?:letters|notes) to my"
    r"|wrote the (?:letters|notes) to (?:the kids|my)|i(?:'ve| have) (?:a|chosen the"
    r"|picked a) (?:plan and a )?date to"
    r"|i have chosen the day",
    r"plan,? yes|intent (?:fluctuating|on and off)",
    # not safe, harming oneself
    r"don'?t trust myself (?:tonight|with tonight|to be alone|alone)|do not trust myself to be alone",
    r"can(?:no|'?)t keep myself safe|i(?:'m| am|m) not safe (?:on my own|to be (?:on my own|alone)|tonight"
    r"|with myself)",
    r"(?:don'?t|dont|do not) feel safe (?:with myself|on my own tonight|alone tonight)",
    r"self[- ]?harm(?:ing|ed) (?:again|most|every|last|since|tonight|between)",
    r"(?:i(?:'m| am|ve|'ve| have)?(?: been)? |been |^\W*)cutting again|cut my (?:leg|arm|thigh|wrist)s? (?:in"
    r"|again|after|before)"
    r"|i burn my (?:arms?|legs?|skin)",
    # past coping: drink before a shift, days of it
    r"(?:bottle|litre) of (?:vodka|gin|whisky|whiskey|rum|wine) before (?:\w+ ){0,3}(?:shift|night|nights|list"
    r"|clinic|work)",
    r"(?:stopped|stop) crying (?:for|in) (?:\d+|two|three|four|five|six|seven|several) days|been greetin for",
)

_DANGER: Final = (
    r"(?:is|'s|are|she's|he's|patient'?s?|pt|baby|child|mum|man|woman|lady|chap) (?:peri-? ?arrest(?:ing)?|arresting"
    r"|not breathing|barely breathing|bleeding out|exsanguinating|going blue|going grey|unresponsive)",
    r"(?:crash|arrest|met|outreach|emergency) team (?:isn'?t|aren'?t|is not|not|won'?t) (?:answering|coming|here)"
    r"|nobody(?:'s| is) answering 2222",
    r"(?:patient|pt|bed \d+|bay \d+|man|woman|baby|child)(?! who).{0,40}(?:deteriorating|crashing|dying"
    r"|arresting|choking"
    r"|fitting) (?:now|right now|in front)",
    r"(?:i(?:'ve| have)?|we(?:'ve| have)?)? ?(?:just|only just) (?:realised|found|noticed|given|gave"
    r"|prescribed)\b[^.!?]{0,60}"
    r"\b(?:10x|10 ?times|ten times|wrong (?:dose|drug|patient|blood|woman|man|baby|child))",
    r"wrong (?:blood|drug|unit|bag)(?:'?s| is| has)? (?:\w+ )?(?:running|up|hanging|gone up|going up|about to)",
    r"wrong (?:side|leg|eye|hip|knee|arm) marked\b[^?]{0,80}\b(?:now|draping|asleep|anaesthetised|listening|wheeled)",
    r"(?:swab|needle|instrument) count(?:'?s| is) (?:\w+ )?(?:out|wrong|one out)\b[^.?]{0,40}clos",
    r"(?:smell(?:s|ing)|stinks|reeks) of (?:drink|alcohol|vodka|booze|whisky|beer)\b(?=[^?]{0,120}\b(?:about to"
    r"|scrubbing|is scrubbed"
    r"|on the table|in the anaesthetic room|list now))|(?:consultant|anaesthetist|surgeon|reg(?:istrar)?|locum)"
    r"(?:'?s| is) (?:actually )?(?:drunk|asleep)\b",
    r"potassium (?:of |is |was |came back (?:at |as )?)?(?:6\.[5-9]|7(?:\.\d)?|8(?:\.\d)?)\b[^?]{0,160}\b(?:no"
    r" answer|not answering"
    r"|can'?t (?:reach|get hold of)|couldn'?t (?:reach|get hold of)|nobody (?:answers|answered|home))",
    r"(?:has|just|was) ligatured\b|with a ligature\b[^?]{0,60}\bcut (?:her|him) down",
)

_MISTREATED: Final = (
    r"i(?:'?m| am|'ve been| have been|ve been|m)(?: still| also)?(?: being| been)? (?:(?:racially|sexually"
    r"|verbally|physically) )?"
    r"(?:bullied|harassed|abused|assaulted|groped|stalked|victimised|discriminated against|sexually assaulted)\b"
    r"(?! by (?:the |this |my )?(?:rota|e-?learning|computer|system|printer|email|spreadsheet|dashboard|bleep"
    r"|phone))",
    r"^\W*(?:being |been |i was |was )?(?:sexually (?:harassed|assaulted)|racially (?:abused|harassed)|bullied"
    r"|groped) by\b(?! (?:the |this |my |a )?(?:rota|e-?learning|computer|printer|dashboard|bleep))",
    r"(?:is|are|been|keeps?|was) (?:bullying|harassing|groping|stalking|victimising|sexually harassing"
    r"|discriminating against) me\b"
    r"|(?:bullies|harasses|gropes|discriminates? against) me\b|bullied out of my",
    r"(?:sexual harassment|sexual assault|racial discrimination|racial abuse|racist abuse)\b[^.?!]{0,40}\b(?:me"
    r"|my|i|isn'?t it)\b"
    r"(?! (?:policy|training|module|teaching|audit|lecture))",
    r"(?:he|she|they|consultant|boss|reg|registrar|supervisor|surgeon|partner|porter|nurse|anaesthetist|fellow)"
    r" (?:has |have |once |then |just )?(?:groped|assaulted|punched|slapped|spat at|hit|kicked|shoved"
    r"|cornered) (?:me|my "
    r"(?:breast|bum|arse|waist|thigh|arm|wrist|throat|hair|face|hand))\b",
    r"(?<!\bi )(?:grabbed|grabs|touched|touches|squeezed|squeezes|pinched|fondled|rubbed) my (?:breasts?"
    r"|boobs?|bum|bottom|arse"
    r"|backside|thighs?|crotch)\b(?! line)",
    r"(?:groped|punched|slapped|spat at|spat on|shoved|kicked|gropes) (?:me|my (?:breast|bum|arse|waist"
    r"|thigh|throat|face))\b"
    r"(?! (?:off|aside for|for (?:a|my)|by the (?:hand|elbow) (?:and|to show)))",
    r"(?:i (?:was|got|get|have been)|i've been|^\W*(?:got|was|been|being)) (?:punched"
    r"|slapped(?!.{0,24}\bon the back)|groped|spat (?:at|on)"
    r"|grabbed by the throat|shoved (?:in)?to|pushed against)\b",
    r"(?:put|puts|had|with) his hand (?:up|down|under) my|hand up my (?:skirt|scrub)",
    r"(?:threw|throws|thrown) (?:a |an |the )?(?:\w+ ){0,3}(?:at me\b[^?]{0,20}\bhit|(?:hit|hits) (?:me|my))\b",
    r"(?:called|calls|calling|call) me (?:a |an |the |it\b|'|\")*(?:\w+ ){0,2}(?:paki|p\*ki|p-?word|n[- ]word"
    r"|monkey|terrorist|retard"
    r"|bitch|slut|whore|taig|fag\w*|tranny|chink|coon|wog|fat cow|useless (?:bitch|cow))",
    r"(?:mock|mocks|mocking|imitat\w+|impression of) my accent",
    r"(?:end|finish|ruin|destroy)(?:s|ing)? (?:my|his|her) (?:career|sponsorship|visa)\b[^.?!]{0,40}\bif i\b"
    r"|if i (?:report|complain|raise|go to hr|tell)\b[^.?!]{0,60}(?:end|finish|ruin|destroy) my (?:career"
    r"|sponsorship|visa)",
    r"(?:sends?|sending|sent) me (?:\w+ ){0,2}(?:pictures of himself|sexual messages|nudes|explicit)"
    r"|asking what i(?:'m| am) wearing",
    r"(?:homophobic|transphobic|racist|antisemitic|islamophobic|sexist) (?:jokes|remarks|abuse|comments|bullying"
    r"|names?)\b[^.?!]{0,60}"
    r"\b(?:about me|at me|me by name|aimed at me|to me|they call me)",
    r"(?:since|after|because|ever since) i (?:reported|raised|blew the whistle|put in (?:a|the) datix|filed"
    r"|whistleblew"
    r"|refused to (?:alter|backdate|sign|change))\b[^?]{0,140}\b(?:taken (?:me )?off|took me off|been pulled"
    r"|punish\w*|retaliat\w*"
    r"|investigation|moved my|stopped my|refused|stopped speaking|not to (?:talk|speak) to me|withdrawn)",
    r"(?:screams?|screamed|screaming|shouts?|shouted|shouting) (?:and swears? )?at me\b[^?]{0,100}\b(?:every"
    r"|daily|constant\w*|again"
    r"|called me|calls me|times this|useless|stupid)",
    r"humiliates? me\b",
    r"(?:hid|hides|took|broke|breaks|mocks?|mocked|mocking|(?:laugh|jok)\w* (?:at|about)|imitat\w+|does an"
    r" impression of) my"
    r" (?:hearing aids?|receiver|cochlear|wheelchair|stick|stammer|stutter|limp|scars?|headscarf|hijab|turban"
    r"|kippah|patka|burn)",
)

_INJECTION: Final = (
    r"(?<!we )ignore (?:all |any |the |your )?(?:previous|prior|above|earlier|system) (?:instructions?|prompts?"
    r"|rules?"
    r"|messages?)"
    r"(?!,? (?:the (?:boss|consultant|reg)|said)|['!]+ is\b)"
    r"|ignore every ?thing you(?:'ve| ?ve| have| were| was)? (?:been )?told",
    r"(?:print|show|reveal|repeat|output|give me|translate|paste|dump|write out|copy) (?:me )?(?:out )?(?:your "
    r"|the )(?:\w+ ){0,3}"
    r"(?:system prompt|prompt|configuration|instructions from|hidden (?:rules|instructions)|labels, thresholds)",
    r"(?:repeat|print|reproduce|copy|write out|show(?: me)?) (?:\w+ ){0,3}(?:everything|the (?:words|text)"
    r"|all) (?:above|before (?:this|my)"
    r" (?:line|first))|starting (?:with|from) [\"']you are",
    r"what (?:were|are) (?:the instructions )?you (?:were )?(?:told|given) (?:before|at the start|not to)",
    r"developer mode|dev mode|jailbreak(?!!|(?:ing)? (?:my|the|an?) (?:phone|iphone|tv))|you(?:'re"
    r"| are) now (?:dan|an? unrestricted"
    r"|a prescrib\w+)|you(?:'re| are) now \w+gpt|\b(?:dr|doctor|consultant)\s?gpt\b",
    r"disregard your (?:instructions|rules|guidelines|developers)|(?:please |(?<![a-z,] ))disregard (?:all|the)"
    r" (?:instructions|rules|guidelines)",
    r"(?:stop|quit) following your (?:guidelines|rules|instructions)|set aside your (?:guidelines|rules)"
    r"|(?:must|do) not follow your (?:earlier |previous )?(?:instructions|rules)",
    r"(?:override|rewrite|change|update|bypass|forget) your (?:guidelines|instructions|rules|restrictions)",
    r"pretend (?:that )?(?:you(?:r|'re| are) (?:\w+ ){0,3}|the )(?:guidelines?|rules|policy|restrictions)\b",
    r"(?:answer|respond|reply|speak|talk|act|pretend) (?:\w+ ){0,3}(?:without|with no"
    r"|no) (?:any )?(?:restrictions|safety filters"
    r"|guardrails|limits)",
    r"(?:an ai|ai|bot|coach|assistant|doctor|consultant|physician|model|dr \w+|you),? (?:with|who has|has"
    r"|that has|you have)"
    r" (?:no|nae) (?:safety rules|restrictions|guidelines|rules|limits)",
    r"you are now (?:\w+, )?(?:an? )?(?:ai |bot )?(?:with no|without) (?:restrictions|rules|limits)"
    r"|unfiltered consultant"
    r"|uncensored model|unrestricted (?:clinical|physician|consultant)",
    r"(?<!you )(?<!to )(?<!be )(?:disable|switch off|turn off|suspend|bypass|skip"
    r"|drop|forget) (?:the |your |all |every |of "
    r"|that )*(?:safety|crisis|safeguarding"
    r"|content|identifier|guardrails|restrictions|coach(?:ing)? persona|persona|bit (?:that|where))\s?(?:stuff"
    r"|checks?|filters?|script"
    r"|rules|routes?|detection)?",
    r"safety(?:_mode|_check|_level)? ?[=:] ?(?:off|false|0)|override code \d|system_prompt"
    r"|rm guardrails",
    r"(?:other|previous) (?:users?|trainees?|doctors?)'?s? (?:conversations?|chats?|logs?|chat log)"
    r"|(?:last week'?s|my friend'?s) (?:chats?|chat log) (?:from|to)",
    r"(?:maintenance|debug|admin|evaluation|god) mode|do anything now|sudo (?:cat|show|su|rm|ls|print)",
    r"your (?:secret|system|hidden|initial|original) (?:prompt|instructions|rules)",
    r"forget (?:that )?(?:you(?:'re| are) (?:a|an|the) (?:\w+ )?(?:coach|bot|leadership thing|software|ai)"
    r"|leadership\. you are)"
    r"|stop being a coach|you(?:'re| are) not a coach any ?more",
    r"(?:never|not) (?:mention|send|show) (?:\w+ ){0,3}(?:helplines?|help lines|samaritans"
    r"|those phone numbers)(?! (?:again )?in)",
    r"everything (?:your|the) (?:makers?|developers?|creators?|programmers?) (?:ever )?(?:told|gave|taught)\b"
    r"|no filter,? no rules"
    r"|you never (?:come out of|break) character",
    r"rules don'?t apply to|(?:pretend|as if) the rules do(?:n'?t|nt) apply",
    r"new (?:rule|instruction|policy|instructions)\b[^.?!]{0,60}\b(?:overriding|you (?:never|can|are to|will"
    r"|skip|just reply)|the coach"
    r" must not|from your developers)",
)

_CLINICAL: Final = (
    # what the law or a regulator grants is as little ours to rule on as a dose
    r"am i (?:legally )?(?:protected|liable|allowed by law)\b|do i have a (?:legal )?case\b|(?:could|can) i"
    r" (?:be sued|sue)\b"
    r"|can (?:they|the trust|he|she) (?:legally )?(?:sack|dismiss) me\b|is (?:it|that|this) (?:legal|illegal)\b",
    r"(?:apixaban|warfarin|heparin|edoxaban|rivaroxaban|insulin|potassium|noradrenaline|metaraminol|antibiotics"
    r"|steroids|tpa)\b"
    r"[^?]{0,90}\b(?:reverse|hold|stop|start|give|bridge|restart|withhold|load) (?:it"
    r"|them)?[^?]{0,50}\bor\b[^?]{0,60}\?",
    r"what (?:dose|antibiotic|drug(?! reps?\b))(?! (?:for everything|they'd|they would)|[^.?!]{0,30}\bso i asked)"
    r"|(?:which|what) (?:dose|antibiotics?)"
    r" (?:of|for(?! everything)|should)(?![^.?!]{0,30}\bso i asked)",
    r"how (?:much|many (?:mg|units|mls?)) (?:of )?\w+ (?:should|do|can) i (?:give|prescribe)",
    r"(?:should|can|do|could) i (?:give|prescribe|start|stop|hold) (?:\w+ ){0,3}(?:mg|mcg|units|furosemide"
    r"|heparin|insulin"
    r"|amiodarone|adrenaline|abx|antibiotics|fluids|morphine|steroids|warfarin|apixaban|metoprolol|bisoprolol|digoxin"
    r"|gentamicin)",
)


def _any_of(parts: tuple[str, ...], *more: str) -> AnyCase:
    return AnyCase("|".join([rf"(?:\b|^)(?:{'|'.join(parts)})(?:\b|(?<=\W))", *more]))


EXPLICIT: Final = (
    (
        "crisis_self",
        _any_of(
            _CRISIS, r"^\W*(?:suicidal|honestly suicidal|not safe (?:tonight|on my own|to be (?:on my own|alone)))\b"
        ),
    ),
    ("patient_safety_now", _any_of(_DANGER)),
    ("mistreatment", _any_of(_MISTREATED)),
    ("injection", _any_of(_INJECTION, r"</?system>|</user>|###\s*system")),
    ("clinical_advice", _any_of(_CLINICAL)),
)
"""For each route, gravest first, wording that leaves no doubt. Far from complete: the model is for the rest."""
