// May this caller do that, and which rule says so? And the files that have the rules.
import { read } from "./api.js";
import { alertBox, code, el, field, pre, replace, select, status, table, tag } from "./dom.js";

export async function show(main, t, signal) {
  const [{ callers }, { files }] = await Promise.all([
    read("/local/callers", signal), read("/local/files", signal)]);
  const caller = select(callers.map((one) =>
    [one.consumer, `${one.name || t("kind.systemUser.one")} (${one.consumer})`]));
  const action = select(["subscribe", "read", "publish"].map((one) => [one, t(`action.${one}`)]));
  const resource = el("input", { type: "text", value: "ttd-parking", required: true });
  const subject = el("input", { type: "text", list: "subjects" });
  const result = status();
  main.append(
    el("p", { class: "lead" }, t("access.lead")),
    el("form", {
      class: "card grid",
      onsubmit: async (submit) => {
        submit.preventDefault();
        const query = new URLSearchParams({
          caller: caller.value,
          action: action.value,
          resource: resource.value,
          subject: subject.value,
        });
        try {
          replace(result, decision(t, await read(`/local/decision?${query}`)));
        } catch (failure) {
          replace(result, alertBox(t("failed", failure.message)));
        }
      },
    },
    field(t("access.caller"), caller),
    field(t("access.action"), action),
    field(t("event.resource"), resource, t("access.resourceHint")),
    field(t("event.subject"), subject, t("access.subjectHint")),
    el("datalist", { id: "subjects" }, callers.filter((one) => one.subject)
      .map((one) => el("option", { value: one.subject }, one.name))),
    el("div", { class: "submit" },
      el("button", { type: "submit", class: "button primary" }, t("access.ask")))),
    result,
    el("h2", {}, t("files")),
    table(t("files.caption"), [t("files.what"), t("files.place"), t("files.readAt")],
      files.map((one) => [t(`files.${one.name}`), code(one.place), t.time(one.readAt)])),
    el("p", {}, t("files.change")));
}

function decision(t, json) {
  return json.permit ? permit(t, json) : refusal(t, json);
}

function permit(t, json) {
  return el("section", { class: "card" },
    el("h2", {}, tag("success", t("access.permit"))),
    el("p", {}, t("access.byRule", json.rule.place)),
    rule(t, json.rule),
    json.levels.map((level) => el("p", {}, t("access.level", level))));
}

function refusal(t, json) {
  return el("section", { class: "card" },
    el("h2", {}, tag("danger", t("access.denied"))),
    el("p", {}, t("access.noRule")),
    json.near.length === 0 ? undefined
      : table(t("access.near"), [t("access.rule"), t("access.misses"), t("access.text")],
        json.near.map((one) => [code(one.place),
          one.misses.map((part) => [tag("neutral", t(`part.${part}`)), " "]),
          code(JSON.stringify(one.text))])));
}

function rule(t, one) {
  return pre(JSON.stringify(one.text, undefined, 2), t("access.rule"));
}
