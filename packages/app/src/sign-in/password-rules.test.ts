import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemWithPassword } from './password-rules.ts';

const ADA = ['Ada Osei', 'ada.osei@northmarsh.example'];

const cases: [password: string, problem: string | undefined, why: string][] = [
  ['short', 'password-too-short', 'five characters'],
  ['elevenchars', 'password-too-short', 'eleven'],
  ['marble otter kite', undefined, 'three unrelated words'],
  ['correct horse battery staple', undefined, 'no rule asks for capitals or digits'],
  ['vjK2-ppq9-Xw0z', undefined, 'made by a password manager'],
  ['8$k!2^vQ_9%z', undefined, 'signs and digits'],
  ['żółta gęś śpiewa', undefined, 'words of another language'],
  ['password1234', 'password-too-common', 'a classic, padded'],
  ['P@ssw0rd2026!', 'password-too-common', 'a classic, disguised'],
  ['Password2026Password', 'password-too-common', 'a classic, twice'],
  ['qwertyuiop12', 'password-too-common', 'a walk along the keyboard'],
  ['123456789012', 'password-too-common', 'digits in order'],
  ['01/04/1987 12', 'password-too-common', 'a birthday'],
  ['aaaaaaaaaaaaaaaa', 'password-too-common', 'one letter held down'],
  ['abababababababab', 'password-too-common', 'two letters'],
  ['Summer2026!!', 'password-too-common', 'season and year'],
  ['SocialWorker1!', 'password-too-common', 'the job'],
  ['adaosei2026!', 'password-too-common', 'their own name'],
  ['Northmarsh-Ada-1', 'password-too-common', 'the council in their address'],
  ['x'.repeat(10) + 'marble otter kite'.repeat(20), 'password-too-long', 'over two hundred characters'],
];

for (const [password, problem, why] of cases) {
  test(`${problem ?? 'accepted'}: ${why} (${password.slice(0, 30)})`, () => {
    assert.equal(problemWithPassword(password, ADA)?.name, problem);
  });
}
