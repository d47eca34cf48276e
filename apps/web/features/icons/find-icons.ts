import type { QueryClient } from '@tanstack/react-query';
import { libraryQuery } from './use-icon-library.ts';

/** So many can be overlooked in a list beside a caret. */
const most = 20;

/** The icons that fit words best; the library is fetched when it is first asked. */
export async function findIcons(client: QueryClient, words: string): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const { search } = await client.ensureQueryData(libraryQuery);
  return search(words, { limit: most }).map(({ item: { id, title } }) => ({ id, title }));
}
