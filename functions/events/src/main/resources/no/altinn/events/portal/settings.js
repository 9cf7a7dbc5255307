// What a subscription is: where it goes, what it is about, and how fast.
import { below, call } from "./api.js";
import { code, el, field, foreign, pre, replace } from "./dom.js";
import { number, time } from "./format.js";

const MOST_A_MINUTE = 60_000;

export function settings(page, one, refresh) {
  const { t } = page;
  const isPull = one.deliveryMode === "pull";
  return [
    el("div", { class: "columns even" },
      el("section", { class: "card" },
        el("h2", {}, t("overview.settings")),
        facts([
          [t("setting.mode"), t(isPull ? "setting.mode.pull" : "setting.mode.push")],
          [t("setting.endPoint"), one.endPoint ? code(one.endPoint) : undefined],
          [t("setting.consumer"), one.consumer ? code(one.consumer) : undefined],
          [t("setting.created"), time(t, one.created)],
          [t("setting.rate"), isPull ? undefined : one.ratePerMinute
            ? t("setting.rate.value", number(t, one.ratePerMinute)) : t("setting.rate.none")],
        ]),
        isPull ? undefined : rate(page, one, refresh)),
      filters(t, one)),
    isPull ? howToReceive(t, one) : undefined,
  ];
}

/** Names and values; what has no value is left out. */
export function facts(pairs) {
  return el("dl", { class: "facts" }, pairs.filter(([, value]) => value !== undefined)
    .map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

function filters(t, one) {
  const own = [
    [t("filter.resource"), one.resourceFilter ? code(one.resourceFilter) : undefined],
    [t("filter.source"), one.sourceFilter ? code(one.sourceFilter) : undefined],
    [t("filter.subject"), one.subjectFilter ? foreign(one.subjectFilter) : undefined],
    [t("filter.type"), one.typeFilter ? foreign(one.typeFilter) : undefined],
    [t("filter.subunits"), one.includeSubunits ? t("filter.subunits.yes") : undefined],
  ];
  const isBare = own.slice(1).every(([, value]) => value === undefined) && !one.filters?.length;
  return el("section", { class: "card" },
    el("h2", {}, t("overview.filters")),
    facts(own),
    isBare ? el("p", { class: "hint" }, t("overview.filters.none")) : undefined,
    one.filters?.length ? [
      el("h3", {}, t("overview.filters.json")),
      pre(typeof one.filters === "string" ? one.filters
        : JSON.stringify(one.filters, undefined, 2), t("overview.filters.json"))] : undefined);
}

function rate(page, one, refresh) {
  const { t } = page;
  const input = el("input", {
    type: "text", inputmode: "numeric", autocomplete: "off", value: one.ratePerMinute ?? "",
  });
  const wrong = el("div", { class: "wrong" });
  const save = async (submit) => {
    submit.preventDefault();
    const text = input.value.trim().replace(/[\s,](?=\d{3}$)/, "");
    const value = Number(text);
    const isRight = text === ""
      || (/^\d{1,5}$/.test(text) && value >= 1 && value <= MOST_A_MINUTE);
    replace(wrong, isRight ? [] : el("p", { role: "alert" }, t("setting.rate.wrong")));
    if (!isRight) {
      input.focus();
      return;
    }
    try {
      await call("PUT", below(one.id, "rate"),
        { body: { ratePerMinute: text === "" ? null : value } });
      page.tell(t("setting.rate.saved"));
      await refresh();
    } catch (failure) {
      page.fail(failure);
    }
  };
  return el("form", { class: "row-form", novalidate: true, onsubmit: save },
    field(t("setting.rate.field"), input, t("setting.rate.hint")),
    el("button", { type: "submit", class: "button secondary", "data-key": "rate" },
      t("setting.rate.save")),
    wrong);
}

function howToReceive(t, one) {
  const api = new URL(`../api/v1/${below(one.id)}`, import.meta.url);
  const text = `POST ${api}/receive
Authorization: Bearer …
Content-Type: application/json

{"maxEvents": 10, "maxWaitSeconds": 20, "lockSeconds": 60}

POST ${api}/acknowledge

{"lockTokens": ["…"]}`;
  return el("section", { class: "card" },
    el("h2", {}, t("overview.pull")),
    el("p", {}, t("overview.pull.text")),
    pre(text, t("overview.pull")));
}
