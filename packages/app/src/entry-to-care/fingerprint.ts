import { createHash } from 'node:crypto';

/** The same value always as the same text: what a thing holds in the order of its names, whatever order it came in. */
const canonicalText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const held = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${held.map(([name, one]) => `${JSON.stringify(name)}:${canonicalText(one)}`).join(',')}}`;
};

/** SHA-256 of what something says, as 64 characters: the same for the same content, and for no other. */
export const fingerprintOf = (content: unknown): string =>
  createHash('sha256').update(canonicalText(content)).digest('hex');

/** In groups of four, to be read off paper. */
export const fingerprintInGroups = (fingerprint: string): string =>
  (fingerprint.match(/.{1,4}/g) ?? []).join(' ');

/** The least that is looked at: sixteen characters are not come by by chance. */
const LEAST_TYPED = 16;

/** Whether what was typed from a copy is this fingerprint, whole or its first four groups at least; undefined when it is none. */
export const isFingerprint = (typed: string, fingerprint: string): boolean | undefined => {
  const read = typed.toLowerCase().replaceAll(/[\s-]/g, '');
  if (!/^[0-9a-f]+$/.test(read) || read.length < LEAST_TYPED || read.length > fingerprint.length)
    return undefined;
  return fingerprint.startsWith(read);
};
