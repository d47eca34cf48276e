import { iconKinds, iconSets } from '@autograph/icons';
import { z } from 'zod';
import { defineRoute } from './route.ts';

export const searchIcons = defineRoute({
  service: 'export',
  method: 'GET',
  path: '/api/icons',
  summary: 'Icons that fit a query; misspelt and other names are understood.',
  query: z.object({
    q: z.string().trim().max(80).default(''),
    limit: z.coerce.number<number | string>().int().min(1).max(100).default(30),
  }),
  responses: { 200: z.object({ items: z.array(z.object({ id: z.string(), set: z.string(), title: z.string() })) }) },
  errors: ['unauthenticated', 'validation_failed'],
});

const IconListing = z.object({
  id: z.string(),
  set: z.enum(iconSets),
  title: z.string(),
  aliases: z.array(z.string()).readonly(),
  kind: z.enum(iconKinds).optional(),
});

export const listIcons = defineRoute({
  service: 'export',
  method: 'GET',
  path: '/api/icons/index',
  summary: 'Every icon of the bundled libraries by name, set and kind; for searching where it is shown.',
  public: true,
  responses: { 200: z.object({ items: z.array(IconListing) }) },
  errors: [],
});

export const getIcon = defineRoute({
  service: 'export',
  method: 'GET',
  path: '/api/icons/:id',
  summary: 'An icon of the bundled libraries as SVG.',
  public: true,
  light: true,
  params: z.object({ id: z.string().max(120).describe('<set>:<name>, such as tech:postgresql') }),
  query: z.object({ on: z.enum(['light', 'dark']).optional().describe('The ground it must stand out from; as it came when absent') }),
  responses: { 200: 'binary' },
  errors: ['not_found', 'validation_failed'],
});
