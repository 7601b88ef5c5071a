"""Signs that nobody calls by name: families of words, each of which asks one plain question whatever a model's number.

They are few and narrow, for what the models miss most: a life being put in order, calm after a decision, an end told as
a joke, being gone for good. Where the message gives a plain reason, as leave, a move or a course, nothing is asked.
"""

import re
from typing import Final

from bot.coaching.plain import plain
from bot.coaching.safety_departed import departed

_ME: Final = r"(?:i|i'm|i've|i'd|i'll|you|you've|you'd|me|my|we)"
_PET: Final = r"(?:dogs?|cats?|horse|rabbit|hamster|puppy|kitten|parrot|tortoise|hens|chickens|plants)"
_DEAR: Final = rf"(?:(?:{_PET}|guitar|bike|books|records|watch|ring|piano|camera|violin|car|stethoscope)\b)"
_TIMES: Final = r"(?:years?|months?|weeks?|days?|mornings?|nights?|shifts?|rotations?|winters?)"
_DECIDED: Final = r"(?:decided|made (?:my|your) mind up|made up (?:my|your) mind|chosen|picked (?:a|the) (?:day|date))"

_CRISIS: Final = (
    # a life put in order, and things or beasts given away
    rf"(?:gave|given|giving) (?:the|my) {_DEAR} away|(?:rehomed|found (?:somebody|someone|a home) for) (?:the"
    rf"|my) {_PET}"
    rf"|(?:who|somebody|someone) (?:would|will|'d|could|can) (?:take|have) (?:the|my) {_PET}\b"
    rf"|(?:the|my) {_PET} (?:has|have|'s|is|are)? ?(?:got )?(?:a )?(?:new |other )?(?:home|going to (?:my|live))"
    r"|(?:put|putting|got|getting) (?:all )?my affairs|(?:written|wrote|writing|finished) (?:\w+ ){0,2}(?:letters?"
    r"|notes?)"
    r" (?:for|to) (?:each|all|every|both|my (?:mum|mam|mother|dad|father|parents|brothers?|sisters?|kids|children"
    r"|daughters?|sons?|wife|husband|partner|girls|boys|family))"
    r"|(?:left|leaving|written down|wrote down|put) (?:\w+ ){0,4}passwords (?:\w+ ){0,4}(?:where|for (?:my|her|him"
    r"|them)|in an)"
    # calm, or light, since a decision
    rf"|(?:quiet|calm\w*|peaceful|light|lighter|easy|easier|lovely|clear|better) (?:\w+ ){{0,3}}?(?:once|since|after"
    rf"|now)"
    rf" (?:that )?(?:i|you|i've|you've|i have|you have|i'd) (?:\w+ )?{_DECIDED}",
    # being gone for good, and nothing ahead
    r"(?:absent|gone|away|quiet|disappear\w*|out of (?:everyone's|everybody's|the|their) (?:way|hair)|off the rota"
    r"|switched off"
    r"|stop(?:ped)? being here) for (?:good|ever)\b"
    rf"|(?:\w+n't|not|no|without)(?: \w+){{0,3}} {_TIMES} left in me\b"
    rf"|no more {_TIMES},?(?: and)? no more (?:{_TIMES}|anything)\b"
    r"|if (?:i|you|somebody|someone|one) (?:just |simply |never |don't |doesn't |didn't ){1,2}(?:ever )?(?:come|came"
    r"|comes|turn|turned)"
    r" (?:back|up)(?: again)?\W+(?:like )?(?:at all|ever|again|full stop|i mean ever)\b"
    r"|(?:won't|will not|wouldn't|will) (?:even )?(?:remember|miss|notice|mourn) (?:me\b|i'd gone|i was gone|i'm gone)"
    r"|(?:less|not|\w+n't|no longer) (?:\w+ ){0,2}(?:bothered|fussed|keen|interested)(?: about| in| on"
    r"| whether i)? (?:see(?:ing)?"
    r"|reach(?:ing)?|wak(?:e|ing)) (?:\w+day|tomorrow|the (?:morning|weekend)|christmas|spring|summer|up)\b"
    r"|(?:won't|will not|shan't|not going to) be (?:a |anybody's |anyone's |my |their )?(?:problem"
    r"|burden) (?:for )?much longer"
    r"|won't (?:matter|be my problem) (?:soon|much longer|by (?:then|monday|friday|the weekend))",
    # an end hoped for, or told as a joke
    r"(?:hop(?:e|es|ing)|wish(?:es|ing)?|pray(?:ing)?|wouldn't mind|glad|relieved) (?:\w+ ){0,3}?(?:it's (?:me"
    r"|you) (?:that|who)"
    r"|(?:a|the|some|one) (?:\w+ )?(?:lorry|bus|truck|van|train|hgv|coach|tumour|clot|aneurysm)\b|(?:i|the car"
    r"|the plane)"
    r" (?:crash\w*|came off|don't wake|didn't wake|arrest\w*))"
    r"|i'd (?:section|detain|admit|sedate) (?:me\b|myself)|(?:i'd|i would) be (?:on|under) a section"
    r"|(?:my|own) (?:dnacpr|purple form|dnar)\b",
    # at one with somebody who is dead, or the one thing that is in everybody's way
    r"(?:lost a|took (?:his|her|their) own|killed (?:him|her|them)sel\w+)\b[\s\S]{0,200}"
    r"\bnow i (?:\w+ )?(?:understand|get|know) (?:why |how )?(?:her|him|them|she|he|they)\b"
    r"|i(?:'m| am)? (?:just |only )?(?:take|taking|tak) up (?:\w+ )?(?:space|air|oxygen|room)\b"
    r"|(?:i'm|i am|i've become|i have become|they've become) the (?:\w+ ){0,2}(?:problem|thing that's wrong"
    r"|dead weight)\b[^?]{0,120}\b(?:without me|better off|recovers?|remov\w+)",
    # goodbye to all, and calm
    r"(?:(?:thank\w*|goodbye|bye|sorry) (?:\w+ ){0,2}to|went round) every(?:one|body)\b[\s\S]{0,160}"
    r"\b(?:calm\w*|peaceful|lighter) than\b",
    # means looked up, and for nobody in a bed
    r"(?:googl\w*|look(?:ed|ing) up|search\w*|read(?:ing)? up on)\b.{0,60}\b(?:half[- ]?li(?:fe|ves)|lethal"
    r"|fatal|toxic\w*"
    r"|overdos\w*|dose|drug)\b.{0,60}\bnot (?:for|about) (?:a|any|the|my|anyone|work)(?: (?:patient|case|ward))?\b",
    # no point of oneself
    r"(?:what(?:'s| is|s)|see|isn't|no|is there(?: a| any)?) (?:the |any |a |much )?(?:point|use) (?:of|in"
    r"|to) me\b(?! (?:go|do|ask"
    r"|com|stay|try|atten|learn|writ|send|rais|sit|hav|tell|say|teach|tak|mak|lead|be(?:ing)? (?:on|in|at|the"
    r"|there if|a|supernum)))"
    r"|(?:don't|do not|not sure|no longer) know what (?:i'm|i am) (?:even )?(?:for|here for)(?: any ?more)?\W*$"
    # on the brink, or with the means in the hand
    r"|(?:wrong|other|outer) side of the (?:barrier|rail\w*|fence|parapet|balustrade)"
    r"|(?:waiting for|next|watching) the (?:next |fast |last )*(?:train\b|\d\d[:.]\d\d)[^?]{0,20}$"
    r"|(?:razor|blade|rope|noose|ligature)s? (?:is |are )?in my (?:hand|pocket|bag|coat|drawer|locker)"
    r"|scalpel in my hand\W+(?:i )?want"
    r"|(?:going|about|want) to drive (?:my car |the car |it |myself )?(?:straight )?(?:into|off) (?:a|the)"
    r"|gas is on\b|windows (?:are )?(?:taped|sealed)"
    r"|\d\d (?:sertraline|citalopram|paracetamol|co-?codamol|zopiclone|diazepam|propranolol|amitriptyline|tablets"
    r"|pills)\b[^?]{0,40}"
    r"\bfeel(?:ing)? (?:sick|sleepy|woozy|drowsy|odd|heavy|floaty)",
    # one's own hand, and a goodbye beside the means
    r"by my own hand\b|(?:bag|carrier|plastic) over (?:my |the )?head\b(?![^?]{0,40}\b(?:rain|patient|pt|hair)\b)"
    r"|(?:wrists|jumping(?! (?:on|in|into|ship|to|at|for|off))|rope|pills|tablets|noose"
    r"|bath's running)\b[^?]{0,40}\b(?:bye|goodbye|ta ra|farewell"
    r"|night all|that's"
    r" me (?:out|done|gone|off|then))\W*$",
    # a leap thought of, all of it swallowed, another's way out for one's own
    r"(?:thinking (?:of|about)|about to|going to|gonna|want to|could just|tempted to) jump(?:ing)? (?:off|from"
    r"|in front of)\b"
    r"(?! (?:the (?:call|zoom|bandwagon|rota)|joy|one (?:thing|job|topic)))"
    r"|(?:swallowed|necked|downed|took|taken) (?:the (?:whole )?lot|them all|every one|all of them)\b[^?]{0,40}"
    r"\b(?:wine|vodka|whisky|gin|sick|sleepy|woozy|drowsy|started)"
    r"|(?:died|killed (?:him|her|them)self|took (?:his|her|their) (?:own )?life"
    r"|suicide)\b[^?]{0,60}\b(?:the right idea|got it"
    r" right|do the same|same way|follow (?:him|her|them)|join (?:him|her|them))",
    # means got for it, a place gone to, the last few minutes counted
    r"(?:noose|ligature) (?:is |'s )?(?:up|tied|ready|round|on|made|hung)\b"
    r"|(?:bought|ordered|got|have|found|picked up|borrowed) (?:the |a |some |my |enough )?(?:helium|nitrogen|charcoal"
    r"|exit bag|rope|noose)\b(?! (?:bridge|course|access|team|ladder))"
    r"|(?:i am|i'm|am|sat|sitting|standing|stood|lying) (?:\w+ ){0,2}(?:on|by|at|near) the (?:train |railway |rail )?"
    r"(?:tracks"
    r"|lines?\b(?= |\W*$)(?! manager| of| with| to))(?: behind| by| near| now| at)"
    r"|(?:emptied|popped|pushed out|tipped|poured) (?:\w+ ){0,4}(?:blister ?packs?|blisters|packets|strips|bottles)\b"
    r"|count(?:ing|ed)? (?:down )?(?:to|from) (?:\w+ ){1,3}?(?:and |, )?then (?:i|it's) (?:start|go|do"
    r"|jump|drink|take|swallow|done|over)\b",
    # and it is done
    r"sorry (?:everyone|all|everybody)\b[^?]{0,30}\b(?:took|taken|swallowed) (?:them|it)? ?all\b"
    r"|i(?:'m| am)? t(?:ie|ying) (?:the |a |my )?(?:bed ?sheet|rope|cord|belt|noose|cable)\b",
    # and means laid out
    r"(?:counted|counting|laid|lined|emptied|tipped) (?:\w+ ){0,4}(?:tablets|pills|paracetamol|amitriptyline"
    r"|propranolol|zopiclone|codeine"
    r"|sertraline|diazepam|co-codamol)\b|(?:tablets|pills|paracetamol|amitriptyline|propranolol|zopiclone|codeine"
    r"|diazepam)"
    r" (?:are |is )?(?:all )?(?:counted|laid|lined) (?:out|up)\b",
)
_DANGER: Final = (
    # somebody goodbyes, or is led away, out of reach
    r"(?:won't|not|never) (?:need|have) to (?:worry|bother|trouble yourself|think) about (?:me|him|her) (?:after"
    r"|any ?more|from)"
    r"\b[^.!?]{0,60}\b(?:doctor|he said|she said|patient|went|left|clinic|discharg\w+)",
    r"(?:left|walked (?:out|off)|ran off|gone|wheeled (?:her|him) (?:off|out)|taken (?:her"
    r"|him))\b[^!?]{0,60}\b(?:cannula|line|drain|baby"
    r"|child|capacity)\b[^!?]{0,80}\b(?:still in|before (?:i|we|anyone)|minutes? (?:back|ago)|just now"
    r"|no ?body (?:has|followed|stopped))",
    # what would save a life is not there
    r"(?:defib\w*|crash trolley|resus trolley|suction|oxygen|call bells?|alarms?"
    r"|bleep)\b[^?]{0,60}\b(?:never came (?:home|back)"
    r"|(?:is|are|was|been|still) (?:missing|dead|empty|gone|locked|out)|dead since|(?:not|n't) (?:working"
    r"|been (?:replaced|fixed)))\b"
    r"(?![^?]{0,80}\b(?:replaced|fixed|back now|audit|qip|project|second one|spare)\b)",
    # a result that was to be passed on, and was not
    r"(?:took|had|got) (?:the|a) (?:call|message|phone call)\b[^?]{0,80}\b(?:home time|went home|(?:never|not|n't"
    r"|forgot to) (?:\w+ )?"
    r"(?:told|tell|passed|pass|rang|ring|hand\w*|act\w*))\b",
)
_JUNIOR: Final = r"(?:f[12]s?|sho|juniors?|trainees?|students?|hca|nurse|reg(?:istrar)?|ct\d|st\d|fellow|doctors?)"
_KIND: Final = (
    r"(?:women|female \w+|girls|mums|asians?|africans?|indians?|filipinos?|nigerians?|muslims?|muslim \w+"
    r"|black \w+|overseas \w+"
    r"|foreign \w+|imgs?|disabled \w+|lesbians?|gay \w+)"
)
_GROUP: Final = (
    r"(?:mums|mothers|girls|women|ladies|foreigners|asians|africans|indians|muslims|jews|catholics|fenians|gays|imgs?"
    r"|part[- ]?timers|overseas (?:doctors|lot))"
)
_MISTREATED: Final = (
    # a group said to one's face
    rf"you {_GROUP} (?:are )?(?:always|never|all|just|only|can't|don't|should|come over)\b",
    # singled out, again and again
    r"(?:i am|i'm|i was|and) the (?:only )?one (?:whose|who's had|who has|who gets|they|he|she"
    r"|that gets)\b[^.!?]{0,60}\b(?:read out|cancelled"
    r"|refused|turned down|laughed|searched|checked|stopped|moved|called)",
    r"(?:everything|every (?:mistake|error|delay)|whatever)\b[^.!?]{0,50}\b(?:is|was|gets|becomes) (?:mine|my fault"
    r"|on me|blamed on me)\b"
    r".{0,120}\b(?:days? i was|on leave|not there|paranoid|imagin\w+|sensitive)",
    # shut out, or paid back for having spoken
    r"(?:no ?one|nobody|none of them) (?:will|would|wants to|dares) (?:\w+ )?(?:scrub|sit|eat|work|be seen) (?:\w+ )?"
    r"(?:with|near|beside|next to) (?:me|her|him|us)\b",
    r"dead \w+ (?:left )?in (?:my|her|his) (?:pigeon ?hole|locker|tray|drawer|bag|coat|shoes?)\b"
    r"|(?:reported|complain\w*|whistle\w*|grievance)\b[^?]{0,80}\b(?:since|from then on|after that)\b[^?]{0,100}"
    r"\b(?:punish\w*|frozen out|payback|(?:leave|lists?|shifts?) (?:vanish\w*|disappear\w*"
    r"|(?:get|got|were|was) cancelled))",
    # made to do it before others
    r"(?:made|makes|making|had) me (?:\w+ )?(?:apologi[sz]e|stand|kneel|sing|beg|repeat|say it|bow|crawl"
    r"|curtsy)\b[^.!?]{0,40}\b(?:to|in front of"
    r"|before|on|at|for) (?:the|that|a|all|every\w*) (?:\w+ )?(?:huddle|team|room|students?|ward|staff|theatre|chair"
    r"|lot|one|meeting)",
    r"(?:stand|get|climb) (?:up )?on that (?:chair|stool|table)\b",
    # things thrown, and slurs, in few words
    r"(?:threw|throws|thrown|hurled|chucked|lobbed) (?:a |an |the |his |her )?(?:[\w-]+ ){0,2}?(?:scalpel|forceps"
    r"|instruments?|clamps?"
    r"|retractors?|dish|bowl|notes|phone|chair|scissors|needle|tray|mug|clipboard|pen|stapler|bleep) at (?:me|my|us)\b"
    r"|(?:n|p)[- ]?word\b[^?]{0,30}\b(?:to my face|at me|about me|called me)",
    # done to others before everybody
    r"(?:made|makes|making|had) (?:our|the|my|an?|him|her|them) ?(?:\w+ ){0,3}?(?:stand on|kneel|bark|moo|crawl"
    r"|sing for|beg"
    r"|repeat|clean (?:the|his|her) (?:\w+ )?(?:car|office|house|shoes))\b",
    rf"(?:scream|swear|shout|yell|bawl)s?(?:ing)?(?: and (?:scream|swear|shout|yell|bawl)s?)? at (?:our|the|my"
    rf"|an?) {_JUNIOR}"
    r"|(?:calls?|called|calling) (?:our|the|my|an?|him|her|them|us) ?(?:\w+ ){0,3}?(?:a |an )?'?(?:useless|stupid"
    r"|fat|fucking"
    r"|thick|lazy)?'? ?'?(?:cunt|bitch|slag|slut|whore|retard|moron|coon|paki|chink|tranny|faggot|fag|poof|dyke"
    r"|gypsy|monkey"
    r"|terrorist)\b",
    rf"(?:cornered|groped|grabbed|pinned|pressed) (?:our|my|the|an?) (?:\w+ )?(?:{_JUNIOR}|colleague"
    rf"|friend)\b[^?]{{0,50}}"
    r"\b(?:kiss\w*|breasts?|bum|thigh|skirt|hand|lift|cupboard|store)",
    r"(?:imitates?|imitating|mimics?|mimicking|copies|copying|does|doing|puts on) (?:it|my (?:stammer|stutter"
    r"|accent|voice|walk"
    r"|limp|tic|lisp))\b[^?]{0,40}\b(?:every|each|always|in front of|to the|started)",
    # less for who one is
    rf"{_KIND} (?:\w+ ){{0,4}}?(?:paid|pay|banded|band|rota'?d|rostered|put|given|get|got|made)\b[^.?!]{{0,60}}"
    r"\b(?:less|lower band|zero|no (?:annual |study )?leave|all the (?:weekends?|nights|bank holidays"
    r"|on[- ]?calls)|on eid"
    r"|on purpose|than the (?:men|white|british|others))\b",
    r"(?:putting|puts|put|keeps|keeping) the (?:\w+ (?:and |or )?){1,3}(?:doctors|nurses|trainees"
    r"|ones) on (?:zero|no|all)\b",
    r"(?:planning (?:on )?(?:babies|children|a family|to get pregnant)|pregnan\w*|hijab|disabilit\w+"
    r"|dyslexi\w+)\b[^?]{0,80}"
    r"\b(?:offer|job|post|place|contract) (?:was |got |is |has been )?(?:withdrawn|pulled|gone|given to)",
    r"(?:too old|past it)\b[^?]{0,80}\b(?:took|taken|takes|gave|given|pushed|moved)\b"
    r"|(?:pushed|forced|eased) out\b[^?]{0,80}\b(?:too old|past it|age)\b",
    # noises at, and marks for, a person
    r"(?<!\bi )(?<!i'd )(?<!i've )(?<!i had )(?<!i have )"
    r"(?:moo|bark|oink|hiss|hoot|wolf[- ]?whistle|make \w+ noises)(?:s|es|ed|d|ing)? at (?:me|you|us|her)\b"
    r"|(?<!you )(?:rate|rates|rated|rating|score|scores|marks) (?:us|me|the (?:girls|women|nurses"
    r"|female)\w*) (?:all )?out of (?:ten|10|five|5)",
)
_REASON: Final = re.compile(
    r"\bso (?:that )?(?:i|we) can\b|\b(?:while|when|because|as|since) (?:i'm|we're|i am|we are) (?:away|off"
    r"|on (?:nights|leave|call))"
    r"|\b(?:holiday|leave|course|conference|fellowship|maternity|mat leave|paternity|wedding|exam|rotat\w+|moving"
    r"|move(?:d)? (?:to|house"
    r"|flat|out)|new (?:job|post|flat|house)|emigrat\w+|abroad|australia|retir\w+|allerg\w+|resign\w*|notice"
    r"|newsletter|committee"
    r"|interview|passed|project|whatsapp|appraisal|folders?|spreadsheet|leaving do|gp training|drug round|trolley"
    r"|(?<!not for a )patients?|controlled drugs?|cds?|ward)\b"
)
"""A plain reason for it, which is then all that is meant. It is looked for in the whole message."""

_HINTS: Final = tuple(
    (route, re.compile("|".join(rf"\b(?:{one})" for one in families)))
    for route, families in (
        ("crisis_self", _CRISIS),
        ("patient_safety_now", _DANGER),
        ("mistreatment", _MISTREATED),
    )
)


def hinted(text: str) -> str:
    """The reason to stop at which a message hints without naming it; '' where it does not, or gives a plain reason."""
    said = plain(text)
    if departed(said):
        return "crisis_self"
    found = next((route for route, families in _HINTS if families.search(said)), "")
    return "" if found == "crisis_self" and _REASON.search(said) else found
