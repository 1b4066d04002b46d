// Keeps a region fresh: [data-poll=URL] is asked every data-poll-seconds, give or take data-poll-jitter, and replaced
// when the server has something new (ETag, 304). It rests while the page is hidden, waits while somebody writes inside
// or has a menu open, keeps the focus, and stops when the answer leads elsewhere (signed out). Without scripts a reload
// shows the same.

const QUIET_MS = 60_000;

function busy(region) {
  const at = document.activeElement;
  return region.contains(at) && at.matches("input, select, textarea");
}

function replace(region, html) {
  const focused = region.contains(document.activeElement) ? document.activeElement.id : "";
  const fresh = new DOMParser().parseFromString(html, "text/html");
  region.replaceChildren(...fresh.body.childNodes);
  if (focused) document.getElementById(focused)?.focus();
  region.dispatchEvent(new CustomEvent("polled", { bubbles: true }));
}

function start(region) {
  const seconds = Number(region.dataset.pollSeconds) || 15;
  const jitter = Number(region.dataset.pollJitter) || 0;
  let tag = region.dataset.pollTag ?? "";
  let wait = seconds * 1000;
  const later = () => setTimeout(ask, wait + jitter * 1000 * (2 * Math.random() - 1));
  async function ask() {
    if (document.hidden || busy(region)) return later();
    try {
      const answer = await fetch(region.dataset.poll, {
        cache: "no-store",
        headers: tag ? { "If-None-Match": tag } : {},
      });
      if (answer.redirected || answer.status === 404) return undefined;
      wait = answer.status >= 429 ? QUIET_MS : seconds * 1000;
      if (answer.ok) {
        const html = await answer.text();
        tag = answer.headers.get("ETag") ?? "";
        if (!busy(region)) replace(region, html);
      }
    } catch {
      wait = Math.min(wait * 2, QUIET_MS);
    }
    return later();
  }
  later();
}

for (const region of document.querySelectorAll("[data-poll]")) start(region);
