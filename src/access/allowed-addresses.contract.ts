import { Type, type Static } from 'typebox';
import { nullable, text } from '../platform/http/schemas.ts';

export const ADDRESSES_PATH = '/v1/addresses';
/** Every request is held against each of them. */
const MAX_RANGES = 1_000;
const MAX_RANGE_LENGTH = 64;

export const addressesBody = Type.Object(
  {
    ranges: Type.Array(text(MAX_RANGE_LENGTH, 'An IP address or range.'), {
      maxItems: MAX_RANGES,
      description: 'The whole list. Empty: the workspace may be used from everywhere.',
    }),
  },
  { additionalProperties: false },
);

export const addressesSchema = Type.Object({
  ranges: Type.Array(Type.String(), {
    description: 'From where the workspace may be used. Empty: from everywhere.',
  }),
  yourAddress: nullable(
    Type.String({ description: 'The client address of this request, if that is known.' }),
  ),
});
export type AddressesAnswer = Static<typeof addressesSchema>;

export const ADDRESSES_EXAMPLE: AddressesAnswer = {
  ranges: ['203.0.113.0/24', '2001:db8:1::/48'],
  yourAddress: '203.0.113.7',
};
export const ADDRESSES_BODIES = {
  'Two networks': { ranges: ['203.0.113.0/24', '2001:db8:1::/48'] },
  Everywhere: { ranges: [] },
};
