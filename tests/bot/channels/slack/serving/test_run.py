import asyncio
import os
import signal
import socket
from pathlib import Path

import pytest

from bot.channels import web
from bot.errors import CoachError
from tests.bot.channels.slack.serving.house import house
from tests.fakeslack.known import APP_TOKEN


@pytest.mark.parametrize("mode", ["http", "socket"])
def test_a_message_comes_in_and_its_answer_goes_out(tmp_path: Path, mode: str) -> None:
    async def run() -> None:
        async with house(tmp_path, mode=mode) as here:
            if mode == "socket":
                await here.until(lambda: len(here.slack.delivery.links) == 1)
            here.says("hello")
            await here.until(lambda: here.hears() == ["Turn 1: hello, after nothing"])
            assert here.slack.state.problems == []

    asyncio.run(run())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_order_with_what_had_begun_answered(tmp_path: Path, number: signal.Signals) -> None:
    async def run() -> None:
        async with house(tmp_path) as here:
            here.says("slow")
            await here.until(here.answerer.begun.is_set)
            os.kill(os.getpid(), number)
            await here.until(here.service.stop.is_set)
            here.answerer.go.set()
            await asyncio.wait_for(here.serving, 20)
            assert here.hears() == ["Turn 1: slow, after nothing"]
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", int(here.url.rsplit(":", 1)[1])), timeout=1)

    asyncio.run(run())


def test_what_comes_while_it_ends_is_not_acknowledged_and_answered_by_the_next_process(tmp_path: Path) -> None:
    async def run() -> None:
        async with house(tmp_path) as here:
            here.says("slow")
            await here.until(here.answerer.begun.is_set)
            here.service.stop.set()
            await asyncio.sleep(0)
            await here.until(lambda: here.slack.delivery.figures.acked == 1)
            here.answerer.go.set()
            await asyncio.wait_for(here.serving, 20)
            here.says("and another thing")
            await here.until(lambda: here.slack.delivery.figures.retries >= 1)
            assert here.slack.delivery.figures.acked == 1

    asyncio.run(run())


def test_a_port_that_is_taken_is_told_in_plain_words() -> None:
    with web.listen("127.0.0.1", 0, "COACH_PORT") as taken, pytest.raises(CoachError, match="COACH_PORT"):
        web.listen("127.0.0.1", taken.getsockname()[1], "COACH_PORT")


def test_a_token_that_slack_refuses_ends_the_start_with_what_to_do(tmp_path: Path) -> None:
    async def run() -> None:
        async with house(tmp_path, mode="socket") as here:
            here.service.app_token = APP_TOKEN + "-wrong"
            here.service.port = 0
            with pytest.raises(CoachError, match="COACH_SLACK_APP_TOKEN"):
                await here.service.serve()

    asyncio.run(run())
