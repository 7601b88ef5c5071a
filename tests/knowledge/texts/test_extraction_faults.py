"""Each fault of extraction, on made-up texts: what was cut is whole again, what is no text goes with a reason."""

import re

from knowledge.model import PassageKind
from knowledge.texts.reading import Reading
from tests.knowledge.texts.samples import (
    GARDEN,
    MEADOW,
    ORCHARD,
    RIVER,
    profile,
    read,
    stands_at_its_place,
)


def texts(reading: Reading) -> list[str]:
    assert all(stands_at_its_place(passage, reading.source.received) for passage in reading.passages)
    return [passage.text for passage in reading.passages]


def reasons(reading: Reading) -> set[str]:
    return {drop.reason for drop in reading.drops}


def halves(text: str) -> tuple[str, str]:
    words = text.split()
    return " ".join(words[:9]), " ".join(words[9:])


def test_hard_line_wraps_become_one_paragraph() -> None:
    wrapped = GARDEN.replace(" wind", "\nwind").replace(" warm", " \nwarm")
    assert texts(read(f"{wrapped}\n\n{ORCHARD}\n")) == [GARDEN, ORCHARD]


def test_a_paragraph_cut_by_a_page_is_joined_and_has_its_exact_place() -> None:
    one, two = halves(GARDEN)
    reading = read(f"{ORCHARD}\n\n{one}\n {two}\n\n{RIVER}")
    assert texts(reading) == [ORCHARD, GARDEN, RIVER]


def test_a_running_head_and_a_page_number_within_a_paragraph_are_left_out() -> None:
    one, two = halves(GARDEN)
    reading = read(
        f"{one}\n\n12\n\nThe garden book / Walls\n\n{two}",
        profile(running_heads=["The garden book / .*"]),
    )
    assert texts(reading) == [GARDEN]
    assert len(reading.passages[0].spans) == 2
    assert reasons(reading) == {"page number", "running head"}


def test_double_spacing_is_no_paragraph_and_a_line_of_white_space_is() -> None:
    lines = [" ".join(text.split()[start : start + 7]) for text in (GARDEN, ORCHARD, RIVER) for start in (0, 7, 14)]
    paragraphs = ["\n\n".join(f"{line} " for line in lines[start : start + 3]) for start in (0, 3, 6)]
    assert texts(read("\n\n \n\n".join(paragraphs) + "\n")) == [GARDEN, ORCHARD, RIVER]


def test_a_line_end_hyphen_stays_unless_only_the_solid_word_is_known() -> None:
    text = "The gardener keeps a well-\nkept gar-\nden with her co-\nworkers, and a gardener in the garden needs rest."
    expected = "The gardener keeps a well-kept garden with her co-workers, and a gardener in the garden needs rest."
    assert texts(read(text)) == [expected]


def test_footnotes_go_until_the_page_ends_and_the_paragraph_goes_on_after_them() -> None:
    one, two = halves(GARDEN)
    notes = (
        "1  Ann Green, Walls of Kent (Garden Press,\n2011).\n\n"
        "2  The wall was measured twice because it is said\n\nto grow in wet years and to shrink in dry ones."
    )
    reading = read(f"{ORCHARD}1\n\n{one}2\n\n{notes}\n {two}\n")
    assert texts(reading)[0] == ORCHARD
    assert GARDEN in texts(reading)
    kinds = {passage.kind: passage.text for passage in reading.passages}
    assert kinds[PassageKind.NOTE].startswith("The wall was measured twice")
    assert kinds[PassageKind.NOTE].endswith("shrink in dry ones.")
    assert reasons(reading) == {"footnote: a reference"}


def test_raised_note_marks_and_markup_leave_the_words() -> None:
    text = (
        "Walls *et al* (2001) keep the wind\u00b9 away,\u00b2 which <i>every</i> gardener knows "
        "from the first hard winter on."
    )
    assert texts(read(text)) == [
        "Walls et al (2001) keep the wind away, which every gardener knows from the first hard winter on."
    ]


def test_figures_years_and_percentages_are_no_note_marks() -> None:
    text = (
        "In 1948 the beans gave 6.5 per cent more.1 One in 3 was lost by F1 and U18 beds. "
        "35 per cent of the walls (71 per cent) fell.2 This was told by every keeper of the valley in turn.\n\n"
        "1  Ann Green, Walls, 2011.\n2  Bob Brown, Beans, 2012."
    )
    assert texts(read(text)) == [
        (
            "In 1948 the beans gave 6.5 per cent more. One in 3 was lost by F1 and U18 beds. "
            "35 per cent of the walls (71 per cent) fell. This was told by every keeper of the valley in turn."
        )
    ]


def test_a_lost_figure_never_becomes_a_passage() -> None:
    reading = read(f"{GARDEN}\n\nFigure 3: How a wall is built\n\n{ORCHARD}")
    assert texts(reading) == [GARDEN, ORCHARD]
    assert reasons(reading) == {"figure: its content is not in the file"}


def test_contents_and_references_are_left_out_with_their_reasons() -> None:
    contents = "Contents\n\n1\tWalls\t4\n2\tOrchards\t7"
    reading = read(f"{contents}\n\nWalls\n\n{GARDEN}\n\nReferences\n\nGreen A (2001). Walls. Kent.\n\nBrown B (2002).")
    assert texts(reading) == [GARDEN]
    assert reasons(reading) == {"contents page", "heading", "reference list"}


