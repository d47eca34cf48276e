/** Whether keys pressed at the target are text for it. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Whether a key means something to a text that is being written; the F keys never do. */
export function isWriting(key: string, mod: boolean): boolean {
  return !mod && !/^F\d+$/.test(key);
}
