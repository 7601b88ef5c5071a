"""The page of the fake Slack in a real browser: it shows what a doctor would see, and what people write stays text."""

import html
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from slack_sdk import WebClient

from tests.fakeslack.client import FakeSlack
from tests.fakeslack.known import BOT_TOKEN

PAGE = Path(__file__).parents[1] / "fakeslack" / "page"
CHROMIUM = shutil.which("chromium")
SWITCHES = """
    --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking
    --disable-component-update --disable-sync --no-first-run --virtual-time-budget=10000 --dump-dom
""".split()
SCRIPT = "<script>document.title = 'broken'</script> & <img src=x onerror=alert(1)>"
BLOCKS: list[dict[str, object]] = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "You said:\n&gt; *nobody* answered &lt;b&gt;me&lt;/b&gt;"}},
    {
        "type": "actions",
        "elements": [
            {
                "type": "button",
                "action_id": "passage",
                "text": {"type": "plain_text", "text": "Show passage"},
                "accessibility_label": "from Bohmer (2012)",
                "value": "bohmer",
            }
        ],
    },
]
HOME = {"type": "home", "blocks": [{"type": "header", "text": {"type": "plain_text", "text": "My commitments"}}]}

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium to look at the page with")


@dataclass(frozen=True)
class Workplace:
    """A fake in which a doctor wrote, and the app answered; the page of it as chromium draws it."""

    fake: FakeSlack
    doctor: str
    colleague: str
    ward: str
    profile: Path

    def drawn(self, user: str, place: str) -> str:
        """The page as it stands once everything is loaded."""
        assert CHROMIUM is not None
        address = f"{self.fake.url}/?still&{urlencode({'user': user, 'place': place})}"
        line = [CHROMIUM, *SWITCHES, f"--user-data-dir={self.profile}", address]
        run = subprocess.run(line, capture_output=True, text=True, check=True, timeout=120)
        assert 'data-ready=""' in run.stdout, "the page did not finish"
        return run.stdout


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    with FakeSlack.start(mode="none") as fake:
        doctor, colleague = fake.add_user("Amara Osei"), fake.add_user("Tom Reid")
        fake.say(doctor, f"I asked the registrar. {SCRIPT}")
        app = WebClient(token=BOT_TOKEN, base_url=fake.api_url)
        app.chat_postMessage(channel=doctor, text="Your coach replied", blocks=BLOCKS)
        app.views_publish(user_id=doctor, view=HOME)
        ward = fake.add_channel("ward-7", [doctor, colleague])
        app.chat_postEphemeral(channel=ward, user=doctor, text="I have written to you in private.")
        yield Workplace(fake, doctor, colleague, ward, tmp_path_factory.mktemp("chromium"))


@pytest.fixture(scope="module")
def conversation(workplace: Workplace) -> str:
    return workplace.drawn(workplace.doctor, "messages")


@needs_chromium
def test_the_conversation_is_shown_with_who_wrote_what(conversation: str) -> None:
    assert "I asked the registrar." in conversation
    assert '<span class="author">Amara Osei</span>' in conversation
    assert '<span class="author">Leadership coach</span><span class="tag">App</span>' in conversation


@needs_chromium
def test_what_looks_like_markup_is_shown_as_text(conversation: str) -> None:
    assert html.escape(SCRIPT, quote=False) in conversation
    assert "onerror=alert(1)>" not in conversation
    assert "<title>Leadership coach in a fake Slack</title>" in conversation


@needs_chromium
def test_blocks_are_drawn_with_their_markup_and_buttons(conversation: str) -> None:
    assert "<blockquote><strong>nobody</strong> answered &lt;b&gt;me&lt;/b&gt;</blockquote>" in conversation
    [button] = re.findall(r"<button[^>]*>Show passage</button>", conversation)
    assert 'aria-label="Show passage: from Bohmer (2012)"' in button


@needs_chromium
def test_home_is_shown_to_whom_it_was_published(workplace: Workplace) -> None:
    assert '<h2 class="block header">My commitments</h2>' in workplace.drawn(workplace.doctor, "home")
    assert "The app has not drawn its Home yet." in workplace.drawn(workplace.colleague, "home")


@needs_chromium
def test_nobody_sees_the_conversation_of_another(workplace: Workplace) -> None:
    assert "I asked the registrar." not in workplace.drawn(workplace.colleague, "messages")


@needs_chromium
def test_what_only_one_person_sees_says_so_and_is_shown_to_nobody_else(workplace: Workplace) -> None:
    shown = workplace.drawn(workplace.doctor, workplace.ward)
    assert '<p class="only-you">Only visible to you</p>' in shown
    assert "I have written to you in private." in shown
    assert "I have written to you in private." not in workplace.drawn(workplace.colleague, workplace.ward)


@needs_chromium
def test_looking_breaks_no_rule(workplace: Workplace, conversation: str) -> None:
    assert "None: the coach has kept to every rule so far." in conversation
    assert workplace.fake.problems() == []


@pytest.mark.parametrize("file", sorted(PAGE.glob("*.js")), ids=lambda file: file.name)
def test_no_script_can_turn_text_into_markup(file: Path) -> None:
    makes_markup = (
        r"innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|\beval\(|Function\("
    )
    assert re.findall(makes_markup, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", [PAGE / "index.html", *sorted(PAGE.glob("*.css"))], ids=lambda file: file.name)
def test_nothing_is_loaded_from_elsewhere(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.findall(r"https?://|url\(|@import|\bsrc=\"(?!/page/)|\bhref=\"(?!/page/|#|data:,)", text) == []


def test_only_scripts_and_styles_of_the_page_itself_may_run() -> None:
    [policy] = re.findall(
        r'Content-Security-Policy" content="([^"]+)"', (PAGE / "index.html").read_text(encoding="utf-8")
    )
    assert policy.split("; ") == [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
