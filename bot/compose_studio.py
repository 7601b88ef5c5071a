"""Where doctors practise and draft, opened: the characters, the remarks, and what reads a sentence; each once."""

from collections.abc import Callable
from functools import cached_property

from bot.adapters import remarks, roles
from bot.adapters.model_files import SPEECH
from bot.adapters.speech import EncoderNearness, Eyes, ModelSpeechReader, SpeechHead
from bot.coaching.choose.studio import Studio
from bot.coaching.cited import Cited
from bot.coaching.rehearsal import stage
from bot.coaching.rehearsal.cast import Cast
from bot.coaching.rehearsal.people import corrected, who
from bot.coaching.review.kit import Kit
from bot.coaching.review.reviewing import review
from bot.coaching.review.telling import told
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
            step=lambda practice, text, role: stage.step(practice, text, self.cast, role),
            wants=stage.asks_to_practise,
            again=lambda practice, text: stage.wants_again(text) or stage.answers_leaving(practice, text),
            recast=lambda practice, text: bool(corrected(text, self.cast, of=practice.role).role),
            name=lambda practice: stage.name_of(practice, self.cast),
            role=lambda practice: who(practice, self.cast),
            review=lambda text, kind, earlier: review(text, self.kit, kind, earlier),
            tell=lambda found: told(found, found.kept.text, self.kit),
        )

    def _place(self, card_id: str) -> Cited | None:
        found = self._evidence().card(card_id)
        return found.cited if found else None
