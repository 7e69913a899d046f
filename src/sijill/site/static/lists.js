// The record goes in; six lists come out, searched and filtered together, drawn as one scrolls.

const STEP = 25;
const eventsOf = new Map();
const statementsOf = new Map();
for (const event of data.events) {
  for (const id of new Set([...event.participants, event.place].filter(Boolean))) {
    if (!eventsOf.has(id)) eventsOf.set(id, []);
    eventsOf.get(id).push(event);
  }
}
for (const statement of data.statements) {
  if (!statement.speaker) continue;
  if (!statementsOf.has(statement.speaker)) statementsOf.set(statement.speaker, []);
  statementsOf.get(statement.speaker).push(statement);
}

const NO_FILTERS = { kind: "", person: "", year: "", status: "", language: "", disputed: false, newest: false };
const view = { tab: "chronology", query: "", filters: { ...NO_FILTERS }, source: null, mark: null };

function yearFits(edtf) {
  return !view.filters.year || yearsOf(edtf).includes(Number(view.filters.year));
}

function personFits(ids) {
  return !view.filters.person || ids.includes(view.filters.person);
}

const TABS = {
  chronology: {
    kind: "event",
    all: () => data.events,
    filters: ["kind", "person", "year", "status", "disputed", "newest"],
    kinds: () => [...new Set(data.events.map((e) => e.type))].map((id) => [id, label("type", id)]),
    statuses: () => [...new Set(data.events.map((e) => e.status))].map((id) => [id, t(`status.${id}`)]),
    fits: (e) => (!view.filters.kind || e.type === view.filters.kind) && (!view.filters.status || e.status === view.filters.status)
      && personFits([...e.participants, e.place]) && yearFits(e.date) && (!view.filters.disputed || e.disputed.length > 0),
    blocks: chronologyBlocks,
  },
  people: {
    kind: "entity",
    all: () => data.entities,
    filters: ["kind"],
    kinds: () => ["person", "organisation", "place"].map((id) => [id, t(`entity.${id}`)]),
    fits: (e) => !view.filters.kind || e.kind === view.filters.kind,
    blocks: (entities) => [...entities].sort(byWeight).map((e) => ({ id: e.id, draw: () => entityCard(e) })),
  },
  quotations: {
    kind: "statement",
    all: () => data.statements,
    filters: ["kind", "person", "year", "language"],
    kinds: () => [...new Set(data.statements.map((s) => s.kind))].map((id) => [id, t(`quotation.${id}`)]),
    fits: (s) => (!view.filters.kind || s.kind === view.filters.kind) && personFits([s.speaker]) && yearFits(s.date)
      && (!view.filters.language || s.language === view.filters.language),
    blocks: (statements) => statements.map((s) => ({ id: s.id, draw: () => statementCard(s) })),
  },
  claims: {
    kind: "claim",
    all: () => data.claims,
    filters: ["kind", "person", "status"],
    kinds: () => [...new Set(data.claims.map((c) => c.kind))].map((id) => [id, t(`claim.${id}`)]),
    statuses: () => [...new Set(data.claims.map((c) => c.verdict?.id ?? "none"))].map((id) => [id, id === "none" ? t("item.unchecked") : t(`verdict.${id}`)]),
    fits: (c) => (!view.filters.kind || c.kind === view.filters.kind) && (!view.filters.status || (c.verdict?.id ?? "none") === view.filters.status)
      && personFits([c.asserted_by]),
    blocks: (claims) => claims.map((c) => ({ id: c.id, draw: () => claimCard(c) })),
  },
  sources: {
    kind: "source",
    all: () => data.sources,
    filters: ["year", "language"],
    fits: (s) => yearFits(s.published) && (!view.filters.language || s.language === view.filters.language),
    blocks: (sources) => sources.map((s) => ({ id: s.id, draw: () => sourceCard(s) })),
  },
  transcript: {
    kind: "sentence",
    all: () => data.sentences,
    filters: [],
    fits: () => true,
    blocks: transcriptBlocks,
  },
};

function byWeight(a, b) {
  const weight = (e) => (eventsOf.get(e.id)?.length ?? 0) + (statementsOf.get(e.id)?.length ?? 0);
  const order = { person: 0, organisation: 1, place: 2 };
  return (order[a.kind] ?? 3) - (order[b.kind] ?? 3) || weight(b) - weight(a) || a.id.localeCompare(b.id);
}

