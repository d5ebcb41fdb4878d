// Sending, and sending again when the connection is back: the same form with the same key, so that it is kept once.
import { forget } from './say-draft.js';

const AGAIN = 20_000; // milliseconds until the next try, where the browser does not tell that it is back

export class Sending {
  constructor(page, form, photos, showFresh) {
    Object.assign(this, { page, form, photos, showFresh });
    this.status = form.querySelector('[data-sending]');
    addEventListener('online', () => { if (this.isWaiting) this.start(); });
  }

  async start() {
    if (this.isBusy || !this.form.isConnected) return;
    this.isBusy = true;
    this.isWaiting = false;
    clearTimeout(this.timer);
    this.say(this.page.dataset.textSending);
    try {
      if (!(await this.photos.upload())) throw new TypeError('offline');
      await this.send();
    } catch {
      this.wait();
    }
    this.isBusy = false;
  }

  async send() {
    const answer = await fetch(this.form.action, { method: 'POST', body: new FormData(this.form) });
    if (answer.redirected) {
      forget();
      location.assign(answer.url);
    } else if (answer.status < 500) this.showAgain(await answer.text());
    else this.say(this.page.dataset.textFailed);
  }

  /** The form came back with what is wrong or to be looked at. */
  showAgain(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-say]');
    if (fresh) this.showFresh(document.adoptNode(fresh));
    else this.say(this.page.dataset.textFailed);
  }

  wait() {
    this.isWaiting = true;
    this.say(this.page.dataset.textOffline);
    this.timer = setTimeout(() => this.start(), AGAIN);
  }

  say(text) {
    this.status.textContent = text;
  }
}
