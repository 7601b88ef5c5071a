"""What may get in the way of a plan, as it is answered: in few words, without 'because', beside a number."""

import re
from datetime import date

from bot.coaching import commitments
from bot.coaching.choose import late_words, plan_words, undertaken
from bot.coaching.choose.plan_words import Said
from bot.coaching.commitments import numbers, parting
from bot.coaching.insights import insight
from bot.coaching.kinds import TurnKind

WEIGHING = frozenset({"confidence", "raise"})
_EMPTY = {TurnKind.DONT_KNOW, TurnKind.NO, TurnKind.YES, TurnKind.NUMBER, TurnKind.THANKS, TurnKind.CONFUSED}
_MOST, _FEW, _FEWEST = 24, 4, 1
_LED_ASIDE = ("insight:", "challenge")
"""Questions that came in between, once the plan was told: what may stop it is told beside their answer."""

_LEAD = re.compile(
    r"^\W*(?:(?:honestly|probably|prob|probs|maybe|perhaps|well|um+|er+|hmm+|tbh|i guess|i suppose|i think"
    r"|i would say"
    r"|the usual|as usual|lol|haha|ok|so|oh|just|only if|only that|only|if anything|that|because|bc|cos|unless|if"
    r"|(?:it|this|what) (?:might|may|could|would) be|(?:i['’]m |i am )?(?:worried|afraid|scared|nervous) (?:that"
    r"|about|of)"
    r"|what (?:may|might|could|will|would) (?:get in (?:the|my) way|stop me|hinder me|go wrong)(?: is"
    r"|:)?)\b[?,.:;\s]*)+",
    re.I,
)
_BUT = re.compile(
    r"^\W*(?:nothing|no|none|not much|i (?:do not|don['’]?t) (?:foresee|see|expect|think)[^,;.]*)"
    r"[^.;!?]{0,24}?\b(?:except(?: for| that)?|apart from|other than|but|only|unless|besides)\s+(?P<snag>.+)$",
    re.I | re.S,
)
_NONE = re.compile(
    r"^\W*(?:(?:honestly|probably|hopefully|tbh|um+|well|ok|i think|really)\W+)*(?:nothing|nowt|none|no ?one|nobody"
    r"|no|nope"
    r"|nah|not (?:much|really|that)|can['’]?t (?:think|see)|cannot (?:think|see)|dunno|don['’]?t know|idk|no idea"
    r"|who knows"
    r"|hard to say|not sure|hopefully|it(?:['’]?ll| will) be fine|should be fine|all good)\b(?! (?:has|have|is|will"
    r"|would"
    r"|turns|wants|likes|reads|listens|comes|ever|answers|shows|replies|time|space|cover|staff|beds|one))",
    re.I,
)
_IF_SO = re.compile(r"[,;.]?\s*\bif (?:so|that happens)\b.*$", re.I | re.S)
_COURTESY = re.compile(
    r"^\W*(?:(?:ok|okay|right|great|yes|yep|yeah|no|and|so|well|oh)\W+)*(?:thanks?|thank you|cheers|ta|bye|goodbye"
    r"|good ?night"
    r"|see you|see ya|will do|i(?:['’]ll| will)|speak soon|perfect|brilliant|lovely|good|fine|sorted|done"
    r"|that(?:['’]?s| is)"
    r"|you|hello|hi|hey|what|how|why|can|could|do|does|is|are|should|who|when|where|correct|exactly|agreed|sure"
    r"|same|will)\b",
    re.I,
)
_THEIRS = re.compile(
    r"^\W*(?:(?:if|that|when|and|but) )?(?:s?he(?:['’]?(?:s|ll|d))?|they(?:['’]?(?:re|ll|ve|d))?|it(?:['’]?(?:s|ll"
    r"|d))?|the"
    r"|his|her|their|our|nobody|no ?one|people|someone|somebody|everyone|there|time|ill|i['’]?ll|i['’]d|id|i"
    r"|(?:one|half|most|some|all|none|both|two|three|many) of (?:us|them|the \w+)"
    r"|guilt|fear|my)\b(?!\W+(?:could|can|would|will (?:ask|ring|tell|go|text|email|leave|try|send|say)))",
    re.I,
)
"""A snag is most often somebody's: 'he'll say I am too junior', 'my mouth goes dry'."""

