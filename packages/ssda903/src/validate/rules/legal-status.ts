import type { DayNumber } from '@rightplace/domain';
import type { ChildReturn } from '../child-return.ts';
import { on } from '../collection.ts';
import type { EpisodeRow } from '../rows.ts';
import { eachChild, eachRow, type Rule } from '../rule.ts';

const YOUTH_JUSTICE: ReadonlySet<string> = new Set(['J1', 'J2', 'J3']);

/** An episode without an end is taken to run to the end of the year. */
const lastDay = ({ DEC }: EpisodeRow, { END }: { readonly END: DayNumber }): DayNumber =>
  Number.isNaN(DEC) ? END : DEC;

type IsJoined = (begins: DayNumber, previousEnds: DayNumber) => boolean;

/** A child's dated episodes of one legal status, in stretches of those that are joined to the one before. */
const stretches = ({ inOrder, collection }: ChildReturn, status: string, isJoined: IsJoined) => {
  const found: [EpisodeRow, ...EpisodeRow[]][] = [];
  for (const episode of inOrder) {
    if (episode.LS !== status || Number.isNaN(episode.DECOM)) continue;
    const open = found.at(-1);
    const previous = open?.at(-1);
    if (previous !== undefined && isJoined(episode.DECOM, lastDay(previous, collection))) open?.push(episode);
    else found.push([episode]);
  }
  return found;
};

/** One stretch of a status that the law limits, from its first day to its last. */
const lastsOver =
  (status: string, days: number): Parameters<typeof eachChild>[1]['fails'] =>
  (child, flag, collection) => {
    for (const stretch of stretches(child, status, (begins, previousEnds) => begins === previousEnds)) {
      const ends = Math.max(...stretch.map((episode) => lastDay(episode, collection)));
      if (ends - stretch[0].DECOM > days) flag(...stretch);
    }
  };

/** The days of a status that the law limits, added up over episodes that leave no gap. */
const addsUpToOver =
  (status: string, days: number): Parameters<typeof eachChild>[1]['fails'] =>
  (child, flag, collection) => {
    for (const stretch of stretches(child, status, (begins, previousEnds) => !(begins > previousEnds))) {
      const total = stretch.reduce((sum, episode) => sum + lastDay(episode, collection) - episode.DECOM, 0);
      if (total > days) flag(...stretch);
    }
  };

