"""Safety replies: the approved wording of a route, whole and in order, with the contacts of the register."""

from bot.coaching.kinds import Act
from bot.coaching.write.desk import Desk

_HEARD = ":heard"
_AGAIN = ":again"


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
    """One plain question; where it was not answered, one more, gentler."""
    words = desk.words.routes[_route(desk)]
    _say_all(desk, (words.ask_again if desk.move.line.endswith(_AGAIN) else words.check_in,))


def lead(desk: Desk) -> None:
    """The way back after a no: a short word of its own each time, where to turn said once, and on with the reply."""
    route = desk.move.lead
    words = desk.words.routes[route]
    said = sum(one.startswith(f"back:{route}:") for one in desk.state.used)
    if words.back:
        desk.say(desk.words.safety_line(words.back[said % len(words.back)]), Act.SIGNPOST)
    if words.door and not said:
        desk.say(desk.words.safety_line(words.door), Act.SIGNPOST)
    desk.used.append(f"back:{route}:{said}")


def all_clear(desk: Desk) -> None:
    """The slow way back, after a full stop: the door left open, and the doctor asked whether to go on."""
    words = desk.words.routes[_route(desk)]
    _say_all(desk, (words.heard if desk.move.line.endswith(_HEARD) else words.all_clear,))


def decline(desk: Desk) -> None:
    """What the coach does not do, and who does."""
    name = "clinical_advice" if desk.move.name == "decline_clinical" else "injection"
    _say_all(desk, desk.words.routes[name].first)


def _route(desk: Desk) -> str:
    return desk.move.line.removeprefix("safety:").removesuffix(_AGAIN).removesuffix(_HEARD)


def _say_all(desk: Desk, lines: tuple[str, ...]) -> None:
    for line in lines:
        text = desk.words.safety_line(line)
        desk.say(text, Act.ASK_CLOSED if text.endswith("?") else Act.SIGNPOST)
