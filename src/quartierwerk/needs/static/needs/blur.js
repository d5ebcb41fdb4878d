// Draw rectangles over a photo: drag to draw, tap a field to choose it, arrows go from field to field. Without this
// script the fields are plain boxes to tick.
'use strict';
(() => {
  const form = document.querySelector('[data-blur]');
  const frame = form.querySelector('[data-blur-frame]');
  const grid = form.querySelector('[data-blur-grid]');
  const columns = Number(grid.dataset.blurGrid);
  const cells = [...grid.querySelectorAll('input')];
  const field = form.querySelector('[name="rectangles"]');
  const SMALLEST = 0.015; // of the width or height: less is a tap
  let start = null;
  let drawn = null;

  const inside = (value) => Math.min(Math.max(value, 0), 1);
  const at = (event) => {
    const box = grid.getBoundingClientRect();
    return { x: inside((event.clientX - box.left) / box.width), y: inside((event.clientY - box.top) / box.height) };
  };
  const area = (a, b) => ({
    left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y),
  });
  const written = (number) => (number >= 1 ? '1' : number <= 0 ? '0' : number.toFixed(4));

  function show(mark, { left, top, width, height }) {
    Object.assign(mark.style, {
      left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%`,
    });
  }

  function paint(rectangle) {
    const mark = document.createElement('span');
    mark.className = 'qw-blur__mark';
    frame.append(mark);
    show(mark, rectangle);
    return mark;
  }

  function keep(rectangle) {
    const numbers = [rectangle.left, rectangle.top, rectangle.width, rectangle.height].map(written);
    field.value = `${field.value} ${numbers.join(',')}`.trim();
  }

  grid.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = at(event);
  });
  grid.addEventListener('pointermove', (event) => {
    if (!start) return;
    const rectangle = area(start, at(event));
    if (!drawn && Math.max(rectangle.width, rectangle.height) < SMALLEST) return;
    if (!drawn) { drawn = paint(rectangle); grid.setPointerCapture(event.pointerId); }
    show(drawn, rectangle);
  });
  grid.addEventListener('pointerup', (event) => {
    if (drawn) {
      keep(area(start, at(event)));
      // The click that follows a drag must not tick the field below.
      grid.addEventListener('click', (click) => click.preventDefault(), { capture: true, once: true });
      setTimeout(() => { drawn = null; });
    }
    start = null;
  });
  grid.addEventListener('pointercancel', () => { drawn?.remove(); drawn = null; start = null; });
  grid.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    const next = by && cells[cells.indexOf(event.target) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  form.addEventListener('reset', () => {
    for (const mark of frame.querySelectorAll('.qw-blur__mark')) mark.remove();
    field.value = '';
  });
  for (const rectangle of field.value.split(/\s+/).filter(Boolean)) {
    const [left, top, width, height] = rectangle.split(',').map(Number);
    paint({ left, top, width, height });
  }
  // Before the photo is there, the fields lie elsewhere.
  const photo = frame.querySelector('img');
  const offer = () => { form.querySelector('[data-blur-hint]').hidden = false; };
  if (photo.complete) offer(); else photo.addEventListener('load', offer, { once: true });
})();
