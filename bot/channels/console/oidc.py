"""Who somebody is, as Slack vouches for it (OpenID Connect): every claim is checked, and nothing of it is kept."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import aiohttp
import jwt

from bot.channels.console.parts import SlackSignIn
from bot.channels.console.site import same
from bot.errors import CoachError

_ALGORITHM = "RS256"
_PATIENCE = aiohttp.ClientTimeout(total=10)
_LARGEST = 256 * 1024
_LEEWAY = 30
_TEAM, _USER = "https://slack.com/team_id", "https://slack.com/user_id"
_REQUIRED = ["exp", "iat", "iss", "aud", "sub", "nonce", _TEAM, _USER]
_ID = re.compile(r"[A-Z0-9]{1,40}", re.ASCII)
REFUSED, UNREACHABLE = "slack_refused", "slack_unreachable"


@dataclass(frozen=True, slots=True)
class SlackIdentity:
    """Signing in with Slack; `back` is our address to which Slack sends people back, as the Slack app has it."""

    settings: SlackSignIn
    back: str

    def address(self, state: str, nonce: str) -> str:
        """Where the browser is sent to sign in."""
        asked = {
            "response_type": "code",
            "scope": "openid profile",
            "client_id": self.settings.client_id,
            "redirect_uri": self.back,
            "state": state,
            "nonce": nonce,
            "team": self.settings.team,
        }
        return f"{self.settings.issuer}/openid/connect/authorize?{urlencode(asked)}"

    async def colleague_id(self, code: str, nonce: str) -> str:
        """Whose code it is, as `team:user`.

        Raises CoachError: `slack_unreachable` (retryable) where Slack does not answer as it should, `slack_refused`
        where the code or what Slack says of its bearer does not hold.
        """
        try:
            async with aiohttp.ClientSession(timeout=_PATIENCE, trust_env=True) as session:
                token = await self._token(session, code)
                address = f"{self.settings.issuer}/openid/connect/keys"
                async with session.get(address, allow_redirects=False) as response:
                    keys = await _json(response)
        except (aiohttp.ClientError, TimeoutError, OSError):
            raise _unreachable() from None
        return self.checked(token, keys, nonce)

    async def _token(self, session: aiohttp.ClientSession, code: str) -> str:
        sent = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": self.settings.client_id,
            "client_secret": self.settings.client_secret,
            "redirect_uri": self.back,
        }
        address = f"{self.settings.issuer}/api/openid.connect.token"
        async with session.post(address, data=sent, allow_redirects=False) as response:
            answer = await _json(response)
        token = answer.get("id_token")
        if answer.get("ok") is not True or not isinstance(token, str):
            raise _refused()
        return token

    def checked(self, token: str, keys: Mapping[str, object], nonce: str) -> str:
        """Whom the token speaks of. Raises CoachError (`slack_refused`) where anything about it does not hold."""
        try:
            claims: dict[str, object] = jwt.decode(
                token,
                _key(token, keys),
                algorithms=[_ALGORITHM],
                audience=self.settings.client_id,
                issuer=self.settings.issuer,
                leeway=_LEEWAY,
                options={"require": _REQUIRED, "strict_aud": True, "enforce_minimum_key_length": True},
            )
        except (jwt.PyJWTError, ValueError, TypeError, AttributeError, OverflowError):  # a key or claim of an odd shape
            raise _refused() from None
        said, team, user = claims["nonce"], claims[_TEAM], claims[_USER]
        if not isinstance(said, str) or not same(said, nonce) or team != self.settings.team:
            raise _refused()
        if not isinstance(user, str) or not _ID.fullmatch(user):
            raise _refused()
        return f"{self.settings.team}:{user}"


def _key(token: str, keys: Mapping[str, object]) -> jwt.PyJWK:
    """The key that signed the token, of those that the issuer has now."""
    header = jwt.get_unverified_header(token)
    listed = keys.get("keys")
    for key in listed if isinstance(listed, list) else []:
        if isinstance(key, dict) and key.get("kid") == header.get("kid") and key.get("use", "sig") == "sig":
            return jwt.PyJWK(key, algorithm=_ALGORITHM)
    raise jwt.InvalidKeyError


async def _json(response: aiohttp.ClientResponse) -> Mapping[str, object]:
    body = bytearray()
    async for piece in response.content.iter_chunked(65_536):
        body += piece
        if len(body) > _LARGEST:
            raise _unreachable()
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        raise _unreachable() from None
    if response.status != 200 or not isinstance(answer, dict):
        raise _unreachable()
    return answer


def _refused() -> CoachError:
    message = "what Slack answered does not hold"
    return CoachError(message, code=REFUSED)


def _unreachable() -> CoachError:
    message = "Slack does not answer as it should"
    return CoachError(message, code=UNREACHABLE, retryable=True)
