import {
  type AttemptRefusal,
  type ChildId,
  type ChildRefusal,
  mayAttempt,
  mayDoTo,
  RESOURCES_PANEL,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { appendAudit, asTenant, holdRecord, listCasesOf } from '@rightplace/store';
import { beginCase, findOpenCase } from '../cases/begin-case.ts';
import { type BegunOtherwise, begunBefore } from '../cases/begun-before.ts';
import { caseForAccess } from '../cases/find-case.ts';
import { loadChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { panelsRun } from './panels-run.ts';

export const PANEL_REFERRAL_BEGUN = 'panel-referral-begun';

export type PanelReferralBegun = { readonly kind: 'referral-begun'; readonly id: number };
export type ReferralRefusal =
  | AttemptRefusal
  | ChildRefusal
  | Refusal<'panel-not-run'>
  | BegunOtherwise
  | (Refusal<'referred-already'> & { readonly id: number });

/**
 * Begins a referral to the Access to Resources Panel, of a child in the record. One to the Entry to Care Panel is made from the
 * request for care, so that its answers come with it.
 */
export const referToResourcesPanel = (
  world: World,
  signedIn: SignedIn,
  { child: id, key }: { readonly child: ChildId; readonly key: string },
): Promise<PanelReferralBegun | ReferralRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const begunBy = signedIn.person.id;
    // Of two who refer the same child at once, the second finds the first's.
    await holdRecord(tx);
    const form = { begunBy, key, workflow: RESOURCES_PANEL.id, child: { kind: 'known', id } } as const;
    const before = await begunBefore(tx, form);
    if (before !== undefined)
      return before.kind === 'same' ? { kind: 'referral-begun', id: before.id } : before;
    const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
    const { today } = loaded;
    const permission = mayAttempt({ actor: signedIn.actor, action: 'refer-to-panel', on: today });
    if (permission.kind === 'refused') return permission;
    if (!(await panelsRun(tx, today)).has('access-to-resources-panel'))
      return refused('panel-not-run', 'The authority does not run this panel.');
    const child = loaded.present.childById.get(id);
    if (child === undefined)
      return refused('out-of-reach', 'There is no such child among those you work with.');
    const asked = (await listCasesOf(tx, id)).at(-1);
    const answer = mayDoTo({
      actor: signedIn.actor,
      action: 'take-panel-step',
      on: today,
      child:
        asked === undefined
          ? childForAccess(child, loaded.access, today)
          : caseForAccess(asked, child, loaded),
    });
    if (answer.kind === 'refused') return answer;
    const at = world.now();
    const open = await findOpenCase(tx, { child: id, of: [RESOURCES_PANEL], today, at });
    if (open !== undefined)
      return { ...refused('referred-already', 'This child is before the panel already.'), id: open.id };
    const [{ assignment }] = permission.grants;
    const caseId = await beginCase(tx, RESOURCES_PANEL, { child: id, begunBy, assignment, key, at });
    await appendAudit(tx, {
      at,
      actor: String(begunBy),
      action: PANEL_REFERRAL_BEGUN,
      subject: { kind: 'child', id },
      detail: { case: caseId, workflow: RESOURCES_PANEL.id },
    });
    return { kind: 'referral-begun', id: caseId };
  });
