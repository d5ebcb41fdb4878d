// The entrance on one device: camera, search, admissions that wait for a network. The server decides; this page only notes.
import { CameraRefused, watch } from './door-camera.js';
import { Store } from './door-store.js';
import { Sync } from './door-sync.js';

const SHOWN = 30;
const EVERY = 20_000; // milliseconds between attempts to send

const root = document.querySelector('[data-door]');
const part = (name) => root.querySelector(`[data-${name}]`);
const store = new Store(root.dataset.key);
const sync = new Sync(store, root.dataset);
let problem = '';
let stopCamera = null;
let lastRead = { code: '', at: 0 };

/** A text of the page with its gaps filled in: text('waiting', {n: 3}). */
function text(name, values = {}) {
  const key = `text${name.replace(/(^|-)(\w)/g, (_, dash, letter) => letter.toUpperCase())}`;
  return Object.entries(values).reduce((words, [gap, value]) => words.replace(`{${gap}}`, value), root.dataset[key]);
}

const people = (n) => (n === 1 ? text('people-one') : text('people', { n }));
const clock = (at) => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: root.dataset.zone });
const fold = (words) => words.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss').normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
/** What a camera or a hand gives → a code; as `codes.tidy`. */
const tidy = (words) => words.trim().replace(/\/+$/, '').split('/').pop().toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

// ---------------------------------------------------------------------------------------------------------------- the list
function guests() {
  const waiting = new Map(store.queue.map((item) => [item.code, item]));
  return (store.list?.guests ?? []).map(([code, name, party, state, came, at, by]) => {
    const queued = waiting.get(code);
    return { code, name: name || text('nameless'), party, state, came: queued?.people ?? came, at: queued?.at ?? at, by: queued ? '' : by, isQueued: Boolean(queued && !at) };
  });
}

const guest = (code) => guests().find((each) => each.code === code);

function search() {
  const words = part('words').value;
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const code = tidy(words);
  const active = guests().filter(({ party }) => party > 0);
  const hits = wanted.length ? active.filter((each) => wanted.every((word) => fold(each.name).includes(word)) || (code.length >= 4 && each.code.startsWith(code))) : [];
  part('results').replaceChildren(...hits.slice(0, SHOWN).map(line));
  const more = hits.length - SHOWN;
  part('found').textContent = wanted.length && !hits.length ? text('none') : more > 0 ? text('more', { n: more }) : '';
}

function line(each) {
  const item = element('li', `qw-guest${each.at ? ' qw-guest--in' : ''}`);
  const name = element('button', 'qw-guest__name qw-guest__open', each.name);
  name.type = 'button';
  name.addEventListener('click', () => show(each.code));
  item.append(name, element('span', 'qw-guest__facts', people(each.party)));
  if (each.at) item.append(element('span', 'qw-guest__in', text('in', { time: clock(each.at) })));
  return item;
}

// --------------------------------------------------------------------------------------------------------- one registration
/** What this code means here, and the buttons that let in. */
function show(code, told = '') {
  const panel = part('panel');
  const each = guest(code);
  const refused = told || whyNot(each);
  panel.replaceChildren(element('h2', '', each?.party ? each.name : spaced(code)));
  if (each?.party) panel.append(element('p', 'qw-muted', `${people(each.party)} · ${spaced(code)}`));
  if (refused) panel.append(alert(refused, each?.at ? 'info' : 'warning'));
  if (!each) panel.append(row([button(text('anyway'), 'secondary', () => admit(code, null))]));
  else if (!refused) panel.append(row(choices(each)));
  if (each?.at && !each.isQueued) panel.append(row([link(text('open'), root.dataset.ticket.replace('CODE', code))]));
  panel.hidden = false;
  panel.focus();
}

function whyNot(each) {
  if (!each) return text('unknown');
  if (each.isQueued) return text('queued', { time: clock(each.at) });
  if (each.at) return each.by ? text('already-by', { time: clock(each.at), who: each.by }) : text('already', { time: clock(each.at) });
  return { waiting: text('waitlist'), cancelled: text('cancelled'), lapsed: text('lapsed') }[each.state] ?? '';
}

function choices({ code, party }) {
  return Array.from({ length: party }, (_, index) => index + 1).map((n) => {
    const words = n < party ? text('admit-some', { n }) : n === 1 ? text('admit-one') : text('admit-all', { n });
    return button(words, n < party ? 'secondary' : 'primary', () => admit(code, n));
  }).reverse();
}

function admit(code, n) {
  const each = guest(code);
  store.add({ code, people: n, at: new Date().toISOString() });
  const panel = part('panel');
  panel.replaceChildren(alert(each ? text('admitted', { name: each.name, n }) : text('noted', { code: spaced(code) }), 'success'));
  part('words').value = '';
  refresh();
  update();
}

