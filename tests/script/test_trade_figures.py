"""The trade of two states as a film tells it: of which years, in whose words, and never of others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from strong_record import CHAPTERS, TEXTS

from sijill.citation import Citation
from sijill.documents.document import QuotationKind
from sijill.record.items import FigureItem, Record, StatementItem
from sijill.script.check import check_script
from sijill.script.compose import write_script
from sijill.script.pruning import prune
from sijill.script.sentence import Script, ScriptSentence, SentenceKind
from sijill.script.untold import left_out

#: Sources of figures: language, text, the number in it, its value, its year, the states it names.
FIRST = (
    "en",
    "In 2021 trade between the two countries came to about $1.5 billion.",
    "$1.5 billion",
    1.5e9,
    "2021",
    (),
)
SECOND = ("ja", "2022年の両国の貿易額は8億ドルだった。", "8億", 8e8, "2022", ())
THIRD = (
    "ru",
    "В прошлом году товарооборот Японии и Казахстана составил 2 млрд долларов.",
    "2 млрд",
    2e9,
    "2023",
    ("JP", "KZ"),
)


def with_figures(record: Record, *told: tuple, **changes: object) -> tuple[Record, dict[str, str]]:
    """Give a record that holds these figures, each of a source of its own, and all texts."""
    sources, figures, texts = list(record.sources), [], dict(TEXTS)
    for number, (language, text, digits, value, year, countries) in enumerate(told):
        source, at = f"trade-{number}", text.index(digits)
        sources.append(replace(record.sources[0], id=source, language=language))
        texts[source] = text
        figures.append(
            FigureItem(
                f"figure-{number}",
                "trade",
                value,
                "USD",
                (Citation(source, 0, len(text), text),),
                Citation(source, at, at + len(digits), digits),
                period=year,
                countries=countries,
                bound="about" if "about" in text else None,
            )
        )
    figures[0] = replace(figures[0], **changes)
    return replace(record, sources=tuple(sources), figures=tuple(figures)), texts


def told_trade(script: Script) -> list[ScriptSentence]:
    scenes = (scene for chapter in script.chapters for scene in chapter.scenes)
    return [
        s
        for scene in scenes
        for s in scene.sentences
        if " trade between " in f" {s.lines['en'].show}".lower()
    ]


def test_a_years_trade_is_told_with_its_bound_and_stands_the_check(record: Record) -> None:
    held, texts = with_figures(record, FIRST)
    script = write_script(held, chapters=CHAPTERS)
    (sentence,) = told_trade(script)
    assert sentence.lines["en"].show == (
        "Trade between Kazakhstan and Japan came to about 1.5 billion dollars in 2021."
    )
    assert "نحو 1.5 مليار دولار" in sentence.lines["ar"].show
    assert not check_script(script, held, texts).faults


def test_three_years_stand_on_one_line(record: Record) -> None:
    held, texts = with_figures(record, THIRD, FIRST, SECOND)
    script = write_script(held, chapters=CHAPTERS)
    sentences = told_trade(script)
    assert ["2021" in s.lines["en"].show for s in sentences] == [True, False, False]
    assert "800 million dollars" in sentences[1].lines["en"].show
    told = {s.id for s in sentences}
    scenes = [scene for chapter in script.chapters for scene in chapter.scenes]
    cards = [scene.card for scene in scenes if told & {s.id for s in scene.sentences}]
    assert [card.template for card in cards] == ["timeline"]
    assert not check_script(script, held, texts).faults


@pytest.mark.parametrize(
    "changes",
    [
        {"countries": ("JP", "CN")},
        {"disputed": ("figure-9",)},
        {"told_otherwise": ("figure-9",)},
        {"period": None},
        {"period": "2021-01/2021-06"},
        {"unit": "percent"},
        {"measure": "exports"},
    ],
)
def test_what_is_not_sure_is_not_told(record: Record, changes: dict[str, object]) -> None:
    held, _ = with_figures(record, FIRST, **changes)
    assert not told_trade(write_script(held, chapters=CHAPTERS))


def test_figures_that_name_no_states_are_not_of_the_two(record: Record) -> None:
    alone = ("en", "Last year trade reached $3 billion.", "$3 billion", 3e9, "2024", ())
    held, _ = with_figures(record, alone)
    assert not told_trade(write_script(held, chapters=CHAPTERS))


@pytest.mark.parametrize("speaker", ["takeguchi", None])
def test_what_somebody_says_is_told_as_his_words(record: Record, speaker: str | None) -> None:
    held, texts = with_figures(record, FIRST)
    speaker = speaker and next(s.speaker for s in record.statements if s.speaker)
    said = StatementItem(
        "said-trade", QuotationKind.INDIRECT, "en", FIRST[1], held.figures[0].citations, speaker
    )
    held = replace(held, statements=(*held.statements, said))
    script = write_script(held, chapters=CHAPTERS)
    (sentence,) = told_trade(script)
    if speaker:
        assert sentence.kind is SentenceKind.ATTRIBUTED_OPINION
        assert ", as " in sentence.lines["en"].show
    else:
        assert sentence.lines["en"].show.endswith("by the account of one source.")
    assert not check_script(script, held, texts).faults


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"countries": ("JP", "CN")}, "it is not sure that all of it is the trade of the two"),
        ({"measure": "exports"}, "it belongs to no happening"),
    ],
)
def test_why_a_figure_is_left_out(record: Record, changes: dict[str, object], why: str) -> None:
    held, texts = with_figures(record, FIRST, **changes)
    script = write_script(held, chapters=CHAPTERS)
    pruned = prune(script, check_script(script, held, texts).faults)
    left = {one.id: one.why for one in left_out(script, pruned, held, chapters=CHAPTERS).items}
    assert why in left["figure-0"]
