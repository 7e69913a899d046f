"""The bytes of a saved web page go in; its article comes out, without what stands around it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html

from sijill.dates import parse_edtf
from sijill.errors import FormatFault, SourceUnreadable
from sijill.sources.article import Article
from sijill.sources.decoding import decode

#: `charset=` of <meta>, `encoding=` of an XML declaration.
_CHARSET = re.compile(rb"""(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9][\w.:-]*)""")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Names under which pages give their day of publication in <meta>.
_DATE_KEYS = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
)


def read_webpage(data: bytes, *, name: str) -> Article:
    """Read a saved page.

    Raises SourceUnreadable when nothing in it looks like an article.
    """
    tree, note = _parse(data, name=name)
    notes = [note] if note else []
    published = _published(tree)
    if published is None:
        notes.append("no publication date found (looked in <meta>, JSON-LD and <time>)")
    outlet = _meta(tree, "og:site_name")
    url = _canonical(tree)
    language = (tree.get("lang") or "").split("-")[0].lower() or None
    title, paragraphs, byline = _body(tree, name=name)
    headline = _clean(_meta(tree, "og:title") or title or "")
    if paragraphs and headline and _clean(paragraphs[0]) == headline:
        paragraphs = paragraphs[1:]
    body = "\n\n".join(_clean(p) for p in paragraphs if _clean(p))
    return Article(
        kind="html",
        text=f"{headline}\n\n{body}\n" if headline else f"{body}\n",
        headline=headline,
        byline=byline,
        published=published,
        outlet=outlet,
        language=language,
        url=url,
        notes=tuple(notes),
    )


def _parse(data: bytes, *, name: str) -> tuple[Any, str | None]:
    text, note = decode(data, name=name, declared=_declared(data))
    # Without huge_tree lxml silently drops all that is nested deeper than 256 elements. It takes
    # bytes, for it refuses characters under an XML declaration that names an encoding.
    parser = lxml_html.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True)
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (ValueError, lxml_html.etree.ParserError, lxml_html.etree.XMLSyntaxError) as fault:
        raise SourceUnreadable(
            f"is not a page that can be read ({fault})",
            path=name,
            remedy="Save the page again from the browser, as “web page, HTML only”.",
        ) from fault
    return tree, note


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def _body(tree: Any, *, name: str) -> tuple[str | None, list[str], str | None]:
    from trafilatura import bare_extraction

    found = bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        deduplicate=False,
        favor_precision=True,
        with_metadata=True,
        # The page's own words about its date are read above; guesses from the text are not wanted.
        date_extraction_params={"extensive_search": False, "max_date": "2100-01-01"},
    )
    text = getattr(found, "text", None) if found is not None else None
    if not text:
        raise SourceUnreadable(
            "no article was found on the page",
            path=name,
            remedy="Copy the article's text into a .txt or .md file and add that.",
        )
    title = getattr(found, "title", None)
    author = getattr(found, "author", None)
    return title, [line for line in text.split("\n") if line.strip()], author


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _meta(tree: Any, key: str) -> str | None:
    for element in tree.iter("meta"):
        names = {(element.get(a) or "").lower() for a in ("property", "name", "itemprop")}
        if key in names and (element.get("content") or "").strip():
            return _clean(element.get("content"))
    return None


def _canonical(tree: Any) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            address = str(element.get("href")).strip()
            return address if address.startswith(("http://", "https://")) else None
    return _meta(tree, "og:url")


def _published(tree: Any) -> str | None:
    candidates = [_meta(tree, key) for key in _DATE_KEYS]
    candidates += list(_json_ld_dates(tree))
    candidates += [e.get("datetime") for e in tree.iter("time")]
    for text in candidates:
        match = _DAY.search(text or "")
        if match:
            try:
                return parse_edtf(match.group()).edtf
            except FormatFault:
                continue
    return None


def _json_ld_dates(tree: Any) -> Iterator[str]:
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            loaded = json.loads(element.text or "")
        except ValueError:
            continue
        stack = [loaded]
        while stack:
            node = stack.pop()
            if isinstance(node, dict):
                if isinstance(node.get("datePublished"), str):
                    yield node["datePublished"]
                stack.extend(node.values())
            elif isinstance(node, list):
                stack.extend(node)
