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
      await this.prove();
      await this.send();
    } catch {
      this.wait();
    }
    this.isBusy = false;
  }

  /** While very much arrives, the device calculates first (proof.js). */
  async prove() {
    const box = this.form.querySelector('[data-proof]');
    if (!box?.proven) return;
    this.say(box.dataset.working);
    await box.proven();
    this.say(this.page.dataset.textSending);
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
    const answer = new DOMParser().parseFromString(html, 'text/html');
    const fresh = answer.querySelector('[data-say]');
    if (!fresh) { this.say(this.page.dataset.textFailed); return; }
    this.showFresh(document.adoptNode(fresh));
    loadProof(answer.querySelector('script[data-worker]'));
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

/** Very much may arrive only since this page was loaded: then its script comes with the answer. */
function loadProof(named) {
  if (!named) return;
  if (document.querySelector('script[data-worker]')) { document.dispatchEvent(new Event('proof:new')); return; }
  const script = document.createElement('script');
  script.dataset.worker = named.dataset.worker;
  script.src = named.getAttribute('src');
  document.head.append(script);
}
