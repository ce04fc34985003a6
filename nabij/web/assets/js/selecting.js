// A text that is there to be copied, <textarea readonly data-select-all>, is chosen whole as soon as one stands in it.
export function selectAll(root) {
  root.addEventListener("focusin", (event) => {
    if (event.target.matches?.("[data-select-all]")) event.target.select();
  });
}
