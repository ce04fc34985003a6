// What somebody is typing is kept: by Nabij for whoever is logged in, and in this tab until Nabij has it.
//   <body data-drafts="/klad/">            where it is kept; without it only this tab remembers
//   <form data-draft="vandaag">            its text fields are remembered
//   <... data-kept>                        on the page after: what was sent is kept, forget it (every "ok" message has this)
//   <form data-forget>                     sending it forgets this tab's (logging out, stepping into other shoes)
const NAME = "nabij-draft:";
const SENT = "nabij-sent:";
const TEXT = "textarea, input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel]";
const BEGAN = "began"; // What stood there when somebody began to write; it goes along, so that nobody's change is lost.
const PAUSE = 1200; // Milliseconds without a letter after which it is sent.

const states = new Map(); // form -> {seen, timer, busy}
const who = () => document.body.dataset.person || "nobody";
const keyOf = (form) => `${NAME}${who()}:${form.dataset.draft}`;
const server = () => document.body.dataset.drafts;

function fieldsOf(form) {
  return [...form.querySelectorAll(TEXT)].filter((field) => field.name);
}

const wentWrong = (form) => Boolean(form.querySelector("[role=alert], [aria-invalid=true]"));
const beganOf = (form) => form.querySelector(`input[name=${BEGAN}]`);

function typedIn(form) {
  // After a mistake everything on the page was typed, also what has not changed since.
  const all = wentWrong(form);
  const changed = fieldsOf(form).filter((f) => f.value !== f.defaultValue || (all && f.value));
  const typed = new Map(changed.map((f) => [f.name, f.value]));
  const began = beganOf(form);
  if (typed.size && began?.value) typed.set(BEGAN, began.value);
  return typed;
}

const asText = (typed) => JSON.stringify(Object.fromEntries(typed));
const read = (text) => new Map(Object.entries(JSON.parse(text || "{}")));

function remember(form) {
  const typed = typedIn(form);
  if (typed.size === 0) sessionStorage.removeItem(keyOf(form));
  else sessionStorage.setItem(keyOf(form), asText(typed));
}

function join(one, other, between) {
  if (!one || other.includes(one)) return other;
  return one.includes(other) ? one : one + between + other;
}

function restore(form, kept) {
  // What the server sends back is newer than the draft, unless it is what stood there before anybody typed.
  const anew = beganOf(form) && !wentWrong(form);
  let changed = false;
  for (const field of fieldsOf(form)) {
    if (!kept.has(field.name) || (field.defaultValue !== "" && !anew)) continue;
    const typed = field.value === field.defaultValue ? "" : field.value;
    // A box of one line drops the end of a line, and two words would become one.
    const whole = join(kept.get(field.name), typed, field.tagName === "TEXTAREA" ? "\n" : " ");
    if (whole === field.value) continue;
    field.value = whole;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    changed = true;
  }
  const began = beganOf(form);
  if (changed && began && kept.has(BEGAN)) began.value = kept.get(BEGAN);
  return changed;
}

function say(form, word) {
  const template = document.querySelector("#klad");
  if (!template || !form.isConnected) return;
  let note = form.querySelector(".draft");
  if (!note) {
    note = template.content.firstElementChild.cloneNode(true);
    const last = [...form.querySelectorAll(".row")].pop();
    if (last) last.before(note);
    else form.append(note);
    note.querySelector("button").addEventListener("click", () => throwAway(form));
  }
  note.hidden = !word;
  for (const one of note.querySelectorAll("[data-said]")) one.hidden = one.dataset.said !== word;
  note.querySelector("button").hidden = word === "offline";
}

function send(place, seen, typed, { leaving = false } = {}) {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value || "";
  return fetch(server(), {
    method: "POST",
    body: new URLSearchParams({ place, seen, typed: asText(typed) }),
    headers: { "X-CSRFToken": token },
    redirect: "error", // Logged out meanwhile: it stays in this tab.
    keepalive: leaving,
  });
}

