// The page's data goes in; words for people come out: of the interface, of names, dates and labels.

const data = JSON.parse(at("sijill-data").textContent);
const ui = { language: data.language };
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

const entityById = new Map(data.entities.map((entity) => [entity.id, entity]));
const sentenceById = new Map(data.sentences.map((sentence, n) => [sentence.id, n]));
const sourceById = new Map(data.sources.map((source, n) => [source.id, n]));
const itemById = new Map([
  ...data.events.map((event) => [event.id, { kind: "event", value: event }]),
  ...data.statements.map((statement) => [statement.id, { kind: "statement", value: statement }]),
  ...data.claims.map((claim) => [claim.id, { kind: "claim", value: claim }]),
  ...data.figures.map((figure) => [figure.id, { kind: "figure", value: figure }]),
  ...data.accounts.map((account) => [account.id, { kind: "account", value: account }]),
]);

function direction(language) {
  return RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
}

function t(key, values) {
  const text = data.words[ui.language][key] ?? key;
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole) : text;
}

function has(key) {
  return Object.hasOwn(data.words[ui.language], key);
}

function counted(key, n) {
  return n === 1 && has(`${key}.one`) ? t(`${key}.one`) : t(key, { n });
}

// A text in several languages -> the words for this reader and the language they are in.
function local(texts) {
  const order = [ui.language, ...t("lang.then").split(" "), ...Object.keys(texts ?? {})];
  const language = order.find((code) => texts?.[code]);
  return language ? { text: texts[language], language } : { text: "", language: ui.language };
}

// Words with their language and direction; a span that is alone in its direction never upsets
// the line around it.
function words(text, language, tag = "span", attributes = {}) {
  return h(tag, { lang: language, dir: direction(language), ...attributes }, text);
}

function say(texts, tag = "span", attributes = {}) {
  const { text, language } = local(texts);
  return text ? words(text, language, tag, attributes) : null;
}

function label(table, id) {
  const texts = data.labels[table]?.[id];
  return texts ? local(texts).text : String(id).replaceAll("_", " ");
}

function dateLabel(edtf) {
  if (!edtf) return "";
  return data.dates[edtf]?.[ui.language] ?? edtf;
}

function yearsOf(edtf) {
  return data.dates[edtf]?.years ?? [];
}

function nameOf(id) {
  const entity = entityById.get(id);
  return entity ? local(entity.names).text || id : id;
}

function nameNode(id, attributes) {
  const entity = entityById.get(id);
  const name = entity ? say(entity.names, "span", attributes) : null;
  return name ?? h("span", attributes, id);
}

function countryOrEntity(id) {
  if (data.labels.country[id]) return label("country", id);
  return entityById.has(id) ? nameOf(id) : id;
}

// A post as a narrator says it where there are words for it, else by the table of roles.
function postNode(texts, post, body) {
  if (texts?.[ui.language]) return say(texts);
  return h("span", null, body ? [label("post", post), t("list.separator"), countryOrEntity(body)] : label("post", post));
}

function clock(frames) {
  const seconds = Math.floor(frames / data.film.fps);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function link(kind, id) {
  return `#${kind}-${encodeURIComponent(id)}`;
}

// The words that stand in the page from the start change with the language of the interface.
function sayInterface() {
  document.documentElement.lang = ui.language;
  document.documentElement.dir = direction(ui.language);
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) {
    node.setAttribute("aria-label", t(node.dataset.tLabel));
  }
  const title = local(data.title);
  document.title = title.text;
  fill(at("title"), words(title.text, title.language));
  const [a, b] = data.between;
  const pair = t("page.between", { a: label("country", a), b: label("country", b) });
  at("between").textContent = pair;
  at("between").hidden = title.text.includes(pair);  // a title may be the pair's names already
  at("query").placeholder = t("record.search.hint");
}

// A list of languages, each in its own words, so that everybody finds theirs.
function drawLanguages(chosen) {
  const select = at("language");
  fill(select, data.interface.map((code) => h("option", { value: code, lang: code }, data.words[code]["lang.name"])));
  select.value = ui.language;
  select.addEventListener("change", () => chosen(select.value));
}
