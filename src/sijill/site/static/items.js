// Items of the record go in; cards come out: what, when, where, who, how far, and on which words.

// Who uses what: for every item the sentences of the film, for every passage items and sentences.
const sentencesOfItem = new Map();
const usesOfPassage = data.passages.map(() => ({ items: new Set(), sentences: new Set() }));

data.sentences.forEach((sentence, n) => {
  for (const id of sentence.items) {
    if (!sentencesOfItem.has(id)) sentencesOfItem.set(id, []);
    sentencesOfItem.get(id).push(n);
  }
  for (const number of sentence.passages) usesOfPassage[number].sentences.add(n);
});
for (const [id, { kind, value }] of itemById) {
  const tellings = kind === "event" ? value.tellings.flatMap((telling) => telling.passages) : [];
  for (const number of [...value.passages, ...tellings]) usesOfPassage[number].items.add(id);
}
for (const entity of data.entities) {
  for (const part of [...entity.posts, ...entity.aliases]) {
    for (const number of part.passages) usesOfPassage[number].items.add(entity.id);
  }
}

const signalsOf = new Map();
for (const note of data.signals) {
  if (!signalsOf.has(note.event)) signalsOf.set(note.event, []);
  signalsOf.get(note.event).push(note);
}
const raritiesOf = new Map();
for (const rarity of data.rarities) {
  if (!raritiesOf.has(rarity.event)) raritiesOf.set(rarity.event, []);
  raritiesOf.get(rarity.event).push(rarity);
}

// How far something has got, as the word agrees with what it is (визит отложен) where one is given.
function statusText(status, event) {
  const format = event?.details.visit_format;
  const kind = format && data.labels.visit_format[format] ? format : event?.type;
  return data.labels.status[`${kind}.${status}`]?.[ui.language] ?? t(`status.${status}`);
}

function statusBadge(status, event) {
  return h("span", { class: `badge status-${status}` }, statusText(status, event));
}

function verdictBadge(verdict) {
  const id = verdict?.id;
  return h("span", { class: `badge verdict-${id ?? "none"}` }, id ? t(`verdict.${id}`) : t("item.unchecked"));
}

function entityLink(id) {
  return entityById.has(id) ? h("a", { href: link("entity", id) }, nameNode(id)) : h("span", { dir: "auto" }, id);
}

function listed(nodes) {
  return nodes.flatMap((node, n) => (n ? [t("list.separator"), node] : [node]));
}

function eventName(event) {
  const format = event.details.visit_format;
  return format && data.labels.visit_format[format] ? label("visit_format", format) : label("type", event.type);
}

// One line that says what an item is, for lists of references.
function itemName(id) {
  const item = itemById.get(id);
  if (!item) return entityById.has(id) ? nameOf(id) : id;
  if (item.kind === "event") return eventName(item.value);
  if (item.kind === "statement") return t(`quotation.${item.value.kind}`);
  if (item.kind === "figure") return figureName(item.value);
  if (item.kind === "account") return t("tab.accounts");
  return t("item.claim", { kind: t(`claim.${item.value.kind}`) });
}

function itemLine(id) {
  const item = itemById.get(id);
  if (!item) return h("li", { class: "item-line" }, entityById.has(id) ? entityLink(id) : h("span", null, id));
  const value = item.value;
  const name = h("a", { href: link("item", id), class: "item-name" }, itemName(id));
  if (item.kind === "event") {
    return h(
      "li",
      { class: `item-line is-${value.status}` },
      h("p", null, name, " ", statusBadge(value.status, value), value.disputed.length ? [" ", h("span", { class: "badge differs" }, t("item.differ"))] : null),
      h("p", { class: "facts" }, joined([
        dateLabel(value.date),
        value.place ? nameNode(value.place) : null,
        value.participants.length ? h("span", null, listed(value.participants.map((p) => nameNode(p)))) : null,
      ], "·")),
      surenessInLine(value),
    );
  }
  if (item.kind === "statement") {
    return h(
      "li",
      { class: "item-line" },
      h("p", null, name),
      words(value.text, value.language, "p", { class: "excerpt" }),
      h("p", { class: "facts" }, joined([speakerNode(value), dateLabel(value.date)], "·")),
      surenessInLine(value),
    );
  }
  if (item.kind === "figure" || item.kind === "account") {
    const said = item.kind === "figure" ? dateLabel(value.period) : h("q", { dir: "auto" }, passageText(value.sign));
    return h("li", { class: "item-line" }, h("p", null, name), said ? h("p", { class: "facts" }, said) : null);
  }
  return h(
    "li",
    { class: "item-line" },
    h("p", null, name, " ", verdictBadge(value.verdict)),
    words(value.text, value.language, "p", { class: "excerpt" }),
    value.verdict ? say(value.verdict.why, "p", { class: "facts" }) : null,
  );
}

