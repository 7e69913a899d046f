"""Names of kanji and katakana that no list has, told by what is said of them."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.mentions.finder import find_mentions
from sijill.register.load import load_register
from sijill.register.matcher import Matcher


@pytest.fixture(scope="module")
def matcher():
    return Matcher(load_register())


def people(text, matcher):
    found = find_mentions(Document("s", text, "ja"), split_sentences(text, "ja"), matcher)
    return [m.text for m in found if m.kind is MentionKind.PERSON]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("後任には牧之瀬倫が就く。", ["牧之瀬倫"]),
        ("歌手、小鳥遊香帆が来日した。", ["小鳥遊香帆"]),
        ("鵜殿重吉（東西大学教授）は反対する。", ["鵜殿重吉"]),
        ("会長に雲林院奈緒美が就任した。", ["雲林院奈緒美"]),
        ("阿比留恒夫市長と会談した。", ["阿比留恒夫"]),
        ("会には八重樫宗一郎次官らが参加した。", ["八重樫宗一郎"]),
        ("柘植次官は12日、現地を訪れた。", ["柘植"]),
        ("取材に応じた辻さんは言う。", ["辻"]),
        ("ヤニス・カルニンシュは1950年に生まれた。", ["ヤニス・カルニンシュ"]),
        ("後任にはホアン・ヴァン・タインが就く。", ["ホアン・ヴァン・タイン"]),
        ("サイード・ビン・ナセル（東西大学教授）は反対する。", ["サイード・ビン・ナセル"]),
    ],
)
def test_names_are_known_by_what_people_do(text, names, matcher):
    assert people(text, matcher) == names


@pytest.mark.parametrize(
    "text",
    [
        "後任人事が焦点になった。",
        "新政権が就任後に示した。",
        "外務副大臣が訪れた。",
        "皆さんが集まった。",
    ],
)
def test_nouns_beside_such_words_are_nobody(text, matcher):
    assert people(text, matcher) == []
