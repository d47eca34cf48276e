/** The product's version, told by every health answer. */
export const version = '0.1.0';