_STOPS = re.compile(
    r"\b(?:not|never|no|nobody|none|can['’]?t|cannot|won['’]?t|don['’]?t|dont|didn['’]?t|isn['’]?t|too|might|may"
    r"|forget|forgets|bottle"
    r"|chicken|freeze|panic|fear|guilt|shy|nerves|nervous|scared|afraid|tired|busy|late|overruns?|overrunning|sick"
    r"|leave|away"
    r"|crisis|cancel\w*|ignore\w*|refuse\w*|laugh\w*|shout\w*|awkward|embarrass\w*|bleeps?|staffing|interrupt\w*"
    r"|pride|ego|habit"
    r"|walks? off|quicker|easier if|short|pressure|time|politics|peculiar|stupid|thick|daft|silly|weak|busier|full"
    r"|winter)\b",
    re.I,
)
_HELPS = re.compile(
    r"^\W*(?:(?:maybe|perhaps|probably|well)\W+)*(?:if|with|when|once|having|knowing|getting|being|someone|somebody"
    r"|some|more|a"
    r" (?:script|line|plan|note|reminder|date)|practi\w+|rehears\w+|writ\w+|ask\w*|tell\w*|put\w*|mak\w+|do(?:ing)?"
    r"|set\w*|book\w*"
    r"|tak\w+|bring\w*|start\w*|say\w*)\b",
    re.I,
)
_THEN = re.compile(r"\b(?:then|maybe|probably|ok|i think|so)\b", re.I)
_WILL_BE = re.compile(
    r"^\W*(?!i\b|we\b|you\b|then\b|that\b)(?:[\w'’]+ ){1,3}(?:will|might|may|won['’]?t|always"
    r"|never)\b",
    re.I,
)
_HOWEVER = re.compile(
    r"(?:\b(?:however|but|though|although|except(?: that)?)\b,?\s+(?=(?:s?he|they|it|the|my|his|her|nobody"
    r"|there)\b(?!\s+(?:said|thing)))"
    r"|\b(?:[0-5]|one|two|three|four|five)\b(?:\s*(?:/|out of)\s*(?:10|ten))?,?\s+(?:because|bc|cos|cause|as)\s+)"
    r"(?P<snag>[^.;!?\n]{4,})",
    re.I,
)
"""A snag beside a number: '7, however he is on my panel', and the reason of a low one: '3/10 bc bleep'."""

_TO_US = re.compile(
    r"^\W*(?:(?:right|ok|fine|and|but|please)\W+)*(?:don['’]?t|do not) (?:tell|say|make|ask|worry|quote)\b", re.I
)
_TOLD = re.compile(
    r"^\W*(?:(?:he|she|they|we|i|it|the \w+|my \w+|someone|somebody) (?:just |then |already |only "
    r"|once )?)?(?:said|told|asked"
    r"|emailed|sent|went|got|had|did|was|were|rang|gave|put|tried|made|took|came|saw|wrote|spoke|used to"
    r"|replied|answered"
    r"|counted|looked|found)\b",
    re.I,
)
_FOR_NOW = re.compile(r"\b(?:instead|i['’]?d|i['’]?ll|i will|i would|i can|plan b|back ?up|then i)\b", re.I)
_MAY = re.compile(r"\b(?:may|might|could|would) (?:not |just |well |still |simply |of course )?[a-z]+", re.I)
_COULD_DO = re.compile(
    r"^\W*(?:i|we) could (?!lose|forget|freeze|be\b|get|end|look|panic|cry|bottle|miss|fail|run out|not\b|just (?:lose"
    r"|forget|freeze|bottle|cry))",
    re.I,
)
"""What could be done is nothing that stops it: 'I could go with my boss'."""

_DREAD = re.compile(
    r"\bi(?:['’]ll|['’]d| will| would|ll|d)? (?:just |probably |prob |only |always |look |be |feel |go "
    r"|get )*(?:bottle|chicken|forget"
    r"|freeze|panic|interrupt|lose|cave|waffle|cry|look|sound|be|feel|miss|put it off|run out|cope|thick|stupid|red"
    r"|told|called)\b",
    re.I,
)


