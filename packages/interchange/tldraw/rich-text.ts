import type { SpanStyle, TextSpan } from '@autograph/document';
import { z } from 'zod';

const Node: z.ZodType<RichNode> = z.lazy(() =>
  z.looseObject({
    type: z.string(),
    text: z.string().optional(),
    marks: z
      .array(
        z.looseObject({
          type: z.string(),
          attrs: z
            .looseObject({ href: z.string().optional().catch(undefined) })
            .nullish()
            .catch(null),
        }),
      )
      .optional()
      .catch(undefined),
    content: z.array(Node).optional().catch(undefined),
  }),
);

interface RichNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly marks?:
    | readonly { readonly type: string; readonly attrs?: { readonly href?: string | undefined } | null | undefined }[]
    | undefined;
  readonly content?: readonly RichNode[] | undefined;
}

const marks: Readonly<Record<string, SpanStyle>> = {
  bold: { bold: true },
  italic: { italic: true },
  underline: { underline: true },
  strike: { strike: true },
  code: { code: true },
};

/** The text and its styled stretches in tldraw's rich text (a ProseMirror document): a line a paragraph, list items with a bullet. */
export function readRichText(value: unknown): { readonly text: string; readonly spans: readonly TextSpan[] } {
  const root = Node.safeParse(value);
  if (!root.success) return { text: '', spans: [] };
  const spans: TextSpan[] = [];
  let text = '';
  const visit = (node: RichNode): void => {
    if (node.type === 'text') {
      const from = text.length;
      text += node.text ?? '';
      const style = styleOf(node);
      if (Object.keys(style).length > 0) spans.push({ from, to: text.length, ...style });
    } else if (node.type === 'hardBreak') text += '\n';
    else if (node.type === 'listItem') {
      newLine();
      text += '• ';
      for (const child of node.content ?? []) for (const part of child.content ?? []) visit(part);
    } else {
      if (node.type === 'paragraph' || node.type === 'heading') newLine();
      for (const child of node.content ?? []) visit(child);
    }
  };
  let begun = false;
  const newLine = () => {
    if (begun) text += '\n';
    begun = true;
  };
  visit(root.data);
  return { text, spans };
}

function styleOf({ marks: own = [] }: RichNode): SpanStyle {
  let style: SpanStyle = {};
  for (const { type, attrs } of own) {
    style = { ...style, ...marks[type] };
    if (type === 'link' && attrs?.href && /^(https?:\/\/|mailto:)/i.test(attrs.href)) style = { ...style, link: attrs.href };
  }
  return style;
}
