// Makes a <select data-combobox> something to type in. The select stays in the form, hidden, and keeps the value, so
// the server sees the same field with and without scripts. One choice becomes an input, several (multiple) become
// tokens; data-limit says how many, data-limit-text is said when one more is refused. An option's data-more is its
// second line (own-language name, sub-topics) and is searched too; an option with data-last stands last always.

import { fold, make, markMatch } from "./dom.js";

class Combobox {
  constructor(select) {
    this.select = select;
    this.many = select.multiple;
    this.limit = Number(select.dataset.limit ?? 0);
    this.id = select.id;
    this.options = [...select.options].filter((option) => option.value !== "");
    this.shown = [];
    this.active = -1;
    this.build();
    this.input.addEventListener("input", () => { if (!this.many) select.value = ""; this.open(); });
    this.input.addEventListener("blur", () => this.leave());
    this.input.addEventListener("keydown", (event) => this.key(event));
    select.form?.addEventListener("reset", () => queueMicrotask(() => this.redraw()));  // the select is reset by then
  }

  build() {
    const { select, id } = this;
    this.tokens = make("div", { class: "combo-tokens" });
    this.input = make("input", {
      id, type: "text", role: "combobox", autocomplete: "off", "aria-expanded": "false", "aria-autocomplete": "list",
      "aria-controls": `${id}-list`, "aria-describedby": select.getAttribute("aria-describedby"),
      "aria-invalid": select.getAttribute("aria-invalid"),
    });
    this.list = make("ul", {
      class: "combo-list", id: `${id}-list`, role: "listbox", hidden: "hidden",
      "aria-label": select.labels?.[0]?.textContent.trim(),
    });
    this.said = make("p", { class: "hint", role: "status" });
    if (!this.many && select.value) this.input.value = select.selectedOptions[0]?.text ?? "";
    select.id = `${id}-select`;
    select.hidden = true;
    select.required = false;
    const box = make("div", { class: "combo" });
    select.after(box);
    box.append(...(this.many ? [this.tokens] : []), this.input, this.list, this.said);
    if (this.many) this.drawTokens();
  }

  close() {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  move(to) {
    this.active = (to + this.shown.length) % this.shown.length;
    [...this.list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === this.active)));
    this.input.setAttribute("aria-activedescendant", `${this.id}-${this.active}`);
    this.list.children[this.active].scrollIntoView({ block: "nearest" });
  }

  open() {
    const query = fold(this.input.value.trim());
    const free = this.options.filter((option) => !(this.many && option.selected));
    const fits = (option) => fold(`${option.text} ${option.dataset.more ?? ""}`).includes(query);
    // What the letters begin stands before what they are only in: two letters and Enter must find it.
    const rank = (option) => (query && fold(option.text).startsWith(query) ? 0 : fold(option.text).includes(query) ? 1 : 2);
    const fitting = free.filter((option) => option.dataset.last === undefined && fits(option));
    this.shown = fitting.sort((one, other) => rank(one) - rank(other)).slice(0, 50);
    this.shown.push(...free.filter((option) => option.dataset.last !== undefined));
    this.list.replaceChildren(...this.shown.map((option, at) => this.row(option, at, query)));
    this.said.textContent = this.shown.length ? "" : (this.select.dataset.none ?? "");
    this.list.hidden = this.shown.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    if (this.shown.length && query) this.move(0);
    else this.active = -1;
  }

  row(option, at, query) {
    const row = make("li", { role: "option", id: `${this.id}-${at}`, "aria-selected": "false" });
    row.append(markMatch(option.text, query));
    if (option.dataset.more) {
      const more = make("span", { class: "combo-note" });
      more.textContent = option.dataset.more;
      row.append(more);
    }
    row.addEventListener("pointerdown", (event) => { event.preventDefault(); this.pick(option); });
    return row;
  }

  drawTokens() {
    this.tokens.replaceChildren(...this.options.filter((option) => option.selected).map((option) => {
      const token = make("span", { class: "combo-token" });
      const label = `${this.select.dataset.remove ?? ""} ${option.text}`.trim();
      const away = make("button", { type: "button", "aria-label": label });
      away.textContent = "×";
      away.addEventListener("click", () => { option.selected = false; this.changed(); this.input.focus(); });
      token.append(option.text, away);
      return token;
    }));
  }

  redraw() {
    if (this.many) this.drawTokens();
    else this.input.value = this.select.value ? this.select.selectedOptions[0].text : "";
  }

  changed() {
    if (this.many) this.drawTokens();
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  pick(option) {
    if (this.many && this.limit && [...this.select.selectedOptions].length >= this.limit) {
      this.said.textContent = this.select.dataset.limitText ?? "";
      this.close();
      return;
    }
    option.selected = true;
    this.input.value = this.many ? "" : option.text;
    this.close();
    this.changed();
  }

  leave() {
    this.close();
    if (this.many || this.select.value) return;
    const exact = this.options.find((option) => fold(option.text) === fold(this.input.value.trim()));
    if (exact) this.pick(exact);
  }

  key(event) {
    const { active, list, shown } = this;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) this.open();
      if (this.shown.length) this.move(active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1));
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      this.pick(shown[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Backspace" && this.many && !this.input.value) {
      const last = [...this.select.selectedOptions].at(-1);
      if (last) { last.selected = false; this.changed(); }
    }
  }
}

for (const select of document.querySelectorAll("select[data-combobox]")) new Combobox(select);
