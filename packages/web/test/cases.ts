import assert from 'node:assert/strict';
import { EMERGENCY, type FormQuestion, PALAC, WAYS_OF_WRITING, type Workflow } from '@rightplace/domain';
import type { Browser, Seen } from './service.ts';

const asTyped = ({ name, ...question }: FormQuestion, id = name): readonly (readonly [string, string])[] => {
  switch (question.kind) {
    case 'day':
      if (question.toCome === true)
        return [
          [`${id}-day`, '30'],
          [`${id}-month`, '11'],
          [`${id}-year`, '2026'],
        ];
      // A word is given on what was raised this morning; all else happened before.
      return [
        [`${id}-day`, name === 'given-on' ? '23' : '20'],
        [`${id}-month`, '11'],
        [`${id}-year`, '2026'],
      ];
    case 'one-of':
    case 'any-of':
      return [[id, Object.keys(question.options)[0] ?? '']];
    case 'written-as':
      return [[id, WAYS_OF_WRITING[question.as].example]];
    case 'money':
      return [[id, '120.00']];
    case 'list':
      return question.of.flatMap((one) => asTyped(one, `${id}.0.${one.name}`));
    default:
      return [
        [id, question.kind === 'time' ? (name === 'given-at' ? '09:00' : '09:30') : `Said of <b>${name}</b>`],
      ];
  }
};

/** Fills in the whole request, with markup in what is said. */
export const fillIn = async (
  browser: Browser,
  address: string,
  { evidence }: Workflow = PALAC,
): Promise<void> => {
  for (const { id, questions } of evidence.sections) {
    const form = await browser.get(`${address}/request/${id}`);
    const revision = form.page.querySelector('input[name=revision]')?.getAttribute('value') ?? '';
    const saved = await browser.post(`${address}/request/${id}`, [
      ['revision', revision],
      ...questions.flatMap((question) => asTyped(question)),
    ]);
    assert.equal(saved.status, 303, `${id}: ${saved.text.slice(0, 300)}`);
  }
};
/** The form of a step, with everything answered. */
export const stepForm = async (
  browser: Browser,
  address: string,
  step: string,
  workflow?: Pick<Workflow, 'steps'>,
) => {
  const form = await browser.get(`${address}/steps/${step}`);
  const value = (name: string): string =>
    form.page.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '';
  const steps = workflow?.steps ?? [...PALAC.steps, ...EMERGENCY.steps];
  const asks = steps.find(({ id }) => id === step)?.asks ?? [];
  return [
    ['_key', value('_key')],
    ['seen', value('seen')],
    ...asks.flatMap((question) => asTyped(question)),
  ] as const;
};
export const take = async (
  browser: Browser,
  address: string,
  step: string,
  more: readonly (readonly [string, string])[] = [],
  workflow?: Pick<Workflow, 'steps'>,
): Promise<Seen> =>
  browser.post(`${address}/steps/${step}`, [...(await stepForm(browser, address, step, workflow)), ...more]);
export const addressOf = (seen: Seen): string => {
  assert.match(seen.location ?? '', /^\/cases\/\d+$/, seen.text);
  return seen.location ?? '';
};
