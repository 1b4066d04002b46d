// Puts the focus where reading goes on: on an error summary when the page opens, and, after a part of the page has
// been swapped, on its first error or its heading. The summary of a fresh page has autofocus, so that half needs no script.

function focusOn(element) {
  if (!element) return false;
  if (!element.matches("a, button, input, select, textarea, [tabindex]")) element.setAttribute("tabindex", "-1");
  element.focus();
  return true;
}

function settle(part) {
  const wanted = part.matches("[data-focus]") ? part : part.querySelector("[data-focus]");
  if (focusOn(wanted)) return;
  // A part that asks for it (data-focus-heading) hands the focus to its heading, so that a screen reader goes on there.
  const asked = part.closest("[data-focus-heading]") ?? part.querySelector("[data-focus-heading]");
  if (asked) focusOn(asked.querySelector("h1, h2, h3"));
}

// What carries autofocus is focused by the browser itself; a second try would only make it complain.
if (!document.querySelector("[autofocus]")) settle(document.body);

document.addEventListener("htmx:after:swap", (event) => {
  let part = event.detail?.ctx?.target ?? event.target;
  // A part that was replaced as a whole is found again by its id.
  if (part instanceof Element && !part.isConnected) part = document.getElementById(part.id);
  if (part instanceof Element) settle(part);
});

// A fragment link from the summary focuses the field itself, not only the place of it.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest(".error-summary a[href^='#']") : null;
  const field = link && document.getElementById(link.hash.slice(1));
  if (field) {
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    focusOn(field);
  }
});

// Open menus close with Esc and when the focus or a press goes elsewhere.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open], .nav-more details[open]")) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
});
document.addEventListener("pointerdown", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open], .nav-more details[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
