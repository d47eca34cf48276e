/** What browsers that have an eye dropper put on the window (https://wicg.github.io/eyedropper-api/). */
interface EyeDropperWindow {
  readonly EyeDropper: new () => { open(): Promise<{ readonly sRGBHex: string }> };
}

const hasEyeDropper = (holder: object): holder is EyeDropperWindow => 'EyeDropper' in holder && typeof holder.EyeDropper === 'function';

/** Lets the person pick a colour anywhere on the screen, undefined when they think better of it; absent where the browser cannot. */
export const pickFromScreen: (() => Promise<string | undefined>) | undefined =
  typeof window !== 'undefined' && hasEyeDropper(window)
    ? (
        (holder) => () =>
          new holder.EyeDropper().open().then(
            ({ sRGBHex }) => sRGBHex,
            () => undefined,
          )
      )(window)
    : undefined;
