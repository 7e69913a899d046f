// The decisions of the ledger go in; a log comes out, the newest first: who decided what about
// what, why, and what became of it.

const decisionByLine = new Map(data.decisions.map((decision) => [decision.line, decision]));

function actionName(action) {
  return has(`decided.${action}`) ? t(`decided.${action}`) : action;
}

function decidedLink(id) {
  const item = itemById.get(id);
  if (item) return [h("a", { href: link("item", id) }, [itemName(id), dateLabel(item.value.date)].filter(Boolean).join(t("list.separator"))), itemExcerpt(item.value)];
  if (entityById.has(id)) return entityLink(id);
  const line = decisionByLine.get(Number(id));
  if (line) return h("a", { href: link("decision", line.line) }, t("decided.line", { n: line.line }));
  // What was rejected is in the record no more; its id begins with what it was.
  const [type] = id.split("-");
  return data.labels.type[type] ? h("span", null, label("type", type)) : h("span", { class: "hint", dir: "ltr" }, id);
}

const LONGEST_EXCERPT = 80;

function itemExcerpt({ text, language }) {
  if (!text) return null;
  const short = text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT).replace(/\s\S*$/, "")} …` : text;
  return [" ", words(short, language, "q")];
}

// `en` is a translation, `name.en` a name, `why.en` the reason of a verdict; all else is a field.
function settledRow([field, value]) {
  const [name, language] = field.split(".");
  if (data.labels.language[name]) return row(t("item.translation", { language: label("language", name) }), words(value, name));
  if (name === "name") return row(fieldName(field), words(value, language));
  if (name === "why") return row(t("item.reason"), words(value, language));
  if (name === "verdict") return row(t("record.verdict"), verdictBadge({ id: value }));
  return row(fieldName(field), value ? fieldValue(field, value) : h("span", { class: "hint" }, t("decided.taken")));
}

function decisionCard(decision) {
  const gone = decision.withdrawn_by !== null;
  return h(
    "article",
    { class: `card decision${gone ? " withdrawn" : ""}`, "data-id": String(decision.line), tabindex: -1 },
    h("header", null,
      h("p", { class: "when" }, joined([h("time", { datetime: decision.day }, dateLabel(decision.day)), h("bdi", null, decision.who)], "·")),
      h("h3", null, h("span", { class: "badge by-person" }, actionName(decision.action)), " ", decidedLink(decision.item), decision.others.map((id) => [" ↔ ", decidedLink(id)]),
        h("a", { class: "permalink", href: link("decision", decision.line), "aria-label": t("decided.line", { n: decision.line }) }, "#"))),
    decision.why ? h("p", { class: "why" }, h("bdi", null, decision.why)) : null,
    decision.values.length ? h("dl", { class: "facts" }, decision.values.map(settledRow)) : null,
    gone ? h("p", { class: "warning" }, t("decided.withdrawn"), " ", decidedLink(String(decision.withdrawn_by))) : null,
    Object.keys(decision.reason).length ? h("p", { class: "warning" }, t("decided.nothing"), " ", say(decision.reason, "bdi")) : null,
    decision.retold ? h("p", { class: "warning" }, t("decided.retold")) : null,
    decision.contested.length ? h("p", { class: "warning" }, t("sure.contested", { fields: decision.contested.map(fieldName).join(t("list.separator")) })) : null,
    decision.passages.length ? wordsDetails(decision.passages) : null,
  );
}

TABS.decisions = {
  kind: "decision",
  finding: true,
  all: () => data.decisions,
  filters: ["kind"],
  kinds: () => [...new Set(data.decisions.map((d) => d.action))].map((id) => [id, actionName(id)]),
  fits: (d) => !view.filters.kind || d.action === view.filters.kind,
  blocks: (decisions) => decisions.map((d) => ({ id: String(d.line), draw: () => decisionCard(d) })),
  headline: () => ({ big: data.decisions.length, small: counted("finding.decisions", new Set(data.decisions.map((d) => d.who)).size) }),
};
SEARCHED.decision = (d) => [d.who, d.why, d.item, wordsIn("decided", d.action), dateWords(d.day), d.passages.map(passageText), d.values.flat(), entityById.has(d.item) ? allNames(d.item) : ""];
