import type { CaseOfChild, ChildView, CorrectPlaces } from '@rightplace/app';
import { dayInWords, type PlacementPanelReasons } from '@rightplace/domain';
import { type Content, type Html, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { childIdentity, childParts, glassNotice } from './child-frame.ts';
import { agedInWords, childName, inSentence, legalStatusInWords, livingInShort } from './child-words.ts';

export interface ChildPageParts {
  readonly view: ChildView;
  readonly looking: AskedMoment;
  readonly mayAudit: boolean;
  readonly mayCorrect: boolean;
  /** Whether they see how the child is to leave care. */
  readonly mayLeave: boolean;
  /** Whether they ask for another home for the child. */
  readonly mayAskForHome?: boolean | undefined;
  /** Whether they record that the home the child lives in is to end. */
  readonly mayRecordNotice?: boolean | undefined;
  /** The ways to say that somebody knows the child outside work. */
  readonly conflictLinks?: Html | undefined;
  /** Whether they say who the child’s reviewing officer is. */
  readonly mayAllocate?: boolean | undefined;
  /** Where each thing that the returns tell is corrected; undefined on pages that do not ask, and for a day in the past. */
  readonly places?: CorrectPlaces | undefined;
  /** Whether and why a placement panel looks at where the child lives; undefined where that is not told. */
  readonly placementPanel?: PlacementPanelReasons | undefined;
  /** The child’s cases that whoever looks may see; undefined on pages that do not ask, and for a day in the past. */
  readonly cases?: readonly CaseOfChild[] | undefined;
}

export const isPast = ({ query }: AskedMoment): boolean => query['as-of'] !== undefined;

export const named = ({ id, details }: ChildView) => ({ id, ...details });

/** "aged 12 · full care order (C2) · with Mr and Mrs Lowe since 4 May 2025 · social worker Ana Fenwright". */
export const identityFacts = ({ age, details, situation, holding, id }: ChildView): readonly string[] => {
  const facts = [agedInWords({ age, ...details }), childName({ id, ...details }) !== id && `number ${id}`];
  if (situation.kind === 'in-care') {
    const legal = situation.period.legalStatuses.at(-1);
    facts.push(legal !== undefined && `${inSentence(legalStatusInWords(legal.code))} (${legal.code})`);
    const { home } = situation;
    facts.push(home !== undefined && `${livingInShort(home)} since ${dayInWords(home.since)}`);
    const [worker] = holding.workers;
    facts.push(
      worker === undefined ? 'no social worker recorded' : `social worker ${worker.name ?? worker.number}`,
    );
  } else facts.push(situation.kind === 'left' ? 'left care' : 'no time in care recorded');
  return facts.filter((fact) => fact !== false);
};

const PATHS = {
  overview: staffPaths.child,
  journey: staffPaths.childJourney,
  facts: staffPaths.childFacts,
} as const;

export const framed = (
  { view, looking, mayAudit, mayCorrect }: ChildPageParts,
  {
    here,
    title,
    main,
  }: { readonly here: keyof typeof PATHS; readonly title: string; readonly main: Content },
): Page =>
  page({
    title: `${title} – ${childName(named(view))}`,
    section: 'children',
    knownAt: momentOf(looking),
    identity: childIdentity(named(view), {
      facts: identityFacts(view),
      parts: childParts(view.id, { here, carried: looking.query, mayAudit, mayCorrect }),
    }),
    main: html`${askedMomentErrors(looking)}${glassNotice(view.glass)}
${heading(1, title, { caption: childName(named(view)) })}
${main}
${asKnownForm(looking, { action: PATHS[here]({ childId: view.id }) })}`,
  });
