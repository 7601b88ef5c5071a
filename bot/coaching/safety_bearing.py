"""Words that bear on a danger: wide families, without which a model's number alone seldom asks a blunt question.

They decide nothing by themselves. Most messages that hold one are ordinary; what they do is keep the coach from asking
a doctor about suicide because a short answer, torn from its question, happens to lie near such messages.
"""

import re
from collections.abc import Mapping
from typing import Final

from bot.coaching.safety_bearing_self import CRISIS

_PATIENT: Final = (
    # who or what it happens to
    r"patients?|pts?|px|lad(?:y|ies|s)?|lass(?:ie)?|man|men|woman|women|gent(?:leman)?|chap|guy|bloke"
    r"|fella|boy|girl|bab(?:y|ies)|bairn|wean|child(?:ren)?|"
    r"kid(?:s|die)?|twins?|toddler|teenager|neonate|mums?|mam|mother|dad|father|gran(?:dad|ny)?|daughter"
    r"|son|relative|carer|"
    r"he|she|they|him|her|them|hes|shes|mr|mrs|ms|miss|\d+ ?(?:yo|y/o|year)\w*|eighty|ninety|seventy|sixty"
    r"|beds?|bays?|cubicles?|side room|trolley|ward|"
    r"hdu|itu|icu|scbu|nicu|resus|majors|triage|waiting room|ambulance|corridor|theatre|list|recovery|caller|callback|"
    # the body and its numbers, treatment, kit
    r"obs|sats?|news|pews|mews|bp|gcs|temp(?:erature)?|pulse|heart rate|lactate|potassium|troponin"
    r"|platelets|haemoglobin|hb|glucose|sugars?|bm|ketones|"
    r"gas|bili\w*|results?|bloods?|scans?|ct|mri|x-?rays?|films?|reports?|swabs?|trace|ctg|ecg|monitor\w*"
    r"|alarms?|pumps?|drivers?|infusions?|lines?|drains?|"
    r"tubes?|airway|oxygen|ventilator|trach\w*|defib|drugs?|doses?|chemo\w*|heparin|insulin|antibiotics?"
    r"|adrenaline|opiates?|morphine|oramorph|"
    r"bag|unit|units|transfusion|allerg\w+|epidural|feed|fluids?|breath\w*|bleed\w*|pain|chest|belly"
    r"|abdo\w*|leg|arm|pupil|rash|fever|sepsis|septic|seizure|fit(?:s|ted|ting)?|"
    r"grey|blue|mottled|clammy|sweaty|sleepy|drowsy|confus\w+|floppy|unwell|poorly|sick|"
    # somebody's fitness to work; too few hands; a home or a ward that is not safe
    r"locum|consultant|surgeon|anaesthetist|reg(?:istrar)?|boss|colleague|nurse|midwife|pharmacist|f1|f2"
    r"|sho|partner|drunk|drink|shak(?:es|ing|y)|asleep|"
    r"nobody|no one|noone|only (?:one|doctor|me)|one nurse|short(?: staffed)?|cover(?:ing)?|keys?|knife"
    r"|gun|weapon|safeguard\w*|home",
    # near in time, or going on
    r"now|tonight|today|this (?:morning|afternoon|evening|minute|shift|weekend|second)|tomorrow|overnight"
    r"|currently|still|yet|"
    r"at the (?:moment|minute)|as (?:we|i) (?:speak|type|write)|just (?:now|seen|been|told|had|come|gone"
    r"|noticed|realised|got|found|given|put|started|opened|in)|"
    r"i'?ve just|about to|going to|due|soon|in (?:an?|ten|twenty|five|half|\w+) (?:hour|min\w*)|(?:an|\w+"
    r"|half an) (?:hours?|min(?:ute)?s?)(?: ago)?|ago|since|"
    r"until|till|before|by (?:the time|\w+)|at (?:\d+|half|quarter|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|noon|midnight|teatime|lunch|tea)|after (?:lunch|tea)|"
    r"monday|morning|hours|o'?clock|midnight|teatime|shift|night|nights|"
    r"(?:is|'s|are|'re|has|have|isn'?t|aren'?t|hasn'?t|won'?t|can'?t|doesn'?t|keeps?|says?|wants?|needs?"
    r"|refus\w+|insists?|reckons?|thinks?|hes|shes|theyre|ive|im)|"
    r"\w+ing (?:in|on|at|by|out|up|down|to|for|off|the|a|him|her)|waiting|no(?:body| one|one)|gone|left"
    r"|sent|again|next|first|who|should|would|could|do i|is it",
)

