// What the record weighs goes in; a row of cards comes out, each with its finding in a few words;
// pressing one opens its view, as the row of lists does.

const FINDINGS = ["index", "figures", "accounts", "versions", "peers", "threads", "decisions"];

// A view that has nothing in this record is left out.
function findingNames() {
  return FINDINGS.filter((name) => TABS[name].all().length);
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

function drawFindings() {
  const names = findingNames();
  const row = at("findings");
  row.hidden = !names.length;
  fill(row, names.map((name) => findingCard(name, names.includes(view.tab) ? view.tab : names[0])));
}
