// States as people read them: a word, and a colour and a sign that only repeat it.
import { el } from "./dom.js";

const SIGNS = { success: "✓", danger: "✕", warning: "!", info: "→", neutral: "–" };

const DELIVERIES = {
  due: "info",
  delivered: "success",
  dead: "danger",
  held: "warning",
  ready: "info",
  locked: "info",
  cancelled: "neutral",
};

const JOBS = { running: "info", completed: "success", failed: "danger", cancelled: "neutral" };

export const STATUSES = Object.keys(DELIVERIES);

/** A word in a colour: success, danger, warning, info or neutral. */
export function badge(colour, text) {
  return el("span", { class: `tag ${colour}` },
    el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[colour]), text);
}

/** Which state a subscription is in: active, paused, failing, stopped or unvalidated. */
export function stateOf(subscription) {
  if (subscription.state === "stopped") {
    return "stopped";
  }
  if (subscription.state === "paused") {
    return subscription.reason === "failing" ? "failing" : "paused";
  }
  return subscription.validated === false ? "unvalidated" : "active";
}

export function subscriptionBadge(t, subscription) {
  const state = stateOf(subscription);
  const colour = {
    active: "success", paused: "neutral", failing: "warning", stopped: "danger",
    unvalidated: "warning",
  }[state];
  return badge(colour, t(`state.${state}`));
}

export function deliveryBadge(t, status) {
  return badge(DELIVERIES[status] ?? "neutral", t.value("delivery.state", status));
}

export function jobBadge(t, status) {
  return badge(JOBS[status] ?? "neutral", t.value("job.status", status));
}
