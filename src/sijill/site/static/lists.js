// The record goes in; its lists come out: what is in each, how it is filtered, and its blocks in order.

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

const NO_FILTERS = { kind: "", person: "", year: "", status: "", language: "", disputed: false, sure: false, told: false, newest: false };
const view = { tab: "chronology", query: "", filters: { ...NO_FILTERS }, source: null, mark: null };

function yearFits(edtf) {
  return !view.filters.year || yearsOf(edtf).includes(Number(view.filters.year));
}

function filmFits(id) {
  return !view.filters.told || sentencesOfItem.has(id);
}

function voicesFit(item) {
  return !view.filters.sure || item.voices > 1;
}

function personFits(ids) {
  return !view.filters.person || ids.includes(view.filters.person);
}

const TABS = {
  chronology: {
    kind: "event",
    all: () => data.events,
    filters: ["kind", "person", "year", "status", "disputed", "sure", "told", "newest"],
    kinds: () => [...new Set(data.events.map((e) => e.type))].map((id) => [id, label("type", id)]),
    statuses: () => [...new Set(data.events.map((e) => e.status))].map((id) => [id, t(`status.${id}`)]),
    fits: (e) => (!view.filters.kind || e.type === view.filters.kind) && (!view.filters.status || e.status === view.filters.status)
      && personFits([...e.participants, e.place]) && yearFits(e.date) && (!view.filters.disputed || e.disputed.length > 0) && voicesFit(e) && filmFits(e.id),
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
    filters: ["kind", "person", "year", "language", "sure", "told"],
    kinds: () => [...new Set(data.statements.map((s) => s.kind))].map((id) => [id, t(`quotation.${id}`)]),
    fits: (s) => (!view.filters.kind || s.kind === view.filters.kind) && personFits([s.speaker]) && yearFits(s.date)
      && (!view.filters.language || s.language === view.filters.language) && voicesFit(s) && filmFits(s.id),
    blocks: (statements) => [...statements].sort(byNearness).map((s) => ({ id: s.id, draw: () => statementCard(s) })),
  },
  claims: {
    kind: "claim",
    all: () => data.claims,
    filters: ["kind", "person", "status", "told"],
    kinds: () => [...new Set(data.claims.map((c) => c.kind))].map((id) => [id, t(`claim.${id}`)]),
    statuses: () => [...new Set(data.claims.map((c) => c.verdict?.id ?? "none"))].map((id) => [id, id === "none" ? t("item.unchecked") : t(`verdict.${id}`)]),
    fits: (c) => (!view.filters.kind || c.kind === view.filters.kind) && (!view.filters.status || (c.verdict?.id ?? "none") === view.filters.status)
      && personFits([c.asserted_by]) && filmFits(c.id),
    blocks: (claims) => [...claims].sort(byVerdict).map((c) => ({ id: c.id, draw: () => claimCard(c) })),
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

function place(order, value) {
  const n = order.indexOf(value);
  return n < 0 ? order.length : n;
}

function unused(item) {
  return sentencesOfItem.has(item.id) ? 0 : 1;
}

// What the film tells first, then exact words before reported ones, then the reader's own language.
function byNearness(a, b) {
  const order = ["direct", "mixed", "indirect"];
  const foreign = (statement) => (statement.language === ui.language ? 0 : 1);
  return unused(a) - unused(b) || place(order, a.kind) - place(order, b.kind) || foreign(a) - foreign(b);
}

// What the film tells first, then what a reader must know before repeating a claim.
function byVerdict(a, b) {
  const order = ["contradicted", "depends", "supported", "not_enough", "opinion"];
  return unused(a) - unused(b) || place(order, a.verdict?.id) - place(order, b.verdict?.id);
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
  const put = (event, depth) => {
    if (placed.has(event.id)) return;
    placed.add(event.id);
    blocks.push({ id: event.id, draw: () => eventCard(event, depth) });
    for (const child of children.get(event.id) ?? []) put(child, depth + 1);
  };
  let heading = null;
  if (view.filters.newest) tops.reverse();
  for (const event of tops) {
    const year = yearsOf(event.date)[0] ?? null;
    const text = year === null ? t("record.undated") : String(year);
    if (text !== heading) blocks.push({ draw: () => h("h3", { class: "year" }, text) });
    heading = text;
    put(event, 0);
  }
  // A circle of parts would hide its members: they stand at the end rather than nowhere.
  for (const event of events) put(event, 0);
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

// A post that several sources tell is one post: the times and places of all tellings together.
function heldPosts(entity) {
  const held = new Map();
  for (const post of entity.posts) {
    const key = [post.post, post.body, post.status].join("|");
    if (!held.has(key)) held.set(key, { ...post, times: new Set(), passages: [] });
    const one = held.get(key);
    if (post.time) one.times.add(post.time);
    one.passages = [...one.passages, ...post.passages];
  }
  return [...held.values()];
}

function postLine({ label: texts, post, body, status, times, passages }) {
  const told = [...times].sort();
  const when = told.length > 1 ? t("person.told", { a: dateLabel(told[0]), b: dateLabel(told.at(-1)) }) : dateLabel(told[0]);
  const sources = new Set(passages.map((n) => data.passages[n].source)).size;
  return h("li", { class: status === "current" ? null : "past" }, joined([
    postNode(texts, post, body),
    status !== "current" && has(`occupancy.${status}`) ? h("span", { class: "hint" }, t(`occupancy.${status}`)) : null,
    when ? h("span", { class: "hint" }, when) : null,
    sources ? h("a", { class: "hint", href: passageLink(passages[0]) }, counted("item.sources", sources)) : null,
  ], "·"));
}

function entityCard(entity) {
  const shown = local(entity.names);
  // A name that is written alike in two languages is shown once.
  const names = Object.entries(entity.names).filter(([language, name], n, all) => language !== shown.language && name !== shown.text && all.findIndex(([, other]) => other === name) === n);
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
    entity.kind === "person" && h("ul", { class: "posts" }, entity.posts.length ? heldPosts(entity).map(postLine) : h("li", { class: "hint" }, t("person.noposts"))),
    entity.decisions.length ? h("ul", { class: "decided" }, entity.decisions.map(decisionNote)) : null,
    h("dl", { class: "facts" },
      row(t("person.within"), entity.within && entityById.has(entity.within) ? entityLink(entity.within) : null),
      row(t("person.spellings"), spellings.length ? listed(spellings.slice(0, 24).map((alias) => words(alias.text, alias.language))) : null)),
    careerDetails(entity.id),
    h("p", { class: "more" },
      events.length ? filtered("chronology", t("person.items", { n: events.length })) : null,
      said.length ? filtered("quotations", t("person.said", { n: said.length })) : null),
  );
}
