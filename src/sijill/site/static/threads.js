// What belongs together over the years goes in; chains come out: the meetings of a format, the stages
// of a project, and on the card of a person the posts in time.

function stageBadge(stage, event) {
  if (stage === "held" || stage === "term") return null;
  if (stage === "seen") return h("span", { class: "hint" }, t("thread.seen"));
  return has(`status.${stage}`) ? statusBadge(stage, event) : h("span", { class: "badge" }, t(`stage.${stage}`));
}

// A told number stands as it is, a counted one in brackets.
function linkNumber({ number, numbered }) {
  if (number === null) return null;
  const told = numbered === "told";
  return h("span", { class: "link-number", title: t(told ? "thread.number" : "thread.counted", { n: number }) }, told ? `${number}.` : `(${number})`);
}

function threadLink(one) {
  const event = one.event ? itemById.get(one.event)?.value : null;
  const what = event
    ? [h("a", { href: link("item", event.id) }, eventName(event)), event.place ? nameNode(event.place) : null]
    : one.post ? [postNode(one.label, one.post, one.body), one.status !== "current" && has(`occupancy.${one.status}`) ? h("span", { class: "hint" }, t(`occupancy.${one.status}`)) : null] : [];
  return h(
    "li",
    { class: `link is-${one.stage}` },
    h("p", { class: "when" }, one.date ? dateLabel(one.date) : t("record.undated")),
    h("div", null,
      h("p", null, linkNumber(one), " ", joined(what, "·"), " ", stageBadge(one.stage, event)),
      one.passages.length ? wordsDetails(one.passages) : null,
      references(one.references),
      one.line === null ? null : h("p", { class: "hint" }, decidedLink(String(one.line)))),
  );
}

function threadCard(thread) {
  return h(
    "article",
    { class: "card thread", "data-id": thread.id, tabindex: -1 },
    h("header", null,
      h("p", { class: "kind" }, t(`thread.${thread.kind}`)),
      h("h3", null, say(thread.title) ?? thread.id, h("a", { class: "permalink", href: link("thread", thread.id), "aria-label": t("item.link") }, "#"))),
    h("ol", { class: "chain" }, thread.links.map(threadLink)),
    thread.missing ? h("p", { class: "hint" }, t("thread.missing", { n: thread.missing })) : null,
  );
}

const careerOf = new Map(data.threads.filter((thread) => thread.kind === "career").map((thread) => [thread.about[0], thread]));

function careerDetails(id) {
  const career = careerOf.get(id);
  if (!career) return null;
  return lazyDetails(t("person.career", { n: career.links.length }), () => h("ol", { class: "chain" }, career.links.map(threadLink)), { class: "career" });
}

TABS.threads = {
  kind: "thread",
  finding: true,
  all: () => data.threads.filter((thread) => thread.kind !== "career"),
  filters: ["kind"],
  kinds: () => [...new Set(TABS.threads.all().map((thread) => thread.kind))].map((id) => [id, t(`thread.${id}`)]),
  fits: (thread) => !view.filters.kind || thread.kind === view.filters.kind,
  blocks: (threads) => threads.map((thread) => ({ id: thread.id, draw: () => threadCard(thread) })),
  headline: () => ({ big: TABS.threads.all().length, small: t("finding.threads") }),
};
SEARCHED.thread = (thread) => [Object.values(thread.title), wordsIn("thread", thread.kind), thread.about.map(allNames), thread.links.map((one) => [dateWords(one.date), one.passages.map(passageText)])];
