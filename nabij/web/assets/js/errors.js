// After a mistake the cursor stands where it was made.
export function focusFirstError(root) {
  root.querySelector?.('form:not([data-sample]) [aria-invalid="true"]')?.focus();
}