_MISTREATED: Final = (
    # what somebody does to me, or calls, tells, makes, gives, takes from me
    r"(?:he|she|they|who|consultant|boss|reg|registrar|sister|matron|nurses?|supervisor|trainer|professor"
    r"|prof|manager|partner|lead|coordinator|surgeon|senior|"
    r"fellow|lads|team|secretary|patient|relative|everyone|everybody|someone|somebody|nobody|people"
    r"|another|[a-z]+s|[a-z]+ed|has|had|have|is|was|been|to|and|then|put|hit|sent|told|gave|took|made|kept"
    r"|left|cut|got|get|set|said|throw|threw|grab|spat|let|read|ask) "
    r"(?:\w+ ){0,3}(?:me|my|mine|i)\b|\bme\b|\bmy\b|for i\b|"
    # mocked, named, laughed at
    r"laugh\w*|jok(?:e|es|ed|ing|ey)|banter|funny|nickname\w*|called|calls|calling|impression|mimic\w*"
    r"|mock\w*|tease\w*|teasing|humiliat\w*|sweepstake|poll|song|"
    r"sensitive|oversensitive|paranoid|snowflake|drama\w*|humour|harmless|affectionate\w*|tradition"
    r"|initiation|compliment\w*|flatter\w*|favourite|special|"
    # who I am
    r"accent|english|hijab|headscarf|turban|beard|hair|locs|braids|skin|brown|black|white|asian|african"
    r"|indian|paki\w*|muslim|jewish|sikh|hindu|mosque|pray\w*|ramadan|visa|"
    r"sponsor\w*|passport|country|foreign|immigrant|img|pregnan\w*|maternity|miscarriage|breast\w*"
    r"|pump(?:ing)?|ivf|gay|lesbian|trans|queer|pronouns?|husband|wife|girl|woman|women|female|lad|"
    r"disab\w+|wheelchair|deaf|hearing|stammer|dyslexi\w+|adhd|autis\w+|epilep\w+|diabet\w+|crohn'?s"
    r"|bipolar|depress\w+|adjustments?|old|age|part-?time|weight|fat|"
    # touch, nearness, sex, threat
    r"hands?|touch\w*|hug\w*|kiss\w*|knee|thigh|waist|bum|bra|strap|chest|shoulders?|neck|hotel|flat"
    r"|drinks?|lift home|perfume|dress\w*|skirt|lipstick|wear(?:ing|s)?|smile|pretty|sweetheart|darling"
    r"|photo\w*|picture|"
    r"texts?|messages|whatsapp|threw|throws?|thrown|shout\w*|scream\w*|yell\w*|swear\w*|push\w*|shov\w*"
    r"|grab\w*|pinch\w*|slap\w*|kick\w*|spat|hit|block\w*|corner\w*|lock(?:ed|s)?|"
    # shut out, loaded, held back, paid back for speaking
    r"only (?:me|mine|one)|not invited|left out|ignor\w*|silen\w+|blank\w*|nobody (?:sits|speaks|talks)"
    r"|stops? talking|since i|after i|ever since|when i|because i|raised|report\w*|datix|guardian"
    r"|complain\w*|"
    r"whistle\w*|statement|exception|spoke up|leave|refus\w+|turned down|taken off|took|moved|rota|nights"
    r"|arcp|appraisal|reference|sign(?:ed|s)? off|supervis\w+|feedback|career|coincidence|told",
)


def _family(parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.I)


BEARING: Final[Mapping[str, tuple[re.Pattern[str], ...]]] = {
    "crisis_self": (_family(CRISIS),),
    "patient_safety_now": (_family(_PATIENT[:1]), _family(_PATIENT[1:])),
    "mistreatment": (_family(_MISTREATED),),
}
"""For each route that can be asked about, the families of which each must show in a message for it to bear on it."""


def bears_on(route: str, text: str) -> bool:
    """Whether the words of a message could bear on the danger at all; True where a route keeps no families."""
    plain = text.replace("’", "'")
    return all(one.search(plain) for one in BEARING.get(route, ()))
