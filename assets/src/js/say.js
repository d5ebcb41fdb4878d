// Saying what should change: steps, hints while somebody types, a draft on the device, and sending that survives a lost
// connection. Without this file the same page is one long form.
import { Draft, forget } from './say-draft.js';
import { later, part, show } from './say-parts.js';
import { Photos } from './say-photos.js';
import { Sending } from './say-sending.js';
import { Steps } from './say-steps.js';

/** Similar needs and the suggested field of action, while title and text are typed. */
function hint(page, form) {
  const box = form.querySelector('[data-hints]');
  const hintsTold = form.querySelector('[data-hints-told]');
  const told = form.querySelector('[data-suggested]');
  const { title, text, field, suggested } = form.elements;
  let chosen = false; // by hand: then it stays
  let asked = '';
  field.addEventListener('change', () => { chosen = true; told.textContent = suggested.value = ''; });
  const ask = async () => {
    const key = JSON.stringify([title.value, text.value]);
    if (key === asked) return;
    const html = await part(page.dataset.similar, form);
    if (html === null) return;
    asked = key;
    show(box, html);
    hintsTold.textContent = box.querySelector('h3') ? page.dataset.textSimilar : '';
    const suggestion = box.querySelector('[data-suggestion]');
    if (chosen || (field.value && !told.textContent)) return;
    field.value = suggested.value = suggestion?.dataset.suggestion ?? '';
    told.textContent = suggestion?.textContent ?? '';
  };
  const soon = later(ask);
  for (const input of [title, text]) input.addEventListener('input', soon);
  if (title.value) ask();
}

/** In which quarter it lies; known places are offered while their name is typed. */
function whereabouts(page, form) {
  const boxes = [...form.querySelectorAll('[data-whereabouts]')]; // below the words, and below the map
  const { place_name: name, quarter, latitude } = form.elements;
  const tell = async (event) => {
    const html = await part(page.dataset.where, form);
    if (html !== null) for (const box of boxes) box.innerHTML = box.dataset.whereabouts === (event?.target === latitude ? 'pin' : 'words') ? html : '';
  };
  const suggest = async () => {
    const body = new FormData();
    body.set('adresse', name.value);
    const token = form.elements.csrfmiddlewaretoken;
    if (token) body.set('csrfmiddlewaretoken', token.value);
    try {
      const answer = await fetch(page.dataset.places, { method: 'POST', body });
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
      name.list.replaceChildren(...suggestions.map(({ text }) => new Option('', text)));
    } catch {
      // No connection: the name is taken as it is typed.
    }
  };
  name.addEventListener('input', later(() => { if (name.value.trim().length > 1) suggest(); }, 250));
  for (const input of [name, quarter, latitude]) input.addEventListener('change', tell);
  for (const box of boxes) box.addEventListener('click', (event) => {
    const taken = event.target.closest('[data-take-place]');
    if (!taken) return;
    name.value = taken.dataset.takePlace;
    name.dispatchEvent(new Event('input', { bubbles: true }));
    name.focus();
    tell();
  });
}

/** The last step shows everything once more, as the server understands it. */
function lookOver(page, form) {
  return async () => {
    const box = form.querySelector('[data-checked]');
    form.querySelector('[data-pointed-out]')?.remove();
    const html = await part(page.dataset.check, form);
    if (html === null) box.textContent = page.dataset.textUnchecked;
    else box.innerHTML = html;
  };
}

function begin(page) {
  const form = page.querySelector('#beitrag');
  const draft = new Draft(page, form);
  draft.restore();
  const photos = new Photos(page, form, () => draft.save());
  const steps = new Steps(page, form, lookOver(page, form));
  const sending = new Sending(page, form, photos, (fresh) => {
    page.replaceWith(fresh);
    begin(fresh);
    for (const canvas of fresh.querySelectorAll('[data-map]')) document.dispatchEvent(new CustomEvent('map:new', { detail: canvas }));
    (fresh.querySelector('[data-focus]') ?? fresh.querySelector('h1')).focus();
  });
  hint(page, form);
  whereabouts(page, form);
  page.querySelector('[data-map-part]')?.removeAttribute('hidden');
  page.querySelector('#betrifft').addEventListener('submit', forget);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (steps.isLast) sending.start();
    else steps.next();
  });
}

const page = document.querySelector('[data-say]');
if (page) begin(page);
if (document.querySelector('[data-said]')) forget();
