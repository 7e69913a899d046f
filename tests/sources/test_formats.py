import pytest

from sijill.errors import SourceUnreadable
from sijill.sources.formats import read_article

PAGE = """<!doctype html><html lang="en"><head><title>x</title>
<meta property="og:title" content="A bridge opens">
<meta property="og:site_name" content="The Example">
<link rel="canonical" href="https://example.org/bridge">
<script type="application/ld+json">{"@graph":[{"datePublished":"2024-03-05T10:00:00Z"}]}</script>
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article>
<h1>A bridge opens</h1>
<p>The foreign ministers of Peru and Ghana opened a new bridge on Monday, and both said that trade
would grow. The bridge took four years to build and cost forty million dollars.</p>
<p>“We are glad,” the minister of Ghana said after the ceremony, which lasted an hour and was
attended by several hundred guests from both countries and by the press.</p></article>
<footer>Copyright. All rights reserved.</footer></body></html>"""


def test_front_matter_and_wrapped_paragraphs_of_markdown():
    article = read_article(
        b'---\ntitle: "A: b"\npublished: 2025-01-02\nlanguage: en\n'
        b"retold_from:\n  - https://a\n---\n\nOne\nline.\n\nTwo.\n",
        name="x.md",
    )
    assert article.text == "A: b\n\nOne line.\n\nTwo.\n"
    assert (article.headline, article.published) == ("A: b", "2025-01-02")
    assert article.retold_from == ("https://a",)


def test_a_null_date_stays_unknown():
    article = read_article(b"---\ntitle: T\npublished: null\n---\nWords.\n", name="x.md")
    assert article.published is None


def test_a_plain_text_keeps_every_character():
    text = "عنوان\n\nفقرة أولى.\nفقرة ثانية.\n"
    article = read_article(text.encode(), name="a.txt")
    assert article.text == text
    assert article.headline == "عنوان"


def test_line_ends_and_decomposed_letters_become_plain():
    article = read_article("Cafe\u0301\r\nopens\r\n".encode(), name="a.txt")
    assert article.text == "Café\nopens\n"


def test_a_page_gives_its_article_without_what_stands_around():
    article = read_article(PAGE.encode(), name="p.html")
    assert article.headline == "A bridge opens"
    assert (article.published, article.outlet) == ("2024-03-05", "The Example")
    assert article.url == "https://example.org/bridge"
    assert "forty million dollars" in article.text
    assert "Copyright" not in article.text
    assert "Home" not in article.text


def test_what_is_nested_very_deep_is_not_lost():
    deep = "<div>" * 300 + "<p>" + "The ministers met in Accra and spoke at length. " * 8 + "</p>"
    page = PAGE.replace("</article>", deep + "</div>" * 300 + "</article>")
    assert "met in Accra" in read_article(page.encode(), name="p.html").text


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20, "picture.txt", "binary"),
        (b"%PDF-1.7", "paper.pdf", "not a kind of file"),
        (b"words", "nosuffix", "without suffix"),
        (b"The minister came. " * 14_000, "long.txt", "266,000 characters"),
        (b"1234 5678", "numbers.txt", "no words"),
        (b"---\ntitle: [a\n---\nWords.", "x.md", "not YAML"),
        (b"---\npublished: soon\n---\nWords.", "x.md", "no date"),
        (b"<html><body></body></html>", "x.html", "no article"),
    ],
)
def test_what_cannot_be_read_says_why(data, name, reason):
    with pytest.raises(SourceUnreadable, match=reason) as caught:
        read_article(data, name=name)
    assert caught.value.path == name


def test_an_old_encoding_is_told_and_noted():
    text = "استقبل الرئيس رئيس الوزراء في القصر وجرى بحث العلاقات بين البلدين. " * 5
    article = read_article(text.encode("cp1256"), name="old.txt")
    assert article.text == text
    assert any("cp1256" in note for note in article.notes)


RUSSIAN = (
    "<html><head>{meta}<title>x</title></head><body><article><h1>Президент прибыл в Аккру</h1>"
    "<p>Президент прибыл в понедельник в Аккру с визитом, сообщила его пресс-служба.</p>"
    "<p>Стороны обсудили торговлю и подписали четыре соглашения о сотрудничестве.</p>"
    "</article></body></html>"
)


@pytest.mark.parametrize(
    ("meta", "encoding", "noted"),
    [
        ('<meta charset="windows-1251">', "cp1251", False),
        ("", "cp1251", True),
        ('<meta charset="utf-8">', "cp1251", True),
        ('<meta charset="no-such-set">', "utf-8", False),
        ("", "utf-16", False),
    ],
)
def test_a_page_is_read_in_the_encoding_it_really_has(meta, encoding, noted):
    article = read_article(RUSSIAN.format(meta=meta).encode(encoding), name="p.html")
    assert "обсудили торговлю" in article.text
    assert any("decoded as" in note for note in article.notes) == noted


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("a: &a [1]\ntitle: *a", "aliases"),
        ("published: 2025-13-45", "month"),
        ("title: " + "[" * 9_000, "not YAML"),
        ("title: x\n" * 9_000, "longer than"),
        ("- a\n- b", "key: value"),
    ],
)
def test_front_matter_that_is_a_trap_is_refused(front, reason):
    with pytest.raises(SourceUnreadable, match=reason):
        read_article(f"---\n{front}\n---\nThe minister arrived.\n".encode(), name="x.md")


def test_front_matter_gives_nothing_that_cannot_be_kept_or_linked():
    article = read_article(
        b'---\ntitle: "\\ud800 A\\nb"\nurl: javascript:alert(1)\n---\nThe minister arrived.\n',
        name="x.md",
    )
    assert article.headline == "\ufffd A b"
    assert article.url is None


def test_other_kinds_under_a_text_name_are_told_apart():
    for data, reason in ((PAGE.encode(), "web page"), (b"%PDF-1.4\n1 0 obj words", "binary")):
        with pytest.raises(SourceUnreadable, match=reason):
            read_article(data, name="a.txt")
