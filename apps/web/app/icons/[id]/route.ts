/** Loaded by Node itself: the library finds its packages from where it lies, which bundling would move. */
const library = import(/* turbopackIgnore: true */ '@autograph/icons/library.node.ts');

/** The panels' ground in either appearance. */
const grounds = { light: '#ffffff', dark: '#1f222a' } as const;

/**
 * An icon of the bundled libraries as SVG; ids look like `tech:postgresql` and keep their picture. `?on=dark` gives it as it shows on the
 * dark panels, `?on=light` on the light ones, and without it as it came.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const on = new URL(request.url).searchParams.get('on');
  const { loadIcon } = await library;
  const svg = await loadIcon(decodeURIComponent(id), on === 'dark' || on === 'light' ? { ground: grounds[on] } : undefined);
  if (svg === undefined) return new Response(null, { status: 404 });
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=604800',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}
