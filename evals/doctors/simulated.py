"""A simulated doctor: a small state machine that answers what is asked, and tells nothing that is not.

The same questions always get the same answers. What a question asks for is read from its wording
(`evals/rubric/asking.py`); what the doctor says, and when, is the author's.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from evals.casebook.case import Doctor, Said, Turn
from evals.rubric import asking, wording
from evals.rubric.asking import Purpose
from evals.rubric.talk import Reply

MOST_TURNS = 20
_NO_DANGER = "no, nothing like that. just this"
_OK = ("ok", "right")
_DUNNO = ("not sure tbh", "hm. dont know", "hard to say", "i don't know really", "no idea")


@dataclass(slots=True)
class Simulated:
    """One doctor in one conversation."""

    doctor: Doctor
    milestones: list[str] = field(default_factory=list)
    _told: set[int] = field(default_factory=set)
    _said: set[str] = field(default_factory=set)
    _replies: int = 0
    _dunnos: int = 0
    _oks: int = 0
    _pending: str = ""
    _last: str = ""

    def opening(self) -> Turn:
        """The first message."""
        self._last = self.doctor.opening
        return Turn(says=self.doctor.opening)

    def answer(self, reply: Reply) -> Turn | None:
        """What the doctor writes after a reply, or None where the talk is over."""
        turn = self._next(reply)
        self._last = turn.says if turn else ""
        return turn

    def _next(self, reply: Reply) -> Turn | None:
        self._replies += 1
        if self._replies >= MOST_TURNS or "thanks" in self._said:
            return None
        if self.doctor.shift and self._replies == self.doctor.shift.after and "plan" not in self._said:
            self._pending = "shift"
            one = self.doctor.shift
            return Turn(says=one.says, said=Said.SHIFT, leaves=one.leaves, takes_up=one.takes_up)
        question = reply.questions[-1] if reply.questions else ""
        if self._pending == "shift":
            return self._after_shift(question)
        if not question:
            return self._unasked()
        return self._asked(question)

    def _after_shift(self, question: str) -> Turn:
        self._pending = ""
        if self.doctor.shift and (
            Purpose.CHOICE in asking.purposes(question) or wording.any_of(question, self.doctor.shift.leaves)
        ):
            return Turn(says=self.doctor.shift.chooses)
        return self._asked(question) if question else self._unasked()

    def _unasked(self) -> Turn:
        """Nothing was asked: thanks where a plan is made, else one more thing, else an ok, and thanks in the end."""
        fact = None if "plan" in self._said else self._next_fact()
        if fact:
            return fact
        self._oks += 1
        if "plan" in self._said or self._oks > len(_OK):
            return self._once("thanks", self.doctor.thanks, Said.THANKS)
        return Turn(says=_OK[self._oks - 1], said=Said.BRIEF)

    def _asked(self, question: str) -> Turn:
        purposes = asking.purposes(question)
        if Purpose.SAFETY in purposes:
            return Turn(says=_NO_DANGER, said=Said.BRIEF)
        if asking.is_stock(question, self._last):
            return self._next_fact() or self._dunno()  # a prompt off the shelf opens nobody
        fact = self._fact_for(question)
        if fact is not None and not set(purposes) & {Purpose.WILL, Purpose.CONFIDENCE}:
            return self._fact(fact)
        for purpose in purposes:
            turn = self._for(purpose, question)
            if turn:
                return turn
        if asking.is_open(question):
            return self._next_fact() or self._dunno()
        return self._dunno()

    def _for(self, purpose: Purpose, question: str) -> Turn | None:
        """The answer to one purpose, where there is one that was not given."""
        securing = self._securing(purpose) if "plan" in self._said else None
        if securing is not None:
            return securing
        match purpose:
            case Purpose.WILL | Purpose.WHEN:
                return self._plan(question)
            case Purpose.OPTIONS:
                return self._fresh("options", self.doctor.options) or self._plan(question)
            case Purpose.OTHER_VIEW | Purpose.ASSUMPTION:
                return self._other_view(purpose)
            case Purpose.BENEATH | Purpose.OBSTACLE:
                return self._say_hidden(question)
            case _:
                return self._plainly(purpose)

    def _plainly(self, purpose: Purpose) -> Turn | None:
        """The answers that hang on nothing else."""
        if purpose in {Purpose.AIM, Purpose.SUCCESS}:
            return self._fresh("aim", self.doctor.aim)
        return self._fresh("feeling", self.doctor.feeling) if purpose is Purpose.FEELING else None

    def _securing(self, purpose: Purpose) -> Turn | None:
        """What is asked of a plan that was told: the snag, the way round it, how sure."""
        plan = self.doctor.plan
        match purpose:
            case Purpose.CONFIDENCE:
                return self._fresh("confidence", plan.confidence, Said.CONFIDENCE)
            case Purpose.WAY_ROUND:
                return self._fresh("way_round", plan.way_round, Said.PLAN)
            case Purpose.OBSTACLE:
                return self._fresh("snag", plan.snag, Said.PLAN)
            case _:
                return None

    def _plan(self, question: str) -> Turn | None:
        """What, when asked what; with the day where the question asks for that, too."""
        plan, purposes = self.doctor.plan, set(asking.purposes(question))
        if "plan" not in self._said:
            if Purpose.WILL not in purposes:
                return None
            self._note("plan")
            if Purpose.WHEN in purposes:
                self._note("when")
                return Turn(says=f"{plan.what}, {plan.when}", said=Said.PLAN)
            return Turn(says=plan.what, said=Said.PLAN)
        if "when" not in self._said and purposes & {Purpose.WHEN, Purpose.WILL}:
            self._note("when")
            return Turn(says=plan.when, said=Said.PLAN)
        return None

    def _other_view(self, purpose: Purpose) -> Turn | None:
        """Another's view, and the thought that comes of it; what is taken for granted brings the thought alone."""
        if purpose is Purpose.OTHER_VIEW and "other_view" not in self._said:
            self._note("other_view")
            if "insight" in self._said:
                return Turn(says=self.doctor.other_view)
            self._note("insight")
            return Turn(says=f"{self.doctor.other_view}. {self.doctor.insight}")
        return self._fresh("insight", self.doctor.insight)

    def _say_hidden(self, question: str) -> Turn | None:
        return self._fresh("hidden", self.doctor.hidden) if asking.is_open(question) else None

    def _fact_for(self, question: str) -> int | None:
        """The fact not told yet that a question touches most."""
        bare = wording.own(question)
        hits = {
            place: self._touches(bare, fact.asked_by)
            for place, fact in enumerate(self.doctor.facts)
            if place not in self._told
        }
        best = max(hits, key=lambda place: hits[place], default=None)
        return best if best is not None and hits[best] else None

    @staticmethod
    def _touches(question: str, cues: Iterable[str]) -> int:
        return sum(len(cue) for cue in cues if wording.has(question, cue))

    def _fact(self, place: int) -> Turn:
        self._told.add(place)
        return Turn(says=self.doctor.facts[place].tells)

    def _next_fact(self) -> Turn | None:
        left = [place for place in range(len(self.doctor.facts)) if place not in self._told]
        return self._fact(left[0]) if left else None

    def _dunno(self) -> Turn:
        says = _DUNNO[self._dunnos % len(_DUNNO)]
        self._dunnos += 1
        return Turn(says=says, said=Said.BRIEF)

    def _fresh(self, name: str, says: str, said: Said = Said.TELLING) -> Turn | None:
        return None if name in self._said else self._once(name, says, said)

    def _once(self, name: str, says: str, said: Said) -> Turn:
        self._note(name)
        return Turn(says=says, said=said)

    def _note(self, name: str) -> None:
        self._said.add(name)
        self.milestones.append(name)
