import { labelText } from '../mermaid/label.ts';

/** What a card or a column shows. */
export function cardText({ text }: { readonly text: string }): string {
  return labelText(text);
}
