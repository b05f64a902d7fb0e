import type { CollectionYear } from '@rightplace/domain';

/** `2026`, and what people also write for it: `2025-26`. */
export const yearOfFolder = (name: string): CollectionYear | undefined => {
  const [, first, last] = /^(20\d{2})(?:[-_](\d{2}))?$/.exec(name) ?? [];
  if (first === undefined) return undefined;
  if (last === undefined) return Number(first);
  return (Number(first) + 1) % 100 === Number(last) ? Number(first) + 1 : undefined;
};

/** The collection year that the innermost folder of a file's name to say one says. */
export const yearOfPath = (name: string): CollectionYear | undefined =>
  name
    .split('/')
    .slice(0, -1)
    .map((folder) => yearOfFolder(folder.replace(/\.zip$/i, '')))
    .findLast((year) => year !== undefined);
