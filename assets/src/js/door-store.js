// What the entrance keeps on this device: the list with names until the event is over, and admissions not yet sent, without names.
export const LISTS = 'qw-einlass-liste:';
const QUEUES = 'qw-einlass-offen:';

export class Store {
  constructor(key) {
    this.listKey = LISTS + key;
    this.queueKey = QUEUES + key;
  }

  /** {until, kept, guests: [[code, name, party, state, came, at, by]]}, or null. */
  get list() {
    const list = read(this.listKey);
    if (!list || list.until > Date.now()) return list;
    this.forget();
    return null;
  }

  set list(list) {
    localStorage.setItem(this.listKey, JSON.stringify(list));
  }

  forget() {
    localStorage.removeItem(this.listKey);
  }

  /** [{code, people, at}] in the order in which they were let in. */
  get queue() {
    return read(this.queueKey) ?? [];
  }

  add(item) {
    this._keep([...this.queue.filter(({ code }) => code !== item.code), item]);
  }

  /** Takes out what was sent; what came in meanwhile stays. */
  remove(items) {
    const sent = new Set(items.map(({ code, at }) => `${code} ${at}`));
    this._keep(this.queue.filter(({ code, at }) => !sent.has(`${code} ${at}`)));
  }

  _keep(queue) {
    if (queue.length) localStorage.setItem(this.queueKey, JSON.stringify(queue));
    else localStorage.removeItem(this.queueKey);
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
