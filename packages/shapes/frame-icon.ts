/** What the symbol before a frame's title of the usual size takes, with the space to the title, px. */
export const frameIconRoom = 24;
