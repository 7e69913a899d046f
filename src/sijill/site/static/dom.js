// Element names and values go in; nodes come out. Text only ever becomes text nodes: nothing that a
// source says is read as HTML.

function h(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") {
      for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
    } else if (value === true) {
      node.setAttribute(name, "");
    } else {
      node.setAttribute(name, String(value));
    }
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    node.append(child);
  }
}

function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
  return node;
}

function at(id) {
  return document.getElementById(id);
}

// Children with a separator between them, for "a · b · c" where some may be missing.
function joined(parts, separator) {
  const there = parts.flat(Infinity).filter((part) => part !== null && part !== undefined && part !== "");
  return there.flatMap((part, n) => (n ? [h("span", { class: "dot" }, separator), part] : [part]));
}

const ICONS = {
  play: "M7 5v14l12-7z",
  back: "M15 5l-7 7 7 7",
  forward: "M9 5l7 7-7 7",
  away: "M9 6h9v9M18 6L7 17",
  check: "M5 13l4 4L19 7",
};

function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

// A <details> whose inside is made when it is first opened: a thousand items need not all be drawn.
function lazyDetails(summary, make, attributes) {
  const inside = h("div", { class: "inside" });
  let made = false;
  const details = h("details", attributes, h("summary", null, summary), inside);
  details.makeNow = () => {
    if (made) return;
    made = true;
    append(inside, [make()]);
  };
  details.addEventListener("toggle", () => details.open && details.makeNow());
  return details;
}
