"""The words by which people at work are told from things: roles, titles, and the verbs that are done to somebody."""

import re
from typing import Final

from bot.coaching.commitments.act_words import VERBS
from bot.coaching.plain import OnNeed

ROLES: Final = frozenset(
    """
    consultant cons registrar reg spr sister nurse matron manager lead boss partner f1 f2 fy1 fy2 sho hca odp
    csm ward-clerk pharmacist physio physiotherapist ot dietitian team supervisor midwife midwives anaesthetist
    anesthetist surgeon porter director coordinator co-ordinator coord secretary secretaries receptionist clerk
    trainee student junior senior doubter colleague prof professor chair exec ceo cd md cmo cs es tpd gp
    daughter son wife husband mum dad mother father family families carer relative patient pt doctor medic
    resident intern mentor buddy mate housemate administrator admin librarian analyst accountant bms
    radiographer radiologist technician tech paramedic switchboard security domestic cleaner microbiologist
    micro lab hr pals staff trainer finance informatics governance everyone everybody educator tutor outreach
    st1 st2 st3 st4 st5 st6 st7 st8 ct1 ct2 ct3 imt1 imt2 imt3 specialist locum scientist biomed rep fellow
    officer examiner guardian deputy dean chaplain psychologist counsellor therapist friend flatmate neighbour
    flatmates aunt uncle brother sister-in-law cardiologist neurologist oncologist psychiatrist physician
    paediatrician obstetrician geriatrician haematologist intensivist urologist med-reg hcp ambassador associate
    bed-manager headteacher governor governors president convenor convener organiser facilitator coach
    specialists estates staffing jdf board-lead number switchboards housekeeping phlebotomist phlebotomists
    sonographer assistant wardclerk crew interpreter registrars supervisors ed icu itu amu boss-man boss-lady
    person ones group office desk dr doc sec rad holder lads girls guys lot gang
    woman man guy lady bloke chap visitor anp acp starter newbie
    hod sir ma'am madam joiner learner dietician nic co-reg co-f1 co-sho nan gran facilitator ward-sister
    """.split()
)
"""Heads of a phrase that is somebody; some of them only behind certain words: 'the site office'."""

ONLY_AFTER: Final = {
    "staffing": frozenset({"medical"}),
    "number": frozenset({"opposite"}),
    "office": frozenset({"postgrad", "bed", "site", "education", "hr", "rota", "staffing", "postgraduate", "medical"}),
    "desk": frozenset({"help", "bed", "flow"}),
    "person": frozenset({"it", "right", "rota", "audit", "best"}),
    "micro": frozenset({"the", "ask", "ring", "call", "phone", "with", "to"}),
    "lab": frozenset({"the", "ring", "call", "phone", "ask", "blood", "path"}),
    "ones": frozenset({"new", "quieter", "quiet", "younger", "older", "senior", "junior", "newer"}),
    "ed": frozenset({"ask", "ring", "call", "phone", "with", "to", "tell"}),
    "icu": frozenset({"ask", "ring", "call", "phone", "with", "tell"}),
    "itu": frozenset({"ask", "ring", "call", "phone", "with", "tell"}),
    "amu": frozenset({"ask", "ring", "call", "phone", "with", "tell"}),
    "estates": frozenset({"from", "ask", "ring", "call", "email", "with", "to"}),
    "jdf": frozenset({"to", "the", "with", "ask"}),
    "security": frozenset({"ask", "ring", "call", "with", "to"}),
    "finance": frozenset({"in", "from", "ask", "with", "to", "email", "the"}),
    "governance": frozenset({"ask", "with", "to", "email"}),
    "admin": frozenset({"ask", "the", "our", "with", "to", "ward", "medical"}),
    "group": frozenset({"the", "user", "steering", "working", "wellbeing"}),
    "assistant": frozenset({"healthcare", "physician's", "his", "her", "medical", "personal", "the", "theatre"}),
    "associate": frozenset({"physician", "nursing", "the"}),
    "domestic": frozenset({"the", "ward", "our"}),
    "dr": frozenset({"the", "that", "a", "my", "other"}),
    "sec": frozenset({"med", "medical", "ward", "his", "her", "the"}),
    "rad": frozenset({"call", "on-call", "the", "duty"}),
    "holder": frozenset({"bleep", "pager", "crash"}),
    "lot": frozenset({"theatre", "night", "day", "ward", "recovery", "weekend", "pharmacy"}),
    "man": frozenset({"the", "yer", "old", "young"}),
    "lady": frozenset({"the", "boss", "tea", "dinner", "old"}),
    "gang": frozenset({"the", "night", "day", "weekend"}),
    "fellow": frozenset({"teaching", "clinical", "research", "the", "our", "leadership", "simulation", "my"}),
    "governor": frozenset({"the", "a", "staff"}),
}
"""Words that are somebody only behind one of these."""

