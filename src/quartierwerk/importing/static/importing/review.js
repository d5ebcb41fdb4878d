// The review of a text: words and fields show each other. Every mark is a link to its field and every field has a link to
// its words, so that all of it works without this script; only the highlighting of several words at once needs it.
'use strict';
(() => {
  const review = document.querySelector('[data-review]');
  const form = review?.querySelector('[data-parts]');
  const source = review?.querySelector('[data-source]');
  if (!form || !source) return;
  const HERE = 'qw-is-here', NEAR = 'qw-is-near'; // the very words; the paragraphs around
  const all = (selector, within = review) => [...within.querySelectorAll(selector)];
  const words = all('[data-fields]', source);
  const fieldsOf = (word) => word.dataset.fields.split(' ');
  const wordsOf = (id) => words.filter((word) => fieldsOf(word).includes(id));
  const known = new Set(words.flatMap(fieldsOf));

  /** The id under which a field is known to the words: its own, or that of the group it belongs to. */
  function idOf(element) {
    if (known.has(element.id)) return element.id;
    const group = element.closest('fieldset[id]');
    if (group && known.has(group.id)) return group.id;
    const wrapper = element.closest('.qw-field');
    const inner = wrapper?.querySelector('input, select, textarea');
    return inner && known.has(inner.id) ? inner.id : '';
  }

  function highlight(ids) {
    for (const element of all(`.${HERE}, .${NEAR}`)) element.classList.remove(HERE, NEAR);
    for (const id of ids) {
      for (const word of wordsOf(id)) word.classList.add((word.dataset.wide ?? '').split(' ').includes(id) ? NEAR : HERE);
      const field = document.getElementById(id);
      field?.closest('.qw-field, fieldset')?.classList.add(HERE);
    }
  }

  /** Scrolls the text, never the page. Words come before whole paragraphs. */
  function bringWords(id) {
    const found = wordsOf(id);
    const word = found.find((each) => each.matches('a')) ?? found[0];
    if (!word) return;
    const top = word.offsetTop, bottom = top + word.offsetHeight;
    if (top < source.scrollTop || bottom > source.scrollTop + source.clientHeight)
      source.scrollTop = Math.max(0, top - source.clientHeight / 3);
  }

  function open(element) {
    for (let part = element.closest('details'); part; part = part.parentElement.closest('details')) part.open = true;
  }

  /** To the field, as a click on its label would go; the checked one of a group. */
  function goTo(id) {
    const target = document.getElementById(id);
    if (!target) return false;
    open(target);
    if (!target.getClientRects().length) { // an event that is there: nothing of it to edit
      target.closest('[data-part]')?.querySelector('[name$="-decision"]:checked')?.focus();
      return true;
    }
    const field = target.matches('details') ? target.querySelector('summary')
      : target.matches('fieldset, [role="radiogroup"]') ? target.querySelector('input:checked') ?? target.querySelector('input') : target;
    open(field ?? target);
    (field ?? target).focus({ preventScroll: true });
    (field ?? target).scrollIntoView({ block: 'center' });
    return true;
  }

  function follow(event) {
    const link = event.target.closest('a[href^="#id_"], .qw-error-summary a[href^="#"]');
    if (link && !event.ctrlKey && !event.metaKey && goTo(link.hash.slice(1))) {
      event.preventDefault();
      highlight(link.dataset.fields ? fieldsOf(link) : [link.hash.slice(1)]);
    }
  }

  function show(event) {
    const id = idOf(event.target);
    highlight(id ? [id] : []);
    if (id) bringWords(id);
  }

  // What becomes of each part, on the main button and in its line.
  const button = review.querySelector('[data-publish-button]');
  const label = button?.querySelector('.kern-label');
  const chosen = (part) => part.querySelector('[name$="-decision"]:checked')?.value;
  const isEmpty = (part) => 'blank' in part.dataset
    && all('input[type="text"], input[type="date"], textarea', part).every((field) => !field.value.trim());

  function counted(kind, number) {
    return number > 1 ? form.dataset[`${kind}Many`].replace('%(n)d', number) : number && form.dataset[`${kind}One`];
  }

  const both = (first, last) => form.dataset.both.replace('%(news)s', () => first).replace('%(events)s', () => last);

  /** `Nachricht und 2 Termine veröffentlichen`; `words`: the name of the sentence. */
  function made(way, words) {
    const [news, events] = ['news', 'events'].map((kind) => counted(kind,
      all(`[data-part="${kind}"]`).filter((part) => chosen(part) === way && !isEmpty(part)).length));
    const things = news && events ? both(news, events) : news || events;
    return things && form.dataset[words].replace('%s', () => things);
  }

  /** What is done to events that are there, of a series one date or the whole; and who is made a contact. */
  function changes() {
    const kinds = all('[data-part="events"]').map((part) =>
      chosen(part) === 'cancel' && part.querySelector('[data-whole]:checked') ? 'whole' : chosen(part));
    kinds.push(...all('[data-part="contacts"]').filter((part) => chosen(part) === 'publish').map(() => 'contact'));
    return ['cancel', 'whole', 'move', 'contact'].map((kind) => counted(kind, kinds.filter((each) => each === kind).length));
  }

  function tell() {
    for (const part of all('[data-part]')) {
      part.classList.toggle('qw-is-left-out', chosen(part) === 'leave_out');
      const state = part.querySelector('[data-state]'), way = part.querySelector('[name$="-decision"]:checked');
      if (state && way) state.textContent = way.value === 'publish' || isEmpty(part) ? '' : way.nextElementSibling.textContent;
    }
    const said = [made('publish', 'publish'), made('draft', 'keep'), ...changes()].filter(Boolean);
    const whole = said.length > 1 ? both(said.slice(0, -1).join(', '), said.at(-1)) : said[0] ?? form.dataset.else;
    tellConsequences();
    if (label) label.textContent = whole.charAt(0).toUpperCase() + whole.slice(1);
  }

  // Which event that is there is meant, and what becomes of it: said in whole sentences beside the main button.
  const ABOUT = ['there', 'cancel', 'move'];
  const meant = (part) => part.querySelector('[name$="-known"]:checked');
  const told = review.querySelector('[data-consequences]');

  function tellConsequences() {
    if (!told) return;
    const lines = all('[data-part="events"]').map((part) => [part, chosen(part), meant(part)])
      .filter(([, way, one]) => one?.value && one.dataset[way] && way !== 'there');
    told.replaceChildren(...lines.map(([part, way, one]) => {
      const line = document.createElement('p'), said = document.createElement('input');
      Object.assign(said, { type: 'hidden', name: 'said', value: `${one.name.replace('-known', '')}-${way}-${one.value}` });
      line.append(said, one.dataset[way]);
      return line;
    }));
  }

  /** Who points to an event says what becomes of it; who says that it is new wants a new one. */
  function point(event) {
    const part = event.target.closest('[data-part="events"]');
    const whole = part?.querySelector('[data-whole]:checked');
    if (whole && chosen(part) === 'move') { // a whole series is not moved: its date is meant
      const date = all('[name$="-known"]', part).find((each) => !('whole' in each.dataset) && each.value.split('-')[0] === whole.value.split('-')[0]);
      if (date) date.checked = true;
    }
    if (!part || !event.target.matches('[name$="-known"]')) return;
    const way = chosen(part), take = (...ways) => {
      const first = ways.map((each) => part.querySelector(`[name$="-decision"][value="${each}"]`)).find(Boolean);
      if (first) first.checked = true;
    };
    if (event.target.value && !ABOUT.includes(way)) take(part.dataset.way);
    if (!event.target.value && ABOUT.includes(way)) take('publish', 'draft');
    if (!event.target.value) return;
    for (const [name, value] of [['when', event.target.dataset.when], ['where', event.target.dataset.where]])
      for (const before of all(`[data-before="${name}"]`, part)) before.textContent = value;
    for (const old of all('.qw-known__differs, .qw-part__why', part)) old.hidden = true; // said of another one
  }

  /** What was left out from the start and is worked on is wanted, until somebody says otherwise. */
  function wake(event) {
    const part = event.target.closest('[data-sleeps]');
    if (!part) return;
    if (event.target.name.endsWith('-decision')) { delete part.dataset.sleeps; return; }
    const wanted = part.querySelector('[name$="-decision"][value="publish"]') ?? part.querySelector('[name$="-decision"][value="draft"]');
    if (wanted) wanted.checked = true;
    delete part.dataset.sleeps;
  }

  // Where there is room every part is open; on a phone, and without this script, one.
  if (window.matchMedia('(min-width: 40.01rem)').matches) for (const part of all('[data-unfold]')) part.open = true;

  // The bar with the button waits below until the text has come up: it never covers its words.
  const bar = button?.closest('.qw-verdict');
  function settle() {
    bar?.classList.toggle('qw-is-below', source.getBoundingClientRect().bottom > innerHeight - bar.offsetHeight);
  }
  window.addEventListener('scroll', settle, { passive: true });
  window.addEventListener('resize', settle);
  settle();

  document.addEventListener('click', follow);
  form.addEventListener('focusin', show);
  form.addEventListener('mouseover', (event) => {
    if (form.contains(document.activeElement)) return;
    const id = idOf(event.target);
    if (id) { highlight([id]); bringWords(id); }
  });
  source.addEventListener('focusin', (event) => {
    if (event.target.dataset.fields) highlight(fieldsOf(event.target));
  });
  source.addEventListener('mouseover', (event) => {
    const word = event.target.closest('[data-fields]');
    if (word && !form.contains(document.activeElement)) highlight(fieldsOf(word));
  });
  form.addEventListener('input', (event) => { if (!event.target.name.endsWith('-find')) wake(event); point(event); tell(); });
  // From anywhere on the page, but not from another form such as the search; below a question only its own button answers.
  const question = document.querySelector('[data-question]');
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    const other = event.target.closest('form');
    if (other && other !== form) return;
    event.preventDefault();
    if (question && !form.contains(event.target)) question.querySelector('[data-focus]').focus();
    else form.requestSubmit(button);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    if (event.target.matches('input:not([type="checkbox"], [type="radio"])')) event.preventDefault();
    if (event.target.name?.endsWith('-find')) form.requestSubmit(event.target.closest('.qw-known').querySelector('[data-find]'));
  });
  tell();
})();
