import { addDays, type Day, dayNumber, daysBetween, type Episode } from '@rightplace/domain';
import { birthday, dayText } from '../calendar/days.ts';
import type { Life } from './life.ts';

/**
 * What is wrong with a child's episodes, in words; nothing when they could stand in a return. These are the rules of
 * sequence, age and code that an invented child must keep, stated again apart from the code that invents, so that
 * a slip there is found here.
 */
export const episodeFaults = (episodes: readonly Episode[], life: Life): readonly string[] =>
  episodes.flatMap((episode, i) => [
    ...sequenceFaults(episode, episodes[i - 1]),
    ...ageFaults(episode, life),
    ...codeFaults(episode),
    ...temporaryFaults(episodes, i),
    ...endingFaults(episode, life),
  ]);

const when = (holds: boolean, fault: string): readonly string[] => (holds ? [fault] : []);

const samePlace = (a: Episode, b: Episode): boolean =>
  a.place === b.place && a.postcode === b.postcode && a.urn === b.urn && a.provider === b.provider;

const sequenceFaults = (e: Episode, before: Episode | undefined): readonly string[] => {
  const lasts = e.dec === null || e.dec > e.decom;
  const own = [
    ...when(!lasts, 'does not last a day'),
    ...when((e.dec === null) !== (e.rec === null), 'REC without DEC'),
  ];
  if (before === undefined) return [...own, ...when(e.rne !== 'S', 'first episode is not a start')];
  const goesOn = before.rec === 'X1';
  return [
    ...own,
    ...when(before.dec === null || e.decom < before.dec, 'two homes at once'),
    ...when(goesOn && (e.rne === 'S' || e.decom !== before.dec), 'care went on and the next does not follow'),
    ...when(
      !goesOn && (e.rne !== 'S' || e.decom === before.dec),
      'care ceased and the next is not a new start',
    ),
    ...(goesOn ? changeFaults(e, before) : []),
  ];
};

const changeFaults = (e: Episode, before: Episode): readonly string[] => {
  const law = e.ls !== before.ls;
  const place = !samePlace(e, before);
  const temporary = e.place.startsWith('T') || before.place.startsWith('T');
  const moved = 'PBTU'.includes(e.rne);
  return [
    ...when('LBU'.includes(e.rne) !== law, `RNE ${e.rne} and the legal status do not agree`),
    ...when(moved !== place, `RNE ${e.rne} and the placement do not agree`),
    ...when(e.cin !== before.cin, 'need changes within a period of care'),
    ...when(moved && !temporary && before.reasonPlaceChange === null, 'a move without a reason'),
    ...when((!moved || temporary) && before.reasonPlaceChange !== null, 'a reason without a move'),
  ];
};

const YOUNGEST: Readonly<Record<string, number>> = { K3: 16, H5: 16, P2: 16, R5: 10, K1: 10, S1: 4, P3: 14 };

const ageFaults = (e: Episode, life: Life): readonly string[] => {
  const at = (age: number): Day => dayText(birthday(life.born, age));
  const youngest = YOUNGEST[e.place];
  return [
    ...when(e.decom < dayText(life.born), 'in care before birth'),
    ...when(e.rne === 'S' && e.decom >= at(18), 'starts at eighteen'),
    ...when(e.dec !== null && e.dec > at(18), 'in care after eighteen'),
    ...when(youngest !== undefined && e.decom < at(youngest), `${e.place} too young`),
    ...when(e.ls.startsWith('J') && e.decom <= at(10), 'remanded too young'),
  ];
};

const codeFaults = (e: Episode): readonly string[] => {
  const short = e.place.startsWith('T') || e.place.startsWith('Z');
  const noUrn = short || ['P1', 'R1', 'R2', 'R5', 'H5', 'P2'].includes(e.place);
  return [
    ...when(e.place === 'P1' && !e.ls.startsWith('C'), 'with parents without a care order'),
    ...when((e.place === 'A5' || e.place === 'A6') && e.ls !== 'E1', 'placed for adoption without an order'),
    ...when((e.place === 'P1') !== (e.provider === 'PR0'), 'parents and PR0 go together'),
    ...when(short !== (e.provider === null), 'provider given or missing against the code'),
    ...when(noUrn !== (e.urn === null), 'URN given or missing against the code'),
    ...when(e.place !== 'P1' && e.homePostcode !== null && e.homePostcode === e.postcode, 'placed at home'),
    ...when(
      e.ls === 'L1' && (e.dec === null || daysBetween(e.decom, e.dec) > 3),
      'police protection too long',
    ),
    ...when(
      e.ls === 'L2' && (e.dec === null || daysBetween(e.decom, e.dec) > 21),
      'emergency order too long',
    ),
  ];
};

const LONGEST: Readonly<Record<string, number>> = { T1: 42, T2: 21, T3: 21, T4: 7 };

const temporaryFaults = (episodes: readonly Episode[], i: number): readonly string[] => {
  const [before, e, after] = [episodes[i - 1], episodes[i], episodes[i + 1]];
  if (e === undefined || !e.place.startsWith('T')) return [];
  const back = after !== undefined && before !== undefined && after.rne === 'P' && samePlace(before, after);
  const limit = addDays(e.decom, LONGEST[e.place] ?? 0);
  return [
    ...when(e.rne !== 'P', 'temporary move that is not RNE P'),
    ...when(e.dec !== null && !back, 'no return from a temporary move'),
    ...when(e.dec !== null && e.dec > limit, 'temporary move too long'),
    ...when(e.rec !== null && e.rec !== 'X1', 'care ceased on a temporary move'),
  ];
};

const endingFaults = (e: Episode, life: Life): readonly string[] => {
  if (e.dec === null || e.rec === null) return [];
  const age = (years: number): boolean => dayNumber(e.dec ?? e.decom) >= birthday(life.born, years);
  const guardian = ['E45', 'E46'].includes(e.rec);
  return [
    ...when((e.rec === 'E11' || e.rec === 'E12') && !e.place.startsWith('A'), 'adopted from elsewhere'),
    ...when(guardian && !e.place.startsWith('U'), 'guardianship to a foster carer, not fostered'),
    ...when(e.rec === 'E17' && !age(18), 'staying put before eighteen'),
    ...when((e.rec === 'E5' || e.rec === 'E6') && !age(16), 'independent before sixteen'),
    ...when(e.rec === 'E7' && !age(16), 'adult care before sixteen'),
  ];
};
