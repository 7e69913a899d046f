"""Who speaks: an entity or nobody known, the words that say so, and how sure that is."""

from __future__ import annotations

from sijill.immutable import immutable
from sijill.speech.subjects import Actor


@immutable
class Speaker:
    """Who speaks: an entity id or None, the words that say so, and how sure that is.

    `known` is true when the words name somebody, whether an entity or an unnamed person.
    """

    entity: str | None
    text: str | None
    confidence: float
    known: bool = True


NOBODY = Speaker(None, None, 0.3, known=False)


def shown(actor: Actor, words: str | None, confidence: float) -> Speaker:
    """Give an actor as who speaks; one that is no entity is shown by its own words."""
    shown = words if actor.entity else words or actor.mentions[0].text
    return Speaker(actor.entity, shown, confidence)
