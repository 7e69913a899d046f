// An item goes in; how sure it is comes out: the independent voices that tell it, whose sides they
// are on, and what people decided about it.

const MOST_DOTS = 5;
const MOST_FIELDS = 3;

function sidesText(codes) {
  return codes.map((code) => label("country", code)).join(t("list.separator"));
}

function voicesNote({ voices, sides }) {
  return h(
    "span",
    { class: voices > 1 ? "voices" : "voices one", title: t("sure.hint") },
    h("span", { class: "dots", "aria-hidden": "true" }, Array.from({ length: Math.min(voices, MOST_DOTS) }, () => h("span"))),
    counted("sure.voices", voices),
    sides.length ? h("span", { class: "sides" }, sidesText(sides)) : null,
  );
}

// Who decided, when and why, in one line; a source that has told something else since is named.
function decisionNote(note) {
  // Whoever confirms everything has named no field in particular.
  const fields = note.fields.length > MOST_FIELDS ? "" : note.fields.map(fieldName).join(t("list.separator"));
  const name = decisionByLine.has(note.line) ? "a" : "span";
  return h(
    "li",
    { class: note.contested.length ? "contested" : null },
    h(name, { class: "by-person", href: name === "a" ? link("decision", note.line) : null }, icon("check"), actionName(note.action), fields ? `: ${fields}` : ""),
    " ", joined([h("bdi", null, note.who), dateLabel(note.day)], "·"),
    note.why ? " " : null, note.why ? h("q", { dir: "auto" }, note.why) : null,
    note.contested.length ? h("span", { class: "warning" }, t("sure.contested", { fields: note.contested.map(fieldName).join(t("list.separator")) })) : null,
  );
}

function sureness(item) {
  return [
    item.voices ? h("p", { class: "sure" }, voicesNote(item)) : null,
    item.decisions.length ? h("ul", { class: "decided" }, item.decisions.map(decisionNote)) : null,
  ];
}

// In a line of references: how many voices, where there are several, and that a person looked at it.
function surenessInLine(item) {
  const last = item.decisions?.at(-1);
  if (!(item.voices > 1) && !last) return null;
  return h("p", { class: "sure" }, item.voices > 1 ? voicesNote(item) : null, last ? h("span", { class: "by-person" }, icon("check"), actionName(last.action)) : null);
}

// The sources that speak with one voice with a source, and why that is thought; null for most.
const voiceOf = new Map(data.voices.flatMap((voice) => voice.sources.map((position) => [position, voice])));

function sharedVoice(position) {
  const others = (voiceOf.get(position)?.sources ?? []).filter((one) => one !== position);
  if (!others.length) return null;
  return lazyDetails(counted("voice.others", others.length), () => [
    say(voiceOf.get(position).reason, "p", { class: "hint" }),
    h("ul", null, others.map((one) => h("li", null, h("a", { href: link("source", data.sources[one].id), lang: data.sources[one].language, dir: direction(data.sources[one].language) }, data.sources[one].headline || data.sources[one].name)))),
  ], { class: "shared" });
}
