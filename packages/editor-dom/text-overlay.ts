import type { Editor } from '@autograph/editor';
import { cssFontFamily } from '@autograph/render';

/** A text area laid exactly over the text that is being edited, so that typing, IME and spelling are the browser's own. */
export function createTextOverlay(host: HTMLElement, editor: Editor) {
  const area = document.createElement('textarea');
  Object.assign(area.style, {
    position: 'absolute',
    left: '0',
    top: '0',
    transformOrigin: '0 0',
    padding: '0',
    border: 'none',
    outline: 'none',
    resize: 'none',
    overflow: 'hidden',
    background: 'transparent',
    fontKerning: 'none',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  });
  area.spellcheck = false;
  area.setAttribute('aria-label', 'Text of the shape');
  area.hidden = true;
  host.append(area);
  let shown: string | null = null;

  const place = () => {
    const { editing } = editor;
    const shape = editing && editor.scene.get(editing.shape_id);
    const box = shape && editor.definition(shape.type)?.textBox?.(shape, editor.drawContext);
    if (!editing || !shape || !box) return;
    const { zoom } = editor.camera;
    const origin = editor.scene.origin(shape);
    const at = editor.toView({ x: origin.x + shape.x, y: origin.y + shape.y });
    const size = shape.font_size ?? 16;
    const font = shape.font ?? 'sans';
    const style = { font, size, ...(shape.bold ? { bold: true } : {}), ...(shape.italic ? { italic: true } : {}) };
    const lineHeight = editor.drawContext.measure.lineHeight(style);
    Object.assign(area.style, {
      transform: `translate(${at.x}px, ${at.y}px) scale(${zoom}) translate(${shape.w / 2}px, ${shape.h / 2}px) rotate(${shape.rotation}deg) translate(${box.x - shape.w / 2}px, ${box.y - shape.h / 2}px)`,
      width: `${box.w}px`,
      fontFamily: cssFontFamily(font),
      fontSize: `${size}px`,
      fontWeight: shape.bold ? '700' : '400',
      fontStyle: shape.italic ? 'italic' : 'normal',
      lineHeight: `${lineHeight}px`,
      textAlign: shape.text_align ?? 'center',
      color: editor.theme.text,
      caretColor: editor.theme.accent,
    });
    const lines = Math.max(1, Math.round(contentHeight(area) / lineHeight));
    const height = lines * lineHeight;
    area.style.height = `${height}px`;
    const slack = Math.max(0, box.h - height);
    area.style.marginTop = `${shape.text_valign === 'top' ? 0 : shape.text_valign === 'bottom' ? slack : slack / 2}px`;
  };

  const sync = () => {
    const id = editor.editing?.shape_id ?? null;
    if (id !== shown) {
      shown = id;
      const focused = document.activeElement === area || document.activeElement === document.body;
      area.hidden = id === null;
      if (editor.editing) {
        area.value = editor.editing.text;
        place();
        area.focus({ preventScroll: true });
        area.select();
      } else if (focused) {
        host.focus({ preventScroll: true });
      }
    }
    if (id !== null) place();
  };

  area.addEventListener('input', () => {
    editor.changeText(area.value);
    place();
  });
  area.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.metaKey || event.ctrlKey))) {
      event.preventDefault();
      editor.commitText(area.value);
    }
    if (event.key === 'Tab') {
      event.preventDefault();
      editor.commitText(area.value);
    }
  });
  for (const kind of ['pointerdown', 'dblclick', 'copy', 'cut', 'paste'] as const)
    area.addEventListener(kind, (event) => event.stopPropagation());
  area.addEventListener('blur', () => {
    if (editor.editing) editor.commitText(area.value);
  });
  return { sync, destroy: () => area.remove() };
}

function contentHeight(area: HTMLTextAreaElement): number {
  area.style.height = '0';
  return area.scrollHeight;
}