def in_few_words(said: Said) -> str | None:
    """A short answer to 'what may stop it', where nothing else was found in it: 'she may refuse', 'fear'.

    Also after the question of how sure they are, and just after the end where nothing was named: 'theatre overrun'.
    """
    state = said.state
    asked = state.expecting == "obstacle" and not state.closed
    late = state.expecting in WEIGHING or state.expecting.startswith(_LED_ASIDE) or _just_ended(said)
    beside = state.obstacle is None and late
    if not (asked or beside) or said.reading.kind in _EMPTY or said.text.rstrip().endswith("?"):
        return None
    aside = _HOWEVER.search(said.text) if beside else None
    told = commitments.tidy(aside["snag"]) if aside else commitments.tidy(_IF_SO.sub("", _bare(said.text)))
    if aside or _dates_it(said):
        return told if aside else None
    words = told.split()
    if is_no_snag(told) or insight(said.text) is not None:
        return None
    if not _FEWEST <= len(words) <= _MOST or _NONE.match(told) or plan_words.refused(said.text):
        return None
    if plan_words.certain(said.text) or _puts_right(said.text) or _is_something_else(said, told):
        return None
    return told if asked or _tells_of_one(said, told) else None


def _puts_right(text: str) -> bool:
    """Whether it corrects the plan: 'she might say it is not her job' does not, whatever words it has of that kind."""
    return commitments.corrections.puts_right(text) and late_words.snag(text) is None


def told_in(said: Said, *, weighed: bool) -> str | None:
    """The snag that a message tells, found in its words or by its form; `weighed` says that it gave a number."""
    few = in_few_words(said) if not weighed or said.state.expecting == "obstacle" else None
    if weighed and few and not (late_words.snag(few) or _STOPS.search(few)):
        few = None  # beside a number only what surely stops it: '8. lunch might not happen'
    spans = said.spans
    found = commitments.tidy(parting.without_remarks(spans.snag[0])) if spans.snag else ""
    if not found or is_no_snag(found):
        return few
    return few if few and found in few else found  # the whole answer, not the part of it that was found


def is_no_snag(told: str) -> bool:
    """Whether words only tell what happened once, which stops nothing by itself, or are a word to the coach."""
    return bool(_TO_US.match(told) or (_TOLD.match(told) and not _STOPS.search(told)))


def _dates_it(said: Said) -> bool:
    """Whether the answer gives the plan its day, which it had none of: no snag, whatever else is told with it."""
    plan, when = said.state.commitment, commitments.find_when(said.text)
    return plan is not None and plan.due is None and bool(when and commitments.due_date(when, date.min))


def _just_ended(said: Said) -> bool:
    """Whether the plan was summed up today with no word on what may stop it."""
    state, today = said.state, said.today
    if not state.closed or today is None or _COURTESY.match(said.text):
        return False
    secured = state.commitment is not None and state.commitment.if_then is not None
    open_yet = "ask:obstacle" in state.asked or secured  # an if-then told without its snag may well get it now
    return state.closed_at is not None and state.closed_at.date() == today and open_yet


def _bare(text: str) -> str:
    """The answer without thanks, the number beside it, and what would be done about it."""
    but = _BUT.match(text)
    whole = parting.without_remarks(but["snag"] if but else text)
    kept = [one for one in commitments.sentences(whole) if numbers.sure_unasked(one, "") is None]
    before, _ = parting.snag_and_way(". ".join(one.rstrip(" .") for one in kept))
    way = parting.parted(before).way
    if way and undertaken.is_way(way, before):  # 'if they refuse I will be ashamed' is all snag
        before = parting.before_the_way(before)
    told = commitments.tidy(_LEAD.sub("", before))
    return told if len(told.split()) <= _MOST else commitments.tidy(commitments.cut(told, _MOST))


def _is_something_else(said: Said, told: str) -> bool:
    """A time, a number, a way round, or another step."""
    when = commitments.when_alone(told)
    if when and len(_THEN.sub("", told).split()) <= len(when.split()):
        return True
    if when and len(told.split()) <= _FEW and commitments.due_date(when, date.min):
        return True
    mine = _FOR_NOW.search(told) and not (_MAY.search(told) or _THEIRS.match(told) or _DREAD.search(told))
    return bool(mine or _COULD_DO.match(told) or (plan_words.step(said) and not _THEIRS.match(told)))


def _tells_of_one(said: Said, told: str) -> bool:
    """Whether words that answer another question tell of a snag."""
    if said.state.expecting == "raise" and _HELPS.match(told) and not re.match(r"\W*if one of\b", said.text, re.I):
        return False
    if _WILL_BE.match(told):
        return True
    short = len(told.split()) <= _FEW and not commitments.is_action(told)
    return bool(short or _STOPS.search(told) or (_THEIRS.match(told) and not commitments.is_action(told)))
