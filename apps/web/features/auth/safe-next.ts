const anywhere = 'http://own.invalid';

/** The page to go to after signing in: only a path of this site, else the workspace. */
export function safeNext(next: string | null): string {
  // Read as browsers read it, who drop tabs and take backslashes for slashes; a path that begins with two would name another host.
  if (!next?.startsWith('/') || !URL.canParse(next, anywhere)) return '/';
  const { origin, pathname, search, hash } = new URL(next, anywhere);
  return origin === anywhere ? `${pathname.replace(/^\/+/, '/')}${search}${hash}` : '/';
}
