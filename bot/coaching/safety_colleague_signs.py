"""The signs of despair in a colleague, told in the third person; each family is one of a doctor's own danger, too."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final


class Later:
    """A pattern that is made when it is first looked for: few messages speak of a colleague in trouble."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _made(self) -> re.Pattern[str]:
        return re.compile(self._source)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it is found."""
        return self._made.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where it is found."""
        return self._made.finditer(text)


HE: Final = r"(?:he|she|they)"
HIM: Final = r"(?:him|her|them)"
HIS: Final = r"(?:his|her|their)"
SELF: Final = r"(?:himself|herself|themselves|themself)"
GRADE: Final = (
    r"(?:f[12]|fy[12]|sho|spr|st[1-8]|ct[1-3]|imt\d?|gpst\d?|reg|registrar|trainee|junior|consultant|fellow|houseman"
    r"|house officer|foundation doctor|foundation dentist|resident doctor|locum|staff grade|specialty doctor"
    r"|trust grade|colleague|co-?reg|co-?f[12]|nurse|midwife|(?:ward|night|theatre) sister|charge nurse|matron|hca"
    r"|support worker|odp|acp"
    r"|physio\w*|pharmacist|paramedic|radiographer|dietitian|porter|ward clerk|secretary|anaesthetist|surgeon"
    r"|psychiatrist|obstetrician|paediatrician|doctor|dentist|partner at the practice|gp partner|salaried gp"
    r"|gp trainee|practice manager|rota coordinator|rep|mentor|mentee|buddy|supervisor|boss"
    r"|flatmate|housemate|best mate|best friend|pal|mate|friend)s?"
)
SOMEBODY: Final = re.compile(
    rf"\b(?:(?:my|our|the|a|an|one of (?:my|our|the)|another|other|this|that) (?:[\w'-]+ ){{0,3}}?{GRADE}"
    rf"|{GRADE} (?:colleague|on (?:my|our|the)|i|who|in my|of (?:mine|ours))"
    r"|(?:one|two|some) of (?:my|our|the) (?:[\w'-]+ ){0,2}(?:lads|boys|girls|juniors|trainees|team|rota|nurses"
    r"|doctors)"
    r"|one of (?:the )?(?:f[12]|fy[12]|ct[1-3]|st[1-8]|sho|reg|registrar|trainee|nurse|consultant|fellow)s"
    r"|(?:lad|girl|lass|bloke) i (?:went|trained|work\w*|was at|share|live)|(?:he|she)'s (?:my|our|a"
    r"|the) (?:[\w'-]+ )?(?:reg|registrar|f[12]|sho|consultant|trainee|boss"
    r"|fellow|colleague|doctor)|doctor (?:on|in) (?:the|my|our) (?:ward|rota|team)"
    r"|^(?:old |former |other |another |best |one of )?(?:housemate|flatmate|colleague|friend|mate|trainee"
    r"|gp trainee)\b"
    r"|check(?:ing)? (?:in|up)"
    r" on (?:someone|somebody|him|her|them|a)|(?:he|she)\b[^.!?]{0,30}\bin the mess\b|(?:walked"
    r"|stormed) out of (?:the )?(?:m&m|handover|teaching"
    r"|the list)|(?:he|she) was off after the (?:inquest|m&m|tribunal)|(?:his|her) bleep was"
    rf"|^(?:our |my |the )?(?:f[12]|sho|reg|registrar|co-?reg|co-?f[12]|ct[1-3]|colleague|mate|trainee)\b)"
)
"""Somebody at work. A pronoun alone is not enough: most of those are patients."""

