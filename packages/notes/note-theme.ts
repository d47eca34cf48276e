import { EditorView } from '@codemirror/view';
import { editorColors as colors } from './editor-theme.ts';

/** A page to write on: a measured column, headings by size, code and quotes set apart. */
export const noteTheme = EditorView.theme({
  '&': { fontSize: '15px' },
  '.cm-scroller': { fontFamily: 'var(--font-sans, system-ui, sans-serif)', lineHeight: '26px' },
  '.cm-content': { maxWidth: '44rem', margin: '0 auto', padding: '32px 32px 40vh', width: '100%' },
  '.cm-line': { padding: '0' },
  '.cm-md-h1': { fontSize: '28px', lineHeight: '36px', fontWeight: '650', letterSpacing: '-0.02em', paddingTop: '16px !important' },
  '.cm-md-h2': { fontSize: '21px', lineHeight: '30px', fontWeight: '620', letterSpacing: '-0.01em', paddingTop: '16px !important' },
  '.cm-md-h3': { fontSize: '17px', lineHeight: '26px', fontWeight: '620', paddingTop: '8px !important' },
  '.cm-md-h4': { fontWeight: '620' },
  '.cm-line.cm-md-h1:first-child, .cm-line.cm-md-h2:first-child': { paddingTop: '0 !important' },
  '.cm-md-strong': { fontWeight: '650' },
  '.cm-md-emphasis': { fontStyle: 'italic' },
  '.cm-md-strike': { textDecoration: 'line-through', color: colors.faint },
  '.cm-md-code': {
    fontFamily: 'var(--font-mono, monospace)',
    fontSize: '0.87em',
    backgroundColor: colors.sunken,
    borderRadius: '4px',
    padding: '2px 4px',
  },
  '.cm-md-link': { color: colors.accent, textDecoration: 'underline', textUnderlineOffset: '3px' },
  '.cm-md-info': { color: colors.faint },
  '.cm-md-quote': { borderLeft: `3px solid ${colors.line}`, paddingLeft: '16px !important', color: colors.soft },
  '.cm-md-fence': {
    fontFamily: 'var(--font-mono, monospace)',
    fontSize: '13px',
    lineHeight: '22px',
    backgroundColor: colors.sunken,
    padding: '0 16px !important',
  },
  '.cm-md-table': { fontFamily: 'var(--font-mono, monospace)', fontSize: '13px', lineHeight: '22px' },
  '.cm-md-item': { paddingLeft: 'var(--hang) !important', textIndent: 'calc(-1 * var(--hang))' },
  '.cm-md-marker': { display: 'inline-block', textIndent: '0', whiteSpace: 'pre' },
  '.cm-md-bullet': { color: colors.accent, display: 'inline-block', width: '0.6em' },
  '.cm-md-checkbox': { width: '16px', height: '16px', margin: '0 4px 0 0', verticalAlign: '-2px', accentColor: colors.accent },
  '.cm-md-rule': { display: 'inline-block', width: '100%', borderTop: `1px solid ${colors.line}`, verticalAlign: 'middle' },
  '@media (max-width: 639px)': { '.cm-content': { padding: '16px 16px 40vh' } },
});
