import type { Vec } from '@autograph/geometry';
import { isWithinAny } from './containment.ts';
import type { Editor } from './editor.ts';
import { hitTest } from './hit-test.ts';
import { clickTarget } from './selection.ts';

/** Before a context menu at a viewport point: selects what is there, unless that is selected already, or lies in what is. */
export function selectForMenu(editor: Editor, at: Vec): void {
  const { scene } = editor;
  const hit = hitTest(scene, editor.toPage(at), 5 / editor.camera.zoom);
  const target = hit === undefined ? undefined : clickTarget(scene, hit, editor.entered);
  if (target === undefined) editor.select([]);
  else if (!isWithinAny(scene, target, new Set(editor.selection))) editor.select([target]);
}
