// Calls of the Events API, which is beside the portal.
import { current, end, renewed } from "./session.js";

/** Asked by name, the API says more of what is wrong. */
const TYPES = "application/json, application/problem+json";

/** What people know without the API's words, which are English. */
const KNOWN = [401, 404, 500, 503];

const API = new URL("../api/v1/", import.meta.url);

/** A refusal. Its message is the API's own, or empty where the API says nothing. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** What went wrong, for people: the words of the API before the portal's own, if they say more. */
export function told(t, failure) {
  if (!(failure instanceof Refused)) {
    return failure.message;
  }
  const key = `status.${failure.status}`;
  const words = KNOWN.includes(failure.status) ? "" : failure.message;
  return words || (t.has(key) ? t(key) : t("status.other", failure.status));
}

/**
 * The JSON of an answer and the query of the page that follows it. A refused login ends, unless it
 * is only tried.
 */
export async function call(method, path, { body: given, signal, isTrial = false } = {}) {
  const session = await renewed();
  const body = given ?? (method === "POST" ? {} : undefined);
  const answer = await sent(new URL(path, API), {
    method,
    signal,
    cache: "no-store",
    credentials: session.kind === "cookie" ? "same-origin" : "omit",
    headers: {
      Accept: TYPES,
      ...(session.kind === "token" ? { Authorization: `Bearer ${session.token}` } : {}),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.status === 401 && current() === session && !isTrial) {
    end();
  }
  if (!answer.ok) {
    throw new Refused(answer.status, reason(text));
  }
  return { json: text === "" ? undefined : JSON.parse(text), next: nextOf(answer) };
}

/** Sends a request; no answer at all is a refusal too. */
export async function sent(address, options) {
  try {
    return await fetch(address, options);
  } catch (failure) {
    if (options.signal?.aborted) {
      throw failure;
    }
    throw new Refused(0, "");
  }
}

/** The JSON of an answer. */
export async function read(path, signal) {
  return (await call("GET", path, { signal })).json;
}

/** The address names the host that clients call; the portal may be open under another name. */
function nextOf(answer) {
  const next = answer.headers.get("next");
  return next === null ? undefined : new URL(next, API).searchParams;
}

/** Problem details with what is wrong with each part, or a JSON string, or a short text. */
export function reason(text) {
  try {
    const json = JSON.parse(text);
    const faults = Object.values(json?.errors ?? {}).flat();
    return typeof json === "string" ? json
      : faults.join(" ") || (json?.detail ?? json?.error_description ?? "");
  } catch {
    return text.startsWith("<") ? "" : text.slice(0, 300);
  }
}

/** The path of a subscription, and of what is below it. */
export function below(id, ...parts) {
  return ["subscriptions", id, ...parts].map(encodeURIComponent).join("/");
}

/**
 * Works again and again until the signal ends it. It waits while the page is hidden, and begins at
 * once when it is shown again.
 */
export async function poll(signal, seconds, work, fail) {
  while (!signal.aborted) {
    try {
      await work();
    } catch (failure) {
      if (!signal.aborted) {
        fail(failure);
      }
    }
    await pause(seconds, signal);
    await shown(signal);
  }
}

function pause(seconds, signal) {
  return until(signal, (done) => {
    const timer = setTimeout(done, seconds * 1000);
    return () => clearTimeout(timer);
  });
}

function shown(signal) {
  return document.visibilityState === "visible" ? undefined : until(signal, (done) => {
    document.addEventListener("visibilitychange", done, { once: true });
    return () => document.removeEventListener("visibilitychange", done);
  });
}

function until(signal, begin) {
  return new Promise((resolve) => {
    const done = () => {
      stop();
      signal.removeEventListener("abort", done);
      resolve();
    };
    const stop = begin(done);
    signal.addEventListener("abort", done);
    if (signal.aborted) {
      done();
    }
  });
}
