import type { Episode, Sex } from '@rightplace/domain';

/** SEX as that collection year wrote it: numbers up to 2023-24, letters since. */
export const sexInYear = (sex: Sex, year: number): string => {
  if (year >= 2025) return sex;
  return sex === 'M' ? '1' : '2';
};

/**
 * PLACE as that collection year wrote it. Supported accommodation (K3) came in with 2024-25 and was H5 before; other
 * placements (Z11 to Z14) came in with 2025-26 and were Z1. The return lets an episode change its code so.
 */
export const placeInYear = (place: string, year: number): string => {
  if (place === 'K3' && year <= 2024) return 'H5';
  if (place.startsWith('Z') && year <= 2025) return 'Z1';
  return place;
};

/** Supported accommodation had no URN until providers began to register, in 2023-24. */
export const urnInYear = ({ place, urn }: Episode, year: number): string =>
  place === 'K3' && year <= 2023 ? '' : (urn ?? '');
