"""A message as it bears on the plan: declined, certain, the step and the day that were found in it."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.coaching import commitments
from bot.coaching.choose import undertaken
from bot.coaching.commitments import corrections, irony, telling
from bot.coaching.model import Commitment, Reading, State
from bot.coaching.noticed import Spans

SURE = "plan/sure"
"""Noted among what was told: the doctor has said, without a number, that it will happen."""
DOUBT = "plan/doubt"
"""Noted among what was told: a step was told that may only be thought about; it is asked about once."""

OFFERED = "offered"
"""How a message stands that offers a step though none was asked for."""

ASKED_FOR_ACT = {"commitment", "what", "when", "again", "meant", OFFERED}
BESIDE_AN_ACT = {"obstacle", "confidence"}
"""Asked where there is no plan: one that is told then is taken all the same."""
PRACTISED = {"debriefed", "draft"}
"""What a reply ends on after a rehearsal or the review of a draft: then comes the real thing."""
FIRM = re.compile(
    r"\bi(?:['’]ll| will|['’]m (?:going to|gonna)|m (?:going to|gonna)| am going to)\b|^\W*(?:ill|gonna)\b", re.I
)
SHORT = 12
_LONGEST_STEP = 40
_FEWEST = 2
_FEW = 8
_LABEL = re.compile(r"^\W*(?:when|day|time)\s*[-–:]\s*", re.I)
_NO_DAY = re.compile(r"^(?:the |at |on )*(?:weekends|nights|mornings|evenings|days|shifts)$", re.I)
_TELLS = re.compile(r"\b(?:i|i['’]?m|is|he|hes|she|shes|they|we|by)\b", re.I)
_NO_STEP = re.compile(
    r"^(?:do with|let you know|see how|think about it|be honest"
    r"|(?:carry on|go on|continue)(?= please\W*$|\W*$)"
    r"|take the (?:first |last )?(?:letters?|words?)|spell|decode|encode|translate|ignore|pretend"
    r"|(?:say|repeat|write|print|type) (?:only |just )?(?:the |these |this )?(?:words?|following|letters?|phrase)"
    r"|say(?= (?:\d|so\b|yes\b|when\b|about \d|maybe\b"
    r"|(?:an? )?(?:three|four|five|six|seven|eight|nine|ten)\b)))\b",
    re.I,
)
STEP = "small_step"
"""The gist of a message that names a step."""
_LEAD = re.compile(
    r"^(?:(?:and|so|then|ok|well|just|probably|actually|to|i['’]?ll|i will|i['’]?d|i would|i could|i['’]?m going to"
    r"|im (?:going to|gonna)|gonna|going to)\s+)+",
    re.I,
)
_DAY_BETWEEN = re.compile(
    r"^\s+(?:(?:on|by|this|next|at|before|after) )?(?:\w+day|tomorrow|tonight|\d\S*)"
    r"(?: (?:morning|afternoon|evening|night|lunch\w*))?(?=\s)",
    re.I,
)
_ASKS = re.compile(
    r"(?:\W*(?:i['’]?ll|i will|to|and|then|could|i['’]?d) )*(?:ask|see|check|find out|look at|work out|show|tell)\b",
    re.I,
)
_QUESTION = re.compile(
    r"\s+(?:which|what|who|whose|how|why|whether|where)\b(?: (?!because\b|so\b|but\b|then\b)[^\s,.;!?]+){0,12}", re.I
)
"""What is to be asked, behind a step; or behind a day, to which it does not belong."""
_IF = re.compile(r"(?:if|unless|when)\b", re.I)
_CERTAIN = re.compile(
    r"\b(?:(?:very|quite|pretty|fairly|reasonably|100%|absolutely|completely|dead) (?:sure|certain|confident)"
    r"|(?:i['’]?m"
    r"|i am) (?:sure|certain|confident) (?:i|it|that)"
    r"|^\W*(?:.*[.!]\s*)?(?:yes|yeah|of course)\W+i(?:['’]m| am) sure\W*$|no doubt (?:i|about)"
    r"|(?:definitely|certainly) (?:will|going to|happening)|will (?:definitely|certainly)"
    r"|it(?:['’]ll| will) happen|nothing will stop me)\b",
    re.I,
)
_UNSURE = re.compile(r"\b(?:not|n['’]t|less) (?:\w+ )?(?:sure|certain|confident)\b", re.I)
_REFUSED = re.compile(
    r"^\W*(?:no|nope|nah|nothing|none|neither|not (?:really|now|that|this|any)|whatever|doesn'?t matter|can'?t say)\b"
    r"(?:[^.!?;,]{0,24})\W*$"
    r"|\b(?:do(?:n['’]?t| not)|dont) (?:really )?(?:want|need) (?:a |any |an )?(?:second|other|another|more|third)\b"
    r"|^\W*(?:no\W+)?(?:just|only) (?:that|this|the one|the first|one)\b[^?]{0,16}$",
    re.I,
)
TO_THE_COACH = re.compile(
    r"\byou (?:didn['’]?t|never|did not|skipped|asked|said|keep|quoted|already)\b|\b(?:go|carry) on\b", re.I
)


_PASTED = re.compile(
    r"^\W*(?:dear\b|(?:hi|hello) [\w\[\]. ]{2,24},\s*$|to:|subject:)"
    r"|\b(?:(?:kind|best|many|warm) (?:regards|wishes|thanks)|yours \w+ly)\b",
    re.I | re.M,
)
"""Marks of a letter or a message to somebody else: what it promises is no plan told to the coach."""
_MAY_ONLY_HAPPEN = re.compile(
    r"^(?:see|be|have|go|work|meet|do|come|get|take|start|sit|stay|walk|cover|stand|run|hear|find out)\b"
    r"(?!.*(?:\b(?:and|to) (?:\w+ )?|, )(?:ask|tell|say|show|find|talk|raise|give|offer|propose|suggest|apologise)\b)",
    re.I,
)
_TO_THE_COACH = re.compile(r"^\W*(?:dear|hi|hello) coach\b|^\W*in (?:answer|reply|response) to your\b", re.I)
_NO_ORDER = re.compile(
    r"^\W*(?:park|leave|drop|forget|skip|scrap|stop|put) (?:that|it|this)\b|,\s*(?:they|he|she|it|we|i|there)\b", re.I
)
"""Turns from a subject, or tells of somebody: 'park that, they want it by Friday'."""
_LONGEST_PLAIN = 40
_EARLIEST_PLAIN = 2


def is_pasted(text: str) -> bool:
    """Whether a message is, or holds, a letter to somebody else."""
    return bool(_PASTED.search(text)) and not _TO_THE_COACH.match(text)


def is_plain(text: str, state: State) -> bool:
    """Whether a message says plainly what will be done and when, asked or not: 'i'll catch her on wednesday'.

    After a rehearsal or the review of a draft firm words or a day are enough; early in a talk an event is no plan.
    """
    if state.closed or len(text.split()) > _LONGEST_PLAIN or is_pasted(text) or text.rstrip().endswith("?"):
        return False
    if state.expecting == "draft" and "\n" in text.strip():
        return False
    if irony.of_a_plan(text) or corrections.takes_back(text):
        return False
    told = [one for one in commitments.acts(text) if undertaken.is_act(one.what, text)]
    day = commitments.find_when(text) if told else None
    dated = bool(day and commitments.due_date(day, date.min))
    firm = [one for one in told if one.force is commitments.Force.FIRM]
    bare = [one for one in told if one.force is commitments.Force.BARE]
    practised = state.practice is not None or state.reviewed is not None
    if state.expecting in PRACTISED or (practised and state.situation is None):
        return bool((firm or bare) if dated else firm)
    if state.turn < _EARLIEST_PLAIN or not dated:
        return False
    if any(not _MAY_ONLY_HAPPEN.match(one.what) for one in firm) or _is_ordered(text, bare, state):
        return True
    if state.past is not None and state.expecting in {"free", "learned"}:  # once the last plan was looked back at
        return bool(bare)
    return bool(bare) and state.expecting == "free" and state.situation is None


def _is_ordered(text: str, bare: list[commitments.Act], state: State) -> bool:
    """Whether a short message, late in a talk, is nothing but one act and its day: 'talk to her tomorrow at two'."""
    short = len(text.split()) <= SHORT and len(bare) == len(commitments.sentences(text)) == 1
    late = state.turn > _EARLIEST_PLAIN and state.expecting not in {"aim", "learned"}
    meant = short and not _MAY_ONLY_HAPPEN.match(bare[0].what) and undertaken.verdict(bare[0].what, text) == "meant"
    return late and meant and undertaken.leads(text) and not _NO_ORDER.search(text)


@dataclass(frozen=True)
class Said:
    """A message, as read, at the point of the conversation where it comes."""

    text: str
    reading: Reading
    state: State
    today: date | None

    def replaces(self, plan: Commitment) -> bool:
        """Whether another act may stand here in place of the plan's: asked for what it is, or with 'no, i mean'."""
        vague = self.state.expecting == "what" and commitments.is_vague(plan.what)
        return vague or (self.state.expecting in ASKED_FOR_ACT and corrections.puts_right(self.text))

    @cached_property
    def spans(self) -> Spans:
        """The words of the message that are something, as far as their clauses go."""
        state = self.state
        plan = state.commitment
        planned = plan is not None and bool(plan.what) and not self.replaces(plan)
        asked = (state.expecting in ASKED_FOR_ACT | BESIDE_AN_ACT or is_plain(self.text, state)) and not planned
        return telling.told(self.text, self.reading.noticed.spans, asked=asked)


