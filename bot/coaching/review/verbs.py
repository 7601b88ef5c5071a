"""English verbs as the rewordings need them: the -ing form, the plain form, and which words begin an order."""

import re
from typing import Final

_IRREGULAR: Final = {
    "been": "be", "begun": "begin", "brought": "bring", "built": "build", "bought": "buy", "caught": "catch",
    "chosen": "choose", "come": "come", "done": "do", "drawn": "draw", "driven": "drive", "eaten": "eat",
    "fallen": "fall", "felt": "feel", "found": "find", "forgotten": "forget", "given": "give", "gone": "go",
    "got": "get", "had": "have", "heard": "hear", "held": "hold", "kept": "keep", "known": "know", "left": "leave",
    "let": "let", "lost": "lose", "made": "make", "meant": "mean", "met": "meet", "paid": "pay", "put": "put",
    "read": "read", "run": "run", "rung": "ring", "said": "say", "seen": "see", "sent": "send", "set": "set",
    "shown": "show", "spoken": "speak", "spent": "spend", "stood": "stand", "stuck": "stick", "taken": "take",
    "taught": "teach", "thought": "think", "told": "tell", "understood": "understand", "written": "write",
}  # fmt: skip
_LAST_DOUBLED: Final = frozenset(
    """begin bid chat clip cut drag drop fit flag get grab hit jot knit let log nag nap nip nod pad pat pin
    plan plot pop prefer put refer ring rip rub run scrap set shift ship shop shut sit skip slip slot snap
    spot stab step stop swap swim tap tip top transfer trap trip win wrap commit admit permit occur trial
    cancel label travel model level total signal channel rebut recur submit""".split()
) - {"ring", "shift"}
_ORDERS: Final = frozenset(
    """accept act add adopt allow answer apply arrange ask attend audit avoid back begin bleep book bring call
    cancel carry challenge change chase check clean clear clerk close code collect come complete comply
    consider contact cover cut delegate deliver discharge discuss do document draft drop engage ensure
    escalate examine explain fill find finish fix follow get give go hand handle help hold improve include
    inform introduce keep label learn leave limit list log look make manage measure meet mind monitor move
    note offer open order organise pass phone pick plan prepare prescribe prioritise print protect put raise
    read record reduce refer refrain remember remind remove replace reply report request respond restart
    return review ring rota run save schedule scan send set share sign speak spend stagger start stick stop
    submit support swap switch take talk teach tell test think tidy train transfer treat triage trial try
    turn update use wait wash watch wear work write""".split()
)
_TELLING: Final = frozenset(
    """accept attend bear bring call come confirm consider contact discuss email excuse feel find forgive
    forward give go have ignore join know let look mind note phone read reply ring scribble see send share
    shout sign speak tell thank text think try volunteer wait""".split()
)
"""Verbs that ask for a small thing, or invite: no order that anybody would stiffen at."""


def gerund(phrase: str) -> str:
    """A verb phrase in the plain form with its first verb in -ing: 'move the huddle' gives 'moving the huddle'."""
    verb, _, rest = phrase.partition(" ")
    if verb.casefold() == "not" and rest:
        return f"not {gerund(rest)}"
    if verb.casefold() in {"just", "simply", "also", "only"} and rest:
        return gerund(rest)
    return f"{_ing(verb)} {rest}".strip()


def _ing(verb: str) -> str:
    low = verb.casefold()
    if low in {"be", "see", "agree", "flee"}:
        return verb + "ing"
    if low.endswith("ie"):
        return verb[:-2] + "ying"
    if low.endswith("e") and not low.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    if low in _LAST_DOUBLED:
        return verb + verb[-1] + "ing"
    return verb + "ing"


def ing_of_done(word: str) -> str | None:
    """The -ing form of a participle ('checked', 'told'), None where it is no participle that is known."""
    low = word.casefold()
    if low in _IRREGULAR:
        return _ing(_IRREGULAR[low])
    if low.endswith("ied"):
        return word[:-3] + "ying"
    return word[:-2] + "ing" if low.endswith("ed") and len(low) > 4 else None


def plain_of_ing(word: str) -> str:
    """The plain form of an -ing: 'having' gives 'have', 'getting' 'get'; '' where it is no verb that is known."""
    known = sorted(_ORDERS | _TELLING | set(_IRREGULAR.values()) | {"be", "arrange", "finish", "swap"})
    return next((one for one in known if _ing(one) == word.casefold()), "")


def plain(verb: str) -> str:
    """The plain form of a verb in the third person: 'answers' gives 'answer', 'carries' 'carry'."""
    low = verb.casefold()
    known = {"is": "be", "are": "be", "has": "have", "does": "do", "goes": "go"}
    if low in known:
        return known[low]
    if low.endswith("ies") and len(low) > 4:
        return verb[:-3] + "y"
    if low.endswith(("shes", "ches", "sses", "xes", "zes")):
        return verb[:-2]
    return verb[:-1] if low.endswith("s") and not low.endswith("ss") else verb


def orders(phrase: str) -> bool:
    """Whether a phrase begins with a verb by which people are told what to do."""
    return first(phrase) in _ORDERS


def asks_little(phrase: str) -> bool:
    """Whether its verb only asks for an answer or a small thing, as anybody may."""
    return first(phrase) in _TELLING


def first(phrase: str) -> str:
    """The first word, without what clings to it."""
    found = re.match(r"[\w'’-]+", phrase)
    return found.group(0).casefold() if found else ""
