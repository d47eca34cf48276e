import { iconEntries } from '@autograph/icons/library.node.ts';
import { expect, it } from 'vitest';
import { iconOfImage, imageIcons } from './image-icons.ts';

/** Icons that every Mermaid knows. */
const builtIn = ['cloud', 'database', 'disk', 'internet', 'server'];

it('knows programs by their images', () => {
  expect(
    [
      'postgres',
      'postgres:16-alpine',
      'bitnami/postgresql@sha256:ab',
      'quay.io:443/x/my-redis:7',
      'minio/mc',
      'ghcr.io/acme/billing:1',
    ].map(iconOfImage),
  ).toEqual(['tech:postgresql', 'tech:postgresql', 'tech:postgresql', 'tech:redis', 'brand:minio', undefined]);
});

it('names icons that there are', () => {
  const known = new Set([...iconEntries().map(({ id }) => id), ...builtIn]);
  expect(imageIcons.filter((icon) => !known.has(icon))).toEqual([]);
});
