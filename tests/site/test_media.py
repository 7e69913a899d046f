from __future__ import annotations

from pathlib import Path

from sijill.site.media import film_data, read_cues, relative_link


def test_cues_of_webvtt_and_subrip_are_read(tmp_path: Path) -> None:
    vtt = tmp_path / "a.vtt"
    vtt.write_text(
        "\ufeffWEBVTT\n\nNOTE no cue\n\ns1.1\n00:04.000 --> 00:08.500 align:center\n"
        "سطر\nثانٍ &amp; ثالث\n"
        "\nbroken\n00:09.000 -> 1\nno\n\n01:00:00.000 --> 01:00:01.000\n\n",
        "utf-8",
    )
    assert read_cues(vtt) == [(4.0, 8.5, "سطر\nثانٍ &amp; ثالث")]
    srt = tmp_path / "a.srt"
    srt.write_bytes(
        b"1\r\n00:00:01,250 --> 00:00:02,000\r\none\r\n\r\n"
        b"2\r\n00:00:03,000 --> 00:00:02,000\r\nbackwards\r\n"
    )
    assert read_cues(srt) == [(1.25, 2.0, "one")]
    assert read_cues(tmp_path / "none.vtt") == []


def test_media_are_pointed_to_from_where_the_page_stands(tmp_path: Path) -> None:
    film = tmp_path / "film" / "شريك قوي #1.mp4"
    assert relative_link(film, tmp_path / "site").startswith("../film/%D8%B4")
    assert relative_link(film, tmp_path / "site").endswith("%20%231.mp4")


def test_a_film_that_is_not_there_has_no_address(tmp_path: Path) -> None:
    data = film_data(
        film=tmp_path / "gone.mp4",
        subtitles=[("ar", tmp_path / "gone.vtt")],
        poster=tmp_path / "gone.png",
        folder=tmp_path / "site",
        trace={},
    )
    assert data["src"] is None
    assert data["poster"] is None
    assert data["tracks"] == []
    assert data["files"] == []
