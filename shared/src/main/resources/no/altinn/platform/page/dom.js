// Builds elements. Text is put in as text nodes: nothing of it is ever read as markup.

/**
 * An element. Attributes that are false or undefined are left out; those that begin with "on" are
 * listeners; the children are elements, texts, lists of them, or undefined for none.
 */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      node.addEventListener(key.slice(2), value);
    } else if (value !== undefined && value !== false) {
      node.setAttribute(key, value === true ? "" : value);
    }
  }
  return fill(node, children);
}

/** Puts children at the end of an element, and gives the element. */
export function fill(node, ...children) {
  node.append(...present(children));
  return node;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== undefined && child !== null);
}

/**
 * Puts other children in the place of those that are there. What has the same data-key keeps the
 * focus, and stays open, so that a list can be read again while somebody works with it.
 */
export function replace(container, ...children) {
  const active = document.activeElement;
  const focused = container.contains(active) ? active.dataset.key : undefined;
  const open = new Set(
    [...container.querySelectorAll("details[open][data-key]")].map((one) => one.dataset.key));
  container.replaceChildren(...present(children));
  for (const details of container.querySelectorAll("details[data-key]")) {
    details.open = details.open || open.has(details.dataset.key);
  }
  if (focused) {
    container.querySelector(`[data-key="${CSS.escape(focused)}"]`)
      ?.focus({ preventScroll: true });
  }
}

/** A table. On a narrow screen each row becomes a card, so the roles are said in words. */
export function table(caption, headings, rows) {
  return el("div", { class: "scroll" },
    el("table", { role: "table" },
      el("caption", {}, caption),
      el("thead", { role: "rowgroup" },
        el("tr", { role: "row" },
          headings.map((heading) =>
            el("th", { scope: "col", role: "columnheader" }, heading)))),
      el("tbody", { role: "rowgroup" }, rows.map((cells) =>
        el("tr", { role: "row" }, cells.map((cell, at) =>
          el("td", { role: "cell", "data-label": headings[at] }, el("div", {}, cell))))))));
}

/** A word in a colour: success, danger, warning, info or neutral. The word alone says it all. */
export function tag(colour, text) {
  return el("span", { class: `tag ${colour}` }, text);
}

/** Text that was written by a machine. A long name is best broken behind a dot or a colon. */
export function code(text) {
  return el("code", {}, el("bdi", {}, text.split(/(?<=[.:])/).map((part, at) =>
    (at === 0 ? visible(part) : [el("wbr"), visible(part)]))));
}

/** Text that others wrote: it turns no other text around, and its hidden characters are seen. */
export function foreign(text) {
  return el("bdi", {}, visible(text));
}

// Controls, and characters that join, part or turn text without being seen.
const HIDDEN =
  /([\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff])/u;

/** The text in parts, in which hidden characters are named by their numbers. */
export function visible(text) {
  return text.split(HIDDEN).map((part, at) => (at % 2 === 0 ? part : el("span",
    { class: "hidden-character" },
    `U+${part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`)));
}

const SVG = "http://www.w3.org/2000/svg";

/** An element of a drawing. */
export function svg(name, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, String(value));
  }
  return fill(node, children);
}

/** Longer text of a machine, which may be scrolled by keys. */
export function pre(text, label) {
  return el("pre", { tabindex: "0", role: "group", "aria-label": label }, visible(text));
}

/** A button; the kind is primary, secondary or quiet. */
export function button(kind, text, press, more = {}) {
  return el("button", { type: "button", class: `button ${kind}`, onclick: press, ...more }, text);
}

/** A label with what it is for. */
export function field(label, input, hint) {
  const id = `field-${++fields}`;
  input.id = id;
  if (hint) {
    input.setAttribute("aria-describedby", `${id}-hint`);
  }
  return el("div", { class: "field" },
    el("label", { for: id }, label),
    hint ? el("p", { class: "hint", id: `${id}-hint` }, hint) : undefined,
    input);
}

let fields = 0;

/** A list to choose from: pairs of a value and its text. */
export function select(options, chosen) {
  return el("select", {}, options.map(([value, text]) =>
    el("option", { value, selected: value === chosen }, text)));
}

/** What went wrong, in a box. */
export function alertBox(text) {
  return el("div", { class: "alert danger", role: "alert" }, text);
}

/** A place for what has been done, which is read out. */
export function status() {
  return el("div", { class: "status", role: "status" });
}

/** A button that copies a text. */
export function copy(t, label, text) {
  const done = el("span", { role: "status", class: "copied" });
  return el("span", { class: "copy" },
    button("secondary", label, async () => {
      try {
        await navigator.clipboard.writeText(text());
        done.textContent = t("copied");
      } catch {
        done.textContent = t("notCopied");
      }
    }),
    done);
}
