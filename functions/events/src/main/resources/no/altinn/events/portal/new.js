// Makes a subscription.
import { call, told } from "./api.js";
import { alertBox, el, field, fill, replace } from "./dom.js";
import { to } from "./route.js";

export const title = (t) => t("new");
export const crumbs = (t) => [[t("subscriptions"), to([])]];

const FILTERS = ["resource", "type", "subject", "source"];

export function show(content, page) {
  const { t, route } = page;
  const given = (name) => route.query.get(name) ?? "";
  const modes = ["push", "pull"].map((mode) => el("input", {
    type: "radio", name: "mode", value: mode, checked: mode === "push",
  }));
  const endPoint = el("input", {
    type: "url", autocomplete: "off", spellcheck: "false", value: given("endPoint"),
  });
  const address = field(t("new.endPoint"), endPoint, t("new.endPoint.hint"));
  const texts = FILTERS.map((name) => el("input", {
    type: "text", autocomplete: "off", spellcheck: "false", value: given(name),
  }));
  const subunits = el("input", { type: "checkbox" });
  const filters = el("textarea", { rows: "4", spellcheck: "false", autocomplete: "off" });
  const wrong = el("div", { class: "wrong" });
  const isPull = () => modes[1].checked;
  for (const mode of modes) {
    mode.addEventListener("change", () => {
      address.hidden = isPull();
    });
  }
  const submit = async (event) => {
    event.preventDefault();
    wrong.replaceChildren();
    page.quiet();
    const body = { includeSubunits: subunits.checked || undefined };
    if (isPull()) {
      body.deliveryMode = "pull";
    } else {
      body.endPoint = endPoint.value.trim();
    }
    FILTERS.forEach((name, at) => {
      body[`${name}Filter`] = texts[at].value.trim() || undefined;
    });
    try {
      body.filters = parsed(t, filters.value);
      const { json } = await call("POST", "subscriptions", { body });
      page.go(to(["subscriptions", json.id]), t("new.made", json.id));
    } catch (failure) {
      replace(wrong, alertBox(t("failed", told(t, failure))));
    }
  };
  fill(content,
    el("p", { class: "lead" }, t("new.lead")),
    el("form", { class: "card narrow", novalidate: true, onsubmit: submit },
      el("fieldset", {},
        el("legend", {}, t("new.mode")),
        modes.map((mode) => el("label", { class: "check" }, mode, t(`new.${mode.value}`)))),
      address,
      FILTERS.map((name, at) => field(
        name === "resource" ? t(`new.${name}`) : `${t(`new.${name}`)} ${t("optional")}`,
        texts[at], t(`new.${name}.hint`))),
      el("label", { class: "check" }, subunits, t("new.subunits")),
      field(`${t("new.filters")} ${t("optional")}`, filters, t("new.filters.hint")),
      wrong,
      el("button", { type: "submit", class: "button primary" }, t("new.go"))));
}

/** The JSON of the field; the API says what is wrong with its content. */
function parsed(t, text) {
  if (text.trim() === "") {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (failure) {
    throw new Error(t("new.filters.wrong", failure.message));
  }
}
