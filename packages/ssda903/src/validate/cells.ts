import type { DayNumber } from '@rightplace/domain';

/** Something is written where a date belongs, and it is no day. `raw` is the text, `day` what was read of it. */
export const isUnreadable = (raw: string, day: DayNumber): boolean => raw !== '' && Number.isNaN(day);
