// Saves a form as it is typed: 800 ms after the last key the whole form goes to its data-draft-url. The line
// #saved (or the form's own [data-saved]) says when, at most once in 30 seconds. When the connection is away the
// text stays in this browser and is tried again. Without scripts the form has its own Save button.
//
// <form method="post" data-draft-url="…/draft/" data-draft-key="assessment-<id>"
//       data-saved-text="Tallennettu klo {time}" data-saving-text="Tallennetaan…"
//       data-offline-title="Yhteys on poikki" data-offline-text="Tekstisi on tallessa tällä koneella. Yritämme uudelleen.">

const WAIT_MS = 800;
const SAY_MS = 30_000;
const RETRY_MS = 15_000;
const SLOW_MS = 400;

function clock() {
  const now = new Date();
  const lang = document.documentElement.lang.slice(0, 2);
  const mark = ["fi", "sv", "et"].includes(lang) ? "." : ":";
  return `${now.getHours()}${mark}${String(now.getMinutes()).padStart(2, "0")}`;
}

function draftOf(form) {
  const data = new FormData(form);
  for (const name of [...data.keys()]) if (data.get(name) instanceof File) data.delete(name);
  return data;
}

function keep(form) {
  const data = [...draftOf(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  try {
    sessionStorage.setItem(`draft:${form.dataset.draftKey ?? form.dataset.draftUrl}`, JSON.stringify(data));
  } catch {
    return false; // the store is full or switched off: the text is still in the form
  }
  return true;
}

function forget(form) {
  try {
    sessionStorage.removeItem(`draft:${form.dataset.draftKey ?? form.dataset.draftUrl}`);
  } catch {
    // nothing was kept
  }
}

function restore(form) {
  let rows;
  try {
    rows = JSON.parse(sessionStorage.getItem(`draft:${form.dataset.draftKey ?? form.dataset.draftUrl}`) ?? "null");
  } catch {
    rows = null;
  }
  if (!rows) return false;
  const names = new Set(rows.map(([name]) => name));
  for (const field of form.elements) {
    if (["checkbox", "radio"].includes(field.type)) {
      field.checked = rows.some(([name, value]) => name === field.name && value === field.value);
    } else if (names.has(field.name) && (field.type !== "hidden" || field.name === "version") && field.type !== "file") {
      // The version goes with the text: what was typed over an older form must not pass for typed over this one.
      const values = rows.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.multiple) for (const option of field.options) option.selected = values.includes(option.value);
      else field.value = values[0];
    }
  }
  return true;
}

function offlineNote(form) {
  let note = document.querySelector("[data-offline]");
  if (note) return note;
  note = document.createElement("div");
  note.className = "note note-warn";
  note.dataset.offline = "";
  note.setAttribute("role", "status");
  const title = document.createElement("b");
  const text = document.createElement("p");
  title.textContent = form.dataset.offlineTitle ?? "";
  text.textContent = form.dataset.offlineText ?? "";
  const body = document.createElement("div");
  body.className = "note-body";
  body.append(title, text);
  note.append(body);
  (document.querySelector("[data-offline-place]") ?? form).append(note);
  return note;
}

function leave(form, event) {
  if (navigator.onLine) return forget(form);
  event.preventDefault(); // the browser's own error page would take the text with it
  if (keep(form)) offlineNote(form);
}

function watch(form) {
  const line = form.querySelector("[data-saved]") ?? document.getElementById("saved");
  const words = line?.querySelector(".saved-text") ?? line;
  const tick = line?.querySelector(".saved-tick");
  let timer;
  let said = 0;
  let sending = false;
  let again = false;

  function say(text, { done = false } = {}) {
    if (!words) return;
    words.textContent = text;
    if (tick) tick.hidden = !done;
  }

  async function send() {
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    let slow = setTimeout(() => { slow = 0; say(form.dataset.savingText ?? ""); }, SLOW_MS);
    try {
      const answer = await fetch(form.dataset.draftUrl, { method: "POST", body: draftOf(form), credentials: "same-origin", redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      forget(form);
      document.querySelector("[data-offline]")?.remove();
      if (slow === 0 || Date.now() - said > SAY_MS) {
        say((form.dataset.savedText ?? "{time}").replace("{time}", clock()), { done: true });
        said = Date.now();
      }
    } catch {
      say("");
      said = 0;
      if (keep(form)) offlineNote(form);
      timer = setTimeout(send, RETRY_MS);
    } finally {
      clearTimeout(slow);
      sending = false;
      if (again) {
        again = false;
        plan();
      }
    }
  }

  function plan() {
    clearTimeout(timer);
    timer = setTimeout(send, WAIT_MS);
  }

  if (restore(form)) plan();
  form.addEventListener("input", plan);
  form.addEventListener("change", plan);
  form.addEventListener("submit", (event) => { clearTimeout(timer); leave(form, event); });
  addEventListener("online", plan);
}

for (const form of document.querySelectorAll("form[data-draft-url]")) watch(form);
