// The page of what waits (待发送). It is drawn by script from this device, so it is the same with and without a network.
(() => {
  'use strict';
  const { outbox, drafts, mine, unsent, owner, send, told, sending, pass, sizeOf, size, time } = window.jgt;
  const $ = (name) => document.querySelector(`[data-${name}]`);
  const list = $('list');
  const row = $('row').content;

  // A page that was asked for and is not on this device is answered with this one.
  $('not-kept').hidden = location.pathname === '/waiting';
  $('leaving').hidden = location.hash !== '#leaving';
  window.addEventListener('hashchange', () => { $('leaving').hidden = location.hash !== '#leaving'; });

  // The server's own page with both sides: the form is sent as the browser would send it, photos and all.
  const openPlainly = async (item) => {
    const who = await pass().catch(() => null);
    if (!who || who.account !== item.account) { send(item.key); return; }
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: item.url, hidden: true });
    if (item.multipart) form.enctype = 'multipart/form-data';
    const add = (type, name, more) => form.append(Object.assign(document.createElement('input'), { type, name, ...more }));
    item.fields.filter(([name]) => name !== who.field).forEach(([name, value]) => add('hidden', name, { value }));
    add('hidden', who.field, { value: who.token });
    if (item.files.length > 0) {
      const files = new DataTransfer();
      item.files.forEach((file) => files.items.add(file));
      add('file', item.fileField, { multiple: true, files: files.files });
    }
    document.body.append(form);
    form.submit();
  };

  const photo = (item, file) => {
    const line = document.createElement('li');
    line.append(`${file.name} · ${size(file.size)} `);
    const button = $('photo').content.firstElementChild.cloneNode(true);
    button.setAttribute('aria-label', `${button.textContent} ${file.name}`);
    button.addEventListener('click', async () => {
      await outbox.put({ ...item, files: item.files.filter((each) => each !== file) });
      told();
    });
    line.append(button);
    return line;
  };

  const fill = (item) => {
    const box = row.firstElementChild.cloneNode(true);
    const at = (name) => box.querySelector(`[data-${name}]`);
    const state = sending() === item.key ? 'sending' : item.state;
    at('title').textContent = item.title || item.kind;
    at('kind').textContent = item.kind;
    at('since').textContent = time(item.sentAt ?? item.at);
    box.querySelectorAll('[data-state]').forEach((word) => { word.hidden = word.dataset.state !== state; });
    if (item.state === 'sent') {
      const link = document.createElement('a');
      Object.assign(link, { href: item.location, textContent: item.title || item.kind });
      at('title').replaceChildren(link);
      at('size').hidden = true;
      at('doing').hidden = true;
      return box;
    }
    at('size').textContent = size(sizeOf(item));
    at('problem').textContent = item.problem;
    at('problem').hidden = item.problem === '';
    at('photos').replaceChildren(...item.files.map((file) => photo(item, file)));
    const asks = item.state === 'conflict' || item.state === 'refused';
    at('open').hidden = !asks;
    at('open').addEventListener('click', () => openPlainly(item));
    at('send').hidden = asks || state === 'sending';
    at('send').addEventListener('click', () => send(item.key));
    at('remove').addEventListener('click', async () => { await outbox.remove(item.key); told(); });
    at('keep').addEventListener('click', () => { const ask = at('keep').closest('details'); ask.open = false; ask.querySelector('summary').focus(); });
    return box;
  };

  let drawing = Promise.resolve();
  const draw = async () => {
    const account = owner();
    const items = await mine().catch(() => []);
    const others = (await outbox.all().catch(() => [])).filter((item) => item.account !== account && item.state !== 'sent').length;
    const left = unsent(items);
    // A question somebody is just being asked, or a focus, must not vanish under the hand.
    if (list.querySelector('details[open]') && list.childElementCount === items.length) return;
    list.replaceChildren(...items.reverse().map(fill));
    $('empty').hidden = items.length > 0;
    $('send-all').hidden = left.length === 0;
    $('sign-in').hidden = !(left.some((item) => item.state === 'sign-in') || (account === '' && others > 0));
    $('others').hidden = others === 0;
    $('others-count').textContent = String(others);
    $('total').hidden = left.length === 0;
    $('total').textContent = `${left.length} · ${size(left.reduce((sum, item) => sum + sizeOf(item), 0))}`;
    $('left-count').textContent = String(left.length);
  };
  document.addEventListener('jgt:outbox', () => { drawing = drawing.then(draw); });
  $('send-all').addEventListener('click', () => send());

  const network = () => { $('offline').hidden = navigator.onLine || !$('not-kept').hidden; };
  window.addEventListener('online', network);
  window.addEventListener('offline', network);
  network();

  // ---- what can be opened without a network ----------------------------------------------------------------------------
  const pages = async () => {
    const found = [];
    for (const name of (await caches.keys()).filter((each) => each.startsWith('jgt-pages-'))) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const path = new URL(request.url).pathname;
        const page = await cache.match(request);
        const title = /<title>([^<]*) · [^<]*<\/title>/.exec(await page.text());
        if (path !== '/waiting' && title) found.push({ path, title: title[1], at: page.headers.get('X-Kept-At') });
      }
    }
    const words = document.createElement('textarea');
    $('pages').replaceChildren(...found.reverse().map(({ path, title, at }) => {
      const line = document.createElement('li');
      words.innerHTML = title;
      line.append(Object.assign(document.createElement('a'), { href: path, textContent: words.value }), ` ${time(at)}`);
      return line;
    }));
    $('kept-pages').hidden = found.length === 0;
  };
  if (window.caches) pages().catch(() => 0);

  // ---- sign-ins at an occasion wait in a list of their own, since they need no account ----------------------------------
  try {
    const arrivals = JSON.parse(localStorage.getItem('jgt-attend') ?? '[]').length;
    $('arrivals').hidden = arrivals === 0;
    $('arrivals-count').textContent = String(arrivals);
  } catch { /* a browser that keeps nothing */ }

  // ---- a draft is no form to send yet, but it waits as well -------------------------------------------------------------
  drafts.find(`${owner()}:fields`).then((draft) => {
    $('draft').hidden = !draft;
    if (draft) $('draft-open').href = draft.from;
  }).catch(() => 0);
  draw();
})();
