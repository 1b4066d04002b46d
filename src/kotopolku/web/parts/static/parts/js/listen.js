// "Listen" at the kiosk: the sound is played on the page, and pressing again begins anew. Without scripts the same
// link opens the sound by itself.

let playing;

for (const link of document.querySelectorAll("[data-listen]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    playing?.pause();
    playing = new Audio(link.href);
    const mark = (on) => link.classList.toggle("is-playing", on);
    playing.addEventListener("playing", () => mark(true));
    for (const end of ["ended", "pause", "error"]) playing.addEventListener(end, () => mark(false));
    playing.play().catch(() => mark(false));
  });
}
