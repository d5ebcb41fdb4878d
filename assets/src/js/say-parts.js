// What the form of everybody and the phone desk both do while somebody types: ask for a part of a page, after a pause.

const PAUSE = 500; // milliseconds without a key before the server is asked

/** The fields of a form without files: what its helpers are asked with. */
export function words(form) {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  return data;
}

/** Asks for a part of a page; null where there is none to be had. By POST, so that nothing typed stands in a log. */
export async function part(url, form) {
  try {
    const answer = await fetch(url, { method: 'POST', body: words(form) });
    return answer.ok && answer.status !== 204 ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** Puts a part into its box, unless the same stands there: a button that is just being pressed stays the same button. */
export function show(box, html) {
  if (box.shown !== html) box.innerHTML = box.shown = html;
}

export function later(run, pause = PAUSE) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, pause);
  };
}
