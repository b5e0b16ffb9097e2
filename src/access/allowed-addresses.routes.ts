import type { Database } from '../platform/db/database.ts';
import { createBodyReader, requireValid } from '../platform/http/body.ts';
import { addOperation } from '../platform/http/operation.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { administratorOf, ADMINISTRATION_TAG } from './access.contract.ts';
import {
  ADDRESSES_BODIES,
  ADDRESSES_EXAMPLE,
  ADDRESSES_PATH,
  addressesBody,
  addressesSchema,
  type AddressesAnswer,
} from './allowed-addresses.contract.ts';
import { setAddresses } from './allowed-addresses.service.ts';
import { listAllowedAddresses } from './allowed-addresses.store.ts';

const readAddresses = createBodyReader(addressesBody);

/** From where a workspace may be used, for its administrators. */
export function registerAllowedAddresses(app: HttpServer, db: Database): void {
  addOperation(app, {
    method: 'GET',
    url: ADDRESSES_PATH,
    id: 'getAllowedAddresses',
    tag: ADMINISTRATION_TAG,
    summary: 'Show from where the workspace may be used',
    description: 'For administrators.',
    path: {},
    answers: { 200: { description: 'The list.', schema: addressesSchema, example: ADDRESSES_EXAMPLE } },
    errors: ['noPrivilege'],
    handle: async ({ request }): Promise<AddressesAnswer> => {
      const { workspaceId, address } = administratorOf(request);
      return { ranges: await listAllowedAddresses(db, workspaceId), yourAddress: address ?? null };
    },
  });

  addOperation(app, {
    method: 'PUT',
    url: ADDRESSES_PATH,
    id: 'setAllowedAddresses',
    tag: ADMINISTRATION_TAG,
    summary: 'Say from where the workspace may be used',
    description:
      'For administrators. Requests from elsewhere are refused from now on, those of open sessions too. A list without the address of this request is refused.',
    path: {},
    body: { schema: addressesBody, isRequired: true, examples: ADDRESSES_BODIES },
    answers: {
      200: { description: 'The list as it stands now.', schema: addressesSchema, example: ADDRESSES_EXAMPLE },
    },
    errors: ['noPrivilege', 'tooLong', 'invalidRange', 'unevenRange', 'addressLockout'],
    handle: async ({ request, body }): Promise<AddressesAnswer> => {
      const caller = administratorOf(request);
      const { ranges } = requireValid(readAddresses(body));
      return { ranges: await setAddresses(db, caller, ranges), yourAddress: caller.address ?? null };
    },
  });
}