// ------------------------------------------------------------------------------------------------------------------ sending
async function update() {
  if (store.queue.length) say(text('sending', { n: store.queue.length }));
  const names = new Map(guests().map(({ code, name }) => [code, name]));
  const outcome = await sync.run();
  problem = outcome.problem;
  if (problem === 'noRight') store.forget();
  for (const result of outcome.results) if (result.result !== 'admitted') complain(result, names.get(result.code));
  refresh();
  if (!problem && store.queue.length) update(); // let in meanwhile
}

/** Two doors let the same code in, or the server refuses: somebody has to look at it. */
function complain({ code, text: words }, name) {
  part('conflicts').append(element('li', '', `${name ?? spaced(code)}: ${words}`));
  part('conflicts-section').hidden = false;
  if (!part('panel').hidden) part('panel').replaceChildren(alert(`${name ?? spaced(code)}: ${words}`, 'warning'));
}

function refresh() {
  const n = store.queue.length;
  const offline = n === 0 ? text('offline') : n === 1 ? text('waiting-one') : text('waiting', { n });
  say({ '': text('online'), offline, signedOut: text('signed-out'), noRight: text('no-right') }[problem]);
  part('sign-in').hidden = problem !== 'signedOut';
  root.dataset.state = problem || 'online';
  const list = store.list;
  part('kept').textContent = list ? text('kept', { n: list.guests.filter(([, , party]) => party).length, time: clock(list.kept) }) : text('nothing-kept');
  part('forget').hidden = !list;
  search();
}

function say(words) {
  const status = part('status');
  if (status.textContent !== words) status.textContent = words;
}

function forget() {
  sync.keepsList = false;
  store.forget();
  part('panel').hidden = true;
  refresh();
  const n = store.queue.length;
  part('kept').textContent = n ? `${text('forgotten')} ${text('unsent', { n })}` : text('forgotten');
}

// ------------------------------------------------------------------------------------------------------------------- camera
async function startCamera() {
  try {
    stopCamera = await watch(part('video'), read);
    cameraIs(true, text('camera-on'));
  } catch (error) {
    cameraIs(false, text(error instanceof CameraRefused ? 'camera-refused' : 'camera-none'));
    part('words').focus();
  }
}

function endCamera() {
  stopCamera?.();
  stopCamera = null;
  cameraIs(false, '');
}

function cameraIs(on, note) {
  part('camera-start').hidden = on;
  part('camera-stop').hidden = !on;
  part('camera-note').textContent = note;
}

/** The camera sees a code many times a second; it counts once while it is held there. */
function read(content) {
  const code = tidy(content);
  const isHeld = code === lastRead.code && Date.now() - lastRead.at < 3000;
  lastRead = { code, at: Date.now() };
  if (isHeld || !code) return;
  navigator.vibrate?.(60);
  show(code);
}

// ------------------------------------------------------------------------------------------------------------ small helpers
function element(tag, className, content = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = content;
  return made;
}

function button(words, kind, run) {
  const made = element('button', `kern-btn kern-btn--${kind}`);
  made.type = 'button';
  made.append(element('span', 'kern-label', words));
  made.addEventListener('click', run);
  return made;
}

function link(words, href) {
  const made = element('a', 'qw-tap', words);
  made.href = href;
  return made;
}

function row(children) {
  const made = element('div', 'qw-row');
  made.append(...children);
  return made;
}

function alert(words, kind) {
  const made = element('div', `kern-alert kern-alert--${kind}`);
  const head = element('div', 'kern-alert__header');
  const icon = element('span', `kern-icon kern-icon--${kind}`);
  icon.setAttribute('aria-hidden', 'true');
  head.append(icon, element('p', 'kern-title', words));
  made.append(head);
  return made;
}

const spaced = (code) => code.replace(/(.{4})(?=.)/g, '$1 ');

function start() {
  root.hidden = false;
  part('camera-start').addEventListener('click', startCamera);
  part('camera-stop').addEventListener('click', endCamera);
  part('forget').addEventListener('click', forget);
  part('words').addEventListener('input', search);
  part('search').addEventListener('submit', (event) => {
    event.preventDefault();
    const code = tidy(part('words').value);
    if (guest(code)) show(code);
    else search();
  });
  part('conflicts-done').addEventListener('click', () => {
    part('conflicts').replaceChildren();
    part('conflicts-section').hidden = true;
  });
  window.addEventListener('online', update);
  window.addEventListener('offline', () => { problem = 'offline'; refresh(); });
  window.addEventListener('storage', refresh); // signed out, or let in, in another window
  document.addEventListener('visibilitychange', () => document.hidden ? endCamera() : update());
  setInterval(() => document.hidden || update(), EVERY);
  navigator.serviceWorker?.register(root.dataset.worker).catch(() => {});
  problem = navigator.onLine ? '' : 'offline';
  refresh();
  update();
}

start();
