import { DIRECTOR_FIRST, dayInWords } from '@rightplace/domain';
import { recordFromHeld } from '@rightplace/ssda903';
import type { Tx } from '@rightplace/store';
import { findWithoutDirector } from '../leaving-care/directors-word.ts';
import type { HeldReturn } from './held-return.ts';
import type { RowTroubleSaid } from './views.ts';
import type { Change } from './weigh-change.ts';

/**
 * No row corrected, added or removed by hand ends care at 16 or 17 without the director: the wall that the case has stands here
 * too, or it would be walked around.
 */
export const troubleWithoutDirector = async (
  tx: Tx,
  { child, found, at }: Pick<HeldReturn, 'child' | 'found' | 'at'>,
  corrected: Change | undefined,
): Promise<readonly RowTroubleSaid[] | undefined> => {
  if (corrected?.kind !== 'corrected') return undefined;
  const after = recordFromHeld(child.id, corrected.child);
  const ending = await findWithoutDirector(tx, { before: found.present, after }, at);
  return ending === undefined
    ? undefined
    : [
        {
          columns: ['DEC', 'REC'],
          reason: `It would end care on ${dayInWords(ending.ends)}, and no director has authorised that.`,
          todo: `${DIRECTOR_FIRST}.`,
        },
      ];
};
