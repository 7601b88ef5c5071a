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

NAMES_TOO: Final = frozenset(
    "amber baker ball banks barber bean bell best bill bird bishop blessing bloom bond booth bridges bright brown "
    "bull butcher carter carver castle chambers cherry chin clay cliff comfort cook cotton cross daisy dawn deacon "
    "dean earl east edge elder faith farmer field fisher flint flower foster frank free frost fuller grace grant gray "
    "great green gross groves hall hart hazel heath heather hill holly hope hung hunt hunter iris jack jolly king "
    "kitchen knight lamb lance lane lily lodge long lord mark marks marsh mercy miles mills moon moss noble north "
    "olive page park parks patience peacock pearl penny pope poppy porter power price prince prior queen rice rich "
    "rose ruby rush salmon salt savage sharp shepherd shields short silver smart snow song south sparks stack steel "
    "stone street summer swan swift taylor temple violet walker wall walls waters weeks wells west white wild will "
    "winter wolf wood woods worth wright young".split()
)
"""Words of every day that are names, too: one only where it has a capital."""

ORDINARY: Final = frozenset(
    "able above abroad absence absolute abstract academic accent accept access accident accord account accountability "
    "accused achieve across acting action acts actual acute added address adds admin administrator admire admission "
    "admit adore adult advice advise advocacy affect afraid afternoon afterward against agency agenda agent ages "
    "agree ahead aims airway alarm align alike alive allow almost alone along alongside aloud alright amazing "
    "ambitious ambulance among anaesthetic analysis anchor anger angry annex announce annoy annual anonymous answer "
    "antibiotic anxiety anxious anything anywhere apart apologise apology appear apple application appoint appraisal "
    "appreciate approach archetype argue arms army around arrange arrest arrive arrogant arse ashamed aside asleep "
    "aspire assertive assess assistant associate assume asthma attach attack attempt attendance attention attitude "
    "audience audit author autonomy average avoid awake aware away awful awkward axis baby back background backup "
    "badge badly balance band bank banter bare bargain barrier base bath beach bear beat beautiful became become beds "
    "bedside been beforehand began begin begun behalf behave behaviour behind belief believe belong below beneath "
    "benefit bereavement beside better beyond biggest bilingual billion binned birth biscuit bite blame blank bleed "
    "blind block bloke blood bluffed boat body bold bone book boot bore bottle bottleneck bottom bought bounced bound "
    "boundary boxes boys brain brave breach break breakfast breast breath breathe brief brilliant bring broke brother "
    "brought budge budget build built bullet bully bundle bureaucracy burnt busy button buys cake call calm came camp "
    "cancel cancer cannot cannula cant capacity careful careless carrot carry case cash catch catheter caught cause "
    "ceiling cent centre certain certainty certificate chain chair challenge champion chance change channel chap "
    "chaplain character chart chase chat cheap check checklist chest chief child children choice choose chose circle "
    "circumstance cite claim clash class clean clear clerk clever click climate clinician clipboard clock close "
    "closest clout club clue coach coat code coffee cohort cold collective colour column come command commit "
    "committee common communicate community company compare comparison competence complain complaint complete complex "
    "compliance complicated compute concern conclusion condition conference confess confidence confident confidential "
    "conflict conscience consensus consent consider console constellation constrained constructive consult "
    "consultation contact content context contract control conversation cookbook cool coordinator copy corner coroner "
    "correct corridor cost count country couple courage course court cover craft crash create credibility credit crew "
    "cricket cried crisis criteria criterion critic criticism crossed crucial crying cues culture cupboard curious "
    "currency curriculum curry custom cute cutting daft daily danger dare dark dashboard data database date daughter "
    "days dead deadline deaf deal death debate debrief decade decent decide decision deed deep default defence defend "
    "defensive deficit define definite degree delay delete delighted delirium deliver demand dementia denominator "
    "depend dept depth deputy describe description design desk detail develop diagnose diagnosis diagram dial "
    "dialysis diary died dies differ difference different difficult dinner dinosaurs direct director directorate "
    "disagree disappointed discharge discrimination discuss disease disengaged disk dispute distance distribute "
    "district diverse divide division docs document done dont door dose double doubt down draft drain draw dread "
    "dream dress drink drip drive drop drove drown drug dull dunno duty dying early earn ears easy eaten eating echo "
    "edit education effect effective efficiency effort eight eighteen element eleven else elsewhere embarrassed "
    "embarrassing emergency emotional employ empty ended ending endoscopy ends energy engage engine engineer enjoy "
    "enough entire entry environment erase error escalate essay essential estate ethics evaluate event everywhere "
    "evidence exact exam example excellence excellent except excited excuse exec executive exhaust exist expect "
    "expectation experience experiment expert explain explanation explicit explore export extra extreme eyes face "
    "facet fact factor fail failure fair fall fallibility false fancy fast father fatigue fault favour fear feed "
    "feedback feel feet fell fella fellowship felt fifteen fifth fifty fight figure file fill film financial fine "
    "finger finish fire firm fits five fixed fixes fixing fizzled flat floor flow fluid focus fold folk follow "
    "followership fond food fool foolish foot football force foreign forget forgot form fort forth fortnight forum "
    "forward found four fourteen fourth frail frailty framework frankly fraud freedom freeze fresh fridge friend "
    "frighten front frontline froze full fuming function fund funny furious further fuse future gain gaps gate gave "
    "generic genuine gift girl gist glad goal goes going golf gone goodbye goodwill govern grab grade granted graph "
    "grew grey grief ground group growth grubby grumpy guarantee guard guardian guess guest guidance guide guideline "
    "guilty gutted habit halfway halve hand handle hang happen happy hardest hare harm harsh hate head healthcare "
    "hear heart heat held helpful hero herself hidden hide hierarchy high himself hint hips hire history hole holiday "
    "homes honest hoped hopeless hopes hoping horrible hospice hostile hour house huddle human humiliate hundred "
    "hurry hurt hybrid hygiene idea identical identify identity idiot ignore imagine impact important impose "
    "impossible imposter improve inbox incentive incident include inclusive increase index indifference individual "
    "induction infection influence inform information inherit initial initiative inject inpatient input inquest "
    "inquire inside insight inspect inspire instead instruct insulin insult integrate intend interest interpret "
    "interrupt interview intimidating invented invitation invite involve ironic island isnt isolate issue item itself "
    "jealous jobs join joint joke journal journey judge jump keen keep kept kettle keys kick kidney kids kill kind "
    "knackered knee knew knock know knowledge label labour labs lack ladder lads lady laid laminated lamp land "
    "language lanyard laptop large lass late laugh launch layer lazy leaflet league learn learnt least leave lecture "
    "left legal length less lesson level lever library lies life lift light limit line link list literal literature "
    "live livid load local lock locum login lone loop loose lordship lose lost lots loud loudest lounge love lower "
    "lowest luck lump lunch lung lying machine magic mail mainly male manage managerial mandate mandatory manner "
    "marked market mask mast match mate maternity matter mean meant measure medic medication medium meet member memo "
    "memory mend mental mention mentor menu merge mess message messenger method micro microsystem middle midnight "
    "midway midwife midwives milk mill minor minute misread mistake mistreatment mixed moan mock mode model module "
    "moment money month mood morale morning mortal mortified mother mouth move multiple myself naive name narrow "
    "nasty nation native nature nearest need needle negative neonatal nerve nervous network newcomer newest "
    "newsletter night nine nineteen ninety nodded nodding node nodule noise norm note notebook notice nowhere nowt "
    "null numb object objective oblige observation obstacle obvious oddly odds office official online onto open "
    "operate opinion opportunity opposite option order ordinary organisation organise otherwise ought outcome outlie "
    "outside overnight overseas overuse owned owner owning owns pace pack pages paid pain painful pair palliative "
    "panel panic paper paperwork paracetamol parent parked parking part particular partnership pass passage past path "
    "pathway patter pause paying pays peace peer percent percentage perfect perform performance permission person "
    "persuasion petty pharmacist phone photo phrase physio pick picture piece pilot pitch pizza place plan play "
    "playbook plenty plus pocket point pointless police polite politician population port portfolio position positive "
    "possible post postgraduate potassium potential pound powerful practice practise praise preach precious precise "
    "prefer preference premature prepare prescribe presence present press pressure presupposes pretend pretty preview "
    "previous prices pride primary principle print priority prison privacy private prize probable problem procedure "
    "process procurement product profession proforma programme progress project promise prompt proof proper "
    "proportion propose protect protocol proud prove provide psychological publication publish pull pulse pump "
    "punished pure purpose push qualify quarrel quarter question questionnaire queue quick quiet quit quite quotation "
    "quote race radio radiographer raging raise ramble rang range rank rare rate reach react reader reading "
    "readmission reads ready real realise realistic reason receive recent reception receptionist recipe reckon "
    "recognise recognition recommend recommendation record recover redesign redid reduce reduction refer referee "
    "reference reflect reflex reform reframe refuse register registry regret regulator rehearse relate relationship "
    "relative relevant relief relieved reluctance reluctant remark remember remind remit remove repeat repetitive "
    "reply report request rescue research resident resilience resist resistance resource respond response "
    "responsibility responsible rest result resus retire return reverse review reward rewrote ride rigid ring risk "
    "road role roll room rotate route routine rows rubbish rude rule rung running runs sacked safe safety samaritans "
    "sample sandwich satisfaction save scale scan scar scarlet scene sceptic scheme school science scope score scream "
    "screen script scrub search seat secret secretary sect seem seldom self selfish sell send sense sensible "
    "sensitive sentence separate serious serve session sets setting settle seven sexual shadow shake shall shame "
    "shape share sheet shelf shift shock shook shop shortlist shout show shrug shut sick side sigh sight sign "
    "signature silence silent silly simple simulate single sink site sitting situation sixteen sixth sixty size skill "
    "skin skip sleep slept slide slight slip slot slow sluice small smallest smalltalk smile snap soft software solid "
    "solution solve somewhat somewhere sore sort soul sound source space span spare speak special specialist "
    "specialty specific speech speed spend spent spite split spoke sponsor spot spread spreadsheet square stable "
    "stage stairs stake stakeholders stall stand standard standardise star start state status stay steady steer step "
    "stick stiff sting stock stomach stood stop store straight strategic strategy stray stress stretch strict strike "
    "strong strongest struck structure struggle stuck student study stuff stupid style subject submit succeed success "
    "sued suggest suit suite sulk summarise summary sums superb supervise supervisor support supportive sure surgical "
    "surprise survey suspect suspend swab swallow swap swear switch swore system table tablet tags take talent tall "
    "tank target task taught taxi teach teamwork tear tearful technical teeth telephone temper template tend term "
    "terrible terrified test text than themself themselves theory therapists thick thin thing think thirteen thirty "
    "thorough thousand thread threw throat throw thumb tick tied ties tight till time timetable tiny tips tire title "
    "toast together toilet token tone tongue took tool topic tore total touch tough toward trace track trade train "
    "trait transaction transfer transformation transport tray treat triage tribe trick trolley trouble true truth "
    "tube tumbleweed tune turn tutor twelve twenty twice twin type uncertain uncertainty unconstrained underneath "
    "understand understood underuse undone unfair unique unknown unless unnecessary unread unsafe unsee unsupported "
    "unsure upset upside upstairs urgent urology used useful useless uses using usual vague value variation vary "
    "vascular veiled verse versus view visible vision visit visitor vital voice volunteer vote wait wake walk want "
    "warn waste watch water ways weak week weekend weigh weight weird welcome wellbeing went wept whatever wheel "
    "wherever whichever whiteboard whoever whole whom whose wide wine winged winning wise wish within woman women "
    "wonder wonderful word work workshop workspace world worn worry worse worst write written wrong wrote yaml year "
    "yourself zero".split()
)
"""Words of every day, of four letters and more, in their shortest form: no names, though somebody writes a capital."""
