import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { SyntaxNodeRef } from '@lezer/common';
import { listLine } from './list-lines.ts';
import { Bullet, Checkbox, Rule } from './markdown-widgets.ts';

const hide = Decoration.replace({});
const bullet = Decoration.replace({ widget: new Bullet() });
const rule = Decoration.replace({ widget: new Rule() });
const ticked = Decoration.replace({ widget: new Checkbox(true) });
const unticked = Decoration.replace({ widget: new Checkbox(false) });

/** Classes of the lines that a block covers. */
const lineClasses: Readonly<Record<string, string>> = {
  ATXHeading1: 'cm-md-h1',
  ATXHeading2: 'cm-md-h2',
  ATXHeading3: 'cm-md-h3',
  ATXHeading4: 'cm-md-h4',
  ATXHeading5: 'cm-md-h4',
  ATXHeading6: 'cm-md-h4',
  SetextHeading1: 'cm-md-h1',
  SetextHeading2: 'cm-md-h2',
  Blockquote: 'cm-md-quote',
  FencedCode: 'cm-md-fence',
  CodeBlock: 'cm-md-fence',
  Table: 'cm-md-table',
};

const markClasses: Readonly<Record<string, string>> = {
  StrongEmphasis: 'cm-md-strong',
  Emphasis: 'cm-md-emphasis',
  Strikethrough: 'cm-md-strike',
  InlineCode: 'cm-md-code',
  Link: 'cm-md-link',
  Autolink: 'cm-md-link',
  CodeInfo: 'cm-md-info',
  TableDelimiter: 'cm-md-info',
};

/** Marks that are shown only while the caret is on their line. */
const markup = new Set(['HeaderMark', 'EmphasisMark', 'StrikethroughMark', 'LinkMark', 'QuoteMark']);

function isActive(state: EditorState, from: number, to: number): boolean {
  return state.selection.ranges.some((range) => range.from <= to && range.to >= from);
}

function* decorate(state: EditorState, node: SyntaxNodeRef, focused: boolean): Generator<Range<Decoration>> {
  const { name, from, to } = node;
  const lineClass = lineClasses[name];
  if (lineClass) {
    const last = state.doc.lineAt(to).number;
    for (let number = state.doc.lineAt(from).number; number <= last; number += 1)
      yield Decoration.line({ class: lineClass }).range(state.doc.line(number).from);
  }
  const markClass = markClasses[name];
  if (markClass && from < to) yield Decoration.mark({ class: markClass }).range(from, to);

  if (name === 'ListItem') yield* listLine(state, node.node);
  const line = state.doc.lineAt(from);
  const active = focused && isActive(state, line.from, line.to);
  if (name === 'TaskMarker') yield (/x/i.test(state.sliceDoc(from, to)) ? ticked : unticked).range(from, to);
  if (active || to > line.to) return;
  const inline = node.node.parent?.name;
  if (name === 'CodeMark' && inline === 'InlineCode') yield hide.range(from, to);
  if (name === 'URL' && inline === 'Link') yield hide.range(from, to);
  if (name === 'HorizontalRule') yield rule.range(from, to);
  if (name === 'ListMark' && /[-*+]/.test(state.sliceDoc(from, to))) {
    const task = /^\s*\[[ xX]\]/.test(state.sliceDoc(to, line.to));
    yield task ? hide.range(from, Math.min(to + 1, line.to)) : bullet.range(from, to);
  }
  if (markup.has(name) && from < to) {
    const space = (name === 'HeaderMark' || name === 'QuoteMark') && state.sliceDoc(to, to + 1) === ' ' ? 1 : 0;
    yield hide.range(from, to + space);
  }
}

function decorations(view: EditorView): DecorationSet {
  const { state } = view;
  const found: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges)
    syntaxTree(state).iterate({ from, to, enter: (node) => void found.push(...decorate(state, node, view.hasFocus)) });
  return Decoration.set(found, true);
}

const plugin = ViewPlugin.define(
  (view) => ({
    decorations: decorations(view),
    update(update: ViewUpdate) {
      if (
        update.docChanged ||
        update.viewportChanged ||
        update.selectionSet ||
        update.focusChanged ||
        syntaxTree(update.startState) !== syntaxTree(update.state)
      )
        this.decorations = decorations(update.view);
    },
  }),
  { decorations: (value) => value.decorations },
);

/** Shows markdown as what it means while it stays text: its marks appear on the line that is being edited. */
export const liveMarkdown: Extension = plugin;
