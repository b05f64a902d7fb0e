import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someone, TODAY } from '../../test/access.ts';
import { EVERY_WORKFLOW } from '../workflow/every-workflow.ts';
import { type Action, ALL_ACTIONS, isChildAction } from './action.ts';
import { mayAttempt } from './may-attempt.ts';
import { POLICY, type Policy } from './policy.ts';
import { ALL_ROLES, isRole, ROLE_GROUPS, ROLES, type Role, rolesByGroup } from './role.ts';
import type { Scope } from './scope.ts';

/**
 * The table as agreed, told a second time so that a slip in the policy is seen. Rows are roles; columns are:
 * home, own account | list, open, who looked | figures, children behind, what changed, download |
 * try import, apply, history, write return | findings, open one, correct, answer, agree, withdraw | check, freeze |
 * audit, people, settings, targets, conventions, neighbours, sets of figures, publish | other systems: see, make, agree, revoke |
 * commentary, boards | what a figure is made of | requests for care: begin, see, take a step; own list of work |
 * who stands in for whom: see, make, end | what is due for a child: see, say, allow to be late.
 */
const AGREED = `
social-worker             me me | own own own | team own own .     | . . . . | own own own own . own         | . .     | . . . . . . . . | . . . . | . . | team | me own own me | me . me | own own .
team-manager              me me | team team team | team team team team | . . . . | team team team team team team | . .     | . . . . . . . . | . . . . | team . | team | . team team me | me me me | team team team
group-manager             me me | srv srv srv | srv srv srv srv    | . . . . | srv srv srv srv srv srv       | . .     | . . . . . . . . | . . . . | srv . | srv | . srv srv me | me me me | srv srv srv
director                  me me | all all all | all all all all    | . . all . | all all . . all all           | all all | all . . all all . all all | all . all all | all all | all | . all all me | all all all | all all all
placements-officer        me me | all all all | all all all .      | . . . . | all all all all . all         | . .     | . . . . . . all . | . . . . | . . | all | . all all me | me . . | all all .
fostering-adoption        me me | own own own | srv own own .      | . . . . | own own own own . own         | . .     | . . . . . . . . | . . . . | . . | srv | . . . . | . . . | own own .
reviewing-officer         me me | own own own | all own own .      | . . . . | own own own own . own         | . .     | . . . . . . all . | . . . . | . . | all | . own . me | me me me | own own .
virtual-school            me me | . . . | figs . . .               | . . . . | . . . . . .                   | . .     | . . . . . . . . | . . . . | . . | . | . . . . | . . . | . . .
health                    me me | . . . | . . . .                  | . . . . | . . . . . .                   | . .     | . . . . . . . . | . . . . | . . | . | . . . . | . . . | . . .
performance               me me | all all all | all all all all    | all all all all | all all all all all all       | all all | . . . all all all all all | . . . . | all all | all | . all . . | . . . | all . .
finance                   me me | . . . | . . . .                  | . . . . | . . . . . .                   | . .     | . . . . . . . . | . . . . | . . | . | . . . . | . . . | . . .
administrator             me me | . . . | . . . .                  | . . . . | . . . . . .                   | . .     | . all all . . all . . | all all . all | . . | . | . . . . | all all all | . . .
external-provider         me me | . . . | . . . .                  | . . . . | . . . . . .                   | . .     | . . . . . . . . | . . . . | . . | . | . . . . | . . . | . . .
foster-carer              me me | . . . | . . . .                  | . . . . | . . . . . .                   | . .     | . . . . . . . . | . . . . | . . | . | . . . . | . . . | . . .
young-person              me me | . . . | . . . .                  | . . . . | . . . . . .                   | . .     | . . . . . . . . | . . . . | . . | . | . . . . | . . . | . . .
advocate                  me me | . . . | . . . .                  | . . . . | . . . . . .                   | . .     | . . . . . . . . | . . . . | . . | . | . . . . | . . . | . . .
elected-member            me me | . . . | figs . . .               | . . . . | . . . . . .                   | . .     | . . . . . . . . | . . . . | . . | . | . . . . | . . . | . . .
corporate-parenting-panel me me | . . . | figs . . .               | . . . . | . . . . . .                   | . .     | . . . . . . . . | . . . . | . . | . | . . . . | . . . | . . .
improvement-partner       me me | . . . | figs . . .               | . . . . | . . . . . .                   | . .     | . . . . . . . . | . . . . | . . | . | . . . . | . . . | . . .
regional-team             me me | . . . | reg . . .                | . . . . | . . . . . .                   | . .     | . . . . . . . . | . . . . | . . | . | . . . . | . . . | . . .
inspector                 me me | all all all | all all all .      | . . . . | all all . . . .               | . .     | all . . . . . all . | . . . . | . . | all | . all . . | . . . | all . .
`;

