// The frame of the start page: languages, views, and what is wrong with the files.
import { pause, read } from "./api.js";
import { alertBox, el, replace } from "./dom.js";
import { choose, language, words } from "./texts.js";
import * as access from "./access.js";
import * as deliveries from "./deliveries.js";
import * as events from "./events.js";
import * as inboxes from "./inboxes.js";
import * as links from "./links.js";
import * as login from "./login.js";
import * as messages from "./messages.js";
import * as portal from "./portal.js";

const VIEWS = { portal, login, events, deliveries, access, inboxes, messages, links };
const SECONDS_BETWEEN_FAULTS = 5;

let t = words(language());
let running = new AbortController();

const skip = el("a", { class: "skip", href: "#main" });
const brand = el("p", { class: "brand" });
const languages = el("div", { class: "languages", role: "group" });
const nav = el("nav");
const faults = el("aside", { class: "faults", hidden: true });
const main = el("main", { id: "main", tabindex: "-1" });

document.body.append(
  skip,
  el("header", {}, el("div", { class: "bar" }, brand, languages)),
  nav, faults, main);

// The address has the view, so the link must not change it.
skip.addEventListener("click", (click) => {
  click.preventDefault();
  main.focus();
});

function current() {
  const name = location.hash.replace(/^#\/?/, "");
  return name in VIEWS ? name : "portal";
}

function frame() {
  document.documentElement.lang = t.language;
  document.title = `${t(`view.${current()}`)} – ${t("title")}`;
  skip.textContent = t("skip");
  brand.textContent = t("title");
  nav.setAttribute("aria-label", t("views"));
  languages.setAttribute("aria-label", t("language"));
  replace(nav, el("ul", {}, Object.keys(VIEWS).map((name) =>
    el("li", {}, el("a", {
      href: `#/${name}`,
      "data-key": name,
      "aria-current": name === current() ? "page" : undefined,
    }, t(`view.${name}`))))));
  replace(languages, [["nb", "Norsk"], ["en", "English"]].map(([name, text]) =>
    el("button", {
      type: "button",
      lang: name,
      "data-key": name,
      "aria-pressed": String(name === t.language),
      onclick: () => {
        choose(name);
        t = words(name);
        show();
      },
    }, text)));
}

async function show() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  frame();
  const heading = el("h1", {}, t(`view.${current()}`));
  const content = el("div", { class: "view", "data-view": current() });
  main.replaceChildren(heading, content);
  tellFaults(signal);
  try {
    await VIEWS[current()].show(content, t, signal);
  } catch (failure) {
    if (!signal.aborted) {
      content.append(alertBox(t("failed", failure.message)));
    }
  }
}

async function tellFaults(signal) {
  let told = "";
  while (!signal.aborted) {
    try {
      const now = (await read("/local/files", signal)).faults;
      if (told !== now.join("\n")) {
        told = now.join("\n");
        faults.hidden = now.length === 0;
        faults.setAttribute("aria-label", t("faults"));
        replace(faults, now.length ? el("div", { class: "alert warning", role: "alert" },
          el("h2", {}, t("faults")), el("ul", {}, now.map((one) => el("li", {}, one)))) : []);
      }
    } catch {
      // The view tells what it cannot read; this goes on when the platform is back.
    }
    await pause(SECONDS_BETWEEN_FAULTS, signal);
  }
}

addEventListener("hashchange", () => {
  show();
  main.focus();
});
show();
