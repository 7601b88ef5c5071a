"""How people ask, in the words they use: open, closed and leading questions, and asking others in. Data only."""

from typing import Final

SUBJECT: Final = (
    r"(?:i|you|u|ya|we|they|he|she|it|there|this|that|these|those|the|a|an|any|anyone|anybody|someone"
    r"|somebody|everyone"
    r"|everybody|people|your|our|my|their|his|her|no ?one|nobody|both|either|all|one|some|\[\w+\])"
)
BE_DO: Final = (
    r"(?:is|are|am|was|were|do|does|did|d'?you|can|could|would|will|shall|should|may|might|must|has|have|had)"
)
NOT: Final = (
    r"(?:isn'?t|aren'?t|ain'?t|wasn'?t|weren'?t|don'?t|doesn'?t|didn'?t|can'?t|couldn'?t|wouldn'?t|won'?t|shouldn'?t"
    r"|hasn'?t|haven'?t|hadn'?t|mustn'?t|shan'?t)"
)

OPENERS: Final = {
    "wh": r"(?:what|wat|how|who|whom|whose|when|which|where|why|y)(?:'?s|'?d|'?re|'?ve|'?ll)?\b(?! (?:a|an) )",
    "aux": rf"{BE_DO} (?:not )?(?:\w+ )?{SUBJECT}\b",
    "negative": rf"{NOT} {SUBJECT}\b",
    "noun": (
        r"(?:any|anyone|anybody|anything|someone|thoughts|views|ideas|ok|okay|happy|fancy|free|sound|good"
        r"|worth|need|want"
        r"|still|ready|possible|up for|got)\b"
    ),
}
"""How a question begins, by the kind of word."""

