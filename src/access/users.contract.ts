import { Type, type Static } from 'typebox';
import { PERSON_ROLES } from '../kernel/vocabulary.ts';
import {
  booleanParameter,
  optionParameter,
  PAGING_PARAMETERS,
  textParameter,
} from '../platform/http/query.ts';
import { listOf, nameText, nullable, option, requiredText, zulu } from '../platform/http/schemas.ts';
import { MAX_EMAIL_LENGTH, MAX_PASSWORD_LENGTH } from './access.contract.ts';

/** NIST SP 800-63B asks for eight. The command line, which only the operator has, takes any. */
export const MIN_PASSWORD_LENGTH = 8;
export const MAX_NAME_LENGTH = 255;

export const USERS_PATH = '/v1/users';

export const USER_PARAMETERS = {
  email: textParameter('The e-mail address; `*` is a wildcard.'),
  fullName: textParameter('The full name; `*` is a wildcard.'),
  mayLogIn: booleanParameter(
    'true: only who may log in to the workspace; false: only who may not, such as people whom only its records name.',
  ),
  role: optionParameter(PERSON_ROLES, 'What the user may do.'),
  ...PAGING_PARAMETERS,
};

const password = (more: string) =>
  Type.Unsafe<string>({
    type: 'string',
    minLength: MIN_PASSWORD_LENGTH,
    maxLength: MAX_PASSWORD_LENGTH,
    storable: true,
    description: `At least ${MIN_PASSWORD_LENGTH} characters. ${more}`,
  });
const role = option(PERSON_ROLES, { description: 'What the user may do.' });
const fullName = nameText(MAX_NAME_LENGTH, 'The full name.');

export const newUserBody = Type.Object(
  {
    email: requiredText(MAX_EMAIL_LENGTH, 'The e-mail address, by which the user logs in.'),
    fullName: Type.Optional(fullName),
    role: option(PERSON_ROLES, { default: 'member', description: 'What the user may do.' }),
    password: Type.Optional(password('Without one it is generated.')),
  },
  { additionalProperties: false },
);

export const userChangeBody = Type.Object(
  {
    fullName: Type.Optional(fullName),
    role: Type.Optional(role),
    mayLogIn: Type.Optional(
      Type.Boolean({
        description:
          'false: takes the right to log in and ends the sessions; true: gives it again, with a new password.',
      }),
    ),
    password: Type.Optional(password('Sessions end.')),
    generatePassword: Type.Optional(
      Type.Boolean({ description: 'true: makes a new password, which the answer shows. Sessions end.' }),
    ),
  },
  { additionalProperties: false },
);
export type UserChange = Static<typeof userChangeBody>;

const userFields = {
  email: nullable(Type.String()),
  fullName: Type.String(),
  guid: Type.String(),
  lastActivityDateTime: nullable(
    zulu('When the user last used a session, or did what stands in the audit trail.'),
  ),
  mayLogIn: Type.Boolean({
    description: 'false: who was removed, and people whom only the records of the workspace name.',
  }),
  role: nullable(Type.String({ enum: [...PERSON_ROLES] })),
  sessions: Type.Integer({ minimum: 0, description: 'Sessions that are open.' }),
};
export const userSchema = Type.Object(userFields);
export type UserAnswer = Static<typeof userSchema>;
export const userListSchema = listOf(userSchema);

export const savedUserSchema = Type.Object({
  ...userFields,
  password: Type.Optional(
    Type.String({ description: 'The password when it was generated. It is shown this once.' }),
  ),
});
export type SavedUserAnswer = Static<typeof savedUserSchema>;

export const endedSessionsSchema = Type.Object({
  ended: Type.Integer({ minimum: 0, description: 'How many sessions have ended.' }),
});

export const USER_EXAMPLE: UserAnswer = {
  email: 'hwalker@everyroadgps.com',
  fullName: 'Heidi Walker',
  guid: 'WEYH0DYPCFWFH0JS1PD0',
  lastActivityDateTime: '2020-03-09T21:18:43Z',
  mayLogIn: true,
  role: 'administrator',
  sessions: 1,
};
export const NEW_USER_EXAMPLE: SavedUserAnswer = {
  ...USER_EXAMPLE,
  lastActivityDateTime: null,
  password: 'tTZ0lYc6pV1mWq4sBzXk',
  role: 'member',
  sessions: 0,
};
export const NEW_USER_BODIES = {
  'A member whose password is generated': { email: 'hwalker@everyroadgps.com', fullName: 'Heidi Walker' },
  'An administrator with a password': {
    email: 'hwalker@everyroadgps.com',
    fullName: 'Heidi Walker',
    role: 'administrator',
    password: 'correct horse battery staple',
  },
};
export const USER_CHANGE_BODIES = {
  'Another role': { role: 'administrator' },
  'A new password, made by the server': { generatePassword: true },
  'No longer log in': { mayLogIn: false },
};
