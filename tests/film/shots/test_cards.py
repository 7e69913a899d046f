"""Every kind of card, in both directions: complete, inside of the safe area, at any length."""

import pickle
from pathlib import Path

import pytest
from sample_cards import CARDS

from sijill.errors import LayoutFault
from sijill.film.fonts import load_fonts
from sijill.film.shots import CardShots, labels, lay_out, make_shot
from sijill.film.shots.base import FULL, Placement
from sijill.film.theme import load_theme
from sijill.script.scenes import Card, ClockEntry, DayClockCard, QuoteCard, TitleCard

EVERY = [(name, language) for name in CARDS for language in ("ar", "en")]


def every_template() -> set[str]:
    return {kind.__dataclass_fields__["template"].default for kind in Card.__args__}


def test_there_is_a_sample_of_every_template() -> None:
    assert {card.template for card in CARDS.values()} == every_template()


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_card_is_complete_at_the_end_of_any_scene(name: str, language: str) -> None:
    shot = make_shot(CARDS[name], language, load_fonts(), load_theme(), scene_id=name)
    layers = {layer.id: layer for layer in shot.layers()}
    assert len(layers) == len(shot.layers())
    first = shot.layers()[0]
    assert first.opaque
    assert first.box == FULL
    assert not first.fades
    pages = {layer for layer in layers if layer.startswith("entry-")}
    for frames in (2, 5, 24, 150, 600):
        last = shot.placements(frames - 1, frames)
        assert {p.layer_id for p in last if isinstance(p, Placement)} >= set(layers) - pages
        for placed in last:
            assert isinstance(placed, Placement)
            if placed.layer_id not in pages:
                assert (placed.clip, placed.alpha) == (None, 1.0) or placed.clip == layers[
                    placed.layer_id
                ].box
    # Whatever is there at the end is there well before it.
    at_end = shot.placements(249, 250)
    if not pages:
        assert shot.placements(190, 250) == at_end


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_texts_keep_clear_of_edges_subtitles_and_each_other(name: str, language: str) -> None:
    sheet = lay_out(CARDS[name], language, load_fonts(), load_theme(), scene_id=name)
    assert sheet.faults == []
    assert sheet.boxes
    for box in sheet.boxes:
        assert box.left >= 95
        assert box.right <= 1825
        assert box.top >= 54
        assert box.bottom <= 901


def test_arabic_is_laid_out_from_the_right_and_english_from_the_left() -> None:
    for name in ("film_title", "callout", "timeline", "project", "quote_short"):
        arabic = lay_out(CARDS[name], "ar", load_fonts(), load_theme())
        english = lay_out(CARDS[name], "en", load_fonts(), load_theme())
        head = "head" if name != "film_title" else "kicker"
        right = next(box for box in arabic.boxes if box.layer_id == head)
        left = next(box for box in english.boxes if box.layer_id == head)
        assert right.right > 1700
        assert left.left < 200


def test_a_quotation_keeps_its_own_direction() -> None:
    # Arabic words in an English film stand at the right, the speaker at the left.
    sheet = lay_out(CARDS["quote"], "en", load_fonts(), load_theme())
    boxes = {box.layer_id: box for box in sheet.boxes}
    assert boxes["quote"].right == pytest.approx(1678, abs=4)
    assert boxes["speaker"].left == pytest.approx(242, abs=4)


ARABIC = "نرى في هذا اللقاء بداية مرحلة جديدة من التعاون بين بلدينا وشعبينا"
ENGLISH = "we see in this meeting the beginning of a new stage of work together"


def words(text: str, count: int) -> str:
    return " ".join((text.split() * 9)[:count])


@pytest.mark.parametrize("count", [12, 40, 70, 90])
def test_long_quotations_fit_with_their_translation(count: int) -> None:
    card = QuoteCard(
        words(ARABIC, count),
        "ar",
        {"en": "Kassym-Jomart Tokayev", "ar": "قاسم جومارت توكاييف"},
        {"en": "President of Kazakhstan", "ar": "رئيس كازاخستان"},
        {"en": "Qazinform, 19 December 2025", "ar": "قازإنفورم، 19 ديسمبر 2025"},
        {"en": words(ENGLISH, count)},
    )
    for language in ("ar", "en"):
        make_shot(card, language, load_fonts(), load_theme())


