"""The words that stop coaching with certainty, route by route."""

import re
from typing import Final

EXPLICIT: Final = (
    (
        "crisis_self",
        re.compile(
            r"\b(?:i(?:'m| am|m)? (?:feel(?:ing)? |am )?(?:actively )?suicidal|(?:want|going|plan(?:ning)?"
            r"|thinking (?:of|about)|thought(?:s)? (?:of|about)|ready|tempted) (?:to "
            r"|of )?(?:kill(?:ing)? myself|end(?:ing)? (?:my life|it all)|tak(?:e|ing) my (?:own )?life"
            r"|hang(?:ing)? myself|overdos(?:e|ing) myself)"
            r"|(?:i|i'd|id|i just|really) (?:don'?t|do not|dont|no longer|didn'?t) want to (?:be alive|live"
            r"|be here any ?more|exist|wake up)|want(?:ed)? to (?:die|be dead)\b(?! (?:of|on (?:this"
            r"|that) (?:hill|rota)|laughing))|wish i (?:was|were) dead|better off (?:dead|without me)"
            r"|(?:hurt|harm|cut|cutting|harming|hurting) myself|kill myself(?! (?:laughing|for|trying|over))"
            r"|end(?:ing)? my (?:own )?life|no reason to (?:live|go on living)|can'?t go on living|suicide note"
            r"|i (?:think|am thinking|keep thinking|was thinking) (?:about|of) suicide|thoughts of (?:suicide"
            r"|ending my)"
            r"|i(?:'?m|'?ve| am| have| keep| was)?(?: been| still)? (?:having|had|getting) (?:\w+ )?suicidal thoughts"
            r"|i (?:won'?t|wont|don'?t intend to) be (?:alive|here by)|kill mysel"
            r"|don'?t trust myself (?:tonight|with tonight)"
            r"|can(?:no|'?)t keep myself safe|i(?:'m| am|m) not safe (?:on my own|to be (?:on my own|alone)"
            r"|tonight|with myself)"
            r"|self[- ]?harm(?:ing|ed) (?:again|most|every|last|since|tonight))\b"
            r"|^\W*(?:suicidal|not safe (?:tonight|on my own|to be (?:on my own|alone)))\b",
            re.I,
        ),
    ),
    (
        "patient_safety_now",
        re.compile(
            r"\b(?:(?:is|'s|are|she's|he's|patient'?s?|pt|baby|child|mum|man|woman|lady"
            r"|chap) (?:peri-? ?arrest(?:ing)?|arresting|not breathing"
            r"|bleeding out|exsanguinating|going blue|unresponsive)"
            r"|(?:crash|arrest|met|outreach|emergency) team (?:isn'?t|aren'?t|is not|not|won'?t) (?:answering"
            r"|coming|here)|(?:patient|pt|bed \d+).{0,40}(?:deteriorating|crashing|dying) (?:now|right now"
            r"|in front))\b",
            re.I,
        ),
    ),
    (
        "injection",
        re.compile(
            r"\b(?:ignore (?:all |any |the |your )?(?:previous|prior|above|earlier|system) (?:instructions?"
            r"|prompts?|rules?|messages?)|(?:print|show|reveal|repeat|output|give me|translate"
            r"|paste) (?:me )?(?:your |the )(?:\w+ ){0,3}(?:system prompt|prompt|configuration|hidden (?:rules"
            r"|instructions))"
            r"|developer mode|jailbreak|you are now (?:dan|an? unrestricted)|disregard your (?:instructions|rules"
            r"|guidelines)|(?:please |(?<![a-z,] ))disregard (?:all|the) (?:instructions|rules|guidelines)"
            r"|(?:answer|respond|reply|speak|talk|act|pretend) (?:\w+ ){0,3}(?:without|with no"
            r"|no) (?:any )?(?:restrictions"
            r"|safety filters|guardrails)|you are now (?:\w+, )?(?:an? )?(?:ai |bot )?(?:with no"
            r"|without) (?:restrictions|rules|limits)"
            r"|(?:disable|switch off|turn off|suspend|bypass|skip|drop) (?:the |your |all |every )*(?:safety"
            r"|crisis|safeguarding"
            r"|content|identifier)\s?(?:checks?|filters?|script|rules|routes?)|(?:other|previous) (?:users?"
            r"|trainees?|doctors?)'?s? "
            r"(?:conversations?|chats?|logs?|chat log)|(?:maintenance|debug|admin|evaluation|god) mode|do anything now"
            r"|sudo (?:cat|show|su|rm|ls|print)|your (?:secret|system|hidden|initial|original) (?:prompt"
            r"|instructions|rules))\b|</?system>|</user>",
            re.I,
        ),
    ),
    (
        "clinical_advice",
        re.compile(
            (
                r"\b(?:what (?:dose|antibiotic|drug(?! reps?\b))|(?:which|what) (?:dose|antibiotics?) (?:of|for|should)"
                r"|how (?:much|many (?:mg|units|mls?)) (?:of )?\w+ (?:should|do|can) i (?:give|prescribe)|(?:should"
                r"|can|do|could) i (?:give|prescribe|start|stop|hold) (?:\w+ ){0,3}(?:mg|mcg|units|furosemide"
                r"|heparin|insulin|amiodarone|adrenaline|abx|antibiotics|fluids|morphine|steroids|warfarin|apixaban"
                r"|metoprolol|bisoprolol|digoxin|gentamicin))\b"
            ),
            re.I,
        ),
    ),
)
"""For each route, gravest first, wording that leaves no doubt. Far from complete: the model is for the rest."""
