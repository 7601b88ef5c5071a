"""The tone of a stranger: reproach, pity and flattery by the way in which they are built, whatever they are about."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.drafting.vetting.tables import first_of_each
from bot.coaching.record import Problem

_REPROACH: Final = re.compile(
    r"\b(?:any (?:competent|reasonable|sensible|decent|half-decent) \w+ (?:would|could|might|should)"
    r"|anyone with (?:half|any|an ounce)|either (?:lead|you want)|too (?:good|clever|sensitive|soft|kind|nice|proud"
    r"|timid|weak) for|you keep (?:putting it|making|doing this|letting|saying)|your (?:excuse|lack of|failure to"
    r"|inability)|the excuse|backed out|chickened out|not (?:a )?serious|missed your|precisely nothing"
    r"|did nothing,? again|the (?:only )?person who (?:let|failed)|or leave (?:medicine|the)|last as a|heaven help"
    r"|you talk a (?:good|great)|if you cannot (?:manage|handle|take|keep|stand)|you do not want a|and you know it"
    r"|on your (?:own )?back|keeps (?:happening|failing) because (?:of )?you|because you are (?:weak|afraid|scared"
    r"|lazy)|right to (?:report|complain|be angry with|ignore|laugh)|the point of setting|found time for|for (?:months"
    r"|weeks|years) and (?:done|said) nothing|pull your weight|get out of the way|nothing behind it|flatter yourself"
    r"|second thought)\b|\b(?:(?:nobody|no one) to (?:blame|thank) but|only have yourself|common (?:denominator"
    r"|factor)|spare me"
    r"|bottled it|wake up,|get over it|grow (?:up|a )|thicker skin|toughen up|man up|in my day|made your bed"
    r"|with respect,|newsflash|let us be (?:\w+ )?honest|(?:everybody|everyone|others?|other (?:doctors|registrars"
    r"|people|consultants)) (?:else )?(?:copes?|manages?|managed|coped|gets? on with|seems? to (?:cope|manage))"
    r"|of your (?:grade|seniority|experience|age)|at your (?:grade|stage|level|age)|(?:poor|bad|sorry) show|victim"
    r"|mountains (?:out of|from)|easy way out|(?:wipe|hold) your (?:nose|hand)|stand the heat|strong suit"
    r"|expect(?:ed)? (?:better|more) (?:of|from)|hoped for (?:better|more)|if you (?:had )?(?:really |only "
    r"|actually )(?:cared|wanted|meant|stuck|followed|listened|bothered|tried)|the title (?:but|and|without)"
    r"|too much to ask|how hard can it be|was all it took|yet here we are|same (?:old )?story|pattern with you"
    r"|always (?:later|something|a reason|an excuse) with you|with you,? it is always|real leaders|leaders (?:keep"
    r"|do not|never|ought)|leadership is not|you owed? (?:it to|them|him|her|the \w+|your \w+) an?|cannot be bothered"
    r"|one rule for|not (?:even )?so much as|empty-handed|dropped the ball|could at least|at the very least you"
    r"|never even|(?:your|an?) attitude|take responsibility|step up|stop (?:hiding|complaining|whining|making|blaming"
    r"|pretending)|(?:quit|keep) (?:complaining|blaming|making excuses)|it is (?:hardly|scarcely) (?:fair|professional"
    r"|leadership)|not exactly (?:leadership|brave|professional|what)|some leader|call yourself|what sort of"
    r"|what kind of (?:a )?(?:doctor|leader|person)|other people notice|people (?:notice|remember|talk)|(?:will|would"
    r"|might|could) (?:not )?(?:reflect|look) (?:badly|poorly|bad)|on your record|end up (?:in front|before|with|on)"
    r"|cost you your|your name will|word gets (?:round|around)|you would not want|remember(?:ed)? as)\b"
)
_PITY: Final = re.compile(
    r"\bmust (?:have )?(?:been (?:so |very |really )*(?:hard|tough|lonely|frustrating|exhausting|humiliating|painful"
    r"|difficult|awful)|knocked|left you|hurt|stung|leave you|weigh)\b|\b(?:bless you|bless|hugs"
    r"|cannot have been (?:easy|nice|pleasant|fun)|end of your tether|clearly (?:feel|feeling|hurt|hurting|upset)"
    r"|nobody should have to|no way to be|so unfair|broke your heart|recognises? how|very apparent|rightly so"
    r"|no easy (?:feat|thing|task)|(?:really|so|very|quite|always) (?:challenging|tough|tricky|stressful|draining"
    r"|daunting))\b"
    r"|\b(?:(?:that|it|this|you|which|he|she|they|what you \w+) must (?:all |really |also )?(?:have )?(?:be|been|feel"
    r"|felt|leave|left|hurt|knock\w*|sting|stung|rankled?|weigh\w*|(?:come|came) as|(?:make|made) you)"
    r"|must (?:have been|be|feel) (?:so |very |really |incredibly )*(?:hard|tough|lonely|frustrating|exhausting"
    r"|humiliating|painful|upsetting|awful)|poor (?:you|thing|love|lamb)|(?:rotten|tough|hard) luck"
    r"|what an? (?:\w+ )?(?:rotten|awful|dreadful|heavy|heartbreaking|shame|blow|burden|ordeal|nightmare)|you (?:are"
    r"|sound|seem|look|feel) (?:\w+ )?(?:so |very |clearly |obviously |really |deeply |a bit )*(?:hurt(?:ing)?"
    r"|undervalued|unappreciated|unsupported|devastated|heartbroken|carrying (?:a lot|an awful lot|so much|the weight)"
    r"|worn (?:down|out)|wounded|distressed|suffering|struggling)|(?:so much|a lot of|an awful lot of|a great deal of"
    r"|a good deal of|deep|such) (?:pain|sadness|grief|hurt|distress|guilt|shame|sorrow|emotion|going on)|sympath(?:y"
    r"|ies|ise)|(?:feel|felt) for you|emotional impact|we (?:acknowledge|appreciate|apologise|value)|i acknowledge"
    r"|want to acknowledge|(?:anybody|anyone|everybody|everyone|most people) (?:would|might) (?:\w+ )?(?:feel|struggle"
    r"|find (?:it|that)|be (?:shaken|upset|angry|hurt|tired|worried|cross|rattled))|would leave (?:anybody|anyone|you)"
    r"|(?:no|little|small) wonder you|(?:deeply|truly|genuinely) (?:care|hurt|matter|feel)"
    r"|takes its toll|(?:you have|you had) (?:so |too )much (?:on|to (?:carry|hold|deal))|been through (?:a lot"
    r"|so much|the mill)|a safe place|here to (?:support|help|listen)|(?:give|allow) yourself|one day at a time"
    r"|it gets better|things (?:get|will get) better|(?:be|being) (?:so |too |very )?hard on yourself)\b"
    r"|(?:^|[.;] )(?:oh,? |gosh,? |oof,? |goodness,? )?how (?:very |so |terribly |utterly )?(?:painful|frustrating"
    r"|awful|hard|sad|upsetting|lonely|exhausting|difficult|hurtful|unfair|humiliating|isolating)\b"
    r"|(?:^|[.;] )(?:oof|gosh|goodness|oh no|oh dear|ouch|wow|ugh)\b"
)
_FLATTERY: Final = re.compile(
    r"\b(?:one of the (?:most|best)|rarely (?:come|see|meet|hear)|smashing it|smashed it|precisely what (?:the|this)"
    r"|patience of a|head on your shoulders|(?:nobody|no one)(?: else)? could have|more than (?:fair|enough) (?:with"
    r"|for)|beyond your years|nothing short of|could not possibly|such (?:an? )?(?:mature|self-awareness|insight\w*"
    r"|honest\w*|thoughtful|brave|kind|clear|generous|powerful)|what an? (?:great|good|lovely|brave|thoughtful|mature"
    r"|honest|kind|generous|clever|clear)|thoughtful|insightful|courage(?:ous)?|bravery|maturity|visionary"
    r"|exceptional\w*|remarkabl[ey]|admirabl[ey]|(?:really|so|beautifully|very) well (?:put|said|done|handled)|(?:an?"
    r"|your) (?:excellent|fine|real|great|rare) (?:head|way|gift|eye|ear|instinct|talent|leader|team player)"
    r"|did everything right|thank(?:ing)? you for (?:all|your|asking|raising|bringing)|set (?:a|an) (?:great|good|fine"
    r"|wonderful) example|best (?:registrar|doctor|leader|trainee) )\b|\b(?:blown away|in awe|takes? my hat"
    r"|flawless(?:ly)?|impeccabl[ey]|second to none|(?:highest|first) order"
    r"|nailed it|like an? (?:absolute |real |true )?pro|a star\b|out of (?:ten|10) for|miles ahead|cuts? above"
    r"|cracking|stroke of genius|genius|few (?:\w+ )?(?:people|doctors|leaders|registrars|consultants|trainees"
    r"|of us) (?:\w+ )?(?:would|could|can|do|have|ever|manage|see|notice|get|put)|not many (?:\w+ )?(?:people|doctors"
    r"|leaders|registrars)|(?:better|more|braver|kinder|wiser|sharper|clearer|further) than (?:most|many"
    r"|any (?:other )?(?:doctor|leader|person)|almost any|the (?:entire|whole|rest))|emotional intelligence|wisdom"
    r"|integrity|self-awareness|instincts? (?:is|are|was|were) |(?:instincts?|leaders?|doctors?|people|someone"
    r"|somebody|talent) like you(?:rs)?|only someone|speaks volumes|to your (?:great |enormous )?credit"
    r"|does you credit|must (?:adore|love|value|be proud)|what (?:natural|real|true|great|good) leaders"
    r"|the bigger person|only (?:grown-up|adult)|(?:so|really|very|truly|incredibly|genuinely) (?:brave|wise"
    r"|thoughtful|insightful|mature|generous|perceptive|impressive|wonderful|clever|smart|skilful|admirable|powerful)"
    r"|(?:great|excellent|wonderful|brilliant|lovely|superb|terrific|strong|perfect|clever|smart) (?:answer|aim|point"
    r"|choice|thinking|way of|leadership|leader|timing|plan|start|question|idea|insight)|(?:ready|made|cut out"
    r"|born) for (?:something|great|big|bold)|rare(?:ly)? (?:see|seen|gift|thing|quality)|should be (?:very |so "
    r"|really )?(?:proud|pleased)|pat (?:yourself )?on the back|(?:natural|gifted|born|outstanding|true) (?:leader"
    r"|coach|communicator)|(?:the )?(?:kind|sort) of (?:leader|doctor|person)(?: that)? (?:you|who|the|we|any|every)"
    r"|the (?:leader|doctor) (?:that )?(?:you are|they need)|lucky to)\b"
)
_SIDES: Final = re.compile(
    r"(?<!say )(?<!said )(?<!put )(?<!it )(?<!tell )(?<!see )\b(?:clearly|obviously|plainly|undoubtedly"
    r"|evidently) (?:\w+ ){0,3}?(?:jealous|hiding|wrong|right|threatened"
    r"|the|a|an|has|have|had|is|are|was|does|do|want\w*|need\w*|think\w*|do not|care\w*|far|value\w*)\b|\b(?:the|any"
    r"|all the|most of the) (?:fault|blame) (?:lies|is|sits|belongs)\b|\bhave (?:handled|treated|managed"
    r"|behaved) (?:this|you|it|that)? ?(?:\w+ly)\b|\bit is (?:clear|obvious|plain|evident) (?:to me )?(?:that|who"
    r"|how)\b|\bside with (?:you|him|her|them)\b|\b(?:took|takes|taking) advantage\b|\bthanking you\b|\bno respect\b"
    r"|\bshame on\b|\bhas got it in\b|(?<!whether )(?<!if )(?<!think )(?<!feel )(?<!say )(?<!said )\byou (?:are"
    r"|were) (?:\w+ )?right (?:to|in"
    r"|about (?:him|her|them))\b|\b(?:is|are|was|were) (?:the|a) (?:real |whole |only )?problem here\b"
    r"|\b(?:the )?problem (?:here )?(?:is|was) (?:him|her|them|the|your (?!own))\b|\b(?:problem|fault"
    r"|failing)s?,? (?:and )?not you\b|\bhad no (?:right|business)\b|\b(?:he|she|they|it is they who|it is (?:he"
    r"|she) who) (?:should|ought to) (?:apologise|be apologising|say sorry|be ashamed|know better)\b"
    r"|\bresistant to change\b|\bnot know what (?:she|he|they) (?:is|are) doing\b|\b(?:do|does) not (?:appreciate"
    r"|deserve|value) (?:you|her|his|their|talent)\b|\btreated you (?:\w+ly|badly|like|with)\b|\bbehav(?:ed|es"
    r"|ing) like (?:a|an)\b|\bbang out of order\b|\bresists? (?:anything|everything|all|any|change)\b"
    r"|\bthe sort (?:who|that)\b|\b(?:out to get|has it in for|trying to (?:undermine|sabotage|get rid))\b"
)
_TABLE: Final = (
    ("shaming", "a reproach", _REPROACH),
    ("stock_empathy", "pity", _PITY),
    ("praise", "flattery", _FLATTERY),
    ("verdict", "takes sides", _SIDES),
)


def faults(look: Look) -> Iterator[Problem]:
    """The first of each, unless the words are the doctor's or the playbooks' own."""
    yield from first_of_each(_TABLE, look, _hits)


def _hits(pattern: re.Pattern[str], line: Line, look: Look) -> Iterator[str]:
    for found in pattern.finditer(line.plain):
        words = found.group(0).strip(" .;,")
        if not look.is_said_back(words) and not look.mentions(words):
            yield words