/** What a return says of legal status and need. */
export const LEGAL_STATUS_RULES: readonly Rule[] = [
  eachRow('Episodes', {
    code: '144',
    title: 'Legal status not a code',
    fields: ['LS'],
    wrong: 'The legal status (LS) is not one of the codes.',
    todo: 'Enter the code of the child’s legal status in this episode.',
    fails: ({ LS }, _, { isCode }) => LS !== '' && !isCode('LS', LS),
  }),
  eachRow('Episodes', {
    code: '145',
    title: 'Category of need not a code',
    fields: ['CIN'],
    wrong: 'The category of need (CIN) is not one of N1 to N8.',
    todo: 'Enter the main reason the child needed help, N1 to N8.',
    fails: ({ CIN }, _, { isCode }) => CIN !== '' && !isCode('CIN', CIN),
  }),
  eachChild(['Episodes', 'Header'], {
    code: '358',
    title: 'Youth justice status before 10',
    fields: ['DECOM', 'LS', 'DOB'],
    wrong:
      'The child has a youth justice legal status (J1, J2 or J3) in an episode that begins before the 10th birthday.',
    todo: 'Correct LS, DECOM or the date of birth: no child under 10 can be charged with an offence.',
    departs:
      'Others also report an episode that begins on the 10th birthday. We let it pass, as a child can be charged from that day.',
    fails: (child, flag, { peerCompatible }) => {
      for (const episode of child.episodes) {
        if (!YOUTH_JUSTICE.has(episode.LS)) continue;
        for (const [i, birthday] of child.birthdays(10).entries()) {
          const header = child.rows.Header[i];
          const isTooYoung = peerCompatible ? episode.DECOM <= birthday : episode.DECOM < birthday;
          if (isTooYoung && header !== undefined) flag(episode, header);
        }
      }
    },
  }),
  eachChild(['Episodes'], {
    code: '361',
    title: 'Police protection for more than 3 days',
    fields: ['DECOM', 'LS', 'DEC'],
    wrong: 'The child was in police protection (L1) for more than 3 days on end.',
    todo: 'Correct the dates, or enter the legal status that followed: police protection ends after 72 hours.',
    departs:
      'Others measure a stretch that another legal status follows together with the child’s next one, however much later. We measure each stretch by itself.',
    fails: lastsOver('L1', 3),
  }),
  eachChild(['Episodes'], {
    code: '362',
    title: 'Emergency protection order for more than 21 days',
    fields: ['DECOM', 'LS', 'DEC'],
    wrong: 'The child was under an emergency protection order (L2) for more than 21 days on end.',
    todo: 'Correct the dates, or enter the legal status that followed: with its extension the order lasts up to 15 days.',
    departs:
      'Others measure a stretch that another legal status follows together with the child’s next one, however much later. We measure each stretch by itself.',
    fails: lastsOver('L2', 21),
  }),
  eachChild(['Episodes'], {
    code: '363',
    title: 'Child assessment order for more than 7 days',
    fields: ['LS', 'DECOM', 'DEC'],
    wrong: 'The child was under a child assessment order (L3) for more than 7 days.',
    todo: 'Correct the dates, or enter the legal status that followed: the order lasts up to 7 days.',
    departs:
      'Others join episodes in the order of the file. We join them in the order of their dates, so that the order of the file changes nothing.',
    fails: addsUpToOver('L3', 7),
  }),
  eachChild(['Episodes'], {
    code: '364',
    title: 'Detention by the police for more than 21 days',
    fields: ['LS', 'DECOM', 'DEC'],
    wrong:
      'The child was in the authority’s accommodation under the Police and Criminal Evidence Act (J2) for more than 21 days.',
    todo: 'Correct the dates, or enter the legal status that followed.',
    departs:
      'Others join episodes in the order of the file. We join them in the order of their dates, so that the order of the file changes nothing.',
    fails: addsUpToOver('J2', 21),
  }),
  eachRow('Episodes', {
    code: '408',
    title: 'Placed under a placement order without one',
    fields: ['PLACE', 'LS'],
    wrong:
      'The child is placed for adoption under a placement order (A5 or A6), but the legal status is not E1.',
    todo: 'Enter E1 as the legal status, or A3 or A4 as the placement if the parents consented.',
    fails: ({ PLACE, LS }) => (PLACE === 'A5' || PLACE === 'A6') && LS !== 'E1',
  }),
  eachRow('Episodes', {
    code: '445',
    to: 2024,
    title: 'Freeing order begun after 2005',
    fields: ['LS', 'DECOM'],
    wrong: 'An episode under a freeing order (D1) begins after December 2005.',
    todo: 'Enter E1 if the child had a placement order, or correct DECOM.',
    fails: ({ LS, DECOM }) => LS === 'D1' && DECOM > on('2005-12-31'),
  }),
  eachRow('Episodes', {
    code: '446',
    title: 'Placement order before there were any',
    fields: ['LS', 'DECOM'],
    wrong: 'An episode under a placement order (E1) begins before 1 December 2005, when there were none.',
    todo: 'Correct LS or DECOM.',
    fails: ({ LS, DECOM }) => LS === 'E1' && DECOM < on('2005-12-01'),
  }),
  eachRow('Episodes', {
    code: '451',
    to: 2024,
    title: 'Freeing order still open',
    fields: ['LS', 'DEC', 'REC'],
    wrong: 'The child is still under a freeing order (D1), which no longer exists.',
    todo: 'Enter when and why the episode ended (DEC and REC), and the legal status since.',
    fails: ({ LS, rawDEC, REC }) => LS === 'D1' && rawDEC === '' && REC === '',
  }),
];