const COLUMNS: readonly Action[] = [
  'see-home',
  'sign-in-account',
  'list-children',
  'view-child',
  'view-child-audit',
  'view-measure',
  'view-measure-children',
  'see-known-at-changes',
  'download-children',
  'preview-import',
  'apply-import',
  'view-imports',
  'export-return',
  'see-return-readiness',
  'view-finding',
  'correct-row',
  'answer-finding',
  'agree-answer',
  'withdraw-answer',
  'check-return',
  'freeze-return',
  'view-audit',
  'manage-people',
  'manage-settings',
  'set-targets',
  'set-conventions',
  'choose-neighbours',
  'view-figure-sets',
  'publish-figures',
  'see-api-clients',
  'make-api-client',
  'agree-api-client',
  'revoke-api-client',
  'write-commentary',
  'make-boards',
  'take-figures-apart',
  'begin-entry-to-care',
  'see-entry-to-care',
  'take-entry-step',
  'list-my-work',
  'see-delegations',
  'make-delegation',
  'end-delegation',
  'see-what-is-due',
  'say-of-what-is-due',
  'allow-to-be-late',
];

const SHORT: Readonly<Record<string, Scope>> = {
  me: 'self',
  own: 'own-cases',
  team: 'team',
  srv: 'service',
  all: 'authority',
  figs: 'figures-only',
  reg: 'region',
};

interface Agreed {
  readonly columns: readonly Action[];
  readonly rows: ReadonlyMap<string, readonly (Scope | undefined)[]>;
}

const agreedFrom = (columns: readonly Action[], text: string): Agreed => ({
  columns,
  rows: new Map(
    text
      .trim()
      .split('\n')
      .map((line) => line.replaceAll('|', ' ').trim().split(/\s+/))
      .map(([role = '', ...cells]) => [role, cells.map((cell) => SHORT[cell])]),
  ),
});

const WIDE = agreedFrom(COLUMNS, AGREED);

