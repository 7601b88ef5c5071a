"""Words that leave no doubt of a patient's danger now: signs that nobody answers, errors, what fails, who is unfit."""

from typing import Final

from bot.coaching.plain import OnNeed

_NONE: Final = r"(?:no ?body|no[ -]?one|none of (?:them|us))"

GRAVE: Final = OnNeed(
    r"\b(?:bp|systolic|blood pressure|map|sbp)\b[^.!?\d]{0,15}(?:[3-7]\d|8[0-5])(?![\d.])(?! ?(?:kg|years?))"
    r"|\b(?:sats?|spo2|saturat\w+)\b[^.!?\d]{0,20}(?:[4-7]\d|8[0-8])\b"
    r"|\bsats\b[^.!?\d]{0,20}\b(?:fort|fift|sixt|sevent)ies\b|\bgcs\b[^.!?\d]{0,20}(?:[3-9]|1[0-2])(?![\d.])"
    r"|\bgcs (?:has |is |'s )?(?:dropp|fall|fell|down)\w*"
    r"|\b(?:news2?|mews|pews|ews|scor(?:es|ing|ed))\b[^.!?\d]{0,15}(?:[7-9]|1\d|20)(?![\d.%])"
    r"|\blactate\b[^.!?\d]{0,20}(?:[4-9]|1\d)(?!\d)|\b(?:potassium|k)\b[^.!?\d]{0,15}(?:6\.[5-9]|[7-9](?!\d))"
    r"|\b(?:resp(?:iratory)? rate|rr|breathing at)\b[^.!?\d]{0,10}(?:[3-6]\d|[4-8])\b"
    r"|\b(?:\d{3,4} ?mls?|[1-5](?:\.\d)? ?(?:l|litres?)\b(?! ?/? ?min))[^.!?]{0,25}\b(?:in an? |in \d|blood|out"
    r"|drain|lost|loss|over|already|pad|floor)|\bbleed(?:ing|s)? (?:into|out|through|heavily|again|everywhere"
    r"|a lot|loads|badly|and|from)"
    r"|\bhaemorrhag\w+|\bexsanguinat\w+"
    r"|\b(?:unresponsive|unconscious|not (?:breathing|rousable|responding|waking)|won't (?:wake|rouse)"
    r"|can't (?:wake|rouse)|hard(?:ly)? to rouse|fitting|seizing|choking|stridor\w*|anaphyla\w+|wheez\w+|gasping"
    r"|agonal|mottled|clammy|floppy|arrest(?:ing|ed)|peri-?arrest|(?:going|gone|goes|is|'s|are|looks|looking"
    r"|turned|now|lips|and) (?:\w+ )?(?:blue|grey)|ruptured|dissect\w+|tamponade|tension pneumothorax|cauda equina"
    r"|stemi|apnoe\w+|septic|sepsis|collapsed|no pulse|deteriorat\w+|crashing|going off|getting (?:much )?worse|vf"
    r"|vt|cpr|pph|pouring|gushing|blown pupils?|non-?blanching|throat (?:is )?closing|brady|rigors?|barricaded"
    r"|hanging from|ligature|sine wave|pathological|cord prolapse|shoulder dystocia|tachy\w* (?:at|to) 1[4-9]\d"
    r"|crushing chest)\b"
)
"""Signs of how somebody is that nobody can sit on."""

