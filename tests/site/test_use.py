"""The page as somebody uses it: pressed, typed into, printed; skipped where there is no Chromium.

A copy of the page gets a second script that acts as a reader would; for it alone the policy that
lets no other script run is taken out.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from test_browser import CHROMIUM, draw
from weighed import ledger, weigh

from sijill.site.pages import write_site

if TYPE_CHECKING:
    from conftest import Example

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

_ACTS = """
const press = (id) => document.getElementById(id).click();
const key = (name) => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
const change = (id, value, event) => {
  const node = document.getElementById(id);
  node.value = value;
  node.dispatchEvent(new Event(event, { bubbles: true }));
};
"""


@pytest.fixture
def page(example: Example, tmp_path: Path) -> Path:
    write_site(
        **weigh(example).inputs(language="en"), decisions=ledger(), out_dir=tmp_path / "site"
    )
    return tmp_path / "site" / "index.html"


def use(page: Path, acts: str, address: str = "") -> Any:
    """Open the page, act on it, and give what stands there then."""
    whole = re.sub(r"<meta http-equiv=[^>]*>", "", page.read_text("utf-8"))
    used = page.with_name("used.html")
    script = f'<script type="module">{_ACTS}{acts}</script></body>'
    used.write_text(whole.replace("</body>", script), "utf-8")
    return draw(used, address, page.parent / "profile")


def chosen(root: Any) -> list[str]:
    return [node.get("id") for node in root.xpath("//*[@role='tab'][@aria-selected='true']")]


def test_the_arrow_keys_go_round_the_findings_and_keep_to_them(page: Path) -> None:
    last = 'document.getElementById("tab-decisions").focus();'
    root = use(page, f'press("tab-decisions"); {last} key("ArrowRight");', "decisions")
    assert chosen(root) == ["tab-index"]
    back = use(page, f'press("tab-decisions"); {last} key("ArrowLeft");', "decisions")
    assert chosen(back) == ["tab-threads"]
    ends = use(page, 'document.getElementById("tab-claims").focus(); key("End");')
    assert chosen(ends) == ["tab-transcript"]


def test_a_post_whose_time_was_decided_leads_to_the_decision(page: Path) -> None:
    root = use(page, 'document.querySelector(".career").open = true;', "entity-p-tokayev")
    assert [a.text_content() for a in root.xpath("//a[@href='#decision-4']")] == ["decision 4"]


def test_in_arabic_the_next_tab_is_to_the_left(page: Path) -> None:
    acts = 'change("language", "ar", "change"); document.getElementById("tab-index").focus();'
    assert chosen(use(page, f'{acts} key("ArrowLeft");')) == ["tab-figures"]


def test_another_language_changes_words_direction_and_numbers(page: Path) -> None:
    root = use(page, 'press("tab-figures"); change("language", "ar", "change");')
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    values = [node.text_content() for node in root.xpath("//*[@class='version-value']")]
    assert values == ["2 مليار دولار أمريكي", "1.8 مليار دولار أمريكي"]
    japanese = use(page, 'press("tab-figures"); change("language", "ja", "change");')
    assert (japanese.get("lang"), japanese.get("dir")) == ("ja", "ltr")
    assert "20億米ドル" in japanese.get_element_by_id("list").text_content()


def test_the_words_behind_a_guests_value_open_under_its_row_and_close_again(page: Path) -> None:
    first = 'const button = document.querySelector(".told button"); button.click();'
    root = use(page, f'press("tab-peers"); {first}')
    (row,) = root.xpath("//tr[contains(@class, 'grounds')]")
    assert row.getprevious().xpath("./th")[0].text_content() == "received by the head of state"
    assert "天皇陛下と会見した" in row.text_content()
    assert root.xpath("//button[@aria-expanded='true']")
    closed = use(page, f'press("tab-peers"); {first} button.click();')
    assert not closed.xpath("//tr[contains(@class, 'grounds')]")
    assert not closed.xpath("//button[@aria-expanded='true']")


def test_the_slider_goes_from_year_to_year(page: Path) -> None:
    root = use(page, 'press("tab-index"); change("index-year", "2023", "input");')
    detail = root.xpath("//*[@class='index-detail']")[0]
    assert detail.xpath(".//*[@class='index-year']")[0].text_content() == "2023"
    assert "assumed" in detail.text_content()


def test_a_tick_keeps_what_several_voices_tell(page: Path) -> None:
    root = use(page, 'press("filter-sure");')
    cards = root.xpath("//*[@id='list']//article/@data-id")
    # Three voices tell the audience, one alone tells the visit that it belongs to.
    assert cards == ["v-audience"]
    assert root.get_element_by_id("shown").text_content() == "1 of 6 shown"


def test_the_bar_of_a_year_says_how_sure_it_is(page: Path) -> None:
    root = use(page, "")
    (bar,) = root.xpath("//*[@class='years']/button[@data-year='2025']")
    heights = {
        span.get("class"): float(span.get("style").split(":")[1].strip("; "))
        for span in bar.xpath("./span[@style]")
    }
    # Three events of 2025: one that three voices tell, two that one tells; none is a plan.
    assert {name: round(part, 2) for name, part in heights.items()} == {
        "single": 0.67, "several": 0.33,
    }  # fmt: skip
    (planned,) = root.xpath("//*[@class='years']/button[@data-year='2024']")
    assert [span.get("class") for span in planned.xpath("./span[@style]")] == ["open"]


def test_a_search_says_at_each_finding_how_much_it_found(page: Path) -> None:
    root = use(page, 'change("query", "млрд", "input");')
    found = {
        node.get("id"): node.xpath(".//*[@class='number']")[0].text_content()
        for node in root.xpath("//*[@id='findings']/button")
    }
    assert (found["tab-figures"], found["tab-versions"], found["tab-accounts"]) == ("1", "1", "0")


def test_on_paper_every_item_stands_with_its_words(page: Path) -> None:
    acts = 'press("tab-accounts"); window.dispatchEvent(new Event("beforeprint"));'
    root = use(page, acts)
    details = root.xpath("//*[@id='list']//details[contains(@class, 'words')]")
    assert details
    assert all(node.get("open") is not None for node in details)
    assert "ولا تتفق المصادر على عددها" in details[0].text_content()
    after = use(page, f'{acts} window.dispatchEvent(new Event("afterprint"));')
    assert not after.xpath("//*[@id='list']//details[@open]")


def test_where_the_record_stands_below_the_film_it_is_not_told_twice(page: Path) -> None:
    """On a phone the pane under the film had the numbers of the record that follow right below."""
    acts = """document.body.dataset.shown =
      getComputedStyle(document.querySelector(".way-in")).display;"""
    assert use(page, acts).xpath("//body/@data-shown") == ["none"]


def test_an_address_of_a_list_brings_up_the_list(page: Path) -> None:
    acts = """setTimeout(() => { document.body.dataset.top =
      Math.round(document.getElementById("tabs").getBoundingClientRect().top); }, 300);"""
    [top] = use(page, acts, "claims").xpath("//body/@data-top")
    assert abs(int(top)) < 60


def test_what_is_pressed_is_large_enough_for_a_finger(page: Path) -> None:
    """24 by 24 pixels at least (WCAG 2.2, 2.5.8), but for words inside of a sentence."""
    acts = """setTimeout(() => { document.body.dataset.small = [...document.querySelectorAll(
      "button, summary, select, .permalink, .files a, .version-value a")].filter((node) => {
        const box = node.getBoundingClientRect();
        return box.width && (box.width < 23.5 || box.height < 23.5);
      }).map((node) => node.className || node.tagName).join(" "); }, 300);"""
    for address in ("claims", "peers"):
        assert use(page, acts, address).xpath("//body/@data-small") == [""]


def test_a_finding_stands_under_its_name(page: Path) -> None:
    root = use(page, "", "peers")
    [heading] = root.xpath("//*[@id='panel']//h3[@id='panel-heading']")
    assert (heading.text_content(), heading.get("hidden")) == ("Guests side by side", None)
    [unseen] = use(page, "", "claims").xpath("//h3[@id='panel-heading']")
    assert unseen.get("hidden") is not None


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_open_tab_is_in_sight_in_a_row_too_long_for_the_screen(
    page: Path, language: str
) -> None:
    acts = f"""change("language", "{language}", "change");
      const row = document.getElementById("tabs"); row.style.width = "240px"; press("tab-claims");
      const seen = row.getBoundingClientRect();
      const tab = row.querySelector("[aria-selected='true']").getBoundingClientRect();
      document.body.dataset.seen = tab.left >= seen.left - 1 && tab.right <= seen.right + 1;
      document.body.dataset.long = row.scrollWidth > row.clientWidth;"""
    root = use(page, acts, "claims")
    assert root.xpath("//body/@data-long") == ["true"]
    assert root.xpath("//body/@data-seen") == ["true"]
