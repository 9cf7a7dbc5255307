// The newest events: who got one, and another like it.
import { read, watch } from "./api.js";
import { alertBox, button, code, el, field, pre, replace, select, status, table, tag } from "./dom.js";
import { deliveryTag, endPoint } from "./deliveries.js";
import { anotherLike, likelyPublisher, publish } from "./publishing.js";

const SAMPLE = JSON.stringify({
  specversion: "1.0",
  id: "",
  source: "https://ttd.example/parking",
  type: "no.altinn.parking.granted",
  resource: "urn:altinn:resource:ttd-parking",
  subject: "/party/50000001",
  data: { place: 7 },
});

export async function show(main, t, signal) {
  const { callers } = await read("/local/callers", signal);
  const owners = callers.filter((one) => one.kind === "serviceOwner").map((one) => one.id);
  const panel = el("div", { class: "panel" });
  const list = el("div", { class: "list" });
  const live = el("input", { type: "checkbox", checked: true });
  main.append(
    el("p", { class: "lead" }, t("events.lead")),
    el("div", { class: "toolbar" },
      button("primary", t("events.publish"), () => form(t, panel, owners, SAMPLE)),
      el("label", { class: "check" }, live, t("live"))),
    panel, list);
  await watch(() => "/local/events", signal, 2, () => live.checked,
    (json) => replace(list, events(t, json, panel, owners)),
    (failure) => replace(list, alertBox(t("failed", failure.message))));
}

function events(t, json, panel, owners) {
  if (!json.listed) {
    return el("p", { class: "alert info" }, t("notListed"));
  }
  if (json.events.length === 0) {
    return el("p", { class: "empty" }, t("events.none"));
  }
  return table(t("events.caption"),
    [t("time"), t("event.id"), t("event.type"), t("event.resource"), t("event.subject"),
      t("actions")],
    json.events.map((event) => [
      t.time(event.registered), code(event.id), code(event.type), code(event.resource),
      event.subject ? code(event.subject) : "–",
      el("div", { class: "actions" },
        button("secondary", t("events.who"), () => outcomes(t, panel, event),
          { "data-key": `who-${event.document}`,
            "aria-label": `${t("events.who")}: ${event.id}` }),
        button("secondary", t("events.like"), async () => {
          const { event: text } = await read(address(event));
          form(t, panel, owners, text);
        }, { "data-key": `like-${event.document}`,
          "aria-label": `${t("events.like")}: ${event.id}` })),
    ]));
}

function address(event) {
  const { resource, document } = event;
  return `/local/event?${new URLSearchParams({ resource, document })}`;
}

function card(t, panel, title, ...content) {
  const heading = el("h2", { tabindex: "-1" }, title);
  replace(panel, el("section", { class: "card" },
    el("div", { class: "head" }, heading,
      button("quiet", t("close"), () => panel.replaceChildren())),
    content));
  heading.focus();
}

function form(t, panel, owners, text) {
  const like = anotherLike(text);
  const publisher = select(
    [...owners.map((org) => [org, org]), ["", t("publish.platform")]],
    likelyPublisher(JSON.parse(like).resource ?? "", owners));
  const event = el("textarea", { rows: "14", spellcheck: "false" });
  event.value = like;
  const done = status();
  card(t, panel, t("publish.title"),
    el("form", {
      onsubmit: async (submit) => {
        submit.preventDefault();
        done.replaceChildren();
        try {
          await publish(publisher.value, event.value);
          done.append(tag("success", t("publish.done")));
          event.value = anotherLike(event.value);
        } catch (failure) {
          done.append(alertBox(t("failed", failure.message)));
        }
      },
    },
    field(t("publish.as"), publisher, t("publish.asHint")),
    field(t("publish.event"), event, t("publish.eventHint")),
    el("button", { type: "submit", class: "button primary" }, t("publish.send")),
    done));
}

async function outcomes(t, panel, event) {
  try {
    const { event: text, listed, outcomes: all } = await read(address(event));
    card(t, panel, t("who.title", event.id),
      !listed ? el("p", { class: "alert info" }, t("notListed"))
        : all.length === 0 ? el("p", {}, t("who.none"))
        : table(t("who.caption"),
          [t("subscription"), t("consumer"), t("endPoint"), t("outcome"), t("why")],
          all.map((one) => [
            `#${one.subscription.id}`, code(one.subscription.consumer),
            endPoint(t, one.subscription),
            one.delivery ? deliveryTag(t, one.delivery) : tag("neutral", t("who.not")),
            el("span", {}, t(`why.${one.reason}`), one.words ? el("br") : undefined,
              one.words ? code(one.words) : undefined),
          ])),
      el("details", {}, el("summary", {}, t("event.text")),
        pre(pretty(text), t("event.text"))));
  } catch (failure) {
    card(t, panel, t("who.title", event.id), alertBox(t("failed", failure.message)));
  }
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
