"""Words of the clinic and of the law that nobody in this talk has used: a coach has no reason to bring them in."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.look import Look
from bot.coaching.record import Problem

_CLINIC: Final = re.compile(
    r"\b(?:antibiotics?|fluids?|oxygen|insulin|heparin|warfarin|apixaban|rivaroxaban|morphine|opioids?|opiates?"
    r"|paracetamol|steroids?|adrenaline|noradrenaline|furosemide|infusions?|dos(?:e|es|age|ing)|medications?|sedat\w+"
    r"|lorazepam|haloperidol|amiodarone|potassium|calcium|magnesium|sodium|gluconate|bicarbonate|lactate|troponin"
    r"|enoxaparin|salbutamol|nebuliser|anticoag\w+|meropenem|gentamicin|tazocin|amoxicillin|co-amoxiclav|metformin"
    r"|statins?|thrombolys\w+|transfus\w+|chemo\w*|radiotherapy|prophyla\w+|bolus\w*|intravenous|subcutaneous|oral"
    r"|intraosseous|ultrasound|echo(?:cardiogram)?|endoscop\w+|colonoscop\w+"
    r"|laparoscop\w+|laparotomy|lumbar|puncture|intubat\w+|extubat\w+|cannulat\w+|catheteri\w+"
    r"|aspirat\w+|debrid\w+|amputat\w+|stents?|angiogra\w+|pacemaker|gases|saturations?"
    r"|haemoglobin|creatinine|crp|tourniquets?|vacuum|prognos\w+|differentials?|sepsis"
    r"|septic|strokes?|embol\w+|infarct\w*|pneumonia|delirium|dementia|subdural|meningitis|appendicitis|pancreatitis"
    r"|anaphyla\w+|hyperkalaemia|hypo\w+aemia|haemorrhag\w+|ischaem\w+|dissection|oedema|tachycard\w+"
    r"|bradycard\w+|hypotens\w+|hypertens\w+|metasta\w+|diabet\w+|asthma"
    r"|epilep\w+|seizures?|ulcers?|thrombo\w+|clots?|contraindicat\w+|nice guidance|resuscitat\w+"
    r"|defibrillat\w+|palliat\w+|syringe driver"
    r"|ctg|apgar|mg|mcg|ml|units of|half-life|side effects?|regimens?)\b"
)
_LAW: Final = re.compile(
    r"\b(?:tribunals?|lawsuits?|solicitors?|lawyers?|barristers?|ombudsman|grievances?|disciplinar\w+"
    r"|misconduct|negligen\w+|liab(?:le|ilit\w+)|unlawful\w*|illegal\w*|lawful\w*|statut\w+|legislation|equality act"
    r"|discriminat\w+|harass\w+|victimis\w+|constructive|whistleblow\w+|protected (?:disclosure|characteristic)s?"
    r"|dismiss(?:al|ible)|sack(?:ed|able)|sue|sued|suing|prosecut\w+|contractual\w*|breach\w*|entitle\w*|employment law"
    r"|working time|duty of candour|gmc|cqc|acas|fitness to practise|good medical practice|hr policy|defamat\w+"
    r"|libel\w*|slander\w*|fraud\w*|compensation|damages|injunction|data protection|gdpr|confidentiality rules"
    r"|policy (?:says|requires|allows|forbids)|in law|by law|the law|rights|offence|crime|criminal)\b"
)
_TABLE: Final = (
    ("clinical_ruling", "a word of the clinic that nobody used", _CLINIC),
    ("legal_ruling", "a word of the law that nobody used", _LAW),
)


def faults(look: Look) -> Iterator[Problem]:
    """The first of each; what anybody said, or the playbooks would say, may be said again in whatever form."""
    for code, what, pattern in _TABLE:
        for hit in pattern.finditer(look.plain):
            words = plainly.tokens(hit.group(0))
            if not all(one in look.known_tokens or plainly.stem(one) in look.known_stems for one in words):
                yield Problem(code=code, detail=f"{what}: {hit.group(0)!r}")
                break
