import type { CollectionYear } from '@rightplace/domain';
import { ADOPTED, ADOPTION_PLACEMENT, FOSTERING, TEMPORARY } from '../code-groups.ts';
import { addYears, on } from '../collection.ts';
import { isShortBreaks } from '../continuously-looked-after.ts';
import { eachChild, eachRow, eachStep, type Rule } from '../rule.ts';

interface Version {
  readonly code: string;
  readonly from?: CollectionYear;
  readonly to?: CollectionYear;
}

/** A placement in which no child may be placed before a birthday. */
const notBeforeAge = (version: Version, place: string, called: string, age: number): Rule =>
  eachRow('Episodes', {
    ...version,
    title: `Too young for ${called}`,
    fields: ['DECOM', 'PLACE'],
    needs: ['Header'],
    wrong: `The placement is ${called} (${place}), but the child was under ${age} when the episode started.`,
    todo: 'Check PLACE, the day the episode started and the date of birth.',
    departs:
      'The other validator tests only episodes that have ended. We test open ones as well: the age at the start does not depend on the end.',
    fails: ({ PLACE, DECOM }, { DOB }) => PLACE === place && DECOM < addYears(DOB, age),
  });

/** What a return says of the kind of placement, of how a child came to it and of why they left it. */
export const PLACEMENT_RULES: readonly Rule[] = [
  eachRow('Episodes', {
    code: '146',
    title: 'Placement not a code',
    fields: ['PLACE'],
    wrong: 'PLACE is not a code of this collection year’s list of placements.',
    todo: 'Enter the code that this year’s list has for the placement.',
    departs:
      'In 2024/25 the other validator refuses K3, because its list has it in small letters. We accept it.',
    fails: ({ PLACE }, _, { isCode }) => PLACE !== '' && !isCode('PLACE', PLACE),
  }),
  eachRow('Episodes', {
    code: '217',
    title: 'Adoption by the foster carer starts with a change of carer',
    fields: ['PLACE', 'DECOM', 'RNE'],
    wrong:
      'The child is placed for adoption with their own foster carer (A3 or A5), but RNE does not say that the carer stayed the same.',
    todo: 'Enter S, T or U in RNE, or correct the placement.',
    fails: ({ PLACE, DECOM, RNE }) =>
      (PLACE === 'A3' || PLACE === 'A5') &&
      DECOM >= on('2015-04-01') &&
      RNE !== 'S' &&
      RNE !== 'T' &&
      RNE !== 'U',
  }),
  eachRow('Episodes', {
    code: '217t',
    from: 2024,
    to: 2024,
    title: 'Independent living after 28 October 2023',
    fields: ['PLACE', 'DEC'],
    wrong:
      'The placement is independent living (P2) and goes on after 28 October 2023, when that code was withdrawn.',
    todo: 'End the episode by 28 October 2023 and start another with the right kind of placement.',
    fails: ({ PLACE, DEC }) => PLACE === 'P2' && !(DEC <= on('2023-10-28')),
  }),
  eachStep({
    code: '225',
    title: 'No reason for the change of placement',
    flags: 'previous',
    fields: ['REASON_PLACE_CHANGE'],
    wrong: 'The child moved to another placement after this episode, but REASON_PLACE_CHANGE is blank.',
    todo: 'Enter why the placement changed.',
    fails: (previous, { RNE, PLACE }) =>
      previous.REC === 'X1' &&
      previous.REASON_PLACE_CHANGE === '' &&
      !TEMPORARY.has(previous.PLACE) &&
      (RNE === 'P' || RNE === 'B' || RNE === 'T' || RNE === 'U') &&
      !TEMPORARY.has(PLACE),
  }),
  eachRow('Episodes', {
    code: '233',
    from: 2026,
    title: 'Reason for a change of placement on an open episode',
    fields: ['DEC', 'REASON_PLACE_CHANGE'],
    wrong: 'The episode has not ended, but REASON_PLACE_CHANGE says why its placement changed.',
    todo: 'Enter the day the episode ended, or clear the reason.',
    departs:
      'The other validator cannot run this rule, as it reads a column that the return does not have. We read DEC.',
    fails: ({ rawDEC, REASON_PLACE_CHANGE }) => rawDEC === '' && REASON_PLACE_CHANGE !== '',
  }),
  eachChild(['Episodes', 'Header'], {
    code: '234',
    from: 2026,
    title: 'Moved because of custody before the age of 10',
    fields: ['REASON_PLACE_CHANGE', 'DOB'],
    wrong: 'A move into custody (CUSTOD) led to this episode, but the child was under 10 when it started.',
    todo: 'Check why the placement before it ended, and the date of birth.',
    departs:
      'The other validator looks for CUSTOD on the episode that starts before the 10th birthday. We look on the one before it, which is where the reason for that move is given.',
    fails: ({ inOrder, header, DOB }, flag, { peerCompatible }) => {
      if (header === undefined) return;
      const tenth = addYears(DOB, 10);
      for (const [i, episode] of inOrder.entries()) {
        const reason = (peerCompatible ? episode : inOrder[i - 1])?.REASON_PLACE_CHANGE;
        if (reason === 'CUSTOD' && episode.DECOM < tenth) flag(episode, header);
      }
    },
  }),
  eachStep({
    code: '336',
    title: 'Adoption by a foster carer that the child was not with',
    fields: ['PLACE'],
    wrong:
      'The child is placed for adoption with their own foster carer (A3 or A5), but the placement before was neither fostering nor for adoption.',
    todo: 'Enter A4 or A6 if the adopters had not fostered the child, or correct the placement before.',
    departs:
      'The other validator tests A3 and A4. We test A3 and A5, the two that mean adoption by the child’s own foster carer.',
    fails: (previous, { PLACE }) =>
      (PLACE === 'A3' || PLACE === 'A5') &&
      !ADOPTION_PLACEMENT.has(previous.PLACE) &&
      !FOSTERING.has(previous.PLACE),
  }),
  notBeforeAge({ code: '370', to: 2023 }, 'P2', 'independent living', 15),
  notBeforeAge({ code: '370', from: 2024, to: 2024 }, 'P2', 'independent living', 16),
  notBeforeAge({ code: '371', to: 2023 }, 'H5', 'semi-independent living', 14),
  notBeforeAge({ code: '371', from: 2024, to: 2024 }, 'H5', 'semi-independent living', 16),
  notBeforeAge({ code: '371', from: 2025 }, 'K3', 'supported accommodation', 16),
  notBeforeAge({ code: '372' }, 'R5', 'a young offender institution', 10),
  notBeforeAge({ code: '373' }, 'S1', 'a residential school', 4),
  notBeforeAge({ code: '374' }, 'P3', 'residential employment', 14),
  eachRow('Episodes', {
    code: '378',
    title: 'With parents while accommodated by agreement',
    fields: ['PLACE', 'LS'],
    wrong:
      'The child is placed with their parents (P1), but LS says that they are accommodated by agreement (V2).',
    todo: 'Check whether the child was still looked after, and correct the placement or the legal status.',
    fails: ({ PLACE, LS }) => PLACE === 'P1' && LS === 'V2',
  }),
  eachRow('Episodes', {
    code: '384',
    title: 'Short breaks in long-term fostering',
    fields: ['PLACE', 'LS'],
    wrong: 'The episode is for short breaks (V3 or V4), but the placement is long-term fostering (U1 or U4).',
    todo: 'Correct the placement or the legal status.',
    fails: (episode) => isShortBreaks(episode) && (episode.PLACE === 'U1' || episode.PLACE === 'U4'),
  }),
  eachRow('Episodes', {
    code: '390',
    title: 'Adopted from a placement not for adoption',
    fields: ['PLACE', 'REC'],
    wrong:
      'The episode ended in adoption (E11 or E12), but its placement is not one for adoption (A3 to A6).',
    todo: 'Correct the placement or the reason the episode ended.',
    fails: ({ PLACE, REC }) => ADOPTED.has(REC) && !ADOPTION_PLACEMENT.has(PLACE),
  }),
  eachRow('Episodes', {
    code: '1009',
    title: 'Reason for the change of placement not a code',
    fields: ['REASON_PLACE_CHANGE'],
    wrong: 'REASON_PLACE_CHANGE is not one of the return’s codes.',
    todo: 'Enter the code for why the placement changed.',
    fails: ({ REASON_PLACE_CHANGE }, _, { isCode }) =>
      REASON_PLACE_CHANGE !== '' && !isCode('REASON_PLACE_CHANGE', REASON_PLACE_CHANGE),
  }),
];
