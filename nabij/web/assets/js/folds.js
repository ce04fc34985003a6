// Escape, or a tap beside it, closes the pegs with the hats.
export function foldOnEscape(root) {
  const open = () => root.querySelector(".hat[open]");
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open()) return;
    const hat = open();
    hat.open = false;
    hat.querySelector("summary").focus();
  });
  root.addEventListener("click", (event) => {
    if (open() && !open().contains(event.target)) open().open = false;
  });
}
