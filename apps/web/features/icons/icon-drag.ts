import type { IconEntry } from '@autograph/icons';
import type { DragEvent } from 'react';

const format = 'application/x-autograph-icon';

/** Lets an icon be dragged by its picture. */
export function startIconDrag(event: DragEvent<HTMLElement>, { id, title }: IconEntry): void {
  event.dataTransfer.setData(format, JSON.stringify({ id, title }));
  event.dataTransfer.effectAllowed = 'copy';
  const picture = event.currentTarget.querySelector('img');
  if (picture) event.dataTransfer.setDragImage(picture, picture.width / 2, picture.height / 2);
}

export function carriesIcon({ dataTransfer }: { dataTransfer: DataTransfer | null }): boolean {
  return dataTransfer?.types.includes(format) ?? false;
}

/** What `startIconDrag` put into a drag. */
export function draggedIcon({ dataTransfer }: { dataTransfer: DataTransfer | null }): unknown {
  return JSON.parse(dataTransfer?.getData(format) || 'null');
}
