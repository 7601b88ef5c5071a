"""`coach health`: asks a running coach or console of this machine whether it is well; what a container's probe runs."""

from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address

import click

from bot.settings import Settings

_PATIENCE = 5.0


@click.command(epilog="Example: coach health    or: coach health console")
@click.argument("of", type=click.Choice(["slack", "console"]), default="slack")
@click.option("--alive", is_flag=True, help="Only whether the process answers (/healthz), not whether it is ready.")
@click.pass_context
def health(ctx: click.Context, of: str, alive: bool) -> None:  # noqa: FBT001 - a command-line flag
    """Is the coach (`coach slack`) or the console of these settings ready? Exit status 1 where it is not."""
    settings = Settings.from_environment()
    host, port = (settings.host, settings.port) if of == "slack" else (settings.console_host, settings.console_port)
    try:
        status, told = _ask(_near(host), port, "/healthz" if alive else "/readyz")
    except (OSError, HTTPException):
        click.echo(f"nothing answers at port {port}")
        ctx.exit(1)
    click.echo(told.strip())
    ctx.exit(0 if status == 200 else 1)


def _near(host: str) -> str:
    """Where a process that listens at `host` is reached from the same machine."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not address.is_unspecified:
        return host
    return "127.0.0.1" if address.version == 4 else "::1"


def _ask(host: str, port: int, path: str) -> tuple[int, str]:
    connection = HTTPConnection(host, port, timeout=_PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(errors="replace")
    finally:
        connection.close()