function speakerNode(statement) {
  if (statement.speaker) return entityLink(statement.speaker);
  if (statement.speaker_text) return words(statement.speaker_text, statement.language);
  return h("span", null, t("item.speaker.unknown"));
}

function fieldValue(field, value) {
  if (field === "date") return h("span", null, dateLabel(value));
  if (field === "status" && has(`status.${value}`)) return h("span", null, t(`status.${value}`));
  if (field === "type") return h("span", null, label("type", value));
  if (field === "visit_format") return h("span", null, label("visit_format", value));
  if (has(`${field}.${value}`)) return h("span", null, t(`${field}.${value}`));
  const ids = String(value).split(/\s*[|;,]\s*/);
  if (ids.every((id) => entityById.has(id))) return h("span", null, listed(ids.map(entityLink)));
  return h("span", { dir: "auto" }, String(value));
}

// A length or an hour as surely as its words tell it, and by whose clock.
function detailNode(event, field, value) {
  const bound = event.bounds[field];
  const told = bound ? h("span", null, t(`bound.${bound}`, { amount: String(value) })) : fieldValue(field, value);
  return field === "begins" && event.clock ? [told, " ", h("span", { class: "hint" }, "(", nameNode(event.clock), ")")] : told;
}

function fieldName(field) {
  const [name, language] = field.split(".");
  if (name === "name" && data.labels.language[language]) return `${t("field.name")} (${label("language", language)})`;
  return has(`field.${field}`) ? t(`field.${field}`) : field.replaceAll("_", " ");
}

function row(term, ...values) {
  const there = values.flat(Infinity).filter(Boolean);
  return there.length ? h("div", null, h("dt", null, term), h("dd", null, there)) : null;
}

// Where sources differ: one column for each value, with who tells it and in which words.
function disagreement(event, field, heading = t("item.differ.field", { field: fieldName(field) })) {
  const values = new Map();
  for (const telling of event.tellings.filter((one) => one.field === field)) {
    if (!values.has(telling.value)) values.set(telling.value, []);
    values.get(telling.value).push(telling);
  }
  if (!values.size) return null;
  // What was told first stands first; a source without a day comes after the others.
  const first = (tellings) => tellings.flatMap((one) => one.passages.map((n) => data.sources[data.passages[n].source]?.published ?? "9")).sort()[0] ?? "9";
  const ordered = [...values].sort(([, a], [, b]) => first(a).localeCompare(first(b)));
  return h(
    "section",
    { class: "differ" },
    h("h4", null, heading),
    h("div", { class: "versions" }, ordered.map(([value, tellings]) => h(
      "div",
      { class: "version" },
      h("p", { class: "version-value" }, fieldValue(field, value)),
      tellings.every((one) => one.inferred) && h("p", { class: "hint" }, t("item.inferred")),
      h("ul", null, bySource(tellings.flatMap((one) => one.passages)).map(({ source: position, numbers }) => {
        const source = data.sources[position];
        return h(
          "li",
          null,
          source && sourceLine(source),
          numbers.map((number) => h("a", { class: "cited", href: source ? passageLink(number) : null, lang: source?.language, dir: source ? direction(source.language) : "auto" }, passageText(number))),
        );
      })),
    ))),
  );
}

// A preview and the news that it was put off do not contradict each other: they are told in order.
function statusHistory(event) {
  if (event.disputed.includes("status")) return null;
  const told = new Set(event.tellings.filter((one) => one.field === "status").map((one) => one.value));
  if (told.size < 2) return null;
  const section = disagreement(event, "status", t("item.history"));
  section.classList.add("history");
  return section;
}

// What is counted of an event, each feature once: k of n for all guests and for those of a region.
function rarityList(event) {
  const notes = raritiesOf.get(event.id) ?? [];
  if (!notes.length) return null;
  return h("section", { class: "rarity" }, h("h4", null, t("item.rarity")), [...new Set(notes.map((note) => note.feature))].map((feature) => h(
    "div",
    { class: "feature" },
    h("p", { class: "feature-name" }, label("rarity", feature)),
    notes.filter((note) => note.feature === feature).map(rarityNote),
  )));
}

