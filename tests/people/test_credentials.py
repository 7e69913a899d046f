"""Who hands over his credentials holds the post that they are for, with its full title."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "قدم كغوسي موتسي أوراق اعتماده سفيرا لبوتسوانا لدى موناكو.", "كغوسي موتسي"),
        ("ar", "قدمت ليزا موتسي أوراق اعتمادها سفيرة لجمهورية بوتسوانا لدى موناكو.", "ليزا موتسي"),
        (
            "ar",
            "تسلم الأمير أوراق اعتماد كغوسي موتسي سفيرا لجمهورية بوتسوانا لدى الإمارة.",
            "كغوسي موتسي",
        ),
        (
            "en",
            "Laura Motse presented her credentials as Botswana's non-resident ambassador to Fiji.",
            "Laura Motse",
        ),
        (
            "en",
            "On Monday Henrique Vaz handed his letters of credence as Botswana's ambassador "
            "to the president.",
            "Henrique Vaz",
        ),
        (
            "ru",
            "Кгоси Моце вручил верительные грамоты в качестве посла Ботсваны в Монако.",
            "Кгоси Моце",
        ),
        (
            "kk",
            "Кгоси Моце Ботсвананың Монакодағы елшісі ретінде сенім грамотасын тапсырды.",
            "Кгоси Моце",
        ),
        ("ja", "コシ・モツェ氏は駐モナコ・ボツワナ大使として信任状を奉呈した。", "コシ・モツェ"),
    ],
)
def test_the_post_is_that_of_who_hands_them_over(reader, language, text, name):
    found = reader.read(Document("d", text, language, "2024-05-06"))
    posts = {(p.post, p.body) for e in found.entities if e.name == name for p in e.posts}
    assert posts == {("ambassador", "BW")}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "قدم ليث موتسي أوراق اعتماده سفيراً فوق العادة ومفوضاً لجمهورية بوتسوانا لدى الإمارة.",
            "سفيراً فوق العادة ومفوضاً لجمهورية بوتسوانا لدى الإمارة",
        ),
        (
            "قدم ليث موتسي أوراق اعتماده سفيرا مفوضا فوق العادة لجمهورية بوتسوانا غير مقيم "
            "لدى إمارة موناكو إلى الأمير.",
            "سفيرا مفوضا فوق العادة لجمهورية بوتسوانا غير مقيم لدى إمارة موناكو",
        ),
        (
            "تسلم الأمير أوراق اعتماد ليث موتسي سفيرا مفوضا وفوق العادة لجمهورية بوتسوانا.",
            "سفيرا مفوضا وفوق العادة لجمهورية بوتسوانا",
        ),
        (
            "السفير فوق العادة والمفوض لبوتسوانا ليث موتسي وصل أمس.",
            "السفير فوق العادة والمفوض لبوتسوانا",
        ),
        (
            "قدم ليث موتسي أوراق اعتماده سفيرا فوق العادة ومفوضا لبلاده لدى الإمارة.",
            "سفيرا فوق العادة ومفوضا لبلاده لدى الإمارة",
        ),
    ],
)
def test_an_arabic_title_is_one_post(reader, text, title):
    found = reader.read(Document("d", text, "ar", "2024-05-06"))
    told = [m.text for m in found.mentions if m.kind.value == "post" and "سفير" in m.text.lower()]
    assert title in told
    assert "ليث موتسي" in [m.text for m in found.mentions]


def test_a_given_name_may_be_the_word_of_credentials(reader):
    found = reader.read(Document("d", "وصلت السفيرة اعتماد سالم إلى موناكو.", "ar", "2024-05-06"))
    assert "اعتماد سالم" in [m.text for m in found.mentions]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "kk",
            "Президент Луис Рей Кения елшісі ретінде қызмет еткен Джон Одераны қабылдады.",
            "Луис Рей",
        ),
        ("ja", "レイ大統領は3日、駐ペルー大使として赴任するオデラ氏と会談した。", "レイ"),
    ],
)
def test_what_tells_of_the_one_behind_is_not_that_of_the_one_before(reader, language, text, name):
    found = reader.read(Document("d", text, language, "2024-05-06"))
    assert {p.post for e in found.entities if e.name == name for p in e.posts} == {"head_of_state"}
