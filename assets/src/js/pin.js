// A pin that somebody sets on a map inside a form: by tapping, by dragging, or by keyboard through the buttons beside it.
import * as L from 'leaflet/dist/leaflet-src.esm.js';

const DIGITS = 5; // about one metre
const STEP = 12; // pixels that an arrow key moves the pin
const ARROWS = { ArrowUp: [0, -STEP], ArrowDown: [0, STEP], ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0] };
const NEAR = 16;

export function addPin(map, canvas, icon) {
  const form = canvas.closest('form');
  const { latitude, longitude } = form.elements;
  const [middle, here, away] = ['middle', 'here', 'away'].map((name) => form.querySelector(`[data-pin-${name}]`));
  let marker;

  const put = (position) => {
    if (marker) marker.setLatLng(position);
    else marker = added(position);
    write(position);
  };
  const write = ({ lat, lng }) => {
    latitude.value = lat.toFixed(DIGITS);
    longitude.value = lng.toFixed(DIGITS);
    tell();
  };
  const tell = () => {
    away.hidden = !latitude.value;
    latitude.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const added = (position) => {
    const pin = L.marker(position, { icon, draggable: true, keyboard: true, alt: canvas.dataset.pin, title: canvas.dataset.pin }).addTo(map);
    pin.on('dragend', () => write(pin.getLatLng()));
    pin.getElement().addEventListener('keydown', (event) => {
      if (!(event.key in ARROWS)) return;
      event.preventDefault();
      event.stopPropagation();
      put(map.containerPointToLatLng(map.latLngToContainerPoint(pin.getLatLng()).add(ARROWS[event.key])));
    });
    return pin;
  };

  map.on('click', ({ latlng }) => put(latlng));
  middle.addEventListener('click', () => put(map.getCenter()));
  away.addEventListener('click', () => {
    marker?.remove();
    marker = undefined;
    latitude.value = longitude.value = '';
    middle.focus();
    tell();
  });
  if (navigator.geolocation) offerPosition(here, (position) => { map.setView(position, NEAR); put(position); }, form);
  if (latitude.value) put(L.latLng(latitude.value, longitude.value));
  // What the draft brings back comes after the map began.
  latitude.addEventListener('restored', () => { if (latitude.value) put(L.latLng(latitude.value, longitude.value)); });
}

function offerPosition(button, use, form) {
  button.hidden = false;
  button.addEventListener('click', () => navigator.geolocation.getCurrentPosition(
    ({ coords }) => use(L.latLng(coords.latitude, coords.longitude)),
    () => tellBelow(form, button.dataset.textFailed),
    { timeout: 10000, maximumAge: 600000 },
  ));
}

/** Right below the buttons, where whoever pressed one looks. */
function tellBelow(form, sentence) {
  const box = form.querySelector('[data-whereabouts=pin]');
  const told = document.createElement('p');
  told.className = 'qw-notice';
  told.textContent = sentence;
  box.replaceChildren(told);
  box.scrollIntoView({ block: 'nearest' });
}
