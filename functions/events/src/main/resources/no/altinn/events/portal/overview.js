// One subscription: how it goes, what it is, and what can be done with it.
import { below, poll, read, told } from "./api.js";
import { stateOf, subscriptionBadge } from "./badges.js";
import { chart } from "./chart.js";
import { pauseAndResume, remove, test } from "./commands.js";
import { alertBox, el, field, fill, replace, select } from "./dom.js";
import { clock, duration, millis, number, percent, timeText } from "./format.js";
import { crumbs as way, sections } from "./sections.js";
import { settings } from "./settings.js";

const SECONDS = 5;
const PERIODS = ["24", "168", "2160"];

export const title = (t, { parts }) => t("subscription.open", parts[1]);
export const crumbs = way;

export async function show(content, page) {
  const { t, id, signal } = page;
  const state = el("div", { class: "state" });
  const commands = el("div", { class: "actions" });
  const tested = el("div", { class: "tested", role: "status" });
  const tiles = el("div");
  const period = select(PERIODS.map((hours) => [hours, t(`health.${hours}`)]), PERIODS[0]);
  const drawing = el("div");
  const figures = el("section", { class: "health", hidden: true },
    el("div", { class: "head" },
      el("h2", {}, t("health")),
      el("div", { class: "inline" }, field(t("health.period"), period))),
    tiles);
  const facts = el("div");
  const stale = el("div");
  let refresh;
  const drawn = new Map();
  const fail = (failure) => signal.aborted || replace(stale, alertBox(
    t(drawn.size === 0 ? "failed" : "stale", told(t, failure))));
  const once = (place, value, draw) => {
    const text = JSON.stringify(value);
    if (drawn.get(place) !== text) {
      drawn.set(place, text);
      replace(place, draw());
    }
  };
  const look = async () => {
    const hours = period.value;
    const reading = read(`${below(id, "statistics")}?hours=${hours}`, signal)
      .catch((failure) => ({ failure }));
    const found = await read(below(id), signal);
    const health = await reading;
    const { state: standing, reason, since } = health;
    const isSaid = standing === undefined || standing === found.state;
    const one = isSaid ? found : { ...found, state: standing, reason, since };
    const isPull = one.deliveryMode === "pull";
    if (hours !== period.value) {
      return;
    }
    stale.replaceChildren();
    // What the subscription is can be seen, and steered, without its figures.
    if (health.failure !== undefined) {
      fail(health.failure);
    }
    once(state, [one, health.breaker], () => stateBox(t, one, health));
    once(commands, [one, health.held], () => [
      pauseAndResume(page, one, health, refresh), test(page, one, tested)]);
    if (health.failure === undefined) {
      once(tiles, [health, isPull], () => healthTiles(t, health, isPull));
      once(drawing, health.hours, () => chart(t, health.hours));
    }
    figures.hidden = !drawn.has(tiles);
    once(facts, one, () => [settings(page, one, refresh), remove(page, one)]);
  };
  refresh = () => look().catch(fail);
  period.addEventListener("change", refresh);
  fill(content,
    sections(page), stale,
    el("div", { class: "head lead-in" }, state, commands), tested,
    figures, drawing, facts);
  await poll(signal, SECONDS, look, fail);
}

function stateBox(t, one, health) {
  const state = stateOf(one);
  const since = one.since ? [" ", t("state.since", timeText(t, one.since))] : undefined;
  const colour = { failing: "warning", stopped: "danger", unvalidated: "warning" }[state] ?? "info";
  return [
    el("p", { class: "badge-line" }, subscriptionBadge(t, one)),
    state === "active" ? undefined : el("div", { class: `alert ${colour}` },
      t(`state.${state}.text`), since),
    health.breaker?.state === "open" && one.deliveryMode !== "pull" ? el("div", { class: "alert warning" },
      t("breaker.open.text", clock(t, health.breaker.until))) : undefined,
  ];
}

/** A pull subscription has no endpoint that could fail. */
function healthTiles(t, health, isPull) {
  const { breaker } = health;
  return [
    el("dl", { class: "tiles" }, [
      ["health.success", percent(t, health.successRate)],
      ["health.p50", millis(t, health.p50Ms)],
      ["health.p95", millis(t, health.p95Ms)],
      ["health.oldest", duration(t, health.oldestDueSeconds)],
      ["health.held", number(t, health.held ?? 0)],
      ["health.dead", number(t, health.dead ?? 0)],
      isPull ? undefined : ["health.breaker", t(`breaker.${breaker?.state ?? "closed"}`,
        breaker?.until ? clock(t, breaker.until) : "")],
    ].filter((tile) => tile !== undefined).map(([name, value]) => el("div", {}, el("dt", {}, t(name)), el("dd", {}, value)))),
    health.asOf ? el("p", { class: "hint" }, t("health.asOf", clock(t, health.asOf))) : undefined,
  ];
}
