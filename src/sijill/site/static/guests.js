// Guests of one occasion go in; a table of how each was received comes out. What nobody tells is
// blank and never means "no".

function occasionName(occasion) {
  const event = itemById.get(occasion.id)?.value;
  if (event) return h("a", { href: link("item", event.id) }, joined([eventName(event), event.place ? nameNode(event.place) : null, dateLabel(event.date)], "·"));
  return occasionText(occasion);
}

function occasionText(occasion) {
  const event = itemById.get(occasion.id)?.value;
  const date = dateLabel(event ? event.date : occasion.week);
  return event ? [eventName(event), date].join(t("list.separator")) : t("guests.week", { host: label("country", occasion.host), date });
}

function guestName(guest) {
  return guest.entity && entityById.has(guest.entity) ? entityLink(guest.entity) : h("bdi", null, guest.name);
}

const featureKind = new Map(data.features);

// The kind of the feature decides how its value is read: "no" is an answer here, and no state.
function guestValue({ feature, value, names }) {
  const kind = featureKind.get(feature);
  if (kind === "day") return dateLabel(value);
  if (kind === "place" && entityById.has(value)) return entityLink(value);
  if (kind === "place" && Object.keys(names).length) return say(names);
  if (feature === "visit_format") return label("visit_format", value);
  return has(`meal.${value}`) ? t(`meal.${value}`) : has(`guests.${value}`) ? t(`guests.${value}`) : value;
}

// A value with a button that opens, under the whole row, the words or the rows of a table it stands on.
function guestCell(guest, value) {
  const sources = bySource(value.passages);
  const name = value.passages.length ? counted("item.sources", sources.length) : t("guests.table");
  const button = h("button", { type: "button", class: "quiet", "aria-expanded": "false", on: { click: () => showGrounds(button, guest, value) } }, name, h("span", { class: "unseen" }, `: ${guest.entity ? nameOf(guest.entity) : guest.name}, ${label("feature", value.feature)}`));
  return h(
    "div",
    { class: value.alone ? "told alone" : "told" },
    h("p", { class: "version-value" }, guestValue(value), value.alone ? h("span", { class: "star", title: t("guests.alone") }, "✦", h("span", { class: "unseen" }, t("guests.alone"))) : null),
    value.inferred ? h("p", { class: "hint" }, t("item.inferred")) : null,
    button,
  );
}

// One row of grounds at a time; a second press closes it.
function showGrounds(button, guest, value) {
  const table = button.closest("table");
  const open = button.getAttribute("aria-expanded") === "true";
  table.querySelector(".grounds")?.remove();
  for (const other of table.querySelectorAll("button[aria-expanded='true']")) other.setAttribute("aria-expanded", "false");
  if (open) return;
  button.setAttribute("aria-expanded", "true");
  const links = value.references.map(referenceLine);
  button.closest("tr").after(h("tr", { class: "grounds", role: "row" }, h(
    "td",
    { role: "cell", colspan: table.rows[0].cells.length },
    h("p", { class: "hint" }, joined([guestName(guest), label("feature", value.feature), guestValue(value)], "·")),
    bySource(value.passages).map(sourceWords),
    links.length ? h("div", { class: "references" }, h("p", { class: "hint" }, t("item.references")), h("ul", null, links)) : null,
  )));
}

// All the words in one place, as paper needs them.
function allWords(numbers) {
  return numbers.length ? wordsDetails([...new Set(numbers)]) : null;
}

function occasionCard(occasion) {
  const { guests } = occasion;
  const features = [...featureKind.keys()].filter((feature) => guests.some((guest) => guest.values.some((one) => one.feature === feature)));
  const alone = guests.some((guest) => guest.values.some((value) => value.alone));
  return h(
    "article",
    { class: "card occasion", "data-id": occasion.id, tabindex: -1 },
    h("h3", null, occasionName(occasion), h("a", { class: "permalink", href: link("occasion", occasion.id), "aria-label": t("item.link") }, "#")),
    h("div", { class: "wide", role: "region", tabindex: 0, "aria-label": occasionText(occasion) }, h(
      "table",
      { class: "guest-table", role: "table", "aria-label": occasionText(occasion) },
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, h("td", { role: "cell" }), guests.map((guest) => h("th", { role: "columnheader", scope: "col" }, guestName(guest), h("span", { class: "hint" }, label("country", guest.country)))))),
      h("tbody", { role: "rowgroup" }, features.map((feature) => h(
        "tr",
        { role: "row" },
        h("th", { role: "rowheader", scope: "row" }, label("feature", feature)),
        guests.map((guest) => {
          const values = guest.values.filter((one) => one.feature === feature);
          return h("td", { role: "cell", class: values.length ? null : "blank", "data-term": guest.entity ? nameOf(guest.entity) : guest.name }, values.map((value) => guestCell(guest, value)));
        }),
      ))),
    )),
    allWords(guests.flatMap((guest) => guest.values.flatMap((value) => value.passages))),
    h("p", { class: "hint" }, t("guests.blank"), " ", alone ? t("guests.star") : null),
  );
}

TABS.peers = {
  kind: "occasion",
  finding: true,
  all: () => data.occasions,
  filters: [],
  fits: () => true,
  blocks: (occasions) => [...occasions].sort((a, b) => b.guests.length - a.guests.length).map((o) => ({ id: o.id, draw: () => occasionCard(o) })),
  headline: () => ({ big: data.occasions.reduce((sum, occasion) => sum + occasion.guests.length, 0), small: counted("finding.peers", data.occasions.length) }),
};
SEARCHED.occasion = (o) => [labelIn("country", o.host), o.guests.map((guest) => [guest.name, guest.entity ? allNames(guest.entity) : "", labelIn("country", guest.country)])];
