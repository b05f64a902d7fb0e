import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRule, rulesOf } from './ruleset.ts';
import { validate } from './validate.ts';

const codesOf = (rules: readonly { readonly code: string }[]): readonly string[] =>
  rules.map(({ code }) => code);

const OURS = ['RP01', 'RP02', 'RP11', 'RP12'];
/** A social worker's row and an order of a child whom the Header leaves out. */
const input = {
  collectionYear: '2026-27',
  tables: { Header: [{ CHILD: 'A' }], SWEpisodes: [{ CHILD: 'B' }], DoLo: [{ CHILD: 'B' }] },
};

test('only the Department’s rules are run when none is asked for', () => {
  const { ran, skipped, findings } = validate(input);
  const all = [...ran, ...skipped.map(({ rule }) => rule)];
  assert.deepEqual(new Set(all), new Set(codesOf(rulesOf(2027))));
  assert.ok(all.includes('INT01'));
  for (const code of OURS) assert.ok(!all.includes(code), code);
  assert.ok(findings.every(({ rule }) => !rule.startsWith('RP')));
});

test('our own rules are run besides when they are asked for', () => {
  const { ran, findings } = validate({ ...input, ourRules: true });
  assert.deepEqual(
    ran.filter((code) => code.startsWith('RP')),
    OURS,
  );
  assert.deepEqual(
    findings.filter(({ rule }) => rule.startsWith('RP')).map(({ rule, table }) => [rule, table]),
    [
      ['RP01', 'SWEpisodes'],
      ['RP02', 'DoLo'],
    ],
  );
});

test('one of our own rules is run when its code is asked for', () => {
  assert.deepEqual(validate({ ...input, rules: ['RP02'] }).ran, ['RP02']);
});

test('our own rules hold in the years that have the table', () => {
  const ours = (year: number): readonly string[] =>
    codesOf(rulesOf(year, { withOurs: true }).filter((rule) => rule.ours));
  assert.deepEqual(ours(2023), []);
  assert.deepEqual(ours(2024), ['RP01', 'RP11']);
  assert.deepEqual(ours(2027), OURS);
  assert.equal(findRule('RP01', 2023), undefined);
});

test('the codes of our own rules cannot be taken for the Department’s', () => {
  for (const year of [2023, 2024, 2025, 2026, 2027])
    for (const { code, ours } of rulesOf(year, { withOurs: true }))
      assert.equal(/^RP\d\d$/.test(code), ours, code);
});

/** Which rules came and went with each year's return, from those of 2022-23 on. */
const FIRST = `
  1000 1001 1002 1003 1004 1005 1006 1007 1008 1009 101 1010 1011 1012 1014 1015 102 103 104 105 112
  113 114 115 116 117 118 119 120 131 132 133 134 141 142 143 144 145 146 147 148 149 151 153 157 158
  159 164 165 166 167 168 169 171 174 175 176 177 178 179 180 181 182 184 185 186 187 188 189 190 191
  192 193 196 197B 197a 198 199 202 203 204 205A 205B 205C 205D 207 208 209 210 213 214 215 217 218
  219 221 222 224 225 226 227 228 229 3001 301 302 303 304 331 333 334 335 336 344 345 351 352 353 354
  355 356 357 358 359 361 362 363 364 365 366 367 370 371 372 373 374 375 376 377 378 379 380 381 382
  383 384 385 386 387 388 389 390 391 392a 392b 392c 392d 393 398 399 406 407 408 411 420 426 431 432
  433 434 435 436 437 440 441 442 445 446 451 452 453 460 501 502 503A 503B 503C 503D 503E 503F 503G
  503H 503J 504 511 514 516 517 518 519 520 521 522 523 524 525 526 527 528 529 530 531 542 543 544
  545 546 547 550 551 552 553 554 555 556 557 558 559 560 561 562 563 564 565 566 567 570 571 574 575
  576 577 578 579 580 581 582 583 584 586 601 602 607 611 612 620 621 624 625 626 628 630 631 632 633
  634 635 EPI INT01 INT02 INT03 INT04 INT05 INT06 INT07 INT08 INT09 INT11 INT12 INT13 INT14 INT15
  INT16 INT17 INT18 INT21 INT31 INT32 INT33 INT34 INT35 INT36 NoE
`;
const SINCE: readonly { readonly year: number; readonly came: string; readonly went: string }[] = [
  {
    year: 2024,
    came: `1016 217t 230 347 SW01STG1 SW02STG1 SW03STG1 SW04STG1 SW05STG1 SW06STG2 SW07STG2 SW08STG2 SW09STG2
      SW10STG2 SW11aSTG2 SW11bSTG2 SW12STG2 SW13STG1 SW14STG2`,
    went: '',
  },
  {
    year: 2025,
    came: '231 232 SW01aSTG1 SW01bSTG1',
    went: '217t 230 370 445 451 555 556 SW01STG1 SW03STG1 SW11aSTG2 SW14STG2',
  },
  { year: 2026, came: '233 234 241 242 243 348 444 454 SW17STG2', went: 'SW01aSTG1 SW01bSTG1' },
  { year: 2027, came: '700 701 702 703 704 705 706 707 708 709 710', went: '' },
];
const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

const sorted = (codes: Iterable<string>): readonly string[] => [...codes].sort((a, b) => (a < b ? -1 : 1));

test('each year has all the rules that the Department has for it, and no others', () => {
  const expected = new Set(wordsOf(FIRST));
  const counts = [];
  for (const { year, came, went } of [{ year: 2023, came: '', went: '' }, ...SINCE]) {
    for (const code of wordsOf(came)) expected.add(code);
    for (const code of wordsOf(went)) assert.ok(expected.delete(code), code);
    assert.deepEqual(sorted(codesOf(rulesOf(year))), sorted(expected), `in ${year}`);
    counts.push(expected.size);
  }
  assert.deepEqual(counts, [293, 312, 305, 312, 323]);
});
