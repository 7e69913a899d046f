"""Names that no tagger saw stand where a post, a word of kinship or a byline vouches for them."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.vouched_people import find_vouched

PERSON, POST, PLACE = MentionKind.PERSON, MentionKind.POST, MentionKind.PLACE


def vouched(text: str, language: str, *marks: tuple[MentionKind, str]) -> list[str]:
    given = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.95)
        for kind, words in marks
    ]
    found = find_vouched(Document("s1", text, language), given)
    return [text[c.start : c.end] for c in found]


@pytest.mark.parametrize(
    ("text", "post", "name", "language"),
    [
        ("Z\n\nThe President Rennick Arzu spoke.", "President", "Rennick Arzu", "en"),
        ("Приехал президент Боливии Вальтер Копа Кондори.", "президент Боливии",
         "Вальтер Копа Кондори", "ru"),
        ("Боливия Президенті Вальтер Копа Кондори келді.", "Боливия Президенті",
         "Вальтер Копа Кондори", "kk"),
    ],
)  # fmt: skip
def test_capitals_right_behind_a_post_are_its_holder(text, post, name, language):
    assert vouched(text, language, (POST, post)) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The king of Tonga, Taruva, visited Oslo.", ["Taruva"]),
        ("The king of Tonga, Taruva, and the queen visited Oslo.", []),
        ("The king of Tonga, Taruva.", []),
    ],
)
def test_one_name_between_commas_behind_a_post_is_its_holder(text, names):
    assert vouched(text, "en", (POST, "king of Tonga"), (PLACE, "Tonga")) == names


def test_a_place_at_the_end_of_a_post_is_no_part_of_the_name():
    text = "Приехал губернатор департамента Магдалена Эктор Диасгранадос."
    marks = ((POST, "губернатор департамента Магдалена"), (PLACE, "Магдалена"))
    assert vouched(text, "ru", *marks) == ["Эктор Диасгранадос"]


def test_headlines_with_every_word_in_capitals_name_nobody():
    text = "President Sends Telegrams of Condolence\n\nHe sent two."
    assert vouched(text, "en", (POST, "President")) == []


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("Z\n\nMy daughter Inés has claimed it.", "Inés", "en"),
        ("وترك زوجته الليبية سعاد وثلاث بنات.", "سعاد", "ar"),
        ("وترك زوجته الليبية «سعاد» وثلاث بنات.", "سعاد", "ar"),
    ],
)
def test_a_given_name_behind_a_word_of_kinship_is_one(text, name, language):
    assert vouched(text, language) == [name]


@pytest.mark.parametrize("text", ["ووالدته تدرس الطب.", "يصل وقرينته الأميرة إلى المطار."])
def test_no_verb_or_title_behind_a_word_of_kinship_is_a_name(text):
    assert vouched(text, "ar") == []


def test_the_second_of_a_byline_is_a_person_too():
    text = "Film crew in\n\nBy Emina Delić and Conor Ashby\n\nSARAJEVO"
    assert vouched(text, "en", (PERSON, "Emina Delić")) == ["Conor Ashby"]
    assert vouched(text.replace("By ", ""), "en", (PERSON, "Emina Delić")) == []


@pytest.mark.parametrize(
    ("text", "post", "name"),
    [
        ("كان الوزير يتحدث مع غراسييلا زوبيلديا، حاكمة سانتا.", "حاكمة سانتا", "غراسييلا زوبيلديا"),
        ("حضرها علي وإغناسيو روليت، رئيس الشركة.", "رئيس الشركة", "إغناسيو روليت"),
        ("ويرافقه ليسلي كغوسي، رئيس الجامعة.", "رئيس الجامعة", "ليسلي كغوسي"),
    ],
)
def test_an_arabic_name_stands_before_the_post_in_apposition(text, post, name):
    assert vouched(text, "ar", (POST, post)) == [name]


def test_known_words_before_a_comma_are_no_name():
    assert vouched("اجتمعوا في مقر الوزارة، رئيس الوفد أمس.", "ar", (POST, "رئيس الوفد")) == []


@pytest.mark.parametrize("posts", ["Prime ministers", "Presidents", "On Monday ambassadors"])
def test_a_post_of_two_vouches_for_the_first_of_them(posts):
    text = f"Z\n\n{posts} Essi Lawson and Anna Cebotari met."
    assert vouched(text, "en", (PERSON, "Anna Cebotari")) == ["Essi Lawson"]


def test_a_plural_before_one_name_vouches_for_nobody():
    assert vouched("Z\n\nThe poets Essi Lawson met.", "en") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # An unknown name of kin that the text tells again, or in whose company somebody is.
        ("كان في انتظاره زوجته بيلار ومحاميه. وشكر لبيلار صبرها.", ["بيلار"]),
        ("غادرت القصر بحضور كريمته شمسة. وأهدت لوحة.", ["شمسة"]),
        ("كانت زوجته حامل حين سافر.", []),
        # Bylines of interviews, and behind the place of a dateline.
        ("عنوان\n\nحاورها: معن الزريقات\n\nقالت ذلك.", ["معن الزريقات"]),
        ("عنوان\n\nبورتسودان: هالة الطريفي – صحيفة النيل اليومية\n\nنص", ["هالة الطريفي"]),
        ("عنوان\n\nبورتسودان: هدوء حذر\n\nنص", []),
    ],
)
def test_arabic_kin_and_bylines_vouch_for_names(text, names):
    found = find_vouched(Document("s", text, "ar"), [])
    assert [text[c.start : c.end] for c in found] == names