/** What came later, a table for each part of the service: a role that has no row there has nothing of it. */
const MORE: readonly Agreed[] = [
  agreedFrom(
    ['see-profile', 'approve-profile'],
    `
social-worker      own  .
team-manager       team .
group-manager      srv  .
director           all  .
placements-officer all  all
reviewing-officer  own  .
inspector          all  .
`,
  ),
  agreedFrom(
    [
      'see-agreement',
      'make-agreement',
      'list-commitments',
      'see-payments',
      'download-payments',
      'load-payments',
    ],
    `
social-worker      own  .   .    .   .   .
team-manager       team .   team .   .   .
group-manager      srv  .   srv  .   .   .
director           all  .   all  all all .
placements-officer all  all all  all all .
finance            all  .   all  all all all
inspector          all  .   all  .   .   .
`,
  ),
  agreedFrom(
    [
      'set-up-payments',
      'see-cost-avoidance',
      'draft-cost-avoidance',
      'verify-cost-avoidance',
      'download-cost-avoidance',
    ],
    `
team-manager       .   team .   .   .
group-manager      .   srv  .   .   .
director           .   all  .   .   all
placements-officer .   all  all .   all
finance            all all  .   all all
inspector          .   all  .   .   .
`,
  ),
  agreedFrom(
    ['declare-own-conflict', 'keep-conflicts', 'see-conflicts'],
    `
social-worker      own  .    .
team-manager       team team me
group-manager      srv  srv  me
director           all  all  me
placements-officer all  .    .
fostering-adoption own  .    .
reviewing-officer  own  .    .
performance        all  .    .
administrator      .    .    me
`,
  ),
  agreedFrom(
    ['allocate-reviewing-officer'],
    `
group-manager srv
director      all
performance   all
`,
  ),
  agreedFrom(
    ['open-cases', 'act-on-cases'],
    `
social-worker      me me
team-manager       me me
group-manager      me me
director           me me
placements-officer me me
reviewing-officer  me me
performance        me .
inspector          me .
`,
  ),
  agreedFrom(
    [
      'begin-proceedings',
      'see-proceedings',
      'take-proceedings-step',
      'list-proceedings',
      'download-proceedings',
    ],
    `
social-worker     me own  own  own  .
team-manager      .  team team team team
group-manager     .  srv  srv  srv  srv
director          .  all  .    all  all
reviewing-officer .  own  .    own  .
performance       .  all  .    all  all
inspector         .  all  .    all  .
`,
  ),
  agreedFrom(
    [
      'begin-placement-request',
      'record-home-notice',
      'see-placement-request',
      'take-placement-step',
      'list-searches',
      'write-search-log',
    ],
    `
social-worker      me own  own  own  .    own
team-manager       .  .    team team team .
group-manager      .  .    srv  .    srv  srv
director           .  .    all  all  all  all
placements-officer .  all  all  all  all  all
reviewing-officer  .  .    own  .    .    .
performance        .  .    all  .    all  .
inspector          .  .    all  .    all  .
`,
  ),
  agreedFrom(
    ['refer-to-panel', 'see-panel-case', 'take-panel-step', 'see-panels', 'arrange-panels'],
    `
social-worker      me own  own  own  .
team-manager       me team team team .
group-manager      me srv  srv  srv  me
director           .  all  all  all  me
placements-officer me all  all  all  me
reviewing-officer  .  own  own  own  me
performance        .  all  .    all  .
inspector          .  all  .    all  .
`,
  ),
  agreedFrom(
    ['begin-leaving-care', 'see-leaving-care', 'take-leaving-step', 'list-leaving-care'],
    `
social-worker      me own  own  own
team-manager       .  team team team
group-manager      .  srv  srv  srv
director           .  all  all  all
placements-officer .  all  .    all
reviewing-officer  .  own  own  own
performance        .  all  .    all
inspector          .  all  .    all
`,
  ),
  agreedFrom(
    [
      'see-register',
      'see-carers',
      'see-fees',
      'keep-register',
      'keep-carers',
      'hold-place',
      'keep-portal-people',
    ],
    `
social-worker      me .  .  .  .  .  .
team-manager       me .  me .  .  .  .
group-manager      me me me .  .  .  .
director           me me me .  .  .  .
placements-officer me me me me me me me
fostering-adoption me me .  .  me .  .
reviewing-officer  me .  .  .  .  .  .
performance        me .  me .  .  .  .
finance            me .  me .  .  .  .
inspector          me me me .  .  .  .
`,
  ),
];

const LEADING = agreedFrom(
  ['see-team-queue', 'see-decision-times', 'set-times'],
  `
team-manager  team team .
group-manager srv  srv  .
director      all  all  all
performance   .    all  .
administrator .    .    all
`,
);

const AGREED_TABLES = [WIDE, LEADING, ...MORE];

const agreedScope = (role: Role, action: Action): Scope | undefined => {
  const table = AGREED_TABLES.find(({ columns }) => columns.includes(action));
  return table?.rows.get(role)?.[table.columns.indexOf(action)];
};

/** Where a policy and what was agreed part ways. */
const differences = (policy: Policy): readonly string[] =>
  ALL_ROLES.flatMap((role) =>
    ALL_ACTIONS.filter((action) => policy[role][action] !== agreedScope(role, action)).map(
      (action) => `${role} ${action}`,
    ),
  );

test('the agreed tables have a row for every role and a column for every action, once', () => {
  assert.deepEqual([...WIDE.rows.keys()].toSorted(), [...ALL_ROLES].toSorted());
  assert.deepEqual(AGREED_TABLES.flatMap(({ columns }) => columns).toSorted(), ALL_ACTIONS.toSorted());
  for (const { columns, rows } of AGREED_TABLES)
    for (const [role, cells] of rows) {
      assert.ok(isRole(role), role);
      assert.equal(cells.length, columns.length, role);
    }
});

test('whoever sees or acts on cases of any process may come to their pages, and nobody else', () => {
  for (const role of ALL_ROLES) {
    const may = POLICY[role];
    const opens = EVERY_WORKFLOW.some(({ access }) => may[access.see] !== undefined);
    const acts = EVERY_WORKFLOW.some(({ access }) => may[access.take] !== undefined);
    assert.deepEqual(
      [may['open-cases'] !== undefined, may['act-on-cases'] !== undefined],
      [opens, acts],
      role,
    );
  }
});

