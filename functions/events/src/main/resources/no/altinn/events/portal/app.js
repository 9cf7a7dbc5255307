// The frame of the portal: languages, the login, and which screen is shown.
import { Refused, told } from "./api.js";
import { button, el, fill, foreign, replace } from "./dom.js";
import * as catchUp from "./catch-up.js";
import * as deliveries from "./deliveries.js";
import * as delivery from "./delivery.js";
import * as login from "./login.js";
import * as create from "./new.js";
import * as overview from "./overview.js";
import * as secret from "./secret.js";
import * as subscriptions from "./subscriptions.js";
import { begin, current, forget } from "./session.js";
import { parse, to } from "./route.js";
import { choose, language, words } from "./texts.js";

const BELOW = { deliveries, "catch-up": catchUp, secret };

const missing = {
  title: (t) => t("notFound"),
  show: (content, { t }) => fill(content,
    el("p", {}, t("notFound.text")),
    el("p", {}, el("a", { class: "button secondary", href: to([]) }, t("subscriptions")))),
};

let t = words(language());
let running = new AbortController();
let config;
let wanted = "";

const skip = el("a", { class: "skip", href: "#main" });
const brand = el("a", { class: "brand", href: to([]) });
const menu = el("nav", { class: "menu" });
const who = el("div", { class: "who" });
const languages = el("div", { class: "languages", role: "group" });
const notice = el("div", { class: "notice", role: "status" });
const alarm = el("div", { class: "notice", role: "alert" });
const main = el("main", { id: "main", tabindex: "-1" });

document.body.append(
  skip,
  el("header", {}, el("div", { class: "bar" },
    brand, el("div", { class: "tools" }, who, languages))),
  menu,
  el("div", { class: "notices" }, notice, alarm),
  main);

// The address has the place, so the link must not change it.
skip.addEventListener("click", (click) => {
  click.preventDefault();
  main.focus();
});

function screenOf({ parts }) {
  const [first, id, part, one, ...rest] = parts;
  if (current().kind === "none" || first === "login") {
    return login;
  }
  if (first === undefined) {
    return subscriptions;
  }
  if (first === "new" && id === undefined) {
    return create;
  }
  if (first !== "subscriptions" || id === undefined || rest.length > 0) {
    return missing;
  }
  if (part === undefined) {
    return overview;
  }
  if (one !== undefined) {
    return part === "deliveries" ? delivery : missing;
  }
  return BELOW[part] ?? missing;
}

function frame(title) {
  document.documentElement.lang = t.language;
  document.title = `${title} – ${t("title")}`;
  skip.textContent = t("skip");
  brand.textContent = t("title");
  menu.setAttribute("aria-label", t("menu"));
  languages.setAttribute("aria-label", t("language"));
  const isIn = current().kind !== "none";
  menu.hidden = !isIn;
  const here = location.hash.split("?", 1)[0];
  replace(menu, el("ul", {}, [[to([]), "subscriptions"], [to(["new"]), "subscriptions.new"]].map(
    ([href, name]) => el("li", {}, el("a", {
      href,
      "data-key": name,
      "aria-current": (here === "" ? to([]) : here) === href ? "page" : undefined,
    }, t(name))))));
  who.hidden = !isIn;
  replace(who, isIn ? [
    el("span", { class: "name" }, current().name || t("login.cookie.who")),
    button("bare", t("login.out"), leave, { "data-key": "out" })] : []);
  replace(languages, [["nb", "Norsk"], ["en", "English"]].map(([name, text]) =>
    el("button", {
      type: "button",
      lang: name,
      "data-key": name,
      "aria-pressed": String(name === t.language),
      onclick: () => speak(name),
    }, text)));
}

function speak(name) {
  choose(name);
  t = words(name);
  quiet();
  show();
}

function leave() {
  forget();
  wanted = "";
  arrive(to(["login"]), t("login.bye"));
}

function ended() {
  wanted = location.hash;
  show();
  warn(t("status.401"));
  focusHeading();
}

function tell(text) {
  quiet();
  fill(notice, el("div", { class: "alert success" }, text));
}

function warn(text) {
  quiet();
  fill(alarm, el("div", { class: "alert danger" }, text));
}

function quiet() {
  notice.replaceChildren();
  alarm.replaceChildren();
}

let afterMove;

/** Goes to another place, with something to say there. */
function arrive(hash, text) {
  afterMove = text;
  if (location.hash === hash) {
    moved();
  } else {
    location.hash = hash;
  }
}

function moved() {
  quiet();
  show();
  focusHeading();
  if (afterMove !== undefined) {
    tell(afterMove);
    afterMove = undefined;
  }
}

function focusHeading() {
  scrollTo(0, 0);
  main.querySelector("h1")?.focus();
}

function show() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const route = parse(location.hash);
  const screen = screenOf(route);
  const title = screen.title(t, route);
  const way = screen.crumbs?.(t, route) ?? [];
  frame([title, ...way.slice(1).map(([text]) => text).reverse()].join(" – "));
  const content = el("div", { class: "screen" });
  replace(main, crumbs(way), el("h1", { tabindex: "-1" }, foreign(title)), content);
  const page = {
    t, signal, route, config,
    id: route.parts[1],
    tell: (text) => signal.aborted || tell(text),
    warn: (text) => signal.aborted || warn(text),
    fail: (failure) => signal.aborted || warn(t("failed", told(t, failure))),
    go: arrive,
    quiet,
    entered: () => arrive(wanted === "" || wanted.startsWith("#/login") ? to([]) : wanted,
      t("login.done", current().name || t("login.cookie.who"))),
    want: (hash) => {
      wanted = hash;
    },
  };
  if (screen === login && wanted === "" && route.parts[0] !== "login") {
    wanted = location.hash;
  }
  Promise.resolve(screen.show(content, page)).catch(page.fail);
}

function crumbs(way) {
  return way.length === 0 ? undefined
    : el("nav", { class: "crumbs", "aria-label": t("here") },
      el("ol", {}, way.map(([text, href]) => el("li", {}, el("a", { href }, foreign(text))))));
}

async function start() {
  const answer = await fetch(new URL("config.json", import.meta.url));
  if (!answer.ok) {
    throw new Refused(answer.status, "");
  }
  config = await answer.json();
  begin(config.refresh, ended);
  addEventListener("hashchange", moved);
  show();
}

frame(t("login"));
start().catch((failure) => warn(t("failed", told(t, failure))));
