import { Type, type Static } from 'typebox';

export const TOKEN_PATH = '/oauth2/token';
export const GRANT_TYPE = 'client_credentials';
/** How long a token of a client is good, used or not. */
export const CLIENT_TOKEN_S = 3_600;

/** RFC 6749 §4.4.2 with the client's own fields of §2.3.1; what is not named here is ignored. */
export const tokenBody = Type.Object(
  {
    grant_type: Type.Literal(GRANT_TYPE),
    client_id: Type.Optional(
      Type.String({ description: 'The id of the client, unless it is sent by HTTP Basic.' }),
    ),
    client_secret: Type.Optional(
      Type.String({ description: 'The secret of the client, unless it is sent by HTTP Basic.' }),
    ),
    scope: Type.Optional(
      Type.String({ description: 'There are no scopes: empty, or not sent at all.', maxLength: 0 }),
    ),
  },
  { additionalProperties: true },
);
export const TOKEN_BODIES = {
  'The credentials in the body': {
    grant_type: GRANT_TYPE,
    client_id: 'L3N6PX663K3K3HOBOOT0',
    client_secret: 'dGhlIHNlY3JldCBpcyBzaG93biBvbmx5IG9uY2UuLi4',
  },
  'The credentials by HTTP Basic': { grant_type: GRANT_TYPE },
};

export const tokenAnswer = Type.Object({
  access_token: Type.String({ description: 'For the header `Authorization: Bearer`.' }),
  token_type: Type.Literal('Bearer'),
  expires_in: Type.Integer({ description: 'Seconds until the token ends, used or not.' }),
});
export type TokenAnswer = Static<typeof tokenAnswer>;
export const TOKEN_EXAMPLE: TokenAnswer = {
  access_token: 'Q2hhcnQgYSBjb3Vyc2UgYW5kIGtlZXAgdG8gaXQ',
  token_type: 'Bearer',
  expires_in: CLIENT_TOKEN_S,
};

const REFUSALS = ['invalid_request', 'unsupported_grant_type', 'invalid_scope'] as const;
export type OAuthErrorCode = (typeof REFUSALS)[number] | 'invalid_client';

/** RFC 6749 §5.2. */
const refusalOf = <Code extends string>(codes: readonly Code[]) =>
  Type.Object({
    error: Type.Unsafe<Code>({ type: 'string', enum: codes }),
    error_description: Type.String({ description: 'For people.' }),
  });
export const refusedRequest = refusalOf(REFUSALS);
export const refusedClient = refusalOf(['invalid_client']);
export type Refusal = Static<typeof refusedRequest | typeof refusedClient>;

/** A token request that is refused, in the words of RFC 6749. */
export class OAuthError extends Error {
  readonly code: OAuthErrorCode;

  /** @param description of characters that the RFC allows: printable ASCII but for `"` and `\` */
  constructor(code: OAuthErrorCode, description: string) {
    super(description);
    this.name = 'OAuthError';
    this.code = code;
  }
}
