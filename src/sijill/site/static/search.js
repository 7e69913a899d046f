// Words as somebody types them go in; whether an item holds them comes out, in any script: marks,
// hamza forms, Cyrillic letters of the region, kana and digits are folded on both sides.

const FOLDS = new Map(data.folds);

function foldSign(sign) {
  const code = sign.codePointAt(0);
  if (code >= 0x30a1 && code <= 0x30f6) return String.fromCodePoint(code - 0x60);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  return FOLDS.get(sign) ?? sign;
}

function fold(text) {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let folded = "";
  for (const sign of bare) folded += foldSign(sign);
  return folded.replace(/\s+/g, " ").trim();
}

function allNames(id) {
  const entity = entityById.get(id);
  if (!entity) return [];
  return [...Object.values(entity.names), ...entity.aliases.map((alias) => alias.text)];
}

function labelIn(table, id) {
  return Object.values(data.labels[table]?.[id] ?? {});
}

function wordsIn(prefix, id) {
  return data.interface.map((code) => data.words[code][`${prefix}.${id}`] ?? "");
}

function dateWords(edtf) {
  return edtf ? [edtf, ...data.interface.map((code) => data.dates[edtf]?.[code] ?? "")] : [];
}

const SEARCHED = {
  event: (e) => [
    labelIn("type", e.type), wordsIn("status", e.status), dateWords(e.date),
    e.place ? allNames(e.place) : [], e.participants.map(allNames),
    Object.values(e.details).map(String), e.details.visit_format ? labelIn("visit_format", e.details.visit_format) : [],
    e.signals.map((id) => labelIn("signal", id)), e.passages.map(passageText),
  ],
  statement: (s) => [
    s.text, Object.values(s.translations), s.speaker ? allNames(s.speaker) : [], s.speaker_text ?? "",
    s.post ? [labelIn("post", s.post), Object.values(s.post_label)] : [], dateWords(s.date), wordsIn("quotation", s.kind),
  ],
  claim: (c) => [
    c.text, wordsIn("claim", c.kind), c.asserted_by ? allNames(c.asserted_by) : [], c.outlet ?? "",
    c.verdict ? [wordsIn("verdict", c.verdict.id), Object.values(c.verdict.why)] : [],
  ],
  entity: (e) => [
    allNames(e.id), e.country ? labelIn("country", e.country) : [],
    e.posts.map((post) => [labelIn("post", post.post), Object.values(post.label), post.body ? countryOrEntity(post.body) : ""]),
  ],
  source: (s) => [s.headline, s.name, s.outlet ?? "", dateWords(s.published), labelIn("language", s.language), s.text],
  sentence: (s) => [Object.values(s.lines)],
};

const folded = new Map();

// The folded words of an item, made once, when they are first searched.
function searchText(kind, value) {
  if (!folded.has(value)) folded.set(value, fold(SEARCHED[kind](value).flat(Infinity).join(" \n ")));
  return folded.get(value);
}

function queryWords(query) {
  return fold(query).split(" ").filter(Boolean);
}

function holdsWords(kind, value, wanted) {
  if (!wanted.length) return true;
  const text = searchText(kind, value);
  return wanted.every((word) => text.includes(word));
}
