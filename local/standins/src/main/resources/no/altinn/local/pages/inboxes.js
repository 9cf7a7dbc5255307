// What the webhook inboxes receive, as it comes.
import { send, watch } from "./api.js";
import { alertBox, button, code, el, pre, replace, status } from "./dom.js";

export async function show(main, t, signal) {
  let chosen = "";
  const live = el("input", { type: "checkbox", checked: true });
  const done = status();
  const names = el("nav", { class: "inboxes", "aria-label": t("view.inboxes") });
  const requests = el("div", { class: "list" });
  let opened = new AbortController();
  signal.addEventListener("abort", () => opened.abort());

  const open = (name) => {
    chosen = name;
    opened.abort();
    opened = new AbortController();
    done.replaceChildren();
    watch(() => `/local/inboxes/${encodeURIComponent(name)}`, opened.signal, 2,
      () => live.checked,
      (json) => replace(requests, inbox(t, json, done)),
      (failure) => replace(requests, alertBox(t("failed", failure.message))));
  };

  main.append(
    el("p", { class: "lead" }, t("inboxes.lead")),
    el("div", { class: "toolbar" }, el("label", { class: "check" }, live, t("live"))),
    el("div", { class: "columns" }, names, el("div", {}, done, requests)));
  await watch(() => "/local/inboxes", signal, 2, () => live.checked,
    (json) => {
      if (!chosen && json.inboxes.length > 0) {
        open(json.inboxes[0].name);
      }
      replace(names, list(t, json.inboxes, () => chosen, open));
    },
    (failure) => replace(names, alertBox(t("failed", failure.message))));
}

function list(t, inboxes, chosen, open) {
  if (inboxes.length === 0) {
    return el("p", { class: "empty" }, t("inboxes.none"));
  }
  const buttons = inboxes.map((one) => button("secondary", [
    el("span", { class: "who" }, one.name),
    el("span", { class: "id" }, t("inboxes.count", one.count)),
  ], () => {
    open(one.name);
    buttons.forEach((other, at) =>
      other.setAttribute("aria-pressed", String(inboxes[at].name === one.name)));
  }, { "data-key": `inbox-${one.name}`, "aria-pressed": String(one.name === chosen()) }));
  return el("ul", { class: "people" }, buttons.map((one) => el("li", {}, one)));
}

function inbox(t, json, done) {
  const act = (what, text) => async () => {
    try {
      await send("POST", `/webhooks/${encodeURIComponent(json.name)}/${what}`);
      replace(done, el("span", { class: "tag success" }, text));
    } catch (failure) {
      replace(done, alertBox(t("failed", failure.message)));
    }
  };
  return [
    el("h2", {}, json.name),
    el("p", {}, behaviour(t, json)),
    el("p", { class: "actions" },
      button("primary", t("inboxes.fail"), act("fail", t("inboxes.willFail")),
        { "data-key": "fail" }),
      button("secondary", t("inboxes.empty"), act("empty", t("inboxes.emptied")),
        { "data-key": "empty" })),
    json.requests.length === 0 ? el("p", { class: "empty" }, t("inboxes.nothing"))
      : el("ol", { class: "requests" }, json.requests.map((one) => el("li", {},
        el("p", {}, code(one.method), " ", t.time(one.receivedAt)),
        pre(pretty(one.body) + (one.isCut ? " …" : ""), t("inboxes.body"))))),
  ];
}

/** The largest number of times is for ever. */
function behaviour(t, { times, status, delayMs }) {
  const after = delayMs > 0 ? ` ${t("inboxes.after", delayMs)}` : "";
  if (times === 0) {
    return t("inboxes.well");
  }
  return (times > 1e9 ? t("inboxes.always", status) : t("inboxes.failing", times, status)) + after;
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
