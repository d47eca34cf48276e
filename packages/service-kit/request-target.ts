/**
 * The path that a request asks for, without its query; null for a target that is no path of this server: the whole addresses that
 * proxies are asked for, and paths that begin with two slashes, which readers of addresses take for the name of a host.
 */
export function pathOfTarget(target: string | undefined): string | null {
  if (!target?.startsWith('/') || /^\/[/\\]/.test(target)) return null;
  return target.split('?', 1)[0] ?? target;
}
