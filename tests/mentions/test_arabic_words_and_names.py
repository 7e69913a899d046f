"""Arabic words that are names elsewhere, and names that are words elsewhere, are told apart."""

import pytest

from sijill.documents.document import PERSON, POST, Document
from sijill.mentions.arabic_family_names import with_family_names
from sijill.mentions.candidates import Candidate
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def words(reader, text, kind):
    reading = reader.read(Document("t1", f"خبر\n\n{text}", "ar", "2024-06-15"))
    return [m.text for m in reading.mentions if m.kind.value == kind]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "التقى رئيس البرلمان سامي القاضي الوفد. وأكد القاضي عمق العلاقات.",
            ["سامي القاضي", "القاضي"],
        ),
        (
            "التقت وزيرة الخارجية ليلى العميد الوفد. وقالت العميد إن الزيارة ناجحة.",
            ["ليلى العميد", "العميد"],
        ),
    ],
)
def test_a_family_name_that_is_a_word_for_a_post_stands_alone(reader, text, people):
    assert words(reader, text, "person") == people


@pytest.mark.parametrize(
    "told",
    [
        ["التقى", "P:سامي القاضي", "T:القاضي", "P:سالم نور", "وأكد", "T:القاضي"],
        ["التقى", "P:سامي القاضي", "T:قاضي المحكمة", "وأكد", "T:القاضي"],
        ["التقى", "P:سامي القاضي", "T:القاضي الكيني", "وأكد", "T:القاضي"],
        ["التقى", "P:سامي القاضي", "T:القاضية", "P:ليلى نور", "وأكد", "T:القاضي"],
        ["التقى", "P:سامي القاضي", "T:القاضي", "الكيني وأكد", "T:القاضي"],
        ["أكد", "T:القاضي", "ذلك والتقى", "P:سامي القاضي"],
        ["قال", "P:سامي", "وأكد", "T:القاضي"],
    ],
)
def test_where_another_holds_that_post_the_word_is_no_name(told):
    text, found = "", []
    for part in told:
        kind, _, words = part.rpartition(":")
        if kind:
            end = len(text) + len(words)
            found.append(Candidate({"P": PERSON, "T": POST}[kind], len(text), end, "tagger", 0.9))
        text += f"{words} "
    assert with_family_names(Document("t", text, "ar"), found) == found


@pytest.mark.parametrize(
    "text",
    [
        "احتجت على تصريحات أدلى بها وزير الداخلية الكيني بشأن طلاب غانيين.",
        "ونفت السفيرة ما تردد عن وجود خلافات بين الجانبين.",
        "استدعت الوزارة السفير الكيني بخصوص معاملة طلاب بلاده.",
    ],
)
def test_a_preposition_and_being_there_are_no_names(reader, text):
    assert words(reader, text, "person") == []


def test_a_verb_of_opinion_is_nobodys_name(reader):
    text = (
        "قال وزير الخارجية رامون فالديس إن القرار نهائي. ورأى أن الأزمة «عابرة».\n\n"
        "وقالت وزيرة التجارة سونيا راي إنها آسفة."
    )
    assert words(reader, text, "person") == ["رامون فالديس", "سونيا راي"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("دعت المتحدثة كافيتا ناير الطرفين إلى الهدوء.", "كافيتا ناير"),
        ("شكر الرئيس خوان باز المشاركين على حضورهم.", "خوان باز"),
    ],
)
def test_a_name_ends_before_whom_its_bearer_speaks_to(reader, text, name):
    assert words(reader, text, "person") == [name]


def test_a_name_with_a_hyphen_is_told_again_whole(reader):
    text = "ورفض أوسو-منساه ذلك. وقال الوزير كوابينا أوسو-منساه إنه سعيد."
    assert words(reader, text, "person") == ["أوسو-منساه", "كوابينا أوسو-منساه"]


def test_posts_that_a_preposition_behind_and_governs_are_two(reader):
    text = (
        "وعقد الوزير لقاءين مع رئيسة البنك الآسيوي للتنمية "
        "ومع المبعوث الخاص للأمم المتحدة كيران أوشيه."
    )
    assert words(reader, text, "post") == [
        "الوزير",
        "رئيسة البنك الآسيوي للتنمية",
        "المبعوث الخاص للأمم المتحدة",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "طردت الحكومة اثنين من دبلوماسيي السفارة النيبالية.",
        "رافقه وزيرا الخارجية والتجارة.",
        "اجتمع سفراء الاتحاد الأوروبي أمس.",
    ],
)
def test_posts_of_several_are_not_marked(reader, text):
    assert words(reader, text, "post") == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("عين الرئيس سفيرا جديدا.", "الرئيس"),
        ("التقى رئيس مجلس الوزراء الوفد.", "رئيس مجلس الوزراء"),
        ("قال وزير الخارجية والتجارة ذلك.", "وزير الخارجية والتجارة"),
    ],
)
def test_a_post_of_one_is(reader, text, post):
    assert words(reader, text, "post") == [post]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("كان أول رئيس لباراغواي يزور كاتماندو.", ["باراغواي", "كاتماندو"]),
        ("وأرسلت الهند قمحا لأوروغواي.", ["الهند", "أوروغواي"]),
        ("قدمت اليابان دعما للباراغواي.", ["اليابان", "لباراغواي"]),
        ("قال الرئيس التشيلي إن الشعب التشيلي كريم.", []),
        ("وقالت السفيرة السعودية ذلك.", []),
        ("زار الوزير السعودية.", ["السعودية"]),
        ("زارت الوزيرة السعودية.", ["السعودية"]),
        ("وشاركت السعودية وكينيا.", ["السعودية", "كينيا"]),
    ],
)
def test_states_are_told_from_particles_and_adjectives(reader, text, places):
    assert words(reader, text, "place") == places
