// The deliveries of a subscription, page by page.
import { below, call, poll, told } from "./api.js";
import { STATUSES, deliveryBadge } from "./badges.js";
import { alertBox, button, code, el, field, fill, foreign, replace, table } from "./dom.js";
import { fieldValue, instantOf, number, time } from "./format.js";
import { to } from "./route.js";
import { crumbs as way, sections } from "./sections.js";

const SECONDS = 5;
const SIZE = 25;

export const title = (t) => t("deliveries");
export const crumbs = way;

export async function show(content, page) {
  const { t, signal, route } = page;
  const list = el("div");
  const shown = el("p", { class: "hint", role: "status" });
  const stale = el("div");
  const query = asked(route.query);
  const isFirst = !route.query.has("after");
  fill(content,
    sections(page),
    el("p", { class: "lead" }, t("deliveries.lead")),
    filters(page),
    stale, shown, list);
  let last;
  const look = async () => {
    const { json, next } = await call(
      "GET", `${below(page.id, "deliveries")}?${query}`, { signal });
    stale.replaceChildren();
    const now = JSON.stringify([json, next?.get("after")]);
    if (now !== last) {
      last = now;
      draw(page, list, shown, json.deliveries, next);
    }
  };
  const fail = (failure) => replace(stale, alertBox(
    t(last === undefined ? "failed" : "stale", told(t, failure))));
  if (isFirst) {
    await poll(signal, SECONDS, look, fail);
  } else {
    // An older page does not change but by what is done to its deliveries.
    await look().catch((failure) => signal.aborted || fail(failure));
  }
}

/** What the API is asked. The address has the same names, so that a choice can be kept. */
function asked(from) {
  const query = new URLSearchParams({ size: String(SIZE) });
  for (const name of ["status", "eventId", "from", "to", "after"]) {
    from.getAll(name).forEach((value) => query.append(name, value));
  }
  return query;
}

function filters(page) {
  const { t, route } = page;
  const chosen = route.query.getAll("status");
  const boxes = STATUSES.map((status) => el("input", {
    type: "checkbox", value: status, checked: chosen.includes(status),
  }));
  const eventId = el("input", {
    type: "text", autocomplete: "off", spellcheck: "false",
    value: route.query.get("eventId") ?? "",
  });
  const [from, until] = ["from", "to"].map((name) => el("input", {
    type: "datetime-local", value: fieldValue(route.query.get(name)),
  }));
  const wrong = el("div", { class: "wrong" });
  const submit = (event) => {
    event.preventDefault();
    const [start, end] = [instantOf(from), instantOf(until)];
    if (start !== undefined && end !== undefined && start >= end) {
      replace(wrong, el("p", { role: "alert" }, t("deliveries.range")));
      from.focus();
      return;
    }
    page.go(to(["subscriptions", page.id, "deliveries"], {
      status: boxes.filter((box) => box.checked).map((box) => box.value),
      eventId: eventId.value.trim(),
      from: start,
      to: end,
    }));
  };
  const isUsed = [...route.query.keys()].some((name) => name !== "after");
  return el("details", { class: "card filters", open: isUsed },
    el("summary", {}, t("deliveries.filters")),
    el("form", { novalidate: true, onsubmit: submit },
      el("fieldset", {},
        el("legend", {}, t("deliveries.status")),
        el("div", { class: "checks" }, boxes.map((box) => el("label", { class: "check" },
          box, t(`delivery.state.${box.value}`))))),
      el("div", { class: "grid three" },
        field(t("deliveries.eventId"), eventId),
        field(t("deliveries.from"), from),
        field(t("deliveries.to"), until)),
      wrong,
      el("div", { class: "actions" },
        el("button", { type: "submit", class: "button primary" }, t("deliveries.show")),
        el("a", { class: "button quiet", href: to(["subscriptions", page.id, "deliveries"]) },
          t("deliveries.clear")))));
}

function draw(page, list, shown, deliveries, next) {
  const { t, route } = page;
  const isChosen = [...route.query.keys()].length > 0;
  shown.textContent = deliveries.length === 0 ? ""
    : t("deliveries.shown", number(t, deliveries.length));
  if (deliveries.length === 0) {
    replace(list, isChosen ? el("p", { class: "empty" }, t("deliveries.noMatch"))
      : el("section", { class: "card empty-state" },
        el("h2", {}, t("deliveries.none")),
        el("p", {}, t("deliveries.none.text")),
        el("a", { class: "button secondary", href: to(["subscriptions", page.id]) },
          t("overview"))));
    return;
  }
  replace(list,
    table(t("deliveries.caption"), [
      t("delivery.event"), t("delivery.status"), t("delivery.created"), t("delivery.type"),
      t("delivery.attempts"), t("delivery.last"), t("delivery.next"),
    ], deliveries.map((one) => row(page, one))),
    el("div", { class: "actions" },
      route.query.has("after") ? el("a", { class: "button secondary", href: here(page) },
        t("deliveries.first")) : undefined,
      next === undefined ? undefined : button("secondary", t("deliveries.next"),
        () => page.go(here(page, next.get("after"))), { "data-key": "next" })));
}

/** The same choice, from another place on. */
function here({ id, route }, after) {
  return to(["subscriptions", id, "deliveries"], {
    status: route.query.getAll("status"),
    eventId: route.query.get("eventId") ?? "",
    from: route.query.get("from") ?? "",
    to: route.query.get("to") ?? "",
    after,
  });
}

function row({ t, id }, one) {
  return [
    el("a", {
      class: "clip row-link",
      href: to(["subscriptions", id, "deliveries", one.id]),
      "aria-label": t("delivery.open", one.eventId),
      "data-key": `open-${one.id}`,
    }, code(one.eventId)),
    deliveryBadge(t, one.status),
    time(t, one.created),
    el("div", { class: "clip" }, foreign(one.type ?? "")),
    number(t, one.attemptCount ?? 0),
    answer(t, one),
    one.status === "due" ? time(t, one.nextAttempt) : "–",
  ];
}

/** The last answer in a word. */
export function answer(t, one) {
  if (one.lastErrorKind !== undefined && one.lastErrorKind !== "status") {
    return t.value("kind", one.lastErrorKind);
  }
  return one.lastStatus === undefined ? "–" : String(one.lastStatus);
}
