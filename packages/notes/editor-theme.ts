import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours follow the page's `color-scheme` and take its tokens where it has them. */
const colors = {
  ink: 'var(--color-ink, light-dark(#1d2330, #e8eaf0))',
  soft: 'var(--color-ink-soft, light-dark(#495164, #b4bac8))',
  faint: 'var(--color-ink-faint, light-dark(#646c7e, #8d95a6))',
  surface: 'var(--color-surface, light-dark(#ffffff, #181b21))',
  line: 'var(--color-line, light-dark(#e3e6eb, #2a2e38))',
  raised: 'var(--color-raised, light-dark(#ffffff, #1f222a))',
  sunken: 'var(--color-sunken, light-dark(#eef0f3, #0d0f13))',
  hover: 'var(--color-hover, light-dark(#1d23300d, #ffffff12))',
  accent: 'var(--color-accent, light-dark(#2f61e6, #6b95ff))',
  accentSoft: 'var(--color-accent-soft, light-dark(#2f61e614, #6b95ff26))',
  danger: 'var(--color-danger, light-dark(#c42b3a, #ff8089))',
  green: 'light-dark(#1c6b3c, #7fd6a2)',
  violet: 'light-dark(#7a3db8, #c9a2f2)',
  orange: 'light-dark(#974806, #f0ae6c)',
};

/** Colours of code; a page may give others by these properties. */
export const codeColors = {
  keyword: `var(--code-keyword, ${colors.violet})`,
  text: `var(--code-text, ${colors.green})`,
  sign: `var(--code-sign, ${colors.accent})`,
  number: `var(--code-number, ${colors.orange})`,
  remark: `var(--code-remark, ${colors.faint})`,
} as const;

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.typeName], color: codeColors.keyword },
  { tag: tags.string, color: codeColors.text },
  { tag: [tags.operator, tags.bracket], color: codeColors.sign },
  { tag: tags.number, color: codeColors.number },
  { tag: [tags.comment, tags.meta], color: codeColors.remark },
  { tag: tags.variableName, color: colors.ink },
]);

const look = EditorView.theme({
  '&': { color: colors.ink, backgroundColor: 'transparent', height: '100%', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-mono, ui-monospace, monospace)',
    lineHeight: '20px',
    scrollbarWidth: 'thin',
    fontVariantLigatures: 'none',
  },
  '.cm-content': { caretColor: colors.accent },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: colors.accent, borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection': {
    backgroundColor: 'light-dark(#2f61e633, #6b95ff4d)',
  },
  // Long lines pass under it.
  '.cm-gutters': { backgroundColor: colors.surface, color: colors.faint, border: 'none' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: colors.ink },
  '.cm-activeLine': { backgroundColor: colors.hover },
  '.cm-foldPlaceholder': { backgroundColor: colors.sunken, border: 'none', color: colors.soft, padding: '0 6px' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: colors.accentSoft, color: 'inherit' },
  '.cm-searchMatch': { backgroundColor: 'light-dark(#ffe08a, #6b5200)' },
  '.cm-searchMatch-selected': { backgroundColor: 'light-dark(#ffc53d, #9a7400)' },
  '.cm-hovered-line': {
    boxShadow: `inset 2px 0 0 ${colors.accent}`,
    backgroundColor: `color-mix(in srgb, ${colors.accentSoft} 55%, transparent)`,
  },
  '.cm-linked': { backgroundColor: colors.accentSoft, borderRadius: '3px', boxShadow: `0 0 0 1px ${colors.accent}` },
  '.cm-tooltip': {
    backgroundColor: colors.raised,
    color: colors.ink,
    border: `1px solid ${colors.line}`,
    borderRadius: '8px',
    boxShadow: 'var(--shadow-overlay, 0 4px 16px #0003)',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '16em' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px', lineHeight: '20px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: colors.accentSoft, color: colors.ink },
  '.cm-completionDetail': { color: colors.faint, fontStyle: 'normal', marginLeft: '8px' },
  '.cm-diagnostic': { padding: '6px 10px', borderLeft: `3px solid ${colors.danger}` },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy',
    textDecorationColor: colors.danger,
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-panels': { backgroundColor: colors.raised, color: colors.ink, borderColor: colors.line },
  '.cm-panels.cm-panels-top': { borderBottom: `1px solid ${colors.line}` },
  '.cm-panel.cm-search': { padding: '8px', fontSize: '12px' },
  '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  '.cm-textfield': {
    backgroundColor: colors.sunken,
    border: `1px solid ${colors.line}`,
    borderRadius: '6px',
    color: colors.ink,
    padding: '4px 8px',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: colors.sunken,
    border: `1px solid ${colors.line}`,
    borderRadius: '6px',
    color: colors.ink,
    padding: '4px 8px',
  },
  '.cm-placeholder': { color: colors.faint },
  '.cm-ySelectionInfo': { fontFamily: 'var(--font-sans, sans-serif)', borderRadius: '4px', padding: '1px 4px', fontSize: '11px' },
});

/** What both text editors look like. */
export const editorTheme: Extension = [look, syntaxHighlighting(highlight)];
export { colors as editorColors };
