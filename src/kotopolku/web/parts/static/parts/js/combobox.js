// Makes a <select data-combobox> something to type in. The select stays in the form, hidden, and keeps the value, so
// the server sees the same field with and without scripts. One choice becomes an input, several (multiple) become
// tokens; data-limit says how many, data-limit-text is said when one more is refused. An option's data-more is its
// second line (own-language name, sub-topics) and is searched too; an option with data-last stands last always.

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function markMatch(text, query) {
  const place = document.createElement("span");
  const at = query && fold(text).length === text.length ? fold(text).indexOf(query) : -1;
  if (at < 0) {
    place.textContent = text;
    return place;
  }
  const bold = document.createElement("b");
  bold.textContent = text.slice(at, at + query.length);
  place.append(text.slice(0, at), bold, text.slice(at + query.length));
  return place;
}

function make(name, attributes = {}) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
  return element;
}

function enhance(select) {
  const many = select.multiple;
  const limit = Number(select.dataset.limit ?? 0);
  const id = select.id;
  const options = [...select.options].filter((option) => option.value !== "");
  const box = make("div", { class: "combo" });
  const tokens = make("div", { class: "combo-tokens" });
  const input = make("input", {
    id, type: "text", role: "combobox", autocomplete: "off", "aria-expanded": "false", "aria-autocomplete": "list",
    "aria-controls": `${id}-list`, "aria-describedby": select.getAttribute("aria-describedby"),
    "aria-invalid": select.getAttribute("aria-invalid"),
  });
  const list = make("ul", { class: "combo-list", id: `${id}-list`, role: "listbox", hidden: "hidden", "aria-label": select.labels?.[0]?.textContent.trim() });
  const said = make("p", { class: "hint", role: "status" });
  let shown = [];
  let active = -1;

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function move(to) {
    active = (to + shown.length) % shown.length;
    [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === active)));
    input.setAttribute("aria-activedescendant", `${id}-${active}`);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  function open() {
    const query = fold(input.value.trim());
    const free = options.filter((option) => !(many && option.selected));
    const fits = (option) => fold(`${option.text} ${option.dataset.more ?? ""}`).includes(query);
    shown = free.filter((option) => option.dataset.last === undefined && fits(option)).slice(0, 50);
    shown.push(...free.filter((option) => option.dataset.last !== undefined));
    list.replaceChildren(...shown.map((option, at) => {
      const row = make("li", { role: "option", id: `${id}-${at}`, "aria-selected": "false" });
      row.append(markMatch(option.text, query));
      if (option.dataset.more) {
        const more = make("span", { class: "combo-note" });
        more.textContent = option.dataset.more;
        row.append(more);
      }
      row.addEventListener("pointerdown", (event) => { event.preventDefault(); pick(option); });
      return row;
    }));
    said.textContent = shown.length ? "" : (select.dataset.none ?? "");
    list.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (shown.length && query) move(0);
    else active = -1;
  }

  function drawTokens() {
    tokens.replaceChildren(...options.filter((option) => option.selected).map((option) => {
      const token = make("span", { class: "combo-token" });
      const away = make("button", { type: "button", "aria-label": `${select.dataset.remove ?? ""} ${option.text}`.trim() });
      away.textContent = "×";
      away.addEventListener("click", () => { option.selected = false; changed(); input.focus(); });
      token.append(option.text, away);
      return token;
    }));
  }

  function changed() {
    if (many) drawTokens();
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function pick(option) {
    if (many && limit && [...select.selectedOptions].length >= limit) {
      said.textContent = select.dataset.limitText ?? "";
      close();
      return;
    }
    option.selected = true;
    input.value = many ? "" : option.text;
    close();
    changed();
  }

  input.addEventListener("input", () => {
    if (!many) { select.value = ""; }
    open();
  });
  input.addEventListener("blur", () => {
    close();
    if (!many && !select.value) {
      const exact = options.find((option) => fold(option.text) === fold(input.value.trim()));
      if (exact) pick(exact);
    }
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open();
      if (shown.length) move(active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1));
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      pick(shown[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    } else if (event.key === "Backspace" && many && !input.value) {
      const last = [...select.selectedOptions].at(-1);
      if (last) { last.selected = false; changed(); }
    }
  });

  if (!many && select.value) input.value = select.selectedOptions[0]?.text ?? "";
  select.id = `${id}-select`;
  select.hidden = true;
  select.required = false;
  select.after(box);
  box.append(...(many ? [tokens] : []), input, list, said);
  if (many) drawTokens();
}

for (const select of document.querySelectorAll("select[data-combobox]")) enhance(select);