def test_a_box_has_its_own_section_and_ends_where_the_text_goes_on() -> None:
    known = profile(
        headings=[{"at": "1 Walls"}],
        boxes=[{"at": "Box 1: Bees", "to": "Beside the slow river"}],
    )
    reading = read(f"1 Walls\n\n{GARDEN}\n\nBox 1: Bees\n{ORCHARD}\n\n{RIVER}", known)
    places = [(passage.kind, passage.section) for passage in reading.passages]
    assert places == [
        (PassageKind.PARAGRAPH, "1 Walls"),
        (PassageKind.BOX, "1 Walls > Box 1: Bees"),
        (PassageKind.PARAGRAPH, "1 Walls"),
    ]


def test_a_lost_chapter_title_is_given_and_sections_nest() -> None:
    known = profile(
        headings=[
            {"before": "The old garden wall", "title": "1 [Walls]"},
            {"at": "1.1 Trees", "level": 2},
            {"at": "Seen from the bank:", "level": 3, "run_in": True},
        ]
    )
    reading = read(f"{GARDEN}\n\n1.1 Trees\n\n{ORCHARD}\n\nSeen from the bank: {RIVER}", known)
    sections = [passage.section for passage in reading.passages]
    assert sections == [
        "1 [Walls]",
        "1 [Walls] > 1.1 Trees",
        "1 [Walls] > 1.1 Trees > Seen from the bank",
    ]


def test_forewords_and_quotations_are_their_speakers_own() -> None:
    known = profile(
        headings=[{"at": "Foreword", "author": "Ann Green"}, {"at": "1 Walls"}],
        quotes=[{"at": "Beside the slow", "by": "Cy Reed"}],
    )
    signed = "Ann Green\nHead Gardener of the County"
    text = f"Foreword\n\n{GARDEN} Garden wall.\n\n{signed}\n\n1 Walls\n\n{ORCHARD}\n\n(Bob Brown 2002)\n\n{RIVER}"
    reading = read(text, known)
    assert [passage.author for passage in reading.passages] == [
        "Ann Green",
        "Bob Brown",
        "Cy Reed",
    ]
    assert "signature" in reasons(reading)


def test_spoilt_words_are_mended_without_losing_their_place() -> None:
    text = "The gardenwall is old and the day-to day work on it never ends for the keeper of the beans and bees."
    known = profile(
        recognise=["gardenwall"],
        fixes=[{"wrong": "gardenwall", "right": "garden-wall"}],
    )
    reading = read(text, known)
    assert texts(reading)[0].startswith("The garden-wall is old")
    assert len(reading.passages[0].spans) == 1


def test_slides_become_one_passage_each_under_their_titles() -> None:
    slides = (
        "Walls\n\nthey keep the wind away\nfrom beans\n\nthey warm the bees\n\n\n\nTrees\n\nthey need a patient keeper"
    )
    reading = read(slides, profile(slides=True, recognise=["keep the wind"]))
    assert [(p.kind, p.section, p.text) for p in reading.passages] == [
        (
            PassageKind.SLIDE,
            "Walls",
            "they keep the wind away from beans; they warm the bees",
        ),
        (PassageKind.SLIDE, "Trees", "they need a patient keeper"),
    ]


def test_a_list_goes_with_the_words_that_announce_it() -> None:
    items = "\u2022 it keeps the wind\naway\n\u2022 it warms the bees\n > it gives shade"
    text = f"A good wall does this:\n\n{items}\n\nAfterwards comes the rest."
    assert texts(read(text))[0].startswith(
        "A good wall does this: it keeps the wind away; it warms the bees; it gives shade"
    )


def test_dense_text_is_parted_at_short_lines() -> None:
    def wrapped(text: str) -> str:
        words = text.split()
        words += ["so"] * (-len(words) % 6) + ["ends."]
        return "\n".join(" ".join(words[start : start + 6]) for start in range(0, len(words), 6))

    reading = read("\n".join([wrapped(GARDEN), wrapped(ORCHARD), wrapped(RIVER)]))
    assert len(reading.passages) == 3


def test_headings_of_an_unknown_text_are_guessed() -> None:
    reading = read(f"2 Walls and bees\n\n{GARDEN}\n\n2.1 Trees\n\n{ORCHARD}")
    assert [p.section for p in reading.passages] == [
        "2 Walls and bees",
        "2 Walls and bees > 2.1 Trees",
    ]


def test_heads_and_numbers_of_a_paged_file_are_found_by_their_repetition() -> None:
    texts_of_pages = (GARDEN, ORCHARD, RIVER, MEADOW)
    pages = [
        "\n".join(
            [
                f"Quarterly Garden News {number}",
                *re.findall(r"(?:\S+ ?){1,8}", text),
                str(number),
            ]
        )
        for number, text in enumerate(texts_of_pages, start=7)
    ]
    reading = read("\n\f".join(pages))
    assert "Quarterly" not in " ".join(texts(reading))
    assert {"page number", "running head"} <= reasons(reading)
