// Small things that build a page in place: folded text, a match in bold, an element with its attributes.

export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function markMatch(text, query) {
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

export function make(name, attributes = {}) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
  return element;
}
