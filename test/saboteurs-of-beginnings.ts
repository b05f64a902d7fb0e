/** Controls of the forms that begin a case: whose it is, and what was said of them. */
import type { Saboteur } from './sabotage.ts';

const BEFORE = 'packages/app/src/cases/begun-before.ts';
const TEST = 'packages/app/src/cases/begun-before.test.ts';
const IN_PAGES = 'packages/web/src/staff/cases/begun-before.test.ts';
const ENTRY = 'a request for care is begun once by one form';
const OF_TWO = 'of two children sent by one form the second comes back';

export const BEGINNINGS: readonly Saboteur[] = [
  {
    breaks: 'the form of one child does not open the case of another',
    file: BEFORE,
    takes: "begun.child !== (child.kind === 'new' ? child.number : child.id)",
    puts: 'false',
    test: TEST,
    noticedBy: 'a way out of care is begun once by one form',
  },
  {
    breaks: 'the form of one process does not open the case of another',
    file: BEFORE,
    takes: 'begun.workflow !== workflow',
    puts: 'false',
    test: TEST,
    noticedBy: ENTRY,
  },
  {
    breaks: 'what a form says of a new child the second time is not taken for recorded',
    file: BEFORE,
    takes: '(await wasAddedAs(tx, child, since))',
    puts: 'true',
    test: TEST,
    noticedBy: ENTRY,
  },
  {
    breaks: 'nobody guesses by a form what the record says of a child before it or since',
    file: 'packages/store/src/children/first-recorded.ts',
    takes: 'where lower(recorded) >= ${since}::timestamptz',
    puts: 'where ${since}::timestamptz is not null',
    test: TEST,
    noticedBy: 'what a form said of a child is what it said then',
  },
  {
    breaks: 'a form that begins a case and is sent twice begins one',
    file: BEFORE,
    takes: 'otherwise === undefined ?',
    puts: 'otherwise === null ?',
    test: TEST,
    noticedBy: ENTRY,
  },
  {
    breaks: 'a form that was refused for what it began before is another form',
    file: 'packages/web/src/server/another-form.ts',
    takes: "name !== '_key'",
    puts: "name !== ''",
    test: IN_PAGES,
    noticedBy: OF_TWO,
  },
];
