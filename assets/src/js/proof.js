// Calculates what say/guards.py asks for, beginning with the first key, so that sending seldom waits.
// Whatever goes wrong here, the form is sent: then people look at it first. A form that is sent by a script of its own waits
// for `proven()` of its box.
import { solveChallengeWorkers } from 'altcha/lib';

const WORKER = document.currentScript.dataset.worker;
const FRESH_FOR = 20 * 60 * 1000; // less than the server accepts
const PATIENCE = 30 * 1000;

async function solve(url) {
  const response = await fetch(url, { credentials: 'same-origin', cache: 'no-store' });
  if (!response.ok) throw new Error(response.status);
  const challenge = await response.json();
  const solution = await solveChallengeWorkers({
    challenge,
    concurrency: Math.min(4, navigator.hardwareConcurrency || 2),
    createWorker: () => new Worker(WORKER),
    timeout: PATIENCE,
  });
  return solution ? btoa(JSON.stringify({ challenge, solution })) : '';
}

function prove(box) {
  const form = box.closest('form');
  const field = box.querySelector('input');
  const status = box.querySelector('[role="status"]');
  let work = null;
  let since = 0;

  const begin = () => {
    if (work && Date.now() - since < FRESH_FOR) return work;
    since = Date.now();
    field.value = '';
    work = solve(box.dataset.proof).catch(() => '').then((proof) => {
      field.value = proof;
      if (!proof) work = null; // the next try begins anew
    });
    return work;
  };
  box.proven = begin;

  let waiting = false;
  form.addEventListener('input', begin);
  form.addEventListener('submit', async (event) => {
    if (event.defaultPrevented || (field.value && Date.now() - since < FRESH_FOR)) return;
    event.preventDefault();
    if (waiting) return;
    waiting = true;
    status.textContent = box.dataset.working;
    status.hidden = false;
    const button = event.submitter;
    await begin();
    waiting = false;
    send(form, button);
  });
}

/** Past our own listener; a button that says where or what to send is kept. */
function send(form, button) {
  if (button?.name) {
    const said = Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value });
    form.append(said);
  }
  if (button?.hasAttribute('formaction')) form.action = button.formAction;
  HTMLFormElement.prototype.submit.call(form);
}

function proveAll() {
  for (const box of document.querySelectorAll('[data-proof]')) if (!box.proven) prove(box);
}

document.addEventListener('proof:new', proveAll);
proveAll();
