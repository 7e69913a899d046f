"""Arabic names that initials, nicknames and particles hold together are one name each."""

import random
import time

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.documents.expressions import expression
from sijill.documents.sentences import split_sentences
from sijill.mentions.arabic_joins import held_names, join_arabic
from sijill.mentions.candidates import Candidate

PERSON, POST = MentionKind.PERSON, MentionKind.POST


def people(text: str, *tagged: str, post: str = "") -> list[str]:
    told = [(PERSON, words) for words in tagged] + ([(POST, post)] if post else [])
    candidates = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.9)
        for kind, words in told
    ]
    found = join_arabic(Document("s", text, "ar"), candidates)
    return sorted(text[c.start : c.end] for c in found if c.kind is PERSON)


@pytest.mark.parametrize(
    ("text", "tagged", "name"),
    [
        ("وقال توماس ر. وودز إنه راض.", ["توماس ر"], "توماس ر. وودز"),
        ("وكتب بيتر هـ. فان دير لان ذلك.", ["فان دير لان"], "بيتر هـ. فان دير لان"),
        ("فاز باولو «بيكو» مورايس أمس.", ["باولو", "مورايس"], "باولو «بيكو» مورايس"),
        ("قالت لوسيا دي لوس ريوس ذلك.", ["لوسيا", "ريوس"], "لوسيا دي لوس ريوس"),
        ("وصل حمدان بن زايد مساء.", ["حمدان", "بن زايد"], "حمدان بن زايد"),
        ("عُرف بأبي نضال في الحي.", ["نضال"], "أبي نضال"),
    ],
)
def test_a_name_is_held_together(text: str, tagged: list[str], name: str) -> None:
    assert name in people(text, *tagged)


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("استقبل د. كمال شوقي الوفد.", ["كمال شوقي"]),
        ("قال مدير شركة «الأفق» وليد سرحان ذلك.", ["وليد سرحان"]),
        ("ولد عبد الودود في أطار.", ["عبد الودود"]),
    ],
)
def test_a_title_a_firm_and_a_verb_are_no_part_of_a_name(text: str, tagged: list[str]) -> None:
    assert people(text, *tagged) == tagged


def test_a_post_ends_before_the_name_that_is_held_together() -> None:
    text = "أعلن مفوض الأمن إيفان «تيتو» باريش ذلك."
    assert people(text, "باريش", post="مفوض الأمن إيفان") == ["إيفان «تيتو» باريش"]


def test_a_part_of_a_name_begins_where_the_text_has_it() -> None:
    text = "تكلم جورج دا كونها. ثم غادر دا كونها."
    told = [text.index("جورج"), text.rindex("كونها")]
    candidates = [
        Candidate(PERSON, told[0], text.index("كونها") + 5, "tagger", 0.9),
        Candidate(PERSON, told[1], told[1] + 5, "tagger", 0.9),
    ]
    found = join_arabic(Document("s", text, "ar"), candidates)
    assert [text[c.start : c.end] for c in found] == ["جورج دا كونها", "دا كونها"]


def test_behind_a_verb_a_known_name_and_another_are_two() -> None:
    text = "كانت ميرا كوستا وزيرة. وخلفت كوستا آن ماري لوران في مايو."
    assert people(text, "ميرا كوستا", "كوستا آن ماري لوران") == [
        "آن ماري لوران",
        "كوستا",
        "ميرا كوستا",
    ]


def test_what_somebody_is_called_is_a_name_too() -> None:
    text = "أوقف مارك دولان، الملقب ب«الذئب»، أمس."
    assert people(text, "مارك دولان") == ["«الذئب»", "مارك دولان"]
    assert people("كان مارك دولان المعروف بدعمه للسلام هنا.", "مارك دولان") == ["مارك دولان"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قال توماس ر. وودز إنه راض.", 1),
        ("فاز في المجموعة ب. ثم خسر.", 2),
        ("كان ذلك عام 1446 هـ. ثم عاد.", 2),
    ],
)
def test_an_initial_ends_no_sentence(text: str, count: int) -> None:
    assert len(split_sentences(text, "ar")) == count


def test_a_name_goes_on_behind_a_particle_and_begins_before_a_hyphen() -> None:
    assert people("ألقت آني شاهين دي ميلو كلمة.", "آني شاهين") == ["آني شاهين دي ميلو"]
    assert people("قاطعه بيتر-يان مير أمس.", "يان مير") == ["بيتر-يان مير"]
    assert people("عُيّن خلفاً لباولو ر. روشا أمس.", "روشا") == ["باولو ر. روشا"]


def test_names_are_looked_for_where_an_initial_or_a_nickname_stands() -> None:
    """And are the same as those found by a look at every word."""
    choose = random.Random(7).choice
    letters = ["محمد", "ديك", "ب", "ك.", "كـ.", "دي ", "ّ"]
    pieces = [*letters, " ", " ", " ", "\n", "«", "»", '"', "٣", "_", ". "]
    for _ in range(3000):
        text = "".join(choose(pieces) for _ in range(choose(range(3, 24))))
        for sign in ("initial", "nickname"):
            everywhere = expression("ar", f"name_with_{sign}").finditer(text)
            assert [m.span() for m in held_names(text, sign)] == [m.span() for m in everywhere]


def test_a_run_of_letters_without_end_takes_no_time_before_an_initial() -> None:
    start = time.thread_time()
    found = [*held_names("م" * 20_000 + "، بيتر هـ. لان", "initial")]
    # Each letter tried to the end of the run would take two seconds.
    assert time.thread_time() - start < 0.2
    assert [name.group() for name in found] == ["بيتر هـ. لان"]
