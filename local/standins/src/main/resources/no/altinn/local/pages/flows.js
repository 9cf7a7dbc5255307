// The ways to an Altinn token, as clients go them: a login or a grant first, then the exchange.
import { taken } from "./api.js";
import { base64url, encode, random } from "./token.js";

const PERSON = ["openid", "altinn:enduser", "altinn:events.subscribe"];
const ORGANISATION = ["altinn:events.subscribe"];
const OWNER = ["altinn:serviceowner", "altinn:events.publish", "altinn:events.subscribe"];

/** The scopes that a token of this kind of caller is asked with. */
export function scopes(kind) {
  return { person: PERSON, serviceOwner: OWNER }[kind] ?? ORGANISATION;
}

/**
 * Gets a token.
 *
 * @param caller one of /local/callers
 * @param step is told each request: its name, method, address, and what came of it
 */
export async function logIn(caller, step) {
  if (!crypto.subtle) {
    throw new Error(`${location.origin}: crypto.subtle`);
  }
  return caller.kind === "person" ? person(caller, step) : organisation(caller, step);
}

async function person(caller, step) {
  const verifier = random();
  const challenge = base64url(
    await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier)));
  const client = {
    client_id: "start-page",
    redirect_uri: `${location.origin}/local/logged-in`,
  };
  const login = await fetch("/idporten/authorize", form({
    ...client,
    response_type: "code",
    scope: scopes("person").join(" "),
    state: random(),
    acr_values: "idporten-loa-high",
    code_challenge: challenge,
    code_challenge_method: "S256",
    pid: caller.id,
  }));
  await taken(login);
  const code = new URL(login.url).searchParams.get("code");
  step("login", "POST", "/idporten/authorize", { client_id: client.client_id, pid: caller.id });
  const answer = JSON.parse(await taken(await fetch("/idporten/token", form({
    ...client,
    grant_type: "authorization_code",
    code,
    code_verifier: verifier,
  }))));
  step("accessToken", "POST", "/idporten/token", { scope: answer.scope });
  return exchange("/authentication/api/v1/exchange/id-porten", answer.access_token, step);
}

async function organisation(caller, step) {
  const key = await crypto.subtle.generateKey(
    {
      name: "RSASSA-PKCS1-v1_5",
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: "SHA-256",
    },
    false, ["sign", "verify"]);
  const wanted = scopes(caller.kind);
  const client = JSON.parse(await taken(await fetch("/maskinporten/clients/", json({
    client_name: "start page",
    integration_type: "maskinporten",
    client_orgno: caller.orgNo,
    scopes: wanted,
  }))));
  try {
    step("client", "POST", "/maskinporten/clients/", { client_orgno: caller.orgNo });
    const { n, e } = await crypto.subtle.exportKey("jwk", key.publicKey);
    await taken(await fetch(`/maskinporten/clients/${client.client_id}/jwks`,
      json({ keys: [{ kty: "RSA", use: "sig", alg: "RS256", kid: "page", n, e }] })));
    const assertion = await grant(client, wanted, caller, key.privateKey);
    const answer = JSON.parse(await taken(await fetch("/maskinporten/token", form({
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion,
    }))));
    step("accessToken", "POST", "/maskinporten/token", { scope: answer.scope });
    // Two service owners have the same number; in test environments this tells them apart.
    const test = caller.id === "ttd" ? "?test=true" : "";
    return await exchange(
      `/authentication/api/v1/exchange/maskinporten${test}`, answer.access_token, step);
  } finally {
    await fetch(`/maskinporten/clients/${client.client_id}`, { method: "DELETE" });
  }
}

async function grant(client, wanted, caller, key) {
  const { issuer } = JSON.parse(await taken(
    await fetch("/maskinporten/.well-known/oauth-authorization-server")));
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: issuer,
    iss: client.client_id,
    scope: wanted.join(" "),
    iat: now,
    exp: now + 60,
    jti: random(),
  };
  if (caller.kind === "systemUser") {
    claims.authorization_details = [{
      type: "urn:altinn:systemuser",
      systemuser_org: { authority: "iso6523-actorid-upis", ID: `0192:${caller.orgNo}` },
    }];
  }
  const signed = `${encode({ alg: "RS256", kid: "page" })}.${encode(claims)}`;
  const signature = await crypto.subtle.sign(
    "RSASSA-PKCS1-v1_5", key, new TextEncoder().encode(signed));
  return `${signed}.${base64url(signature)}`;
}

async function exchange(address, accessToken, step) {
  const token = await taken(
    await fetch(address, { headers: { Authorization: `Bearer ${accessToken}` } }));
  step("exchange", "GET", address, {});
  return token;
}

function form(parameters) {
  return { method: "POST", body: new URLSearchParams(parameters) };
}

function json(body) {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
}
