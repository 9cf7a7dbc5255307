// Where else to go. What is not served is not shown.
import { read } from "./api.js";
import { el, fill } from "./dom.js";

export async function show(main, t, signal) {
  const [{ places }, { guides }] = await Promise.all([
    read("/local/places", signal), read("/local/guides", signal)]);
  fill(main,
    el("p", { class: "lead" }, t("links.lead")),
    list(places.map((place) => [t(`place.${place.name}`), place.path])),
    guides.length === 0 ? undefined : el("h2", {}, t("guides")),
    guides.length === 0 ? undefined : el("p", {}, t("guides.lead")),
    list(guides.map((guide) =>
      [guide.title, `/local/guides/${encodeURIComponent(guide.name)}`])));
}

function list(links) {
  return links.length === 0 ? undefined : el("ul", { class: "links" }, links.map(([text, path]) =>
    el("li", {}, el("a", { href: path }, text), el("code", {}, path))));
}
