"""The bytes of a text go in; its characters come out, and a note if the encoding was guessed."""

from __future__ import annotations

import codecs
import re
import unicodedata

from sijill.errors import SourceUnreadable

#: Only encodings that texts of the five languages were really written in.
_LEGACY = ["cp1256", "cp1251", "koi8_r", "shift_jis", "euc_jp", "cp1252"]
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, *, name: str, declared: str | None = None) -> tuple[str, str | None]:
    """Give the text of a file in NFC with Unix line ends, and a note where it had to be guessed.

    `declared` is the encoding that the file itself names; it is believed only where it fits. Raises
    SourceUnreadable for binary data and for an encoding that cannot be told.
    """
    text, note = _characters(data, name=name, declared=declared)
    control = len(_CONTROL.findall(text))
    if "\x00" in text or control * 200 > len(text) or text.startswith("%PDF-"):
        raise _binary(name)
    text = _CONTROL.sub(" ", text).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text), note


def _characters(data: bytes, *, name: str, declared: str | None) -> tuple[str, str | None]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), None
            except UnicodeDecodeError as fault:
                raise SourceUnreadable(
                    f"begins as {encoding} and breaks off at byte {fault.start}",
                    path=name,
                    remedy="It may have been cut off. Save it as UTF-8 and add it again.",
                ) from fault
    # ISO-2022-JP is written in ASCII alone: there the file's own word comes first.
    own = [declared] if declared else []
    for encoding in [*own, "utf-8"] if data.isascii() else ["utf-8", *own]:
        try:
            return data.decode(encoding), None
        except (UnicodeDecodeError, LookupError):
            continue
    return _guess(data, name=name)


def _guess(data: bytes, *, name: str) -> tuple[str, str | None]:
    if b"\x00" in data[:8192]:
        raise _binary(name)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000], cp_isolation=_LEGACY).best()
    if best is None:
        raise SourceUnreadable(
            "is neither UTF-8 nor another encoding that could be told",
            path=name,
            remedy="Open it in an editor, save it as UTF-8, and add it again.",
        )
    try:
        text = data.decode(best.encoding)
    except UnicodeDecodeError as fault:
        raise SourceUnreadable(
            f"is not UTF-8 and breaks off as {best.encoding} at byte {fault.start}",
            path=name,
            remedy="Open it in an editor, save it as UTF-8, and add it again.",
        ) from fault
    return text, f"decoded as {best.encoding}; see whether the text is right"


def _binary(name: str) -> SourceUnreadable:
    return SourceUnreadable(
        "is not text but binary data under a text file's name",
        path=name,
        remedy="Save the article as text, Markdown or HTML and add that file.",
    )
