/** Somebody at work on requests for care, asking for one page after another as a browser does. */
import { type FormQuestion, PALAC } from '@rightplace/domain';
import { formFields } from './served.ts';

export interface Seen {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
}

export interface Visitor {
  readonly get: (path: string) => Promise<Seen>;
  readonly post: (path: string, fields: readonly (readonly [string, string])[]) => Promise<Seen>;
}

/** How long answers took, and how many broke, for as long as it is counted. */
export const stopwatch = () => {
  const times: { readonly get: number[]; readonly post: number[] } = { get: [], post: [] };
  let running = false;
  let broke = 0;
  const visitor = (url: string, cookie: string): Visitor => {
    const ask = async (how: 'get' | 'post', path: string, body?: URLSearchParams): Promise<Seen> => {
      const started = performance.now();
      const answer = await fetch(url + path, {
        redirect: 'manual',
        ...(body === undefined ? {} : { method: 'POST', body }),
        headers: { cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' },
      });
      const text = await answer.text();
      if (running) times[how].push(performance.now() - started);
      if (answer.status >= 500) broke += 1;
      return { status: answer.status, text, location: answer.headers.get('location') };
    };
    return {
      get: (path) => ask('get', path),
      post: (path, fields) =>
        ask(
          'post',
          path,
          new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
        ),
    };
  };
  return {
    times,
    visitor,
    run: (on: boolean): void => {
      running = on;
    },
    broke: (): number => broke,
  };
};

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).split('-');

const asTyped = ({ name, ...question }: FormQuestion, id = name): readonly (readonly [string, string])[] => {
  switch (question.kind) {
    case 'day':
      return ['year', 'month', 'day'].map((part, at) => [`${id}-${part}`, yesterday[at] ?? ''] as const);
    case 'one-of':
    case 'any-of':
      return [[id, Object.keys(question.options)[0] ?? '']];
    case 'list':
      return question.of.flatMap((one) => asTyped(one, `${id}.0.${one.name}`));
    default:
      return [[id, `What is said of ${name}, at some length, as people write.`]];
  }
};

/** A step's form, filled in and not sent yet; undefined where there is none to fill in any more. */
export interface StepForm {
  readonly key: string;
  readonly send: () => Promise<Seen>;
}

export const openStep = async (by: Visitor, address: string, step: string): Promise<StepForm | undefined> => {
  const form = await by.get(`${address}/steps/${step}`);
  if (form.status !== 200) return undefined;
  const hidden = formFields(form.text, `/steps/${step}`);
  const asks = PALAC.steps.find(({ id }) => id === step)?.asks ?? [];
  const fields = [...hidden, ...asks.flatMap((question) => asTyped(question))];
  return {
    key: hidden.find(([name]) => name === '_key')?.[1] ?? '',
    send: () => by.post(`${address}/steps/${step}`, fields),
  };
};

/** False when it was sent on meanwhile, and is nobody's to write in. */
export const writeSection = async (by: Visitor, address: string, at: number): Promise<boolean> => {
  const section = PALAC.evidence.sections[at];
  if (section === undefined) return false;
  const form = await by.get(`${address}/request/${section.id}`);
  if (form.status !== 200) return false;
  await by.post(`${address}/request/${section.id}`, [
    ...formFields(form.text, `/request/${section.id}`),
    ...section.questions.flatMap((question) => asTyped(question)),
  ]);
  return true;
};

/** A new child's request, with nothing in it yet: where it is. */
export const beginRequest = async (by: Visitor, number: string): Promise<string | undefined> => {
  const form = await by.get('/coming-into-care/begin');
  const begin = await by.post('/coming-into-care/begin', [
    ...formFields(form.text, '/coming-into-care/begin'),
    ['number', number],
    ['given-name', 'Lark'],
    ['family-name', 'Brindle'],
    ['born-day', '5'],
    ['born-month', '4'],
    ['born-year', '2015'],
    ['sex', 'F'],
  ]);
  return begin.status === 303 ? (begin.location ?? undefined) : undefined;
};

/** What waits for somebody, by the list of their work. */
export const waitingFor = async (
  by: Visitor,
  isLeft: (address: string) => boolean,
): Promise<string | undefined> => {
  const work = await by.get('/your-work');
  const [, waiting = ''] = work.text.split('Waiting for you');
  const rows = (waiting.split('</table>')[0] ?? '').matchAll(/href="(\/cases\/\d+)"/g);
  const cases = [...rows].map(([, path = '']) => path).filter((path) => !isLeft(path));
  return cases[Math.floor(Math.random() * cases.length)];
};
