"""Opening, pushing, updating and publishing views."""

from tests.fakeslack.blocks import HOME, MODAL
from tests.fakeslack.jsons import Json, record
from tests.fakeslack.rules import RefusedError
from tests.fakeslack.views import Trigger
from tests.fakeslack.webapi.calling import Call


def _view(call: Call, surface: str) -> Json:
    return call.world.views.check(record(call.json("view")), surface)


def _trigger(call: Call) -> Trigger:
    name = call.text("trigger_id") or call.text("interactivity_pointer")
    if not name:
        raise RefusedError("invalid_arguments", "missing required field: trigger_id")
    found = call.world.views.use(name, call.world.clock.trigger)
    if found.user.team != call.workspace.id:
        raise RefusedError("invalid_trigger_id")
    return found


def opened(call: Call) -> Json:
    """`views.open`."""
    view, trigger = _view(call, MODAL), _trigger(call)
    made = call.world.views.make(call.workspace, view)
    call.world.views.open(trigger.user, made)
    call.world.changes.tell("view", user=trigger.user.id)
    return {"view": made}


def pushed(call: Call) -> Json:
    """`views.push`."""
    view, trigger = _view(call, MODAL), _trigger(call)
    if trigger.view not in call.world.views.all:
        raise RefusedError("not_found")
    made = call.world.views.make(call.workspace, view, under=trigger.view)
    call.world.views.push(trigger.user, made)
    call.world.changes.tell("view", user=trigger.user.id)
    return {"view": made}


def updated(call: Call) -> Json:
    """`views.update`, of a modal that is still open."""
    views = call.world.views
    view = _view(call, MODAL)
    name, external = call.text("view_id"), call.text("external_id")
    if not name and not external:
        raise RefusedError("invalid_arguments", "missing required field: view_id")
    found = views.all.get(name) or next(
        (one for one in views.all.values() if external and one["external_id"] == external), None
    )
    if found is None or found["team_id"] != call.workspace.id:
        raise RefusedError("not_found")
    made = views.update(found, view, call.text("hash"))
    call.world.changes.tell("view")
    return {"view": made}


def published(call: Call) -> Json:
    """`views.publish`."""
    if not call.world.app.home_tab:
        raise RefusedError("not_enabled")
    user = call.user("user_id")
    view = _view(call, HOME)
    made = call.world.views.publish(call.workspace, user.id, view, call.text("hash"))
    call.world.changes.tell("home", user=user.id)
    return {"view": made}
