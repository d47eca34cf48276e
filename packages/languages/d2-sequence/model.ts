import type { Entry } from '../d2/syntax.ts';
import type { SequenceModel } from '../sequence/model.ts';

/** Where the words of something stand, or would. */
export interface Said {
  readonly entry: Entry;
  /** The key behind which a label is written where there is none. */
  readonly keyEnd: number;
}

export interface D2Sequence {
  readonly source: string;
  readonly sequence: SequenceModel;
  /** By the id of a participant, message, note or group. */
  readonly said: ReadonlyMap<string, Said>;
  /** Ids of messages that share their statement with others. */
  readonly chained: ReadonlySet<string>;
}
