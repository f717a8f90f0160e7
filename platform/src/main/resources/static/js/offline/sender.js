// Sends what waits: in order, one tab at a time, each once. The server knows a form it has taken by the form's own token,
// so an answer that was lost on the way costs nothing but a second question.
(() => {
  'use strict';
  const { outbox, owner } = window.jgt;
  const DAY = 86_400_000;
  const SHORT = 8_000;
  const LONG = 120_000;
  // States that nobody has to look at first.
  const READY = new Set(['waiting', 'sign-in']);
  const told = () => document.dispatchEvent(new CustomEvent('jgt:outbox'));

  // Older browsers wait as long as the system does.
  const patient = (patience) => (AbortSignal.timeout ? { signal: AbortSignal.timeout(patience) } : {});
  const ask = (address, options, patience) => fetch(address, { ...options, ...patient(patience), cache: 'no-store' });

  // Who is signed in now, and the token a form must carry: those of the page may be days old.
  const pass = async () => {
    const answer = await ask('/waiting/pass', {}, SHORT);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return answer.json();
  };

  // What a page of the server says is wrong, without its surroundings.
  const wordsOf = (html) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const main = page.querySelector('main') ?? page.body;
    const said = [...main.querySelectorAll('[role=alert]:not([hidden])')];
    const words = (said.length > 0 ? said : [...main.querySelectorAll('h1,h1~p')])
      .map((part) => part.textContent.replace(/\s+/g, ' ').trim()).filter(Boolean).join(' ');
    return words.slice(0, 300);
  };

  const bodyOf = (item, pass) => {
    const body = new FormData();
    item.fields.forEach(([name, value]) => body.append(name, value));
    body.set(pass.field, pass.token);
    item.files.forEach((file) => body.append(item.fileField, file, file.name));
    // A form without files is sent as the plain form would be.
    return item.files.length > 0 || item.multipart ? body : new URLSearchParams(body);
  };

  // One form to the server. No network, or a server that cannot take anything now, is 'waiting'.
  const deliver = async (item, pass) => {
    let answer;
    try {
      answer = await ask(item.url, { method: 'POST', body: bodyOf(item, pass), headers: { 'X-Outbox': '1' } }, LONG);
    } catch {
      return { state: 'waiting', problem: '' };
    }
    if (answer.status === 204) {
      const at = answer.headers.get('Location') ?? '/';
      return /^\/(sign-in|again|me\/second-factor)([/?]|$)/.test(at) ? { state: 'sign-in', problem: '' } : { state: 'sent', at };
    }
    const problem = wordsOf(await answer.text().catch(() => ''));
    if (answer.status === 429 || answer.status >= 500) return { state: 'waiting', problem };
    return { state: answer.status === 409 ? 'conflict' : 'refused', problem };
  };

  // The whole way of one form: pass first, then the form. An account that is not the form's own never sends it.
  const now = async (item) => {
    let who;
    try { who = await pass(); } catch { return { state: 'waiting', problem: '' }; }
    if (who.account !== item.account) return { state: 'sign-in', problem: '', who };
    return { ...await deliver(item, who), who };
  };

  // What was sent stays in the list for a day as a line, without what was in it.
  const settle = (item, result) => {
    if (result.state !== 'sent') return outbox.put({ ...item, state: result.state, problem: result.problem });
    const { key, account, title, kind, at } = item;
    return outbox.put({ key, account, title, kind, at, state: 'sent', location: result.at, sentAt: Date.now() });
  };

  const mine = async () => {
    const account = owner();
    return (await outbox.all()).filter((item) => item.account === account).sort((a, b) => a.at - b.at);
  };
  const unsent = (items) => items.filter((item) => item.state !== 'sent');

  let sending = '';
  const each = async (only) => {
    const ready = unsent(await mine()).filter((item) => (only ? item.key === only : READY.has(item.state)));
    for (const item of ready) {
      sending = item.key;
      told();
      const result = await now(item);
      // Thrown away in another tab meanwhile: then it must not come back.
      if (result.state === 'sent' || await outbox.find(item.key)) await settle(item, result);
      // Without network or session the rest would fare the same, and order is kept.
      if (result.state === 'waiting' || result.state === 'sign-in') break;
    }
  };
  const alone = (work) => (navigator.locks
    ? navigator.locks.request('jgt-outbox', { ifAvailable: true }, (lock) => (lock ? work() : undefined))
    : work());
  let busy = false;
  const send = async (only) => {
    if (busy || !navigator.onLine) return;
    busy = true;
    try { await alone(() => each(only)); } catch { /* the database is gone: nothing to send */ }
    busy = false;
    sending = '';
    told();
  };

  // ---- the number in the header -----------------------------------------------------------------------------------
  let count = 0;
  const badge = async () => {
    try { count = unsent(await mine()).length; } catch { count = 0; }
    document.querySelectorAll('[data-waiting]').forEach((link) => {
      link.hidden = count === 0;
      link.querySelector('[data-waiting-count]').textContent = String(count);
    });
  };
  document.addEventListener('jgt:outbox', badge);

  // ---- when to try: at once, when the network or the person comes back, and now and then while something waits --------
  window.addEventListener('online', () => send());
  document.addEventListener('visibilitychange', () => { if (!document.hidden && count > 0) send(); });
  setInterval(() => { if (!document.hidden && count > 0) send(); }, 60_000);
  const prune = async () => {
    const old = (await outbox.all()).filter((item) => item.state === 'sent' && Date.now() - item.sentAt > DAY);
    for (const item of old) await outbox.remove(item.key);
  };
  badge().then(() => (count > 0 ? send() : prune())).catch(() => 0);

  Object.assign(window.jgt, { send, now, pass, mine, unsent, told, sending: () => sending, count: () => count });
})();
