"""What the record weighs, as a browser draws it from disk; skipped where there is no Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from test_browser import CHROMIUM, draw
from weighed import ledger, weigh, words

from sijill.site.pages import write_site

if TYPE_CHECKING:
    from conftest import Example

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


@pytest.fixture
def page(example: Example, tmp_path: Path) -> Path:
    write_site(
        **weigh(example).inputs(language="en"), decisions=ledger(), out_dir=tmp_path / "site"
    )
    return tmp_path / "site" / "index.html"


def texts(root: Any, path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in root.xpath(path)]


def has_class(name: str) -> str:
    return f"contains(concat(' ', @class, ' '), ' {name} ')"


def test_each_finding_is_a_tab_that_says_what_was_found(page: Path, tmp_path: Path) -> None:
    root = draw(page, "figures", tmp_path / "profile")
    names = [node.get("id") for node in root.xpath("//*[@id='findings']/button")]
    assert names == [
        "tab-index", "tab-figures", "tab-accounts", "tab-versions", "tab-peers", "tab-threads",
        "tab-decisions",
    ]  # fmt: skip
    assert texts(root, f"//*[@id='findings']//*[{has_class('big')}]") == [
        "no", "4", "1", "3", "2", "1", "6",
    ]  # fmt: skip
    chosen = root.xpath("//*[@role='tab'][@aria-selected='true']")
    assert [node.get("id") for node in chosen] == ["tab-figures"]
    # Each row is entered by one press of Tab.
    for row in ("findings", "tabs"):
        assert len(root.xpath(f"//*[@id='{row}']/button[@tabindex='0']")) == 1


def test_a_sentence_without_source_shows_the_way_into_the_record(
    page: Path, tmp_path: Path
) -> None:
    root = draw(page, "s1.1", tmp_path / "profile")
    way = "//*[@id='evidence-body']"
    assert [a.get("href") for a in root.xpath(f"{way}//a")] == [
        "#index", "#figures", "#accounts", "#versions", "#peers", "#threads", "#decisions",
    ]  # fmt: skip
    counts = texts(root, f"{way}//ul[{has_class('counts')}]/li")
    assert counts == texts(root, "//*[@id='counts']/li")
    assert any("claim" in count for count in counts)
    assert root.xpath("//header//a[@href='#record']")
    cited = draw(page, "s1.2", tmp_path / "profile")
    assert not cited.xpath(f"{way}//ul[{has_class('counts')}]")


def test_what_a_record_lacks_is_left_out(example: Example, tmp_path: Path) -> None:
    write_site(**example.inputs(language="en"), out_dir=tmp_path / "site")
    root = draw(tmp_path / "site" / "index.html", "decisions", tmp_path / "profile")
    assert not root.xpath("//*[@id='findings']/button")
    assert root.get_element_by_id("findings").get("hidden") is not None


def test_figures_that_cannot_both_be_right_stand_side_by_side(page: Path, tmp_path: Path) -> None:
    root = draw(page, "item-f-less", tmp_path / "profile")
    differ = root.xpath(f"//*[{has_class('differ')}]")[0]
    assert texts(differ, f".//*[{has_class('version-value')}]") == [
        "2 billion US dollars", "1.8 billion US dollars",
    ]  # fmt: skip
    assert texts(differ, ".//mark") == ["2 billion", "$2 billion", "1,8 млрд"]
    assert "revealed" in differ.xpath(".//*[@data-id='f-less']")[0].get("class")
    (row,) = root.xpath(f"//table[{has_class('figure-table')}]/tbody/tr")
    assert texts(row, "./th") == ["about 456"]
    assert "no time told" in texts(row, "./td")[0]
    assert "Kazakhstan" in texts(row, "./td")[1]
    assert texts(row, ".//mark") == ["456"]


def test_each_account_stands_under_who_tells_it(page: Path, tmp_path: Path) -> None:
    root = draw(page, "item-account-1", tmp_path / "profile")
    card = root.xpath("//*[@data-id='account-1']")[0]
    assert texts(card, ".//h3/q") == ["لا تتفق المصادر"]
    assert texts(card, f".//*[{has_class('version-value')}]") == ["موقع زاكون", "another account"]
    said = card.xpath(f".//*[{has_class('version')}]/blockquote")
    assert [node.get("dir") for node in said] == ["rtl", "rtl"]


def test_words_that_a_version_lost_are_marked_where_they_stand(page: Path, tmp_path: Path) -> None:
    root = draw(page, "versions", tmp_path / "profile")
    scope, sentence, number = root.xpath(f"//*[{has_class('difference')}]")
    left, right = scope.xpath(f".//*[{has_class('side')}]")
    assert texts(left, ".//mark") == ["from the region"]
    assert "lacks" in right.get("class")
    assert not right.xpath(".//mark")
    assert "those words are not here" in right.text_content()
    assert "the whole sentence is left out here" in sentence.text_content()
    assert texts(number, ".//mark") == ["2 billion", "1,8 млрд"]
    assert not number.xpath(f".//*[{has_class('lacks')}]")


def test_words_that_only_a_finding_cites_lead_to_it(page: Path, tmp_path: Path) -> None:
    lost = words("en-trade", "from the region")
    root = draw(page, f"source-en-trade:{lost.start}-{lost.end}", tmp_path / "profile")
    uses = root.xpath(f"//*[{has_class('uses')}]")[0]
    pair = uses.xpath(".//a[contains(@href, '#pair-')]/@href")
    assert len(pair) == 1
    card = draw(page, pair[0][1:], tmp_path / "again").xpath(f"//*[{has_class('revealed')}]")
    assert [has for node in card for has in texts(node, ".//h3")] == ["Trade", "Торговля"]


def test_words_that_are_gone_from_their_source_are_never_shown_as_its_own(
    example: Example, tmp_path: Path
) -> None:
    weighed = weigh(example)
    weighed.texts["en-trade"] = "Trade\n\nAll of this was written anew.\n"
    write_site(**weighed.inputs(language="en"), out_dir=tmp_path / "site")
    page = tmp_path / "site" / "index.html"
    for address, left in (("figures", 2), ("versions", 3)):
        root = draw(page, address, tmp_path / address)
        orphans = root.xpath(f"//*[@id='list']//*[{has_class('orphan')}]")
        assert len(orphans) == left, address
        assert all("do not stand at the cited place" in node.text_content() for node in orphans)
        assert not any(node.xpath(".//mark") for node in orphans)


def test_no_is_an_answer_and_a_value_nobody_tells_is_blank(page: Path, tmp_path: Path) -> None:
    root = draw(page, "occasion-week-JP-2025-12-15", tmp_path / "profile")
    table = root.xpath(f"//table[{has_class('guest-table')}]")[0]
    assert table.get("aria-label") == "Guests of Japan in the week of 15 December 2025"
    rows = {
        row.xpath("./th")[0].text_content(): texts(row, f".//td//*[{has_class('version-value')}]")
        for row in root.xpath(f"//table[{has_class('guest-table')}]/tbody/tr")
    }
    assert rows["both on one day"] == ["yes", "no"]
    assert rows["where"] == ["Imperial Palace"]
    alone = root.xpath(f"//*[{has_class('alone')}]//*[{has_class('version-value')}]")
    assert [node.text_content() for node in alone] == ["18 December 2025✦no other guest has this"]
    button = root.xpath(f"//table[{has_class('guest-table')}]//button")[0]
    assert button.get("aria-expanded") == "false"
    assert " ".join(button.text_content().split()) == (
        "2 sources: Kassym-Jomart Tokayev, received by the head of state"
    )
    blank = root.xpath(f"//td[{has_class('blank')}]")
    assert [cell.text_content() for cell in blank] == [""]


def test_a_chain_tells_numbers_and_what_was_put_off(page: Path, tmp_path: Path) -> None:
    root = draw(page, "thread-format-talks", tmp_path / "profile")
    card = root.xpath("//*[@data-id='format-talks']")[0]
    first, second = card.xpath(f".//li[{has_class('link')}]")
    assert texts(first, f".//*[{has_class('link-number')}]") == ["1."]
    assert "postponed" in first.text_content()
    # A number that no source tells is in brackets.
    assert texts(second, f".//*[{has_class('link-number')}]") == ["(2)"]
    assert second.xpath(".//a[@href='#item-v-talks']")
    assert "4 more are told of" in card.text_content()
    person = draw(page, "entity-p-tokayev", tmp_path / "again")
    assert texts(person, f"//*[{has_class('career')}]/summary") == ["Posts over time (2)"]


def test_a_year_of_the_index_shows_its_band_and_its_events(page: Path, tmp_path: Path) -> None:
    root = draw(page, "year-2024", tmp_path / "profile")
    detail = root.xpath(f"//*[{has_class('index-detail')}]")[0]
    head = " ".join(detail.xpath("./h4")[0].text_content().split())
    assert head == "2024−4.0(−9.0 … 1.0)fell"
    assert "is no sign" in detail.text_content()
    assert root.xpath("//input[@id='index-year']/@aria-valuetext") == ["2024: -4, fell"]
    # The table says the same to those who do not see the curve.
    assert texts(root, f"//table[{has_class('index-table')}]/tbody/tr") == [
        "202320.015.0 … 25.0first year60% assumed1",
        "2024−4.0−9.0 … 1.0fell60% measured1",
        "202531.026.0 … 36.0grew60% measured1",
    ]
    assert "What other decisions of ours would change" in texts(root, "//summary")
    # The years of assumed coverage are drawn otherwise than those that were measured.
    chart = root.xpath(f"//*[{has_class('index-chart')}]")[0]
    assert [node.get("class") for node in chart.xpath("./*[local-name()='polyline']")] == [
        "curve grey", "curve sure",
    ]  # fmt: skip
    assert chart.get("aria-hidden") == "true"
    newest = draw(page, "index", tmp_path / "again")
    assert newest.xpath(f"//*[{has_class('index-detail')}]//a[@href='#item-v-audience']")


def test_the_log_says_who_decided_what_and_why(page: Path, tmp_path: Path) -> None:
    root = draw(page, "decision-6", tmp_path / "profile")
    judged = root.xpath("//*[@data-id='6']")[0]
    assert "withdrawn" in judged.get("class")
    assert "contradicted by the record" in judged.text_content()
    assert judged.xpath(".//a[@href='#decision-7']")
    confirmed = root.xpath("//*[@data-id='3']")[0]
    assert texts(confirmed, f".//*[{has_class('why')}]") == ["seen it"]
    assert "18 December 2025" in confirmed.text_content()
    rejected = root.xpath("//*[@data-id='5']")[0]
    assert texts(rejected, "./header/h3") == ["rejected lecture#"]
    assert "its item is gone" in rejected.text_content()


def test_a_card_says_how_many_voices_tell_it_and_who_confirmed_it(
    page: Path, tmp_path: Path
) -> None:
    root = draw(page, "item-v-audience", tmp_path / "profile")
    card = root.xpath("//*[@data-id='v-audience']")[0]
    assert texts(root, "//label[@for='filter-sure']") == ["only what several voices tell"]
    assert texts(card, f".//*[{has_class('sure')}]") == ["3 independent voicesJapan, Kazakhstan"]
    assert texts(card, f".//*[{has_class('decided')}]/li") == [
        "confirmed: date Aigerim·26 November 2026 seen it"
    ]
    person = draw(page, "entity-p-naruhito", tmp_path / "person")
    card = person.xpath("//article[@data-id='p-naruhito']")[0]
    assert texts(card, f".//*[{has_class('decided')}]/li") == [
        "corrected: name (English) Aigerim·26 November 2026 his own"
    ]
    talks = root.xpath("//*[@data-id='v-talks']")[0]
    assert "a source has told otherwise since: place" in talks.text_content()
    assert texts(talks, f".//*[{has_class('sure')}]") == ["one voice"]
    source = draw(page, "sources", tmp_path / "again").xpath("//*[@data-id='en-trade']")[0]
    line = draw(page, "year-2025", tmp_path / "third").xpath(f"//*[{has_class('index-detail')}]")[0]
    assert texts(line, f".//li//*[{has_class('sure')}]") == [
        "3 independent voicesJapan, Kazakhstanconfirmed"
    ]
    assert texts(source, f".//*[{has_class('shared')}]/summary") == [
        "one voice with another source"
    ]
