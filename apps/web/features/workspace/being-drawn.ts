import type { DiagramSummary } from '@autograph/contracts/diagrams.ts';

/** Whether a file waits for its picture, which comes a moment after the file. */
export function isBeingDrawn({ thumbnail_url, updated_at }: DiagramSummary): boolean {
  return thumbnail_url === null && Date.now() - Date.parse(updated_at) < 60_000;
}
