// Suggestions while somebody types an address: sent by POST, so that what is typed stands in no URL and no log.
// The list is the browser's own <datalist>; without this file the form works all the same.
const PAUSE = 250; // milliseconds without a key before the server is asked
const SHORTEST = 2;

for (const form of document.querySelectorAll("form[data-suggestions]")) {
  const input = form.elements.adresse;
  let waiting;
  let asking;

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(form.dataset.suggestions, {
        method: "POST", body: new FormData(form), signal: asking.signal,
      });
      if (!answer.ok) return;
      const { suggestions } = await answer.json();
      input.list.replaceChildren(...suggestions.map(({ text, quarters }) => new Option(quarters.join(", "), text)));
    } catch {
      // No connection, or somebody typed on: the form itself still works.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (input.value.trim().length >= SHORTEST) waiting = setTimeout(ask, PAUSE);
    else input.list.replaceChildren();
  });
}
