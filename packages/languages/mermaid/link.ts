/** What a shape may hold. */
const longest = 2_000;

/** An address that may be opened from a diagram: http, https or mailto. Undefined for every other, so that no link can run a script. */
export function safeLink(url: string): string | undefined {
  const address = url.trim();
  return address.length <= longest && /^(?:https?:\/\/|mailto:)/i.test(address) ? address : undefined;
}
