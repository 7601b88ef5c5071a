"""Turns of phrase that sting whatever they are about: comments hung on a fact, feigned politeness, sums of blame."""

import re
from typing import Final

_GROUP: Final = (
    r"(?:the |our |some |most |bank |agency )?(?:nurses|nursing staff|staff|surgeons|managers|management|patients"
    r"|consultants|juniors|f1s|f2s|shos|registrars|regs|anaesthetists"
    r"|radiologists|physicians|medics|gps|midwives|physios|pharmacists|porters|orthopods|teams?|trainees|families"
    r"|relatives|secretaries|people"
    r"|radiology|ortho|orthopaedics|theatres?|pharmacy|icu|itu|microbiology|estates|hr|it|ed|a&e|the lab|labs"
    r"|switchboard|day team|night team|rota coordinators?|bed managers|site managers)"
)
_NOT: Final = (
    r"(?:do(?:n['’]t|nt| not)|does(?:n['’]t|nt| not)|did(?:n['’]t|nt| not)|can(?:['’]?t|not)|could"
    r"(?:n['’]t|nt| not)|wo(?:n['’]t|nt)|will not|would(?:n['’]t|nt| not)|is(?:n['’]t| not)|are(?:n['’]t| not))"
)
_BAD: Final = (
    r"(?:shocking|ridiculous|disgusting|laughable|insane|mental|madness|crazy|nonsense|bonkers|outrageous|dire"
    r"|diabolical|not on|poor show|rubbish|dreadful|terrible|awful"
    r"|abysmal|unbelievable|incredible|amateur(?:ish)?|a mess|a state|a nightmare|a shower|all over the place"
    r"|unreadable|illegible|embarrassing|pitiful|infuriating|beyond belief|beyond a joke|a waste of time|pointless"
    r"|dangerous)"
)

TURNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("sarcasm", r", which (?:i (?:assume|presume|suppose|gather|take it|imagine)|(?:rather |just |really "
            r"|frankly |kind of |sort of |pretty much )?(?:says|tells|shows|speaks|proves|sums)"
            r"|is (?:nice|typical|lovely|great|always|frankly|apparently|a joke|rich|ironic|impressive|an? "
            r"(?:interesting|novel|bold|brave))|apparently|presumably|obviously|clearly|seems to be|must"
            r" be)\b[^.,;?!]*"),
        ("sarcasm", r"\b(?:i can only (?:assume|conclude|imagine|suppose|presume)|one can only (?:assume|conclude"
            r"|imagine|wonder)|am i to (?:assume|understand|believe)|are we to (?:assume|believe)|i take it(?:"
            r" that)? (?:you|they|nobody|no one|this|we)"
            rf"|i (?:assume|presume|suppose|imagine) (?:that )?(?:you|they|nobody|no one|{_GROUP}|your)|presumably "
            rf"(?:you|they|because|nobody|the|it|he|she)|i guess (?:you|they|nobody|we|i['’]ll just"
            rf"|that))\b[^.,;?!]*"),
        ("sarcasm", r"\b(?:though (?:sadly |perhaps )?not (?:entirely |exactly |wholly )?surprised|not being funny"
            r"|no offence|no disrespect|i hate to (?:say|break) it|i don['’]?t mean to be (?:rude|funny|difficult)"
            r"|sorry not sorry|not to be (?:rude|that person))\b"),
        ("sarcasm", r"\b(?:imagine my (?:surprise|delight|joy)|with (?:some |great )?(?:interest|amusement"
            r"|amazement)\b|(?:amused|delighted|thrilled|overjoyed|touched|charmed) to (?:see|hear|learn|discover"
            r"|find|read)|in (?:your|their|its) infinite wisdom|whose bright idea|bright idea|masterstroke|stroke"
            r" of genius"
            r"|nothing better (?:else )?to do|as if (?:we|i) (?:had|have|haven['’]?t)|here we go again|same old"
            r"|d[eé]j[aà] vu|groundhog day|broken record|(?:that|it) (?:really )?is? ?(?:\w+ )?not funny|its not"
            r" funny|it['’]?s not funny"
            r"|i(?:['’]m|m| am) not (?:a|an) (?:dustbin|bin|doormat|machine|robot|taxi|mind[- ]reader|magician"
            r"|punch ?bag|skivvy|babysitter|secretary|servant|call centre|octopus|dumping ground|miracle worker"
            r"|typist|photocopier)|i(?:['’]m|m| am) not (?:your|their|here to be) \w+"
            r"|(?:we['’]re|this is|it['’]s)(?: not|n['’]t) (?:a (?:hotel|holiday camp|cr[eè]che|restaurant"
            r"|democracy|charity|game)|at school|primary school|school)|not a (?:hotel|holiday camp|cr[eè]che)|took"
            r" you long enough|about time too|at long last|too little,? too late|no prizes for|the usual "
            r"(?:suspects|excuses?|story|response|silence)"
            r"|thanks for nothing|thanks a (?:lot|bunch)|cheers for (?:that|nothing)|well that went well|good to"
            r" know(?! that)|nice to know(?: that)?|so glad|how lovely for|lucky (?:you|them|us)|poor (?:you"
            r"|things?|lambs?)|aww?\b|boo hoo|diddums|(?:what|how) (?:a )?(?:treat|joy|delight|privilege|honour))\b"),
        ("sarcasm", r"[\U0001F644\U0001F921\U0001F643\U0001F612\U0001F926\U0001F595]|\U0001F44F\s?\U0001F44F|^\W*"
            r"(?:again|seriously|really|honestly|wow|unbelievable|amazing|incredible|genius|typical|standard|great"
            r"|no words|speechless|enough said|says it all|go figure|funny that)\W*$"),
        ("sarcasm", r"\bif (?:you|they|the trust|management) can (?:find|afford|manage|make|get|pay|spare"
            r"|spend)\b[^.,;?!]*|\bif (?:i|we|some of us) can\b[^.?!]{2,40}\b(?:so can|then (?:so|you|surely)|you"
            r" can|the rest)\b[^.,;?!]*|\bif you want to be treated\b[^.,;?!]*|\b(?:act|behave) like (?:adults"
            r"|grown[- ]?ups|professionals|doctors|children|one)\b"
            r"|\b(?:and )?(?:you|they) can (?:explain|tell) (?:it|that|them|him|her|the|your)\b[^.,;?!]*|\bexplain "
            r"(?:that|it|this) to (?:the|his|her|their|your) (?:family|relatives|wife|husband|daughter|son|mother"
            r"|coroner|consultant|patient|judge)\b"
            r"|\bhave you (?:all )?(?:tried|considered|thought of) (?:actually )?(?:read|answer|look|pick|do|turn"
            r"|talk|ask|listen)ing\b|\b(?:maybe|perhaps) (?:you|they|someone|somebody|one day|next time|some"
            r" people) (?:could|can|should|will|might)\b[^.?!]*\b(?:actually|try|learn|bother|remember|think before"
            r"|read"
            r"|for once|one day)\b"),
        ("sarcasm", r"\bdo(?:es)? (?:any(?:one|body)|nobody|you(?: lot| people| guys)?)(?: (?:here|in|on|at|up) ?"
            r"(?:\w+ ){0,2})? ?(?:actually |ever |even |really )(?:read|check|look|listen|care|think|answer|know|do"
            r"|work|use|wash|talk)\b"),
        ("insult", rf"^\W*(?:(?:absolutely|utterly|totally|frankly|simply|truly|completely|just|it['’]?s|its|this"
            rf" is|that is|that['’]s|really|so|what an?|honestly|quite) )*(?:bloody )?{_BAD}\W*$"),
        ("insult", rf"\b(?:your|their|his|her) (?:[\w-]+ ){{1,3}}(?:is|are|was|were)(?: just| frankly| simply|"
            rf" still| always| a bit)? (?:an? )?(?:absolute |complete |total |utter |bloody |real |bit of an?"
            rf" )?{_BAD}\b"),
        ("insult", rf"\b(?:this|that|it|you|they)(?:['’]s|['’]re| is| are| was| were)(?: just| frankly| simply|"
            rf" quite| honestly)? (?:an? )?(?:absolutely |absolute |complete(?:ly)? |total(?:ly)? |utter(?:ly)? "
            rf"|bloody |truly )?{_BAD}\b(?! to (?:hear|have|see))"),
        ("insult", rf"\b(?:{_GROUP}|you|they|nobody(?: \w+){{0,4}}|no one(?: \w+){{0,4}}) can(?:['’]?t|not)?(?:"
            rf" even)? (?:count|read|spell|write|add up|tell the time|pick up (?:a|the) phone|organise|use a "
            rf"(?:phone|computer)|think for)\b"),
        ("insult", r"\byou(?:['’]re| are|r)? (?:all |just |frankly |clearly )*(?:not (?:very |really |particularly "
            r"|even )?(?:good at|cut out|up to|suited|safe|fit|capable|bright)|incapable|hopeless|the (?:worst"
            r"|problem|slowest|weakest)|letting (?:everyone|the team|us|yourself) down|out of your depth)\b"
            r"|\bare you[?.]*$|\bwhen i was an? (?:f1|f2|houseman|house officer|student|sho|junior)\b[^.,;?!]*|\b"
            r"(?:back )?in my day\b[^.,;?!]*|\bwe just got on with it\b|\bget a grip\b|\bgrow (?:the \w+ )?up\b"
            r"|\bthink before (?:you|they)\b"),
        ("insult", r"\b(?:thrown|throw|throwing) (?:me|us|him|her|them) under the bus|stitched (?:me|us) up|shafted"
            r"|(?:taken|taking|take) (?:me|us)? ?for (?:a ride|mugs?|fools?|granted)|treat(?:s|ed|ing)? (?:me|us"
            r"|people|juniors|trainees) like (?:dirt|children|idiots|slaves|rubbish|a|second|something)|taking the "
            r"(?:mick|mickey|piss|p)\b"
            r"|having a laugh|are you (?:serious|joking|kidding|having)|how dare|who do you think|what gives you"
            r" the right|who made you|don['’]?t you dare|insult(?:ing|ed)? (?:to )?(?:our|my|us|me|to)"),
        ("motive", rf"\b(?:{_GROUP}|you|they|he|she)(?:['’]ve|['’]d)? (?:{_NOT}|never|clearly {_NOT}|just {_NOT}"
            rf"|simply {_NOT}) (?:even |really |actually |want to |know how to |have the (?:faintest|first) |know"
            rf" what )*(?:care|understand|listen|bother|realise|appreciate|see the point|give|idea|know what|have a"
            rf" clue|have any idea|want to (?:know|hear|help)|respect|value)\b"
            r"|\bhow (?:much|little) you (?:value|care|respect|think)\b|\b(?:you|they) (?:value|respect|care about"
            r"|think of) us\b|\bnobody (?:did(?! for)|does|has done|bothered|lifted|could be|seems)\b[^.,;?!]*"
            r"|\bno ?one "
            r"(?:did|does|has done|bothered|lifted|could be|seems)\b[^.,;?!]*|\b(?:sat|sitting|sits) on (?:it|this"
            r"|them)\b|\bdid(?:n['’]t)? (?:a thing|nothing|anything) (?:about|until|till)\b"
            r"|\bfob\w* (?:me|us|them|her|him|it)? ?off\b|\bi don['’]?t care (?:about|if|what|how|whether|who)\b|\b"
            r"(?:go|went|goes|going) home at (?:five|5|4|four|3)\b|\bchoose to ignore\b|\bdeliberate\w*\b|\b(?:did"
            r"|doing|done|do)\b[^.,;?!]{0,20} on"
            r" purpose\b|\bcouldn['’]?t be less\b|\b(?:can['’]?t|couldn['’]?t|didn['’]?t|don['’]?t|won['’]?t"
            r"|doesn['’]?t|not) even\b(?= \w)"),
        ("us_and_them", rf"^\W*(?:and |but |because |the |typical |bloody )?{_GROUP} (?:really |just |also |clearly"
            rf" )?(?:need to|should|must|have to|ought to) (?:learn|think|realise|remember|understand|wake|try|stop"
            rf"|get (?:a|their)|take (?:some|more) responsibility|pull|start|do their|be told|grow)\b"),
        ("us_and_them", rf"\btypical (?:{_GROUP}|behaviour|response)\b|\b(?:that['’]s|thats) {_GROUP} for you\b"
            rf"|\bwhat do you expect (?:from|of)\b|\b{_GROUP} (?:versus|vs\.?|v) \w+|\bsome of you\b(?= (?:have|are"
            rf"|do|still|seem|think|clearly|can))|\bcertain (?:people|individuals|members|persons|colleagues)\b"
            rf"|\byou know who you are\b|\bnaming no names\b"
            r"|\bnot (?:naming|mentioning) (?:any )?names\b|\b(?:people|those|someone) (?:who )?(?:sit|sits|sitting"
            r"|sat) (?:in|behind) (?:an? |their |the )?(?:offices?|desks?)\b|\bmade by (?:someone|somebody|people)"
            r" who\b|\bexec(?:utive)? corridor\b|\bpen[- ]pushers?\b|\bbean[- ]counters?\b|\bman in a suit\b"),
        ("guilt", r"\b(?:i['’]?ll|ill|i will|i guess i['’]?ll|i suppose i['’]?ll) (?:just )?(?:do|cover|stay|sort"
            r"|fix) (?:it|everything|them|all of it)(?: all)? (?:myself|then|as (?:always|usual))\b|\b(?:as i"
            r"(?:['’]m| am|m)|i(?:['’]m| am|m)) (?:clearly |apparently |obviously )?the only (?:one"
            r"|person)\b[^.,;?!]*|\bi didn['’]?t (?:go to med(?:ical)? school|train|sign up|spend \w+"
            r" years)\b[^.,;?!]*"
            r"|\bwhile (?:you|everyone else|the rest of you)(?:['’]re| are| were|re) (?:all )?(?:at home|at the pub"
            r"|out|asleep|in bed|enjoying|off|sitting|skiing|on holiday|having)\b[^.,;?!]*|\bdon['’]?t worry about"
            r" me\b|\bi shouldn['’]?t have to\b[^.,;?!]*|\bwhy (?:should i|is it always|am i always|do i"
            r" always)\b[^.,;?!]*|\b(?:(?:that|it|this)(?:['’]s| is|s)? )?not my (?:job|problem|responsibility"
            r"|fault)\b|\bdo(?:ing)? your (?:own )?(?:bloody )?jobs?(?: for you)?\b"
            r"|\bi(?:['’]ve| have)? (?:had enough|had it with|give up|(?:am |['’]m )?(?:sick|fed up|done|tired) "
            r"(?:of|with|and tired))\b|\b(?:sick and tired|(?<!were )fed up|last straw|end of my tether"
            r"|had it up to)\b"),
        ("threat", r"\b(?:i|we)(?:['’]ll| will|['’]m going to| am going to| shall)? (?:take|taking|go|going|write"
            r"|writing|send|sending|talk|talking|speak|speaking|post|posting)\b[^.?!]{0,30}\b(?:acas|(?:local "
            r"|national )?(?:paper|press|media|newspapers?)|twitter|facebook|social media|trust board|ombudsman|nhs"
            r" england|whistle\w*|solicitors?|lawyers?|legal|tribunal|the college)\b[^.,;?!]*"
            r"|\bnext time (?:i|we|it|you)(?:['’]?m|['’]?ll| am| are| will|['’]re)? (?:be )?(?:send(?:ing)?|not"
            r"|refus\w+|report\w*|datix\w*|escalat\w*|leav(?:e|ing)|telling|going (?:to|straight|over)|goes to|less"
            r"|walking|calling (?:your|the|hr)|taking (?:it|this)|putting)\b[^.,;?!]*"
            r"|\b(?:not leaving me|leaves? (?:me|us)|left (?:me|us)?|giv(?:e|es|ing) me) (?:with"
            r" )?(?:no|little|not much|much|any) (?:choice|option|alternative)\b[^.,;?!]*"
            r"|\bi (?:don['’]?t|do not|would rather not|['’]d rather not) want to (?:make this formal|have to "
            r"(?:escalate|report|take))\b|\bi (?:will|shall|['’]ll) (?:have|be left with) no (?:choice|option"
            r"|alternative)\b|\bwill not hesitate to\b|\bit would be a shame if\b|\bi['’]?d hate for\b|\bbear in"
            r" mind (?:that |who )|\byour (?:arcp|sign[- ]?off|reference|portfolio|job)\b[^.?!]{0,20}\b(?:depends?"
            r"|will suffer|at risk|could be|may be)\b"
            r"|\b(?:will|['’]ll) (?:personally )?(?:make sure|see to it) (?:that )?(?:you|your|everyone|they"
            r"|nobody)\b"),
        ("shut", r"(?:^|[,.;–-]\s)no (?:excuses|exceptions|discussion|arguments?|ifs)\b|\b(?:my|the) decision is"
            r" final\b|\bthat['’]?s (?:final|the end of it|it, no)\b|\bi(?:['’]ve| have) decided\b(?=[^.?!]*\band"
            r" that['’]?s\b)|\bbecause i (?:say|said) so\b|\bdon['’]?t (?:reply|argue|even (?:think|try)|ask (?:me"
            r" )?why)\b|\bnot (?:open|up) (?:to|for) (?:negotiation|question|debate)\b|\bwithout (?:exception"
            r"|argument|discussion)\b"),
    )
)  # fmt: skip
"""Each kind with its turns, as in `sting_words`."""

