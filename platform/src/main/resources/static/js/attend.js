// Signing in at an occasion. The pages work without this; it counts the digits' time, goes on with them where there is no
// network, and keeps a sign-in on the phone until there is one again.
(() => {
  'use strict';

  // ---- the host's screen: the digits change by the server's time, whatever this machine's clock says -------------------
  const STEP = 600;
  let read = null;
  let origin = 0;
  let swapped = performance.now();
  const pins = () => {
    const block = document.querySelector('[data-pins]');
    if (block && block !== read) {
      read = block;
      swapped = performance.now();
      const { now, pins: list } = JSON.parse(block.textContent);
      pins.list = list;
      // A page that was kept on this device is older than its opening.
      const age = Date.now() - Date.parse(document.documentElement.dataset.kept ?? '');
      origin = now + (age > 0 ? age / 1000 : 0) - performance.now() / 1000;
      if (age > 0) swapped -= age;
    }
    return block ? pins.list ?? [] : [];
  };
  const tick = () => {
    const list = pins();
    if (list.length === 0) return;
    const now = origin + performance.now() / 1000;
    const at = list.findLast(([from]) => from <= now) ?? list[0];
    const left = Math.max(0, Math.round(at[0] + STEP - now));
    document.querySelectorAll('[data-pin]').forEach((field) => {
      const shown = `${at[1].slice(0, 3)} ${at[1].slice(3)}`;
      if (field.textContent !== shown) field.textContent = shown;
    });
    document.querySelectorAll('[data-pin-left]').forEach((field) => {
      const [minutes, seconds] = [Math.floor(left / 60), left % 60];
      field.textContent = field.dataset.pinLeft.replace('#', String(minutes)).replace('#', String(seconds));
    });
    document.querySelectorAll('[data-pin-bar]>i').forEach((bar) => { bar.className = `p${Math.round(left * 100 / STEP)}`; });
    // A code that is scanned is good for a minute and a half; an older one would only disappoint.
    const stale = performance.now() - swapped > 60_000;
    document.querySelectorAll('[data-qr]').forEach((box) => { box.hidden = stale; });
    document.querySelectorAll('[data-no-qr]').forEach((box) => { box.hidden = !stale; });
  };
  if (document.querySelector('[data-pins]')) {
    tick();
    setInterval(tick, 1000);
    document.addEventListener('htmx:afterSwap', tick);
  }

  const full = document.querySelector('[data-fullscreen]');
  if (full && document.fullscreenEnabled) {
    full.hidden = false;
    full.addEventListener('click', () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()));
  }

  // ---- the phone ---------------------------------------------------------------------------------------------------------
  const say = () => document.querySelectorAll('[data-i-am]').forEach((button) => {
    const chosen = button.form?.querySelector('[name=person]:checked');
    if (!button.dataset.plain) button.dataset.plain = button.textContent;
    button.textContent = chosen ? button.dataset.iAm.replace('#', chosen.dataset.name) : button.dataset.plain;
  });
  document.addEventListener('change', say);
  document.addEventListener('htmx:afterSwap', say);
  say();
  document.querySelector('form[data-at-once]')?.requestSubmit();

  // ---- what is kept on the phone where there is no network ---------------------------------------------------------------
  const KEPT = 'jgt-attend';
  const list = () => {
    try { return JSON.parse(localStorage.getItem(KEPT) ?? '[]'); } catch { return []; }
  };
  const put = (items) => {
    try {
      localStorage.setItem(KEPT, JSON.stringify(items));
      return true;
    } catch { return false; }
  };
  const number = () => {
    const next = Number(localStorage.getItem(`${KEPT}-number`) ?? '0') + 1;
    localStorage.setItem(`${KEPT}-number`, String(next));
    return next;
  };
  const show = (selector, shown) => document.querySelectorAll(selector).forEach((box) => { box.hidden = !shown; });

  // All at once and in order; the server takes each one once, so an answer that was lost costs nothing.
  let sending = false;
  const send = async () => {
    const items = list();
    if (sending || items.length === 0 || !navigator.onLine) return;
    sending = true;
    try {
      const page = await fetch('/attend', { cache: 'no-store', signal: AbortSignal.timeout(15_000) });
      const token = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('input[name=_csrf]');
      for (const district of new Set(items.map((each) => each.ticket.slice(0, 6)))) {
        const own = items.filter((each) => each.ticket.startsWith(district));
        const body = new URLSearchParams({ _csrf: token.value });
        own.forEach((each) => ['ticket', 'key', 'pin', 'at', 'sequence'].forEach((name) => body.append(name, each[name])));
        const answer = await fetch('/attend/later', { method: 'POST', body, signal: AbortSignal.timeout(30_000) });
        const over = answer.ok || answer.status === 404 || answer.status === 422;
        if (over) put(list().filter((each) => !own.some((sent) => sent.key === each.key)));
        if (over && own.some((each) => location.pathname.endsWith(each.ticket))) location.reload();
      }
    } catch { /* still no network: next time */ }
    sending = false;
    waits();
  };
  const waits = () => {
    const here = list().some((each) => location.pathname.endsWith(each.ticket));
    show('[data-along-form]', !here);
    show('[data-kept-here]', here);
    document.querySelectorAll('[data-waits]').forEach((line) => {
      line.hidden = list().length === 0;
      line.textContent = line.dataset.waits.replace('#', String(list().length));
    });
  };
  document.addEventListener('submit', (e) => {
    const form = e.target;
    if (!form.matches('form[data-along]')) return;
    const fields = Object.fromEntries(new FormData(form));
    form.elements.sequence.value = String(number());
    if (navigator.onLine) return;
    const item = { ...fields, at: String(Date.now()), sequence: form.elements.sequence.value };
    if (!put([...list(), item])) return;
    e.preventDefault();
    waits();
  });
  const kept = document.documentElement.dataset.kept;
  const notice = document.getElementById('kept');
  if (kept && notice) {
    notice.hidden = false;
    notice.querySelector('[data-kept-time]').textContent = new Date(kept).toLocaleString(document.documentElement.lang,
      { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  }
  // The page that is taken along opens again in the hall, also on a phone that never signed in to an account.
  if (document.querySelector('[data-along]') && navigator.serviceWorker && window.isSecureContext) {
    navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready).then((registration) => {
      registration.active?.postMessage({ keep: [location.pathname] });
    }).catch(() => 0);
  }
  // Also on a page that says one is signed in: the answer to what arrived may have been lost, and it would wait for ever.
  if (list().length > 0 || document.querySelector('[data-along],[data-waits]')) {
    window.addEventListener('online', send);
    waits();
    send();
  }
})();
