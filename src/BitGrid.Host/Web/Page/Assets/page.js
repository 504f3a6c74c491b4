// What a page needs besides Blazor: to send a wish through the same door as every program, and to know when it is cut off.
'use strict';
window.bitgrid = {
  // A heading takes the focus, so that the next key and the screen reader go on from there.
  readFrom(selector) {
    const heading = document.querySelector(selector);
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  },

  // Answers what the API says; never throws, so that a page can always tell.
  async send(method, path, body) {
    try {
      const answer = await fetch('api/v1/' + path, {
        method, credentials: 'same-origin',
        headers: body === null ? {} : { 'Content-Type': 'application/json' },
        body: body === null ? undefined : JSON.stringify(body),
      });
      const said = await answer.text();
      const document = said ? JSON.parse(said) : {};
      return { status: answer.status, detail: document.detail ?? '', inForce: document.in_force ?? true };
    } catch {
      return { status: 0, detail: '', inForce: false };
    }
  },
};

document.addEventListener('components-reconnect-state-changed', event => {
  document.documentElement.classList.toggle('is-lost', event.detail.state !== 'hide');
  // The house has been started anew and knows this page no more.
  if (event.detail.state === 'rejected') location.reload();
}, true);

// A filter is a form: every choice in it is sent at once, together with the others.
document.addEventListener('change', event => event.target.closest('form[data-at-once]')?.requestSubmit());

// Signing in works without a live connection: whoever may not read has none.
document.addEventListener('submit', async event => {
  const form = event.target;
  if (form.id !== 'sign-in') return;
  event.preventDefault();
  const answer = await window.bitgrid.send('POST', 'session', { password: form.elements.password.value });
  if (answer.status === 204) location.assign(form.dataset.then);
  else form.querySelector('[role=alert]').textContent = answer.status === 429 ? form.dataset.often : answer.status === 401 ? form.dataset.wrong : answer.detail || form.dataset.wrong;
}, true);
