"""What the Web API asks of a call: its token, its scopes, and the lengths that Slack lets through."""

from tests.fakeslack.jsons import Json

MESSAGE_TEXT = 40_000
MARKDOWN_TEXT = 12_000
ALL_BLOCKS_TEXT = 13_200
"""How much text the blocks of one message may hold in all; measured against Slack, not documented."""
MESSAGE_BLOCKS = 50
STREAM_SECONDS = 300.0
STATUS_SECONDS = 120.0
LOADING_MESSAGES = 10
PROMPTS = 4
PAGE_MOST = 999
PAGE_USUAL = 100

BOT = "bot"
APP = "app"
CLIENT = "client"

CALLERS: dict[str, str] = {
    "api.test": "",
    "apps.connections.open": APP,
    "apps.uninstall": CLIENT,
    "oauth.v2.access": CLIENT,
}
"""Who may call a method, where it is not the bot: anybody, the app by its own token, or the app by its client secret."""

SCOPES: dict[str, tuple[str, ...]] = {
    "agents.sessions.rename": ("chat:write",),
    "agents.sessions.setStatus": ("chat:write",),
    "assistant.threads.setStatus": ("chat:write", "assistant:write"),
    "assistant.threads.setSuggestedPrompts": ("assistant:write",),
    "assistant.threads.setTitle": ("assistant:write",),
    "chat.appendStream": ("chat:write",),
    "chat.delete": ("chat:write",),
    "chat.postEphemeral": ("chat:write",),
    "chat.postMessage": ("chat:write",),
    "chat.startStream": ("chat:write",),
    "chat.stopStream": ("chat:write",),
    "chat.update": ("chat:write",),
    "conversations.open": ("im:write",),
    "files.completeUploadExternal": ("files:write",),
    "files.getUploadURLExternal": ("files:write",),
    "files.info": ("files:read",),
    "team.info": ("team:read",),
    "users.info": ("users:read",),
}
"""Scopes that a method needs, any one of them. Reading a conversation needs the scope of its kind: see `webapi`."""

INNOCENT = frozenset(
    {
        "account_inactive",
        "already_cancelled",
        "hash_conflict",
        "is_archived",
        "message_not_found",
        "not_found",
        "ratelimited",
        "token_revoked",
    }
)
"""Errors that a careful app can meet: the doctor deleted something, closed a view or took the app out meanwhile."""


class RefusedError(Exception):
    """The call is refused with `code`. `messages` say to the developer what is wrong, as Slack does."""

    def __init__(self, code: str, *messages: str, **more: object) -> None:
        super().__init__(code)
        self.code = code
        self.messages = messages
        self.more = more

    def told(self) -> Json:
        """The answer."""
        answer: Json = {"ok": False, "error": self.code, **self.more}
        if self.messages:
            answer["response_metadata"] = {"messages": [f"[ERROR] {one}" for one in self.messages]}
        return answer
