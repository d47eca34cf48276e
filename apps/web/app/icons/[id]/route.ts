/** Loaded by Node itself: the library finds its packages from where it lies, which bundling would move. */
const library = import(/* turbopackIgnore: true */ '@autograph/icons/library.node.ts');

/** An icon of the bundled libraries as SVG; ids look like `tech:postgresql` and keep their picture. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const { loadIcon } = await library;
  const svg = await loadIcon(decodeURIComponent(id));
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
