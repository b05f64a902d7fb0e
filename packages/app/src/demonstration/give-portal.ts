import { type Day, londonDayOf, PLACEMENT_REQUEST, type SaidByProvider } from '@rightplace/domain';
import {
  addPortalPerson,
  appendAudit,
  asTenant,
  asTenantReading,
  holdRecord,
  listAuthorities,
  listCasesOfProcess,
  listPortalPeople,
  listProviders,
  type Provider,
} from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import { rolesIn } from '../delegation/acting.ts';
import { answerReferral } from '../portal/answer-referral.ts';
import type { PortalVisitor } from '../portal/portal-session.ts';
import { openReferral } from '../portal/referrals.ts';
import { approveProfile } from '../profile/approve-profile.ts';
import { showProfile } from '../profile/show-profile.ts';
import { approachHomes } from '../search/approach-homes.ts';
import { SEARCH_ENDED } from '../search/officers.ts';
import { openHomesToAsk } from '../search/open-homes-to-ask.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { discloseSome, type InRole } from './disclose-some.ts';
import { type HomeOffering, kindOffered, offerOf } from './offer-of-home.ts';

/** Names that nobody bears, each said to be invented where somebody is chosen. */
const NAMES = ['Robin Alderquill', 'Marnie Saltwhistle', 'Teo Brackenmoor', 'Ines Fernhollow'];
const MOST_SEARCHES = 3;
const HOMES_OF_EACH = 4;
/** How many get one of the answers of `answersTo`. */
const ANSWERED = 3;

type Reach = Pick<World, 'db' | 'now' | 'ledgers' | 'mode'>;

interface Given extends HomeOffering {
  readonly provider: Provider;
  readonly caseId: number;
  readonly referral: number;
}

/**
 * Gives a demonstration that has none people of providers, and sends these the profiles of a few searches: every step is taken as
 * its button takes it. No real authority is given any.
 */
export const givePortal = async (world: Reach): Promise<void> => {
  for (const { code: authorityId, name, demonstration } of await listAuthorities(world.db)) {
    if (!demonstration) continue;
    const inRole = await peopleInRoles(world, { id: authorityId, name });
    const [officer] = inRole('placements-officer');
    if (officer === undefined) continue;
    const providers = await asTenant(world.db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds them there.
      await holdRecord(tx);
      return (await listPortalPeople(tx)).length > 0 ? [] : listProviders(tx);
    });
    if (providers.length === 0) continue;
    const sent = await sendSome(world, officer, providers);
    const asked = [...new Map(inTurn(sent).map(({ provider }) => [provider.id, provider])).values()];
    const others = providers.filter(({ inHouse, id }) => !inHouse && !asked.some((one) => one.id === id));
    const people = await invite(world, officer, [...asked, ...others].slice(0, NAMES.length));
    await answerSome(world, sent, people);
    const withPeople = sent.flatMap((given) => {
      const visitor = people.find(({ provider }) => provider.id === given.provider.id);
      return visitor === undefined ? [] : [{ ...given, visitor }];
    });
    // Not to whom something was answered already, but for the offer.
    const open = withPeople.filter(
      ({ caseId, referral }) =>
        !sent.slice(0, 2).some((one) => one.caseId === caseId && one.referral === referral),
    );
    await discloseSome(world, officer, { sent: open, inRole });
  }
};

/** Those who answer something first, then one of each search, so that each has somebody who can sign in. */
const inTurn = (sent: readonly Given[]): readonly Given[] => [
  ...sent.slice(0, ANSWERED),
  ...sent.filter(({ caseId }, at) => sent.findIndex((one) => one.caseId === caseId) === at),
  ...sent,
];

/** Who holds which role today, as if they had signed in. */
const peopleInRoles = (
  { db, now }: Reach,
  authority: { readonly id: string; readonly name: string },
): Promise<InRole> =>
  asTenantReading(db, { authorityId: authority.id }, async (tx) => {
    const { staff } = await loadAccessFacts(tx);
    const rolesOf = rolesIn(staff);
    const today = londonDayOf(now());
    return (wanted) =>
      [...staff.members.values()]
        .filter(({ id }) =>
          rolesOf(String(id)).some(
            ({ role, starts, ends }) => role === wanted && starts <= today && (ends === null || ends > today),
          ),
        )
        .map(({ id, name }) => ({
          authority: { ...authority, demonstration: true, colour: undefined },
          person: { id, name, email: undefined },
          actor: { id: String(id), assignments: rolesOf(String(id)) },
          method: 'demonstration',
          startedAt: now(),
          endsAt: now(),
          unread: 0,
          directorsStoodInFor: [],
          sessionKey: '',
        }));
  });