LACKING: Final = (
    r"\bno (?:\w+ ){0,2}?(?:defib\w*|o neg|blood|oxygen|suction|reg(?:istrar)?|consultant|cons|anaesthetist"
    r"|anaesthetics|doctors?|senior|surgeon|help|nurses?|ambulance|crash team|theatre|paeds|obs reg|adrenaline"
    r"|cutters|monitor|team)\b(?! (?:issues|problems?|drama|complaints?))"
)
UNANSWERED: Final = OnNeed(
    rf"\b{_NONE}\b|{LACKING}|\b(?:\d+|ten|twenty|thirty|forty|an hour|hours) ?(?:mins?|minutes|hours?)? away\b"
    rf"|\b(?:not|isn't|aren't|won't|doesn't|hasn't|haven't|didn't|can't|refus\w+) (?:\w+ )?(?:answer\w*|com(?:e"
    rf"|ing)|pick\w* up|(?:ring|rung|phon\w+|call\w*|tell|told|bleep\w*|escalat\w*)|help|listen\w*|reply\w*"
    rf"|review\w*|see|get|look\w*|wake|leave|be bothered|want)\b|\b(?:\d|one|two|three|four|five|six|several"
    rf"|many) (?:bleeps|calls|times)\b"
    r"|\b(?:should|shall|do|can|could|must) i (?:just )?(?:ring|call|phone|bleep|wait|escalate|go|put out|tell"
    r"|interrupt|own|wake|disturb|2222)|\bhow long (?:do|should) i\b|\b(?:don't|do not"
    r"|didn't) want to (?:\w+ ){0,2}(?:ring|call|phone|bleep|wake|disturb|look|seem|make|bother|put out|undermine"
    r"|upset)|\b(?:says?|said|told|reckons|thinks) (?:me |us |it )?(?:to )?(?:wait|cope|leave|watch|he's busy"
    r"|she's busy|it's fine|it can wait|fine|not to|carry on|crack on|recheck)"
    r"|\b(?:only|just) (?:me|the f1|doctor|dr|one)\b|\b(?:i'm|i am) (?:the only|alone|on my own|by myself)"
    r"|\bbut me\b|\bwho (?:do|should|can|could) i\b|\bthinks? (?:it's|it is)|\bsnapped"
    r"|\bshouted at me"
    r"|\bhates being|\bin theatre\b|\bwait and see|\b(?:scared|afraid|frightened|nervous|worried|shy) (?:to|of"
    r"|about)\b"
    r"|\b(?:till|until) (?:eight|morning|\d)|\bignor\w+|\bbrush\w* (?:me )?off|\bfeel i can(?:'t|not)|\bhow (?:do"
    r"|can) i\b"
)
"""Nobody who can act has come, or has been asked to."""

GRAVE_TOO: Final = OnNeed(
    r"\b(?:obs (?:haven't|not)|no obs|airways?|bleed(?:s|ing)?|potassium|chest pain|premature|in status|heart rate"
    r"|tense belly|no urine|going to die|abscond\w*|over the fence|missing (?:off|from) (?:the|our) ward"
    r"|walked off (?:the|our) ward|minus (?:two|three|\d)|fractures|belt marks|wrong (?:kidney|unit|dose|side"
    r"|patient|port|drug|blood)|patient on the roof|unsafe|not safe|immediate risk|adult doses|wristbands"
    r"|pacemaker|diverting|alarms? (?:are )?(?:all )?off|monitors (?:are )?down|telemetry|bells (?:are "
    r"|have been )?off|had a seizure|nodded off)\b"
)
"""More such signs, for a number near certainty."""

UNANSWERED_TOO: Final = OnNeed(
    r"\b(?:voicemail|hung up|put the phone down|other site|non-?resident|declined|tomorrow will do|day team"
    r"|till (?:the )?(?:morning|monday|\d)|told to|arguing|escalate|who (?:owns|leads)|what do i say|alone"
    r"|only doc\w*|one (?:nurse|f1|sho|doctor) for|two (?:nurses|of us)|right now|now\b|this minute|as i type"
    r"|isn't coming|wants? to (?:wait|discharge)|about to|still (?:running|on)|on the table|closing anyway)\b"
)

