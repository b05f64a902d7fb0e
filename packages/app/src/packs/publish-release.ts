import {
  type AttemptRefusal,
  dayInWords,
  londonDayOf,
  mayAttempt,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { appendAudit, asTenant, holdReleases, saveRelease } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { PackYears } from './demography.ts';
import { DEMOGRAPHY, type PrepareRefusal, prepareRelease } from './prepare-release.ts';

export const LONGEST_RELEASE_REASON = 500;
export const RELEASE_PUBLISHED = 'release-published';

export type Published =
  | { readonly kind: 'published'; readonly id: number; readonly title: string }
  | PrepareRefusal
  | AttemptRefusal
  | Refusal<'reason-needed' | 'looked-at-another'>
  | AlreadyPublished;

/** The same figures are published under the same title: nothing was done, and where they are. */
export interface AlreadyPublished extends Refusal<'already-published'> {
  readonly id: number;
}

export interface PublishAsked extends PackYears {
  readonly why: string;
  readonly seen: string;
}

/**
 * Publishes what was looked at, with a reason. It is made safe again here, while nobody else publishes, and kept in the same
 * transaction as the true counts that the next release is held against. It cannot be taken back. However often the button is
 * pressed, and by however many, the same figures are published once.
 */
export const publishRelease = (
  world: Pick<World, 'db' | 'now' | 'ledgers'>,
  signedIn: SignedIn,
  asked: PublishAsked,
): Promise<Published> => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    const on = londonDayOf(world.now());
    const permission = mayAttempt({ actor: signedIn.actor, action: 'publish-figures', on });
    if (permission.kind === 'refused') return permission;
    const why = asked.why.trim().replaceAll(/\s+/g, ' ');
    if (why === '' || why.length > LONGEST_RELEASE_REASON)
      return refused(
        'reason-needed',
        `Enter why this is published and who agreed to it, in up to ${LONGEST_RELEASE_REASON} characters.`,
      );
    await holdReleases(tx);
    const prepared = await prepareRelease(tx, world, signedIn, asked);
    if (prepared.kind === 'refused') return prepared;
    const { title, version, earlier, shown, says, toRegister, small, further } = prepared;
    if (earlier?.changes.length === 0)
      return {
        ...refused(
          'already-published',
          `“${title}” was published on ${dayInWords(earlier.on)} with these very figures, so nothing was published again.`,
        ),
        id: earlier.id,
      };
    if (prepared.seen !== asked.seen)
      return refused(
        'looked-at-another',
        'What would be printed has changed since you looked at it. Look at it again before you publish it.',
      );
    const id = await saveRelease(
      tx,
      {
        kind: DEMOGRAPHY,
        title,
        version,
        at: world.now(),
        by: signedIn.person.id,
        why,
        profile: toRegister.profile,
        printed: { pack: shown, says },
      },
      toRegister,
    );
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: RELEASE_PUBLISHED,
      subject: { kind: 'release', id: String(id) },
      why,
      detail: {
        title,
        version,
        years: shown.years,
        hiddenSmall: small.length,
        hiddenFurther: further.length,
      },
    });
    return { kind: 'published', id, title };
  });
};
