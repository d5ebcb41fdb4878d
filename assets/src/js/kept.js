// What somebody typed into a form stays on this device for a while; what of it, and until when, says who uses this.

export const DAY = 24 * 60 * 60 * 1000;

/** The reader may let no page keep anything; then nothing is kept. */
export function quietly(run) {
  try {
    return run();
  } catch {
    return null;
  }
}

/** Values of one name, as `FormData.getAll` gives them: of boxes and circles those that are in it are chosen. */
export function fill(form, name, values) {
  for (const field of [...form.elements].filter((each) => each.name === name)) {
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
    else if (values.length) field.value = values[0];
  }
}
