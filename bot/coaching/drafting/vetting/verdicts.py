"""No verdict on anybody: not on a colleague, not on the doctor (guilty or absolved), and no diagnosis of either."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.held import HEDGED, VIEW
from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.record import Problem

_SOMEBODY: Final = (
    r"(?:he|she|they|it|this|who|somebody who|someone who|your (?:\w+ )?\w+|the (?:\w+ )?\w+|that (?:\w+ )?\w+"
    r"|both of them|these"
    r"|those)"
)
_BAD: Final = (
    r"(?:bull(?:y|ies)|narcissis\w+|unprofessional|lazy|incompetent|toxic|unreasonable|jealous|manipulative|racist"
    r"|sexist|ableist"
    r"|misogynist\w*|homophobic|prejudiced|biased|dishonest|liars?|lying|selfish|arrogant|rude|nasty|cruel|vindictive"
    r"|obstructive|defensive|passive[- ]aggressive|controlling|control freaks?|cowards?|cowardly|spineless|backbone"
    r"|petty|spiteful|malicious|hostile|aggressive|abusive|disrespectful|dismissive|patronising|condescending"
    r"|threatened by"
    r"|insecure|power[- ]hungry|hypocrit\w+|useless|hopeless|clueless|negligent|careless|reckless|inept|stubborn"
    r"|pig-?headed|childish|immature|unfair|out of (?:order|line|touch)|in the wrong|at fault|to blame|a good"
    r" (?:man|woman|person|doctor)|a bad (?:man|woman|person|doctor|manager|leader)|not (?:cut out|suited|up) (?:for"
    r"|to)|gaslight\w*"
    r"|unkind|thoughtless|inconsiderate|ungrateful|entitled|snob\w*|perfectionist|people[- ]pleaser|martyr|rescuer"
    r"|micromanag\w+|tyrant|dinosaur|snowflakes?|uncaring|heartless|two-faced|slippery|incapable|threatened)"
)
_PERSON: Final = re.compile(
    r"\b(?:he|she|they|sister|matron|(?:the|your) \w+) (?:does not|do not|never|will not) (?:listen|care|help|bother"
    r"|respect|trust|value)\b"
    r"|\b(?:has|have) (?:given up on|left you (?:to it|in the lurch|out in)|abandoned|ignored|dismissed|undermined"
    r"|humiliated|betrayed|let you down)\b"
    r"|\bpeople (?:below|beneath) (?:him"
    r"|her|them)\b"
    r"|\b(?:he|she|your (?:\w+ ){0,2}(?:chair|lead|boss|consultant|registrar|manager|sister|supervisor|trainer"
    r"|director|matron|colleague|partner|prof|professor|coordinator|fellow|f1|trainee|nurse|surgeon)) (?:is|was|sounds"
    r"|seems|looks|comes across as) (?:like )?(?:an?|one of those|the (?:sort|kind|type)) (?!bit|lot|good deal|long"
    r"|little|few|day|week|month|fair|different|new|year|person away)\w+"
    rf"|\b{_SOMEBODY}(?: \w+){{0,4}}? (?:is|are|was|were|be|being|sounds?|seems?|looks?|acts? like|behav(?:es?|ed"
    rf"|ing)(?: like)?"
    rf"|can be|has been|have been)(?: (?:a|an|the|just|simply|clearly|obviously|plainly|really|rather|being|so|very"
    rf"|quite|such"
    rf"|frankly|pretty|a bit|one|of|like|somebody|someone|who|\w+ly))* {_BAD}\b"
    rf"|\b(?:such |so |an? )?{_BAD} (?:\w+ )?(?:man|woman|men|women|person|people|boss|consultants?|managers?"
    rf"|registrars?|sister"
    r"|nurses?|colleagues?|leaders?|behaviour|doctors?|bloke|prof)\b"
    r"|\b(?:does|do|did) not care about (?:patients|anyone|anybody|you|people|the team)\b"
    r"|\b(?:he|she|they|your \w+|the \w+) (?:\w+ )?(?:should not have|should never have|had no (?:right|business)"
    r"|does not respect"
    r"|do not respect|has it in for|lacks?|have no|has no) (?:\w+ )?(?:respect|integrity|insight|interest|backbone"
    r"|empathy"
    r"|standards|courage|clue|shame|intention)"
    r"|\b(?:do |does |they |clearly )?lack(?:s|ing)? (?:\w+ )?(?:backbone|insight|empathy|integrity|resilience"
    r"|courage)\b"
    r"|\bas (?:control freaks|bullies|narcissists|managers|men|women|surgeons|such people|people like that) (?:do|are"
    r"|always)\b"
    r"|\b(?:is|are|was|were|sounds|looks like) (?:\w+ )?(?:bullying|harassment|abuse|undermining|gaslighting|sabotage"
    r"|toxic|outrageous"
    r"|unacceptable|appalling|disgraceful|inexcusable|shocking)\b"
    r"|\bnot suited to (?:this|it|the|medicine)\b|\bthe idea of a \w+"
)
_ABSOLVES: Final = re.compile(
    r"\bnone of (?:this|it|that) (?:is|was) (?:\w+ )?(?:on|down to|about) you\b|\byou could (?:hardly|scarcely) have\b"
    r"|\bmore than (?:most|many|anyone"
    r"|anybody|some)\b|\byou (?:did|have done|made|took|chose|were doing) (?:exactly |absolutely |just |really "
    r"|precisely |clearly "
    r"|all |only"
    r" )*(?:the )?(?:right|perfect|best|brave|correct|proper|decent) (?:thing|call|choice|decision|move|step|one)\b"
    r"|\b(?:that|it|this) (?:was|is|were) (?:\w+ )?(?:the )?(?:right|correct|proper|only|best|decent) (?:thing|call"
    r"|choice"
    r"|decision|move|step|one)\b(?! to)|\byou (?:did|have done|have) nothing (?:wrong|to (?:feel|be|apologise|answer"
    r"|reproach"
    r"|regret))\b|\bnothing (?:stupid|wrong|shameful|bad|silly|foolish|selfish) (?:about|in|with)\b"
    r"|\bnothing to (?:feel guilty"
    r"|be ashamed|apologise|blame yourself|reproach)\b|\bno reason to (?:feel|look|be) (?:\w+ )?(?:guilty|bad|ashamed"
    r"|thick|stupid"
    r"|embarrassed|foolish)?\b|\b(?:not|never|nothing to do with|hardly|was not|is not) (?:\w+ )?(?:your (?:fault"
    r"|doing|responsib"
    r"\w+|mistake|hand|job|problem)|yours\b(?! (?:to|alone)))|\bnot (?:really |entirely |all )?(?:on|down to) you\b"
    r"|\bnobody (?:could|can|would|will|should) (?:ever |possibly |reasonably )?(?:blame|have"
    r" (?:done|known|seen|expected))\b|\b(?:any|every|most)(?:one|body| \w+)?(?: \w+){0,4}? (?:would"
    r"|might) (?:have )?(?:done|do|felt|feel"
    r"|struggled|said|thought|made|missed|react\w*|snap\w*)(?: (?:exactly |just |much )?(?:the same|so|that|it|this))\b"
    r"|\byou (?:really |truly |simply )?(?:had|have) (?:no|little|any) (?:other |real )?(?:option|choice"
    r"|alternative)s?\b"
    r"|\byou could not have (?:done|known|seen|been|said|asked)\b|\byou (?:have|had) every right\b|\byou did (?:all"
    r"|everything|as"
    r" much as|what|your best|the best)(?: (?:you|that|anyone|anybody)\b| that could| could)\b|\bdo not (?:blame|beat"
    r"|carry|be too"
    r" hard|be so hard|feel (?:bad|guilty|too)|reproach|worry)\b|\byou (?:are|were) (?:absolutely |completely "
    r"|totally |quite"
    r" |entirely |clearly |so |perfectly |very |\w+ )?(?:right|justified|blameless|in the right|not (?:to blame"
    r"|at fault"
    r"|responsible)|innocent)\b(?!,? (?:that )?(?:i |to |my |there|and i|nothing|about|in|on )|[,:;] (?:i|that|my"
    r"|it was)\b)"
    r"|\bi (?:completely |totally |fully |absolutely |entirely |quite )*agree\b|\bno wonder you\b|\byou do not owe\b"
    r"|\b(?:all|as much as|the (?:most|best|least)|more than|what) (?:that )?(?:any(?:one|body)|most people|you"
    r"|a person)"
    r" (?:could|would|can) (?:have|do)\b|\byou (?:were|are) (?:not|hardly) to (?:know|blame|have known)\b"
    r"|\bnothing to (?:worry|fret|lose sleep) about\b|\bit (?:was|is) not you (?:who|that)\b|\bno way of knowing\b"
    r"|\bhow (?:could|were|can) you (?:have known|to know)\b|\bno fault of (?:your|his|her|their)\b"
    r"|\bforgive yourself\b|\blet (?:yourself off|(?:that|this) (?:one )?go)\b|\b(?:meant|did|done|caused"
    r"|came to) no (?:real |lasting |great )?(?:harm|damage)\b|\bno (?:real |lasting |great |actual )?(?:harm"
    r"|damage) (?:was|has been|came)\b|\b(?:most|many|plenty of|all) (?:people|doctors|of us) (?:have|do|would|get"
    r"|make|miss|forget)\b|\beverybody (?:makes|does|has) (?:mistakes|it|one)\b|\bthe blame (?:is|lies|sits|belongs)\b"
    r"|\bcannot be (?:blamed|held|expected)\b|\bput (?:it|that|this) (?:behind|down to)\b"
    r"|\bi am (?:on your side|with"
    r" you\b)|\bin perfectly good time\b|\bis the system failing\b|\bthe (?:system|screen|rota|trust|computer"
    r"|department) (?:\w+"
    r" )?(?:failed|failing|let) you\b|\byou (?:owned up|told them|spoke up)(?: \w+){0,3} and that was right\b|\b(?:is"
    r"|was|were) the one"
    r" who (?:should|ought)\b|\bdoing and not yours\b|\byou deserve\b|\bperfectly (?:reasonable|fair|justified"
    r"|understandable|good)\b"
    r"|\b(?:quite|very|entirely|completely|perfectly) (?:rightly|understandably|reasonably)\b|\bunderstandably\b"
)
_CONDEMNS: Final = re.compile(
    r"(?:\band still you\b)|\byou (?:did|have done|made|took) (?:\w+ )?(?:the |a )?(?:wrong|bad|terrible"
    r"|poor) (?:thing|call|choice|decision"
    r"|move|step"
    r"|judgement)\b|\byou (?:were|are|have been) (?:\w+ )?(?:wrong|at fault|to blame|in the wrong|being (?:unfair"
    r"|unreasonable"
    r"|defensive|selfish|naive|difficult|lazy)|naive|unfair|selfish|too (?:harsh|soft|sensitive|controlling|emotional"
    r"|weak|nice"
    r"|hard|quick|defensive))\b|(?<!thing )(?<!what )(?<!whether )(?<!think )(?<!feel )(?<!that )(?<!how )(?<!where )"
    r"\byou (?:should have|should never|ought to have|failed|let (?:him|her|them|everyone"
    r"|your \w+|the \w+) down)\b"
    r"|\byou are (?:somebody|someone|the (?:sort|kind|type)|a (?:person|doctor|leader|man|woman)) (?:who|of|that)\b"
    r"|\byour (?:own"
    r" )?(?:fault|failure|ego|arrogance|laziness|weakness|cowardice|pride|insecurity)\b"
)
_CONDITION: Final = re.compile(
    r"\byou (?:\w+ )?(?:sound|seem|look|come across as|may be|might be|are)(?: \w+){0,2} (?:low|down|anxious|burnt"
    r"|exhausted|stressed|traumatised|unwell|paranoid|needy|drained|numb|fragile|insecure|in shock)\b|\b(?:burn(?:t"
    r"|ed)?[- ]?out|burnout|depress(?:ed|ion|ive)|clinically so"
    r"|anxiety|anxious(?:ly)? (?:attach\w+"
    r"|avoid\w+|person"
    r"|style|type)|panic attacks?|trauma(?:tic|tised)?|ptsd|post-traumatic|moral injury|impost[eo]r(?: syndrome)?|adhd"
    r"|autis\w+"
    r"|bipolar|personality|neurodiver\w+|anxious attachment|attachment style|avoidan(?:t|ce)|compassion fatigue"
    r"|rumination|ruminat\w+|catastrophis\w+"
    r"|low (?:in )?mood|low self-(?:esteem|worth)|self-esteem|insomnia|exhaustion|hypervigilan\w+|dissociat\w+"
    r"|in denial"
    r"|projecting"
    r"|codependen\w+|people[- ]pleas\w+|rescuers?|perfectionis\w+|textbook|symptoms?|syndrome|disorder|diagnos\w+"
    r"|acute stress|stress reaction|secondary trauma|vicarious|obsess\w+|compulsive\w*|narciss\w+"
    r"|passive[- ]aggressi\w+|coping mechanism|defen[cs]e"
    r" mechanism|mental health|stress response|fight or flight|overwhelm(?:ed)?|depleted|cynicism|learned helplessness"
    r"|survivor"
    r"|grieving|in shock|psycholog\w+|subconscious\w*|unconscious\w*|unresolved|childhood)\b"
)
_SHAMES: Final = re.compile(
    r"\b(?:(?:could|can|did) not even|whatever you (?:like to )?tell yourself|(?:on|with) your (?:own )?(?:conscience"
    r"|back|head)\b(?=.*\b(?:belongs?|be|sits?)\b)|on your conscience"
    r"|(?:not|hardly) your finest|clearly (?:not|were not|was not|do not)|people (?:get|have been|are) (?:reported"
    r"|sacked|struck|suspended|disciplined|referred) for|be that doctor|part of it now|now (?:a )?part of it|at (?:a"
    r"|your) colleague'?s? expense|do realise|you do know that|think twice|should worry|watch (?:your back|yourself)"
    r"|mind that|has consequences|catch up with you|you (?:have |had |would have |would )?(?:earned|had coming"
    r"|brought)|have not noticed"
    r"|do not (?:even )?(?:see|realise|notice) (?:it|that|how)"
    r"|without (?:knowing|realising|noticing) it|(?:talking|kidding|lying to|deceiving) yourself|excuses|wasted"
    r"|wasting|deserv(?:e|es|ed|ing)|asham\w+|shame|shameful|pathetic|frankly|who could blame (?:him|her|them)"
    r"|you lied|liar|how small|lose (?:their|your|his|her) (?:registration|job|licence|career|post)|struck off"
    r"|playground|childish"
    r"|your mates|looked the other way|looking the other way|turned a blind eye|do not come (?:crying|running|to me)"
    r"|not much of an? (?:leader|doctor|friend|colleague|man)|grow up"
    r"|whin(?:e|ing|ge"
    r"|geing)|moaning|pull yourself|an embarrassment|of course you|no excuse|knew you would|know better|disgrac\w+"
    r"|disappoint\w+"
    r"|let (?:yourself|everyone|everybody|them all|him|her|them|the (?:team|side|patient)) down|idiot\w*|ridiculous"
    r"|absurd|laughable"
    r"|hopeless|useless|coward\w*|gutless|petty|vanity|your ego|arrogan\w+|selfish\w*|lazy|laziness|sloppy|careless\w*"
    r"|reckless\w*"
    r"|negligen\w+|incompeten\w+|inept|(?:you|your) (?:\w+ )?(?:failure|failed|failing)|in trouble|your (?:career"
    r"|registration)"
    r"|careers? (?:end|over|have)|hypocri\w+|pretending|kidding yourself|fooling (?:yourself|nobody)|nonsense"
    r"|oversensitive|touchy"
    r"|sulk\w*|tantrum|snob\w*|cruel\w*|nasty|spite(?:ful)?|vindictive|dishonest\w*|cheat\w*|hid(?:ing|e) behind"
    r"|cowering|spineless"
    r"|backbone|for an? (?:st\d|registrar|doctor|f1|sho|grown)\b|yet again|once more you|ought to know|self-pity"
    r"|feeling sorry for"
    r"|yourself to blame|what did you expect|about time|so much for|congratulate yourself|hardly (?:surprising"
    r"|a surprise)|no surprise"
    r"|people (?:like you|have died|die|lose)|blood on|be warned|last chance|or else|not good enough|unworthy|weakness"
    r"|feeble)\b"
)
"""Harsh words; the doctor may use them of themselves or others, the coach does not begin with them."""
_MIND: Final = re.compile(
    r"\b(?:he|she|they|(?:your|the|his|her|their) (?:\w+ ){0,2}?\w+) (?:\w+ly |also |just |already |probably "
    r"|clearly )?(?P<verb>thinks?|feels?|felt|believes?"
    r"|fears?|hates?|hated|resents?|resented|loves?|envies|envied|despises?|secretly \w+|(?:is|are|was|were) (?:\w+ly "
    r"|just |only |really )?(?:threatened"
    r"|jealous|afraid|scared|frightened|insecure|angry|envious|ashamed|guilty|lonely|worried|embarrassed|punishing"
    r"|testing|trying to|hiding|protecting)"
    r"|wants? you to|does not (?:want|like|trust|respect|care|believe)|do not (?:want|like|trust|respect|care"
    r"|believe))\b"
)
"""What goes on in somebody who is not here."""
_SEEN: Final = frozenset({"condemnation", "shaming"})
"""What the doctor may say of themselves, and the coach may say that they do."""
_OPEN: Final = re.compile(r"\b(?:whether|if)(?: \w+){0,2} $")


def faults(look: Look) -> Iterator[Problem]:
    """Verdicts and diagnoses, unless a sentence only says how the doctor sees it."""
    for line in look.lines:
        yield from _of_people(line, look)
        yield from _of_minds(line, look)
        yield from _plainly("absolution", "tells the doctor that it was right, or not theirs", _ABSOLVES, line, look)
        yield from _plainly("condemnation", "finds against the doctor", _CONDEMNS, line, look)
        yield from _plainly("shaming", "shames or threatens", _SHAMES, line, look)
        yield from _plainly("diagnosis", "diagnoses somebody", _CONDITION, line, look)


def _of_people(line: Line, look: Look) -> Iterator[Problem]:
    for hit in _PERSON.finditer(line.plain):
        if not VIEW.search(line.plain[: hit.end()]) and not look.is_said_back(hit.group(0)):
            yield Problem(code="verdict", detail=f"judges somebody who is not heard: {hit.group(0).strip()!r}")
            return


def _of_minds(line: Line, look: Look) -> Iterator[Problem]:
    hit = _MIND.search(line.plain)
    if hit is None or line.asks or line.cites or HEDGED.search(line.plain) or VIEW.search(line.plain):
        return
    if not plainly.stems(hit["verb"]) <= look.known_stems:
        yield Problem(code="mind_reading", detail=f"says what goes on in somebody: {hit.group(0)!r}")


def _plainly(code: str, what: str, pattern: re.Pattern[str], line: Line, look: Look) -> Iterator[Problem]:
    for hit in pattern.finditer(line.plain):
        words = hit.group(0).strip()
        seen = code in _SEEN and VIEW.search(line.plain[: hit.end()])
        if (
            not seen
            and not look.is_said_back(words)
            and not look.mentions(words)
            and not _OPEN.search(line.plain[: hit.start()])
        ):
            yield Problem(code=code, detail=f"{what}: {words!r}")
            return
