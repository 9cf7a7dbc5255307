// Bars for the attempts of each hour, and the same in a table.
import { el, svg } from "./dom.js";
import { day, hour, millis, number } from "./format.js";

/** More bars than this are gathered by days. */
const MOST_BARS = 48;
const HEIGHT = 100;
const BAR = 10;
const GAP = 2;

/** A drawing with its table, or a sentence if nothing was sent. */
export function chart(t, hours) {
  const isByDay = hours.length > MOST_BARS;
  const bars = isByDay ? byDay(hours) : hours;
  const [attempts, delivered, failed] = ["attempts", "delivered", "failed"]
    .map((name) => bars.reduce((sum, bar) => sum + (bar[name] ?? 0), 0));
  const heading = el("h2", {}, t(isByDay ? "chart.days" : "chart"));
  if (attempts === 0) {
    return el("section", { class: "card chart" }, heading, el("p", { class: "empty" },
      t("chart.none")));
  }
  const most = Math.max(...bars.map((bar) => bar.attempts));
  const label = isByDay ? day : hour;
  return el("section", { class: "card chart" },
    el("div", { class: "head" }, heading, legend(t)),
    el("div", { class: "beside" },
      el("figure", {},
        el("div", { class: "most" }, t("chart.most", number(t, most))),
        drawing(bars, most, t("chart.text",
          number(t, attempts), number(t, delivered), number(t, failed))),
        el("div", { class: "axis", "aria-hidden": "true" },
          el("span", {}, label(t, bars[0].hour)),
          el("span", {}, label(t, bars[bars.length - 1].hour)))),
      figures(t, bars, isByDay)));
}

function legend(t) {
  return el("ul", { class: "legend" }, ["delivered", "failed"].map((name) =>
    el("li", {},
      svg("svg", { class: "swatch", viewBox: "0 0 10 10", "aria-hidden": "true" },
        svg("rect", { class: `fill ${name}`, width: 10, height: 10 }),
        name === "failed" ? svg("path", { class: "hatch", d: "M0 10 10 0" }) : undefined),
      t(`chart.${name}`))));
}

function drawing(bars, most, text) {
  const width = bars.length * BAR;
  return svg("svg", {
    class: "bars",
    viewBox: `0 0 ${width} ${HEIGHT}`,
    preserveAspectRatio: "none",
    role: "img",
    "aria-label": text,
  },
  svg("path", { class: "lines", d: `M0 0H${width}M0 ${HEIGHT / 2}H${width}M0 ${HEIGHT}H${width}` }),
  bars.map((bar, at) => stack(bar, at * BAR + GAP / 2, most)));
}

/** What failed stands on what was delivered, and is hatched besides its colour. */
function stack(bar, x, most) {
  const delivered = (bar.delivered ?? 0) * HEIGHT / most;
  const failed = (bar.failed ?? 0) * HEIGHT / most;
  const wide = BAR - GAP;
  const top = HEIGHT - delivered - failed;
  return [
    delivered > 0 ? svg("rect", {
      class: "fill delivered", x, y: HEIGHT - delivered, width: wide, height: delivered,
    }) : undefined,
    failed > 0 ? [
      svg("rect", { class: "fill failed", x, y: top, width: wide, height: failed }),
      svg("path", { class: "hatch", d: hatch(x, top, wide, failed) })] : undefined,
  ];
}

function hatch(x, top, wide, high) {
  const lines = [];
  for (let y = top; y < top + high; y += 5) {
    lines.push(`M${x} ${Math.min(y + 5, top + high)}L${x + wide} ${y}`);
  }
  return lines.join("");
}

function figures(t, bars, isByDay) {
  const columns = ["attempts", "delivered", "failed", "dead"];
  const numeric = { class: "number", scope: "col" };
  return el("div", { class: "figures", tabindex: "0", role: "group",
    "aria-label": t("chart.table") },
  el("table", { class: "plain" },
    el("caption", {}, t("chart.table")),
    el("thead", {}, el("tr", {},
      el("th", { scope: "col" }, t(isByDay ? "chart.day" : "chart.hour")),
      columns.map((name) => el("th", numeric, t(`chart.${name}`))),
      isByDay ? undefined : [el("th", numeric, "p50"), el("th", numeric, "p95")])),
    el("tbody", {}, [...bars].reverse().map((bar) => el("tr", {},
      el("th", { scope: "row" }, (isByDay ? day : hour)(t, bar.hour)),
      columns.map((name) => el("td", { class: "number" }, number(t, bar[name] ?? 0))),
      isByDay ? undefined : ["p50Ms", "p95Ms"].map((name) =>
        el("td", { class: "number" }, millis(t, bar[name]))))))));
}

/** The hours of each day together, by the reader's own days. */
export function byDay(hours) {
  const days = new Map();
  for (const one of hours) {
    const name = new Date(one.hour).toDateString();
    const sum = days.get(name) ?? { hour: one.hour, attempts: 0, delivered: 0, failed: 0, dead: 0 };
    for (const count of ["attempts", "delivered", "failed", "dead"]) {
      sum[count] += one[count] ?? 0;
    }
    days.set(name, sum);
  }
  return [...days.values()];
}
