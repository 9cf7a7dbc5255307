// What can be done with a subscription.
import { below, call } from "./api.js";
import { stateOf } from "./badges.js";
import { ask } from "./dialog.js";
import { button, el, replace } from "./dom.js";
import { millis } from "./format.js";
import { excerpt, failureText } from "./attempts.js";
import { to } from "./route.js";

/** Pauses what is going, and resumes what is not. */
export function pauseAndResume(page, one, health, refresh) {
  const { t } = page;
  const more = { "data-key": "go" };
  return stateOf(one) === "active" || stateOf(one) === "unvalidated"
    ? button("secondary", t("overview.pause"), () =>
      done(page, call("POST", below(one.id, "pause")), "overview.paused", refresh), more)
    : button("primary", t("overview.resume"), () => resume(page, one, health, refresh), more);
}

async function resume(page, one, health, refresh) {
  const { t } = page;
  const held = health.held ?? 0;
  const discard = el("input", { type: "checkbox" });
  const goesOn = held === 0 || await ask(page, {
    title: t("overview.resume.title"),
    text: t("overview.resume.text", held),
    more: el("label", { class: "check" }, discard, t("overview.resume.discard")),
    yes: t("overview.resume.yes"),
    isDangerous: false,
  });
  if (goesOn) {
    const body = discard.checked ? { discard: true } : {};
    await done(page, call("POST", below(one.id, "resume"), { body }), "overview.resumed", refresh);
  }
}

async function done(page, work, text, refresh) {
  try {
    await work;
    page.tell(page.t(text));
    await refresh();
  } catch (failure) {
    page.fail(failure);
  }
}

/** Sends a test and shows what came of it. A pull subscription has nowhere to send one. */
export function test(page, one, place) {
  const { t } = page;
  if (one.deliveryMode === "pull") {
    return undefined;
  }
  const press = async () => {
    page.quiet();
    replace(place, el("p", { class: "hint" }, t("overview.testing")));
    try {
      const { json } = await call("POST", below(one.id, "test"), { signal: page.signal });
      replace(place, outcome(t, json.attempt));
    } catch (failure) {
      place.replaceChildren();
      page.fail(failure);
    }
  };
  return button("secondary", t("overview.test"), press, { "data-key": "test" });
}

function outcome(t, attempt) {
  if (attempt.errorKind === undefined) {
    return el("div", { class: "alert success" },
      t("overview.test.ok", attempt.status, millis(t, attempt.durationMs)));
  }
  return el("div", { class: "alert danger" },
    el("p", {}, t("overview.test.bad"), " ", failureText(t, attempt)),
    attempt.response ? excerpt(t, attempt) : undefined);
}

/** Removes the subscription for good. */
export function remove(page, one) {
  const { t } = page;
  const press = async () => {
    const isMeant = await ask(page, {
      title: t("overview.remove.title", one.id),
      text: t("overview.remove.text"),
      yes: t("overview.remove.yes"),
    });
    if (isMeant) {
      try {
        await call("DELETE", below(one.id));
        page.go(to([]), t("overview.removed", one.id));
      } catch (failure) {
        page.fail(failure);
      }
    }
  };
  return el("section", { class: "card" },
    el("h2", {}, t("overview.danger")),
    el("p", {}, t("overview.remove.text")),
    button("danger", t("overview.remove"), press, { "data-key": "remove" }));
}

