"""What an agent may do beside talking: status lines, suggested prompts, titles, and the state of a session."""

import time

from tests.fakeslack.jsons import Json, records, text, texts
from tests.fakeslack.rules import LOADING_MESSAGES, PROMPTS, RefusedError
from tests.fakeslack.state import Channel
from tests.fakeslack.webapi.calling import Call

SESSION_STATUSES = ("active", "processing", "suspended", "closed")
_TITLE = 200


def set_status(call: Call) -> Json:
    """`assistant.threads.setStatus`: shown until it is cleared, a reply comes in the thread, or two minutes are over."""
    channel = call.channel("channel_id")
    call.need("thread_ts")
    thread_ts, status = call.thread(channel), call.text("status")
    loading = texts(call.json("loading_messages") if call.sent.get("loading_messages") else [])
    if "status" not in call.sent:
        raise RefusedError("invalid_arguments", "missing required field: status")
    if len(loading) > LOADING_MESSAGES:
        raise RefusedError("invalid_arguments", f"no more than {LOADING_MESSAGES} items allowed: loading_messages")
    place = channel.id, thread_ts
    if status:
        call.world.desk.statuses[place] = {"status": status, "loading_messages": loading, "at": time.monotonic()}
    else:
        call.world.desk.statuses.pop(place, None)
    call.world.changes.tell("status", channel.id)
    return {}


def set_prompts(call: Call) -> Json:
    """`assistant.threads.setSuggestedPrompts`. With a thread it does nothing and says so to nobody, as for agents in Slack."""
    channel = call.channel("channel_id")
    given = call.json("prompts")
    prompts = records(given)
    if not prompts or len(prompts) > PROMPTS:
        raise RefusedError("invalid_arguments", f"prompts must hold 1 to {PROMPTS} items")
    if any(not (text(one, "title") and text(one, "message")) for one in prompts):
        raise RefusedError("invalid_arguments", "each prompt must have a title and a message")
    if call.text("thread_ts"):
        call.warn("thread_ts", "an agent's prompts belong to the conversation: with thread_ts nothing is shown")
        return {}
    call.world.prompts[channel.id] = {"title": call.text("title"), "prompts": prompts}
    call.world.changes.tell("prompts", channel.id)
    return {}


def set_title(call: Call) -> Json:
    """`assistant.threads.setTitle`."""
    channel = call.channel("channel_id")
    call.need("thread_ts")
    thread_ts, title = call.thread(channel), call.need("title")
    session(call, channel, thread_ts, "")["title"] = title[:_TITLE]
    return {}


def session(call: Call, channel: Channel, thread_ts: str, status: str) -> Json:
    """The session of a thread, made where there is none, with a new status where one is given."""
    found = call.world.sessions.setdefault((channel.id, thread_ts), {"status": "active", "title": ""})
    if status:
        found["status"] = status
    call.world.changes.tell("status", channel.id)
    return found


def set_session(call: Call) -> Json:
    """`agents.sessions.setStatus`."""
    if not call.world.app.agent:
        raise RefusedError("not_allowed", "only an app that is declared as an agent has sessions")
    channel = call.channel("channel_id")
    call.need("thread_ts")
    thread_ts, status, title = call.thread(channel), call.need("status"), call.text("title")
    if status not in SESSION_STATUSES:
        raise RefusedError("invalid_arguments", f"status must be one of {', '.join(SESSION_STATUSES)}")
    if len(title) > _TITLE:
        raise RefusedError("invalid_arguments", f"must be less than {_TITLE + 1} characters: title")
    new = (channel.id, thread_ts) not in call.world.sessions
    found = session(call, channel, thread_ts, status)
    if new:
        found["title"] = title
    answer: Json = {"status": status, "agent_status": status, "title": found["title"]}
    if "agent_session_stopped" not in call.world.app.events:
        answer["warning"] = "missing_agent_session_stopped_event_subscription"
        call.warn("agent_session_stopped", "not subscribed: nobody can stop the agent")
    return answer


def rename(call: Call) -> Json:
    """`agents.sessions.rename`."""
    channel = call.channel("channel_id")
    place = channel.id, call.thread(channel)
    if place not in call.world.sessions:
        raise RefusedError("session_not_found")
    call.world.sessions[place]["title"] = call.need("title")[:_TITLE]
    return {}
