"""A stand-in for Slack as an OpenID provider, on loopback: honest unless a test makes it say something else."""

import json
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from time import time
from urllib.parse import parse_qs, urlsplit

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "123.456", "shhh"
Claims = dict[str, object]
Sign = Callable[["Issuer", Claims], str]


@cache
def key(name: str) -> RSAPrivateKey:
    """A key by name, made once; "short" is shorter than is safe."""
    return generate_private_key(public_exponent=65537, key_size=1024 if name == "short" else 2048)


def public(name: str) -> dict[str, object]:
    """The public half, as a provider lists it."""
    made: dict[str, object] = json.loads(RSAAlgorithm.to_jwk(key(name).public_key()))
    return {**made, "kid": name, "use": "sig", "alg": "RS256"}


def honest(issuer: "Issuer", claims: Claims) -> str:
    """Signed with the issuer's own key."""
    return jwt.encode(claims, key(issuer.kid), algorithm="RS256", headers={"kid": issuer.kid})


def unsigned(claims: Claims, header: dict[str, str]) -> str:
    """A token whose signature is empty, whatever its header says."""
    parts = (urlsafe_b64encode(json.dumps(one).encode()).rstrip(b"=").decode() for one in (header, claims))
    return ".".join(parts) + "."


@dataclass
class Issuer:
    """The provider; what it answers can be changed."""

    url: str = ""
    kid: str = "first"
    listed: list[dict[str, object]] = field(default_factory=lambda: [public("first")])
    user: str = "UMENTOR"
    team: str = "T1"
    changed: Claims = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    sign: Sign = honest
    status: int = 200
    body: str = ""
    """Sent instead of an answer, where it is set."""
    nonces: dict[str, str] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    exchanged: int = 0

    def authorize(self, address: str) -> str:
        """What the browser comes back with: the query that Slack would send it back with."""
        wanted = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        self.asked.append(wanted)
        code = f"code-{len(self.nonces)}"
        self.nonces[code] = wanted["nonce"]
        return f"code={code}&state={wanted['state']}"

    async def token(self, request: web.Request) -> web.Response:
        """The exchange: a code works once, with the client's secret."""
        sent = {name: str(value) for name, value in (await request.post()).items()}
        self.exchanged += 1
        nonce = self.nonces.pop(sent.get("code", ""), None)
        if self.status != 200 or self.body:
            return web.Response(status=self.status, text=self.body)
        if nonce is None or sent["client_secret"] != SECRET or sent["client_id"] != CLIENT:
            return web.json_response({"ok": False, "error": "invalid_code"})
        now = int(time())
        claims: Claims = {
            "iss": self.url,
            "aud": CLIENT,
            "sub": self.user,
            "exp": now + 300,
            "iat": now,
            "nonce": nonce,
            "https://slack.com/team_id": self.team,
            "https://slack.com/user_id": self.user,
            **self.changed,
        }
        token = self.sign(self, {name: value for name, value in claims.items() if name not in self.dropped})
        return web.json_response({"ok": True, "access_token": "xoxp-none", "id_token": token})

    async def keys(self, _request: web.Request) -> web.Response:
        """The public keys."""
        return web.json_response({"keys": self.listed})


@asynccontextmanager
async def issuing() -> AsyncIterator[Issuer]:
    """The provider, listening."""
    issuer, app = Issuer(), web.Application()
    app.add_routes([web.post("/api/openid.connect.token", issuer.token), web.get("/openid/connect/keys", issuer.keys)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        issuer.url = f"http://{host}:{port}"
        yield issuer
    finally:
        await runner.cleanup()
