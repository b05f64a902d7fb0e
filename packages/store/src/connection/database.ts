import type { Day, Moment } from '@rightplace/domain';
import type { Generated, GeneratedAlways, JSONColumnType, Kysely, Transaction } from 'kysely';

/** The authority of a row. Left out when adding: the database puts in the transaction's own, and allows no other. */
type OwnAuthority = Generated<string>;
type Json<T> = JSONColumnType<T & object>;

interface AuthorityTable {
  authority_id: OwnAuthority;
  name: string;
  demonstration: Generated<boolean>;
  colour: string | null;
  created_at: Generated<Moment>;
}

interface TeamTable {
  authority_id: OwnAuthority;
  id: GeneratedAlways<number>;
  name: string;
  service: string;
}

interface PersonTable {
  authority_id: OwnAuthority;
  id: GeneratedAlways<number>;
  name: string;
  email: string | null;
  social_work_number: string | null;
  active: Generated<boolean>;
}

interface RoleAssignmentTable {
  authority_id: OwnAuthority;
  id: GeneratedAlways<number>;
  person_id: number;
  role: string;
  team_id: number | null;
  service: string | null;
  starts: Day;
  ends: Day | null;
}

interface ProviderTable {
  authority_id: OwnAuthority;
  id: GeneratedAlways<number>;
  name: string;
  kind: string;
  in_house: Generated<boolean>;
}

interface CareSettingTable {
  authority_id: OwnAuthority;
  id: GeneratedAlways<number>;
  urn: string | null;
  name: string;
  type: string;
  postcode: string | null;
  provider_id: number | null;
  in_house: Generated<boolean>;
}

interface ChildTable {
  authority_id: OwnAuthority;
  id: GeneratedAlways<number>;
  local_id: string;
  restricted: Generated<boolean>;
}

interface RecordChangeTable {
  authority_id: OwnAuthority;
  id: GeneratedAlways<number>;
  at: Moment;
  import_id: number | null;
  event: string | null;
  why: string;
  by_person: number | null;
}

interface AuditTable {
  authority_id: OwnAuthority;
  seq: number;
  at: Moment;
  actor: string;
  action: string;
  subject_kind: string | null;
  subject_id: string | null;
  why: string | null;
  detail: Json<unknown> | null;
  prev_hash: Buffer;
  hash: Buffer;
}

interface AuditChildTable {
  authority_id: OwnAuthority;
  child_id: string;
  seq: number;
}

interface AuditHeadTable {
  authority_id: OwnAuthority;
  seq: number;
  hash: Buffer;
}

interface ImportTable {
  authority_id: OwnAuthority;
  id: GeneratedAlways<number>;
  at: Moment;
  actor: string;
  status: 'previewed' | 'applied' | 'discarded';
  collection_years: number[];
  summary: Json<unknown>;
  report: Json<unknown>;
  notes: Json<unknown>;
  decided_at: Moment | null;
  decided_by: string | null;
}

interface ImportFileTable {
  authority_id: OwnAuthority;
  import_id: number;
  ordinal: number;
  name: string;
  size: number;
  sha256: string;
  gzipped: Uint8Array;
}

interface LoadedTable {
  name: string;
  source: string;
  loaded_at: Generated<Moment>;
  sha256: string | null;
}

interface PopulationTable {
  authority_code: string;
  mid_year: number;
  name: string;
  children: number;
}

/** The tables that are read and written through the query builder. Children's facts are written in SQL: `children/`. */
export interface Database {
  authority: AuthorityTable;
  team: TeamTable;
  person: PersonTable;
  role_assignment: RoleAssignmentTable;
  provider: ProviderTable;
  care_setting: CareSettingTable;
  child: ChildTable;
  record_change: RecordChangeTable;
  audit: AuditTable;
  audit_head: AuditHeadTable;
  audit_child: AuditChildTable;
  import: ImportTable;
  import_file: ImportFileTable;
  'reference.loaded': LoadedTable;
  'reference.population': PopulationTable;
}

/** A pool of connections, as the application or as the owner. */
export type Connections = Kysely<Database>;

/** A transaction for one authority, made by `asTenant`. */
export type Tx = Transaction<Database>;