/** Profiles that nothing stands in the way of, to homes of the register that take the child. */
const sendSome = async (
  world: Reach,
  officer: SignedIn,
  providers: readonly Provider[],
): Promise<readonly Given[]> => {
  const live = await asTenantReading(world.db, { authorityId: officer.authority.id }, (tx) =>
    listCasesOfProcess(tx, PLACEMENT_REQUEST.id, { ended: SEARCH_ENDED, isOver: false }),
  );
  const given: Given[] = [];
  let searches = 0;
  for (const { id } of live) {
    if (searches === MOST_SEARCHES) break;
    const view = await showProfile(world, officer, id);
    if (view.kind !== 'profile' || view.isInTheWay || view.notNow !== undefined || !view.mayApprove) continue;
    await approveProfile(world, officer, { id, key: `demonstration ${id}`, basedOn: view.revision });
    const open = await openHomesToAsk(world, officer, id);
    if (open.kind !== 'homes-to-ask' || 'notYet' in open.profile) continue;
    const homes = open.homes
      .filter(({ asked }) => asked.length === 0)
      .flatMap(({ setting }) => {
        const provider = providers.find((one) => one.id === setting.providerId && !one.inHouse);
        const kind = kindOffered(setting);
        return provider === undefined || kind === undefined ? [] : [{ setting, provider, kind }];
      })
      .slice(0, HOMES_OF_EACH);
    if (homes.length === 0) continue;
    const sent = await approachHomes(world, officer, {
      id,
      key: `demonstration ${id}`,
      settings: homes.map(({ setting }) => setting.id),
      channel: 'portal',
      words: 'Please answer as soon as you can.',
      replyBy: open.usualReplyBy,
    });
    if (sent.kind !== 'homes-approached') continue;
    searches += 1;
    for (const [at, { setting, provider, kind }] of homes.entries())
      given.push({ provider, caseId: id, referral: sent.numbers[at] ?? 0, home: setting.name, kind });
  }
  return given;
};

const invite = (
  { db, now }: Reach,
  { authority, person }: SignedIn,
  providers: readonly Provider[],
): Promise<readonly PortalVisitor[]> =>
  asTenant(db, { authorityId: authority.id }, async (tx) => {
    const people: PortalVisitor[] = [];
    for (const [at, provider] of providers.entries()) {
      const name = `${NAMES[at] ?? 'Somebody'} (invented)`;
      const email = `person-${at + 1}@provider.invented.example`;
      const by = { invitedBy: person.id, at: now() };
      const id = await addPortalPerson(tx, { providerId: provider.id, name, email, ...by });
      if (id !== undefined) people.push({ authority, provider, person: { id, name }, sessionKey: '' });
    }
    await appendAudit(tx, {
      at: now(),
      actor: 'command line',
      action: 'demonstration-portal-given',
      detail: { people: people.length },
    });
    return people;
  });

const answersTo = (given: Given, today: Day): readonly (readonly [SaidByProvider, object])[] => [
  ['question', { words: 'How does the child get to school now, and who goes with them?' }],
  ['declined', { reason: 'no-place', words: 'We expect a place in the new year.' }],
  ['offer', offerOf(given, { today, needs: [] })],
];

/** One of each, and the rest waits to be answered. */
const answerSome = async (
  world: Reach,
  sent: readonly Given[],
  people: readonly PortalVisitor[],
): Promise<void> => {
  for (const [at, given] of sent.entries()) {
    const visitor = people.find(({ provider }) => provider.id === given.provider.id);
    const answer = answersTo(given, londonDayOf(world.now()))[at];
    if (visitor === undefined || answer === undefined) continue;
    const { caseId, referral } = given;
    await openReferral(world, visitor, { caseId, referral });
    const [kind, typed] = answer;
    const key = `demonstration ${caseId} ${referral}`;
    await answerReferral(world, visitor, {
      caseId,
      referral,
      kind,
      offer: undefined,
      key,
      typed: { ...typed },
    });
  }
};
