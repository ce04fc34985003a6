// The ring map can be drawn by hand: drag a name, or move it with the arrow keys. What is let go of is kept by a plain
// form, the same that the buttons below the map send; the page that comes back replaces the map. Without this script
// the picture is a picture, and the buttons do it all.
const CENTRE = [180, 176];
const RADII = { 1: 86, 2: 126, 3: 162 };
const TOP = { 1: 48, 2: 30, 3: 28 }; // degrees beside the top where the names of the rings stand
const STEP = 15;
const FAR_ENOUGH = 6; // pixels before a tap is a drag
const REST = 700; // milliseconds after the last arrow key

const spot = (ring, turn) => {
  const angle = (turn * Math.PI) / 180;
  return [CENTRE[0] + RADII[ring] * Math.sin(angle), CENTRE[1] - RADII[ring] * Math.cos(angle)];
};
const nearestRing = (far) => [1, 2, 3].sort((a, b) => Math.abs(RADII[a] - far) - Math.abs(RADII[b] - far))[0];
const beside = (ring, turn, by) => {
  const wish = (turn + by + 360) % 360;
  if (wish >= TOP[ring] && wish <= 360 - TOP[ring]) return wish;
  return by > 0 ? TOP[ring] : 360 - TOP[ring];
};

function inPicture(svg, event) {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return [at.x, at.y];
}

function put(svg, node, [x, y]) {
  const [dx, dy] = [x - node.dataset.x, y - node.dataset.y];
  node.setAttribute("transform", `translate(${dx} ${dy})`);
  const far = Math.hypot(x - CENTRE[0], y - CENTRE[1]) || 1;
  const [ux, uy] = [(x - CENTRE[0]) / far, (y - CENTRE[1]) / far];
  const point = (along) => `${CENTRE[0] + along * ux} ${CENTRE[1] + along * uy}`;
  for (const part of svg.querySelectorAll(`[data-of="${node.dataset.tie}"]`)) {
    if (part.classList.contains("arrow")) part.setAttribute("visibility", "hidden");
    else part.setAttribute("d", `M${point(27)}L${point(Math.max(far - 21, 27))}`);
  }
}

function light(svg, ring) {
  for (const one of svg.querySelectorAll(".ring")) one.classList.toggle("ring--here", one.dataset.ring === `${ring}`);
}

async function keep(svg, node, ring, turn) {
  const form = document.querySelector("form[data-moving]");
  const told = document.querySelector("input[name=told]:checked");
  if (told) form.elements.told.value = told.value;
  form.elements.ring.value = ring;
  form.elements.turn.value = Math.round(turn) % 360;
  form.action = node.dataset.place;
  const { id } = node;
  const says = document.querySelector("[data-moved]");
  const held = document.activeElement === node;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const map = page.getElementById("kaart");
    if (!answer.ok || !map) throw new Error("no map came back");
    const open = document.querySelector(".moving")?.open;
    document.getElementById("kaart").replaceWith(document.adoptNode(map));
    if (open) document.querySelector(".moving").open = true;
    moveTies(document);
  } catch {
    form.submit(); // The browser itself says what is wrong, and the page after is whole.
    return;
  }
  const now = document.getElementById(id);
  if (held) now?.focus({ preventScroll: true });
  const words = [...document.querySelectorAll(".moving li")].find((one) => one.id === `band-${now?.dataset.tie}`);
  const where = words?.querySelector(".soft")?.textContent ?? "";
  if (now) says.textContent = says.dataset.words.replace("{name}", now.dataset.name).replace("{ring}", where);
}

function drag(svg, node) {
  let begun = null;
  node.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    begun = { x: event.clientX, y: event.clientY, moved: false };
    node.setPointerCapture(event.pointerId);
  });
  node.addEventListener("pointermove", (event) => {
    if (!begun) return;
    begun.moved ||= Math.hypot(event.clientX - begun.x, event.clientY - begun.y) > FAR_ENOUGH;
    if (!begun.moved) return;
    const at = inPicture(svg, event);
    put(svg, node, at);
    light(svg, nearestRing(Math.hypot(at[0] - CENTRE[0], at[1] - CENTRE[1])));
  });
  node.addEventListener("pointerup", (event) => {
    const { moved } = begun ?? {};
    begun = null;
    if (!moved) return void window.location.assign(node.dataset.page);
    const [x, y] = inPicture(svg, event);
    const ring = nearestRing(Math.hypot(x - CENTRE[0], y - CENTRE[1]));
    const turn = ((Math.atan2(x - CENTRE[0], CENTRE[1] - y) * 180) / Math.PI + 360) % 360;
    put(svg, node, spot(ring, turn));
    light(svg, 0);
    keep(svg, node, ring, turn);
  });
  node.addEventListener("pointercancel", () => {
    begun = null;
    light(svg, 0);
    put(svg, node, spot(node.dataset.ring, node.dataset.turn));
  });
}

function withKeys(svg, node) {
  let [ring, turn, waiting] = [Number(node.dataset.ring), Number(node.dataset.turn), 0];
  const send = () => {
    clearTimeout(waiting);
    if (ring === Number(node.dataset.ring) && turn === Number(node.dataset.turn)) return;
    node.dataset.ring = ring;
    node.dataset.turn = turn;
    keep(svg, node, ring, turn);
  };
  node.addEventListener("keydown", (event) => {
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -STEP], ArrowRight: [0, STEP] };
    if (event.key === "Enter") return void window.location.assign(node.dataset.page);
    const step = steps[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    ring = Math.min(Math.max(ring + step[0], 1), 3);
    turn = step[1] ? beside(ring, turn, step[1]) : turn;
    put(svg, node, spot(ring, turn));
    light(svg, ring);
    clearTimeout(waiting);
    waiting = setTimeout(send, REST);
  });
  node.addEventListener("blur", send);
}

export function moveTies(root) {
  for (const svg of root.querySelectorAll?.("svg[data-moves]:not([data-listening])") ?? []) {
    svg.dataset.listening = "";
    svg.setAttribute("role", "group"); // What can be held is no longer only a picture.
    for (const node of svg.querySelectorAll(".node")) {
      node.setAttribute("tabindex", "0");
      node.setAttribute("role", "button");
      node.setAttribute("aria-label", node.dataset.name);
      drag(svg, node);
      withKeys(svg, node);
    }
  }
}

// Printing from a telephone is hard to find: a button does it where scripts run.
export function printOnTap(root) {
  for (const button of root.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
