"""The page as a browser draws it from disk; skipped where there is no Chromium."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from lxml import html

from sijill.citation import Span, cite
from sijill.script.sentence import Scene
from sijill.site.pages import write_site

if TYPE_CHECKING:
    from conftest import Example

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def draw(page: Path, address: str, profile: Path) -> Any:
    """Open the page at an address, let its script run, and give what stands there then."""
    ran = subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--enable-logging=stderr", f"--user-data-dir={profile}",
            "--virtual-time-budget=3000", "--dump-dom", f"{page.as_uri()}#{address}",
        ],
        capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    noise = ran.stderr.decode("utf-8", "replace")
    assert "CONSOLE" not in noise, noise
    return html.fromstring(ran.stdout.decode("utf-8"))


def marks(root: Any, inside: str) -> list[str]:
    return [mark.text_content() for mark in root.xpath(f"//*[@id='{inside}']//mark")]


def test_the_exact_words_are_marked_in_their_paragraphs(
    example: Example, tmp_path: Path, media: Path
) -> None:
    # Signs of two code units in front of the words: offsets that are not turned would slip.
    text = "𠮷🕊\n\n𠮷𠮷🕊 " + example.texts["ja-palace"].split("\n\n")[1]
    example.texts["ja-palace"] = text
    words = "二人はおよそ20分にわたり英語で語り合われた"
    start = text.index(words)
    moved = cite("ja-palace", text, Span(start, start + len(words)))
    chapter = example.script.chapters[0]
    first, second, third = chapter.scenes[0].sentences
    second = replace(second, citations=(second.citations[0], moved))
    scene = Scene("protocol-1", chapter.scenes[0].card, (first, second, third))
    script = replace(
        example.script,
        chapters=(replace(chapter, scenes=(scene,)), *example.script.chapters[1:]),
    )
    write_site(**example.inputs(script=script), out_dir=tmp_path / "site")
    root = draw(tmp_path / "site" / "index.html", "s1.2", tmp_path / "profile")

    assert root.get_element_by_id("sentence").text_content() == second.lines["ar"].show
    assert marks(root, "evidence") == [citation.exact for citation in second.citations]
    arabic, japanese = root.xpath("//*[@id='evidence']//blockquote/p")
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")
    assert (japanese.get("lang"), japanese.get("dir")) == ("ja", "ltr")
    assert japanese.text_content() == text.split("\n\n")[1].strip()
    assert "استقبل الإمبراطور ناروهيتو ضيفه في القصر الإمبراطوري." in arabic.text_content()


@pytest.mark.parametrize("title", ["Kazakhstan and Japan: thirty years", "The palace"])
def test_names_of_the_pair_stand_once_at_the_head(
    example: Example, tmp_path: Path, title: str
) -> None:
    script = replace(example.script, title={"en": title})
    write_site(**example.inputs(script=script, language="en"), out_dir=tmp_path / "site")
    root = draw(tmp_path / "site" / "index.html", "", tmp_path / "profile")
    below = root.get_element_by_id("between")
    assert root.get_element_by_id("title").text_content() == title
    assert below.text_content() == "Kazakhstan and Japan"
    assert (below.get("hidden") is None) == (title == "The palace")


def test_a_cited_place_of_a_source_shows_what_stands_on_it(
    example: Example, tmp_path: Path
) -> None:
    citation = example.record.events[4].citations[0]
    place = f"source-ru-postponed:{citation.start}-{citation.end}"
    write_site(**example.inputs(language="en"), out_dir=tmp_path / "site")
    root = draw(tmp_path / "site" / "index.html", place, tmp_path / "profile")

    chosen = root.xpath("//*[@id='list']//mark[contains(@class, 'chosen')]")
    assert [mark.text_content() for mark in chosen] == [citation.exact]
    uses = root.xpath("//*[contains(@class, 'uses')]")[0]
    assert "The first summit was planned for August 2024, then put off." in uses.text_content()
    assert uses.xpath(".//a[@href='#item-v-summit-2024']")
    assert uses.xpath(".//a[@href='#s2.2']")


def test_values_that_disagree_stand_side_by_side(example: Example, tmp_path: Path) -> None:
    write_site(**example.inputs(), out_dir=tmp_path / "site")
    root = draw(tmp_path / "site" / "index.html", "item-v-2008", tmp_path / "profile")

    card = root.xpath("//*[@data-id='v-2008']")[0]
    values = [node.text_content() for node in card.xpath(".//*[@class='version-value']")]
    assert values == ["18–23 يونيو 2008", "18–22 يونيو 2008"]
    put_off = root.xpath("//*[@data-id='v-summit-2024']")[0]
    assert "is-postponed" in put_off.get("class")
    assert "مؤجَّل" in put_off.text_content()
    told = [node.text_content() for node in put_off.xpath(".//*[@class='version-value']")]
    assert told == ["مخطَّط له", "مؤجَّل"]
    marks = root.xpath("//*[@data-id='v-audience']//*[@class='marks']/span")
    assert [len(marks), len([mark for mark in marks if mark.get("class") == "yes"])] == [19, 3]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        # Kazakh letters found by Russian ones, and hamza, marks and digits of another script.
        ("Касым токаев", [3, 1, 1, 0]),
        ("تَوكايف", [3, 1, 1, 0]),
        ("٢٠١٣ نييتو", [1, 0, 0, 1]),
        ("とかえふ", [3, 1, 1, 0]),
    ],
)
def test_search_finds_a_name_in_any_script(
    example: Example, tmp_path: Path, query: str, found: list[int]
) -> None:
    write_site(**example.inputs(language="en"), out_dir=tmp_path / "site")
    root = draw(tmp_path / "site" / "index.html", f"find={quote(query)}", tmp_path / "profile")
    numbers = root.xpath("//*[@id='tabs']//*[@class='number']")
    assert [int(number.text_content()) for number in numbers[:4]] == found
