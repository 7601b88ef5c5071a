"""The words that tell a name from its surroundings: titles, kin, patients, and what happens to patients."""

from typing import Final

SURE_TITLES: Final = frozenset("mr mrs ms mx".split())
LEARNED_TITLES: Final = frozenset("dr drs doctor prof professor sir dame rev".split())
WARD_TITLES: Final = frozenset("sister sr nurse matron".split())
TITLES: Final = SURE_TITLES | LEARNED_TITLES | WARD_TITLES | {"miss"}

KIN: Final = frozenset(
    "daughter son wife husband mum mam mom mother dad da father brother sister partner uncle aunt auntie nan "
    "nana gran granny grandma grandad grandpa grandfather grandmother grandson granddaughter granddad niece "
    "nephew cousin fiance fiancee boyfriend girlfriend stepson stepdaughter stepdad stepmum twin widow "
    "widower carer".split()
)
OWNERS: Final = frozenset("his her their your my".split())
NOT_OWN_KIN: Final = frozenset("partner carer twin".split())
PATIENTS: Final = frozenset("patient pt inpatient outpatient".split())
CARED_FOR: Final = PATIENTS | frozenset(
    "lady gentleman gent resident client child baby infant toddler teenager neonate".split()
)
ANYONE: Final = frozenset("man woman lad girl boy chap fella bloke lass lassie wean bairn guy kid one".split())
AGES: Final = frozenset("old elderly frail year years yr yo dying aged admitted ward bay bed wee young".split())
CALLED: Final = frozenset("called named".split())
LITTLE: Final = frozenset("baby wee little".split())

FATES: Final = frozenset("died arrested deteriorated desaturated".split())
PASSIVES: Final = frozenset(
    "admitted readmitted discharged intubated cannulated catheterised sectioned resuscitated extubated".split()
)
HAS: Final = frozenset("was had has is got".split())
TENDED: Final = frozenset(
    "clerked cannulated catheterised intubated resuscitated discharged consented nursed certified".split()
)
LOOKED: Final = frozenset(("looking after", "looked after", "caring for", "cared for", "sat with"))
RECORDED: Final = frozenset("dob nhs mrn chi".split())
FAMILY_OF: Final = frozenset("family relatives bloods kin".split())

VERB_SUBJECTS: Final = frozenset(
    "i we you they to would will i'll we'll i'd really don't dont might'll and still do not can can't cant "
    "gonna".split()
)
HELPERS: Final = frozenset(
    "will may can were do so to said long is was in on at back go read put mark hope would my no young short "
    "best day way".split()
)

INSTITUTIONS: Final = frozenset(
    "hospital infirmary ward unit trust house road street avenue report inquiry enquiry review score scale "
    "sign syndrome disease fellow fellowship fellows scheme method model theory building wing suite centre "
    "center college university prize lecture award foundation institute park station court clinic line "
    "catheter theatre test criteria classification index book effect surgery practice pharmacy academy school "
    "charity society lodge reservation chart tool game framework programme".split()
)
ARTICLES: Final = frozenset("the a an this".split())
TIMES: Final = frozenset("april may june august summer winter sunday".split())
BEFORE_TIMES: Final = frozenset(
    "in on by since until till last next this every from before after early late mid over all".split()
)
AT_PLACES: Final = frozenset("at in near".split())
LETTERED: Final = frozenset(
    "plan option team group hepatitis hep type vitamin part section grade bay box ward unit zone theatre list".split()
)
NOT_KIN_ALONE: Final = frozenset("sister partner carer twin brother da nan".split())
