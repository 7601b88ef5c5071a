"""Words by which something that works is known: figures, days, one's own part, a small test, what was seen."""

import re
from typing import Final

MINE: Final = re.compile(
    r"\b(?:i(?:['’]ll| will)|ill|i(?:['’]d| would) (?:do|run|take|hold|bring|come|keep)|i can (?:come|run|do|take"
    r"|bring|cover|stay|start|help|swap|hold)"
    r"|i(?:['’]ve| have) (?:asked|started|booked|told|checked|counted|timed|looked|written|made|put|done|drafted)"
    r"|happy to (?:help|do|run|take|cover|swap|come))\b"
    r"(?! (?:have to|go to|escalate|be (?:forced|going|checking|watching|escalating|taking|reporting|informing"
    r"|answering)|feel|need|not|no longer|you|be obliged|inform|report))",
    re.I,
)
WRONG: Final = re.compile(
    r"\b(?:i (?:just )?(?:was (?:short|rude|wrong|sharp|abrupt|late)|got (?:it|that) wrong|missed|forgot"
    r"|hadn['’]?t|had not|should(?:n['’]t)? have|should not have|shouted|snapped|rewrote|never asked|assumed|jumped"
    r"|corrected you|bottled|took the credit|talked over|spoke over|blamed you|cut you off|left you"
    r"|left (?:it|you|the)|called your)|my (?:own )?(?:slip|mistake|fault|error))\b",
    re.I,
)
WRONG_SORRY: Final = re.compile(
    r"\bi (?:(?:did not|didn['’]?t) (?:\w+ )?(?:call|ring|tell|ask|listen|check|turn|come|answer|reply|think|warn"
    r"|thank|speak|say|stop|read|look|help|wait|see)|kept|ignored|interrupted|cut you|talked over|raised my)\b",
    re.I,
)
DOUBT: Final = re.compile(
    r"\b(?:i(?:['’]m| am) not (?:sure|certain)|i don['’]?t (?:yet )?know (?!what(?:['’]s| is) wrong with me)|i dont"
    r" know|we don['’]?t (?:yet )?know"
    r"|(?:i )?may(?: well)? be wrong|half (?:the|of) (?:the )?(?:picture|it)|i may have|i might be|no evidence"
    r"|can['’]?t prove"
    r"|can['’]?t vouch|i (?:only )?(?:ever )?(?:see|know|hear|heard) (?:only )?(?:it from )?(?:one|your|my) side"
    r"|one side of it|i "
    r"suspect|know nothing|my honest guess|what could go wrong)\b",
    re.I,
)
TEST: Final = re.compile(
    r"\b(?:try|trial|pilot|test)\b[^.?!]{0,60}\b(?:weeks?|fortnight|months?|days?|bay|ward|bed|list|shift|clinic|beds"
    r"|easter|christmas)\b|\bfor (?:a|one|two|three|four|six|eight|ten|twelve|\d+) (?:week|month|fortnight)s?\b"
    r"|\bfortnight\b|\bif"
    r" it (?:makes"
    r"|does)[^.]{3,40}we stop\b|\bfirst (?:(?:two|three) (?:weeks|evenings|mornings|shifts)|week)\b|\b(?:two|three"
    r"|four|six|eight) (?:weeks|sundays|mondays|saturdays), (?:starting|from)",
    re.I,
)
FIGURE: Final = re.compile(
    r"\b(?:(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (?:\w+ )?per cent"
    r"|\d[\d,.]*\s?(?:%|per cent|out of|of (?:the )?(?:last )?\d+|in \d+)|\d+ of (?:the|our|my) \w+|one in \w+"
    r"|half (?:of|arrive)"
    r"|(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:more |other |extra )?(?:hours?"
    r"|hrs?|minutes|mins|days|nights|weeks|months|patients|times|courses|charts|cases|beds|bloods|ttos|jobs|shifts"
    r"|exception reports"
    r"|incident reports|calls|referrals|lists|doctors|discharges|letters|scans|bleeps|people|phones|tickets"
    r"|cannulas|courses|doses|women|children|families|slots|breaches)\b|\b(?:hr|rr|bp|temp|lactate|sats"
    r"|news)\b[^.,;?!]{0,12}\d)",
    re.I,
)
_DAYS: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
SPECIFIC: Final = re.compile(
    rf"\b(?:(?:at|on|in|during|from|with) (?:the |our |your )?(?:{_DAYS}(?:['’]s)? )?(?:[\w-]+ ){{0,2}}(?:round"
    rf"|handover|huddle|clinic|theatre|mdt|teaching|phone|meeting|ward|list|take|resus)"
    rf"(?: (?:on|this|last) (?:{_DAYS}|week|night|morning)| yesterday| this morning)|on {_DAYS}(?:['’]s \w+)?(?: "
    rf"(?:morning|afternoon|night)s?)?"
    r"|yesterday|last night|this (?:morning|afternoon)|since (?:\d+ )?(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december))\b",
    re.I,
)
THANKS: Final = re.compile(
    r"\b(?:i (?:really |do |very much )?(?:respect|value|appreciate) (?:the|your|what|how)|thank(?:s| you) for "
    r"(?!asking|the \d|the spreadsheet|nothing|(?:gracing|your (?:time|help|attention|cooperation"
    r"|understanding|patience|support)\b|reading"
    r"|listening|all you do|the (?:opportunity|chance|invitation)|(?:this|your) (?:opportunity|attendance|service)))"
    r"[^.?!]{5,}|\bthought of (?:it|this) (?:first|before)\b|\b(?:was|is) [\w' ]{3,30}['’]s idea\b|\bhas offered to\b"
    r"|you were (?:also )?right|credit (?:is|goes|belongs)|quite rightly|(?:nurses?|team|they|clerks?"
    r"|registrars) "
    r"(?:cut|set|chose|came up with|noticed)|nobody (?:here )?was careless|well paced|no one['’]s in trouble|well"
    r" done\b(?! (?:for (?:leav|dump|los|forget))))",
    re.I,
)
OWNED: Final = re.compile(
    r"\b(?:nurses?|hcas?|team|they|clerks?|secretaries|registrars?|juniors|f1s|porters?|physios?|pharmacists?|midwives"
    r"|patients|those who do it|staff)(?: on \w+(?: \w+)?)? (?:themselves )?(?:named|set|chose|picked|agreed(?: on)?"
    r"|suggested|proposed|came up with|thought of|asked for)\b",
    re.I,
)
"""A figure or an idea that comes from those who do the work."""
WHOM: Final = re.compile(
    r"\bby (?:the end of (?:the |this |next )?\w+|\d{1,2} \w+|christmas|easter|january|february|march|april|may"
    r"|june|july|august|september"
    r"|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|arcp|noon|midday|tomorrow)\b|\bbefore "
    r"(?:arcp|(?:mon|tues|wednes|thurs|fri)day)\b|\bin (?:six|three|two|four|twelve|\d+) (?:weeks|months)\b",
    re.I,
)
WENT_WELL: Final = re.compile(
    r"\b(?:you (?:called|clerked|examined|wrote|found|sat|went|spoke|came|saw|made|gave|let|named|told|asked|got"
    r"|stayed|noticed|caught|spotted|handled|explained|listened|took|held|kept|rang|picked up|stopped)\b[^.?!]{8,}|"
    r"(?:was"
    r"|were|are) (?:clear|good|calm|kind|thorough|well paced|excellent)\b"
    r"|you (?:always )?(?:explain|listen|write|present|talk|speak|work|handle|examine)\b[^.?!,]{0,40}\b(?:well|good"
    r"|clearly|kindly|calmly|thoroughly)\b|legible)",
    re.I,
)
NOT_WELL: Final = re.compile(
    r"\?\s*$|\b(?:waited|late|hunting|struggl\w+|but|without|not|only|too|instead|however|failed|missed|weren|wasn"
    r"|didn|diagnosis)\b"
    r"|n['’]t\b",
    re.I,
)
CHANGED: Final = re.compile(
    r"\b(?:i(?:['’]ve| have) (?:asked|told|spoken|arranged|booked|changed|moved|got|rung|put|set|e-?mailed|written)"
    r"|from now on|next"
    r" time i|i(?:['’]ll| "
    r"will) (?:try|speak|ring|ask|say|tell|be there|come|take|check)|i shall|and i will)\b",
    re.I,
)
OTHER_SIDE: Final = re.compile(
    r"\b(?:i know (?:that )?(?:your team|it['’]?s (?:hard|been)|you(?:['’]re| are) (?:\w+ )?(?:short|down)|you "
    r"(?:have|had) (?:a|two|no))|you have a (?:hard"
    r"|difficult)|must be (?:hard|hell|miserable)"
    r"|i can (?:see|imagine)|makes? your \w+ (?:harder|worse)|i (?:do )?understand (?:that )?you(?! (?:to|will"
    r"|must))|nobody['’]?s?"
    r" (?:here )?(?:is |was )?(?:careless|in trouble)"
    r"|not your fault|you had every (?:right|reason)|you were (?:also )?right|two \w+ short)",
    re.I,
)
REASON: Final = re.compile(
    r"^\W*reason\b|\b(?:the reason|because (?!of you|you\b|they\b|it suits)|so that|which"
    r" means|as a result|due to)\b",
    re.I,
)
WANTED: Final = re.compile(
    r"\b(?:please (?!note|be aware|find|remember|do ignore|ignore)|could (?:you|we|i|someone|my)|can (?:you|we|i"
    r"|someone)|i(?:['’]d| would) like (?:us|to|a|an|the|two|one)|i(?:['’]m| am) asking for"
    r"|we(?:['’]re| are) asking for|we ask for|i request|i need (?!to say)|we need|we want|proposal|propose|ask:"
    r"|needs? to be|would you be willing)\b",
    re.I,
)
NO_WANT: Final = re.compile(
    r"\bnot propose\b|\bi need to (?:eat|sleep|go|rest|know)\b|\b(?:i need for|stop being"
    r"|explain themselves|must)\b|^\W*(?:whoever|anyone)\b",
    re.I,
)
STRONG_FIGURE: Final = re.compile(
    r"\b(?:from \d[\w%.]* to \d[\w%]*(?![\w%]* ?(?:am|pm|in the|on)\b)|\d[\d,.]*\s?(?:%|per cent|out of|of (?:the"
    r" )?(?:last"
    r" )?\d+)|\d+ of (?:the|our|my) \w+|one in \w+|half (?:of|arrive)|[a-z]{3,9} \d+, [a-z]{3,9} \d+|\d[\d,.]* (?!"
    r"(?:jan|feb|mar|apr|may|jun|jul"
    r"|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|am|pm|and|minutes"
    r"|mins)[a-z]*)[a-z]{3,}[^.?!\d]{0,30}\b\d[\d,.]* (?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*)[a-z]{3,}|\d+ in (?:jan|feb|mar|apr|may|june|july|aug|sept|oct|nov|dec)\w*)",
    re.I,
)
ASKED_THEM: Final = re.compile(
    r"\b(?:i|we)(?:['’]ve| have)? (?:rang|rung|phoned|asked|interviewed|shadowed|followed|walked (?:with|round with)"
    r"|sat (?:with|in)"
    r"|spoke (?:to"
    r"|with)|spoken (?:to|with)|talked (?:to|with)|watched|listened to|went (?:to see|and (?:asked|saw|looked))"
    r"|spent (?:an?|one|two|three|half) [\w ]{3,20} (?:with|in|on|at)) (?!you\b|to you\b|for\b|that\b|if\b|before\b"
    r"|twice\b"
    r"|again\b|repeatedly\b|about\b|and\b|three times\b)\w+",
    re.I,
)
"""Going to those concerned, before anything is proposed."""

