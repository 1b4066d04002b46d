// Single keys: `/` goes to the search, `?` lists the keys of the page, and every control with data-key="N" is pressed
// by N; `?` opens the list as a dialog. They work only inside [data-keys], which is left out when a person has switched single keys off
// (WCAG 2.1.4), and never while somebody is writing. Ctrl+Enter sends the form that has data-ctrl-enter.

const frame = document.querySelector("[data-keys]");

function writing(target) {
  if (!(target instanceof Element)) return false;
  if (target.closest("textarea, select, [contenteditable=true], [role=combobox]")) return true;
  const input = target.closest("input");
  return Boolean(input) && !["radio", "checkbox", "button", "submit"].includes(input.type);
}

function visible(element) {
  return element.getClientRects().length > 0;
}

function press(element) {
  if (element.matches("input[type=radio]")) {
    element.checked = true;
    element.dispatchEvent(new Event("change", { bubbles: true }));
    element.focus();
  } else if (element.matches("input, select, textarea")) {
    element.focus();
    element.select?.();
  } else {
    element.focus();  // what a button opens is read from there, and the focus comes back to it
    element.click();
  }
}

function label(element) {
  const own = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
  const copy = own.replace(/\s+/g, " ").trim();
  const key = element.dataset.key;
  return copy.startsWith(key) ? copy.slice(key.length).trim() : copy.replace(new RegExp(`\\s*${key.replace(/\W/g, "\\$&")}$`), "");
}

function row(keys, what) {
  const line = document.createElement("div");
  const term = document.createElement("dt");
  const key = document.createElement("kbd");
  const told = document.createElement("dd");
  key.textContent = keys;
  told.textContent = what;
  term.append(key);
  line.append(term, told);
  return line;
}

function listKeys() {
  const place = document.getElementById("keys-list");
  if (!place) return;
  if (place.open) {
    place.close();
    return;
  }
  const list = place.querySelector("dl");
  list.replaceChildren();
  const seen = new Set();
  for (const element of document.querySelectorAll("[data-key]")) {
    if (!visible(element) || seen.has(element.dataset.key)) continue;
    seen.add(element.dataset.key);
    list.append(row(element.dataset.key, label(element)));
  }
  for (const form of document.querySelectorAll("form[data-ctrl-enter]")) {
    if (visible(form) && form.dataset.ctrlEnter) list.append(row("Ctrl Enter", form.dataset.ctrlEnter));
  }
  list.append(row("?", place.querySelector("h2").textContent));
  place.showModal();
  place.querySelector("h2").focus();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target instanceof Element ? event.target.closest("form[data-ctrl-enter]") : null;
    if (form) {
      event.preventDefault();
      form.requestSubmit();
    }
    return;
  }
  if (!frame || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || writing(event.target)) return;
  if (event.key === "?") {
    event.preventDefault();
    listKeys();
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  const wanted = event.key.toUpperCase();
  for (const element of document.querySelectorAll("[data-key]")) {
    if (element.dataset.key.toUpperCase() === wanted && visible(element)) {
      event.preventDefault();
      press(element);
      return;
    }
  }
});