def test_a_day_without_any_hour_has_no_dial() -> None:
    entries = (ClockEntry({"en": "Audience"}), ClockEntry({"en": "Talks"}))
    sheet = lay_out(DayClockCard({"en": "18 May"}, entries), "en", load_fonts(), load_theme())
    assert "dial" not in {layer.id for layer in sheet.finish().layers()}
    timed = lay_out(CARDS["day"], "en", load_fonts(), load_theme())
    assert "dial" in {layer.id for layer in timed.finish().layers()}


def test_an_hour_that_is_told_as_one_about_is_set_so() -> None:
    def times(bound: str | None, language: str) -> list[str]:
        title = {"en": "Audience", "ar": "لقاء"}
        entry = ClockEntry(title, time="11:30", bound=bound)
        day = DayClockCard({"en": "18 May", "ar": "18 مايو"}, (entry, ClockEntry(title)))
        sheet = lay_out(day, language, load_fonts(), load_theme())
        return [box.text for box in sheet.boxes if "11:30" in box.text]

    assert times(None, "en") == ["11:30"]
    assert times("after", "en") == ["after 11:30"]
    assert times("about", "ar") == ["نحو 11:30"]


def test_the_films_own_words_are_part_of_its_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "ar" / "film_labels.tsv"
    table.parent.mkdir()
    monkeypatch.setattr(labels, "data_path", lambda name: tmp_path / name)
    looks = set()
    for word in ("المصدر", "المصادر"):
        table.write_text(f"id\ttext\tsource\nsource\t{word}\town\n", "utf-8")
        looks.add(CardShots().digest())
    assert len(looks) == 2


def test_maker_can_be_sent_to_another_process_and_names_its_look() -> None:
    maker = CardShots()
    again = pickle.loads(pickle.dumps(maker))
    assert again.digest() == maker.digest()
    assert len(maker.digest()) == 64
    frame = again(CARDS["map"], "ar", "m").placements(60, 200)
    assert frame == maker(CARDS["map"], "ar", "m").placements(60, 200)


def test_fault_names_scene_and_text() -> None:
    with pytest.raises(LayoutFault) as caught:
        CardShots()(TitleCard({"en": "word " * 300}), "en", "protocol-1")
    assert caught.value.scene_id == "protocol-1"
    assert caught.value.text.startswith("word word")


@pytest.mark.parametrize("empty", ["", "\u200f", " "])
def test_cards_with_nothing_in_them_do_not_fall(empty: str) -> None:
    for card in CARDS.values():
        bare = _emptied(card, empty)
        for language in ("ar", "en"):
            lay_out(bare, language, load_fonts(), load_theme(), scene_id="bare")


def _emptied(value: object, empty: str) -> object:
    """The same value with every text emptied and every list shortened to one."""
    if isinstance(value, dict):
        return dict.fromkeys(value, empty)
    if isinstance(value, tuple):
        return tuple(_emptied(part, empty) for part in value[:1])
    if hasattr(value, "__dataclass_fields__"):
        kept = ("template", "language", "number", "k", "n", "status", "date", "stage", "verdict")
        return type(value)(
            **{
                name: getattr(value, name)
                if name in kept
                else _emptied(getattr(value, name), empty)
                for name in value.__dataclass_fields__
            }
        )
    return empty if isinstance(value, str) else value


@pytest.mark.parametrize("status", ["planned", "proposed", "postponed", "cancelled"])
def test_a_status_suits_a_visit_as_well_as_a_meeting(status: str) -> None:
    """It stands under names of both genders: no «مؤجل» below «قمة»."""
    first = labels.label(status, "ar").split()[0]
    assert first in {"قيد", "أُرجئ", "أُلغي"}
