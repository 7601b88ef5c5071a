from bot.channels.slack.metrics import Metrics
from bot.ports.post import Backlog


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
