/** What a check found. */
export interface Finding {
  /** fine; to be looked at; or in the way of running. */
  readonly state: 'ok' | 'warning' | 'problem';
  /** What is so, in a line. */
  readonly says: string;
  /** What to do about it. */
  readonly fix?: string;
}

export const ok = (says: string): Finding => ({ state: 'ok', says });
export const warning = (says: string, fix: string): Finding => ({ state: 'warning', says, fix });
export const problem = (says: string, fix: string): Finding => ({ state: 'problem', says, fix });

/** A thing that the product stands on, and how to see whether it bears. */
export interface Check {
  readonly name: string;
  run(): Promise<readonly Finding[]>;
}
