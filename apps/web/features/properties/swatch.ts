/** The look of a colour to choose; fingers hit it a little beyond its edge. */
export const swatch =
  'relative grid size-5 place-items-center rounded-full border border-line outline-offset-2 aria-pressed:outline-2 aria-pressed:outline-accent aria-pressed:outline-solid data-[state=on]:outline-2 data-[state=on]:outline-accent data-[state=on]:outline-solid [&_svg]:size-3 disabled:opacity-40 pointer-coarse:size-8 pointer-coarse:after:absolute pointer-coarse:after:-inset-2';
