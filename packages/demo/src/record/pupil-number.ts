import { birthday, dayText } from '../calendar/days.ts';
import type { Life } from '../care/life.ts';

/**
 * UPN as it would be given in the return of that collection year: a number once the child is of school age (four by
 * 31 August before the year began), and before that UN1, "not issued yet". An unaccompanied child has none (UN2).
 * The authority in it is 999, which is no authority's.
 */
export const pupilNumber = (life: Life, year: number): string => {
  if (life.unaccompanied) return 'UN2';
  if (dayText(birthday(life.born, 4)) > `${year - 2}-08-31`) return 'UN1';
  const digits = life.id.replace(/\D/g, '').padStart(9, '0').slice(-9);
  return `T999${digits}`;
};
