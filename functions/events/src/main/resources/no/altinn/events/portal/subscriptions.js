// All subscriptions of the caller.
import { below, poll, read, told } from "./api.js";
import { subscriptionBadge } from "./badges.js";
import { alertBox, button, code, el, fill, foreign, replace, table } from "./dom.js";
import { duration, percent } from "./format.js";
import { to } from "./route.js";

const PAGE = 20;
const SECONDS = 5;

/** Figures come in every five minutes; to ask each subscription every five seconds is too much. */
const FIGURES_MILLIS = 60_000;
const AT_ONCE = 4;

export const title = (t) => t("subscriptions");

export async function show(content, page) {
  const { t, signal } = page;
  const search = el("input", { type: "search", id: "search", autocomplete: "off" });
  const list = el("div");
  const stale = el("div");
  const status = el("p", { class: "hint", "aria-live": "polite" });
  const state = { all: undefined, most: PAGE, figures: new Map() };
  const toolbar = el("div", { class: "toolbar" },
    el("div", { class: "search" },
      el("label", { for: "search" }, t("subscriptions.search")), search),
    el("a", { class: "button primary", href: to(["new"]) }, t("subscriptions.new")));
  const draw = () => drawList(page, list, status, state, search.value, () => {
    state.most += PAGE;
    draw();
    figures(page, state, draw);
  });
  search.addEventListener("input", () => {
    state.most = PAGE;
    draw();
    figures(page, state, draw);
  });
  fill(content,
    el("p", { class: "lead" }, t("subscriptions.lead")),
    stale, toolbar, status, list);
  let last;
  await poll(signal, SECONDS, async () => {
    const { subscriptions } = await read("subscriptions", signal);
    stale.replaceChildren();
    const now = JSON.stringify(subscriptions);
    if (now !== last) {
      last = now;
      state.all = subscriptions;
      toolbar.hidden = subscriptions.length === 0;
      draw();
    }
    figures(page, state, draw);
  }, (failure) => replace(stale, alertBox(
    t(last === undefined ? "failed" : "stale", told(t, failure)))));
}

function fitting(all, text) {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return all.filter((one) => {
    const own = [one.id, one.endPoint, one.resourceFilter, one.typeFilter, one.sourceFilter,
      one.subjectFilter].join(" ").toLowerCase();
    return words.every((word) => own.includes(word));
  });
}

function drawList(page, list, status, state, text, more) {
  const { t } = page;
  if (state.all === undefined) {
    return;
  }
  if (state.all.length === 0) {
    status.textContent = "";
    replace(list, el("section", { class: "card empty-state" },
      el("h2", {}, t("subscriptions.none")),
      el("p", {}, t("subscriptions.none.text")),
      el("a", { class: "button primary", href: to(["new"]) }, t("subscriptions.new"))));
    return;
  }
  const some = fitting(state.all, text);
  state.shown = some.slice(0, state.most);
  status.textContent = t("subscriptions.count", some.length, state.all.length);
  replace(list, some.length === 0 ? el("p", { class: "empty" }, t("subscriptions.noMatch")) : [
    table(t("subscriptions.caption"), [
      t("subscription.id"), t("subscription.state"), t("subscription.to"),
      t("subscription.about"), t("subscription.success"), t("subscription.oldest"),
    ], state.shown.map((one) => row(t, one, state.figures.get(one.id)))),
    some.length > state.shown.length
      ? button("secondary", t("subscriptions.more", Math.min(PAGE, some.length - state.most)),
        more, { "data-key": "more" }) : undefined,
  ]);
}

function row(t, one, figures) {
  return [
    el("a", {
      class: "row-link",
      href: to(["subscriptions", one.id]),
      "aria-label": t("subscription.open", one.id),
      "data-key": `open-${one.id}`,
    }, String(one.id)),
    subscriptionBadge(t, one),
    one.endPoint ? el("div", { class: "clip" }, code(one.endPoint)) : t("pull"),
    el("div", { class: "clip" }, code(one.resourceFilter ?? ""),
      one.typeFilter ? el("div", { class: "hint" }, foreign(one.typeFilter)) : undefined),
    percent(t, figures?.successRate),
    duration(t, figures?.oldestDueSeconds),
  ];
}

/** Asks for the figures of the subscriptions that are shown and whose figures are old. */
async function figures(page, state, draw) {
  if (state.isAsking || state.shown === undefined) {
    return;
  }
  state.isAsking = true;
  const old = Date.now() - FIGURES_MILLIS;
  const due = state.shown.filter((one) => (state.figures.get(one.id)?.at ?? 0) < old);
  const next = async () => {
    for (let one = due.shift(); one !== undefined && !page.signal.aborted; one = due.shift()) {
      let found = {};
      try {
        found = await read(below(one.id, "statistics"), page.signal);
      } catch {
        // The list is of use without; it is asked for again a minute later.
      }
      state.figures.set(one.id, { ...found, at: Date.now() });
    }
  };
  const wasDue = due.length > 0;
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  state.isAsking = false;
  if (wasDue && !page.signal.aborted) {
    draw();
  }
}
