import fc from 'fast-check';
import { filled, type RandomLanguage, texts } from '../../testing/random-text.ts';

const ids = fc.constantFrom('web', 'data', 'files', 'fork');
const side = fc.constantFrom('L', 'R', 'T', 'B');
const edge = filled('?:? ? ?:?', ids, side, fc.constantFrom('--', '-->', '<-[asks]->'), side, ids);
const things = ['group shop(cloud)[Shop]', 'service web(server)[Web] in shop', 'service data(database)[Data] in shop'];

export const random: RandomLanguage = {
  sources: texts(
    fc.constant('architecture-beta'),
    fc.array(edge, { maxLength: 5 }).map((edges) => [...things, 'service files(logos:aws-s3)', 'junction fork', ...edges]),
  ),
  // Mermaid refuses a name that is given twice and an edge of a service that is not there, which two people together may write.
  lines: ['%% typed', '%% typed too'],
};
