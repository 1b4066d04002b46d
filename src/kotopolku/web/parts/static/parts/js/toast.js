// Takes a toast away after ten seconds. While the pointer or the focus is on it, the clock stands still, so that
// nobody loses the undo by reading slowly. Without scripts the toast stays until the next page.

const SHOWN_MS = 10_000;

function watch(toast) {
  if (toast.dataset.watched) return;
  toast.dataset.watched = "yes";
  let timer;
  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const busy = toast.matches(":hover") || toast.contains(document.activeElement);
      if (busy) start();
      else toast.remove();
    }, SHOWN_MS);
  };
  toast.addEventListener("pointerleave", start);
  toast.addEventListener("focusout", start);
  start();
}

function watchAll(root) {
  for (const toast of root.querySelectorAll("[data-toast]")) watch(toast);
}

watchAll(document);
new MutationObserver(() => watchAll(document)).observe(document.body, { childList: true, subtree: true });
