// The parts of a subscription, and the way back from them.
import { el } from "./dom.js";
import { to } from "./route.js";

/** The way from the list to a place below a subscription, without the place itself. */
export function crumbs(t, { parts }) {
  const [, id, part, one] = parts;
  return [
    [t("subscriptions"), to([])],
    part === undefined ? undefined : [t("subscription.open", id), to(["subscriptions", id])],
    one === undefined ? undefined : [t("deliveries"), to(["subscriptions", id, "deliveries"])],
  ].filter((crumb) => crumb !== undefined);
}

/** Links to all parts of a subscription. */
export function sections({ t, id, route }) {
  const here = route.parts[2] ?? "";
  return el("nav", { class: "sections", "aria-label": t("sections") }, el("ul", {}, [
    ["", "overview"], ["deliveries", "deliveries"], ["catch-up", "catchUp"], ["secret", "secret"],
  ].map(([part, name]) => el("li", {}, el("a", {
    href: to(["subscriptions", id, ...(part === "" ? [] : [part])]),
    "aria-current": part === here ? (route.parts.length > 3 ? "true" : "page") : undefined,
  }, t(name))))));
}
