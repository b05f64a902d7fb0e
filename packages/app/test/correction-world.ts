import assert from 'node:assert/strict';
import { childId, day } from '@rightplace/domain';
import { openReturnRow } from '../src/return-correction/open-return-row.ts';
import { saveReturnRow } from '../src/return-correction/save-return-row.ts';
import type { RowAsked, RowCells, RowForm } from '../src/return-correction/views.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld, worker } from './children-world.ts';

/** Invented children, and two people who correct what returns tell of them. */
export interface CorrectionWorld extends ChildrenWorld {
  /** A child in the East team, with two episodes and a review. */
  readonly fresh: (id: string) => Promise<string>;
  readonly opened: (signedIn: SignedIn, asked: RowAsked) => Promise<RowForm>;
  /** Opens the form, types over some of it and saves. */
  readonly type: (
    signedIn: SignedIn,
    asked: RowAsked,
    typed: { readonly said: RowCells; readonly reason?: string; readonly was?: RowCells },
  ) => ReturnType<typeof saveReturnRow>;
}

export const REASON = 'The order in the file says so.';

export const row = (
  id: string,
  table: string,
  rowKey: string | undefined,
  collectionYear = 2027,
): RowAsked => ({
  id: childId(id),
  collectionYear,
  table,
  rowKey,
});

export const aCorrectionWorld = async (): Promise<CorrectionWorld> => {
  const world = await aChildrenWorld();
  const opened: CorrectionWorld['opened'] = async (signedIn, asked) => {
    const form = await openReturnRow(world, signedIn, asked);
    assert.ok(form.kind === 'row-form', JSON.stringify(form));
    return form;
  };
  return {
    ...world,
    opened,
    type: async (signedIn, asked, { said, reason = REASON, was }) => {
      const { shown } = await opened(signedIn, asked);
      const cells = { ...shown, ...said };
      return saveReturnRow(world, signedIn, { ...asked, cells, was: was ?? shown, reason });
    },
    fresh: async (id) => {
      const review = { DOB: '01/02/2013', REVIEW: '20/05/2026', REVIEW_CODE: 'PN1' };
      const child = aChild(id, {
        details: { givenName: 'Isla', sex: 'F', dateOfBirth: day('2013-02-01'), ethnicity: 'WBRI' },
        facts: [worker('SW1001'), { kind: 'review', key: '2026-05-20', fields: review }],
        episodes: [
          anEpisode({ decom: '2026-04-20', dec: '2026-09-01', reasonPlaceChange: 'CARPL' }),
          anEpisode({ decom: '2026-09-01', rne: 'P', place: 'K2', urn: 'SC990003' }),
        ],
      });
      await world.saveChildren([child], '2026-11-02T09:00:00Z');
      return id;
    },
  };
};
