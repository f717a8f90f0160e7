// The service worker behind /sw.js, which names the build: its static files are kept, and of pages only those the server
// marks (X-Keep: whose). The network always comes first; a kept page says when it was kept. Nothing but GET is touched.
/* global BUILD */
(() => {
  'use strict';
  const SHELL = `jgt-shell-${BUILD.version}`;
  const PAGES = 'jgt-pages-';
  const files = new Set(BUILD.files);
  const FRESH = 6 * 3_600_000;
  const OLDEST = 14 * 86_400_000;
  const PATIENCE = 6_000;
  const MOST_PAGES = 30;
  // Pages that open without an account, by an address that is a secret.
  const GUEST = 'guest';
  const pagesOf = (owner) => `${PAGES}${BUILD.version}-${owner}`;

  self.addEventListener('install', (e) => {
    self.skipWaiting();
    e.waitUntil(caches.open(SHELL).then(async (cache) => {
      await cache.addAll(BUILD.files);
      // As nobody in particular sees it: it also stands for pages that were never kept.
      await cache.put('/waiting', await fetch('/waiting', { credentials: 'omit', cache: 'no-store' }));
    }));
  });
  const dropOthers = async (keep) => {
    for (const name of await caches.keys()) if (name.startsWith('jgt-') && !keep(name)) await caches.delete(name);
  };
  // Pages of an older build name files that are gone.
  self.addEventListener('activate', (e) => {
    e.waitUntil(dropOthers((name) => name === SHELL || name.startsWith(pagesOf(''))).then(() => self.clients.claim()));
  });

  const ofGuests = (name) => name === pagesOf(GUEST);
  const forget = () => dropOthers((name) => !name.startsWith(PAGES));
  const forgetAccount = () => dropOthers((name) => !name.startsWith(PAGES) || ofGuests(name));
  const keep = async (path, answer, owner) => {
    const body = await answer.text();
    const headers = new Headers(answer.headers);
    headers.set('X-Kept-At', new Date().toISOString());
    headers.delete('Content-Encoding');
    headers.delete('Content-Length');
    // One account at a time on a device: whoever comes next finds nothing of the one before.
    if (owner !== GUEST) await dropOthers((name) => !name.startsWith(PAGES) || name === pagesOf(owner) || ofGuests(name));
    const cache = await caches.open(pagesOf(owner));
    await cache.delete(path);
    await cache.put(path, new Response(body, { headers }));
    const old = (await cache.keys()).map((request) => new URL(request.url).pathname).filter((each) => /\d/.test(each));
    for (const each of old.slice(0, Math.max(0, old.length - MOST_PAGES))) await cache.delete(each);
  };
  const found = async (path) => {
    for (const name of await caches.keys()) {
      const answer = name.startsWith(PAGES) ? await (await caches.open(name)).match(path) : undefined;
      if (answer && Date.now() - Date.parse(answer.headers.get('X-Kept-At')) < OLDEST) return answer;
    }
    return undefined;
  };
  // A kept page carries its time, for the line on top of it and for its forms.
  const asKept = async (answer, at) => {
    const body = (await answer.text()).replace('<html ', `<html data-kept="${at}" `);
    return new Response(body, { headers: answer.headers });
  };
  const instead = async (path) => {
    const page = await found(path);
    if (page) return asKept(page, page.headers.get('X-Kept-At'));
    const own = await found('/waiting');
    if (own) return own;
    const shell = await caches.match('/waiting', { cacheName: SHELL });
    return shell ?? Response.error();
  };

  const later = (patience) => new Promise((done) => { setTimeout(done, patience); });
  const fromNetwork = async (e, path, plain) => {
    const answer = await fetch(e.request);
    if (path === '/sign-in' && answer.ok) await forgetAccount();
    const owner = answer.headers.get('X-Keep');
    if (owner && answer.ok && plain) e.waitUntil(keep(path, answer.clone(), owner).catch(() => 0));
    return answer;
  };
  const page = async (e, url) => {
    const network = fromNetwork(e, url.pathname, url.search === '');
    try {
      const slow = await found(url.pathname) ? later(PATIENCE) : new Promise(() => {});
      const first = await Promise.race([network, slow]);
      if (first) return first;
    } catch { /* no network */ }
    network.catch(() => 0);
    return instead(url.pathname);
  };

  self.addEventListener('fetch', (e) => {
    const { request } = e;
    const url = new URL(request.url);
    if (url.origin !== self.location.origin) return;
    if (request.method !== 'GET') {
      if (url.pathname === '/sign-out') e.waitUntil(forget());
    } else if (request.mode === 'navigate') {
      e.respondWith(page(e, url));
    } else if (files.has(url.pathname)) {
      e.respondWith(caches.match(url.pathname, { cacheName: SHELL }).then((file) => file ?? fetch(request)));
    }
  });

  // Pages somebody will need without a network, fetched while there is one.
  const prepare = async (path) => {
    const kept = await found(path);
    if (kept && Date.now() - Date.parse(kept.headers.get('X-Kept-At')) < FRESH) return;
    const answer = await fetch(path, { redirect: 'manual', cache: 'no-store', headers: { Accept: 'text/html' } });
    const owner = answer.headers.get('X-Keep');
    if (answer.ok && owner) await keep(path, answer, owner);
  };
  self.addEventListener('message', (e) => {
    const paths = Array.isArray(e.data?.keep) ? e.data.keep : [];
    e.waitUntil(paths.reduce((before, path) => before.then(() => prepare(path).catch(() => 0)), Promise.resolve()));
  });
})();
