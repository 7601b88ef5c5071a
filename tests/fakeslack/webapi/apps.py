"""Who is who: the app's own token, its installation, its connections, and people."""

from tests.fakeslack.blocks import HOME, MESSAGE, MODAL, blocks_faults
from tests.fakeslack.jsons import Json, record
from tests.fakeslack.known import APP_ID
from tests.fakeslack.rules import MESSAGE_BLOCKS, RefusedError
from tests.fakeslack.views import view_faults
from tests.fakeslack.webapi.calling import Call
from tests.fakeslack.world import World


def auth_test(call: Call) -> Json:
    """`auth.test`."""
    space = call.workspace
    return {
        "url": f"{call.world.state.url}/",
        "team": space.name,
        "user": "coach",
        "team_id": space.id,
        "user_id": space.bot_user,
        "bot_id": space.bot_id,
        "is_enterprise_install": False,
    }


def user_info(call: Call) -> Json:
    """`users.info`."""
    return {"user": call.user().info()}


def team_info(call: Call) -> Json:
    """`team.info`."""
    return {"team": {"id": call.workspace.id, "name": call.workspace.name, "domain": call.workspace.id.lower()}}


def validate(call: Call) -> Json:
    """`blocks.validate`: exactly one of blocks, a message or a view."""
    given = [name for name in ("blocks", "message", "view") if call.sent.get(name)]
    if len(given) != 1:
        raise RefusedError("invalid_arguments", "give exactly one of blocks, message and view")
    found = call.json(given[0])
    if given[0] == "view":
        view = record(found)
        faults = list(view_faults(view, HOME if view.get("type") == HOME else MODAL))
    else:
        blocks = found if given[0] == "blocks" else record(found).get("blocks")
        faults = blocks_faults(blocks, MESSAGE, MESSAGE_BLOCKS)
    if faults:
        raise RefusedError("invalid_blocks", *faults)
    return {}


def open_connection(world: World) -> Json:
    """`apps.connections.open`: an address for one connection."""
    if world.delivery.mode != "socket":
        raise RefusedError("socket_mode_disabled", "the fake was not started for Socket Mode")
    url = world.state.url.replace("http", "ws", 1)
    return {"url": f"{url}/link?ticket={world.delivery.links.ticket()}&app_id={APP_ID}"}


def oauth_access(world: World, sent: Json) -> Json:
    """`oauth.v2.access`: a token for a code, once."""
    team = world.state.codes.pop(str(sent.get("code", "")), None)
    if team is None:
        raise RefusedError("invalid_code")
    space = world.state.teams[team]
    if not space.token:
        world.state.install(space, world.app.scopes)
    installer = next((one for one in world.state.users.values() if one.team == team and not one.bot), None)
    return {
        "access_token": space.token,
        "token_type": "bot",
        "scope": ",".join(sorted(space.scopes)),
        "bot_user_id": space.bot_user,
        "app_id": APP_ID,
        "team": {"id": space.id, "name": space.name},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": installer.id if installer else "U0INSTALLER"},
    }


def uninstall(world: World, token: str) -> Json:
    """`apps.uninstall`: by the client secret, out of the workspace of the token."""
    space = world.state.tokens.get(token)
    if space is None:
        raise RefusedError("invalid_auth")
    world.events.uninstalled(space)
    return {}
