// Passkeys: a form with data-passkey="create" or "get" and data-options (JSON) is sent with the key's answer.
const known = window.PublicKeyCredential?.parseCreationOptionsFromJSON;

async function answer(form) {
  const options = JSON.parse(form.dataset.options);
  const made =
    form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(made.toJSON());
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const status = form.querySelector("[role=status]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!known) {
      status.textContent = form.dataset.unknownText;
      return;
    }
    try {
      form.elements.namedItem("credential").value = await answer(form);
      form.submit();
    } catch {
      status.textContent = form.dataset.failedText;
    }
  });
}
