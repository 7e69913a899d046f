"""The annotated script: a page by itself, right to left where it must be, words exact."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from sijill.record.items import Record
from sijill.script.annotated import annotated_script
from sijill.script.sentence import MissingChapter, Script


def test_arabic_page_runs_right_to_left_and_shows_exact_words(
    script: Script, record: Record
) -> None:
    page = html.fromstring(annotated_script(script, record, "ar"))
    assert page.get("dir") == "rtl"
    assert page.get("lang") == "ar"
    quoted = {q.text_content() for q in page.iter("q")}
    assert "ووُقعت في ختام اللقاء 14 وثيقة" in quoted
    for _, scene in script.scenes():
        for sentence in scene.sentences:
            row = page.get_element_by_id(sentence.id)
            assert sentence.lines["ar"].show in row.text_content()
            notes = [q.text_content() for q in row.iter("q")]
            assert notes == [c.exact for c in sentence.citations]


def test_page_needs_no_other_file(script: Script, record: Record) -> None:
    text = annotated_script(script, record, "en")
    assert "http" not in text
    assert "<script" not in text
    assert "src=" not in text
    page = html.fromstring(text)
    ids = [e.get("id") for e in page.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    targets = {a.get("href", "")[1:] for a in page.iter("a")}
    assert targets <= set(ids)


def test_source_words_cannot_break_the_page(script: Script, record: Record) -> None:
    wild = replace(script, title={"ar": "<b>&", "en": "<script>alert(1)</script>"})
    text = annotated_script(wild, record, "en")
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_chapters_left_out_are_named_with_their_reason(script: Script, record: Record) -> None:
    gap = replace(script, missing=(MissingChapter("economy", {"ar": "قليل", "en": "too little"}),))
    assert "too little" in annotated_script(gap, record, "en")
