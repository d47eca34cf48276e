import type { Vec } from '@autograph/geometry';
import { isWithinAny } from './containment.ts';
import type { Editor } from './editor.ts';
import { guideAt } from './guides.ts';
import { hitTest } from './hit-test.ts';
import { clickTarget } from './selection.ts';

/** Before a context menu at a viewport point: selects the shape or picks the guide that is there, unless that is selected already, or lies in what is. */
export function selectForMenu(editor: Editor, at: Vec): void {
  const { scene } = editor;
  const [page, reach] = [editor.toPage(at), 5 / editor.camera.zoom];
  const hit = hitTest(scene, page, reach);
  const target = hit === undefined ? undefined : clickTarget(scene, hit, editor.entered);
  const guide = target === undefined ? guideAt(editor, page, reach) : undefined;
  if (guide) editor.focusGuide(guide.id);
  else if (target === undefined) editor.select([]);
  else if (!isWithinAny(scene, target, new Set(editor.selection))) editor.select([target]);
}
