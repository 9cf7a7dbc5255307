// Numbers and times as people read them, in the reader's own time zone.
import { el } from "./dom.js";

const SECONDS = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

/** A whole number. */
export function number(t, value) {
  return new Intl.NumberFormat(t.locale).format(value);
}

/** A share from 0 to 1; nothing is shown as a dash. All is not said before it is all. */
export function percent(t, share) {
  if (share === undefined || share === null) {
    return "–";
  }
  const shown = share < 1 ? Math.min(share, 0.999) : share;
  return new Intl.NumberFormat(t.locale, { style: "percent", maximumFractionDigits: 1 })
    .format(shown);
}

/** Milliseconds; nothing is shown as a dash. */
export function millis(t, value) {
  if (value === undefined || value === null) {
    return "–";
  }
  return value < 1000 ? unit(t, value, "millisecond") : unit(t, value / 1000, "second");
}

/** Seconds by their two largest units; nothing is shown as a dash. */
export function duration(t, seconds) {
  if (seconds === undefined || seconds === null) {
    return "–";
  }
  const at = SECONDS.findIndex(([, size]) => seconds >= size);
  if (at < 0) {
    return unit(t, 0, "second");
  }
  const [name, size] = SECONDS[at];
  const [smaller, part] = SECONDS[at + 1] ?? ["", 0];
  const rest = part === 0 ? 0 : Math.floor((seconds % size) / part);
  const first = unit(t, Math.floor(seconds / size), name);
  return rest === 0 ? first : `${first} ${unit(t, rest, smaller)}`;
}

function unit(t, value, name) {
  return new Intl.NumberFormat(t.locale, {
    style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: 1,
  }).format(value);
}

/** A time of the API; a dash for none. */
export function time(t, instant) {
  return instant ? el("time", { datetime: instant }, timeText(t, instant)) : "–";
}

/** The same as text alone. */
export function timeText(t, instant) {
  return moment(t, instant, { dateStyle: "short", timeStyle: "medium" });
}

/** The start of an hour. */
export function hour(t, instant) {
  return moment(t, instant, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

/** A day. */
export function day(t, instant) {
  return moment(t, instant, { dateStyle: "medium" });
}

/** The time of the day alone. */
export function clock(t, instant) {
  return moment(t, instant, { timeStyle: "medium" });
}

function moment(t, instant, how) {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? String(instant) : at.toLocaleString(t.locale, how);
}

/** What a field for a time says, as the API reads it; nothing for an empty field. */
export function instantOf(field) {
  return field.value === "" ? undefined : new Date(field.value).toISOString();
}

/** The value of such a field for a time of the API. */
export function fieldValue(instant) {
  const at = new Date(instant ?? "");
  if (Number.isNaN(at.getTime())) {
    return "";
  }
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
