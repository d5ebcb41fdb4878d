// The phone desk of needs: while staff type, what was said before stands below the words. The desk puts its parts anew when
// a person is chosen (phone-desk.js), so the form and the box are looked for each time.
import { later, part, show } from './say-parts.js';

const desk = document.querySelector('[data-phone-desk]');
const box = () => desk.querySelector('[data-hints]');

async function ask() {
  const form = box()?.closest('form');
  if (!form?.elements.title.value.trim()) return;
  const typed = JSON.stringify(['title', 'text', 'place_name', 'quarter'].map((name) => form.elements[name].value));
  if (box().dataset.asked === typed) return;
  box().dataset.asked = typed;
  const html = await part(desk.dataset.similar, form);
  if (html === null || box()?.dataset.asked !== typed) return;
  const had = box().querySelector('h3');
  show(box(), html);
  const told = box().querySelector('h3');
  if (told && !had) desk.querySelector('[data-say]').textContent = told.textContent;
}

const soon = later(ask);
for (const type of ['input', 'focusin'])
  desk.addEventListener(type, ({ target }) => { if (target.form && target.form === box()?.closest('form')) soon(); });
