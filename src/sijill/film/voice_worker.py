"""Sentences come in as JSON on standard input; vowel signs or one wav file each go out.

Runs as a process of its own and imports nothing of Sijill: espeak-ng and piper are GPL-3.0, and a
fault in their native code must not take a build with it. Start it with `python -P <this file>`.

Input: {"task", "lines": [{"key", "text"}], ...}; output: one JSON line per sentence.
Task `vocalise`: {"key", "text"}. Task `say`, with "voice", "rate", "pitch", "range", "gap" and
"folder": {"key", "ok", "why"}, and `folder`/`key`.wav, mono, 16 bit.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import tempfile
import wave
from pathlib import Path
from typing import Any

_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
_UTF8 = 1
_RATE, _PITCH, _RANGE, _WORD_GAP = 1, 3, 4, 7
# espeak-ng copies its data path into 160 bytes and fails without a word when it does not fit.
_LONGEST_PATH = 130


class _Speaker:
    """espeak-ng, loaded and set to one voice; `rate` is its samples per second."""

    def __init__(self, request: dict[str, Any]) -> None:
        import espeakng_loader

        data = str(espeakng_loader.get_data_path())
        if len(data) > _LONGEST_PATH:
            link = Path(tempfile.mkdtemp(prefix="sijill-voice-")) / "data"
            os.symlink(data, link)
            data = str(link)
        self._library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
        self._heard: list[bytes] = []
        kind = ctypes.CFUNCTYPE(
            ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
        )
        # Kept as an attribute: the library calls it long after this method has ended.
        self._callback = kind(self._hear)
        self.rate = self._library.espeak_Initialize(_SYNCHRONOUS, 0, data.encode(), _DO_NOT_EXIT)
        if self.rate <= 0:
            raise OSError("espeak-ng could not be started")
        if self._library.espeak_SetVoiceByName(str(request["voice"]).encode()) != 0:
            raise OSError(f"espeak-ng has no voice “{request['voice']}”")
        for parameter, name in (
            (_RATE, "rate"),
            (_PITCH, "pitch"),
            (_RANGE, "range"),
            (_WORD_GAP, "gap"),
        ):
            self._library.espeak_SetParameter(parameter, int(request[name]), 0)
        self._library.espeak_SetSynthCallback(self._callback)

    def _hear(self, samples: Any, count: int, _events: Any) -> int:
        if samples and count > 0:
            self._heard.append(ctypes.string_at(samples, count * 2))
        return 0

    def say(self, text: str) -> bytes:
        """Give the samples of a text, signed 16 bit."""
        self._heard.clear()
        data = text.encode("utf-8")
        fault = self._library.espeak_Synth(data, len(data) + 1, 0, 1, 0, _UTF8, None, None)
        if fault != 0:
            raise OSError(f"espeak-ng refused the text (status {fault})")
        self._library.espeak_Synchronize()
        return b"".join(self._heard)


def _write(speaker: _Speaker, text: str, path: Path) -> None:
    samples = speaker.say(text)
    if not samples:
        raise OSError("nothing was heard")
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(speaker.rate)
        out.writeframes(samples)


def _say_apart(speaker: _Speaker, text: str, path: Path) -> str:
    """Say one text in a child process; give the reason where it failed.

    espeak-ng carries hidden state from one text into the next, past its own restart: without a
    fresh copy for each, a sentence would sound by a hair otherwise in another order, and a build
    would not give the same bytes twice.
    """
    child = os.fork()
    if child == 0:
        status = 1
        try:
            _write(speaker, text, path)
            status = 0
        except BaseException as fault:
            path.with_suffix(".why").write_text(str(fault), "utf-8")
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    if status == 0:
        return ""
    why = path.with_suffix(".why")
    return why.read_text("utf-8") if why.exists() else f"espeak-ng stopped (status {status})"


def _vocalise(request: dict[str, Any]) -> None:
    from piper.tashkeel import TashkeelDiacritizer

    add_signs = TashkeelDiacritizer()
    for line in request["lines"]:
        answer = {"key": line["key"]}
        try:
            answer["text"] = add_signs(line["text"])
        except Exception as fault:  # one text that is too long must not silence the others
            answer["why"] = str(fault)
        print(json.dumps(answer), flush=True)


def _say(request: dict[str, Any]) -> None:
    speaker = _Speaker(request)
    for line in request["lines"]:
        path = Path(request["folder"]) / f"{line['key']}.wav"
        why = _say_apart(speaker, str(line["text"]), path)
        print(json.dumps({"key": line["key"], "ok": not why, "why": why}), flush=True)


if __name__ == "__main__":
    _request = json.load(sys.stdin)
    {"vocalise": _vocalise, "say": _say}[_request["task"]](_request)
