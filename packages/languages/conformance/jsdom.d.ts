declare module 'jsdom' {
  /** The one use made of it: a window for Mermaid to find. */
  export class JSDOM {
    constructor(html: string);
    readonly window: { readonly document: object };
  }
}