OPEN: Final = {
    "tell_me": (
        r"^(?:please |pls |can you |could you |would you |do )*(?:just )?(?:tell (?:me|us)|talk (?:me"
        r"|us) through|walk (?:me|us) through"
        r"|take (?:me|us) through|help (?:me|us) (?:to )?(?:understand|see|get)|describe|explain|say (?:a bit "
        r"|some )?more"
        r"|show (?:me|us) (?:how|what|where))\b"
    ),
    "hear": (
        r"\b(?:like|love|keen|interested|want|wanted|good|great|helpful|useful|glad|happy|curious)(?: to"
        r"| for me to)? "
        r"(?:hear|know|understand|learn|see|find out|listen to|ask)(?: more| a bit| you| from you"
        r"| from all of you| your"
        r"| about| first)* (?:what|how|who|where|why|which|about|it looks|whether there|more)\b"
    ),
    "wonder": (
        r"\b(?:i(?:'?m| am| was|'?ve been)?|we(?:'?re| are)?) (?:just |also |really )?(?:wonder(?:ing|ed)?"
        r"|curious)(?: about)? (?:what|how|who|where|why|which|when)\b"
    ),
    "let_know": (
        r"\b(?:let (?:me|us) know|tell (?:me|us)|share|say|write|send (?:me|us)|drop me|email me"
        r"|text me) (?:\w+ ){0,4}(?:what|how|where|which|why|who)\b"
    ),
    "thoughts": (
        r"\b(?:any|your|what are your|got any)? ?(?:thoughts|views|ideas|reactions|comments|suggestions"
        r"|feedback)(?: on (?:this|that|it))?(?: please| pls| anyone)?\?+$"
    ),
    "what_about": r"^(?:and |so |but )?(?:what about|how about)\b",
}
CLOSED: Final = {
    "choice": r"\b\w+(?: \w+){0,5} or (?!so\b|more\b|less\b)\w+(?: \w+){0,5}\?",
    "bare_fact": (
        r"\b(?:what time|what day|what date|which day|which date|how many|how much|how long|how often|how old"
        r"|how far|how big"
        r"|what number|what size|who(?:'s| is) (?:on|in charge|on call|the)|when(?:'s| is| are| does| do| did| will)"
        r"|where(?:'s| is| are))\b"
    ),
    "chance": (
        r"\b(?:any chance|is it ok|is that ok|ok if|okay if|alright if|all right if|happy (?:for|to|with)"
        r"|can i|could i|may i)\b"
    ),
    "whether": (
        r"\b(?:let (?:me|us) know|tell (?:me|us)|confirm|wonder(?:ing|ed)?|ask(?:ing)?|know"
        r"|check(?:ing)?)(?: \w+){0,2} (?:if|whether)\b"
    ),
}
LEADING: Final = {
    "negative": rf"(?:^|[,;:–—-] ?|\b(?:and|but|so|or|well|then|surely) ){NOT} {SUBJECT}\b",
    "would_not": (
        r"\b(?:would|could|should|is|are|do|does|did|can|will|was|were|have|has) (?:it|that|this|you|we|they|i"
        r"|he|she|there) not\b"
    ),
    "why_not": (
        r"\b(?:why|how come|y) (?:have|has|had|are|is|was|were|do|does|did|can|could|would|will"
        r"|should)?(?:n'?t| not)\b"
        rf"|\b(?:why|how come) (?:{NOT}|not|are we still|is (?:it|this|that) still|am i (?:always|still"
        rf"|the only)|is it (?:always|that|only)"
        r"|do (?:you|they|we) (?:always|keep|never|insist)|does (?:no ?one|nobody|everyone|everything"
        r"|it always|it take)"
        r"|should (?:i|we|the|my|our|they)|would (?:anyone|you|we|they)|on earth|bother|has (?:it taken"
        r"|no ?one|nobody|nothing)"
        r"|have (?:we|i) (?:still|had)|is (?:nobody|no ?one|nothing))\b"
        r"|\b(?:why|how come) (?:\w+ ){1,4}(?:not|never|no ?one|nobody|still)\b"
    ),
    "surely": r"\b(?:surely|obviously|clearly|of course)\b.*\?",
    "considered": (
        r"(?<!what )(?<!who )(?<!how )(?<!where )(?<!which )\bhave (?:you|u|they|we) (?:not |even |ever "
        r"|never |actually |all )*(?:considered|thought (?:of|about)|tried|looked at|asked yourself"
        r"|asked yourselves|bothered|stopped to)\b|\bhave you (?:ever|even)\b|\bdid (?:you|anyone"
        r"|anybody) (?:even|ever|actually|really|think to|not|stop to|bother)\b"
        r"|\bdid it (?:not|never|ever) occur\b|\bhas it (?:not|never|ever) occurred\b"
    ),
    "how_can": (
        r"\bhow (?:can|could|do|did|are|is|am|was|were|would|will|dare|on earth|much longer"
        r"|many (?:more )?times|many more)\b"
        r"(?= (?:you|they|we|i|anyone|anybody|it|this|that|the|people|a|our|my)?\b.*"
        r"(?:acceptable|defend|justif|expect|suppose|meant to|fair|safe|okay|ok\b|right|not|ever|possibly"
        r"|think|sleep|allow|let|again|still"
        r"|ignore|seriously|anyone|excus|sign(?:ed)? off|happen|before (?:someone|somebody|anyone|you|we)))"
        r"|\bhow dare\b|\bhow (?:much longer|many (?:more )?times|many more)\b|\bhow hard (?:can|is) it\b"
        r"|\bhow difficult (?:can|is) it\b"
        r"|\bhow would you (?:feel|like it) if\b"
    ),
    "reproach": (
        r"\bseriously\?|^(?:seriously|honestly|really|so)?,? ?(?:who|what|why|how|where|when) exactly (?:do"
        r"|did|are|were|is|was|have|has|does)\b|\bsome ?(?:one|body)'?d?\b.{0,30}\bseriously\b|\bdid (?:you|u"
        r"|they) (?:just |simply )?(?:forget|lose|mean to|plan|intend|not)\b|\bwho'?d (?:choose|want|say|think"
        r"|argue|object|pick)\b|\bdoes (?:anyone|anybody) (?:on|in|up|at|over)\b|\bwhat (?:did|do|does"
        r"|would) (?:anyone|anybody|you|they|people) expect\b|\b(?:would|could|do|can|did|will|should) (?:you"
        r"|u|we|they|it|he|she) ?\?*$"
        r"|\b(?:what|who|where|why|how) (?:on earth|the hell|exactly do you (?:think|expect|do)|planet)\b"
        r"|\bwhat(?:'s| is) the point\b"
        r"|\bwhat (?:were|was|are|is) (?:you|they|he|she|it) (?:thinking|playing at|going to take)\b"
        r"|\bwhat (?:did|do) (?:you|they|we) expect\b"
        r"|\bwhat makes (?:you|them) think\b|\bwhat (?:is|was) (?:stopping|so hard|wrong with"
        r"|it going to take)\b|\bwhat more (?:do|does|can|could)\b"
        r"|\bwhat(?:'s| is) (?:your|the|their) excuse\b"
        r"|\bwho (?:thought|decided|signed|cares|could (?:possibly )?(?:argue|object|disagree)|wouldn'?t"
        r"|doesn'?t|would (?:want|say no|object|argue)|in their right mind"
        r"|exactly|else is going|do (?:you|they) think)\b"
        r"|\bwhen (?:will|are|is|were|did) (?:you|they|management|anyone|someone|somebody|we|this"
        r"|the trust) (?:\w+ )?(?:finally|actually|ever|going to (?:\w+ )?(?:listen|fix|do something|learn"
        r"|stop|start|take)|listen|stop|start|learn|fix)\b"
        r"|\bwhere (?:is|was|are|were) (?:the|your) (?:logic|sense|respect|compassion)\b"
    ),
    "really": (
        r"\b(?:do|does|did|are|is|was|were|would|can|could|will|should) (?:you|they|we|i|he|she|it|this|that"
        r"|anyone|management|the trust)\b[^.?]{0,30}?"
        r"\b(?:really|honestly|seriously|actually|even|genuinely|truly)\b"
        r"|\b(?:do|does|can) (?:you|they|anyone|nobody|no one|management) (?:realise|realize|not|care"
        r"|understand (?:how|that|what|just)|see (?:that|how|what this)|know (?:how|what it))\b"
        r"|\bis (?:it|this|that) (?:any wonder|too much|really|so (?:hard|much|difficult)|not|asking too much"
        r"|fair|acceptable|what we|what you|how)\b"
        r"|\bis there (?:any|a) (?:good )?reason\b|\bare (?:we|you|i|they) (?:supposed|meant|expected"
        r"|seriously|really|just|happy|content|comfortable|proud|waiting|going to (?:sit|keep|let|wait"
        r"|carry on))\b"
        r"|\bam i (?:the only|supposed|meant|really|just|expected)\b|\bwould you (?:want|like|be happy|accept"
        r"|let|tolerate|put up|be comfortable)\b(?=.*\b(?:your (?:own )?(?:mum|mother|dad|father|gran\w*|nan"
        r"|child|wife|family|relative|daughter|son|parents?)|it if|if (?:it|this|that) (?:was|were)|this"
        r"|to be)\b)"
        r"|\bdo (?:we|you|i) want\b(?=.*\b(?:another|to be|more|someone|somebody|patients?|people|or (?:do"
        r"|not)|a never)\b)"
    ),
    "better": (
        r"\b(?:would|might|could) (?:it|that|you|we|this) (?:not )?be (?:\w+ )?(?:better|easier|simpler|safer"
        r"|quicker|fairer|wiser|more sensible|best)\b"
        r"|\b(?:should|ought) (?:you|they|he|she|someone|somebody|it|your|the|this|that"
        r"|management) (?:\w+ )?(?:not|really|be|have|at least|just)\b"
        r"|\bshouldn'?t\b.*\?|\bif you (?:just|only|simply)\b.*\?"
    ),
    "or_was": r"^or (?:is|was|are|were|has|have|do|does|did|should|must|am|would)\b.*\?",
    "too_much": r"\btoo (?:much|hard|difficult) (?:to (?:ask|expect|hope)|for)\b|\b(?:supposed|meant) to\b.*\?",
    "your_own": (
        r"\byour own\b.*\?|\bif (?:it|this|that) (?:had been|were|was|came)\b.*\?|\bif i'?d told\b.*\?"
        r"|^(?:and |but |so )*would i\b|\byou people\b.*\?"
    ),
    "not_better": (
        r"\b(?:is|are|was|would|could)\b.{2,40}\bnot (?:a (?:little|bit)|better|worth|enough|safer|simpler"
        r"|time)\b.*\?"
    ),
    "anybody_ever": (
        r"\b(?:has|have|does|do|did) (?:any(?:one|body)|some(?:one|body)|no ?(?:one|body))\b.*\b(?:ever|even"
        r"|actually|really|think|thought|own|honestly)\b.*\?"
    ),
    "tag": (
        rf"(?:,|\.\.\.|…| -| –|\w) ?(?:{NOT}|{BE_DO}|innit|isnt) (?:it|you|u|we|they|he|she|i|there|this"
        rf"|that)\s*\?+(?!.*\w)"
        r"|, ?(?:right|yes|no|yeah|correct|surely|eh|agreed|ok|huh|innit|don'?t you think|wouldn'?t you (?:say"
        r"|agree|think))\s*\?+(?!.*\w)"
        r"|\b(?:you(?:'d| would| do| must)? (?:agree|accept|see)|don'?t you (?:think|agree|feel|want)"
        r"|wouldn'?t you (?:say|agree|think)|can we (?:all )?agree that|do you (?:not )?agree that"
        r"|you do (?:want|know|realise|care))\b.*\?"
    ),
}
INVITATION: Final = {
    "view": (
        r"\b(?:your|ur|everyone'?s|people'?s|each other'?s|any|other|all|the team'?s|their|more) (?:honest "
        r"|own |own honest |first |frank |candid |early |initial |further )?"
        r"(?:view|views|thoughts|thought|opinion|opinions|ideas|idea|input|steer|take|feedback|comments"
        r"|suggestions|advice|perspective|perspectives|experience|reactions?|concerns|objections|feelings|help"
        r"|eyes|wisdom|insight|insights)\b"
        r"(?=.*(?:\?|welcome|value|appreciate|grateful|like|love|want|hear|need|help|keen|know|glad|seek|ask"
        r"|invit|send|shar|offer|bring))"
        r"|\b(?:value|welcome|appreciate|like|love|grateful for|want|keen (?:to (?:hear|get|have)|for)"
        r"|seek(?:ing)?|ask(?:ing)? for|after|interested in) (?:\w+ ){0,2}(?:your|ur|everyone'?s"
        r"|any) (?:\w+ ){0,2}"
        r"(?:view|views|thoughts|opinion|opinions|ideas|idea|input|steer|take|feedback|comments|suggestions"
        r"|advice|perspective|experience|reactions?|concerns|help|eyes)\b"
    ),
    "think": (
        r"\b(?:what|how) (?:do|would|does|did|might|are) (?:you|u|people|everyone|others|the team|your team|we"
        r"|the nurses|folk) (?:all )?(?:think|reckon|make of|feel about|say|suggest|do differently|change|add"
        r"|see it|see this|want to)\b"
        r"|\bwhat (?:have|am|did|are|might) (?:i|we) (?:\w+ )?(?:missed|missing|overlooked|not (?:seeing|seen"
        r"|thought)|got wrong|getting wrong|miss|forgotten|failed to)\b"
        r"|\b(?:wdyt|thoughts\?|what else\b.*\?|what would (?:make|work|help|you|it)\b.*\?|how (?:could|might"
        r"|can|should|shall|would) (?:we|you|i)\b.*\?|what (?:could|might|can|should|shall) (?:we|i)\b.*\?"
        r"|how does (?:this|that|it) (?:look|sound|land|sit)\b)"
        r"|\btell me (?:if|where|what) (?:i'?m|i am|i'?ve|i have|you|this|it|is|i)\b|\btell me (?:honestly"
        r"|straight|frankly)\b|\blet (?:me|us) know (?:what you|how you|your|if you (?:see|disagree|think"
        r"|can think|would|have|want)|if (?:i|this|that|it|anything)|where|any)\b"
    ),
    "join": (
        r"\b(?:join (?:me|us|in|the)|come (?:and|along|to|by|round|over|in|with|find|see|talk|tell|if)"
        r"|pop (?:in|by|round|over)|drop (?:in|by)|be part of|take part|get involved|meet up|sit down (?:with"
        r"|together|and)|have a (?:chat|coffee|brew|word|quick|think|conversation|look|go|read|sit)|grab a"
        r"|over (?:a )?(?:coffee|tea|brew|lunch)"
        r"|can (?:we|i|you) (?:\w+ )?(?:meet|talk|chat|catch up|sit down|have|grab|find|come|speak)"
        r"|could (?:we|i|you) (?:\w+ )?(?:meet|talk|chat|catch up|sit down|find|have|grab|come|speak|spare)"
        r"|shall we|let'?s|would you (?:\w+ )?(?:be (?:willing|up|happy|open|able|interested|keen|free)|like"
        r"|want|consider|care|join|help|come|meet|have|mind (?:having|looking|if))|are you (?:\w+ )?(?:up for"
        r"|willing|free|around|open|interested|able|in\b|available|happy|game)|fancy|work (?:on|through|with"
        r"|out) (?:\w+ ){0,3}(?:together|me|us|you)|with (?:me|us) on (?:this|it|tuesday|monday|thursday"
        r"|friday|wednesday)|together|both of us|between us|you'?re (?:all |both |very )?(?:welcome|invited)"
        r"|all (?:are )?welcome|everyone(?:'s| is) welcome|welcome to|invite (?:you|everyone|anyone|all|both)"
        r"|i'?d like (?:you|us|your|everyone|all)|help (?:me|us) (?:\w+ )?(?:shape|design|think|work|build|get"
        r"|understand|find|see|make|decide|write|test|fix|with|improve|change))\b"
    ),
    "change": (
        r"\b(?:pull (?:it|this|them) (?:apart|to (?:bits|pieces))|pick (?:holes|it apart)|poke holes"
        r"|tear (?:it|this) (?:apart|up|to)|change (?:anything|any of|it|this|whatever|what)|edit (?:it|this"
        r"|freely)|challenge (?:me|this|it|us)|push back|disagree|correct me|shoot (?:it|this|me) down"
        r"|say (?:no|so)|cross (?:out|it)|rip (?:it|this)|amend|add (?:to|your|anything|whatever)|rewrite"
        r"|reject|strike out|scribble|veto|bring (?:your|any|a|the|along|ideas|one)|volunteers?|who(?:'d"
        r"| would| wants| else)? (?:like|want|is up|else|wants|would)|anyone (?:who|else|up|want|fancy|free"
        r"|interested|willing|can|got))\b"
    ),
}
