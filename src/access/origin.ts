import type { FastifyRequest } from 'fastify';
import { clientAddressOf, countedAddressOf } from '../platform/http/addresses.ts';
import type { LoginOrigin, Origin } from './access.contract.ts';

/** Where a request comes from, as the audit trail has it and lists of addresses see it. */
export function originOf(request: FastifyRequest): Origin {
  return { address: clientAddressOf(request), requestId: request.id };
}

/** The same of a login. */
export function loginOriginOf(request: FastifyRequest): LoginOrigin {
  return { ...originOf(request), countedAddress: countedAddressOf(request) };
}
