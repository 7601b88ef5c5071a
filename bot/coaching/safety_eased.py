"""Signs that nothing is wrong, which lower a model's number where that alone would ask: nerves, help given, a joke.

Each sign stands only where no word takes it back: who jokes about tablets, or was helped by somebody who shouts, is
asked as before. Explicit words, hints and a colleague at risk are never lowered by any of this.
"""

import re
from functools import lru_cache
from typing import Final

from bot.coaching.plain import plain
from bot.coaching.safety_bearing import bears_on_patient, bears_on_self
from bot.coaching.safety_closed import is_closed, meant_otherwise, of_no_patient
from bot.coaching.safety_denied import GOES_ON

_NERVES: Final = (
    r"(?:nerv(?:es|ous|y)|jitters|butterflies|stage fright|petrified|terrified|panick?\w*|shak(?:e|es|y|ing)"
    r"|trembl\w+|wobbl\w+|sweat\w*|heart(?:'s| is| was)? (?:going|pound\w*|rac\w+|thump\w*|in my mouth)|dry mouth"
    r"|voice (?:goes|shakes|cracks|wobbles)|blush\w*|mind (?:goes|went) blank|clam up|palms|squeaky)"
)
_PERFORMING: Final = (
    r"(?:present(?:ing|ation|s|ed)?|grand round|(?:a|my|the) (?:talk|speech|lecture|viva|slides)|lectur\w+|teaching"
    r"|speaking|speakers?|interviews?|exams?|osce|handovers?|hand over|on the round|ward round|mdt|board round"
    r"|asks? my|questions?|audience|microphone|podium|in front of (?:a|the|two|three|\d+) \w*"
    r"|(?:first|big) (?:day|clinic|list|meeting|arrest))"
)
_STAGE: Final = (
    rf"{_NERVES}\b[^.!?;]{{0,60}}\b(?:before|when|at|during|in|if|about|for|whenever|every time)\b[^.!?;]{{0,30}}"
    rf"\b{_PERFORMING}|{_PERFORMING}\b[^.!?]{{0,50}}\b{_NERVES}"
)
_SELF_EASED: Final = re.compile(
    rf"\b(?:{_STAGE}"
    r"|(?:boss|consultant|supervisor|reg|registrar|wife|husband|partner|mum|sister) (?:says |said "
    r"|has )?(?:only )?jok(?:es|ed)"
    # helped already, and on the mend
    r"|(?:seen|seeing|saw|spoken to|see) (?:my|a|the) (?:gp|counsell?or|therapist|occ(?:upational)? health|oh)\b"
    r"[^?]{0,80}\b(?:going well|helping|helps|helped|feel(?:ing)? (?:\w+ )?better|on the mend|much better|worked)"
    r"|(?:passed|got through|got in|got the (?:job|post|number))\b[^?]{0,60}\b(?:flat|anticlimax|low|tired)"
    # a post that ends, a move, a life ahead
    r"|(?:end|finish|leave|close) (?:a|the|my|this) (?:placement|rotation|post|job|attachment) (?:well|nicely|properly"
    r"|on good terms)|leaving (?:speech|do|card|drinks|cake)|(?:best|loveliest|favourite) (?:job|placement|post|ward"
    r"|rotation) (?:of|in|i)\b|(?:a|the|my) (?:new )?(?:post|job|training|life) (?:\w+ ){0,3}(?:i'd|i'll|i would"
    r"|i will|i'm going to) (?:enjoy|love|like)|looking forward to|can't wait (?:to|for)"
    r"|(?:handing in|handed in|giving|gave|given) (?:in )?my notice\b[^?]{0,60}\b(?:got|start|new|can't wait)"
    r"|(?:rotat(?:e|ing)|moving|off) to (?:the gp|gp|another|a new|my (?:new|next)|[a-z]+ on (?:mon|tues|wednes|thurs"
    r"|fri)day)|got (?:a|my) (?:job|post|number|place|fellowship) (?:in|at|on|for|with)"
    r"|(?:weeks?|days?|fortnight) (?:off )?in [a-z]+(?=[.,!?]|$)"
    r"|(?:leave|holiday|massage|break|trip|week off)(?:'s| is)? booked|booked (?:it|(?:a|my) (?:holiday|week|leave"
    r"|massage))"
    # the rest of life is well, said outright
    r"|off (?:till|until) \w+day|(?:long )?(?:since )?recovered and (?:well|back)|nothing has happened|(?:it's"
    r"|this is) for"
    r" (?:the|an|my) (?:interview|exam|viva|talk|lecture|teaching)|point of me (?:being|going|doing|coming"
    r"|attending|sitting"
    r"|learning|asking|staying) (?:on|in|at|to|there if|it if|the)"
    r"|(?:all right|okay|ok|fine|well) in myself|otherwise (?:i'm )?(?:happy|fine|well|all right|grand)"
    r"|the rest is (?:lovely"
    r"|good|fine|great)|not burnt out,? just|by (?:jobs|work),? not by life|happy (?:tears|crying|cry)"
    r"|laugh\w* (?:till|until) i cried|human again|sad but (?:steady|ok|okay|fine)"
    # what the grave word was about, said outright
    r"|(?:keys|career|job|bleep|practice|coffee|professionally|caffeine|rota),? i mean|i\.e\.? when i rotate"
    # the end of something else, named
    r"|(?:want|wanted|like|need) out of (?:surgery|medicine|this (?:rota|job|committee|specialty|training)|training"
    r"|the (?:rota|specialty|programme|project|committee))\b(?![^?]{0,80}\b(?:and|or) everything)"
    r"|(?:not|isn't|hardly) the end of the world|the world's worst \w+"
    # tiredness told with a wink, and a bad day with its reason
    r"|(?:bleep|phone|monitor|alarm|crash call)s?\b[^.!?]{0,40}\bin my (?:dreams|sleep|nightmares)"
    r"|(?:no|zero) (?:brain|brain ?cells?)|brain(?:'s| is)? (?:\w+ )?(?:mush|soup|porridge|fried|jelly|custard|toast)"
    r"|running on (?:\w+ )?(?:fumes|caffeine|coffee|toast|biscuits|haribo|red bull)"
    r"|can't be (?:bothered|arsed)\b[^.!?]{0,30}\b(?:today|this (?:morning|afternoon)|bank holiday|friday|monday)"
    # a good death of a patient, which is work
    r"|family(?:'s| is| are|'re)? (?:\w+ )?(?:at the bedside|with (?:him|her)|round (?:him|her))"
    r"|palliative (?:care )?team|the driver(?:'s| is)? (?:set )?up)\b"
)
_FIGURES: Final = re.compile(
    r"\b(?:dead (?:man|woman|f[12]|reg) walking|dead (?:tired|on my feet|chuffed|good|proud|keen|handy|line)"
    r"|(?:nearly |almost )?die[sd]? of (?:embarrassment|shame|boredom|laughter|cringe)|dying of (?:embarrassment"
    r"|boredom)"
    r"|scared to death|bored to death|dying (?:to (?:know|tell|ask|see|start)|for a)|to die for|over my dead body"
    r"|dead(?:line|lines)| dead set|kill(?:ed|ing)? it\b|(?:i'd|would) kill for|(?:nights?|shifts?|rota|e-?learning"
    r"|feet|commute"
    r"|portfolio)(?: \w+)?(?: is| are|'s|'re)? killing me|(?:rota|job|portfolio|e-?learning|meeting)\w* (?:will be"
    r"|is) the death"
    r" of me|death by|quiet as the grave|bored me to death|slow death|killing (?:me|time) (?:laughing|softly)"
    r"|nobody died|no ?one died)\b"
)
"""Figures of speech, taken out before it is asked whether the words bear on a danger to the doctor."""

