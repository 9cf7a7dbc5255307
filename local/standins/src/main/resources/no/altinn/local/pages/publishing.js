// Publishes events as a service owner's system does.
import { send } from "./api.js";

const ADMIN = "altinn:events.publish.admin";
const APP = "urn:altinn:resource:app_";

/** A generated token, which needs no login. */
export function testToken(kind, parameters) {
  const query = new URLSearchParams({ env: "local", ...parameters });
  return send("GET", `/api/${kind}?${query}`, {
    headers: { Authorization: `Basic ${btoa("start:page")}` },
  });
}

/** Whom the policy is likely to let publish on a resource: a service owner's code, or empty. */
export function likelyPublisher(resource, owners) {
  const name = resource.replace(/^urn:altinn:resource:(app_)?/, "");
  return owners.find((org) => name.startsWith(`${org}-`) || name.startsWith(`${org}_`)) ?? "";
}

/** The JSON with another id and time; numbers keep their precision. */
export function anotherLike(text) {
  const event = JSON.parse(text, exact);
  event.id = crypto.randomUUID();
  event.time = new Date().toISOString();
  return JSON.stringify(event, undefined, 2);
}

/** A number as it is written, where the browser can keep that. */
function exact(key, value, context) {
  return typeof value === "number" && context?.source && JSON.rawJSON
    ? JSON.rawJSON(context.source) : value;
}

/**
 * Publishes an event.
 *
 * @param publisher a service owner's code; empty for the platform, whom no policy is asked about
 * @param text the event's JSON
 */
export async function publish(publisher, text) {
  const event = JSON.parse(text);
  if (publisher && String(event.resource ?? "").startsWith(APP)) {
    return ofApp(publisher, event);
  }
  const token = await testToken("GetEnterpriseToken",
    publisher
      ? { org: publisher, scopes: "altinn:events.publish" }
      : { scopes: `altinn:events.publish,${ADMIN}` });
  return send("POST", "/events/api/v1/events", {
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/cloudevents+json",
    },
    body: text,
  });
}

/** An app's events come from the app, whom its source names; id and time are the server's. */
async function ofApp(org, event) {
  const app = new URL(event.source).pathname.split("/")[2] ?? "";
  const [token, ofApp] = await Promise.all([
    testToken("GetEnterpriseToken", { org, scopes: "altinn:serviceowner" }),
    testToken("GetPlatformAccessToken", { org, app }),
  ]);
  return send("POST", "/events/api/v1/app", {
    headers: {
      Authorization: `Bearer ${token}`,
      PlatformAccessToken: ofApp,
      "Content-Type": "application/json",
    },
    body: JSON.stringify(event),
  });
}
