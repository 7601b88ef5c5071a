"""The page that plans a hospital, a region and the whole NHS: measured figures, stated assumptions, and arithmetic."""

import math
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from evals.bench.load.figures import LoadFigures, as_table

FIGURES = Path(__file__).resolve().parent / "measured.json"
_PAGE = FIGURES.with_name("page.md")
_SECONDS = 3600


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ModelTokens(_Strict):
    """What a turn takes of a chat model, on average over whole talks (`coach bench --only tokens`)."""

    read: float
    written: float


class Measured(_Strict):
    """Everything that the page rests on; `model` is None where it was not measured."""

    load: LoadFigures
    model: ModelTokens | None = None


class Assumptions(_Strict):
    """What nobody can measure before it is in use: change it, and make the page again.

    `active` is the part of all doctors who write in a month, `messages` what each of them writes in it; of a working
    day's messages `peak_hour` fall into one hour, and in a busy minute of that come `burst` times as many as in others.
    `headroom` is the part of what a replica was measured to hold that is planned with. Prices are for a million tokens.
    """

    active: float = Field(default=0.3, gt=0, le=1)
    messages: float = Field(default=27.0, gt=0)
    working_days: float = Field(default=21.0, gt=0)
    peak_hour: float = Field(default=0.15, gt=0, le=1)
    burst: float = Field(default=3.0, ge=1)
    headroom: float = Field(default=0.5, gt=0, le=1)
    keep_days: int = Field(default=90, ge=1)
    model_seconds: float = Field(default=3.0, gt=0)
    price_read: float = Field(default=0.0, ge=0)
    price_written: float = Field(default=0.0, ge=0)


class Place(_Strict):
    """Where it is used, and by how many doctors it could be."""

    name: str
    doctors: int = Field(ge=1)


PLACES = (
    Place(name="one hospital", doctors=400),
    Place(name="a region", doctors=6_000),
    Place(name="the whole NHS", doctors=75_000),
)


class Need(_Strict):
    """What a place needs; `a_second` is the busiest minute's, `waiting` how many turns then wait for a chat model."""

    place: Place
    a_day: float
    a_second: float
    replicas: int
    memory_gb: float
    disk_gb: float | None
    waiting: float
    tokens_a_month: float | None
    cost_a_month: float | None


def need(place: Place, measured: Measured, given: Assumptions) -> Need:
    """The arithmetic for one place."""
    load = measured.load
    a_month = place.doctors * given.active * given.messages
    a_day = a_month / given.working_days
    a_second = a_day * given.peak_hour / _SECONDS * given.burst
    holds = 1000 / load.turn_ms * given.headroom
    replicas = max(2, math.ceil(a_second / holds))
    kept = a_month * 12 / 365 * given.keep_days
    model = measured.model
    return Need(
        place=place,
        a_day=a_day,
        a_second=a_second,
        replicas=replicas,
        memory_gb=replicas * load.memory_mb[1] / 1000,
        disk_gb=None if load.bytes_a_turn is None else kept * load.bytes_a_turn / 1e9,
        waiting=a_second * given.model_seconds,
        tokens_a_month=None if model is None else a_month * (model.read + model.written),
        cost_a_month=_cost(model, a_month, given),
    )


def _cost(model: ModelTokens | None, turns: float, given: Assumptions) -> float | None:
    if model is None or not (given.price_read or given.price_written):
        return None
    return turns * (model.read * given.price_read + model.written * given.price_written) / 1e6


def page(measured: Measured, given: Assumptions, places: Sequence[Place] = PLACES) -> str:
    """The page, in Markdown."""
    needs = [need(one, measured, given) for one in places]
    return _PAGE.read_text(encoding="utf-8").format(
        table=as_table(measured.load),
        rows="\n".join(_row(one) for one in needs),
        active=f"{given.active:.0%}",
        messages=f"{given.messages:g}",
        days=f"{given.working_days:g}",
        peak=f"{given.peak_hour:.0%}",
        burst=f"{given.burst:g}",
        headroom=f"{given.headroom:.0%}",
        keep=given.keep_days,
        seconds=f"{given.model_seconds:g}",
        turn_ms=f"{measured.load.turn_ms:.1f}",
        most=f"{measured.load.most:.1f}",
        holds=f"{1000 / measured.load.turn_ms * given.headroom:.0f}",
        model=_model(measured.model, given),
    )


def _model(model: ModelTokens | None, given: Assumptions) -> str:
    if model is None:
        return "Tokens were not measured: `coach bench --only tokens`."
    told = f"A turn takes {model.read:.0f} tokens read and {model.written:.0f} written on average over whole talks."
    if given.price_read or given.price_written:
        return f"{told} Priced at {given.price_read:g} and {given.price_written:g} for a million of them."
    return (
        f"{told} No prices are set here, since they change: `--price-read` and `--price-written` add a column of cost."
    )


def _row(one: Need) -> str:
    cells = (
        one.place.name,
        f"{one.place.doctors:,}",
        f"{one.a_day:,.0f}",
        f"{one.a_second:.2g}",
        f"{one.replicas}",
        f"{one.memory_gb:.1f} GB",
        "not measured" if one.disk_gb is None else f"{one.disk_gb:.1f} GB",
        f"{one.waiting:.1f}",
        "not measured" if one.tokens_a_month is None else f"{one.tokens_a_month / 1e6:,.0f} million",
        "no prices set" if one.cost_a_month is None else f"{one.cost_a_month:,.0f}",
    )
    return f"| {' | '.join(cells)} |"
