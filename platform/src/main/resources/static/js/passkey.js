// Asks the device for a passkey, puts its answer into the form and sends the form. Pages work without it, by password.
(() => {
  'use strict';

  const usable = window.PublicKeyCredential && window.isSecureContext
    // A passkey belongs to a name; browsers make none for a numeric address.
    && !/^[\d.]+$|^\[/.test(location.hostname);
  if (!usable) return;

  const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

  const made = (form) => navigator.credentials.create({ publicKey: {
    challenge: bytes(form.dataset.challenge),
    rp: { id: form.dataset.host, name: form.dataset.site },
    user: { id: bytes(form.dataset.owner), name: form.dataset.login, displayName: form.dataset.person },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }],
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    excludeCredentials: form.dataset.known.split(' ').filter(Boolean).map((id) => ({ type: 'public-key', id: bytes(id) })),
    attestation: 'none',
  } }).then((credential) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: {
      clientDataJSON: text(credential.response.clientDataJSON),
      attestationObject: text(credential.response.attestationObject),
    },
    clientExtensionResults: {},
  }));

  const shown = (form) => navigator.credentials.get({ publicKey: {
    challenge: bytes(form.dataset.challenge),
    rpId: form.dataset.host,
    userVerification: 'required',
  } }).then((credential) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: {
      clientDataJSON: text(credential.response.clientDataJSON),
      authenticatorData: text(credential.response.authenticatorData),
      signature: text(credential.response.signature),
      userHandle: credential.response.userHandle ? text(credential.response.userHandle) : null,
    },
    clientExtensionResults: {},
  }));

  const tell = (form, which) => form.querySelectorAll('[data-passkey-stopped],[data-passkey-known]').forEach((p) => {
    p.hidden = which === '' || !p.hasAttribute(which);
  });

  document.querySelectorAll('form[data-passkey]').forEach((form) => {
    form.hidden = false;
    let asking = false;
    form.addEventListener('submit', (e) => {
      e.preventDefault();
      if (asking) return;
      asking = true;
      tell(form, '');
      (form.dataset.passkey === 'create' ? made(form) : shown(form)).then((credential) => {
        form.elements.credential.value = JSON.stringify(credential);
        form.submit();
      }).catch((problem) => {
        asking = false;
        tell(form, problem.name === 'InvalidStateError' ? 'data-passkey-known' : 'data-passkey-stopped');
      });
    });
  });
  document.querySelectorAll('[data-passkey-none]').forEach((p) => { p.hidden = true; });
})();
