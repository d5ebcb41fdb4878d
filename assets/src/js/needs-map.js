// The map of needs: what lies close together is one number; zooming in asks for a closer view. The list below shows the same.
import * as L from 'leaflet/dist/leaflet-src.esm.js';
import { fail, markerIcon, openMap, popup, read } from './map-frame.js';

const CLOSEST = 19;
const PATIENCE = 150; // ms after the last movement
const numbers = new Intl.NumberFormat(document.documentElement.lang || 'de');

function start(canvas) {
  const text = canvas.dataset;
  const map = openMap(canvas, { maxZoom: CLOSEST });
  if (!text.tiles) addOutlines(map, text.outlines);
  map.fitBounds(boundsOf(text.bounds) ?? [[47.3, 5.9], [55, 15]]);
  const view = { canvas, map, layer: L.layerGroup().addTo(map), asked: 0 };
  let waiting;
  map.on('moveend', () => { clearTimeout(waiting); waiting = setTimeout(() => show(view), PATIENCE); });
  show(view);
}

/** "west,south,east,north" as Leaflet has it. */
function boundsOf(text) {
  const [west, south, east, north] = (text ?? '').split(',').map(Number);
  return Number.isFinite(north) ? [[south, west], [north, east]] : null;
}

/** The quarters, so that there is something to see where no base map is configured; names stand in the lists. */
function addOutlines(map, url) {
  read(url)
    .then((areas) => L.geoJSON(areas, { interactive: false, filter: (area) => area.geometry && area.geometry.type !== 'Point', style: () => ({ className: 'qw-boundary', fill: true }) }).addTo(map).bringToBack())
    .catch(() => {});
}

/** Whole cells around what is seen, so that the same answer serves many readers. */
function areaOf(map) {
  const step = 2 ** (8 - map.getZoom());
  const seen = map.getBounds();
  const round = (value, way, size, most) => Math.min(most, Math.max(-most, Number((Math[way](value / size) * size).toFixed(5))));
  return [
    round(seen.getWest(), 'floor', step, 180), round(seen.getSouth(), 'floor', step / 1.6, 90),
    round(seen.getEast(), 'ceil', step, 180), round(seen.getNorth(), 'ceil', step / 1.6, 90),
  ].join(',');
}

function withQuery(url, query) {
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

function show(view) {
  const { canvas, map } = view;
  const area = areaOf(map);
  const number = (view.asked += 1);
  read(withQuery(canvas.dataset.geojson, `ausschnitt=${area}&stufe=${map.getZoom()}`))
    .then((found) => { if (number === view.asked) draw(view, found, area); })
    .catch(() => fail(canvas));
}

function draw(view, found, area) {
  const focused = view.canvas.contains(document.activeElement) && document.activeElement.classList.contains('leaflet-marker-icon');
  view.layer.clearLayers();
  for (const feature of found.features) view.layer.addLayer(marker(view, feature));
  if (focused) view.canvas.querySelector('.leaflet-marker-icon')?.focus({ preventScroll: true });
  tell(view, found.total, area);
}

function marker(view, feature) {
  const [longitude, latitude] = feature.geometry.coordinates;
  const { count, name } = feature.properties;
  const title = count ? fill(view.canvas.dataset.textCluster, count) : name;
  const icon = count ? cluster(count) : markerIcon();
  const made = L.marker([latitude, longitude], { icon, title, alt: title, keyboard: true });
  made.on('add', () => made.getElement()?.setAttribute('aria-label', title));
  if (!count) return made.bindPopup(() => popup(feature.properties));
  const [west, south, east, north] = feature.bbox;
  const isOneSpot = () => view.map.getZoom() >= CLOSEST || Math.max(east - west, north - south) < 0.00005;
  // Opened from here, so that Enter on a focused number does the same as a click.
  made.on('click', () => {
    if (isOneSpot()) L.popup({ offset: [0, -12] }).setLatLng([latitude, longitude]).setContent(listLink(view, count, feature.bbox)).openOn(view.map);
    else view.map.fitBounds([[south, west], [north, east]], { maxZoom: Math.min(CLOSEST, view.map.getZoom() + 3), padding: [40, 40] });
  });
  made.on('keypress', (event) => { if (event.originalEvent.key === 'Enter') made.fire('click'); });
  return made;
}

function cluster(count) {
  const size = count < 10 ? 44 : count < 100 ? 48 : count < 1000 ? 56 : 64;
  return L.divIcon({ className: 'qw-cluster', html: `<span>${numbers.format(count)}</span>`, iconSize: [size, size] });
}

function listLink(view, count, [west, south, east, north]) {
  const element = document.createElement('div');
  const link = document.createElement('a');
  link.textContent = view.canvas.dataset.textAsList;
  link.href = withQuery(view.canvas.dataset.list, `ausschnitt=${[west, south, east, north].join(',')}`);
  element.append(fill(view.canvas.dataset.textHere, count), document.createElement('br'), link);
  return element;
}

/** What is seen, in words, with the way to the same as a list. */
function tell(view, total, area) {
  const place = document.querySelector('[data-needs-count]');
  if (!place) return;
  const text = view.canvas.dataset;
  place.hidden = false;
  place.textContent = total ? `${fill(text.textCount, total)} ` : text.textNone;
  if (!total) return;
  const link = document.createElement('a');
  link.textContent = text.textAsList;
  link.href = withQuery(text.list, `ausschnitt=${area}`);
  place.append(link);
}

function fill(sentence, count) {
  return sentence.replace('{n}', numbers.format(count));
}

document.querySelectorAll('[data-needs-map]').forEach(start);
