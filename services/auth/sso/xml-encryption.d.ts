declare module '@authenio/xml-encryption' {
  /** Opens an element that was encrypted for the holder of a key (XML Encryption). */
  export function decrypt(
    xml: string,
    options: { readonly key: string; readonly disallowDecryptionWithInsecureAlgorithm: true },
    done: (error: Error | null, text?: string) => void,
  ): void;
}
