import { randomBytes } from 'node:crypto';

/** Random bytes do not shrink: more than the sockets of both sides can hold between them. */
export const BIG_BYTES = 32 * 2 ** 20;
const BIG_GUID = 'BIG0FILE0WITH0RANDOM';

/** One item with a file so large that its download can be interrupted. */
export const noisyBundle = (): Record<string, string | Buffer> => ({
  'SPECS.csv': 'number,name\r\n900-00001,Model 300\r\n',
  'FILES.csv': `parent.number,file.name,file.guid,primary,contentPath\r\n900-00001,noise.bin,${BIG_GUID},true,files/${BIG_GUID}/noise.bin\r\n`,
  [`files/${BIG_GUID}/noise.bin`]: randomBytes(BIG_BYTES),
});
