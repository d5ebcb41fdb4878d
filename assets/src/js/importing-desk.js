// The desk's pages of texts. What somebody put right in a review and has not published yet stays on this device, only that and
// never the text: for a day, until it is published, put aside or deleted, or until somebody signs out (app.js).
import { DAY, fill, quietly } from './kept.js';

const PREFIX = 'qw-uebernahme:';
const keyOf = (text) => `${PREFIX}${text}`;

function forget(text) {
  quietly(() => localStorage.removeItem(keyOf(text)));
}

/** Has another value than the page came with. */
function differs(field) {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  if (!field.options) return field.value !== field.defaultValue;
  return field.value !== ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value;
}

class Corrections {
  constructor(form) {
    this.form = form;
    const { text, by, words } = form.dataset;
    Object.assign(this, { text, by, words, changed: {}, number: 0 });
    this.note = document.querySelector('[data-draft]');
    this.note.querySelector('[data-forget]').addEventListener('click', () => {
      forget(text);
      form.reset();
      location.replace(location.pathname);
    });
    for (const type of ['input', 'change']) form.addEventListener(type, ({ target }) => this.keep(target));
  }

  get numbers() {
    return this.form.elements['number-events'];
  }

  isKept({ name, type }) {
    return name && !['hidden', 'file', 'submit', 'button'].includes(type);
  }

  keep(field) {
    if (!this.isKept(field)) return;
    const said = new FormData(this.form);
    // Working on what was left out may have chosen otherwise (review.js).
    const decision = field.closest('[data-part]')?.querySelector('[name$="-decision"]:checked');
    const names = decision && !decision.defaultChecked ? [field.name, decision.name] : [field.name];
    for (const name of names) this.changed[name] = said.getAll(name);
    this.write();
    this.note.hidden = false;
  }

  write(told = false) {
    const { by, words, changed } = this;
    const kept = { until: Date.now() + DAY, by, words, changed, number: Number(this.numbers.value), told };
    quietly(() => localStorage.setItem(keyOf(this.text), JSON.stringify(kept)));
  }

  /** What somebody typed before this script was there. */
  early() {
    const said = new FormData(this.form);
    const typed = [...this.form.elements].filter((field) => this.isKept(field) && differs(field));
    return Object.fromEntries(typed.map(({ name }) => [name, said.getAll(name)]));
  }

  /** What is kept for this account and these words. */
  kept() {
    const kept = quietly(() => JSON.parse(localStorage.getItem(keyOf(this.text))));
    if (!kept) return null;
    if (kept.until > Date.now() && kept.by === this.by && kept.words === this.words) return kept;
    forget(this.text);
    return null;
  }

  /** Into a page as the text was read; what the server gave back is newer. */
  restore() {
    const [early, kept] = [this.early(), this.kept()];
    if (!kept && !Object.keys(early).length) return;
    this.changed = { ...kept?.changed, ...early };
    this.note.hidden = false;
    const fresh = kept && 'fresh' in this.form.dataset;
    const number = Math.max(kept?.number ?? 0, Number(this.numbers.value));
    if (fresh && (number > Number(this.numbers.value) || this.answersADoubt())) this.askForMore(number);
    else {
      if (fresh) for (const [name, values] of Object.entries(this.changed)) fill(this.form, name, values);
      if (fresh) this.form.dispatchEvent(new Event('input'));
      if (fresh || kept?.told) document.querySelector('[data-saved]').textContent = this.form.dataset.textRestored;
      this.write();
    }
  }

  /** Events were added by hand: the server makes the page anew, with as many of them. */
  // Where a doubt hangs on what stands in a field, the page is written anew.
  answersADoubt() {
    return Object.keys(this.changed).some((name) => 'asks' in (this.form.elements[name]?.dataset ?? {}));
  }
  askForMore(number) {
    this.write(true);
    this.numbers.value = number;
    for (const [name, values] of Object.entries(this.changed)) {
      if (this.form.elements[name]) fill(this.form, name, values);
      else for (const value of values) this.form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
    this.form.requestSubmit(this.form.querySelector('[value="look"]'));
  }
}

/** A text that is put aside or deleted needs no corrections any more. */
function letGo(event) {
  const to = event.submitter?.getAttribute('formaction') ?? event.target.getAttribute('action') ?? '';
  const gone = /\/(\d+)\/(?:zur-seite|loeschen)\/$/.exec(to);
  if (gone) forget(gone[1]);
}

/** Ctrl + Enter reads what was pasted. */
function byShortcut(event) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
    event.preventDefault();
    event.target.form?.requestSubmit();
  }
}

const valueOf = (part, name) => part.querySelector(`[name$="-${name}"]`)?.value.trim() ?? '';

/** `Di., 06.10.2026, 15 Uhr · Bürgerhaus`, as the server writes it. */
function whenAndWhere(part, { hour }) {
  const day = valueOf(part, 'start_day');
  const venue = part.querySelector('[name$="-venue"]')?.selectedOptions?.[0];
  const language = document.documentElement.lang, isGerman = language.startsWith('de');
  const time = isGerman ? valueOf(part, 'start_time').replace(/^0|:00$/g, '') : valueOf(part, 'start_time');
  const written = day && new Intl.DateTimeFormat(isGerman ? 'de' : 'en-GB', isGerman
    ? { weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric' }
    : { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(`${day}T12:00`));
  const when = [written, time && !part.querySelector('[name$="-all_day"]')?.checked && hour.replace('%s', time)].filter(Boolean).join(', ');
  return [when, venue?.value ? venue.text : valueOf(part, 'place_name')].filter(Boolean).join(' · ');
}

/** The line of a part names it as it stands in its fields now, folded or not. */
function nameHeads(form) {
  for (const part of form.querySelectorAll('[data-part]')) {
    const title = part.querySelector('[data-title]'), when = part.querySelector('[data-when-where]');
    if (title && valueOf(part, 'title')) title.textContent = valueOf(part, 'title');
    const fields = [...part.querySelectorAll('[name$="-start_day"], [name$="-start_time"], [name$="-all_day"], [name$="-venue"], [name$="-place_name"]')];
    if (when && (fields.some(differs) || 'changed' in when.dataset)) {
      when.dataset.changed = '';
      when.textContent = whenAndWhere(part, form.dataset);
    }
  }
}

const form = document.querySelector('[data-corrections]');
if (form) {
  form.addEventListener('input', () => nameHeads(form));
  new Corrections(form).restore();
  nameHeads(form);
}
const done = document.querySelector('[data-done]');
if (done) forget(done.dataset.done);
document.addEventListener('submit', letGo);
document.querySelector('[data-give]')?.addEventListener('keydown', byShortcut);
