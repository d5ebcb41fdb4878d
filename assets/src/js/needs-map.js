// The map of needs: what lies close together is one number; zooming in asks for a closer view. The list below shows the same.
import * as L from 'leaflet/dist/leaflet-src.esm.js';
import { addLabels } from './labels.js';
import { fail, markerIcon, openMap, popup, read } from './map-frame.js';

const CLOSEST = 19;
const PATIENCE = 150; // ms after the last movement
const ONE_SPOT = 0.00005; // degrees
const numbers = new Intl.NumberFormat(document.documentElement.lang || 'de');

function start(canvas) {
  const text = canvas.dataset;
  const map = openMap(canvas, { zoomSnap: text.tiles ? 1 : .25, maxZoom: CLOSEST });
  map.fitBounds(boundsOf(text.bounds) ?? [[47.3, 5.9], [55, 15]]);
  const view = { canvas, map, layer: L.layerGroup().addTo(map), asked: '', arrange: () => {} };
  if (!text.tiles) addGround(view);
  let waiting;
  canvas.addEventListener('keydown', ({ key }) => { if (key === 'Escape') { map.closePopup(); canvas.focus({ preventScroll: true }); } });
  map.on('moveend', () => { clearTimeout(waiting); waiting = setTimeout(() => show(view), PATIENCE); });
  show(view);
}

/** "west,south,east,north" as Leaflet has it. */
function boundsOf(text) {
  const [west, south, east, north] = (text ?? '').split(',').map(Number);
  return Number.isFinite(north) ? [[south, west], [north, east]] : null;
}

/** The quarters and their names, so that there is something to find one's way on where no base map is configured. */
function addGround(view) {
  read(view.canvas.dataset.outlines)
    .then((areas) => {
      const ground = L.geoJSON(areas, { interactive: false, style: () => ({ className: 'qw-boundary', fill: true }), pointToLayer: nothing }).addTo(view.map);
      view.arrange = addLabels(view.map, ground.getLayers(), () => [...view.canvas.querySelectorAll('.qw-cluster, .qw-marker, .leaflet-control')].map((one) => one.getBoundingClientRect()));
    })
    .catch(() => {}); // the numbers can do without
}

/** Of a quarter whose outline nobody knows only the name is shown. */
function nothing(_quarter, position) {
  return L.marker(position, { icon: L.divIcon({ className: '', iconSize: [0, 0] }), interactive: false, keyboard: false });
}

/** The server knows whole steps of zoom. */
function stepOf(map) {
  return Math.floor(map.getZoom());
}

/** Whole cells around what is seen, so that the same answer serves many readers. */
function areaOf(map) {
  const step = 2 ** (8 - stepOf(map));
  const seen = map.getBounds();
  const round = (value, way, size, most) => Math.min(most, Math.max(-most, Number((Math[way](value / size) * size).toFixed(6))));
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
  const asked = `ausschnitt=${area}&stufe=${stepOf(map)}`;
  if (asked === view.asked) return; // moved a little, as when room is made for what is focused or opened
  view.asked = asked;
  read(withQuery(canvas.dataset.geojson, asked))
    .then((found) => { if (asked === view.asked) draw(view, found, area); })
    .catch(() => fail(canvas));
}

function draw(view, found, area) {
  const focused = nameOf(document.activeElement?.closest('.leaflet-marker-icon'));
  view.layer.clearLayers();
  for (const feature of found.features) view.layer.addLayer(marker(view, feature));
  if (focused) focusAgain(view.canvas, focused);
  view.arrange();
  tell(view, found.total, area);
}

/** Who got closer by keyboard goes on there: at the same place, else at the first. */
function focusAgain(canvas, name) {
  const places = [...canvas.querySelectorAll('.leaflet-marker-icon[tabindex]')];
  (places.find((place) => nameOf(place) === name) ?? places[0] ?? canvas).focus({ preventScroll: true });
}

function nameOf(place) {
  return place?.getAttribute('aria-label');
}

function marker(view, feature) {
  const [longitude, latitude] = feature.geometry.coordinates;
  const { count, name } = feature.properties;
  const title = count ? fill(view.canvas.dataset.textCluster, count) : name;
  const icon = count ? cluster(count) : markerIcon();
  const made = L.marker([latitude, longitude], { icon, title, alt: title, keyboard: true });
  made.on('add', () => made.getElement()?.setAttribute('aria-label', title));
  made.on('click', () => choose(view, feature));
  made.on('keypress', ({ originalEvent }) => {
    if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return;
    originalEvent.preventDefault();
    choose(view, feature)?.getElement().querySelector('a').focus();
  });
  return made;
}

/** A number leads closer, until all of it is one spot; what is opened is answered. */
function choose({ canvas, map }, { bbox, geometry, properties }) {
  const [longitude, latitude] = geometry.coordinates;
  if (!properties.count) return open(map, [latitude, longitude], 36, popup(properties));
  const [west, south, east, north] = bbox;
  const isOneSpot = map.getZoom() >= CLOSEST || Math.max(east - west, north - south) < ONE_SPOT;
  if (isOneSpot) return open(map, [latitude, longitude], 12, listLink(canvas, properties.count, bbox));
  const box = L.latLngBounds([south, west], [north, east]);
  const closer = Math.max(map.getZoom() + 1, map.getBoundsZoom(box, false, L.point(80, 80)));
  map.setView(box.getCenter(), Math.min(CLOSEST, map.getZoom() + 3, closer));
  return null;
}

/** On the map and not at the marker: making room for it draws the markers anew. */
function open(map, place, above, content) {
  return L.popup({ offset: [0, 7 - above], maxWidth: Math.min(300, map.getSize().x - 80) }).setLatLng(place).setContent(content).openOn(map);
}

function cluster(count) {
  const size = count < 10 ? 44 : count < 100 ? 48 : count < 1000 ? 56 : 64;
  return L.divIcon({ className: 'qw-cluster', html: `<span>${numbers.format(count)}</span>`, iconSize: [size, size] });
}

function listLink({ dataset: text }, count, area) {
  const element = document.createElement('div');
  const link = document.createElement('a');
  link.textContent = text.textAsList;
  link.href = withQuery(text.list, `ausschnitt=${area.join(',')}`);
  element.append(fill(text.textHere, count), document.createElement('br'), link);
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
