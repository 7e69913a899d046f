"""Two Arabic titles before one name are of two people where the verb wants somebody."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def roles(reader, text):
    found = reader.read(Document("d", text, "ar", "2024-05-06"))
    return {p.post for e in found.entities if e.name == "لويس فارغاس" for p in e.posts}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ودعت الوزيرة السفير البيروفي لويس فارغاس إلى اجتماع في نيروبي.", "ambassador"),
        ("ودعا الرئيس الوزير البيروفي لويس فارغاس إلى زيارة كينيا.", "minister"),
        ("واستدعى الوزير السفير البيروفي لويس فارغاس يوم الاثنين.", "ambassador"),
        ("وسيبلغ الرئيس الوزير لويس فارغاس بقراره.", "minister"),
        ("وشكرت الوزيرة السفير لويس فارغاس.", "ambassador"),
        # Whatever the verb: a woman's title is not that of the man behind it.
        ("ووعدت الوزيرة السفير لويس فارغاس بالدعم.", "ambassador"),
    ],
)
def test_who_does_it_is_not_whom_he_asks(reader, text, role):
    assert roles(reader, text) == {role}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وقال الرئيس القائد الأعلى للقوات المسلحة لويس فارغاس إن بيرو توافق.",
            {"head_of_state", "military_chief"},
        ),
        ("وقال الوزير السفير لويس فارغاس إن بيرو توافق.", {"minister", "ambassador"}),
        (
            "ووصل رئيس الوزراء وزير الدفاع لويس فارغاس إلى نيروبي.",
            {"head_of_government", "minister"},
        ),
    ],
)
def test_who_has_two_posts_keeps_both(reader, text, expected):
    assert roles(reader, text) == expected


def test_a_guest_behind_a_name_is_no_part_of_it(reader):
    text = "استقبلت نائبة الرئيس لوسيا أراندا الضيف في القصر."
    found = reader.read(Document("d", text, "ar", "2024-05-06"))
    assert "لوسيا أراندا" in [m.text for m in found.mentions]


@pytest.mark.parametrize(
    "text", ["وصل السفير سالم علي الضيف إلى ليما.", "استقبل الوزير سالم علي الضيف وفدا من كينيا."]
)
def test_a_name_may_end_in_the_word_for_guest(reader, text):
    found = reader.read(Document("d", text, "ar", "2024-05-06"))
    assert "سالم علي الضيف" in [m.text for m in found.mentions]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("عين الرئيس كغوسي موتسي سفيرا لبوتسوانا لدى موناكو.", "كغوسي موتسي", {"ambassador"}),
        ("وعيّن الملك سالم الفهد وزيرا للخارجية.", "سالم الفهد", {"foreign_minister"}),
        ("عينت الرئيسة ليلى حداد سفيرة لدى موناكو.", "ليلى حداد", {"ambassador"}),
        ("واستقبل الرئيس كغوسي موتسي سفيرا جديدا.", "كغوسي موتسي", {"head_of_state"}),
    ],
)
def test_who_appoints_is_not_whom_he_appoints(reader, text, name, expected):
    found = reader.read(Document("d", text, "ar", "2024-05-06"))
    assert {p.post for e in found.entities if e.name == name for p in e.posts} == expected
