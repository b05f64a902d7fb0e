import assert from 'node:assert/strict';
import { ALL_CHECKS, type LaterStage, questionsOf, STAGE_SECTIONS, stageQuestions } from '@rightplace/domain';
import { answersTo } from '../../domain/test/cases.ts';
import { answerReferral } from '../src/portal/answer-referral.ts';
import type { PortalVisitor } from '../src/portal/portal-session.ts';
import { approveProfile } from '../src/profile/approve-profile.ts';
import { discloseProfile } from '../src/profile/disclose-profile.ts';
import { type ProfileView, showProfile } from '../src/profile/show-profile.ts';
import { writeForStage } from '../src/profile/write-for-stage.ts';
import { approachHomes } from '../src/search/approach-homes.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { nameOf } from './name-of.ts';
import type { PortalWorld } from './portal-world.ts';
import { TO_DIRECTOR } from './search-world.ts';

export const PORTAL_OFFER = {
  home: 'Samphire Lodge',
  'home-kind': 'childrens-home',
  registered: 'yes',
  judgement: 'good',
  area: 'inside',
  'starts-on': '2026-12-01',
  'core-weekly': '4850',
  'price-basis': 'spot',
};

/** What an officer writes for a stage, in which nothing is in the way. */
export const wordsFor = (stage: LaterStage): Readonly<Record<string, unknown>> => {
  const section = STAGE_SECTIONS[stage];
  const answers = section === undefined ? {} : answersTo(questionsOf({ id: stage, sections: [section] }));
  const plain = stageQuestions(stage).map(({ name, kind }) => [
    name,
    kind === 'text' ? `For the ${stage}: a calm evening helps.` : answers[name],
  ]);
  return Object.fromEntries(plain);
};

/** Ways of acting on the later stages of profiles in a world with providers. */
export const disclosing = (world: PortalWorld) => {
  let forms = 0;
  const key = (): string => `stage ${(forms += 1)}`;
  const seen = async (id: number, stage: LaterStage, who = world.officer): Promise<ProfileView> => {
    const view = await showProfile(world, who, id, stage);
    assert.ok(view.kind === 'profile', nameOf(view));
    return view;
  };
  const write = async (
    id: number,
    stage: LaterStage,
    { typed = {}, who = world.officer }: { typed?: Readonly<Record<string, unknown>>; who?: SignedIn } = {},
  ) =>
    writeForStage(world, who, {
      id,
      stage,
      key: key(),
      basedOn: (await seen(id, stage)).added.revision,
      typed: { ...wordsFor(stage), ...typed },
    });
  const approve = async (id: number, stage: LaterStage, who = world.officer) => {
    const { revision, added } = await seen(id, stage);
    return approveProfile(world, who, { id, stage, key: key(), basedOn: revision, addedOn: added.revision });
  };
  const send = (id: number, stage: LaterStage, approaches: readonly number[], who = world.officer) =>
    discloseProfile(world, who, { id, stage, key: key(), approaches });
  const prepare = async (id: number, stage: LaterStage): Promise<void> => {
    assert.equal(nameOf(await write(id, stage)), 'stage-written');
    assert.equal(nameOf(await approve(id, stage)), 'profile-approved');
  };
  /** An offer that a provider makes by the portal, shared with the social worker: gives its number. */
  const offered = async (
    visitor: PortalVisitor,
    sent: { readonly caseId: number; readonly referral: number },
    said: Readonly<Record<string, unknown>> = {},
  ): Promise<number> => {
    const answer = { ...sent, kind: 'offer', offer: undefined, key: key() } as const;
    const made = await answerReferral(world, visitor, { ...answer, typed: { ...PORTAL_OFFER, ...said } });
    assert.equal(nameOf(made), 'referral-answered', JSON.stringify(made));
    const view = await showOffers(sent.caseId);
    const number = view.at(-1) ?? 0;
    await world.acting.written(sent.caseId, 'shared', number);
    return number;
  };
  const showOffers = async (id: number): Promise<readonly number[]> => {
    const { listSearchEntries } = await import('@rightplace/store');
    const entries = await world.inside((tx) => listSearchEntries(tx, id));
    return entries.flatMap(({ kind, number }) => (kind === 'offer' ? [number] : []));
  };
  /** Asks another home in the same search, by the portal: gives the number of the approach. */
  const askAlso = async (id: number, settingId: number): Promise<number> => {
    const asked = { id, key: key(), settings: [settingId], channel: 'portal', words: '' } as const;
    const answer = await approachHomes(world, world.officer, asked);
    assert.ok(answer.kind === 'homes-approached', JSON.stringify(answer));
    return answer.numbers[0] ?? 0;
  };
  /** The offer that was made and shared, chosen and approved by the director. */
  const approved = async (id: number, offer: number): Promise<void> => {
    for (const check of ALL_CHECKS)
      await world.acting.written(id, 'check', offer, {
        check,
        result: 'passed',
        evidence: 'Seen in the file',
      });
    await world.acting.takeAll(id, [...TO_DIRECTOR, ['director', 'approve']]);
  };
  return { nameOf, seen, write, approve, send, prepare, offered, askAlso, approved };
};
