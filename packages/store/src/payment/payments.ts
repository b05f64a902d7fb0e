import { type BilledLine, type Moment, pence as toPence } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** A file of what was paid, as it was loaded. */
export interface PaymentFile {
  readonly id: number;
  readonly name: string;
  readonly loadedBy: number;
  readonly loadedAt: Moment;
  readonly lines: number;
  readonly total: number;
  /** Taken back: nothing in it counts any more. */
  readonly withdrawn: { readonly by: number; readonly at: Moment; readonly why: string } | null;
}

type FileRow = Omit<PaymentFile, 'withdrawn'> & {
  readonly by: number | null;
  readonly at: Moment | null;
  readonly why: string | null;
};

/** Until the transaction ends, nobody else loads payments or takes them back. */
export const holdPayments = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_authority() || ' payments', 0))`.execute(
    tx,
  );
};

/** Every file, the newest first. */
export const listPaymentFiles = async (tx: Tx): Promise<readonly PaymentFile[]> => {
  const { rows } = await sql<FileRow>`
    select f.id, f.name, f.loaded_by as "loadedBy", f.loaded_at as "loadedAt", w.by, w.at, w.why,
      count(p.line)::integer as lines, coalesce(sum(p.pence), 0)::bigint as total
    from payment_file f
    left join placement_payment p on p.authority_id = f.authority_id and p.file_id = f.id
    left join payment_file_withdrawal w on w.authority_id = f.authority_id and w.file_id = f.id
    where f.authority_id = (select current_authority())
    group by f.id, f.name, f.loaded_by, f.loaded_at, w.by, w.at, w.why order by f.id desc`.execute(tx);
  return rows.map(({ by, at, why, ...file }) => ({
    ...file,
    withdrawn: by === null || at === null || why === null ? null : { by, at, why },
  }));
};

/** A line that counts, with the file it came in. */
export interface PaidLine extends BilledLine {
  readonly file: number;
}

/** What counts as paid: the lines of every file that was not taken back, in the order they were loaded. */
export const listPaidLines = async (tx: Tx): Promise<readonly PaidLine[]> => {
  const { rows } = await sql<Omit<PaidLine, 'amount'> & { readonly pence: number }>`
    select p.file_id as file, p.reference, p.agreement, p.of_line as of, p.starts, p.ends, p.pence from placement_payment p
    where p.authority_id = (select current_authority()) and not exists (
      select from payment_file_withdrawal w where w.authority_id = p.authority_id and w.file_id = p.file_id)
    order by p.file_id, p.line`.execute(tx);
  return rows.map(({ pence, ...line }) => ({ ...line, amount: toPence(pence) }));
};

/** Keeps a file with its lines; undefined where the same bytes count already. */
export const addPaymentFile = async (
  tx: Tx,
  file: { readonly name: string; readonly fingerprint: string; readonly by: number; readonly at: Moment },
  lines: readonly BilledLine[],
): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`
    insert into payment_file (name, fingerprint, loaded_by, loaded_at)
    select ${file.name}, ${file.fingerprint}, ${file.by}, ${file.at}
    where not exists (select from payment_file f where f.authority_id = (select current_authority())
      and f.fingerprint = ${file.fingerprint} and not exists (
        select from payment_file_withdrawal w where w.authority_id = f.authority_id and w.file_id = f.id))
    returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) return undefined;
  await sql`
    insert into placement_payment (file_id, line, reference, agreement, of_line, starts, ends, pence)
    select ${id}, row_number() over (order by at), reference, agreement, of_line, starts, ends, pence
    from unnest(${lines.map((_, at) => at)}::integer[], ${lines.map((one) => one.reference)}::text[],
      ${lines.map((one) => one.agreement)}::text[], ${lines.map((one) => one.of)}::text[], ${lines.map((one) => one.starts)}::date[],
      ${lines.map((one) => one.ends)}::date[], ${lines.map((one) => one.amount)}::bigint[])
      as l (at, reference, agreement, of_line, starts, ends, pence)`.execute(tx);
  return id;
};

/** Takes a file back. False when somebody did before. */
export const withdrawPaymentFile = async (
  tx: Tx,
  id: number,
  { by, at, why }: { readonly by: number; readonly at: Moment; readonly why: string },
): Promise<boolean> => {
  const { rows } = await sql`
    insert into payment_file_withdrawal (file_id, by, at, why)
    select id, ${by}, ${at}, ${why} from payment_file
    where authority_id = (select current_authority()) and id = ${id}
    on conflict do nothing returning 1`.execute(tx);
  return rows.length === 1;
};
