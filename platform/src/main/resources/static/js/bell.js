// The number on the bell: asked for after the page is there, so that pages stay what they are for as long as nothing changes.
(() => {
  'use strict';
  const bell = document.querySelector('[data-bell]');
  if (!bell) return;
  const show = (number) => {
    const place = bell.querySelector('.dot');
    place.textContent = number;
    place.hidden = number === '0';
    if (number !== '0') bell.setAttribute('aria-label', bell.dataset.bellWord.replace('#', number));
  };
  const ask = () => fetch(bell.dataset.bell, { credentials: 'same-origin', redirect: 'error' })
    .then((answer) => (answer.ok ? answer.text() : '0')).then(show).catch(() => {});
  ask();
  // A page that was kept by the browser is shown as it was; its number may be old.
  window.addEventListener('pageshow', (e) => { if (e.persisted) ask(); });
})();
