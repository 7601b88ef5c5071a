"""What Slack says of somebody: only a token that holds in every point signs them in."""

import asyncio
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from time import time

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.bot.channels.console.issuer import CLIENT, Issuer, honest, key, public, unsigned
from tests.bot.channels.console.meeting import meeting
from tests.bot.channels.console.world import MENTOR

NOW = int(time())


def hs256_with_public_key(_issuer: Issuer, claims: dict[str, object]) -> str:
    pem = key("first").public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    header = {"alg": "HS256", "typ": "JWT", "kid": "first"}
    signed = unsigned(claims, header)[:-1]
    made = jwt.get_algorithm_by_name("HS256").sign(signed.encode(), pem)
    return f"{signed}.{b64encode(made, b'-_').rstrip(b'=').decode()}"


def own_key_in_header(_issuer: Issuer, claims: dict[str, object]) -> str:
    return jwt.encode(claims, key("thief"), algorithm="RS256", headers={"kid": "first", "jwk": public("thief")})


FALSE: dict[str, Callable[[Issuer], object]] = {
    "another nonce": lambda one: one.changed.update(nonce="n" * 43),
    "a nonce that is no text": lambda one: one.changed.update(nonce=["n"]),
    "half a character as nonce": lambda one: one.changed.update(nonce="\ud83d"),
    "another audience": lambda one: one.changed.update(aud="999.999"),
    "several audiences": lambda one: one.changed.update(aud=[CLIENT, "999.999"]),
    "another issuer": lambda one: one.changed.update(iss="https://slack.com"),
    "another team": lambda one: setattr(one, "team", "T2"),
    "a team that is no text": lambda one: one.changed.update({"https://slack.com/team_id": ["T1"]}),
    "a user that is no text": lambda one: one.changed.update({"https://slack.com/user_id": {"U": 1}}),
    "a user with a path": lambda one: one.changed.update({"https://slack.com/user_id": "UMENTOR/../UADMIN"}),
    "over": lambda one: one.changed.update(exp=NOW - 120, iat=NOW - 420),
    "not yet": lambda one: one.changed.update(iat=NOW + 3600, exp=NOW + 7200),
    "an end that is no number": lambda one: one.changed.update(exp="soon"),
    "an endless end": lambda one: one.changed.update(exp=float("inf")),
    **{
        f"without {name}": lambda one, name=name: setattr(one, "dropped", (name,))  # type: ignore[misc]
        for name in (
            "exp",
            "iat",
            "iss",
            "aud",
            "sub",
            "nonce",
            "https://slack.com/team_id",
            "https://slack.com/user_id",
        )
    },
    "alg none": lambda one: setattr(
        one, "sign", lambda _one, claims: unsigned(claims, {"alg": "none", "kid": "first"})
    ),
    "no signature": lambda one: setattr(
        one, "sign", lambda _one, claims: unsigned(claims, {"alg": "RS256", "kid": "first"})
    ),
    "the public key as a secret": lambda one: setattr(one, "sign", hs256_with_public_key),
    "another's key under a known name": lambda one: setattr(
        one, "sign", lambda _one, claims: jwt.encode(claims, key("thief"), "RS256", headers={"kid": "first"})
    ),
    "a key it brings along": lambda one: setattr(one, "sign", own_key_in_header),
    "a key nobody knows": lambda one: setattr(
        one, "sign", lambda _one, claims: jwt.encode(claims, key("thief"), "RS256", headers={"kid": "thief"})
    ),
    "another algorithm": lambda one: setattr(
        one, "sign", lambda _one, claims: jwt.encode(claims, key("first"), "RS512", headers={"kid": "first"})
    ),
    "changed after signing": lambda one: setattr(one, "sign", lambda _one, claims: tampered(one, claims)),
    "no token": lambda one: setattr(one, "sign", lambda _one, _claims: "not.a.token"),
    "an empty token": lambda one: setattr(one, "sign", lambda _one, _claims: ""),
    "no keys": lambda one: setattr(one, "listed", []),
    "a key of an odd shape": lambda one: setattr(one, "listed", [{"kid": "first", "kty": "RSA", "n": 5, "e": None}]),
    "a key for something else": lambda one: setattr(one, "listed", [{**public("first"), "use": "enc"}]),
    "a key of another kind": lambda one: setattr(one, "listed", [{"kid": "first", "kty": "oct", "k": "c2VjcmV0"}]),
}


def tampered(issuer: Issuer, claims: dict[str, object]) -> str:
    head, _, signature = honest(issuer, {**claims, "https://slack.com/user_id": "UNOBODY"}).split(".")
    return f"{head}.{unsigned(claims, {}).split('.')[1]}.{signature}"


@pytest.mark.parametrize("what", FALSE)
def test_a_token_that_does_not_hold_signs_nobody_in(what: str) -> None:
    async def main() -> None:
        async with meeting() as met:
            FALSE[what](met.issuer)
            answer = await met.try_once()
            assert answer.status_code == 403, what
            assert met.here.doors.sessions == {}
            assert "sid=" not in "".join(answer.headers.get_list("set-cookie"))

    asyncio.run(main())


def test_an_id_that_slack_does_not_make_is_nobodys_even_where_somebody_has_it() -> None:
    async def main() -> None:
        async with meeting() as met:
            met.issuer.user = "U1:U2"
            met.here.staff.people["T1:U1:U2"] = replace(met.here.staff.people[MENTOR], id="T1:U1:U2")
            assert (await met.try_once()).status_code == 403
            assert met.here.doors.sessions == {}

    asyncio.run(main())


def test_a_short_key_is_no_key() -> None:
    async def main() -> None:
        async with meeting() as met:
            met.issuer.listed = [{**public("short"), "kid": "short"}]
            met.issuer.sign = lambda _one, claims: _short(claims)
            assert (await met.try_once()).status_code == 403

    def _short(claims: dict[str, object]) -> str:
        head = {"alg": "RS256", "kid": "short"}
        signed = unsigned(claims, head)[:-1]
        made = jwt.get_algorithm_by_name("RS256").sign(signed.encode(), key("short"))
        return f"{signed}.{b64encode(made, b'-_').rstrip(b'=').decode()}"

    asyncio.run(main())
