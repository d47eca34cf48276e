import type { Vec } from '@autograph/geometry';
import { type Delivery, deliveryOf } from './take-in.ts';

/** The part of `navigator.clipboard` that is read; some browsers give only texts. */
interface ReadableClipboard {
  read?(): Promise<readonly { readonly types: readonly string[]; getType(type: string): Promise<Blob> }[]>;
  readText(): Promise<string>;
}

/** What a paste key would deliver, read without one; rejects where the browser or the person does not allow it. */
export async function readClipboard(clipboard: ReadableClipboard, at: Vec): Promise<Delivery> {
  if (!clipboard.read) return deliveryOf({ text: await clipboard.readText(), html: '', files: [] }, at);
  const items = await clipboard.read();
  const textOf = async (type: string) => {
    const holding = items.find(({ types }) => types.includes(type));
    return holding ? (await holding.getType(type)).text() : '';
  };
  const files = items.flatMap((item) => {
    const type = item.types.find((each) => each.startsWith('image/'));
    return type === undefined ? [] : [item.getType(type).then((blob) => new File([blob], `image.${type.slice(6)}`, { type }))];
  });
  return deliveryOf({ text: await textOf('text/plain'), html: await textOf('text/html'), files: await Promise.all(files) }, at);
}