_THINGS: Final = (
    r"(?:(?:good|best|favou?rite|fancy|precious|beloved|dad's|mum's|late \w+'s) \w+|parrot|budgie|rabbit|hamster"
    r"|boots|wellies|mug"
    r"|guitar|bass|violin|cello|piano|trumpet|bike|bicycle|surfboard|skis|board|tent|rods?|tackle|books|textbooks"
    r"|records|vinyl|collection|camera|laptop|tablet|console|watch|ring|necklace|jewellery|stethoscope|littmann"
    r"|loupes|plants?|dog|cat|pets?|car|van|keys|coat|jacket|boots|tools|season ticket|coffee machine|espresso machine"
    r"|coffee maker|bean(?:s| grinder)|medals?|trophies|paintings?|clothes|things|stuff|belongings|possessions"
    r"|teaching (?:slides|notes|files|folder)|slides|notes|lecture notes)"
)
TOLD: Final = (
    r"(?:said|says|saying|say|told|tells|telling|texted|texts|messaged|wrote|writes|written|whispered|joked|jokes"
    r"|joking|muttered|mutters|asked|keeps? saying|let slip|admitted|confided|tell us|tell me|message|reckons)"
)
_TO_DIE: Final = (
    rf"(?:(?<!career )suicid\w*|kill(?:ing)? {SELF}|hang(?:ing)? {SELF}|end(?:ing)? (?:{HIS}(?: own)? life|it all)"
    rf"|tak(?:e|ing) {HIS} own life|harm(?:ing)? {SELF}|hurt(?:ing)? {SELF}"
    rf"|(?:wants?|wanted|wish(?:es|ed)?|rather(?! die than| be dead than)|better off|ready|hop(?:es|ed"
    rf"|ing)) (?:to )?(?:be |was |were )?(?:die\b(?! (?:at home|in|with|on|of|than|peacefully))"
    rf"|dead\b(?! than))|(?:not|\w+n't|never) (?:want(?:s|ed|ing)? to (?:be (?:here|alive|around)|wake|live|exist)"
    rf"|wake up)"
    rf"|(?:better off|easier|better|fine|sorted|cope|happier|recover) (?:\w+ )?(?:if {HE} (?:wasn't|weren't|was not"
    rf"|were not) (?:here|around|there|alive)|without (?:{HIM}|me)\b)|(?:be|step\w*|jump\w*|walk\w*|go|get"
    rf"|off) (?:under|in front of) (?:a|the) (?:\w+ )?"
    r"(?:bus|train|lorry|tram|truck)|home in (?:a )?(?:box|coffin)|in a (?:box|coffin)|(?:want(?:s|ed)?|like) it"
    r" (?:all )?(?:to (?:stop|be over)|over|switched off|to end)|stop for good|dead by(?! \w+ (?:if|unless|at))"
    r"|tired of (?:living|being alive|life)|(?:world|team|ward|place|everyone|everybody|they|we)"
    r"(?:'d| would|'ll| will|s)? (?:all )?(?:tick|spin|turn|go|carry|run|manage|get|do"
    r"|cope)\b[^.!?]{0,25}\bwithout (?:him|her|them|me)\b"
    r"|(?:can't|couldn't|doesn't|don't|won't) see (?:himself|herself|themselves|me) (?:\w+ )?(?:making it|getting"
    r"|being here|there"
    r"|beyond|past|in (?:the )?(?:spring|summer|winter|autumn|a year))|(?:not|n't) (?:going to )?(?:make it"
    r"|be making it) (?:to|past)"
    r" (?:the (?:spring|summer|winter|autumn)|christmas|easter|forty|thirty|fifty|\d\d)\b|(?:if|when|once"
    r"|after) (?:he|she|they|i)(?:'s|'re"
    r"|'m| is| are| am) gone|(?:because|by (?:then|next \w+|the weekend|\w+day|christmas|spring"
    r"|summer)\b[^.!?]{0,40}) (?:he|she|they)(?:'d|'ll| would| will) be gone"
    r"|when it's (?:done|over|all over)|won't be (?:here|around|alive)"
    r" (?:by|on|after|next|much|for|any)|(?:see|saw) (?:a|any|no|the) (?:way (?:out|past|back|through)|future"
    r"|point(?: (?:in|of)"
    r" (?:any|it|being|living|going on|life)| any ?more))|what's the point (?:of|in|to) (?:any|it all|anything|me"
    r"|being)|no point (?:in (?:any|it all|anything)|any ?more"
    r"|going on)|can't (?:do|take|face|go on with) (?:this|it) any ?more|can't go on(?! (?:with|at|to|in|about))"
    r"|no (?:way out"
    r"|reason to (?:live|go on|be here|carry on))"
    r"|waste of (?:oxygen|space|air)|spin on (?:\w+ )?without|won't matter soon|(?:off|into) (?:a|the) (?:bridge|tree"
    r"|cliff|viaduct|roof)|too (?:tired|much) to (?:live|go on)|only way out|overdos\w*(?! (?:path|guid|prot|pol"
    r"|aud))|taken (?:\w+ )?(?:tablets|pills)"
    rf"|a burden|if {HE} (?:wasn't|weren't) (?:here|around|alive)|going to do it\b)"
)
_PLACES: Final = (
    r"(?:bridge|viaduct|crossing|cliffs?|quay|reservoir|weir|railway|tracks|level crossing|platform edge"
    r"|edge of the platform|multi-?stor(?:e?y|ies)|(?:car park|hospital) roof|roof|ledge|quarry|beachy head|helipad"
    r"|sea wall|pier|river ?bank|window on (?:level|the)|top floor)"
)
_GIVES: Final = (
    rf"(?:gave|giving|given|gives|handed|left|leaves"
    rf"|leaving) (?:[\w'-]+ ){{0,4}}?{HIS} (?:[\w'-]+ ){{0,4}}?{_THINGS}\b"
    rf"|(?:gave|given|giving) the {_THINGS} to|(?:clear(?:ed|ing|s)|empt(?:ied|ying|ies)) (?:\w+ )?{HIS} (?:locker"
    rf"|desk|room|flat|office"
    rf"|drawers?|pigeon ?hole)|paid (?:off|back|up)|stopped {HIS} (?:tablets|antidepressants|medication|pills)"
    rf"|(?:cancelled|deleted|closed|sold) {HIS} \w+"
)
_GIVES_AWAY: Final = (
    rf"(?:gave|giving|given|gives|handed|handing) (?:away|out) (?:{HIS}|all|most|things|stuff)\b|(?:gave|giving|given"
    rf"|gives|handed) (?:all |most of )?(?:of )?{HIS} (?:[\w'-]+ ){{0,6}}away\b"
    rf"|(?:rehomed|found (?:a|somebody|someone)[^.!?]{{0,20}} for) {HIS} (?:dog|cat|pets?|horse)"
)
_GOODBYE: Final = (
    r"(?:saying|said|say|says) (?:\w+ )?(?:goodbye|farewell)[^.!?]{0,12} to (?:every(?:one|body)|us all|all of us"
    r"|each of us)|(?:going|gone|been|went|goes) round (?:[\w'-]+ ){0,4}(?:thank\w*|saying (?:thank|sorry|goodbye)"
    r"|apologi\w*|hugg\w*)|(?:said|says|saying|texted|wrote) (?:\w+ )?(?:goodbye|farewell)\b[^?]{0,40}\b(?:properly"
    r"|both hands|hugged|for good|twice|creeps|odd"
    r"|strange)|thanks for everything|you (?:were|have been|'ve been) (?:a )?(?:good|great|true|decent) (?:friend"
    r"|mate|pal)"
    r"|(?:won't|no|needn't|not) (?:need|have)(?: to)? (?:to )?(?:cover|keep|put|count|save|include|book|swap with"
    r"|worry about)"
    r" (?:me|him|her|them)\b|(?:won't|not|no longer|\w+n't) (?:make|making|made) (?:any )?plans (?:past|beyond"
    r"|after|for)"
    r"|(?:written|wrote|writing|left) (?:letters|notes|a letter|a note) (?:to|for) (?:his|her|their|us|the|everyone"
    r"|each)"
    r"|look after (?:mum|dad|mam|the (?:kids|girls|boys|dog|cat)) (?:for me|when|after|once)"
    r"|(?:has|'s) written (?:his|her|their) letters|note\b[^.!?]{0,40}\b(?:saying |said )?goodbye"
    r"|sorry for everything(?!,? even)"
    r"|look after (?:each other|one another|yourselves) (?:for me|when|now)"
    rf"|(?:won't|wouldn't|not|never) (?:need|have) to (?:\w+ ){{1,5}}?(?:after|beyond|past|once) [^.!?]{{0,30}}"
    r"\bno ?(?:body|one) will\b|you(?:'ll| will)? (?:won't|not) (?:need|have) to (?:worry|bother|put up) (?:about"
    r"|with)"
    r" me|won't (?:see|have) me (?:much longer|for much longer|to (?:kick|moan|worry))"
    rf"|(?:asked|wants) (?:me|us|[\w'-]+ [\w'-]+) (?:to|if i'd|whether i'd) (?:look after|take on|take care of) {HIS}"
    r" (?:kids|children|girls|boys|son|daughter|wife|husband|mum|dog|cat)\b(?![^.!?]{0,40}\b(?:while|when|for the"
    r" (?:weekend|week)|on nights))"
)
_MEANS: Final = (
    r"(?:ask(?:ed|ing|s)?|wonder(?:ed|ing|s)|want(?:ed|s) to know|look(?:ed|ing) up|googl\w+|search\w*)\b[^.!?]{0,90}"
    r"\b(?:quickest|painless\w*|least messy|hurts? (?:the )?least|(?:would (?:do it|be enough)|to kill (?:you|somebody"
    r"|someone))|how (?:much|many)\b[^.!?]{0,40}\b(?:fatal|lethal|to die|kill|to be sure)|lethal dose|fatal dose"
    r"|ligatures?(?! (?:audit|risk|cutter|policy|point|walk))|noose|undetect\w*|traceable|drowning|probate"
    r"|death in service|life insurance|a note holds? up|(?:before|till|until) (?:somebody|someone|anyone|anybody"
    r"|they|you)(?:'d| would)?"
    r" (?:noticed?|found|find)|post[- ]?mortem|show(?:s|ed)? up (?:on|at|in) (?:the )?(?:bloods?|tox|a post|post)"
    r"|trace of it"
    r"|how (?:long|quickly|much)\b[^.!?]{0,30}\b(?:to (?:die|go|stop breathing)|it(?:'d| would) take)"
    r"|would (?:it )?hurt)"
    r"|(?:toxicolog\w+|pharmac\w+|who would)\b[^.!?]{0,30}\b(?:how (?:fast|quickly|long)|identify a body)"
    r"|if anything (?:happened|happens|were to happen) to (?:him|her|them|me)|(?:once|when|if) the (?:policy"
    r"|insurance) pays"
    r"|(?:financially|comfortable|looked after|provided for|sorted)\b[^.!?]{0,30}\b(?:policy|insurance|pension"
    r"|pays out)"
    r"|(?:found|caught|saw|seen|walked in on)\b[^.!?]{0,60}\bwith (?:a|the|some) (?:\w+ )?(?:blade|scalpel|razor"
    r"|rope|ligature|noose"
    r"|tourniquet|cannula|needle)\b[^.!?]{0,40}\b(?:arm|wrist|leg|neck|(?:him|her|them)sel\w+|in\b)"
    rf"|(?:taking|took|taken|keeps?|kept|keeping|storing|saving|stockpil\w+|hoard\w*|put by|hid\w*|pocket\w*)"
    rf" (?:[\w-]+ ){{0,4}}(?<!my )(?:vials?|ampoules?|insulin|propofol|fentanyl|potassium|tablets|pills|amitriptyline"
    rf"|paracetamol|morphine|ketamine|zopiclone|rope|blades?)\b[^.!?]{{0,50}}\b(?:home|locker|drawer|desk|bag"
    rf"|room|flat|in case)\b|(?:got|have|has) (?:what|everything) (?:i|{HE}) needs? (?:\w+ )?(?:at home|in (?:the"
    rf"|my|{HIS})"
    rf"|put by|ready)|(?:sorted|made|written|writing|changed) {HIS} will\b|passwords? for {HIS}"
)
_MARKS: Final = (
    r"(?:found|saw|find) (?:a |the |his |her )(?:noose|ligature|suicide note|goodbye note)\b|"
    r"(?:marks|cuts|lines|burns|scratches|slashes|scars|scabs|bandages?)\b(?! under)[^.!?]{0,30}(?:\b(?:his|her"
    r"|their|both"
    r"|the)|'s|s')"
    r" (?:\w+ )?(?:wrists?|forearms?|arms?|thighs?|neck)\b|(?:wrists?|forearms?|arms?|thighs?) (?:\w+ ){0,3}(?:cut up"
    r"|covered in|bandaged|scabbed)\b|(?:cutting|burning|hurting|starving) (?:himself|herself|themselves)|(?:been "
    r"|is |'s |are |'re |started |keeps )self[- ]?harm\w*"
)
_ODDLY: Final = (
    r"(?:suddenly|overnight|all of a sudden|out of nowhere|strangely|oddly|eerily|weirdly|unnaturally|like a switch)"
)
_AT_PEACE: Final = (
    r"(?:calm\w*|serene|peaceful|at peace|sunny|cheerful|lighter|happy|smiling|beaming|relaxed|cheery|chirpy|breezy"
    r"|whistling|singing|radiant|rested|a different"
    r" (?:man|woman|person))"
)
_DESPAIR: Final = (
    r"(?:(?:dreadful|awful|terrible|horrible|dark|black) (?:few )?(?:weeks?|months?|year|time|winter|spring)"
    r"|crying|cried|in bits|in tears|tearful|despair\w*|desperate|a wreck|miserable|very low|so low|broken"
    r"|dark place|bad way"
    r"|in pieces|suspended|gmc|depress\w+|hopeless|inquest|complaint)"
)
_CALM: Final = (
    rf"{_DESPAIR}\b[\s\S]{{0,120}}\b{_ODDLY}\b[^.!?]{{0,30}}\b{_AT_PEACE}|{_ODDLY} (?:\w+ ){{0,2}}{_AT_PEACE}\b"
    rf"[\s\S]{{0,100}}\b(?:{_DESPAIR}|(?:weeks|months) of)\b|{_DESPAIR}\b[\s\S]{{0,30}}\bfor (?:\w+ )?(?:weeks"
    rf"|months)\b[\s\S]"
    rf"{{0,80}}\b{_AT_PEACE}|{_AT_PEACE}\b[^.!?]{{0,40}}\bafter (?:\w+ ){{0,3}}{_DESPAIR}"
)
_TO_A_PLACE: Final = (
    rf"(?:went|goes|going|gone|drove|drives|driv(?:en|ing)|walk\w*|sleep\w*|slept|sits?|sat|sitting|stands?|stood"
    rf"|standing|parks?"
    rf"|parked|ended up|look(?:s|ed|ing) (?:up |down |over )?(?:at|from)|found {HIM})\b[^.!?]{{0,40}}\b{_PLACES}\b"
    rf"|{_PLACES} (?:was |is |were )?(?:start(?:ed|ing) to |begin\w+ to )?look(?:s|ed|ing)? (?:\w+ )?(?:friendly"
    r"|inviting|nice|good|tempting|lovely|easy)"
)
LINGERS: Final = Later(
    r"\b(?:again|bottled|couldn't (?:do|go)|came back|turned (?:back|round)|chickened|lost (?:his|her|their) nerve"
    r"|peaceful|only place|look(?:s|ed|ing)? (?:down|over)|for hours|an hour|to think|edge|wrong side|engine"
    r"|in (?:his|her|their) car|day out|one day|very low|so low|calm\w*|friendly|inviting|tempting"
    r"|railings?|jump\w*|how far)\b"
)
SOFT: Final = Later(
    r"\b(?:(?:not|n't) (?:leaving|due|moving|rotat\w+|going anywhere)|(?:bit |very |so |gone )(?:flat|still|low)"
    r"|funny look|creeps"
    r"|smiled|shrugg\w*|tribunal|coroner|investigation|died|(?:won't|wouldn't|doesn't|don't"
    r"|not) (?:be )?need(?:ing)? (?:it|them)|without (?:a reason"
    r"|saying why)"
    r"|carry it on|odd\b|oddly|strange\w*|weird\w*|not like (?:him|her)|isn't (?:himself|herself)|not (?:himself"
    r"|herself"
    r"|themselves)|(?:not|isn't|stopped|hardly) (?:\w+ )?(?:sleeping|eating)|wasn't (?:laughing|smiling|joking)"
    r"|gone (?:very |so )?quiet"
    r"|held my|a long time|goodbye|thank\w* (?:\w+ )?(?:to )?every(?:one|body)|sorry|worr(?:y|ied)|uneasy|gmc"
    r"|inquest|suspended"
    r"|complaint|divorce|has left (?:him|her)|failed|failing|signed off|nobody's heard|no ?one has heard|see you"
    r"|best bit"
    r"|shame|looked awful|lost (?:\w+ ){0,3}weight|crying|cried|low\b|tidy|empty|laughed)\b"
)
SIGN: Final = Later(rf"\b(?:{'|'.join((_GIVES_AWAY, _GOODBYE, _MEANS, _MARKS, _CALM))})")
GIVEN: Final = Later(rf"\b(?:{_GIVES})")
SAID: Final = Later(
    rf"\b{TOLD}\b[^.!?]{{0,110}}\b{_TO_DIE}|\b{HE}(?: \w+){{0,2}} (?:thinks|thought|feels)\b[^.!?]{{0,40}}\b{_TO_DIE}"
    rf"|\b{HE}(?:'s| is| was| has been)? suicidal\b|\b(?:worried|afraid|scared|frightened"
    rf"|think) (?:that )?[^.!?]{{0,40}}\b"
    rf"(?:{HE}|\w+) (?:will|'ll|might|may|is going to|is about to) (?:kill {SELF}|take {HIS} own|harm {SELF}"
    rf"|hurt {SELF}"
    r"|do something)"
)
AT_A_PLACE: Final = Later(rf"\b(?:{_TO_A_PLACE})")
