// What somebody was typing stays in this tab until it is kept or they log out.
//   <form data-draft="vandaag">            its text fields are remembered
//   <... data-kept>                        on the page after: what was sent is kept, forget it (every "ok" message has this)
//   <form data-forget>                     sending it forgets everything (logging out, stepping into other shoes)
const NAME = "nabij-draft:";
const SENT = "nabij-sent:";
const FIELDS = "textarea, input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel]";

const who = () => document.body.dataset.person || "nobody";
const keyOf = (form) => `${NAME}${who()}:${form.dataset.draft}`;

function fieldsOf(form) {
  return [...form.querySelectorAll(FIELDS)].filter((field) => field.name);
}

function write(form) {
  const typed = fieldsOf(form).filter((field) => field.value !== field.defaultValue);
  if (typed.length === 0) sessionStorage.removeItem(keyOf(form));
  else sessionStorage.setItem(keyOf(form), JSON.stringify(Object.fromEntries(typed.map((f) => [f.name, f.value]))));
}

function restore(form) {
  const kept = new Map(Object.entries(JSON.parse(sessionStorage.getItem(keyOf(form)) || "{}")));
  for (const field of fieldsOf(form)) {
    // What the server sends back after a mistake is newer than the draft.
    if (kept.has(field.name) && field.defaultValue === "") {
      field.value = kept.get(field.name);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

function forget(prefix) {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

export function clearDrafts(root) {
  if (!root.querySelector?.("[data-kept]")) return;
  for (const key of Object.keys(sessionStorage)) {
    if (!key.startsWith(SENT)) continue;
    sessionStorage.removeItem(key);
    sessionStorage.removeItem(NAME + key.slice(SENT.length));
  }
}

export function keepDrafts(root) {
  for (const form of root.querySelectorAll?.("form[data-draft]:not([data-listening])") ?? []) {
    form.dataset.listening = "";
    restore(form);
    form.addEventListener("input", () => write(form));
    form.addEventListener("submit", () => {
      forget(SENT); // an older one that never arrived must not be forgotten with this one
      sessionStorage.setItem(SENT + keyOf(form).slice(NAME.length), "1");
    });
  }
  for (const form of root.querySelectorAll?.("form[data-forget]") ?? []) {
    form.addEventListener("submit", () => [NAME, SENT].forEach(forget));
  }
}
