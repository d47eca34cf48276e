import Bowser from 'bowser';

/** Programs that people sign in with from a shell or a script name themselves, before a slash. */
const program = /^([A-Za-z][\w .-]{0,40})(?:\/|$)/;

/** What people call the device that a User-Agent header stands for, such as `Firefox on Windows`. */
export function deviceName(userAgent: string | null | undefined): string {
  if (!userAgent) return 'Unknown device';
  const parsed = Bowser.parse(userAgent);
  const browser = parsed.browser.name || undefined;
  const system = parsed.platform.model || parsed.os.name;
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? program.exec(userAgent)?.[1] ?? 'Unknown device';
}
