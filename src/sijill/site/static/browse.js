// The lists and views go in; the one that is open is searched, filtered and drawn, more of it as one scrolls.

const STEP = 25;
const LISTS = Object.keys(TABS).filter((name) => !TABS[name].finding);

function hits(name) {
  const tab = TABS[name];
  const wanted = queryWords(view.query);
  return tab.all().filter((value) => holdsWords(tab.kind, value, wanted));
}

function drawTabs() {
  const entry = LISTS.includes(view.tab) ? view.tab : LISTS[0];
  fill(at("tabs"), LISTS.map((name) => {
    const current = name === view.tab;
    return h(
      "button",
      { type: "button", role: "tab", id: `tab-${name}`, "aria-selected": current ? "true" : "false", "aria-controls": "panel", tabindex: name === entry ? 0 : -1, on: { click: () => tabPressed(name) } },
      t(`tab.${name}`), " ", h("span", { class: "number" }, hits(name).length),
    );
  }));
  at("panel").setAttribute("aria-labelledby", `tab-${view.tab}`);
  showChosenTab();
}

// On a phone the row is longer than the screen: the tab that is open is brought into it.
function showChosenTab() {
  const row = at("tabs");
  const chosen = row.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
  const seen = row.getBoundingClientRect();
  if (chosen && (chosen.left < seen.left || chosen.right > seen.right)) {
    row.scrollLeft += chosen.left + chosen.width / 2 - (seen.left + seen.width / 2);
  }
}

