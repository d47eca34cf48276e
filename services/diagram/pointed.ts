import { type BlockInput, type CanvasDataInput, CodedError } from '@autograph/contracts';
import { createShapeId } from '@autograph/document';
import type { z } from 'zod';

/** What a request puts into a file. */
export interface Content {
  readonly note_content?: string | undefined;
  readonly canvas_data?: z.output<typeof CanvasDataInput> | undefined;
  readonly blocks?: readonly z.output<typeof BlockInput>[] | undefined;
}

/** Lets a room's refusal name the field of the caller's request: `rename` turns the room's path into it. */
export function pointed(rename: (path: string) => string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof CodedError) || !error.details) throw error;
    const details = error.details.map((detail) => (detail.path === undefined ? detail : { ...detail, path: rename(detail.path) }));
    throw new CodedError(error.code, { message: error.message, details, cause: error });
  };
}

/** The same content with an id on every shape, by which the room can name one. */
export function identified<C extends Content>(content: C): C {
  if (!content.canvas_data) return content;
  const shapes = content.canvas_data.shapes.map((shape) => ({ ...shape, id: shape.id ?? createShapeId() }));
  return { ...content, canvas_data: { ...content.canvas_data, shapes } };
}

/** Turns a room's path, such as `shapes/sh_1/type` or `blocks.2.source`, into that of the request's body. */
export function pathInBody({ canvas_data, blocks }: Content): (path: string) => string {
  const ofCanvas = canvas_data?.blocks.length ?? 0;
  return (path) => {
    const [part, which = '', ...rest] = path.split(/[/.]/);
    const at = part === 'shapes' ? (canvas_data?.shapes.findIndex((shape) => shape.id === which) ?? -1) : Number(which);
    if (part === 'shapes' && at >= 0) return ['body.canvas_data.shapes', at, ...rest].join('.');
    if (part === 'blocks' && blocks && at >= ofCanvas) return ['body.blocks', at - ofCanvas, ...rest].join('.');
    if (part === 'blocks' && at >= 0) return ['body.canvas_data.blocks', at, ...rest].join('.');
    if (part === 'meta') return 'body.canvas_data.board';
    return `body.${part === 'note' ? 'note_content' : path}`;
  };
}