// k of n with its word and a row of marks; how it was counted is folded under it.
function rarityNote(rarity) {
  const marks = rarity.n > 0 && rarity.n <= 60
    ? h("span", { class: "marks", "aria-hidden": "true" }, Array.from({ length: rarity.n }, (_, n) => h("span", { class: n < rarity.k ? "yes" : null })))
    : null;
  return h(
    "div",
    { class: "rate" },
    h("p", null,
      h("span", { class: "of" }, t("rarity.of", { k: rarity.k, n: rarity.n })),
      h("span", { class: `badge rarity-${rarity.word}` }, t(`rarity.${rarity.word}`)),
      h("span", { class: "hint" }, rarity.scope === "all" ? t("rarity.all") : label("region", rarity.scope)), marks),
    lazyDetails(t("rarity.how"), () => [say(rarity.text, "p"), references(rarity.references)], { class: "counted" }),
  );
}

// What the class of the visit bears on is told in a sentence, what goes beyond it first.
const STANDINGS = ["beyond", "optional", "expected", "missing"];

function signalList(event) {
  const notes = signalsOf.get(event.id) ?? [];
  const noted = new Set(notes.map((note) => note.signal));
  const told = notes.filter((note) => STANDINGS.includes(note.standing));
  told.sort((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing));
  const bare = [...event.signals.filter((id) => !noted.has(id)), ...notes.filter((note) => !told.includes(note)).map((note) => note.signal)];
  if (!told.length && !bare.length) return null;
  return [told.map((note) => say(note.text, "div")), bare.length ? listed(bare.map((id) => h("span", null, label("signal", id)))) : null];
}

// What a table or the register stands on: an address, often with who published it when.
function referenceLine(text) {
  const url = text.match(/https?:\/\/\S+?(?=[,;\s]|$)/)?.[0];
  return h("li", { dir: "ltr" }, url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text) : text);
}

function references(texts) {
  return texts.length ? lazyDetails(t("item.references"), () => h("ul", null, texts.map(referenceLine)), { class: "references" }) : null;
}

function inferredNote(event, field) {
  const tellings = event.tellings.filter((one) => one.field === field && String(one.value) === String(event[field] ?? event.details[field]));
  return tellings.length && tellings.every((one) => one.inferred) ? h("span", { class: "hint" }, ` (${t("item.inferred")})`) : null;
}

function filmLinks(id) {
  const told = sentencesOfItem.get(id) ?? [];
  if (!told.length) return null;
  return h("p", { class: "told" }, h("span", { class: "term" }, t("item.film")), told.map((n) => sentenceLink(n)));
}

function sentenceLink(n) {
  const sentence = data.sentences[n];
  const timed = rowOfSentence.get(n);
  const shown = local(sentence.lines).text;
  return h(
    "a",
    { class: "time", href: `#${encodeURIComponent(sentence.id)}`, title: shown },
    icon("play"), timed ? clock(timed.start) : String(n + 1), h("span", { class: "unseen" }, `: ${t("film.play")}: ${shown}`),
  );
}

function wordsDetails(numbers) {
  return lazyDetails(
    [h("span", null, t("item.words", { n: numbers.length })), h("span", { class: "hint" }, counted("item.sources", new Set(numbers.map((n) => data.passages[n].source)).size))],
    () => bySource(numbers).map(sourceWords),
    { class: "words" },
  );
}

function permalink(id) {
  return h("a", { class: "permalink", href: link("item", id), "aria-label": `${t("item.link")}: ${itemName(id)}` }, "#");
}

function eventCard(event, depth = 0) {
  const parent = event.part_of ? itemById.get(event.part_of)?.value : null;
  const details = Object.entries(event.details).filter(([field, value]) => field !== "visit_format" && value !== null && value !== "");
  return h(
    "article",
    { class: `card event is-${event.status}${depth ? " within" : ""}`, "data-id": event.id, tabindex: -1 },
    h("header", null,
      h("p", { class: "when" }, event.date ? h("time", null, dateLabel(event.date)) : t("record.undated"), inferredNote(event, "date")),
      h("h3", null, h("span", { class: "name" }, eventName(event)), " ", statusBadge(event.status, event), event.disputed.length ? h("span", { class: "badge differs" }, t("item.differ")) : null, permalink(event.id)),
      event.status !== "held" && h("p", { class: "notheld" }, t("item.notheld")),
      sureness(event)),
    h("dl", { class: "facts" },
      row(t("item.participants"), listed(event.participants.map(entityLink)), inferredNote(event, "participants")),
      row(t("item.place"), event.place ? [entityLink(event.place), inferredNote(event, "place")] : null),
      details.map(([field, value]) => row(fieldName(field), detailNode(event, field, value))),
      row(t("tab.figures"), figuresOf(event.id)),
      row(t("item.signals"), signalList(event)),
      !depth && parent ? row(t("item.partof"), h("a", { href: link("item", parent.id) }, joined([eventName(parent), dateLabel(parent.date)], "·"))) : null),
    event.disputed.map((field) => disagreement(event, field)),
    statusHistory(event),
    rarityList(event),
    filmLinks(event.id),
    wordsDetails(event.passages),
  );
}

