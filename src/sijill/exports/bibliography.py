"""A record's sources go in; a bibliography comes out, as CSL-JSON or as BibLaTeX.

CSL-JSON follows the schema of the Citation Style Language 1.0.2 (MIT), BibLaTeX the manual of that
package (LPPL). Nothing is rendered: which style a citation has is the reader's choice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from sijill.dates import Precision
from sijill.edtf import read_date
from sijill.exports.json_ld import iso_dates
from sijill.exports.material import ALONE, Files, Material
from sijill.record.items import SourceNote

_SPECIAL = {
    "\\": "{\\textbackslash}",
    # Braces must be balanced even where they are escaped.
    "{": "{\\textbraceleft}",
    "}": "{\\textbraceright}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
    "$": "\\$",
    "&": "\\&",
    "%": "\\%",
    "#": "\\#",
    "_": "\\_",
}
_LANGUAGES = {"ar": "arabic", "en": "english", "ru": "russian", "kk": "kazakh", "ja": "japanese"}


def csl_files(material: Material) -> Files:
    """Give the sources as CSL-JSON, in the order of the record."""
    items = [_item(material, note) for note in material.record.sources]
    return {ALONE: (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8")}


def bibtex_files(material: Material) -> Files:
    """Give the sources as a BibLaTeX file in UTF-8, in the order of the record."""
    entries = [_entry(material, note) for note in material.record.sources]
    return {ALONE: "\n".join(entries).encode("utf-8")}


def csl_date(edtf: str | None) -> dict[str, Any] | None:
    """Give a date as CSL has it, as precise as it is told; what it cannot say is a literal text."""
    when = read_date(edtf)
    if when is None or not edtf:
        return None
    ends = edtf.split("/")
    parsed = [read_date(end.rstrip("~")) for end in ends]
    if when.is_set or any(
        d is None or d.precision in (Precision.DECADE, Precision.SEASON) for d in parsed
    ):
        return {"literal": edtf}
    parts = [[int(part) for part in end.rstrip("~").split("-")] for end in ends]
    return {"date-parts": parts, **({"circa": True} if when.is_approximate else {})}


def _item(material: Material, note: SourceNote) -> dict[str, Any]:
    known = material.source_by_id.get(note.id)
    # A text that was retold has no address of its own; the page it was told after is a note.
    url = known.url if known else note.url
    notes = [f"file: {note.name}", *([f"rights: {note.rights}"] if note.rights else [])]
    if known:
        notes += [f"retold from: {address}" for address in known.retold_from]
        notes.append(f"sha256: {known.sha256}")
    found: dict[str, Any] = {
        "id": note.id,
        "type": "article-newspaper" if note.outlet else "webpage" if url else "document",
        "title": note.headline or note.name or note.id,
        "container-title": note.outlet,
        "author": [{"literal": known.byline}] if known and known.byline else None,
        "issued": csl_date(note.published),
        "accessed": csl_date(known.retrieved) if known else None,
        "language": note.language,
        "URL": url,
        "note": "; ".join(notes),
    }
    return {key: value for key, value in found.items() if value}


def _entry(material: Material, note: SourceNote) -> str:
    item = _item(material, note)
    fields = [
        ("title", item["title"]),
        ("author", (item.get("author") or [{}])[0].get("literal")),
        ("journaltitle", note.outlet),
        ("date", _whole_date(note.published)),
        ("url", item.get("URL")),
        ("urldate", _whole_date(item_date(material, note))),
        ("langid", _LANGUAGES.get(note.language)),
        ("note", item["note"]),
    ]
    kind = "article" if note.outlet else "online" if item.get("URL") else "misc"
    lines = [f"  {name} = {{{_braced(name, value)}}}," for name, value in fields if value]
    return "\n".join([f"@{kind}{{{note.id},", *lines, "}", ""])


def item_date(material: Material, note: SourceNote) -> str | None:
    """Give the day on which a source was retrieved, EDTF."""
    known = material.source_by_id.get(note.id)
    return known.retrieved if known else None


def _whole_date(edtf: str | None) -> str | None:
    """Give a date as BibLaTeX writes it, which is ISO 8601 with intervals."""
    return "/".join(_ends(edtf)) or None


def _ends(edtf: str | None) -> Iterator[str]:
    first, last = iso_dates(edtf)
    if first:
        yield first
    if first and last:
        yield last


def _braced(name: str, value: str) -> str:
    plain = re.sub(r"[\x00-\x1f\x7f]+", " ", value)
    if name == "url":
        return plain.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    text = "".join(_SPECIAL.get(sign, sign) for sign in plain)
    # A name in braces is one name, not a list of them.
    return f"{{{text}}}" if name in ("author", "title") else text
