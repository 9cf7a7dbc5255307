// The key that signs: hidden until it is asked for, and how it is changed and used.
import { below, call, read } from "./api.js";
import { ask } from "./dialog.js";
import { button, code, copy, el, field, fill, pre, replace, select } from "./dom.js";
import { time } from "./format.js";
import { samples } from "./samples.js";
import { crumbs as way, sections } from "./sections.js";
import { facts } from "./settings.js";

const OVERLAPS = ["86400", "0", "3600", "604800"];
const SCHEMES = ["keep", "v1", "v1a"];

export const title = (t) => t("secret");
export const crumbs = way;

export async function show(content, page) {
  const { t } = page;
  const place = el("div");
  fill(content, sections(page), place);
  const one = await read(below(page.id), page.signal);
  if (one.deliveryMode === "pull") {
    fill(place, el("section", { class: "card empty-state" }, el("p", {}, t("secret.pull"))));
    return;
  }
  const key = el("div", { class: "key", "data-state": "hidden" });
  const snippets = el("div");
  const found = (secret) => {
    reveal(page, key, secret, found);
    verify(t, snippets, secret.scheme);
  };
  hide(page, key, found);
  verify(t, snippets, "v1");
  fill(place,
    el("p", { class: "lead" }, t("secret.lead")),
    el("div", { class: "columns even" },
      el("section", { class: "card" }, el("h2", {}, t("secret.now")), key),
      rotation(page, (secret) => {
        hide(page, key, found);
        verify(t, snippets, secret.scheme);
      })),
    el("section", { class: "card" },
      el("h2", {}, t("secret.code")), el("p", {}, t("secret.code.text")), snippets));
}

function hide(page, key, found) {
  const { t } = page;
  key.dataset.state = "hidden";
  replace(key,
    el("p", {}, t("secret.hidden")),
    button("primary", t("secret.show"), async () => {
      try {
        found(await read(below(page.id, "secret"), page.signal));
        key.querySelector("button")?.focus();
      } catch (failure) {
        page.fail(failure);
      }
    }, { "data-key": "secret" }));
}

function reveal(page, key, secret, found) {
  const { t } = page;
  const value = secret.secret ?? secret.publicKey;
  const label = t(secret.secret === undefined ? "secret.publicKey" : "secret.value");
  key.dataset.state = "shown";
  replace(key,
    el("div", { class: "actions" },
      button("secondary", t("secret.hide"), () => {
        hide(page, key, found);
        key.querySelector("button").focus();
      }, { "data-key": "secret" }),
      copy(t, t("secret.copy"), () => value)),
    pre(value, label),
    facts([
      [t("secret.scheme"), t.value("secret.scheme", secret.scheme)],
      [t("secret.created"), time(t, secret.created)],
      [t("secret.previous"), secret.previousExpires ? time(t, secret.previousExpires) : undefined],
      [t("secret.keys"), secret.keys ? code(secret.keys) : undefined],
    ]));
}

function rotation(page, rotated) {
  const { t } = page;
  const overlap = select(OVERLAPS.map((one) => [one, t(`secret.overlap.${one}`)]), OVERLAPS[0]);
  const scheme = select(SCHEMES.map((one) => [one, t(`secret.scheme.${one}`)]), SCHEMES[0]);
  const submit = async (event) => {
    event.preventDefault();
    const isMeant = await ask(page, {
      title: t("secret.rotate.title"),
      text: overlap.value === "0" ? t("secret.rotate.askNow")
        : t("secret.rotate.ask", t(`secret.overlap.${overlap.value}`)),
      yes: t("secret.rotate.yes"),
    });
    if (!isMeant) {
      return;
    }
    try {
      const { json } = await call("POST", below(page.id, "secret", "rotate"), {
        body: {
          overlapSeconds: Number(overlap.value),
          scheme: scheme.value === "keep" ? undefined : scheme.value,
        },
      });
      page.tell(t("secret.rotated"));
      rotated(json);
    } catch (failure) {
      page.fail(failure);
    }
  };
  return el("section", { class: "card" },
    el("h2", {}, t("secret.rotate")),
    el("p", {}, t("secret.rotate.text")),
    el("form", { novalidate: true, onsubmit: submit },
      field(t("secret.overlap"), overlap),
      field(t("secret.scheme"), scheme),
      el("button", { type: "submit", class: "button danger", "data-key": "rotate" },
        t("secret.rotate.go"))));
}

function verify(t, place, scheme) {
  const all = samples(scheme);
  const language = select(all.map(([name]) => [name, name]), all[0][0]);
  const shown = el("div");
  const text = () => all.find(([name]) => name === language.value)[1];
  const draw = () => replace(shown,
    pre(text(), `${t("secret.code")}: ${language.value}`));
  language.addEventListener("change", draw);
  draw();
  replace(place,
    el("div", { class: "head" },
      el("div", { class: "inline" }, field(t("secret.code.language"), language)),
      copy(t, t("secret.code.copy"), text)),
    shown);
}
