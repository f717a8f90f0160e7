// 记一次活动: drafts on the device, steppers, photos made small and sent one by one. The form works without any of this.
(() => {
  'use strict';
  document.documentElement.classList.add('js');

  // ---- photos: at most 500 kB, drawn anew, so the place does not travel either -----------------------------------
  const MOST = 500_000;
  const EDGE = 1920;
  const toBlob = (canvas, quality) => new Promise((done) => { canvas.toBlob(done, 'image/jpeg', quality); });
  const shrink = async (file) => {
    if (!/^image\/(jpeg|png)$/.test(file.type)) return { file, canvas: null };
    let picture;
    try { picture = await createImageBitmap(file); } catch { return { file, canvas: null }; }
    let edge = Math.min(EDGE, Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    for (let tries = 0; tries < 6; tries++) {
      const scale = edge / Math.max(picture.width, picture.height);
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      const pen = canvas.getContext('2d');
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await toBlob(canvas, tries === 0 ? 0.85 : 0.75);
      if (blob && blob.size <= MOST) {
        return { file: new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }), canvas };
      }
      edge = Math.round(edge * 0.8);
    }
    return { file, canvas };
  };

  // A single file beside an occasion is shrunk before the plain form sends it.
  document.querySelectorAll('input[type=file][data-shrink]').forEach((input) => {
    input.addEventListener('change', async () => {
      const chosen = input.files[0];
      if (!chosen) return;
      const { file } = await shrink(chosen);
      const list = new DataTransfer();
      list.items.add(file);
      input.files = list.files;
    });
  });

  const form = document.querySelector('form[data-record]');
  if (!form) return;
  const $ = (id) => document.getElementById(id);
  const show = (id, shown) => { const box = $(id); if (box) box.hidden = !shown; };
  const fresh = form.getAttribute('action') === '/activities';
  const csrf = form.querySelector('input[type=hidden]');
  const files = $('files');
  const strip = $('sent');

  // ---- steppers and the main part --------------------------------------------------------------------------------
  form.querySelectorAll('[data-step]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const input = button.parentElement.querySelector('input');
      const now = parseInt(input.value, 10) || 1;
      input.value = String(Math.min(40, Math.max(1, now + Number(button.dataset.step))));
      const box = button.closest('.part').querySelector('input[type=checkbox]');
      if (box && !box.checked && !box.disabled) box.checked = true;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  });
  const markMain = () => {
    const main = form.querySelector('input[name=mainKind]:checked');
    form.querySelectorAll('.part').forEach((row) => {
      const own = main && row.dataset.kind === main.value;
      row.classList.toggle('on', Boolean(own));
      row.querySelector('.main-mark').hidden = !own;
      const box = row.querySelector('input[type=checkbox]');
      if (own) box.checked = true;
      box.disabled = Boolean(own);
    });
  };
  // Which schools still lack something of the chosen kind.
  const markShort = () => {
    const main = form.querySelector('input[name=mainKind]:checked');
    const line = $('short');
    const lacking = [];
    $('host').querySelectorAll('option[data-short]').forEach((option) => {
      const own = option.dataset.short.split(';').map((pair) => pair.split('=')).find(([kind]) => main && kind === main.value);
      option.text = own ? `${option.dataset.name} · ${own[1]}` : option.dataset.name;
      if (own) lacking.push(`${option.dataset.school} ${own[1]}`);
    });
    line.textContent = lacking.length > 0 ? line.dataset.text.replace('{0}', lacking.join(line.dataset.and)) : '';
  };
  // What the chosen kinds ask is shown; what holds something stays in sight.
  const asks = (code) => {
    const kind = form.querySelector(`input[name=mainKind][value="${CSS.escape(code)}"]`);
    return kind ? kind.dataset.asks.split(' ') : [];
  };
  const holds = (box) => [...box.querySelectorAll('input,select,textarea')].some((field) => (
    field.type === 'checkbox' ? field.checked : field.value.trim() !== ''));
  const markAsked = () => {
    const main = form.querySelector('input[name=mainKind]:checked');
    if (!main) return;
    const asked = new Set(asks(main.value));
    form.querySelectorAll('input[name=also]:checked').forEach((box) => { asks(box.value).forEach((code) => asked.add(code)); });
    form.querySelectorAll('[data-ask]').forEach((box) => { box.hidden = !asked.has(box.dataset.ask) && !holds(box); });
  };
  form.addEventListener('change', (e) => {
    if (e.target.name === 'mainKind') {
      form.querySelectorAll('.part input[type=checkbox]').forEach((box) => { if (box.disabled) box.checked = false; });
      markMain();
      markShort();
    }
    if (e.target.name === 'mainKind' || e.target.name === 'also') markAsked();
  });

  // ---- draft -----------------------------------------------------------------------------------------------------
  const skip = (name) => name === 'school' || name === 'version' || name === 'id' || name === csrf.name || name === 'files';
  const snapshot = () => {
    const fields = [];
    new FormData(form).forEach((value, name) => { if (!skip(name) && typeof value === 'string') fields.push([name, value]); });
    return fields;
  };
  // Two rows for one account's draft: typing writes only the small one, choosing a photo the one with the photos. They are
  // kept by account, since a device may have more than one.
  const { drafts, isFull, owner, time } = window.jgt ?? {};
  const FIELDS = drafts ? `${owner()}:fields` : '';
  const FILES = drafts ? `${owner()}:files` : '';
  const token = () => form.querySelector('[name=token]').value;
  const keep = () => {
    if (!fresh || !drafts) return Promise.resolve();
    return drafts.put({ key: FIELDS, at: Date.now(), from: location.pathname, token: token(), school: form.elements.school.value, fields: snapshot() })
      .catch(() => { /* full or private: the form itself still holds everything */ });
  };
  const keepFiles = (list) => {
    if (!fresh || !drafts) return;
    if (list.length === 0) { drafts.remove(FILES).catch(() => 0); return; }
    keep().then(() => drafts.put({ key: FILES, token: token(), files: list })).catch((problem) => { if (isFull(problem)) window.jgt.tellFull(form, list); });
  };
  const forget = () => {
    clearTimeout(waiting);
    if (drafts) { drafts.remove(FIELDS).catch(() => 0); drafts.remove(FILES).catch(() => 0); }
  };
  const restore = async (draft) => {
    form.querySelectorAll('input[type=checkbox],input[type=radio]').forEach((box) => { box.checked = false; });
    for (const [name, value] of draft.fields) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === 'checkbox' || field.type === 'radio') { if (field.value === value) field.checked = true; }
        else field.value = value;
      }
    }
    form.dataset.record = draft.token;
    markMain();
    markShort();
    markAsked();
    form.dispatchEvent(new Event('settled', { bubbles: true }));
    const kept = await drafts.find(FILES).catch(() => null);
    if (kept && kept.token === draft.token && files) {
      const list = new DataTransfer();
      kept.files.forEach((file) => list.items.add(file));
      files.files = list.files;
      files.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };
  const offer = (draft) => {
    if (!draft || draft.school !== form.elements.school.value || draft.token === form.dataset.record
      || form.querySelector('.nt.late:not([hidden])')) return;
    show('draft-found', true);
    document.querySelector('[data-draft-time]').textContent = time(draft.at);
    document.querySelector('[data-draft-use]').addEventListener('click', () => { restore(draft); show('draft-found', false); });
    document.querySelector('[data-draft-drop]').addEventListener('click', () => { forget(); show('draft-found', false); });
  };
  if (fresh && drafts) drafts.find(FIELDS).then(offer).catch(() => 0);
  let waiting = 0;
  const typed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { waiting = 0; keep(); }, 600);
  };
  form.addEventListener('input', typed);
  form.addEventListener('change', typed);
  // A phone that is put away closes pages without a word.
  document.addEventListener('visibilitychange', () => { if (document.hidden && waiting) { clearTimeout(waiting); waiting = 0; keep(); } });
  document.querySelectorAll('[data-draft-save]').forEach((button) => {
    button.hidden = !fresh || !drafts;
    button.addEventListener('click', () => { keep().then(() => show('draft-kept', true)); });
  });
  // Saved, or among what waits: the draft has done its work.
  form.addEventListener('outbox:sent', forget);
  form.addEventListener('outbox:stored', () => { forget(); strip.replaceChildren(); });

  // ---- both sides of a change: one press for all ------------------------------------------------------------------
  document.querySelectorAll('[data-take]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => {
      document.querySelectorAll(`#conflict input[value=${button.dataset.take}]`).forEach((box) => { box.checked = true; });
    });
  });

  // ---- photos one by one, while the form is being filled ---------------------------------------------------------
  const tile = (canvas, name) => {
    const box = document.createElement('div');
    if (canvas) box.append(canvas); else box.append(document.createTextNode(name.slice(-8)));
    const label = document.createElement('small');
    box.append(label);
    strip.append(box);
    return label;
  };
  const unsent = (file, label) => {
    label.textContent = navigator.onLine ? files.dataset.failed : files.dataset.kept;
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: files.dataset.remove });
    button.setAttribute('aria-label', `${files.dataset.remove} ${file.name}`);
    button.addEventListener('click', () => {
      const left = new DataTransfer();
      [...files.files].filter((each) => each !== file).forEach((each) => left.items.add(each));
      files.files = left.files;
      label.parentElement.remove();
      keepFiles([...files.files]);
    });
    label.parentElement.append(button);
  };
  const send = (file, label) => new Promise((done) => {
    const body = new FormData();
    body.set('holder', form.querySelector('[name=token]').value);
    body.set('school', form.querySelector('[name=school]').value);
    body.set(csrf.name, csrf.value);
    body.set('file', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', form.dataset.evidence);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', (e) => {
      if (e.lengthComputable) label.textContent = files.dataset.sending.replace('{0}', String(Math.round(100 * e.loaded / e.total)));
    });
    request.addEventListener('load', () => {
      let problem = '';
      if (request.status !== 201) { try { problem = JSON.parse(request.responseText).problem; } catch { /* no words came */ } }
      label.textContent = request.status === 201 ? files.dataset.sent : problem || files.dataset.failed;
      done(request.status === 201 || request.status === 422);
    });
    request.addEventListener('error', () => { label.textContent = files.dataset.failed; done(false); });
    request.send(body);
  });
  if (files && form.dataset.evidence) {
    files.addEventListener('change', async () => {
      const chosen = [...files.files];
      const left = new DataTransfer();
      strip.querySelectorAll('div:has(button)').forEach((box) => box.remove());
      for (const original of chosen) {
        const { file, canvas } = await shrink(original);
        const label = tile(canvas, original.name);
        const gone = navigator.onLine && await send(file, label);
        if (!gone) { left.items.add(file); unsent(file, label); }
      }
      files.files = left.files;
      keepFiles([...left.files]);
    });
  }

  // ---- the bar above the buttons on a phone ----------------------------------------------------------------------
  const bar = () => {
    const heading = document.querySelector('#live [data-count]');
    const text = heading ? heading.dataset.count : '';
    $('livebar').hidden = text === '';
    $('livebar-text').textContent = text;
  };
  document.addEventListener('htmx:afterSwap', bar);
  markMain();
  bar();
})();
