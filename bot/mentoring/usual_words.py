"""Words with a capital that tell nothing of anybody: days, grades, exams, bodies known to all, books that are read."""

from typing import Final

USUAL: Final = frozenset(
    # days and months
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays "
    "saturdays sundays mon tue tues wed thu thur thurs fri sat sun january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sep sept oct nov dec christmas easter "
    "ramadan eid diwali "
    # peoples and tongues: they tell of somebody only beside a role
    "african american arabic asian australian bangladeshi bengali burmese chinese dutch egyptian european filipino "
    "french gaelic german ghanaian greek hindi indian iranian iraqi irish italian kenyan libyan muslim nepali "
    "nigerian pakistani polish portuguese punjabi romanian russian scottish scots spanish sudanese syrian tamil "
    "turkish ukrainian urdu welsh yoruba christian hindu jewish sikh catholic black "
    # what is written with
    "epic cerner emis systmone vocera bleep careflow nervecentre badgernet rio horus turas kaizen healthroster "
    "allocate tazocin calpol entonox zimmer velcro biro tannoy lego netflix facebook instagram twitter linkedin "
    "tiktok chatgpt ai "
    # the doctor, and everybody
    "i i'm i've i'd i'll ok okay mr mrs ms miss dr prof sir dame mum dad god jesus english british uk gb england "
    "scotland wales britain europe nhs english-speaking "
    # grades, roles and teams
    "f1 f2 fy1 fy2 fy sho st ct ct1 ct2 ct3 imt gp gps gpst pa anp hca ahp tpd es cs reg spr ssas sas cons hee nhse "
    "consultant consultants registrar registrars sister matron nurse nurses doctor doctors manager managers lead "
    "leads medicine surgery surgeon surgeons paediatrics paeds obstetrics gynaecology psychiatry radiology "
    "pathology anaesthetics anaesthetist anaesthetists cardiology geriatrics oncology dermatology physician "
    "physicians patient patients foundation trainee trainees fellow intern core junior senior staff team teams "
    "board trust hospital ward department unit clinic theatre theatres "
    # the trade
    "a&e ed icu itu hdu amu mau sau ccu nicu picu mdt mdts m&m qi qip pdsa sbar sop sops datix cbd acat dops "
    "minicex msf arcp gmc bma cqc nice rcp rcs rcgp rcoa rcog rcpch rcem mrcp mrcs frcs frca mrcgp mbbs plab als "
    "ils atls apls cpr dnacpr respect iv im po ct mri us ecg ekg cxr abg vbg fbc crp inr news ews gcs tta tto ttos "
    "nsaid iv lp ng copd af mi pe dvt uti aki hiv tb covid covid-19 flu sepsis parkinson's alzheimer's crohn's pc "
    "it hr pals ics icb pcn ccg esr epr ehr whatsapp teams zoom slack outlook excel powerpoint google youtube email "
    "ltft oop oope cct cesr cv pdf ceo dsh nok ed's lgbt eol bmj lancet id faq sui siri rca psirf mccd otc ot pt "
    "ptot slt hca's tele opd daycase eau cdu gum hems dna dnar tvn cns acp vte who phq gad "
    "camhs cmht kpi neuro psych rheum gastro resp renal diabetes endo haem onc ortho stroke coaching crt crht ooh "
    "antenatal postnatal outpatient fracture "
    # what is taught
    "kotter covey goleman edmondson heifetz lencioni schein belbin myers-briggs mbti grow gawande kahneman drucker "
    "bennis greenleaf hersey blanchard lewin tuckman maslow grint kline west bohmer batalden berwick deming lean "
    "sigma senge mintzberg northouse bass burns french raven goffee jones adair kolb gibbs disc eq iq rasci raci "
    "swot pestle fish thomas-kilmann kubler-ross buchanan dweck brown whitmore stone heen patterson situational "
    "leadership quality improvement governance clinical grand round rounds rota handover gosh fuck christ "
    # bodies
    "royal college colleges general medical council care commission national institute health service services "
    "department deanery wales public social faculty society association union academy british".split()
)
"""All in lower case."""

LED_BY: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december consultant registrar sister matron nurse charge staff doctor professor miss mr mrs dr "
    "prof reg sho f1 f2 st3 st4 st5 st6 st7 st8 ct1 ct2 ct3 colleague".split()
)
"""What may stand before a name without being part of it."""

OPENERS: Final = frozenset(
    "a about after again all also although always an and another any anyway apparently are as at basically because "
    "before being between both but by can cheers could did do does doing during each either even ever every finally "
    "first for from get give given good had has have having he hello help her here hey hi his honestly how however if "
    "in into is it it's its just last lately later let like long look luckily made make many maybe me meanwhile might "
    "mine more most mostly much must my near never next no nobody none nor not nothing now obviously of oh often on "
    "once one only or other our out over perhaps please poor put rather recently right same saw say second see seems "
    "seen sent several she should since so some somehow sometimes sorry still such suddenly suppose talk tell thank "
    "thanks that that's the their them then there there's these they they're they've they'd they'll he's she's "
    "you're you've we'd we'll who's here's let's don't can't won't didn't isn't noted third this those though "
    "thought three "
    "through to today told tomorrow tonight too try turns two under unfortunately until up us usually very was we "
    "we're we've well were what what's when whenever where whether which while who why will with without would yeah "
    "yep yes yesterday yet you your dear told asked ask big old new young little".split()
)
"""What begins a sentence and is no part of the name behind it."""

JOINING: Final = frozenset("of de la y upon under".split())
"""Words without a capital that stand inside a name."""

NOT_SAYING: Final = frozenset(
    "he she they we you it who someone somebody everyone everybody nobody anyone anybody one others people staff "
    "management mum dad sister matron theatre medicine surgery nobody's neither both all most some many few half "
    "nursing nurses managers patients relatives seniors juniors consultants registrars colleagues friends family hr "
    "which that this what consultant registrar reg boss manager nurse doctor seniority everything nothing something "
    "another other wife husband partner pharmacy radiology microbiology finance switchboard security payroll then "
    "never always also already actually honestly later eventually finally once just still so and but or".split()
)
"""What can begin a sentence before "said" without being anybody's name."""

PUBLIC: Final = frozenset(
    (
        "royal college of physicians",
        "royal college of surgeons",
        "royal college of nursing",
        "royal college",
        "general medical council",
        "british medical association",
        "care quality commission",
        "health education england",
        "nhs england",
        "nhs improvement",
        "nhs scotland",
        "nhs wales",
        "nhs leadership academy",
        "leadership academy",
        "the king's fund",
        "king's fund",
        "practitioner health",
        "five dysfunctions",
        "first name",
        "social services",
        "bank holiday",
        "good medical practice",
        "duty of candour",
        "black wednesday",
        "junior doctors",
    )
)
