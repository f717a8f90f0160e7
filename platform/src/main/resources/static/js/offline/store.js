// What this device keeps by itself: forms that wait to be sent, and drafts. One small database of the browser, and nothing
// of it leaves the device but by sending.
(() => {
  'use strict';
  let opening = null;
  const open = () => {
    opening ??= new Promise((done, fail) => {
      const request = indexedDB.open('jgt', 1);
      request.addEventListener('upgradeneeded', () => {
        request.result.createObjectStore('outbox', { keyPath: 'key' });
        request.result.createObjectStore('drafts', { keyPath: 'key' });
      });
      request.addEventListener('success', () => {
        // Another tab with a newer build wants to change it: let go instead of blocking that tab.
        request.result.addEventListener('versionchange', () => { request.result.close(); opening = null; });
        done(request.result);
      });
      request.addEventListener('error', () => { opening = null; fail(request.error); });
    });
    return opening;
  };

  // Settled with the transaction, not with the request: that a disk is full is heard of only then.
  const run = async (name, mode, work) => {
    const database = await open();
    return new Promise((done, fail) => {
      const transaction = database.transaction(name, mode);
      const request = work(transaction.objectStore(name));
      transaction.addEventListener('complete', () => done(request.result));
      transaction.addEventListener('abort', () => fail(transaction.error ?? request.error ?? new Error('stopped')));
    });
  };
  const table = (name) => ({
    all: () => run(name, 'readonly', (store) => store.getAll()),
    find: (key) => run(name, 'readonly', (store) => store.get(key)),
    put: (row) => run(name, 'readwrite', (store) => store.put(row)),
    remove: (key) => run(name, 'readwrite', (store) => store.delete(key)),
  });
  const outbox = table('outbox');
  const drafts = table('drafts');

  // Whose device this is now. It outlives the session, so that what waits is still shown when the session has ended, and
  // ends with signing out.
  const OWNER = 'jgt-account';
  const here = document.body.dataset.account ?? '';
  const owner = () => {
    if (here !== '') return here;
    try { return localStorage.getItem(OWNER) ?? ''; } catch { return ''; }
  };
  const own = (account) => {
    try {
      if (account === '') localStorage.removeItem(OWNER); else localStorage.setItem(OWNER, account);
    } catch { /* a browser that keeps nothing */ }
  };
  if (here !== '') own(here);

  const sizeOf = (item) => (item.files ?? []).reduce((sum, file) => sum + file.size,
    (item.fields ?? []).reduce((sum, [name, value]) => sum + 2 * (name.length + value.length), 0));
  const isFull = (problem) => Boolean(problem) && problem.name === 'QuotaExceededError';
  const size = (bytes) => (bytes < 1e5 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
  const time = (at) => new Date(at).toLocaleString(document.documentElement.lang,
    { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });

  window.jgt = { outbox, drafts, owner, own, sizeOf, isFull, size, time };
})();