_UNEASY: Final = re.compile(
    r"\b(?:or ever|rather not be|climb in|be the one|i've sorted that|sorted (?:that|it) for|when i'm found"
    r"|ever again|if i'm honest|to be honest|lorr(?:y|ies)|the (?:traffic|trains?|buses)|look\w* at the \w+"
    r"|(?:chosen|picked|set|know) (?:a|the|my|which|what) (?:day|date|week|night|place|way)|and i keep"
    r"|i still (?:count|think"
    r"|keep|look|go)|no wish|(?:not|n't) (?:be )?need(?:ing)? (?:it|one|another|any\w*)|(?:nobody|no ?one)"
    r" (?:looks?|finds?|notices?|misses|comes)|(?:he|she|they) (?:doesn't|don't|didn't) know|the end of me"
    r"|out of all|'m not(?=[.,!?])"
    r"|see the (?:summer|spring|autumn|winter|end|point)|all of it|they think|what i'd|everyone (?:says|thinks)"
    r"|they (?:say|think) i'm (?:fine|better|well|doing)|nobody knows|no ?one knows"
    r"|haven't told|not told|can't tell|don't tell|secret\w*|hid\w* it|pretend\w*|alone with|on my own (?:at|in"
    r"|tonight)"
    r"|at night when|3 ?am|4 ?am|the (?:river|water|sea|loch|kerb|crossing|cupboard|rail\w*|edge)|burn\w* my|punch\w*"
    r"|relapse\w*|again like (?:before|then)|same as (?:before|last time)|stopped (?:eating|sleeping|taking|seeing)"
    r"|no (?:reason|one left|way back)|not for long|thought i was|thinks? (?:i'm|it's|that i)|said i was"
    r"|told (?:them|him|her|everyone) (?:that )?i(?:'m| was)"
    r"|not (?:changing|leaving|moving|going anywhere)|last (?:time|one|ever)|for good|for ever|forever|kindness if"
    r"|be a relief|jealous|env(?:y|ied|ious|ying)|lucky|eulogy|obituary|past tense|third person|posthumous\w*"
    r"|i'd (?:quite )?like"
    r" to be|wouldn't mind|don't mind if|wish i|hope i|half a joke|mostly a joke|mostly\W*$|not (?:really )?joking"
    r"|not a joke|joke\W+mostly|(?:isn't|not) (?:only |just )?the (?:job|placement|work|rota)\b|too\W*$"
    r"|everything else|all of it|the whole (?:thing|lot))"
)
"""What a smile, a goodbye or a good report does not cover."""

