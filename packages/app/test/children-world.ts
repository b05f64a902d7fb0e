import {
  type ChildFact,
  type ChildRecord,
  childId,
  day,
  type Episode,
  type Ledger,
  moment,
  type Role,
  timelinesFromEpisodes,
} from '@rightplace/domain';
import {
  type AuditRecord,
  addPerson,
  asSuperuser,
  assignRole,
  asTenant,
  declareConflict,
  listAudit,
  listTeams,
  saveCareSetting,
  saveChildren,
  saveTeam,
} from '@rightplace/store';
import { aWorld, NORTHMARSH, SOUTHFELL, type TestWorld } from './world.ts';

/** An episode said in a line; days are text. */
export const anEpisode = (
  said: Partial<Omit<Episode, 'decom' | 'dec'>> & { readonly decom: string; readonly dec?: string },
): Episode => ({
  rne: 'S',
  ls: 'C2',
  cin: 'N1',
  place: 'U6',
  provider: 'PR1',
  rec: said.dec === undefined ? null : 'X1',
  reasonPlaceChange: null,
  homePostcode: 'PE21 0ZZ',
  postcode: 'PE11 1ZZ',
  urn: null,
  ...said,
  decom: day(said.decom),
  dec: said.dec === undefined ? null : day(said.dec),
});

export const worker = (number: string, from = '01/01/2024', to?: string): ChildFact => ({
  kind: 'social-worker',
  key: `${from}-${number}`,
  fields: { SW_ID: number, SW_DECOM: from, ...(to === undefined ? {} : { SW_DEC: to }) },
});

export const aChild = (
  id: string,
  said: Omit<Partial<ChildRecord>, 'id'> & { readonly episodes?: readonly Episode[] } = {},
): ChildRecord => {
  const { episodes = [], ...more } = said;
  return { id: childId(id), details: {}, facts: [], ...timelinesFromEpisodes(episodes), ...more };
};

/**
 * A few invented children. Ana works in the East team, which is of one service; Ben in the West team, of another.
 * - NM1 Kofi (Ana's): moved once, a brother of Ama's; a stay in hospital
 * - NM2 Ama (Ben's): Kofi's sister
 * - NM3 Zoë (Ana's): restricted
 * - NM4 Tam (Ana's): left care
 * - NM5: nothing but a header
 * - NM6: nobody's case, no name, no date of birth, a home outside England
 * - SF1: of another authority
 */
export const CHILDREN: readonly ChildRecord[] = [
  aChild('NM1', {
    details: {
      givenName: 'Kofi',
      familyName: 'Aldenfen',
      dateOfBirth: day('2014-05-03'),
      sex: 'M',
      ethnicity: 'BAFR',
      siblingGroup: 'aldenfen',
    },
    facts: [
      worker('SW1001'),
      { kind: 'review', key: '2026-03-03', fields: { REVIEW: '03/03/2026', REVIEW_CODE: 'PN1' } },
      { kind: 'oc2', key: '2026-03-31', fields: { SDQ_SCORE: '14', TEETH_CHECK: '1' } },
    ],
    episodes: [
      anEpisode({
        decom: '2024-02-01',
        dec: '2025-05-04',
        place: 'K2',
        urn: 'SC990003',
        postcode: 'LE13 0ZZ',
        reasonPlaceChange: 'CARPL',
      }),
      anEpisode({ decom: '2025-05-04', dec: '2026-11-20', rne: 'P' }),
      anEpisode({ decom: '2026-11-20', rne: 'P', place: 'T1', provider: null, postcode: 'PE21 9ZZ' }),
    ],
  }),
  aChild('NM2', {
    details: {
      givenName: 'Ama',
      familyName: 'Aldenfen',
      dateOfBirth: day('2016-01-09'),
      sex: 'F',
      siblingGroup: 'aldenfen',
    },
    facts: [worker('SW2002')],
    episodes: [anEpisode({ decom: '2024-02-01', ls: 'V2' })],
  }),
  aChild('NM3', {
    restricted: true,
    details: { givenName: 'Zoë', familyName: 'Quillfeather', dateOfBirth: day('2012-08-30'), sex: 'F' },
    facts: [worker('SW1001')],
    episodes: [anEpisode({ decom: '2025-01-01' })],
  }),
  aChild('NM4', {
    details: { givenName: 'Tam', familyName: 'Sallowby', dateOfBirth: day('2010-06-01'), sex: 'M' },
    facts: [worker('SW1001')],
    episodes: [anEpisode({ decom: '2020-01-01', dec: '2026-06-30', rec: 'E4A' })],
  }),
  aChild('NM5', { details: { dateOfBirth: day('2018-03-03') }, facts: [worker('SW1001')] }),
  aChild('NM6', { episodes: [anEpisode({ decom: '2026-07-01', homePostcode: null, postcode: 'ZE1 0ZZ' })] }),
];

