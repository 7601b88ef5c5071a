"""How people speak of money, blame, and own their part, in the words they use. Data only."""

from typing import Final

_GROUP: Final = (
    r"(?:management|managers?|theatres?|nurses?|nursing staff|consultants?|surgeons?|medics|the medics"
    r"|juniors?|gps?|radiology|pharmacy"
    r"|porters?|a&e|ed|ortho(?:paedics)?|surgery|medicine|finance|exec(?:utive)?s?|the trust|the board"
    r"|site team|bed managers?|admin"
    r"|secretar(?:y|ies)|hr|the ward|ward staff|your (?:team|lot|department|staff|people|colleagues"
    r"|juniors|nurses|ward)|you (?:lot|guys|people)"
    r"|they|he|she|you|u|day team|night team|the (?:day|night|site|bed|other|surgical|medical|theatre"
    r"|ops) team|anaesthetics|anaesthetists?|ops|operations)"
)

COST: Final = {
    "money": (
        r"£ ?\d|\b\d+(?:\.\d+)? ?(?:k|grand|quid|pounds)\b|\b(?:money|budgets?|budgetary|costs?|costing|costly"
        r"|cost[- ]\w+|price|pricey|cheap(?:er|est)?|expens(?:e|es|ive)|fund(?:s|ing|ed)?|afford(?:able)?"
        r"|overspen[dt]\w*|underspen[dt]\w*|spend(?:ing)?(?! (?:\w+ )?(?:time|hours?|minutes|days?|the (?:day"
        r"|night|morning|afternoon|shift|week)|my|our|their|half|all|ages|longer|more time|less time|too long"
        r"|so long|an? (?:hour|day|morning|afternoon|week|shift|minute)))"
        r"|financ\w+|fiscal|invoice\w*|cash|deficit|surplus|revenue|income|tariff|p&l|bottom line"
        r"|value for money|business case|return on investment|roi|pay ?back|cips?|cost improvement|savings?)\b"
    ),
    "save": r"\bsav(?:e|es|ed|ing) (?:on|a fortune|us a fortune|the trust|thousands|hundreds|a packet)\b",
    "efficient": (
        r"\b(?:efficien(?:t|cy|cies|tly)|inefficien\w+|productiv\w+|unproductive|throughput|utilisation"
        r"|utilization|lean|waste(?:d|s|ful)?(?= (?:of )?(?:money|resources?|budget|stock|drugs|supplies|£"
        r"|on))|wastage|agency (?:spend|costs?|bill|rates?)|locum (?:spend|costs?|bill|rates?)|locum rate"
        r"|wage bill|headcount|business case|procurement|cost per|per case|cheaper|resource[- ](?:efficient"
        r"|neutral))\b"
    ),
}
BLAME: Final = {
    "you_never": (
        rf"\b{_GROUP} (?:just |really |simply |all |both |clearly |obviously )*(?:never|always|keeps?|kept"
        rf"|fail(?:s|ed)?|refus(?:e|es|ed)|ignor(?:e|es|ed)|couldn'?t be bothered|can'?t be bothered"
        rf"|didn'?t bother|don'?t bother|doesn'?t bother|haven'?t bothered|hasn'?t bothered|won'?t even"
        rf"|can'?t even|don'?t even|didn'?t even|let (?:me|us|her|him|them|everyone|the team|patients"
        rf"|patient) down|dumps?|dumped|messed|screwed|lost|dropped the ball|don'?t care|doesn'?t care"
        rf"|didn'?t care|couldn'?t care|blocked|sat on|sit on|block|undermin\w+|caused|made (?:me|us|him|her"
        rf"|a mess)|put (?:patients|the patient|us|me) at risk|walked (?:off|out|away)|disappear\w*|hid(?:e|es"
        rf"|ing)?|leave us|leave me|left (?:me|us|it|her|him|them|the)|don'?t (?:listen|bother|help|reply"
        rf"|answer|turn up|pull|do|want to)|doesn'?t (?:listen|bother|help|reply|answer|turn up|pull|want to)"
        rf"|didn'?t (?:listen|help|reply|answer|turn up|do|check|tell|ask|think|read|come|call))\b"
    ),
    "nobody": (
        r"\b(?:no ?one|nobody|none of (?:you|them)|not one of (?:you|them)|not a single (?:person"
        r"|one of))\b(?: \w+){0,4} (?:bother(?:ed|s)?|cares?|cared|listens?|listened|replied|replies"
        r"|answer(?:ed|s)?|helps?|helped|came|turned up|turns up|took|takes|thought|told|checked|asked"
        r"|seems to|picks? up|picked up|responds?|responded|reads?|can be|could be|has|had|is willing|wants)\b"
    ),
    "fault": (
        r"\b(?:your|their|his|her|management'?s|the (?:ward|trust|team|site team|nurses|registrar|consultant"
        r"|surgeons?)'?s?) (?:\w+ )?(?:fault|failure|failings?|failing|mistakes?|error|incompetence|negligence"
        r"|laziness|lazy|carelessness|attitude|poor|lack of|inability|refusal|mess|excuses|excuse|arrogance"
        r"|unwillingness|indifference|neglect)\b"
        r"|\b(?:to blame|blame (?:you|them|him|her|lies)|responsible for this (?:mess|delay)|because of (?:you"
        r"|them|him|her|your|their)\b|thanks to (?:you|them|your|their|management|the)|down to (?:you|your"
        r"|their|them)\b|incompetent|incompetence|negligent|useless|lazy|careless|sloppy|unprofessional"
        r"|shambles|shambolic|disgrace(?:ful)?|pathetic|clueless|shameful|ridiculous|can'?t be trusted"
        r"|couldn'?t organise|not (?:good|bothered) enough|unacceptable|let(?:ting)? (?:us|me|patients"
        r"|everyone|the team|your colleagues|people) down|should have known|should'?ve known|ought to have"
        r"|should have (?:\w+ )?(?:checked|called|told|asked|done|been|read|listened|come|answered|known"
        r"|thought|let)|should'?ve (?:\w+ )?(?:checked|called|told|asked|done|been|read|listened|come))\b"
    ),
    "harsh": (
        r"\b(?:STILL|(?-i:AGAIN|NOT|NEVER|NOBODY|PLEASE)|basic stuff|not (?:hard|rocket science|difficult)"
        r"|no grip|no idea|no clue|haven'?t (?:got )?a clue"
        r"|no interest|no effort|no excuse|dreamt up|dreamed up|without (?:asking|telling|consulting|warning"
        r"|so much as|even|anyone|a word|bothering|thinking|checking)"
        r"|let it (?:drift|slide|happen)|out of (?:habit|laziness|spite)|habit of|point blank|insist on"
        r"|idiots?|genius|joke|fools?|mess|dumping|hiding|sitting on"
        r"|hide in|hides? behind|swan(?:s|ned)?|stroll(?:s|ed)? in|sat there|stood there|walked past"
        r"|were (?:asked|told|warned) (?:twice|three|already|before|several)|how many times"
        r"|not (?:been )?done again|dragg(?:ed|ing)|slapdash|rude|selfish|arrogant|ignorant|pointless|hopeless"
        r"|dismal|appalling|disgusting|dreadful|terrible|awful|woeful"
        r"|inexcusable|poor (?:attitude|standard|performance|effort|quality|leadership|communication|planning)"
        r"|slow and|everybody else|everyone else (?:manages|can|does)"
        r"|(?:can'?t|cannot|couldn'?t|won'?t|don'?t|doesn'?t|didn'?t) (?:even|bother|care|read|listen|think"
        r"|plan|understand|manage|organise|answer|pick|pull|lift|do (?:your|their|his|her) job|be (?:bothered"
        r"|trusted|arsed))"
        r"|do(?:ing)? (?:your|their|his|her) jobs?|raise (?:your|their) game|buck (?:your|their) ideas"
        r"|pull (?:your|their) (?:weight|finger|socks)|get (?:your|their) act"
        r"|(?:should|could) have been (?:done|told|checked|picked up|avoided)|actual (?:sick|work|patients"
        r"|doctors)|real work|on purpose|conveniently|suddenly|magically|mysteriously)\b"
    ),
    "scorn": (
        r"\b(?:evidently|needless to say|nowhere to be (?:found|seen)|waltz\w*|strikes again|heroically|graciously"
        r"|you people|gone out of fashion|optional extra|not naming names|drop(?:s|ped|ping)? the ball|hung up on"
        r"|sloppiness|sloppy|thoughtless|(?:cheers|thanks|thank you) for (?:leaving|nothing|dumping|the mess)"
        r"|nice one|classy"
        r"|no use to|couldn'?t be arsed|bothered to|whoever (?:left|did|thought|decided|wrote)|again and again"
        r"|for the (?:third"
        r"|fourth|fifth|umpteenth|nth) time|once more|vanish(?:es|ed)?|would it (?:kill|have killed)|nobody cares)\b"
    ),
    "at_them": (rf"^(?:and |but |so |again,? |honestly,? |frankly,? )*(?:{_GROUP[3:]}\b"),
    "sarcasm": (
        r"\b(?:as usual|as ever|as always|as per usual|yet again|once again|again,? no ?one|again,? nobody"
        r"|for once|apparently|so-called|funny how|how convenient|how lovely|how nice for|lucky (?:you|them)"
        r"|must be nice|nice of (?:you|them)|good of (?:you|them)|well done (?:to )?(?:management|everyone"
        r"|whoever|you)|great (?:job|work)(?: as ever| again|,? (?:everyone|management))|thanks for nothing"
        r"|thanks so much for (?:not|leaving|the (?:no|silence|lack))|clearly (?:too busy|beneath|not|nobody"
        r"|you)|too (?:busy|important|grand) to|heaven forbid|god forbid|slow clap|bravo|what a surprise"
        r"|surprise surprise|shock(?:er|ing)?,|no surprises?|congratulations to|genius|i'?m sure you(?:'re"
        r"| are| were) (?:very|far too|too|all)|if (?:you|they|anyone) (?:had )?(?:bothered|could be bothered"
        r"|actually|ever (?:listened|came|answered)))\b"
    ),
}
PLAIN: Final = {
    "self": (
        r"^(?:hi,? |hello,? |hey,? )?(?:this is|i'?m|i am|its|it's)(?: just)? (?:an?|the|one of the|your|writing"
        r"|emailing) "
    ),
    "wish": (
        r"\bi(?:'d| would|d) (?:be (?:very |really |most )?(?:glad|grateful|interested|keen|happy|delighted)"
        r"(?: of| for| if you| to (?:hear|know|meet))"
        r"|welcome|value|appreciate|love|prefer|like (?:you|us|your|three|to (?:hear|meet|see|know)))\b"
        r"|\bi (?:do )?hope (?:that )?(?:you|this)\b|\bi(?:'m| am) happy to take\b"
    ),
    "report": (
        r"\bi(?:'ve| have)? (?:read|saw|seen|write|wrote|written|emailed|sent|booked|drafted|heard|been asked|logged"
        r"|noticed|need|expect|want|think|believe|know)\b"
    ),
    "offer": r"\bwould (?:you|it) (?:like|want|help|be (?:useful|helpful))\b.{0,12}\b(?:me to|if i)\b",
    "praise": (
        r"\b(?:well paced|clear(?:ly)?|calm(?:ly)?|kind(?:ly)?|patient(?:ly)?|thorough(?:ly)?|good|great|excellent"
        r"|lovely"
        r"|brilliant(?:ly)?|the only one who|you (?:noticed|stayed|explained|sat|picked up|called me early|spotted))\b"
    ),
}
"""What looks like taking one's part, asking in or finding fault, and is none of these."""