EXCUSE: Final = re.compile(
    r"\b(?:(?:frankly |honestly )?(?:you|he|she|they) could have (?:said|told|asked|rung|checked|mentioned)\b[^,.?!]*"
    r"|you (?:must have |may have |might have )?(?:took|taken|take|misunderst\w+|misheard|overreact\w*|are "
    r"(?:too|being|a bit) (?:sensitive|touchy))\b[^,.?!]*|the wrong way|let down by\b[^.,;?!]*"
    r"|(?:was|is|were)(?:n['’]t| not) (?:entirely |all |really |just |solely )?(?:my fault|down to me|just me)|not "
    r"(?:entirely |all |just )?(?:my fault|down to me)|(?:to be fair|in my defence|in fairness)\b[^.,;?!]*|takes"
    r" two\b[^.,;?!]*|chin up\b[^.,;?!]*"
    r"|(?:it )?happens to (?:all of us|everyone|the best of us)|(?:it|that) wasn['’]?t (?:that|so) bad|it was only "
    r"(?:a )?\w+|just (?:a )?(?:joke|banter)|(?:it was )?only (?:a )?(?:joke|joking|banter)|can['’]?t take a joke|"
    r"(?:you|u) (?:also|did(?! (?:nothing|everything|exactly|well|not|so well|a great|the right))|were also(?!"
    r" right)|too|have to admit)\b[^,.?!]*|whatever (?:one|you|any\w+)['’]s feelings[^.?!]*|(?:should|could"
    r"|ought to) have been (?:picked up|noticed|spotted|checked|caught|seen)\b[^.,;?!]*|(?:at|on) your end\b"
    r"|but (?:you|u|the"
    r" nurses?|he|she|they)\b[^.,;?!]*|sorry anyway|if i['’]?m honest you\b[^.,;?!]*"
    r"|no offence (?:was )?(?:meant|intended)|(?:wasn['’]t|never|not) (?:my|the) (?:intention|intent)|didn['’]?t"
    r" mean (?:it|anything)(?: like that| by it)?|(?:everyone|everybody) (?:does|makes|did)\b[^.,;?!]*|any(?:one"
    r"|body) would have\b[^.?!]*)\b",
    re.I,
)
"""What takes the blame off whoever apologises."""
