import {
  ALL_CHECKS,
  type Answers,
  gateFactsOf,
  gatesBefore,
  type LaterStage,
  londonDayOf,
  type Role,
  searchFrom,
} from '@rightplace/domain';
import { asTenantReading, listSearchEntries } from '@rightplace/store';
import { findCaseFor } from '../cases/find-case.ts';
import { takeStep } from '../cases/take-step.ts';
import { answerReferral } from '../portal/answer-referral.ts';
import { openDisclosed } from '../portal/open-disclosed.ts';
import type { PortalVisitor } from '../portal/portal-session.ts';
import { openReferral } from '../portal/referrals.ts';
import { approveProfile } from '../profile/approve-profile.ts';
import { discloseProfile } from '../profile/disclose-profile.ts';
import { showProfile } from '../profile/show-profile.ts';
import { writeForStage } from '../profile/write-for-stage.ts';
import { openSearch } from '../search/open-search.ts';
import { writeSearchEntry } from '../search/write-search-entry.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { feeOf, type HomeOffering, offerOf } from './offer-of-home.ts';

type Reach = Pick<World, 'db' | 'now' | 'ledgers' | 'mode'>;

/** A referral of the demonstration, with somebody of its provider. */
export interface SentTo extends HomeOffering {
  readonly caseId: number;
  readonly referral: number;
  readonly visitor: PortalVisitor;
}

/** Those who hold a role, as if they had signed in. */
export type InRole = (role: Role) => readonly SignedIn[];

const WORDS: Readonly<Record<LaterStage, Answers>> = {
  shortlist: {
    'more-day':
      'Up early and best in the morning. Likes to know each evening what happens the next day. Sleeps with the landing light on.',
    'more-health': 'Two check-ups a year; a carer goes along.',
    'more-school': 'In the next town, about twenty minutes by bus.',
    'more-family': 'Quiet before it, and hungry after it. Likes to talk about it on the way back.',
  },
  match: {
    delegated: ['hair', 'clubs', 'trips', 'phone-internet', 'usual-care'],
    'asked-before':
      'Nights away, and photographs that others see: ask the social worker, who asks the parents.',
    'care-health': 'No allergies that are known. The next check-up is being arranged.',
    'care-family': 'As it is now. The social worker says beforehand who is coming, and if it changes.',
    'whom-to-ring': 'The social worker by day. At night the emergency duty team.',
    'first-night':
      'A rucksack, a box of drawings and a torch. Something warm to eat, and to be shown round twice.',
  },
};

/**
 * Shortlists one offer, and has another approved and matched: every step is taken as its button takes it. Where one of those asked
 * cannot come so far the next is tried, so that somebody who looks around finds each stage; which were sent is said.
 */
export const discloseSome = async (
  world: Reach,
  officer: SignedIn,
  { sent, inRole }: { readonly sent: readonly SentTo[]; readonly inRole: InRole },
): Promise<readonly LaterStage[]> => {
  const ofFirst = (given: SentTo): boolean => given.caseId === sent[0]?.caseId;
  const toMatch = [...sent.filter((given) => !ofFirst(given)), ...sent.filter(ofFirst)];
  const matched = await firstOf(toMatch, (given) => match(world, officer, { given, inRole }));
  const ofMatched = (given: SentTo): boolean => given.caseId === matched?.caseId;
  const toShortlist = [
    ...sent.filter((given) => !ofMatched(given)),
    ...sent.filter((given) => ofMatched(given) && given !== matched),
  ];
  const shortlisted = await firstOf(toShortlist, (given) => shortlist(world, officer, given));
  return [
    ...(shortlisted === undefined ? [] : (['shortlist'] as const)),
    ...(matched === undefined ? [] : (['match'] as const)),
  ];
};

/** One after another, until one of them has come so far. */
const firstOf = async (
  candidates: readonly SentTo[],
  comesSoFar: (given: SentTo) => Promise<boolean>,
): Promise<SentTo | undefined> => {
  for (const given of candidates) if (await comesSoFar(given)) return given;
  return undefined;
};

const shortlist = async (world: Reach, officer: SignedIn, given: SentTo): Promise<boolean> =>
  (await offerAndShare(world, officer, given)) !== undefined && sendStage(world, officer, given, 'shortlist');

const match = async (
  world: Reach,
  officer: SignedIn,
  { given, inRole }: { readonly given: SentTo; readonly inRole: InRole },
): Promise<boolean> => {
  if (!(await isOpenToDirector(world, officer, given))) return false;
  const offered = await offerAndShare(world, officer, given);
  return (
    offered !== undefined &&
    (await approveHome(world, officer, { ...offered, given, inRole })) &&
    sendStage(world, officer, given, 'match')
  );
};

/** Whether no gate stands before such an offer: of one that does, nothing is begun. */
const isOpenToDirector = async (world: Reach, officer: SignedIn, given: SentTo): Promise<boolean> => {
  const view = await openSearch(world, officer, given.caseId);
  if (view.kind !== 'search' || view.standing.chosen !== undefined) return false;
  const { request, child, today } = view;
  const offer = { kind: given.kind, said: offerOf(given, { today, needs: [] }) };
  const facts = gateFactsOf(offer, { request, age: child.age, on: today });
  return gatesBefore(facts, [], today).length === 0;
};

interface Offered {
  readonly caseId: number;
  readonly offer: number;
  /** As the search calls it. */
  readonly key: string;
}

const keyOf = (what: string, { caseId, referral }: Pick<SentTo, 'caseId' | 'referral'>): string =>
  `demonstration ${caseId} ${referral} ${what}`;

