/** Messages from any instance to all instances. Each subscriber gets a channel's messages in the order sent. */
export interface PubSub {
  publish(channel: string, text: string): Promise<void>;
  /** Resolves once messages arrive; call the result to stop. */
  subscribe(channel: string, listener: (text: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
