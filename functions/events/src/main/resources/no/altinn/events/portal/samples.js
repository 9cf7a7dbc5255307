// Code with which receivers verify a signature. Keys come from the receiver's own settings: no
// sample has one in it.

const JAVA = `// com.standardwebhooks:standardwebhooks:1.2.0
import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;

// body: the request's raw text; headers: Map<String, List<String>>
new Webhook(System.getenv("WEBHOOK_SECRET"))
        .verify(body, HttpHeaders.of(headers, (name, value) -> true));
// throws WebhookVerificationException: answer 401`;

const JAVASCRIPT = `// npm install standardwebhooks
import express from "express";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.WEBHOOK_SECRET);

express().post("/events", express.text({ type: "*/*" }), (request, response) => {
  try {
    const event = webhook.verify(request.body, request.headers);
    response.sendStatus(200);
  } catch {
    response.sendStatus(401);
  }
});`;

const DOTNET = `// dotnet add package StandardWebhooks
using StandardWebhooks;

using var reader = new StreamReader(Request.Body);
var body = await reader.ReadToEndAsync();
var secret = Environment.GetEnvironmentVariable("WEBHOOK_SECRET");
new StandardWebhook(secret).Verify(body, Request.Headers);
// throws WebhookVerificationException: answer 401`;

const NODE_ED25519 = `// node:crypto alone; KEYS is the address of the keys
import { createPublicKey, verify } from "node:crypto";

export async function isSigned(headers, body) {
  const id = headers["webhook-id"];
  const timestamp = headers["webhook-timestamp"];
  if (!(Math.abs(Date.now() / 1000 - timestamp) < 300)) {
    return false;
  }
  const { keys } = await (await fetch(process.env.KEYS)).json();
  const signed = Buffer.from(\`\${id}.\${timestamp}.\${body}\`);
  return headers["webhook-signature"].split(" ")
    .filter((one) => one.startsWith("v1a,"))
    .some((one) => keys.some((jwk) => verify(null, signed,
      createPublicKey({ key: jwk, format: "jwk" }), Buffer.from(one.slice(4), "base64"))));
}`;

const JAVA_ED25519 = `// The JDK alone; publicKey is whpk_… and signature one of those that begin with v1a,
byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
byte[] encoded = ByteBuffer.allocate(44).put(prefix).put(raw).array();
Signature verifier = Signature.getInstance("Ed25519");
verifier.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
verifier.update((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
boolean isSigned =
        verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));`;

/** Names of languages with their code, for a scheme: v1 or v1a. */
export function samples(scheme) {
  return scheme === "v1a"
    ? [["JavaScript (Node)", NODE_ED25519], ["Java", JAVA_ED25519]]
    : [["JavaScript (Node)", JAVASCRIPT], ["Java", JAVA], [".NET", DOTNET]];
}
