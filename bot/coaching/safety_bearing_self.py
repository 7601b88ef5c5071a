"""Words that bear on a danger to the doctor: death and sleep, going, means, farewells, worth, not going on, calm."""

from typing import Final

_NOT = r"(?:not?|never|\w+n't|dont|wont|cant|didnt|wouldnt|isnt|couldnt|doesnt|havent|wasnt|cannae|dinnae|without|nor)"

CRISIS: Final = (
    # death, in its many words; how long there is to live; the end of things
    r"suicid\w*|d(?:ie[sd]?|ying|ead|eaths?|eceased)|kill (?:me|my\w*)|funeral|coffin|grave|mortuary|obituar\w+"
    r"|next of kin|in service|pension|life insurance|insurance pays?|will(?: and|,)|my will|organ donor|bench for",
    r"ali(?:ve|fe)|liv(?:e|es|ed|ing) (?:with|like|for|through|past|much|long|any|till|until|to)|(?:to|want(?:s|ed)? to"
    rf"|worth|{_NOT}) (?:go on )?liv(?:e|ing)|end (?:it|this|things|of (?:me|it|what|the (?:road|line)))|ending|"
    r"all (?:be )?over|(?:be|was|were|is|it's|its) over(?! ?(?:run|time|night|book))|finish(?:ed)? (?:it|things)"
    r"|past (?:spring|summer|autumn|winter|christmas"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)",
    # sleep that does not end, nights without any
    rf"(?:{_NOT}|hop\w+|wish\w*|without|stopped|sick of|rather|bother\w*"
    rf"|forget\w*) (?:\w+ ){{0,4}}(?:wak\w+|get(?:ting)?"
    r" up|woken)|wak\w+ up (?:every|again|is|to find|at all|one|dead)|(?:woke|waking) up\b|"
    r"sleep(?:ing)? (?:for ?ever|through (?:it|all)"
    r"|and not|a year|for a (?:year|hundred))|just (?:to )?sleep|go to (?:bed|sleep)|not (?:slept|eaten|washed)"
    r"|n'?t (?:slept|eaten|washed)|no sleep|switched? off|lights? (?:off|out)|unplugged|peaceful|restful|rest now",
    # not being here, going, vanishing
    rf"{_NOT} (?:\w+ ){{0,3}}(?:be(?:ing)? (?:here|around|there|in (?:it|any|this)|a me|at (?:it|the)|needing|missed"
    r"|needed|coming|back|anybody|alive)"
    r"|exist|see (?:a|the|myself|me|any|january|spring|summer|christmas|past)|come back|coming (?:back|home|in"
    r"|out)|moving anywhere|a me|picture|have been born|matter)|being here|(?:to|will|still) be here",
    r"disappear\w*|vanish\w*|being gone|i(?:'?m| am|f i|'?d be|'?ll be)? (?:was |were |been |be )?(?:gone|away|nothing"
    r"|nowhere|invisible|a ghost)|(?:when|if|after|once|before|till|until) i(?:'?m|'?ve| am| was| were"
    r"| have)? (?:just |"
    r"ever |simply )?(?:gone|go\b|went|left|leave|stop\w*|drop\w*|fell|fall|jump\w*|crash(?:ed"
    r"|ing)? (?:the|my|into)|not )"
    r"|went (?:under|missing|quietly)|slip(?:ped)? (?:away|under|off)|step(?:ped|ping)? (?:back|off|out|down|in front)"
    r"|walk(?:ed|ing)? (?:out|into|off|away)|get(?:ting)? out of (?:it|here|the car)|leav(?:e|ing) (?:for good|early|"
    r"quietly|altogether)|for (?:good|ever)|once and for all|permanent\w*|altogether|already left|opt(?:ing)? out"
    r"|way out|exit|out of (?:the way|it all)|no (?:way|use|future|plans?|after|next|need)\b",
    # places and means
    r"bridges?|viaduct|the pit|a pit|black hole|abyss|void|rock bottom|darkness|river|canal|reservoir|loch"
    r"|lough|quay|pier|cliffs?|sea|weir|tide|water|roof\w*|ledge|balcony"
    r"|helipad|multi-?stor(?:e?y|ey)|car ?park|level \w+|platform|railings?|railway|rails?|tracks?|trains?"
    r"|tram|lorr(?:y|ies)|van"
    r"|barrier|verge|lay-?by|motorway|a\d{1,2}\b|m\d{1,2}\b|bend|steering|wheel|seat ?belt|brak\w+|engine"
    r"|garage|exhaust|"
    r"driv\w+|eyes (?:shut|closed)|crossing|window|floor(?: of)?|edge|jump\w*|falling|ropes?|ligature|belt|tourniquet|"
    r"cord|hook|beam|loft|shed|rifle|gun|knife|knives|blades?|scalpels?|scissors|razor|the sharps|a cannula|"
    r"cutting|(?:i|to|a|and|again) cut|burn(?:s|t|ing)? (?:my|the|me)|scratch\w*|bath(?:room)?|basement|oven",
    # pills, drink, drugs from work
    r"pills?|tablets?|packets?|stash\w*|stockpil\w*|stock|pile|drawer|cupboard|leftovers?|overdos\w*|"
    r"insulin|potassium|kcl|propofol|thio\w*|fentanyl|morphine|oramorph|opiates?|ketamine|midazolam|diazepam|zopiclone"
    r"|codeine|paracetamol|propranolol|amitriptyline|digoxin|pethidine|remi\w*|muscle relaxant|roc(?:uronium)?|vials?"
    r"|ampoules?|amps?|controlled drugs?|cds?|the key|my own script|sign(?:ed)? out|self-?medicat\w+|antidepressants?|"
    r"sertraline|citalopram|my (?:meds|medication|inhaler)|"
    r"drink(?:s|ing)?|drank|drunk|booze|bottles?|glass(?:es)?|vodka|gin|whisk(?:e)?y|wine|rum|beers?|a can"
    r"|cans of|alcohol"
    r"|thermos|flask|sober|units a",
    # saying goodbye, putting in order, giving away, choosing a date
    r"good-?bye|farewell|last (?:day|one|shift|line|words?|handover|round|clinic|entry|message)"
    r"|letters|(?:my|her|his|a) letter|note(?:s)? (?:to|for|in|on|left)|envelopes?|write to (?:my|the)"
    r"|passwords?|photograph|memory|remember me|"
    r"remember(?:ed)? (?:for|as|by)|my (?:things|stuff|books|affairs|pension|bike|watch"
    r"|good (?:\w+ )?stethoscope|stethoscope|"
    r"locker|desk|cat|dog|house|flat|plants?|guitar)|the (?:cat|dog|plants)|(?:gave|giv\w+"
    r"|given) (?:\w+ ){0,4}(?:away|to (?:my|the|a"
    r"|his|her))|paid off|cancell?ed (?:the|my|all)|sorted|sort(?:ing)? (?:my|out my|everything)|tid(?:y"
    r"|ied|ying)|in order|squared"
    r" away|labell?ed|everything(?:'s| is| in| so)|hand(?:ed|ing)? (?:over|it all|everything|on)"
    r"|handover for|succession|thank(?:s|ed)?"
    r" (?:everyone|you for|them all|for everything)|look after (?:the|my|them|her|him|each)|find (?:me|it)"
    r"|found (?:me|her|him|it)|"
    r"a date|the date|what date|anniversary|birthday|deadline|countdown|counting|by (?:the (?:end|time)"
    r"|then)|after (?:that|the \d+|exams|christmas)|"
    r"till (?:then|it'?s time)|until then|a plan|planned|plan(?:ning)? (?:for|it|b|past)",
    # hopelessness, worth, burden, relief to others
    r"what'?s the (?:point|use)|no (?:point|hope|use|reason|purpose)|pointless|hopeless\w*|(?:wha"
    r"|whit)t?'?s the point|the point of"
    r"|worth(?:less)?|useless|waste of (?:space|air|a|oxygen|everyone)|burden\w*|"
    r"better off|better (?:without|with (?:a|some|any)|if i)|without me|better for (?:them|everyone|everybody)"
    r"|reliev\w+|relief|dead weight|deadweight|in the way|fault|deserv\w+|shame|asham\w+|failure|forgiv\w+|"
    r"(?:nobody|no one|no-one|noone|who|anyone|they|anybody|not one|wonder if)(?:'?d| would| will|'?ll"
    r"|'?s)? (?:ever |even |really |just )?(?:miss|notic\w*|care|"
    r"come|look|cry|know|be better|be fine|cope|manage)|matter(?:s|ed)?|"
    r"hate (?:myself|me|being)|disgust\w*|loath\w*|(?:should|shouldn't|never should"
    r"|ought to) (?:\w+ ){0,2}(?:have been|be here|exist)"
    r"|instead of (?:me|her|him)|swap(?:ped)? (?:me|places|with her|with him)|take my place|replac\w+"
    r"|locum (?:sorted|in)|rota (?:to notice|gap)",
    # cannot go on; a body and mind past coping; numb
    r"(?:can'?t|cannot|cannae|can not|couldn'?t|don'?t think i can|could not"
    r"|not able to) (?:\w+ ){0,3}(?:do|go|be|face|get|"
    r"carry|cope|bear|stand|take|keep|feel|stop|see|remember|breathe|think|hear|find|read|walk|move|eat"
    r"|sleep|any ?more)"
    r"|any ?more|done with|done in|had enough|enough(?: now|[.,]|$)|tired of (?:it|being|all|living|this)"
    r"|sick of|tired,? (?:but )?not|"
    r"not the sleep\w*|run out|nothing left|empty|hollow|numb(?:ness)?|shak(?:e|es|ing)|crying|cried"
    r"|sobb\w+|tears|scream\w*|"
    r"(?:been )?sick twice|vomit\w*|voices|hear(?:d|ing)? (?:it|my|the|a|things)|not real|unreal"
    r"|outside myself|watching myself"
    r"|a person|stop(?:ped)? (?:answering|eating|opening|setting|taking|washing|feeling|it|crying"
    r"|breathing|going|caring)|"
    r"make it stop|feel (?:something|anything|nothing|real)|to feel|under (?:the|my) (?:desk|table)"
    r"|lie (?:on|down|there)|lay down|"
    r"lying (?:on|there|down|in)|sit (?:in|on|there|under|and)|sat (?:in|on|there)|get up|hours? in the"
    r"|lock(?:ed)? (?:the door|myself|in)"
    r"|(?:hurt|harm)\w* (?:my|me)\w*|bleed\w*|bruis\w*|long sleeves|bandage\w*|dressings?|plasters?",
    # calm after a decision; a thought kept by; comfort in a way out; disclaimers
    r"(?:so|very|quite|feel|felt|become|strangely|oddly|all|went|gone|really|been|it's) (?:\w+ )?(?:calm"
    r"|quiet|light|peace\w*|easy|free|better)|"
    r"calm(?:er|est|ness)?|at peace|soothing|comfort\w*|(?:made|made up) (?:a|my|the) (?:decision|mind)"
    r"|decid(?:ed|ing) (?:on|to|it|that it|when|how)"
    r"|i'?ve decided(?! any)|thoughts? (?:of|about|at|i)|(?:the|a|that|same) thought|keep thinking"
    r"|i think (?:about|of|how|i'?ll)|imagining|daydream\w*|fantas\w+|plan b|"
    r"dark|tempt\w*|accident(?:al(?:ly)?)?|hit by|crash\w*|biopsy|cancer|infarct\w*|arrhythmi\w+|jealous"
    r"|env(?:y|ied|ious)|lucky|wish i|hop(?:e|ing) (?:it|i|for|that|the|some|one)|"
    r"i wouldn'?t do|not going to do|before you (?:start|ask|worry)|don'?t (?:worry|panic)|not dramatic"
    r"|dramatic|hypothetical\w*|asking for a|(?:a|my) (?:friend|mate|pal|colleague) "
    r"|she'?s me|(?:he|she|they)'?s me|somebody like me|protective factors?|risk (?:assess\w+|score"
    r"|factors?)|phq|samaritans|sectioned|"
    r"in case|being around|be around|if something|if anything|happens? to me|what stops|promis\w+"
    r"|reasons? to|keep(?:s|ing)? me (?:here|going|alive|safe)",
    # the small hours, alone
    r"[3-5] ?am|in the (?:dark|night|car)|at night|every (?:single )?(?:night|morning)|alone|nobody(?:'s"
    r"| is| else)? (?:home|with|in|there|left)|on my own|the house is",
    # refusing the future; small words of ending; others who did it
    r"(?:not making|no) plans|the (?:everything|world)|ghost|a letter|by letter|permission to|(?:took"
    r"|taken) (?:\w+ ){1,2}of them|whoever (?:reads|finds)|"
    r"my (?:kids|children|boys|girls|daughter|son|wife|husband|mum|mam|mother|parents|family|brother"
    r"|sister)(?:'?d| would| will| should| could| can)|can rest|the syringe|hitting my|not there for"
    r"|i(?:'?m| am) not in (?:it|any)|stopped (?:looking|being)|not bother\w*|(?:wouldn'?t|wouldnt) be\b"
    r"|(?:at|in) anything\b|off switch|"
    r"an(?:ything| one) any|nothing (?:further|after)|further anything|find you|not here|(?:won'?t|wont"
    r"|wouldn'?t|wouldnt|wouldnae|will not|i'?ll not|not going to|don'?t think i'?ll|dont think ill"
    r"|no) (?:\w+ ){0,3}(?:be (?:any|a (?:problem|burden|loss|bother)|missed|in)|need(?:s|ed|ing)?|make it"
    r"|last|see|come in|future|goals?|reason|gonna)|dont want to be|(?:don'?t|not) (?:want to be|be) (?:a"
    r"|any\w*|born|an)\b|(?:i )?don'?t see (?:any|it|one|that)|"
    r"isn'?t a (?:next|me|year)|wasn'?t a me|no[- ]?longer with|not around|isn'?t around|passes away"
    r"|passed away|born|selfish|kind(?:er|est) (?:thing|to)|fade|subtract|unsubscribe|equation|swerve\w*"
    r"|kerb|"
    r"stairs|heights?|windows|beams|shotgun|helpline|inherit\w*|legacy|donor|ashes|coroner\w*|took (?:his"
    r"|her|their) own|own life|terminal|admitted|dnacpr|plaque|"
    r"stops?(?: being| existing| now| it| all|\. being)|all to stop|ends\b|to end\b|an end|it all"
    r"|of all of it|everything else|from everything|a reason|future|in (?:five|10|ten|a) years?|"
    r"scars?|bit my|my head on|hooked|scared of|finished|by myself|one (?:less|fewer|more)|ends up|turn up"
    r"|tell (?:mam|mum|my|the f1s|them i)|own (?:m&m|house)|"
    r"the only reason|(?:i'?d|just|rather|only) stop|stop\. |miss(?:es|ed)? (?:me|someone|the|being)"
    r"|you missing|insurance|polic(?:y|ies) pay|gap on|one way|on purpose|(?:talk|talked) me out|"
    r"i know (?:how|which)|brave|my own score|already gone|the other thing|each night|somebody else a"
    r"|it'?s come back|its come back|nearly over|anyone'?d|last (?:rung|reflection)|for good|move on"
    r"|moving on|"
    r"handed back|take me|nothing of me|no one standing|is a note|my own (?:bed|name)|less (?:room|trouble"
    r"|food)|before i cross|get it now|understand (?:him|her|them)|never (?:another|come)|fell asleep"
    r"|no loss|any loss|"
    r"not come in|don'?t come in|dont come in|writing to|only read once|bye\b|going quiet|finds? out"
    r"|for as long as|doesn'?t end|anyone'?s problem|much longer|find cover|cope fine|everyone'?s? cope"
    r"|they'?d only",
)
