/** Brackets of the outlines that have some; the rest is named in `@{ shape: … }`. */
const brackets: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
  ['rect', ['[', ']']],
  ['rounded', ['(', ')']],
  ['stadium', ['([', '])']],
  ['fr-rect', ['[[', ']]']],
  ['cyl', ['[(', ')]']],
  ['circle', ['((', '))']],
  ['dbl-circ', ['(((', ')))']],
  ['diam', ['{', '}']],
  ['hex', ['{{', '}}']],
  ['lean-r', ['[/', '/]']],
  ['lean-l', ['[\\', '\\]']],
  ['trap-b', ['[/', '\\]']],
  ['trap-t', ['[\\', '/]']],
  ['odd', ['>', ']']],
  ['ellipse', ['(-', '-)']],
]);

export function bracketsOf(outline: string): readonly [open: string, close: string] | undefined {
  return brackets.get(outline);
}

/** `@{ shape: name }` */
export function shapeData(outline: string): string {
  return `@{ shape: ${outline} }`;
}

/** A new node's id with what gives it its outline. */
export function shapedId(id: string, outline: string): string {
  if (outline === 'rect') return id;
  const around = bracketsOf(outline);
  return around ? `${id}${around[0]}${id}${around[1]}` : `${id}${shapeData(outline)}`;
}
