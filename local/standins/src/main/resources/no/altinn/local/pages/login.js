// Logs in as somebody of the test data, and shows the way and the token.
import { read } from "./api.js";
import { alertBox, button, code, copy, el, pre, replace, table } from "./dom.js";
import { logIn } from "./flows.js";
import { curl, decode } from "./token.js";

const KINDS = ["serviceOwner", "person", "organisation", "systemUser"];

export async function show(main, t, signal) {
  const { callers, more } = await read("/local/callers", signal);
  const result = el("section", { class: "card result", "aria-live": "polite" },
    el("h2", {}, t("token")), el("p", {}, t("login.none")));
  main.append(
    el("p", { class: "lead" }, t("login.lead")),
    el("div", { class: "columns" },
      el("div", {},
        KINDS.map((kind) => group(t, kind, callers, result)),
        more > 0 ? el("p", {}, t("login.more", more)) : undefined),
      result));
}

function group(t, kind, callers, result) {
  const some = callers.filter((caller) => caller.kind === kind);
  return some.length === 0 ? undefined : el("section", { class: "group" },
    el("h2", {}, t(`kind.${kind}`)),
    el("ul", { class: "people" }, some.map((caller) =>
      el("li", {}, button("secondary", [
        el("span", { class: "who" }, caller.name || t("kind.systemUser.one")),
        el("span", { class: "id" }, caller.kind === "serviceOwner" ? caller.orgNo : caller.id),
      ], () => take(t, caller, result), { "data-caller": caller.consumer })))));
}

async function take(t, caller, result) {
  const steps = el("ol", { class: "steps" });
  const heading = el("h2", { tabindex: "-1" }, t("login.as", caller.name || caller.id));
  replace(result, heading, steps);
  try {
    const jwt = await logIn(caller, (name, method, path, more) => {
      steps.append(el("li", {},
        el("strong", {}, t(`step.${name}`)), " ", code(`${method} ${path}`),
        el("dl", {}, Object.entries(more).map(([key, value]) =>
          el("div", {}, el("dt", {}, key), el("dd", {}, value))))));
    });
    result.append(...token(t, jwt));
  } catch (failure) {
    result.append(alertBox(t("failed", failure.message)));
  }
  heading.focus();
}

function token(t, jwt) {
  const { header, claims } = decode(jwt);
  return [
    el("p", { class: "actions" },
      copy(t, t("copy"), () => jwt), copy(t, t("copyCurl"), () => curl(jwt))),
    times(t, claims),
    el("h3", {}, t("token.header")),
    pre(JSON.stringify(header, undefined, 2), t("token.header")),
    el("h3", {}, t("token.claims")),
    pre(JSON.stringify(claims, undefined, 2), t("token.claims")),
    el("details", {}, el("summary", {}, t("token.text")), pre(jwt, t("token.text"))),
  ];
}

function times(t, claims) {
  const names = ["iat", "nbf", "exp"].filter((name) => claims[name] !== undefined);
  return table(t("token.times"), [t("token.claim"), t("token.meaning"), t("time")],
    names.map((name) => [code(name), t(`token.${name}`), t.time(claims[name] * 1000)]));
}
