"""An office and its department are written onto a name; the words of the department part them."""

import pytest

from sijill.documents.document import MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.japanese_departments import with_departments


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("県の坪内瞳国際交流課長は話した。", "坪内瞳", "国際交流課長"),
        ("当方からは丹羽省吾アフリカ部長が出た。", "丹羽省吾", "アフリカ部長"),
        ("随行した欧陽静アジア局副局長が来た。", "欧陽静", "アジア局副局長"),
        ("小林優国際協力局参事官が来た。", "小林優", "国際協力局参事官"),
        ("真壁農林水産大臣は話した。", "真壁", "農林水産大臣"),
        ("木下財務相、丹羽省吾氏が来た。", "木下", "財務相"),
        ("玉村国家安全保障局長。", "玉村", "国家安全保障局長"),
        ("【真壁外務大臣】一言ある。", "真壁", "外務大臣"),
        ("真壁法務大臣会見", "真壁", "法務大臣"),
        ("副首相兼財務大臣が来た。", None, None),
        ("中国外務大臣は話した。", None, None),
        ("経済財政担当相は話した。", None, None),
        ("現職法務大臣が来た。", None, None),
        # A house, a town or whoever is named behind it: nobody's name.
        ("岐阜県国際交流課長が来た。", None, None),
        ("秋田経済部長が来た。", None, None),
        ("道警捜査課長の森弘氏が来た。", None, None),
    ],
)
def test_a_name_ends_where_a_department_begins(text, name, post) -> None:
    found = {c.kind: text[c.start : c.end] for c in with_departments(text, [], [])}
    assert found.get(MentionKind.PERSON) == name
    assert found.get(MentionKind.POST) == post


def test_what_crosses_the_name_gives_way() -> None:
    text = "奥尻捜査課長は話した。"
    tagged = [Candidate(MentionKind.PERSON, 0, 4, "tagger", 0.6)]
    found = {(c.kind, text[c.start : c.end]) for c in with_departments(text, tagged, [])}
    assert found == {(MentionKind.PERSON, "奥尻"), (MentionKind.POST, "捜査課長")}
