"""Words that make the worst line of a draft: threats, closed doors, sneers, guesses at motives, guilt, camps."""

import re
from typing import Final

_THEM: Final = r"(?:you|they|he|she|people|(?:your|the|our) (?:[\w-]+ ){0,2}[\w-]+)"
_CAMP: Final = (
    r"(?:(?:the |our |these |those )?(?:bed |site |senior |junior |med |night |day |ward |ed |on[- ]call )?"
    r"(?:nurses|surgeons|managers|management|patients|consultants|juniors|f1s|f2s|shos|registrars|regs|anaesthetists"
    r"|radiologists|neurologists|cardiologists|physicians|medics|gps|midwives|physios|pharmacists|porters|orthopods"
    r"|teams?|trainees|families|relatives|execs?|secretaries|radiology|ortho|theatres?|pharmacy|surgery|medicine"
    r"|icu|itu"
    r"|microbiology|labs?|estates|hr|finance|it department|rota team|physician associates|pas))"
)
_AUTHORITY: Final = (
    r"(?:hr|the gmc|gmc|the bma|bma|the cqc|cqc|the press|the papers?|the newspapers?|the newspaper|the union|my union"
    r"|my solicitor|a solicitor|(?:the |your |my )?(?:guardian|supervisor|consultant|medical director|clinical director"
    r"|cd|tpd|deanery|chief exec\w*|ceo|mp|line manager|manager|matron|ward manager|head of school|es|datix|college"
    r" tutor"
    r"|postgrad dean|educational supervisor|directors?|coroner))"
)

