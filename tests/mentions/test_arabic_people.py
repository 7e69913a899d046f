"""Arabic names end where other words begin, and nationality words are known in every spelling."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def words(reader, text, kind):
    reading = reader.read(Document("t1", f"خبر\n\n{text}", "ar", "2024-06-15"))
    return [m.text for m in reading.mentions if m.kind.value == kind]


@pytest.mark.parametrize("purpose", ["للتشاور", "لإجراء مشاورات"])
def test_a_name_ends_before_what_somebody_is_recalled_for(reader, purpose):
    text = f"واستدعت سوفا الأسبوع الماضي سفيرها لدى فيتنام دانيال نايكاسو {purpose}."
    assert words(reader, text, "person") == ["دانيال نايكاسو"]


@pytest.mark.parametrize("nation", ["النروجي", "المونغولي", "الباراغواياني"])
def test_a_nationality_of_another_spelling_belongs_to_the_post(reader, nation):
    text = f"قال رئيس الوزراء {nation} هوكون ليندبرغ إنه سيزور ليما."
    assert words(reader, text, "post") == [f"رئيس الوزراء {nation}"]
    assert words(reader, text, "person") == ["هوكون ليندبرغ"]


@pytest.mark.parametrize("state", ["النروج", "مونغوليا", "أوستراليا", "سيريلانكا"])
def test_states_are_known_by_their_other_spellings(reader, state):
    assert words(reader, f"وصل الوزير إلى {state} أمس.", "place") == [state]
