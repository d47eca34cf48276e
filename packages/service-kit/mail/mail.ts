export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** Sends e-mail. Throws when the server refuses, so that a job can try again. */
export interface Mail {
  send(message: Message): Promise<void>;
  close(): Promise<void>;
}