STINGS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("threat", rf"\b(?:it|this|that|your name|name) (?:goes|will go|is going|['’]s going) (?:straight |right )?"
            rf"(?:to|in front of) {_AUTHORITY}\b"),
        ("threat", rf"\b(?:i(?:['’]m|['’]ll| will| am| shall| may)|ill|im|we(?:['’]ll| will)?|i have no (?:choice"
            rf"|option)"
            rf"[^.,]{{0,12}})\b[^.?!]{{0,40}}\b(?:tell(?:ing)?|inform(?:ing)?|report(?:ing)?|going|go|writ(?:e|ing)"
            rf"|escalat(?:e|ing)|copy(?:ing)?(?: in)?|cc(?:ing)?|speak(?:ing)?|forward(?:ing)?|tak(?:e|ing))\b"
            rf"[^.?!]{{0,25}}\b{_AUTHORITY}\b"),
        ("threat", rf"\b{_AUTHORITY} (?:already )?(?:know|knows|have|has|are|is|will) (?:my|your|the|been|being|be"
            rf"|hear)\b"
            r"[^.?!]{0,30}\b(?:name|informed|copied|aware|told|watching|about (?:it|this|you))\b"),
        ("threat", r"\bi(?:['’]ve| have)? (?:got |been )?(?:kept|keep|keeping|have|got) (?:all the |the |a )?"
            r"(?:screenshots?|receipts"
            r"|diary|(?:written )?record of every\w*|dossier|evidence|list of (?:names|who)|names)\b"),
        ("threat", r"\bi(?:['’]ve| have)? (?:got )?screenshots?\b|\bi see you\b|\bi know (?:exactly )?who (?:you"
            r" are|it was|did)\b"),
        ("threat", r"\beveryone will (?:know|see|hear)\b|\bpeople will (?:soon )?(?:know|hear|find out)\b"),
        ("threat", r"\b(?:will|['’]ll) be (?:named|reported|refused|sent (?:back|home|away)|rejected|escalated"
            r"|disciplined|read out|published|marked absent|turned away|noted against|held against|named and"
            r" shamed)\b"),
        ("threat", r"\b(?:last|final) (?:warning|chance)\b|\bthere will be consequences\b|\bbe (?:very )?careful"
            r" what\b"),
        ("threat", r"\b(?:you|they)(?:['’]ll| will|ll) (?:all )?(?:regret|be sorry|be hearing from|hear from|pay for)\b"
            r"|\bdon['’]?t (?:say i didn['’]?t warn|be surprised (?:if|when))|\bdon['’]?t (?:make|force) me\b"),
        ("threat", r"\b(?:on your (?:head|conscience|hands|watch)|(?:that|it)(?:['’]s|s| is| will be|['’]ll be) on you"
            r"|hold you (?:personally )?(?:responsible|accountable))\b"),
        ("threat", r"\bi (?:won['’]?t|will not|wont) be (?:signing|supporting|writing|covering|passing)\b[^.,;?!]*"
            r"|\bnot? (?:be )?sign(?:ed|ing)? (?:you )?off\b|\bi (?:won['’]?t|wont|will not) forget\b"),
        ("threat", r"\b(?:datix|incident report|exception report|complaint|grievance)\b[^.?!]{0,30}\bwith your name\b"
            r"|\bnext time (?:i|it|you|we)(?:['’]ll| will|m|['’]m| am|['’]re)?\b[^.?!]{0,30}\b(?:datix|report"
            r"|escalat\w+)\b"),
        ("threat", r"\bor (?:else|i walk|i quit|i resign|i(?:['’]m| am) (?:off|out|gone))\b"
            r"|\bremember that (?:when|at|next)\b|\bwe(?:['’]ll| will) see (?:what|how) [^.?!]{2,50} (?:says?"
            r"|likes?|thinks?)\b"),
        ("shut", r"^\W*(?:and )?(?:no (?:discussion|debate|exceptions|excuses|arguments?|ifs(?:,? no)?(?: or)? buts)"
            r"|end of(?: (?:story|discussion|conversation))?|not up for (?:discussion|debate)|non[- ]negotiable)\W*$"),
        ("shut", r"\bi (?:will|shall|['’]ll|am|['’]m) not (?:be )?(?:answering|taking|entering|accepting|discussing"
            r"|responding|repeating|going to (?:discuss|argue|repeat|answer))\b|\bi(?:['’]m| am)? not (?:asking"
            r"|telling you)"
            r" again\b|\bnot asking again\b|\bi(?: won['’]?t| will not|['’]m not going to) (?:say|ask|tell"
            r" you)\b[^.?!]{0,12}\bagain\b"),
        ("shut", r"\bi (?:do(?:n['’]t| not)|dont) (?:want|care) to hear\b|\b(?:don['’]?t|do not) bother (?:replying"
            r"|asking|coming"
            r"|ringing|calling|emailing|to)\b|\b(?:this|it) is(?:n['’]t| not) (?:a request|optional|up for|a"
            r" discussion|a debate)\b"
            r"|\b(?:take it or leave it|deal with it|like it or (?:not|lump it)|if you don['’]?t like it)\b"
            r"|\bi(?:['’]m| am) not interested in\b|\bsave (?:me )?(?:your|the) (?:excuses|breath)\b"),
        ("insult", r"\b(?:lazy|useless|pathetic|incompeten\w+|clueless|stupid\w*|idiot\w*|moron\w*|imbecile"
            r"|shambl\w+|farc(?:e|ical)"
            r"|(?<!a )circus|clowns?|disgrac\w+|appalling(?:ly)?|laughabl[ey]|laughing ?stock|embarrass(?:ment|ing)"
            r"|snitch\w*"
            r"|martyrs?|dinosaurs?|snowflakes?|jobsworths?|wall of shame|name and shame|brain[- ]?dead|monkeys?"
            r"|god['’]?s gift|toughen up|man up|grow up|grow a (?:pair|spine)|thick[- ]skin\w*|over[- ]?sensitive"
            r"|drama queen"
            r"|prima donnas?|princess|slackers?|dead ?weight|freeloaders?|skivers?|cowboys?|hopeless|inept|shameful"
            r"|shame on|ought to be ashamed|should be ashamed|beneath contempt|unfit to|a joke|absolute joke"
            r"|sort (?:your|their|ur) (?:lives|act|shit) out|get (?:your|their) act together|pull (?:your|their) "
            r"(?:finger|socks|weight)"
            r"|sound of your own voice|stealing from|a scandal|criminal|fresh off the boat|toddlers?|kindergarten"
            r"|spoon[- ]?fed"
            r"|even an? (?:first|medical|5|five|child|f1|hca|monkey)\b[^.?!]{0,30}\b(?:could|can|knows?|manages?)"
            r"|rocket science"
            r"|not (?:that |exactly )?(?:hard|difficult|complicated)(?=\W*$)|bloody|ffs|wtf|crap|shit\w*|bullshit)\b"),
        ("insult", r"\b(?:attitude|manner|work ethic)\s*(?::|is|was)\s*(?!(?:good|great|excellent|fine|kind"
            r"|positive|professional|spot))"
            r"[^.?!]{3,40}|\byou(?:['’]re| are|r) (?:just |simply |always |so )?(?:not cut out|a (?:liability"
            r"|problem|nightmare|disgrace))"
            r"|\beverybody thinks you\b|\beveryone thinks you\b|\b(?:the nurses|people|they) (?:all )?(?:find|call"
            r"|think) you\b"),
        ("sarcasm", r"^\W*(?:(?:well|ok|oh|so|and|anyway)\W+)*(?:cheers|congrat\w+|bravo|well done|nice (?:one"
            r"|work)|great (?:job|work|stuff)"
            r"|top (?:work|marks)|big thanks|huge thanks|thanks (?:so much|a (?:lot|bunch|million))|good (?:job"
            r"|work)|thanks"
            r"|thank you|lovely work|stellar work|classy|hats off)\b[^.?!]{0,8}\b(?:to|for|[A-Z][a-z]+ for|guys for"
            r"|lads for"
            r"|everyone (?:for|who)|whoever|team for)\b[^.?!]{0,40}"
            r"\b(?:leaving (?:me|us|it|all|the|\d+|every)|dump\w+|not (?:turn|answer|show|bother|reply|com|help"
            r"|cover|tell|do|fill|chas|handing|writ|pick|read)\w*|forgett\w+|ignor\w+|letting (?:me|us) (?:down"
            r"|know (?:so|at))|telling (?:the|my|our)"
            r"|nothing|no ?one|none|again|without (?:ask|tell|warn)\w+|whoever|disappear\w+|abandon\w+|cancelling"
            r"|losing|breaking|screw\w+|mess(?:ing|ed) up|last[- ]minute|going behind)\b"),
        ("sarcasm", r"\b(?:kind|best|warm(?:est)?) (?:regards|wishes) to (?:whoever|the|everyone|all (?:who"
            r"|those))\b[^.,;?!]*"
            r"|\bgenuine question\b|\b(?:is|are) (?:now|apparently|clearly|suddenly) an? (?:crime|luxury|privilege"
            r"|offence|sin)\b"
            r"|\bapparently (?:\w+ing|i|we|it|that|this|asking|the)\b[^.?!]{0,50}\b(?:crime|too much|optional|rude"
            r"|unreasonable|beneath|my job"
            r"|not (?:a|my|our|your))\b"),
        ("sarcasm", r"^\W*(?:(?:really|just|oh|how|so|very|that['’]?s|absolutely) )?(?:lovely|brilliant|marvellous"
            r"|wonderful|fantastic|charming"
            r"|delightful|classic|superb|priceless|nice)\W*(?:\U0001F44D|\U0001F602|\U0001F643|\U0001F44F)*\W*$"),
        ("sarcasm", r"\b(?:silly me|call me old[- ]fashioned|god forbid|heaven forbid|must be nice|what a surprise"
            r"|surprise,? surprise"
            r"|shock horror|who knew(?=\W*$)|news ?flash|spoiler(?: alert)?|slow clap|good luck with that"
            r"|how (?:very )?"
            r"(?:convenient|kind of you"
            r"|generous|nice for)|funny (?:how|that)|i(?:['’]m| am) sure (?:you|they|he|she|it|there)[^.?!]{0,40}\b"
            r"(?:very|so|terribly|far|busy|important"
            r"|good reason)\b[^.,;?!]*|no doubt (?:you|they|he|she|too|busy|very)\b[^.,;?!]*|in case (?:you|anyone"
            r"|nobody|it)[^.,?!]{0,20} noticed"
            r"|as (?:you|some) (?:might|may|would|will|people)(?: \w+)? have noticed\b|if (?:any(?:one|body)|you"
            r"|they)[^.,?!]{0,40} (?:ever|actually|bothered)\b[^.,;?!]*)"),
        ("sarcasm", r"\b(?:might|may) (?:wish|want|like|care) to (?:reflect|consider|look up|ask (?:yourself"
            r"|themselves)|remember|read|try|re-?read)\b"
            r"|\bwhere (?:their|your|his|her) talents? lies?\b|\bi leave (?:the|it|that)\b[^.?!]{0,25} to you\b"
            r"|\bsince it (?:seems|appears)\b[^.,;?!]*"
            r"|\bsome of us\b(?= (?:actually|have|do|work|were|are|come|still|care))|\bthose of us who\b|\bthe rest"
            r" of us\b"
            r"|\bunlike (?:some|you|others|certain)\b|\bwho (?:can|could|will|would|is going to) actually\b"
            r"|\bwith the (?:greatest|utmost|deepest) respect\b"
            r"|\byou(?:['’]ll| will) be (?:delighted|thrilled|pleased|amazed|shocked|astonished) to (?:hear|learn"
            r"|know)\b"
            r"|\bmore important than (?:a|an|my|our|the|her|him|them|this|us|me)\b(?! other)|\bi(?:['’]m|"
            r" am) (?:only|just) (?:a|the) "
            r"(?:humble|lowly|mere)\b"
            r"|\btoo much to (?:ask|expect)\b|\bdare i (?:say|ask|suggest)\b|\bas if by magic\b|\bmind[-"
            r" ]?read\w*\b|\bcrystal ball\b"
            r"|\btelepath\w+|\bmagic(?:al)?(?:ly)? (?:wand|appear\w*|bed|beds|staff|elves)\b|\bfair(?:y|ies) "
            r"(?:will|would|do|does|godmother)\b"
            r"|\bglad (?:that )?(?:someone|somebody|you)(?:['’]s|['’]re| is| are) (?:enjoying|having|finding)\b"
            r"|\benjoy(?:ing|ed)? (?:your|reading|the) (?:weekend|coffee|lie|these|break)\b"),
        ("motive", r"\b(?:(?:it|this|that|which) (?:clearly |obviously )?suits (?:you|them|him|her|the|management)|"
            r"(?:you|they|he|she)(?:['’]re|['’]ve| have| are|r)? "
            r"(?:obviously|clearly|evidently|apparently|plainly|presumably|just|simply|deliberately|conveniently) "
            r"(?:do(?:n['’]t|nt| not|es)|did(?:n['’]t|nt| not)?|ha(?:ve|s)|forgot|think|thinks|can['’]?t"
            r"|couldn['’]?t|want|wants|not|too|never|decided|chose|ignor\w+|have no|hoping|trying|sit|see|assum\w+)"
            r"|(?:don['’]?t|do not|doesn['’]?t|did not|didn['’]?t|dont|couldn['’]?t|could not|nobody|no one|clearly"
            r"|even) (?:seems? to |even |really |actually )?(?:care|cares|cared|give a (?:damn|toss|monkey\w*"
            r"|f\w+))"
            r"|can(?:no|['’]?)t be (?:bothered|arsed)|couldn['’]?t be (?:bothered|arsed)|not bothered|don['’]?t"
            r" expect you to (?:understand|care|know)|turn(?:ed|ing)? a blind eye"
            r"|look(?:ed|ing)? the other way|heads? in the sand|wash(?:ed|ing)? (?:your|their|its) hands|hid(?:e|es"
            r"|ing) behind|chose to (?:ignore|do nothing)|(?:know|knew|knows) (?:full|perfectly|exactly|very) well"
            r"|(?:where|what) your priorities|too (?:busy|important|grand|good|proud|lazy|scared|posh) to\b|only "
            r"(?:interested|care[sd]?) (?:in|about)|pretend(?:s|ed|ing)? (?:not )?to|passing the buck|buck[-"
            r" ]passing|covering (?:your|their) (?:backs?|arse)"
            r"|(?:no|zero|not the slightest) interest in|never (?:once )?(?:thought|bothered|occurred) (?:to|of"
            r"|about)|bother(?:s|ed|ing)? to|as if (?:i|we|it|they) (?:am|are|is|was|were|don['’]?t|have)|what do"
            r" you (?:lot |people |all )?do all day)\b"),
        ("us_and_them", rf"^\W*(?:and |but |because )?{_CAMP} (?:just |simply |clearly |really |have |has |are |is"
            rf" )?(?:don['’]?t|do not|dont|never|always|won['’]?t|wont|can['’]?t|cannot|refuse\w*|(?:have |has |'ve"
            rf" )?(?:never|always|been blocking|blocked)"
            r"|only (?:care|want|come|turn)|block(?:s|ed|ing)?|hate|love to|think (?:they|we|it)|thinks (?:they|we"
            r"|it)|(?:are|is) (?:the (?:problem|enemy|reason)|to blame|blocking|not interested))\b"),
        ("us_and_them", rf"\b{_CAMP} (?:always (?:say|want|claim|find|expect|refuse)|never (?:come|answer|listen"
            rf"|help|turn|do|read|pick|see|set)|(?:have|has) been blocking|have to be dragged|to explain "
            rf"(?:themselves|itself)|dump\w*)\b"),
        ("us_and_them", r"\b(?:you lot|(?<!sent )(?<!send )you people|your lot|these people|that lot"
            r"|the powers that be|the suits|ivory"
            r" tower|the other side|(?:sit\w* )?in (?:your|their) (?:nice |warm |comfy |cosy )+offices?"
            r"|people (?:upstairs|in"
            r" suits|in offices)"
            r"|(?:has|have|had|who) (?:ever |never |actually )*(?:never|ever) (?:worked|done|set foot|seen|met"
            r"|spent|been on|held)\b[^.?!]{0,40}|in (?:the coffee (?:shop|room)|costa|the mess) (?:all|while|when"
            r"|every|drinking)|(?:them|him|her) every day in the coffee (?:shop|room)|real (?:doctors|work"
            r"|medicine)"
            r"|stop(?:s|ped)? (?:taking|stealing|nicking) our|taking our \w+|steal(?:ing|s)? our)\b"),
        ("guilt", r"\bafter (?:everything|all) (?:i|we)(?:['’]ve| have)?\b|\bi(?:['’]ve| have) (?:not|never) "
            r"(?:once )?(?:said|complained|mentioned|asked for|moaned)\b[^.,;?!]*|\byou owe me\b|\b(?:it['’]?s |its"
            r" )?the least you (?:can|could)\b|\bi(?:['’]m| am) always the one\b|\bi always (?:end up|have to|cover"
            r"|get)\b|\b(?:when|what) have you ever\b|\b(?:no ?one|nobody)(?: else)? (?:else )?(?:ever |even )*"
            r"(?:steps? up|offers?|helps?|covers?|volunteers?|thanks? me|lifts? a finger)\b"
            r"|\bthe only (?:one|person)\b[^.?!]{0,40}\b(?:who|that) (?:cares?|bothers?|does|works?"
            r"|turns?)\b[^.,;?!]*|\bas (?:usual|always|ever),? (?:it['’]?s|its|i|left|me|down)\b|\bmuggins\b|\bsome"
            r"(?:one|body) has to\b|\bremember (?:who|when i)\b"),
        ("never", rf"\b{_THEM}(?:['’]ve| have| has)? (?:lot )?(?:never|always|constantly|keeps?|repeatedly"
            rf"|routinely)(?: (?:ever|even|just))? (?!been|had|seen|felt|met|worked|good|great|kind|happy|welcome"
            rf"|the\b|her\b|his\b"
            rf"|open|forget\b|wanted|told|hesitate|mind)(?:\w+)"
            r"|\b(?:nobody|no ?one|none of you)(?: (?:in|on|at|from|here)\b[^.?!]{0,20}?)? (?:ever|even|has ever"
            r"|has (?:even |bothered)|bother\w*|could be|can be|seems?|is (?:ever|even))\b"
            r"|\b(?:for the (?:third|fourth|fifth|tenth|hundredth|umpteenth|millionth|nth|\w+th) time|yet again|as"
            r" usual|as per usual|once again|every single (?:time|day|night|week|shift|one)|(?:you )?should have "
            r"(?:known|at least|checked|done)|like (?:you did|last time|always)"
            r"|per my (?:last|previous|earlier)|how many (?:more )?times|(?:is|are) it too hard|simply not (?:good"
            r" enough|acceptable)|not good enough|unacceptable|unprofessional|careless(?:ness)?|slopp\w+"
            r"|inexcusable|lack of professionalism|common sense|basic (?:courtesy|manners|decency|stuff|competence)"
            r"|your office is the reason|(?:your|their|his|her) (?:fault|mess|failure|incompetence)|is to blame"
            r"|because of (?:you|your (?:failure|mistake|team))|thanks to you(?:r \w+)?|whose (?:fault|decision"
            r"|mess) (?:it|this|that)|who(?:ever)? (?:is|was) (?:to blame|responsible for this mess)|by whom it"
            r" should)\b"),
    )
)  # fmt: skip
"""Each kind with its words. A sting is looked for in a sentence that the doctor does not say of themselves."""

