/** Gives the keyboard back to the board. */
export function focusBoard(): void {
  const board = document.querySelector('[role="application"][aria-label="Board"]');
  if (board instanceof HTMLElement) board.focus({ preventScroll: true });
}
