"""Where doctors practise and draft, opened: the characters, the remarks, and what reads a sentence; each once."""

from collections.abc import Callable
from functools import cached_property

from bot.adapters import remarks, roles
from bot.adapters.model_files import SPEECH
from bot.adapters.speech import EncoderNearness, Eyes, ModelSpeechReader, SpeechHead
from bot.coaching.choose.studio import Studio
from bot.coaching.cited import Cited
from bot.coaching.practice import Practice, Step
from bot.coaching.rehearsal.cast import Cast
from bot.coaching.rehearsal.people import asks_to_practise, corrected, who
from bot.coaching.review.kit import Kit
from bot.coaching.reviewed import DraftKind, Review, Reviewed
from bot.ports.coaching import EvidenceFinder
from bot.ports.speech import SpeechReader
from knowledge.encoder.embedding import OnnxEncoder


class StudioHouse:
    """What rehearsals and drafts need, of an encoder and of the knowledge, each opened only when it is needed."""

    def __init__(self, encoder: Callable[[], OnnxEncoder], evidence: Callable[[], EvidenceFinder]) -> None:
        self._encoder = encoder
        self._evidence = evidence

    @cached_property
    def speech(self) -> SpeechReader:
        """Reads what each sentence of a draft or of a rehearsed line does."""
        return ModelSpeechReader(lambda: (Eyes(self._encoder()), SpeechHead.load(SPEECH)))

    @cached_property
    def nearness(self) -> EncoderNearness:
        """How near two texts lie in meaning."""
        return EncoderNearness(self._encoder)

    @cached_property
    def cast(self) -> Cast:
        """Who can be met in a rehearsal, and what hears the doctor there."""
        return Cast(
            roles=roles.load_roles(),
            coach=roles.load_coach(),
            label=lambda text, before: self.speech.label(text, before),
            near=lambda text, phrases: self.nearness.near(text, phrases),
            card=self._place,
        )

    @cached_property
    def kit(self) -> Kit:
        """What drafts are reviewed with."""
        return Kit(
            label=lambda text: self.speech.label(text),
            remarks=remarks.load(),
            cited=self._place,
        )

    @cached_property
    def studio(self) -> Studio:
        """Both, as the policy uses them."""
        return Studio(
            step=self._step,
            wants=asks_to_practise,
            again=_again,
            recast=lambda practice, text: bool(corrected(text, self.cast, of=practice.role).role),
            name=lambda practice: who(practice, self.cast).name,
            role=lambda practice: who(practice, self.cast),
            review=self._review,
            tell=self._tell,
        )

    def _step(self, practice: Practice | None, text: str, role: str) -> Step:
        from bot.coaching.rehearsal import stage  # noqa: PLC0415 - a tenth of a second, and few practise

        return stage.step(practice, text, self.cast, role)

    def _review(self, text: str, kind: DraftKind | None, earlier: Reviewed | None) -> Review:
        from bot.coaching.review.reviewing import review  # noqa: PLC0415 - a third of a second, and few bring a draft

        return review(text, self.kit, kind, earlier)

    def _tell(self, found: Review) -> str:
        from bot.coaching.review.telling import told  # noqa: PLC0415 - as above

        return told(found, found.kept.text, self.kit)

    def _place(self, card_id: str) -> Cited | None:
        found = self._evidence().card(card_id)
        return found.cited if found else None


def _again(practice: Practice | None, text: str) -> bool:
    from bot.coaching.rehearsal import stage  # noqa: PLC0415 - as above

    return stage.wants_again(text) or stage.answers_leaving(practice, text)
