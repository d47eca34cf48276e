import { sliceRich } from '@autograph/document';
import { chordOf, type Editor, kindOf, placedText, type TextSelection, titleDrop, titleScale, typingCommand } from '@autograph/editor';
import { cssFontFamily, type PlacedText } from '@autograph/render';
import { modifiersOf } from './modifiers.ts';
import { openLink } from './open-link.ts';
import { readRichHtml, toRichHtml } from './rich-html.ts';
import { TextView } from './text-view.ts';

const className = 'text-being-edited';

function createArea(host: HTMLElement): HTMLElement {
  const area = document.createElement('div');
  area.contentEditable = 'true';
  area.className = className;
  Object.assign(area.style, {
    position: 'absolute',
    left: '0',
    top: '0',
    transformOrigin: '0 0',
    outline: 'none',
    fontKerning: 'none',
    fontVariantLigatures: 'none',
    userSelect: 'text',
    // The board paints the letters; here are only the caret, the selection and the browser's ways of typing.
    webkitTextFillColor: 'transparent',
  });
  area.spellcheck = false;
  area.setAttribute('role', 'textbox');
  area.setAttribute('aria-multiline', 'true');
  area.hidden = true;
  host.append(area);
  return area;
}

/** Paints the selection so that the board's letters show through. */
function selectionSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.${className} ::selection { background: color-mix(in srgb, var(--selection) 28%, transparent); }`);
  return sheet;
}

/** An editable element laid exactly over the text that is being edited, so that typing, IME and the caret are the browser's own. */
export function createTextOverlay(host: HTMLElement, editor: Editor) {
  const area = createArea(host);
  const view = new TextView(area);
  const sheet = selectionSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const stop = new AbortController();
  const text = editor.textEditing;
  let shown: string | null = null;
  let composing = false;
  let asking = false;
  let known: TextSelection | null = null;

  const isOneLine = () => {
    const shape = editor.editing && editor.scene.get(editor.editing.shape_id);
    return (shape && editor.definition(shape.type)?.oneLine) === true;
  };

  const place = () => {
    const { editing } = editor;
    const shape = editing && editor.scene.get(editing.shape_id);
    const placed = shape && placedText(editor, shape);
    if (!editing || !shape || !placed) return;
    const { zoom } = editor.camera;
    const origin = editor.scene.origin(shape);
    const at = editor.toView({ x: origin.x + shape.x, y: origin.y + shape.y });
    const times = titleScale(editor, shape);
    const heading = editor.definition(shape.type)?.heading;
    const { height } = placed.layout;
    const drop = heading ? titleDrop(heading, shape, times) : 0;
    const enlarged = times === 1 ? '' : ` translate(0, ${height + drop}px) scale(${times}) translate(0, ${-height}px)`;
    Object.assign(area.style, lookOf(placed), {
      transform: `translate(${at.x}px, ${at.y}px) scale(${zoom}) translate(${shape.w / 2}px, ${shape.h / 2}px) rotate(${shape.rotation}deg) translate(${placed.x - shape.w / 2}px, ${placed.y - shape.h / 2}px)${enlarged}`,
      caretColor: editor.theme.accent,
    });
    area.style.setProperty('--selection', editor.theme.accent);
    const anew = view.show(editing, placed, composing);
    if (asking && !editing.asksLink) area.focus({ preventScroll: true });
    asking = editing.asksLink ?? false;
    // What the browser has selected since is newer than what the text knows, until it hears of it.
    if (!composing && !asking && (anew || editing.selection !== known)) view.select(editing.selection);
    known = editing.selection;
  };

  const sync = () => {
    const id = editor.editing?.shape_id ?? null;
    if (id !== shown) {
      shown = id;
      composing = false;
      view.forget();
      const focused = area.contains(document.activeElement) || document.activeElement === document.body;
      area.hidden = id === null;
      if (id !== null) {
        area.dataset.keys = textKeys(editor);
        area.setAttribute('aria-label', nameOf(editor));
        area.focus({ preventScroll: true });
      } else if (focused) host.focus({ preventScroll: true });
    }
    if (id !== null) place();
  };

  /** Takes over what the person has selected: the browser tells of it only later. */
  const hearSelection = () => {
    const selected = composing || area.hidden || document.activeElement !== area ? null : view.selection();
    const now = editor.editing?.selection;
    if (!selected || !now || (selected.from === now.from && selected.to === now.to)) return;
    known = selected;
    text.select(selected);
  };

  /** What the browser has done itself: compositions, and what cannot be foreseen. */
  const takeOver = () => {
    const typed = view.read();
    if (typed) editor.changeText(typed.text, typed.caret);
  };

  const beforeInput = (event: InputEvent) => {
    if (composing || event.inputType === 'insertCompositionText') return;
    const [range] = event.getTargetRanges();
    const target = range && view.range(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    const { from, to } = target ?? editor.editing?.selection ?? { from: 0, to: 0 };
    if (!event.cancelable) return;
    event.preventDefault();
    const { inputType } = event;
    if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') text.replace(from, to, '\n');
    else if (inputType.startsWith('insert')) {
      const inserted = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
      if (inserted) text.replace(from, to, inserted);
    } else if (inputType.startsWith('delete') && from < to) text.replace(from, to, '');
    else if (inputType === 'historyUndo') text.undo();
    else if (inputType === 'historyRedo') text.redo();
  };

  const keyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.isComposing) return;
    hearSelection();
    const chord = chordOf({ key: event.key, code: event.code, modifiers: modifiersOf(event) });
    const command = typingCommand(editor, chord);
    if (chord === 'Escape' || chord === 'mod+Enter' || (chord === 'Enter' && isOneLine()) || event.key === 'Tab') editor.commitText();
    else if (chord === 'mod+z') text.undo();
    else if (chord === 'mod+shift+z' || chord === 'mod+y') text.redo();
    else if (!command || chord === 'Enter' || !editor.run(command.id)) return;
    event.preventDefault();
  };

  const copy = (event: ClipboardEvent) => {
    event.stopPropagation();
    event.preventDefault();
    hearSelection();
    const { editing } = editor;
    if (!editing || editing.selection.from === editing.selection.to) return;
    const { from, to } = editing.selection;
    const rich = sliceRich(editing, from, to);
    event.clipboardData?.setData('text/plain', rich.text);
    event.clipboardData?.setData('text/html', toRichHtml(rich));
    if (event.type === 'cut') text.replace(from, to, '');
  };

  const paste = (event: ClipboardEvent) => {
    event.stopPropagation();
    event.preventDefault();
    hearSelection();
    const { editing } = editor;
    const html = event.clipboardData?.getData('text/html');
    const pasted = html ? readRichHtml(html) : event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n');
    if (editing && pasted) text.replace(editing.selection.from, editing.selection.to, pasted);
  };

  const click = (event: MouseEvent) => {
    event.stopPropagation();
    const at = editor.editing?.selection.from ?? 0;
    const link = editor.editing?.spans.find(({ from, to }) => at >= from && at <= to)?.link;
    if (modifiersOf(event).mod && link) openLink(link);
  };

  const options = { signal: stop.signal };
  area.addEventListener('beforeinput', beforeInput, options);
  area.addEventListener('input', takeOver, options);
  area.addEventListener(
    'compositionstart',
    () => {
      hearSelection();
      const { from, to } = editor.editing?.selection ?? { from: 0, to: 0 };
      // What is composed takes the selection's place; lines must not be joined by the browser.
      if (from < to) text.replace(from, to, '');
      composing = true;
      // The input method marks its letters with a ground of its own, which would cover the board's.
      area.style.webkitTextFillColor = '';
    },
    options,
  );
  area.addEventListener(
    'compositionend',
    () => {
      takeOver();
      composing = false;
      area.style.webkitTextFillColor = 'transparent';
      view.forget();
      place();
    },
    options,
  );
  area.addEventListener('keydown', keyDown, options);
  area.addEventListener('copy', copy, options);
  area.addEventListener('cut', copy, options);
  area.addEventListener('paste', paste, options);
  area.addEventListener('click', click, options);
  area.addEventListener('dragstart', (event) => event.preventDefault(), options);
  for (const kind of ['pointerdown', 'dblclick', 'keyup'] as const)
    area.addEventListener(kind, (event) => event.stopPropagation(), options);
  area.addEventListener(
    'focus',
    () => {
      if (editor.editing?.asksLink) text.askLink(false);
    },
    options,
  );
  area.addEventListener(
    'blur',
    () => {
      if (editor.editing && !editor.editing.asksLink) editor.commitText();
    },
    options,
  );
  document.addEventListener('selectionchange', hearSelection, options);

  return {
    sync,
    destroy() {
      stop.abort();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
      area.remove();
    },
  };
}

/** What the text being edited belongs to; the shape's own words are in the field. */
function nameOf(editor: Editor): string {
  const shape = editor.editing && editor.scene.get(editor.editing.shape_id);
  return `Text of the ${shape ? kindOf(editor.scene, shape).toLowerCase() : 'shape'}`;
}

/** The chords that are commands in here, so that the page around leaves them alone. */
function textKeys({ commands, keymap }: Editor): string {
  return commands
    .filter(({ group }) => group === 'text')
    .flatMap(({ id }) => keymap.keysOf(id))
    .join(' ');
}

function lookOf({ style, paint, w }: PlacedText) {
  return {
    width: `${w}px`,
    color: paint,
    fontFamily: cssFontFamily(style.font),
    fontSize: `${style.size}px`,
    fontWeight: style.bold ? '700' : '400',
    fontStyle: style.italic ? 'italic' : 'normal',
  };
}
