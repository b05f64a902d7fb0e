import { findPublishedAuthority } from '@rightplace/app';
import { type Authority, asTenant, createAuthority, listAuthorities, type Store } from '@rightplace/store';
import { UsageError } from './command.ts';

const named = (authorities: readonly Authority[]): string =>
  authorities.map(({ code, name }) => `${code} (${name})`).join(', ');

/**
 * Which authority a command is about. Named, or else the only real one there is: the demonstration's is never taken
 * unless it is named, so that an authority's files cannot end up among invented children.
 */
export const findAuthorityAsked = async (
  store: Store,
  asked: string | undefined,
): Promise<Authority | undefined> => {
  const all = await listAuthorities(store.app);
  if (asked !== undefined) return all.find(({ code }) => code === asked.toUpperCase());
  const real = all.filter(({ demonstration }) => !demonstration);
  if (real.length === 1) return real[0];
  if (all.length === 0)
    throw new UsageError(
      'There is no authority here yet. Name yours by its nine-character code: --authority E10000016',
    );
  throw new UsageError(
    real.length === 0
      ? `The only authority here is the demonstration's. Name yours by its nine-character code (--authority E10000016), or the demonstration's to mean it: ${named(all)}`
      : `There is more than one authority here. Name the one you mean with --authority: ${named(all)}`,
  );
};

export const getAuthorityAsked = async (store: Store, asked: string | undefined): Promise<Authority> => {
  const found = await findAuthorityAsked(store, asked);
  if (found === undefined) throw new UsageError(`There is no authority ${asked} in this data folder.`);
  return found;
};

/** The authority asked for, made if it is not there yet, under the name that official statistics give it. */
export const ensureAuthorityAsked = async (
  store: Store,
  asked: string | undefined,
  nameOtherwise = `Authority ${asked}`,
): Promise<Authority> => {
  const found = await findAuthorityAsked(store, asked);
  if (found !== undefined) return found;
  const code = (asked ?? '').toUpperCase();
  if (!/^[A-Z]\d{8}$/.test(code)) {
    throw new UsageError(
      `--authority takes the nine-character code of official statistics, such as E10000016; this is not one: ${asked}`,
    );
  }
  const name = findPublishedAuthority(code)?.name ?? nameOtherwise;
  await asTenant(store.app, { authorityId: code }, (tx) => createAuthority(tx, { name }));
  return { code, name, demonstration: false, colour: undefined };
};
