// The relationship index goes in; its verdict, a curve with its band and its grey years, the year
// that is chosen with its events, and the same as a table come out.

const HIGH = 280;
const EDGE = { top: 12, bottom: 28, start: 40, end: 14 };
const SVG = "http://www.w3.org/2000/svg";

const indexYears = data.index?.years ?? [];
const indexAt = { year: indexYears.at(-1)?.year ?? null };

function draw(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  append(node, children);
  return node;
}

// Where years and values stand; time runs in the direction of reading.
function indexScale(wide, high, edge) {
  const low = Math.min(0, ...indexYears.map((year) => year.low));
  const top = Math.max(...indexYears.map((year) => year.high));
  const [bottom, ceiling] = [Math.floor(low / 20) * 20, Math.ceil(top / 20) * 20];
  const across = wide - edge.start - edge.end;
  const step = indexYears.length > 1 ? across / (indexYears.length - 1) : 0;
  const mirrored = direction(ui.language) === "rtl";
  return {
    bottom,
    ceiling,
    step,
    x: (n) => (mirrored ? wide - edge.start - n * step : edge.start + n * step),
    y: (value) => high - edge.bottom - ((value - bottom) / (ceiling - bottom || 1)) * (high - edge.top - edge.bottom),
  };
}

// Neighbouring years of one kind, each run reaching to the next year, so that the curve is whole.
function indexRuns() {
  const runs = [];
  indexYears.forEach((year, n) => {
    if (n && runs.at(-1).grey === year.grey) runs.at(-1).years.push(n);
    else runs.push({ grey: year.grey, years: n ? [n - 1, n] : [n] });
  });
  return runs;
}

function curve({ x, y }) {
  return indexRuns().map(({ grey, years }) => {
    const points = (key) => years.map((n) => `${x(n).toFixed(1)},${y(indexYears[n][key]).toFixed(1)}`);
    const kind = grey ? "grey" : "sure";
    return [
      draw("polygon", { class: `band ${kind}`, points: [...points("high"), ...points("low").reverse()].join(" ") }),
      draw("polyline", { class: `curve ${kind}`, points: points("value").join(" ") }),
    ];
  });
}

function indexMark(year, n, { x, y }) {
  const [a, b] = [x(n), y(year.value)];
  const arrow = { grew: `M${a - 5} ${b + 4}h10l-5 -9z`, fell: `M${a - 5} ${b - 4}h10l-5 9z` }[year.word];
  return arrow ? draw("path", { class: `mark-${year.word}`, d: arrow }) : draw("circle", { class: "mark-open", cx: a, cy: b, r: 2.5 });
}

function indexChart() {
  // Drawn for the screen it is on: letters keep their size, and a phone has a curve, not a line.
  const wide = window.matchMedia("(max-width: 40rem)").matches ? 420 : 960;
  const scale = indexScale(wide, HIGH, EDGE);
  const { x, y, step, bottom, ceiling } = scale;
  const lines = Array.from({ length: (ceiling - bottom) / 20 + 1 }, (_, n) => bottom + n * 20);
  const here = indexYears.findIndex((year) => year.year === indexAt.year);
  const mirrored = direction(ui.language) === "rtl";
  const node = draw(
    "svg",
    { class: "index-chart", viewBox: `0 0 ${wide} ${HIGH}`, "aria-hidden": "true", focusable: "false" },
    lines.map((value) => [
      draw("line", { class: value ? "grid" : "grid zero", x1: 0, x2: wide, y1: y(value), y2: y(value) }),
      draw("text", { class: "scale", x: mirrored ? wide : 0, y: y(value) - 3, "text-anchor": "start", direction: mirrored ? "rtl" : "ltr" }, `\u200e${value}`),
    ]),
    draw("rect", { class: "here", x: x(here) - Math.max(step, 6) / 2, y: EDGE.top, width: Math.max(step, 6), height: HIGH - EDGE.top - EDGE.bottom }),
    curve(scale),
    indexYears.map((year, n) => indexMark(year, n, scale)),
    indexYears.map((year, n) => (n === 0 || n === indexYears.length - 1 || (year.year % (wide < 500 ? 10 : 5) === 0 && n * step > 50 && (indexYears.length - 1 - n) * step > 50)
      ? draw("text", { class: "scale", x: x(n), y: HIGH - 8, "text-anchor": "middle" }, String(year.year)) : null)),
  );
  node.addEventListener("click", (event) => {
    const box = node.getBoundingClientRect();
    const across = ((event.clientX - box.left) / box.width) * wide;
    const n = Math.round((mirrored ? wide - EDGE.start - across : across - EDGE.start) / (step || 1));
    chooseIndexYear(indexYears[Math.min(Math.max(n, 0), indexYears.length - 1)].year);
  });
  return node;
}

