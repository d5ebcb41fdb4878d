// Fetches the list and sends what was let in. Every failure is one of: offline, signedOut, noRight.
const AT_ONCE = 100;
const FRESH = 60_000; // milliseconds for which a list counts as new

export class Sync {
  constructor(store, { guests, sync }) {
    Object.assign(this, { store, guestsUrl: guests, syncUrl: sync, csrf: '', running: null, keepsList: true });
  }

  /** Brings the device up to date: sends what waits, then fetches the list. Answers {problem, results}; one run at a time. */
  run() {
    this.running ??= this._run().finally(() => { this.running = null; });
    return this.running;
  }

  async _run() {
    try {
      if (!this.csrf || this._isOld()) await this._fetchList();
      const results = [];
      while (this.store.queue.length) results.push(...(await this._send(this.store.queue.slice(0, AT_ONCE))));
      return { problem: '', results };
    } catch (error) {
      this.csrf = '';
      return { problem: error.problem ?? 'offline', results: [] };
    }
  }

  async _fetchList() {
    const { csrf, until, guests } = await answer(await fetch(this.guestsUrl, { redirect: 'manual', cache: 'no-store', headers: { Accept: 'application/json' } }));
    this.csrf = csrf;
    if (this.keepsList) this.store.list = { until, guests, kept: Date.now() };
  }

  _isOld() {
    return Date.now() - (this.store.list?.kept ?? 0) > FRESH;
  }

  async _send(items) {
    const { results } = await answer(await fetch(this.syncUrl, {
      method: 'POST', redirect: 'manual', cache: 'no-store',
      headers: { 'Content-Type': 'application/json', 'X-CSRFToken': this.csrf },
      body: JSON.stringify({ now: new Date().toISOString(), items }),
    }));
    this.store.remove(items);
    this._note(results);
    return results;
  }

  /** What the server said stands in the list at once; all of it is fetched only now and then. */
  _note(results) {
    const list = this.store.list;
    if (!list) return;
    const told = new Map(results.filter(({ at }) => at).map((result) => [result.code, result]));
    for (const row of list.guests) {
      const result = told.get(row[0]);
      if (result) row.splice(4, 3, result.people, result.at, result.by);
    }
    this.store.list = list;
  }
}

async function answer(response) {
  if (response.ok && response.headers.get('Content-Type')?.includes('json')) return response.json();
  const isAway = response.type === 'opaqueredirect' || response.status === 403 || response.status === 401;
  throw Object.assign(new Error(String(response.status)), { problem: isAway ? 'signedOut' : response.status === 404 ? 'noRight' : 'offline' });
}