ERRORS: Final = OnNeed(
    r"\b(?:gave|given|give|giving|prescribed|drawn up|drawing up|draws? up|hung|hanging|running|charted|written"
    r"|wrote|injected|administered|transfus\w+|connected|put up|had)\b[^?]{0,80}?\b(?:allerg\w+|anaphyla\w+"
    r"|wrong (?:patient|drug|dose|blood|bag|unit|side|baby|lady|man|line)|(?:ten|10|100|twice|double"
    r"|\d+) ?(?:times|x|fold) |isn't (?:hers|his|theirs)|instead of)[^?]*?\b(?:now|just|ago|running|drawing"
    r"|about to|still|flushed|wheez\w*|rash|swell\w*|swollen|drowsy|should i|do i|shall i|haven't told|not told"
    r"|nobody knows|what do i)\b"
    r"|\b(?:ng|tube|feed|line|drain|epidural)\b[^?]{0,40}\b(?:in|into) the (?:lung|chest|artery|vein"
    r"|wrong)\b[^?]{0,60}\b(?:running|now|still|restarted|going)\b"
    r"|\bpen(?:icillin)?[- ]?allerg\w+\b[^?]{0,80}\b(?:just|ago|now|given|gave|drawing)\b"
    r"|\b(?:opening|cutting|preparing|prepping|draping|scrubbing|about to (?:cut|operate|start"
    r"|open))\b[^?]{0,60}\bwrong (?:side|leg|knee|hip|eye|arm|kidney|patient|level|breast|foot|hand|lung)\b"
)
EMERGENCY: Final = OnNeed(
    r"\b(?:fitting|seizing|arrest(?:ing|ed)?|vf|cpr|not breathing|unresponsive|pph|anaphyla\w+|stridor|choking"
    r"|bleeding out|no pulse|blue|cord prolapse|can't (?:get the tube|intubate"
    r"|ventilate))\b[^?]{0,80}(?:\b(?:no ?body|no[ -]?one)\b|\b(?:thinks|says|reckons) (?:it's|it is|she's|he's"
    r"|to wait|wait|to leave|leave)\b|"
    rf"{LACKING})"
)
KIT: Final = OnNeed(
    r"\b(?:(?:only|one|last|no|both|all|every|single) (?:[\w-]+ ){0,3}?(?:defib\w*|ventilators?|vents?|suction"
    r"|oxygen|o2|monitors?|anaesthetic machines?|crash trolleys?|laryngoscopes?|bvms?|infusion pumps?|blood fridge"
    r"|call bells?|emergency bells?)|defib\w*)\b[^?]{0,60}\b(?:fail(?:ed|s|ing)?|broken|broke|dead|empty"
    r"|not working|doesn't work|out of (?:use|action|order)|packed (?:in|up)|missing|running out|run out"
    r"|won't (?:charge|work|turn))\b"
    r"|\b(?:vent|ventilator|oxygen|suction|defib\w*|monitors?) (?:has |have |just |is )*(?:failed|died|stopped"
    r"|packed (?:in|up)|run out)\b[^?]{0,80}\b(?:bagging|by hand|no spare|no ?body|no[ -]?one|no other)\b"
)
IMPAIRED: Final = OnNeed(
    r"\b(?:(?:stinks?|stank|reeks?|reeking|smells?|smelt|smelling|stinking) (?:\w+ ){0,2}?of (?:drink|alcohol"
    r"|booze|wine|vodka|whisky|whiskey|gin|beer|spirits|weed|cannabis)|(?:is|'s|was|looks|seems|came in|turned up"
    r"|clearly|actually|still|obviously|half|be) (?:drunk|pissed|intoxicated|wasted|high|stoned|off (?:his"
    r"|her) (?:face|head))(?! (?:on power|off|on success|with|enough|maintenance|up))|slurr\w+|inject(?:ing|ed"
    r"|s) (?:something|himself|herself|themselves|fentanyl|propofol|ketamine|drugs|into (?:his|her))|(?:taking"
    r"|using|snort\w+) (?:cocaine|coke|ketamine|fentanyl|something))\b"
)
AT_WORK: Final = OnNeed(
    r"\b(?:now|tonight|just|scrub\w*|operat\w*|theatre|list|bay|ward|patients?|on call|on shift|this shift|bleep"
    r"|take|cover\w*|hdu|itu|resus|clinic|about to|putting|clerking|anaesthetis\w*|laparotomy|section|delivery"
    r"|labour|drain|cannulat\w*|prescrib\w*|in charge|with me|gas(?:sing)?|intubat\w*|driv\w+)\b"
)
THREATS: Final = OnNeed(
    r"\b(?:patient|pt|he|she|mum|dad|man|woman|lad|they)(?:'s| has| is|'ll|'d)?\b[^?]{0,60}\b(?:will|'ll|going to"
    r"|wants to|threaten\w* to|plans to) (?:kill|stab|shoot|strangle|murder|attack|burn|drown|smother) (?:his|her"
    r"|their|the|him|her|them|me|someone|somebody)\b(?!self)|\b(?:isn't|is not|not) going to stop (?:driving|the car)"
)
STAFF: Final = OnNeed(
    r"\b(?:only|lone|single|sole) (?:dr|doctor|medic|nurse|sho|reg\w*|f[12]|junior|anaesthetist|midwife"
    r"|one)\b[^?]{0,80}\b(?:\d+|two|three|four|five|six|whole|all) (?:\w+ )?(?:wards?|patients?|pts|beds|site"
    r"|hospital|women|babies)\b[^?]*\b(?:septic|sick|unwell|deteriorat\w*|crashing|can't (?:get|see|cope)"
    r"|peri-?arrest|arrest|bleeding|unsafe|not safe|grey|dying)\b"
)
"""A wrong thing given, the one machine that fails, a doctor unfit, a threat, nobody there: each is grave by itself."""