PATIENT_SEEN: Final = re.compile(
    r"\b(?:(?:a|an|one|this|that) (?:[\w-]+ )?(?:man|woman|lady|gentleman|girl|boy|mother|father|mum|dad|daughter|son"
    r"|wife"
    r"|husband|family|patient|child) (?:told|said|had|was|waited|asked|rang|came|lay|sat|cried|went|missed)|(?:she|he"
    r"|the patient|a patient|this (?:lady|man|woman|gentleman|patient)"
    r"|(?:(?<!for )(?<!from )(?<!on )bed ?\d+|(?:mr|mrs) ?\w{1,10})|an?"
    r" \d+[- ]year[- ]old(?: \w+)?) (?:has|is|was|had|waited|needed|came|went)|(?:his|her) (?:lactate|bp|news|sats"
    r"|potassium|hb|gcs)\b|patients (?:wait|are|were|have|had|went|stay|lie|sit|leave)\w*)",
    re.I,
)
CHECKED: Final = re.compile(
    r"\d|\battached\b|\bin copy\b|\b(?:yesterday|today|tonight|week|month|year|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|january|february|march|april|june|july"
    r"|august|september|october|november|december|two|three|four|five|six|seven|eight|nine|ten|half|twice|still"
    r" broken)\b",
    re.I,
)
WEAK: Final = re.compile(
    r"\bplease just\b|\bjust do\b|\bthe one job\b"
    r"|\bany (?:questions|thoughts|comments)\b|\blet me know if\b|\bno rush\b|\bignore this\b",
    re.I,
)
