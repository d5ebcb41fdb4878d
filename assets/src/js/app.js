// Small comforts on every page. Nothing here is needed to read or to send a form.

/** Puts an e-mail address together that stands in the page so that harvesters do not find it. */
function revealEmails() {
  const backwards = (text) => [...text].reverse().join('');
  for (const element of document.querySelectorAll('.qw-email[data-local]')) {
    const address = `${backwards(element.dataset.local)}@${backwards(element.dataset.domain)}`;
    const link = document.createElement('a');
    link.href = `mailto:${address}`;
    link.textContent = address;
    element.replaceChildren(link);
  }
}

/** After a form came back with errors, keyboard and screen reader begin at the summary. */
function focusErrorSummary() {
  document.querySelector('[data-focus]')?.focus();
}

function offerPrinting() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

/** The menu closes with Escape and when the focus leaves it. */
function closeMenu() {
  const menu = document.querySelector('.qw-menu');
  menu?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  menu?.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}

/** The list of the entrance (door.js) and corrections of texts (importing-desk.js) leave this device in time, or when somebody signs out. */
function forgetInTime() {
  if (!keepsAnything()) return;
  const forget = (isDue) => {
    for (const key of Object.keys(localStorage))
      if (/^qw-(einlass-liste|uebernahme):/.test(key) && isDue(JSON.parse(localStorage[key]))) localStorage.removeItem(key);
  };
  forget(({ until }) => until < Date.now());
  document.querySelector('form[action$="/abmelden/"]')?.addEventListener('submit', () => forget(() => true));
}

function keepsAnything() {
  try {
    return localStorage.length > 0;
  } catch {
    return false; // the reader lets no page keep anything
  }
}

revealEmails();
focusErrorSummary();
offerPrinting();
closeMenu();
forgetInTime();
