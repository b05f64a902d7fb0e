import assert from 'node:assert/strict';
import type { Answers } from '@rightplace/domain';
import { type AuditRecord, asTenant, listAudit, saveProvider } from '@rightplace/store';
import { invitePortalPerson } from '../src/portal/manage-portal-people.ts';
import { findPortalVisitor, type PortalVisitor } from '../src/portal/portal-session.ts';
import { acceptInvitation, signInToPortal } from '../src/portal/sign-in-to-portal.ts';
import { approachHomes } from '../src/search/approach-homes.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { askForHome } from './home-requests.ts';
import { profileApproved } from './profile-approved.ts';
import { aRegisterWorld, type RegisterWorld } from './register-world.ts';
import { searching, TO_SPOT } from './search-world.ts';
import { NORTHMARSH } from './world.ts';

export const PORTAL_PASSWORD = 'lantern orchard bicycle';

export interface PortalWorld extends RegisterWorld {
  readonly ana_: SignedIn;
  readonly officer: SignedIn;
  readonly acting: ReturnType<typeof searching>;
  /** Another provider, which is sent nothing. */
  readonly other: number;
  /** Zed’s home that is approached. */
  readonly lodge: number;
  /** Somebody of a provider who has followed an invitation and signed in. */
  readonly someoneOf: (
    providerId: number,
    name: string,
  ) => Promise<{ readonly visitor: PortalVisitor; readonly cookie: string; readonly email: string }>;
  /** Somebody who has a password, in a session that begins now. */
  readonly signedInAgain: (email: string) => Promise<{ readonly cookie: string }>;
  /** What the audit has of one action, the last first. */
  readonly audited: (action: string) => Promise<readonly AuditRecord[]>;
  /** A search with an approved profile, of which Zed’s home was sent a referral: the case and the number of the approach. */
  readonly aReferral: (
    number: string,
    words?: string,
    changes?: Answers,
    conditions?: string,
  ) => Promise<{ readonly caseId: number; readonly referral: number }>;
}

/** Providers with people who answer by the portal. */
export const aPortalWorld = async (): Promise<PortalWorld> => {
  const world = await aRegisterWorld();
  const officer = await world.hub();
  const ana_ = (await world.signIn(world.ana)).signedIn;
  const acting = searching(world, ana_);
  const other = await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const { id } = await saveProvider(tx, { name: 'Gull Care', kind: 'PR4', inHouse: false });
    return id;
  });
  const lodge = await world.add({});
  await world.openHome(lodge, 9);
  let keys = 0;
  const must = <T extends { readonly kind: string }, K extends T['kind']>(answer: T, kind: K) => {
    assert.equal(answer.kind, kind, JSON.stringify(answer));
    return answer as Extract<T, { readonly kind: K }>;
  };
  return {
    ...world,
    ana_,
    officer,
    acting,
    other,
    lodge,
    signedInAgain: async (email) => {
      const from = { authorityId: NORTHMARSH, email, networkAddress: '192.0.2.7' };
      const answer = await signInToPortal(world, { ...from, password: PORTAL_PASSWORD });
      return { cookie: must(answer, 'signed-in').session };
    },
    audited: (action) => world.inside((tx) => listAudit(tx, { action })),
    someoneOf: async (providerId, name) => {
      const email = `${name.toLowerCase().replaceAll(' ', '.')}@invented.example`;
      const invited = must(await invitePortalPerson(world, officer, { providerId, name, email }), 'invited');
      const { linkKey } = invited;
      must(await acceptInvitation(world, { linkKey, wanted: PORTAL_PASSWORD }), 'invitation-accepted');
      const from = { authorityId: NORTHMARSH, email, networkAddress: '192.0.2.7' };
      const { session } = must(
        await signInToPortal(world, { ...from, password: PORTAL_PASSWORD }),
        'signed-in',
      );
      const visitor = await findPortalVisitor(world, session);
      assert.ok(visitor !== undefined);
      return { visitor, cookie: session, email };
    },
    aReferral: async (number, words = '', changes = {}, conditions) => {
      const id = await askForHome(world, ana_, { number, changes, conditions });
      await acting.takeAll(id, TO_SPOT);
      await profileApproved(world, officer, id);
      keys += 1;
      const sent = must(
        await approachHomes(world, officer, {
          id,
          key: `send ${keys}`,
          settings: [lodge],
          channel: 'portal',
          words,
        }),
        'homes-approached',
      );
      return { caseId: id, referral: sent.numbers[0] ?? 0 };
    },
  };
};