TITLES: Final = frozenset("dr mr mrs ms miss prof professor sister sr matron nurse doctor".split())
NO_NAMES: Final = frozenset(
    """
    i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter teams zoom slack datix tomorrow today tonight who mdt
    nhs mrs ms dr prof mr trust ward theatre excel whatsapp what when where how my the so no yes ok also then
    royal medical surgical infirmary hospital st word it's that sbar ttos tto ecg ct mri dnar dnacpr sepsis qip
    qi audit arcp ltft jdf m&m ig covid cpr bp ed a&e icu itu amu sau mau er uk gmc bma rcp hee firstly secondly
    thirdly not next before after if
    """.split()
)
TO_SOMEBODY: Final = frozenset(
    """
    ask tell text message email ring phone thank bleep page nudge chase remind warn whatsapp dm msg meet invite
    grab catch approach shadow persuade convince brief call mentor corner collar join pull interrupt asking
    telling texting messaging emailing ringing phoning thanking bleeping nudging chasing reminding warning
    meeting inviting grabbing catching approaching shadowing persuading convincing calling joining mentoring
    past buy buying hand handing lend with w w/ wi wiv wid wth between praise praising msg txt
    """.split()
)
"""What comes straight behind one of these, and is no thing, is somebody."""

AT_TIMES: Final = frozenset(
    """
    bring bringing get getting let letting have help helping show showing
    give giving find finding see seeing offer offering
    teach teaching send watch watching observe take taking sit support supporting pay pull
    """.split()
)
"""Behind these a bare word may be somebody, where what follows says so: 'get freya to chair', 'find maryam and'."""

GIVEN_TO: Final = frozenset("drop send give shoot write ping buy text leave pay".split())
A_WORD_TO: Final = OnNeed(
    r"\s+(?:a |an |my |the |some )?(?:quick |short |little |voice ?|thank[- ]?you )*(?:line|message|msg|note"
    r"|text|email|ring"
    r"|call|bell|card|shout|dm|whatsapp|voicenote|reminder|heads[- ]up)\b",
    re.I,
)
"""'Drop sarah a line': who stands between such a verb and what is sent is somebody."""

TO_BEFORE: Final = frozenset(
    """
    speak speaking talk talking write writing apologise apologising sorry listen listening reply explain over
    back help it that this them out report say suggest propose present spoke chat word on letter email note show
    bring hand mention
    """.split()
)
AFTER_A_NAME: Final = frozenset(
    """
    to and before after at on when in aside for how a the tomorrow tonight today what if whether about n then
    monday tuesday wednesday thursday friday saturday sunday mon tues weds thurs fri sat sun tmrw tomoz why
    chair lead run do speak present take show by first from who my through
    """.split()
)
CALLED_PLACE: Final = OnNeed(
    r"\b(?:ring|call|phone|bleep|ask|email|page|contact|message|chase|speak to|talk to|ringing|phoning"
    r"|calling)\s+(?:up )?"
    r"(?P<who>(?:the |our |my )?(?:(?!(?:in|from|at|of|and|with|to|about)\b)[\w'’-]+ ){0,2}?(?:nursing home"
    r"|care home|hospice|practice|surgery|pharmacy|radiology|switch|bed management|management|site management"
    r"|blood bank|site team|occupational health|medical staffing|path lab|labs?|icu|itu|hdu|ccu|crisis line"
    r"|helpline|deanery"
    r"|mortuary|coroner(?:['’]?s)? officer|union|bma|mdu|mps|occy? health|payroll|it|hr))\b(?! (?:rep|lead|team|manager"
    r"|nurse|doctor|reg|officer|secretary|staff|desk|round|list|book|notes|app))",
    re.I,
)
WHOEVER: Final = OnNeed(
    r"\b(?P<who>(?:whoever|whichever (?:[\w-]+ ){1,2})(?:(?:['’]s| is)(?: (?:in|on|around|about|there|up)\b)"
    r"|(?:['’]s| is| was| has)?(?: (?!(?:why|what|how|if|whether|when|to|about|that|and|for|in|gets?"
    r"|so)\b)[\w'’-]+){1,4}))",
    re.I,
)
WHO_IS: Final = OnNeed(
    r"\s+(?:who(?:['’]s)?|i(?= \w+(?:ed|t)?\b))(?: (?!(?:why|what|how|if|to|about|so|and|but|incl"
    r"|because)\b)[\w'’-]+){1,5}(?=\W*$|[,.;]| (?:and|incl|about|so|to|how|why|what)\b)",
    re.I,
)
"""'The student who cried', 'everyone who was at the arrest': who it is, told by what they did."""

