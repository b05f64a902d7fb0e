import type { CareHistory } from '../child/care-history.ts';
import { type Absence, type MissingSpell, missingSpellsOf } from '../child/missing-spell.ts';
import { type AuthorityOnDay, eventsWithin, type PreparedLedger } from '../measure/authority-on-day.ts';
import { inOrderOfDay } from '../measure/in-order-of-day.ts';

export interface SpellOfChild extends MissingSpell {
  readonly history: CareHistory;
}

const kept = new WeakMap<PreparedLedger, readonly SpellOfChild[]>();

const allSpells = ({ ledger }: AuthorityOnDay): readonly SpellOfChild[] => {
  const found =
    kept.get(ledger) ??
    inOrderOfDay(
      ledger.histories.flatMap((history) =>
        missingSpellsOf(history.facts).map((spell) => ({ ...spell, history })),
      ),
    );
  kept.set(ledger, found);
  return found;
};

/** Times missing (M) or away without authorisation (A) that began in the window, by day. */
export const spellsBegunIn = (authority: AuthorityOnDay, absence: Absence): readonly SpellOfChild[] =>
  eventsWithin(allSpells(authority), authority.window).filter((spell) => spell.absence === absence);

/** Those that had begun before the window and were not over on its first day. */
export const spellsGoingOn = (authority: AuthorityOnDay, absence: Absence): readonly SpellOfChild[] =>
  allSpells(authority).filter(
    (spell) =>
      spell.absence === absence &&
      spell.starts < authority.window.starts &&
      (spell.ends === null || spell.ends > authority.window.starts),
  );
