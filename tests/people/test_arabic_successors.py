"""Whoever follows somebody in Arabic gets the office, and who went holds it no more."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

WENT = "وزير المناجم الزامبي موسى بانداما"


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, text):
    reading = reader.read(Document("s", text + "\n", "ar", "2026-02-21"))
    return {e.name: [(p.post, p.body, p.status) for p in e.posts] for e in reading.entities}


@pytest.mark.parametrize(
    "text",
    [
        f"استقال {WENT} أمس، وحلّ محله جوزيف مولينغا.",
        f"أقالت الحكومة {WENT}، وعُيّن مكانه جوزيف مولينغا.",
        f"أعفي {WENT} من منصبه وعين جوزيف مولينغا بدلا منه.",
        f"زار {WENT} كوبا قبل عام، وخلفه في المنصب جوزيف مولينغا.",
    ],
)
def test_who_comes_in_his_place_holds_the_office(reader, text):
    people = told(reader, text)
    assert people["موسى بانداما"] == [("minister", "ZM", "former")]
    assert people["جوزيف مولينغا"] == [("minister", "ZM", "current")]


def test_who_is_to_follow_does_not_hold_it_yet(reader):
    people = told(reader, f"قال {WENT} إنه سيغادر في مايو، وستخلفه غريس مولينغا.")
    assert people["غريس مولينغا"] == [("minister", "ZM", "elect")]
    assert people["موسى بانداما"] == [("minister", "ZM", "current")]


def test_he_who_went_is_the_one_of_whom_the_sentence_tells_first(reader):
    text = f"استقال {WENT} بعد خلاف مع الرئيس لويس ماماني، وحلت محله غريس مولينغا."
    assert told(reader, text)["غريس مولينغا"] == [("minister", "ZM", "current")]


def test_whom_the_verb_names_second_went(reader):
    text = "وتخلف السفيرة الزامبية غريس مولينغا في المنصب موسى بانداما الذي بلغ التقاعد."
    assert told(reader, text)["موسى بانداما"] == [("ambassador", "ZM", "former")]


def test_in_place_of_belongs_to_no_name(reader):
    text = "عينت زامبيا غريس مولينغا سفيرة في كوبا خلفا لموسى بانداما."
    assert told(reader, text)["موسى بانداما"] == [("ambassador", "ZM", "former")]
