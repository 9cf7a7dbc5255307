// The ways into the consumers' portal: as somebody of the test data, or with an inbox to subscribe.
import { read } from "./api.js";
import { el, field, select } from "./dom.js";

const PORTAL = "/events/portal#/login";
const KINDS = ["serviceOwner", "person", "organisation", "systemUser"];

export async function show(main, t, signal) {
  const { callers } = await read("/local/callers", signal);
  main.append(
    el("p", { class: "lead" }, t("portal.lead")),
    el("div", { class: "cards" }, open(t, callers), subscribe(t, callers)));
}

/** The portal finds the caller by name and gets the token itself: none is in an address. */
function address(caller, to) {
  const query = new URLSearchParams({ as: caller.consumer });
  if (to !== undefined) {
    query.set("to", to);
  }
  return `${PORTAL}?${query}`;
}

function named(t, caller) {
  return caller.name || t("kind.systemUser.one");
}

function open(t, callers) {
  return el("section", { class: "card" },
    el("h2", {}, t("portal.open")),
    KINDS.map((kind) => [kind, callers.filter((caller) => caller.kind === kind)])
      .filter(([, some]) => some.length > 0)
      .map(([kind, some]) => el("section", { class: "group" },
        el("h3", {}, t(`kind.${kind}`)),
        el("ul", { class: "people" }, some.map((caller) => el("li", {},
          el("a", { class: "button secondary", href: address(caller),
            "data-portal": caller.consumer },
          el("span", { class: "who" }, named(t, caller)),
          el("span", { class: "id" }, caller.consumer))))))));
}

function subscribe(t, callers) {
  const caller = select(callers.map((one) =>
    [one.consumer, `${named(t, one)} (${one.consumer})`]));
  const inbox = el("input", { type: "text", value: "mine", autocomplete: "off" });
  const resource = el("input", {
    type: "text", value: "urn:altinn:resource:ttd-parking", autocomplete: "off",
  });
  return el("section", { class: "card" },
    el("h2", {}, t("portal.subscribe")),
    el("p", {}, t("portal.subscribe.text")),
    el("form", {
      onsubmit: (submit) => {
        submit.preventDefault();
        const endPoint = `${location.origin}/webhooks/${encodeURIComponent(inbox.value.trim())}`;
        const wanted = new URLSearchParams({ endPoint, resource: resource.value.trim() });
        location.assign(address({ consumer: caller.value }, `/new?${wanted}`));
      },
    },
    field(t("portal.as"), caller),
    field(t("portal.inbox"), inbox),
    field(t("event.resource"), resource),
    el("button", { type: "submit", class: "button primary" }, t("portal.subscribe.go"))));
}
