// Names beside the places of a map without a base map. One that finds no room shows when its place is pointed at or focused.
import * as L from 'leaflet/dist/leaflet-src.esm.js';

const BESIDE_A_PIN = [
  ['right', [16, -26]],
  ['left', [16, -26]],
  ['bottom', [0, 2]],
  ['top', [0, -44]],
];
const ON_AN_AREA = [['center', [0, 0]]];
// Around what lies on the name's own place, such as a number of things.
const ON_GROUND = [['center', [0, 0]], ...[26, 44, 64].flatMap((far) => [['top', [0, -far]], ['bottom', [0, far]], ['right', [far, 0]], ['left', [-far, 0]]])];

/** Answers a function that arranges the names anew. `others` answers boxes that no name may cover; with them the layers are
 * only ground: nothing on it can be pointed at. */
export function addLabels(map, layers, others) {
  const named = layers.filter((layer) => layer.feature?.properties?.name).sort((a, b) => nameOf(a).length - nameOf(b).length); // short ones find room
  named.forEach((layer) => addLabel(layer, !others));
  const arrange = () => arrangeLabels(map, named, others);
  map.on('moveend zoomend resize', arrange);
  document.fonts?.ready.then(arrange);
  arrange();
  return arrange;
}

function addLabel(layer, canBeAskedFor) {
  layer.bindTooltip(text(nameOf(layer)), { permanent: true, opacity: 1, className: 'qw-map-label' });
  const element = layer.getTooltip().getElement();
  // The place itself has this name for screen readers; what they are not shown must not be a nameless tooltip.
  element.removeAttribute('role');
  element.setAttribute('aria-hidden', 'true');
  if (!canBeAskedFor) return;
  const label = element.classList;
  const place = layer.getElement();
  for (const type of ['mouseenter', 'focus']) place.addEventListener(type, () => label.add('is-asked-for'));
  for (const type of ['mouseleave', 'blur']) place.addEventListener(type, () => label.remove('is-asked-for'));
}

function nameOf(layer) {
  return layer.feature.properties.name;
}

/** The name, which may break after a stroke. */
function text(name) {
  const element = document.createElement('span');
  name.split('/').forEach((part, index) => element.append(...(index ? ['/', document.createElement('wbr')] : []), part));
  return element;
}

function arrangeLabels(map, layers, others) {
  const frame = map.getContainer().getBoundingClientRect();
  const pins = layers.filter((layer) => layer instanceof L.Marker).map((pin) => pin.getElement().getBoundingClientRect()).map(narrow);
  const taken = others ? others() : pins;
  for (const layer of layers) {
    const label = layer.getTooltip();
    const sides = others ? ON_GROUND : layer instanceof L.Marker ? BESIDE_A_PIN : ON_AN_AREA;
    const fits = sides.some((side) => {
      place(label, side);
      const box = label.getElement().getBoundingClientRect();
      return isInside(box, frame) && !taken.some((other) => overlap(box, other));
    });
    if (!fits) place(label, sides[0]);
    label.getElement().classList.toggle('is-crowded', !fits);
    if (fits) taken.push(label.getElement().getBoundingClientRect());
  }
}

function place(label, [direction, offset]) {
  Object.assign(label.options, { direction, offset });
  label.update();
}

/** What one sees of a pin is narrower than what one may tap. */
function narrow({ left, right, top, bottom }) {
  return { left: left + 9, right: right - 9, top, bottom };
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isInside(box, frame) {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}
