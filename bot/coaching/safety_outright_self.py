"""Words that leave no doubt of a doctor's own danger: an act done, means or a place and what is meant, a wish."""

from typing import Final

from bot.coaching.plain import OnNeed

DRUG: Final = (
    r"(?:tablets?|pills?|meds|medication|medicines?|capsules|paracetamol|co-?codamol|codeine|ibuprofen"
    r"|amitriptyline|sertraline|citalopram|propranolol|diazepam|zopiclone|temazepam|morphine|oramorph|oxycodone"
    r"|tramadol|fentanyl|remifentanil|propofol|ketamine|midazolam|insulin|potassium|kcl|digoxin|antidepressants"
    r"|beta ?blockers|sleepers|benzos|vials?|ampoules?|amps|anti-?freeze|bleach)"
)
TOOL: Final = (
    r"(?:rope|noose|ligature|blades?|scalpel|razor|knife|scissors|belt|cord|cable|hose(?:pipe)?|gun|shotgun"
    r"|tourniquet|charcoal|helium|gas canisters?|exit bag|barbecue)"
)
_NUMBER: Final = r"(?:\d{2,}|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|a hundred)"
_MUCH: Final = (
    rf"(?:all|every|everything|whole|entire|handfuls?|lot|lots|loads?|bunch|bottles?|boxe?s?|packets?|packs?"
    rf"|strips?|rest|too many|so many|{_NUMBER}|what(?:ever)? (?:was|i had|we had))"
)
_TAKEN: Final = r"(?:took|taken|taking|take|swallowed|swallow|necked|downed|drank|drunk|ate|eaten|had)"
_WILL: Final = (
    r"(?:(?:going|about|planning|plan|want|ready|meaning|intend\w*|decided|tempted|wanting|try\w*|deciding whether"
    r"|mean) (?:on )?(?:to )?|(?:i'll|i will|will|i|and) (?:\w+ )?|thinking (?:of|about) |think i(?:'ll| will) )"
)
PLACE: Final = (
    r"(?:roof|roof ?top|helipad|multi-?(?: )?stor\w+|car park|bridge|viaduct|flyover|overpass|ledge|rail(?:ing)?s?"
    r"|parapet|barrier|platform|tracks|train line|railway|level crossing|cliffs?|top (?:deck|floor|level|storey)"
    r"|\w+(?:th|st|nd|rd) floor|window ?(?:sill|ledge)|balcony|edge|pier|quay|river|reservoir|canal|sea)"
)
_OVER: Final = (
    r"(?:jump(?:ing)?(?! (?:at|to|ship|in (?:a|the) (?:car|taxi)|through|the (?:queue|gun)|on|for|up|into"
    r"|straight))|go(?:ing|in)? over\b(?! (?:the|my|our|his|her|it|this|to|a|what|some|every))"
    r"|go(?:ing)? over the (?:edge|rail\w*|side|top|barrier)|step(?:ping)? (?:off|out in front|in front)"
    r"|throw(?:ing)? myself|(?:let|letting) go\b|walk(?:ing)? (?:in|into (?:it|the (?:water|sea|river)))\b"
    r"|not (?:coming|going to come|come) (?:down|back)|fall(?:ing)? off)"
)
ACTS: Final = OnNeed(
    # taken, with how much of it
    r"\b(?:took|taken|take|taking|had|done|tried) (?:an? |the |my |another |(?:big|massive|small|huge|large|second"
    r"|deliberate|intentional) )*(?:overdose|od\b|o\.d\.)|\boverdosed?\b(?= on| an| last| this| tonight| again"
    r"| yesterday| at\b| and| with| just|[ ]?[.,;!]|$)|\b(?:i've|i have|i|just) od(?:'?d|ed)?\b"
    rf"|\b{_TAKEN} (?:[\w'-]+ ){{0,4}}?{_MUCH}\b(?: [\w'-]+){{0,4}}? (?:{DRUG}|(?:cupboard|cabinet"
    rf"|medicine box))\b(?! (?:to|from|off|out|down|back|round|into) )"
    rf"|\b(?:swallowed|necked|downed) (?:[\w'-]+ ){{0,4}}?(?:{DRUG}\b|the lot\b|(?:it|them) all\b|everything\b)"
    rf"|\b(?:injected|gave|given|jabbed|put) (?:myself|into my(?:self| arm"
    rf"| leg)) (?:with )?(?:[\w'-]+ ){{0,4}}?(?:propofol|fentanyl|remifentanil|potassium|kcl|morphine|ketamine"
    rf"|midazolam|\d{{3,}} units|(?:all|too much|whole)\b[^.!?]{{0,30}}insulin)"
    # cut, burnt, tied, jumped
    r"|\b(?:cut|slit|slashed|sliced|opened) (?:open |up )?(?:both )?my (?:own |left |right )*(?:wrists?|arms?"
    r"|throat|neck|legs?|thighs?|veins?|forearms?|skin)\b(?! (?:on (?:a|an|the)|off|shaving|open on|short))"
    r"|\b(?:cut|burn|burnt|burned|burning|cutting|hit|hitting|harmed|hurt|stabbed|strangled|poisoned|hanged|hung"
    r"|drowned|gassed|choked) myself(?=[ ]?[.,;!?]|$| (?:again|deep|badly|quite|on purpose|deliberately|last|this"
    r"|tonight|in the|with (?:a|the|my)|after|before|every|because|when|so))(?! (?:in the (?:foot|kitchen|gym)"
    r"|with (?:a|the|my) (?:kettle|tea|coffee|bread|kitchen)|after (?:a )?fall|when i (?:fell|slipped)))"
    r"|\b(?:tied|put|got|had|made|wrapped|looped|pulled) (?:[\w'-]+ ){0,4}?(?:rope|noose|ligature|belt|cord|sheet"
    r"|cable|scarf|tourniquet|bag) (?:[\w'-]+ ){0,3}?(?:round|around|over) my (?:own )?(?:neck|throat|head)"
    # tried
    r"|\b(?:tried|attempted|attempt) (?:to )?(?:(?:commit )?suicide\b|(?:hang|drown|gas|kill|strangle|poison|end"
    r"|top|off) (?:myself|it\b|my (?:own )?life)|jump (?:off|in front|from)|take my (?:own )?life|od\b|overdose)"
    r"|\battempt(?:ed|s)? (?:on|at|to (?:end|take)) my (?:own )?life|\bmy (?:\w+ )?suicide attempt"
    rf"|\b(?:took|taken|swallowed|necked|downed|had) (?:them all|all of (?:them|it)|the (?:whole )?lot"
    rf"|too many(?! \w)|loads of (?:them|it)|the (?:whole|entire|rest of the) (?:bottle|box|packet|pack"
    rf"|strip)s?)(?! (?:to|from|off|out|down|back|round|into|home|on) )|\bswallowed (?:\w+,? ){{0,3}}(?:a lot|loads)\b"
    r"|\b(?:stabbed|stuck|pushed|jabbed|dug|drove|put) (?:[\w'-]+ ){1,4}?(?:in|into|through) my (?:own )?(?:thigh"
    r"|arm|leg|wrist|neck|stomach|chest|belly|vein)s?\b(?! line)|\binjected (?:it\b|them\b|the lot\b|all\b"
    r"|the (?:rest|last) of)"
    rf"|\btied (?:the |a |my |it )?(?:noose|rope|ligature|belt|cord|sheet|it)?\b(?= (?:up|then|to the|round|around"
    rf"|and my)|[ ]?[.,;]|$)"
)
"""Something done; of whom is looked at apart, as most who are said to have taken an overdose are patients."""

