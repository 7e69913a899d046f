"""Two names go in; how alike they are, in which of three bands, and why, comes out.

Names of people are compared word by word, in any order: a word that contradicts vetoes. Names of
places are compared as one run of sounds, names of bodies by their translated words and the sounds
of the rest. Kanji are compared by sound only with a reading from an authority.
"""

from __future__ import annotations

from sijill.identity.comparison import (
    ASK_FROM,
    SAME_FROM,
    Band,
    Comparison,
    banded,
    scripts_of,
)
from sijill.identity.names import Name, analyse
from sijill.identity.persons import compare_people
from sijill.identity.phones import consonants, likeness
from sijill.identity.states import states_in
from sijill.text import WritingSystem

__all__ = ["ASK_FROM", "SAME_FROM", "Band", "Comparison", "compare", "compare_names"]

# A name with fewer consonants than this needs more; beside kana it is never the same by sound.
_FEW = 3
_SURE_IF_SHORT = 0.85
# Bodies of two states are two, however alike their names are.
_OTHER_STATE = 0.4


def compare(
    first: str,
    second: str,
    *,
    kind: str = "person",
    first_reading: str | None = None,
    second_reading: str | None = None,
) -> Comparison:
    """Compare two names of one kind: `person`, `place` or `organisation`.

    The readings are kana for names in kanji, from an authority; without one a name in kanji is
    the same only as itself. States and capitals are closed lists: look them up, do not compare.
    """
    return compare_names(analyse(first, first_reading), analyse(second, second_reading), kind)


def compare_names(first: Name, second: Name, kind: str = "person") -> Comparison:
    """Compare two analysed names; see `compare`."""
    if first.text == second.text:
        return banded(1.0, first, second, "both are written alike")
    if kind == "organisation":
        return _organisations(first, second)
    if first.is_silent or second.is_silent:
        return banded(0.0, first, second, "one is in kanji, and no reading of it is known")
    if kind == "person":
        return compare_people(first, second)
    return _places(first, second)


def _places(first: Name, second: Name) -> Comparison:
    scripts = scripts_of(first, second)
    score = likeness(first.whole, second.whole, scripts)
    if score < 1.0 and (first.core != first.whole or second.core != second.whole):
        by_core = likeness(first.core, second.core, scripts)
        if first.concepts != second.concepts:
            by_core *= 0.6
        score = max(score, by_core)
    found = banded(score, first, second)
    few = min(consonants(first.whole), consonants(second.whole)) < _FEW
    # Kana write r and l, b and v, and two lengths of a vowel alike.
    beside_kana = (first.system is WritingSystem.JAPANESE) != (
        second.system is WritingSystem.JAPANESE
    )
    if found.band is Band.SAME and few and (beside_kana or score < _SURE_IF_SHORT):
        # Rome and Lomé: so few consonants are not enough to be sure.
        return Comparison(score, Band.ASK, found.pair, "too short to be sure")
    return found


def _organisations(first: Name, second: Name) -> Comparison:
    """Compare the states that the bodies are of, then their names without them."""
    codes, rest = states_in(first.text)
    others, other_rest = states_in(second.text)
    if codes and others and codes != others:
        told = f"{', '.join(sorted(codes))} and {', '.join(sorted(others))}"
        score = min(_OTHER_STATE, _bodies(first, second).score)
        return banded(score, first, second, f"they are of two states: {told}")
    if not codes or not others or not rest or not other_rest:
        found = _bodies(first, second)
        if codes == others or found.band is not Band.SAME:
            return found
        score = min(found.score, SAME_FROM - 0.01)
        return banded(score, first, second, "a state is named in one only")
    found = _bodies(analyse(rest), analyse(other_rest))
    reason = f"both are of {', '.join(sorted(codes))}; {found.reason}"
    return banded(found.score, first, second, reason.removesuffix("; "))


def _bodies(first: Name, second: Name) -> Comparison:
    if first.is_silent or second.is_silent:
        return banded(0.0, first, second, "one is in kanji, and no reading of it is known")
    scripts = scripts_of(first, second)
    whole = likeness(first.whole, second.whole, scripts)
    if not first.concepts and not second.concepts:
        core = likeness(first.core, second.core, scripts)
        return banded(max(whole, core), first, second)
    shared = first.concepts & second.concepts
    either = first.concepts | second.concepts
    agreement = len(shared) / len(either)
    if first.is_common or second.is_common:
        # Nothing but translated words: they are all there is to compare.
        core = 1.0 if first.is_common and second.is_common else 0.0
    else:
        core = likeness(first.core, second.core, scripts)
    # Both must agree: what kind of body it is, and what it is called.
    score = max(min(core, 0.35 + 0.65 * agreement), whole if agreement == 1.0 else whole * 0.8)
    reason = f"both are “{', '.join(sorted(shared))}”" if shared else "they are bodies of two kinds"
    return banded(score, first, second, reason)
