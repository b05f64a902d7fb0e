import type { Day } from '@rightplace/domain';

/** By the clock and the place of this computer. */
export const today = (): Day => {
  const now = new Date();
  const part = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}` as Day;
};
