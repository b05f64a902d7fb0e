import { type CaseStep, type CaseView, type EndingWeighed, type World, weighEnding } from '@rightplace/app';
import { dayInWords, endsCare } from '@rightplace/domain';
import { bulletList, button, form, type Html, heading, html, summaryList } from '../../kit/index.ts';
import { type Answer, type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import type { Visit } from '../../server/visit.ts';
import { stepPage } from '../cases/case-form-pages.ts';
import { childInWords } from '../cases/case-page.ts';
import { staffPaths } from '../paths.ts';

interface Sent {
  readonly view: CaseView;
  readonly step: CaseStep;
  readonly given: Readonly<Record<string, unknown>>;
  readonly key: string;
  readonly seen: number;
}

/** Sent along by the check itself, or by the shell. */
const NOT_TYPED = new Set(['checked', 'change', 'seen']);

/**
 * Before an ending of care is recorded, what goes with it is shown, and the form comes back as it was when somebody wants to
 * change it. Undefined for what is to be recorded now: any other step, and an ending that was checked.
 */
export const checkEnding = async (
  visit: Visit<unknown>,
  world: World,
  { view, step, given, key, seen }: Sent,
): Promise<Answer | undefined> => {
  const { form: sent, signedIn, csrf } = visit;
  if (!endsCare(step) || sent.get('checked') === 'yes') return undefined;
  const again = { csrf, key, given, faults: [], seen };
  if (sent.get('change') === 'yes') return stepPage(view, step, again);
  const weighed = await weighEnding(world, signedIn, { id: view.id, step: step.id, said: given });
  if (weighed?.kind === 'refused' && weighed.name === 'not-said')
    return stepPage(view, step, { ...again, faults: weighed.faults });
  // Whatever else stands in the way, the step says it, with what was typed.
  return weighed?.kind === 'ending-weighed' ? endingPage(view, step, weighed, { csrf, sent }) : undefined;
};

const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });

const sinceInWords = (part: EndingWeighed['placement']): string =>
  part === undefined ? 'None is recorded' : `${part.title}, since ${dayInWords(part.since)}`;

const listOr = (items: readonly string[], none: string): Html =>
  items.length === 0 ? html`<p class="govuk-body">${none}</p>` : bulletList(items);

const carried = (sent: URLSearchParams): Html =>
  html`${[...sent]
    .filter(([name]) => name !== '_csrf' && !NOT_TYPED.has(name))
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;

const endingPage = (
  view: CaseView,
  step: CaseStep,
  weighed: EndingWeighed,
  { csrf, sent }: { readonly csrf: string; readonly sent: URLSearchParams },
): Page =>
  page({
    title: `Check what ends: ${childInWords(view)}`,
    section: 'my-work',
    childrenNamed: [view.child.id],
    breadcrumbs: [
      { text: 'Your work', href: staffPaths.myWork() },
      { text: `${view.title}: ${childInWords(view)}`, href: staffPaths.case({ caseId: String(view.id) }) },
      { text: 'Check what ends' },
    ],
    main: readingWidth(html`${heading(1, 'Check what ends', { caption: `${view.title}: ${childInWords(view)}` })}
<p class="govuk-body">${weighed.isThere ? 'The record says so already. Nothing more is written in it; the case is closed.' : 'This is written in the record, and the return tells it. Putting it right afterwards is a correction with a reason.'}</p>
${summaryList({
  rows: [
    row('Care ends', dayInWords(weighed.on)),
    row('Because', weighed.reason),
    row('In care since', dayInWords(weighed.inCareSince)),
    row('The placement that ends', sinceInWords(weighed.placement)),
    row('The legal status that ends', sinceInWords(weighed.legalStatus)),
  ],
})}
${heading(2, 'What is no longer due', { size: 'm' })}
${listOr(weighed.clocksStopped, 'Nothing that is due now stops with it.')}
${heading(2, 'Other open cases that are told of it', { size: 'm' })}
${listOr(
  weighed.casesTold.map(({ title, stateTitle }) => `${title}: ${stateTitle}`),
  'There is no other open case.',
)}
<p class="govuk-body">The child is no longer on lists of children in care from that day.</p>
${form({
  action: staffPaths.caseStep({ caseId: String(view.id), stepId: step.id }),
  csrfToken: csrf,
  main: html`${carried(sent)}<input type="hidden" name="seen" value="${sent.get('seen') ?? ''}">
<div class="govuk-button-group">${button({ text: step.button, name: 'checked', value: 'yes', preventDoubleClick: true })}
${button({ text: 'Change what you wrote', name: 'change', value: 'yes', classes: 'govuk-button--secondary' })}</div>`,
})}`),
  });
