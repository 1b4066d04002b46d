// The page of an outreach day without network: a visit is kept in this browser first, and sent when there is a
// connection. It is taken off the telephone only when the log has given its receipt.

import { forgetPage, keepPage } from "./phone_page.js";
import { Slot, able } from "./phone_store.js";

const AGAIN_MS = 30_000;
const AT_A_TIME = 50;
const KEPT = ["language", "interpreter"]; // what the next visit begins with; never the municipality
const page = document.querySelector("[data-phone]");
const { day, keeper, scope, sendUrl, begins, ends } = page.dataset;
const form = page.querySelector("form[data-visit]");
const faults = page.querySelector("[data-faults]");
const slot = new Slot(day, keeper);
const states = [...page.querySelectorAll("[data-state]")];
let sending = false;
let again;

const show = (name) => { for (const one of states) one.hidden = one.dataset.state !== name; };
const inHours = () => Date.now() >= Date.parse(begins) && Date.now() <= Date.parse(ends);

async function count() {
  const { mine, others } = await slot.rows();
  page.querySelector("[data-waiting]").textContent = String(mine.length);
  page.querySelector("[data-others]").hidden = others.length === 0;
  return { waiting: mine.length, others: others.length };
}

function values() {
  const data = new FormData(form);
  const named = Object.fromEntries([...data].filter(([name]) => name !== "topics"));
  return { id: crypto.randomUUID(), at: new Date().toISOString(), ...named, topics: data.getAll("topics") };
}

function missing(visit) {
  const needed = ["municipality", "interpreter", "minutes", "outcome"].filter((name) => !visit[name]);
  if (!visit.topics.length && visit.outcome !== "left") needed.push("topics");
  return needed;
}

function tell(names) {
  faults.hidden = names.length === 0;
  for (const line of faults.querySelectorAll("[data-missing]")) line.hidden = !names.includes(line.dataset.missing);
  if (names.length) faults.focus();
}

function next() {
  const data = new FormData(form);
  const kept = KEPT.map((name) => [name, data.get(name)]);
  form.reset();
  for (const [name, value] of kept) {
    const field = form.elements[name];
    if (field instanceof RadioNodeList) for (const one of field) one.checked = one.value === value;
    else field.value = value;
  }
}

async function log(event) {
  event.preventDefault();
  if (!inHours()) return hours();
  const visit = values();
  const names = missing(visit);
  tell(names);
  if (names.length) return;
  await slot.keep(visit);
  next();
  page.querySelector("h1").focus();
  await send();
}

// Returns why some were not taken: nothing when all were, a blank when the program did not say.
async function post(token, visits) {
  const body = JSON.stringify({ keeper, visits });
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
  const answer = await fetch(sendUrl, { method: "POST", body, headers, redirect: "manual" });
  if (!answer.ok) return [""];
  const { taken, refused } = await answer.json();
  await slot.drop(taken);
  return Object.values(refused);
}

async function sendAll() {
  if (!(await count()).waiting) return "sent";
  const asked = await fetch(sendUrl, { redirect: "manual" });
  if (asked.type === "opaqueredirect") return "signed-out";
  if (asked.status === 404) return "ended";
  const told = await asked.json();
  if (told.keeper !== keeper) return "another";
  const visits = await slot.visits();
  const why = [];
  for (let at = 0; at < visits.length; at += AT_A_TIME) why.push(...await post(told.token, visits.slice(at, at + AT_A_TIME)));
  page.querySelector("[data-refused]").textContent = [...new Set(why)].join(" ");
  if (why.length) return "refused";
  return (await count()).waiting ? "waiting" : "sent";
}

async function send() {
  if (sending) return;
  sending = true;
  try {
    show(await sendAll());
  } catch {
    show("waiting"); // no connection: everything is on the telephone and is tried again
  } finally {
    sending = false;
  }
  const { waiting, others } = await count();
  // When the day is over and everything sent, the key and the kept page have no more work here.
  if (!waiting && !others && Date.now() > Date.parse(ends)) await erase();
}

function hours() {
  form.hidden = !inHours();
  page.querySelector("[data-hours]").hidden = inHours();
}

async function erase() {
  clearInterval(again);
  await slot.erase();
  await forgetPage(scope);
  for (const part of page.querySelectorAll("[data-work]")) part.hidden = true;
  page.querySelector("[data-erased]").hidden = false;
}

async function begin() {
  if (!able()) { page.querySelector("[data-lacking]").hidden = false; return; }
  await slot.key();
  await count();
  for (const part of page.querySelectorAll("[data-work]")) part.hidden = false;
  hours();
  form.addEventListener("submit", log);
  page.querySelector("[data-erase]").addEventListener("click", erase);
  page.querySelector("[data-send]").addEventListener("click", send);
  addEventListener("online", send);
  again = setInterval(() => { hours(); send(); }, AGAIN_MS);
  navigator.storage?.persist?.().catch(() => null); // the browser is asked not to clear it of itself
  // Kept before it is sent: without a connection the page that is kept already goes on.
  const kept = await keepPage(page.dataset).then(() => true, () => Boolean(navigator.serviceWorker.controller));
  page.querySelector("[data-ready]").hidden = !kept;
  await send();
}

begin().catch(() => { page.querySelector("[data-lacking]").hidden = false; });
