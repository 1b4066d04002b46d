// Keeps visits of one outreach day in this browser, each encrypted (AES-GCM) by a key that was made for the day and
// cannot be taken out of the browser. A slot is one day and one worker: nobody sends what another has logged.

const NAME = "outreach";
const asked = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

function open() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("keys", { keyPath: "slot" });
    request.result.createObjectStore("visits", { keyPath: "id" }).createIndex("day", "day");
  };
  return asked(request);
}

async function within(stores, mode, work) {
  const database = await open();
  try {
    const act = database.transaction(stores, mode, { durability: "strict" });
    const ended = new Promise((done, failed) => {
      act.oncomplete = done;
      act.onabort = () => failed(act.error);
    });
    const found = await work((name) => act.objectStore(name));
    await ended; // kept means written, not only asked for
    return found;
  } finally {
    database.close();
  }
}

export function able() {
  return Boolean(globalThis.isSecureContext && globalThis.crypto?.subtle && globalThis.indexedDB
    && globalThis.caches && navigator.serviceWorker);
}

export class Slot {
  constructor(day, keeper) {
    this.day = day;
    this.slot = `${day}:${keeper}`;
  }

  async key() {
    const found = await within(["keys"], "readonly", (of) => asked(of("keys").get(this.slot)));
    if (found) return found.key;
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    // Another window may have been quicker: its key stays.
    await within(["keys"], "readwrite", (of) => asked(of("keys").add({ slot: this.slot, key }))).catch(() => null);
    return (await within(["keys"], "readonly", (of) => asked(of("keys").get(this.slot)))).key;
  }

  async keep(visit) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const additionalData = new TextEncoder().encode(visit.id);
    const plain = new TextEncoder().encode(JSON.stringify(visit));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, await this.key(), plain);
    const row = { id: visit.id, day: this.day, slot: this.slot, iv, sealed };
    await within(["visits"], "readwrite", (of) => asked(of("visits").add(row)));
  }

  async rows() {
    const all = await within(["visits"], "readonly", (of) => asked(of("visits").index("day").getAll(this.day)));
    return { mine: all.filter((row) => row.slot === this.slot), others: all.filter((row) => row.slot !== this.slot) };
  }

  async visits() {
    const key = await this.key();
    return Promise.all((await this.rows()).mine.map(async ({ id, iv, sealed }) => {
      const additionalData = new TextEncoder().encode(id);
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, sealed);
      return JSON.parse(new TextDecoder().decode(plain));
    }));
  }

  async drop(ids) {
    await within(["visits"], "readwrite", (of) => Promise.all(ids.map((id) => asked(of("visits").delete(id)))));
  }

  // Everything of the day, also its keys and what another worker has logged here.
  async erase() {
    const { mine, others } = await this.rows();
    await within(["visits", "keys"], "readwrite", (of) => Promise.all([
      ...[...mine, ...others].map((row) => asked(of("visits").delete(row.id))),
      asked(of("keys").delete(IDBKeyRange.bound(`${this.day}:`, `${this.day}:\uffff`))),
    ]));
  }
}