// Events under the heading of their year; what belongs to a visit stands below it, if both show.
function chronologyBlocks(events) {
  const shown = new Set(events.map((event) => event.id));
  const children = new Map();
  const tops = [];
  for (const event of events) {
    if (event.part_of && event.part_of !== event.id && shown.has(event.part_of)) {
      if (!children.has(event.part_of)) children.set(event.part_of, []);
      children.get(event.part_of).push(event);
    } else {
      tops.push(event);
    }
  }
  const blocks = [];
  const placed = new Set();
  const place = (event, depth) => {
    if (placed.has(event.id)) return;
    placed.add(event.id);
    blocks.push({ id: event.id, draw: () => eventCard(event, depth) });
    for (const child of children.get(event.id) ?? []) place(child, depth + 1);
  };
  let heading = null;
  if (view.filters.newest) tops.reverse();
  for (const event of tops) {
    const year = yearsOf(event.date)[0] ?? null;
    const text = year === null ? t("record.undated") : String(year);
    if (text !== heading) blocks.push({ draw: () => h("h3", { class: "year" }, text) });
    heading = text;
    place(event, 0);
  }
  // A circle of parts would hide its members: they stand at the end rather than nowhere.
  for (const event of events) place(event, 0);
  return blocks;
}

function transcriptBlocks(sentences) {
  const blocks = [];
  let chapter = null;
  for (const sentence of sentences) {
    if (sentence.chapter !== chapter) {
      chapter = sentence.chapter;
      const title = data.chapters.find((one) => one.id === chapter)?.title ?? {};
      blocks.push({ draw: () => h("h3", { class: "year" }, say(title) ?? chapter) });
    }
    blocks.push({ id: sentence.id, draw: () => transcriptLine(sentence) });
  }
  return blocks;
}

function transcriptLine(sentence) {
  const n = sentenceById.get(sentence.id);
  return h(
    "article",
    { class: "card line", "data-id": sentence.id, tabindex: -1 },
    h("p", { class: "said" }, say(sentence.lines)),
    h("p", { class: "facts" }, sentenceLink(n), h("span", { class: "kind" }, t(`sentence.${sentence.kind}`)),
      sentence.passages.length ? h("span", null, counted("count.citations", sentence.passages.length)) : null),
  );
}

function entityCard(entity) {
  const shown = local(entity.names);
  const names = Object.entries(entity.names).filter(([language]) => language !== shown.language);
  const known = new Set(Object.values(entity.names));
  const spellings = entity.aliases.filter((alias, n) => !known.has(alias.text) && entity.aliases.findIndex((one) => one.text === alias.text) === n);
  const events = eventsOf.get(entity.id) ?? [];
  const said = statementsOf.get(entity.id) ?? [];
  const filtered = (tab, text) => h("button", { type: "button", class: "quiet", on: { click: () => openTab(tab, { person: entity.id }) } }, text);
  return h(
    "article",
    { class: `card entity is-${entity.kind}`, "data-id": entity.id, tabindex: -1 },
    h("header", null,
      h("h3", null, words(shown.text || entity.id, shown.language), h("a", { class: "permalink", href: link("entity", entity.id), "aria-label": `${t("item.link")}: ${shown.text}` }, "#")),
      h("p", { class: "names" }, joined(names.map(([language, name]) => h("span", null, words(name, language), entity.transliterated.includes(language) ? h("span", { class: "hint" }, ` (${t("person.transliterated")})`) : null)), "·"))),
    entity.kind === "person" && h("ul", { class: "posts" }, entity.posts.length
      ? entity.posts.map((post) => h("li", { class: post.status === "current" ? null : "past" }, joined([
        h("span", null, postLabel(post.post, post.body)), dateLabel(post.time),
        post.status !== "current" && has(`occupancy.${post.status}`) ? h("span", { class: "hint" }, t(`occupancy.${post.status}`)) : null,
        post.passages.length ? h("a", { class: "hint", href: passageLink(post.passages[0]) }, counted("item.sources", new Set(post.passages.map((n) => data.passages[n].source)).size)) : null,
      ], "·")))
      : h("li", { class: "hint" }, t("person.noposts"))),
    h("dl", { class: "facts" },
      row(t("person.within"), entity.within && entityById.has(entity.within) ? entityLink(entity.within) : null),
      row(t("person.spellings"), spellings.length ? listed(spellings.slice(0, 24).map((alias) => words(alias.text, alias.language))) : null)),
    h("p", { class: "more" },
      events.length ? filtered("chronology", t("person.items", { n: events.length })) : null,
      said.length ? filtered("quotations", t("person.said", { n: said.length })) : null),
  );
}

// ---- what is shown -------------------------------------------------------------------------

function hits(name) {
  const tab = TABS[name];
  const wanted = queryWords(view.query);
  return tab.all().filter((value) => holdsWords(tab.kind, value, wanted));
}

function drawTabs() {
  fill(at("tabs"), Object.keys(TABS).map((name) => {
    const chosen = name === view.tab;
    return h(
      "button",
      { type: "button", role: "tab", id: `tab-${name}`, "aria-selected": chosen ? "true" : "false", "aria-controls": "panel", tabindex: chosen ? 0 : -1, on: { click: () => openTab(name) } },
      t(`tab.${name}`), h("span", { class: "number" }, hits(name).length),
    );
  }));
  at("panel").setAttribute("aria-labelledby", `tab-${view.tab}`);
}

