// What the record weighs goes in; a row of cards comes out, each with its finding in a few words;
// pressing one opens its view, as the row of lists does.

const FINDINGS = ["index", "figures", "accounts", "versions", "peers", "threads", "decisions"];

// A view that has nothing in this record is left out.
function findingNames() {
  return FINDINGS.filter((name) => TABS[name].all().length);
}

// Where else a passage stands: in a difference of versions, on a guest, in a chain, under a decision.
let usesByPassage = null;

function usesInFindings(numbers) {
  if (!usesByPassage) {
    usesByPassage = new Map();
    const note = (passages, href, tab) => {
      for (const number of passages.filter((one) => one !== null)) {
        if (!usesByPassage.has(number)) usesByPassage.set(number, new Map());
        usesByPassage.get(number).set(href, tab);
      }
    };
    for (const { sources, sides } of data.versions) note(sides, link("pair", sources.join("-")), "versions");
    for (const { id, guests } of data.occasions) note(guests.flatMap((guest) => guest.values.flatMap((value) => value.passages)), link("occasion", id), "peers");
    for (const { id, kind, links } of data.threads) {
      if (kind !== "career") note(links.flatMap((one) => one.passages), link("thread", id), "threads");
    }
    for (const { line, passages } of data.decisions) note(passages, link("decision", line), "decisions");
  }
  const found = new Map(numbers.flatMap((number) => [...(usesByPassage.get(number) ?? [])]));
  return [...found].map(([href, tab]) => h("li", { class: "item-line" }, h("a", { href }, t(`tab.${tab}`))));
}

function findingCard(name, entry) {
  const { big, small, picture } = TABS[name].headline();
  const current = name === view.tab;
  const found = hits(name).length;
  return h(
    "button",
    { type: "button", role: "tab", id: `tab-${name}`, class: `finding finding-${name}`, "aria-selected": current ? "true" : "false", "aria-controls": "panel", tabindex: name === entry ? 0 : -1, on: { click: () => tabPressed(name) } },
    h("span", { class: "finding-name" }, t(`tab.${name}`), view.query ? h("span", { class: "number" }, found) : null),
    h("span", { class: typeof big === "number" ? "big count" : "big" }, big),
    h("span", { class: "small" }, small),
    picture ?? null,
  );
}

// Where a sentence stands on no source, the pane beside the film shows the way into the record.
function wayIn() {
  const lines = findingNames().map((name) => {
    const { big, small } = TABS[name].headline();
    return h("li", { class: "item-line" }, h("a", { class: "item-name", href: `#${name}` }, t(`tab.${name}`)), h("p", { class: "facts" }, joined([String(big), small], "·")));
  });
  return h(
    "div",
    { class: "way-in" },
    h("h3", null, t("record.heading")),
    h("ul", { class: "counts" }, countItems(() => at("record").scrollIntoView())),
    lines.length ? [h("h3", null, t("record.findings")), h("ul", { class: "lines" }, lines)] : null,
  );
}

function drawFindings() {
  const names = findingNames();
  const row = at("findings");
  row.hidden = !names.length;
  fill(row, names.map((name) => findingCard(name, names.includes(view.tab) ? view.tab : names[0])));
}
