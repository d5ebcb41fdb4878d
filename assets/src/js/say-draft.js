// What is typed stays on this device until it is sent: words for a day, who somebody is only while the window is open.
// Nothing is kept before somebody typed.
import { DAY, fill, quietly } from './kept.js';

const KEY = 'qw-beitrag';
const PERSONAL = ['name', 'email', 'phone', 'street', 'postal_code', 'city', 'name_is_public'];
const NEVER = ['csrfmiddlewaretoken', 'homepage', 'seen', 'photos', 'drop', 'proof'];

export function forget() {
  quietly(() => { localStorage.removeItem(KEY); sessionStorage.removeItem(KEY); });
}

export class Draft {
  constructor(page, form) {
    Object.assign(this, { page, form });
    this.note = page.querySelector('[data-draft]');
    for (const type of ['input', 'change']) form.addEventListener(type, () => this.save());
    page.querySelector('[data-forget]').addEventListener('click', () => {
      forget();
      this.form.reset();
      location.replace(location.pathname);
    });
  }

  save() {
    const entries = [...new FormData(this.form)].filter(([name, value]) => typeof value === 'string' && !NEVER.includes(name));
    const photos = [...this.form.querySelectorAll('[data-kept]')].map((row) => row.outerHTML);
    const typed = entries.filter(([name]) => !PERSONAL.includes(name) && name !== 'kept' && !name.startsWith('alt_'));
    quietly(() => {
      localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), typed, photos }));
      sessionStorage.setItem(KEY, JSON.stringify(entries.filter(([name]) => PERSONAL.includes(name))));
    });
    this.note.hidden = false;
  }

  /** Into an untouched form only; what the server gave back is newer. */
  restore() {
    const kept = quietly(() => JSON.parse(localStorage.getItem(KEY)));
    if (!kept) return;
    if (Date.now() - kept.at > DAY) { forget(); return; }
    if (this.form.elements.title.value) { this.note.hidden = false; return; }
    const said = [...kept.typed, ...(quietly(() => JSON.parse(sessionStorage.getItem(KEY))) ?? [])];
    for (const name of new Set(said.map(([each]) => each))) fill(this.form, name, said.filter(([each]) => each === name).map(([, value]) => value));
    this.form.querySelector('[data-photos]').innerHTML = kept.photos.join('');
    this.note.hidden = false;
    this.page.querySelector('[data-saved]').textContent = this.page.dataset.textRestored;
    this.form.elements.latitude.dispatchEvent(new Event('restored'));
  }
}
