// The page's words in both languages, and which of them is read.
import en from "./texts-en.js";
import nb from "./texts-nb.js";

const ALL = { en, nb };
const TIMES = { en: "en-GB", nb: "nb" };
const KEY = "start.language";

/** What the reader has chosen before, or else what the browser has asked for. */
export function language() {
  const chosen = kept();
  return chosen in ALL ? chosen : document.documentElement.lang === "nb" ? "nb" : "en";
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
  const t = (key, ...values) =>
    (ALL[name][key] ?? key).replace(/\{(\d)\}/g, (whole, at) => String(values[at] ?? ""));
  t.time = (instant) => (instant ? new Date(instant).toLocaleString(TIMES[name], {
    dateStyle: "short", timeStyle: "medium",
  }) : "");
  t.language = name;
  return t;
}
