// Single keys in the tray: J and K go on and back, X chooses, A, R and C lead to the buttons and to the words. They do nothing
// while somebody writes or an input method composes, and nothing at all where the person has switched them off.
(() => {
  'use strict';
  const rows = () => [...document.querySelectorAll('[data-row]')];

  const count = document.querySelector('[data-chosen-word]');
  if (count) {
    const none = count.textContent;
    const say = () => {
      const chosen = document.querySelectorAll('[data-row] input:checked').length;
      count.textContent = chosen ? count.dataset.chosenWord.replace('#', String(chosen)) : none;
    };
    document.addEventListener('change', say);
    say();
  }

  if (!document.querySelector('[data-tray-keys]')) return;
  const writing = (target) => target instanceof Element
    && target.closest('input:not([type=checkbox]),textarea,select,[contenteditable],dialog[open]') !== null;
  const at = () => rows().findIndex((row) => row.classList.contains('on'));
  const go = (step) => rows()[at() + step]?.querySelector('a.n')?.click();
  const to = (selector) => {
    const element = document.querySelector(selector);
    if (element) { element.scrollIntoView({ block: 'nearest' }); element.focus(); }
  };
  const deeds = {
    j: () => go(1),
    k: () => go(-1),
    x: () => rows()[at()]?.querySelector('input[type=checkbox]')?.click(),
    a: () => to('[data-tray-approve]'),
    r: () => {
      const words = document.querySelector('[data-tray-words]');
      to(words && !words.value.trim() ? '[data-tray-words]' : '[data-tray-return]');
    },
    c: () => to('[data-tray-words]'),
  };
  document.addEventListener('keydown', (e) => {
    if (e.isComposing || e.keyCode === 229 || e.ctrlKey || e.altKey || e.metaKey || writing(e.target)) return;
    const deed = deeds[e.key.toLowerCase()];
    if (deed) { e.preventDefault(); deed(); }
  });
})();
