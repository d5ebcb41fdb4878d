// What was to be looked at and is put right: its mark says “geprüft”, and the figures above and at each part sink. The server does
// the same with what is sent (review/settled.py). And the line of a folded choice names what is chosen in it.
'use strict';
(() => {
  const form = document.querySelector('[data-parts]');
  if (!form) return;
  const lines = [...document.querySelectorAll('[data-settles]')];
  const unsettled = document.querySelectorAll('.qw-doubts__list > li:not([data-settles])').length;
  const say = (kind, number) => form.dataset[`${kind}${number === 1 ? 'One' : 'Many'}`].replace('%(n)d', number);
  const hinted = [...form.querySelectorAll('.kern-hint > .qw-doubt')].map(({ parentElement: { id } }) => id.replace(/^id_|_helptext$/g, ''));
  const inputs = (name) => [...form.querySelectorAll(`[name="${name}"]`)];

  function differs(field) {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (!field.options) return field.value !== field.defaultValue;
    return field.value !== ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value;
  }

  const isChanged = (name) => inputs(name).some(differs);
  const isFilled = (name) => inputs(name).some((field) => field.type === 'checkbox' ? field.checked : field.value.trim());
  const partOf = (name) => inputs(name)[0]?.closest('[data-part]');

  /** What is left out is not asked about, unless it was left out from the start. */
  function isLeftOut(part) {
    const chosen = part?.querySelector('[name$="-decision"]:checked');
    return chosen?.value === 'leave_out' && !chosen.defaultChecked;
  }

  /** `names`: the inputs in which one doubt can be put right, its own first. */
  const isSettled = (names, isMissing) => isLeftOut(partOf(names[0])) || names.some(isMissing ? isFilled : isChanged);

  function look() {
    const left = new Map(), done = new Set(), open = new Set();
    let number = unsettled;
    for (const line of lines) {
      const groups = line.dataset.settles.split(',').map((names) => names.split(' '));
      const still = groups.filter((names) => {
        const is = isSettled(names, 'missing' in line.dataset);
        (is ? done : open).add(names[0]);
        return !is;
      });
      for (const names of still) left.set(partOf(names[0]), (left.get(partOf(names[0])) ?? 0) + 1);
      check(line, !still.length);
      if (still.length) number += 1;
    }
    for (const mark of form.querySelectorAll('[data-doubts]')) {
      const count = left.get(mark.closest('[data-part]')) ?? 0;
      mark.hidden = !count;
      if (count) mark.textContent = say('doubt', count);
    }
    const title = document.querySelector('[data-to-check]'), words = number ? say('check', number) : form.dataset.checkNone;
    if (title && title.textContent !== words) title.textContent = words;
    const listed = new Set([...done, ...open]);
    for (const name of hinted) if (!done.has(name) && !open.has(name)) (isChanged(name) ? done : open).add(name);
    for (const name of new Set([...done, ...open])) atField(name, done.has(name) && !open.has(name));
    inText(listed, done, open);
  }

  function check(element, is) {
    element.classList.toggle('qw-is-checked', is);
    const said = element.querySelector('.qw-checked'), words = form.dataset['missing' in element.dataset ? 'filled' : 'checked'];
    if (is && !said) element.append(Object.assign(document.createElement('span'), { className: 'qw-checked', textContent: words }));
    if (!is) said?.remove();
  }

  function atField(name, is) {
    const hint = document.getElementById(`id_${name}_helptext`);
    for (const doubt of hint?.querySelectorAll('.qw-doubt') ?? []) check(doubt, is);
    for (const field of inputs(name)) if ('unsure' in field.dataset) field.dataset.unsure = is ? 'no' : '';
  }

  /** Day and hour are often the same words: what the list says of one of them decides. */
  function inText(listed, done, open) {
    for (const word of document.querySelectorAll('.qw-word[data-fields]')) {
      const names = word.dataset.fields.split(' ').map((id) => id.replace(/^id_/, ''));
      const own = names.some((name) => listed.has(name)) ? names.filter((name) => listed.has(name)) : names.filter((name) => done.has(name));
      word.classList.toggle('qw-word--checked', own.length > 0 && !own.some((name) => open.has(name)));
    }
  }

  function nameChosen() {
    for (const fold of form.querySelectorAll('[data-ticks]')) {
      const chosen = [...fold.querySelectorAll('input:checked')].map((input) => input.nextElementSibling.textContent.trim());
      fold.querySelector('[data-chosen]').textContent = chosen.join(', ') || form.dataset.noneChosen;
    }
  }

  form.addEventListener('input', look);
  form.addEventListener('change', nameChosen);
  form.addEventListener('input', nameChosen);
  look();
})();
