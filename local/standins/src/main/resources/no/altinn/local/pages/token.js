// Tokens as people read them.

/** The header and the claims of a compact JWS. */
export function decode(jwt) {
  const [header, claims] = jwt.split(".").slice(0, 2).map(part);
  return { header, claims };
}

function part(base64url) {
  const bytes = Uint8Array.from(
    atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Bytes in the alphabet of tokens. */
export function base64url(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Text in the same alphabet. */
export function encode(value) {
  return base64url(new TextEncoder().encode(JSON.stringify(value)));
}

/** A call of the API with the token, for a shell. */
export function curl(jwt) {
  return `curl -H "Authorization: Bearer ${jwt}" ${location.origin}/events/api/v1/subscriptions`;
}

/** Random bytes as text. */
export function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}
