// Subscriptions and deliveries, and attempts that are to be made now.
import { send, watch } from "./api.js";
import { alertBox, button, code, el, replace, status, table, tag } from "./dom.js";

const COLOURS = {
  due: "warning", held: "neutral", ready: "warning", locked: "warning", delivered: "success",
  dead: "danger", cancelled: "neutral",
};
const VALIDATIONS = { pending: "warning", validated: "success", failed: "danger" };

/** Where a subscription's events are pushed, or that its consumer fetches them. */
export function endPoint(t, subscription) {
  return subscription.endPoint ? code(subscription.endPoint) : t("endPoint.none");
}

/** How far a delivery has come, as a word. */
export function deliveryTag(t, delivery) {
  return tag(COLOURS[delivery.status], t(`status.${delivery.status}`));
}

export async function show(main, t, signal) {
  const live = el("input", { type: "checkbox", checked: true });
  const done = status();
  const subscriptions = el("div", { class: "list" });
  const deliveries = el("div", { class: "list" });
  main.append(
    el("p", { class: "lead" }, t("deliveries.lead")),
    el("div", { class: "toolbar" }, el("label", { class: "check" }, live, t("live")), done),
    el("h2", {}, t("subscriptions")), subscriptions,
    el("h2", {}, t("deliveries")), deliveries);
  const failed = (list) => (failure) => replace(list, alertBox(t("failed", failure.message)));
  await Promise.all([
    watch(() => "/local/subscriptions", signal, 2, () => live.checked,
      (json) => replace(subscriptions, subscriptionTable(t, json, done)), failed(subscriptions)),
    watch(() => "/local/deliveries", signal, 2, () => live.checked,
      (json) => replace(deliveries, deliveryTables(t, json, done)), failed(deliveries)),
  ]);
}

function tryNow(t, done, path, key, label) {
  return button("secondary", t("tryNow"), async () => {
    try {
      await send("POST", path);
      replace(done, tag("success", t("tried")));
    } catch (failure) {
      replace(done, alertBox(t("failed", failure.message)));
    }
  }, { "data-key": key, "aria-label": `${t("tryNow")}: ${label}` });
}

function subscriptionTable(t, json, done) {
  if (!json.listed) {
    return el("p", { class: "alert info" }, t("notListed"));
  }
  if (json.subscriptions.length === 0) {
    return el("p", { class: "empty" }, t("subscriptions.none"));
  }
  return table(t("subscriptions.caption"),
    [t("subscription"), t("consumer"), t("filters"), t("endPoint"), t("validation"),
      t("nextAttempt"), t("actions")],
    json.subscriptions.map((one) => [
      `#${one.id}`, code(one.consumer), filters(t, one), endPoint(t, one),
      tag(VALIDATIONS[one.validation.state], t(`validation.${one.validation.state}`)),
      one.validation.at ? t("attemptAt", one.validation.attempt, t.time(one.validation.at)) : "–",
      one.validation.state === "validated" ? "–"
        : tryNow(t, done, `/local/subscriptions/${one.id}/try`, `s-${one.id}`,
          `${t("subscription")} ${one.id}`),
    ]));
}

function filters(t, one) {
  const all = [["event.resource", one.resource], ["event.type", one.type],
    ["event.subject", one.subject], ["event.source", one.source]];
  return el("dl", { class: "filters" }, all.filter(([, value]) => value).map(([key, value]) =>
    el("div", {}, el("dt", {}, t(key)), el("dd", {}, code(value)))));
}

function deliveryTables(t, json, done) {
  const waiting = new Set(json.waiting.map(key));
  const others = json.newest.filter((one) => !waiting.has(key(one)));
  const all = [...json.waiting, ...others];
  return [
    json.listed ? undefined : el("p", { class: "alert info" }, t("waitingListed")),
    all.length === 0 ? el("p", { class: "empty" }, t("deliveries.none"))
      : table(t("deliveries.caption"),
        [t("event.id"), t("subscription"), t("outcome"), t("lastAttempt"), t("nextAttempt"),
          t("lastFailure"), t("actions")],
        all.map((one) => row(t, one, done))),
  ];
}

function key(one) {
  return `${one.subscription}-${one.id}`;
}

function row(t, one, done) {
  const isDue = one.status === "due";
  return [
    code(one.eventId), `#${one.subscription}`, deliveryTag(t, one),
    one.last ? t("attemptAt", one.last.number, t.time(one.last.at)) : "–",
    isDue ? t("attemptAt", one.attempt, t.time(one.at)) : "–",
    one.lastFailure
      ? [one.lastFailure.status ? t("answered", one.lastFailure.status) : "",
        one.lastFailure.reason ? code(one.lastFailure.reason) : ""]
      : "–",
    isDue ? tryNow(t, done,
      `/local/deliveries/${one.subscription}/${encodeURIComponent(one.id)}/try`,
      `d-${key(one)}`, one.eventId) : "–",
  ];
}
