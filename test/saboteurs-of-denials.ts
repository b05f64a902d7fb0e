/** Controls of what a word that its director denied still lets happen, and of what is told and taken once a case is decided or out of reach. */
import type { Saboteur } from './sabotage.ts';

const OUT_OF_REACH = 'packages/app/src/cases/sent-out-of-reach.test.ts';
const SEARCH = 'packages/domain/src/search';

export const WORDS_DENIED: readonly Saboteur[] = [
  {
    breaks: 'a home is approved after the move where nobody’s approval of it stands, and nowhere else',
    file: 'packages/domain/src/search/approved-after.ts',
    takes: 'livesByDeniedWord(now) ? AFTER_THE_MOVE : []',
    puts: 'AFTER_THE_MOVE',
    test: 'packages/domain/src/search/approved-after.test.ts',
    noticedBy: 'a home into which the child moved on a word',
  },
  {
    breaks: 'a home in which a child lives on a word that is denied waits for a director',
    file: 'packages/app/src/panel/panel-facts.ts',
    takes: ': lookedAtAfterMove(workflow, now);',
    puts: ': workflow;',
    test: 'packages/web/src/staff/agreements/agreed-again.test.ts',
    noticedBy: 'where the child moved in on that word',
  },
  {
    breaks: 'whom was asked after a denial waits, on hold, until the search goes on',
    file: `${SEARCH}/outside-tiers.ts`,
    takes: 'state !== ON_HOLD && ',
    test: `${SEARCH}/tiers-asked.test.ts`,
    noticedBy: 'on hold whom was asked after the denial',
  },
  {
    breaks: 'nothing more of who the child is goes out on a word that was denied after the move',
    file: `${SEARCH}/disclosure.ts`,
    takes: "if (stage === 'match' && approvedSince(now) === undefined) return [];",
    test: `${SEARCH}/approval.test.ts`,
    noticedBy: 'once the word on which the child moved is denied',
  },
  {
    breaks: 'it goes out again once a director has approved the home after the move all the same',
    file: `${SEARCH}/approval.ts`,
    takes: 'const approval = lastApprovalOfHome(events);',
    puts: 'const approval = lastApproval(events);',
    test: `${SEARCH}/approval.test.ts`,
    noticedBy: 'once a director approves the home after the move all the same',
  },
  {
    breaks: 'what the home was sent before such a denial it reads on while the child lives there',
    file: `${SEARCH}/disclosure.ts`,
    takes: 'const since = approvalOf(now);',
    puts: 'const since = approvedSince(now);',
    test: `${SEARCH}/approval.test.ts`,
    noticedBy: 'what the home was sent before the denial it reads on',
  },
  {
    breaks: 'the page of the profile says that the word was denied, and since when nothing goes out',
    file: 'packages/app/src/profile/stage-of-case.ts',
    takes: 'if (denied !== undefined) return onDeniedWord(denied);',
    test: 'packages/app/src/profile/denied-after-the-move.test.ts',
    noticedBy: 'who denies after the move that they approved the home',
  },
  {
    breaks: 'whose home is chosen may still ask and withdraw',
    file: `${SEARCH}/referral.ts`,
    takes: "new Set(['not-chosen', 'closed'])",
    puts: "new Set(['chosen', 'not-chosen', 'closed'])",
    test: 'packages/app/src/portal/chosen-answers.test.ts',
    noticedBy: 'whose home was chosen asks on and withdraws',
  },
  {
    breaks: 'who was told that theirs is not the home answers no more',
    file: `${SEARCH}/referral.ts`,
    takes: "new Set(['not-chosen', 'closed'])",
    puts: "new Set(['closed'])",
    test: 'packages/app/src/portal/chosen-answers.test.ts',
    noticedBy: 'once the child has moved in it is closed, and so it is for whoever',
  },
  {
    breaks: 'who comes for their word alone is not told who did what meanwhile',
    file: 'packages/app/src/cases/take-step.ts',
    takes: "found.isReached || decided.name !== 'decided-meanwhile'",
    puts: "found.isReached || decided.name === 'decided-meanwhile'",
    test: 'packages/app/src/search/word-of-stand-in.test.ts',
    noticedBy: 'who comes for their word alone is told that the case has changed',
  },
  {
    breaks: 'other words than those that were recorded are not said to be, once the case is out of reach',
    file: 'packages/app/src/cases/taken-before.ts',
    takes: 'findStepSaidOtherwise({ steps }, event, { step, said }) ??',
    test: OUT_OF_REACH,
    noticedBy: 'what was decided in time is said to be recorded',
  },
  {
    breaks: 'what a form has done is told to whoever sent it',
    file: 'packages/app/src/cases/taken-before.ts',
    takes: ' && one.by?.person === actor.id',
    test: OUT_OF_REACH,
    noticedBy: 'whether words are those that were recorded is told to whoever',
  },
];
