// What every map has: its frame, its marker, the words of a marker, and what stands there when its places do not arrive.
import * as L from 'leaflet/dist/leaflet-src.esm.js';

const PIN =
  '<svg viewBox="0 0 44 44" aria-hidden="true"><path class="pin" d="M22 43s14-14.5 14-26a14 14 0 1 0-28 0c0 11.500 14 26 14 26z"/><circle class="dot" cx="22" cy="17" r="5"/></svg>';

export const markerIcon = () => L.divIcon({ className: 'qw-marker', html: PIN, iconSize: [44, 44], iconAnchor: [22, 43], popupAnchor: [0, -36] });

/** A map on the canvas, with a base map only where one is configured. */
export function openMap(canvas, options = {}) {
  canvas.hidden = false;
  const { tiles, attribution, textZoomIn, textZoomOut, textClose } = canvas.dataset;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(canvas, {
    scrollWheelZoom: false, zoomControl: false, zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm,
    ...options,
  });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: textZoomIn, zoomOutTitle: textZoomOut }).addTo(map);
  map.on('popupopen', ({ popup: opened }) => opened.getElement().querySelector('.leaflet-popup-close-button').setAttribute('aria-label', textClose));
  if (tiles) L.tileLayer(tiles, { attribution: attribution ?? '', maxZoom: map.options.maxZoom }).addTo(map);
  return map;
}

/** JSON of an address; anything but a good answer is refused. */
export function read(url) {
  return fetch(url).then((response) => (response.ok ? response.json() : Promise.reject(response.status)));
}

export function popup({ name, url, text }) {
  const element = document.createElement('div');
  const title = document.createElement(url ? 'a' : 'strong');
  title.textContent = name;
  if (url) title.href = url;
  element.append(title);
  if (text) element.append(document.createElement('br'), text);
  return element;
}

export function fail(canvas) {
  const message = document.createElement('p');
  message.setAttribute('role', 'status');
  message.textContent = canvas.dataset.textFailed;
  canvas.replaceWith(message);
}
