"""Claims and the versions of their texts go in; the same claims come out with what another version
says in their place and they do not.

"The first head of state from our region" is another claim than "the first head of state", which a
translation may have made of it: the words that limit it are shown, and what became of that claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from babel import Locale

from sijill.citation import Citation, Span, cite
from sijill.documents.document import ClaimKind, MentionKind, Reading
from sijill.languages import WITH_ENDINGS
from sijill.record.items import ClaimItem, ClaimVersion, Verdict
from sijill.record.material import Material
from sijill.record.wording import in_languages, say, sentences
from sijill.reuse.versions import Versions
from sijill.tellings.claim_words import senses_in

#: Words of these meanings make fewer of those who could have done it.
_LIMITS = ("own_region", "region:")
_COMPARING = (ClaimKind.FIRST, ClaimKind.ONLY, ClaimKind.RECORD, ClaimKind.RARE, ClaimKind.COUNT)


@dataclass(frozen=True, slots=True)
class _Limit:
    """Words that limit a claim: what they mean, and where they stand."""

    sense: str
    words: Citation


def with_versions(claims: Sequence[ClaimItem], material: Material) -> tuple[ClaimItem, ...]:
    """Add to each claim what the other versions of its text say in its place.

    A claim whose text has no other version, or none that says something else, stays as it is.
    """
    if not any(c.kind in _COMPARING for c in claims):
        return tuple(claims)
    versions = material.versions
    if not versions.pairs:
        return tuple(claims)
    by_source: dict[str, list[ClaimItem]] = defaultdict(list)
    for claim in claims:
        by_source[claim.citations[0].source_id].append(claim)
    return tuple(_with(claim, by_source, versions, material) for claim in claims)


def _with(
    claim: ClaimItem,
    claims: Mapping[str, Sequence[ClaimItem]],
    versions: Versions,
    material: Material,
) -> ClaimItem:
    if claim.kind not in _COMPARING:
        return claim
    found = []
    for answer in versions.answers(claim.citations[0]):
        if not answer.right:
            continue
        other = _claim_in(answer.right, claim, claims)
        own = _limits(answer.left, material)
        theirs = _limits(answer.right, material)
        adds = [t.words for t in theirs if t.sense not in {o.sense for o in own}]
        lacks = [o.words for o in own if o.sense not in {t.sense for t in theirs}]
        if other is not None and (adds or lacks):
            found.append(ClaimVersion(answer.right, other.id, tuple(adds), tuple(lacks)))
    if not found:
        return claim
    of_others = {w.source_id for version in found for w in version.citations}
    by_id = {c.id: c for source_id in of_others for c in claims.get(source_id, ())}
    return replace(
        claim, versions=tuple(found), verdict=_told(claim, tuple(found), by_id, material)
    )


def _claim_in(
    words: Sequence[Citation], claim: ClaimItem, claims: Mapping[str, Sequence[ClaimItem]]
) -> ClaimItem | None:
    """Give the claim of a kind that another version makes in its place, if it makes one alone."""
    here = [
        c
        for source_id in sorted({w.source_id for w in words})
        for c in claims.get(source_id, ())
        if c.kind in _COMPARING
        and any(w.source_id == source_id and w.span.overlaps(c.citations[0].span) for w in words)
    ]
    same = [c for c in here if c.kind is claim.kind] or here
    if len(same) > 1:
        same = [c for c in same if c.about == claim.about]
    return same[0] if len(same) == 1 else None


def _limits(words: Sequence[Citation], material: Material) -> list[_Limit]:
    """Find the words that limit a claim in its sentence; inside of a body's name they limit none.

    "Our region" and the region's name mean one thing: "region".
    """
    found: list[_Limit] = []
    for citation in words:
        reading = material.readings[citation.source_id]
        text = material.texts[citation.source_id]
        bodies = _bodies(reading)
        for sense in senses_in(text, citation.start, citation.end, reading.language):
            span = Span(sense.start, _word_end(text, sense.end, reading.language))
            if not sense.id.startswith(_LIMITS) or any(b.overlaps(span) for b in bodies):
                continue
            meaning = "region" if sense.id.startswith(("own_region", "region:")) else sense.id
            if meaning not in {f.sense for f in found}:
                found.append(_Limit(meaning, cite(citation.source_id, text, span)))
    return found


def _word_end(text: str, end: int, language: str) -> int:
    """Give where the word ends whose beginning was found: «өңір» in «өңірден»."""
    while language in WITH_ENDINGS and end < len(text) and text[end].isalpha():
        end += 1
    return end


def _bodies(reading: Reading) -> list[Span]:
    return [m.span for m in reading.mentions if m.kind is MentionKind.ORGANISATION]


def _told(
    claim: ClaimItem,
    versions: Sequence[ClaimVersion],
    by_id: dict[str, ClaimItem],
    material: Material,
) -> Verdict | None:
    """Add to the reason which words another version has more, and what holds of its claim."""
    verdict = claim.verdict
    fuller = [v for v in versions if v.adds]
    if verdict is None or not fuller:
        return verdict
    others = [by_id[v.claim] for v in fuller if v.claim in by_id]
    judged = next((o.verdict for o in others if o.verdict is not None), None)

    def why(lang: str) -> str:
        cases = [
            say(
                "version.words",
                lang,
                words=version.adds[0].exact,
                tongue=_language(material.readings[version.adds[0].source_id].language, lang),
            )
            for version in fuller
        ]
        text = say("version.adds", lang, cases=say("comma", lang).join(cases))
        if judged is not None:
            told = say(
                "version.judged",
                lang,
                verdict=say(f"verdict.{judged.verdict}", lang),
                why=judged.why.get(lang, ""),
            )
            text = sentences([text, told], lang)
        return text

    return replace(
        verdict,
        why=in_languages(
            material.languages,
            lambda lang: sentences([verdict.why.get(lang, ""), why(lang)], lang),
        ),
    )


def _language(code: str, language: str) -> str:
    """Give the name of a language in another, or its code."""
    return str(Locale.parse(language).languages.get(code, code))
