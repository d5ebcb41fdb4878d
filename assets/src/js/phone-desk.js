// The phone desk by keyboard: search while typing, arrows and Enter, Alt and a digit. Without this script the same
// page works in steps; what is chosen here is what a link on that page would choose.

const WAIT = 120; // milliseconds of silence before a search
const NOTHING = -1;
const desk = document.querySelector('[data-phone-desk]');
const chosen = { person: desk.dataset.person, termin: desk.dataset.termin, weg: desk.dataset.weg };
let newcomer = '';

const part = (id) => document.getElementById(id);
const PARTS = ['wer', 'wofuer', 'angaben', 'daneben'].filter(part); // not every desk asks what for
const register = () => document.querySelector('[data-register]');
const say = (text) => { document.querySelector('[data-say]').textContent = text; };

/**
 * A search field that offers what it finds: the ARIA pattern “combobox with a list”. The arrows choose; Enter without
 * them takes the first. Who is not known is entered anew only where a search said so, never because it failed.
 */
class Finder {
  constructor(input) {
    this.input = input;
    this.kind = input.dataset.find;
    this.url = this.kind === 'person' ? desk.dataset.persons : desk.dataset.events;
    this.form = input.form;
    this.options = [];
    this.active = NOTHING;
    this.build();
    this.listen();
  }

  build() {
    for (const step of this.form.querySelectorAll('[data-step]')) step.hidden = true;
    this.form.querySelector('.qw-finder__list')?.remove();
    this.list = document.createElement('ul');
    Object.assign(this.list, { id: `${this.input.id}-liste`, className: 'qw-finder__list', hidden: true });
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', this.form.getAttribute('aria-label'));
    this.more = document.createElement('p');
    Object.assign(this.more, { className: 'qw-muted', hidden: true });
    this.form.append(this.list, this.more);
    const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
  }

  listen() {
    this.input.addEventListener('input', () => this.later());
    this.input.addEventListener('focus', () => { if (this.kind === 'termin' || this.input.value) this.later(0); });
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.form.addEventListener('submit', (event) => { event.preventDefault(); this.enter(); });
    this.form.addEventListener('focusout', (event) => { if (!this.form.contains(event.relatedTarget)) this.close(); });
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const row = event.target.closest('[role="option"]');
      if (row) this.choose(this.options[[...this.list.children].indexOf(row)]);
    });
  }

  later(wait = WAIT) {
    clearTimeout(this.timer);
    this.running?.abort(); // its answer is to what stood there before: it must not pass for one to what stands there now
    this.searching = true;
    this.timer = setTimeout(() => this.search(), wait);
  }

  async search(isSecondTry = false) {
    this.running = new AbortController();
    try {
      const answer = await fetch(`${this.url}?q=${encodeURIComponent(this.input.value)}`, { signal: this.running.signal });
      if (!answer.ok) throw new Error(answer.status);
      const found = await answer.json();
      this.show(found.results, found.more);
    } catch (error) {
      if (error.name === 'AbortError') return;
      if (!isSecondTry) return this.search(true);
      this.fail();
    }
    this.searching = false;
    if (this.entered) { this.entered = false; this.enter(); }
  }

  /** `more`: the sentence where there is more than these. */
  show(results, more = '') {
    const typed = this.input.value.trim();
    const marked = this.options[this.active]?.id; // an answer that comes late must not move what the arrows chose
    this.options = [...results];
    if (this.kind === 'person' && typed) this.options.push({ id: '', title: `${desk.dataset.new} ${typed}`, detail: '' });
    this.active = marked ? this.options.findIndex((option) => option.id === marked) : NOTHING;
    this.list.replaceChildren(...this.options.map((option, index) => this.row(option, index)));
    this.list.hidden = this.options.length === 0;
    this.more.textContent = more;
    this.more.hidden = !more;
    this.input.setAttribute('aria-expanded', String(!this.list.hidden));
    this.mark();
    if (typed || results.length) say(results.length ? `${desk.dataset.count} ${results.length}. ${more}` : desk.dataset.none);
  }

  fail() {
    this.close();
    this.options = [];
    this.entered = false;
    this.more.textContent = desk.dataset.failed;
    this.more.hidden = false;
    say(desk.dataset.failed);
  }

  row(option, index) {
    const row = document.createElement('li');
    const title = document.createElement('strong');
    const detail = document.createElement('span');
    title.textContent = option.title;
    detail.textContent = option.detail;
    row.id = `${this.list.id}-${index}`;
    row.setAttribute('role', 'option');
    row.append(title, ' ', detail);
    return row;
  }

  mark() {
    [...this.list.children].forEach((row, index) => row.setAttribute('aria-selected', String(index === this.active)));
    const row = this.list.children[this.active];
    if (row) this.input.setAttribute('aria-activedescendant', row.id);
    else this.input.removeAttribute('aria-activedescendant');
    row?.scrollIntoView({ block: 'nearest' });
  }

  close() {
    this.list.hidden = true;
    this.more.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && this.options.length) {
      event.preventDefault();
      if (this.list.hidden) { this.list.hidden = false; this.input.setAttribute('aria-expanded', 'true'); }
      else if (this.active === NOTHING) this.active = event.key === 'ArrowDown' ? 0 : this.options.length - 1;
      else this.active = (this.active + steps[event.key] + this.options.length) % this.options.length;
      this.mark();
    } else if (event.key === 'Escape') this.close();
  }

  /** Who types faster than the search answers is not left behind: Enter waits for it. */
  enter() {
    if (this.searching) this.entered = true;
    else if (this.options.length && !this.list.hidden) this.choose(this.options[Math.max(this.active, 0)]);
  }

  choose(option) {
    this.close();
    if (this.kind === 'person' && !option.id) newcomer = this.input.value.trim();
    else chosen[this.kind] = option.id;
    if (this.kind === 'person' && option.id) newcomer = '';
    refresh();
  }
}

