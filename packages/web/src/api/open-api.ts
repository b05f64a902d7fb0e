import { REQUESTS_A_MINUTE } from '@rightplace/app';
import { API_SCOPES } from '@rightplace/domain';
import { API_ROOT, type Endpoint, endpoints } from './endpoints.ts';
import type { Parameters } from './parameters.ts';
import { type SchemaName, schemas } from './schemas.ts';

const refTo = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

const PROBLEMS: Readonly<Record<string, string>> = {
  '400': 'Something asked could not be understood; the detail says what.',
  '401': 'No token, or one that is unknown, has ended or was revoked.',
  '403': 'The scope of the token does not reach that far, or nobody has agreed to the client yet.',
  '404': 'There is no such measure or part.',
  '429': 'Too many requests: wait as many seconds as Retry-After says.',
  '500': 'A fault of the service; the detail has a reference to tell those who look after it.',
};

const problems = Object.fromEntries(
  Object.entries(PROBLEMS).map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: refTo('Problem') } } },
  ]),
);

const parametersOf = (declared: Parameters) =>
  Object.entries(declared).map(([name, { in: where, required, description, schema, example }]) => ({
    name,
    in: where,
    required,
    description,
    schema,
    example,
  }));

const operationOf = ({ path, summary, description, actions, parameters, answers }: Endpoint) => ({
  operationId: path
    .split('/')
    .filter((step) => step !== '')
    .map((step) => step.replaceAll(/[{}]/g, ''))
    .join('-'),
  summary,
  description,
  'x-may': actions,
  parameters: parametersOf(parameters),
  responses: {
    '200': {
      description: 'As JSON, or as a table when Accept is text/csv.',
      headers: {
        ETag: {
          description: 'To send back as If-None-Match. Not with rounded figures or lists of children.',
          schema: { type: 'string' },
        },
      },
      content: {
        'application/json': {
          schema: answers.length === 1 ? refTo(answers[0] as SchemaName) : { oneOf: answers.map(refTo) },
        },
        'text/csv': { schema: { type: 'string' } },
      },
    },
    '304': { description: 'What If-None-Match names is still so.' },
    ...problems,
  },
});

/** The document of the API (OpenAPI 3.1), made of what reads and serves it. */
export const openApiDocument = (served: readonly Endpoint[] = endpoints) => ({
  openapi: '3.1.0',
  info: {
    title: 'Rightplace figures',
    version: '1',
    description: `Figures of children looked after, read-only, for Power BI and the like. Each client has a token of its own, with one of these scopes:\n\n${Object.entries(
      API_SCOPES,
    )
      .map(([scope, { gives }]) => `- \`${scope}\`: ${gives}`)
      .join(
        '\n',
      )}\n\nUp to ${REQUESTS_A_MINUTE} requests a minute for each client. Every request is recorded.`,
  },
  servers: [{ url: API_ROOT }],
  security: [{ token: [] }],
  paths: {
    '/openapi.json': {
      get: {
        operationId: 'openapi',
        summary: 'This document',
        description: 'The same for every authority and every client. It needs no token.',
        security: [],
        parameters: [],
        responses: {
          '200': {
            description: 'OpenAPI 3.1',
            content: { 'application/json': { schema: { type: 'object' } } },
          },
        },
      },
    },
    ...Object.fromEntries(served.map((each) => [each.path, { get: operationOf(each) }])),
  },
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'Authorization: Bearer rightplace.…' },
    },
    schemas,
  },
});
