// A question that was refused is asked again as a whole page, which says why; htmx itself would show nothing.
export function showWhatWentWrong(root) {
  root.addEventListener("htmx:responseError", (event) => {
    const { requestConfig, pathInfo } = event.detail;
    if (requestConfig.verb === "get") window.location.assign(pathInfo.finalRequestPath);
  });
}

// After a mistake the cursor stands where it was made.
export function focusFirstError(root) {
  root.querySelector?.('form:not([data-sample]) [aria-invalid="true"]')?.focus();
}
