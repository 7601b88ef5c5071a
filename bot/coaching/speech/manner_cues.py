"""How people press, divide, soften, threaten, apologise, take back, hear and greet, in their words. Data only."""

from typing import Final

PUSH: Final = {
    "must": (
        r"\b(?:must(?! (?:have|feel|be (?:hard|difficult|tough|frustrating|exhausting|tiring|awful|upsetting"
        r"|worrying))\b)|need(?:s)? to|have to|has to|had to|got to|gotta|should|ought to|required to|expected to"
        r"|cannot|can'?t (?:go on|continue|keep|carry on|wait|happen)|supposed to|insist|demand|non-negotiable"
        r"|no (?:discussion|debate|exceptions|excuses|choice|ifs)|not (?:optional|negotiable|up for)"
        r"|i have decided|i'?ve decided|we have decided|we'?ve decided|it has been decided|immediately"
        r"|with immediate effect|asap|as soon as possible|end of|no later than|by close of play|by cop"
        r"|starting (?:monday|tomorrow|today|now)|make sure|ensure|will be (?:required|expected|removed"
        r"|reported|stopped))\b"
        r"|\b(?:from|as of|by|effective) (?:next )?(?:monday|tuesday|wednesday|thursday|friday|today|tomorrow"
        r"|now on|the \d|\d)|\b(?:all (?:staff|doctors|juniors|nurses|teams)|everyone|you|they|nobody"
        r"|no ?one) (?:will|must|shall|is to|are to)\b"
    ),
    "order": (
        r"^(?:please |pls |just |kindly |so |then |and |now )*(?:stop|start|do|don'?t|make|send|use|prescribe"
        r"|comply|follow|complete|fill|submit|attend|ensure|get|sort|fix|give|put|write|remember|never|always"
        r"|check|call|bleep|document|wear|reply|respond|confirm|book|provide|sign|turn up|be|arrive|hand"
        r"|finish|keep|read|note|cancel|move|change|take|leave|refer|stick)\b(?!.*\?)"
    ),
}
US_AND_THEM: Final = {
    "they": (
        r"\b(?:management|managers|the (?:suits|trust|board|execs?|nurses|surgeons|medics|managers|consultants"
        r"|gps)|consultants|surgeons|nurses|gps|hr|finance|admin|you (?:lot|people|guys)|your lot|their lot"
        r"|that lot|those (?:people|in)|people (?:upstairs|in offices|like you)|upstairs|ivory tower"
        r"|bean ?counters|suits|pen[- ]pushers|the powers that be|medics|theatres?|the other side|your side"
        r"|day ?people)\b"
        r"(?=.*\b(?:don'?t|doesn'?t|never|won'?t|can'?t|always|have no idea|no idea|only|just|haven'?t|think"
        r"|sit|care|while we|we|us|our|couldn'?t|wouldn'?t|not|love|like to|want)\b)"
    ),
    "us": (
        r"\b(?:us (?:and|vs|versus|against) them|them and us|us vs|(?:those of us|we|us) (?:on the"
        r"|at the) (?:ground|coal ?face|front ?line|shop floor|wards?)|real (?:work|medicine|doctors|world)"
        r"|some of us (?:actually|have)|while (?:we|you|they) (?:\w+ )*(?:we|you|they)\b|on your side|our side"
        r"|your world|our patch)\b"
    ),
}
PATIENT: Final = {
    "patient": (
        r"\b(?:patients?|pts?|families|family|relatives?|carers?|next of kin|mothers?|mums?|babies|baby"
        r"|children|residents?|(?:mr|mrs|ms|miss) \w+|people (?:waiting|who wait|in (?:pain|beds))|an? (?:\d+"
        r"|elderly|older|old|frail|dying|young) (?:\w+ )?(?:man|woman|lady|person|patient|people)|grandmother"
        r"|grandfather|nan)\b"
    ),
    "good": (
        r"\b(?:safer|sooner|faster|earlier|quicker|less (?:pain|waiting|time)|home|fewer|pain|wait(?:s|ing"
        r"|ed)?|harm(?:ed)?|died|fall|falls|better|dignity|comfort|sleep|recover\w*|seen|scan(?:ned)?|treated"
        r"|theatre|surgery|operation|analgesia|antibiotics|avoid|lives?|leg|hip|benefit|care|safe|safety"
        r"|experience|get|go|walk|eat|hours?|day)\b"
    ),
}
HEDGE: Final = {
    "sorry_ask": (
        r"\b(?:sorry (?:to|for) (?:\w+ )?(?:bother|ask|asking|bothering|trouble|be a pain|disturb|disturbing"
        r"|moan|being|the|another|raise|chase)|apologies for (?:bothering|asking|the|another|troubling)"
        r"|hate to (?:bother|ask|be)|don'?t (?:want|mean) to (?:be|bother|sound|cause|step|make|moan|tread"
        r"|rock)|i know you(?:'re| are) (?:really |very |so |super )?busy|hope (?:you don'?t|this isn'?t"
        r"|it'?s ok)|if (?:that'?s|it'?s|it is|that is) (?:ok|okay|alright|not too much)|no worries if not"
        r"|feel free to ignore|ignore me|no rush|whenever you)\b"
    ),
    "soft": (
        r"\b(?:just|maybe|perhaps|possibly|sort of|kind of|kinda|a bit|a little|slightly|probably|might"
        r"|i guess|i suppose|i was just|only a thought|just a thought|not sure if|it may be nothing"
        r"|probably nothing|silly|stupid question|daft|could be wrong|i may be wrong but|if at all possible"
        r"|at some point|somehow|potentially|tiny|wee)\b"
    ),
}
THREAT: Final = {
    "or_else": (
        r"\b(?:otherwise|or else|if (?:this|that|it|you|they|nothing|the|there|i|we) (?:\w+ ){0,10}?(?:i will"
        r"|i'?ll|we will|we'?ll|i shall|will have no choice|i am going|there will be|expect|you will|you'?ll"
        r"|then i))\b.*\b(?:i will|i'?ll|we will|we'?ll|escalat\w+|report(?:ed)?|complain\w*|complaint|gmc|nmc"
        r"|datix|medical director|chief|ceo|hr|disciplin\w+|consequences|lawyer|union|bma|press|resign"
        r"|formal(?:ly)?|coroner|cqc|action|refuse|stop|walk|withdraw)\b"
        r"|\b(?:consequences|disciplinary|will be (?:reported|escalated|disciplined|raised formally"
        r"|taken further|referred|datixed)|take (?:this|it|that|the matter) (?:further|higher|up with|to (?:the|hr|my))"
        r"|go(?:ing)? (?:straight )?to the (?:medical director|chief|gmc|press|board|coroner|cqc|exec|ceo)"
        r"|escalat(?:e|ing) (?:this|it|formally|to|the matter)|raise (?:this|it|the matter) (?:formally"
        r"|with the (?:chief|medical director|trust|union|bma|gmc))|(?:speaking|going|complaining) to the (?:union"
        r"|bma|guardian|chief|medical director|gmc|press)|formal complaint|i(?:'ll"
        r"| will) (?:\w+ )?(?:have no (?:choice|option)|be forced to|make sure (?:everyone|you|that)"
        r"|remember this|resign|report (?:you|this|it))|left with no (?:choice|option)|on your head"
        r"|don'?t say i didn'?t warn|final warning|last chance|you(?:'ll| will) regret"
        r"|reflect(?:ed)? (?:badly )?in your|your (?:arcp|reference|sign[- ]?off|portfolio"
        r"|appraisal)\b(?=.*\b(?:will|won'?t|may|if)\b))\b"
    ),
}
JARGON: Final = {
    "management": (
        r"\b(?:leverag\w+|synerg\w+|stakeholders?|deliverables?|kpis?|going forward|moving forward|touch base"
        r"|circle back|low[- ]hanging|blue[- ]sky|paradigm|granular|bandwidth|actionable|learnings|buy[- ]?in"
        r"|deep dive|ideat\w+|onboard(?:ing|ed)?|roadmap|optimi[sz]\w+|stream ?lin\w+|operationali[sz]\w+"
        r"|flow metrics|metrics|throughput|transformation(?:al)?|workstreams?|pathway redesign|right[- ]siz\w+"
        r"|value[- ]add\w*|win[- ]win|holistic(?:ally)?|robust(?:ly)?|strategic(?:ally)?|alignment|cascad\w+"
        r"|governance|quick wins?|scalable|upskill\w*|action(?:ed|ing)|socialis\w+|socializ\w+|gap analysis"
        r"|driver diagram|pdsa|spc|run chart|los|nctr|dtoc|mofd|mffd|opel \d|sitrep|capacity and demand"
        r"|demand and capacity|model hospital|gIRFT|girft|cquin|icb|pmo|qipp|cip|mdt|sdec|rtt|wte|fte"
        r"|benchmark\w*|outlier|best[- ]in[- ]class|change agents?|matrix|framework|ecosystem|agile|sprint"
        r"|utili[sz]\w+|enablers?|interdependenc\w+)\b"
    ),
}
APOLOGY: Final = {
    "sorry": (
        r"\b(?:sorry|apologi[sz]e|apologies|apology|forgive me)\b(?! to (?:bother|ask|trouble|disturb|chase"
        r"|be a pain|hear)| for (?:bothering|asking|the (?:long|late|delay in replying|delayed|short notice"
        r"|essay|late notice|length|spam|group))| if you|,? (?:but )?(?:i|we|you) (?:can'?t|don'?t think"
        r"|disagree|need)| state| about the (?:long|length|late)|,? no\b|\?)"
    ),
}
DEFENCE: Final = {
    "but": (
        r"\b(?:sorry|apologi\w+|wrong|my fault|mistake|regret)\b.*\bbut\b|^but\b|\b(?:in (?:my|our) defen[cs]e"
        r"|in fairness|to be fair|in all fairness|as you (?:know|can imagine|will (?:know|appreciate))"
        r"|you have to (?:understand|remember|admit)|if (?:you|anyone|i|it|that|my) (?:\w+ )?(?:felt|feel"
        r"|offended|upset|caused|came across|misunderstood|took|was taken|were)|wasn'?t (?:my"
        r"|the) (?:intention|fault|intent)|not my (?:intention|fault|intent)|didn'?t mean|i was only"
        r"|i was just (?:trying|doing)|(?:it|it'?d|it had|there) (?:had been|was|were|'?d been) (?:a (?:very "
        r"|really )?(?:long|busy|hard|bad)|so busy)|under (?:a lot of |so much |enormous )?pressure"
        r"|i'?d been on|(?:any|every)(?:one|body) would have|you (?:also|too|were also|did)|that said"
        r"|having said that|misunderst(?:ood|anding)|taken the wrong way|blown out of proportion"
        r"|mistakes were made|these things happen)\b"
    ),
}
LISTENING: Final = {
    "back": (
        r"^(?:so |right,? |okay,? |ok,? |ah,? |mm+,? |yes,? |yeah,? |i see,? |sounds like |oh,? "
        r"|and )*(?:(?:it|that|this) (?:sounds|seems|looks|feels|must)|sounds (?:like|as if|as though)"
        r"|what i'?m hearing|what i hear|i(?:'m| am)? hear(?:ing)?|if i(?:'ve| have)? (?:understood|heard|got"
        r"|understand|hear)|you(?:'re| are| were) (?:\w+ )?(?:saying|telling|worried|carrying|left|stuck|tired"
        r"|feeling|trying|describing|the one|afraid|concerned|not (?:sure|against)|being)|you(?:'ve"
        r"| have) (?:\w+ )?(?:been|had|tried|got|seen|heard|lost|said|done|put)|you (?:mentioned|said|told me"
        r"|feel|felt|seem|sound|think|mean|want|need|worry|don'?t)|let me (?:check|see if|play|say) (?:\w+ )?"
        r"|i can (?:see|hear|understand|imagine)|i get (?:that|it|why)|that makes sense|am i right"
        r"|have i (?:got|understood)|did i hear|for you,?|from where you)\b"
    ),
    "so": r"^(?:so|right|okay|ok|ah|i see)\b",
}
SOCIAL: Final = {
    "greeting": (
        r"^(?:hi|hiya|hello|hey|dear|morning|evening|afternoon|good (?:morning|afternoon|evening)|alright"
        r"|hey there|dear all|team|all|colleagues|folks)\b(?:[ ,]+(?:\[\w+\]|all|everyone|team|both|dr|mr|mrs"
        r"|ms|prof|professor|sister|colleagues|folks|there|guys|matron|and|sir|madam|doctor|boss|again"
        r"|(?-i:[A-Z][\w-]+)|\([^)]{0,40}\)))*\W*$"
    ),
    "thanks": (
        r"^(?:many |with |and |so |ok |big )*(?:thanks|thank you|thankyou|thx|ta|cheers|tia|much appreciated"
        r"|thank-you)\b"
        r"(?:[ ,]+(?:so|very|much|again|in advance|all|everyone|a lot|indeed|mate|kindly|you|both|team|and"
        r"|best wishes|regards|apologies again"
        r"|god bless|\[\w+\]|(?-i:[A-Z][\w-]*)|x+|for (?:your|reading|the|all|taking|being|coming|listening"
        r"|letting|this|that|seeing)[^?,.]{0,50}))*\W*$"
    ),
    "sign_off": (
        r"^(?:best|kind|warm|kindest|warmest|with)? ?(?:regards|wishes|best|yours|yours (?:sincerely"
        r"|faithfully|truly)|sincerely|bw|kr|bws|all the best|take care|speak soon|see you (?:soon|then|there"
        r"|later|tomorrow|monday|tuesday|wednesday|thursday|friday|on \w+)|best wishes|love|x+|chat soon"
        r"|catch you later|have a (?:good|nice|lovely) (?:\w+ )?(?:weekend|day|evening|one))\b[^?]{0,30}$"
    ),
    "hope": (
        r"^(?:i )?(?:hope|trust|hoping) (?:you|u|this (?:finds|email|message)|all|everyone"
        r"|that you)\b[^?]{0,60}\b(?:well|ok|okay|good|weekend|break|holiday|leave|rested|bearing up|week|day"
        r"|shift|surviving|not too)\b[^?]{0,30}$"
    ),
}