def refused(text: str) -> bool:
    """True where the doctor declines to name anything: no aim, idea or option to keep."""
    return bool(_REFUSED.match(text))


def certain(text: str) -> bool:
    """True where the doctor says, without a number, that it will happen."""
    return bool(_CERTAIN.search(text)) and not _UNSURE.search(text)


def step(said: Said) -> str | None:
    """The step, or two that are told apart, from the verb on; None where there is none."""
    own = (one for one in said.spans.step if not said.text.partition(one)[0].count('"') % 2)  # not words to be said
    told = [commitments.tidy(_LEAD.sub("", _undated(_with_its_question(one, said.text)))) for one in own]
    whole = [
        kept
        for one in told
        if len((kept := one if one.endswith(" to") else commitments.whole_end(one)).split()) >= _FEWEST
        and not _NO_STEP.match(one)
        and undertaken.is_act(one, said.text)
    ]
    if whole:
        return commitments.cut(", and ".join(whole), _LONGEST_STEP)
    return None


def _with_its_question(words: str, text: str) -> str:
    """The step with what is to be asked, where it was left behind: 'ask her on monday | which shifts are worst'."""
    rest = text[text.find(words) + len(words) :] if _ASKS.match(words) and words in text else ""
    asked = _QUESTION.match(_DAY_BETWEEN.sub("", rest))
    return f"{words}{asked[0]}" if asked and not _QUESTION.search(words) else words


