import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createImportBench, type ImportBench } from '../support/bundles.ts';

let bench: ImportBench;

beforeAll(async () => {
  bench = await createImportBench();
});
afterAll(() => bench.close());

/** A bundle of two members, and its bytes in the hands of somebody who means no good: python, for our writer does not lie. */
const MAKE = `
import io, struct, sys, zipfile
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('SPECS.csv', 'number\\nP-1\\n')
    z.writestr('filler.bin', bytes(range(256)) * 40)
b = bytearray(buffer.getvalue())
central = b.index(b'PK\\x01\\x02')
end = b.rindex(b'PK\\x05\\x06')
def central_extra(extra):
    """Gives the first central record an extra field, and moves what comes after it."""
    global b, end
    at = central + 46 + struct.unpack_from('<H', b, central + 28)[0]
    struct.pack_into('<H', b, central + 30, len(extra))
    b[at:at] = extra
    end += len(extra)
    struct.pack_into('<I', b, end + 12, struct.unpack_from('<I', b, end + 12)[0] + len(extra))
`;

async function zipWith(change: string): Promise<string> {
  const file = path.join(await bench.write({}), 'bundle.zip');
  execFileSync('python3', ['-c', `${MAKE}${change}\nopen(sys.argv[1], 'wb').write(b)`, file]);
  return file;
}

it('takes it as long as nobody has lied', async () => {
  const { summary } = await bench.importFrom(await zipWith(''));
  expect(summary['items']).toMatchObject({ created: 1 });
});

it.each([
  [
    'sizes that are told in a zip64 field, which is not there',
    "struct.pack_into('<II', b, central + 20, 0xffffffff, 0xffffffff)",
  ],
  [
    'a zip64 field with a size of an exabyte',
    "struct.pack_into('<I', b, central + 24, 0xffffffff)\ncentral_extra(struct.pack('<HHQ', 1, 8, 2 ** 60))",
  ],
  [
    'a zip64 field with a size beyond what a number can hold',
    "struct.pack_into('<I', b, central + 24, 0xffffffff)\ncentral_extra(struct.pack('<HHQ', 1, 8, 2 ** 64 - 1))",
  ],
  [
    'a zip64 field that is cut short',
    "struct.pack_into('<I', b, central + 24, 0xffffffff)\ncentral_extra(struct.pack('<HHI', 1, 8, 7))",
  ],
  [
    'a zip64 directory that is told of and not there',
    "struct.pack_into('<HHII', b, end + 8, 0xffff, 0xffff, 0xffffffff, 0xffffffff)",
  ],
  [
    'a zip64 directory far behind its end',
    "b[end:end] = struct.pack('<IIQI', 0x07064b50, 0, 2 ** 40, 1)\nstruct.pack_into('<HHII', b, end + 28, 0xffff, 0xffff, 0xffffffff, 0xffffffff)",
  ],
  ['a directory behind its end', "struct.pack_into('<I', b, end + 16, 0x7fffffff)"],
  ['more members than there are', "struct.pack_into('<HH', b, end + 8, 9, 9)"],
  ['a member that begins behind its end', "struct.pack_into('<I', b, central + 42, 0x7fffffff)"],
  ['a member with more bytes than it tells', "struct.pack_into('<I', b, central + 24, 3)"],
  ['a member with fewer bytes than it tells', "struct.pack_into('<I', b, central + 24, 4000)"],
  ['a member that is packed in a way nobody knows', "struct.pack_into('<H', b, central + 10, 99)"],
  ['a member that is encrypted', "struct.pack_into('<H', b, central + 8, 1)"],
  ['a name from the root of the disk', "b = b.replace(b'filler.bin', b'/tmp/x.bin')"],
  ['a name with backslashes', "b = b.replace(b'filler.bin', b'..\\\\\\\\..\\\\\\\\x.b')"],
  ['nothing after its first half', 'b = b[:len(b) // 2]'],
])('refuses a zip with %s, and has stored nothing', async (_what, change) => {
  const file = await zipWith(change);
  await expect(bench.importFrom(file)).rejects.toMatchObject({
    name: 'OperatorError',
    message: expect.stringContaining(file) as string,
  });
  const stored = await readdir(path.join(bench.scratch.dir, 'files'), {
    recursive: true,
    withFileTypes: true,
  });
  expect(stored.filter((one) => one.isFile())).toEqual([]);
});

it('takes a symbolic link in a zip for the text that it is', async () => {
  const file = await zipWith(`
link = zipfile.ZipInfo('files/secret')
link.create_system, link.external_attr = 3, 0o120777 << 16
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, 'w') as z:
    z.writestr('SPECS.csv', 'number\\nP-1\\n')
    z.writestr('FILES.csv', 'parent.number,file.name,contentPath\\nP-1,a,files/secret\\n')
    z.writestr(link, '/etc/passwd')
b = buffer.getvalue()`);
  const { workspaceId } = await bench.importFrom(file);
  const { rows } = await bench.database.pool.query<{ size: number }>(
    'SELECT size_bytes AS size FROM files WHERE workspace_id = $1',
    [workspaceId],
  );
  expect(rows).toEqual([{ size: '/etc/passwd'.length }]);
});
