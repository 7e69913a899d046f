// Sources go in; their cards come out, and each one's full text with every cited span marked.

function sourceCard(source) {
  const position = sourceById.get(source.id);
  const cited = citedSpans(position).length;
  return h(
    "article",
    { class: "card source", "data-id": source.id, tabindex: -1 },
    sourceLine(source),
    h("h3", { lang: source.language, dir: direction(source.language) }, h("a", { href: link("source", source.id) }, source.headline || source.name)),
    h("p", { class: "facts" }, joined([counted("source.marks", cited), counted("count.words", source.words), originalLink(source)], "·")),
    sharedVoice(position),
  );
}

const spansBySource = new Map();

function citedSpans(position) {
  if (!spansBySource.size) {
    data.passages.forEach((passage, number) => {
      if (!passage.span) return;
      if (!spansBySource.has(passage.source)) spansBySource.set(passage.source, []);
      spansBySource.get(passage.source).push({ start: passage.span[0], end: passage.span[1], number });
    });
  }
  return spansBySource.get(position) ?? [];
}

function shortest(spans) {
  return spans.reduce((best, span) => (span.end - span.start < best.end - best.start ? span : best));
}

// What the reader chose: the spans that touch the place in the address, in code points.
function chosenNumbers(position) {
  if (!view.mark) return [];
  const [from, to] = view.mark;
  return citedSpans(position)
    .map((span) => span.number)
    .filter((number) => data.passages[number].points[0] < to && data.passages[number].points[1] > from);
}

function drawSource() {
  watcher?.disconnect();
  const position = view.source;
  const source = data.sources[position];
  const spans = citedSpans(position);
  const chosen = new Set(chosenNumbers(position));
  const mark = (text, here) => {
    const number = shortest(here).number;
    const current = here.some((span) => chosen.has(span.number));
    return h("mark", { class: current ? "chosen" : null }, h("a", { href: passageLink(number), "aria-current": current ? "true" : null }, text));
  };
  const paragraphs = source.paragraphs.map(([a, b], n) => {
    const here = spans.filter((span) => span.start < b && span.end > a);
    const headline = n === 0 && source.text.slice(a, b) === source.headline;
    // Here the whole text is read: nothing is cut out of a long paragraph.
    return h(headline ? "h3" : "p", null, stretches(a, b, here).map((stretch) => {
      const text = source.text.slice(stretch.start, stretch.end);
      return stretch.spans.length ? mark(text, stretch.spans) : text;
    }));
  });
  at("shown").textContent = "";
  fill(at("years"));
  at("list").className = "list list-reader";
  fill(
    at("list"),
    h("p", { class: "back" }, h("a", { href: "#sources" }, icon("back"), t("source.back"))),
    h("div", { class: "reader" },
      h("article", { class: "source-text", "data-id": source.id, tabindex: -1 },
        h("header", null,
          sourceLine(source),
          h("p", { class: "facts" }, joined([
            source.rights ? h("span", null, t("source.rights"), ": ", h("span", { dir: "auto" }, source.rights)) : null,
            h("span", null, t("source.file"), ": ", h("span", { dir: "ltr" }, source.name)), originalLink(source),
          ], "·"))),
        h("div", { class: "text", lang: source.language, dir: direction(source.language) }, paragraphs.length ? paragraphs : h("p", { class: "hint" }, t("source.notext")))),
      h("aside", { class: "uses", "aria-live": "polite" }, uses([...chosen]))),
  );
}

function uses(numbers) {
  const heading = h("h3", null, t("source.uses"));
  if (!numbers.length) return [heading, h("p", { class: "hint" }, t("source.uses.none"))];
  const sentences = [...new Set(numbers.flatMap((number) => [...usesOfPassage[number].sentences]))].sort((a, b) => a - b);
  const items = [...new Set(numbers.flatMap((number) => [...usesOfPassage[number].items]))];
  const findings = usesInFindings(numbers);
  if (!sentences.length && !items.length && !findings.length) return [heading, h("p", { class: "hint" }, t("source.nothing"))];
  return [
    heading,
    sentences.length ? [h("h4", null, t("source.sentences")), h("ul", { class: "lines" }, sentences.map((n) => h("li", { class: "item-line" }, h("p", null, say(data.sentences[n].lines)), h("p", null, sentenceLink(n)))))] : null,
    items.length ? [h("h4", null, t("source.items")), h("ul", { class: "lines" }, items.map(itemLine))] : null,
    findings.length ? [h("h4", null, t("record.findings")), h("ul", { class: "lines" }, findings)] : null,
  ];
}

// Opens the full text of a source; `mark` is a span in code points to stop at, or null.
function openSource(position, mark) {
  const again = view.source === position && at("list").classList.contains("list-reader");
  view.tab = "sources";
  view.source = position;
  view.mark = mark;
  if (again) refreshMarks();
  else drawRecord();
  const chosen = at("list").querySelector("mark.chosen");
  if (chosen && !(again && inUpperHalf(chosen))) chosen.scrollIntoView({ block: "start" });
  else if (!chosen && !again) at("record").scrollIntoView();
  const focus = chosen?.querySelector("a") ?? at("list").querySelector(".source-text");
  focus.focus({ preventScroll: true });
}

// On a phone the lower half is taken by what stands on the words.
function inUpperHalf(node) {
  const box = node.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= window.innerHeight / 2;
}

// Another place of the same text was chosen: the text stays, only the marks and their uses change.
function refreshMarks() {
  const chosen = new Set(chosenNumbers(view.source));
  const [from, to] = view.mark ?? [0, 0];
  for (const anchor of at("list").querySelectorAll(".text mark a")) {
    const place = anchor.getAttribute("href").match(/:(\d+)-(\d+)$/);
    const current = place !== null && Number(place[1]) < to && Number(place[2]) > from;
    anchor.parentNode.classList.toggle("chosen", current);
    if (current) anchor.setAttribute("aria-current", "true");
    else anchor.removeAttribute("aria-current");
  }
  fill(at("list").querySelector(".uses"), uses([...chosen]));
}