/** Fetches the page with what is chosen, and keeps what was typed. */
async function refresh() {
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
  const answer = await fetch(`${location.pathname}?${query}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!PARTS.every((id) => page.getElementById(id))) { // signed out meanwhile, or somebody may no longer be seen
    location.assign(`${location.pathname}?${query}`);
    return;
  }
  const typed = whatWasTyped();
  const files = register() ? [...register().querySelectorAll('[type="file"]')] : [];
  for (const id of PARTS) part(id).replaceWith(page.getElementById(id));
  for (const file of files) part(file.id)?.replaceWith(file); // what was chosen there cannot be typed again
  typeAgain(typed);
  showNewcomer();
  begin();
  focusNext();
}

/** Of the form, what differs from how it came. */
function whatWasTyped() {
  const fields = register() ? [...register().elements] : [];
  return fields
    .filter((field) => field.name && field.type !== 'hidden' && field.type !== 'file')
    .filter((field) => (isTick(field) ? field.checked !== field.defaultChecked : field.value !== startOf(field)))
    .map((field) => ({ name: field.name, value: field.value, tick: isTick(field), checked: field.checked }));
}

const isTick = (field) => field.type === 'checkbox' || field.type === 'radio';
const startOf = (field) => field.defaultValue ?? '';

function typeAgain(typed) {
  const fields = register() ? [...register().elements] : [];
  for (const { name, value, tick, checked } of typed) {
    const field = fields.find((each) => each.name === name && (!tick || each.value === value));
    if (field && tick) field.checked = checked;
    else if (field) field.value = value;
  }
  const field = newcomer && fields.find((each) => each.name === (/\d/.test(newcomer) ? 'phone' : 'name'));
  if (field && !field.value) field.value = newcomer;
}

/** Who is entered anew stands there like somebody who was found. */
function showNewcomer() {
  const form = newcomer && part('suche-person')?.form;
  if (!form) return;
  const shown = document.querySelector('[data-newcomer]').content.cloneNode(true);
  shown.querySelector('strong').textContent = newcomer;
  form.replaceWith(shown);
  part('daneben').querySelector('[data-nobody]')?.replaceWith(document.querySelector('[data-newcomer-beside]').content.cloneNode(true));
  say(`${desk.dataset.new} ${newcomer}`);
}

/** Where the work goes on: the caller, the event, then what is still empty. */
function focusNext() {
  const name = field('name');
  const next = !chosen.person && !newcomer && part('suche-person') ? part('suche-person')
    : !chosen.termin && part('suche-termin') ? part('suche-termin')
    : [name, name && field('phone')].find((each) => each && !each.value) ?? field('party_size') ?? field('title') ?? field('told');
  next?.focus();
  next?.select?.();
}

const field = (name) => register()?.querySelector(`[name="${name}"]`);

/** Back to a step: what was chosen there is open again. */
function again(kind) {
  const search = part(`suche-${kind}`);
  if (search) { search.focus(); return; }
  chosen[kind] = '';
  if (kind === 'person') forgetNewcomer();
  refresh().then(() => part(`suche-${kind}`)?.focus());
}

function forgetNewcomer() {
  for (const each of [field('name'), field('phone')]) if (newcomer && each?.value === newcomer) each.value = '';
  newcomer = '';
}

function begin() {
  for (const input of desk.querySelectorAll('[data-find]')) if (!input.hasAttribute('role')) new Finder(input);
  for (const link of desk.querySelectorAll('[data-again]'))
    link.addEventListener('click', (event) => { event.preventDefault(); again(link.dataset.again); });
}

/** The confirmation by letter instead of on the phone, and back; where the address is missing, that is asked first. */
function byLetter() {
  const letter = register()?.querySelector('[name="told"][value="letter"]');
  if (!letter) return;
  const other = register().querySelector('[name="told"][value="now"]');
  (letter.checked ? other : letter).checked = true;
  say(letter.checked ? letter.labels[0].textContent : other.labels[0].textContent);
  const street = field('street');
  if (!letter.checked || !street || street.value) return;
  const missing = street.closest('details');
  if (missing) missing.open = true;
  street.focus();
}

const KEYS = {
  Digit1: () => again('person'),
  Digit2: () => again('termin'),
  Digit3: () => (field('name') ?? field('party_size') ?? field('told'))?.focus(),
  Digit4: () => register()?.querySelector('[type="submit"]').click(),
  Digit5: () => byLetter(),
  Digit0: () => location.assign(location.pathname),
};

document.addEventListener('keydown', (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  const own = desk.querySelector(`[data-alt="${event.code.slice(-1)}"]`); // a page may say itself where a digit leads
  if (!own && !(event.code in KEYS)) return;
  event.preventDefault();
  if (!own) KEYS[event.code]();
  else if (own.type === 'submit') own.click();
  else own.focus();
});

desk.querySelector('[data-keys]').hidden = false;
begin();
