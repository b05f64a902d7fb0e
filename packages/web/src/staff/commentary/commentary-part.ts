import type { CommentaryVersion, MeasureCommentary, ShownCommentary } from '@rightplace/app';
import { type Day, dayInWords } from '@rightplace/domain';
import { details, type Html, heading, html, tag } from '../../kit/index.ts';
import type { AskedMoment } from '../as-known.ts';
import { staffPaths } from '../paths.ts';

interface CommentaryPart {
  readonly measureId: string;
  readonly asked: AskedMoment;
}

/** What people say of the figures and do about them: of the year to the day looked at in full, the rest behind a line. */
export const commentaryPart = (
  { shown, mayWrite }: MeasureCommentary,
  { measureId, asked }: CommentaryPart,
): Html | false => {
  if (shown.length === 0 && !mayWrite) return false;
  const [recent, old] = [shown.filter(({ isRecent }) => isRecent), shown.filter(({ isRecent }) => !isRecent)];
  const write = staffPaths.commentary({ measureId }, { about: asked.query['as-of'] });
  return html`<section class="app-commentary">
${heading(2, 'What we say about it, and what we are doing', { id: 'commentary' })}
${recent.length === 0 && html`<p class="govuk-body app-empty">Nobody has written about this figure in the year to ${dayInWords(asked.asKnown.asOf)}.</p>`}
${recent.map((each) => commentaryArticle(each, asked.today))}
${
  old.length > 0 &&
  details({
    summaryText: 'Commentary of earlier years',
    classes: 'app-opens-on-paper',
    html: html`${old.map((each) => commentaryArticle(each, asked.today))}`,
  })
}
${mayWrite && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${write}">Write commentary</a></p>`}
</section>`;
};

export const commentaryArticle = (
  shown: ShownCommentary,
  today: Day,
): Html => html`<article class="app-commentary__one">
${saidPart(shown)}
${doingPart(shown, today)}
<p class="app-commentary__by">${byText(shown)}${shown.forMembers && ' Members see this.'}${
  shown.namesAre !== undefined &&
  ` Words in it that are a child’s name or number are not meant so: ${shown.namesAre}`
}${
  shown.mayChange &&
  html` <a class="govuk-link app-no-print" href="${staffPaths.commentary({ measureId: shown.measureId }, { replaces: shown.id })}">Change or say it is done<span class="govuk-visually-hidden">: ${shown.said.slice(0, 60)}</span></a>`
}</p>
${
  shown.earlier.length > 0 &&
  details({
    summaryText:
      shown.earlier.length === 1
        ? 'What it said before'
        : `What it said before, ${shown.earlier.length} times`,
    html: html`${shown.earlier.map((each) => html`<div class="app-commentary__earlier">${saidPart(each)}${doingPart(each, today)}<p class="app-commentary__by">${byText(each)}</p></div>`)}`,
  })
}
</article>`;

const saidPart = ({ said }: CommentaryVersion): Html =>
  html`<p class="govuk-body app-commentary__said">${said}</p>`;

/** Action, owner, due day and whether it is done, in words: a colour alone would say it to some. */
const doingPart = ({ doing, owner, due, doneOn }: CommentaryVersion, today: Day): Html | false =>
  doing !== '' &&
  html`<p class="govuk-body app-commentary__doing"><strong>What is being done:</strong> ${doing}${owner !== '' && ` – ${owner}`} ${actionTag(due, doneOn, today)}</p>`;

const actionTag = (due: Day | undefined, doneOn: Day | undefined, today: Day): Html | false => {
  if (doneOn !== undefined)
    return tag({ text: `Done ${dayInWords(doneOn)}`, classes: 'govuk-tag--green app-standing' });
  if (due === undefined) return false;
  return due < today
    ? tag({ text: `Overdue since ${dayInWords(due)}`, classes: 'govuk-tag--red app-standing' })
    : tag({ text: `Due ${dayInWords(due)}`, classes: 'govuk-tag--grey app-standing' });
};

const byText = (version: CommentaryVersion & { readonly whose?: string | undefined }): string => {
  const { aboutDay, by, on, whose } = version;
  const of = [
    whose === undefined ? '' : `Of ${whose}.`,
    aboutDay === undefined ? '' : `On the figures of ${dayInWords(aboutDay)}.`,
  ];
  const who =
    by === undefined ? `Came with the demonstration, ${dayInWords(on)}.` : `${by}, ${dayInWords(on)}.`;
  return [...of, who].filter((text) => text !== '').join(' ');
};