SOFT: Final = re.compile(
    r"\b(?:no (?:rush|worries|pressure|hurry)(?: at all)?(?: if [^.,?!]*)?|(?:please |do |pls |just )*(?:feel free"
    r" to )?(?<!not )(?<!n't )ignore(?: (?:this|me|it))?(?: (?:e-?mail|message))?(?= if|$|\W*$)[^.,?!]*"
    r"|i (?:completely|totally|fully|quite|do|really) understand if (?:it|you|that|not)[^.,?!]*|if (?:that|it)"
    r"(?:['’]?s| is) (?:ok|okay|alright|all right)(?: with you)?|(?:it['’]?s |its )?not a big deal(?: at all)?"
    r"|(?:but )?(?:honestly )?(?:please )?don['’]?t worry about it|(?:it )?could have happened to any(?:one|body)|"
    r"(?:it )?happens to (?:everyone|all of us|the best of us)|only if you (?:thought|think|have|want)[^.,?!]*|i"
    r" suppose|or (?:whatever|something)"
    r"|sorry(?: again)?(?: to (?:bother|chase|pester|ask)[^.,?!]*)?$|it(?:['’]?s|s| is)? probably (?:me|nothing"
    r"|just me)[^.,?!]*|(?:its?(?:['’]?s| is)?) (?:probably )?just me being \w+"
    r"|(?:but )?(?:of course )?it['’]?s (?:completely|totally"
    r"|absolutely|perfectly) (?:fine|ok|okay|understandable) if[^.,?!]*|don['’]?t worry if (?:not|you)[^.,?!]*"
    r"|(?:please )?dont worry if not|sorry to be (?:an? )?(?:annoying|pain|nuisance)|if you['’]?re not too busy"
    r"|(?:and )?(?:this|it|its|it['’]s) (?:is )?probably (?:a )?(?:really |very )?(?:dumb|stupid|silly|daft)"
    r" (?:question|idea)(?: but)?|i know (?:you|u)(?:['’]?re| are|r) (?:super |really |so |very )?busy[^.,?!]*)",
    re.I,
)
"""Clauses by which a doctor takes back what they ask or say."""

