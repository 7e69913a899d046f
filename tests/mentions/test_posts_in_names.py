"""Titles that a tagger left in a name, or joined to the post before them, are posts of their own."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.edges import mend

POST, PERSON = MentionKind.POST, MentionKind.PERSON


@pytest.mark.parametrize(
    ("text", "tagged", "kind", "found"),
    [
        ("beside Captain Doljin", "Captain Doljin", PERSON,
         [(POST, "Captain"), (PERSON, "Doljin")]),
        ("met Hereditary Prince Anselm", "Prince Anselm", PERSON,
         [(POST, "Hereditary Prince"), (PERSON, "Anselm")]),
        ("met Prince Nyathi", "Prince Nyathi", PERSON, [(PERSON, "Prince Nyathi")]),
        ("Defence Minister Colonel Rey", "Defence Minister Colonel", POST,
         [(POST, "Defence Minister"), (POST, "Colonel")]),
        ("Deputy Lieutenant Governor Rey", "Deputy Lieutenant Governor", POST,
         [(POST, "Deputy Lieutenant Governor")]),
        ("the Attorney General, Rey", "Attorney General", POST, [(POST, "Attorney General")]),
        ("the visiting Sierra Leonean High Commissioner, Rey", "High Commissioner", POST,
         [(POST, "visiting Sierra Leonean High Commissioner")]),
        ("Rey, Chargé d'Affaires a.i. of Chad", "Chargé d'Affaires", POST,
         [(POST, "Chargé d'Affaires a.i.")]),
    ],
)  # fmt: skip
def test_titles_are_parted_from_names_and_posts(text, tagged, kind, found):
    start = text.index(tagged)
    document = Document("s1", text, "en")
    mended = mend(document, [Candidate(kind, start, start + len(tagged), "tagger", 0.6)])
    assert [(c.kind, text[c.start : c.end]) for c in mended] == found
