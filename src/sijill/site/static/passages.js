// Numbers of passages go in; whole paragraphs with the cited words marked come out.

// A paragraph longer than this is shown around its marks only, with dots where it was cut.
const LONGEST = 2400;
const AROUND = 500;

function passageText(number) {
  const passage = data.passages[number];
  return passage.span ? data.sources[passage.source].text.slice(...passage.span) : passage.exact;
}

// Spans that may overlap -> stretches in order, each with the spans that cover it.
function stretches(from, to, spans) {
  const edges = new Set([from, to]);
  for (const span of spans) {
    edges.add(Math.min(Math.max(span.start, from), to));
    edges.add(Math.min(Math.max(span.end, from), to));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const opening = [...spans].sort((a, b) => a.start - b.start);
  let open = [];
  let next = 0;
  return sorted.slice(0, -1).map((start, n) => {
    while (next < opening.length && opening[next].start <= start) open.push(opening[next++]);
    open = open.filter((span) => span.end > start);
    return { start, end: sorted[n + 1], spans: [...open] };
  });
}

function spansOf(numbers) {
  return numbers
    .filter((number) => data.passages[number].span)
    .map((number) => ({ start: data.passages[number].span[0], end: data.passages[number].span[1], number }));
}

// One paragraph with its marks; `make` turns the words of a marked stretch into a node.
function markedParagraph(source, [from, to], spans, make) {
  const here = spans.filter((span) => span.start < to && span.end > from);
  const nodes = [];
  let start = from;
  let end = to;
  if (to - from > LONGEST && here.length) {
    start = Math.max(from, Math.min(...here.map((span) => span.start)) - AROUND);
    end = Math.min(to, Math.max(...here.map((span) => span.end)) + AROUND);
  }
  if (start > from) nodes.push("… ");
  for (const stretch of stretches(start, end, here)) {
    const text = source.text.slice(stretch.start, stretch.end);
    nodes.push(stretch.spans.length ? make(text, stretch.spans) : text);
  }
  if (end < to) nodes.push(" …");
  return h("p", { lang: source.language, dir: direction(source.language) }, nodes);
}

// The words of one passage, with those of others marked in them; a link to their place.
function quoted(number, marked) {
  const passage = data.passages[number];
  const source = data.sources[passage.source];
  if (!passage.span) return orphaned(number);
  const nodes = stretches(...passage.span, spansOf(marked)).map((stretch) => {
    const text = source.text.slice(stretch.start, stretch.end);
    return stretch.spans.length ? plainMark(text) : text;
  });
  return h("blockquote", { lang: source.language, dir: direction(source.language) }, h("a", { class: "cited", href: passageLink(number) }, nodes));
}

// A passage with a few words on both sides; whole words only, never beyond its paragraph.
const BESIDE = 90;

function around(number, marked) {
  const passage = data.passages[number];
  const source = data.sources[passage.source];
  if (!passage.span) return quoted(number, []);
  const [from, to] = passage.span;
  const [first, last] = source.paragraphs.find(([a, b]) => a <= from && to <= b) ?? passage.span;
  const before = source.text.slice(Math.max(first, from - BESIDE), from);
  const after = source.text.slice(to, Math.min(last, to + BESIDE));
  const lead = from - BESIDE > first ? `… ${before.replace(/^\S*\s/, "")}` : before;
  const tail = to + BESIDE < last ? `${after.replace(/\s\S*$/, "")} …` : after;
  const text = source.text.slice(from, to);
  return h("blockquote", { lang: source.language, dir: direction(source.language) }, h("a", { class: "cited", href: passageLink(number) }, lead, marked ? plainMark(text) : text, tail));
}

// Words that do not stand at their place any more: shown, and said to be lost.
function orphaned(number) {
  return h("div", { class: "orphan" }, h("blockquote", { dir: "auto" }, data.passages[number].exact), h("p", null, t("evidence.orphan")));
}

function shortSource(number) {
  const source = data.sources[data.passages[number].source];
  return source ? sourceLine(source) : null;
}

function plainMark(text) {
  return h("mark", null, text);
}

// Numbers of passages -> by source, in the order in which the sources are first cited.
function bySource(numbers) {
  const groups = new Map();
  for (const number of numbers) {
    const source = data.passages[number].source;
    if (!groups.has(source)) groups.set(source, []);
    groups.get(source).push(number);
  }
  return [...groups].map(([source, cited]) => ({ source, numbers: cited }));
}

function sourceLine(source) {
  const outlet = source.outlet ? words(source.outlet, source.language, "span", { class: "outlet" }) : h("span", { class: "outlet" }, t("evidence.nooutlet"));
  const published = source.published
    ? h("time", { datetime: source.published }, dateLabel(source.published))
    : h("span", null, t("evidence.undated"));
  return h("p", { class: "source-line" }, joined([outlet, published, h("span", null, label("language", source.language))], "·"));
}

function originalLink(source) {
  if (!source.url) return null;
  return h(
    "a",
    { href: source.url, target: "_blank", rel: "noopener noreferrer", class: "away", title: source.url },
    t("evidence.original"), icon("away"), h("span", { class: "unseen" }, t("evidence.newtab")),
  );
}

function passageLink(number) {
  const passage = data.passages[number];
  const source = data.sources[passage.source];
  return `${link("source", source.id)}:${passage.points[0]}-${passage.points[1]}`;
}

// The words of one source: outlet, day, headline, then each paragraph that holds cited words.
function sourceWords({ source: position, numbers }) {
  const source = data.sources[position];
  const orphans = numbers.filter((number) => !data.passages[number].span);
  const spans = spansOf(numbers);
  const paragraphs = source
    ? source.paragraphs.filter(([a, b]) => spans.some((span) => span.start < b && span.end > a))
    : [];
  return h(
    "article",
    { class: "source-words" },
    source && h(
      "header",
      null,
      sourceLine(source),
      h("h4", { lang: source.language, dir: direction(source.language) }, h("a", { href: spans.length ? passageLink(spans[0].number) : link("source", source.id) }, source.headline)),
    ),
    paragraphs.map((paragraph) => h("blockquote", null, markedParagraph(source, paragraph, spans, plainMark))),
    orphans.map(orphaned),
    source && h("p", { class: "source-foot" }, originalLink(source), copyButton(source, numbers)),
  );
}

// What a person pastes into a note: the exact words, then where they stand.
function copyable(source, numbers) {
  const told = numbers.map((number) => `“${passageText(number)}”`).join("\n");
  const where = [source.outlet, source.headline, dateLabel(source.published), source.url].filter(Boolean);
  return `${told}\n${where.join(" · ")}\n`;
}

function copyButton(source, numbers) {
  const done = h("span", { role: "status", class: "hint" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(copyable(source, numbers));
      done.textContent = t("evidence.copied");
    } catch {
      done.textContent = t("evidence.notcopied");
    }
  };
  return [h("button", { type: "button", class: "quiet", on: { click: copy } }, t("evidence.copy")), done];
}
