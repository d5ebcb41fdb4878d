// Keys of the desk's pages of needs. Every key leads to a link, a button or a form of the page, which works without
// this script; a key never sends anything by itself. Single keys can be switched off (WCAG 2.2, 2.1.4).
'use strict';
(() => {
  const OFF = 'needs-desk-keys';
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const links = () => all('[data-row]');
  let on = remembered() !== 'off';

  function remembered() {
    try { return localStorage.getItem(OFF); } catch { return null; }
  }

  function remember() {
    try { localStorage.setItem(OFF, on ? 'on' : 'off'); } catch { /* then it holds for this page */ }
  }

  function show() {
    for (const part of all('[data-keys]')) part.hidden = part.matches('kbd') && !on;
    for (const list of all('[data-keys-list]')) list.hidden = !on;
    for (const button of all('[data-keys-switch]'))
      button.querySelector('.kern-label').textContent = on ? button.dataset.on : button.dataset.off;
  }

  /** To the line after or before the one that holds the focus. */
  function step(by) {
    const lines = links();
    if (!lines.length) return false;
    const here = lines.findIndex((link) => link.closest('tr').contains(document.activeElement));
    const next = here < 0 ? (by > 0 ? 0 : lines.length - 1) : Math.min(Math.max(here + by, 0), lines.length - 1);
    lines[next].focus();
    lines[next].closest('tr').scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** The focus goes to the button of this line; Enter then presses it. */
  function button(stroke) {
    const row = document.activeElement.closest('tr') ?? links()[0]?.closest('tr');
    row?.querySelector(`button[data-stroke="${stroke}"]`)?.focus();
  }

  /** Opens what can be done and puts the focus where typing goes on. */
  function open(stroke) {
    const verb = document.querySelector(`details[data-stroke="${stroke}"]`);
    if (!verb) return false;
    verb.open = true;
    const first = verb.querySelector('select, textarea, input:not([type="hidden"]), button[type="submit"]');
    first.focus();
    verb.scrollIntoView({ block: 'nearest' });
    return true;
  }

  function search() {
    const field = document.querySelector('.qw-filter input[name="q"]');
    if (!field) return;
    field.closest('details')?.setAttribute('open', '');
    field.focus();
  }

  function go(key) {
    const link = document.querySelector(`a[data-go="${key}"]`);
    if (link) link.click();
    return Boolean(link);
  }

  function press(key) {
    if (key === 'j' && step(1)) return;
    if (key === 'k' && step(-1)) return;
    if (key === '/') { search(); return; }
    if (key === 'o' && document.activeElement.matches('[data-row]')) { document.activeElement.click(); return; }
    if (go(key) || open(key)) return;
    button(key);
  }

  const typing = (element) => element.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]');

  document.addEventListener('keydown', (event) => {
    if (!on || event.altKey || event.ctrlKey || event.metaKey || event.isComposing || typing(event.target)) return;
    if (!/^[a-z/]$/.test(event.key)) return;
    event.preventDefault();
    press(event.key);
  });
  for (const toggle of all('[data-keys-switch]'))
    toggle.addEventListener('click', () => { on = !on; remember(); show(); });
  show();
})();
