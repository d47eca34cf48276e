declare module 'color-name' {
  /** CSS colour names to red, green and blue, 0..255. */
  const names: Readonly<Record<string, readonly [number, number, number]>>;
  export default names;
}
