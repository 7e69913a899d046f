from __future__ import annotations

import hashlib
import subprocess
import wave
from pathlib import Path

import numpy as np
import pytest

import sijill.film.pronunciation
import sijill.film.voice
from sijill.film.audio import SAMPLE_RATE, measure, run_filters
from sijill.film.voice import TAIL_SAMPLES, speak, voice_folder, voice_version
from sijill.tables import open_table

SAID = "استقبل الإمبراطور الرئيس في اليوم نفسه."
NEXT = "يقول الفيلم إن ذلك نادر."


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("espeakng_loader")
    pytest.importorskip("piper")
    folder = tmp_path_factory.mktemp("cache")
    speak([("a", SAID), ("b", NEXT)], "ar", cache_dir=folder)
    return folder


def test_sentences_are_spoken_at_a_narrators_pace(spoken: Path) -> None:
    voice = speak([("a", SAID), ("b", NEXT)], "ar", cache_dir=spoken)
    assert voice.notes == ()
    assert voice.version
    assert "espeakng-loader" in voice.version
    clip = voice.clips["a"]
    assert 2.0 < clip.samples / SAMPLE_RATE < 6.0  # six words
    path = voice_folder(spoken) / clip.file
    assert hashlib.sha256(path.read_bytes()).hexdigest() == clip.sha256
    with wave.open(str(path)) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (48000, 1, 2)
        assert sound.getnframes() == clip.samples + TAIL_SAMPLES
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2") / 32768
    assert 0.2 < np.abs(samples).max() < 0.95
    assert measure(samples.astype(np.float32)[None]).integrated > -30


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Emperor received the President on the same day."),
        ("ru", "Президент выступил с лекцией."),
        ("kk", "Президент дәріс оқыды."),
    ],
)
def test_the_other_languages_have_a_voice(language: str, text: str, tmp_path: Path) -> None:
    pytest.importorskip("espeakng_loader")
    voice = speak([("a", text)], language, cache_dir=tmp_path)
    assert voice.notes == ()
    assert 1.0 < voice.clips["a"].samples / SAMPLE_RATE < 5.0


def test_every_voice_of_the_table_is_tried() -> None:
    rows = open_table("protocol/voices.tsv", ("language",))
    assert {row["language"] for row in rows} == {"ar", "en", "kk", "ru"}


def test_a_sentence_sounds_the_same_in_any_company(spoken: Path, tmp_path: Path) -> None:
    before = speak([("a", SAID), ("b", NEXT)], "ar", cache_dir=spoken).clips
    after = speak([("x", NEXT), ("y", SAID)], "ar", cache_dir=tmp_path).clips
    assert after["y"] == before["a"]
    assert after["x"] == before["b"]


def test_what_was_spoken_is_not_spoken_again(spoken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the voice was started")

    monkeypatch.setattr(sijill.film.voice.subprocess, "run", refuse)
    assert set(speak([("a", SAID)], "ar", cache_dir=spoken).clips) == {"a"}


def test_a_damaged_file_is_made_again(spoken: Path, tmp_path: Path) -> None:
    clip = speak([("a", SAID)], "ar", cache_dir=spoken).clips["a"]
    bad = voice_folder(tmp_path) / clip.file
    bad.parent.mkdir(parents=True)
    bad.write_bytes(b"RIFF half a file")
    assert speak([("a", SAID)], "ar", cache_dir=tmp_path).clips["a"] == clip


def test_without_a_voice_the_film_goes_on(tmp_path: Path) -> None:
    voice = speak([("a", "三十年の記録")], "ja", cache_dir=tmp_path)
    assert (voice.version, voice.clips) == (None, {})
    assert voice.notes[0].startswith("no voice: none is known for “ja”")


def test_a_voice_that_is_not_installed_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sijill.film.voice, "_package_version", lambda name: None)
    voice = speak([("a", SAID)], "ar", cache_dir=tmp_path)
    assert voice.clips == {}
    assert "not installed" in voice.notes[0]


def test_a_voice_that_breaks_down_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*args: object, **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess([], -11, b"", b"Segmentation fault")

    monkeypatch.setattr(sijill.film.voice, "_package_version", lambda name: "1")
    monkeypatch.setattr(sijill.film.voice.subprocess, "run", crash)
    voice = speak([("a", SAID)], "ar", cache_dir=tmp_path)
    assert (voice.version, voice.clips) == (None, {})
    assert "status -11" in voice.notes[0]


def test_another_word_spelled_as_it_is_spoken_is_another_voice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sijill.film.voice, "_package_version", lambda name: "1")
    before = {language: voice_version(language) for language in ("ar", "en")}
    monkeypatch.setattr(sijill.film.pronunciation, "_spoken_forms", lambda: {"هذا": "هاذا"})
    assert voice_version("ar") != before["ar"]
    assert voice_version("en") == before["en"]


def test_a_text_that_is_too_long_for_vowel_signs_does_not_silence_the_others(
    spoken: Path, tmp_path: Path
) -> None:
    long = "،" * 12_500  # the vocaliser refuses more than 12,000 signs
    voice = speak([("a", SAID), ("long", long), ("b", NEXT)], "ar", cache_dir=tmp_path)
    before = speak([("a", SAID), ("b", NEXT)], "ar", cache_dir=spoken).clips
    assert voice.clips["a"] == before["a"]
    assert voice.clips["b"] == before["b"]


def test_nothing_to_say_starts_nothing(tmp_path: Path) -> None:
    assert speak([], "ar", cache_dir=tmp_path).clips == {}
    assert speak([("a", "  ")], "ar", cache_dir=tmp_path).clips == {}


def test_filters_keep_length_and_rate() -> None:
    tone = np.sin(np.arange(22_050) / 22_050 * 2 * np.pi * 440).astype(np.float32)[None]
    out = run_filters(tone, (("highpass", "f=75"),), rate=22_050, rate_out=48_000)
    assert abs(out.shape[1] - 48_000) <= 32
    assert run_filters(tone[:, :0], (), rate=22_050, rate_out=48_000).shape == (1, 0)


def test_loudness_is_that_of_ebu_tech_3341() -> None:
    # Case 1: a stereo tone of 1 kHz at -23 dBFS is -23.0 LUFS, its peak -23 dBTP.
    t = np.arange(48_000 * 5) / 48_000
    tone = (10 ** (-23 / 20) * np.sin(2 * np.pi * 1000 * t)).astype(np.float32)
    found = measure(np.stack([tone, tone]))
    assert found.integrated == pytest.approx(-23.0, abs=0.1)
    assert found.true_peak == pytest.approx(-23.0, abs=0.2)
    assert measure(np.zeros((2, 48_000), np.float32)).integrated == -70.0
