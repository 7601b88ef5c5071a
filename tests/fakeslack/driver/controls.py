"""What goes wrong, and how fast time passes."""

from collections.abc import Awaitable, Callable

from tests.fakeslack.driver.asking import DriverError
from tests.fakeslack.faults import fault_from
from tests.fakeslack.figures import Figures
from tests.fakeslack.jsons import Json, flag, number, records, text
from tests.fakeslack.world import World

_MODES = ("http", "socket", "none")


async def register(world: World, asked: Json) -> Json:
    """Where the app is reached, and how."""
    mode = text(asked, "mode", world.delivery.mode)
    if mode not in _MODES:
        error = f"mode is one of {', '.join(_MODES)}"
        raise DriverError(error)
    world.delivery.mode = mode
    world.delivery.request_url = text(asked, "request_url", world.delivery.request_url)
    return {}


async def faults(world: World, asked: Json) -> Json:
    """More faults: one, or a list of them under `faults`."""
    given = records(asked.get("faults")) or [asked]
    try:
        world.faults.add([fault_from(one) for one in given])
    except ValueError as unknown:
        raise DriverError(str(unknown)) from unknown
    return {}


async def clear_faults(world: World, asked: Json) -> Json:
    """No more faults."""
    world.faults.clear()
    return {}


async def outage(world: World, asked: Json) -> Json:
    """Whether the Web API can be reached."""
    world.faults.down = flag(asked, "down")
    world.changes.tell("world")
    return {}


async def delivery(world: World, asked: Json) -> Json:
    """Whether deliveries get through; how many come twice (`again`, a chance) and how they are shuffled (`spread`)."""
    if "down" in asked:
        world.delivery.down = flag(asked, "down")
    world.delivery.again = number(asked, "again", world.delivery.again)
    world.delivery.spread = number(asked, "spread", world.delivery.spread)
    world.changes.tell("world")
    return {}


async def clock(world: World, asked: Json) -> Json:
    """How much faster Slack's own waits are; and, in seconds, what the app is given to acknowledge and for triggers."""
    scale = number(asked, "scale", world.clock.scale)
    if scale <= 0:
        error = "scale is more than 0"
        raise DriverError(error)
    world.clock.scale = scale
    world.clock.acknowledge = number(asked, "acknowledge", world.clock.acknowledge)
    world.clock.trigger = number(asked, "trigger", world.clock.trigger)
    return {}


async def clear_deliveries(world: World, asked: Json) -> Json:
    """Count deliveries from here on."""
    world.delivery.figures = Figures()
    return {}


async def clear_problems(world: World, asked: Json) -> Json:
    """Forget the problems so far."""
    world.state.problems.clear()
    return {}


async def sockets(world: World, asked: Json) -> Json:
    """Disconnect all sockets for a reason, or make them deaf (or not): open, and dead."""
    if "deaf" in asked:
        world.delivery.links.deaf = flag(asked, "deaf")
    if text(asked, "disconnect"):
        await world.delivery.links.disconnect(text(asked, "disconnect"))
    return {}


CONTROLS: dict[str, Callable[[World, Json], Awaitable[Json]]] = {
    "app": register,
    "clock": clock,
    "deliveries/clear": clear_deliveries,
    "delivery": delivery,
    "faults": faults,
    "faults/clear": clear_faults,
    "outage": outage,
    "problems/clear": clear_problems,
    "sockets": sockets,
}
"""What can be set, by the name in the address."""
