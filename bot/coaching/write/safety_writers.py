"""Safety replies: the approved wording of a route, whole and in order, with the contacts of the register."""

from bot.coaching.model import Act
from bot.coaching.write.desk import Desk


def route(desk: Desk) -> None:
    """The first reply of a route."""
    _say_all(desk, desk.words.routes[_route(desk)].first)


def stay(desk: Desk) -> None:
    """A further reply of the same route: another block each time, the last one's wording kept when they run out."""
    blocks = desk.words.routes[_route(desk)].stay
    said = sum(one.startswith(f"stay:{_route(desk)}") for one in desk.state.used)
    if not blocks:
        route(desk)
        return
    desk.used.append(f"stay:{_route(desk)}:{said}")
    _say_all(desk, blocks[said % len(blocks)])


def check_in(desk: Desk) -> None:
    """One plain question."""
    _say_all(desk, (desk.words.routes[_route(desk)].check_in,))


def all_clear(desk: Desk) -> None:
    """The way back, with the door left open."""
    _say_all(desk, (desk.words.routes[_route(desk)].all_clear,))


def decline(desk: Desk) -> None:
    """What the coach does not do, and who does."""
    name = "clinical_advice" if desk.move.name == "decline_clinical" else "injection"
    _say_all(desk, desk.words.routes[name].first)


def _route(desk: Desk) -> str:
    return desk.move.line.removeprefix("safety:")


def _say_all(desk: Desk, lines: tuple[str, ...]) -> None:
    for line in lines:
        text = desk.words.safety_line(line)
        desk.say(text, Act.ASK_CLOSED if text.endswith("?") else Act.SIGNPOST)
