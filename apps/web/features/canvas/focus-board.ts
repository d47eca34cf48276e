/** Gives the keys back to the board. */
export function focusBoard(): void {
  document.querySelector<HTMLElement>('[role="application"][aria-label="Board"]')?.focus({ preventScroll: true });
}
