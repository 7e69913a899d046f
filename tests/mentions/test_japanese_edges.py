"""Words at the edges of Japanese names are whole."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.edges import mend

POST, PERSON, ORGANISATION = MentionKind.POST, MentionKind.PERSON, MentionKind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "kind", "tagged", "expected"),
    [
        ("参謀総長のノバク氏", POST, "謀総長", "参謀総長"),
        ("元重量挙げ選手のノバク氏", POST, "元重量挙げ選", "元重量挙げ選手"),
        ("外務次官及び大使", POST, "外務次官及", "外務次官"),
        ("生物学者出身の知事", POST, "生物学者出身", "生物学者"),
        ("最高経営責任者（CEO）のノバク氏", POST, "最高経営責任者", "最高経営責任者（CEO）"),
        ("故ノバク氏", PERSON, "故ノバク", "ノバク"),
        ("元組合長の森弘被告", PERSON, "森弘被告", "森弘"),
        ("山崎容疑者は否認した", PERSON, "山崎容", "山崎"),
        ("ノバク、ウナ両氏", PERSON, "ウナ両", "ウナ"),
        ("国家安保室第2次長の森氏", POST, "次長", "第2次長"),
        ("国家安保室第2次長の森氏", ORGANISATION, "国家安保室第", "国家安保室"),
        ("参謀総長が来た", PERSON, "参", None),
        ("アルダ最高財務責任者が来た", ORGANISATION, "アルダ最高財務", "アルダ"),
        ("前中央銀行総裁が来た", ORGANISATION, "前中央銀行", "中央銀行"),
        ("先月アルダ銀行を去った", ORGANISATION, "先月アルダ銀行", "アルダ銀行"),
        ("前田建設の社長", ORGANISATION, "前田建設", "前田建設"),
        ("選挙管理委員会委員長が来た", ORGANISATION, "選挙管理委員会", "選挙管理委員会"),
        ("ノバク 海洋センターの所長です", ORGANISATION, "ノバク 海洋センター", "海洋センター"),
        ("責任者（CEO）が来た", ORGANISATION, "CEO）", None),
        ("同行のノバク外相が来た", ORGANISATION, "同行", None),
        ("国立銀行によると、同行のノバク総裁が来た", ORGANISATION, "同行", "同行"),
    ],
)
def test_edges_of_japanese_names(text, kind, tagged, expected) -> None:
    start = text.index(tagged)
    found = mend(
        Document("s1", text, "ja"), [Candidate(kind, start, start + len(tagged), "tagger", 0.6)]
    )
    assert [text[c.start : c.end] for c in found if c.kind is kind] == (
        [expected] if expected else []
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("大統領府で会談した", MentionKind.PLACE),
        ("大統領府の前庭で行われた", MentionKind.PLACE),
        ("大統領府は発表した", ORGANISATION),
        ("大統領府では職員が働く", ORGANISATION),
    ],
)
def test_a_house_in_which_something_happens_is_a_place(text, kind):
    house = Candidate(ORGANISATION, 0, 4, "tagger", 0.9)
    found = mend(Document("s1", text, "ja", None), [house])
    assert [c.kind for c in found] == [kind]


def test_an_unsure_name_is_cut_off_the_post_written_onto_it() -> None:
    text = "トゥイランヘッドコーチが来た"
    tagged = [Candidate(PERSON, 0, 5, "tagger", 0.5), Candidate(POST, 0, 11, "tagger", 0.9)]
    found = mend(Document("s1", text, "ja"), tagged)
    assert sorted(text[c.start : c.end] for c in found) == ["トゥイラン", "ヘッドコーチ"]