MEANS: Final = OnNeed(
    rf"\b(?:{DRUG}|{TOOL}|(?:everything|what|all|enough (?:of it )?)(?: that)? i need|the (?:means"
    rf"|stuff))\b[^?]{{0,90}}?\b{_WILL}(?:just |now |really )*(?:take (?:them|it|all|the|my|every)|swallow"
    rf"|use (?:it|them|that|one|this)\b|drink (?:it|them|the lot)|inject|do it\b|neck|down (?:them|the)|finish it"
    rf"|end (?:it|this)|hang|cut my|go to sleep (?:and not|for good|for ?ever))"
    rf"|\b(?:use|used|using|try|tried) (?:it|them|that|this|one|some) on (?:myself|me)\b"
    rf"|\b(?:counted|counting|lined|laid|tipped|emptied) (?:out |up )?(?:all )?(?:of )?(?:the |my |some "
    rf"|out )*(?:[\w-]+ )?{DRUG}\b(?! (?:for|at|on) (?:the|a|my) (?:drug|patient|ward|round|trolley|stock|audit))"
    rf"|\b{DRUG} (?:are |is |was |were )?(?:all )?(?:counted|laid|lined|tipped) (?:out|up)\b"
    rf"|\b(?:pocket(?:ful|s)?|bag|drawer|locker|handful)\b[^.!?]{{0,30}}\b(?:i shouldn't have|i'm not meant to have)"
    rf"|\b(?:took|taken|taking|stole|stolen|nicked|kept|hidden|hid|saved|saving|stockpil\w+"
    rf"|hoard\w*) (?:[\w'-]+ ){{0,6}}?(?:{DRUG}|something|stuff|things)\b(?: [\w'-]+){{0,4}}? (?:home|from (?:work"
    rf"|theatre|the (?:ward|trolley|cupboard))|in my (?:bag|locker|drawer|room|flat|car))[^?]{{0,80}}\b(?:on myself"
    rf"|take the lot|not for pain|to (?:end|finish) it|kill|die\b)"
)
"""What it would be done with, and that it is meant."""

PLACES: Final = OnNeed(
    rf"\b(?:on|at|by|over|up|from|off|onto|to|of|near|in"
    rf"|climb\w*)\b[^.!?]{{0,25}}\b{PLACE}\b[\s\S]{{0,110}}?\b(?:{_WILL}?{_OVER}|{_WILL}(?:end|do|finish) (?:it"
    rf"|this))\b"
    rf"|\b{_WILL}{_OVER}\b[^.!?]{{0,30}}\b{PLACE}\b"
    rf"|\b{PLACE}\b[^?]{{0,60}}\b(?:decid\w+|wonder\w*|think\w*|thought) (?:about |of )?(?:whether to "
    rf"|if i should )?{_OVER}"
    rf"|\b(?:drive|driving|steer|swerve|crash) (?:my car |the car |it )?(?:off|into|under|in front of) (?:a|the"
    rf"|that) (?:bridge|tree|wall|lorry|cliff|river|barrier|train)\b[^?]{{0,60}}\b(?:tonight|today|on the way"
    rf"|going to|planning)"
)
"""A place to fall from, or to go in, and that it is meant."""