async function save(form, { leaving = false } = {}) {
  const state = states.get(form);
  if (!server() || !state) return;
  clearTimeout(state.timer);
  if (state.busy && !leaving) return;
  const typed = typedIn(form);
  if (typed.size === 0 && !state.seen) return;
  state.busy = true;
  try {
    const answer = await send(form.dataset.draft, state.seen, typed, { leaving });
    if (answer.status !== 200 && answer.status !== 409) throw new Error("not kept");
    const there = await answer.json();
    state.seen = there.at || "";
    state.busy = false;
    if (answer.status === 409) {
      restore(form, new Map(Object.entries(there.typed || {})));
      later(form);
    } else if (asText(typedIn(form)) === asText(typed)) {
      sessionStorage.removeItem(keyOf(form));
      say(form, typed.size ? "kept" : "");
    } else later(form);
  } catch {
    state.busy = false;
    say(form, typed.size ? "offline" : "");
  }
}

function later(form) {
  const state = states.get(form);
  if (!state) return;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => save(form), PAUSE);
}

async function open(form) {
  const own = read(sessionStorage.getItem(keyOf(form)));
  const again = restore(form, own);
  if (!server()) return;
  const state = states.get(form);
  try {
    const answer = await fetch(`${server()}?place=${encodeURIComponent(form.dataset.draft)}`, { redirect: "error" });
    const there = answer.ok ? await answer.json() : {};
    state.seen = there.at || "";
    const shown = restore(form, new Map(Object.entries(there.typed || {})));
    state.busy = false;
    if (again || shown) say(form, "again");
  } catch {
    state.busy = false;
  }
  if (sessionStorage.getItem(keyOf(form)) || wentWrong(form)) later(form);
}

function throwAway(form) {
  for (const field of fieldsOf(form)) {
    field.value = field.defaultValue;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const began = beganOf(form);
  if (began) began.value = began.defaultValue;
  sessionStorage.removeItem(keyOf(form));
  fieldsOf(form)[0]?.focus();
  save(form);
}

function forget(prefix) {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

async function letGo(place, sent) {
  try {
    const answer = await send(place, sent.get("seen"), new Map());
    const there = await answer.json();
    if (answer.status !== 409) return;
    // What was on its way when the form was sent; anything else was typed on another screen, and stays.
    const typed = new Map(Object.entries(there.typed || {}));
    const whole = read(sent.get("typed"));
    if ([...typed].every(([name, said]) => (whole.get(name) ?? "").startsWith(said))) await send(place, there.at, new Map());
  } catch {
    // It goes by itself in thirty days, and can be thrown away by hand.
  }
}

export function clearDrafts(root) {
  if (!root.querySelector?.("[data-kept]")) return;
  // After a mistake what was sent stands in the page: this tab forgets its copy, and the page sends what stands there.
  const saved = !root.querySelector("[data-kept][role=alert]");
  for (const key of Object.keys(sessionStorage)) {
    if (!key.startsWith(SENT)) continue;
    const sent = read(sessionStorage.getItem(key));
    const mine = `${who()}:`;
    sessionStorage.removeItem(key);
    sessionStorage.removeItem(NAME + key.slice(SENT.length));
    const whose = key.slice(SENT.length);
    if (saved && server() && whose.startsWith(mine)) letGo(whose.slice(mine.length), sent);
  }
}

export function keepDrafts(root) {
  for (const form of root.querySelectorAll?.("form[data-draft]:not([data-listening])") ?? []) {
    form.dataset.listening = "";
    states.set(form, { seen: "", timer: 0, busy: Boolean(server()) });
    form.addEventListener("input", () => {
      remember(form);
      later(form);
    });
    form.addEventListener("submit", () => {
      const state = states.get(form);
      clearTimeout(state.timer);
      states.delete(form);
      forget(SENT); // an older one that never arrived must not be forgotten with this one
      const sent = new Map([["seen", state.seen], ["typed", asText(typedIn(form))]]);
      sessionStorage.setItem(SENT + keyOf(form).slice(NAME.length), asText(sent));
    });
    open(form);
  }
  for (const form of root.querySelectorAll?.("form[data-forget]") ?? []) {
    form.addEventListener("submit", () => [NAME, SENT].forEach(forget));
  }
}

export function sendDraftsOnLeaving() {
  window.addEventListener("online", () => states.forEach((_state, form) => form.isConnected && save(form)));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return;
    for (const form of states.keys()) if (sessionStorage.getItem(keyOf(form))) save(form, { leaving: true });
  });
}