function sparkline() {
  const scale = indexScale(240, 44, { top: 3, bottom: 3, start: 3, end: 3 });
  return draw("svg", { class: "sparkline", viewBox: "0 0 240 44", "aria-hidden": "true", focusable: "false", preserveAspectRatio: "none" }, curve(scale));
}

function share(part) {
  return new Intl.NumberFormat(`${ui.language}-u-nu-latn`, { style: "percent" }).format(part);
}

// A number that keeps its sign at its left in a line of the other direction.
function points(value) {
  return h("bdi", { dir: "ltr" }, value.toFixed(1).replace("-", "\u2212"));
}

function bandOf(year) {
  return h("bdi", { dir: "ltr" }, `${year.low.toFixed(1)} … ${year.high.toFixed(1)}`.replaceAll("-", "\u2212"));
}

function coverageText(year) {
  return t(year.grey ? "index.assumed" : "index.measured", { share: share(year.coverage) });
}

function indexYearCard(year) {
  const parts = Object.entries(year.components).filter(([, value]) => value);
  const most = Math.max(...indexYears.flatMap((one) => Object.values(one.components).map(Math.abs)), 1);
  const bar = (value) => {
    const node = h("span", { class: value < 0 ? "bar below" : "bar", "aria-hidden": "true" });
    node.style.setProperty("--part", Math.abs(value) / most);
    return node;
  };
  return [
    h("h4", null, h("span", { class: "index-year" }, year.year), points(year.value), h("span", { class: "hint" }, "(", bandOf(year), ")"), h("span", { class: `badge word-${year.word}` }, t(`index.${year.word}`))),
    h("p", { class: "hint" }, coverageText(year)),
    parts.length ? h("dl", { class: "parts" }, parts.map(([id, value]) => h("div", null, h("dt", null, label("dimension", id)), h("dd", null, bar(value), points(value))))) : null,
    year.items.length ? [h("h5", null, t("index.events", { n: year.items.length })), itemList(year.items)] : h("p", { class: "hint" }, t("index.empty")),
  ];
}

function chooseIndexYear(year) {
  indexAt.year = year;
  const card = document.querySelector(".index-view");
  card.querySelector(".index-chart").replaceWith(indexChart());
  card.querySelector("input[type=range]").value = year;
  drawIndexYear(card);
}

function drawIndexYear(card) {
  const year = indexYears.find((one) => one.year === indexAt.year);
  fill(card.querySelector(".index-detail"), indexYearCard(year));
  card.querySelector("input[type=range]").setAttribute("aria-valuetext", `${year.year}: ${year.value}, ${t(`index.${year.word}`)}`);
}

function indexTable() {
  const heads = ["year", "value", "band", "word", "coverage", "contacts"];
  return h(
    "table",
    { class: "index-table" },
    h("caption", { class: "unseen" }, t("tab.index")),
    h("thead", null, h("tr", null, heads.map((name) => h("th", { scope: "col" }, t(`index.head.${name}`))))),
    h("tbody", null, indexYears.map((year) => h("tr", { class: year.grey ? "grey" : null },
      h("th", { scope: "row" }, h("a", { href: `#year-${year.year}` }, year.year)),
      h("td", null, points(year.value)), h("td", null, bandOf(year)), h("td", null, t(`index.${year.word}`)), h("td", null, share(year.coverage), " ", t(year.grey ? "index.basis.assumed" : "index.basis.measured")), h("td", null, year.contacts)))),
  );
}

