// The brush that hides parts of a picture on a copy, before a person lets the public see it.
(() => {
  'use strict';
  const picture = document.getElementById('picture');
  const canvas = document.getElementById('canvas');
  const form = document.getElementById('blur');
  const brush = document.getElementById('brush');
  if (!picture || !canvas || !form) return;
  const pen = canvas.getContext('2d');
  let touched = false;
  let at = { x: 0, y: 0 };

  const draw = () => {
    canvas.width = picture.naturalWidth;
    canvas.height = picture.naturalHeight;
    pen.drawImage(picture, 0, 0);
    touched = false;
    at = { x: canvas.width / 2, y: canvas.height / 2 };
  };
  // Coarse blocks, averaged: what lay beneath cannot be worked back.
  const hide = (x, y) => {
    const size = Math.max(8, Number(brush.value) * canvas.width / 1000);
    const left = Math.max(0, Math.floor(x - size));
    const top = Math.max(0, Math.floor(y - size));
    const width = Math.min(canvas.width - left, Math.ceil(2 * size));
    const height = Math.min(canvas.height - top, Math.ceil(2 * size));
    if (width < 1 || height < 1) return;
    const part = pen.getImageData(left, top, width, height);
    let r = 0; let g = 0; let b = 0;
    const n = part.data.length / 4;
    for (let i = 0; i < part.data.length; i += 4) { r += part.data[i]; g += part.data[i + 1]; b += part.data[i + 2]; }
    pen.fillStyle = `rgb(${Math.round(r / n)},${Math.round(g / n)},${Math.round(b / n)})`;
    pen.fillRect(left, top, width, height);
    touched = true;
  };
  const place = (e) => {
    const box = canvas.getBoundingClientRect();
    return { x: (e.clientX - box.left) * canvas.width / box.width, y: (e.clientY - box.top) * canvas.height / box.height };
  };
  const begin = () => {
    draw();
    picture.hidden = true;
    canvas.hidden = false;
    document.getElementById('tools').hidden = false;
  };
  if (picture.complete && picture.naturalWidth > 0) begin(); else picture.addEventListener('load', begin);

  let down = false;
  canvas.addEventListener('pointerdown', (e) => { down = true; canvas.setPointerCapture(e.pointerId); at = place(e); hide(at.x, at.y); });
  canvas.addEventListener('pointermove', (e) => { if (down) { at = place(e); hide(at.x, at.y); } });
  canvas.addEventListener('pointerup', () => { down = false; });
  canvas.addEventListener('keydown', (e) => {
    const far = canvas.width / 40;
    const move = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] }[e.key];
    if (move) { at = { x: at.x + move[0], y: at.y + move[1] }; e.preventDefault(); }
    if (e.key === ' ') { hide(at.x, at.y); e.preventDefault(); }
  });
  document.getElementById('again').addEventListener('click', draw);

  form.addEventListener('submit', (e) => {
    if (!touched || form.dataset.ready) return;
    e.preventDefault();
    canvas.toBlob((blob) => {
      const list = new DataTransfer();
      list.items.add(new File([blob], 'copy.jpg', { type: 'image/jpeg' }));
      document.getElementById('copy').files = list.files;
      form.dataset.ready = 'yes';
      form.requestSubmit(e.submitter);
    }, 'image/jpeg', 0.88);
  });
})();
