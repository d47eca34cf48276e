const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

/** Holds the choice for the server, which writes it into the first byte of every page: nothing flashes, no inline script. */
export const appearanceCookie = 'appearance';

export const isAppearance = (value: string | undefined): value is Appearance => appearances.some((appearance) => appearance === value);
