import type { Camera } from '@autograph/editor';
import type { Box, Vec } from '@autograph/geometry';

/** Another person in the room, as the board shows them. */
export interface Participant {
  readonly id: string;
  readonly name: string;
  /** #rrggbb */
  readonly color: string;
  /** Page px. */
  readonly cursor: Vec | null;
  /** Page boxes of what they have selected. */
  readonly selection: readonly Box[];
}

function paintCursor(context: CanvasRenderingContext2D, at: Vec, { color, name }: Participant): void {
  context.save();
  context.translate(at.x, at.y);
  context.fillStyle = color;
  context.strokeStyle = '#ffffff';
  context.lineWidth = 1.5;
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(4.5, 15.5);
  context.lineTo(7.8, 9);
  context.lineTo(14.5, 6.5);
  context.closePath();
  context.fill();
  context.stroke();
  context.font = '600 11px Inter, system-ui, sans-serif';
  const width = context.measureText(name).width + 12;
  context.beginPath();
  context.roundRect(12, 16, width, 20, 6);
  context.fill();
  context.fillStyle = '#ffffff';
  context.fillText(name, 18, 30);
  context.restore();
}

/** Paints the others' selections and cursors; the context is in viewport px. */
export function paintPresence(context: CanvasRenderingContext2D, camera: Camera, participants: readonly Participant[]): void {
  for (const participant of participants) {
    context.strokeStyle = participant.color;
    context.lineWidth = 1.5;
    for (const box of participant.selection) {
      context.strokeRect(
        (box.x - camera.x) * camera.zoom - 2,
        (box.y - camera.y) * camera.zoom - 2,
        box.w * camera.zoom + 4,
        box.h * camera.zoom + 4,
      );
    }
    const { cursor } = participant;
    if (cursor) paintCursor(context, { x: (cursor.x - camera.x) * camera.zoom, y: (cursor.y - camera.y) * camera.zoom }, participant);
  }
}
