"""Nothing of the prompt gets out: its marker, its sentences, its examples, keys, names of acts, talk of models."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.look import Look, found
from bot.coaching.record import Problem

_LONGEST_RUN: Final = 7
_ALIKE: Final = 0.8
_FEWEST: Final = 5
_META: Final = re.compile(
    r"\b(?:as an ai\b|you (?:are|act as) (?:a|an|the) (?:\w+ ){0,3}?(?:coach for|assistant|chat ?bot)"
    r"|ai (?:language )?model|language model|large language|llm|chatgpt|gpt|openai|anthropic|claude"
    r"|gemini|llama|mistral"
    r"|system (?:prompt|message|instruction\w*)|my (?:system )?(?:prompt|instructions?|guidelines?|guidance|rules"
    r"|programming|training"
    r" data|brief|configuration|developers?|creators?|style guide|examples?)|i (?:was|am|have been) (?:told|instructed"
    r"|asked|programmed"
    r"|designed|trained|configured|given|not allowed|not permitted|supposed|required|only allowed|meant) (?:to|not"
    r"|here|that|by|an?\b|on"
    r"|the)|(?:the|these|those|my|this|above|following) (?:instructions?|prompt)\b|the user\b|the doctor (?:says|said"
    r"|wrote|has|is|feels"
    r"|wants|writes|seems|needs|may|might)|this doctor\b|the (?:guided|plain) (?:wording|version|draft|text)"
    r"|playbooks?\b|dialogue acts?"
    r"|(?:the|this|my|next|chosen) move (?:is|here|was|needs|requires|calls)|json|schema|citation keys?|evidence keys?"
    r"|tokens?\b"
    r"|marked as data|data block|between the (?:tags|markers|marks)|training data|jailbreak\w*|developer mode"
    r"|override\w*|prompt\w*"
    r" injection|ignore (?:all |the |my |your )?(?:previous|prior|above)|previous instructions|admin(?:istrator)? mode"
    r"|unrestricted"
    r"|no restrictions|in character|persona\b|role ?play(?:ing)? as|hidden (?:text|instruction\w*|prompt)|canary"
    r"|verbatim"
    r"|word limit|words or fewer|at most \w+ words|one open question|style guide|stage of the conversation"
    r"|coaching stage|(?:opening|aim|reality|beneath|idea|options?|commitment|obstacle|confidence|closed?) stage"
    r"|re-?written|reworded"
    r"|re-?phrased|british english|your state\b|this is turn \w+|(?:for|in|of) this turn\b|null\b|none given"
    r"|not provided|the policy\b"
    r"|policy (?:lets|says"
    r"|requires|allows)|as worded|worded reply|here is (?:a|the|my|your) (?:re|reply|response|draft|message|sentence"
    r"|version|wording)\w*|sentences? (?:one|two|three|\d)\b"
    r"|(?:this|my) (?:reply|response|output) (?:is|has|was|must|should|will)|placeholder|lorem|undefined"
    r"|i cannot (?:comply|assist|help with)"
    r"|i am unable to|i am not able to|unfortunately|i (?:must|have to) decline|against my|content policy|(?:not"
    r"|un)comfortable (?:discussing|answering)"
    r"|cannot (?:discuss|fulfil|provide|continue|engage)|i apologise|my apologies|is there anything else|feel free to"
    r"|let me know if|happy to help"
    r"|how can i (?:help|assist)|glad to (?:help|assist)|consult (?:a|an|your|with)|professional (?:advice|help"
    r"|support)|qualified (?:professional|person))\b"
)
_ACTS: Final = re.compile(
    r"\b(?:ask_open|ask_closed|ask_aim|ask_more|follow_up|go_beneath|offer_idea|give_step|if_then|with_whom"
    r"|[a-z]+_[a-z_]+)\b"
    r"|(?:^|[\s(\[<*])(?:reflect|affirm|inform|advise|challenge|signpost|summarise|open question"
    r"|reflection)"
    r"\s?(?:[:=>\])]|\s[-–—]\s)|[\[({<]\s?(?:k|e|key|ref|source|cite|doc|card)?[ :-]?\d{1,2}\s?[\])}>]|\b[ek]\d\b"
    r"|\b(?:reflect|inform|affirm|advise|challenge|summarise|reflection|affirmation) ?\((?:act)?\)",
    re.I,
)
_CASE: Final = re.compile(r"\b[a-z]+(?:-[a-z]+){2,}\b")


def faults(look: Look) -> Iterator[Problem]:
    """Each way in which a prompt shows."""
    if look.ground.marker and look.ground.marker.casefold() in look.raw.casefold():
        yield Problem(code="prompt_leak", detail="the prompt's marker")
    for hit in _META.finditer(look.plain):
        if hit.group(0) not in look.guided_plain and not look.mentions(hit.group(0)):
            yield Problem(code="prompt_leak", detail=f"speaks of its prompt or of models: {hit.group(0)!r}")
            break
    yield from found("prompt_leak", "a mark of the prompt", _ACTS, look.own)
    keys = {one.key for one in look.sheet.guided.citations} | {
        one for one in _CASE.findall(look.plain) if one.count("-") > 2
    }
    if any(key in look.raw.casefold() for key in keys if "-" in key or "_" in key):
        yield Problem(code="prompt_leak", detail="a key of the evidence")
    yield from _runs(look)


def _runs(look: Look) -> Iterator[Problem]:
    """Long runs of the instructions, and sentences of the examples."""
    words = plainly.tokens(look.own)
    shown = tuple(each.text for one in look.sheet.guide.examples for each in one.coach)
    leaked = _instructions(look.ground.prompt.system, shown)
    known = plainly.tokens(look.known)
    run = next((one for one in _runs_of(words) if one in leaked and not plainly.holds_run(one, known)), None)
    if run:
        yield Problem(code="prompt_leak", detail=f"a run of the instructions: {' '.join(run)!r}")
    fresh = [one for one in look.lines if len(plainly.stems(one.own) - look.known_stems) > 1]
    ours = [(one, plainly.tokens(one.text)) for one in fresh]
    for example in look.sheet.guide.examples if ours else ():
        theirs = [plainly.tokens(one.text) for one in example.coach]
        for line, words in ours:
            if any(len(one) >= _FEWEST and plainly.alike(words, one) >= _ALIKE for one in theirs):
                yield Problem(code="example_repeated", detail=f"a sentence of an example: {line.text!r}")
                return


@lru_cache(maxsize=64)
def _instructions(system: str, shown: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The runs of the instructions without the replies that they show, whose questions are those that a move asks."""
    for one in shown:
        system = system.replace(one, " . ")
    return frozenset(_runs_of(plainly.tokens(system)))


def _runs_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _LONGEST_RUN]) for at in range(len(words) - _LONGEST_RUN + 1))
