"""What a process under test is told: one line of JSON on its command line."""

from typing import Literal

from bot.coaching.frozen import Frozen

Answering = Literal["chain", "coach", "traced"]
"""Who answers: the chain, whose replies show every mistake, the real coach, or the coach with the chain's line."""


class Plan(Frozen):
    """One replica of the bot. `lives` is where each of its lives ends; after the last one it lives on, or
    `stays_dead` and leaves its work to the others.

    `chance` is the probability with which it dies at its point each time that it comes there; a life that ends
    `outside` is ended by its parent after a time drawn up to `most_seconds`. `deaths` and `points` are files: a line a
    death, and how often each point was passed. `faults` names where exceptions are thrown, `secret` is what they say,
    and `thrown` a file that notes them. `spending` is a file that is told where the processor time goes. With `chroma`,
    the address of a server, the published index is followed, in a `data` folder of the replica's own. `clock` is a file
    with the seconds by which its clock is moved.
    """

    database: str
    api: str
    port: int
    owner: str = "a"
    answerer: Answering = "chain"
    answer_seconds: float = 0.0
    without: tuple[str, ...] = ()
    lives: tuple[str, ...] = ()
    stays_dead: bool = False
    chance: float = 1.0
    most_seconds: float = 0.5
    seed: int = 0
    deaths: str = ""
    points: str = ""
    join: float = 0.0
    doubt: float = 0.3
    poll: float = 0.2
    workers: int = 2
    log_level: str = "info"
    faults: tuple[str, ...] = ()
    secret: str = ""
    thrown: str = ""
    spending: str = ""
    data: str = ""
    chroma: str = ""
    clock: str = ""