function statementCard(statement) {
  const speaker = statement.speaker ? entityById.get(statement.speaker) : null;
  const occasion = statement.event ? itemById.get(statement.event) : null;
  const source = data.sources[data.passages[statement.passages[0]]?.source];
  return h(
    "article",
    { class: `card statement is-${statement.kind}`, "data-id": statement.id, tabindex: -1 },
    statement.denied ? h("p", { class: "note" }, t("quotation.denied")) : null,
    h("blockquote", { lang: statement.language, dir: direction(statement.language) }, h("p", null, statement.text)),
    Object.entries(statement.translations).map(([language, text]) => h("blockquote", { class: "translation" }, h("p", { class: "note" }, t("item.translation", { language: label("language", language) })), words(text, language, "p", { class: "translated" }))),
    h("footer", null,
      h("h3", { class: "speaker" }, speakerNode(statement), statement.post ? h("span", { class: "post" }, " ", postNode(statement.post_label, statement.post, postBody(speaker, statement.post))) : null, permalink(statement.id)),
      h("p", { class: "facts" }, joined([
        h("span", { class: "kind" }, t(`quotation.${statement.kind}`)), dateLabel(statement.date),
        occasion ? h("a", { href: link("item", occasion.value.id) }, itemName(occasion.value.id)) : null,
        source?.outlet ? words(source.outlet, source.language) : null, source ? dateLabel(source.published) : null,
      ], "·")),
      speaker && statement.speaker_text ? h("p", { class: "hint" }, t("item.speaker.words", { words: "" }), words(statement.speaker_text, statement.language)) : null,
      sureness(statement)),
    filmLinks(statement.id),
    wordsDetails(statement.passages),
  );
}

function postBody(entity, post) {
  return entity?.posts.find((one) => one.post === post)?.body ?? null;
}

// Another version of the text limits the claim otherwise: words that only one of them has.
function claimVersion({ adds, lacks, passages }) {
  const said = (numbers) => listed(numbers.map((n) => words(passageText(n), data.sources[data.passages[n].source]?.language ?? ui.language, "q")));
  return row(t("claim.version"), h("div", null, joined([
    adds.length ? h("span", null, t("claim.adds"), " ", said(adds)) : null,
    lacks.length ? h("span", null, t("claim.lacks"), " ", said(lacks)) : null,
  ], "·"), quoted(passages[0], adds)));
}

function claimCard(claim) {
  const verdict = claim.verdict;
  return h(
    "article",
    { class: `card claim verdict-edge-${verdict?.id ?? "none"}`, "data-id": claim.id, tabindex: -1 },
    h("header", null, h("h3", { class: "claim-head" }, verdictBadge(verdict), h("span", { class: "kind" }, t("item.claim", { kind: t(`claim.${claim.kind}`) })), permalink(claim.id)), sureness(claim)),
    h("blockquote", { lang: claim.language, dir: direction(claim.language) }, h("p", null, claim.text)),
    h("dl", { class: "facts" },
      row(t("item.asserted"), claim.asserted_by ? entityLink(claim.asserted_by) : claim.outlet ? t("item.asserted.named", { outlet: claim.outlet }) : t("item.asserted.outlet")),
      row(t("item.scope"), claim.scope ? words(claim.scope, claim.language) : null),
      row(t("item.about"), claim.about && itemById.has(claim.about) ? h("a", { href: link("item", claim.about) }, itemName(claim.about), " ", dateLabel(itemById.get(claim.about).value.date)) : null),
      verdict ? row(t("item.reading"), say(verdict.reading)) : null,
      verdict ? row(t("item.reason"), say(verdict.why)) : null,
      claim.versions.map(claimVersion),
      verdict?.searched ? row("", h("span", { class: "hint" }, counted("item.searched", verdict.searched))) : null),
    verdict?.counter.length ? h("section", { class: "counter" }, h("h4", null, t("item.counter")), h("ul", { class: "lines" }, verdict.counter.map(itemLine))) : null,
    verdict ? references(verdict.references) : null,
    filmLinks(claim.id),
    wordsDetails(claim.passages),
  );
}
