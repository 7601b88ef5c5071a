"""Verbs as a question needs them: the bare form of what was told in the present or the past."""

import re
from typing import Final

_REGULAR: Final = (
    "ask turn roll laugh smile nod shrug sigh snap shout walk stay stop start show move change look watch wait"
    " answer reply"
    " sign email text phone call book cancel drop hand help follow ignore interrupt raise refuse check notice"
    " offer open"
    " close pick pull push print count add agree apologise apologize argue blame bottle cover delete fill finish fix"
    " join jump lie listen miss mention pass post promise report step swap talk try use vote warn wipe mute"
    " blush flinch"
    " grab lean wince slam nominate switch copy scream whisper grin knock skip measure share decide arrange organise"
    " explain complain question challenge consult discuss involve include invite train chase chair audit log"
    " record type"
    " label move plan present clap cheer clean clear collect compare correct cross deny discharge disagree"
    " escalate fail"
    " fetch file flag forward guess handle insist introduce invent laminate mark mend message name order park pause"
    " photograph play point pretend prescribe praise press publish rate reach reassure remind remove repeat replace"
    " request rescue resign return review rush save scribble search seem settle shadow smirk sort stand stare"
    " steer stick"
    " suggest support swallow tackle tear tease thank tick touch track trail transfer translate trust tut visit"
    " volunteer"
    " whack wander wave weigh wheel whistle work worry wrap yell staple shelve squeeze stamp tap tape pin pretend ferry"
    " appoint approach approve assign attend avoid bleep block bother bully challenge cheer concede confirm"
    " copy crack cry"
    " demand design dodge draft duck dump edit empty end enter expect fold fund gather glare glance grade"
    " grumble hijack"
    " hoover hurry hum imagine improve inform inspect joke judge kick lock manage mumble mutter narrate"
    " negotiate observe"
    " pace paste patrol persuade phrase pile plead plug poke pop pour prepare process protest prove punish query quote"
    " raise rehearse relax release rely reply research respond restart rewrite ruin schedule scold sew shake shelve"
    " shield slip smooth sneak snigger spill spot spread squash stammer stay strike struggle stumble suspect sweep tidy"
    " trace treat trip undo unplug update upset usher veto wink wonder"
).split()
_IRREGULAR: Final = (
    "told:tell said:say went:go came:come got:get gave:give took:take made:make saw:see heard:hear left:leave kept:keep"
    " ran:run rang:ring sat:sit stood:stand put:put cut:cut let:let lost:lose found:find brought:bring bought:buy"
    " sent:send wrote:write read:read spoke:speak chose:choose broke:break drew:draw threw:throw caught:catch"
    " taught:teach"
    " held:hold led:lead met:meet paid:pay sold:sell set:set shut:shut stuck:stick forgot:forget froze:freeze hid:hide"
    " quit:quit spent:spend swore:swear woke:wake tore:tear hung:hang did:do built:build fought:fight won:win sang:sing"
    " ate:eat drove:drive grew:grow fell:fall dug:dig bent:bend rewrote:rewrite withdrew:withdraw overheard:overhear"
)
_DONE: Final = (
    "seen:see spoken:speak written:write given:give taken:take done:do gone:go shown:show chosen:choose broken:break"
    " rung:ring run:run come:come drawn:draw thrown:throw forgotten:forget begun:begin driven:drive eaten:eat"
)
_DOUBLED: Final = frozenset(
    "stop drop nod tap grab slam step swap skip plan chat log tut pop hum slip trip spot clap pin stir rub drag"
    " refer".split()
)


def _past(verb: str) -> str:
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}ed"


_UNRULY: Final = frozenset("stick stand tear sew shake strike sweep undo upset spread rewrite snap".split())
_PAST: Final = {
    **{_past(verb): verb for verb in _REGULAR if verb not in _UNRULY},
    **dict(pair.split(":") for pair in _IRREGULAR.split()),
    "snapped": "snap",
    "lied": "lie",
}
"""What people do, in the past and bare; verbs of being, having, feeling and thinking are left out on purpose."""

_PERFECT: Final = {**_PAST, **dict(pair.split(":") for pair in _DONE.split())}

PAST: Final = rf"(?:{'|'.join(sorted(_PAST, key=len, reverse=True))})"
SAYING: Final = frozenset("told said replied answered called".split())
BARE: Final = frozenset(_PAST.values())

_THIRD: Final = {"does": "do", "has": "have", "is": "be", "goes": "go", "says": "say"}
_HISSING: Final = re.compile(r"(?:ss|sh|ch|x|zz|o)es$")

STATES: Final = frozenset(
    "be have know think want care like need mind matter seem mean feel believe remember exist get understand love hate"
    " realise realize wonder worry hope suppose guess reckon".split()
)
"""What one cannot set out to do: 'what would it take for her to want it' is no question."""


def of_past(word: str) -> str | None:
    """The bare verb of a past form that is surely one: 'went' -> 'go'; None where it is not known."""
    return _PAST.get(word.casefold())


def of_perfect(word: str) -> str | None:
    """The bare verb behind 'has' or 'never': 'asked' -> 'ask', 'spoken' -> 'speak'; None where it is not known."""
    return _PERFECT.get(word.casefold())


def of_third(word: str) -> str | None:
    """The bare verb of what 'nobody' or 'she' does: 'stops' -> 'stop'; None where it is no such form."""
    low = word.casefold()
    if low in _THIRD:
        return _THIRD[low]
    if not low.endswith("s") or low.endswith(("ss", "us", "is")) or not low.isalpha() or len(low) < 4:
        return None
    if low.endswith("ies"):
        return f"{low[:-3]}y"
    return low[:-2] if _HISSING.search(low) else low[:-1]
