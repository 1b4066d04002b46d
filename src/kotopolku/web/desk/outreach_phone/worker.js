// Opens the page of one outreach day without network. It hears only what that page asks for, answers from the network
// while there is one, and keeps nothing itself: the page lays itself, its styles and scripts into the cache.

const PAGE = self.registration.scope;
const CACHE = `outreach:${new URL(PAGE).pathname}`;
const PARTS = ["style", "script", "font", "image"];
const PATIENCE_MS = 5000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function kept(request) {
  const cache = await caches.open(CACHE);
  return cache.match(request, { ignoreVary: true });
}

function tooSlow() {
  return new Promise((_, refuse) => { setTimeout(() => refuse(new Error("slow")), PATIENCE_MS); });
}

async function answer(request) {
  const copy = await kept(request);
  if (!copy) return fetch(request);
  try {
    // Signed out, or the duty has ended: the way leads elsewhere, but what waits on the telephone is still shown.
    const fresh = await Promise.race([fetch(request), tooSlow()]);
    return fresh.ok ? fresh : copy;
  } catch {
    return copy;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const mine = request.mode === "navigate" ? request.url.split("#")[0] === PAGE : PARTS.includes(request.destination);
  if (request.method === "GET" && mine) event.respondWith(answer(request));
});
