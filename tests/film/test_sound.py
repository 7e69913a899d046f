from __future__ import annotations

import dataclasses
import wave
from pathlib import Path

import av
import numpy as np
import pytest

from sijill.film.audio import measure
from sijill.film.bed import lay_bed
from sijill.film.cut import Cut
from sijill.film.sound import SAMPLES_PER_FRAME, make_sound, mix, set_loudness
from sijill.film.voice import voice_folder


@pytest.fixture
def voiced(cut: Cut, tmp_path: Path) -> Cut:
    """The first line is a second of a loud tone."""
    folder = voice_folder(tmp_path)
    folder.mkdir(parents=True)
    tone = 0.4 * np.sin(np.arange(48_000) / 48_000 * 2 * np.pi * 300)
    with wave.open(str(folder / "tone.wav"), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(48_000)
        out.writeframes((tone * 32767).astype("<i2").tobytes())
    lines = (
        dataclasses.replace(cut.narration[0], start=50, frames=25, voice_file="tone.wav"),
        *cut.narration[1:],
    )
    return dataclasses.replace(cut, narration=lines)


def test_without_a_voice_there_is_silence(cut: Cut, tmp_path: Path) -> None:
    sound, notes = mix(cut, tmp_path)
    assert sound.shape == (2, cut.frames * SAMPLES_PER_FRAME)
    assert not sound.any()
    assert notes == ()


def test_a_line_is_heard_at_its_frame_over_a_quiet_pad(voiced: Cut, tmp_path: Path) -> None:
    sound, _ = mix(voiced, tmp_path)

    def level(first: int, last: int) -> float:
        part = sound[0, first * SAMPLES_PER_FRAME : last * SAMPLES_PER_FRAME]
        return float(20 * np.log10(np.sqrt(np.mean(part.astype(np.float64) ** 2)) + 1e-9))

    assert level(50, 75) == pytest.approx(-11, abs=0.5)
    assert -60 < level(150, 200) < -30


def test_the_pad_has_the_level_that_is_asked_for() -> None:
    track = np.zeros((2, 48_000 * 70), np.float32)  # longer than one round of the chords
    lay_bed(track, np.full(track.shape[1], 0.01, np.float32))
    assert np.sqrt(np.mean(track.astype(np.float64) ** 2)) == pytest.approx(0.01, rel=0.1)
    assert np.array_equal(track[:, :100], track[:, 48_000 * 64 : 48_000 * 64 + 100])
    assert not np.array_equal(track[0], track[1])


def test_a_missing_voice_file_is_named(voiced: Cut, tmp_path: Path) -> None:
    (voice_folder(tmp_path) / "tone.wav").unlink()
    _, notes = mix(voiced, tmp_path)
    assert notes == ("sentence protocol-1.1 is silent: tone.wav cannot be read",)


def test_loudness_is_that_of_ebu_r128(voiced: Cut, tmp_path: Path) -> None:
    sound, told = set_loudness(mix(voiced, tmp_path)[0])
    found = measure(sound)
    assert found.integrated == pytest.approx(-23.0, abs=0.3)
    assert found.true_peak <= -1.0
    assert told.integrated == pytest.approx(found.integrated, abs=0.2)


def test_peaks_are_held_below_one_decibel() -> None:
    sparse = np.zeros((2, 48_000 * 4), np.float32)
    sparse[:, ::9600] = 0.9  # clicks: quiet on the whole, loud at their tips
    sound, _ = set_loudness(sparse)
    assert measure(sound).true_peak <= -1.0
    assert sound.shape == sparse.shape


def test_the_same_cut_sounds_the_same(voiced: Cut, tmp_path: Path) -> None:
    first = make_sound(voiced, tmp_path)
    data = first.path.read_bytes()
    again = make_sound(voiced, tmp_path)
    assert again == first
    first.path.unlink()
    assert make_sound(voiced, tmp_path).path.read_bytes() == data
    with av.open(str(first.path)) as container:
        assert container.streams.audio[0].rate == 48_000
        assert float(container.duration) / 1e6 == pytest.approx(voiced.frames / 25, abs=0.05)


def test_a_recorded_sentence_takes_the_place_of_a_made_one(voiced: Cut, tmp_path: Path) -> None:
    made = make_sound(voiced, tmp_path)
    path = voice_folder(tmp_path) / "tone.wav"
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(48_000)
        out.writeframes((np.ones(48_000) * 900).astype("<i2").tobytes())
    assert make_sound(voiced, tmp_path).path != made.path


def test_a_name_with_folders_does_not_lead_out_of_the_cache(voiced: Cut, tmp_path: Path) -> None:
    first = dataclasses.replace(voiced.narration[0], voice_file="../../../voice/tone.wav")
    inside, _ = mix(voiced, tmp_path)
    found, notes = mix(
        dataclasses.replace(voiced, narration=(first, *voiced.narration[1:])), tmp_path
    )
    assert notes == ()
    assert np.array_equal(found, inside)


def test_a_voice_of_another_rate_keeps_its_length(voiced: Cut, tmp_path: Path) -> None:
    tone = 0.4 * np.sin(np.arange(44_100) / 44_100 * 2 * np.pi * 300)
    with wave.open(str(voice_folder(tmp_path) / "tone.wav"), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(44_100)
        out.writeframes(np.repeat((tone * 32767).astype("<i2"), 2).tobytes())
    sound, notes = mix(voiced, tmp_path)
    assert notes == ()
    loud = np.flatnonzero(np.abs(sound[0]) > 0.2)
    assert loud[0] == pytest.approx(50 * SAMPLES_PER_FRAME, abs=200)
    assert loud[-1] == pytest.approx(75 * SAMPLES_PER_FRAME, abs=200)


def test_what_is_no_sound_is_named_and_left_out(voiced: Cut, tmp_path: Path) -> None:
    (voice_folder(tmp_path) / "tone.wav").write_bytes(b"not a sound")
    sound, notes = mix(voiced, tmp_path)
    assert notes == ("sentence protocol-1.1 is silent: tone.wav cannot be read",)
    assert not sound.any()
