"""What every web server of ours shares."""

import socket

import pytest

from bot.channels import web
from bot.errors import CoachError


def test_a_connection_that_is_taken_sends_at_once() -> None:
    with (
        web.listen("127.0.0.1", 0, "COACH_PORT") as listener,
        socket.create_connection(listener.getsockname()),
        listener.accept()[0] as taken,
    ):
        assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_port_that_is_taken_names_the_setting() -> None:
    with web.listen("127.0.0.1", 0, "COACH_PORT") as taken, pytest.raises(CoachError, match="COACH_PORT names another"):
        web.listen("127.0.0.1", taken.getsockname()[1], "COACH_PORT")