function moveAmongTabs(event) {
  const names = Object.keys(TABS);
  const forward = ui.language === "ar" ? "ArrowLeft" : "ArrowRight";
  const step = { [forward]: 1, [forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"]: -1 }[event.key];
  const edge = { Home: 0, End: names.length - 1 }[event.key];
  if (step === undefined && edge === undefined) return;
  event.preventDefault();
  const next = edge ?? (names.indexOf(view.tab) + step + names.length) % names.length;
  openTab(names[next]);
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
  const values = tab.all().flatMap((value) => yearsOf(value.date ?? value.published));
  return [...new Set(values)].sort((a, b) => b - a).map((year) => [String(year), String(year)]);
}

function drawFilters() {
  const tab = TABS[view.tab];
  const make = {
    kind: () => choice("kind", tab.kinds()),
    person: () => choice("person", peopleOptions()),
    year: () => choice("year", yearOptions(tab)),
    status: () => choice("status", tab.statuses()),
    language: () => choice("language", [...new Set(tab.all().map((value) => value.language))].sort().map((code) => [code, label("language", code)])),
    disputed: () => tick("disputed"),
    newest: () => tick("newest"),
  };
  fill(at("filters"), tab.filters.map((name) => make[name]()),
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
  view.query = at("query").value;
  view.source = null;
  drawRecord();
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

// All years in one look: a bar for each, as high as what happened; a press shows that year alone.
function yearBars(events) {
  const counts = new Map();
  for (const event of events) {
    const year = yearsOf(event.date)[0];
    if (year === undefined) continue;
    const [sure, open] = counts.get(year) ?? [0, 0];
    counts.set(year, event.status === "held" ? [sure + 1, open] : [sure, open + 1]);
  }
  if (counts.size < 3) return null;
  const known = [...counts.keys()].sort((a, b) => a - b);
  const span = known.at(-1) - known[0];
  // A record that reaches over centuries has a bar for the years it knows, and no empty ones.
  const years = span > 80 ? known : Array.from({ length: span + 1 }, (_, n) => known[0] + n);
  const most = Math.max(...[...counts.values()].map(([sure, open]) => sure + open));
  const bar = (className, n) => {
    const node = h("span", { class: className });
    if (n) node.style.setProperty("--part", Math.max(n / most, 0.06));
    else node.hidden = true;
    return node;
  };
  return h("div", { class: "years", role: "group", "aria-label": t("record.years") }, years.map((year, n) => {
    const [sure, open] = counts.get(year) ?? [0, 0];
    const labelled = n === 0 || n === years.length - 1 || (year % 5 === 0 && n > 3 && n < years.length - 4);
    return h(
      "button",
      {
        type: "button", disabled: !sure && !open, "data-year": year, "aria-pressed": String(year) === view.filters.year ? "true" : "false",
        title: t("record.year.count", { year, n: sure + open }), "aria-label": t("record.year.count", { year, n: sure + open }),
        on: { click: () => chooseYear(String(year)) },
      },
      bar("open", open), bar("sure", sure), labelled ? h("span", { class: "year-label" }, year) : null,
    );
  }));
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
  at("shown").textContent = t("record.shown", { n: found.length, total: tab.all().length });
  if (!found.length) {
    append(at("list"), [h("div", { class: "nothing" }, h("p", null, t("record.nothing")), h("p", { class: "hint" }, t("record.nothing.hint")))]);
    return;
  }
  drawMore(STEP);
}

function drawRecord() {
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
  for (const details of at("list").querySelectorAll("details.words:not([open])")) {
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
  const disputed = data.events.filter((event) => event.disputed.length).length;
  const contradicted = data.claims.filter((claim) => claim.verdict?.id === "contradicted").length;
  const go = (tab, filters, text) => h("button", { type: "button", class: "quiet", on: { click: () => openTab(tab, filters) } }, text);
  fill(at("counts"), joined([
    go("sources", {}, counted("count.sources", data.sources.length)),
    go("chronology", {}, counted("count.events", data.events.length)),
    go("quotations", {}, counted("count.statements", data.statements.length)),
    go("claims", {}, counted("count.claims", data.claims.length)),
    disputed ? go("chronology", { disputed: true }, counted("count.disputed", disputed)) : null,
    contradicted ? go("claims", { status: "contradicted" }, counted("count.contradicted", contradicted)) : null,
  ], "·"));
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
  drawRecord();
  if (filters) at("record").scrollIntoView();
}

// Shows one card of a list: drawn if need be, scrolled to, opened, and given the focus.
function revealCard(tab, id) {
  view.source = null;
  view.mark = null;
  if (view.tab !== tab || !blocks.some((block) => block.id === id)) {
    view.tab = tab;
    view.filters = { ...NO_FILTERS };
    view.query = "";
    at("query").value = "";
  }
  drawRecord();
  const n = blocks.findIndex((block) => block.id === id);
  if (n < 0) return;
  drawMore(n + STEP);
  const card = [...at("list").children].find((node) => node.dataset.id === id);
  card.classList.add("revealed");
  const details = card.querySelector("details.words");
  if (details) {
    details.makeNow();
    details.open = true;
  }
  card.scrollIntoView({ block: "start" });
  card.focus({ preventScroll: true });
}
