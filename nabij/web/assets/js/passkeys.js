// Passkeys. What needs one is hidden until we know that this browser has them; the server checks everything again.
//   <form data-passkey="get" data-options-from="/inloggen/passkey/">   asks the server what to ask
//   <form data-passkey="get|create" data-options='{"publicKey": ...}'> has it already
// with a hidden field "credential" and, beside it, [data-passkey-sorry] for when it did not work.
const able = () => Boolean(window.PublicKeyCredential && navigator.credentials);

function toBytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function toText(bytes) {
  const plain = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}

const opened = (list) => (list || []).map((one) => ({ ...one, id: toBytes(one.id) }));

function decoded({ publicKey }) {
  const asked = { ...publicKey, challenge: toBytes(publicKey.challenge) };
  if (asked.user) asked.user = { ...asked.user, id: toBytes(asked.user.id) };
  asked.excludeCredentials = opened(asked.excludeCredentials);
  asked.allowCredentials = opened(asked.allowCredentials);
  return { publicKey: asked };
}

function encoded(credential) {
  const { response } = credential;
  const said = { clientDataJSON: toText(response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) said[name] = toText(response[name]);
  }
  if (response.getTransports) said.transports = response.getTransports();
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    response: said,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function optionsOf(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.dataset.optionsFrom, { headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" } });
  if (!answer.ok) throw new Error(`no options: ${answer.status}`);
  return (await answer.json()).request_options;
}

async function ask(form) {
  const sorry = form.querySelector("[data-passkey-sorry]");
  if (sorry) sorry.hidden = true;
  try {
    const asked = decoded(await optionsOf(form));
    form.elements.credential.value = JSON.stringify(encoded(await navigator.credentials[form.dataset.passkey](asked)));
    form.submit();
  } catch {
    // Stopped, too late, or this passkey is not for here: nothing was sent.
    if (sorry) sorry.hidden = false;
  }
}

export function usePasskeys(root) {
  if (!able()) return;
  for (const form of root.querySelectorAll("form[data-passkey]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(form);
    });
  }
  for (const piece of root.querySelectorAll("[data-needs-passkeys]")) piece.hidden = false;
  for (const piece of root.querySelectorAll("[data-without-passkeys]")) piece.hidden = true;
}
