// The parts of KERN UX that Quartierwerk uses. A class that a template needs and that is missing here
// is reported by src/quartierwerk/core/tests/test_assets.py; add it and run `make assets`.
export const components = [
  'accordion', 'accordion__header', 'accordion__body',
  'alert', 'alert--info', 'alert--success', 'alert--warning', 'alert--danger', 'alert__header', 'alert__body',
  'badge', 'badge--info', 'badge--success', 'badge--warning', 'badge--danger', 'badge--small',
  'body', 'body--bold', 'body--muted', 'body--small', 'body--large',
  'btn', 'btn--primary', 'btn--secondary', 'btn--tertiary', 'btn--x-small', 'btn--block',
  'divider', 'error', 'fieldset', 'fieldset--error', 'fieldset__body', 'fieldset__body--horizontal',
  'form-check', 'form-check--error', 'form-check__checkbox', 'form-check__checkbox--error',
  'form-check__radio', 'form-check__radio--error',
  'form-input', 'form-input--error', 'form-input__input', 'form-input__input--error',
  'form-input__select', 'form-input__select--error', 'form-input__select-wrapper',
  'hint', 'label', 'label__optional', 'label--small', 'label--large', 'link', 'sr-only', 'title',
  'table', 'table-responsive', 'table__cell', 'table__cell--numeric',
  'table__header', 'table__header--numeric',
];

// KERN draws its icons as masks; all other icons come from core/icons.py as inline SVG.
export const icons = ['icon', 'icon--info', 'icon--success', 'icon--warning', 'icon--danger'];
