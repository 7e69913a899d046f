"""A word that is a name and describes is nobody where it describes, and somebody where he acts."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.describing_names import DescribingNames


@pytest.mark.parametrize(
    ("text", "is_nobody"),
    [
        ("يعد الفيلم بمثابة سجل ⟦فريد⟧ لهذه العلاقات.", True),
        ("كان ذلك حدثا ⟦نادر⟧ في تاريخ البلدين.", True),
        ("قال ⟦فريد⟧ إن الزيارة ناجحة.", False),
        ("وصل السيد ⟦كريم⟧ إلى المطار.", False),
        ("وصل أمس ⟦كريم⟧ أكد أهمية الزيارة.", False),
        ("⟦فريد⟧ هو مترجم الوفد.", False),
        ("سجل ⟦فريد⟧ للعلاقات. وقال سامي فريد إنه وثيقة.", False),
        ("سجل ⟦كبير⟧ لهذه العلاقات.", False),
        ("الوزير ⟦كريم⟧ زار البلاد.", False),
    ],
)
def test_a_describing_word_is_nobody_where_it_describes(text: str, is_nobody: bool) -> None:
    start, end = text.index("⟦"), text.index("⟧") - 1
    plain = text.replace("⟦", "").replace("⟧", "")
    found = [Candidate(MentionKind.PERSON, start, end, "tagger", 0.66)]
    for words, kind in (("سامي فريد", MentionKind.PERSON), ("الوزير", MentionKind.POST)):
        if words in plain:
            at = plain.index(words)
            found.append(Candidate(kind, at, at + len(words), "tagger", 0.9))
    document = Document("a", plain, "ar", None)
    assert DescribingNames(document, found, Nearby(found)).holds(found[0]) is is_nobody


def test_other_languages_tell_the_two_apart_by_capitals() -> None:
    document = Document("a", "a rare Grace of things", "en", None)
    found = [Candidate(MentionKind.PERSON, 7, 12, "tagger", 0.66)]
    assert not DescribingNames(document, found, Nearby(found)).holds(found[0])
