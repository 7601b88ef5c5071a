"""Words by which a place is known that the doctor should think about again: no rewording of them would be certain."""

import re
from typing import Final

from bot.coaching.reviewed import DraftKind

_WORKERS: Final = (
    r"(?:you|they|he|she|nurses|doctors|surgeons|medics|managers?|management|consultants?|juniors|seniors|registrars?"
    r"|f1s|f2s|shos|radiology|ortho|pharmacy|porters?|the \w+ team|your (?:team|ward|department|staff|doctors|nurses))"
)
_WORRIES: Final = (
    r"(?:queries|concerns?|worries|objections?|reservations|resistance|push ?back|complaints?|grumbl\w+|moan\w*"
    r"|hesitat\w+|doubts)"
)
_PATIENTS: Final = (
    r"(?:patients?|families|relatives|parents|carers|dnas?|non[- ]attenders|frequent (?:flyers|attenders))"
)

ANY: Final = frozenset(DraftKind)
WRITTEN: Final = frozenset({DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.PITCH})
PLANS: Final = frozenset({DraftKind.PITCH, DraftKind.GOAL, DraftKind.SLIDES, DraftKind.EMAIL, DraftKind.AGENDA})

PLACES: Final[tuple[tuple[str, frozenset[DraftKind], float, re.Pattern[str]], ...]] = tuple(
    (name, kinds, much, re.compile(pattern, re.I))
    for name, kinds, much, pattern in (
        ("threat", ANY, 0.3, r"\b(?:no ?one|nobody|none of (?:you|us)) (?:leaves?|goes home|gets?|is leaving"
            r"|will leave)\b"
            r"[^.?!]*\b(?:until|unless|before|till)\b"),
        ("stand_off", ANY, 0.0, r"\bwe(?:['’]?ll| will| won['’]?t| are| have (?:all )?(?:decided|agreed)| decided"
            r"| all agreed)"
            r"\b[^.?!]{0,30}\b(?:not|no longer|never|won['’]?t|stop|refus\w+)\b[^.?!]*\b(?:until|unless|any ?more"
            r"|from now"
            r" on)\b"),
        ("stand_off", ANY - {DraftKind.APOLOGY}, 0.0, r"\b(?:i|we)(?:['’]?ll| will|['’]m| am|['’]re| are| shall)?"
            r" ?(?:not|won['’]?t|no longer|refus\w+ to|stop(?:ping)?)(?: going to| be)? (?!be able|have time|take up"
            r"|keep you)"
            r"\w+\b(?:[^.?!,]|\.\d)*\b(?:any ?more|any longer|again until|from (?:now|today|monday)|unless)\b"
            r"|\bif (?:you|they|nobody|no one)\b[^.?!]*\b(?:do(?:n['’]?t)?|not|does(?:n['’]?t)?)\b[^.?!]*\b(?:i|we)"
            r" (?:will not|won['’]?t|will stop|will no longer|refuse)\b"),
        ("threat", ANY, 0.2, r"\b(?:we|i) (?:will )?(?:have|be left with|see) no (?:other )?(?:choice|option"
            r"|alternative)\b"
            r"|\b(?:formal(?:ly)? (?:complain\w*|complaint|grievance))\b|\b(?:will|shall) escalate\b"),
        ("named", ANY, 0.0, r"\b(?:circulat|publish|report|post|display|shar|present|feed ?back"
            r"|rank)\w*\b[^.?!]{0,60}\b(?:with"
            r" (?:your |their |the )?names?|by (?:name|individual|consultant|doctor|nurse|surgeon|clinician|registrar)"
            r"|league tables?)\b"
            r"|\bleague tables?\b|\b(?:kept|keep|keeping|started) a (?:log|list|record|tally|spreadsheet)\b[^.?!]*"
            r"\b(?:names?|who|whom)\b|\bname[- ]and[- ]shame\b"),
        ("named", ANY, 0.0, r"\b(?:dashboard|wall|screen|table|chart|newsletter|noticeboard)\b[^.?!]*\beach (?:doctor"
            r"|consultant|nurse"
            r"|surgeon|registrar|clinician|trainee|f1)\b|\beach (?:doctor|consultant|nurse|surgeon|registrar|clinician"
            r"|trainee|f1)"
            r"(?:['’]s)?\b[^.?!]*\b(?:dashboard|wall|screen|newsletter|noticeboard|in public|in front of)\b"),
        ("named", frozenset({DraftKind.AGENDA, DraftKind.SLIDES}), 0.0, r"\b(?:lowest|bottom)[- ](?:rated|scoring"
            r"|performing|five|ten|three|\d+)\b"
            r"|\bby (?:nurse|clinician|doctor|consultant"
            r"|surgeon"
            r"|registrar|name|individual|person)\b|\b(?:worst|biggest|top|main|poorest) (?:wasters?|offenders?"
            r"|performers?"
            r"|culprits?|delayers?|users?)\b|\bshame!?\)?\W*$|\b(?:worst|slowest|poorest)\b[^.?!\n]*\b(?:team|ward"
            r"|f1s?|f2s?"
            r"|juniors|nurses|consultants?|ed|surgeons|medics)\b|\b(?:team|ward \w+|f1s?|f2s?|juniors|nurses"
            r"|consultants|ed"
            r"|surgeons|medics)(?: (?:is|are|was|were))? (?:the )?(?:worst|slowest|poorest)\b"),
        ("us_and_them", ANY, 0.0, r"\b(?:counting|relying|banking) on you(?:r)? (?:not|to (?:keep quiet|say nothing))\b"
            r"|\b(?:do not|don['’]?t) (?:forward|show|tell|share)\b[^.?!\n]{0,20}\b(?:seniors?|consultants?|management"
            r"|managers|bosses)\b"
            r"|\bcome with solutions\b|\bsolutions (?:rather than|not|instead of) problems\b"),
        ("shut", ANY, 0.0, r"^\W*(?:new rule|the rule (?:now )?is|this is not (?:up for|a) (?:debate|discussion)|no"
            r" (?:exceptions|excuses|more excuses))\b"),
        ("done_deal", frozenset({DraftKind.AGENDA}), 0.3, r"\bfrom (?:\d|now|monday|january|february|march|april|may"
            r"|june|july"
            r"|august|september|october|november|december)\b[^.?!\n]*\b(?:mandatory|compulsory|to use|must)\b"),
        ("done_deal", ANY, 0.0, r"\b(?:we|i)(?:['’]?ve| have) already (?:told|informed|announced|decided|ordered"
            r"|started"
            r"|agreed|drawn up|e-?mailed|instructed)\b|\b(?:has|have) been decided (?:that|to)?\b|\b(?:to be|will be) "
            r"(?:implemented|rolled out|enforced|mandatory|compulsory)\b|\bwith (?:immediate )?effect(?: from)?\b"
            r"|\beffective (?:from|immediately)\b"
            r"|\bwill be (?:removed|withdrawn|switched off|taken away|stopped|abolished)\b|\bit(?:['’]s"
            r"| is) happening\b|\bresistance is"
            r" futile\b|\blike it or not\b|\bno (?:going|way) back\b|\bwhether (?:you|we|they) like"),
        (
            "unasked",
            PLANS | WRITTEN,
            0.0,
            r"\b(?:assum\w*|presum\w*|expect) (?:that )?(?:they|everyone|staff|nurses|all|it)\b[^.?!]*\b(?:support\w*"
            r"|agree|on board"
            r"|happy|fine)\b|\bassume\b[^.?!]*\b(?:supportive|on board|agree|will be happy)\b",
        ),
        ("waved_away", ANY, 0.0, rf"\b{_WORRIES}\b[^.?!]{{0,30}}\b(?:but (?:these|they|this|that|it|i|we)|mostly"
            rf"|largely"
            rf"|historic\w*|unfounded|minor|easily|is just|are just|should not|shouldn['’]t|can be ignored|overcome)\b"
            rf"|\b(?:physiotherapists?|physios?|pharmacists?|midwives|porters|{_WORKERS[3:-1]}) (?:are|is|were|remain)"
            r" (?:still |rather |very )?(?:reluctant|unwilling|not (?:keen|willing))\b"
            rf"|\b(?:have|has|are|is|were|was) (?:been )?(?:resistant|obstructive|negative about|difficult about"
            rf"|dragging)\b"
            rf"|\b(?:ignore|overcome|push through|despite|brush\w* aside|get (?:past|round|around)|deal with) "
            rf"(?:the |their |any |some |all )?(?:\w+ )?{_WORRIES}\b"
            r"|\b(?:some|a few|certain|many) (?:people|nurses|doctors|consultants|staff|colleagues) (?:may|might|will"
            r"|won['’]t) (?:moan|resist|complain|object|not like|like|grumble|be unhappy)\b"
            r"|\bthey(?:['’]ll| will) (?:get used to it|come (?:round|around)|get over it|have to (?:get used"
            r"|live))\b"),
        ("someone", ANY - {DraftKind.FEEDBACK, DraftKind.APOLOGY}, 0.0, r"\b(?:everyone|everybody|we all)"
            r" (?:really |just |probably )?(?:should|ought to)\b|\b(?:someone|somebody|some one|people|management"
            r"|the trust"
            r"|staff) (?:(?:really|just|probably|also) )?(?:should|needs? to|must"
            r"|has to|have to|ought to)\b|\b(?:needs?|ought|has) to be (?:done|sorted|addressed|looked (?:at"
            r"|into)|dealt with|fixed|improved|reviewed|tackled)\b|\bsomething (?:must|needs? to|has to"
            r"|should) (?:be done|change|happen|give)\b"
            r"|\b(?:it (?:may|might|could) be (?:worth|useful|helpful)|there (?:could|may|might) be a (?:role|case"
            r"|place) for"
            r"|consideration (?:should|could|may) be given|(?:should|could|may|might) be (?:considered|explored)"
            r"|further work"
            r"|would be beneficial|may benefit from)\b"
            r"|^\W*(?:actions?|action points?|owners?|leads?)\W+(?:all|everyone|team|tbc|tba)\b"),
        ("always", ANY - {DraftKind.APOLOGY}, 0.0, rf"\b(?:every (?:single )?time|each time|constantly|always|never"
            rf"|repeatedly|as usual|yet again)\b[^.?!]*\b{_WORKERS}\b|\b{_WORKERS}(?: are| is|['’]re)? (?:constantly"
            rf"|always"
            r"|never|forever|continually|repeatedly)\b|(?<!whoever )\bkeeps? (?:on )?(?:forgetting|ignoring|losing"
            r"|sending|bleeping"
            r"|calling|cancelling|turning|missing|refusing|leaving)\b"),
        ("agenda_blame", frozenset({DraftKind.AGENDA}), 0.0, r"\b(?:poor|under)[- ]?perform\w*|\bwhose (?:they|it"
            r"|these|fault|name)\b|\bwho (?:has|have|did|keeps?|is"
            r" still)(?:n['’]?t| not)?\b(?=[^?]*$)|\bi have a list\b|\b(?:persistent|repeat(?:ed)?|usual) (?:offenders?"
            r"|lateness|absence|culprits?)\b|\bnon[- ]?complian\w+|\bto (?:explain|justify|account for"
            r"|be addressed with)\b"
            r"|\b(?:attributable|due|down) to (?!the (?:time|rota|building|it)\b)\w+"
            r"|\b(?:nights|days|nurses|ed|medics|surgeons|juniors|f1s"
            r"|consultants)\b[^?\n]* keep(?:s)? (?:on )?\w+ing\b"),
        ("agenda_why", frozenset({DraftKind.AGENDA}), 0.0, r"\bwhy (?:so|are|do|does|is|isn['’]?t|aren['’]?t|don['’]?t"
            r"|can['’]?t"
            r"|nobody|no ?one|we|the|has|have|did)\b"),
        ("person", frozenset({DraftKind.FEEDBACK}), 0.2, r"\b(?:comes? (?:across|over) as|attitude|lacks?|lazy"
            r"|unreliable"
            r"|(?:un|dis)interested|disorgani[sz]ed|not a team player|poor (?:prioriti[sz]ation|communication"
            r"|organi[sz]ation"
            r"|time|insight)|(?:needs?|need) to (?:be|show|have|demonstrate|take) more|show(?:s|ing)? (?:more "
            r"|some )?initiative"
            r"|(?:more|work on|on|lacks?|lacking) (?:your |her |his |their )?(?:confidence|confident|proactive"
            r"|assertive))\b"
            r"|\b(?:is|are|was|were) (?:just |frankly |really |quite |pretty |a bit )?(?:painful|awful|terrible"
            r"|rubbish|poor|weak"
            r"|sloppy|embarrassing|hopeless|messy|boring|chaotic)\b"),
        ("overclaim", frozenset({DraftKind.PITCH, DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.SLIDES}), 0.9,
            r"\b(?:game[- ]chang\w+|revolutioni[sz]\w+|no[- ]brainer|put us on the map|cutting[- ]edge|world[- ]class"
            r"|every other (?:hospital|trust|ward|unit)|everybody else (?:is|does|has)|everyone else (?:is|does|has)"
            r"|transform (?:everything|the way))\b"),
        ("person", frozenset({DraftKind.FEEDBACK}), 0.3, r"^\W*(?:\d[.)] ?)?(?:too|not|very|quite) (?!much|long|many"
            r"|a\b|sure|only|well)\w+|\bknowledge(?: base)? (?:is )?(?:poor|weak|lacking)\b|\bpoor knowledge\b"
            r"|\bneeds? to (?:\w+ (?:more|harder) and )?be (?:more|less)\b"),
        ("person", frozenset({DraftKind.FEEDBACK}), 0.6, r"\byou(?:['’]re| are|re| were)? (?:far |much "
            r"|a bit )?(?:too|so"
            r"|rather|very) (?!good"
            r"|kind|well|much"
            r"|welcome|helpful|thorough|calm|right)\w+\b|(?:^|\d[.)] ?)\W*slow\b|\bnot (?:really |just "
            r"|quite )?cutting it\b|\bcut out for\b|\bwhether\b[^.?!]*\bis for you\b|\bmakes? us look\b|\bemotional\b"),
        ("praise_of_nothing", frozenset({DraftKind.FEEDBACK}), 0.3, r"\b(?:pleasure to work with"
            r"|(?:a )?credit to (?:the|our|this)"
            r"|professional throughout|top marks|(?:you(?:['’]re| are)|ur|youre) (?:doing |just |so |absolutely "
            r"|honestly )*(?:amazing"
            r"|great|fab|brilliant|lovely|a star|a legend)|team player|keep (?:it up|doing what you(?:['’]re"
            r"| are) doing))\b"
            r"|^\W*(?:(?:good|great|excellent) \w+[.,;]? ?)+$"),
        ("defence", frozenset({DraftKind.APOLOGY}), 0.6, r"\b(?:imposed (?:on|without)|short[- ]staffed"
            r"|under(?:staffed| (?:a lot of"
            r"|huge|considerable|so much|enormous)? ?pressure)|(?:two|one|three) \w+ (?:for|down|short)\b"
            r"|through no fault|half[- ]term"
            r"|bank holiday|meant (?:it )?as (?:a )?(?:joke|banter)|(?:just|only) (?:a )?(?:joke|banter)"
            r"|most people got|capacity"
            r"|(?:had(?:n['’]?t| not)) (?:eaten|slept)|my (?:\w+ )?night (?:in a row|shift)|circumstances beyond)\b"),
        ("if_apology", frozenset({DraftKind.APOLOGY}), -0.5, r"\b(?:sorry|apologi[sz]e|apologies)\b[^.?!,]{0,30}\bif\b"
            r"|\bsorry to (?:any(?:one|body)|those|whoever|all|people|everyone) (?:who"
            r"|that) (?:was|were|felt|feel|got|took|is|are|may|might)\b"),
        ("if_apology", frozenset({DraftKind.APOLOGY}), -0.5, r"\bsorry (?:that )?you (?:were|are|felt|feel|found|got"
            r"|took)\b"),
        ("not_owned", frozenset({DraftKind.APOLOGY}), 0.2, r"\b(?:come to my attention|remarks (?:that were )?made"
            r"|may have been (?:taken|perceived|felt|received)|(?:never|not) (?:the|my|our) intention"
            r"|i regret (?:the|that"
            r" there (?:was|has))|the misunderstanding)\b"),
        ("defence", frozenset({DraftKind.APOLOGY}), 1.0, r"\b(?:clinic|list|round|theatre|meeting|ward round) (?:had )?"
            r"(?:overran|ran (?:over|late))\b|\bphone (?:had )?(?:died|was dead)\b"
            r"|\byou know what\b[^.?!]{0,30}\b(?:is|are)"
            r" like\b|\bit(?:['’]s| has) been an? (?:mad|busy|long|crazy|difficult|awful|hectic) \w+|\bcaught me\b"),
        ("defence", frozenset({DraftKind.APOLOGY}), 1.2, r"\b(?:is|was|are|were) not (?:made|done|decided|written|set"
            r"|planned) by (?:us|me)\b|\bnot (?:up to|down to|in the hands of) (?:me|us)\b|\bout of (?:my|our) (?:hands"
            r"|control)\b|\bnothing (?:i|we) (?:can|could) do\b|\b(?:the|our) (?:system|hospital|department|service)"
            r"\b[^.?!]{0,30}\b(?:is|was) (?:very |so |really )?(?:difficult|busy|stretched|full|overloaded|like that)\b"
            r"|\b(?:i|we) (?:hope|trust|ask) (?:for|you (?:can|will|could)) (?:your )?(?:understand\w*|appreciate)\b"
            r"|\b(?:had|were|was) (?:very |so |too |extremely )?(?:many (?:emergenc\w+|patients|other)|busy|short"
            r" of staff)\b|\b(?:the \w+ |my \w+ )?(?:was|were) (?:off )?sick\b|\bin the middle of (?:an?|the) (?:arrest"
            r"|night|emergency)\b|\bnobody (?:had )?told me\b|\bi was (?:told|only following|never told|not told)\b"),
        ("defence", frozenset({DraftKind.APOLOGY}), 0.4, r"\bmost (?:patients|people|others)\b"
            r"|\bthe same (?:way )?(?:to|with)"
            r" (?:everybody|everyone|all)\b|\bbear (?:it|this|that|your \w+) in mind\b"),
        ("not_owned", frozenset({DraftKind.APOLOGY}), 0.0, r"\b(?:lessons? (?:have|will|were|learn\w*)"
            r"|mistakes (?:were|have)|errors were"
            r"|multi-?factorial|did not meet (?:your |our |the )?(?:expectations|standards?)|fell (?:short|below)"
            r"|sub-?optimal"
            r"|system(?:s|ic|ic)? (?:issues?|failures?|pressures?|factors)|communication (?:breakdown|issues?)"
            r"|on this occasion)\b"),
        ("bargain", ANY, 0.0, r"\b(?:in return|in exchange)\b|\b(?:then|so that) (?:maybe |hopefully )?they(?:['’]ll"
            r"| will)"
            r" (?:stop|leave|bleep|bother)\b"),
        ("patients_blamed", WRITTEN, 1.2, r"\b(?:these people|they|patients)\b[^.?!]{0,40}\b(?:waste our"
            r"|don['’]?t (?:even )?"
            r"(?:care|bother|turn up))\b[^\n]{0,80}\b(?:clinic|fine them|charge them|appointments?|phone)\b"
            r"|\b(?:fine|charge"
            r"|ban|discharge) (?:them|the dnas?|non[- ]attenders)\b"),
        ("order", WRITTEN, 1.6, r"^\W*(?:i|we) (?:require|demand|insist)\b"),
        ("patients_blamed", ANY, 0.0, rf"\b{_PATIENTS}\b[^.?!]{{0,60}}\b(?:responsible|to blame"
            rf"|(?:the )?(?:main )?(?:problem"
            r"|culprits?|offenders?)|non-?complian\w+|don['’]?t (?:bother|care|listen|engage)|can['’]?t be bothered"
            r"|abus\w+"
            r"|refuse to|take advantage|wast\w+ (?:our|nhs|clinic)|do not engage|expect too much)\b"
            r"|\b(?:blame|educate|discipline|punish|penalise) (?:the |our |these |those )?(?:patients|families"
            r"|relatives)\b"),
        ("everyone_knows", PLANS, 0.0, r"\b(?:as (?:you|we) all know|everyone (?:knows|agrees)|everybody (?:knows"
            r"|agrees)"
            r"|it is (?:well|widely) (?:known|recognised|established)|many (?:papers|studies)|(?:studies|the literature"
            r"|the evidence|research) (?:show|shows|suggests?|says?)|is (?:evidence[- ]based|best practice"
            r"|gold standard)"
            r"|it goes without saying)\b"),
        ("explain", WRITTEN, 0.0, r"\b(?:look forward to|await|expect|want|demand|would like|need) (?:your|an?|the"
            r"|some)"
            r" (?:\w+ )?(?:explanation|explanations|response explaining|justification)\b|\b(?:please|can you|could you"
            r"|kindly)(?: please)? (?:explain|justify|account for) (?:why|how|yourselves|yourself|to me)\b"),
        ("teach_them", PLANS, 0.0, r"\b(?:more|further|better|regular|additional|mandatory|re-?)? ?(?:education"
            r"|training"
            r"|teaching|awareness|reminders?|posters?)(?: sessions?| campaign| package)? (?:is |are "
            r"|will be )?(?:needed"
            r"|required|recommended|for all|for (?:the )?(?:juniors|nurses|staff|doctors))\b|\b(?:educate|re-?educate"
            r"|remind"
            r"|raise awareness (?:among|of|in|with)) (?:the |all |our )?(?:juniors|nurses|staff|doctors|teams?"
            r"|colleagues"
            r"|everyone|f1s|surgeons|medics)\b|\b(?:solution|plan|action|recommend\w*|propose"
            r"|introduce)\b[^.?!\n]*\b(?:mandatory|compulsory) (?:e-?learning|training|teaching|modules?)\b"
            r"|\bconclusion\W+(?:more )?(?:education|training|teaching)\b"),
        ("vague_ask", WRITTEN, 0.0, r"\b(?:we(?:['’]d| would)|i(?:['’]d| would)|we|i) (?:love|like|welcome|appreciate"
            r"|value|be grateful for|ask for|hope for) (?:your|the board['’]s|any|the panel['’]s) (?:\w+ )?(?:support"
            r"|endorsement|backing|thoughts|help|input|views?|buy-?in)\b(?! (?:on|about|with|in|by|for) \w)"
            r"|\bwith your (?:kind |continued |generous )?support\b"
            r"|\b(?:please|could (?:you|we|someone)|can (?:you|we|someone)) (?:please )?(?:look into|do something about"
            r"|address|consider|sort out|think about|resolve|help with) (?:this|it|these|the (?:issue|matter|situation"
            r"|problem)s?)\b|\btak(?:e|ing) (?:it|this) (?:forward|to the next level)\b|\bany thoughts\b|\bthoughts\?"
            r"|\b(?:try (?:and|to) be|be) (?:a bit |much )?(?:better at|more (?:mindful"
            r"|careful|proactive|aware|considerate))\b|\bmake more (?:of an )?effort\b"),
    )
)  # fmt: skip
"""What is found, in which kinds of draft, how much more or less it weighs there, and its words."""