_FAIR: Final = (
    rf"(?:{_STAGE}"
    r"|(?:how (?:do|can|should|would|could) (?:i|we)|i'd like to|i want to|want to|i'd love to) (?:best |properly "
    r"|publicly )*(?:thank|say thank(?:s| you) to)"
    r"|never (?:raised|raises|once raised) (?:his|her|their) voice|without raising (?:his|her|their) voice"
    r"|(?:always )?(?:says|said) sorry and (?:\w+ )?(?:rebook\w*|rearrang\w*|makes (?:it|time)|made (?:it|time)"
    r"|explain\w*)|(?:because|as|since) (?:s?he|they)(?:'s|'re| is| are) (?:overbooked|overstretched|busy|swamped"
    r"|stretched|short)"
    r"|(?:was|were|been|is|are|very|really|so|dead) (?:\w+ )?(?:helpful|supportive|kind|fair|decent|encouraging"
    r"|lovely)"
    r" (?:about (?:it|that)|to me|with me|and|,|\.)|very helpful|(?:s?he|they) (?:was|were) right"
    r"|no ?body(?:'s| is| was) (?:nasty|unkind|rude|horrible)|nothing (?:has |bad )?(?:happened|happens) to me"
    r"|they(?:'re| are) (?:all )?(?:kind|nice|lovely|good to me)|(?:i think )?s?he's just keen|quite rightly"
    r"|deservedly|deserved"
    r" (?:it|that)\b|it was (?:deserved|fair)|but (?:s?he's|s?he is|they're) fair|can't argue with|with examples"
    r"|the same with (?:everyone|everybody|the|all)|has everybody do it|honestly refreshing|to say sorry"
    r"|bought me (?:tea|a (?:tea|coffee|mug|pint|drink))|apologi[sz]ed (?:to me )?(?:after|afterwards|next|properly"
    r"|at once|later|in)"
    r"|we (?:sorted|cleared|made) it|in private,? and|taught me (?:a lot|how|so much|well|everything)|has my back"
    r"|had my back"
    r"|(?:hard|strict|harsh) (?:on|with) myself|i'm (?:being |still )?too (?:hard|strict|harsh) (?:on|with) me"
    r"|told (?:that )?(?:to|i|that i) (?:\w+ )?(?:smile|speak (?:up|louder|slower|more)|be (?:more|less|a bit)"
    r"|frown|look|come"
    r" across|sound|slow down|relax|talk (?:more|less)|say (?:more|less)|delegate|listen)"
    r"|(?:keeps?|kept|always) (?:cancelling|cancels|moving|moves|postponing|rearranging|forgetting"
    r"|missing)\b[^.!?]{0,15}\b(?:my|our)"
    r" (?:[\w-]+ ){0,2}(?:meetings?|supervision|one to ones?|1:1s?|teaching|tutorials?|appraisals?|reviews?|sessions?)"
    r"|self-(?:forgiveness|compassion)"
    r"|forgiv\w+ myself|my own worst (?:critic|enemy)"
    r"|(?:nicked|pinched|stole|stolen|ate|eaten) my (?:lunch|sandwich\w*|biscuits?|mug|milk|pens?|yoghurt|cheese)"
    r"|(?:cheese|milk|mug|pen|biscuit|lunch|sandwich|yoghurt) (?:thief|thieves))\b"
)
_MIST_EASED: Final = re.compile(rf"\b{_FAIR}")
_ILL_USED: Final = re.compile(
    r"\b(?:slurs?|wrote|written on|graffiti|scrawl\w*|leans? in|leaned in|in (?:his|her) gift|shuts? the door|knee"
    r"|refugee|same as"
    r"|drives me|no ?(?:one|body) (?:will|would)|never (?:work|get|make)|says? i'm|told me i'm|midnight|copied|cc'd"
    r"|list(?:s|ing|ed)|number(?:ed|s)|each morning|frighten\w*|hides?|hidden|crossed out|terrorist"
    r"|made to|told off|with the word|but (?:only|never|then|not|he|she|they)|except|to (?:everyone|everybody"
    r"|the (?:others|men|lads|boys)) else"
    r"|in (?:public|private)|alone with|when we're alone|behind|every (?:time|day|shift)|again and again|daily"
    r"|shout\w*|scream\w*|yell\w*|swear\w*|swore|bawl\w*|roar\w*|snarl\w*|sneer\w*|smirk\w*|bully\w*|bullie\w+"
    r"|harass\w*"
    r"|threat\w*|warn\w* me|punish\w*|payback|revenge|humiliat\w*|belittl\w*|mock\w*|mimic\w*|ridicul\w*|imitat\w*"
    r"|laugh\w* at|laughs|laughed|giggl\w*|clap\w*|call(?:s|ed|ing)? me|nickname\w*|names|jokes? about|comments? (?:on"
    r"|about)|remarks?|touch\w*|hands? (?:on|up|under|down)|his hand|hug\w*|kiss\w*|strok\w*|rub\w*|grab\w*|push\w*"
    r"|shov\w*|slap\w*|hit|kick\w*|thr(?:ew|ow|own)\w*|spat|stares?|leer\w*|wink\w*|flirt\w*|text(?:s|ed) me|photos?"
    r"|pictures?|drinks? with|dinner|hotel|his (?:room|car|house|flat)|skirt|body|legs?|chest|breasts?|hair|figure"
    r"|pregnan\w*|maternity|accent|english|foreign\w*|immigra\w*|visa|sponsor\w*|country|home country|where i'm from"
    r"|go(?:ing)? back (?:home|to where)|rac(?:e|ist|ial)|black|brown|asian|african|indian|muslim|jew\w*|hijab|turban"
    r"|headscarf|pray\w*|gay|lesbian|trans|queer|women|woman|girls?|female|disab\w*|dyslex\w*|stammer|stutter|autis\w*"
    r"|adhd|wheelchair|hearing aids?|useless|stupid|thick|idiot|incompetent|pathetic|waste of|lucky to|ungrateful"
    r"|report(?:ed|ing) (?:him|her|it|them)|complain\w*|grievance|whistle\w*|datix\w*|since i (?:said|spoke|raised"
    r"|told|refused)|sign me off|fail me|my reference|end my|ruin|left out|excluded?|frozen out|ignor\w+|not invited"
    r"|the only one|just me|singled|only (?:does|do) it (?:to|with)|made me (?:stand|cry|feel)|makes me (?:stand|cry"
    r"|feel)|cried|crying|in tears|scared of (?:him|her)|afraid of (?:him|her)|dread (?:him|her)|shake when (?:he|she)"
    r"|in front of (?:every\w+|patients?|the (?:team|ward|nurses|whole|others|juniors|students)))\b"
)
"""Words of ill use: with one of these, help, thanks and nerves settle nothing."""

