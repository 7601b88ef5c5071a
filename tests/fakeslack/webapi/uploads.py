"""Files: an address to upload to, the upload, and the sharing of it."""

from tests.fakeslack.jsons import Json, number, records, text
from tests.fakeslack.rules import RefusedError
from tests.fakeslack.webapi.calling import Call
from tests.fakeslack.world import File


def get_url(call: Call) -> Json:
    """`files.getUploadURLExternal`."""
    name, length = call.need("filename"), int(number(call.sent, "length", 0))
    if length <= 0:
        raise RefusedError("invalid_arguments", "length must be more than 0")
    state = call.world.state
    made = File(state.new_id("F"), call.workspace.id, name, length)
    call.world.files[made.id] = made
    return {"file_id": made.id, "upload_url": f"{state.url}/upload/{made.id}"}


def complete(call: Call) -> Json:
    """`files.completeUploadExternal`: the files are shared in one message of the app."""
    given = records(call.json("files"))
    found = [call.world.files.get(text(one, "id")) for one in given]
    files = [one for one in found if one is not None and one.team == call.workspace.id]
    if not given or len(files) != len(given):
        raise RefusedError("file_not_found")
    for one, asked in zip(files, given, strict=True):
        if one.content is None or len(one.content) != one.size:
            raise RefusedError("file_upload_incomplete", f"{one.id} was not uploaded, or not in its length")
        one.title = text(asked, "title")
    if call.text("channel_id"):
        _share(call, files)
    return {"files": [one.told(call.world.state.url) for one in files]}


def _share(call: Call, files: list[File]) -> None:
    channel = call.channel("channel_id")
    for one in files:
        one.channel = channel.id
    fields: Json = {
        "text": call.text("initial_comment"),
        "files": [one.told(call.world.state.url) for one in files],
        "subtype": "file_share",
    }
    call.world.desk.post(call.workspace, channel, fields, call.thread(channel))
    call.world.changes.tell("files", channel.id)


def info(call: Call) -> Json:
    """`files.info`."""
    found = call.world.files.get(call.need("file"))
    if found is None or found.team != call.workspace.id:
        raise RefusedError("file_not_found")
    return {"file": found.told(call.world.state.url)}
