import { ADOPTED, FOSTERING } from '../code-groups.ts';
import type { EpisodeRow } from '../rows.ts';
import { eachChild, eachRow, eachStep, type Rule } from '../rule.ts';

const isAdoption = ({ REC, DECOM }: EpisodeRow): boolean => ADOPTED.has(REC) && !Number.isNaN(DECOM);

/** What a return says of why episodes begin and end. */
export const STARTS_AND_ENDS_RULES: readonly Rule[] = [
  eachRow('Episodes', {
    code: '143',
    title: 'Reason for the new episode not a code',
    fields: ['RNE'],
    wrong: 'The reason the episode began (RNE) is not one of the codes.',
    todo: 'Enter S, L, P, T, U or B.',
    fails: ({ RNE }, _, { isCode }) => RNE !== '' && !isCode('RNE', RNE),
  }),
  eachRow('Episodes', {
    code: '149',
    title: 'Reason the episode ended not a code',
    fields: ['REC'],
    wrong: 'The reason the episode ended (REC) is not one of the codes.',
    todo: 'Enter one of the codes, or leave it blank while the episode is open.',
    fails: ({ REC }, _, { isCode }) => REC !== '' && !isCode('REC', REC),
  }),
  eachChild(['Episodes'], {
    code: '199',
    title: 'Looked after again after adoption',
    fields: ['CHILD'],
    wrong: 'An earlier episode, of this year or last, ended in the child’s adoption.',
    todo: 'Report the child under a new CHILD from the adoption on, or correct the reason the earlier episode ended.',
    fails: ({ inOrder, lastInOrder }, flag) => {
      const here = inOrder.findIndex(isAdoption);
      const lastYear = lastInOrder.find(isAdoption)?.DECOM ?? Number.POSITIVE_INFINITY;
      const first = inOrder[here]?.DECOM ?? Number.POSITIVE_INFINITY;
      // Of one day, this year's comes first: the same adoption told in both returns is not a second one.
      for (const [i, episode] of inOrder.entries())
        if (first <= lastYear ? i > here && episode.DECOM >= first : episode.DECOM > lastYear) flag(episode);
    },
  }),
  eachChild(['Episodes'], {
    code: '357',
    title: 'First episode is not a start of care',
    fields: ['RNE'],
    wrong: 'The child’s first episode begins in the year but is not a start of care (RNE is not S).',
    todo: 'Enter S, or add the episode that this one carries on from.',
    fails: ({ first, collection }, flag) => {
      if (first !== undefined && first.DECOM >= collection.START && first.RNE !== 'S') flag(first);
    },
  }),
  eachChild(['Episodes'], {
    code: '388',
    title: 'Reason ended does not fit what follows',
    fields: ['REC'],
    wrong:
      'The episode says that another follows the same day (X1) and none does, or that care ended and another follows the same day.',
    todo: 'Correct REC, or the dates of this episode and the next.',
    fails: ({ inOrder }, flag) => {
      const dated = inOrder.filter(({ DECOM }) => !Number.isNaN(DECOM));
      const undated = inOrder.slice(dated.length);
      const rows = undated.length === 0 ? inOrder : [...undated, ...dated];
      for (const [i, episode] of rows.entries()) {
        const { REC, DEC } = episode;
        const next = rows[i + 1];
        const goesOn = next !== undefined && next.DECOM === DEC;
        if (REC === 'X1' ? !Number.isNaN(DEC) && !goesOn : REC !== '' && goesOn) flag(episode);
      }
    },
  }),
  eachStep({
    code: '432',
    title: 'No new start after care ended',
    fields: ['RNE'],
    wrong: 'The episode before this one ended care, yet this one is not a new start of care (RNE is not S).',
    todo: 'Enter S here, or X1 as the reason the episode before ended if care went on.',
    fails: (previous, { RNE }, _, { isCode }) =>
      RNE !== 'S' && previous.REC !== 'X1' && isCode('REC', previous.REC),
  }),
  eachStep({
    code: '437',
    title: 'Episode after a death or a finding of 18 or over',
    flags: 'previous',
    fields: ['REC'],
    wrong:
      'The child is said to have died (E2) or to have been found to be 18 or over (E15), yet another episode follows.',
    todo: 'Correct REC, or remove the later episode.',
    fails: ({ REC, DECOM }) => (REC === 'E2' || REC === 'E15') && !Number.isNaN(DECOM),
  }),
  eachRow('Episodes', {
    code: '516',
    title: 'Special guardianship to foster carers, not from foster care',
    fields: ['REC', 'PLACE'],
    wrong:
      'Special guardianship was given to former foster carers (E45 or E46), yet the placement is not foster care (U1 to U6).',
    todo: 'Correct PLACE, or enter E47 or E48 if the guardians had not fostered the child.',
    fails: ({ REC, PLACE }) => (REC === 'E45' || REC === 'E46') && !FOSTERING.has(PLACE),
  }),
];