test('the policy is what was agreed', () => {
  assert.deepEqual(differences(POLICY), []);
});

test('a right slipped into the policy, or dropped from it, is noticed', () => {
  const slipped = { ...POLICY, 'elected-member': { ...POLICY['elected-member'], 'view-child': 'authority' } };
  assert.deepEqual(differences(slipped as Policy), ['elected-member view-child']);
  assert.deepEqual(differences({ ...POLICY, health: { 'see-home': 'self' } }), ['health sign-in-account']);
});

for (const role of ALL_ROLES) {
  test(`${ROLES[role].title}: each action is allowed as far as agreed, or refused in words`, () => {
    for (const action of ALL_ACTIONS) {
      const expected = agreedScope(role, action);
      const answer = mayAttempt({ actor: someone(role), action, on: TODAY, purpose: 'oversight' });
      if (expected === undefined) {
        assert.ok(answer.kind === 'refused', action);
        assert.ok(
          answer.name === 'not-your-role' || answer.name === 'figures-only',
          `${action}: ${answer.name}`,
        );
        assert.match(answer.sentence, /^Your role .*\.$/);
      } else {
        assert.ok(answer.kind === 'may', action);
        assert.deepEqual(
          answer.grants.map((g) => g.scope),
          [expected],
          action,
        );
      }
    }
  });
}

test('elected members, the Corporate Parenting Panel and partners see figures and never a child', () => {
  for (const role of [
    'elected-member',
    'corporate-parenting-panel',
    'improvement-partner',
    'virtual-school',
  ] as const) {
    assert.equal(POLICY[role]['view-measure'], 'figures-only');
    assert.equal(POLICY[role]['take-figures-apart'], undefined);
    for (const action of ALL_ACTIONS.filter(isChildAction)) {
      const answer = mayAttempt({ actor: someone(role), action, on: TODAY, purpose: 'oversight' });
      assert.equal(answer.kind === 'refused' && answer.name, 'figures-only');
    }
  }
});

test('a scope that only sees figures is never given for an action on children', () => {
  for (const role of ALL_ROLES)
    for (const action of ALL_ACTIONS.filter(isChildAction))
      assert.ok(
        !['figures-only', 'region', 'self'].includes(POLICY[role][action] ?? ''),
        `${role} ${action}`,
      );
});

test('the administrator looks after people and settings and sees no child and no figure', () => {
  assert.deepEqual(Object.keys(POLICY.administrator).toSorted(), [
    'choose-neighbours',
    'end-delegation',
    'make-api-client',
    'make-delegation',
    'manage-people',
    'manage-settings',
    'revoke-api-client',
    'see-api-clients',
    'see-conflicts',
    'see-delegations',
    'see-home',
    'set-times',
    'sign-in-account',
  ]);
  const others = ALL_ROLES.filter((role) => role !== 'administrator');
  for (const role of others)
    assert.ok(!POLICY[role]['manage-people'] && !POLICY[role]['manage-settings'], role);
});

test('nobody both makes a client of the API and agrees to it', () => {
  for (const role of ALL_ROLES)
    assert.ok(!(POLICY[role]['make-api-client'] && POLICY[role]['agree-api-client']), role);
});

test('people outside the authority never list children', () => {
  for (const role of [
    'external-provider',
    'foster-carer',
    'young-person',
    'advocate',
    'regional-team',
  ] as const)
    assert.deepEqual(
      ALL_ACTIONS.filter(isChildAction).filter((action) => POLICY[role][action] !== undefined),
      [],
    );
});

test('every role has a title of its own and a place in the list of roles', () => {
  const listed = rolesByGroup().flatMap((g) => g.roles);
  assert.deepEqual(listed.toSorted(), ALL_ROLES.toSorted());
  assert.equal(new Set(ALL_ROLES.map((role) => ROLES[role].title)).size, ALL_ROLES.length);
  assert.deepEqual(
    rolesByGroup().map((g) => g.title),
    Object.values(ROLE_GROUPS),
  );
  assert.ok(rolesByGroup().every((g) => g.roles.length > 0));
  assert.ok(isRole('director') && !isRole('emperor') && !isRole('toString'));
});
