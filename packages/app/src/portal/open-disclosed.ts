import {
  type Disclosure,
  londonDayOf,
  londonTimeOf,
  type Moment,
  type PortalReferral,
  type Profile,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { appendAudit, findSentProfile } from '@rightplace/store';
import type { World } from '../world.ts';
import { disclosedTo } from './disclosed-to.ts';
import type { PortalVisitor } from './portal-session.ts';
import {
  addAsProvider,
  auditOfReferral,
  NO_SUCH_REFERRAL,
  type NoSuchReferral,
  onReferral,
  type ReferralAsked,
} from './referrals.ts';

export interface DisclosedView {
  readonly kind: 'disclosed';
  readonly referral: PortalReferral;
  readonly disclosure: Disclosure;
  readonly profile: Profile;
  readonly now: Moment;
}

export type NoLongerShown = Refusal<'no-longer-shown'>;

const NO_LONGER_SHOWN = refused(
  'no-longer-shown',
  'The authority has taken this back or sent it anew: your offer is no longer the one it was sent for, the search or the placement is over, or something was put right. Delete or destroy any copy you made, and read what the referral shows now.',
);

/** What was approved was written by us and never changes. */
const readProfile = (content: string): Profile => JSON.parse(content) as Profile;

/**
 * A later stage of the profile, as the visitor's provider was sent it, for as long as it stands. That it was seen is recorded each
 * time; in the log, the first time. Whether it stands is asked twice: of the search, and of the database, which shows no other.
 */
export const openDisclosed = (
  world: World,
  visitor: PortalVisitor,
  { sent, ...asked }: ReferralAsked & { readonly sent: number },
): Promise<DisclosedView | NoSuchReferral | NoLongerShown> =>
  onReferral(world, visitor, { ...asked, holds: true }, async (on) => {
    const { tx, serve, referral, now } = on;
    const found = disclosedTo(on).find(({ disclosure }) => disclosure.number === sent);
    const version = found?.disclosure.version;
    if (found === undefined || version === undefined) return NO_SUCH_REFERRAL;
    const { disclosure, stands } = found;
    const kept = stands ? await findSentProfile(tx, { caseId: asked.caseId, version }) : undefined;
    const { stage } = disclosure;
    const seen = { stage, profile: version, shown: kept !== undefined };
    await serve((served) =>
      appendAudit(served, auditOfReferral(on, visitor, { action: 'disclosed-profile-viewed', detail: seen })),
    );
    if (kept === undefined) return NO_LONGER_SHOWN;
    if (disclosure.openedAt === undefined)
      await addAsProvider(on, visitor, {
        kind: 'opened',
        about: referral.approach.number,
        said: { on: londonDayOf(now), at: londonTimeOf(now), stage, sent: String(sent) },
        key: `opened ${sent}`,
      });
    return { kind: 'disclosed', referral, disclosure, profile: readProfile(kept.content), now };
  });
