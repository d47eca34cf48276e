import type { Hand } from './hand.ts';
import { arrangingActs } from './random-arranging.ts';
import { drawingActs } from './random-drawing.ts';
import { pastingActs } from './random-pasting.ts';
import { textActs } from './random-text.ts';
import { touchingActs } from './random-touching.ts';

const groups = [drawingActs, drawingActs, arrangingActs, arrangingActs, arrangingActs, touchingActs, touchingActs, textActs, pastingActs];

/** Does one thing that a person might do, of all that the product lets them do; gives its description. */
export function randomAct(hand: Hand): string {
  const acts = hand.pick(groups) ?? drawingActs;
  return hand.pick(acts)?.(hand) ?? '';
}
