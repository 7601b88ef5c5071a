"""What the coach must not rule on: patients' care, the law, contracts, conduct, and what a regulator would say."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting.look import Look
from bot.coaching.record import Problem

_DRUGS: Final = (
    r"(?:antibiotics?|fluids?|oxygen|insulin|heparin|warfarin|apixaban|rivaroxaban|morphine|opioids?|paracetamol"
    r"|steroids?"
    r"|adrenaline|noradrenaline|diuretics?|furosemide|infusion|dose|doses|drugs?|medication|sedation|lorazepam"
    r"|haloperidol"
    r"|amiodarone|potassium|enoxaparin|salbutamol|beta[- ]?blockers?|anticoag\w+|meropenem|gentamicin|tazocin"
    r"|co-amoxiclav"
    r"|metformin|statins?|pacing|thrombolysis|transfusion|antibiotic|chemo\w*|prophylaxis|bolus|iv\b|feeds?)"
)
_CLINICAL: Final = re.compile(
    r"\b(?:patients?|baby|child)\b[^.;]*\b(?:fine|safe|ok|okay|all right|well enough|stable enough) to\b"
    r"|\b\d+(?:\.\d+)? ?(?:mg|mcg|micrograms?|milligrams?|grams?|g|ml|mls|units|mmol|iu|litres?|kg|mmhg|bpm)\b"
    r"(?! (?:of )?(?:coffee|tea))|\b(?:per|a) kilo\b"
    rf"|\b(?:giv(?:e|ing)|start(?:ing)?|prescrib(?:e|ing)|administer(?:ing)?|stop(?:ping)?|hold(?:ing)?|increas(?:e"
    rf"|ing)"
    rf"|reduc(?:e|ing)|titrat(?:e|ing)|switch(?:ing)?|withhold(?:ing)?|restart(?:ing)?|revers(?:e|ing)|doubl(?:e|ing))"
    rf"(?: (?:the|your|this|a|an|them|him|her|it|on|out|to|that|some|more|oral|early"
    rf"|empirical))* (?:\w+ ){{0,2}}{_DRUGS}"
    rf"|\b{_DRUGS}\b(?: \w+){{0,6}}? (?:is|are|does|was|were|would be) (?:\w+ )?(?:sound|safe|fine|correct|right|enough"
    r"|indicated|contraindicated|appropriate|reasonable|better|best|work|just as well|first[- ]line)\b"
    r"|\b(?:the )?(?:most )?(?:likely |probable |working |obvious )?(?:diagnosis|differential|underlying cause)"
    r"(?: here)? (?:is|was|would be|has to be|must be)\b"
    r"|\b(?:is|are|was|were|would be|be|seems?|sounds?) (?:\w+ )?(?:safe enough|clinically|medically (?:fit|safe|fine"
    r"|stable)"
    r"|contraindicated|indicated|unsafe to|safe to|fit for (?:discharge|assessment|surgery|theatre|transfer)|septic)\b"
    r"|\b(?:correct|right|safe|recommended|appropriate|ideal|standard|best|proper) (?:first )?(?:dose|drug|regimen"
    r"|treatment|management|antibiotic|therapy|sats|saturations?|investigation)\b"
    r"|\b(?:correct|safe|fine|right|enough|appropriate|sound) for (?:every|each|any|that|this|the|most"
    r"|all) (?:\w+ )?(?:patient"
    r"|baby|child|group|bay|woman|man)s?\b"
    r"|\b(?:correct|safe|recommended|standard|proper) (?:target|rate|threshold|interval)\b"
    r"|\bworks? (?:just )?as well\b|\bright first move\b"
    r"|\b(?:come|comes|came|do|does|did|means?|meant) (?:to )?(?:no|little|great|serious|lasting) (?:real )?harm\b"
    r"|\b(?:is|are|was|were|be|been) (?:\w+ )?(?:benign|malignant|harmless|self-limiting|survivable|curable|operable)\b"
    r"|\bmedically speaking\b|\bclinically,|\bfrom a clinical (?:point|view)|\bnothing (?:has been |was "
    r"|is )?lost for the patient"
    r"|\b(?:the )?patients? (?:was|were|is|are) (?:not |never )(?:harmed|at risk|in danger)|\bno (?:benefit"
    r"|harm) to the"
    r" (?:baby|patient|child)|\bwell inside the window|\bcould (?:properly|safely) (?:have )?wait(?:ed)?\b"
    r"|\b(?:should|must|needs? to|has to|ought to) (?:have been |be )(?:intubated|examined|scanned|transfused|admitted"
    r"|discharged"
    r"|anticoagulated|catheterised|thrombolysed|ventilated|sedated|reversed|scoped|operated|fasted|monitored|referred"
    r"|reviewed"
    r"|treated|investigated)\b"
    r"|\b(?:needs?|warrants?|requires?|needed|wants) (?:an? |urgent |immediate |iv )*(?:ct|mri|scan|ultrasound"
    r"|lumbar puncture"
    r"|antibiotics?|fluids|transfusion|surgery|intubation|endoscopy|icu|itu|ecg|x-?ray|biopsy|referral)\b"
    r"|\b(?:has|have|had|having|probably|likely|clearly|classic|looks like|sounds like|suggests?"
    r"|consistent with)(?: \w+){0,2}"
    r" (?:sepsis|stroke|embol\w+|heart attack|pneumonia|delirium|dementia|subdural|meningitis|appendicitis"
    r"|pancreatitis|dka"
    r"|cauda equina|dissection|anaphylaxis|heart failure|pulmonary oedema|cellulitis|psychosis|porphyria)\b"
)
_LAW: Final = (
    r"(?:gmc|tribunal|regulator|court|judge|ombudsman|cqc|coroner|deanery|hr|employment law|the law"
    r"|equality act|contract)"
)
_LEGAL: Final = re.compile(
    r"\byou are (?:fully |well |quite )?(?:covered|in the clear)\b|\byou (?:can|may) refuse\b|\b(?:un)?(?:lawful"
    r"|lawfully|legal|legally|illegal|illegally|constitutional)\b|\b(?:in|by|under|against"
    r"|breaks?) (?:the )?law\b"
    r"|\bthe law (?:is|says|protects|gives|entitles|requires|allows|would)\b|\bstatut(?:e|ory)\b|\bentitle(?:d|s"
    r"|ment)\b"
    r"|\bbreach(?:es|ed|ing)?\b(?: of)?|\b(?:unfair|constructive|wrongful) dismissal|\b(?:direct "
    r"|indirect )?discriminat(?:ion|ory"
    r"|ed|ing)\b|\bharassment\b|\bbullying\b|\bvictimis\w+|\bnegligen(?:t|ce)\b|\b(?:gross |research |professional "
    r"|serious"
    r" )misconduct\b|\bmisconduct\b|\bmalpractice\b|\bfraud\w*\b|\bdefamat\w+|\blibel\w*|\bslander\w*"
    r"|\b(?:protected|qualifying) disclosure|\bwhistleblow\w+|\breasonable adjustments?\b|\bequality act\b"
    r"|\bworking time\b"
    r"|\bgrounds? for (?:an? )?(?:\w+ )?(?:claim|complaint|appeal|grievance|dismissal|referral|action)"
    r"|\bduty of candour\b"
    r"|\b(?:you|they|he|she|it|trust|employer|lead|department|consultant|deanery) (?:\w+ )?(?:is|are|am|was"
    r"|were) (?:\w+ )?"
    r"(?:obliged|required|liable|bound|protected|allowed|permitted|entitled|owed|contractually)\b"
    r"|\b(?:is|are|was) not allowed\b|\byou are owed\b|\b(?:contractual|legal|statutory|employment|maternity"
    r"|part-time) (?:right|duty"
    r"|limit|obligation|protection|entitlement)s?\b|\b(?:your|their|his|her) (?:legal |contractual "
    r"|employment )?rights\b"
    r"|\bwithin (?:your|their|his|her) rights\b|\bhave (?:a|every|no|the) (?:legal )?(?:right|case|claim|grounds)\b"
    r"|\b(?:you|they|he|she) (?:would|will|could|should) (?:win|lose|be (?:struck|sued|sacked|dismissed|disciplined"
    r"|referred"
    r"|suspended|reported|found|cleared))\b|\b(?:strong|good|clear) case (?:against|to)\b"
    rf"|\b{_LAW}\b(?: \w+){{0,4}}? (?:will|would|cannot|always|never|require|requires|says?|expects?|allows?|forbids?"
    rf"|sides?"
    r"|finds?|rules?|treats?|counts?|is with|protects?|covers?|means)\b|\benough (?:at|for|before) a (?:tribunal|court"
    r"|panel)\b"
    r"|\b(?:must|have to|has to|obliged to|duty to|need to|required to) (?:report|refer|disclose|declare|escalate"
    r"|notify|datix)\b"
    r"|\b(?:void|invalid|null and void|inadmissible|actionable|unenforceable|ultra vires)\b|\breportable\b"
    r"|\b(?:counts|qualifies) as (?:\w+ )?(?:a |an )?(?:breach|misconduct|discrimination|whistleblowing|absence|serious"
    r"|never event|incident)\b|\bamounts to\b|\bover the (?:legal )?limit\b|\bhours? rules?\b"
    r"|\bexception report(?:able)?\b"
    r"|\bgood medical practice\b|\bcannot (?:legally )?(?:sack|fire|dismiss|discipline|touch|force|make) you\b"
    r"|\bformal (?:complaint|grievance|warning|action)\b|\bdisciplinary\b|\bsue\b|\bprosecut\w+|\bliabilit\w+"
)
_CRISIS: Final = re.compile(
    r"\b(?:suicid\w+|samaritans|helplines?|crisis (?:line|team|service)|end(?:ing)? your life|harm(?:ing)? yourself"
    r"|hurt(?:ing)? yourself|self[- ]harm\w*|are you safe|keep(?:ing)? (?:yourself|you) safe|999|111|116 ?123|2222|a&e"
    r"|emergency (?:services|department) (?:now|right)|ring \d|practitioner health|bma (?:counselling|wellbeing)"
    r"|counsell(?:or|ing)"
    r"|therap(?:y|ist)s?|occupational health|speak to (?:your|a) gp|see (?:your|a) (?:gp|doctor)|antidepressants?"
    r"|helpline)\b"
)
_TABLE: Final = (
    ("crisis_words", "help in a crisis, which is not for a model to word", _CRISIS),
    ("clinical_ruling", "rules on a patient's care", _CLINICAL),
    ("legal_ruling", "rules on law, contract or conduct", _LEGAL),
)


def faults(look: Look) -> Iterator[Problem]:
    """Rulings, in our own words and in what is offered to be said; what the doctor said is only said back."""
    for code, what, pattern in _TABLE:
        for hit in pattern.finditer(look.plain):
            if not look.is_said_back(hit.group(0)) and not look.mentions(hit.group(0)):
                yield Problem(code=code, detail=f"{what}: {hit.group(0).strip()!r}")
                break
