// The login at ID-porten: code flow of a public client with PKCE (RFC 6749, RFC 7636, RFC 9207).
import { Refused, reason, sent } from "./api.js";

const KEPT = "portal.login";
const SCOPE = "openid altinn:enduser altinn:events.subscribe";

function redirectUri() {
  return new URL(".", import.meta.url).href.replace(/\/$/, "");
}

/** Goes to ID-porten. What must be known afterwards is kept in this tab; no token is among it. */
export async function logIn(config, back) {
  const provider = await discovered(config);
  const kept = { state: random(), verifier: random(), back };
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
  const address = new URL(provider.authorization_endpoint);
  for (const [name, value] of Object.entries({
    response_type: "code",
    client_id: config.client,
    redirect_uri: redirectUri(),
    scope: SCOPE,
    state: kept.state,
    code_challenge: await challenge(kept.verifier),
    code_challenge_method: "S256",
    ui_locales: document.documentElement.lang,
  })) {
    address.searchParams.set(name, value);
  }
  location.assign(address);
}

/**
 * Ends a login with which ID-porten has sent the browser back.
 *
 * @return the Altinn token and the place to go to; undefined if there is no such login
 */
export async function loggedIn(config) {
  const answer = new URLSearchParams(location.search);
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (!answer.has("state")) {
    return undefined;
  }
  // The code is used once and has no place in the history.
  history.replaceState(null, "", location.pathname + location.hash);
  if (kept === null || answer.get("state") !== kept.state || !answer.has("code")
      || !isOf(config, answer.get("iss"))) {
    throw new Refused(-1, "");
  }
  const provider = await discovered(config);
  const { access_token: token } = JSON.parse(await taken(provider.token_endpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: answer.get("code"),
      client_id: config.client,
      redirect_uri: redirectUri(),
      code_verifier: kept.verifier,
    }),
  }));
  const altinn = await taken(
    config.exchange, { headers: { Authorization: `Bearer ${token}` } });
  return { token: altinn.replaceAll('"', ""), back: kept.back };
}

function isOf(config, issuer) {
  return issuer === null || slashed(issuer) === slashed(config.issuer);
}

function slashed(address) {
  return address.endsWith("/") ? address : `${address}/`;
}

async function discovered(config) {
  return JSON.parse(await taken(
    new URL(".well-known/openid-configuration", slashed(config.issuer)), {}));
}

async function taken(address, options) {
  const answer = await sent(address, { credentials: "omit", ...options });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Refused(answer.status, reason(text));
  }
  return text;
}

async function challenge(verifier) {
  return base64url(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier)));
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
