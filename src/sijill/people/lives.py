"""A sentence of somebody's life goes in, which names nobody; whose life it is comes out.

「1936年、松江市生まれ。外務省に入り、公使などを経て…」: a paragraph that tells from its start where
somebody was born or went into service is of whom the headline names alone, else of whom the
sentence that opens the text names first. The rule stands in `data/<language>/expressions.tsv`:
life_told, life_of_another.
"""

from __future__ import annotations

from sijill.documents.expressions import expression
from sijill.people.clusters import Cluster
from sijill.people.people_by_place import PeopleByPlace


def who_lived(scene: PeopleByPlace, number: int) -> Cluster | None:
    """Give whose life a sentence goes on to tell; None where its paragraph names somebody."""
    sentences, text = scene.sentences, scene.document.text
    first = number
    while first and sentences[first - 1].paragraph == sentences[number].paragraph:
        first -= 1
    opens, end = sentences[first], sentences[number].end
    told = expression(scene.document.language, "life_told").search(text, opens.start, opens.end)
    if told is None or not opens.paragraph:
        return None
    if expression(scene.document.language, "life_of_another").search(text, opens.start, end):
        return None  # 「夫人は東京都出身」、「外交官の杉原は岐阜県生まれ」
    opening = next((s for s in sentences if s.paragraph), sentences[0])
    for sentence in (sentences[0], opening):
        named = {id(c): c for _, c in scene.people(sentence.start, sentence.end) if c.names}
        if named:
            lone = next(iter(named.values()))
            break
    else:
        return None
    others = any(c is not lone for _, c in scene.people(opens.start, end) if c.names)
    return lone if not others and (len(named) == 1 or sentence is opening) else None