_HELD: Final = re.compile(
    r"\b(?:all (?:the )?(?:sick|ill|poorly|unwell) (?:ones|patients|people)(?: are| were|'re"
    r"| have been)? (?:\w+ )?seen"
    r"|short\b[^.!?]{0,20}\bbut (?:we're )?covered|everything (?:is |was )?(?:in hand|under control|covered)"
    r"|(?:have|has|had|got) (?:everything|it|things|it all) in hand|well in hand"
    r"|(?:came|come|there|arrived|seen|saw \w+|reviewed)\b[^.!?]{0,20}\b(?:within (?:the|an) hour"
    r"|within (?:\w+ )?minutes"
    r"|straight ?away|at once|promptly|quickly)|one[- ]to[- ]one with|with a one[- ]to[- ]one|nurse (?:is )?with"
    r" (?:him|her) (?:all|now)|consultant(?:'s| has| is)? (?:come|came|coming) in\b"
    r"|(?:no ?body|no ?one)(?:'s| is| was)? (?:in (?:limbo|danger|trouble)|at risk|harmed|hurt|waiting)"
    r"|came to no harm"
    r"|nothing (?:was )?missed|not dangerous|jobs are (?:all )?done|every(?:one|body) (?:was|is|were) (?:\w+ )?"
    r"(?:seen|safe)|(?:doing|did) well|sat up (?:eating|in bed|with)|psych (?:have|has|are with) (?:him|her)"
    r"|(?:home|discharged) (?:safe|well|and well)|patient's home|picked up (?:\w+ ){0,3}by my (?:consultant"
    r"|reg\w*|boss|senior)|(?:made|making) a (?:full|good) recovery|recovered (?:well|fully)|all sorted|was proud of"
    r"|nothing (?:exciting|serious|major|dramatic|terrible|bad|has happened)|(?:doing (?:fine|well|ok)|all (?:fine"
    r"|well|good)|(?:is|are|now) (?:stable|home|recovering|on the mend))\b|psych (?:seen|saw|happy)|home (?:today"
    r"|safe|on \w+day|now"
    r"|and well)"
    r"|(?:with|gave) safety[- ]net\w*|consultant (?:agreed|was happy|is happy|knows|knew|signed|took over|stayed)"
    r"|it held|on nac"
    r"|(?:came|there|arrived|out|in) in (?:two|three|four|five|ten|eleven|\d+|a few) minutes|(?:is|are) (?:his|her"
    r"|their) normal"
    r"|normal for (?:him|her)|(?:team|outreach|icu|medics|surgeons?) (?:have|has|had|got|took) (?:him|her|them"
    r"|over)|was superb"
    r"|transferred to|(?:keeps?|kept) (?:cancelling|moving|postponing|rearranging) (?:my|our)|very embarrassed"
    r"|new baby|ivf|(?:mat|paternity|maternity)\b leave|seeing (?:his|her|their) gp|study plan"
    r"|palliative (?:care )?team\b[^.!?]{0,40}\b(?:in hand|looking after|involved|know"
    r"|see(?:ing|s)?))\b"
)
_TEMPER: Final = re.compile(r"\b(?:sighs?|tuts?|rolls? (?:his|her|their) eyes|grumpy|moody|in a mood|huffs?|sulks?)\b")
_UNSEEN: Final = re.compile(
    r"\b(?:(?:and|but|and then|then) (?:left|went|gone)|(?:he|she|they)'ll|(?:he|she)(?:'s| has) told|(?:says"
    r"|said) (?:he|she|they)"
    r"(?:'ll|'d| will| would)|not rous\w*|unrous\w*|(?:getting |got |much |is )worse|deteriorat\w+|(?:no ?body"
    r"|no ?one)(?:'s| is| has| will| can| wants"
    r"| comes| came)?|not (?:coming|answering|been|seen|told|yet|got|looked|here)|hasn't|haven't|isn't|won't|refus\w+"
    r"|un(?:seen|covered|answered|staffed)|waiting|drunk|drink\w*|smell\w*|slurr\w*|asleep|except|apart from"
    r"|all but one"
    r"|but (?:the|one|bed|he|she|his|her|nobody|i(?! want| would| wonder))|only me|sats|news of|dropp\w+|falling"
    r"|grey|mottled|bleeding"
    r"|wrong|missed|still (?:on|in|running|waiting|going|there|not)|says? (?:he|she|they)(?:'s|'re| is"
    r"| are) (?:fine|ok)"
    r"|told (?:me )?(?:it's|it is) fine|supposedly|meant to be|should be)\b"
)
"""It is not in hand after all, or only said to be."""


@lru_cache(maxsize=8)  # asked once for each number that a danger has to reach
def eased(route: str, text: str) -> bool:
    """Whether the message itself says that nothing of the kind is wrong, and no word of it takes that back."""
    said = plain(text)
    if route == "crisis_self":
        fine = bool(_SELF_EASED.search(said)) and not _UNEASY.search(said) and not _bears(said)
        return fine or meant_otherwise(said)
    if route == "mistreatment":
        return is_closed(said) or (bool(_MIST_EASED.search(said)) and not _ILL_USED.search(said))
    if route == "patient_safety_now":
        return _in_hand(said)
    return route == "clinical_advice" and of_no_patient(said)


def _bears(said: str) -> bool:
    return bears_on_self(_FIGURES.sub(" ", said))


def _in_hand(said: str) -> bool:
    if _UNSEEN.search(said):
        return False
    of_moods = _TEMPER.search(said) and not bears_on_patient(said, midway=True) and not GOES_ON.search(said)
    return bool(_HELD.search(said) or of_moods)
