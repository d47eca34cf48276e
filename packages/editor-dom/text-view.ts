import type { EditingText, TextSelection } from '@autograph/editor';
import { cssFontFamily, type PlacedText, type TextLine, type TextStretch } from '@autograph/render';

/** One line in the page: its block, and the units of the text that stand in it. */
interface ShownLine {
  readonly block: HTMLElement;
  readonly from: number;
  readonly to: number;
}

/**
 * Shows a text in an editable element, one block a line exactly where the board paints it, and speaks of places in it as
 * offsets into the text. Between two calls of `show` only the browser's own composition changes the blocks.
 */
export class TextView {
  readonly #area: HTMLElement;
  #lines: readonly ShownLine[] = [];
  #text = '';
  #shown = '';

  constructor(area: HTMLElement) {
    this.#area = area;
  }

  /** Shows the text; leaves the blocks alone when they show it already, or when `keep` is set. Tells whether they are new. */
  show(editing: EditingText, placed: PlacedText, keep: boolean): boolean {
    const { layout } = placed;
    const parts = layout.lines.map((line, i) => {
      const to = contentEnd(editing.text, line, layout.lines[i + 1]?.from ?? editing.text.length);
      return { line, to, stretches: layout.stretches(line.from, to) };
    });
    const shown = JSON.stringify([editing.text, parts]);
    const anew = shown !== this.#shown && !keep;
    if (anew) {
      this.#lines = parts.map(({ line, to, stretches }) => ({ from: line.from, to, block: lineBlock(editing.text, stretches) }));
      this.#area.replaceChildren(...this.#lines.map(({ block }) => block));
      this.#text = editing.text;
      this.#shown = shown;
    }
    const height = layout.height / layout.lines.length;
    this.#lines.forEach(({ block }, i) => {
      const line = layout.lines[i];
      Object.assign(block.style, {
        height: `${height}px`,
        lineHeight: `${height}px`,
        paddingLeft: `${line?.x ?? 0}px`,
        textAlign: 'left',
        direction: line?.rtl ? 'rtl' : 'ltr',
        wordSpacing: `${line?.spacing ?? 0}px`,
      });
    });
    return anew;
  }

  forget(): void {
    this.#shown = '';
  }

  /** The text as the browser's composition has made it, and where the caret is; null when it changed nothing. */
  read(): { readonly text: string; readonly caret: number } | null {
    const anchor = getSelection()?.anchorNode;
    const line = this.#lines.find(({ block }) => anchor && block.contains(anchor));
    if (!line) return null;
    const text = this.#text.slice(0, line.from) + (line.block.textContent ?? '') + this.#text.slice(line.to);
    const caret = this.selection()?.to;
    return text === this.#text || caret === undefined ? null : { text, caret };
  }

  /** What the person has selected, when it is in this text. */
  selection(): TextSelection | null {
    const selection = getSelection();
    if (!selection?.anchorNode || !selection.focusNode) return null;
    return this.range(selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset);
  }

  range(startNode: Node, startOffset: number, endNode: Node, endOffset: number): TextSelection | null {
    const [a, b] = [this.#offset(startNode, startOffset), this.#offset(endNode, endOffset)];
    return a === null || b === null ? null : { from: Math.min(a, b), to: Math.max(a, b) };
  }

  /** Selects in the page what is selected in the text, when it is not already. */
  select(wanted: TextSelection): void {
    const now = this.selection();
    if (now && now.from === wanted.from && now.to === wanted.to) return;
    const [start, end] = [this.#place(wanted.from), this.#place(wanted.to)];
    if (start && end) getSelection()?.setBaseAndExtent(...start, ...end);
  }

  #offset(node: Node, offset: number): number | null {
    if (node === this.#area) return this.#lines[offset]?.from ?? this.#text.length;
    const line = this.#lines.find(({ block }) => block.contains(node));
    if (!line) return null;
    const before = document.createRange();
    before.setStart(line.block, 0);
    before.setEnd(node, offset);
    return line.from + before.toString().length;
  }

  #place(offset: number): [Node, number] | null {
    const line = this.#lines.findLast(({ from }) => from <= offset);
    if (!line) return null;
    const texts = document.createTreeWalker(line.block, NodeFilter.SHOW_TEXT);
    let rest = Math.min(offset, line.to) - line.from;
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (rest <= length) return [node, rest];
      rest -= length;
    }
    return [line.block, 0];
  }
}

/** Where what stands in a line's block ends: spaces at its end are in it, the line feed is not. */
function contentEnd(text: string, { to }: TextLine, next: number): number {
  const feed = /[\r\n\u2028\u2029]/.exec(text.slice(to, next));
  return feed ? to + feed.index : next;
}

function lineBlock(text: string, stretches: readonly TextStretch[]): HTMLElement {
  const block = document.createElement('div');
  block.style.whiteSpace = 'pre';
  for (const { from, to, style } of stretches) {
    const part = document.createElement('span');
    Object.assign(part.style, {
      fontFamily: cssFontFamily(style.font),
      fontSize: `${style.size}px`,
      fontWeight: style.bold ? '700' : '400',
      fontStyle: style.italic ? 'italic' : 'normal',
      // Other fonts in a line must not make it higher.
      lineHeight: '0',
    });
    part.textContent = text.slice(from, to);
    block.append(part);
  }
  if (stretches.length === 0) block.append(document.createElement('br'));
  return block;
}
