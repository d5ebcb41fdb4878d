// Photos go ahead while the rest is filled in, made smaller on the device, so that a phone with a weak connection can send
// them. What could not go waits for the connection.

const LONGEST = 2048; // pixels, as the server keeps them
const LARGE = 1_500_000; // bytes; what is smaller is sent as it is

export class Photos {
  constructor(page, form, changed) {
    Object.assign(this, { page, form, changed });
    this.list = form.querySelector('[data-photos]');
    this.status = form.querySelector('[data-photo-status]');
    this.refused = form.querySelector('[data-photo-refused]');
    this.waiting = [];
    const input = form.elements.photos;
    input.addEventListener('change', () => {
      this.refuse('');
      this.waiting.push(...input.files);
      input.value = '';
      this.upload();
    });
    this.list.addEventListener('change', ({ target }) => { if (target.name === 'drop') this.drop(target); });
    addEventListener('online', () => this.upload());
  }

  get count() {
    return this.list.querySelectorAll('[data-kept]').length;
  }

  /** Answers whether everything is there. */
  upload() {
    this.running = (this.running ?? Promise.resolve()).then(() => this.uploadWaiting());
    return this.running;
  }

  async uploadWaiting() {
    while (this.waiting.length) {
      if (this.count >= Number(this.page.dataset.mostPhotos)) {
        this.waiting = [];
        this.say('');
        this.refuse(this.page.dataset.textTooMany);
        break;
      }
      this.say(this.page.dataset.textPhotoLoads);
      if (!(await this.send(this.waiting[0]))) return false;
      this.waiting.shift();
    }
    return true;
  }

  async send(file) {
    const body = new FormData();
    for (const name of ['csrfmiddlewaretoken', 'kept'])
      for (const field of this.form.querySelectorAll(`[name="${name}"]`)) body.append(name, field.value);
    body.set('photo', await smaller(file), file.name);
    try {
      const answer = await fetch(this.page.dataset.photo, { method: 'POST', body });
      const text = await answer.text();
      if (answer.status === 201) this.add(text);
      else this.refuse(`„${file.name}“: ${answer.status < 500 ? text : this.page.dataset.textFailed}`);
      return true;
    } catch {
      this.say(this.page.dataset.textPhotoWaits);
      return false;
    }
  }

  add(html) {
    this.list.insertAdjacentHTML('beforeend', html);
    this.say(this.page.dataset.textPhotoThere);
    this.changed();
  }

  drop(box) {
    box.closest('[data-kept]').remove();
    this.say(this.page.dataset.textPhotoGone);
    this.form.elements.photos.focus();
    this.changed();
  }

  say(text) {
    this.status.textContent = text;
  }

  /** What could not be taken stays there until somebody chooses again, also while others arrive; "" takes it away. */
  refuse(sentence) {
    const told = this.refused.querySelector('p');
    told.textContent = sentence && `${told.textContent} ${sentence}`.trim();
    this.refused.hidden = !sentence;
    if (sentence) this.say('');
  }
}

/** The photo in the size it is kept; what the device cannot read goes as it is, the server can read more. */
async function smaller(file) {
  if (file.size < LARGE || typeof createImageBitmap !== 'function') return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', .88); });
    return made && made.size < file.size ? made : file;
  } catch {
    return file;
  }
}