export interface ChildrenWorld extends TestWorld {
  readonly ana: number;
  readonly ben: number;
  /** Somebody of Northmarsh with that role, in the East team or its service where the role needs one. */
  readonly someone: (role: Role) => Promise<number>;
  readonly saveChildren: (children: Ledger['children'], at: string) => Promise<void>;
  readonly conflict: (child: string, personId: number) => Promise<void>;
  /** What the audit has about a child, or something of another kind, newest first. */
  readonly auditOf: (id: string, kind?: string) => Promise<readonly AuditRecord[]>;
  /** What the audit has about a child, and lists that name them. */
  readonly auditNaming: (child: string) => Promise<readonly AuditRecord[]>;
  /** Does something while nothing can be written in the audit. */
  readonly withoutAudit: (work: () => Promise<void>) => Promise<void>;
}

const APPEND = 'function append_audit(timestamptz, text, text, text, text, text, jsonb)';

export const aChildrenWorld = async (): Promise<ChildrenWorld> => {
  const world = await aWorld();
  const inNorthmarsh = { authorityId: NORTHMARSH };
  const starts = day('2024-01-01');
  const places = await asTenant(world.db, inNorthmarsh, async (tx) => {
    const east = (await listTeams(tx)).find(({ name }) => name === 'East team');
    if (east === undefined) throw new Error('There is no East team');
    const west = await saveTeam(tx, { name: 'West team', service: 'Assessment' });
    const worker = async (name: string, socialWorkNumber: string, teamId: number): Promise<number> => {
      const { id } = await addPerson(tx, { name, socialWorkNumber });
      await assignRole(tx, { personId: id, role: 'social-worker', teamId, starts });
      return id;
    };
    await saveCareSetting(tx, {
      urn: undefined,
      name: 'Mr and Mrs Lowe',
      type: 'U6',
      postcode: 'PE11 1ZZ',
      providerId: undefined,
      inHouse: true,
    });
    await saveCareSetting(tx, {
      urn: 'SC990003',
      name: 'Lane House',
      type: 'K2',
      postcode: 'LE13 0ZZ',
      providerId: undefined,
      inHouse: false,
    });
    return {
      east,
      ana: await worker('Ana Fenwright', 'SW1001', east.id),
      ben: await worker('Ben Osier', 'SW2002', west.id),
    };
  });
  const save =
    (authorityId: string): ChildrenWorld['saveChildren'] =>
    async (children, at) => {
      await asTenant(world.db, { authorityId }, (tx) =>
        saveChildren(tx, { children, clock: () => moment(at), why: 'Invented for a test' }),
      );
    };
  await save(NORTHMARSH)(CHILDREN, '2026-11-01T09:00:00Z');
  const abroad = [aChild('SF1', { episodes: [anEpisode({ decom: '2025-01-01' })] })];
  await save(SOUTHFELL)(abroad, '2026-11-01T09:00:00Z');
  return {
    ...world,
    ana: places.ana,
    ben: places.ben,
    saveChildren: save(NORTHMARSH),
    someone: (role) =>
      asTenant(world.db, inNorthmarsh, async (tx) => {
        const { id } = await addPerson(tx, { name: `Somebody (${role})` });
        const where =
          role === 'team-manager' || role === 'social-worker'
            ? { teamId: places.east.id }
            : role === 'group-manager' || role === 'fostering-adoption'
              ? { service: places.east.service }
              : {};
        const ends = role === 'inspector' ? { ends: day('2027-12-31') } : {};
        await assignRole(tx, { personId: id, role, starts, ...where, ...ends });
        return id;
      }),
    auditOf: (id, kind = 'child') =>
      asTenant(world.db, inNorthmarsh, (tx) => listAudit(tx, { subject: { kind, id } })),
    auditNaming: (child) => asTenant(world.db, inNorthmarsh, (tx) => listAudit(tx, { child })),
    withoutAudit: async (work) => {
      await asSuperuser(world.database, `revoke execute on ${APPEND} from rightplace_app`);
      try {
        await work();
      } finally {
        await asSuperuser(world.database, `grant execute on ${APPEND} to rightplace_app`);
      }
    },
    conflict: (child, personId) =>
      asTenant(world.db, inNorthmarsh, async (tx) => {
        await declareConflict(tx, {
          child: childId(child),
          personId,
          why: 'Invented for a test',
          at: world.now(),
          by: 'test',
        });
      }),
  };
};
