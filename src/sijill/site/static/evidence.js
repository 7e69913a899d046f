// The sentence that is heard goes in; the items and the exact words it stands on come out beside it.

// More sources than this are folded away behind a button.
const FIRST_SOURCES = 4;
const FIRST_ITEMS = 5;

const now = { sentence: -1, row: null, follow: true };

function chapterNow() {
  return now.sentence >= 0 ? data.sentences[now.sentence].chapter : now.row?.chapter ?? null;
}

function followFilm() {
  if (!now.follow) return;
  const entry = rowAt(frameNow());
  if (!entry || entry === now.row) return;
  now.row = entry;
  now.sentence = entry.sentence;
  drawSaying();
}

// Shows a sentence and its evidence without moving the film.
function showSentence(n) {
  now.sentence = n;
  now.row = rowOfSentence.get(n) ?? null;
  drawSaying();
}

function drawSaying() {
  const sentence = now.sentence >= 0 ? data.sentences[now.sentence] : null;
  drawPlace(sentence);
  const spoken = sentence ? say(sentence.lines) : null;
  const box = at("sentence");
  box.classList.toggle("silent", !sentence);
  fill(box, spoken ?? (now.row ? t("film.silence") : t("evidence.start")));
  drawEvidence(sentence ?? now.row);
  markChapter();
  at("previous").disabled = now.sentence === 0 || !data.sentences.length;
  at("next").disabled = now.sentence === data.sentences.length - 1 || !data.sentences.length;
}

function drawPlace(sentence) {
  const chapter = data.chapters.find((one) => one.id === chapterNow());
  fill(at("place"), joined([
    chapter ? say(chapter.title) : null,
    sentence ? h("span", null, t("film.position", { n: now.sentence + 1, total: data.sentences.length })) : null,
    sentence ? h("span", { class: `kind kind-${sentence.kind}` }, t(`sentence.${sentence.kind}`)) : null,
  ], "·"));
}

function drawEvidence(standing) {
  const body = at("evidence-body");
  at("evidence").scrollTop = 0;
  if (!standing) {
    fill(body, h("p", { class: "hint" }, t("evidence.start")));
    return;
  }
  const items = standing.items.filter((id) => itemById.has(id) || entityById.has(id));
  const groups = bySource(standing.passages);
  const rest = groups.slice(FIRST_SOURCES);
  fill(
    body,
    items.length ? [h("h3", null, t("evidence.items")), itemList(items)] : null,
    groups.length ? [h("h3", null, t("evidence.words")), groups.slice(0, FIRST_SOURCES).map(sourceWords), unfold(rest, sourceWords, "evidence.more")] : null,
    !groups.length && !items.length ? [h("p", { class: "hint" }, t("evidence.none")), wayIn()] : null,
  );
}

function itemList(items) {
  const rest = unfold(items.slice(FIRST_ITEMS), itemLine, "evidence.items.more");
  return h("ul", { class: "lines" }, items.slice(0, FIRST_ITEMS).map(itemLine), rest ? h("li", null, rest) : null);
}

// A button that gives way to what it stands for; the focus goes on to the first of it.
function unfold(rest, make, key) {
  if (!rest.length) return null;
  const button = h("button", { type: "button", class: "quiet" }, t(key, { n: rest.length }));
  button.addEventListener("click", () => {
    const nodes = rest.map(make);
    (button.parentNode.tagName === "LI" ? button.parentNode : button).replaceWith(...nodes);
    nodes[0].querySelector("a")?.focus();
  });
  return button;
}

function step(by) {
  const n = Math.min(Math.max(neighbour(by), 0), data.sentences.length - 1);
  showSentence(n);
  const entry = rowOfSentence.get(n);
  if (entry) seek(entry.start);
}

// The sentence before or after; in a scene without words the nearest one in the film.
function neighbour(by) {
  if (now.sentence >= 0) return now.sentence + by;
  const spoken = data.rows.filter((entry) => entry.sentence >= 0);
  const here = now.row?.start ?? 0;
  const near = by > 0 ? spoken.find((entry) => entry.start >= here) : spoken.findLast((entry) => entry.start < here);
  return near ? near.sentence : 0;
}

function drawSteps() {
  const follow = h("input", { type: "checkbox", id: "follow" });
  follow.checked = now.follow;
  follow.addEventListener("change", () => {
    now.follow = follow.checked;
    if (video && now.follow) followFilm();
  });
  fill(
    at("steps"),
    h("button", { type: "button", id: "previous", class: "step", "aria-label": t("film.previous"), title: t("film.previous"), on: { click: () => step(-1) } }, icon("back")),
    h("button", { type: "button", id: "next", class: "step", "aria-label": t("film.next"), title: t("film.next"), on: { click: () => step(1) } }, icon("forward")),
    video ? h("p", { class: "box" }, follow, h("label", { for: "follow", title: t("film.follow.hint") }, t("film.follow"))) : null,
    drawFiles(),
  );
}