// The arrow keys move inside one row, the lists or the findings.
function moveAmongTabs(event, names) {
  const forward = direction(ui.language) === "rtl" ? "ArrowLeft" : "ArrowRight";
  const step = { [forward]: 1, [forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"]: -1 }[event.key];
  const edge = { Home: 0, End: names.length - 1 }[event.key];
  if (step === undefined && edge === undefined) return;
  event.preventDefault();
  const here = names.indexOf(event.target.id.slice("tab-".length));
  const next = edge ?? (here + step + names.length) % names.length;
  tabPressed(names[next]);
  at(`tab-${names[next]}`).focus();
}

function choice(name, options) {
  const select = h("select", { id: `filter-${name}`, name }, h("option", { value: "" }, t("record.all")), options.map(([value, text]) => h("option", { value }, text)));
  select.value = view.filters[name];
  return h("p", null, h("label", { for: `filter-${name}` }, t(name === "status" && view.tab === "claims" ? "record.verdict" : `record.${name}`)), select);
}

function tick(name) {
  const box = h("input", { type: "checkbox", id: `filter-${name}`, name });
  box.checked = view.filters[name];
  return h("p", { class: "box" }, box, h("label", { for: `filter-${name}` }, t(`record.${name}`)));
}

function peopleOptions() {
  return data.entities
    .filter((e) => e.kind === "person" || e.id === view.filters.person)
    .map((e) => [e.id, nameOf(e.id)])
    .sort((a, b) => a[1].localeCompare(b[1], ui.language));
}

function yearOptions(tab) {
  const values = tab.all().flatMap((value) => yearsOf(value.date ?? value.published ?? value.period));
  return [...new Set(values)].sort((a, b) => b - a).map((year) => [String(year), String(year)]);
}

// On a phone seven filters would stand between a reader and the list: they are folded away there.
let filtersOpen = false;

function foldedOnPhones(controls) {
  if (controls.length < 3 || !window.matchMedia("(max-width: 40rem)").matches) return controls;
  const fold = h("details", { class: "fold", open: filtersOpen }, h("summary", null, t("record.filters")), h("div", { class: "filters" }, controls));
  fold.addEventListener("toggle", () => {
    filtersOpen = fold.open;
  });
  return fold;
}

function drawFilters() {
  const tab = TABS[view.tab];
  const make = {
    kind: () => choice("kind", tab.kinds()),
    person: () => choice("person", peopleOptions()),
    year: () => choice("year", yearOptions(tab)),
    status: () => choice("status", tab.statuses()),
    language: () => choice("language", [...new Set(tab.all().flatMap((value) => (tab.languages ? tab.languages(value) : value.language)))].filter(Boolean).sort().map((code) => [code, label("language", code)])),
    disputed: () => tick("disputed"),
    sure: () => tick("sure"),
    told: () => tick("told"),
    newest: () => tick("newest"),
  };
  fill(at("filters"), foldedOnPhones(tab.filters.map((name) => make[name]())),
    h("button", { type: "button", id: "clear", class: "quiet", on: { click: clearFilters } }, t("record.clear")));
  at("filters").hidden = view.source !== null || (!tab.filters.length && !view.query);
  offerClearing();
}

function offerClearing() {
  at("clear").hidden = !view.query && TABS[view.tab].filters.every((name) => !view.filters[name]);
}

// The form itself is not drawn again, so that the focus stays where the reader is.
function filterChanged({ target }) {
  view.filters[target.name] = target.type === "checkbox" ? target.checked : target.value;
  offerClearing();
  drawList();
}

function queryChanged() {
  search(at("query").value);
  // The search can be sent on like any other place of the page.
  history.replaceState(null, "", view.query ? `#find=${encodeURIComponent(view.query)}` : "#record");
}

function search(query) {
  view.query = query;
  view.source = null;
  drawRecord();
}

// A search from an address: the first list that has something is opened.
function find(query) {
  at("query").value = query;
  view.query = query;
  view.filters = { ...NO_FILTERS };
  const first = [...LISTS, ...findingNames()].find((name) => hits(name).length);
  view.tab = first ?? view.tab;
  search(query);
  at("record").scrollIntoView();
}

function clearFilters() {
  view.filters = { ...NO_FILTERS };
  view.query = "";
  at("query").value = "";
  drawRecord();
}

let blocks = [];
let drawn = 0;
let watcher = null;

function drawMore(upTo = drawn + STEP) {
  const list = at("list");
  list.querySelector(".draw-more")?.remove();
  const end = Math.min(upTo, blocks.length);
  for (; drawn < end; drawn += 1) list.append(blocks[drawn].draw());
  if (drawn >= blocks.length) return;
  const button = h("button", { type: "button", class: "draw-more", on: { click: () => drawMore() } }, t("record.more"));
  list.append(button);
  watcher?.disconnect();
  watcher = new IntersectionObserver((seen) => {
    if (seen.some((entry) => entry.isIntersecting)) drawMore();
  }, { rootMargin: "800px" });
  watcher.observe(button);
}

// How sure a year is: what several voices tell, what one tells, and what nobody tells as held.
const BARS = ["several", "single", "open"];

function barOf(event) {
  if (event.status !== "held") return "open";
  return event.voices > 1 ? "several" : "single";
}

// All years in one look: a bar for each, as high as what happened; a press shows that year alone.
function yearBars(events) {
  const counts = new Map();
  for (const event of events) {
    const year = yearsOf(event.date)[0];
    if (year === undefined) continue;
    if (!counts.has(year)) counts.set(year, { several: 0, single: 0, open: 0 });
    counts.get(year)[barOf(event)] += 1;
  }
  if (counts.size < 3) return null;
  const known = [...counts.keys()].sort((a, b) => a - b);
  const span = known.at(-1) - known[0];
  // A record that reaches over centuries has a bar for the years it knows, and no empty ones.
  const years = span > 80 ? known : Array.from({ length: span + 1 }, (_, n) => known[0] + n);
  const whole = (count) => (count ? count.several + count.single + count.open : 0);
  const most = Math.max(...[...counts.values()].map(whole));
  const bar = (className, n) => {
    const node = h("span", { class: className });
    if (n) node.style.setProperty("--part", Math.max(n / most, 0.06));
    else node.hidden = true;
    return node;
  };
  const bars = h("div", { class: "years", role: "group", "aria-label": t("record.years") }, years.map((year, n) => {
    const count = counts.get(year);
    const number = t("record.year.count", { year, n: whole(count) });
    const labelled = n === 0 || n === years.length - 1 || (year % 5 === 0 && n > 3 && n < years.length - 4);
    return h(
      "button",
      {
        type: "button", disabled: !count, "data-year": year, "aria-pressed": String(year) === view.filters.year ? "true" : "false",
        title: number, "aria-label": number,
        on: { click: () => chooseYear(String(year)) },
      },
      count ? [...BARS].reverse().map((name) => bar(name, count[name])) : null, labelled ? h("span", { class: "year-label" }, year) : null,
    );
  }));
  const told = BARS.filter((name) => [...counts.values()].some((count) => count[name]));
  return [bars, h("p", { class: "legend years-legend" }, told.map((name) => h("span", { class: `bar-key ${name}` }, t(`record.bar.${name}`))))];
}

function chooseYear(year) {
  view.filters.year = view.filters.year === year ? "" : year;
  drawFilters();
  drawList();
  at("list").parentNode.querySelector(`[data-year="${year}"]`)?.focus();
}

function drawList() {
  const tab = TABS[view.tab];
  const wanted = hits(view.tab);
  const found = wanted.filter(tab.fits);
  fill(at("years"), view.tab === "chronology" ? yearBars(wanted) : null);
  blocks = tab.blocks(found);
  drawn = 0;
  watcher?.disconnect();
  fill(at("list"));
  at("list").className = `list list-${view.tab}`;
  at("shown").textContent = tab.whole ? "" : t("record.shown", { n: found.length, total: tab.all().length });
  if (!found.length) {
    append(at("list"), [h("div", { class: "nothing" }, h("p", null, t("record.nothing")), h("p", { class: "hint" }, t("record.nothing.hint")))]);
    return;
  }
  drawMore(STEP);
}

// A finding has its name in the row above all lists, which may be out of sight; the index asks its
// own question.
function drawPanelHeading() {
  const heading = at("panel-heading");
  heading.hidden = view.source !== null || !TABS[view.tab].finding || view.tab === "index";
  heading.textContent = t(`tab.${view.tab}`);
}

function drawRecord() {
  drawFindings();
  drawPanelHeading();
  drawTabs();
  drawFilters();
  if (view.source === null) drawList();
  else drawSource();
}

// On paper nothing can be opened: the whole list is drawn, each item with its words. A longer list
// is printed without them; somebody who prints it wants the list.
const MOST_WITH_WORDS = 200;

function beforePrint() {
  if (view.source !== null) return;
  drawMore(blocks.length);
  if (blocks.length > MOST_WITH_WORDS) return;
  for (const details of at("list").querySelectorAll("details:is(.words, .counted):not([open])")) {
    details.makeNow();
    details.open = true;
    details.dataset.printing = "";
  }
}

function afterPrint() {
  for (const details of at("list").querySelectorAll("details[data-printing]")) {
    details.open = false;
    delete details.dataset.printing;
  }
}

function drawCounts() {
  fill(at("counts"), countItems());
}

// What the record holds, each a button that opens it; `after` is called when it is open.
function countItems(after = () => undefined) {
  const disputed = data.events.filter((event) => event.disputed.length).length;
  const contradicted = data.claims.filter((claim) => claim.verdict?.id === "contradicted").length;
  const open = (tab, filters) => () => {
    openTab(tab, filters);
    after();
  };
  const go = (tab, filters, text) => h("button", { type: "button", class: "quiet", on: { click: open(tab, filters) } }, text);
  // Each in a box of its own: a sign between two of them would be left alone where the line breaks.
  return [
    go("sources", {}, counted("count.sources", data.sources.length)),
    data.voices.length && data.voices.length < data.sources.length ? go("sources", {}, t("count.voices", { n: data.voices.length })) : null,
    go("chronology", {}, counted("count.events", data.events.length)),
    go("quotations", {}, counted("count.statements", data.statements.length)),
    go("claims", {}, counted("count.claims", data.claims.length)),
    disputed ? go("chronology", { disputed: true }, counted("count.disputed", disputed)) : null,
    contradicted ? go("claims", { status: "contradicted" }, counted("count.contradicted", contradicted)) : null,
  ].filter(Boolean).map((count) => h("li", null, count));
}

// Opens a list. Filters that are given replace the old ones; without them filters that the new
// list does not know are dropped, and the search stays.
function openTab(name, filters) {
  view.source = null;
  view.mark = null;
  const changed = name !== view.tab;
  view.tab = name;
  if (filters) {
    view.filters = { ...NO_FILTERS, ...filters };
    view.query = "";
    at("query").value = "";
  } else if (changed) {
    view.filters = { ...NO_FILTERS, person: view.filters.person, year: view.filters.year };
    if (!TABS[name].filters.includes("person")) view.filters.person = "";
    if (!TABS[name].filters.includes("year")) view.filters.year = "";
  }
  // The row is drawn anew: whoever pressed a tab by keyboard stays on it.
  const pressed = document.activeElement?.getAttribute("role") === "tab";
  drawRecord();
  if (pressed) at(`tab-${name}`)?.focus({ preventScroll: true });
  if (filters) at("record").scrollIntoView();
}

// What a tab does: opens its list, puts it into the address, and brings it up where it is out of sight.
function tabPressed(name) {
  openTab(name);
  history.replaceState(null, "", `#${name}`);
  const top = at("filters").hidden ? at("panel") : at("filters");
  if (top.getBoundingClientRect().top > window.innerHeight * 0.8) top.scrollIntoView();
}

// Shows one card of a list: drawn if need be, scrolled to, opened, and given the focus.
function revealCard(tab, id) {
  view.source = null;
  view.mark = null;
  const shows = (block) => block.id === id || block.holds?.includes(id);
  if (view.tab !== tab || !blocks.some(shows)) {
    view.tab = tab;
    view.filters = { ...NO_FILTERS };
    view.query = "";
    at("query").value = "";
  }
  drawRecord();
  const n = blocks.findIndex(shows);
  if (n < 0) return;
  drawMore(n + STEP);
  const card = [...at("list").querySelectorAll("[data-id]")].find((node) => node.dataset.id === id || node.dataset.also?.split(" ").includes(id)) ?? at("list").children[n];
  card.classList.add("revealed");
  const details = card.querySelector("details.words");
  if (details) {
    details.makeNow();
    details.open = true;
  }
  card.scrollIntoView({ block: "start" });
  card.focus({ preventScroll: true });
}
