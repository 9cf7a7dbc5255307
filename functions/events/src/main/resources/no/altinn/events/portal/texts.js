// The portal's words in both languages, and which of them is read. Norwegian comes first.
import en from "./texts-en.js";
import nb from "./texts-nb.js";

const ALL = { nb, en };
const LOCALES = { nb: "nb-NO", en: "en-GB" };
const KEY = "portal.language";

/** What the reader has chosen before, or else the first of the browser's languages that is here. */
export function language() {
  const known = (name) => ({ nb: "nb", nn: "nb", no: "nb", en: "en" })[name.split("-", 1)[0]];
  return known(kept()) ?? navigator.languages.map(known).find((name) => name) ?? "nb";
}

function kept() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Remembers a choice. */
export function choose(name) {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}

/** Gives the words for a name; {0} in them is the first value. */
export function words(name) {
  const all = ALL[name];
  const t = (key, ...values) =>
    (all[key] ?? key).replace(/\{(\d)\}/g, (whole, at) => String(values[at] ?? ""));
  t.language = name;
  t.locale = LOCALES[name];
  /** The words for a value of the API, or the value itself where there are none. */
  t.value = (kind, value) => all[`${kind}.${value}`] ?? value;
  t.has = (key) => key in all;
  return t;
}
