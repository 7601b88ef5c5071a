"""`coach rehearse --list`: who can be practised with, without any model."""

from click.testing import CliRunner

from bot.cli.rehearse import rehearse


def test_the_list_names_everybody_and_that_anybody_may_be_described() -> None:
    done = CliRunner().invoke(rehearse, ["--list"], catch_exceptions=False)
    rows = done.output.splitlines()
    assert [row.split()[0] for row in rows][-1] == "described"
    assert len(rows) == 7
    assert "anybody you describe" in rows[-1]
