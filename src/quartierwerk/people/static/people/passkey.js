// Passkeys and security keys. A form says by data attributes what it needs:
//   data-passkey="get|create", data-options-url (asks the server) or data-options (id of a JSON element).
// Without JavaScript or without keys in the browser a hidden form stays hidden.
(() => {
  "use strict";

  const creation = (options, form) => {
    const withoutCode = form.elements.passwordless && form.elements.passwordless.checked;
    const wish = options.publicKey.authenticatorSelection;
    wish.residentKey = withoutCode ? "required" : "discouraged";
    wish.requireResidentKey = Boolean(withoutCode);
    if (withoutCode) wish.userVerification = "required";
    return window.webauthnJSON.create(options);
  };

  const optionsOf = async (form) => {
    if (!form.dataset.optionsUrl) return JSON.parse(document.getElementById(form.dataset.options).textContent);
    const answer = await fetch(form.dataset.optionsUrl, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const data = await answer.json();
    form.elements.csrfmiddlewaretoken.value = data.token;
    return data.request_options;
  };

  const ask = async (form) => {
    const failed = form.querySelector("[data-passkey-failed]");
    failed.hidden = true;
    try {
      const options = await optionsOf(form);
      const key = await (form.dataset.passkey === "create" ? creation(options, form) : window.webauthnJSON.get(options));
      form.elements.credential.value = JSON.stringify(key);
      form.submit();
    } catch {
      failed.hidden = false;
    }
  };

  if (!window.PublicKeyCredential) return;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(form);
    });
  }
})();
