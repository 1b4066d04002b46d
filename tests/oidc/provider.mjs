// A real OpenID provider on loopback for test_oidc.py: node provider.mjs PORT REDIRECT_URI
// Who somebody is stands in the form that is posted to it: login, email, verified, amr (words parted by blanks), acr.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [port, redirectUri] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const people = new Map();

const provider = new Provider(issuer, {
  clients: [{ client_id: "kotopolku", client_secret: "secret-of-the-tests", redirect_uris: [redirectUri] }],
  claims: { openid: ["sub", "amr", "acr", "auth_time"], email: ["email", "email_verified"], profile: ["name"] },
  acrValues: ["two-factors"],
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
  pkce: { required: () => true },
  cookies: { keys: ["only for tests"] },
  jwks: undefined,
});

async function answered(request, response) {
  const details = await provider.interactionDetails(request, response);
  if (request.method === "GET") {
    response.end(`<form method="post" action="/interaction/${details.uid}"></form>`);
    return;
  }
  let body = "";
  for await (const part of request) body += part;
  const given = Object.fromEntries(new URLSearchParams(body));
  if (given.cancel) {
    await provider.interactionFinished(request, response, { error: "access_denied" });
    return;
  }
  people.set(given.login, { email: given.email, email_verified: given.verified === "yes", name: given.login });
  const grant = new provider.Grant({ accountId: given.login, clientId: "kotopolku" });
  grant.addOIDCScope("openid email profile");
  const login = { accountId: given.login, remember: false };
  if (given.amr) login.amr = given.amr.split(" ");
  if (given.acr) login.acr = given.acr;
  await provider.interactionFinished(request, response, { login, consent: { grantId: await grant.save() } });
}

createServer((request, response) => {
  if (request.url.startsWith("/interaction/")) {
    answered(request, response).catch((fault) => response.writeHead(500).end(String(fault)));
  } else {
    provider.callback()(request, response);
  }
}).listen(Number(port), "127.0.0.1", () => console.log("listening"));