BY_LETTERS: Final = OnNeed(
    r"\b(?:[Ww]ith|[Aa]sk|[Rr]ing|[Cc]all|[Ee]mail|[Tt]ell|[Pp]hone|to) (?P<who>IT|HR|ED|ICU|ITU|SALT|OT|PALS"
    r"|AMU|HDU)\b"
)
"""A department by its capitals, which in small letters may be any word: 'sit with IT'."""

OF_A_BAND: Final = OnNeed(
    r"\b(?P<who>(?:(?:the|our|my|a|an|another|one of the|both|all the|that|this) )+(?:\w+ )?band (?:[4-8]|five"
    r"|six|seven"
    r"|eight)s?\b)(?! (?:nurse|sister|meeting|post|job|interview|pay|role|vacancy))",
    re.I,
)
"""A nurse, by the band of their pay."""

ALL_OF_US: Final = OnNeed(
    r"\b(?:to|ask|tell|with|email|text|message) (?P<who>(?:all|both|each|the) (?:\w+ )?of (?:us|them|you))\b", re.I
)
ACTS: Final = frozenset("takes gets does leads covers scribes runs".split())
"""What a name at the start of a clause does in a shared plan: 'Kwame takes the wards'."""

NOT_OF_IT: Final = frozenset(
    """
    and or to with w wi wiv what how if that about for at on in when who of from by i we get is are than as so then
    just not me him them us it learn shadow approach phone be been was were am he she they you but because cos
    which while where why whether before after until till next time re n no yes ok both also even there here
    will would could should can may might must shall do did does has have had ll d s go going gonna ill im i'm
    i'll i'd i've let's don't dont maybe perhaps prob probs probably well really today tomorrow tonight tmrw off
    up down out over into through again first myself once instead like each past hmm um er no. ask asks
    told asked emailed rang messaged texted cc
    """.split()
)
NO_NAME: Final = (
    frozenset(
        """
    bed ward being meself itself together everything anything
    the a an my our his her their your its this that these those some any all each every both one two three four
    five six me him them us it you he she they we i people someone somebody anyone nobody everyone who what when
    where why how whether if for about at on in by to from of off over out up down back away round around into
    onto through again first straight directly openly properly politely nicely early late now then today tonight
    tomorrow and or but so not no yes just only also too more less better help time coffee tea lunch feedback
    advice notes cover consent data patients minutes emails handouts work sleep food home space room permission
    rid ready care patience confidence numbers evidence examples questions respect another other others because
    before after during until till while since as than like is was are were be been being do does did done have
    has had having can could will would should may might must shall soon instead anyway ahead least most much
    many few lots bits stuff things something anything nothing everything myself himself herself themselves
    ourselves yourself biscuits cake pride interest energy luck money hands eyes effort thanks credit way names
    bleeps cases clinic co earlier later sooner handover theatre teaching huddle rounds charge shifts whoever
    whenever wherever however whichever which whose maybe perhaps probably ideally hopefully honestly please
    quick quickly calmly privately monday tuesday wednesday thursday friday saturday sunday mon tue tues wed
    weds thu thurs fri sat sun tmrw tomoz tmw next last weekly daily monthly re regarding open real plain good
    great bad hard new old own same different specific simple small big short long full clear such whatever
    anyways there here him/her stop start going gonna wanna gotta need want think feel know look say said n w b4
    bc cos cause idk probs prob ok okay yeah lol tbh tho issues problems ideas thoughts options reasons concerns
    changes dates times slots swaps jobs beds bloods scans referrals results plans details facts figures stories
    points part breaks leave notice word order pace line silence praise criticism pressure support guidance
    clarity direction supervision training experience knowledge skills others' colleagues' pharmacy radiology
    medicine surgery anaesthetics paeds obs gynae cardiology
    """.split()
    )
    | frozenset(one.replace("[sz]", letter) for one in VERBS for letter in "sz")
    | NOT_OF_IT
)
BEFORE_HEAD: Final = frozenset(
    """
    rota audit plan post work lead chair record list design map review cover board track discharge practice
    infection control development clinical nurse ward
    """.split()
)
"""Verbs by their form that are nouns before a role: 'the rota lead'."""

DETERMINERS: Final = frozenset("the my our a an his her their all new both each every".split())
NO_ONE_NEXT: Final = OnNeed(
    r"\s+(?:meetings?|round|list|book|notes?|journey|safety|story|care|experience|leaflets?|flow|pathway|lounge"
    r"|rota|huddle"
    r"|time|day|records?|survey|forum|committee|numbers|review|days|view|letter|lists|emails?|chat|text|message"
    r"|break|bleep"
    r"|cannulas?|room|office hours|phone|role|post|rooms?|station|mess|panel|list|job|teaching|stuff|work|thing"
    r"|systems?|schemes?"
    r"|program(?:me)?s?|culture|morale|wellbeing)\b",
    re.I,
)
