"""A word or phrase as a narrator uses it: what is shown, what is said, and its grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A phrase: `show` for the eye, `say` for the voice; `gender` m or f; `plural` or not."""

    show: str
    say: str
    gender: str = "m"
    plural: bool = False


#: The same phrase in every language of the script.
Told = Mapping[str, Words]


def plain(text: str, *, gender: str = "m", plural: bool = False) -> Words:
    """Make a phrase that is said as it is shown."""
    return Words(text, text, gender, plural)


def both(make: Callable[[bool], str], *, gender: str = "m", plural: bool = False) -> Words:
    """Make a phrase by calling `make` twice: for the eye (False) and for the voice (True)."""
    return Words(make(False), make(True), gender, plural)


def shown(told: Told) -> dict[str, str]:
    """Give what is shown of a phrase, per language."""
    return {language: words.show for language, words in told.items()}


def merge(parts: Iterable[Words], joined: Callable[[list[str]], str], *, gender: str) -> Words:
    """Join phrases into one of several members."""
    listed = list(parts)
    return Words(
        joined([p.show for p in listed]),
        joined([p.say for p in listed]),
        listed[0].gender if len(listed) == 1 else gender,
        plural=len(listed) > 1 or listed[0].plural,
    )