def _undated(words: str) -> str:
    """Without a sentence of it that is only the day: 'ask her. tuesday after the huddle'."""
    told = commitments.sentences(words)
    kept = [one for one in told if not (commitments.find_when(one) and not commitments.acts(one))]
    return commitments.tidy(". ".join(one.rstrip(" .") for one in kept or told))


def step_by_form(said: Said) -> str | None:
    """The step where its words were not found and yet the message surely amounts to one: taken by its form."""
    if irony.of_a_plan(said.text):
        return None
    sure = any(one.id == STEP and one.sure for one in said.reading.noticed.gists)
    acts = [one for one in commitments.acts(said.text) if undertaken.is_act(one.what, said.text)]
    firm = (one for one in acts if one.force is commitments.Force.FIRM and _is_alone(one, said))
    told = acts if sure else list(firm)
    best = max(told, key=lambda one: one.force, default=None)
    return _with_its_question(best.what, said.text) if best else None


def _is_alone(act: commitments.Act, said: Said) -> bool:
    """Whether it is the only thing that a plain plan says will be done, and no words of somebody else's."""
    return is_plain(said.text, said.state) and len(commitments.acts(said.text)) == 1 and not _NO_STEP.match(act.what)


def way(said: Said) -> str | None:
    """What would be done if it snags."""
    told = [commitments.tidy(one) for one in said.spans.way]
    return next(
        (one for one in told if len(one.split()) >= _FEWEST and (_IF.match(one) or not commitments.is_torn(one))), None
    )


def when(spans: Spans) -> str | None:
    """Its day; two days in the order of the steps that they belong to, else what is added to the first in few words."""
    named = (commitments.tidy(_LABEL.sub("", _QUESTION.sub("", one))) for one in spans.when)
    told = [one for one in named if not _NO_DAY.match(one)]
    if len(spans.step) > 1:
        return ", and ".join(told) or None
    more = len(told) > 1 and len(" ".join(told).split()) <= _FEW and not any(map(_TELLS.search, told[1:]))
    return ", ".join(told if more else told[:1]) or None
