// What this phone remembers: small things in localStorage, photos waiting for signal in IndexedDB.
// Inside an iframe or a private window either may be refused; then memory has to do until the page closes.

const PREFIX = "kawan-desa/";
const memory = new Map();

export const keys = {
  saya: "saya",
  draf: (persona) => `draf/${persona}`,
  antrean: (persona) => `antrean/${persona}`,
};

export const storageKey = (key) => PREFIX + key;

export function read(key, otherwise) {
  const text = memory.has(key) ? memory.get(key) : stored(key);
  try {
    return text === null ? otherwise : JSON.parse(text);
  } catch {
    return otherwise; // half-written by a phone that died
  }
}

function stored(key) {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Null forgets the key. */
export function write(key, value) {
  const text = value === null ? null : JSON.stringify(value);
  try {
    if (text === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, text);
    memory.delete(key);
  } catch {
    memory.set(key, text); // as text, so that nobody shares an object with the memory
  }
}

const blobMemory = new Map();
let database = null;

function openDatabase() {
  database ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("kawan-desa", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("foto");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return database;
}

async function inStore(mode, work) {
  const db = await openDatabase();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction("foto", mode);
    const request = work(transaction.objectStore("foto"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const blobs = {
  async put(id, files) {
    blobMemory.set(id, files); // at hand at once, whatever the disk says
    try {
      await inStore("readwrite", (store) => store.put(files, id));
    } catch {
      // Kept in memory only: the photo is lost if the page closes before there is signal.
    }
  },

  /** The files put under this id, or null when they are gone. */
  async get(id) {
    if (blobMemory.has(id)) return blobMemory.get(id);
    try {
      return (await inStore("readonly", (store) => store.get(id))) ?? null;
    } catch {
      return null;
    }
  },

  async drop(id) {
    blobMemory.delete(id);
    try {
      await inStore("readwrite", (store) => store.delete(id));
    } catch {
      // Nothing was stored.
    }
  },
};
