// Accounts that a source itself says differ, and versions of one text that do not mean the same, go
// in; both come out side by side, in their own words.

function accountCard(account) {
  const source = data.sources[data.passages[account.sign].source];
  const shown = { lang: account.language, dir: direction(account.language) };
  return h(
    "article",
    { class: "card account", "data-id": account.id, tabindex: -1 },
    source ? sourceLine(source) : null,
    h("h3", null, h("q", shown, passageText(account.sign)), permalink(account.id)),
    h("div", { class: "versions" }, account.versions.map((version) => h(
      "div",
      { class: "version" },
      version.ascribed === null
        ? h("p", { class: "version-value" }, t("account.nobody"))
        : words(passageText(version.ascribed), account.language, "p", { class: "version-value" }),
      quoted(version.words, []),
    ))),
    wordsDetails(account.passages),
  );
}

TABS.accounts = {
  kind: "account",
  finding: true,
  all: () => data.accounts,
  filters: ["language"],
  fits: (a) => !view.filters.language || a.language === view.filters.language,
  blocks: (accounts) => accounts.map((a) => ({ id: a.id, draw: () => accountCard(a) })),
  headline: () => ({ big: data.accounts.length, small: t("finding.accounts") }),
};
SEARCHED.account = (a) => a.passages.map(passageText);

// What one side says there: its words marked, or the sentence that answers, in which they are not.
function versionSide(difference, side) {
  const number = difference.sides[side];
  const lacks = difference.missing === side;
  if (number === null) return h("div", { class: "side lacks" }, h("p", { class: "lost" }, t("version.leftout")));
  return h("div", { class: lacks ? "side lacks" : "side" }, around(number, !lacks), lacks ? h("p", { class: "lost" }, t("version.lacks")) : null);
}

function differenceRow(difference) {
  return h(
    "section",
    { class: "difference" },
    h("h4", null, h("span", { class: "badge" }, t(`difference.${difference.kind}`)), " ", say(difference.note, "span", { class: "hint" })),
    h("div", { class: "columns" }, [0, 1].map((side) => versionSide(difference, side))),
  );
}

function versionBlocks(differences) {
  const pairs = new Map();
  for (const difference of differences) {
    const key = difference.sources.join("-");
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(difference);
  }
  return [...pairs].map(([key, found]) => ({
    id: key,
    draw: () => h(
      "article",
      { class: "card pair", "data-id": key, tabindex: -1 },
      h("header", { class: "columns" }, found[0].sources.map((position) => {
        const source = data.sources[position];
        return source ? h("div", null, sourceLine(source), h("h3", { lang: source.language, dir: direction(source.language) }, h("a", { href: link("source", source.id) }, source.headline || source.name))) : null;
      })),
      found.map(differenceRow),
    ),
  }));
}

TABS.versions = {
  kind: "version",
  finding: true,
  all: () => data.versions,
  filters: ["kind", "language"],
  kinds: () => [...new Set(data.versions.map((v) => v.kind))].map((id) => [id, t(`difference.${id}`)]),
  languages: (v) => v.sources.map((position) => data.sources[position]?.language),
  fits: (v) => (!view.filters.kind || v.kind === view.filters.kind) && (!view.filters.language || TABS.versions.languages(v).includes(view.filters.language)),
  blocks: versionBlocks,
  headline: () => ({ big: data.versions.length, small: counted("finding.versions", new Set(data.versions.map((v) => v.sources.join("-"))).size) }),
};
SEARCHED.version = (v) => [wordsIn("difference", v.kind), Object.values(v.note), v.sides.filter((n) => n !== null).map(passageText), v.sources.map((position) => data.sources[position]?.headline ?? "")];
