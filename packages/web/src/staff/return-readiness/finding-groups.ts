import type { CellAtFault, FindingInList, FindingsList } from '@rightplace/app';
import { dayInShort, londonDayOf, POLICY, type Role, roleTitle } from '@rightplace/domain';
import { count, dataTable, type Html, heading, html } from '../../kit/index.ts';
import { listInShort } from './findings-asked.ts';
import { correctHref, findingHref } from './readiness-links.ts';
import { childInList, isDated, rowInWords, severityTag, stateTag } from './readiness-words.ts';

/** Neighbours that agree, in the order of the list: so a page may begin within a group. */
const runs = <T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] => {
  const groups: T[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && keyOf(last[0]) === keyOf(item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
};

/** The page's findings by who can fix them, then by rule. */
export const findingGroups = (list: FindingsList, mayCorrect: boolean): Html =>
  html`${runs(list.findings, ({ who }) => who).map(
    (ofWho) => html`<section class="app-findings">
${whoHeading(list, ofWho[0]?.who)}
${runs(ofWho, ({ rule }) => rule).map((ofRule) => ruleGroup(ofRule, { list, mayCorrect }))}
</section>`,
  )}`;

/** With the count of all that match, not of this page's. */
const whoHeading = ({ byWho, asked }: FindingsList, who: Role | undefined): Html | false => {
  if (who === undefined) return false;
  const counted = byWho.find(({ key }) => key === who);
  const all = counted && (asked.state === 'answered' ? counted.answered : counted.open);
  const words = all === undefined || all === 0 ? '' : `: ${count(all, 'finding')}`;
  return html`${heading(3, `${roleTitle(who)}${words}`, { size: 'm' })}
${POLICY[who]['correct-row'] === undefined && html`<p class="govuk-body-s">They know what is right and have no form for it here: each child’s social worker, their team manager or a performance analyst enters what they say.</p>`}`;
};

const oneOf = (values: readonly string[]): string | undefined =>
  new Set(values).size === 1 ? values[0] : undefined;

interface Shown {
  readonly list: FindingsList;
  readonly mayCorrect: boolean;
}

/** What all of a rule's findings have in common is said once, above them. */
const ruleGroup = (findings: readonly FindingInList[], shown: Shown): Html => {
  const [first] = findings;
  if (first === undefined) return html``;
  const wrong = oneOf(findings.map((finding) => finding.wrong));
  const todo = oneOf(findings.map((finding) => finding.todo));
  return html`<div class="app-findings__rule">
${heading(4, html`${first.rule} ${first.title} ${severityTag(first.severity)}`)}
${(wrong ?? todo) !== undefined && html`<p class="govuk-body-s app-measured">${wrong}${todo !== undefined && html` <strong>What to do:</strong> ${todo}`}</p>`}
${findingsTable(findings, shown, { saysWrong: wrong === undefined, saysTodo: todo === undefined })}
</div>`;
};

const findingsTable = (
  findings: readonly FindingInList[],
  { list: { asked }, mayCorrect }: Shown,
  { saysWrong, saysTodo }: { readonly saysWrong: boolean; readonly saysTodo: boolean },
): Html => {
  const { rule, title } = findings[0] ?? { rule: '', title: '' };
  const from = listInShort(asked);
  const isCleared = asked.state === 'cleared';
  // The child's name opens the finding already.
  const hasNext = !isCleared && (mayCorrect || findings.some(({ state }) => state !== 'open'));
  return dataTable<FindingInList>({
    caption: `Children in whom rule ${rule} finds: ${title}`,
    captionSize: 'hidden',
    rows: findings,
    dense: true,
    columns: [
      {
        key: 'child',
        header: 'Child',
        classes: 'app-findings__child',
        cell: (finding) => childCell(finding, from),
      },
      { key: 'cells', header: 'Where', classes: 'app-findings__where', cell: whereCell },
      saysWrong && { key: 'wrong', header: 'What is wrong', classes: 'app-sentence' },
      saysTodo && { key: 'todo', header: 'What to do', classes: 'app-sentence' },
      { key: 'worker', header: 'Social worker', classes: 'app-findings__worker', cell: workerCell },
      isCleared
        ? {
            key: 'cleared',
            header: 'Put right',
            nowrap: true,
            cell: ({ clearedAt }) => clearedAt && dayInShort(londonDayOf(clearedAt)),
          }
        : {
            key: 'since',
            header: 'Known since',
            nowrap: true,
            classes: 'app-findings__since',
            cell: ({ firstSeen }) => dayInShort(londonDayOf(firstSeen)),
          },
      hasNext && {
        key: 'do',
        header: 'Next',
        classes: 'app-findings__next app-no-print',
        cell: (finding) => nextCell(finding, { mayCorrect, from }),
      },
    ],
  });
};

const childCell = (finding: FindingInList, from: string): Html =>
  html`<a class="govuk-link govuk-link--no-visited-state" href="${findingHref(finding.id, from)}">${childInList(finding)}</a>${
    finding.childName !== undefined && html`<span class="app-quiet">${finding.child}</span>`
  }`;

const FEW_CELLS = 4;

/** The table, then each cell at fault with what it holds; of other tables that the rule holds beside it, with theirs. */
const whereCell = ({ tableTitle, cells, child }: FindingInList): Html => {
  const byRow = runs(cells.slice(0, FEW_CELLS), (cell) => `${cell.otherTable ?? ''} ${cell.rowKey}`);
  return html`${tableTitle}${byRow.map((ofRow) => rowInCell(ofRow, child))}${cells.length > FEW_CELLS && html`<span class="app-quiet">and ${count(cells.length - FEW_CELLS, 'cell')} more</span>`}`;
};

const rowInCell = (cells: readonly CellAtFault[], child: string): Html => {
  const [first] = cells;
  const rowKey = first?.rowKey ?? '';
  const place = [first?.otherTable, isDated(rowKey) && rowInWords(rowKey)].filter(Boolean).join(', ');
  return html`<span class="app-quiet">${place !== '' && `${place}: `}${cells.map((cell, i) => html`${i > 0 && ', '}${cellInWords(cell, child)}`)}</span>`;
};

/** CHILD is what the whole row is of, so it is never blank. */
const cellInWords = ({ column, value: held }: CellAtFault, child: string): Html => {
  const value = column === 'CHILD' ? child : held;
  return html`<code>${column}</code> ${value === '' ? html`<em>blank</em>` : html`<strong class="app-findings__value">${value}</strong>`}`;
};

const workerCell = ({ worker, team }: FindingInList): Html =>
  html`${worker ?? html`<em>nobody recorded</em>`}${team !== undefined && html`<span class="app-quiet">${team}</span>`}`;

/** The one thing to do about it: correct the very field, or see what somebody said of it. */
const nextCell = (
  finding: FindingInList,
  { mayCorrect, from }: { readonly mayCorrect: boolean; readonly from: string },
): Html => {
  const { state, correct, id } = finding;
  const of = html`<span class="govuk-visually-hidden"> ${correct?.field ?? 'the return'} of ${childInList(finding)}</span>`;
  const open = html`<a class="govuk-link govuk-link--no-visited-state" href="${findingHref(id, from)}">Open<span class="govuk-visually-hidden"> the finding of ${childInList(finding)}</span></a>`;
  if (state === 'waiting' || state === 'answered') return html`${stateTag(state)} ${open}`;
  return mayCorrect && correct !== undefined
    ? html`<a class="govuk-link govuk-link--no-visited-state" href="${correctHref(correct, from)}">Correct${of}</a>`
    : open;
};
