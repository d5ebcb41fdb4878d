// Opens the entrance page without a network. Keeps that page, which holds no name, and the files it needs; never an answer with names.
const KEPT = 'qw-einlass';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim().then(keepOpenPages)));

/** The page that registered this worker was loaded before it; fetch it once more, with what it names. */
async function keepOpenPages() {
  for (const client of await self.clients.matchAll({ type: 'window' })) if (isCamera(client.url)) await keepPage(client.url);
}

async function keepPage(url) {
  const response = await fetch(url, { credentials: 'same-origin', redirect: 'manual' }).catch(() => null);
  if (!response?.ok) return;
  const cache = await caches.open(KEPT);
  await cache.put(url, response.clone());
  const page = await response.text();
  const files = [...page.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="(\/[^"]+\.(?:js|css|woff2|svg|png)[^"]*|\/[^"]*\?v=[^"]*)"/g)].map(([, file]) => file.replaceAll('&amp;', '&'));
  await Promise.all(files.map((file) => cache.add(file).catch(() => {})));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (isCamera(request.url)) event.respondWith(page(request));
  } else if (['script', 'style', 'font', 'image'].includes(request.destination)) event.respondWith(file(request));
});

function isCamera(url) {
  return new URL(url).pathname.endsWith('/kamera/');
}

/** The newest page where there is a network, the kept one where there is none. */
async function page(request) {
  const cache = await caches.open(KEPT);
  try {
    const response = await fetch(request);
    if (response.ok && response.type === 'basic' && !response.redirected) await cache.put(request.url, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request.url);
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  const cache = await caches.open(KEPT);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw error;
  }
}
