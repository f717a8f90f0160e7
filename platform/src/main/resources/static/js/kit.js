// Small conveniences on top of pages that work without any of this.
(() => {
  'use strict';

  // ---- what a form costs -----------------------------------------------------------------------------------------
  // Worked is the time in sight in which something was done within the last minute; the page says it with the form.
  const IDLE = 60_000;
  let worked = 0;
  let since = performance.now();
  const count = () => {
    const now = performance.now();
    if (since !== null) worked += Math.min(now - since, IDLE);
    since = document.hidden ? null : now;
  };
  for (const deed of ['input', 'keydown', 'pointerdown', 'scroll', 'visibilitychange']) {
    document.addEventListener(deed, count, { capture: true, passive: true });
  }
  document.addEventListener('submit', (e) => {
    const opened = e.target.querySelector('input[name=_opened]');
    if (!opened) return;
    count();
    let field = e.target.querySelector('input[name=_worked]');
    if (!field) {
      field = document.createElement('input');
      field.type = 'hidden';
      field.name = '_worked';
      opened.after(field);
    }
    field.value = String(Math.floor(worked / 1000));
    worked = 0;
  }, true);

  // ---- Chinese entry -------------------------------------------------------------------------------------------
  // Live requests listen for the event "settled", never for "input" or "keyup": it comes when typing has paused and
  // no input method is composing, and at once when a composition ends or a choice is made.
  const PAUSE = 350;
  const timers = new WeakMap();
  const composing = new WeakSet();

  const settle = (field) => {
    clearTimeout(timers.get(field));
    if (!composing.has(field)) field.dispatchEvent(new Event('settled', { bubbles: true }));
  };
  const isLive = (target) => target instanceof Element && target.closest('[data-live]') !== null;

  document.addEventListener('compositionstart', (e) => {
    composing.add(e.target);
    clearTimeout(timers.get(e.target));
  });
  document.addEventListener('compositionend', (e) => {
    composing.delete(e.target);
    if (isLive(e.target)) settle(e.target);
  });
  document.addEventListener('input', (e) => {
    if (!isLive(e.target) || e.isComposing || composing.has(e.target)) return;
    clearTimeout(timers.get(e.target));
    timers.set(e.target, setTimeout(() => settle(e.target), PAUSE));
  });
  document.addEventListener('change', (e) => {
    if (isLive(e.target)) settle(e.target);
  });
  // Enter that only ends a composition must not send the form (229: a key still being handled by the input method).
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Enter' && (e.isComposing || e.keyCode === 229) && e.target instanceof HTMLInputElement) e.preventDefault();
  });

  // ---- buttons that need script show themselves ----------------------------------------------------------------
  const reveal = (root) => root.querySelectorAll('[data-close],[data-print],[data-show]' + (window.speechSynthesis ? ',[data-speak]' : '')).forEach((b) => { b.hidden = false; });

  // 读给我听: one passage after the other, so that stopping is heard at once.
  const speak = (button) => {
    const word = button.querySelector('span');
    const voice = window.speechSynthesis;
    const rest = (pressed) => {
      if (button.getAttribute('aria-pressed') === String(pressed)) return;
      button.setAttribute('aria-pressed', String(pressed));
      const other = button.dataset.stop;
      button.dataset.stop = word.textContent;
      word.textContent = other;
    };
    voice.cancel();
    if (button.getAttribute('aria-pressed') === 'true') { rest(false); return; }
    const bar = button.closest('.eb');
    const own = document.getElementById(button.dataset.speak);
    const passages = (own ? [own] : [...document.getElementById('main').children].filter((part) => part !== bar))
      .flatMap((part) => part.innerText.split('\n')).map((line) => line.trim()).filter(Boolean);
    rest(true);
    passages.forEach((line, at) => {
      const said = new SpeechSynthesisUtterance(line);
      said.lang = document.documentElement.lang;
      said.rate = 0.9;
      if (at === passages.length - 1) said.addEventListener('end', () => rest(false));
      voice.speak(said);
    });
  };

  document.addEventListener('click', (e) => {
    const target = e.target instanceof Element ? e.target : null;
    if (!target) return;
    if (target.closest('[data-print]')) window.print();
    const speaker = target.closest('[data-speak]');
    if (speaker) speak(speaker);
    const close = target.closest('[data-close]');
    if (close) {
      const box = close.closest('details');
      if (box) { box.open = false; box.querySelector('summary')?.focus(); }
      close.closest('dialog')?.close();
    }
    const opener = target.closest('[data-open]');
    if (opener) document.getElementById(opener.dataset.open)?.showModal();
    const show = target.closest('[data-show]');
    if (show) {
      const field = document.getElementById(show.dataset.show);
      const hidden = field.type === 'password';
      field.type = hidden ? 'text' : 'password';
      show.setAttribute('aria-pressed', String(hidden));
    }
    document.querySelectorAll('details.menu[open],details.ask[open]').forEach((d) => { if (!d.contains(target)) d.open = false; });
  });
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape' || e.isComposing) return;
    document.querySelectorAll('details.menu[open],details.ask[open]').forEach((d) => {
      d.open = false;
      d.querySelector('summary')?.focus();
    });
  });

  // ---- search: "/" leads to the field, arrows lead through what was found ----------------------------------------
  const writing = (target) => target instanceof Element
    && (target.closest('input,textarea,select,[contenteditable]') !== null || target.closest('dialog[open]') !== null);
  document.addEventListener('keydown', (e) => {
    if (e.isComposing || e.keyCode === 229 || e.ctrlKey || e.altKey || e.metaKey) return;
    if (!writing(e.target)) {
      const field = [...document.querySelectorAll('[data-key]')].find((f) => f.dataset.key === e.key && f.checkVisibility());
      if (field) { e.preventDefault(); field.focus(); field.select(); return; }
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    const field = document.querySelector('[data-hits]');
    if (!step || !field) return;
    const stops = [field, ...document.querySelectorAll('.hits a')];
    const at = stops.indexOf(document.activeElement);
    if (at < 0 || !stops[at + step]) return;
    e.preventDefault();
    stops[at + step].focus();
  });

  // A filter sends itself; without script its button does.
  document.addEventListener('change', (e) => {
    const form = e.target instanceof Element ? e.target.closest('form[data-auto]') : null;
    if (form) form.requestSubmit();
  });

  // ---- toast: eight seconds, longer while it is pointed at or focused --------------------------------------------
  const toast = document.querySelector('[data-toast]');
  if (toast) {
    const hide = () => {
      if (toast.matches(':hover, :focus-within')) setTimeout(hide, 2000);
      else toast.remove();
    };
    setTimeout(hide, 8000);
  }

  // ---- live regions ----------------------------------------------------------------------------------------------
  const problem = document.getElementById('live-problem');
  // Without a network the form itself says so, and keeps what is filled in.
  const trouble = (shown) => { if (problem) problem.hidden = !shown || !navigator.onLine; };
  document.addEventListener('htmx:sendError', () => trouble(true));
  document.addEventListener('htmx:responseError', () => trouble(true));
  document.addEventListener('htmx:afterOnLoad', () => trouble(false));
  document.addEventListener('htmx:afterSwap', (e) => {
    reveal(e.target);
    if (e.target.hasAttribute('data-focus')) {
      const heading = e.target.querySelector('h1,h2,h3');
      if (heading) { heading.tabIndex = -1; heading.focus(); }
    }
  });
  reveal(document);
})();
