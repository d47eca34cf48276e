/** How well a password resists guessing, from 0 (at once) to 4 (very well). */
export type PasswordStrength = 0 | 1 | 2 | 3 | 4;

/** What a new password must reach: about a hundred million guesses. */
export const leastStrength = 2;

async function load() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}

let loading: ReturnType<typeof load> | undefined;

/** Estimates a password's strength; `known` are words that whoever guesses would try first, such as the person's name. Loads word lists once. */
export async function passwordStrength(password: string, known: readonly string[] = []): Promise<PasswordStrength> {
  loading ??= load();
  const words = known.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2);
  return (await loading).check(password.slice(0, 100), words).score;
}
