/** What is written in each search of a benchmark: further approaches, to providers of the register in turn, with what came of them. */
import type { SearchEntry } from '@rightplace/domain';
import type { Provider } from '@rightplace/store';

export type Row = SearchEntry & { readonly key: string };

/** Each provider is asked once; a third decline, every tenth offers, some ask. */
const repliesTo = (approach: Row, number: number, offered: Row | undefined): readonly Row[] => {
  const of = (
    kind: SearchEntry['kind'],
    after: number,
    said: SearchEntry['said'],
    about = approach.number,
  ) => ({
    ...approach,
    number: number + after,
    kind,
    about,
    said,
    key: `${kind} ${number + after}`,
  });
  const weekly = `${900 + (number % 40) * 10}.00`;
  switch (number % 10) {
    case 0:
      return offered === undefined
        ? []
        : [
            of('offer', 1, { ...offered.said, home: `Home ${number}`, 'core-weekly': weekly }),
            of('shared', 2, { words: 'To be compared.' }, number + 1),
            of(
              'figure',
              3,
              { 'proposed-by': 'us', weekly, 'proposed-where': 'By e-mail', words: 'Without extra staff.' },
              number + 1,
            ),
          ];
    case 1:
    case 2:
    case 3:
      return [of('declined', 1, { reason: 'no-place', words: 'Nothing before the spring.' })];
    case 4:
      return [
        of('question', 1, { words: 'Which school, and how would they get there?' }),
        of('answer', 2, { words: 'The one they are at: the bus stops outside.' }, number + 1),
      ];
    default:
      return [];
  }
};

/** Whom a search asks, and who of them has somebody at the portal. */
export interface Asked {
  readonly providers: readonly Provider[];
  readonly atPortal: ReadonlySet<number>;
}

const TIERS_OF_OTHERS = ['framework', 'spot', 'direct'] as const;
/** A home of the same provider is not asked by the portal twice in these searches. */
const isAskedByPortal = ({ inHouse, id }: Provider, asked: number, { atPortal, providers }: Asked): boolean =>
  !inHouse && atPortal.has(id) && asked <= providers.length;

/** A log with as many approaches as are wanted: a search in which nobody was asked yet stays one. */
export const moreOf = (
  log: readonly Row[],
  offered: Row | undefined,
  { approaches, asks }: { readonly approaches: number; readonly asks: Asked },
): readonly Row[] => {
  const all = [...log];
  const first = log.find(({ kind }) => kind === 'approach');
  let asked = log.filter(({ kind }) => kind === 'approach').length;
  if (first === undefined) return all;
  while (asked < approaches) {
    asked += 1;
    const provider = asks.providers[asked % asks.providers.length];
    if (provider === undefined) return all;
    const number = all.length + 1;
    const byPortal = isAskedByPortal(provider, asked, asks);
    const said = {
      ...first.said,
      provider: provider.name,
      tier: provider.inHouse ? 'in-house' : (TIERS_OF_OTHERS[asked % 3] ?? 'spot'),
      channel: byPortal ? 'portal' : 'email',
    };
    const register = { providerId: provider.id, settingId: null, profileVersion: byPortal ? 1 : null };
    const approach = { ...first, number, said, register, key: `approach ${number}` };
    const { register: _, ...toReply } = approach;
    all.push(approach, ...repliesTo(toReply, number, offered));
  }
  return all;
};
