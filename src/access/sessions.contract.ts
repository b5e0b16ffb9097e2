import { Type, type Static } from 'typebox';
import { optionParameter, PAGING_PARAMETERS, textParameter } from '../platform/http/query.ts';
import { listOf, nullable, zulu } from '../platform/http/schemas.ts';
import { personSchema } from './access.contract.ts';

export const SESSIONS_PATH = '/v1/sessions';

/** Whose sessions a list has. */
export const SESSION_OWNERS = ['OWN', 'WORKSPACE'] as const;

export const SESSION_PARAMETERS = {
  of: optionParameter(
    SESSION_OWNERS,
    'OWN (without it): those of who asks; WORKSPACE: those of everybody in the workspace, for administrators.',
  ),
  'user.guid': textParameter('Only those of the user with this GUID.'),
  ...PAGING_PARAMETERS,
};

export const sessionSchema = Type.Object({
  address: nullable(
    Type.String({ description: 'The client address from which it was opened, if that is known.' }),
  ),
  creationDateTime: zulu('When it was opened.'),
  current: Type.Boolean({ description: 'Whether it is the session of this request.' }),
  guid: Type.String({ description: 'Names the session; it is no token.' }),
  lastUseDateTime: zulu('When it was last used, to about ten seconds.'),
  machine: Type.Boolean({ description: 'Whether it is the token of a machine client.' }),
  user: personSchema,
});
export type SessionAnswer = Static<typeof sessionSchema>;
export const sessionListSchema = listOf(sessionSchema);

export const SESSION_EXAMPLE: SessionAnswer = {
  address: '203.0.113.7',
  creationDateTime: '2020-03-09T20:58:01Z',
  current: true,
  guid: '0B5C2F648B1E4F6E9A53',
  lastUseDateTime: '2020-03-09T21:18:43Z',
  machine: false,
  user: { email: 'hwalker@everyroadgps.com', fullName: 'Heidi Walker', guid: 'WEYH0DYPCFWFH0JS1PD0' },
};
