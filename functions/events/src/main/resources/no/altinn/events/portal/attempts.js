// Attempts as people read them.
import { badge } from "./badges.js";
import { code, el, pre } from "./dom.js";
import { millis, time } from "./format.js";
import { facts } from "./settings.js";

/** Media types are short; what is longer is none. */
const MOST_OF_A_TYPE = 100;

/** Whether an attempt is a lock, under which a consumer has fetched the event: it has no answer. */
export function isLock(attempt) {
  return attempt.status === undefined && attempt.errorKind === undefined;
}

/** Whether the event was taken. What a lock that was not acknowledged says is how it ended. */
function isGood(attempt) {
  return attempt.errorKind === undefined && (attempt.status === undefined ? !attempt.error
    : attempt.status >= 200 && attempt.status < 300);
}

/** What went wrong, in the portal's words and then in the API's. */
export function failureText(t, attempt) {
  if (attempt.errorKind === undefined) {
    return code(attempt.error || String(attempt.status));
  }
  const kind = t.value("kind", attempt.errorKind);
  const more = attempt.error ?? (attempt.errorKind === "status" ? attempt.status : undefined);
  return more === undefined ? kind : [kind, ": ", code(String(more))];
}

/** All attempts, the newest first. */
export function history(t, attempts) {
  return el("ol", { class: "history", reversed: true }, [...attempts].reverse().map((one) => {
    const taken = isGood(one);
    return el("li", { class: "card" },
      el("div", { class: "head" },
        el("h3", {}, t("attempt", one.number)),
        verdict(t, one, taken)),
      facts([
        [t("attempt.at"), time(t, one.at)],
        [t("attempt.took"), millis(t, one.durationMs)],
        [t("attempt.trigger"), t.value("trigger", one.trigger)],
        [t("attempt.answer"), one.status === undefined ? undefined : String(one.status)],
        [t("attempt.error"), taken ? undefined : failureText(t, one)],
      ]),
      one.response ? excerpt(t, one) : undefined);
  }));
}

function verdict(t, one, taken) {
  if (taken) {
    return badge("success", t("attempt.ok"));
  }
  return isLock(one) ? badge("warning", t("attempt.open")) : badge("danger", t("attempt.bad"));
}

/** The start of what the receiver answered. It is text, whatever it says it is. */
export function excerpt(t, { response }) {
  const type = (response.contentType ?? "").slice(0, MOST_OF_A_TYPE);
  return el("div", { class: "excerpt" },
    el("p", { class: "hint" }, t("attempt.response"), " ", code(type)),
    response.text ? pre(response.text, t("attempt.response"))
      : el("p", { class: "empty" }, t("attempt.response.empty")),
    response.truncated ? el("p", { class: "hint" }, t("attempt.response.truncated")) : undefined);
}
