// Single keys that lead through a calendar; the links work without them. A link carries its key only where the visitor has keys on.
(() => {
  'use strict';

  document.addEventListener('keydown', (e) => {
    if (e.isComposing || e.keyCode === 229 || e.ctrlKey || e.altKey || e.metaKey || e.shiftKey) return;
    const target = e.target instanceof Element ? e.target : null;
    if (target?.closest('input,textarea,select,[contenteditable],dialog[open]')) return;
    const link = [...document.querySelectorAll('[data-go]')].find((a) => a.dataset.go === e.key);
    if (!link) return;
    e.preventDefault();
    link.click();
  });
})();
