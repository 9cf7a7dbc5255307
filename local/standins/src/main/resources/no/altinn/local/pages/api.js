// Calls of the platform's own address.

/** A refusal, with a message for people. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The JSON of an address. */
export async function read(path, signal) {
  const answer = await fetch(path, { signal });
  return JSON.parse(await taken(answer));
}

/** Has something done; the answer's text. */
export async function send(method, path, { headers, body } = {}) {
  return taken(await fetch(path, { method, headers, body }));
}

/** The text of an answer; whatever is not 2xx is thrown. */
export async function taken(answer) {
  const text = await answer.text();
  if (!answer.ok) {
    throw new Refused(answer.status, reason(answer, text));
  }
  return text;
}

function reason(answer, text) {
  return `${answer.status} ${told(text) || answer.statusText}`.trim();
}

/** Problem details, an OAuth error, the REST API's error, or a text. */
function told(text) {
  try {
    const json = JSON.parse(text);
    if (typeof json === "string") {
      return json;
    }
    const errors = json.errors?.RequestBody?.join(" ");
    return errors ?? json.detail ?? json.error_description ?? json.ErrorMessage ?? "";
  } catch {
    return text.slice(0, 300);
  }
}

/**
 * Reads an address again and again, and shows what has changed, until the signal ends it. It waits
 * while nobody looks, or the reader has stopped it.
 */
export async function watch(path, signal, seconds, isLive, show, fail) {
  let last;
  while (!signal.aborted) {
    if (last === undefined || (document.visibilityState === "visible" && isLive())) {
      try {
        const now = await taken(await fetch(path(), { signal }));
        if (now !== last && !signal.aborted) {
          last = now;
          show(JSON.parse(now));
        }
      } catch (failure) {
        if (signal.aborted) {
          return;
        }
        last = undefined;
        fail(failure);
      }
    }
    await pause(seconds, signal);
  }
}

/** Waits, but not for longer than the signal. */
export function pause(seconds, signal) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    signal.addEventListener("abort", end);
  });
}
