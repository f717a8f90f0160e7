// Forms that may be sent later (data-outbox), pages shown from this device, and the worker that keeps them. A page works
// without any of this, as long as there is a network.
(() => {
  'use strict';
  const { outbox, owner, own, isFull, size, time, now, send, told } = window.jgt;
  const account = document.body.dataset.account ?? '';
  const kept = document.documentElement.dataset.kept ?? '';
  const controlled = Boolean(navigator.serviceWorker?.controller);

  // ---- the worker -----------------------------------------------------------------------------------------------------
  if (account !== '' && navigator.serviceWorker && window.isSecureContext) {
    navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready).then((registration) => {
      const pages = (document.body.dataset.keep ?? '').split(' ').filter(Boolean);
      // The first page of all came before the worker and could not be kept on its way.
      if (!controlled) pages.push(location.pathname);
      registration.active.postMessage({ keep: pages });
    }).catch(() => { /* switched off, or no room: everything else still works */ });
  }

  // ---- a page as it was ------------------------------------------------------------------------------------------------
  const notice = document.getElementById('kept');
  // What waits is drawn from this device, and never old.
  if (kept !== '' && notice && location.pathname !== '/waiting') {
    notice.hidden = false;
    notice.querySelector('[data-kept-time]').textContent = time(kept);
  }
  const forms = [...document.querySelectorAll('form[data-outbox]')];
  // A kept form would carry the same token each time it is opened, and the second record would pass for the first.
  const another = () => {
    if (crypto.randomUUID) return crypto.randomUUID();
    // A page that did not come over https has the chance but not the word for it.
    const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
  };
  const renew = (form) => {
    const token = form.querySelector('[name=token]');
    if (!token || form.querySelector('[name=id]')) return;
    token.value = another();
    if (form.dataset.record) form.dataset.record = token.value;
    // "Today" moves on with the days since the form was kept.
    const days = Math.floor((Date.now() - Date.parse(kept)) / 86_400_000);
    form.querySelectorAll('[data-today]').forEach((field) => {
      if (days > 0 && field.valueAsDate) field.valueAsDate = new Date(field.valueAsDate.getTime() + days * 86_400_000);
    });
  };
  if (kept !== '') forms.forEach(renew);

  // ---- one form as one thing to send -----------------------------------------------------------------------------------
  const keyOf = (form) => `${form.getAttribute('action')}#${form.querySelector('[name=token]')?.value ?? ''}`;
  const wordOf = (form, name) => {
    const field = form.elements[name];
    if (!field) return '';
    if (field instanceof RadioNodeList) {
      const chosen = [...field].find((each) => each.checked);
      return chosen ? chosen.closest('label').textContent.trim() : '';
    }
    return field instanceof HTMLSelectElement ? field.selectedOptions[0]?.text ?? '' : field.value;
  };
  const pack = (form, submitter) => {
    const input = form.querySelector('input[type=file][data-outbox-files]');
    const fields = [];
    new FormData(form).forEach((value, name) => { if (typeof value === 'string') fields.push([name, value]); });
    if (submitter && submitter.name) fields.push([submitter.name, submitter.value]);
    const words = (form.dataset.outboxNames ?? '').split(' ').filter(Boolean).map((name) => wordOf(form, name)).filter(Boolean);
    if (words.length === 0 && submitter) words.push(submitter.textContent.replace(/\s+/g, ' ').trim());
    return {
      key: keyOf(form), account, url: form.getAttribute('action'), kind: form.dataset.outbox, title: words.join(' · '), fields,
      files: input ? [...input.files] : [], fileField: input ? input.name : '', multipart: form.enctype === 'multipart/form-data',
      at: Date.now(), state: 'waiting', problem: '',
    };
  };

  const say = (form, name, shown) => form.querySelectorAll(`[data-net=${name}]`).forEach((box) => { box.hidden = !shown; });
  const network = () => forms.forEach((form) => say(form, 'offline', !navigator.onLine));
  window.addEventListener('online', network);
  window.addEventListener('offline', network);
  network();

  // Names what takes the room, the largest first; what was kept before is untouched.
  const tellFull = (form, files) => {
    const list = form.querySelector('[data-full-files]');
    if (!list) return;
    list.replaceChildren(...[...files].sort((a, b) => b.size - a.size).map((file) => {
      const line = document.createElement('li');
      line.textContent = `${file.name} · ${size(file.size)}`;
      return line;
    }));
    form.querySelectorAll('[data-full-photos]').forEach((part) => { part.hidden = files.length === 0; });
    say(form, 'full', true);
    form.querySelector('[data-net=full]').scrollIntoView({ block: 'center' });
  };

  window.jgt.tellFull = tellFull;

  const go = (at) => {
    const to = new URL(at, location.href);
    const same = to.pathname === location.pathname && to.search === location.search;
    location.assign(to);
    if (same && to.hash !== '') location.reload();
  };
  const event = (form, name) => form.dispatchEvent(new CustomEvent(`outbox:${name}`, { bubbles: true }));

  // As the browser would have sent it by itself: the server's page then shows what is to be mended.
  const plainly = (form, submitter, who) => {
    if (who?.token) form.querySelectorAll(`input[name="${CSS.escape(who.field)}"]`).forEach((field) => { field.value = who.token; });
    if (submitter && submitter.name) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: submitter.name, value: submitter.value });
      form.append(field);
    }
    HTMLFormElement.prototype.submit.call(form);
  };

  const store = async (form, item, result) => {
    try {
      await outbox.put({ ...item, state: result.state, problem: result.problem });
    } catch (problem) {
      if (isFull(problem)) { tellFull(form, item.files); return; }
      // No database at all: then the network is the only way, and the browser says that there is none.
      plainly(form, null, null);
      return;
    }
    navigator.storage?.persist?.().catch(() => false);
    event(form, 'stored');
    told();
    // Whoever comes back to this page means something new by it.
    renew(form);
    if (controlled) { go('/waiting'); return; }
    // Nobody would show the next page without a network, so the word is said here.
    form.reset();
    say(form, 'stored', true);
    form.querySelector('[data-net=stored]').scrollIntoView({ block: 'center' });
  };

  const sendOrStore = async (form, submitter) => {
    const item = pack(form, submitter);
    say(form, 'full', false);
    const result = navigator.onLine ? await now(item) : { state: 'waiting', problem: '' };
    if (result.state === 'sent') {
      await outbox.remove(item.key).catch(() => 0);
      event(form, 'sent');
      go(result.at);
    } else if (result.state === 'waiting' || result.state === 'sign-in') {
      await store(form, item, result);
    } else {
      plainly(form, submitter, result.who);
    }
  };

  const composing = new WeakSet();
  document.addEventListener('compositionstart', (e) => composing.add(e.target));
  document.addEventListener('compositionend', (e) => composing.delete(e.target));
  let busy = false;
  document.addEventListener('submit', (e) => {
    const form = e.target;
    if (!form.matches('form[data-outbox]') || account === '' || e.defaultPrevented) return;
    if (e.submitter?.hasAttribute('formaction')) return;
    e.preventDefault();
    if (busy || composing.has(document.activeElement)) return;
    busy = true;
    form.setAttribute('aria-busy', 'true');
    sendOrStore(form, e.submitter).finally(() => { busy = false; form.removeAttribute('aria-busy'); });
  });

  // A form that came back with something to mend finds its photos again.
  forms.forEach(async (form) => {
    const input = form.querySelector('input[type=file][data-outbox-files]');
    const item = input ? await outbox.find(keyOf(form)).catch(() => null) : null;
    if (!item || item.account !== owner() || !item.files?.length || input.files.length > 0) return;
    const list = new DataTransfer();
    item.files.forEach((file) => list.items.add(file));
    input.files = list.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });

  // ---- leaving -----------------------------------------------------------------------------------------------------------
  document.addEventListener('submit', async (e) => {
    if (e.target.getAttribute('action') !== '/sign-out') return;
    if (window.jgt.count() > 0 && location.pathname !== '/waiting') {
      e.preventDefault();
      location.assign('/waiting#leaving');
    } else if (kept !== '') {
      e.preventDefault();
      const who = await window.jgt.pass().catch(() => null);
      if (who?.account) { own(''); plainly(e.target, null, who); } else send();
    } else {
      own('');
    }
  });
})();
