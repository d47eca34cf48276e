import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, texts } from '../../testing/random-text.ts';

const words = fc.constantFrom('"uses"', '"reads from"', '"asks", "HTTPS"');
const known = ['user', 'shop', 'mail'];
const relation = filled('Rel(?, ?, ?)', fc.constantFrom(...known), fc.constantFrom(...known), words);
const people = [
  'Person(user, "User", "Buys things")',
  'System(shop, "Shop")',
  'ContainerDb_Ext(store, "Store", "SQL")',
  'Container(site, "Site")',
];

export const random: RandomLanguage = {
  sources: texts(
    fc.constantFrom('C4Context', 'C4Container'),
    fc.tuple(fc.boolean(), fc.array(relation, { maxLength: 4 })).map(([within, relations]): readonly Part[] => {
      const mail: Part = within
        ? { opens: 'Enterprise_Boundary(firm, "Firm") {', inside: ['System_Ext(mail, "Mail")', 'System(desk, "Desk")'], closes: '}' }
        : 'System_Ext(mail, "Mail")';
      return [...people, mail, ...relations];
    }),
  ),
  lines: ['Person(new, "New")', 'Rel(user, shop, "typed")', '%% typed'],
};
