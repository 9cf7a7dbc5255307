// The ways to log in that there are here.
import { Refused, call, sent, told } from "./api.js";
import { alertBox, button, el, field, fill, replace } from "./dom.js";
import { logIn, loggedIn } from "./oidc.js";
import { forget, read, useCookie, useToken } from "./session.js";

const SCOPE = "altinn:events.subscribe";
const BASIC = `Basic ${btoa("portal:portal")}`;

export const title = (t) => t("login");

export async function show(content, page) {
  const { t, config } = page;
  const tests = el("div");
  fill(content,
    el("p", { class: "lead" }, t("login.lead")),
    el("div", { class: "cards" },
      config.testCallers ? tests : undefined,
      config.client ? person(page) : undefined,
      organisation(page),
      cookie(page)));
  await returned(page);
  if (config.testCallers) {
    await testCallers(tests, page);
  }
}

function card(heading, text, ...rest) {
  return el("section", { class: "card" }, el("h2", {}, heading), el("p", {}, text), rest);
}

function person({ t, config, fail }) {
  return card(t("login.idporten"), t("login.idporten.text"),
    button("primary", t("login.idporten.go"), () => logIn(config, location.hash).catch(fail)));
}

/** The end of a login at ID-porten, if the browser comes from there. */
async function returned(page) {
  try {
    const login = await loggedIn(page.config);
    if (login !== undefined) {
      useToken(login.token);
      page.want(login.back);
      page.entered();
    }
  } catch (failure) {
    page.warn(failure instanceof Refused && failure.status !== -1
      ? page.t("failed", told(page.t, failure)) : page.t("login.idporten.failed"));
  }
}

function organisation(page) {
  const { t } = page;
  const text = el("textarea", {
    rows: "4", spellcheck: "false", autocomplete: "off", autocapitalize: "off", required: true,
  });
  const wrong = el("div", { class: "wrong" });
  return card(t("login.token"), t("login.token.text"),
    el("form", {
      novalidate: true,
      onsubmit: (submit) => {
        submit.preventDefault();
        enter(page, text, wrong);
      },
    },
    field(t("login.token.field"), text, t("login.token.hint")),
    wrong,
    el("button", { type: "submit", class: "button primary" }, t("login.token.go"))));
}

async function enter(page, field, wrong) {
  const { t } = page;
  const token = field.value.trim().replace(/^Bearer\s+/i, "");
  const claims = read(token);
  const isWrong = token.split(".").length !== 3 || claims === undefined;
  const isOld = claims?.expires < Date.now() / 1000;
  if (isWrong || isOld) {
    replace(wrong, alertBox(t(isWrong ? "login.token.malformed" : "login.token.expired")));
    field.setAttribute("aria-invalid", "true");
    field.focus();
    return;
  }
  field.removeAttribute("aria-invalid");
  wrong.replaceChildren();
  useToken(token);
  await tried(page, "login.refused");
}

/** Whether the API takes the login, before the reader is let in by it. */
async function tried(page, refused) {
  try {
    await call("GET", "subscriptions", { signal: page.signal, isTrial: true });
    page.entered();
  } catch (failure) {
    forget();
    if (failure.status === 401) {
      page.warn(page.t(refused));
    } else {
      page.fail(failure);
    }
  }
}

function cookie(page) {
  const { t } = page;
  return card(t("login.cookie"), t("login.cookie.text"),
    button("secondary", t("login.cookie.go"), () => {
      useCookie();
      return tried(page, "login.cookie.refused");
    }));
}

async function testCallers(place, page) {
  const { t, config, signal } = page;
  const { callers } = await (await sent(config.testCallers, { signal })).json();
  const all = callers.filter((caller) => caller.header === "Authorization");
  const asked = page.route.query.get("as");
  fill(place, card(t("login.test"), t("login.test.text"),
    el("ul", { class: "people" }, all.map((caller) => el("li", {},
      button("secondary", [
        el("span", { class: "who" }, caller.name),
        el("span", { class: "id" }, caller.consumer),
      ], () => take(page, caller), { "data-caller": caller.consumer }))))));
  if (asked !== null) {
    const caller = all.find((one) => one.consumer === asked);
    const after = page.route.query.get("to") ?? "";
    page.want(after.startsWith("/") ? `#${after}` : "");
    if (caller === undefined) {
      page.warn(t("login.test.none", asked));
    } else {
      page.tell(t("login.test.as", caller.name));
      await take(page, caller);
    }
  }
}

async function take(page, caller) {
  try {
    const answer = await sent(`${caller.token}&scopes=${SCOPE}`,
      { headers: { Authorization: BASIC }, credentials: "omit", signal: page.signal });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Refused(answer.status, text.slice(0, 300));
    }
    useToken(text);
    page.entered();
  } catch (failure) {
    page.fail(failure);
  }
}
