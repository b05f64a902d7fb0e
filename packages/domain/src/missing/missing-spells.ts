import type { CareHistory } from '../child/care-history.ts';
import { type Absence, type MissingSpell, missingSpellsOf } from '../child/missing-spell.ts';
import { type AuthorityOnDay, eventsWithin, type PreparedLedger } from '../measure/authority-on-day.ts';
import { inOrderOfDay } from '../measure/in-order-of-day.ts';
import { onceFor } from '../measure/once-for.ts';

export interface SpellOfChild extends MissingSpell {
  readonly history: CareHistory;
}

const allSpells = onceFor(({ histories }: PreparedLedger): readonly SpellOfChild[] =>
  inOrderOfDay(
    histories.flatMap((history) => missingSpellsOf(history.facts).map((spell) => ({ ...spell, history }))),
  ),
);

/** Times missing (M) or away without authorisation (A) that began in the window, by day. */
export const spellsBegunIn = (authority: AuthorityOnDay, absence: Absence): readonly SpellOfChild[] =>
  eventsWithin(allSpells(authority.ledger), authority.window).filter((spell) => spell.absence === absence);

/** Those that had begun before the window and were not over on its first day. */
export const spellsGoingOn = (authority: AuthorityOnDay, absence: Absence): readonly SpellOfChild[] =>
  allSpells(authority.ledger).filter(
    (spell) =>
      spell.absence === absence &&
      spell.starts < authority.window.starts &&
      (spell.ends === null || spell.ends > authority.window.starts),
  );

/** Whether the record holds any such time that had begun by the end of the day: a return without its table holds none. */
export const holdsSpells = ({ ledger, asOf }: AuthorityOnDay): boolean => {
  const first = allSpells(ledger)[0];
  return first !== undefined && first.on <= asOf;
};
