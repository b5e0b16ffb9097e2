import { isStorable } from '../kernel/text.ts';
import type { ClientCredentials } from './clients.service.ts';
import { GRANT_TYPE, OAuthError } from './oauth.contract.ts';

/** A token request whose form is right; what it says may still be wrong. */
export interface TokenRequest {
  readonly credentials: ClientCredentials;
  readonly grantType: string;
  readonly scope: string | undefined;
}

/**
 * Reads a token request (RFC 6749 §3.2, §4.4.2).
 * @throws OAuthError invalid_request for a field sent twice, two ways of authentication or no grant type; invalid_client without credentials
 */
export function readTokenRequest(form: URLSearchParams, authorization: string | undefined): TokenRequest {
  const names = [...form.keys()];
  if (new Set(names).size < names.length)
    throw new OAuthError('invalid_request', 'A parameter is sent more than once.');
  // Without a value is the same as not sent.
  const [grantType, scope] = [form.get('grant_type') ?? '', form.get('scope') ?? ''];
  const credentials = readCredentials(form, authorization);
  if (grantType === '') throw new OAuthError('invalid_request', 'The parameter grant_type is missing.');
  return { credentials, grantType, scope: scope === '' ? undefined : scope };
}

/** After the client has been authenticated: whether it may have what it asks for. */
export function checkGrant({ grantType, scope }: TokenRequest): void {
  if (grantType !== GRANT_TYPE)
    throw new OAuthError('unsupported_grant_type', `The grant type has to be ${GRANT_TYPE}.`);
  if (scope !== undefined) throw new OAuthError('invalid_scope', 'There are no scopes to ask for.');
}

function readCredentials(form: URLSearchParams, authorization: string | undefined): ClientCredentials {
  const [clientId, secret] = [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  if (authorization === undefined) {
    if (clientId === '' || secret === '')
      throw new OAuthError('invalid_client', 'The request has no client credentials.');
    return { clientId, secret };
  }
  const sent = readBasic(authorization);
  // Many clients name themselves in the body besides: that alone is no second way of authentication.
  if (secret !== '' || (clientId !== '' && clientId !== sent?.clientId))
    throw new OAuthError(
      'invalid_request',
      'Send the client credentials either by HTTP Basic or in the body, not both.',
    );
  if (sent === undefined)
    throw new OAuthError('invalid_client', 'The Authorization header has no client credentials.');
  return sent;
}

/** RFC 6749 §2.3.1: both parts are form-urlencoded before they are joined and written in base64. */
function readBasic(authorization: string): ClientCredentials | undefined {
  const base64 = /^Basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(authorization)?.[1];
  const text = Buffer.from(base64 ?? '', 'base64').toString();
  const colon = text.indexOf(':');
  if (colon < 1) return undefined;
  const [clientId, secret] = [formDecode(text.slice(0, colon)), formDecode(text.slice(colon + 1))];
  return isStorable(clientId) ? { clientId, secret } : undefined;
}

function formDecode(text: string): string {
  return new URLSearchParams(`value=${text.replaceAll('&', '%26')}`).get('value') ?? '';
}
