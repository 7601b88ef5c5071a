"""A reflection as a PDF, by ReportLab: fonts embedded, headings in the outline, tagged, the same file each time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from bot.adapters.reflections.glyphs import MAIN, drawn, make_known
from bot.adapters.reflections.plain import plain
from bot.adapters.reflections.tags import ITEM, Tagged, tagged
from bot.reflection.paper import Block, Kind, Paper, Section

_MARGIN: Final = 64.0
_WIDTH: Final = A4[0] - 2 * _MARGIN
_FOOT: Final = 36.0
_ROOM: Final = 58.0
"""Points left below a question."""
_UNDRAWN: Final = (
    "{count} in this PDF could not be drawn and stand as \ufffd. "
    "The Word and the Markdown file hold them as you wrote them."
)


def _style(size: float, before: float = 0, after: float = 6, indent: float = 0) -> ParagraphStyle:
    """A look; a bullet, where there is one, stands in the indent."""
    return ParagraphStyle(
        "",
        fontName=MAIN,
        fontSize=size,
        leading=size * 1.4,
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        bulletIndent=indent / 4,
        bulletFontName=MAIN,
    )


_TITLE: Final = ("H1", _style(18, after=10))
_HEADING: Final = ("H2", _style(13.5, before=12))
_STYLES: Final = {
    Kind.TEXT: ("P", _style(10.5)),
    Kind.QUOTE: ("BlockQuote", _style(10.5, indent=16)),
    Kind.ITEM: (ITEM, _style(10.5, after=3, indent=16)),
    Kind.QUESTION: ("H3", _style(10.5, before=4)),
}


def pdf(paper: Paper) -> bytes:
    """The paper as a file."""
    make_known()
    held = BytesIO()
    canvas = Canvas(held, pagesize=A4, invariant=1, lang="en-GB", initialFontName=MAIN)  # type: ignore[arg-type]
    sheet = _Sheet(canvas)
    sheet.begin(plain(paper.title))
    for section in paper.whole:
        sheet.put(_HEADING, section.heading, outline=True)
        for block in (*section.blocks, *(_note(paper) if section is paper.warning else ())):
            sheet.put(_STYLES[block.kind], block.text, bullet=block.kind is Kind.ITEM)
            if block.kind is Kind.QUESTION:
                sheet.skip(_ROOM)
    sheet.end()
    return tagged(held.getvalue(), sheet.things, paper)


def _note(paper: Paper) -> Sequence[Block]:
    """That some characters are not there, where it is so."""
    count = sum(_undrawn(one) for one in paper.whole)
    if not count:
        return ()
    named = "One character" if count == 1 else f"{count} characters"
    return (Block(kind=Kind.ITEM, text=_UNDRAWN.format(count=named)),)


def _undrawn(section: Section) -> int:
    return sum(drawn(plain(text)).undrawn for text in (section.heading, *(one.text for one in section.blocks)))


@dataclass(slots=True)
class _Sheet:
    """The pages as they are filled, from the top of the first to the bottom of the last."""

    canvas: Canvas
    top: float = A4[1] - _MARGIN
    page: int = 0
    on_page: int = 0
    things: list[Tagged] = field(default_factory=list)

    def begin(self, title: str) -> None:
        """The title, on the page and in the window's bar."""
        self.canvas.setTitle(title)
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self.put(_TITLE, title)

    def put(self, style: tuple[str, ParagraphStyle], text: str, *, bullet: bool = False, outline: bool = False) -> None:
        """One paragraph, over as many pages as it needs; nothing where there is nothing to see."""
        kind, look = style
        markup = drawn(plain(text)).markup
        if not markup.strip():
            return
        if outline:
            self._outline(plain(text))
        left: Flowable | None = Paragraph(markup, look, bulletText="\u2022" if bullet else None)
        pieces: list[tuple[int, int]] = []
        self.top -= look.spaceBefore
        while left is not None:
            fits = left.split(_WIDTH, self.top - _MARGIN)
            if fits:
                pieces.append(self._draw(kind, fits[0]))
                left = fits[1] if len(fits) > 1 else None
            elif not self.on_page:
                break  # not even an empty page holds a piece of it: there is nothing in it to draw
            if left is not None:
                self._turn()
        self.top -= look.spaceAfter
        self.things.append(Tagged(kind, tuple(pieces)))

    def skip(self, points: float) -> None:
        """Leave room; what does not fit on this page is not carried over."""
        self.top -= points
        if self.top < 2 * _MARGIN:
            self._turn()

    def end(self) -> None:
        """The last page is done."""
        self._number()
        self.canvas.save()

    def _draw(self, kind: str, piece: Flowable) -> tuple[int, int]:
        _, height = piece.wrap(_WIDTH, self.top - _MARGIN)
        self.top -= height
        place = (self.page, self.on_page)
        self.canvas.addLiteral(f"/{'LBody' if kind == ITEM else kind} <</MCID {self.on_page}>> BDC")
        piece.drawOn(self.canvas, _MARGIN, self.top)
        self.canvas.addLiteral("EMC")
        self.on_page += 1
        return place

    def _turn(self) -> None:
        self._number()
        self.canvas.showPage()
        self.page, self.on_page, self.top = self.page + 1, 0, A4[1] - _MARGIN

    def _number(self) -> None:
        """The number of the page, which is not read out."""
        self.canvas.addLiteral("/Artifact BMC")
        self.canvas.setFont(MAIN, 9)
        self.canvas.drawCentredString(A4[0] / 2, _FOOT, str(self.page + 1))
        self.canvas.addLiteral("EMC")

    def _outline(self, text: str) -> None:
        key = f"part-{len(self.things)}"
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(text, key)
