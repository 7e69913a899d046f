// The address goes in (#s3.2, #item-…, #entity-…, #source-…:12-40, #claims, #find=…); what it names is shown.

const TAB_OF = { event: "chronology", statement: "quotations", claim: "claims", figure: "figures", account: "accounts" };

function afterDash(hash, kind) {
  return hash.startsWith(`${kind}-`) ? hash.slice(kind.length + 1) : null;
}

function goTo(hash) {
  if (!hash) return;
  if (sentenceById.has(hash)) {
    const n = sentenceById.get(hash);
    showSentence(n);
    const entry = rowOfSentence.get(n);
    if (entry) seek(entry.start);
    if (at("sentence").getBoundingClientRect().bottom < 0) at("stage").scrollIntoView();
    return;
  }
  if (Object.hasOwn(TABS, hash)) {
    openTab(hash);
    at("tabs").scrollIntoView();  // the list that was asked for, not what stands above all lists
    return;
  }
  if (hash.startsWith("find=")) {
    find(hash.slice(5));
    return;
  }
  const item = itemById.get(afterDash(hash, "item"));
  if (item) {
    revealCard(TAB_OF[item.kind], item.value.id);
    return;
  }
  const entity = entityById.get(afterDash(hash, "entity"));
  if (entity) {
    revealCard("people", entity.id);
    return;
  }
  const year = indexYears.find((one) => String(one.year) === afterDash(hash, "year"));
  if (year) {
    indexAt.year = year.year;
    revealCard("index", "index");
    return;
  }
  for (const [kind, tab] of [["decision", "decisions"], ["occasion", "peers"], ["thread", "threads"], ["pair", "versions"]]) {
    const id = afterDash(hash, kind);
    if (id !== null && TABS[tab].all().length) {
      revealCard(tab, id);
      return;
    }
  }
  const place = afterDash(hash, "source");
  if (place === null) return;
  const span = place.match(/:(\d+)-(\d+)$/);
  const position = sourceById.get(place) ?? sourceById.get(span ? place.slice(0, span.index) : place);
  if (position !== undefined) openSource(position, span && !sourceById.has(place) ? [Number(span[1]), Number(span[2])] : null);
}

function addressChanged() {
  let hash = location.hash.slice(1);
  try {
    hash = decodeURIComponent(hash);
  } catch {
    // Not percent-encoded by us: taken as it stands.
  }
  goTo(hash);
}

// A link to where one already is changes no address, and must still go there.
function linkClicked(event) {
  const anchor = event.target.closest?.("a[href^='#']");
  if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (anchor.classList.contains("time")) {
    event.preventDefault();
    const hash = anchor.getAttribute("href");
    if (location.hash === hash) addressChanged();
    else location.hash = hash;
    const n = sentenceById.get(decodeURIComponent(hash.slice(1)));
    if (n !== undefined) playFrom(n);
  } else if (anchor.getAttribute("href") === location.hash) {
    addressChanged();
  }
}

function drawAll() {
  sayInterface();
  drawCounts();
  drawChapters();
  drawSteps();
  drawSaying();
  drawRecord();
  fill(at("missing"), data.missing.length ? [h("h2", null, t("missing.heading")), h("ul", null, data.missing.map(({ title, why }) => h("li", null, say(title, "strong"), ": ", say(why))))] : null);
}

function start() {
  drawFilm();
  drawAll();
  drawLanguages((language) => {
    ui.language = language;
    chooseTrack();
    drawAll();
  });
  let waiting = 0;
  at("query").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(queryChanged, 120);
  });
  at("filters").addEventListener("change", filterChanged);
  at("filters").addEventListener("submit", (event) => event.preventDefault());
  at("tabs").addEventListener("keydown", (event) => moveAmongTabs(event, LISTS));
  at("findings").addEventListener("keydown", (event) => moveAmongTabs(event, findingNames()));
  document.addEventListener("click", linkClicked);
  window.addEventListener("hashchange", addressChanged);
  window.addEventListener("beforeprint", beforePrint);
  window.addEventListener("afterprint", afterPrint);
  // Far down in the record one press leads back to the film.
  new IntersectionObserver(([seen]) => {
    at("to-film").hidden = seen.isIntersecting;
  }).observe(at("stage"));
  if (data.sentences.length) showSentence(0);
  addressChanged();
  document.documentElement.classList.add("ready");
}

start();