GROVEL: Final = re.compile(
    r"\b(?:i(?:['’]m| am|m) (?:honestly |literally |such |just |a total )*(?:the worst|an? (?:total "
    r"|complete )?(?:idiot|awful|terrible|useless"
    r"|rubbish|horrible|complete|disgrace|failure)|so stupid|useless|awful|mortified|beyond sorry)"
    r"|i don['’]?t know what(?:['’]s| is) wrong with me|i feel (?:sick|awful|terrible|dreadful)|i(?:['’]ve| have)"
    r" been (?:crying|in tears|awake)|i(?:['’]ll| will) never forgive|you must (?:hate|think)|(?:totally "
    r"|completely )?understand if you (?:never|hate|don['’]?t)"
    r"|sorry sorry|i don['’]?t deserve|i hate myself|please forgive me|a million apologies)\b[^,.?!]*",
    re.I,
)
"""What asks the other to comfort whoever apologises."""

OWN: Final = re.compile(
    r"^\W*(?:(?:and|but|so|because) )?(?:i|my) (?!see you|have screenshots|have (?:kept|been keeping)|won|will not"
    r"|know (?:who|exactly)|am not interested|leave|don)"
    r"|^\W*(?:i['’]?m|i am|we) (?:sorry|afraid|worried|late|not)\b",
    re.I,
)
"""A sentence that says something of the doctor: hard words in it may be meant for themselves."""
