// Moves what carries [data-drag=URL] to another [data-drop=DAY] with the mouse, by sending that page's own form: the
// server answers with the new week, or with the page of the time and why it cannot be. Without a mouse or scripts the
// same form stands on that page.

import { make } from "./dom.js";

const area = document.querySelector("[data-drag-area]");
let dragged = null;

function mark(place) {
  for (const one of document.querySelectorAll(".is-drop")) one.classList.remove("is-drop");
  place?.classList.add("is-drop");
}

function send(place) {
  const { drag, clock, minutes, version } = dragged.dataset;
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const sent = { csrfmiddlewaretoken: token, act: "move", from: "week", staff: area.dataset.staff };
  const when = { "move-day": place.dataset.drop, "move-clock": clock, "move-minutes": minutes };
  const form = make("form", { method: "post", action: drag, hidden: "hidden" });
  for (const [name, value] of Object.entries({ ...sent, ...when, version }))
    form.append(make("input", { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
}

if (area && matchMedia("(hover: hover) and (pointer: fine)").matches) {
  for (const hint of document.querySelectorAll("[data-drag-hint]")) hint.hidden = false;
  for (const row of document.querySelectorAll("[data-drag]")) {
    row.draggable = true;
    row.addEventListener("dragstart", (event) => {
      dragged = row;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
    });
    row.addEventListener("dragend", () => {
      dragged = null;
      mark(null);
    });
  }
  for (const place of document.querySelectorAll("[data-drop]")) {
    place.addEventListener("dragover", (event) => {
      if (!dragged || place.contains(dragged)) return;
      event.preventDefault();
      mark(place);
    });
    place.addEventListener("drop", (event) => {
      if (!dragged || place.contains(dragged)) return;
      event.preventDefault();
      send(place);
    });
  }
}
