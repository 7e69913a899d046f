import pytest
from read_by_hand import Text

from sijill.identity.heard import recall, remember
from sijill.identity.known import Known
from sijill.identity.locals import locals_of
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def local():
    text = Text("a", "ru", "Шигэру Исибу встретил посол.")
    text.has("P", "Шигэру Исибу", country="JP")
    return locals_of(text.reading)[0]


def test_what_was_heard_comes_back_and_judges_the_same(local, tmp_path, monkeypatch):
    known = Known(load_register())
    judged = known.judge(local)
    assert judged
    remember(known, tmp_path / "heard.json", "one")
    again = Known(load_register())
    recall(again, tmp_path / "heard.json", "one")
    assert again.heard == known.heard != {}
    monkeypatch.setattr(again, "_best", None)  # nothing is compared once more
    assert again.judge(local) == judged
    again.asked.clear()
    remember(again, tmp_path / "heard.json", "one")
    third = Known(load_register())
    recall(third, tmp_path / "heard.json", "one")
    assert third.heard == {}


def test_what_another_register_heard_or_a_disk_spoilt_is_not_used(local, tmp_path):
    known = Known(load_register())
    known.judge(local)
    path = tmp_path / "heard.json"
    remember(known, path, "one")
    again = Known(load_register())
    recall(again, path, "two")
    assert again.heard == {}
    path.write_bytes(path.read_bytes()[:50])
    recall(again, path, "one")
    recall(again, tmp_path / "none.json", "one")
    assert again.heard == {}
