// Lays the page of an outreach day, its styles and its scripts aside for the time without network; nothing else is. The
// worker script beside the page opens what lies there.

const named = (scope) => `outreach:${scope}`;

export async function keepPage({ scope, worker, files }) {
  await navigator.serviceWorker.register(worker, { scope });
  const cache = await caches.open(named(scope));
  await Promise.all([scope, ...files.split(" ")].map(async (name) => {
    const answer = await fetch(name, { redirect: "manual" });
    if (answer.ok) await cache.put(name, answer);
  }));
  await navigator.serviceWorker.ready;
}

export async function forgetPage(scope) {
  await caches.delete(named(scope));
  await (await navigator.serviceWorker.getRegistration(scope))?.unregister();
}
