// Sends again what did not arrive, and shows how far that has come.
import { below, call } from "./api.js";
import { ask } from "./dialog.js";
import { button, el, field, fill, replace } from "./dom.js";
import { instantOf, timeText } from "./format.js";
import { jobs } from "./jobs.js";
import { crumbs as way, sections } from "./sections.js";

export const title = (t) => t("catchUp");
export const crumbs = way;

export async function show(content, page) {
  const { t } = page;
  const list = jobs(page);
  fill(content,
    sections(page),
    el("p", { class: "lead" }, t("catchUp.lead")),
    el("div", { class: "columns even" }, retry(page, list), replay(page, list)),
    list.element,
    erase(page, list));
  await list.watch();
}

function times(t) {
  const [from, until] = ["from", "to"].map(() => el("input", { type: "datetime-local" }));
  from.required = true;
  return {
    from,
    until,
    fields: el("div", { class: "grid" },
      field(t("catchUp.from"), from),
      field(`${t("catchUp.to")} ${t("optional")}`, until, t("catchUp.to.hint"))),
  };
}

function form(page, name, fields, press, wrong) {
  const { t } = page;
  return el("section", { class: "card" },
    el("h2", {}, t(`catchUp.${name}`)),
    el("p", {}, t(`catchUp.${name}.text`)),
    el("form", {
      novalidate: true,
      onsubmit: (submit) => {
        submit.preventDefault();
        press();
      },
    }, fields, wrong,
    el("button", { type: "submit", class: "button primary", "data-key": name },
      t(`catchUp.${name}.go`))));
}

/** The times of the fields, or undefined once the reader has been told what is wrong. */
function span(t, { from, until }, wrong) {
  const start = instantOf(from);
  const end = instantOf(until);
  const fault = start === undefined ? "catchUp.needFrom"
    : end !== undefined && start >= end ? "deliveries.range" : undefined;
  replace(wrong, fault === undefined ? [] : el("p", { role: "alert" }, t(fault)));
  if (fault !== undefined) {
    from.focus();
    return undefined;
  }
  return { start, end };
}

function retry(page, list) {
  const { t } = page;
  const period = times(t);
  const wrong = el("div", { class: "wrong" });
  return form(page, "retry", period.fields, async () => {
    const chosen = span(t, period, wrong);
    if (chosen !== undefined) {
      await begun(page, list, {
        title: t("catchUp.retry.title"),
        text: t("catchUp.retry.ask", timeText(t, chosen.start)),
      }, "POST", "retry", { since: chosen.start, until: chosen.end });
    }
  }, wrong);
}

function replay(page, list) {
  const { t } = page;
  const period = times(t);
  const wrong = el("div", { class: "wrong" });
  const types = el("textarea", { rows: "2", spellcheck: "false", autocomplete: "off" });
  const subject = el("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const isMissing = el("input", { type: "checkbox", checked: true });
  return form(page, "replay", [
    period.fields,
    field(`${t("catchUp.types")} ${t("optional")}`, types, t("catchUp.types.hint")),
    field(`${t("catchUp.subject")} ${t("optional")}`, subject),
    el("label", { class: "check" }, isMissing, t("catchUp.missing")),
  ], async () => {
    const chosen = span(t, period, wrong);
    if (chosen !== undefined) {
      const named = types.value.split("\n").map((type) => type.trim()).filter((type) => type);
      await begun(page, list, {
        title: t("catchUp.replay.title"),
        text: t(isMissing.checked ? "catchUp.replay.askMissing" : "catchUp.replay.ask",
          timeText(t, chosen.start)),
      }, "POST", "replay", {
        from: chosen.start,
        to: chosen.end,
        type: named.length === 0 ? undefined : named,
        subject: subject.value.trim() || undefined,
        onlyMissing: isMissing.checked,
      });
    }
  }, wrong);
}

function erase(page, list) {
  const { t } = page;
  return el("section", { class: "card" },
    el("h2", {}, t("catchUp.erase")),
    el("p", {}, t("catchUp.erase.text")),
    button("danger", t("catchUp.erase.go"), () => begun(page, list, {
      title: t("catchUp.erase.title"), text: t("catchUp.erase.ask"), yes: t("catchUp.erase.go"),
    }, "DELETE", "responses"), { "data-key": "erase" }));
}

/** Asks, and then begins a job. */
async function begun(page, list, question, method, path, body) {
  const { t } = page;
  if (await ask(page, { yes: t("catchUp.yes"), isDangerous: method === "DELETE", ...question })) {
    try {
      await call(method, below(page.id, path), { body });
      page.tell(t("catchUp.started"));
      await list.look();
    } catch (failure) {
      page.fail(failure);
    }
  }
}