const lastOffer = async (
  world: Reach,
  { authority }: SignedIn,
  { caseId, referral }: SentTo,
): Promise<Offered | undefined> => {
  const { offers } = await asTenantReading(world.db, { authorityId: authority.id }, async (tx) =>
    searchFrom(await listSearchEntries(tx, caseId)),
  );
  const offer = offers.findLast(
    ({ approach, withdrawn }) => approach === referral && withdrawn === undefined,
  );
  return offer && { caseId, offer: offer.number, key: offer.key };
};

const offerAndShare = async (
  world: Reach,
  officer: SignedIn,
  given: SentTo,
): Promise<Offered | undefined> => {
  const { caseId, referral, visitor } = given;
  const opened = await openReferral(world, visitor, { caseId, referral });
  if (opened.kind !== 'referral') return undefined;
  if ((await lastOffer(world, officer, given)) === undefined)
    await answerReferral(world, visitor, {
      caseId,
      referral,
      kind: 'offer',
      offer: undefined,
      key: keyOf('offer to share', given),
      typed: offerOf(given, { today: londonDayOf(world.now()), needs: opened.needs }),
    });
  const offered = await lastOffer(world, officer, given);
  if (offered === undefined) return undefined;
  const shared = await writeSearchEntry(world, officer, {
    id: caseId,
    kind: 'shared',
    about: offered.offer,
    key: keyOf('shared', given),
    typed: {},
  });
  return shared.kind === 'entry-written' ? offered : undefined;
};

const STEPS: readonly (readonly [Role, string, Answers])[] = [
  ['placements-officer', 'share-offers', {}],
  [
    'social-worker',
    'choose',
    {
      'why-this': 'It is near, and the team is steady.',
      'child-view': '“It looks all right. Is there a garden?”',
    },
  ],
  ['team-manager', 'agree-choice', {}],
  [
    'placements-officer',
    'agree-terms',
    { 'agreed-with': 'The registered manager, by telephone and then by e-mail' },
  ],
  [
    'placements-officer',
    'propose',
    {
      considered:
        'Every home of the tiers that are open was asked. The others had no place, or were further away.',
      'why-this': 'It meets the needs, and the school stays the same.',
      'social-worker-view': 'Both would like it.',
      'other-type-because': 'availability',
      'other-type-words': 'Every tier was asked.',
    },
  ],
  ['director', 'approve', {}],
];

/** Whoever of a role reaches the case with its steps. */
const stepBy = async (
  world: Reach,
  { caseId, inRole }: { readonly caseId: number; readonly inRole: InRole },
  role: Role,
): Promise<{ readonly who: SignedIn; readonly seen: number } | undefined> => {
  for (const who of inRole(role)) {
    const found = await asTenantReading(world.db, { authorityId: who.authority.id }, (tx) =>
      findCaseFor(tx, { world, signedIn: who }, { id: caseId, to: 'see' }),
    );
    if (found.kind === 'found' && found.isReached && found.parts.some((part) => part.role === role))
      return { who, seen: found.now.events.length };
  }
  return undefined;
};

const agreedAt = (step: string, given: SentTo): Answers =>
  step === 'agree-terms' ? { 'agreed-weekly': feeOf(given) } : {};

const approveHome = async (
  world: Reach,
  officer: SignedIn,
  { caseId, offer, key, given, inRole }: Offered & { readonly given: SentTo; readonly inRole: InRole },
): Promise<boolean> => {
  for (const check of ALL_CHECKS)
    await writeSearchEntry(world, officer, {
      id: caseId,
      kind: 'check',
      about: offer,
      key: keyOf(`check ${check}`, given),
      typed: { check, result: 'passed', evidence: 'Seen, and kept with the file of the home' },
    });
  for (const [role, step, said] of STEPS) {
    const by = await stepBy(world, { caseId, inRole }, role);
    if (by === undefined) return false;
    const taken = await takeStep(world, by.who, {
      id: caseId,
      step,
      key: keyOf(step, given),
      seen: by.seen,
      said: { ...said, ...(step === 'choose' ? { offer: key } : {}), ...agreedAt(step, given) },
    });
    if (taken.kind === 'refused') return false;
  }
  return true;
};

const sendStage = async (
  world: Reach,
  officer: SignedIn,
  given: SentTo,
  stage: LaterStage,
): Promise<boolean> => {
  const { caseId: id, referral, visitor } = given;
  const key = (what: string): string => keyOf(`${stage} ${what}`, given);
  const before = await showProfile(world, officer, id, stage);
  if (before.kind !== 'profile') return false;
  const basedOn = before.added.revision;
  const written = await writeForStage(world, officer, {
    id,
    stage,
    key: key('words'),
    basedOn,
    typed: WORDS[stage],
  });
  const view = await showProfile(world, officer, id, stage);
  if (written.kind !== 'stage-written' || view.kind !== 'profile') return false;
  const read = { basedOn: view.revision, addedOn: view.added.revision };
  const approved = await approveProfile(world, officer, { id, stage, key: key('approved'), ...read });
  if (approved.kind !== 'profile-approved') return false;
  const sent = await discloseProfile(world, officer, { id, stage, key: key('sent'), approaches: [referral] });
  if (sent.kind !== 'profile-disclosed') return false;
  if (stage === 'shortlist') await openLast(world, visitor, given);
  return true;
};

const openLast = async (
  world: Reach,
  visitor: PortalVisitor,
  { caseId, referral }: SentTo,
): Promise<void> => {
  const opened = await openReferral(world, visitor, { caseId, referral });
  const last = opened.kind === 'referral' ? opened.disclosed.at(-1) : undefined;
  if (last !== undefined)
    await openDisclosed(world, visitor, { caseId, referral, sent: last.disclosure.number });
};
