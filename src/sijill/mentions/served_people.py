"""Candidates go in; English posts that tell whom somebody serves come out with that one's name.

In “Ann Smit, an adviser to President Juan Perez” the adviser is no post of the president's: its
span takes in his name, and what he is called there tells only what he is. “The Foreign Minister of
Oman” takes in its state wherever it stands. The posts of envoys that only their words tell are
found, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.documents.document import PERSON, PLACE, POST, Document
from sijill.documents.expressions import expression
from sijill.documents.lexicon import find_post_words
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.found import of_kind

#: How sure a post is that only its words tell, below a tagger that has read the sentence.
_SURE = 0.6


def with_served(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Give the candidates, with posts that end in another's title drawn over that one's name.

    Posts right before “of” and a state are drawn over that, too.
    """
    if document.language != "en":
        return candidates
    found = list(candidates)
    names = {c.start: c for c in of_kind(candidates, PERSON)}
    places = {c.start: c for c in of_kind(candidates, PLACE)}
    text = document.text
    for number, post in enumerate(found):
        if post.kind is not POST or text[post.end : post.end + 1] != " ":
            continue
        if (end := _end_with_state(text, post, places, names)) is not None:
            found[number] = replace(post, end=end)
            continue
        served = names.get(post.end + 1)
        link = expression("en", "serves").match(text, post.start, post.end)
        if served is None or link is None or text[served.start - 1] == "\n":
            continue
        title = text[link.end() : post.end].split()
        if title and title[0][0].isupper() and find_post_words(title, "en"):
            found[number] = replace(post, end=served.end)
    return found


def _end_with_state(
    text: str, post: Candidate, places: Mapping[int, Candidate], names: Mapping[int, Candidate]
) -> int | None:
    """Give where a post ends with the state that “of” puts right behind it; None without one.

    In “the president of Oman Air” and “of Oman’s navy” the place is a part of something else.
    """
    link = expression("en", "of_state_behind").match(text, post.end)
    place = places.get(link.end()) if link else None
    if place is None or not expression("en", "office_ends").search(text, post.start, post.end):
        return None
    goes_on = expression("en", "name_goes_on").match(text, place.end)
    return place.end if goes_on is None or place.end + 1 in names else None


def find_apposed(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the envoys behind names that nothing marks: “Moe, the first Omani envoy to Fiji”."""
    if document.language != "en":
        return []
    posts = Nearby(of_kind(candidates, POST))
    places = {c.start: c for c in of_kind(candidates, PLACE)}
    found = []
    for person in of_kind(candidates, PERSON):
        words = expression("en", "apposed_envoy").match(document.text, person.end)
        place = places.get(words.end()) if words is not None else None
        if words is None or place is None:
            continue
        post = Candidate(POST, words.start(1), place.end, "apposed", _SURE)
        if not posts.overlapping(post):
            found.append(post)
    return found
