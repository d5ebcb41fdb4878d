// What is typed stays on this device until it is sent: words for a day, who somebody is only while the window is open.
// Nothing is kept before somebody typed.

const KEY = 'qw-beitrag';
const DAY = 24 * 60 * 60 * 1000;
const PERSONAL = ['name', 'email', 'phone', 'street', 'postal_code', 'city', 'name_is_public'];
const NEVER = ['csrfmiddlewaretoken', 'homepage', 'seen', 'photos', 'drop', 'proof'];

/** The reader may let no page keep anything; then there is no draft. */
function quietly(run) {
  try {
    return run();
  } catch {
    return null;
  }
}

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
    for (const [name, value] of [...kept.typed, ...(quietly(() => JSON.parse(sessionStorage.getItem(KEY))) ?? [])]) this.fill(name, value);
    this.form.querySelector('[data-photos]').innerHTML = kept.photos.join('');
    this.note.hidden = false;
    this.page.querySelector('[data-saved]').textContent = this.page.dataset.textRestored;
    this.form.elements.latitude.dispatchEvent(new Event('restored'));
  }

  fill(name, value) {
    const field = this.form.elements[name];
    if (!field) return;
    if (field instanceof RadioNodeList || field.type !== 'checkbox') field.value = value;
    else field.checked = true;
  }
}
