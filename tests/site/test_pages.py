from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from lxml import html

from sijill.site.pages import json_for_html, write_site

if TYPE_CHECKING:
    from conftest import Example

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>&amp;\u2028{{ 7*7 }}"


def write(example: Example, folder: Path, **changes: Any) -> str:
    files = write_site(**example.inputs(**changes), out_dir=folder)
    assert files[0] == folder / "index.html"
    assert all(path.is_file() for path in files)
    return files[0].read_text("utf-8")


def data_in(page: str) -> Any:
    return json.loads(html.fromstring(page).get_element_by_id("sijill-data").text)


@pytest.mark.parametrize(
    ("language", "direction", "starts"),
    [("ar", "rtl", "ar"), ("en", "ltr", "en"), ("ja", "ltr", "ja"), ("de", "ltr", "en")],
)
def test_page_starts_in_its_language(
    example: Example, tmp_path: Path, language: str, direction: str, starts: str
) -> None:
    root = html.fromstring(write(example, tmp_path, language=language))
    assert (root.get("lang"), root.get("dir")) == (starts, direction)
    # A title that there is not in Japanese is said in the language its readers know next.
    assert root.findtext("head/title") == ("شريك قوي" if starts == "ar" else "Strong Partner")


def test_structure_is_named_for_those_who_do_not_see_it(example: Example, tmp_path: Path) -> None:
    root = html.fromstring(write(example, tmp_path))
    ids = [node.get("id") for node in root.iter() if isinstance(node.tag, str) and node.get("id")]
    assert len(ids) == len(set(ids))
    for node in root.xpath("//*[@aria-labelledby]"):
        assert node.get("aria-labelledby") in ids
    for label in root.xpath("//label"):
        assert label.get("for") in ids
    assert root.get_element_by_id("sentence").get("aria-live") == "polite"
    assert len(root.xpath("//main")) == 1


def test_nothing_a_source_says_is_read_as_html(example: Example, tmp_path: Path) -> None:
    record = replace(
        example.record,
        title=HOSTILE,
        sources=tuple(
            replace(source, headline=HOSTILE, outlet=HOSTILE) for source in example.record.sources
        ),
    )
    example.texts["en-unu"] += HOSTILE
    script = replace(example.script, title={"ar": HOSTILE})
    clean = html.fromstring(write(example, tmp_path / "clean"))
    page = write(example, tmp_path / "hostile", record=record, script=script)
    root = html.fromstring(page)
    assert len(root.xpath("//script")) == len(clean.xpath("//script")) == 2
    assert not root.xpath("//img | //*[@onerror] | //*[@style]")
    assert data_in(page)["sources"][0]["headline"] == HOSTILE
    assert data_in(page)["title"]["ar"] == HOSTILE


def test_no_sign_that_ends_a_script_stands_in_its_data() -> None:
    text = json_for_html({"a": HOSTILE + "<!-- ]]>"})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"a": HOSTILE + "<!-- ]]>"}


def test_policy_lets_only_the_pages_own_script_and_style_run(
    example: Example, tmp_path: Path
) -> None:
    page = write(example, tmp_path)
    root = html.fromstring(page)
    policy = root.xpath("//meta[@http-equiv]/@content")[0]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for name, pattern in (
        ("script", r'<script type="module">(.*?)</script>'),
        ("style", r"<style>(.*?)</style>"),
    ):
        body = re.search(pattern, page, re.DOTALL)
        assert body is not None
        digest = base64.b64encode(hashlib.sha256(body[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert not [a for node in root.iter() for a in node.attrib if a.lower().startswith("on")]
    assert not re.search(r'(src|href)="(https?:)?//', page)


def test_same_input_gives_the_same_bytes(example: Example, tmp_path: Path, media: Path) -> None:
    film = media / "strong partner.ar.mp4"
    subtitles = (("ar", media / "strong partner.ar.vtt"),)
    first = write(example, tmp_path / "site", film=film, subtitles=subtitles)
    again = write(example, tmp_path / "site2", film=film, subtitles=subtitles)
    assert first == again


def test_film_is_pointed_to_and_its_cues_stand_in_the_page(
    example: Example, tmp_path: Path, media: Path
) -> None:
    page = write(
        example,
        tmp_path / "site",
        film=media / "strong partner.ar.mp4",
        subtitles=(("ar", media / "strong partner.ar.vtt"),),
    )
    film = data_in(page)["film"]
    assert (tmp_path / "site" / unquote(film["src"])).resolve() == media / "strong partner.ar.mp4"
    assert film["tracks"][0]["language"] == "ar"
    assert film["tracks"][0]["cues"] == [[4.0, 8.0, "\u200fبابان في طوكيو،\nويوم واحد."]]
    assert not html.fromstring(page).xpath("//track")
    for file in film["files"]:
        assert (tmp_path / "site" / unquote(file["href"])).is_file()


def test_page_without_a_film_has_its_text(example: Example, tmp_path: Path) -> None:
    page = write(example, tmp_path, film=tmp_path / "gone.mp4", trace={})
    assert data_in(page)["film"]["src"] is None
    plain = html.fromstring(page).xpath("//noscript")[0].text_content()
    assert "وبعد الظهر أجرت معه رئيسة الوزراء سناء تاكايتشي محادثات." in plain


def test_scripts_ask_only_for_words_the_interface_has(example: Example, tmp_path: Path) -> None:
    page = write(example, tmp_path)
    known = data_in(page)["words"]["en"]
    asked = set(re.findall(r'(?<![\w.])(?:t|counted)\("([a-z_.]+)"', page))
    asked |= set(re.findall(r'data-t(?:-label)?="([a-z_.]+)"', page))
    assert len(asked) > 60
    assert not asked - set(known)
