// Who is logged in. A token is kept in memory alone, so it goes with the page.

const NONE = { kind: "none", name: "" };
const RENEW_BEFORE_SECONDS = 5 * 60;
const RETRY_AFTER_MILLIS = 60_000;

let session = NONE;
let renewing;
let triedAt = 0;
let refresh;
let whenEnded = () => {};

/** Says where tokens are renewed, and what is done when a login ends by itself. */
export function begin(address, ended) {
  refresh = address;
  whenEnded = ended;
}

/** The login as it is now. */
export function current() {
  return session;
}

/** Uses an Altinn token from now on. */
export function useToken(token) {
  session = { kind: "token", token, ...read(token) };
}

/** Uses the cookie that the browser may have from now on. */
export function useCookie() {
  session = { kind: "cookie", name: "" };
}

/** Forgets the login. */
export function forget() {
  session = NONE;
}

/** Forgets a login that the API no longer takes. */
export function end() {
  forget();
  whenEnded();
}

/** The claims of a token that people know it by; undefined if it is no token. */
export function read(token) {
  try {
    const claims = JSON.parse(new TextDecoder().decode(Uint8Array.from(
      atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")),
      (one) => one.charCodeAt(0))));
    return { name: nameIn(claims), expires: claims.exp };
  } catch {
    return undefined;
  }
}

/** As subscriptions name their consumer. */
function nameIn(claims) {
  const [details] = [claims.authorization_details ?? []].flat();
  const [systemUser] = details?.systemuser_id ?? [];
  return [
    ["org", claims["urn:altinn:org"]],
    ["user", claims["urn:altinn:userid"]],
    ["systemuser", systemUser],
    ["organisation", claims["urn:altinn:orgNumber"]],
  ].filter(([, id]) => id !== undefined && id !== "").map(([kind, id]) => `/${kind}/${id}`)[0]
    ?? claims.sub ?? "";
}

/** The login, with a token that lives on; one that cannot be renewed is used to its end. */
export async function renewed() {
  const left = session.expires - Date.now() / 1000;
  if (session.kind === "token" && left < RENEW_BEFORE_SECONDS
      && Date.now() - triedAt > RETRY_AFTER_MILLIS) {
    renewing ??= renew(session).finally(() => {
      renewing = undefined;
    });
    await renewing;
  }
  return session;
}

async function renew(old) {
  triedAt = Date.now();
  try {
    const answer = await fetch(refresh, {
      headers: { Authorization: `Bearer ${old.token}` }, credentials: "omit",
    });
    const token = (await answer.text()).replaceAll('"', "");
    if (answer.ok && read(token) && session === old) {
      useToken(token);
    }
  } catch {
    // The old token is good for some minutes yet; after that the API refuses it.
  }
}
