/** Reads something again and again and hands on what it finds, but never what was asked before something that was handed on already. */
export function newest<T>(read: () => Promise<T>, take: (value: T) => void): () => Promise<void> {
  let asked = 0;
  let taken = 0;
  return async () => {
    asked += 1;
    const turn = asked;
    const value = await read();
    if (turn < taken) return;
    taken = turn;
    take(value);
  };
}
