// One part of the form at a time, with its heading, the way forward and back (also with the browser's own button).

const SHORTEST = 3; // letters of a title

export class Steps {
  constructor(page, form, onLast) {
    Object.assign(this, { page, form, onLast });
    this.all = [...form.querySelectorAll('[data-step]')];
    this.way = form.querySelector('[data-way]');
    page.classList.add('qw-say--steps');
    this.all.forEach((step, index) => {
      step.querySelector('[data-count]').textContent = page.dataset.textStep.replace('{step}', index + 1).replace('{all}', this.all.length);
    });
    this.way.hidden = false;
    this.way.querySelector('[data-next]').addEventListener('click', () => this.next());
    this.way.querySelector('[data-back]').addEventListener('click', () => this.go(this.current - 1));
    this.listen();
    this.show(this.first(), { quietly: true });
  }

  listen() {
    addEventListener('popstate', () => setTimeout(() => this.arrive())); // after the browser has moved the focus itself
    const { title, text } = this.form.elements; // what was wrong is told no more as soon as it is right
    for (const input of [title, text]) input.addEventListener('input', () => { if (input.hasAttribute('aria-invalid') && !this.whyNot(input)) this.tell(input); });
    // Links to a field or a step, from the summary of errors or the last look: the step that holds it opens.
    this.page.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="#"]');
      const target = link && document.getElementById(link.getAttribute('href').slice(1));
      const index = this.all.findIndex((step) => step.contains(target));
      if (index < 0) return;
      event.preventDefault();
      this.go(index);
      if (target !== this.all[index]) (target.matches('fieldset') ? target.querySelector('input') : target)?.focus();
    });
  }

  /** Where a form begins: at what is wrong, at the last step when there is something to look at, else where the address says. */
  first() {
    const wrong = this.all.findIndex((step) => step.querySelector('.kern-error:not([hidden])'));
    if (wrong >= 0) return wrong;
    if (this.form.querySelector('[data-pointed-out]')) return this.all.length - 1;
    return 0;
  }

  get isLast() {
    return this.current === this.all.length - 1;
  }

  next() {
    if (this.current === 0 && !this.isSaid()) return;
    this.go(this.current + 1);
  }

  go(index) {
    if (index < 0 || index >= this.all.length) return;
    history.pushState({ step: index }, '', `#${this.all[index].id}`);
    this.show(index);
  }

  /** The browser went back or forward. */
  arrive() {
    const index = this.all.findIndex((step) => `#${step.id}` === location.hash);
    if (this.form.isConnected) this.show(Math.max(index, 0));
  }

  show(index, { quietly = false } = {}) {
    this.current = index;
    this.all.forEach((step, each) => { step.hidden = each !== index; });
    this.way.querySelector('[data-back]').hidden = index === 0;
    this.way.querySelector('[data-next]').hidden = this.isLast;
    if (this.isLast) this.onLast();
    if (!quietly) {
      this.all[index].querySelector('h2').focus();
      this.all[index].scrollIntoView({ block: 'start' });
    }
  }

  /** The first step: one sentence has to be said, and there is a longest; told before anybody goes on. */
  isSaid() {
    const { title, text } = this.form.elements;
    const wrong = [title, text].filter((input) => !this.tell(input));
    wrong[0]?.focus();
    return !wrong.length;
  }

  whyNot({ name, value }) {
    const { textTitle, mostTitle, mostText, textLongTitle, textLongText } = this.page.dataset;
    const letters = [...value.trim()].length;
    if (name === 'title') return letters < SHORTEST ? textTitle : letters > mostTitle ? textLongTitle : '';
    return letters > mostText ? textLongText : '';
  }

  /** What is wrong stands at the field, as the server would tell it; answers whether nothing is. */
  tell(input) {
    const reason = this.whyNot(input);
    const field = input.closest('.qw-field');
    field.querySelector('.kern-error')?.remove();
    field.classList.toggle('kern-form-input--error', Boolean(reason));
    input.classList.toggle('kern-form-input__input--error', Boolean(reason));
    const hint = `${input.id}_helptext`;
    input.setAttribute('aria-describedby', reason ? `${hint} ${input.id}_error` : hint);
    input.removeAttribute('aria-invalid');
    if (!reason) return true;
    const error = document.createElement('div');
    Object.assign(error, { className: 'kern-error', id: `${input.id}_error` });
    error.innerHTML = '<span class="kern-icon kern-icon--danger" aria-hidden="true"></span><p class="kern-body"></p>';
    error.querySelector('p').textContent = reason;
    field.append(error);
    input.setAttribute('aria-invalid', 'true');
    return false;
  }
}
