"""What software cannot keep, be or do: promises, a human's life and feelings, deeds outside this conversation."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting.held import only_heard
from bot.coaching.drafting.vetting.look import Look
from bot.coaching.record import Problem

_PROMISE: Final = re.compile(
    r"\bonce\b[^.]*\bwill\b|\b(?:seen|read|heard|known) (?:only )?(?:by|to) (?:me|us|nobody|no one)\b|\bi (?:can |do "
    r"|will )?(?:promise|guarantee|swear|assure you|give you my word)\b|\byou have my word\b"
    r"|\b(?:completely|entirely|totally"
    r"|fully|strictly|absolutely|perfectly|100%) (?:private|confidential|anonymous|secure|safe)\b|\b(?:stays?|remains?"
    r"|keep|kept"
    r"|is|are|goes|go) (?:just |only |strictly |all )?(?:private|confidential|between (?:us|you and me|the two of us)"
    r"|secret|no"
    r" further|off the record)\b|\bconfidential\w*\b|\bin confidence\b|\boff the record\b|\bno ?(?:one"
    r"|body) (?:else )?(?:will|can"
    r"|is going to)(?: ever)? (?:see|read|know|find|hear|trace|learn|be told)\b|\bno ?(?:one"
    r"|body) (?:else )?(?:sees|reads|hears) (?:this|what you)\b|\b(?:will|would|can|could) never (?:know|find out|hear"
    r"|see|get out|be traced)\b"
    r"|\b(?:will|is going to|are going to|is bound to|are bound to|is sure to|is certain to"
    r"|cannot help but) (?:definitely"
    r" |certainly |surely |always |almost certainly |undoubtedly )?(?:work|succeed|go well|be fine|be all right"
    r"|be alright|be ok"
    r"|be okay|say yes|agree|respect you|thank you|come round|listen|understand|calm down|pass|settle|help|improve"
    r"|change"
    r"|(?:make|feel) (?:you|it|things) |get better|be over|fix|solve|land well|land)\b|\b(?:cannot|will not"
    r"|never) (?:possibly )?(?:fail"
    r"|go wrong|backfire|fails|let you down)\b|\b(?:sure|certain|bound|guaranteed) to\b"
    r"|\bit will (?:all )?(?:be (?:fine|ok|okay|all right|alright|easy|easier|good|great|over|better|a success|worth)"
    r"|go (?:well|smoothly|fine|better|down well)|work|come (?:right|good|out|together)|turn out|get (?:better"
    r"|easier))\b|\bthings will\b|\b(?:you|it|that|this|they|he|she) will (?:definitely|certainly|surely|always"
    r"|absolutely"
    r"|undoubtedly|soon|never)\b|\byou will (?:be fine|be great|do well|do brilliantly|get (?:the|through|there|it"
    r"|your)|succeed"
    r"|manage|cope|feel better|thrive|see (?:that|how|it|the|what|why)\b|look back|win|be (?:a|all|ok|okay|able|amazed"
    r"|glad|surprised)|find (?:that"
    r"|it|they))\b"
    r"|\b(?:they|he|she|your \w+|the \w+) will (?:\w+ )?(?:thank|respect|listen|agree|say yes|come round|appreciate"
    r"|understand"
    r"|love|be (?:fine|grateful|impressed|humiliated|pleased|on your side)|take it|back you|support you|change|see)\b"
    r"|\bnobody who\b[^.]* ever\b|\bdefinitely\b|\bno doubt\b|\bwithout (?:a )?doubt\b|\bfoolproof\b|\bmark my words\b"
    r"|\btrust me\b"
    r"|\bwill get you\b|\bmark (?:my|these) words\b|\bsafe with me\b|\bseen by anybody\b|\byou will not (?:regret"
    r"|be sorry)\b"
    r"|\bbetween us\b|\bstays? (?:here|with me|in here)\b|\b(?:your|this|a) secrets?\b|\bi will always\b"
    r"|\bno harm (?:will|can)\b"
    r"|\bnothing (?:bad|will) (?:will |can )?(?:happen|come of)"
)
_DEED: Final = re.compile(
    r"\bi (?:will|shall|am going to|am about to|can|could|would|have(?: already| just)?|am)(?: also| then| gladly"
    r"| happily| always"
    r"| now| make sure (?:that )?(?:i|to))? (?:contact\w*|report\w*|(?<!can )tell (?!you)|inform\w*|ring\w*|rung"
    r"|call(?:ed"
    r"|ing)? (?!it|that|this)"
    r"|email\w*|messag\w+|text\w*|remind\w*|remember\w*|schedul\w+|book\w*|arrang\w+|set (?:a|up|you|an|the|it up"
    r"|aside)|send\w*|sent"
    r"|post\w*|forward\w*|shar(?:e|ed|ing) (?:this|it|that|your|with)|speak (?:to|with)|spoken to|talk to (?!you)"
    r"|talked to"
    r"|look(?:ed|ing)? (?:it|that|this|them|him|her|up|into|through|at (?:the|your) (?:rota|notes|calendar|data|file"
    r"|record))|search\w*"
    r"|check(?:ed|ing)? (?:in|with|your|the|on|back|that|whether|it)|pull(?:ed)? up|find out|found out|fetch\w*"
    r"|download\w*|updat\w+"
    r"|log(?:ged|ging)?\b|fil(?:e|ed|ing)\b|submit\w*|escalat\w+|refer(?:red)?\b|nudg\w+|ping\w*|follow(?:ed)? (?:up"
    r"|this up|it up)"
    r"|chas(?:e|ed|ing)|draft(?:ed)? (?:it|the|a|an|you)|make (?:a note|sure|an appointment|a call)|made (?:a note"
    r"|sure)|tak(?:e|en)"
    r" (?:it|this) (?:up|to)|pass(?:ed)? (?:it|this|that|your|on)|let (?:your|the|them|him|her|someone|somebody"
    r"|you know)|alert\w*"
    r"|flag\w*|notif\w+|ask (?:your|the|him|her|them|around|hr)|be (?:there|in touch|waiting|with you|watching"
    r"|checking|thinking"
    r"|here (?:at|on|all|every|for you))|keep (?:an eye|you posted|watch|this between|it between|that between)"
    r"|monitor\w*|watch\w*"
    r"|wait(?:ing)? for you|come with you|back you|support you|stand by you|write (?:to|it|a|the|you|up)"
    r"|record(?:ed)?\b|save(?:d)?"
    r"|stor(?:e|ed)|delet\w+|put (?:it|this|that) (?:in|on|to)|speaking to|run (?:it|this) (?:by|past))\b"
    r"|\bgive me (?:a (?:minute|moment|second|day)|an hour|until)\b|\b(?:come|get|be) back (?:to you )?with\b"
    r"|\bon its way to (?:you|your)\b|\b(?:your|my) (?:inbox|outbox)\b"
    r"|\b(?:your|my) (?:calendar|diary|records?|files?)\b|\bwith an? (?:alert|alarm|reminder)\b|\bi have (?:just "
    r"|already )?(?:passed"
    r"|moved|changed|looked|had a look|gone through|heard from)\b|\bour (?:service|team|system|letters|experts"
    r"|advisers|library)\b"
    r"|\blet me (?:look (?:it|that|this|up)|check (?:the|your|with)|search|pull up|send|book|find (?:out|you)|ring"
    r"|call|email)\b"
    r"|\b(?:please )?(?:see|find) (?:the )?attach|\battached\b|\bcheck your (?:inbox|email|phone|calendar)"
    r"|\b(?:reminder|calendar"
    r" invite|invite|alert) (?:is|has been|will be|for|set|on)\b|\bclick\b|\bdownload\b|\bi have access\b"
    r"|\bi can see (?:your|the|in|from)"
    r"|\bset up a (?:meeting|call)\b|(?<!who )(?<!you )(?<!nobody )(?<!one )(?<!whoever )(?<!they )\b(?:has"
    r"|have) been (?:told|informed|notified|sent|booked"
    r"|logged|flagged"
    r"|contacted)\b"
    r"|\byou will (?:get|receive|hear from) (?:a|an|me|my)\b|\byou can expect\b|\bwe (?:will|can|could) (?:ring|call"
    r"|meet|write to"
    r"|go to|speak to|email|tell)\b"
)
_HUMAN: Final = re.compile(
    r"\b(?:(?<!yourself )(?<!you )as (?:a|an|your|another|one|somebody|someone)(?: \w+)? (?:human|doctor|person|friend"
    r"|fellow|therapist"
    r"|counsellor|nurse"
    r"|registrar|consultant|colleague|clinician|medic|parent|trainee|doctor to another|who(?=[^.;]*\bi\b))"
    r"|when i (?:was|did|had"
    r"|worked|started"
    r"|trained|qualified|led|ran|rotated|went|first|sat|met|tried|took)\b|i (?:once|used to|also once|too|myself"
    r"|was once|(?:still )?remember(?! (?:that )?(?:you|what you))"
    r"|recall|recently|often (?:feel|felt|found)|trained|qualified|worked|lived|grew up|rotated|led|ran|failed"
    r"|struggled|cried|learned"
    r"|learnt|made the same|had the same|had a|did the same|did my|felt|know (?:that|the|how (?:it|that|this)"
    r"|what (?:it|that)"
    r"|exactly|too well|from)|have (?:been (?:there|through|in|a|on|where)|felt|had (?:the|that|this|my|a|bosses"
    r"|consultants)|seen"
    r"|worked|lived|led|run|done (?:it|this|that|plenty|many|the|my|nights)|made|known|suffered|struggled|coached|met"
    r"|sat|stood|watched"
    r"|heard (?:this|that|it) (?:before|many|from)|experienced|lost|cried|learnt|learned|noticed over|spent))\b"
    r"|(?:in|from|over) my (?:own )?(?:experience|day|years|time|career|training|first|last|old)|my (?:own )?(?:wife"
    r"|husband|partner"
    r"|mother|father|mum|dad|brother|sister|kids|children|son|daughter|training|career|boss|consultant|patients?"
    r"|stomach|heart|eyes"
    r"|colleagues|years|medical school|first|registrar|old|team|ward|job|life|experience|feelings|friend|supervisor"
    r"|shift|coffee)\b"
    r"|(?:we|us) (?:doctors|clinicians|medics|nurses|all (?:have|know|do|feel|make|get))|we have all\b"
    r"|all of us (?:have|who|in)\b|us all\b"
    r"|i am (?:so |really |very |genuinely |truly |deeply |quite |just |also |only |a bit )*(?:sad|angry|happy"
    r"|pleased|delighted"
    r"|excited|moved|touched|proud|worried|upset|shocked|appalled|horrified|thrilled|honoured|relieved|grateful|tired"
    r"|smiling"
    r"|laughing|nervous|impressed|human|(?:a|an) (?!coach|bot|program|piece|software|machine|computer|leadership)\w+"
    r"|heartbroken"
    r"|sorry (?:that (?:you|they|he|she|it)|for you|you|about (?:your|that|the)|it|this))"
    r"|i (?:really |truly |genuinely |do |deeply |also |honestly |personally |just )*(?:feel|care|worry|love|hate"
    r"|hope you know|admire"
    r"|enjoy|enjoyed|miss|laughed|smiled|winced|cringed|loved|believe in you|like (?:you|working|talking)"
    r"|wish i (?:could|had|was|were))\b"
    r"|(?:it|that|this) (?:breaks|broke|warms|warmed|touches|touched|moves|moved|saddens|saddened|made) (?:my|me)\b"
    r"|makes? me (?!wonder|curious|ask|think)"
    r"|i (?:personally|honestly) |(?:made|makes) me (?:smile|laugh|sad|angry|think of)|relate to (?:that|this|you)"
    r"|(?:^|[.;,:] |and )me too\b|so have i\b"
    r"|\bme (?:included|neither|either)\b|\b(?:most|many|some|all) of us\b|\bof us on\b|\bi have been (?!asking"
    r"|doing|quoting|repeating|missing|getting|turning|pushing|giving|hearing|slow"
    r"|listening|heard|unclear|told)\w+\b"
    r"|\b(?:^|[.;] )mine(?:'s)? (?:is|was|are|has|too|going)\b|so do i\b|so did i\b|same here|^been there"
    r"|i am not a (?:bot|robot|machine|program|computer)|i am (?:a )?real\b|not just software"
    r"|i am not (?:just )?software|goosebumps|i (?:sat|stood) )"
)
_PREDICTS: Final = re.compile(
    r"\b(?P<who>he|she|they|nobody|everyone|everybody|people|patients|(?:your|his|her|their) (?:\w+ ){0,6}?\w+)"
    r" (?:will|is going to|are going to)(?! (?:be|have|do|need)\b(?= there| back| where)) (?:not |never |also "
    r"|only )?(?!still\b)\w+"
)
_EFFECT: Final = re.compile(
    r"\b(?:that|this|it|which|these|those)(?: alone)? will (?:(?:also|then|soon|only|just|at last) )?(?:show|tell"
    r"|give|get"
    r"|make|let|free|win|save|stop|turn|bring|put|clear|mean|end|ease|spare|prove|open|shift|convince|persuade"
    r"|settle)\b"
)
"""What something will bring about, said as if it were known."""
_FORESEEN: Final = re.compile(r"\b(?:will|going to|gonna|would|wont|itll|theyll|hell|shell)\b")
_TABLE: Final = (
    ("promise", "promises what nobody here can keep", _PROMISE),
    ("human_claim", "claims a person's life or feelings", _HUMAN),
    ("ability_claim", "claims to do what it cannot", _DEED),
)


def faults(look: Look) -> Iterator[Problem]:
    """Each of these in our own words."""
    for line in look.lines:
        told = _PREDICTS.search(line.plain)
        if told and not line.asks and not _FORESEEN.search(look.doctor_plain):
            yield Problem(code="promise", detail=f"foretells what nobody knows: {told.group(0)!r}")
        brings = _EFFECT.search(line.plain)
        if brings and not line.asks and not look.is_said_back(brings.group(0)):
            yield Problem(code="promise", detail=f"foretells what nobody knows: {brings.group(0)!r}")
    for code, what, pattern in _TABLE:
        text = look.stated if code == "promise" else look.plain
        hits = (one for one in pattern.finditer(text) if one.group(0).strip() not in look.guided_plain)
        hits = (one for one in hits if not (code == "human_claim" and only_heard(one, text)))
        hit = next((one for one in hits if code == "promise" or not look.mentions(one.group(0))), None)
        if hit:
            yield Problem(code=code, detail=f"{what}: {hit.group(0).strip()!r}")
