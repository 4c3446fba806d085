// Files on their way, kept on this device until the server has them, so that they go on after the page was closed.

const keptFor = 30 * 24 * 60 * 60 * 1000;

let given = 0;

/** What a file will be kept as: known before it is kept, and in the order in which they were chosen. */
export function newKey() {
  given += 1;
  return `${Date.now()}.${String(given).padStart(6, '0')}.${crypto.randomUUID()}`;
}

/** Where this browser keeps none, it goes on as long as the page is open. */
export async function keepFile(key, { draft, field, name, file }) {
  await inStore('readwrite', (store) =>
    store.add({ draft, field, name, file, keptAt: Date.now() }, key),
  ).catch(() => undefined);
}

/** Of this draft, oldest first. What nobody came back for is forgotten on the way. */
export async function keptFiles(draft) {
  try {
    const kept = await inStore('readonly', async (store) => {
      // asked for together: what another page keeps or forgets in between would get a wrong key
      const [keys, all] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      return all.map((each, index) => ({ ...each, key: keys[index] }));
    });
    for (const { keptAt, key } of kept) if (!(Date.now() - keptAt < keptFor)) await forgetFile(key);
    return kept.filter((each) => each.draft === draft);
  } catch {
    return [];
  }
}

export async function forgetFile(key) {
  await inStore('readwrite', (store) => store.delete(key)).catch(() => undefined);
}

/** With the draft go its files. */
export async function forgetFilesOf(draft) {
  for (const { key } of await keptFiles(draft)) await forgetFile(key);
}

async function inStore(mode, ask) {
  const database = await opened();
  try {
    const transaction = database.transaction('files', mode);
    const asked = ask(transaction.objectStore('files'));
    const answer = await (asked instanceof IDBRequest ? settled(asked) : asked);
    if (mode === 'readwrite')
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = () => reject(transaction.error);
        transaction.onabort = () => reject(transaction.error);
      });
    return answer;
  } finally {
    database.close();
  }
}

function opened() {
  const request = indexedDB.open('amtsstube-files', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('files', { autoIncrement: true });
  return settled(request);
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
