"""What is counted is numbers under names of ours: no metric can hold a sentence, or tell whose it is."""

from bot.channels.slack.metrics import Metrics
from bot.coaching.record import ModelUse, Problem, TurnRecord
from bot.ports.chat_model import Failure
from bot.ports.post import Backlog
from tests.bot.small_world import Talk


def test_what_is_counted_is_exposed() -> None:
    metrics = Metrics()
    metrics.acknowledged(0.02)
    metrics.turn(0.1)
    metrics.waited(1.7)
    metrics.duplicate()
    metrics.refused("forged")
    metrics.sent()
    metrics.put_off("timeout")
    metrics.in_doubt(found=True)
    metrics.in_doubt(found=False)
    metrics.gave_up("is_archived")
    metrics.feedback("good")
    metrics.reconnected()
    metrics.socket(alive=True, ping_age=1.5)
    metrics.backlog(Backlog(waiting=1, oldest_waiting=2.0, unsent=3, oldest_unsent=4.0, in_doubt=5, failed=6))
    told = metrics.exposed().decode().splitlines()
    for line in (
        "coach_slack_acknowledged_seconds_count 1.0",
        "coach_slack_turn_seconds_sum 0.1",
        "coach_slack_reply_wait_seconds_sum 1.7",
        "coach_slack_duplicates_total 1.0",
        'coach_slack_refused_total{kind="forged"} 1.0',
        "coach_slack_sent_total 1.0",
        'coach_slack_put_off_total{reason="timeout"} 1.0',
        'coach_slack_in_doubt_total{found="yes"} 1.0',
        'coach_slack_in_doubt_total{found="no"} 1.0',
        'coach_slack_gave_up_total{code="is_archived"} 1.0',
        'coach_slack_feedback_total{value="good"} 1.0',
        "coach_slack_socket_reconnects_total 1.0",
        "coach_slack_socket_alive 1.0",
        "coach_slack_socket_ping_age_seconds 1.5",
        'coach_slack_backlog{where="inbox"} 1.0',
        'coach_slack_backlog{where="outbox"} 3.0',
        'coach_slack_backlog{where="in_doubt"} 5.0',
        'coach_slack_backlog{where="failed"} 6.0',
        'coach_slack_backlog_oldest_seconds{where="inbox"} 2.0',
        'coach_slack_backlog_oldest_seconds{where="outbox"} 4.0',
    ):
        assert line in told, line


def test_two_coaches_in_a_process_count_apart() -> None:
    one, other = Metrics(), Metrics()
    one.sent()
    assert "coach_slack_sent_total 0.0" in other.exposed().decode()


def test_no_sentence_becomes_a_label() -> None:
    metrics = Metrics()
    for words in ("I shouted at Mrs Jones", "U012ABC", "", "a" * 100):
        metrics.gave_up(words)
        metrics.refused(words)
    told = metrics.exposed().decode()
    assert "Jones" not in told
    assert "U012ABC" not in told
    assert 'coach_slack_gave_up_total{code="other"} 4.0' in told


def turn_with(*uses: ModelUse, engine: str = "guided") -> TurnRecord:
    turn = Talk().say("The bins are full again.")
    return turn.model_copy(update={"model_uses": uses, "reply": turn.reply.model_copy(update={"engine": engine})})


def use(outcome: str = "used", /, **told: object) -> ModelUse:
    whole = {"purpose": "wording", "model": "openai:gpt-x", "prompt": "sha256:x", "outcome": outcome} | told
    return ModelUse.model_validate(whole)


def test_what_a_chat_model_took_is_counted_by_what_came_of_it() -> None:
    metrics = Metrics()
    taken = {"input_tokens": 900, "cached_tokens": 600, "output_tokens": 50, "calls": 2, "ms": 1200.0, "cost": 0.004}
    metrics.answered(turn_with(use(purpose="reading", calls=1, ms=400.0), use(**taken), engine="llm"))
    vetted = (Problem(code="two_questions", detail="more than one"), Problem(code="promise", detail="says 'never'"))
    metrics.answered(turn_with(use("rejected", problems=vetted, calls=1, ms=900.0), engine="guided_after_llm"))
    metrics.answered(turn_with(use("over_budget"), engine="guided_after_llm"))
    metrics.answered(turn_with())
    told = metrics.exposed().decode().splitlines()
    for line in (
        'coach_slack_replies_total{engine="llm"} 1.0',
        'coach_slack_replies_total{engine="guided_after_llm"} 2.0',
        'coach_slack_replies_total{engine="guided"} 1.0',
        'coach_slack_model_asked_total{outcome="used",purpose="reading"} 1.0',
        'coach_slack_model_asked_total{outcome="used",purpose="wording"} 1.0',
        'coach_slack_model_asked_total{outcome="rejected",purpose="wording"} 1.0',
        'coach_slack_model_asked_total{outcome="over_budget",purpose="wording"} 1.0',
        'coach_slack_model_rejected_total{problem="two_questions"} 1.0',
        'coach_slack_model_rejected_total{problem="promise"} 1.0',
        'coach_slack_model_tokens_total{kind="in"} 300.0',
        'coach_slack_model_tokens_total{kind="cached"} 600.0',
        'coach_slack_model_tokens_total{kind="out"} 50.0',
        "coach_slack_model_tries_total 4.0",
        "coach_slack_model_cost_total 0.004",
        'coach_slack_model_seconds_count{purpose="wording"} 2.0',
        'coach_slack_model_seconds_sum{purpose="wording"} 2.1',
        'coach_slack_model_seconds_count{purpose="reading"} 1.0',
    ):
        assert line in told, line


def test_every_reason_why_a_model_was_not_used_has_a_name_in_the_figures() -> None:
    metrics = Metrics()
    for failure in Failure:
        metrics.answered(turn_with(use(failure.value)))
    told = metrics.exposed().decode()
    assert 'outcome="other"' not in told
    assert all(f'outcome="{one.value}"' in told for one in Failure)


def test_nothing_of_a_turn_gets_into_the_figures_but_names_of_ours() -> None:
    metrics = Metrics()
    said = (Problem(code="I shouted at Mrs Jones", detail="I shouted at Mrs Jones"),)
    metrics.answered(turn_with(use("I shouted at Mrs Jones", problems=said), engine="I shouted at Mrs Jones"))
    told = metrics.exposed().decode()
    assert "Jones" not in told
    assert "bins" not in told
    assert 'coach_slack_model_rejected_total{problem="other"} 1.0' in told
    assert 'coach_slack_model_asked_total{outcome="other",purpose="wording"} 1.0' in told
    assert 'coach_slack_replies_total{engine="other"} 1.0' in told