// The weights are decisions: what the index would say if they had been taken otherwise.
function runsTable() {
  return h(
    "table",
    null,
    h("thead", null, h("tr", null, ["run", "r", "opposite"].map((name) => h("th", { scope: "col" }, t(`index.head.${name}`))))),
    h("tbody", null, data.index.runs.map((run) => h("tr", null,
      h("th", { scope: "row" }, has(`index.run.${run.id}`) ? t(`index.run.${run.id}`) : run.id),
      h("td", null, run.r === null ? "" : h("bdi", { dir: "ltr" }, run.r.toFixed(2))),
      h("td", null, run.opposite.length ? run.opposite.join(t("list.separator")) : t("index.none"))))),
  );
}

function indexVerdict() {
  const { index } = data;
  const grey = indexYears.filter((year) => year.grey).length;
  const grew = indexYears.filter((year) => year.word === "grew").map((year) => year.year);
  const claims = data.claims.filter((claim) => claim.kind === "every" && claim.verdict);
  return h(
    "header",
    { class: "index-verdict" },
    h("h3", null, t("index.question"), " ", h("span", { class: `badge verdict-${index.every_year}` }, t(`index.every.${index.every_year}`))),
    h("p", null, joined([
      index.fallen.length ? t("index.fallen", { years: index.fallen.join(t("list.separator")) }) : null,
      grew.length ? t("index.grewin", { years: grew.join(t("list.separator")) }) : null,
      t("index.greyyears", { n: grey, total: indexYears.length }),
    ], "·")),
    index.trend.tau === null ? null : h("p", null, t(`index.trend.${index.trend.word}`), " ", h("span", { class: "hint" }, h("bdi", { dir: "ltr" }, `τ = ${index.trend.tau}, p = ${index.trend.p}`), index.trend.grey ? ` · ${t("index.guess")}` : "")),
    claims.length ? h("p", null, t("index.claims"), " ", listed(claims.map((claim) => h("a", { href: link("item", claim.id), lang: claim.language }, h("q", { dir: "auto" }, claim.text))))) : null,
  );
}

function indexView() {
  const slider = h("input", { type: "range", id: "index-year", min: indexYears[0].year, max: indexYears.at(-1).year, value: indexAt.year, on: { input: (event) => chooseIndexYear(Number(event.target.value)) } });
  const node = h(
    "section",
    { class: "card index-view", "data-id": "index", tabindex: -1 },
    indexVerdict(),
    h("p", { class: "unseen" }, t("index.chart")),
    h("figure", null, indexChart(), h("p", { class: "legend", "aria-hidden": "true" }, ["grew", "fell", "cannot_tell", "grey"].map((name) => h("span", { class: `key key-${name}` }, t(`index.${name}`))))),
    h("p", { class: "slide" }, h("label", { for: "index-year" }, t("record.year")), slider),
    h("div", { class: "index-detail" }),
    lazyDetails(t("index.table"), () => h("div", { class: "wide", role: "region", tabindex: 0, "aria-label": t("tab.index") }, indexTable()), { class: "words" }),
    data.index.runs.length ? lazyDetails(t("index.runs"), runsTable, { class: "words" }) : null,
    h("p", { class: "hint" }, t("index.note", { n: data.index.events })),
  );
  slider.value = indexAt.year;
  drawIndexYear(node);
  return node;
}

TABS.index = {
  kind: "year",
  finding: true,
  all: () => indexYears,
  whole: true,
  filters: [],
  fits: () => true,
  blocks: (years) => (years.length ? [{ id: "index", holds: years.map((year) => `year-${year.year}`), draw: indexView }] : []),
  headline: () => ({ big: t(`index.every.${data.index.every_year}`), small: t("index.greyyears", { n: indexYears.filter((year) => year.grey).length, total: indexYears.length }), picture: sparkline() }),
};
SEARCHED.year = (y) => [String(y.year), y.items.map((id) => searchText("event", itemById.get(id).value))];