OWNERSHIP: Final = {
    "fault": (
        r"\b(?:i|we) (?:\w+ ){0,2}?(?:got (?:that|it|this|things|him|her|them|a lot)(?: \w+){0,3} wrong"
        r"|was wrong|were wrong|am wrong|messed (?:up|that)|screwed up|made (?:a|an|the|my|that"
        r"|some) (?:\w+ )?(?:mistakes?|errors?|bad call|poor call|wrong call|mess|assumption)|misjudged|missed"
        r"|forgot|overlooked|failed|lost (?:the|my|your|it|a)|dropped|mishandled|handled (?:that|it"
        r"|this) (?:\w+ )?(?:badly|poorly)|let (?:you|the team|her|him|them|everyone|people|it|that|things|us)"
        r"|should(?: not|n'?t)? have|should'?ve|could have|could'?ve|ought to have|didn'?t (?:listen|ask|check"
        r"|think|tell|explain|give|say|call|read|see|handle|do|notice|stop|know|come|introduce|thank|speak|let"
        r"|realise|make)|did not (?:listen|ask|check|think|tell|explain|give|say|call|read|see|handle|do"
        r"|notice|stop|come|introduce|thank)|never (?:asked|told|checked|explained|thanked|said|gave|listened)"
        r"|spoke over|talked over|interrupted|snapped|shouted|lost my temper|was (?:short|rude|sharp|abrupt"
        r"|late|curt|dismissive|harsh|unfair|unkind|defensive|impatient|tired and|out of order|too (?:quick"
        r"|sharp|harsh|short))|rushed|jumped (?:to|in)|assumed|caused|embarrassed|undermined|dismissed"
        r"|cut (?:you|her|him|them)|rolled my eyes|raised my voice|walked (?:off|out|away)|took (?:it )?out on"
        r"|ignored|put you)\b"
        r"|\b(?:my (?:\w+ )?(?:fault|mistake|error|bad|doing|oversight|failing|failure|responsibility|temper)"
        r"|on me\b|(?:that|this|it)(?:'s| is| was) (?:\w+ )?(?:on me|mine|my)|i (?:own|take|accept"
        r"|hold my hands?)\b|hands up|mea culpa|i am (?:to blame|responsible)|i'?m (?:to blame|responsible)"
        r"|owe (?:you|her|him|them|the team|everyone) an apology|part in (?:this|that|it)|my part)\b"
    ),
    "doubt": (
        r"\b(?:i|we) (?:may|might|could|can) (?:well |be |also |have )*(?:be |have )?(?:wrong|missing|missed"
        r"|mistaken|misread|got|misunderstood|off|biased|be the|overlooked|not)\b"
        r"|\b(?:i(?:'m| am|m)?|we(?:'re| are)?) (?:really |genuinely |honestly |still |just |also |a bit "
        r"|quite |frankly )*(?:not (?:\w+ )?(?:sure|certain|clear|convinced|confident|an expert)|unsure"
        r"|uncertain|unclear|no expert|new to|struggling|stuck|out of my depth|worried|nervous|anxious|scared"
        r"|afraid|frustrated|embarrassed|ashamed|angry|upset|sad|tired|exhausted|torn|uneasy|uncomfortable"
        r"|proud|disappointed|at a loss|finding (?:it|this)|frightened|hurt|cross|guilty|fed up|conscious)\b"
        r"|\bi (?:honestly |really |genuinely |simply |just |still |also )*(?:don'?t|dont|do not|didn'?t"
        r"|cannot|can'?t) (?:\w+ )?(?:know|understand|have (?:all |the |an |a )?(?:answers?|full|solution|data"
        r"|picture)|see (?:what|how|the whole)|pretend|claim|fully|tell|yet)\b"
        r"|\bi (?:feel|felt|worry|doubt|struggle|struggled|find (?:it|this)|found (?:it|this)|admit|confess"
        r"|realise|realised|regret|learned|learnt|fear)\b|\b(?:if i'?m honest|to be honest i|tbh i"
        r"|i have to admit|i must admit|correct me if|i'?ve (?:no idea|not (?:asked|seen|worked|been|done)"
        r"|never)|i have (?:no idea|not|never)|i only (?:know|see|saw)|i could be|in my (?:limited|short)"
        r"|beyond (?:me|my)|i lack|my (?:own )?(?:guess|doubt|worry|fear|blind spot|knowledge|experience"
        r"|view) (?:is|may|might|of|only|here))\b"
    ),
    "task": (
        r"\b(?:i(?:'ll|ll| will| can| could| am going to|'m going to|'m happy to| am happy to|'m willing to"
        r"|'d be happy to| shall|'d gladly| am willing to| offer to| promise| commit| have asked"
        r"|'ve asked)) (?:\w+ )?(?:run|do|take|lead|cover|bring|write|draft|send|check|collect|audit|ask|talk"
        r"|speak|find|make|start|try|stop|come|share|chase|organise|organize|arrange|book|set|count|measure"
        r"|present|report|work|stay|pick|own|sort|fix|call|ring|email|circulate|put|look|go|be|give|keep|hold"
        r"|listen|meet|change|say|apologise|explain|teach|train|help|show|pilot|test|introduce|thank|tell|let"
        r"|get|read|review|sit|wait|step|knock|carry|chair|provide|feed|spend|update|design|gather|track"
        r"|support|join|visit|follow|handle|happily|personally|also|then|have|leave|invite|pay|print|type"
        r"|raise|use)\b"
        r"|\b(?:leave (?:it|that) with me|i(?:'ve| have) (?:already )?(?:offered|volunteered|started|agreed"
        r"|begun)|count me in|i volunteer|for my part|on my side|myself\b)"
    ),
}
