import { crc32 } from 'node:zlib';

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const UTF8_NAMES = 0x800;

/** A zip file of these members, as they are: nothing is compressed. Names may be whatever a test wants them to be. */
export function zipOf(members: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(members)) {
    const [bytes, named] = [Buffer.from(content), Buffer.from(name)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(UTF8_NAMES, 2);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about]);
    const entry = Buffer.alloc(CENTRAL_BYTES);
    entry.write('PK\x01\x02', 'latin1');
    about.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, named, bytes);
    central.push(entry, named);
    offset += LOCAL_BYTES + named.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length / 2, 8);
  end.writeUInt16LE(central.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}
