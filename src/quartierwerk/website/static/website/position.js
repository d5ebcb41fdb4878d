// “Use my position”: shown only where the browser can do it, asked for only when somebody presses the button.
for (const form of document.querySelectorAll("[data-position]")) {
  if (!navigator.geolocation) continue;
  form.hidden = false;
  const say = form.querySelector("[role=status]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        form.elements.breite.value = coords.latitude.toFixed(5);
        form.elements.laenge.value = coords.longitude.toFixed(5);
        form.submit();
      },
      () => { say.textContent = form.dataset.textFailed; },
      { timeout: 10000, maximumAge: 600000 },
    );
  });
}
