/* Quartierwerk (EUPL-1.2): after a form that was not saved, shows the tab with the first error and goes to what says so. */
window.addEventListener("load", () => {
  const error = document.querySelector("[role=tabpanel] .error-message");
  const summary = document.querySelector(".messages li.error");
  if (!error || !summary) return;
  const panel = error.closest("[role=tabpanel]");
  const tab = document.querySelector(`[role=tab][href="#${CSS.escape(panel.id)}"]`);
  if (tab && tab.getAttribute("aria-selected") !== "true") tab.click();
  summary.tabIndex = -1;
  summary.focus();
});
