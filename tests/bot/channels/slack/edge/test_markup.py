import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.markup import plain
from tests.bot.channels.slack.edge.shapes import CALM


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("<@U0COACH> hello", "hello"),
        ("<@U2> shouted at <@U3|sam>", "a colleague shouted at a colleague"),
        ("in <#C1|ward-7> and <#C2>", "in #ward-7 and a channel"),
        ("<!here> and <!subteam^S1|@team>", "@here and @team"),
        ("<https://example.org/a?b=1&amp;c=2>", "https://example.org/a?b=1&c=2"),
        ("<https://example.org|the page>", "the page"),
        ("<mailto:j.smith@nhs.example|j.smith@nhs.example>", "j.smith@nhs.example"),
        ("<tel:07700900123>", "07700900123"),
        ("BP &lt; 90 &amp; falling &gt; 2 h", "BP < 90 & falling > 2 h"),
        ("a < b and c > d", "a < b and c > d"),
        ("  ", ""),
    ],
)
def test_markup_reads_as_it_was_typed(marked: str, read: str) -> None:
    assert plain(marked, me="U0COACH") == read


def test_what_looks_like_markup_when_typed_stays_as_typed() -> None:
    assert plain("&lt;@U2&gt;") == "<@U2>"


@CALM
@given(st.text())
def test_words_without_markup_come_back_whole(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert plain(escaped) == text.strip()
