import { auditOfPerson, formsHeld } from '../../app/test/kept-forms.ts';
import { aService, aWorld, type Browser, NORTHMARSH, type Seen, type Service } from './service.ts';

export const PASSWORD = 'marble otter kite';
export const TYPED = { name: 'Half Written', email: 'half.written@invented.example' };
type Typed = Readonly<Record<string, string>>;

/** A form that is typed into while its session ends: adding a person. */
export type TooLate = {
  readonly service: Service;
  readonly anAdministrator: (authorityId?: string) => Promise<{ personId: number; email: string }>;
  /** A browser with the form open, of somebody who has been away from it for three quarters of an hour. */
  readonly awayFromTheForm: (personId: number, page?: string) => Promise<Browser>;
  /** Sends the form as another tab still shows it: with the token it was drawn with. */
  readonly openForm: (
    browser: Browser,
    page?: string,
  ) => Promise<(fields?: Typed, headers?: Typed) => Promise<Seen>>;
  /** How many forms are kept. */
  readonly heldNow: () => Promise<number>;
  /** What the audit has of somebody, newest first. */
  readonly auditOf: (personId: number) => ReturnType<typeof auditOfPerson>;
  /** Whether what was typed turns up anywhere for whoever uses this browser. */
  readonly seesWhatWasTyped: (browser: Browser) => Promise<boolean>;
};

export { spoil } from '../../app/test/kept-forms.ts';

export const tokenOn = ({ page }: Seen): string =>
  page.querySelector('main input[name=_csrf]')?.getAttribute('value') ?? '';

export const signIn = async (browser: Browser, email: string, authority = NORTHMARSH): Promise<Seen> => {
  await browser.get('/sign-in');
  return browser.follow(await browser.post('/sign-in', { authority, email, password: PASSWORD }));
};

/** What stands in a field of the form. */
export const valueOf = (seen: Seen, field: string): string | undefined =>
  seen.page.querySelector(`form[action="/people/add"] [name=${field}]`)?.getAttribute('value');

const LETTERS = 'abcdefghij';

export const aFormTooLate = async (): Promise<TooLate> => {
  const service = aService(await aWorld());
  let made = 0;
  return {
    service,
    anAdministrator: (authorityId = NORTHMARSH) => {
      made += 1;
      const name = `Admin ${LETTERS[Math.floor(made / 10)]}${LETTERS[made % 10]}`;
      return service.world.addPerson({ name, role: 'administrator', password: PASSWORD, authorityId });
    },
    awayFromTheForm: async (personId, page = '/people/add') => {
      const browser = await service.signedInAs(personId);
      await browser.get(page);
      service.world.pass(45);
      return browser;
    },
    openForm: async (browser, page = '/people/add') => {
      const token = tokenOn(await browser.get(page));
      return (fields = TYPED, headers = {}) => browser.post(page, fields, { token, headers });
    },
    heldNow: () => formsHeld(service.world),
    auditOf: (personId) => auditOfPerson(service.world, personId),
    seesWhatWasTyped: async (browser) => {
      for (let id = 1; id <= made * 3; id += 1)
        for (const address of ['/kept-forms', `/kept-forms?form=${id}`, `/people/add?_kept=${id}`]) {
          const seen = await browser.get(address);
          const shown = seen.status === 303 ? await browser.follow(seen) : seen;
          if (shown.page.toString().includes(TYPED.name)) return true;
        }
      return false;
    },
  };
};
