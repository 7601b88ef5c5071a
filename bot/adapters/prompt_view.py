"""What would be sent to a chat model for a made-up turn, to be read by those who write the prompts."""

import json
from collections.abc import Callable, Iterator, Mapping

from bot.coaching.cited import Cited
from bot.coaching.drafting import brief
from bot.coaching.drafting.brief import Instructions
from bot.coaching.drafting.guide import Example, MoveGuide
from bot.coaching.drafting.never import NEVER
from bot.coaching.drafting.shape import Worded
from bot.coaching.drafting.sheet import Sheet
from bot.coaching.kinds import Act, ClauseKind, Stage
from bot.coaching.model import Commitment, Move, Remembered, State
from bot.coaching.record import Draft, Sentence
from bot.errors import CoachError

_KEY = "goals-made-by-those-who-do-the-work"
_SAYS = "Bohmer argues that goals hold better when those who do the work have made them."
_ABOUT_A_PLAN = frozenset({"ask_obstacle", "ask_confidence", "raise_confidence", "look_back", "look_back_response"})
_CITED = Cited(
    key=_KEY, card=_KEY, doc="made-up", section="5", author="Richard Bohmer (2012)", quote=None, start=None, end=None
)


def made_up(move: str, guide: MoveGuide, situation: tuple[str, str] | None = None) -> Sheet:
    """A turn that nobody had: the guide's last example as the message and as its plain wording, in a talk under way.

    `situation` is the id of a playbook and its title.
    """
    example = guide.examples[-1]
    name, title = situation or ("", "")
    cited = Act.INFORM in guide.acts
    return Sheet(
        message=example.doctor,
        move=Move(name=move, reason="made up", stage=Stage.REALITY),
        guide=guide,
        state=_state(move, name),
        said_before=(example.before or "What have you seen of it yourself?",),
        situation=title,
        guided=_guided(example, cited=cited),
        evidence=_SAYS if cited else "",
    )


def shown(prompt_of: Sheet, instructions: Instructions, tokens: Callable[[str], int]) -> Iterator[str]:
    """The whole of what is sent, and what it weighs."""
    prompt = brief.wording(instructions, prompt_of)
    shape = json.dumps(Worded.model_json_schema())
    sizes = [tokens(one) for one in (prompt.system, prompt.turn, shape)]
    yield from ("--- system (the same for every turn of the move)", prompt.system)
    yield from ("", "--- turn (made up here)", prompt.turn)
    yield from ("", "--- the shape of the answer (JSON schema)", shape)
    yield ""
    yield f"prompts {prompt.version}; marker {instructions.marker}"
    yield f"{sum(sizes)} tokens: {sizes[0]} of the system, {sizes[1]} of the turn, {sizes[2]} of the shape"
    yield "(word pieces of the coach's own encoder; the models' own tokens are other ones)"


def listed(guides: Mapping[str, MoveGuide]) -> Iterator[str]:
    """The moves that a model may word and what each is for, then those that it never does, with the reason."""
    width = max(len(one) for one in (*guides, *NEVER)) + 2
    yield "A chat model may word:"
    yield from (f"  {move:<{width}}{guide.goal}" for move, guide in guides.items())
    yield "Never worded by one:"
    yield from (f"  {move:<{width}}{reason}" for move, reason in NEVER.items())


def guide_of(move: str, guides: Mapping[str, MoveGuide]) -> MoveGuide:
    """The guide of a move. Raises CoachError where there is none, saying why."""
    if move in guides:
        return guides[move]
    if move in NEVER:
        message = f"{move} is never worded by a model: {NEVER[move]}"
        raise CoachError(message, code="never_worded")
    message = f"no move is called {move!r}; see: coach prompts list"
    raise CoachError(message, code="no_move")


def _guided(example: Example, *, cited: bool) -> Draft:
    sentences = [Sentence(text=one.text, act=one.act) for one in example.coach if one.act is not Act.INFORM]
    if cited:
        sentences.insert(len(sentences) - 1 if sentences else 0, Sentence(text=_SAYS, act=Act.INFORM, cites=_KEY))
    return Draft(sentences=tuple(sentences), citations=(_CITED,) if cited else ())


def _state(move: str, situation: str) -> State:
    plan = Commitment(what="ask the night sister what she would change", when="on Wednesday", confidence=6)
    return State(
        turn=6,
        situation=situation or None,
        aim="a way to raise it without a row",
        memory=(Remembered(turn=2, text="nobody asked the night staff either", kind=ClauseKind.OTHERS_ACT),),
        commitment=plan if move in _ABOUT_A_PLAN else None,
    )
