// A map beside a list of the same places. Reads GeoJSON; a base map only if one is configured.
import * as L from 'leaflet/dist/leaflet-src.esm.js';
import { addLabels } from './labels.js';
import { fail, markerIcon, openMap, popup, read } from './map-frame.js';
import { addPin } from './pin.js';

function start(canvas) {
  const { centre, pin, tiles } = canvas.dataset;
  const map = openMap(canvas, { zoomSnap: tiles ? 1 : .25, maxZoom: Number(canvas.dataset.maxZoom) || 19 });
  map.setView(centre?.split(',') ?? [51, 10], centre ? 13 : 6);
  if (pin !== undefined) addPin(map, canvas, markerIcon());
  read(canvas.dataset.geojson)
    .then((collection) => addPlaces(map, collection, !tiles, pin !== undefined))
    .catch(() => fail(canvas));
}

/** Under a pin to be set, places are a ground to find one's way on: nothing on it opens. */
function addPlaces(map, collection, isBare, isGround) {
  const layer = L.geoJSON(collection, {
    interactive: !isGround,
    style: () => ({ className: 'qw-boundary', fill: true }),
    pointToLayer: (feature, position) => L.marker(position, {
      icon: isGround ? L.divIcon({ className: 'qw-dot', iconSize: [16, 16] }) : markerIcon(), interactive: !isGround,
      alt: feature.properties?.name ?? '', title: feature.properties?.name ?? '', keyboard: !isGround,
    }),
    onEachFeature: (feature, each) => { if (!isGround) describe(feature, each, isBare); },
  }).addTo(map);
  const fit = () => map.fitBounds(layer.getBounds(), { padding: isBare ? [Math.min(72, map.getSize().x / 8), 48] : [24, 24], maxZoom: 15 });
  if (layer.getLayers().length) whenVisible(map, fit);
  if (!isGround) layer.eachLayer(makeReachable);
  if (isBare) addLabels(map, layer.getLayers());
}

/** A map in a part of the page that is not shown yet has no size to fit anything into. */
function whenVisible(map, fit) {
  if (map.getSize().x) { fit(); return; }
  const watch = new ResizeObserver(() => {
    if (!map.getContainer().offsetWidth) return;
    watch.disconnect();
    map.invalidateSize({ animate: false });
    fit();
  });
  watch.observe(map.getContainer());
}

function describe(feature, layer, isBare) {
  const { name, url, text } = feature.properties ?? {};
  if (!name) return;
  layer.bindPopup(() => popup({ name, url, text }));
  if (!isBare && feature.geometry.type !== 'Point') layer.bindTooltip(() => label(name), { sticky: true });
}

function label(name) {
  const element = document.createElement('span');
  element.textContent = name;
  return element;
}

/** Areas become buttons: Tab reaches them, Enter opens them. */
function makeReachable(layer) {
  const path = layer.getElement?.();
  const name = layer.feature?.properties?.name;
  if (!path || !name || layer instanceof L.Marker) return;
  path.setAttribute('tabindex', '0');
  path.setAttribute('role', 'button');
  path.setAttribute('aria-label', name);
  path.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    layer.openPopup(layer.getBounds().getCenter());
  });
}

document.querySelectorAll('[data-map]').forEach(start);
// A page that puts new parts into itself tells of a map among them.
document.addEventListener('map:new', ({ detail }) => start(detail));
