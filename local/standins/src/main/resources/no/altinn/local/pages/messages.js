// The message box of a test person, by the REST API.
import { send } from "./api.js";
import { alertBox, button, el, pre, replace, table } from "./dom.js";

const KEY = "11111111-1111-1111-1111-111111111111";
const HEADERS = { ApiKey: KEY, Accept: "application/hal+json" };
const USERS = [["ola", "Passord-A1"], ["kari", "Passord-B1"]];

export async function show(main, t) {
  const box = el("div", { class: "list", "aria-live": "polite" });
  main.append(
    el("p", { class: "lead" }, t("messages.lead")),
    el("p", { class: "actions" }, USERS.map(([user, password]) =>
      button("primary", t("messages.logIn", user), () => open(t, box, user, password)))),
    box);
}

async function open(t, box, user, password) {
  try {
    await send("POST", "/api/authentication/authenticatewithpassword", {
      headers: { ...HEADERS, "Content-Type": "application/json" },
      body: JSON.stringify({ UserName: user, UserPassword: password }),
    });
    const json = JSON.parse(await send("GET", "/api/my/messages", { headers: HEADERS }));
    list(t, box, user, json._embedded?.messages ?? []);
  } catch (failure) {
    replace(box, alertBox(t("failed", failure.message)));
  }
}

function list(t, box, user, messages) {
  const shown = el("div", { class: "panel" });
  replace(box,
    messages.length === 0 ? el("p", { class: "empty" }, t("messages.none"))
      : table(t("messages.of", user),
        [t("messages.subject"), t("messages.status"), t("messages.changed"), t("actions")],
        messages.map((one) => [one.Subject, one.Status, t.time(one.LastChangedDateTime),
          button("secondary", t("messages.read"), () => read(t, shown, one.MessageId),
            { "aria-label": `${t("messages.read")}: ${one.Subject}` })])),
    shown);
}

async function read(t, shown, id) {
  try {
    const message = JSON.parse(await send("GET",
      `/api/my/messages/${encodeURIComponent(id)}?markAsRead=false`, { headers: HEADERS }));
    const heading = el("h2", { tabindex: "-1" }, message.Subject);
    replace(shown, el("section", { class: "card" }, heading,
      el("p", {}, message.Summary),
      paragraphs(message.Body ?? "").map((one) => el("p", {}, one)),
      el("details", {}, el("summary", {}, "JSON"),
        pre(JSON.stringify(message, undefined, 2), "JSON"))));
    heading.focus();
  } catch (failure) {
    replace(shown, alertBox(t("failed", failure.message)));
  }
}

/** A letter's body is HTML; of it the text is shown. The parsed document is never in the page. */
function paragraphs(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.childNodes].map((one) => one.textContent.trim()).filter((text) => text);
}
