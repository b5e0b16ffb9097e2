import { Type, type Static } from 'typebox';
import { PAGING_PARAMETERS } from '../platform/http/query.ts';
import { listOf, nameText, nullable, zulu } from '../platform/http/schemas.ts';
import { MAX_NAME_LENGTH } from './users.contract.ts';

export const CLIENTS_PATH = '/v1/clients';
export const CLIENT_PARAMETERS = PAGING_PARAMETERS;

export const newClientBody = Type.Object(
  {
    name: nameText(MAX_NAME_LENGTH, 'What the client is; stands as the creator in its exports and runs.'),
  },
  { additionalProperties: false },
);

const clientFields = {
  clientId: Type.String({ description: 'With the secret it gets tokens at `/oauth2/token`.' }),
  creationDateTime: zulu('When it was made.'),
  lastUseDateTime: nullable(zulu('When it last got a token.')),
  name: Type.String(),
  revocationDateTime: nullable(zulu('When it was ended; null while it is good.')),
  userGuid: Type.String({ description: 'The user that it acts as.' }),
};
export const clientSchema = Type.Object(clientFields);
export type ClientAnswer = Static<typeof clientSchema>;
export const clientListSchema = listOf(clientSchema);
export const newClientSchema = Type.Object({
  ...clientFields,
  clientSecret: Type.String({ description: 'The secret. It is shown this once.' }),
});

export const CLIENT_EXAMPLE: ClientAnswer = {
  clientId: 'L3N6PX663K3K3HOBOOT0',
  creationDateTime: '2020-03-09T20:58:01Z',
  lastUseDateTime: '2020-03-09T21:18:43Z',
  name: 'ERP',
  revocationDateTime: null,
  userGuid: 'WEYH0DYPCFWFH0JS1PD0',
};
export const NEW_CLIENT_EXAMPLE: Static<typeof newClientSchema> = {
  ...CLIENT_EXAMPLE,
  clientSecret: 'dGhlIHNlY3JldCBpcyBzaG93biBvbmx5IG9uY2UuLi4',
  lastUseDateTime: null,
};
