// Numbers that sources give go in; tables by what they measure come out, with those that cannot be
// right together side by side, each in the words of its source.

const figuresOfEvent = new Map();
for (const figure of data.figures) {
  if (!figuresOfEvent.has(figure.event)) figuresOfEvent.set(figure.event, []);
  figuresOfEvent.get(figure.event).push(figure);
}
const figureById = new Map(data.figures.map((figure) => [figure.id, figure]));

function figureAmount(figure) {
  const { text } = local(figure.amount);
  const amount = figure.bound ? t(`bound.${figure.bound}`, { amount: text }) : text;
  return figure.change ? t("figure.change", { amount }) : amount;
}

function figureName(figure) {
  return [label("measure", figure.measure), figureAmount(figure)].join(": ");
}

// The sentence of the source with the number marked, and who says it.
function figureWords(figure) {
  return h("div", { class: "figure-words" }, quoted(figure.passages[0], [figure.number]), shortSource(figure.number));
}

function figureScope(figure) {
  const event = figure.event ? itemById.get(figure.event)?.value : null;
  return joined([
    figure.countries.length ? sidesText(figure.countries) : null,
    event ? h("a", { href: link("item", event.id) }, joined([eventName(event), dateLabel(event.date)], t("list.separator"))) : null,
  ], "·");
}

// The numbers that are told of an event, each once.
function figuresOf(id) {
  const told = figuresOfEvent.get(id) ?? [];
  return told.length ? listed(sameFigures(told).map(([figure]) => h("a", { href: link("item", figure.id) }, figureName(figure)))) : null;
}

// Figures that answer each other, directly or by way of others -> groups of two and more. A figure
// names one of each other value, so that a tie holds in both directions.
function tiedFigures(figures, ties) {
  const there = new Set(figures);
  const beside = new Map(figures.map((figure) => [figure, []]));
  for (const figure of figures) {
    for (const other of ties(figure).map((id) => figureById.get(id)).filter((one) => there.has(one))) {
      beside.get(figure).push(other);
      beside.get(other).push(figure);
    }
  }
  const groups = [];
  for (const first of figures) {
    if (!there.delete(first)) continue;
    const group = [first];
    for (const figure of group) {
      for (const other of beside.get(figure)) {
        if (there.delete(other)) group.push(other);
      }
    }
    if (group.length > 1) groups.push(group);
  }
  return groups;
}

// One amount of one time that several sentences give is told once, with all their words.
function sameFigures(figures) {
  const groups = new Map();
  for (const figure of figures) {
    const key = [figureName(figure), figure.period].join("|");
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(figure);
  }
  return [...groups.values()];
}

function figureScopes(figures) {
  const scopes = new Map(figures.map((figure) => [`${figure.countries}${figure.event}`, figure]));
  return [...scopes.values()].map((figure) => h("div", null, figureScope(figure)));
}

function sideBySide(heading, figures, name) {
  return h(
    "section",
    { class: "differ" },
    h("h4", null, heading),
    h("div", { class: "versions" }, sameFigures(figures).map((same) => h(
      "div",
      { class: "version", "data-id": same[0].id, "data-also": same.map((one) => one.id).join(" "), tabindex: -1 },
      h("p", { class: "version-value" }, name(same[0])),
      h("div", { class: "hint" }, dateLabel(same[0].period), figureScopes(same)),
      same.map(figureWords),
    ))),
  );
}

function figureTable(measure, rows, first) {
  const cell = (role, name, ...inside) => h("td", { role: "cell", "data-term": name, class: role }, inside);
  return h(
    "table",
    { class: "figure-table", role: "table", "aria-label": label("measure", measure) },
    h("thead", { role: "rowgroup", class: first ? null : "unseen" }, h("tr", { role: "row" }, ["amount", "period", "scope", "words"].map((name) => h("th", { role: "columnheader", scope: "col" }, t(`figure.${name}`))))),
    h("tbody", { role: "rowgroup" }, rows.map((same) => h(
      "tr",
      { role: "row", "data-id": same[0].id, "data-also": same.map((one) => one.id).join(" "), tabindex: -1 },
      h("th", { role: "rowheader", scope: "row" }, figureAmount(same[0]), same.some((one) => one.told_otherwise.length) ? h("span", { class: "badge differs" }, t("figure.otherwise.badge")) : null),
      cell("period", t("figure.period"), same[0].period ? dateLabel(same[0].period) : h("span", { class: "hint" }, t("figure.untimed"))),
      cell("scope", t("figure.scope"), figureScopes(same)),
      cell("words", t("figure.words"), same.map(figureWords)),
    ))),
  );
}

// A table of hundreds of figures is drawn piece by piece, as one scrolls.
const ROWS = 20;

function measureBlocks(measure, all) {
  const disputed = tiedFigures(all, (figure) => figure.disputed);
  const apart = new Set(disputed.flat());
  const last = (figure) => Math.max(...yearsOf(figure.period), 0);
  const rows = sameFigures(all.filter((figure) => !apart.has(figure)).sort((a, b) => last(b) - last(a)));
  const ids = (figures) => figures.map((figure) => figure.id);
  const blocks = [{ draw: () => h("h3", { class: "year measure" }, label("measure", measure), h("span", { class: "number" }, all.length)) }];
  for (const group of disputed) {
    blocks.push({ holds: ids(group), draw: () => h("div", { class: "card" }, sideBySide(t("figure.disputed"), group, figureAmount)) });
  }
  for (let at = 0; at < rows.length; at += ROWS) {
    const piece = rows.slice(at, at + ROWS);
    blocks.push({ holds: ids(piece.flat()), draw: () => h("div", { class: at ? "card continued" : "card" }, figureTable(measure, piece, !at)) });
  }
  return blocks;
}

function figureBlocks(figures) {
  const otherwise = tiedFigures(figures, (figure) => figure.told_otherwise);
  const byMeasure = new Map();
  for (const figure of figures) {
    if (!byMeasure.has(figure.measure)) byMeasure.set(figure.measure, []);
    byMeasure.get(figure.measure).push(figure);
  }
  return [
    ...otherwise.map((group) => ({ draw: () => h("div", { class: "card" }, sideBySide(t("figure.otherwise"), group, figureName)) })),
    ...[...byMeasure].sort((a, b) => b[1].length - a[1].length).flatMap(([measure, all]) => measureBlocks(measure, all)),
  ];
}

TABS.figures = {
  kind: "figure",
  finding: true,
  all: () => data.figures,
  filters: ["kind", "year", "disputed"],
  kinds: () => [...new Set(data.figures.map((f) => f.measure))].map((id) => [id, label("measure", id)]),
  fits: (f) => (!view.filters.kind || f.measure === view.filters.kind) && yearFits(f.period)
    && (!view.filters.disputed || f.disputed.length > 0 || f.told_otherwise.length > 0),
  blocks: figureBlocks,
  headline: () => {
    const disputed = data.figures.filter((f) => f.disputed.length).length;
    return { big: data.figures.length, small: disputed ? counted("finding.figures", disputed) : t("finding.figures.none") };
  },
};
SEARCHED.figure = (f) => [labelIn("measure", f.measure), Object.values(f.amount), dateWords(f.period), f.countries.map((code) => labelIn("country", code)), f.passages.map(passageText)];
