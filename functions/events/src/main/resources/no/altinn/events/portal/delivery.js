// One delivery with its attempts.
import { below, call, poll, read, told } from "./api.js";
import { history, isLock } from "./attempts.js";
import { deliveryBadge } from "./badges.js";
import { answer } from "./deliveries.js";
import { ask } from "./dialog.js";
import { alertBox, button, code, el, fill, foreign, replace } from "./dom.js";
import { number, time } from "./format.js";
import { crumbs as way, sections } from "./sections.js";
import { facts } from "./settings.js";

const SECONDS = 5;

export const title = (t) => t("delivery");
export const crumbs = way;

export async function show(content, page) {
  const { t, signal, route } = page;
  const path = below(page.id, "deliveries", route.parts[3]);
  const place = el("div");
  const stale = el("div");
  fill(content, sections(page), stale, place);
  let last;
  const look = async () => {
    const one = await read(path, signal);
    stale.replaceChildren();
    const now = JSON.stringify(one);
    if (now !== last) {
      last = now;
      replace(place, parts(page, one, path, look));
    }
  };
  await poll(signal, SECONDS, look, (failure) => replace(stale, alertBox(
    t(last === undefined ? "failed" : "stale", told(t, failure)))));
}

function parts(page, one, path, look) {
  const { t } = page;
  const attempts = one.attempts ?? [];
  const hint = {
    dead: attempts.some(isLock) ? "delivery.dead.pull.text" : "delivery.dead.text",
    held: "delivery.held.text",
  }[one.status];
  return [
    el("section", { class: "card" },
      el("div", { class: "head" },
        el("p", { class: "badge-line" }, deliveryBadge(t, one.status)),
        el("div", { class: "actions" },
          button("primary", t("delivery.retry"), () => retry(page, path, look),
            { "data-key": "retry" }),
          attempts.some((attempt) => attempt.response)
            ? button("danger-quiet", t("delivery.erase"), () => erase(page, path, look),
              { "data-key": "erase" }) : undefined)),
      hint ? el("p", {}, t(hint)) : undefined,
      facts([
        [t("delivery.event"), code(one.eventId)],
        [t("delivery.type"), one.type ? foreign(one.type) : undefined],
        [t("delivery.resource"), one.resource ? code(one.resource) : undefined],
        [t("delivery.created"), time(t, one.created)],
        [t("delivery.reason"), one.reason ? t.value("reason", one.reason) : undefined],
        [t("delivery.attempts"), number(t, one.attemptCount ?? 0)],
        [t("delivery.last"), answer(t, one)],
        [t("delivery.next"), one.nextAttempt ? time(t, one.nextAttempt) : undefined],
        [t("delivery.id"), code(one.id)],
      ])),
    el("h2", {}, t("delivery.history")),
    attempts.length === 0 ? el("p", { class: "empty" }, t("delivery.history.none"))
      : history(t, attempts),
  ];
}

async function retry(page, path, look) {
  try {
    await call("POST", `${path}/retry`);
    page.tell(page.t("delivery.retried"));
    await look();
  } catch (failure) {
    page.fail(failure);
  }
}

async function erase(page, path, look) {
  const { t } = page;
  const isMeant = await ask(page, {
    title: t("delivery.erase.title"),
    text: t("delivery.erase.text"),
    yes: t("delivery.erase.yes"),
  });
  if (isMeant) {
    try {
      await call("DELETE", `${path}/responses`);
      page.tell(t("delivery.erased"));
      await look();
    } catch (failure) {
      page.fail(failure);
    }
  }
}
