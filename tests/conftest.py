"""For all tests: no network but this machine's own, a data folder of their own, and no silent skips in the build."""

import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

NO_SKIPS = "COACH_TEST_NO_SKIPS"
_skipped: list[str] = []
settings.register_profile(
    "same-everywhere", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same-everywhere")  # what passes here passes there: no example of the day, no clock


def _refuse(host: object) -> None:
    """Nothing where `host` is this machine; an error that names it where it is another."""
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        own = name == "localhost"
    else:
        own = address.is_loopback or address.is_unspecified
    if not own:
        message = f"a test tried to reach {name}; tests reach nothing but this machine"
        raise PermissionError(message)


def _own_machine_only(connect: Callable[..., int | None]) -> Callable[..., int | None]:
    def checked(self: socket.socket, address: tuple[object, ...]) -> int | None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _refuse(address[0])
        return connect(self, address)

    return checked


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Block every connection and every look-up of a name but those of this machine."""
    look_up = socket.getaddrinfo

    def own_names_only(host: str | bytes | None, *rest: int, **more: int) -> object:
        _refuse(host)
        return look_up(host, *rest, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _own_machine_only(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", _own_machine_only(socket.socket.connect_ex))
        patch.setattr(socket, "getaddrinfo", own_names_only)
        patch.setenv("HF_HUB_OFFLINE", "1")  # for the processes that tests start
        patch.setenv("ANONYMIZED_TELEMETRY", "False")
        yield


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The test's own data folder, wherever HOME is: what it starts finds it in COACH_DATA, and no other setting."""
    folder = tmp_path / "data"
    for name in [one for one in os.environ if one.startswith("COACH_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COACH_DATA", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return folder


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember a test that was skipped; an expected failure is not one."""
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Remember a whole file that was skipped."""
    if report.skipped:
        _skipped.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In the build a skipped test is a failure: everything that tests need is there."""
    if os.environ.get(NO_SKIPS) and _skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why the run fails where only skips make it fail."""
    if os.environ.get(NO_SKIPS) and _skipped:
        terminalreporter.write_line(f"{NO_SKIPS} is set, and {len(_skipped)} tests or files were skipped", red=True)
